"""Changes of reference data. None of them touches a dossier: what a number or a country means there is asked anew."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.parameters import Keuze, Parameters
from verantwoord.stamgegevens.landen import ZONDER_LAND, landnaam
from verantwoord.stamgegevens.models import Landmedewerking, Parameterwaarde
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

# Nobody means more than a year, in whatever unit; a slip of the keyboard soon does.
HOOGSTE_WAARDE = 366


class GeenKeuze(DomeinFout):
    """A value or a period that cannot be chosen; the sentence says what can."""


class StondErAl(DomeinFout):
    """What was entered is already known."""


@transaction.atomic
def choose_parameterwaarde(
    *,
    door: Medewerker,
    norm: str,
    naam: str,
    waarde: int,
    geldig_van: date,
    geldig_tot: date | None,
    reden: str,
    vandaag: date,
) -> Parameterwaarde:
    """Choose the number of a norm for a period that begins today or later; the past keeps its answers.

    A period that begins on the same day as one that stands is put in its place. Only numbers that no source gives can
    be chosen.
    """
    require(door, Recht.NORMWAARDEN_KIEZEN)
    if geldig_van < vandaag:
        raise GeenKeuze(
            _("Een waarde kan vanaf vandaag gelden of later. Wat al is beoordeeld, blijft zoals het was.")
        )
    if waarde > HOOGSTE_WAARDE:
        raise GeenKeuze(_("Kies ten hoogste %(n)d.") % {"n": HOOGSTE_WAARDE})
    if not reden.strip():
        raise GeenKeuze(_("Schrijf op waarom de organisatie dit kiest."))
    Parameters([Keuze(norm=norm, naam=naam, waarde=waarde, geldig_van=geldig_van, geldig_tot=geldig_tot)])
    rijen = Parameterwaarde.objects.select_for_update().filter(norm=norm, naam=naam, geldig_van=geldig_van)
    bestaand = rijen.first()
    nieuw = {"waarde": waarde, "geldig_tot": geldig_tot, "reden": reden.strip()}
    rij = bestaand or Parameterwaarde(norm=norm, naam=naam, geldig_van=geldig_van)
    wijzigingen = _zet(rij, nieuw, is_nieuw=bestaand is None)
    if not wijzigingen:
        raise StondErAl(_("Deze waarde stond er al voor deze periode. Er is niets veranderd."))
    rij.save()
    record_gebeurtenis(
        soort="normwaarde.gekozen",
        onderwerp=rij,
        dossier_id=None,
        door=door,
        gegevens={
            "norm": norm,
            "naam": naam,
            "geldig_van": geldig_van.isoformat(),
            "reden": reden.strip(),
            "wijzigingen": wijzigingen,
        },
    )
    return rij


@transaction.atomic
def end_parameterwaarde(*, door: Medewerker, waarde_id: int, reden: str, vandaag: date) -> None:
    """Let a chosen number end with today as its last day; one that has not begun is taken back."""
    require(door, Recht.NORMWAARDEN_KIEZEN)
    rij = Parameterwaarde.objects.select_for_update().filter(pk=waarde_id).first()
    if rij is None or (rij.geldig_tot is not None and rij.geldig_tot <= vandaag):
        raise GeenKeuze(_("Deze waarde geldt niet meer. Ververs de pagina."))
    if not reden.strip():
        raise GeenKeuze(_("Schrijf op waarom de organisatie dit kiest."))
    begonnen = rij.geldig_van <= vandaag
    oud = _als_json(rij.geldig_tot)
    record_gebeurtenis(
        soort="normwaarde.beeindigd" if begonnen else "normwaarde.ingetrokken",
        onderwerp=rij,
        dossier_id=None,
        door=door,
        gegevens={
            "norm": rij.norm,
            "naam": rij.naam,
            "waarde": rij.waarde,
            "geldig_van": rij.geldig_van.isoformat(),
            "reden": reden.strip(),
            **({"wijzigingen": {"geldig_tot": [oud, vandaag.isoformat()]}} if begonnen else {}),
        },
    )
    if begonnen:
        rij.geldig_tot = vandaag
        rij.save(update_fields=["geldig_tot"])
    else:
        rij.delete()


@transaction.atomic
def record_landmedewerking(
    *,
    door: Medewerker,
    land: str,
    lp_vrijwillig: bool | None,
    lp_gedwongen: bool | None,
    per: date,
    bron: str,
    vandaag: date,
) -> Landmedewerking:
    """Record whether a country issues travel documents, as known from a day and with where that was learnt.

    A second statement for the same country and day corrects the first. No dossier changes by it.
    """
    require(door, Recht.LANDEN_BIJHOUDEN)
    if land in ZONDER_LAND or landnaam(land) == land:
        raise DomeinFout(_("Kies een land uit de lijst."))
    if per > vandaag:
        raise DomeinFout(_("Deze dag moet nog komen. Leg vast wat nu bekend is."))
    if not bron.strip():
        raise DomeinFout(_("Schrijf op van wie of waaruit u dit weet."))
    bestaand = Landmedewerking.objects.select_for_update().filter(land=land, per=per).first()
    rij = bestaand or Landmedewerking(land=land, per=per)
    nieuw = {"lp_vrijwillig": lp_vrijwillig, "lp_gedwongen": lp_gedwongen, "bron": bron.strip()}
    wijzigingen = _zet(rij, nieuw, is_nieuw=bestaand is None)
    if not wijzigingen:
        raise StondErAl(_("Dit stond er al voor deze dag. Er is niets veranderd."))
    rij.save()
    record_gebeurtenis(
        soort="landmedewerking.vastgelegd" if bestaand is None else "landmedewerking.verbeterd",
        onderwerp=rij,
        dossier_id=None,
        door=door,
        gegevens={"land": land, "per": per.isoformat(), "wijzigingen": wijzigingen},
    )
    return rij


def _zet(rij: Any, nieuw: dict[str, Any], *, is_nieuw: bool) -> dict[str, list[Any]]:
    """Put the values in the row; return what became different, as an event keeps it."""
    wijzigingen = {}
    for veld, waarde in nieuw.items():
        oud = None if is_nieuw else getattr(rij, veld)
        if is_nieuw or oud != waarde:
            wijzigingen[veld] = [_als_json(oud), _als_json(waarde)]
        setattr(rij, veld, waarde)
    return wijzigingen


def _als_json(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
