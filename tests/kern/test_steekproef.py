"""The draw: fixed by population, plan and seed alone, fair, and provable with nothing but sha256."""

import json
from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verantwoord.kern.fouten import LeesFout
from verantwoord.kern.steekproef import (
    Getrokken,
    Lid,
    NiemandOpLocatie,
    Steekproefplan,
    Stratum,
    StratumKleinerDanPlan,
    lees_plan,
    plaatsnamen,
    trek,
    verdeel,
    volgende,
)

# A slow machine is no reason to fail.
traag = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

ASSEN, GILZE = plaatsnamen("azc", "Assen"), plaatsnamen("azc", "Gilze")
AZC = {"naam": "azc", "locaties": ["AZC  Assen"], "aantal": 2}
OVERIG = {"naam": "overig", "aantal": 3}


def nummer(i):
    return f"D-2022-{i:06}"


def populatie(assen, elders):
    return [Lid(nummer(i), ASSEN if i <= assen else GILZE) for i in range(1, assen + elders + 1)]


def plan(*strata, seed=2022):
    return lees_plan(json.dumps({"seed": seed, "strata": strata}).encode())


def uit(steekproef, stratum):
    return [g.dossiernummer for g in steekproef.trekking if g.stratum == stratum]


def test_given_the_plan_of_the_contract_when_drawn_then_it_is_this_draw_on_every_machine():
    steekproef = trek(plan(AZC, OVERIG), populatie(4, 6))

    regels = [f"{nummer(i)}\t{'azc' if i <= 4 else 'overig'}\n" for i in range(1, 11)]
    assert steekproef.populatie == 10
    assert steekproef.populatie_sha256 == sha256("".join(regels).encode()).hexdigest()
    assert (steekproef.algoritme, steekproef.seed) == ("sha256-volgorde/1", 2022)
    # Worked out with sha256sum and sort alone.
    assert steekproef.trekking == (
        Getrokken(stratum="azc", dossiernummer="D-2022-000004", gewicht=2.0),
        Getrokken(stratum="azc", dossiernummer="D-2022-000002", gewicht=2.0),
        Getrokken(stratum="overig", dossiernummer="D-2022-000008", gewicht=2.0),
        Getrokken(stratum="overig", dossiernummer="D-2022-000009", gewicht=2.0),
        Getrokken(stratum="overig", dossiernummer="D-2022-000007", gewicht=2.0),
    )


def test_given_overlapping_strata_when_drawn_then_the_first_takes_who_lives_there():
    strata = [
        {"naam": "een", "locaties": ["assen"], "aantal": 4},
        {"naam": "twee", "locaties": ["azc Assen", "Gilze"], "aantal": 6},
    ]

    steekproef = trek(plan(*strata), populatie(4, 6))

    assert sorted(uit(steekproef, "een")) == [nummer(i) for i in range(1, 5)]
    assert sorted(uit(steekproef, "twee")) == [nummer(i) for i in range(5, 11)]


def test_given_who_lives_nowhere_when_drawn_then_that_dossier_is_among_the_rest():
    steekproef = trek(plan(AZC | {"aantal": 1}, OVERIG | {"aantal": 1}), [Lid("D-1", ASSEN), Lid("D-2", ())])

    assert (uit(steekproef, "azc"), uit(steekproef, "overig")) == (["D-1"], ["D-2"])


def test_given_somebody_who_moved_when_drawn_then_the_proof_is_another():
    was, werd = populatie(4, 6), populatie(5, 5)

    assert trek(plan(AZC), was).populatie_sha256 != trek(plan(AZC), werd).populatie_sha256


@traag
@given(st.randoms(), st.integers(0, 2**64))
def test_given_any_order_of_the_rows_when_drawn_then_the_draw_is_the_same(kans, seed):
    p, leden = plan(AZC, OVERIG, seed=seed), populatie(8, 12)
    kans.shuffle(leden)

    assert trek(p, leden) == trek(p, populatie(8, 12))


@traag
@given(st.integers(1, 19), st.integers(0, 10**6))
def test_given_a_larger_draw_with_the_same_seed_when_drawn_then_it_begins_with_the_smaller_one(aantal, seed):
    klein, groot = (
        uit(trek(plan({"naam": "alle", "aantal": n}, seed=seed), populatie(8, 12)), "alle")
        for n in (aantal, aantal + 1)
    )

    assert groot[:-1] == klein
    assert len(set(groot)) == aantal + 1


@traag
@given(st.integers(1, 19), st.integers(0, 10**6))
def test_given_a_dossier_that_cannot_be_read_when_replaced_then_it_is_the_one_a_larger_draw_adds(
    aantal, seed
):
    leden = populatie(8, 12)
    klein, groot = (plan({"naam": "alle", "aantal": n}, seed=seed) for n in (aantal, aantal + 1))
    nummers = verdeel(klein, leden).per_stratum["alle"]

    erbij = volgende(nummers, seed=seed, al_getrokken=uit(trek(klein, leden), "alle"))

    assert erbij == uit(trek(groot, leden), "alle")[-1]
    assert volgende(nummers, seed=seed, al_getrokken=nummers) is None


@traag
@given(st.integers(1, 8), st.integers(1, 12))
def test_given_any_sizes_when_drawn_then_the_weights_add_up_to_the_population(azc, overig):
    steekproef = trek(plan(AZC | {"aantal": azc}, OVERIG | {"aantal": overig}), populatie(8, 12))

    assert sum(g.gewicht for g in steekproef.trekking) == pytest.approx(20)


def test_given_a_thousand_seeds_when_drawing_then_every_dossier_has_its_fair_share():
    leden = populatie(0, 10)
    geteld = Counter(
        g.dossiernummer
        for seed in range(1000)
        for g in trek(plan({"naam": "alle", "aantal": 3}, seed=seed), leden).trekking
    )

    # Each is drawn 300 times, give or take four standard errors of 14.5.
    assert set(geteld) == {lid.dossiernummer for lid in leden}
    assert max(abs(n - 300) for n in geteld.values()) < 58


def test_given_fewer_dossiers_than_the_plan_asks_when_drawn_then_nothing_is_drawn():
    with pytest.raises(StratumKleinerDanPlan, match=r"^In het stratum azc zitten minder dan 2 dossiers,"):
        trek(plan(AZC), populatie(1, 5))


def test_given_a_place_where_nobody_lives_when_drawn_then_it_says_which():
    with pytest.raises(NiemandOpLocatie, match=r"^Op de locatie Asen \(stratum azc\) woont niemand\."):
        trek(plan(AZC | {"locaties": ["Assen", "Asen"]}), populatie(5, 5))


@pytest.mark.parametrize(
    ("inhoud", "begin"),
    [
        ("{", "Dit is geen volledige JSON"),
        ({"strata": [OVERIG]}, "Veld seed: dit verplichte veld ontbreekt"),
        ({"seed": -1, "strata": [OVERIG]}, "Veld seed: "),
        ({"seed": 1, "strata": []}, "Veld strata: "),
        ({"seed": 1, "strata": [OVERIG | {"aantal": 0}]}, "Veld strata[0].aantal: "),
        ({"seed": 1, "strata": [OVERIG | {"locatie": ["Assen"]}]}, "Veld strata[0].locatie: dit veld kent"),
        ({"seed": 1, "strata": [AZC, AZC]}, "Veld strata[1].naam: deze naam heeft een eerder stratum al"),
        (
            {"seed": 1, "strata": [OVERIG, AZC]},
            "Veld strata[1]: het stratum overig neemt iedereen die over is",
        ),
        (
            {"seed": 1, "strata": [OVERIG | {"naam": "a\tb"}]},
            "Veld strata[0].naam: in een naam horen geen tabs",
        ),
    ],
)
def test_given_a_plan_that_does_not_fit_when_read_then_a_sentence_says_where(inhoud, begin):
    tekst = inhoud if isinstance(inhoud, str) else json.dumps(inhoud)

    with pytest.raises(LeesFout) as fout:
        lees_plan(tekst.encode())

    assert fout.value.melding[: len(begin)] == begin


def test_given_no_places_written_as_an_empty_list_when_read_then_it_is_as_if_they_were_absent():
    assert plan(OVERIG | {"locaties": []}) == plan(OVERIG)
    assert plan(OVERIG) == Steekproefplan(seed=2022, strata=(Stratum(naam="overig", aantal=3),))
