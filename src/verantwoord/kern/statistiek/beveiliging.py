"""Tables that may be told together: what is small is left out, and so is whatever would give it back.

A publication is one set of dossiers, counted by time and by part (found, not found, unknown), for all of them and split
in several ways (by place, by phase). What is told is rounded; what is below the threshold is not told. Then every small
count is looked at as somebody would who has all tables beside each other: two other worlds are sought, one dossier at a
time, in which every table reads exactly the same and this count is as low, and as high, as a small count can be. Where
such worlds are not found, the count that stands in the way is left out too, until they are. So no small count can be
worked out again, across rows, columns, totals, periods or tables: the worlds that were found are the proof.

Sources: CBS, regels voor statistische geheimhouding (threshold); Hundepool and others (2012), *Statistical disclosure
control*, §4.4 (feasible intervals), §5.4 (rounding); AVG rec. 26.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Final, Literal, NamedTuple

import msgspec

# Too small; or left out lest something small be found. The second says nothing of the size: where to say that a count is
# small would already tell too much, it stands there too.
Reden = Literal["klein", "terugrekenen"]
# All dossiers together, beside the lines of each way of splitting them.
GEHEEL: Final = ("", "")
_VEEL: Final = 10**9
# What it weighs to leave out a count of all together, against one of a line.
_ZWAAR: Final = 1000


class Plek(NamedTuple):
    """Where a count stands: the way of splitting, the line in it, the time, the part. ``("", "")`` is all together."""

    verdeling: str
    regel: str
    tijd: str
    deel: str


class As(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a table: what is counted apart, and what is also told together, by name.

    ``verzwegen`` is counted and told nowhere, yet may not be found by subtraction either.
    """

    los: tuple[str, ...]
    samen: Mapping[str, frozenset[str]] = msgspec.field(default_factory=dict)
    verzwegen: frozenset[str] = frozenset()

    @property
    def knopen(self) -> dict[str, frozenset[str]]:
        return {naam: frozenset({naam}) for naam in self.los} | dict(self.samen)


class Cel(msgspec.Struct, frozen=True, kw_only=True):
    """A count as it may be told: rounded, or ``None`` with why not."""

    aantal: int | None
    reden: Reden | None = None


def rond_af(aantal: int, op: int) -> int:
    """Round a count to the nearest multiple, half up."""
    return (2 * aantal + op) // (2 * op) * op


def beveilig(
    verdelingen: Mapping[str, Mapping[tuple[str, str, str], int]],
    *,
    tijd: As,
    deel: As,
    minstens: int,
    afronding: int,
    soepel: Mapping[str, int] | None = None,
    hoort_bij: Mapping[str, str] | None = None,
    weg: frozenset[Plek] = frozenset(),
) -> dict[Plek, Cel]:
    """Say of every count what may be told of it.

    ``verdelingen``: for each way of splitting the counts by line, time and part; what is absent is nought, and every way
    adds up to the same whole. ``soepel``: parts of which the count is told from fewer on, and rounded to that, for other
    tables tell them so ({"alle": 5}). ``hoort_bij``: parts that are not told where another part is not ({"wel": "bekend"}).
    ``weg``: what another table about the same dossiers had to leave out; this one does so too. Raises ``ValueError`` when
    the splits do not add up.
    """
    grenzen = dict.fromkeys(deel.knopen, (minstens, afronding)) | {
        d: (n, n) for d, n in (soepel or {}).items()
    }
    tabellen = _Tabellen(verdelingen, tijd=tijd, deel=deel, grenzen=grenzen, soepel=frozenset(soepel or ()))
    tabellen.begin(hoort_bij or {}, weg)
    for lijn, paar in tabellen.te_beschermen():
        tabellen.bescherm(lijn, paar)
    return tabellen.cellen()


_Lijn = tuple[str, str]
# What changes on one line when dossiers are other ones: the place in its row of counts, and by how much.
_Anders = tuple[tuple[int, int], ...]


class _Patroon(NamedTuple):
    """A way to have one dossier more somewhere; in ``erbij`` and ``eraf`` when it is one that is moved from elsewhere."""

    geheel: _Anders
    erbij: _Anders | None = None
    eraf: _Anders | None = None


class _Zet(NamedTuple):
    """A step to another world: which lines change and how, and what has to be left out before all tables allow it."""

    kosten: tuple[int, int] = (0, 0)
    weg: tuple[tuple[_Lijn, int], ...] = ()
    anders: tuple[tuple[_Lijn, _Anders, int], ...] = ()

    def met(self, ander: "_Zet") -> "_Zet":
        kosten = (self.kosten[0] + ander.kosten[0], self.kosten[1] + ander.kosten[1])
        return _Zet(kosten, self.weg + ander.weg, self.anders + ander.anders)


class _Tabellen:
    """The counts by line; ``laag`` and ``hoog`` is what a reader knows of each, ``nu`` the world that is looked at."""

    def __init__(
        self,
        verdelingen: Mapping[str, Mapping[tuple[str, str, str], int]],
        *,
        tijd: As,
        deel: As,
        grenzen: Mapping[str, tuple[int, int]],
        soepel: frozenset[str],
    ) -> None:
        self.tijd, self.deel, self.soepel = tijd, deel, soepel
        self.paren = tuple(product(tijd.knopen, deel.knopen))
        self.minstens, self.afronding = zip(*(grenzen[d] for _t, d in self.paren), strict=True)
        self.plaats = {paar: i for i, paar in enumerate(self.paren)}
        # Where nothing was counted a dossier could still have been, on a line without a name.
        self.lijnen = {naam: _regels(cellen) or ("",) for naam, cellen in verdelingen.items()}
        self.leeg = frozenset((naam, "") for naam, cellen in verdelingen.items() if not cellen)
        self.waar: dict[_Lijn, list[int]] = {}
        for naam, cellen in verdelingen.items():
            for regel in self.lijnen[naam]:
                self.waar[naam, regel] = self._tel(
                    {(q, c): n for (r, q, c), n in cellen.items() if r == regel}
                )
        gehelen = [self._opgeteld(naam) for naam in verdelingen]
        if any(geheel != gehelen[0] for geheel in gehelen):
            raise ValueError("the splits do not add up to the same whole")
        self.waar[GEHEEL] = gehelen[0]
        self.nu = {lijn: list(rij) for lijn, rij in self.waar.items()}
        self.laag = {lijn: [0] * len(rij) for lijn, rij in self.waar.items()}
        self.hoog = {lijn: [_VEEL] * len(rij) for lijn, rij in self.waar.items()}
        self.redenen: dict[tuple[_Lijn, int], Reden | None] = {}
        self.hoort_bij: Mapping[str, str] = {}
        self.patronen = _patronen(*(_sleutel(as_) for as_ in (tijd, deel)))

    def _tel(self, los: Mapping[tuple[str, str], int]) -> list[int]:
        return _tel(los, self.tijd.knopen, self.deel.knopen)

    def _opgeteld(self, naam: str) -> list[int]:
        rijen = [self.waar[naam, regel] for regel in self.lijnen[naam]]
        return [sum(kolom) for kolom in zip(*rijen, strict=True)] if rijen else [0] * len(self.paren)

    # --- what is told ---------------------------------------------------------------------------------------------

    def begin(self, hoort_bij: Mapping[str, str], weg: frozenset[Plek]) -> None:
        """Leave out what is small, and what belongs to something that is left out."""
        self.hoort_bij = hoort_bij
        for lijn, rij in self.waar.items():
            for paar, aantal in enumerate(rij):
                if self.paren[paar][1] in self.deel.verzwegen:
                    continue
                reden: Reden | None = "klein" if aantal < self.minstens[paar] else None
                if Plek(*lijn, *self.paren[paar]) in weg:
                    reden = "terugrekenen"
                if reden:
                    self._verberg(lijn, paar, reden)
                else:
                    self._toon(lijn, paar)
            for paar in range(len(rij)):
                if self.redenen.get((lijn, paar)) is not None:
                    self._neem_mee(lijn, paar)

    def _toon(self, lijn: _Lijn, paar: int) -> None:
        op, minstens = self.afronding[paar], self.minstens[paar]
        rond = rond_af(self.waar[lijn][paar], op)
        self.redenen[lijn, paar] = None
        # An even base rounds its half up; and whoever sees a count knows that it was not small.
        self.laag[lijn][paar] = max(rond - op // 2, minstens)
        self.hoog[lijn][paar] = rond + (op - 1) // 2

    def _verberg(self, lijn: _Lijn, paar: int, reden: Reden) -> None:
        self.redenen[lijn, paar] = reden
        self.laag[lijn][paar] = 0
        self.hoog[lijn][paar] = self.minstens[paar] - 1 if reden == "klein" else _VEEL

    def _neem_mee(self, lijn: _Lijn, paar: int) -> None:
        tijd, geheel = self.paren[paar]
        for erbij, van in self.hoort_bij.items():
            ander = self.plaats[tijd, erbij]
            if van == geheel and self.redenen[lijn, ander] is None:
                self._verberg(lijn, ander, "terugrekenen")

    def cellen(self) -> dict[Plek, Cel]:
        return {
            Plek(*lijn, *self.paren[paar]): Cel(
                aantal=None if reden else rond_af(self.waar[lijn][paar], self.afronding[paar]), reden=reden
            )
            for (lijn, paar), reden in self.redenen.items()
            if lijn not in self.leeg
        }

    # --- what may not be found --------------------------------------------------------------------------------------

    def te_beschermen(self) -> list[tuple[_Lijn, int]]:
        """Every small count, told or not, for nought is nobody; the smallest lines first, for those leave out least."""
        gevonden = [
            (lijn, paar)
            for lijn, rij in self.waar.items()
            for paar, aantal in enumerate(rij)
            if 0 < aantal < self.minstens[paar]
        ]
        return sorted(gevonden, key=lambda plek: (max(self.waar[plek[0]]), plek))

    def bescherm(self, lijn: _Lijn, paar: int) -> None:
        """Seek the two worlds; as long as one of them is not there, leave out what stands in the way."""
        breed = self.minstens[paar] - 1
        while True:
            omlaag, verder_omlaag = self._wandel(lijn, paar, -1, breed)
            omhoog, verder_omhoog = self._wandel(lijn, paar, 1, breed - omlaag)
            if omlaag + omhoog >= breed:
                return
            verder = _goedkoopste([verder_omlaag, verder_omhoog])
            # With everything left out a dossier more is always possible, so there is a next step.
            assert verder is not None  # noqa: S101 - tells the type checker
            for plek in verder.weg:
                self._verberg(*plek, "terugrekenen")
                self._neem_mee(*plek)

    def _wandel(self, lijn: _Lijn, paar: int, teken: int, hoogstens: int) -> tuple[int, _Zet | None]:
        """Go from the truth one dossier at a time; return how far, and the step that would go further."""
        self.nu = {naam: list(rij) for naam, rij in self.waar.items()}
        for stappen in range(hoogstens):
            zet = self._stap(lijn, paar, teken)
            if zet is None or zet.weg:
                return stappen, zet
            for ander, verschillen, kant in zet.anders:
                for i, verschil in verschillen:
                    self.nu[ander][i] += kant * verschil
        return hoogstens, None

    def _stap(self, lijn: _Lijn, paar: int, teken: int) -> _Zet | None:
        """The next step: one that all tables allow, or else the one for which the least has to be left out."""
        zetten = []
        for patroon in self.patronen[paar]:
            for zet in self._zetten(lijn, patroon, teken):
                if zet is not None and not zet.weg:
                    return zet
                zetten.append(zet)
        return _goedkoopste(zetten)

    def _zetten(self, lijn: _Lijn, patroon: _Patroon, teken: int) -> Iterator[_Zet | None]:
        """Exchange with another line of the same split; or change the whole, and then every split along with it."""
        if lijn == GEHEEL:
            yield self._overal(_Zet(), patroon, teken, behalve="")
            return
        zelf = self._probeer(lijn, patroon.geheel, teken)
        if zelf is not None:
            ander = self._kleinste(lijn[0], patroon.geheel, -teken, behalve=lijn)
            yield zelf.met(ander) if ander is not None else None
            yield self._overal(zelf, patroon, teken, behalve=lijn[0])
        if patroon.erbij is None or patroon.eraf is None:
            return
        erbij, eraf = patroon.erbij, patroon.eraf
        # One from another line; one more here while another line takes one over; one more here and another moves there.
        for hier, daar, kant, geheel in (
            (erbij, eraf, teken, patroon),
            (patroon.geheel, eraf, -teken, _Patroon(erbij)),
            (erbij, patroon.geheel, -teken, _Patroon(tuple((i, -n) for i, n in eraf))),
        ):
            zelf = self._probeer(lijn, hier, teken)
            ander = zelf and self._kleinste(lijn[0], daar, kant, behalve=lijn)
            if zelf is not None and ander is not None:
                yield self._overal(zelf.met(ander), geheel, teken, behalve=lijn[0])

    def _overal(self, begin: _Zet, patroon: _Patroon, teken: int, *, behalve: str) -> _Zet | None:
        zet = self._probeer(GEHEEL, patroon.geheel, teken)
        zet = zet and begin.met(zet)
        for naam in self.lijnen:
            if zet is not None and naam != behalve:
                in_deze = self._ergens(naam, patroon, teken)
                zet = in_deze and zet.met(in_deze)
        return zet

    def _ergens(self, naam: str, patroon: _Patroon, teken: int) -> _Zet | None:
        """The same change somewhere in this split: on one line, or from one to another."""
        heel = self._kleinste(naam, patroon.geheel, teken)
        if patroon.erbij is None or patroon.eraf is None or (heel is not None and not heel.weg):
            return heel
        erbij = self._kleinste(naam, patroon.erbij, teken)
        eraf = erbij and self._kleinste(naam, patroon.eraf, teken, behalve=erbij.anders[0][0])
        return _goedkoopste([heel, erbij.met(eraf) if erbij and eraf else None])

    def _kleinste(
        self, naam: str, verschillen: _Anders, teken: int, behalve: _Lijn | None = None
    ) -> _Zet | None:
        zetten = []
        for regel in self.lijnen[naam]:
            zet = self._probeer((naam, regel), verschillen, teken) if (naam, regel) != behalve else None
            if zet is not None and not zet.weg:
                return zet
            zetten.append(zet)
        return _goedkoopste(zetten)

    def _probeer(self, lijn: _Lijn, verschillen: _Anders, teken: int) -> _Zet | None:
        """What has to be left out before this line can change so; ``None`` when leaving out does not help."""
        nu, laag, hoog = self.nu[lijn], self.laag[lijn], self.hoog[lijn]
        for i, verschil in verschillen:
            if not laag[i] <= nu[i] + teken * verschil <= hoog[i]:
                break
        else:
            return _Zet((0, 0), (), ((lijn, verschillen, teken),))
        kosten, weg = [0, 0], []
        for i, verschil in verschillen:
            nieuw = nu[i] + teken * verschil
            if laag[i] <= nieuw <= hoog[i]:
                continue
            if nieuw < 0:
                return None
            weg.append((lijn, i))
            # To leave out only that a count is small costs next to nothing.
            getoond = self.redenen[lijn, i] is None
            kosten[0] += self._zwaarte(lijn, i) if getoond else 0
            kosten[1] += self.waar[lijn][i] if getoond else 1
        return _Zet((kosten[0], kosten[1]), tuple(weg), ((lijn, verschillen, teken),))

    def _zwaarte(self, lijn: _Lijn, paar: int) -> int:
        """All together is told as long as it can be, and longer still what many tables tell."""
        return (_ZWAAR if lijn == GEHEEL else 1) * (_ZWAAR**2 if self.paren[paar][1] in self.soepel else 1)


_Sleutel = tuple[tuple[str, frozenset[str]], ...]


def _sleutel(as_: As) -> _Sleutel:
    return tuple(as_.knopen.items())


def _tel(
    los: Mapping[tuple[str, str], int],
    tijden: Mapping[str, frozenset[str]],
    delen: Mapping[str, frozenset[str]],
) -> list[int]:
    """The row of a line: for each time and each part, alone and together, how many there are."""
    return [
        sum(los.get((q, c), 0) for q in tijd for c in deel)
        for tijd in tijden.values()
        for deel in delen.values()
    ]


@lru_cache(maxsize=32)
def _patronen(tijd: _Sleutel, deel: _Sleutel) -> tuple[tuple[_Patroon, ...], ...]:
    """For each place in a row every way to have one more there, what changes least first."""
    tijden, delen = dict(tijd), dict(deel)

    def anders(los: Mapping[tuple[str, str], int]) -> _Anders:
        return tuple((i, verschil) for i, verschil in enumerate(_tel(los, tijden, delen)) if verschil)

    alle = [
        dict.fromkeys(
            patroon
            for hier in product(sorted(tijden[t]), sorted(delen[d]))
            for patroon in _van_hier(hier, tijden, delen, (t, d), anders)
        )
        for t, d in product(tijden, delen)
    ]
    return tuple(tuple(sorted(p, key=lambda patroon: (len(patroon.geheel), patroon.geheel))) for p in alle)


def _van_hier(
    hier: tuple[str, str],
    tijden: Mapping[str, frozenset[str]],
    delen: Mapping[str, frozenset[str]],
    plek: tuple[str, str],
    anders: Callable[[Mapping[tuple[str, str], int]], _Anders],
) -> Iterator[_Patroon]:
    """One dossier more here, one moved from elsewhere, or two that change places."""
    losse_tijden = [naam for naam, bladen in tijden.items() if bladen == {naam}]
    losse_delen = [naam for naam, bladen in delen.items() if bladen == {naam}]
    yield _Patroon(anders({hier: 1}))
    for daar in product(losse_tijden, losse_delen):
        tijd_buiten, deel_buiten = daar[0] not in tijden[plek[0]], daar[1] not in delen[plek[1]]
        if tijd_buiten or deel_buiten:
            yield _Patroon(anders({hier: 1, daar: -1}), anders({hier: 1}), anders({daar: -1}))
        if tijd_buiten and deel_buiten:
            yield _Patroon(anders({hier: 1, (daar[0], hier[1]): -1, (hier[0], daar[1]): -1, daar: 1}))


def _goedkoopste(zetten: Sequence[_Zet | None]) -> _Zet | None:
    return min(
        (zet for zet in zetten if zet is not None), key=lambda zet: (zet.kosten, zet.weg), default=None
    )


def _regels(cellen: Mapping[tuple[str, str, str], int]) -> tuple[str, ...]:
    return tuple(sorted({regel for regel, _tijd, _deel in cellen}))
