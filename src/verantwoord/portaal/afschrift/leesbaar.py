"""The copy in words: codes become what they mean, and long logs become a line each day. All of it stands in the file too."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from django.utils import timezone

from verantwoord.kern.beoordeling import HANDELINGEN
from verantwoord.kern.normen import NORMEN
from verantwoord.kern.verwerkingen import VERWERKINGEN
from verantwoord.kern.woorden import ONDERSTEUNING, PARTNER
from verantwoord.portaal.afschrift.indeling import INDELING, LOGBOEK
from verantwoord.portaal.afschrift.rijen import GEBEURTENIS, INZAGE, modellen
from verantwoord.portaal.queries.betwistingen import ONDERWERPEN
from verantwoord.portaal.queries.gekeken import taak, waarvoor, wie
from verantwoord.stamgegevens.landen import landnaam, taalnaam
from verantwoord.web.datums import lang as datum

Rij = Mapping[str, Any]
# What only seals rows, holds them together or is an answer of the program to itself; it stands in the file for machines.
TECHNISCH: Final = frozenset(
    {
        "bon", "categorieen", "hash", "onderwerp_id", "plaats", "regelset", "schema", "sleutel", "toegestaan",
        "toelichting_vinger", "versie", "volgnummer", "volgorde", "vorige",
    }
)  # fmt: skip
# A day on which nothing ends.
NOOIT: Final = date.max
_CODE: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
_ANDERE: Final = {
    "iom": "IOM",
    "vwn": "VluchtelingenWerk",
    "nidos": "Nidos",
    "dia": "de DIA",
    "inspectie": "de Inspectie",
}


def _partner(code: str) -> str:
    return {**PARTNER, **_ANDERE}.get(code, code)


def _norm(code: str) -> str:
    return NORMEN[code].titel if code in NORMEN else code


def _handeling(code: str) -> str:
    return str(HANDELINGEN.get(code, code))


def _hulp(code: str) -> str:
    return ONDERSTEUNING.get(code, code)


def _onderwerp(code: str) -> str:
    return str(ONDERWERPEN.get(code, code))


# By the name of a field what its codes mean.
_WOORDEN: Final[Mapping[str, Callable[[str], str]]] = {
    "land": landnaam,
    "land_van_terugkeer": landnaam,
    "nationaliteiten": landnaam,
    "taal": taalnaam,
    "talen": taalnaam,
    "norm": _norm,
    "blokkeert": _handeling,
    "handeling": _handeling,
    "organisatie": _partner,
    "afzender": _partner,
    "partner": _partner,
    "opgelegd_door": _partner,
    "onderwerp": _onderwerp,
    "opties_besproken": _hulp,
}


def woord(veld: str, waarde: str) -> str:
    """A value of a field in words; what somebody wrote stays as it was written."""
    if veld in _WOORDEN:
        return _WOORDEN[veld](waarde)
    return waarde.replace("_", " ") if _CODE.fullmatch(waarde) else waarde


def rij_in_woorden(label: str, rij: Rij) -> dict[str, Any]:
    """A row without what is technical, with the words that its table has for its choices."""
    keuzes = _keuzes(label)
    return {
        veld: keuzes[veld].get(waarde, waarde) if veld in keuzes and isinstance(waarde, str) else waarde
        for veld, waarde in rij.items()
        if veld not in TECHNISCH and waarde != NOOIT
    }


def regels_van(label: str, rijen: Sequence[Rij]) -> list[str] | None:
    """A log as lines; nothing for a table that is shown row by row."""
    if label == GEBEURTENIS:
        return [
            f"{_moment(rij['moment'])}: {_zin(rij['soort'])}, door {rij['door_naam'] or 'het programma'}"
            for rij in rijen
        ]
    if label == INZAGE:
        return list(_per_dag((rij["moment"], _blik(rij)) for rij in rijen))
    if label == LOGBOEK:
        return list(_per_dag((rij["moment"], _verwerking(rij["activiteit"])) for rij in rijen))
    return None


def _per_dag(momenten: Iterator[tuple[datetime, str]]) -> Iterator[str]:
    """The same thing more than once on one day in one line, with how often."""
    keren = Counter((timezone.localtime(moment).date(), wat) for moment, wat in momenten)
    for (dag, wat), keer in sorted(keren.items()):
        yield f"{datum(dag)}: {wat}" + (f" ({keer} keer)" if keer > 1 else "")


def _blik(rij: Rij) -> str:
    delen = (wie(rij["organisatie"], rij["rol"]), taak(rij["rol"]), waarvoor(rij["doel"]))
    return ", ".join(str(deel) for deel in delen if deel) + ("" if rij["toegestaan"] else ", niet toegestaan")


def _verwerking(code: str) -> str:
    """An activity as the register of processing names it; the number of its description is left away."""
    bekend = VERWERKINGEN.get(code.rpartition("-")[0])
    return f"{bekend.naam}. {bekend.doel}" if bekend else code


def _moment(op: datetime) -> str:
    lokaal = timezone.localtime(op)
    return f"{datum(lokaal.date())}, {lokaal:%H.%M} uur"


def _zin(soort: str) -> str:
    return soort.replace(".", " ").replace("_", " ")


@cache
def _keuzes(label: str) -> dict[str, dict[Any, str]]:
    """For each field with a closed list what each choice is called; a log has no table of its own."""
    if label not in INDELING:
        return {}
    return {
        veld.name: {sleutel: str(naam) for sleutel, naam in veld.flatchoices}
        for veld in modellen()[label]._meta.concrete_fields
        if veld.choices
    }
