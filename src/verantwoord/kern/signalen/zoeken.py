"""Look for passages with the rules of the lexicon."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from verantwoord.kern.signalen.omstandigheid import Omstandigheden, Zin
from verantwoord.kern.signalen.passages import Terrein
from verantwoord.kern.signalen.patroon import Patronen
from verantwoord.kern.signalen.regels import Regel, regelbladen, woordenblad
from verantwoord.kern.signalen.spelling import Spelling
from verantwoord.kern.signalen.woordvorm import Woord, vouw, zinnen


class Signaal(msgspec.Struct, frozen=True, kw_only=True):
    """A passage to look at: ``[begin, eind)`` in code points, the rule that was met and why that rule is there."""

    soort: Terrein
    begin: int
    eind: int
    citaat: str
    regel: str
    uitleg: str


class _Lezer(NamedTuple):
    """A rule ready to compare; patterns by their numbers."""

    soort: Terrein
    regel: Regel
    bij: frozenset[int]
    niet_bij: frozenset[int]


class Lexicon:
    """The rules, read once."""

    def __init__(self) -> None:
        blad = woordenblad()
        self._afkortingen = {
            kort: " ".join(vouw(woord) for woord in lang.split()) for kort, lang in blad.afkortingen.items()
        }
        self._spelling = Spelling(blad.spelling, goed=blad.goed)
        self._patronen = Patronen(blad.lijsten)
        # What stands around a hit is only looked for where there is one.
        self._erbij = Patronen(blad.lijsten)
        self._omstandigheden = Omstandigheden(blad.omstandigheid, self._erbij)
        self._lezers: dict[int, _Lezer] = {}
        for regelblad in regelbladen():
            for regel in regelblad.regel:
                bij, niet_bij = self._erbij.neem_op(regel.bij), self._erbij.neem_op(regel.niet_bij)
                lezer = _Lezer(regelblad.soort, regel, bij, niet_bij)
                self._lezers |= dict.fromkeys(self._patronen.neem_op(regel.woorden), lezer)

    def zoek(self, tekst: str) -> list[Signaal]:
        """Find the passages in a text, from its beginning to its end."""
        alle = [Zin(self._verbeterd(woorden)) for woorden in zinnen(tekst, self._afkortingen)]
        gevonden: list[Signaal] = []
        for vorige, zin, buur in zip([None, *alle], alle, [*alle[1:], None], strict=False):
            gevonden += self._in_zin(tekst, zin, vorige, buur)
        return _zonder_dubbele(gevonden)

    def _verbeterd(self, woorden: Sequence[Woord]) -> list[Woord]:
        verbeter = self._spelling.verbeter
        return [Woord(verbeter(woord.vorm), woord.begin, woord.eind) for woord in woorden]

    def _in_zin(self, tekst: str, zin: Zin, vorige: Zin | None, buur: Zin | None) -> list[Signaal]:
        nummers = self._patronen.mogelijk(zin.vormen)
        gevonden = []
        for nummer in sorted(nummers):
            lezer = self._lezers[nummer]
            for treffer in self._patronen.zoek[nummer].finditer(zin.lijn):
                van, tot = zin.woord_op(treffer.start()), zin.woord_op(treffer.end() - 1) + 1
                if self._past(zin, lezer, (vorige, buur)) and self._houdt_stand(zin, buur, lezer, van, tot):
                    begin, eind = zin.woorden[van].begin, zin.woorden[tot - 1].eind
                    gevonden.append(
                        Signaal(
                            soort=lezer.soort,
                            begin=begin,
                            eind=eind,
                            citaat=tekst[begin:eind],
                            regel=lezer.regel.id,
                            uitleg=lezer.regel.uitleg,
                        )
                    )
        return gevonden

    def _past(self, zin: Zin, lezer: _Lezer, buren: tuple[Zin | None, Zin | None]) -> bool:
        """Tell whether the rule has what it asks beside its own words, and nothing it excludes."""
        if self._staat_in(zin, lezer.niet_bij):
            return False
        return not lezer.bij or any(self._staat_in(buur, lezer.bij) for buur in (zin, *buren))

    def _staat_in(self, zin: Zin | None, nummers: frozenset[int]) -> bool:
        return zin is not None and any(
            self._erbij.zoek[nummer].search(zin.lijn) for nummer in nummers & zin.mogelijk(self._erbij)
        )

    def _houdt_stand(self, zin: Zin, buur: Zin | None, lezer: _Lezer, van: int, tot: int) -> bool:
        return (
            self._omstandigheden.neemt_weg(
                zin, buur, van=van, tot=tot, soort=lezer.soort, ongeacht=lezer.regel.ongeacht
            )
            is None
        )


def _zonder_dubbele(gevonden: list[Signaal]) -> list[Signaal]:
    """Of hits about one matter that overlap only the longest stays; what is shown once is read once."""
    over: list[Signaal] = []
    for signaal in sorted(gevonden, key=lambda s: (s.begin - s.eind, s.begin, s.regel)):
        if not any(
            s.soort == signaal.soort and s.begin < signaal.eind and signaal.begin < s.eind for s in over
        ):
            over.append(signaal)
    return sorted(over, key=lambda s: (s.begin, s.eind, s.soort))


@cache
def lexicon() -> Lexicon:
    """The rules of this version, read at the first question."""
    return Lexicon()


def zoek_signalen(tekst: str) -> list[Signaal]:
    """Find the passages that a person is asked to read again; none found says nothing about the text."""
    return lexicon().zoek(tekst)
