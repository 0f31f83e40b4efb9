"""The short list: words compared and nothing more, for the passages that a finished talk asks about.

Whoever wrote otherwise is not found, and "geen pijn" is. The list is short on purpose; every word in it can be read by
who is shown a passage.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

import msgspec

Terrein = Literal["medisch", "buiten_schuld", "schrijnend", "mensenhandel", "wens"]

LEXICON: Final = "nl-2026-1"
LANGSTE_CITAAT: Final = 2_000
# A star stands for the rest of a word. Words that often mean something else stand with the word that makes them clear.
WOORDEN: Final[Mapping[Terrein, tuple[str, ...]]] = {
    "medisch": (
        "arts", "behandeld voor", "behandeling bij", "benauwd*", "bloeddruk*", "chemo*", "depressi*", "diabetes", "dialyse", "dokter*",
        "epilep*", "fysiotherap*", "gehandicapt*", "ggz", "hartaanval*", "hartklacht*", "hepatitis", "herbelev*", "hiv",
        "huisarts*", "kanker*", "klachten", "medicatie", "medicijn*", "niet meer leven", "niet slapen", "nachtmerrie*",
        "onderzoek in het ziekenhuis", "operatie*", "medische behandeling", "onder behandeling", "opgenomen in het ziekenhuis", "overspannen", "pijn*", "pillen", "psychia*", "psycholo*",
        "psychose*", "ptss", "rolstoel*", "slaap ik niet", "slaapt niet", "slaapt slecht", "slaap slecht", "specialist*",
        "suïcid*", "suicid*", "suikerziekte", "tbc", "therap*", "trauma*", "tuberculose", "verslaafd*", "verpleeg*",
        "verwijzing naar", "zelfdoding*", "zelfmoord*", "ziek", "zieke", "ziekenhuis*", "ziekte*", "zwanger*",
    ),
    "buiten_schuld": (
        "ambassade*", "consulaat*", "erkent mij niet", "erkend als onderdaan", "geboorteakte*", "geen antwoord",
        "geen papieren", "geen paspoort", "identiteitskaart*", "identiteitsbewijs*", "laissez*", "niet erkend",
        "paspoort*", "staatloos*", "staatloze*", "weigert een document", "weigeren een document",
    ),
    "schrijnend": (
        "alleen achter*", "begraven", "begrafenis*", "brand", "doodgegaan", "eerwraak", "gestorven", "geweld*", "graf",
        "hier geboren", "hier op school", "huiselijk*", "mantelzorg*", "mishandel*", "ongeluk",
        "overleden", "overleed", "overlijden", "overlijdt", "terminaal", "terminale", "vermoord*", "verkracht*",
        "weeskind*",
    ),
    "mensenhandel": (
        "afgepakt*", "afpakken", "bang voor", "bedreig*", "bordeel*", "dwing*", "dwong*", "gedwongen", "geld afgeven",
        "in de prostitutie", "loverboy*", "mag niet naar buiten", "mensenhandel*", "mensensmokkel*", "moest werken",
        "opgesloten", "prostitu*", "schuld afbetalen", "schulden afbetalen", "seksuele diensten", "slaaf", "slavernij",
        "smokkelaar*", "uitbuit*", "uitgebuit*", "zonder loon",
    ),
    "wens": (
        "bedrijf beginnen", "droom*", "een diploma", "gereedschap*", "hoop dat", "liefst", "mijn spullen", "wens*",
        "wil graag", "wil een", "wil eerst", "wil leren", "wil mijn", "wil terug", "wil werken", "winkel beginnen",
        "zou graag", "zou willen",
    ),
}  # fmt: skip

_ZIN: Final = re.compile(r"[^.!?\n]+[.!?]*[”\"’')]*")


class Gevonden(msgspec.Struct, frozen=True, kw_only=True):
    """A passage: where it stands, what it may be about, and which words (``[begin, einde)`` in ``citaat``) were met."""

    terrein: Terrein
    vindplaats: str
    citaat: str
    hints: tuple[tuple[int, int], ...]


def zoek_passages(teksten: Mapping[str, str]) -> list[Gevonden]:
    """Find the passages in texts by the name of where they stand; one for each place and each matter, in that order."""
    return list(_passages(teksten.items()))


def _passages(teksten: Iterable[tuple[str, str]]) -> Iterator[Gevonden]:
    for vindplaats, tekst in teksten:
        zinnen = [zin.group().strip() for zin in _ZIN.finditer(tekst)]
        for terrein, patroon in _PATRONEN.items():
            plekken = [plek for plek, zin in enumerate(zinnen) if patroon.search(zin)]
            if plekken:
                citaat = "".join(_stukken(zinnen, plekken))[:LANGSTE_CITAAT]
                hints = tuple(treffer.span() for treffer in patroon.finditer(citaat))
                yield Gevonden(terrein=terrein, vindplaats=vindplaats, citaat=citaat, hints=hints)


def _stukken(zinnen: list[str], plekken: list[int]) -> Iterator[str]:
    """The sentences of these places, with a mark where something between them was left out."""
    for vorige, plek in zip([None, *plekken], plekken, strict=False):
        if vorige is not None:
            yield " " if plek == vorige + 1 else " … "
        yield zinnen[plek]


def _patroon(woorden: Iterable[str]) -> re.Pattern[str]:
    """Whole words in any case; the longest first, so that a phrase is marked whole."""
    delen = [
        re.escape(woord).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        for woord in sorted(woorden, key=len, reverse=True)
    ]
    return re.compile(rf"\b(?:{'|'.join(delen)})\b", re.IGNORECASE)


_PATRONEN: Final = {terrein: _patroon(woorden) for terrein, woorden in WOORDEN.items()}
