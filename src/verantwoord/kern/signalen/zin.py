"""A sentence as it is compared, and where in it something new begins to be said.

A denial or an explanation reaches only as far as what is said in one breath: what comes after "maar" or "en zij heeft"
stands by itself, so that nothing hides what is said beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from verantwoord.kern.signalen.patroon import Begin, Lezer, Patronen
from verantwoord.kern.signalen.woordvorm import Woord, vouw


def _gevouwen(woorden: Iterable[str]) -> frozenset[str]:
    return frozenset(vouw(woord) for woord in woorden)


_GRENZEN: Final = frozenset(",;:")

_VOEGWOORDEN: Final = _gevouwen(
    ["maar", "doch", "want", "omdat", "zodat", "terwijl", "toch", "doordat", "aangezien"]
)  # fmt: skip
# After these a denial before them reaches no further, but it is still said in the same breath.
_TUSSENWOORDEN: Final = _gevouwen(["wel", "sinds", "door", "vanwege", "wegens"])
# Whoever is named by these is the person of the file again.
_EIGEN: Final = _gevouwen(["hij", "zij", "ze", "betrokkene", "mevrouw", "heer", "ik", "meneer"])
# After a comma or "en" these begin something new that is said.
_NIEUWE_ZIN: Final = _gevouwen(
    [
        *_EIGEN, "is", "heeft", "had", "heb", "krijgt", "slikt", "wil", "wilde", "vraagt", "wordt", "word", "gebruikt", "komt", "kan",
        "moet", "mag", "zegt", "zei", "dat", "ligt", "zit", "slaapt", "lijdt", "loopt", "staat", "daarom", "dus", "we", "wij",
    ]
)  # fmt: skip
# After "en" these say something of the person, and no explanation goes on with them.
_STELLIG: Final = _EIGEN | _gevouwen(
    ["heeft", "had", "krijgt", "kreeg", "slikt", "gebruikt", "lijdt", "ligt"]
)
# What an explanation or a supposition says ends here; "dat" and "hij" are often still part of it.
_EINDE_UITLEG: Final = _gevouwen(["maar", "doch", "want", "omdat", "terwijl", "doordat", "aangezien", ";"])

_TEGENOVER: Final = _gevouwen(["maar", "doch", "nu", "inmiddels", "tegenwoordig", ";"])
# A sentence that begins with these goes on about who was named last.
_TERUG: Final = _gevouwen(["die", "deze", "diens"])
_HIJ: Final = ("hij",)
_ZIJ: Final = (vouw("zij"), "ze")
_HAAR: Final = (vouw("haar"),)
_ZIJN: Final = (vouw("zijn"),)
_VEEL_MEER: Final = 3
_NIET_EIGEN: Final = {"heer": frozenset(_ZIJ), "mevrouw": frozenset(_HIJ)}
_ZIJ_IS: Final = frozenset(
    (zij, vouw(werkwoord))
    for zij in _ZIJ
    for werkwoord in (
        "is",
        "heeft",
        "had",
        "was",
        "wordt",
        "werd",
        "kan",
        "wil",
        "moet",
        "ligt",
        "zit",
        "krijgt",
        "kreeg",
        "loopt",
        "gaat",
    )
)
_HEREN: Final = _gevouwen(["heer", "meneer", "mijnheer"])
_DAMES: Final = _gevouwen(["mevrouw"])
_DE_PERSOON: Final = _gevouwen(
    [
        "betrokkene",
        "mevrouw",
        "heer",
        "meneer",
        "mijnheer",
        "zelf",
        "hijzelf",
        "zijzelf",
        "zichzelf",
        "ik",
        "mij",
    ]
)
_NEE: Final = _gevouwen(["nee", "neen", "niet", "nooit", "geen", "niks", "niets", "neuh", "neeh"])
_EN_DAN_NEE: Final = frozenset(["nee", "neen"])
_ALLANG: Final = _gevouwen(["ook", "al", "allang", "allemaal", "helemaal", "is", "gewoon"])
_OVER: Final = _gevouwen(
    ["over", "weg", "voorbij", "genezen", "hersteld", "opgelost", "afgelopen", "verleden"]
)
_WIE: Final = _gevouwen(["hij", "zij", "ze", "hem", "haar"])

_IEMAND: Final = _gevouwen(
    ["man", "vrouw", "zoon", "zoontje", "dochter", "kind", "kinderen", "baby", "moeder", "vader", "broer", "zus", "vriend", "tolk"]
)  # fmt: skip
# After these it is not said any more of who was named before them.
_NIEUWS: Final = _gevouwen(["maar", "doch", "want", ";"])
_MEER: Final = vouw("meer")
_MIJN: Final = vouw("mijn")


def aanspreking(zinnen: Sequence["Zin"]) -> str:
    """How a report calls the person: "heer" or "mevrouw"; nothing when that cannot be told.

    Where it names neither or both, it is told by "hij" or "zij" if one of them is used so much more than the other.
    """
    vormen = {vorm for zin in zinnen for vorm in zin.vormen & (_HEREN | _DAMES)}
    heren, dames = bool(vormen & _HEREN), bool(vormen & _DAMES)
    if heren == dames:
        hij, zij = (
            sum(woord in zin.vormen for zin in zinnen for woord in woorden) for woorden in (_HIJ, _ZIJ)
        )
        heren, dames = hij >= _VEEL_MEER * max(zij, 1), zij >= _VEEL_MEER * max(hij, 1)
    return "heer" if heren else "mevrouw" if dames else ""


class Zin:
    """Its words, and the pieces to compare: what an abbreviation stands for may be two of them."""

    def __init__(self, woorden: Sequence[Woord], *, vraagt: bool = False) -> None:
        self.woorden = woorden
        self.vraagt = vraagt
        self.stukken: list[str] = []
        self.plaatsen: dict[str, list[int]] = {}
        self.begin: dict[int, Begin] = {}
        self._woord_van: list[int] = []
        for plek, woord in enumerate(woorden):
            for stuk in woord.vorm.split() if " " in woord.vorm else (woord.vorm,):
                self.plaatsen.setdefault(stuk, []).append(len(self.stukken))
                self.stukken.append(stuk)
                self._woord_van.append(plek)
        if vraagt:
            # So that a pattern can ask for the mark at the end of a question.
            self.plaatsen["?"] = [len(self.stukken)]
            self.stukken.append("?")
            self._woord_van.append(len(woorden) - 1)
        self.vormen = set(self.plaatsen)
        self._mogelijk: dict[int, set[int]] = {}
        self._bevat: dict[tuple[int, frozenset[int]], bool] = {}
        self._mist: int | None = None

    def mist(self, lezer: Lezer) -> int:
        """The choices of all patterns that cannot stand here, a bit for each; worked out once, there is one reader."""
        if self._mist is None:
            self._mist = lezer.mist(self.vormen)
        return self._mist

    def mogelijk(self, patronen: Patronen) -> set[int]:
        """Which of these patterns may stand here; worked out once."""
        if (al := self._mogelijk.get(id(patronen))) is None:
            al = self._mogelijk[id(patronen)] = patronen.mogelijk(self)
        return al

    def bevat(self, patronen: Patronen, nummers: frozenset[int]) -> bool:
        """Tell whether one of these patterns stands here; worked out once."""
        if not nummers:
            return False
        wat = (id(patronen), nummers)
        if (al := self._bevat.get(wat)) is None:
            al = self._bevat[wat] = any(
                any(True for _ in self.plekken(patronen, nummer))
                for nummer in nummers & self.mogelijk(patronen)
            )
        return al

    def plekken(self, patronen: Patronen, nummer: int) -> Iterator[tuple[int, int]]:
        """Where a pattern stands, as the number of the first word and of the one after the last."""
        for van, tot in patronen.zoek(nummer, self):
            yield self._woord_van[van], self._woord_van[tot - 1] + 1

    def deelzin(self, van: int, tot: int) -> tuple[int, int]:
        """The words from the mark or linking word before ``van`` to the one after ``tot``."""
        begin, eind = van, tot
        while begin > 0 and not self._is_grens(begin - 1):
            begin -= 1
        while eind < len(self.woorden) and not self._is_grens(eind):
            eind += 1
        return begin, eind

    def adem(self, van: int, tot: int) -> tuple[int, int]:
        """The words said in one breath with those of ``[van, tot)``; commas of a list do not end it."""
        begin, eind = van, tot
        while begin > 0 and not self._breekt(begin - 1):
            begin -= 1
        while eind < len(self.woorden) and not self._breekt(eind):
            eind += 1
        return begin, eind

    def opsomming(self, van: int) -> int:
        """The first word of the list that ends at ``van``: a comma is passed when "of" still follows."""
        plek, rest = van, {"of"} & {woord.vorm for woord in self.woorden[van : van + 6]}
        while plek > 0:
            vorm = self.woorden[plek - 1].vorm
            rest = rest or {"of"} & {vorm}
            if self._is_grens(plek - 1) and not (vorm == "," and rest and not self._breekt(plek - 1)):
                break
            plek -= 1
        return plek

    @property
    def ontkent(self) -> bool:
        """Tell whether it is an answer that says no, or no more: "Bent u ziek? Nee." says that somebody is not."""
        eerste = self._vorm(0)
        if eerste in _NEE or (self._vorm(1) if eerste in _ALLANG else eerste) in _OVER:
            return True
        return self._vorm(len(self.woorden) - 1) in _EN_DAN_NEE

    def verwijst_terug(self, aanspreking: str) -> bool:
        """Tell whether it goes on about who was named before it, and names nobody of the file.

        It begins with "die", or with "zij is" or "haar" in a report about "de heer"; ``aanspreking`` is how the report calls
        the person.
        """
        begin = tuple(woord.vorm for woord in self.woorden[:2])
        if aanspreking == "mevrouw":
            van_een_ander = begin[:1] in (_HIJ, _ZIJN)
        else:
            van_een_ander = bool(aanspreking) and (begin in _ZIJ_IS or begin[:1] == _HAAR)
        if not begin or not (begin[0] in _TERUG or van_een_ander):
            return False
        return self.noemt_niemand_van_het_dossier()

    def noemt_niemand(self) -> bool:
        """Tell whether it is about people in general: nobody stands in it by a name or as "hij", "haar" or "mij"."""
        return self.noemt_niemand_van_het_dossier() and self.vormen.isdisjoint(_WIE)

    def noemt_niemand_van_het_dossier(self) -> bool:
        """Tell whether none of the words stands in it that name the person by more than "hij" or "zij"."""
        return self.vormen.isdisjoint(_DE_PERSOON)

    def reikt(self, cue: tuple[int, int], treffer: int, *, ook_redenen: bool = False) -> bool:
        """Tell whether what is said with the words of ``cue`` still goes on at ``treffer``, or goes back to it.

        ``ook_redenen``: past "because" too, for what was years ago was so for a reason of those years, and past "en had hij",
        which goes on about the time that was named first.
        """
        begin, eind = cue
        if treffer < begin:
            return treffer >= self.adem(begin, eind)[0]
        for plek in range(eind, treffer):
            if self._vorm(plek) in (_TEGENOVER if ook_redenen else _EINDE_UITLEG) or (
                self._vorm(plek) in {"en", ":"}
                and self._vorm(plek + 1) in _STELLIG
                and not (ook_redenen and self._vorm(plek + 2) in _EIGEN)
            ):
                return False
        return True

    def gaat_terug(self, treffer: int, cue: int) -> bool:
        """Tell whether "die is genezen" at ``cue`` may be about ``treffer``: nobody else is named in between."""
        return not any(woord.vorm in _IEMAND for woord in self.woorden[treffer:cue])

    def noemt_eigen(self, cue: tuple[int, int], tot: int, aanspreking: str) -> bool:
        """Tell whether it is about the person of the file again: "de buurman van betrokkene" is still the neighbour.

        So is "zij" in a report about "de heer", and "hij" after "mijn broer", for then the person speaks; ``aanspreking`` is
        how the report calls the person.
        """
        begin, van = cue
        ik_spreekt = _MIJN in {self._vorm(plek) for plek in range(begin, van)}
        eigen = _EIGEN - (frozenset(_WIE) if ik_spreekt else _NIET_EIGEN.get(aanspreking, frozenset()))
        return any(
            self._vorm(plek) in _NIEUWS
            or (self._vorm(plek) in eigen and "van" not in (self._vorm(plek - 1), self._vorm(plek - 2)))
            for plek in range(van, tot)
        )

    def sluit_af(self, plek: int) -> bool:
        """Tell whether a denial ends at this word: "slaapt niet en huilt" denies no crying."""
        plek += self._vorm(plek) == _MEER
        return self._vorm(plek) in {"en", ",", ";", ":"}

    def _vorm(self, plek: int) -> str:
        return self.woorden[plek].vorm if plek < len(self.woorden) else ""

    def _is_grens(self, plek: int) -> bool:
        vorm = self.woorden[plek].vorm
        return vorm in _GRENZEN or vorm in _TUSSENWOORDEN or self._breekt(plek)

    def _breekt(self, plek: int) -> bool:
        vorm = self.woorden[plek].vorm
        if vorm in ";:" or vorm in _VOEGWOORDEN:
            return True
        return vorm in {",", "en"} and self._vorm(plek + 1) in _NIEUWE_ZIN
