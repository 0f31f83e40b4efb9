"""Choices of an organisation count on the days they hold; the law's values stay as they are."""

import json
from datetime import date
from pathlib import Path

import pytest

from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.dossierbeeld import Dossierbeeld, lees_dossierbeeld
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.parameters import REGELSET, STANDAARD, Keuze, Parameters

REGELS = (Path(__file__).parents[1] / "data" / "scenarios.jsonl").read_text(encoding="utf-8").splitlines()
SCENARIOS = {s["id"]: s for s in map(json.loads, REGELS)}


def beeld_van(scenario: str) -> Dossierbeeld:
    return lees_dossierbeeld(json.dumps(SCENARIOS[scenario]["beeld"]).encode())


def bevinding(norm: str, *, op: date, parameters: Parameters) -> Bevinding:
    antwoord = beoordeel(beeld_van("open-012"), peildatum=op, parameters=parameters)
    return next(b for b in antwoord.bevindingen if b.norm == norm)


def test_given_a_choice_with_a_period_when_judged_then_it_counts_only_on_those_days():
    zeven = Keuze(
        norm="verwijderbaarheidscheck",
        naam="max_age_days",
        waarde=7,
        geldig_van=date(2022, 5, 3),
        geldig_tot=date(2022, 5, 3),
    )
    eigen = Parameters([zeven])

    oordelen = [
        bevinding("verwijderbaarheidscheck", op=date(2022, 5, dag), parameters=eigen).oordeel
        for dag in (2, 3, 4)
    ]

    assert oordelen == ["voldaan", "voldaan", "niet_voldaan"]
    assert (
        bevinding("verwijderbaarheidscheck", op=date(2022, 5, 3), parameters=STANDAARD).oordeel
        == "niet_voldaan"
    )


def test_given_own_choices_when_judged_then_the_rule_set_says_so_and_the_same_choices_get_the_same_name():
    keuze = Keuze(norm="gesprek-1-termijn", naam="target", waarde=10)

    eigen = Parameters([keuze]).regelset

    assert (
        bevinding("gesprek-1-termijn", op=date(2022, 5, 3), parameters=Parameters([keuze])).regelset == eigen
    )
    assert eigen == Parameters([keuze]).regelset
    assert eigen.startswith(f"{REGELSET}+")
    assert STANDAARD.regelset == REGELSET
    assert Parameters(gelijkgestelde_dagen=[date(2022, 5, 27)]).regelset not in {REGELSET, eigen}


def test_given_an_equated_friday_when_the_vertrektermijn_ends_on_ascension_then_it_runs_to_monday():
    parameters = Parameters(gelijkgestelde_dagen=[date(2022, 5, 27)])

    b = beoordeel(beeld_van("open-014"), peildatum=date(2022, 5, 5), parameters=parameters)

    assert b.termijnen[0].eindigt_op == date(2022, 5, 30)


@pytest.mark.parametrize(
    ("keuze", "melding"),
    [
        (
            Keuze(norm="vertrektermijn-28-dagen", naam="period", waarde=14),
            "De waarde period van vertrektermijn-28-dagen komt uit de wet of het rapport en ligt vast; alleen projectkeuzes zijn te wijzigen.",
        ),
        (
            Keuze(norm="gesprek-1-termijn", naam="onbekend", waarde=14),
            "De norm gesprek-1-termijn kent de waarde onbekend niet; kies een waarde uit de lijst van normen.",
        ),
        (
            Keuze(norm="gesprek-1-termijn", naam="target", waarde=-1),
            "De waarde target van gesprek-1-termijn kan niet onder nul liggen; geef 0 of meer.",
        ),
        (
            Keuze(
                norm="gesprek-1-termijn",
                naam="target",
                waarde=1,
                geldig_van=date(2022, 2, 1),
                geldig_tot=date(2022, 1, 1),
            ),
            "De periode van target van gesprek-1-termijn eindigt voor zij begint; verbeter de datums.",
        ),
    ],
)
def test_given_a_choice_that_cannot_be_when_made_then_it_is_refused_in_words(keuze: Keuze, melding: str):
    with pytest.raises(DomeinFout) as gevangen:
        Parameters([keuze])

    assert gevangen.value.melding == melding
