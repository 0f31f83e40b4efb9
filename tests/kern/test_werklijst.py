"""Marks, duties and limits follow from the facts alone."""

import json
from datetime import date

import pytest

from tests.kern.bouw import (
    afgewezen,
    alles_mag,
    artikel_64,
    beeld,
    beroep_loopt,
    drie_gesprekken,
    gesprek,
    lp_aanvraag,
    met,
    plan,
    toetsing,
    uitspraak,
    vier_toetsingen,
)
from verantwoord.kern import werklijst
from verantwoord.kern.antwoord import Beoordeling
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand

ZITTING = met(
    beroep_loopt(),
    {
        "procedure.beroepen[0].zitting_bekend_op": "2022-02-10",
        "procedure.beroepen[0].zitting_op": "2022-02-24",
    },
)


def stand(*delen: dict, op: str) -> tuple[Stand, Beoordeling]:
    dag = date.fromisoformat(op)
    s = Stand(lees_dossierbeeld(json.dumps(beeld(*delen)).encode()), dag, STANDAARD.op(dag))
    return s, beoordeel_stand(s, regelset=STANDAARD.regelset)


def tekens(*delen: dict, op: str) -> tuple[str, ...]:
    return werklijst.maak_lijstregel(*stand(*delen, op=op)).gesprekken


@pytest.mark.parametrize(
    ("delen", "op", "verwacht"),
    [
        # Received on 12 January: talk 1 is due on the 26th.
        ([afgewezen()], "2022-01-26", ("ontbreekt", "niet_aan_de_orde", "niet_aan_de_orde")),
        ([afgewezen()], "2022-01-27", ("te_laat", "niet_aan_de_orde", "niet_aan_de_orde")),
        (
            [
                afgewezen(),
                {"gesprekken": [gesprek("eerste", None, status="gepland", gepland_op="2022-01-20")]},
            ],
            "2022-01-18",
            ("gepland", "niet_aan_de_orde", "niet_aan_de_orde"),
        ),
        ([beroep_loopt(), drie_gesprekken()], "2022-04-20", ("gevoerd", "gevoerd", "gevoerd")),
        # The hearing is on 24 February and known since the 10th.
        (
            [ZITTING, {"gesprekken": [gesprek("eerste", "2022-01-20")]}],
            "2022-02-20",
            ("gevoerd", "ontbreekt", "niet_aan_de_orde"),
        ),
        (
            [ZITTING, {"gesprekken": [gesprek("eerste", "2022-01-20")]}],
            "2022-02-25",
            ("gevoerd", "te_laat", "niet_aan_de_orde"),
        ),
    ],
)
def test_given_talks_when_marked_then_each_says_how_it_stands(delen, op, verwacht):
    assert tekens(*delen, op=op) == verwacht


@pytest.mark.parametrize(
    ("toetsingen", "signalen", "verwacht"),
    [
        ([], [], "ontbreekt"),
        ([toetsing("medisch", "2022-04-15", afweging=" ")], [], "ontbreekt"),
        ([toetsing("medisch", "2022-04-15")], [], "actueel"),
        # The judgment was made known on 7 March: what was weighed before it is of an earlier stage.
        ([toetsing("medisch", "2022-03-06")], [], "verouderd"),
        ([toetsing("medisch", "2022-03-07")], [], "actueel"),
        ([toetsing("medisch", "2022-04-15")], ["2022-04-15"], "actueel"),
        ([toetsing("medisch", "2022-04-15")], ["2022-04-16"], "aanwijzing"),
        ([], ["2022-04-16"], "aanwijzing"),
        # A signal that is not there yet says nothing.
        ([toetsing("medisch", "2022-04-15")], ["2022-04-21"], "actueel"),
    ],
)
def test_given_a_toetsing_when_a_signal_or_a_new_stage_comes_then_it_is_not_current(
    toetsingen, signalen, verwacht
):
    delen = {
        "toetsingen": toetsingen,
        "signalen": [{"moment": "medisch", "ontvangen_op": op, "bron": "coa"} for op in signalen],
    }

    s, _ = stand(uitspraak(), delen, op="2022-04-20")

    assert werklijst.toetsingsteken(s, "medisch") == verwacht


@pytest.mark.parametrize(
    ("delen", "verwacht"),
    [
        ([], ("niet_ingevuld", None)),
        ([{"reisdocumenten": [{"soort": "paspoort", "geldig_tot": "2022-04-20"}]}], ("niet_nodig", None)),
        ([{"reisdocumenten": [{"soort": "paspoort", "geldig_tot": "2022-04-19"}]}], ("niet_ingevuld", None)),
        # The court has judged; the IND was not asked yet and nobody has read the set.
        ([{"lp_aanvragen": [{"land": "IRQ", "ingevuld_op": "2022-02-01"}]}], ("op_slot", date(2022, 2, 1))),
        ([{"lp_aanvragen": [{"land": "IRQ", "geweigerd_op": "2022-02-01"}]}], ("niet_gewild", date(2022, 2, 1))),
        ([{"lp_aanvragen": [{"land": "IRQ", "ingevuld_op": "2022-02-01", "verzonden_op": "2022-04-01"}]}], ("verzonden", date(2022, 4, 1))),
        ([{"lp_aanvragen": [{"land": "IRQ", "verzonden_op": "2022-04-01", "uitkomst": "toegezegd", "uitkomst_op": "2022-04-10"}]}], ("toegezegd", date(2022, 4, 10))),
        ([{"lp_aanvragen": [{"land": "IRQ", "uitkomst": "geweigerd", "uitkomst_op": "2022-04-10"}]}], ("geweigerd", date(2022, 4, 10))),
        ([{"lp_aanvragen": [{"land": "IRQ", "afgegeven_op": "2022-04-12"}]}], ("afgegeven", date(2022, 4, 12))),
    ],
)  # fmt: skip
def test_given_an_lp_when_listed_then_its_state_and_day_stand_there(delen, verwacht):
    regel = werklijst.maak_lijstregel(*stand(uitspraak(), *delen, op="2022-04-20"))

    assert (regel.lp, regel.lp_op) == verwacht


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({}, "klaar"),
        ({"verwijderbaarheidschecks": []}, "op_slot"),
        ({"lp_aanvragen": [lp_aanvraag(set_gecontroleerd_door=None)]}, "op_slot"),
    ],
)
def test_given_a_filled_form_when_one_condition_is_missing_then_the_list_does_not_call_it_ready(
    anders, verwacht
):
    dag = date(2022, 4, 20)
    s = Stand(lees_dossierbeeld(json.dumps(alles_mag() | anders).encode()), dag, STANDAARD.op(dag))

    regel = werklijst.maak_lijstregel(s, beoordeel_stand(s, regelset=STANDAARD.regelset))

    assert regel.lp == verwacht


@pytest.mark.parametrize(
    ("wensen", "verwacht"),
    [
        ([], None),
        ([{"soort": "geen_wens_geuit", "omschrijving": "", "geuit_op": "2022-02-01"}], 0),
        ([{"soort": "werk", "omschrijving": "Kapper", "geuit_op": "2022-02-01"}], 1),
    ],
)
def test_given_wishes_or_none_when_listed_then_nobody_asked_is_not_the_same_as_no_wish(wensen, verwacht):
    regel = werklijst.maak_lijstregel(*stand(uitspraak(), {"wensen": wensen}, op="2022-04-20"))

    assert regel.open_wensen == verwacht


def test_given_an_appeal_that_runs_when_the_form_is_filled_then_the_lp_is_locked_and_the_limit_says_by_what():
    s, beoordeling = stand(beroep_loopt(), {"lp_aanvragen": [lp_aanvraag()]}, op="2022-02-20")

    assert werklijst.maak_lijstregel(s, beoordeling).lp == "op_slot"
    grens = next(g for g in werklijst.grenzen(s, beoordeling) if g.handeling == "lp_verzenden")
    # What protects comes before what the DT&V has yet to do.
    assert grens.normen == ("rechtmatig-verblijf-toets", "lp-verzendverbod", "verwijderbaarheidscheck")


def test_given_a_dossier_in_which_all_may_be_done_when_asked_then_no_act_is_limited():
    dag = date(2022, 4, 20)
    s = Stand(lees_dossierbeeld(json.dumps(alles_mag()).encode()), dag, STANDAARD.op(dag))

    assert werklijst.grenzen(s, beoordeel_stand(s, regelset=STANDAARD.regelset)) == []


def test_given_an_act_that_is_far_off_when_asked_then_its_limits_are_no_news():
    s, beoordeling = stand(afgewezen(), {"intake_afgerond_op": "2022-01-13"}, op="2022-01-20")

    assert {g.handeling for g in werklijst.grenzen(s, beoordeling)} == {"vertrekplan_vaststellen"}


def test_given_duties_with_and_without_a_day_when_ordered_then_the_earliest_day_leads():
    s, beoordeling = stand(afgewezen(), op="2022-01-20")

    plichten = werklijst.open_plichten(s, beoordeling)

    assert plichten[0] == werklijst.Plicht(norm="gesprek-1-termijn", uiterlijk_op=date(2022, 1, 26))
    dagen = [plicht.uiterlijk_op or date.max for plicht in plichten]
    assert dagen == sorted(dagen)


def test_given_a_talk_within_its_term_when_it_is_held_then_it_is_owed_no_more():
    s, beoordeling = stand(afgewezen(), {"gesprekken": [gesprek("eerste", "2022-01-20")]}, op="2022-01-21")

    assert "gesprek-1-termijn" not in {plicht.norm for plicht in werklijst.open_plichten(s, beoordeling)}


def test_given_a_talk_held_too_late_when_asked_then_it_stays_too_late_but_is_owed_no_more():
    s, beoordeling = stand(afgewezen(), {"gesprekken": [gesprek("eerste", "2022-01-27")]}, op="2022-01-28")

    assert {b.norm: b.oordeel for b in beoordeling.bevindingen}["gesprek-1-termijn"] == "niet_voldaan"
    assert "gesprek-1-termijn" not in {plicht.norm for plicht in werklijst.open_plichten(s, beoordeling)}


@pytest.mark.parametrize(
    ("vastgesteld_op", "owed"),
    # The judgment was made known on 7 March, so the term ran until 4 April.
    [(None, True), ("2022-04-04", True), ("2022-04-05", False)],
)
def test_given_the_term_has_passed_when_the_plan_is_weighed_again_then_that_is_owed_no_more(
    vastgesteld_op, owed
):
    plannen = [plan(vastgesteld_op=vastgesteld_op)] if vastgesteld_op else []

    termijn = {"startgebeurtenis": "uitspraak_ongegrond", "start_op": "2022-03-07"}

    s, beoordeling = stand(
        uitspraak(), {"vertrekplannen": plannen, "vertrektermijn": termijn}, op="2022-04-20"
    )

    assert {b.norm: b.oordeel for b in beoordeling.bevindingen}["vertrektermijn-28-dagen"] == "niet_voldaan"
    assert ("vertrektermijn-28-dagen" in {p.norm for p in werklijst.open_plichten(s, beoordeling)}) is owed


def test_given_a_term_that_ends_on_friday_when_asked_then_to_look_again_is_owed_on_the_first_working_day_after():
    termijn = {"startgebeurtenis": "uitspraak_ongegrond", "start_op": "2022-03-11"}

    s, beoordeling = stand(uitspraak(), {"vertrektermijn": termijn}, op="2022-04-01")

    # Friday 8 April is the last day of the term; before it is over nobody can look again.
    assert s.termijnen.vertrektermijn.eindigt_op == date(2022, 4, 8)
    plichten = {p.norm: p.uiterlijk_op for p in werklijst.open_plichten(s, beoordeling)}
    assert plichten["vertrektermijn-28-dagen"] == date(2022, 4, 11)


@pytest.mark.parametrize(
    ("gronden", "owed", "waits"),
    [
        ([], True, False),
        # Lawful stay suspends departure: what only brings it nearer waits, and is still told.
        ([{"grond": "8a", "van": "2022-05-01"}], False, True),
    ],
)
def test_given_a_suspension_when_asked_then_what_brings_departure_nearer_waits(gronden, owed, waits):
    s, beoordeling = stand(met(uitspraak(), {"procedure.verblijfsgronden": gronden}), op="2022-06-20")

    assert ("vertrektermijn-28-dagen" in {p.norm for p in werklijst.open_plichten(s, beoordeling)}) is owed
    assert ("vertrektermijn-28-dagen" in {b.norm for b in werklijst.rustend(beoordeling)}) is waits
    # A duty that protects stands as it stood.
    assert "toetsing-vier-momenten" in {p.norm for p in werklijst.open_plichten(s, beoordeling)}


def test_given_a_plan_with_all_actions_for_the_person_when_asked_then_it_is_a_point_of_attention():
    acties = [{"omschrijving": "Bel de ambassade", "eigenaar": "vreemdeling"}]
    _, beoordeling = stand(
        uitspraak(), vier_toetsingen(), {"vertrekplannen": [plan(acties=acties)]}, op="2022-04-20"
    )

    assert "regie-bij-regievoerder" in {b.norm for b in werklijst.aandachtspunten(beoordeling)}


def test_given_wishes_when_counted_then_only_those_that_wait_for_an_answer():
    wensen = [
        {"soort": "geld", "omschrijving": "Geld voor een winkel", "geuit_op": "2022-04-01"},
        {"soort": "bagage", "omschrijving": "Extra koffer", "geuit_op": "2022-04-01", "vervolg": "toegekend", "vervolg_op": "2022-04-02"},
        {"soort": "geen_wens_geuit", "omschrijving": "", "geuit_op": "2022-04-01"},
    ]  # fmt: skip

    regel = werklijst.maak_lijstregel(*stand(uitspraak(), {"wensen": wensen}, op="2022-04-20"))

    assert regel.open_wensen == 1


@pytest.mark.parametrize(
    ("wensen", "verwacht"),
    [
        ([], ("Naar wensen vragen", None)),
        (
            [{"soort": "geld", "omschrijving": "Geld", "geuit_op": "2022-04-01"}],
            ("Wens beantwoorden", date(2022, 4, 15)),
        ),
    ],
)
def test_given_a_talk_without_or_with_a_wish_when_owed_then_it_says_whether_to_ask_or_to_answer(
    wensen, verwacht
):
    s, beoordeling = stand(uitspraak(), drie_gesprekken(), {"wensen": wensen}, op="2022-04-10")

    plichten = [p for p in werklijst.open_plichten(s, beoordeling) if p.norm == "vertrekwens-vastleggen"]

    assert [(werklijst.plicht_tekst(p), p.uiterlijk_op) for p in plichten] == [verwacht]


def test_given_two_stays_that_run_when_asked_where_then_the_one_that_began_last():
    stays = [
        {"soort": "azc", "locatie": "Assen", "van": "2021-05-01"},
        {"soort": "vbl", "locatie": "Ter Apel", "van": "2022-04-01"},
        {"soort": "gl", "locatie": "Emmen", "van": "2022-04-21"},
    ]

    s, _ = stand(
        uitspraak(), artikel_64(None, None), {"opvang": {"verblijfplaatsen": stays}}, op="2022-04-20"
    )

    woont = werklijst.verblijf(s)
    assert woont is not None
    assert (woont.soort, woont.locatie) == ("vbl", "Ter Apel")
