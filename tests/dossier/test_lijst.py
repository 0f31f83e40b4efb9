"""The list of a partner is read from an index: a page costs the same at its beginning and far into it."""

import json
from datetime import date, timedelta

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.lijst import BEGIN, gevraagde_dossiers, lijst_van, plaats_in_lijst
from verantwoord.dossier.models import Antwoord, Betrokkenheid, Dossier, Verblijfplaats
from verantwoord.dossier.models.dossier import ZONDER_DAG
from verantwoord.toegang.context import transactie_van

pytestmark = pytest.mark.django_db
OP = date(2022, 3, 1)


@pytest.fixture
def coa():
    return MedewerkerFactory(coa=True, team=TeamFactory(organisatie="coa", locaties=["azc Lijst"]))


def betrek(wie, dossier, *, rol="", grond="locatie", **velden):
    return Betrokkenheid.objects.create(
        dossier=dossier, organisatie=wie.organisatie, team=wie.team, rol=rol, grond=grond, **velden
    )


def antwoord(dossier, soort, **inhoud):
    Antwoord.objects.create(
        dossier=dossier, soort=soort, categorie="opvang_einddatum", inhoud=inhoud, geldig_vanaf=OP
    )


@pytest.mark.parametrize(
    ("organisatie", "rol", "soort", "veld"),
    [
        ("coa", "coa", "opvangrecht", "einddatum"),
        ("coa", "", "opvangrecht", "einddatum"),
        ("avim", "avim_mensenhandel", "mensenhandel", "tot"),
        ("kmar", "kmar", "vertrek", "gepland_op"),
        ("dtv", "medisch_bevoegd", "reisgeschiktheid", "tot"),
    ],
)
def test_given_an_answer_when_placing_then_the_case_stands_at_the_day_that_counts_for_that_role(
    organisatie, rol, soort, veld
):
    dossier = DossierFactory(ontvangen_op=date(2022, 2, 2))
    rij = Betrokkenheid.objects.create(dossier=dossier, organisatie=organisatie, rol=rol, grond="locatie")
    antwoord(dossier, soort, **{veld: "2022-05-05"})
    antwoord(dossier, soort, **{veld: "2022-04-04"})

    plaats_in_lijst([dossier.pk])

    rij.refresh_from_db()
    assert (rij.volgende_op, rij.ontvangen_op) == (date(2022, 4, 4), date(2022, 2, 2))


def test_given_an_answer_without_a_day_when_placing_then_the_case_comes_last(coa):
    dossier = DossierFactory()
    rij = betrek(coa, dossier, volgende_op=OP)
    antwoord(dossier, "opvangrecht", einddatum=None)

    plaats_in_lijst([dossier.pk])

    rij.refresh_from_db()
    assert rij.volgende_op == ZONDER_DAG


@pytest.mark.parametrize(
    ("soort", "inhoud", "asked"),
    [
        ("opvangverzoek", {"gevraagd_op": "2022-02-20"}, True),
        ("opvangverzoek", {}, False),
        ("afwezigheid", {"sinds": "2022-02-20", "nodig": "controle"}, True),
        ("afwezigheid", {"sinds": "2022-02-20", "nodig": None}, False),
        ("opdrachten_coa", {"opdrachten": [{"gereed_op": "2022-02-20"}, {"gereed_op": None}]}, True),
        ("opdrachten_coa", {"opdrachten": [{"gereed_op": "2022-02-20"}]}, False),
        ("opdrachten_avim", {"opdrachten": [{"gereed_op": None}]}, False),
        ("opvangrecht", {"gevraagd_op": "2022-02-20"}, False),
        # Only the police are asked; that they are may be seen by nobody else.
        ("mensenhandel", {"antwoord_gevraagd_op": "2022-02-20"}, False),
    ],
)
def test_given_an_answer_when_placing_then_the_case_is_found_when_something_is_asked_of_this_partner(
    coa, soort, inhoud, asked
):
    dossier = DossierFactory()
    betrek(coa, dossier)
    antwoord(dossier, soort, **inhoud)

    plaats_in_lijst([dossier.pk])

    with transactie_van(coa, lijst=True):
        assert list(gevraagde_dossiers(coa)) == ([{"dossier": dossier.pk}] if asked else [])


def test_given_a_question_that_was_answered_when_placing_then_the_case_asks_nothing_any_more(coa):
    dossier = DossierFactory()
    betrek(coa, dossier, gevraagd=True)
    antwoord(dossier, "opvangverzoek", gevraagd_op="2022-02-20")
    antwoord(dossier, "opvangverzoek")

    plaats_in_lijst([dossier.pk])

    with transactie_van(coa, lijst=True):
        assert not gevraagde_dossiers(coa).exists()


def test_given_an_involvement_that_ended_when_placing_then_it_stays_what_it_was(coa):
    dossier = DossierFactory()
    rij = betrek(coa, dossier)
    Betrokkenheid.objects.filter(pk=rij.pk).update(tot="2100-01-01T00:00Z")
    antwoord(dossier, "opvangrecht", einddatum="2022-04-04")

    plaats_in_lijst([dossier.pk])

    rij.refresh_from_db()
    assert rij.volgende_op == ZONDER_DAG


def test_given_facts_that_give_an_end_when_asked_again_then_the_list_stands_by_the_answer_that_holds():
    dossier = DossierFactory()
    team = TeamFactory(organisatie="ind", locaties=[Verblijfplaats.objects.get(dossier=dossier).locatie])
    ind = MedewerkerFactory(ind=True, team=team)

    herbeoordeel([dossier.pk], peildatum=OP)

    einde = Antwoord.objects.filter(dossier=dossier, soort="opvangrecht").latest("pk").inhoud["einddatum"]
    assert [(p.volgende_op.isoformat(), p.dossier_id) for p in lijst_van(ind, aantal=2)] == [
        (einde, dossier.pk)
    ]


def test_given_two_reasons_for_one_case_when_asking_the_list_then_it_stands_there_once(coa):
    dossier = DossierFactory()
    betrek(coa, dossier, rol="coa")
    betrek(coa, dossier, rol="coa", grond="overleg", sleutel="1")
    betrek(coa, dossier)

    assert [plek.dossier_id for plek in lijst_van(coa, aantal=10)] == [dossier.pk]


def test_given_cases_of_others_when_asking_the_list_then_it_holds_what_the_viewer_is_involved_in(coa):
    eigen, van_het_geheel = DossierFactory(), DossierFactory()
    betrek(coa, eigen, rol="coa")
    Betrokkenheid.objects.create(dossier=van_het_geheel, organisatie="coa", grond="locatie")
    betrek(MedewerkerFactory(coa=True, team=TeamFactory(organisatie="coa")), DossierFactory(), rol="coa")
    betrek(coa, DossierFactory(), rol="ind")
    Betrokkenheid.objects.create(dossier=DossierFactory(), organisatie="ind", grond="locatie")
    betrek(coa, DossierFactory(), tot="2100-01-01T00:00Z")

    gezien = {plek.dossier_id for plek in lijst_van(coa, aantal=10)}

    assert gezien == {eigen.pk, van_het_geheel.pk}
    assert gezien == set(Dossier.objects.visible_to(coa).values_list("pk", flat=True))


def _veel(coa, aantal):
    """Many cases of one team, put in at once: two reasons for each, and as many of a colleague team."""
    ander = TeamFactory(organisatie="coa")
    sjabloon = DossierFactory()
    with connection.cursor() as cursor:
        cursor.execute(
            "with p as (insert into dossier_persoon (id, v_nummer, voornamen, tussenvoegsel, aliassen, zoeknaam,"
            " geslacht, nationaliteiten, talen, amv) select gen_random_uuid(), n::text, '', '', '[]', '', 'onbekend',"
            " '[]', '[]', false from generate_series(1, %(aantal)s) n returning id, v_nummer::int as n),"
            " d as (insert into dossier_dossier (id, nummer, persoon_id, versie, afgeschermd, spoor, afzender,"
            " ontvangen_op, documenten, eerdere_dossiers) select gen_random_uuid(), 'L' || n, id, 1, false, 'asiel',"
            " 'ind', %(op)s::date + n %% 30, '[]', '[]' from p returning id, ontvangen_op)"
            " insert into dossier_betrokkenheid (dossier_id, organisatie, team_id, rol, grond, sleutel, volgende_op,"
            " ontvangen_op) select d.id, 'coa', team, 'coa', grond, '', ontvangen_op + 100, ontvangen_op"
            " from d, unnest(array[%(team)s, %(ander)s]) team, unnest(array['locatie', 'overleg']) grond",
            {"aantal": aantal, "op": sjabloon.ontvangen_op, "team": coa.team_id, "ander": ander.pk},
        )


def _gelezen(wie, na):
    """How many rows the parts of the plan for one page take out of the table."""
    with transactie_van(wie, verzoek="proef", lijst=True), CaptureQueriesContext(connection) as vragen:
        lijst_van(wie, na=na, aantal=26)
    with transactie_van(wie, verzoek="proef", lijst=True), connection.cursor() as cursor:
        cursor.execute(f"explain (analyze, format json) {vragen.captured_queries[-1]['sql']}")
        (uitleg,) = cursor.fetchone()
    plan = json.loads(uitleg) if isinstance(uitleg, str) else uitleg
    return sum(_uit_de_tabel(plan[0]["Plan"]))


def _uit_de_tabel(deel):
    if deel.get("Relation Name") == "dossier_betrokkenheid":
        yield deel["Actual Rows"] + deel.get("Rows Removed by Filter", 0)
    for onder in deel.get("Plans", ()):
        yield from _uit_de_tabel(onder)


@pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"])
def test_given_thousands_of_cases_when_asking_a_page_far_on_then_no_more_is_read_than_for_the_first(coa):
    _veel(coa, 3000)
    # As on a server: the database knows what it holds, and chooses for itself.
    with connections["eigenaar"].cursor() as eigenaar:
        eigenaar.execute("analyze")
    with transactie_van(coa, verzoek="proef", lijst=True):
        ver = lijst_van(coa, aantal=2900)[-1]

    eerste, laatste = _gelezen(coa, BEGIN), _gelezen(coa, ver)

    assert ver.volgende_op > BEGIN.volgende_op + timedelta(days=1)
    # Each case stands there for two reasons; one more is read to know that a page is full.
    assert 26 <= eerste <= 2 * 27
    assert 26 <= laatste <= 2 * 27
