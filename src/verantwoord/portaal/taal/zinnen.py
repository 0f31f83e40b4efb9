"""One sentence for the person, in their language; with what is filled in marked as what it is."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final, Self

from django.utils.functional import lazystr
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from verantwoord.portaal.taal import dagen
from verantwoord.portaal.taal.catalogus import BRON, TERUGVAL, vertaling

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_PLEK: Final = re.compile(r"%\((\w+)\)s")


class Zin(str):
    """A sentence as plain text, that also knows how it stands on a page.

    Where the language lacks it, it is there in Dutch and in English, each marked with its language.
    """

    __slots__ = ("bron", "waarden")

    bron: str
    waarden: Mapping[str, Any]

    def __new__(cls, bron: str, waarden: Mapping[str, Any]) -> Self:
        talen = _talen_voor(bron)
        zelf = super().__new__(cls, " / ".join(_tekst(bron, waarden, taal) for taal in talen))
        zelf.bron, zelf.waarden = bron, waarden
        return zelf

    def __html__(self) -> SafeString:
        talen = _talen_voor(self.bron)
        if len(talen) == 1 and talen[0] == _taal():
            return _opmaak(self.bron, self.waarden, talen[0])
        delen = ((taal, _opmaak(self.bron, self.waarden, taal)) for taal in talen)
        beide = format_html_join(" ", '<span lang="{}">{}</span>', delen)
        return format_html('<span class="vw-tweetalig" dir="ltr">{}</span>', beide)


def zin(bron: str, **waarden: Any) -> Zin:
    """The Dutch sentence in the language of who reads. A day or a time that is filled in is written in that language."""
    return Zin(bron, waarden)


def zin_lui(bron: str) -> "_StrPromise":
    """The same, worked out when it is shown: for labels of a form and the like."""
    return lazystr(_Later(bron))


class _Later:
    def __init__(self, bron: str) -> None:
        self.bron = bron

    def __str__(self) -> str:
        return str(zin(self.bron))


def _taal() -> str:
    return (get_language() or BRON).partition("-")[0]


def _talen_voor(bron: str) -> list[str]:
    """The language in which it is shown, or those beside each other."""
    taal = _taal()
    if vertaling(taal, bron) is not None:
        return [taal]
    return [BRON, TERUGVAL] if vertaling(TERUGVAL, bron) is not None else [BRON]


def _tekst(bron: str, waarden: Mapping[str, Any], taal: str) -> str:
    woorden = vertaling(taal, bron) or bron
    return woorden % {naam: _waarde(waarde, taal) for naam, waarde in waarden.items()} if waarden else woorden


def _opmaak(bron: str, waarden: Mapping[str, Any], taal: str) -> SafeString:
    woorden = conditional_escape(vertaling(taal, bron) or bron)
    if not waarden:
        return woorden
    sjabloon = _PLEK.sub(r"{\1}", woorden.replace("{", "{{").replace("}", "}}")).replace("%%", "%")
    return format_html(sjabloon, **{naam: _deel(waarde, taal) for naam, waarde in waarden.items()})


def _deel(waarde: Any, taal: str) -> SafeString:
    """A value on the page; a name or a text of somebody else keeps its own direction."""
    if isinstance(waarde, Zin):
        return (
            _opmaak(waarde.bron, waarde.waarden, taal) if vertaling(taal, waarde.bron) else waarde.__html__()
        )
    tekst = conditional_escape(_waarde(waarde, taal))
    if isinstance(waarde, str) and not isinstance(waarde, SafeString):
        return format_html("<bdi>{}</bdi>", tekst)
    return tekst


def _waarde(waarde: Any, taal: str) -> Any:
    match waarde:
        case Zin():
            return _tekst(waarde.bron, waarde.waarden, taal)
        case datetime():
            return dagen.dag_en_tijd(waarde, taal)
        case date():
            return dagen.dag(waarde, taal)
        case time():
            return dagen.klok(waarde, taal)
        case _:
            return waarde
