"""Whether the words around a hit take it away. A doubt leaves it standing: a missed signal is worse than a look too many."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from verantwoord.kern.signalen.passages import Terrein
from verantwoord.kern.signalen.patroon import Patronen
from verantwoord.kern.signalen.regels import TERREINEN, Omstandigheid
from verantwoord.kern.signalen.zin import Zin

_ONTKENNING: Final = "ontkenning"
_VOORBIJ: Final = "voorbij"
_KORT: Final = 4
_LANG: Final = 8
_RUIM: Final = 20
# So many sentences further something is still taken back, or still goes on.
_ZINNEN: Final = 3
_TERUG: Final = frozenset(["terug", "slot", "tekst"])
_VER: Final = frozenset(["terug", "verder", "vervolg", "slot", "tekst"])
_VER_OF_BUUR: Final = _VER | {"buurzin"}


class _Gelezen(NamedTuple):
    bron: Omstandigheid
    patronen: Patronen
    woorden: frozenset[int]
    behalve: frozenset[int]


Ergens = Mapping[Terrein, Sequence[_Gelezen]]
"""What may stand somewhere in a text, by matter."""


class Omstandigheden:
    """All circumstances, ready to compare."""

    def __init__(self, bronnen: Sequence[Omstandigheid], *, hier: Patronen, overal: Patronen) -> None:
        """Read them; ``overal`` is compared with every sentence, ``hier`` only with one that holds a hit."""
        self._hier = hier
        gelezen = []
        for bron in bronnen:
            patronen = overal if bron.bereik in _VER_OF_BUUR else hier
            gelezen.append(
                _Gelezen(bron, patronen, patronen.neem_op(bron.woorden), patronen.neem_op(bron.behalve))
            )
        self._ver, self._dichtbij = (
            {
                soort: [e for e in gelezen if soort in e.bron.soorten and e.patronen is patronen]
                for soort in TERREINEN
            }
            for patronen in (overal, hier)
        )

    def ergens(self, aanwezig: AbstractSet[int], soorten: AbstractSet[Terrein]) -> Ergens:
        """The circumstances of these matters that reach further than a sentence, and of which a pattern may be present."""
        return {
            soort: [een for een in self._ver[soort] if not een.woorden.isdisjoint(aanwezig)]
            for soort in soorten
        }

    def neemt_weg(
        self,
        zinnen: Sequence[Zin],
        plek_van_zin: int,
        *,
        treffer: tuple[int, int],
        ergens: Ergens,
        soort: Terrein,
        ongeacht: Sequence[str],
        ontkend: bool,
        wie: str,
    ) -> str | None:
        """Name the circumstance that takes the hit away, or ``None``; ``ontkend``: the pattern has a denial of its own.

        ``ergens`` is what that question answers for these sentences, asked once for all hits; ``wie`` is how the report calls
        the person.
        """
        zin = zinnen[plek_van_zin]
        if zin.vraagt and any(z.ontkent for z in zinnen[plek_van_zin + 1 : plek_van_zin + 2]):
            return _ONTKENNING
        binnen_zin = zin.mogelijk(self._hier)
        dichtbij = [een for een in self._dichtbij[soort] if not een.woorden.isdisjoint(binnen_zin)]
        for een in (*dichtbij, *ergens[soort]):
            bron, patronen, woorden, behalve = een
            if bron.id in ongeacht:
                continue
            hier = zin.mogelijk(patronen)
            if any(_plekken(zin, patronen, behalve & hier)):
                continue
            if any(
                _geldt(zin, bron, plek=plek, treffer=treffer, wie=wie)
                for plek in _plekken(zin, patronen, woorden & hier)
                if not (ontkend and bron.id == _ONTKENNING and treffer[0] <= plek[0] < treffer[1])
            ):
                return bron.id
            if bron.bereik in _VER and _van_ver(een, zinnen, plek_van_zin, wie):
                return bron.id
            if bron.bereik == "buurzin" and any(
                _in_buurzin(buur, een) for buur in zinnen[plek_van_zin + 1 : plek_van_zin + 2]
            ):
                return bron.id
        return None


def _van_ver(een: _Gelezen, zinnen: Sequence[Zin], hier: int, wie: str) -> bool:
    """Tell whether a sentence further on takes it back, or one before it goes on in this one."""
    bereik = een.bron.bereik
    if bereik in _TERUG:
        tot = hier + 1 + _ZINNEN if bereik == "terug" else len(zinnen)
        later = [*zinnen[hier + 1 : tot], *(zinnen[:hier] if bereik == "tekst" else ())]
        return any(_staat_in(zin, een) for zin in later)
    for plek in range(hier - 1, max(hier - 1 - _ZINNEN, -1), -1):
        volgende = zinnen[plek + 1]
        gaat_door = volgende.verwijst_terug(wie) if bereik == "vervolg" else volgende.noemt_niemand()
        if not gaat_door:
            return False
        if _staat_in(zinnen[plek], een):
            return True
    return False


def _staat_in(zin: Zin, een: _Gelezen) -> bool:
    mogelijk = zin.mogelijk(een.patronen)
    return (
        not een.woorden.isdisjoint(mogelijk)
        and any(_plekken(zin, een.patronen, een.woorden & mogelijk))
        and not any(_plekken(zin, een.patronen, een.behalve & mogelijk))
    )


def _in_buurzin(buur: Zin, een: _Gelezen) -> bool:
    """Tell whether a next sentence says it is over, and of nobody else who is named there."""
    mogelijk = buur.mogelijk(een.patronen)
    return any(
        buur.gaat_terug(0, plek[0]) for plek in _plekken(buur, een.patronen, een.woorden & mogelijk)
    ) and not any(_plekken(buur, een.patronen, een.behalve & mogelijk))


def _plekken(zin: Zin, patronen: Patronen, nummers: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """Where these patterns stand, as the number of the first word and of the one after the last."""
    for nummer in nummers:
        yield from zin.plekken(patronen, nummer)


def _geldt(
    zin: Zin, bron: Omstandigheid, *, plek: tuple[int, int], treffer: tuple[int, int], wie: str
) -> bool:
    """Tell whether a circumstance on the words of ``plek`` reaches the hit on those of ``treffer``; ``wie`` is how the person is called."""
    (p, q), (van, tot) = plek, treffer
    match bron.bereik:
        case "zin" | "verder" | "terug" | "slot" | "tekst":
            if q > van and bron.bereik in _TERUG:
                return bron.id != _VOORBIJ or zin.gaat_terug(tot, p)
            return zin.reikt(plek, van, ook_redenen=bron.id == _VOORBIJ)
        case "vervolg":
            return False
        case "buurzin":
            return zin.reikt(plek, van) if p <= van else zin.gaat_terug(tot, p)
        case "voor":
            return p <= van and zin.reikt(plek, van)
        case "kort_voor":
            return (
                zin.deelzin(van, tot)[0] <= p < tot
                and q >= van - _KORT + 1
                and not (q < van and zin.sluit_af(q))
            )
        case "lang_voor":
            return zin.opsomming(van) <= p < tot and q >= van - _LANG + 1
        case "ruim_voor":
            return p < tot and q >= van - _RUIM + 1 and not zin.noemt_eigen(plek, van, wie)
        case "einde":
            return tot <= p and q <= zin.deelzin(van, tot)[1] and p - tot <= _KORT
