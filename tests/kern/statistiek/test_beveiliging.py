"""Somebody with all published tables beside each other cannot work out a small count: attacked with a solver.

Security, threat 34: 2,000 data sets, all tables together, no count below the threshold is pinned; and one dossier more
or less moves no published count by more than the base it is rounded to.
"""

import random
from collections import Counter
from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import block_diag, csr_matrix

from verantwoord.kern.statistiek.beveiliging import (
    GEHEEL,
    As,
    Cel,
    Plek,
    beveilig,
    rond_af,
)

DELEN = As(
    los=("wel", "niet", "onbekend"),
    samen={"bekend": frozenset({"wel", "niet"})},
    verzwegen=frozenset({"niet"}),
)
HOORT_BIJ = {"wel": "bekend", "onbekend": "bekend"}
TIJDEN = As(los=("Q1", "Q2"), samen={"samen": frozenset({"Q1", "Q2"})})


def trek(kans: random.Random) -> Counter:
    """Dossiers by place, phase, time and part: a few, many, and everything between."""
    plekken, fasen = (
        ["Assen", "Drachten", "Emmen"][: kans.randint(2, 3)],
        ["gesprek", "vertrek"][: kans.randint(1, 2)],
    )
    tot = kans.choice([2, 5, 9, 20, 60])
    return Counter(
        {
            cel: kans.choice([0, kans.randint(0, 3), kans.randint(0, tot)])
            for cel in product(plekken, fasen, TIJDEN.los, DELEN.los)
        }
    )


def verdelingen(dossiers: Counter) -> dict[str, Counter]:
    plek, fase = Counter(), Counter()
    for (p, f, q, c), n in dossiers.items():
        plek[p, q, c] += n
        fase[f, q, c] += n
    return {"locatie": plek, "fase": fase}


def gepubliceerd(dossiers: Counter, *, minstens=5, afronding=5, soepel=None) -> dict[Plek, Cel]:
    return beveilig(
        verdelingen(dossiers),
        tijd=TIJDEN,
        deel=DELEN,
        minstens=minstens,
        afronding=afronding,
        soepel=soepel,
        hoort_bij=HOORT_BIJ,
    )


class Aanval:
    """What a reader knows: every world, down to place and phase together, in which the tables read the same."""

    def __init__(self, dossiers, tabel, *, minstens=5, afronding=5, soepel=None):
        self.atomen = list(dossiers)
        rijen, grenzen = [], []
        for plek, cel in tabel.items():
            rijen.append(self.rij(plek))
            los = (soepel or {}).get(plek.deel)
            grenzen.append(_band(cel, los or minstens, los or afronding))
        self.rijen, (self.laag, self.hoog) = np.array(rijen), np.array(grenzen, dtype=float).T

    def rij(self, plek) -> list[bool]:
        tijden, delen = TIJDEN.knopen[plek.tijd], DELEN.knopen[plek.deel]
        return [
            q in tijden
            and c in delen
            and (plek.verdeling, plek.regel) in {GEHEEL, ("locatie", p), ("fase", f)}
            for p, f, q, c in self.atomen
        ]


def _band(cel, minstens, afronding):
    if cel.reden:
        return (0, minstens - 1) if cel.reden == "klein" else (0, np.inf)
    alle = [n for n in range(minstens, cel.aantal + afronding) if rond_af(n, afronding) == cel.aantal]
    return min(alle), max(alle)


def uitersten(aanvallen: list[tuple[Aanval, Plek]]) -> list[tuple[float, float]]:
    """How low and how high each count can be: one question to the solver for many readers that know nothing of each other."""
    blokken, rechts, doelen = [], [], []
    for aanval, plek in aanvallen:
        boven = np.isfinite(aanval.hoog)
        blokken.append(csr_matrix(np.vstack([aanval.rijen[boven], -1 * aanval.rijen])))
        rechts += [aanval.hoog[boven], -aanval.laag]
        doelen.append(np.array(aanval.rij(plek), dtype=float))
    matrix, grens, doel = block_diag(blokken, format="csr"), np.concatenate(rechts), np.concatenate(doelen)
    laagst, hoogst = (
        linprog(teken * doel, A_ub=matrix, b_ub=grens, bounds=(0, 10_000), method="highs").x
        for teken in (1, -1)
    )
    uit, vanaf = [], 0
    for eigen in doelen:
        stuk = slice(vanaf, vanaf + len(eigen))
        uit.append((float(eigen @ laagst[stuk]), float(eigen @ hoogst[stuk])))
        vanaf += len(eigen)
    return uit


def alle_plekken(dossiers) -> dict[Plek, int]:
    """Every count, also the ones that are told nowhere."""
    regels = [GEHEEL, *{("locatie", a[0]) for a in dossiers}, *{("fase", a[1]) for a in dossiers}]
    plekken = [Plek(*regel, t, d) for regel in regels for t in TIJDEN.knopen for d in DELEN.knopen]
    aanval = Aanval(dossiers, {plekken[0]: Cel(aantal=None, reden="klein")})
    return {
        plek: sum(n for n, telt in zip(dossiers.values(), aanval.rij(plek), strict=True) if telt)
        for plek in plekken
    }


@pytest.mark.parametrize(
    ("minstens", "afronding", "soepel", "stel", "sets"),
    [(5, 5, {}, 1, 1500), (10, 10, {"bekend": 5}, 2, 500)],
)
def test_given_2000_data_sets_when_all_tables_are_attacked_together_then_no_small_count_is_pinned(
    minstens, afronding, soepel, stel, sets
):
    kans = random.Random(stel)  # noqa: S311 - the same sets every time
    aanvallen, getoond, verteld = [], 0, 0
    for _ in range(sets):
        dossiers = trek(kans)
        tabel = gepubliceerd(dossiers, minstens=minstens, afronding=afronding, soepel=soepel)
        klein = [
            plek for plek, n in alle_plekken(dossiers).items() if 0 < n < soepel.get(plek.deel, minstens)
        ]
        getoond += sum(cel.aantal is not None for cel in tabel.values())
        verteld += sum(cel.reden != "klein" for cel in tabel.values())
        if klein:
            aanval = Aanval(dossiers, tabel, minstens=minstens, afronding=afronding, soepel=soepel)
            aanvallen += [(aanval, plek) for plek in kans.sample(klein, min(2, len(klein)))]

    uitkomsten = [
        uiterste
        for deel in range(0, len(aanvallen), 50)
        for uiterste in uitersten(aanvallen[deel : deel + 50])
    ]
    te_smal = [
        plek
        for (_aanval, plek), (laag, hoog) in zip(aanvallen, uitkomsten, strict=True)
        # As many whole numbers as the reader knew already to be possible: 0 up to and including 4.
        if hoog - laag < soepel.get(plek.deel, minstens) - 1 - 1e-6
    ]

    assert te_smal == []
    # It is not safe by telling nothing.
    assert getoond > 0.3 * verteld


def test_given_one_data_set_when_every_small_count_is_attacked_then_none_is_pinned():
    dossiers = trek(random.Random(7))  # noqa: S311 - the same set every time
    tabel = gepubliceerd(dossiers)
    aanval = Aanval(dossiers, tabel)
    klein = [plek for plek, n in alle_plekken(dossiers).items() if 0 < n < 5]

    breedten = [hoog - laag for laag, hoog in uitersten([(aanval, plek) for plek in klein])]

    assert len(klein) > 10
    assert min(breedten) >= 4 - 1e-6


def test_given_only_what_is_small_left_out_when_attacked_then_it_is_pinned():
    """The attack bites: this is what leaving out more is for."""
    dossiers = Counter(
        {("Assen", "gesprek", "Q1", "wel"): 3, ("Emmen", "gesprek", "Q1", "wel"): 7}
        | {("Assen", "gesprek", "Q2", "wel"): 20, ("Emmen", "gesprek", "Q2", "wel"): 20}
    )
    naief = {
        plek: Cel(aantal=None, reden="klein") if n < 5 else Cel(aantal=rond_af(n, 5))
        for plek, n in alle_plekken(dossiers).items()
        if plek.deel not in {"niet", "onbekend"}
    }
    doel = Plek("locatie", "Assen", "Q1", "wel")

    [(laag, hoog)] = uitersten([(Aanval(dossiers, naief), doel)])
    [(veilig_laag, veilig_hoog)] = uitersten([(Aanval(dossiers, gepubliceerd(dossiers)), doel)])

    assert (laag, hoog) == (1, 4)
    assert veilig_hoog - veilig_laag >= 4


def test_given_one_dossier_more_when_told_then_no_count_moves_by_more_than_the_base():
    kans = random.Random(3)  # noqa: S311 - the same sets every time
    verschillen = []
    for _ in range(60):
        dossiers = trek(kans)
        meer = dossiers + Counter([kans.choice(list(dossiers))])
        eerst, dan = gepubliceerd(dossiers), gepubliceerd(meer)
        verschillen += [
            abs(cel.aantal - dan[plek].aantal)
            for plek, cel in eerst.items()
            if cel.aantal is not None and dan[plek].aantal is not None
        ]

    assert set(verschillen) == {0, 5}


def test_given_large_counts_when_told_then_all_are_told_and_rounded():
    dossiers = Counter({(p, f, q, c): 41 for p in "AB" for f in "xy" for q in TIJDEN.los for c in DELEN.los})

    tabel = gepubliceerd(dossiers)

    assert {cel.reden for cel in tabel.values()} == {None}
    assert tabel[Plek("locatie", "A", "Q1", "wel")] == Cel(aantal=80)
    assert tabel[Plek("", "", "samen", "bekend")] == Cel(aantal=655)
    assert not [plek for plek in tabel if plek.deel == "niet"]


def test_given_a_whole_that_is_left_out_when_told_then_its_part_is_too():
    dossiers = Counter(
        {("A", "x", "Q1", "wel"): 4, ("A", "x", "Q1", "onbekend"): 30, ("B", "x", "Q1", "wel"): 63}
        | {("C", "x", "Q1", "wel"): 82, ("D", "x", "Q1", "wel"): 93, ("D", "x", "Q1", "onbekend"): 33}
    )

    tabel = gepubliceerd(dossiers)

    assert tabel[Plek("locatie", "A", "Q1", "bekend")] == Cel(aantal=None, reden="klein")
    assert tabel[Plek("locatie", "A", "Q1", "onbekend")] == Cel(aantal=None, reden="terugrekenen")


def test_given_a_count_that_another_table_left_out_when_told_then_it_is_left_out_here():
    dossiers = Counter({(p, "x", q, "wel"): 40 for p in "AB" for q in TIJDEN.los})
    plek = Plek("locatie", "A", "Q1", "bekend")

    tabel = beveilig(
        verdelingen(dossiers),
        tijd=TIJDEN,
        deel=DELEN,
        minstens=5,
        afronding=5,
        hoort_bij=HOORT_BIJ,
        weg=frozenset({plek}),
    )

    assert tabel[plek] == Cel(aantal=None, reden="terugrekenen")
    assert tabel[plek._replace(deel="wel")] == Cel(aantal=None, reden="terugrekenen")


def test_given_splits_of_different_wholes_when_told_then_it_is_refused():
    with pytest.raises(ValueError, match="do not add up"):
        beveilig(
            {"locatie": {("A", "Q1", "wel"): 7}, "fase": {("x", "Q1", "wel"): 8}},
            tijd=TIJDEN,
            deel=DELEN,
            minstens=5,
            afronding=5,
        )


def test_given_nothing_counted_when_told_then_only_the_whole_is_there_and_small():
    tabel = beveilig({"locatie": {}}, tijd=As(los=("Q1",)), deel=As(los=("wel",)), minstens=5, afronding=5)

    assert tabel == {Plek("", "", "Q1", "wel"): Cel(aantal=None, reden="klein")}
