"""Retold cases: what may not stand in a text that is about the work and not about somebody.

A retold case is somebody's life told so that nobody recognises it. A number of a person or dossier, a day on which
somebody was born or something happened, an e-mail address: any of these leads back, so a text with one is refused.
Names and places no program finds with certainty; the page asks the writer to change them. AVG art. 5(1)(c) and 25.
"""

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.fouten import DomeinFout

_MAANDEN: Final = (
    "jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sep(?:t(?:ember)?)?"
    "|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|january|february|march|may|june|july|august|october"
)
_TUSSEN: Final = r"[\s.\-/_]"
_DATUM: Final = "|".join(
    (
        r"\b\d{4}\s?[\-/.]\s?\d{1,2}\s?[\-/.]\s?\d{1,2}\b",
        r"\b\d{1,2}\s?[\-/.]\s?\d{1,2}\s?[\-/.]\s?(?:\d{4}|[’'‘]?\d{2})\b",
        rf"\b\d{{1,2}}(?:e|ste|de)?\s+(?:{_MAANDEN})\.?\s+(?:\d{{4}}|[’'‘]\d{{2}})\b",
        rf"\b(?:{_MAANDEN})\s+\d{{1,2}},?\s+\d{{4}}\b",
    )
)
# In this order: what one rule finds, the next no longer sees.
_REGELS: Final[tuple[tuple[str, Promise, re.Pattern[str]], ...]] = tuple(
    (soort, woorden, re.compile(patroon, re.IGNORECASE))
    for soort, woorden, patroon in (
        (
            "dossiernummer",
            lui("een dossiernummer"),
            rf"\bD{_TUSSEN}{{0,3}}\d{{4}}{_TUSSEN}{{0,3}}\d{{6,}}\b",
        ),
        ("e-mailadres", lui("een e-mailadres"), r"[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{1,63})+"),
        (
            "datum",
            lui("een volledige datum"),
            _DATUM,
        ),
        (
            "geboortejaar",
            lui("een geboortejaar"),
            r"\b(?:geboren|geboortejaar|geboortedatum|geb\.?)\W{1,3}(?:[a-z]+\W+){0,3}\d{4}\b",
        ),
        ("v-nummer", lui("een V-nummer"), rf"(?<!\d)[1-9](?:{_TUSSEN}{{0,2}}\d){{9}}(?!\d)"),
        # A v-nummer and a phone number have ten digits, a citizen service number nine; two years together have eight.
        ("nummer", lui("een nummer waaraan iemand te herkennen is"), rf"\d(?:{_TUSSEN}{{0,2}}\d){{8,}}"),
    )
)
# What leads straight to a dossier. A text about an organisation may name its address and its days, but not these.
ALLEEN_DOSSIERS: Final = frozenset({"dossiernummer", "v-nummer"})
# Signs without width, with which a number would look as it did and be another text.
_ONZICHTBAAR: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class Herkenbaar:
    """A piece of a text by which somebody can be found: which kind, in words, and the piece itself."""

    soort: str
    woorden: str
    stuk: str


class HerkenbareTekst(DomeinFout):
    """A retold text holds something that leads to a person."""


def vind_herkenbaar(tekst: str, *, alleen: Container[str] | None = None) -> tuple[Herkenbaar, ...]:
    """Everything in this text that leads to a person, rule by rule; ``alleen`` names the rules when not all hold."""
    rest = _ONZICHTBAAR.sub("", unicodedata.normalize("NFKC", tekst))
    gevonden: list[Herkenbaar] = []
    for soort, woorden, patroon in _REGELS:
        gevonden += (Herkenbaar(soort, str(woorden), t.group().strip()) for t in patroon.finditer(rest))
        rest = patroon.sub(" … ", rest)
    return tuple(wat for wat in gevonden if alleen is None or wat.soort in alleen)


def zeg_herkenbaar(tekst: str, *, alleen: Container[str] | None = None) -> str:
    """One sentence that says what stands in the text and what to do; empty when nothing does."""
    if not (gevonden := vind_herkenbaar(tekst, alleen=alleen)):
        return ""
    wat = " ".join(_regels(gevonden))
    return _(
        "In deze tekst staat iets waaraan iemand te herkennen is. %(wat)s Haal het weg of maak het algemener."
    ) % {"wat": wat}


def require_navertelling(*teksten: str, alleen: Container[str] | None = None) -> None:
    """Refuse texts in which something leads to a person. Raises :class:`HerkenbareTekst`."""
    for tekst in teksten:
        if melding := zeg_herkenbaar(tekst, alleen=alleen):
            raise HerkenbareTekst(melding)


def _regels(gevonden: tuple[Herkenbaar, ...]) -> Iterator[str]:
    for wat in gevonden:
        yield _("“%(stuk)s” lijkt op %(soort)s.") % {"stuk": wat.stuk, "soort": wat.woorden}
