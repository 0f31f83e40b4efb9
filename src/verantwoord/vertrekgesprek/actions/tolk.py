"""The interpreter of a planned talk: asked for, and confirmed. That nobody came is kept by ``record_niet_gevoerd``."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.actions.planning import check_versie, sitting_of, weiger_tenzij_gepland
from verantwoord.vertrekgesprek.actions.slot import als_json, bewaar, neem, schrijf
from verantwoord.vertrekgesprek.fouten import PlanningKloptNiet
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.vertrekgesprek.verslag import MET_TOLK


@dataclass(frozen=True, kw_only=True)
class Tolkbestelling:
    """How somebody interprets, under which number it was ordered and when, and when that was confirmed.

    ``tolk_voorkeur`` is what the person asked for: a woman or a man, or a dialect.
    """

    tolk_gepland: str
    tolk_voorkeur: str = ""
    tolk_bestelling: str = ""
    tolk_besteld_op: date | None = None
    tolk_bevestigd_op: date | None = None


@transaction.atomic
def record_tolk(
    *,
    door: Medewerker,
    dossier_id: UUID,
    gesprek_id: UUID,
    versie: int,
    bestelling: Tolkbestelling,
    peildatum: date,
) -> Gesprek:
    """Keep that an interpreter was ordered for a planned talk, or confirmed (norm gesprek-tolk).

    One interpreter comes to the sitting of a family, so the order stands in the talk of each of them; who somebody asked
    for stands in their own alone.
    """
    gesprek = neem(door=door, dossier_id=dossier_id, gesprek_id=gesprek_id)
    weiger_tenzij_gepland(gesprek)
    check_versie(gesprek, versie)
    _check(bestelling, peildatum=peildatum)
    velden = asdict(bestelling)
    _leg_vast(gesprek, velden, door=door)
    del velden["tolk_voorkeur"]
    for ander in sitting_of(gesprek, door=door):
        _leg_vast(ander, velden, door=door)
    return gesprek


def _leg_vast(gesprek: Gesprek, velden: Mapping[str, Any], *, door: Medewerker) -> None:
    wijzigingen = {
        veld: [als_json(getattr(gesprek, veld)), als_json(nieuw)]
        for veld, nieuw in velden.items()
        if getattr(gesprek, veld) != nieuw
    }
    if not wijzigingen:
        return
    for veld in wijzigingen:
        setattr(gesprek, veld, velden[veld])
    bewaar(gesprek, [*wijzigingen])
    bevestigd = "tolk_bevestigd_op" in wijzigingen and gesprek.tolk_bevestigd_op is not None
    schrijf(
        gesprek,
        "tolk.bevestigd" if bevestigd else "tolk.besteld",
        door=door,
        gegevens={"moment": gesprek.moment, "wijzigingen": wijzigingen},
    )


def _check(bestelling: Tolkbestelling, *, peildatum: date) -> None:
    if bestelling.tolk_gepland not in MET_TOLK:
        raise PlanningKloptNiet(_("Kies een tolk in de kamer of aan de telefoon."), veld="tolk_gepland")
    besteld, bevestigd = bestelling.tolk_besteld_op, bestelling.tolk_bevestigd_op
    if besteld is None:
        raise PlanningKloptNiet(_("Vul in wanneer de tolk is besteld."), veld="tolk_besteld_op")
    for veld, dag in (("tolk_besteld_op", besteld), ("tolk_bevestigd_op", bevestigd)):
        if dag is not None and dag > peildatum:
            raise PlanningKloptNiet(_("Deze dag moet nog komen. Leg vast wat al is gebeurd."), veld=veld)
    if bevestigd is not None and bevestigd < besteld:
        raise PlanningKloptNiet(
            _("De tolk kan niet eerder zijn bevestigd dan besteld. Controleer de datums."),
            veld="tolk_bevestigd_op",
        )
