"""Look for passages with the rules of the lexicon."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final, NamedTuple

import msgspec

from verantwoord.kern.signalen.omstandigheid import Omstandigheden
from verantwoord.kern.signalen.passages import Terrein
from verantwoord.kern.signalen.patroon import Lezer, Patronen
from verantwoord.kern.signalen.regels import Regel, Woordenblad, regelbladen, woordenblad
from verantwoord.kern.signalen.spelling import Spelling
from verantwoord.kern.signalen.woordvorm import vouw, zinnen
from verantwoord.kern.signalen.zin import Zin, aanspreking

# A pattern with one of these says itself what is not there.
_ONTKENNEND: Final = re.compile(
    r"(?<![a-z])(niet|geen|nooit|nergens|niemand|niets|zonder|nauwelijks)(?![a-z])"
)

# Of so many words it is kept how they are compared.
_ONTHOUDEN: Final = 20_000


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


class _Vormen(dict[str, str]):
    """How a word is compared: what an abbreviation stands for, or the word without its typing errors; most words come back."""

    def __init__(self, blad: Woordenblad) -> None:
        super().__init__()
        self._afkortingen = {
            kort: " ".join(vouw(woord) for woord in lang.split()) for kort, lang in blad.afkortingen.items()
        }
        self._spelling = Spelling(blad.spelling, goed=blad.goed)

    def __missing__(self, rauw: str) -> str:
        vorm = self._spelling.verbeter(self._afkortingen.get(rauw.lower()) or vouw(rauw))
        if len(self) < _ONTHOUDEN:
            self[rauw] = vorm
        return vorm


class Lexicon:
    """The rules, read once."""

    def __init__(self) -> None:
        blad = woordenblad()
        self._vormen = _Vormen(blad)
        lezer_van_patronen = Lezer(blad.lijsten)
        self._patronen = Patronen(lezer_van_patronen)
        # What stands around a hit is only looked for where there is one, unless it may stand anywhere in the text.
        self._erbij = Patronen(lezer_van_patronen)
        self._overal = Patronen(lezer_van_patronen)
        self._omstandigheden = Omstandigheden(blad.omstandigheid, hier=self._erbij, overal=self._overal)
        self._gesloten = self._overal.neem_op(blad.gesloten)
        self._procedure = self._overal.neem_op(blad.procedure)
        self._lezers: dict[int, _Klaar] = {}
        self._ontkennend: set[int] = set()
        self._samen: set[int] = set()
        for regelblad in regelbladen():
            for regel in regelblad.regel:
                bij, niet_bij = self._erbij.neem_op(regel.bij), self._erbij.neem_op(regel.niet_bij)
                tekst, niet_tekst = self._overal.neem_op(regel.tekst), self._overal.neem_op(regel.niet_tekst)
                lezer = _Klaar(regelblad.soort, regel, bij, niet_bij, tekst, niet_tekst)
                for woorden in (*regel.woorden, *regel.samen):
                    nummers = self._patronen.neem_op([woorden])
                    if woorden in regel.samen:
                        self._samen |= nummers
                    self._lezers |= dict.fromkeys(nummers, lezer)
                    if _ONTKENNEND.search(woorden):
                        self._ontkennend |= nummers

    def zoek(self, tekst: str) -> list[Signaal]:
        """Find the passages in a text, from its beginning to its end."""
        return _zonder_dubbele(self.treffers(tekst))

    def treffers(self, tekst: str) -> list[Signaal]:
        """Find every rule that is met, also where two about one matter overlap and only the longest is shown."""
        alle = [
            Zin(woorden, vraagt=tekst[woorden[-1].eind :].lstrip("'\"’”)")[:1] == "?")
            for woorden in zinnen(tekst, self._vormen.__getitem__)
        ]
        gevonden: list[_Treffer] = []
        for plek in range(len(alle)):
            gevonden += self._in_zin(tekst, alle, plek)
        if gevonden:
            ergens, wie = self._omstandigheden.ergens(alle), aanspreking(alle)
            gevonden = [treffer for treffer in gevonden if self._houdt_stand(alle, treffer, ergens, wie)]
        vast = [treffer for treffer in gevonden if self._staat_vast(treffer, gevonden)]
        gesloten = self._gesloten_zinnen(alle) if vast else 0
        if gesloten:
            vast = [treffer for treffer in vast if self._telt(treffer, vast, gesloten=gesloten)]
        return [treffer.signaal for treffer in vast]

    def _gesloten_zinnen(self, zinnen: Sequence[Zin]) -> int:
        """In how many sentences the report says by itself that nothing is the matter."""
        aantal = sum(_staat_in(zin, self._overal, self._gesloten) for zin in zinnen)
        samen = sum(_staat_in(zin, self._overal, self._gesloten | self._procedure) for zin in zinnen)
        return samen if aantal or samen > 1 else 0

    def _telt(self, treffer: _Treffer, gevonden: Sequence[_Treffer], *, gesloten: int) -> bool:
        """Tell whether a hit stands in a report that says that nothing is the matter; plain words always do.

        Soft words then need another hint, and plain words beside them where the report says it more than once.
        """
        if not self._lezers[treffer.nummer].regel.zacht:
            return True
        if gesloten == 1:
            return _heeft_tweede(treffer, gevonden)
        return any(
            ander.signaal.soort == treffer.signaal.soort and not self._lezers[ander.nummer].regel.zacht
            for ander in gevonden
        )

    def _staat_vast(self, treffer: _Treffer, gevonden: Sequence[_Treffer]) -> bool:
        """Tell whether words that mean little by themselves have others about the same matter beside them."""
        signaal = treffer.signaal
        return treffer.nummer not in self._samen or any(
            ander.signaal.soort == signaal.soort
            and ander.nummer != treffer.nummer
            and not _overlapt(ander.signaal, signaal)
            for ander in gevonden
        )

    def _in_zin(self, tekst: str, zinnen: Sequence[Zin], plek: int) -> list[_Treffer]:
        zin = zinnen[plek]
        gevonden = []
        for nummer in sorted(self._patronen.mogelijk(zin)):
            lezer = self._lezers[nummer]
            for van, tot in zin.plekken(self._patronen, nummer):
                if self._past(zinnen, plek, lezer, (van, tot)):
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

    def _past(self, zinnen: Sequence[Zin], plek: int, lezer: _Klaar, treffer: tuple[int, int]) -> bool:
        """Tell whether the rule has what it asks beside its own words, and in the same breath nothing it excludes."""
        zin = zinnen[plek]
        if lezer.niet_bij & zin.mogelijk(self._erbij) and self._uitgesloten(zin, lezer, treffer):
            return False
        waar = (zin,) if lezer.regel.zelfde_zin else zinnen[max(0, plek - 1) : plek + 2]
        if lezer.bij and not any(_staat_in(buur, self._erbij, lezer.bij) for buur in waar):
            return False
        if lezer.tekst and not any(_staat_in(ergens, self._overal, lezer.tekst) for ergens in zinnen):
            return False
        return not any(_staat_in(ergens, self._overal, lezer.niet_tekst) for ergens in zinnen)

    def _uitgesloten(self, zin: Zin, lezer: _Klaar, treffer: tuple[int, int]) -> bool:
        begin, eind = zin.adem(*treffer)
        return any(
            begin < tot and van < eind
            for nummer in lezer.niet_bij & zin.mogelijk(self._erbij)
            for van, tot in zin.plekken(self._erbij, nummer)
        )

    def _houdt_stand(
        self, zinnen: Sequence[Zin], treffer: _Treffer, ergens: AbstractSet[int], wie: str
    ) -> bool:
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


def _staat_in(zin: Zin, patronen: Patronen, nummers: frozenset[int]) -> bool:
    return bool(nummers) and any(
        any(True for _ in zin.plekken(patronen, nummer)) for nummer in nummers & zin.mogelijk(patronen)
    )


def _heeft_tweede(treffer: _Treffer, gevonden: Sequence[_Treffer]) -> bool:
    """Tell whether another rule about the same matter is met, or the same one in another place."""
    signaal = treffer.signaal
    return any(
        ander.signaal.soort == signaal.soort
        and (ander.signaal.regel != signaal.regel or not _overlapt(ander.signaal, signaal))
        for ander in gevonden
    )


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
    """The rules of this version, read at the first question."""
    return Lexicon()


def zoek_signalen(tekst: str) -> list[Signaal]:
    """Find the passages that a person is asked to read again; none found says nothing about the text."""
    return lexicon().zoek(tekst)
