"""Keeping the catalogue true: what has to be asked again and by when, and who changed what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Q
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.kalender import plus_dagen
from verantwoord.ondersteuning.forms import AanbodForm
from verantwoord.ondersteuning.keuzes import Aanbieder, Eis, Hulp, Mogelijkheid, Soort
from verantwoord.ondersteuning.models import Aanbod
from verantwoord.ondersteuning.queries import wijzigingen_of
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.models import Medewerker
from verantwoord.web import datums
from verantwoord.web.waarden import Verschilonderdeel

# An entry is asked about again this long after the last time, and looked at again this long before it ends. Nobody
# prescribes these numbers: they are a choice of the project.
NAVRAGEN_NA: Final = 180
VOOR_HET_EINDE: Final = 30
_NAMEN: Final[Mapping[str, Any]] = {
    "aanbieder": Aanbieder,
    "mogelijkheid": Mogelijkheid,
    "wensen": Soort,
    "biedt": Hulp,
    "eisen": Eis,
}


@dataclass(frozen=True, kw_only=True)
class Nakijkpunt:
    """An entry that has to be asked about: why, from which day on, and the last day for it."""

    aanbod: Aanbod
    loopt_af: bool
    sinds: date
    uiterlijk_op: date


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """One change of an entry: when, by whom, and each field as it was and as it became."""

    moment: datetime
    door: str
    wat: str
    velden: list[Verschilonderdeel]


def na_te_kijken(*, viewer: Medewerker, peildatum: date) -> list[Nakijkpunt]:
    """What has to be asked about now, the nearest last day first. What has ended is not: it stays as it was."""
    einde, oud = plus_dagen(peildatum, VOOR_HET_EINDE), plus_dagen(peildatum, -NAVRAGEN_NA)
    rijen = (
        Aanbod.objects.visible_to(viewer)
        .filter(Q(tot__isnull=True) | Q(tot__gte=peildatum))
        .filter(Q(tot__lte=einde) | Q(nagekeken_op__isnull=True) | Q(nagekeken_op__lt=oud))
    )
    punten = (_punt(rij, peildatum) for rij in rijen)
    return sorted(punten, key=lambda p: (p.uiterlijk_op, p.aanbod.organisatie, p.aanbod.titel))


def _punt(aanbod: Aanbod, peildatum: date) -> Nakijkpunt:
    if aanbod.tot is not None and aanbod.tot <= plus_dagen(peildatum, VOOR_HET_EINDE):
        sinds = plus_dagen(aanbod.tot, -VOOR_HET_EINDE)
        return Nakijkpunt(aanbod=aanbod, loopt_af=True, sinds=sinds, uiterlijk_op=aanbod.tot)
    # What nobody ever asked about has waited since it is there; its last day is the day it begins to hold, or today.
    sinds = plus_dagen(aanbod.nagekeken_op, NAVRAGEN_NA) if aanbod.nagekeken_op else date.min
    return Nakijkpunt(
        aanbod=aanbod, loopt_af=False, sinds=sinds, uiterlijk_op=sinds if aanbod.nagekeken_op else peildatum
    )


def geschiedenis_of(aanbod: Aanbod, *, viewer: Medewerker) -> list[Wijziging]:
    """Who changed what in one entry and when, newest first."""
    return [
        Wijziging(
            moment=g.moment,
            door=g.door_naam,
            wat=_wat(g),
            velden=list(_velden(g.gegevens.get("wijzigingen", {}))),
        )
        for g in wijzigingen_of(aanbod, viewer=viewer)
    ]


def _wat(g: Gebeurtenis) -> str:
    namen = {
        "aanbod.toegevoegd": _("Toegevoegd"),
        "aanbod.nagevraagd": _("Nagevraagd bij de organisatie: het klopt nog"),
    }
    return namen.get(g.soort, _("Bijgewerkt"))


def _velden(wijzigingen: Mapping[str, list[Any]]) -> Iterator[Verschilonderdeel]:
    """The fields in the order of the form."""
    for veld, formulierveld in AanbodForm.base_fields.items():
        if veld in wijzigingen:
            oud, nieuw = wijzigingen[veld]
            yield Verschilonderdeel(str(formulierveld.label), in_woorden(veld, oud), in_woorden(veld, nieuw))


def in_woorden(veld: str, waarde: Any) -> str:
    """The value of a field as a reader sees it, from the row or from an event."""
    if waarde in (None, "", [], ()):
        return _("niets")
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if veld in {"landen", "niet_nationaliteiten"}:
        return ", ".join(sorted(map(landnaam, waarde)))
    if veld in _NAMEN:
        codes = waarde if isinstance(waarde, (list, tuple)) else [waarde]
        return ", ".join(str(_NAMEN[veld](code).label) for code in codes)
    if veld in {"van", "tot", "nagekeken_op"}:
        return datums.dag_maand(waarde if isinstance(waarde, date) else date.fromisoformat(waarde))
    return f"€ {waarde}" if veld == "bedrag" else str(waarde)
