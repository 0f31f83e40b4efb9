"""What becomes of an item: held, scaled up with the dissent in writing, decided elsewhere and fed back."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.overleg.besluiten import settle
from verantwoord.overleg.bij_dossiers import take_dossiers
from verantwoord.overleg.feitwijziging import keep_feiten, tell
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt
from verantwoord.overleg.keuzes import Besluit, Opschaling, Soort, Stap, Vorm
from verantwoord.overleg.models import Agendapunt, Puntdossier
from verantwoord.overleg.slot import lock_punt, partner_of, require_chair, require_minutes, touch
from verantwoord.overleg.stand import STEMBAAR, stand_of
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


@transaction.atomic
def write_besproken(*, door: Medewerker, punt_id: UUID, tekst: str, was: str) -> Agendapunt:
    """Keep what was discussed, for the minutes. ``was`` is the text the form was opened on."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_NOTULEREN)
    require_minutes(punt.overleg, door=door)
    if punt.besproken.strip() != was.strip():
        raise Versieconflict(
            _("Een ander heeft intussen ook aan deze tekst geschreven. Uw tekst is er nog. Lees beide."),
            bewaard={"besproken": punt.besproken},
            versie=punt.versie,
        )
    _require_not_fixed(punt)
    punt.besproken = tekst.strip()
    touch(punt, "besproken")
    return punt


@transaction.atomic
def hold_punt(*, door: Medewerker, punt_id: UUID, reden: str, peildatum: date) -> Agendapunt:
    """Decide nothing now: the item comes back on the next agenda. Votes in time still count."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_VOORZITTEN)
    require_chair(punt.overleg, door=door)
    if stand_of(punt).stap not in {Stap.TEGENSPRAAK, Stap.STEMMEN}:
        raise NietNu(_("Aanhouden kan nadat de standpunten openstaan en voordat er is besloten."))
    if not reden.strip():
        raise RedenOntbreekt(_("Schrijf op waarom u het punt aanhoudt en wat er eerst moet gebeuren."))
    punt.besluit_tekst = reden.strip()
    settle(punt, Besluit.AANGEHOUDEN, door=door, op=peildatum, velden=("besluit_tekst",))
    return punt


@transaction.atomic
def escalate_punt(
    *,
    door: Medewerker,
    punt_id: UUID,
    naar: str,
    verschil: str,
    peildatum: date,
    spoed_reden: str = "",
) -> Agendapunt:
    """Take the case to the RAO, or from there to the Deelberaad; any of the four may, so that dissent is never stuck.

    ``verschil`` says in writing what the partners do not agree on. Skipping the RAO is for haste alone, with a reason.
    """
    punt = lock_punt(punt_id, door=door, recht=Recht.STANDPUNT_GEVEN)
    partner_of(door)
    _require_scalable(punt)
    overslaan = naar == Opschaling.DEELBERAAD and punt.soort != Soort.RAO
    if naar == Opschaling.RAO and punt.soort == Soort.RAO:
        raise NietNu(_("Dit punt ligt al bij het RAO. Daarna komt het Deelberaad Asiel."))
    if overslaan and not spoed_reden.strip():
        raise RedenOntbreekt(_("Eerst komt het RAO. Schrijf op welke spoed er is als u het RAO overslaat."))
    if not verschil.strip():
        raise RedenOntbreekt(_("Schrijf op waarover de partners het niet eens zijn en wat de vraag is."))
    punt.opgeschaald_naar, punt.verschil = naar, verschil.strip()
    punt.spoed_reden = spoed_reden.strip() if overslaan else None
    settle(
        punt,
        Besluit.OPGESCHAALD,
        door=door,
        op=peildatum,
        velden=("opgeschaald_naar", "verschil", "spoed_reden"),
    )
    return punt


def _require_scalable(punt: Agendapunt) -> None:
    """Discussed with open cards and not decided; where the minutes are fixed, the next agenda is the way."""
    _require_not_fixed(punt)
    besproken = punt.is_onthuld if punt.is_lko else punt.overleg is not None
    if not besproken or punt.besluit not in {*STEMBAAR, Besluit.GEEN_BESLUIT}:
        raise NietNu(_("Opschalen kan nadat de standpunten openstaan en zolang er niet is besloten."))


@transaction.atomic
def record_uitkomst(
    *, door: Medewerker, punt_id: UUID, besluit: str, tekst: str, peildatum: date
) -> Agendapunt:
    """What the RAO or the Deelberaad decided. They decide themselves; going up from there is ``escalate_punt``."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_VOORZITTEN)
    require_chair(punt.overleg, door=door)
    if stand_of(punt).stap != Stap.UITKOMST or besluit == Besluit.OPGESCHAALD:
        raise NietNu(_("De uitkomst legt u één keer vast, bij een punt van het RAO of het Deelberaad."))
    if not tekst.strip():
        raise RedenOntbreekt(_("Schrijf op wat er is besloten en waarom."))
    punt.besluit_tekst = tekst.strip()
    settle(punt, besluit, door=door, op=peildatum, velden=("besluit_tekst",))
    return punt


@transaction.atomic
def feed_back(*, door: Medewerker, punt_id: UUID, tekst: str, peildatum: date) -> Agendapunt:
    """Tell the overleg the case came from what was decided; it is announced on the next agenda there."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_INBRENGEN)
    if punt.is_lko or punt.besluit is None or punt.teruggekoppeld_op is not None:
        raise NietNu(
            _("Terugkoppelen kan één keer, nadat het RAO of het Deelberaad de uitkomst heeft vastgelegd.")
        )
    uitkomst = tekst.strip() or punt.besluit_tekst
    # Who sits in the RAO need not sit at the table that the case came from.
    with als_systeem():
        onder: Agendapunt | None = punt
        while onder is not None:
            onder.teruggekoppeld_op, onder.terugkoppeling = peildatum, uitkomst
            touch(onder, "teruggekoppeld_op", "terugkoppeling")
            keep_feiten(onder)
            eerder = Agendapunt.objects.filter(vervolg=onder).select_related("overleg")
            onder = eerder.select_for_update(of=("self",)).first()
    tell(
        punt,
        "overleg.teruggekoppeld",
        door=door,
        gegevens={"wijzigingen": {"teruggekoppeld_op": [None, peildatum.isoformat()]}},
    )
    return punt


@transaction.atomic
def treat_mededeling(*, door: Medewerker, punt_id: UUID, nu: datetime) -> Agendapunt:
    """The table has heard of it."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_NOTULEREN)
    if punt.vorm != Vorm.MEDEDELING or punt.behandeld_op is not None:
        raise NietNu(_("Dit is al besproken, of er moet over worden besloten."))
    punt.behandeld_op = nu
    touch(punt, "behandeld_op")
    return punt


@transaction.atomic
def record_besluit_buiten(
    *,
    door: Medewerker,
    dossiers: Collection[UUID],
    onderwerp: str,
    datum: date,
    tekst: str,
    partners: Collection[str],
    peildatum: date,
) -> Agendapunt:
    """Keep what was agreed by telephone or mail. It is provisional until a meeting confirms it (report §3.4)."""
    require(door, Recht.OVERLEG_INBRENGEN)
    partner = partner_of(door)
    if datum > peildatum:
        raise NietNu(_("Deze dag ligt in de toekomst. Vul de dag in waarop het is besloten."))
    if not tekst.strip():
        raise RedenOntbreekt(_("Schrijf op wat er is besloten en waarom dat niet kon wachten."))
    genomen = take_dossiers(dossiers, door=door)
    # Of whom the item is comes right after it: until then the database takes it for nobody's.
    with als_systeem():
        punt = Agendapunt.objects.create(
            onderwerp=onderwerp,
            datum_buiten=datum,
            partners=sorted({partner, *partners}),
            voorstel_door=partner,
            besluit=Besluit.VASTGESTELD,
            besloten_op=datum,
            besluit_tekst=tekst.strip(),
            aangemeld_door=door,
            ontvangen_op=min(d.ontvangen_op for d in genomen),
        )
        Puntdossier.objects.bulk_create(Puntdossier(punt=punt, dossier=d) for d in genomen)
    keep_feiten(punt)
    tell(
        punt,
        "overleg.buiten_overleg",
        door=door,
        gegevens={"onderwerp": onderwerp, "partners": punt.partners},
    )
    return punt


def _require_not_fixed(punt: Agendapunt) -> None:
    if hasattr(punt, "verslagpunt"):
        raise NietNu(_("Het verslag van dit punt is vastgesteld. U kunt het aanvullen, niet veranderen."))
