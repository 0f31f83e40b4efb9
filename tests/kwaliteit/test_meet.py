"""The measurement in SQL says what the norms' own definitions say, dossier by dossier."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.kern import bouw
from verantwoord.dossier.actions import import_dossierbeeld
from verantwoord.kern.definities import is_leeg
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.statistiek import aandeel
from verantwoord.kern.termijnen import Stand
from verantwoord.kwaliteit.fouten import OnbekendeLocatie, VerkeerdePeriode
from verantwoord.kwaliteit.maten import MATEN
from verantwoord.kwaliteit.maten.lijst import Lijst, dossiers_achter
from verantwoord.kwaliteit.maten.vragen import Keuze
from verantwoord.kwaliteit.meting import MOMENTEN, ONDERDELEN, RAPPORT_2022
from verantwoord.kwaliteit.queries import locaties, meet
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
SCENARIOS = Path(__file__).parents[1] / "data" / "scenarios.jsonl"
LAAT = date(2022, 6, 1)


def neem_over(*delen, nummer="D-2022-000001", v_nummer="9900000001", **losse):
    beeld = bouw.beeld(*delen, dossiernummer=nummer, **losse)
    beeld["persoon"]["v_nummer"] = v_nummer
    return import_dossierbeeld(door=systeem(), beeld=lees_dossierbeeld(json.dumps(beeld).encode()))


def uniek(i, beeld):
    """Some scenarios are about one and the same person; here everyone is somebody else."""
    persoon = msgspec.structs.replace(beeld.persoon, v_nummer=f"99{i:08}")
    return msgspec.structs.replace(beeld, dossiernummer=f"D-2022-{i:06}", persoon=persoon)


def volgens_de_normen(beelden, op):
    """What the core says of each dossier, counted one by one."""
    tel = dict.fromkeys(ONDERDELEN, 0)
    aanwezig = [b for b in beelden if b.overdracht.ontvangen_op <= op]
    for beeld in aanwezig:
        s = Stand(beeld, op, STANDAARD.op(op))
        getoetst = set(s.laatste_toetsing)
        telt = {m: m in getoetst for m in MOMENTEN} | {
            "alle_vier": getoetst == set(MOMENTEN),
            "vertrekstrategie": s.vertrekplan is not None and not is_leeg(s.vertrekplan.strategie),
            "drie_gesprekken": len(s.tellende_gesprekken) >= 3,
        }
        for naam, ja in telt.items():
            tel[naam] += ja
    return len(aanwezig), tel


@pytest.mark.parametrize("op", ["2022-02-01", "2022-03-01", "2022-05-01", "2023-06-01", "2026-01-01"])
def test_given_all_scenarios_when_measured_then_it_counts_what_the_norms_count(op):
    beelden = [
        uniek(i, lees_dossierbeeld(msgspec.json.encode(msgspec.json.decode(regel)["beeld"])))
        for i, regel in enumerate(SCENARIOS.read_bytes().splitlines())
    ]
    for beeld in beelden:
        import_dossierbeeld(door=systeem(), beeld=beeld)

    meting = meet(tot=date.fromisoformat(op), viewer=None)

    gekregen = {naam: deel.aantal for naam, deel in meting.delen.items()}
    assert (meting.dossiers, gekregen) == volgens_de_normen(beelden, date.fromisoformat(op))


@pytest.mark.parametrize(
    ("anders", "telt"),
    [
        ({}, True),
        ({"feiten": ""}, False),
        ({"afweging": ""}, False),
        ({"afweging": " \u2003\t\n\u00a0"}, False),
        ({"feiten": "\u3000.\u3000"}, True),
        ({"getoetst_op": "2022-06-01"}, True),
        ({"getoetst_op": "2022-06-02"}, False),
    ],
)
def test_given_one_toetsing_when_measured_then_it_counts_only_with_facts_and_a_weighing(anders, telt):
    neem_over({"toetsingen": [bouw.toetsing("medisch", "2022-04-15", **anders)]})

    meting = meet(tot=LAAT, viewer=None)

    assert meting.delen["medisch"].aantal == telt
    assert meting.delen["alle_vier"].aantal == 0


def test_given_a_reopened_dossier_when_measured_then_only_toetsingen_since_the_transfer_count():
    neem_over(
        {
            "eerdere_dossiers": ["D-2020-000004"],
            "toetsingen": [
                bouw.toetsing("medisch", "2022-01-11"),
                bouw.toetsing("schrijnend", "2022-01-12"),
            ],
        }
    )

    meting = meet(tot=LAAT, viewer=None)

    assert (meting.delen["medisch"].aantal, meting.delen["schrijnend"].aantal) == (0, 1)


def test_given_two_versions_of_a_plan_when_measured_then_the_latest_established_one_decides():
    neem_over(
        {
            "vertrekplannen": [
                bouw.plan(versie=1, vastgesteld_op="2022-03-01"),
                bouw.plan(versie=2, vastgesteld_op="2022-05-01", strategie="  "),
            ]
        }
    )

    metingen = [meet(tot=date(2022, maand, 15), viewer=None) for maand in (2, 4, 5)]

    assert [m.delen["vertrekstrategie"].aantal for m in metingen] == [0, 1, 0]


@pytest.mark.parametrize(
    ("gesprekken", "telt"),
    [
        ([("eerste", "2022-01-20"), ("tweede", "2022-02-15"), ("derde", "2022-03-10")], True),
        ([("eerste", "2022-01-20"), ("extra", "2022-02-15"), ("extra", "2022-03-10")], True),
        ([("eerste", "2022-01-20"), ("tweede", "2022-02-15")], False),
        # Before the rejection of 10 January that the departure rests on.
        ([("eerste", "2022-01-09"), ("tweede", "2022-02-15"), ("derde", "2022-03-10")], False),
        # After the peildatum.
        ([("eerste", "2022-01-20"), ("tweede", "2022-02-15"), ("derde", "2022-06-02")], False),
    ],
)
def test_given_talks_when_measured_then_three_must_count(gesprekken, telt):
    neem_over(bouw.afgewezen(), {"gesprekken": [bouw.gesprek(*g) for g in gesprekken]})

    assert meet(tot=LAAT, viewer=None).delen["drie_gesprekken"].aantal == telt


def test_given_a_talk_nobody_could_follow_when_measured_then_it_does_not_count():
    stom = bouw.gesprek("derde", "2022-03-10", tolk="geen", gemeenschappelijke_taal=False)
    neem_over(
        {"gesprekken": [bouw.gesprek("eerste", "2022-01-20"), bouw.gesprek("tweede", "2022-02-15"), stom]}
    )

    assert meet(tot=LAAT, viewer=None).delen["drie_gesprekken"].aantal == 0


def test_given_a_period_and_a_place_when_measured_then_only_those_dossiers_are_counted():
    stay = {"soort": "azc", "locatie": "Assen", "van": "2021-05-01", "tot": "2022-03-31"}
    later = {"soort": "vbl", "locatie": "Ter Apel", "van": "2022-04-01"}
    neem_over({"opvang": {"verblijfplaatsen": [stay, later]}}, bouw.vier_toetsingen())
    neem_over({"opvang": {"verblijfplaatsen": [stay]}}, nummer="D-2022-000002", v_nummer="9900000002")

    def aantal(**vraag):
        return meet(viewer=None, **vraag).dossiers

    assert aantal(tot=LAAT) == 2
    assert aantal(tot=date(2022, 1, 11)) == 0
    assert aantal(van=date(2022, 1, 13), tot=LAAT) == 0
    assert aantal(tot=LAAT, locatie="ter  apel") == 1
    # Who left without a known next place is counted where the person lived last.
    assert aantal(tot=LAAT, locatie="AZC Assen") == 1
    assert aantal(tot=date(2022, 3, 1), locatie="Assen") == 2


def test_given_a_period_that_ends_first_or_an_unknown_place_when_measured_then_it_says_so():
    with pytest.raises(VerkeerdePeriode) as omgekeerd:
        meet(van=date(2022, 6, 2), tot=LAAT, viewer=None)
    with pytest.raises(OnbekendeLocatie) as onbekend:
        meet(tot=LAAT, locatie="Nergenshuizen", viewer=None)

    assert omgekeerd.value.melding == (
        "De periode eindigt op 01-06-2022, vóór het begin op 02-06-2022. Draai de twee datums om."
    )
    assert onbekend.value.melding == (
        "In geen enkel dossier staat de locatie Nergenshuizen. Controleer de spelling, zoals: Assen of azc Assen."
    )


def test_given_a_functional_administrator_when_measuring_then_the_right_is_missing():
    beheerder = MedewerkerFactory(beheerder=True)

    with pytest.raises(GeenToegang):
        meet(tot=LAAT, viewer=beheerder)
    with pytest.raises(GeenToegang):
        locaties(viewer=beheerder)


def test_given_figures_over_everyone_when_opening_the_list_then_only_visible_dossiers_are_in_it():
    van_mij = [DossierFactory() for _ in range(2)]
    for dossier in van_mij[1:]:
        dossier.regievoerder = van_mij[0].regievoerder
        dossier.save()
    DossierFactory()
    viewer = van_mij[0].regievoerder

    lijst = Lijst(viewer, Keuze(tot=LAAT))
    telt_niet = dossiers_achter("medisch", telt="nee", lijst=lijst)

    assert meet(tot=LAAT, viewer=viewer).dossiers == 3
    assert {rij.dossier.pk for rij in telt_niet} == {d.pk for d in van_mij}
    assert dossiers_achter("medisch", telt="alle", lijst=lijst) == telt_niet
    assert dossiers_achter("medisch", telt="ja", lijst=lijst) == []


def test_given_a_place_in_the_list_when_paging_on_then_the_rest_follows_without_gaps():
    viewer = MedewerkerFactory()
    for i in range(27):
        DossierFactory(regievoerder=viewer, ontvangen_op=date(2022, 2, 1 + i % 3))

    lijst = Lijst(viewer, Keuze(tot=LAAT))
    eerst = dossiers_achter("alle_vier", telt="nee", lijst=lijst)
    laatste = eerst[24].dossier
    rest = dossiers_achter(
        "alle_vier", telt="nee", lijst=lijst._replace(na=(laatste.ontvangen_op, laatste.pk))
    )

    assert (len(eerst), len(rest)) == (26, 2)
    assert rest[0] == eerst[25]
    assert not {rij.dossier.pk for rij in rest} & {rij.dossier.pk for rij in eerst[:25]}


def test_given_one_or_thirty_dossiers_when_measuring_then_the_number_of_queries_is_the_same():
    viewer = MedewerkerFactory()
    DossierFactory(regievoerder=viewer)
    tellingen = []

    for erbij in (0, 29):
        for _ in range(erbij):
            DossierFactory(regievoerder=viewer)
        with CaptureQueriesContext(connection) as gevraagd:
            meet(tot=LAAT, viewer=viewer)
            dossiers_achter("medisch", telt="nee", lijst=Lijst(viewer, Keuze(tot=LAAT)))
        tellingen.append(len(gevraagd))

    assert tellingen[0] == tellingen[1] <= 5


def test_given_the_command_when_asked_for_json_then_it_has_the_shape_of_the_contract():
    neem_over(bouw.vier_toetsingen(), {"vertrekplannen": [bouw.plan()]})
    uit = StringIO()

    call_command("measure_kwaliteit", tot=LAAT, json=True, stdout=uit)

    een = {"aantal": 1, "percentage": 100.0, "afgerond": 100, "interval": [20.7, 100.0]}
    assert json.loads(uit.getvalue()) == {
        "schema": "verantwoord.kwaliteitsmeting/1",
        "peildatum": "2022-06-01",
        "dossiers": 1,
        "toetsing": dict.fromkeys((*MOMENTEN, "alle_vier"), een),
        "vertrekstrategie": een,
        "drie_gesprekken": {"aantal": 0, "percentage": 0.0, "afgerond": 0, "interval": [0.0, 79.3]},
    }


def test_given_the_command_when_read_by_a_person_then_the_report_stands_beside_it():
    uit = StringIO()

    call_command("measure_kwaliteit", tot=LAAT, stdout=uit)

    regels = uit.getvalue().splitlines()
    assert regels[0] == ("Peildatum 1 juni 2022, 0 dossiers. Tussen haakjes de marge van 95 procent.")
    assert regels[3] == "Medische bijzonderheden         117   59% (51,6-65,1)     geen dossiers"


def test_given_the_command_when_asked_for_every_measure_then_each_has_a_line_and_a_name():
    neem_over(bouw.vier_toetsingen(), {"vertrekplannen": [bouw.plan()]})
    regels, json_ = StringIO(), StringIO()

    call_command("measure_kwaliteit", tot=LAAT, maten=True, stdout=regels)
    call_command("measure_kwaliteit", tot=LAAT, maten=True, json=True, stdout=json_)

    assert len(regels.getvalue().splitlines()) == 1 + len(MATEN)
    assert list(json.loads(json_.getvalue())) == list(MATEN)
    assert json.loads(json_.getvalue())["alle_vier"] == {
        "teller": 1, "noemer": 1, "onbekend": 0, "interval": [20.7, 100.0],
    }  # fmt: skip


def test_given_an_unknown_place_when_asked_by_command_then_it_refuses_with_the_sentence():
    with pytest.raises(CommandError, match=r"^In geen enkel dossier staat de locatie Nergenshuizen"):
        call_command("measure_kwaliteit", locatie="Nergenshuizen")


@pytest.mark.parametrize("tekst", ["2022-02-30", "1 mei", "20220501", ""])
def test_given_a_day_that_is_none_when_asked_by_command_then_it_says_how_to_write_one(tekst):
    with pytest.raises(CommandError, match="is geen dag op de kalender; schrijf hem als 2022-05-01"):
        call_command("measure_kwaliteit", f"--tot={tekst}")


def test_given_the_report_when_its_own_figures_are_read_then_they_are_those_printed():
    gedrukt = {naam: (deel.aantal, deel.afgerond) for naam, deel in RAPPORT_2022.items()}

    assert gedrukt == {
        "medisch": (117, 59),
        "buiten_schuld": (45, 23),
        "schrijnend": (20, 10),
        "mensenhandel": (37, 19),
        "alle_vier": (15, 8),
        "vertrekstrategie": (128, 64),
    }
    assert RAPPORT_2022["medisch"] == aandeel(117, 200)
