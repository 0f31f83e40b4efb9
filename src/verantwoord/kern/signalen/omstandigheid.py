"""Whether the words around a hit take it away. A doubt leaves it standing: a missed signal is worse than a look too many."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from verantwoord.kern.signalen.patroon import Patronen
from verantwoord.kern.signalen.regels import Omstandigheid
from verantwoord.kern.signalen.zin import Zin, aanspreking

_ONTKENNING: Final = "ontkenning"
_VOORBIJ: Final = "voorbij"
_KORT: Final = 4
_LANG: Final = 8
_RUIM: Final = 20
# So many sentences further something is still taken back, or still goes on.
_ZINNEN: Final = 3
_TERUG: Final = frozenset(["terug", "slot", "tekst"])
_VER: Final = frozenset(["terug", "verder", "vervolg", "slot", "tekst"])


class _Gelezen(NamedTuple):
    bron: Omstandigheid
    woorden: frozenset[int]
    behalve: frozenset[int]


class Omstandigheden:
    """All circumstances, ready to compare."""

    def __init__(self, bronnen: Sequence[Omstandigheid], patronen: Patronen) -> None:
        self._patronen = patronen
        self._alle = [
            _Gelezen(bron, patronen.neem_op(bron.woorden), patronen.neem_op(bron.behalve)) for bron in bronnen
        ]

    def neemt_weg(
        self,
        zinnen: Sequence[Zin],
        plek_van_zin: int,
        *,
        treffer: tuple[int, int],
        soort: str,
        ongeacht: Sequence[str],
        ontkend: bool,
    ) -> str | None:
        """Name the circumstance that takes the hit away, or ``None``; ``ontkend``: the pattern has a denial of its own."""
        zin = zinnen[plek_van_zin]
        if zin.vraagt and any(z.ontkent for z in zinnen[plek_van_zin + 1 : plek_van_zin + 2]):
            return _ONTKENNING
        buur = zinnen[plek_van_zin + 1] if plek_van_zin + 1 < len(zinnen) else None
        hier = zin.mogelijk(self._patronen)
        daar = buur.mogelijk(self._patronen) if buur is not None else set()
        for bron, woorden, behalve in self._alle:
            if soort not in bron.soorten or bron.id in ongeacht:
                continue
            if any(self._plekken(zin, behalve & hier)):
                continue
            if any(
                _geldt(zin, bron, plek=plek, treffer=treffer)
                for plek in self._plekken(zin, woorden & hier)
                if not (ontkend and bron.id == _ONTKENNING and treffer[0] <= plek[0] < treffer[1])
            ):
                return bron.id
            if bron.bereik in _VER and self._van_ver(
                bron, zinnen, plek_van_zin, woorden=woorden, behalve=behalve
            ):
                return bron.id
            if (
                bron.bereik == "buurzin"
                and buur is not None
                and self._in_buurzin(buur, woorden, behalve, daar)
            ):
                return bron.id
        return None

    def _van_ver(
        self,
        bron: Omstandigheid,
        zinnen: Sequence[Zin],
        hier: int,
        *,
        woorden: frozenset[int],
        behalve: frozenset[int],
    ) -> bool:
        """Tell whether a sentence further on takes it back, or one before it goes on in this one."""
        if bron.bereik in _TERUG:
            tot = hier + 1 + _ZINNEN if bron.bereik == "terug" else len(zinnen)
            later = [*zinnen[hier + 1 : tot], *(zinnen[:hier] if bron.bereik == "tekst" else ())]
            return any(self._staat_in(zin, woorden, behalve) for zin in later)
        for plek in range(hier - 1, max(hier - 1 - _ZINNEN, -1), -1):
            later = zinnen[plek + 1]
            if not (
                later.verwijst_terug(aanspreking(zinnen))
                if bron.bereik == "vervolg"
                else later.noemt_niemand()
            ):
                return False
            if self._staat_in(zinnen[plek], woorden, behalve):
                return True
        return False

    def _staat_in(self, zin: Zin, woorden: frozenset[int], behalve: frozenset[int]) -> bool:
        mogelijk = zin.mogelijk(self._patronen)
        return any(True for _ in self._plekken(zin, woorden & mogelijk)) and not any(
            True for _ in self._plekken(zin, behalve & mogelijk)
        )

    def _in_buurzin(
        self, buur: Zin, woorden: frozenset[int], behalve: frozenset[int], daar: set[int]
    ) -> bool:
        """Tell whether a next sentence says it is over, and of nobody else who is named there."""
        return any(buur.gaat_terug(0, plek[0]) for plek in self._plekken(buur, woorden & daar)) and not any(
            self._plekken(buur, behalve & daar)
        )

    def _plekken(self, zin: Zin, nummers: frozenset[int]) -> Iterator[tuple[int, int]]:
        """Where these patterns stand, as the number of the first word and of the one after the last."""
        for nummer in nummers:
            yield from zin.plekken(self._patronen, nummer)


def _geldt(zin: Zin, bron: Omstandigheid, *, plek: tuple[int, int], treffer: tuple[int, int]) -> bool:
    """Tell whether a circumstance on the words of ``plek`` reaches the hit on those of ``treffer``."""
    (p, q), (van, tot) = plek, treffer
    match bron.bereik:
        case "zin" | "verder" | "terug" | "slot" | "tekst":
            if p >= tot and bron.bereik in _TERUG:
                return True
            return zin.reikt(plek, van, ook_redenen=bron.id == _VOORBIJ)
        case "vervolg":
            return False
        case "buurzin":
            return zin.reikt(plek, van) if p <= van else zin.gaat_terug(tot, p)
        case "voor":
            return p <= van and zin.reikt(plek, van)
        case "deelzin":
            begin, eind = zin.deelzin(van, tot)
            return begin <= p < eind
        case "kort_voor":
            return (
                zin.deelzin(van, tot)[0] <= p < tot
                and q >= van - _KORT + 1
                and not (q < van and zin.sluit_af(q))
            )
        case "lang_voor":
            return zin.opsomming(van) <= p < tot and q >= van - _LANG + 1
        case "ruim_voor":
            return p < tot and q >= van - _RUIM + 1 and not zin.noemt_eigen(q, van)
        case "einde":
            return tot <= p and q <= zin.deelzin(van, tot)[1] and p - tot <= _KORT
