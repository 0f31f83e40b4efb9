"""What the catalogue offers for one wish of one person, and why: each condition met, not met or not known, by name.

A pure answer about offers, never about people: nobody is ranked, and what is not known is never read as met. Whether
something can be done is for the organisation that offers it to say. Source: report §2.2 and §3.1 (Middelen).
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal

import msgspec

from verantwoord.kern.definities import Definities
from verantwoord.kern.dossierbeeld import Dossierbeeld

Oordeel = Literal["voldaan", "onbekend", "niet_voldaan"]
Uitkomst = Literal["past", "onbekend", "past_niet"]
# A person of whom one of these is recorded may have another nationality, or none that a country answers for.
ONBEKENDE_LANDEN: Final = frozenset({"XXA", "XXX"})
# The Union and the European Economic Area, by ISO 3166-1.
EU_EER: Final = frozenset(
    (
        "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL",
        "ISL", "ITA", "LIE", "LTU", "LUX", "LVA", "MLT", "NLD", "NOR", "POL", "PRT", "ROU", "SVK", "SVN", "SWE",
    )
)  # fmt: skip


class Aanbod(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of the catalogue as the finder reads it.

    An empty ``wensen`` or ``landen`` means: for every wish, in every country. ``gezin``: a family may come along;
    when that is not said, it is not known. ``eisen`` are names from :data:`EISEN`. ``in_woorden``: there are conditions
    that only a person can read, so of those nothing is known here.
    """

    id: str
    organisatie: str
    titel: str
    wensen: frozenset[str] = frozenset()
    landen: frozenset[str] = frozenset()
    gezin: bool = False
    medisch: bool = False
    van: date | None = None
    tot: date | None = None
    eisen: tuple[str, ...] = ()
    in_woorden: bool = False
    niet_nationaliteiten: frozenset[str] = frozenset()


class Situatie(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a person that a condition may ask. ``None`` is: not known.

    ``landen``: the countries to which this person may return; ``None`` when none is known or not all of them are.
    ``nationaliteiten`` likewise.
    """

    op: date
    landen: frozenset[str] | None = None
    nationaliteiten: frozenset[str] | None = None
    gezin: bool | None = None
    minderjarig: bool | None = None
    medische_indicatie: bool | None = None
    procedures_klaar: bool | None = None
    dublin: bool | None = None
    eigen_middelen: bool | None = None
    definitief: bool | None = None
    eerder_geholpen: bool | None = None


class Voorwaarde(msgspec.Struct, frozen=True, kw_only=True):
    """One condition of an offer, by name, and what is known of it."""

    naam: str
    oordeel: Oordeel


class Vondst(msgspec.Struct, frozen=True, kw_only=True):
    """One offer with every condition it has; without a condition there is nothing to ask, so it fits."""

    aanbod: Aanbod
    voorwaarden: tuple[Voorwaarde, ...]

    @property
    def uitkomst(self) -> Uitkomst:
        oordelen = {voorwaarde.oordeel for voorwaarde in self.voorwaarden}
        if "niet_voldaan" in oordelen:
            return "past_niet"
        return "onbekend" if "onbekend" in oordelen else "past"

    def met(self, oordeel: Oordeel) -> tuple[str, ...]:
        """The names of the conditions of which this is known."""
        return tuple(v.naam for v in self.voorwaarden if v.oordeel == oordeel)


def _ja(waarde: bool | None) -> Oordeel:  # noqa: FBT001 - the value itself is what is judged
    if waarde is None:
        return "onbekend"
    return "voldaan" if waarde else "niet_voldaan"


def _nee(waarde: bool | None) -> Oordeel:  # noqa: FBT001 - the value itself is what is judged
    return _ja(None if waarde is None else not waarde)


# Every condition that an entry of the catalogue may put, in the order of the page.
EISEN: Final[Mapping[str, Callable[[Situatie], Oordeel]]] = MappingProxyType(
    {
        "procedures_klaar": lambda s: _ja(s.procedures_klaar),
        "geen_dublin": lambda s: _nee(s.dublin),
        "geen_eu_eer": lambda s: _buiten(s, EU_EER),
        "geen_middelen": lambda s: _nee(s.eigen_middelen),
        "definitief_vertrek": lambda s: _ja(s.definitief),
        "eerste_keer": lambda s: _nee(s.eerder_geholpen),
        "alleen_gezin": lambda s: _ja(s.gezin),
        "alleen_alleenreizend": lambda s: _nee(s.gezin),
        "alleen_minderjarig": lambda s: _ja(s.minderjarig),
        "alleen_volwassen": lambda s: _nee(s.minderjarig),
        "alleen_medisch": lambda s: _ja(s.medische_indicatie),
    }
)
_VOLGORDE: Final[Mapping[Uitkomst, int]] = {"past": 0, "onbekend": 1, "past_niet": 2}


def vind(aanbod: Iterable[Aanbod], *, wens: str | None, situatie: Situatie) -> tuple[Vondst, ...]:
    """Judge every offer for a wish of this kind: what fits first, then what has something unknown, then the rest.

    Within these by the name of who offers it, so that no offer is put before another. ``wens`` is ``None`` when nobody
    has said yet what it is about.
    """
    gevonden = (Vondst(aanbod=een, voorwaarden=tuple(_van(een, wens, situatie))) for een in aanbod)
    return tuple(
        sorted(
            gevonden,
            key=lambda v: (
                _VOLGORDE[v.uitkomst],
                v.aanbod.organisatie.casefold(),
                v.aanbod.titel.casefold(),
                v.aanbod.id,
            ),
        )
    )


def _van(aanbod: Aanbod, wens: str | None, s: Situatie) -> list[Voorwaarde]:
    oordelen: dict[str, Oordeel] = {}
    if aanbod.wensen:
        past = wens in aanbod.wensen or (wens == "medische_zorg" and aanbod.medisch)
        oordelen["wens"] = "onbekend" if wens is None else _ja(past)
    if aanbod.van is not None or aanbod.tot is not None:
        oordelen["periode"] = _ja((aanbod.van or date.min) <= s.op <= (aanbod.tot or date.max))
    if aanbod.landen:
        # Somebody who wishes for another country goes to one that no fact names.
        oordelen["land"] = _in_een_van(None if wens == "derde_land" else s.landen, aanbod.landen)
    if not aanbod.gezin and "alleen_gezin" not in aanbod.eisen:
        # An entry that says nothing of families leaves open whether they may come along.
        oordelen["gezin"] = "voldaan" if s.gezin is False else "onbekend"
    for naam, oordeel in EISEN.items():
        if naam in aanbod.eisen:
            oordelen[naam] = oordeel(s)
    if aanbod.niet_nationaliteiten:
        oordelen["nationaliteit"] = _buiten(s, aanbod.niet_nationaliteiten)
    if aanbod.in_woorden:
        oordelen["woorden"] = "onbekend"
    return [Voorwaarde(naam=naam, oordeel=oordeel) for naam, oordeel in oordelen.items()]


def _in_een_van(landen: frozenset[str] | None, gevraagd: frozenset[str]) -> Oordeel:
    """All countries to which somebody may go are among those asked; with some of them it depends on which it is."""
    if not landen:
        return "onbekend"
    if landen <= gevraagd:
        return "voldaan"
    return "onbekend" if landen & gevraagd else "niet_voldaan"


def _buiten(s: Situatie, uitgesloten: frozenset[str]) -> Oordeel:
    if not s.nationaliteiten:
        return "onbekend"
    return "niet_voldaan" if s.nationaliteiten & uitgesloten else "voldaan"


def situatie_van(
    beeld: Dossierbeeld, *, op: date, p: dict[str, Any], nagevraagd: Mapping[str, bool | None] | None = None
) -> Situatie:
    """What the facts of a dossier say of the conditions; ``p`` are the parameters of the norms on that day.

    Of means of one's own, of a departure for good and of earlier help there is no fact: those are asked in the talk, and
    ``nagevraagd`` holds what was answered.
    """
    antwoorden = nagevraagd or {}
    d = Definities(beeld, op, p)
    nationaliteiten = frozenset(d.persoon.nationaliteiten)
    terugkeer = {besluit.land_van_terugkeer for besluit in d.besluiten if besluit.land_van_terugkeer}
    alle = nationaliteiten | terugkeer
    gezin = d.persoon.gezin
    return Situatie(
        op=op,
        landen=None if not alle or alle & ONBEKENDE_LANDEN else alle,
        nationaliteiten=None
        if not nationaliteiten or nationaliteiten & ONBEKENDE_LANDEN
        else nationaliteiten,
        gezin=any(lid.meereizend for lid in gezin) if gezin else None,
        minderjarig={"minderjarig": True, "meerderjarig": False}.get(d.leeftijd),
        medische_indicatie=_medisch(d),
        procedures_klaar=_procedures_klaar(d),
        dublin=beeld.spoor == "dublin",
        eigen_middelen=antwoorden.get("eigen_middelen"),
        definitief=antwoorden.get("definitief"),
        eerder_geholpen=antwoorden.get("eerder_geholpen"),
    )


def _medisch(d: Definities) -> bool | None:
    """A sign that health matters to the journey. A check that found none says so only of that day, so it is not known."""
    m = d.medisch
    aanwijzing = (m.aanwijzing_op, m.art64_aangevraagd_op, m.art64_ambtshalve_op, m.art64_besluit)
    return True if m.reisvoorwaarden or any(feit is not None for feit in aanwijzing) else None


def _procedures_klaar(d: Definities) -> bool | None:
    """Whether nothing runs any more before the IND or the court; an incomplete judgment leaves it open."""
    loopt = bool(d.open_aanvragen) or any(
        beroep.uitspraak_op is None and beroep.uitkomst is None for beroep in d.hoger_beroepen
    )
    if loopt or d.actieve_voorziening is not None or d.beroepsstand in {"loopt", "termijn_loopt", "gegrond"}:
        return False
    if any(v.toegewezen is None for v in d.voorlopige_voorzieningen):
        return None
    return True if d.beroepsstand in {"afgedaan", "termijn_verstreken"} else None
