"""The letter and the sheet that are given in hand, as plain data for ``web.pdf``: in Dutch and in the person's language."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec
import segno
from babel.dates import format_date
from django.utils import timezone

from verantwoord.dossier.models import Activering

SJABLOON: Final = Path(__file__).parent / "typst" / "toegang.typ"
BRIEVEN: Final = Path(__file__).parent / "brieven"
NEDERLANDS: Final = "nl"
TERUGVAL: Final = "en"
VERTALINGEN: Final = ("ar", "en", "es", "fa", "fr", "ru", "so", "ti", "tr")
# Unseen; without it the last stroke of an address stands in front of it where the text runs from right to left.
_LINKS_NAAR_RECHTS: Final = "\u200e"
# Who speaks Dari reads the same written Persian.
LEEST_MEE: Final = {"prs": "fa"}


class Zinnen(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every sentence in one language; a name in braces is filled in."""

    taal: str
    dagpatroon: str
    dienst: str
    titel_code: str
    titel_vel: str
    alleen_u: str
    wat: str
    mag: str
    adres: str
    nummer: str
    code: str
    tot: str
    kop_hoe: str
    hoe: tuple[str, ...]
    kop_hoe_vel: str
    hoe_vel: tuple[str, ...]
    kop_codes: str
    kop_bewaar: str
    bewaar: tuple[str, ...]
    beeld: str
    bladzijde: str
    staat_verderop: str
    vertaling: str
    niet_vertaald: str

    def dag(self, moment: datetime) -> str:
        return format_date(timezone.localtime(moment).date(), self.dagpatroon, locale=self.taal)


@cache
def zinnen_in(taal: str) -> Zinnen:
    return msgspec.json.decode((BRIEVEN / f"toegang.{taal}.json").read_bytes(), type=Zinnen)


def in_drieen(nummer: str) -> str:
    """A number as it is read; with dashes, which keep it whole in a text that runs from right to left."""
    return "-".join(nummer[i : i + 3] for i in range(0, len(nummer), 3))


def brief_van(stuk: Activering, code: str, *, adres: str) -> dict[str, Any]:
    """The letter with the code. ``adres`` is that of the page that asks for it.

    The square holds the code after a #, a part of an address that a browser keeps to itself.
    """
    beeld = segno.make(f"{adres}#{code}", error="m").svg_inline(scale=4, border=2)
    return _in_twee_talen(stuk, adres=adres, code=code) | {"beeld": beeld}


def vel_van(stuk: Activering, codes: Sequence[str], *, adres: str) -> dict[str, Any]:
    """The sheet with codes. ``adres`` is that of the page where one logs in."""
    return _in_twee_talen(stuk, adres=adres, code="") | {"codes": list(codes)}


def _in_twee_talen(stuk: Activering, *, adres: str, code: str) -> dict[str, Any]:
    andere, eigen = _vertaling_voor(stuk.account.taal)
    nederlands = zinnen_in(NEDERLANDS)
    brief = _bladzij(nederlands, stuk, adres=adres, code=code)
    if not andere:
        return brief
    woorden = zinnen_in(andere)
    brief["taalregel"] = {"taal": andere, "tekst": woorden.staat_verderop}
    if not eigen:
        brief["opening"].append(nederlands.niet_vertaald)
    uitleg = woorden.vertaling if eigen else f"{woorden.niet_vertaald} {woorden.vertaling}"
    brief["vertaling"] = {**_bladzij(woorden, stuk, adres=adres, code=code), "uitleg": uitleg}
    return brief


def _bladzij(woorden: Zinnen, stuk: Activering, *, adres: str, code: str) -> dict[str, Any]:
    met_code = bool(code)
    feiten = [(woorden.adres, adres + _LINKS_NAAR_RECHTS), (woorden.nummer, in_drieen(stuk.account.nummer))]
    if met_code:
        feiten += [(woorden.code, code), (woorden.tot, woorden.dag(stuk.geldig_tot))]
    return {
        "titel": woorden.titel_code if met_code else woorden.titel_vel,
        "taal": woorden.taal,
        "afzender": woorden.dienst,
        "opening": [woorden.alleen_u, *([woorden.wat, woorden.mag] if met_code else [])],
        "feiten": [{"naam": naam, "waarde": waarde} for naam, waarde in feiten],
        "beeldtekst": woorden.beeld,
        "kop_hoe": woorden.kop_hoe if met_code else woorden.kop_hoe_vel,
        "hoe": list(woorden.hoe if met_code else woorden.hoe_vel),
        "kop_codes": woorden.kop_codes,
        "kop_bewaar": woorden.kop_bewaar,
        "bewaar": list(woorden.bewaar),
        "paginawoorden": woorden.bladzijde,
    }


def _vertaling_voor(taal: str) -> tuple[str, bool]:
    """Which language stands behind the Dutch for who reads ``taal``, and whether it is that one itself."""
    kort = taal.partition("-")[0]
    kort = LEEST_MEE.get(kort, kort)
    if kort == NEDERLANDS:
        return "", True
    return (kort, True) if kort in VERTALINGEN else (TERUGVAL, False)
