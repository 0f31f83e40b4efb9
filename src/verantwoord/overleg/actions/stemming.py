"""First positions without knowing the others', dissent with an answer, then votes. Nothing is decided by silence."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.kern.kalender import voluit
from verantwoord.overleg.besluiten import settle
from verantwoord.overleg.feitwijziging import keep_feiten, tell
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt, TeLaat
from verantwoord.overleg.keuzes import Besluit, Oordeel, Overlegstand, Stap
from verantwoord.overleg.models import Agendapunt, Standpunt, Stem, Tegenspraak
from verantwoord.overleg.slot import lock_punt, partner_of, require_chair, require_open, touch
from verantwoord.overleg.stand import STEMBAAR, is_tegengesproken, stand_of
from verantwoord.overleg.tegenspreker import choose_tegenspreker
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


@transaction.atomic
def give_standpunt(
    *, door: Medewerker, punt_id: UUID, oordeel: str, motivering: str, versie: int, nu: datetime
) -> Standpunt:
    """Write what one's own organisation thinks, before or during the meeting; change it until all are opened.

    ``versie`` is that of the position the form was opened on, 0 when there was none. When the last of the four has
    written, all are opened for everybody. Raises ``NietNu``, ``RedenOntbreekt`` or ``Versieconflict`` with what a
    colleague of the same organisation wrote.
    """
    punt = lock_punt(punt_id, door=door, recht=Recht.STANDPUNT_GEVEN)
    partner = partner_of(door)
    require_open(punt.overleg)
    if stand_of(punt).stap != Stap.STANDPUNTEN:
        raise NietNu(_("De eerste standpunten van dit punt staan al open. Geef uw mening bij het besluit."))
    if not motivering.strip():
        raise RedenOntbreekt(_("Schrijf in eigen woorden wat uw organisatie vindt en waarom."))
    standpunt = Standpunt.objects.filter(punt=punt, partner=partner).first() or Standpunt(
        punt=punt, partner=partner, versie=0
    )
    if standpunt.versie != versie:
        raise Versieconflict(
            _(
                "Een collega van uw organisatie heeft intussen ook iets opgeschreven. Uw tekst is er nog. Lees beide."
            ),
            bewaard={
                "oordeel": standpunt.oordeel,
                "motivering": standpunt.motivering,
                "door": standpunt.door_naam,
            },
            versie=standpunt.versie,
        )
    standpunt.oordeel, standpunt.motivering = oordeel, motivering.strip()
    standpunt.door, standpunt.door_naam, standpunt.gegeven_op = door, door.naam, nu
    standpunt.versie += 1
    standpunt.save()
    punt.ingeleverd = [p for p in VASTE_PARTNERS if p in {*punt.ingeleverd, partner}]
    touch(punt, "ingeleverd")
    if standpunt.versie == 1:
        tell(punt, "overleg.standpunt_gegeven", door=door, gegevens={"partner": partner})
    if len(punt.ingeleverd) == len(VASTE_PARTNERS):
        _open(punt, door=door, nu=nu)
    return standpunt


@transaction.atomic
def reveal_punt(*, door: Medewerker, punt_id: UUID, nu: datetime) -> Agendapunt:
    """Open the positions while somebody who is absent has not written: the chair does, and they are named."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_VOORZITTEN)
    overleg = require_chair(punt.overleg, door=door)
    stand = stand_of(punt)
    if stand.stap != Stap.STANDPUNTEN or overleg.stand != Overlegstand.BEZIG:
        raise NietNu(_("Standpunten opent u tijdens het overleg, en één keer."))
    if not stand.kan_open:
        raise NietNu(
            _("Wie aanwezig is, heeft nog niet allemaal een standpunt opgeschreven. Zolang blijven ze dicht.")
        )
    return _open(punt, door=door, nu=nu)


def _open(punt: Agendapunt, *, door: Medewerker, nu: datetime) -> Agendapunt:
    stand = stand_of(punt)
    punt.onthuld_op, punt.onthuld_zonder = nu, list(stand.zonder_standpunt)
    if stand.aanwezig and punt.tegenspreker not in stand.aanwezig:
        # Dissent needs a voice at the table: the turn goes to somebody who is there.
        punt.tegenspreker = choose_tegenspreker(punt, uit=stand.aanwezig) or punt.tegenspreker
    touch(punt, "onthuld_op", "onthuld_zonder", "tegenspreker")
    keep_feiten(punt)
    tell(punt, "overleg.standpunten_geopend", door=door, gegevens={"zonder": punt.onthuld_zonder})
    return punt


@transaction.atomic
def give_tegenspraak(*, door: Medewerker, punt_id: UUID, soort: str, tekst: str, nu: datetime) -> Tegenspraak:
    """Bring in an alternative, a risk or a question. Anybody but who proposed may; the tegenspreker of the item must."""
    punt = lock_punt(punt_id, door=door, recht=Recht.STANDPUNT_GEVEN)
    partner = partner_of(door)
    if partner == punt.voorstel_door:
        raise NietNu(_("Tegenspraak komt van een andere partner dan wie het voorstel deed."))
    if not punt.is_lko or not punt.is_onthuld or punt.besluit is not None:
        raise NietNu(_("Tegenspraak geeft u nadat de standpunten openstaan en voordat er is besloten."))
    if not tekst.strip():
        raise RedenOntbreekt(_("Schrijf een alternatief, een risico of een vraag op."))
    tegenspraak = Tegenspraak.objects.create(
        punt=punt,
        partner=partner,
        soort=soort,
        tekst=tekst.strip(),
        door=door,
        door_naam=door.naam,
        gegeven_op=nu,
    )
    touch(punt)
    keep_feiten(punt)
    tell(punt, "overleg.tegenspraak", door=door, gegevens={"partner": partner, "soort": soort})
    return tegenspraak


@transaction.atomic
def answer_tegenspraak(
    *, door: Medewerker, punt_id: UUID, tegenspraak_id: UUID, antwoord: str, nu: datetime
) -> Tegenspraak:
    """Answer it, for good: the organisation that proposed, or another but the one that spoke against."""
    punt = lock_punt(punt_id, door=door, recht=Recht.STANDPUNT_GEVEN)
    partner = partner_of(door)
    tegenspraak = Tegenspraak.objects.get(pk=tegenspraak_id, punt=punt)
    if tegenspraak.beantwoord_op is not None:
        raise Versieconflict(
            _("Hierop is al een antwoord gegeven. Uw tekst is er nog; vul zo nodig het verslag aan."),
            bewaard={"antwoord": tegenspraak.antwoord, "door": tegenspraak.antwoord_door},
            versie=punt.versie,
        )
    if partner == tegenspraak.partner:
        raise NietNu(_("Het antwoord komt van een andere partner dan wie tegensprak."))
    if not antwoord.strip():
        raise RedenOntbreekt(_("Schrijf op wat het antwoord is."))
    tegenspraak.antwoord, tegenspraak.antwoord_partner = antwoord.strip(), partner
    tegenspraak.antwoord_door, tegenspraak.beantwoord_op = door.naam, nu
    tegenspraak.save(update_fields=["antwoord", "antwoord_partner", "antwoord_door", "beantwoord_op"])
    touch(punt)
    keep_feiten(punt)
    tell(punt, "overleg.tegenspraak_beantwoord", door=door, gegevens={"partner": partner})
    return tegenspraak


@transaction.atomic
def cast_stem(*, door: Medewerker, punt_id: UUID, oordeel: str, motivering: str, nu: datetime) -> Stem:
    """Vote for one's own organisation. Voting again replaces the vote; both are kept.

    Absent partners vote in writing until the third working day after the meeting. The fourth explicit akkoord makes the
    decision. Raises ``NietNu``, ``TeLaat`` or ``RedenOntbreekt``.
    """
    punt = lock_punt(punt_id, door=door, recht=Recht.STANDPUNT_GEVEN)
    partner = partner_of(door)
    stand = stand_of(punt)
    if punt.besluit not in STEMBAAR or not punt.is_lko or not punt.is_onthuld:
        raise NietNu(_("Over dit punt wordt nu niet gestemd. Ververs de pagina."))
    if not is_tegengesproken(punt, stand.tegenspraken):
        raise NietNu(_("Stemmen kan nadat er tegenspraak is gegeven en daarop is geantwoord."))
    if timezone.localdate(nu) > stand.stemmen_tot:
        raise TeLaat(
            _(
                "Stemmen kon tot en met %(dag)s. Een stem daarna telt niet. Zet het punt op een volgende agenda."
            )
            % {"dag": voluit(stand.stemmen_tot)}
        )
    if oordeel != Oordeel.AKKOORD and not motivering.strip():
        raise RedenOntbreekt(_("Schrijf op waarom uw organisatie niet akkoord gaat of zich onthoudt."))
    vorige = stand.stemmen.get(partner)
    stem = Stem.objects.create(
        punt=punt,
        nummer=punt.stemmen.count(),
        partner=partner,
        oordeel=oordeel,
        motivering=motivering.strip(),
        schriftelijk=partner not in stand.aanwezig or _is_voorbij(punt),
        door=door,
        door_naam=door.naam,
        gegeven_op=nu,
    )
    tell(
        punt,
        "overleg.gestemd",
        door=door,
        gegevens={"partner": partner, "wijzigingen": {"stem": [vorige.oordeel if vorige else None, oordeel]}},
    )
    if stand_of(punt).zonder_akkoord:
        touch(punt)
        keep_feiten(punt)
    else:
        settle(punt, Besluit.VASTGESTELD, door=door, op=timezone.localdate(nu))
    return stem


def _is_voorbij(punt: Agendapunt) -> bool:
    return punt.overleg is not None and punt.overleg.stand == Overlegstand.AFGEROND
