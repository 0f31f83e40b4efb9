"""Keeping the catalogue: nothing in it is about a person, and what a row was before stays."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Aanbod
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


@dataclass(frozen=True, kw_only=True)
class Aanbodgegevens:
    """Everything the catalogue says of one kind of support or project; see :class:`Aanbod`."""

    aanbieder: str
    organisatie: str
    titel: str
    omschrijving: str
    voorwaarden: str = ""
    contact: str = ""
    bron: str = ""
    van: date | None = None
    tot: date | None = None
    wensen: tuple[str, ...] = ()
    landen: tuple[str, ...] = ()
    gezin: bool = False
    medisch: bool = False
    nagekeken_op: date | None = None


@transaction.atomic
def add_aanbod(*, door: Medewerker, gegevens: Aanbodgegevens) -> Aanbod:
    """Add a kind of support or a project to the catalogue."""
    require(door, Recht.CATALOGUS_BEHEREN)
    _klopt(gegevens)
    aanbod = Aanbod.objects.create(**_velden(gegevens))
    record_gebeurtenis(
        soort="aanbod.toegevoegd",
        onderwerp=aanbod,
        dossier_id=None,
        door=door,
        gegevens={"titel": aanbod.titel, "organisatie": aanbod.organisatie},
    )
    return aanbod


@transaction.atomic
def change_aanbod(*, door: Medewerker, aanbod_id: UUID, versie: int, gegevens: Aanbodgegevens) -> Aanbod:
    """Change what the catalogue says; a project that stopped gets its last day and stays."""
    require(door, Recht.CATALOGUS_BEHEREN)
    _klopt(gegevens)
    aanbod: Aanbod = Aanbod.objects.select_for_update().get(pk=aanbod_id)
    if aanbod.versie != versie:
        raise Versieconflict(
            _("Een collega heeft dit intussen bijgewerkt. Vergelijk uw tekst met wat er nu staat."),
            bewaard={veld: str(getattr(aanbod, veld)) for veld in ("omschrijving", "voorwaarden", "contact")},
            versie=aanbod.versie,
        )
    wijzigingen = {}
    for veld, waarde in _velden(gegevens).items():
        oud = getattr(aanbod, veld)
        if oud != waarde:
            setattr(aanbod, veld, waarde)
            wijzigingen[veld] = [_als_json(oud), _als_json(waarde)]
    if not wijzigingen:
        raise WensKloptNiet(_("Er is niets veranderd. Pas iets aan, of ga terug."))
    aanbod.versie += 1
    aanbod.save()
    record_gebeurtenis(
        soort="aanbod.gewijzigd",
        onderwerp=aanbod,
        dossier_id=None,
        door=door,
        gegevens={"titel": aanbod.titel, "wijzigingen": wijzigingen},
    )
    return aanbod


def _klopt(gegevens: Aanbodgegevens) -> None:
    if gegevens.van and gegevens.tot and gegevens.tot < gegevens.van:
        raise WensKloptNiet(_("De laatste dag ligt vóór de eerste dag."), veld="tot")


def _velden(gegevens: Aanbodgegevens) -> dict[str, Any]:
    return {
        veld: list(waarde) if isinstance(waarde, tuple) else waarde
        for veld, waarde in asdict(gegevens).items()
    }


def _als_json(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
