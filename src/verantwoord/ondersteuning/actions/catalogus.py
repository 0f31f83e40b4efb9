"""Keeping the catalogue: nothing in it is about a person, and what a row was before stays."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
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
    mogelijkheid: str = ""
    biedt: tuple[str, ...] = ()
    bedrag: Decimal | None = None
    eisen: tuple[str, ...] = ()
    niet_nationaliteiten: tuple[str, ...] = ()
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
    voorbeeld: bool = False


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


@transaction.atomic
def confirm_aanbod(*, door: Medewerker, aanbod_id: UUID, versie: int, peildatum: date) -> Aanbod:
    """Record that the organisation was asked today and everything still holds."""
    require(door, Recht.CATALOGUS_BEHEREN)
    aanbod: Aanbod = Aanbod.objects.select_for_update().get(pk=aanbod_id)
    if aanbod.versie != versie:
        raise WensKloptNiet(_("Een collega heeft dit intussen bijgewerkt. Lees het opnieuw."))
    vorige, aanbod.nagekeken_op = aanbod.nagekeken_op, peildatum
    aanbod.versie += 1
    aanbod.save(update_fields=["nagekeken_op", "versie"])
    record_gebeurtenis(
        soort="aanbod.nagevraagd",
        onderwerp=aanbod,
        dossier_id=None,
        door=door,
        gegevens={
            "titel": aanbod.titel,
            "wijzigingen": {"nagekeken_op": [_als_json(vorige), _als_json(peildatum)]},
        },
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
    if isinstance(waarde, Decimal):
        return str(waarde)
    return waarde.isoformat() if isinstance(waarde, date) else waarde
