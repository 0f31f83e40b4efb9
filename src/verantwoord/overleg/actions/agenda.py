"""The agenda: members put cases on it, say what they propose, ask a guest, or leave an item for later."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier, Verblijfplaats
from verantwoord.overleg.bij_dossiers import take_dossiers
from verantwoord.overleg.feitwijziging import tell
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt
from verantwoord.overleg.keuzes import ROL_AAN_TAFEL, Partner, Reden
from verantwoord.overleg.models import Agendapunt, Gast, Overleg, Puntdossier
from verantwoord.overleg.slot import (
    lock_overleg,
    lock_punt,
    partner_of,
    require_chair,
    require_open,
    touch,
    touch_overleg,
)
from verantwoord.overleg.tegenspreker import choose_tegenspreker
from verantwoord.overleg.toelating import let_in, let_in_gast, let_out, let_out_gast
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Organisatie, Recht


@transaction.atomic
def add_punt(
    *,
    door: Medewerker,
    overleg_id: UUID,
    dossiers: Collection[UUID],
    onderwerp: str,
    vraag: str,
    voorstel: str = "",
) -> Agendapunt:
    """Put a case on the agenda, as any member may. Who puts it there is who proposes.

    Raises ``NietGedeeld`` for a shielded dossier, ``NietNu`` when it is on this agenda already or belongs elsewhere.
    """
    overleg = require_open(lock_overleg(overleg_id, door=door, recht=Recht.OVERLEG_INBRENGEN))
    partner = partner_of(door)
    genomen = take_dossiers(dossiers, door=door)
    if not vraag.strip():
        raise RedenOntbreekt(_("Schrijf op welke vraag het overleg moet beantwoorden."))
    _require_place(overleg, genomen)
    al = overleg.punten.filter(
        dossiers__dossier__in=genomen, doorgeschoven_op__isnull=True, onderwerp=onderwerp
    )
    if al.exists():
        raise NietNu(_("Dit staat al op deze agenda. Open dat punt en vul uw voorstel daar aan."))
    punt = Agendapunt(
        overleg=overleg,
        onderwerp=onderwerp,
        vraag=vraag.strip(),
        voorstel=voorstel.strip(),
        voorstel_door=partner,
        redenen=[Reden.VERZOEK],
        aangemeld_door=door,
        ontvangen_op=min(d.ontvangen_op for d in genomen),
    )
    return place(punt, [Puntdossier(dossier=d) for d in genomen], door=door)


def place(punt: Agendapunt, dossiers: Collection[Puntdossier], *, door: Medewerker) -> Agendapunt:
    """Put a new item on the agenda of its locked meeting and let those at the table into its dossiers."""
    assert punt.overleg is not None  # noqa: S101 - an agenda belongs to a meeting; tells the type checker
    if punt.overleg.is_lko:
        punt.tegenspreker = choose_tegenspreker(punt)
    punt.save(force_insert=True)
    for bij in dossiers:
        bij.punt = punt
    Puntdossier.objects.bulk_create(dossiers)
    let_in(punt)
    touch_overleg(punt.overleg)
    tell(
        punt,
        "overleg.geagendeerd",
        door=door,
        gegevens={"onderwerp": punt.onderwerp, "redenen": punt.redenen},
    )
    return punt


def _require_place(overleg: Overleg, dossiers: Collection[Dossier]) -> None:
    """An LKO is about who lives there, or whose team sits there: others at the table need not know of the case."""
    if not overleg.is_lko:
        return
    with als_systeem():
        hier = set(
            Verblijfplaats.objects.filter(
                Q(tot__isnull=True) | Q(tot__gte=overleg.datum),
                dossier__in=dossiers,
                locatie__in=overleg.locaties,
            ).values_list("dossier_id", flat=True)
        )
    teams = set(overleg.deelnemers.filter(organisatie=Organisatie.DTV).values_list("team_id", flat=True))
    if any(d.pk not in hier and d.team_id not in teams for d in dossiers):
        raise NietNu(
            _("Deze persoon verblijft niet op een locatie van dit overleg. Kies het overleg van die locatie.")
        )


@transaction.atomic
def change_voorstel(*, door: Medewerker, punt_id: UUID, vraag: str, voorstel: str, versie: int) -> Agendapunt:
    """Say better what is asked and proposed, until the positions are open. ``versie`` is that of the item."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_INBRENGEN)
    if partner_of(door) not in {punt.voorstel_door, punt.overleg.voorzitter if punt.overleg else ""}:
        raise NietNu(_("Het voorstel verandert wie het deed, of de voorzitter."))
    if punt.is_onthuld or punt.besluit is not None:
        raise NietNu(_("De standpunten gaan over dit voorstel en staan al open. Het verandert niet meer."))
    if (punt.vraag, punt.voorstel) == (vraag.strip(), voorstel.strip()):
        return punt
    if punt.versie != versie:
        raise Versieconflict(
            _("Dit punt is intussen veranderd. Uw tekst is er nog. Lees beide en bewaar wat klopt."),
            bewaard={"vraag": punt.vraag, "voorstel": punt.voorstel},
            versie=punt.versie,
        )
    if not vraag.strip():
        raise RedenOntbreekt(_("Schrijf op welke vraag het overleg moet beantwoorden."))
    punt.vraag, punt.voorstel = vraag.strip(), voorstel.strip()
    touch(punt, "vraag", "voorstel")
    return punt


@transaction.atomic
def defer_punt(*, door: Medewerker, punt_id: UUID, reden: str, nu: datetime) -> Agendapunt:
    """Leave an item that nobody opened yet for the next agenda."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_VOORZITTEN)
    require_chair(require_open(punt.overleg), door=door)
    if punt.is_onthuld or punt.besluit is not None or punt.doorgeschoven_op is not None:
        raise NietNu(_("Dit punt is al besproken. Houd het aan of schaal het op."))
    if not reden.strip():
        raise RedenOntbreekt(_("Schrijf op waarom dit punt naar een volgende keer gaat."))
    punt.doorgeschoven_op, punt.reden_doorgeschoven = nu, reden.strip()
    touch(punt, "doorgeschoven_op", "reden_doorgeschoven")
    let_out(punt)
    tell(punt, "overleg.van_agenda", door=door)
    return punt


@transaction.atomic
def invite_gast(*, door: Medewerker, punt_id: UUID, naam: str, team_id: int | None, reden: str) -> Gast:
    """Ask somebody for this item alone. A team of another organisation sees this item; a name without one sees nothing."""
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_INBRENGEN)
    require_open(punt.overleg)
    if not naam.strip() or not reden.strip():
        raise RedenOntbreekt(_("Schrijf op wie u uitnodigt en waarom dat voor dit punt nodig is."))
    team = Team.objects.get(pk=team_id) if team_id is not None else None
    if team is not None and team.organisatie in {*Partner.values}:
        raise NietNu(_("Deze organisatie zit al aan tafel. Een gast komt van een andere organisatie."))
    gast = Gast.objects.create(
        punt=punt,
        naam=naam.strip(),
        organisatie=team.organisatie if team else "",
        team=team,
        rol=ROL_AAN_TAFEL[Organisatie(team.organisatie)] if team else "",
        reden=reden.strip(),
    )
    let_in_gast(gast)
    touch(punt)
    tell(
        punt,
        "overleg.gast_uitgenodigd",
        door=door,
        gegevens={"organisatie": gast.organisatie, "gast": gast.naam},
    )
    return gast


@transaction.atomic
def end_gast(*, door: Medewerker, punt_id: UUID, gast_id: UUID, nu: datetime) -> Gast:
    punt = lock_punt(punt_id, door=door, recht=Recht.OVERLEG_INBRENGEN)
    gast = Gast.objects.get(pk=gast_id, punt=punt, tot__isnull=True)
    gast.tot = nu
    gast.save(update_fields=["tot"])
    gast.punt = punt
    let_out_gast(gast)
    touch(punt)
    tell(punt, "overleg.gast_klaar", door=door, gegevens={"organisatie": gast.organisatie, "gast": gast.naam})
    return gast
