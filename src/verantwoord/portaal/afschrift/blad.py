"""The copy as a document to read: plain data for ``web.pdf``, in Dutch, for it repeats what was written."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, Final

from django.utils import timezone, translation

from verantwoord.dossier.models import Afschrift
from verantwoord.portaal.afschrift.indeling import GRONDEN, INDELING, SPOREN
from verantwoord.portaal.afschrift.leesbaar import regels_van, rij_in_woorden, woord
from verantwoord.portaal.afschrift.verzamelen import Inhoud
from verantwoord.web.datums import lang as datum

_LEEG: Final[tuple[Any, ...]] = (None, "", [], {}, ())
_UITLEG: Final = (
    "Eerst staat hier wat wij over u en uw zaak weten. Daarna staat wat daarmee is gedaan. Wie in uw dossier keek en waarvoor"
    " uw gegevens zijn gebruikt, staat per dag. Elke keer apart, met nummers en controlegetallen, staat in het bestand voor"
    " een computer. Begrijpt u iets niet? Vraag het uw contactpersoon of uw advocaat."
)


def afschriftblad(inhoud: Inhoud, afschrift: Afschrift, *, op: date) -> dict[str, Any]:
    """The document, with its reference on every page and first of all what is not in it."""
    with translation.override("nl"):
        return _blad(inhoud, afschrift, op)


def _blad(inhoud: Inhoud, afschrift: Afschrift, op: date) -> dict[str, Any]:
    return {
        "titel": "Afschrift van uw dossier",
        "afzender": "Dienst Terugkeer en Vertrek",
        "onderkop": f"Gemaakt op {datum(op)}. Dit is alles wat wij over u bewaren, op grond van AVG artikel 15.",
        "voettekst": f"Afschrift {afschrift.kenmerk}, alleen voor wie het vroeg",
        "feiten": [
            {"naam": "Kenmerk", "waarde": afschrift.kenmerk},
            {"naam": "Gevraagd door", "waarde": afschrift.gevraagd_naam},
            {"naam": "Onderdelen", "waarde": str(sum(t.aanwezig for t in inhoud.tellingen.values()))},
            {"naam": "Achtergehouden", "waarde": str(sum(een.aantal for een in inhoud.achter))},
        ],
        "delen": [
            {"kop": "Wat wij nu achterhouden", **_achter(inhoud)},
            {"kop": "Hoe u dit leest", "alineas": [_UITLEG]},
            *_feiten(inhoud.feiten),
            *_rijen(inhoud.rijen),
            {"kop": "Hoeveel wij van alles bewaren", "lijst": list(_tellingen(inhoud))},
        ],
    }


def reden_van(grond: str) -> str:
    return GRONDEN[grond]


def _achter(inhoud: Inhoud) -> dict[str, list[str]]:
    if not inhoud.achter:
        return {"alineas": ["Niets."]}
    regels = []
    for een in inhoud.achter:
        woord = "onderdeel" if een.aantal == 1 else "onderdelen"
        tot = f" Tot en met {datum(een.tot)}." if een.tot else ""
        regels.append(f"{een.aantal} {woord}. {reden_van(een.grond)}{tot}")
    klacht = "Bent u het hier niet mee eens? Vraag uw advocaat, of dien een klacht in bij de Autoriteit Persoonsgegevens."
    return {"lijst": regels, "alineas": [klacht]}


def _feiten(feiten: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for naam, waarde in feiten.items():
        if naam == "schema" or waarde in _LEEG:
            continue
        if isinstance(waarde, list | tuple):
            yield {"kop": _kop(naam)}
            for nummer, een in enumerate(waarde, 1):
                yield {"kop": f"{_kop(naam)} {nummer}", "niveau": 3, "lijst": list(_regels(een))}
        else:
            yield {"kop": _kop(naam), "lijst": list(_regels(waarde))}


def _rijen(rijen: Mapping[str, list[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    for label, alle in rijen.items():
        titel = SPOREN[label] if label in SPOREN else INDELING[label].titel
        if (regels := regels_van(label, alle)) is not None:
            yield {"kop": titel, "lijst": regels}
            continue
        yield {"kop": titel}
        for nummer, rij in enumerate(alle, 1):
            leesbaar = {
                naam: waarde
                for naam, waarde in rij_in_woorden(label, rij).items()
                if not _is_sleutel(naam, waarde)
            }
            yield {"kop": f"{titel} {nummer}", "niveau": 3, "lijst": list(_regels(leesbaar)) or ["Leeg"]}


def _tellingen(inhoud: Inhoud) -> Iterator[str]:
    for telling in inhoud.tellingen.values():
        if telling.aanwezig:
            yield (
                f"{telling.titel}: {telling.aanwezig}. In dit afschrift {telling.getoond}, "
                f"al ergens anders in dit afschrift {telling.dubbel}, achtergehouden {telling.achter}."
            )


def _is_sleutel(naam: str, waarde: Any) -> bool:
    """What only holds rows together; it stands in the file for machines."""
    return naam == "id" or naam.endswith("_id") or (hasattr(waarde, "hex") and not isinstance(waarde, str))


def _regels(waarde: Any, voor: str = "", veld: str = "") -> Iterator[str]:
    """A value as lines; ``veld`` is the field it stands in, which says what its codes mean."""
    if isinstance(waarde, Mapping):
        for naam, deel in waarde.items():
            if deel not in _LEEG:
                yield from _regels(deel, f"{voor}, {_kop(naam).lower()}" if voor else _kop(naam), naam)
    elif isinstance(waarde, list | tuple) and not any(
        isinstance(deel, Mapping | list | tuple) for deel in waarde
    ):
        samen = ", ".join(_tekst(deel, veld) for deel in waarde)
        yield f"{voor}: {samen}" if voor else samen
    elif isinstance(waarde, list | tuple):
        for nummer, deel in enumerate(waarde, 1):
            yield from _regels(deel, f"{voor} {nummer}", veld)
    else:
        yield f"{voor}: {_tekst(waarde, veld)}" if voor else _tekst(waarde, veld)


def _tekst(waarde: Any, veld: str = "") -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        lokaal = timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde
        return f"{datum(lokaal.date())}, {lokaal:%H.%M} uur"
    if isinstance(waarde, date):
        return str(datum(waarde))
    if isinstance(waarde, time):
        return f"{waarde:%H.%M} uur"
    if isinstance(waarde, str) and len(waarde) == len("2022-02-20") and waarde[4:5] == waarde[7:8] == "-":
        try:
            return str(datum(date.fromisoformat(waarde)))
        except ValueError:
            return waarde
    return woord(veld, waarde) if isinstance(waarde, str) else str(waarde)


def _kop(naam: str) -> str:
    return naam.removesuffix("_id").replace("_", " ").capitalize()
