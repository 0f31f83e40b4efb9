"""Look for passages with the rules of the lexicon."""

import atexit
import gc
import re
from collections.abc import Sequence
from functools import cache, cached_property
from typing import Final, NamedTuple

import msgspec

from verantwoord.kern.signalen.omstandigheid import Ergens, Omstandigheden
from verantwoord.kern.signalen.passages import Terrein
from verantwoord.kern.signalen.patroon import Lezer, Onthouden, Patronen
from verantwoord.kern.signalen.regels import TERREINEN, Regel, Sluiting, Woordenblad, regelbladen, woordenblad
from verantwoord.kern.signalen.spelling import Spelling
from verantwoord.kern.signalen.woordvorm import vouw, zinnen
from verantwoord.kern.signalen.zin import Zin, aanspreking

# A pattern with one of these says itself what is not there.
_ONTKENNEND: Final = re.compile(
    r"(?<![a-z])(niet|geen|nooit|nergens|niemand|niets|zonder|nauwelijks)(?![a-z])"
)
# In how many places hints must stand by how often the report says that nothing is the matter: never, once, twice, more often.
# With words that name the thing among them, with a plain rule, with a soft one, and with only words that mean little alone.
_STELLIG: Final = (1, 1, 2, 2)
_GEWOON: Final = (1, 1, 2, 3)
_ZACHT: Final = (1, 3, 4, 4)
_SAMEN: Final = (2, 3, 4, 4)
_VAAK: Final = 3


class Signaal(msgspec.Struct, frozen=True, kw_only=True):
    """A passage to look at: ``[begin, eind)`` in code points, the rule that was met and why that rule is there."""

    soort: Terrein
    begin: int
    eind: int
    citaat: str
    regel: str
    uitleg: str


class _Treffer(NamedTuple):
    """A passage, the number of the pattern that found it, and in which sentence it took which words."""

    signaal: Signaal
    nummer: int
    zin: int
    woorden: tuple[int, int]


class _Klaar(NamedTuple):
    """A rule ready to compare; patterns by their numbers."""

    soort: Terrein
    regel: Regel
    bij: frozenset[int]
    niet_bij: frozenset[int]
    tekst: frozenset[int]
    niet_tekst: frozenset[int]


class _Verslag:
    """The sentences of a report, and which of the patterns that may stand anywhere may stand somewhere in it."""

    def __init__(self, zinnen: Sequence[Zin], overal: Patronen) -> None:
        self.zinnen = zinnen
        self._overal = overal

    @cached_property
    def mogelijk(self) -> set[int]:
        return set[int]().union(*(zin.mogelijk(self._overal) for zin in self.zinnen))

    def bevat(self, nummers: frozenset[int]) -> bool:
        """Tell whether one of these patterns stands somewhere."""
        return not nummers.isdisjoint(self.mogelijk) and self.aantal(nummers) > 0

    def aantal(self, nummers: frozenset[int]) -> int:
        """In how many sentences one of these patterns stands."""
        return sum(zin.bevat(self._overal, nummers) for zin in self.zinnen)


class _Vormen:
    """How a word is compared: what an abbreviation stands for, or the word without its typing errors; most words come back."""

    def __init__(self, blad: Woordenblad) -> None:
        self._afkortingen = {
            kort: " ".join(vouw(woord) for woord in lang.split()) for kort, lang in blad.afkortingen.items()
        }
        self._spelling = Spelling(blad.spelling, goed=blad.goed)

    def __call__(self, rauw: str) -> str:
        return self._spelling.verbeter(self._afkortingen.get(rauw.lower()) or vouw(rauw))


class Lexicon:
    """The rules, read once."""

    def __init__(self) -> None:
        blad = woordenblad()
        self._vormen = Onthouden(_Vormen(blad))
        lezer_van_patronen = Lezer(blad.lijsten)
        self._patronen = Patronen(lezer_van_patronen)
        # What stands around a hit is only looked for where there is one, unless it may stand anywhere in the text.
        self._erbij = Patronen(lezer_van_patronen)
        self._overal = Patronen(lezer_van_patronen)
        self._omstandigheden = Omstandigheden(blad.omstandigheid, hier=self._erbij, overal=self._overal)
        self._sluitend = _per_soort(self._overal, [een for een in blad.gesloten if not een.samen])
        self._sluitend_samen = _per_soort(self._overal, blad.gesloten)
        self._ontkrachtend = _per_soort(self._overal, [een for een in blad.gesloten if een.ontkrachtend])
        self._lezers: dict[int, _Klaar] = {}
        self._ontkennend: set[int] = set()
        self._samen: set[int] = set()
        for regelblad in regelbladen():
            for regel in regelblad.regel:
                bij, niet_bij = self._erbij.neem_op(regel.bij), self._erbij.neem_op(regel.niet_bij)
                tekst, niet_tekst = self._overal.neem_op(regel.tekst), self._overal.neem_op(regel.niet_tekst)
                lezer = _Klaar(regelblad.soort, regel, bij, niet_bij, tekst, niet_tekst)
                for woorden in (*regel.woorden, *regel.samen):
                    nummers = self._patronen.neem_op([woorden], voor=regel.id)
                    if woorden in regel.samen:
                        self._samen |= nummers
                    self._lezers |= dict.fromkeys(nummers, lezer)
                    if _ONTKENNEND.search(woorden):
                        self._ontkennend |= nummers

        # So that the first reports are read about as fast as those after them.
        bekend = frozenset(lezer_van_patronen.woorden())
        for patronen in (self._patronen, self._erbij, self._overal):
            patronen.leer(bekend)

    def zoek(self, tekst: str) -> list[Signaal]:
        """Find the passages in a text, from its beginning to its end."""
        return _zonder_dubbele(self.treffers(tekst))

    def treffers(self, tekst: str) -> list[Signaal]:
        """Find every rule that is met, also where two about one matter overlap and only the longest is shown."""
        alle = [
            Zin(woorden, vraagt=tekst[woorden[-1].eind :].lstrip("'\"’”)")[:1] == "?")
            for woorden in zinnen(tekst, self._vormen.__getitem__)
        ]
        verslag = _Verslag(alle, self._overal)
        gevonden: list[_Treffer] = []
        for plek in range(len(alle)):
            gevonden += self._in_zin(tekst, verslag, plek)
        if gevonden:
            soorten = {treffer.signaal.soort for treffer in gevonden}
            ergens, wie = self._omstandigheden.ergens(verslag.mogelijk, soorten), aanspreking(alle)
            gevonden = [treffer for treffer in gevonden if self._houdt_stand(alle, treffer, ergens, wie)]
        getoond = {
            soort
            for soort in {treffer.signaal.soort for treffer in gevonden}
            if self._toont(
                verslag, soort, [treffer for treffer in gevonden if treffer.signaal.soort == soort]
            )
        }
        return [treffer.signaal for treffer in gevonden if treffer.signaal.soort in getoond]

    def _gesloten_zinnen(self, verslag: _Verslag, soort: Terrein) -> int:
        """In how many sentences the report says by itself that nothing of this matter is there."""
        samen = verslag.aantal(self._sluitend_samen[soort])
        return samen if samen > 1 or verslag.bevat(self._sluitend[soort]) else 0

    def _toont(self, verslag: _Verslag, soort: Terrein, samen: Sequence[_Treffer]) -> bool:
        """Tell whether hits about one matter are shown in a report that may say itself that nothing is the matter.

        Hints must stand in more places the weaker they are and the more often the report says so. From words that name the thing
        itself only sentences take something that tell of an explanation, an answer no, a joke or what is long over.
        """
        vast = [treffer for treffer in samen if treffer.nummer not in self._samen]
        if not vast and len({treffer.nummer for treffer in samen}) == 1:
            return False
        regels = [self._lezers[treffer.nummer].regel for treffer in vast]
        if any(regel.stellig for regel in regels):
            plaatsen, gesloten = _STELLIG, verslag.aantal(self._ontkrachtend[soort])
        else:
            plaatsen = _SAMEN if not vast else _ZACHT if all(regel.zacht for regel in regels) else _GEWOON
            gesloten = self._gesloten_zinnen(verslag, soort)
        return _plaatsen(samen) >= plaatsen[min(gesloten, _VAAK)]

    def _in_zin(self, tekst: str, verslag: _Verslag, plek: int) -> list[_Treffer]:
        zin = verslag.zinnen[plek]
        gevonden = []
        for nummer in sorted(self._patronen.mogelijk(zin)):
            lezer = self._lezers[nummer]
            for van, tot in zin.plekken(self._patronen, nummer):
                if self._past(verslag, plek, lezer, (van, tot)):
                    begin, eind = zin.woorden[van].begin, zin.woorden[tot - 1].eind
                    signaal = Signaal(
                        soort=lezer.soort,
                        begin=begin,
                        eind=eind,
                        citaat=tekst[begin:eind],
                        regel=lezer.regel.id,
                        uitleg=lezer.regel.uitleg,
                    )
                    gevonden.append(_Treffer(signaal, nummer, plek, (van, tot)))
        return gevonden

    def _past(self, verslag: _Verslag, plek: int, lezer: _Klaar, treffer: tuple[int, int]) -> bool:
        """Tell whether the rule has what it asks beside its own words, and in the same breath nothing it excludes."""
        zin = verslag.zinnen[plek]
        if lezer.niet_bij & zin.mogelijk(self._erbij) and self._uitgesloten(zin, lezer, treffer):
            return False
        if lezer.bij:
            waar = (zin,) if lezer.regel.zelfde_zin else verslag.zinnen[max(0, plek - 1) : plek + 2]
            if not any(buur.bevat(self._erbij, lezer.bij) for buur in waar):
                return False
        if lezer.tekst and not verslag.bevat(lezer.tekst):
            return False
        return not (lezer.niet_tekst and verslag.bevat(lezer.niet_tekst))

    def _uitgesloten(self, zin: Zin, lezer: _Klaar, treffer: tuple[int, int]) -> bool:
        begin, eind = zin.adem(*treffer)
        return any(
            begin < tot and van < eind
            for nummer in lezer.niet_bij & zin.mogelijk(self._erbij)
            for van, tot in zin.plekken(self._erbij, nummer)
        )

    def _houdt_stand(self, zinnen: Sequence[Zin], treffer: _Treffer, ergens: Ergens, wie: str) -> bool:
        lezer = self._lezers[treffer.nummer]
        weg = self._omstandigheden.neemt_weg(
            zinnen,
            treffer.zin,
            treffer=treffer.woorden,
            ergens=ergens,
            soort=lezer.soort,
            ongeacht=lezer.regel.ongeacht,
            ontkend=treffer.nummer in self._ontkennend,
            wie=wie,
        )
        return weg is None


def _per_soort(patronen: Patronen, sluitingen: Sequence[Sluiting]) -> dict[Terrein, frozenset[int]]:
    nummers = [(een.soorten, patronen.neem_op(een.woorden)) for een in sluitingen]
    return {
        soort: frozenset[int]().union(*(die for soorten, die in nummers if soort in soorten))
        for soort in TERREINEN
    }


def _plaatsen(gevonden: Sequence[_Treffer]) -> int:
    """In how many places of the text hits stand; those that overlap are one."""
    aantal = einde = 0
    for signaal in sorted((treffer.signaal for treffer in gevonden), key=lambda s: s.eind):
        if signaal.begin >= einde:
            aantal, einde = aantal + 1, signaal.eind
    return aantal


def _overlapt(een: Signaal, ander: Signaal) -> bool:
    return een.begin < ander.eind and ander.begin < een.eind


def _zonder_dubbele(gevonden: list[Signaal]) -> list[Signaal]:
    """Of hits about one matter that overlap only the longest stays; what is shown once is read once."""
    over: list[Signaal] = []
    for signaal in sorted(gevonden, key=lambda s: (s.begin - s.eind, s.begin, s.regel)):
        if not any(s.soort == signaal.soort and _overlapt(s, signaal) for s in over):
            over.append(signaal)
    return sorted(over, key=lambda s: (s.begin, s.eind, s.soort))


@cache
def lexicon() -> Lexicon:
    """The rules of this version, read at the first question.

    They stay as long as the program does, so the collector of garbage need not walk their many thousands of objects: not
    while they are read, and not in the middle of the first reports. At the end of the program it may, as some libraries
    expect of it.
    """
    ruimt_op = gc.isenabled()
    gc.disable()
    try:
        gelezen = Lexicon()
        gc.freeze()
        atexit.register(gc.unfreeze)
    finally:
        if ruimt_op:
            gc.enable()
    return gelezen


def zoek_signalen(tekst: str) -> list[Signaal]:
    """Find the passages that a person is asked to read again; none found says nothing about the text."""
    return lexicon().zoek(tekst)
