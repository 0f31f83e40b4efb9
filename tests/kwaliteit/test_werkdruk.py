"""Workload: talks counted by the week of their last day, and a game that gives the same answer twice."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.scherm import hoe_breed
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.kwaliteit.werkdruk.simulatie import Aannames, hoeveel_nodig, speel
from verantwoord.kwaliteit.werkdruk.tellen import WEKEN, teams_of, tel
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang

OP = date(2022, 3, 2)


def aannames(**anders):
    return Aannames(**{"instroom": 3.0, "per_week": 4.0, "afwezig": 0.2, "zitting_na": 16} | anders)


@pytest.fixture
def team(db):
    team = TeamFactory()
    MedewerkerFactory.create_batch(5, team=team)
    return team


def dossier(team, ontvangen_op):
    dossier = DossierFactory(team=team, regievoerder__team=team, ontvangen_op=ontvangen_op)
    herbeoordeel([dossier.pk], peildatum=OP)
    return dossier


def test_given_cases_without_a_first_talk_when_counting_then_each_stands_in_the_week_of_its_last_day(team):
    wie = MedewerkerFactory(team=team, manager=True)
    dossier(team, OP - timedelta(days=13))
    dossier(team, OP - timedelta(days=5))
    dossier(team, OP - timedelta(days=40))

    voorraad = tel([team.pk], op=OP, viewer=wie)

    assert [week.eerste for week in voorraad.weken] == [1, 1] + [0] * (WEKEN - 2)
    # In each of them nobody appealed, so that the third talk was due on 24 February too.
    assert (voorraad.te_laat, voorraad.zonder_dag, voorraad.instroom) == (1 + 3, 0, 0.2)


@pytest.mark.django_db
@pytest.mark.parametrize(("aantal", "getoond"), [(4, False), (5, True)])
def test_given_a_small_team_when_counting_then_it_is_not_shown_alone(aantal, getoond):
    team = TeamFactory()
    MedewerkerFactory.create_batch(aantal, team=team)
    wie = MedewerkerFactory(manager=True)

    assert (tel([team.pk], op=OP, viewer=wie) is not None) == getoond
    assert list(teams_of(viewer=wie)) == (["alle", str(team.pk)] if getoond else [])


@pytest.mark.django_db
def test_given_one_small_team_beside_two_others_when_choosing_then_another_is_left_out_with_it():
    teams = TeamFactory.create_batch(3)
    for team, aantal in zip(teams, (3, 5, 7), strict=True):
        MedewerkerFactory.create_batch(aantal, team=team)

    assert list(teams_of(viewer=MedewerkerFactory(manager=True))) == ["alle", str(teams[2].pk)]


def test_given_somebody_without_the_right_when_counting_then_it_is_refused(team):
    with pytest.raises(GeenToegang):
        tel([team.pk], op=OP, viewer=MedewerkerFactory(coa=True))


def test_given_the_same_question_when_played_twice_then_the_answer_is_the_same():
    assert speel(aannames(), collegas=7) == speel(aannames(), collegas=7)


@settings(max_examples=5, deadline=None)
@given(
    instroom=st.floats(0.5, 4), per_week=st.floats(2, 6), collegas=st.integers(1, 8), erbij=st.integers(3, 6)
)
def test_given_more_colleagues_when_played_then_clearly_fewer_people_are_never_served(
    instroom, per_week, collegas, erbij
):
    vraag = aannames(instroom=instroom, per_week=per_week)

    minder, meer = speel(vraag, collegas=collegas), speel(vraag, collegas=collegas + erbij)

    # One talk that goes before another can make a single run worse; three colleagues more do not make a year worse.
    assert meer.mediaan >= minder.mediaan - 2


@pytest.mark.parametrize(
    ("anders", "collegas", "verwacht"),
    [({}, 0, 0.0), ({"instroom": 0.0}, 1, 100.0), ({}, 40, 100.0), ({"per_week": 0.5}, 2, 0.0)],
)
def test_given_an_extreme_when_played_then_the_answer_is_plain(anders, collegas, verwacht):
    assert speel(aannames(**anders), collegas=collegas).mediaan == verwacht


def test_given_a_goal_when_asking_how_many_then_one_colleague_fewer_is_not_enough():
    genoeg = hoeveel_nodig(aannames(), doel=95)

    assert genoeg.mediaan >= 95
    assert speel(aannames(), collegas=genoeg.collegas - 1).mediaan < 95


def test_given_talks_that_take_longer_than_there_is_when_asking_how_many_then_no_number_is_named():
    assert hoeveel_nodig(aannames(instroom=0.5, per_week=0.5), doel=95) is None


def test_given_the_page_when_opened_then_it_says_what_is_needed_and_names_nobody(client, team, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    for dagen in range(1, 13):
        dossier(team, OP - timedelta(days=7 * dagen))
    wie = MedewerkerFactory(team=team, manager=True)
    client.force_login(wie)

    pagina = client.get(reverse("werkdruk:overzicht"), {"per_week": "3,5", "collegas": "9"})

    assert 9 in [regel["collegas"] for regel in pagina.context["proef"]["regels"]]
    namen = Medewerker.objects.filter(team=team).exclude(pk=wie.pk).values_list("naam", flat=True)
    assert [naam for naam in namen if naam in pagina.content.decode()] == []


@pytest.mark.parametrize("vraag", [{"per_week": "veel"}, {"afwezig": "100"}, {"team": "0"}])
def test_given_an_answer_that_cannot_be_when_asked_then_the_field_says_so(client, team, vraag):
    client.force_login(MedewerkerFactory(team=team, manager=True))

    assert client.get(reverse("werkdruk:overzicht"), vraag).status_code == 422


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("breed", [320, 1280])
def test_given_the_page_when_looked_at_then_it_fits_and_axe_is_content(
    browser_page, live_server, log_in, axe, team, breed
):
    for dagen in range(1, 9):
        dossier(team, timezone.localdate() - timedelta(days=2 * dagen))
    log_in(browser_page, MedewerkerFactory(team=team, manager=True))
    browser_page.set_viewport_size({"width": breed, "height": 900})

    browser_page.goto(live_server.url + reverse("werkdruk:overzicht"))

    expect(browser_page.get_by_role("heading", name="Wat er nodig is")).to_be_visible()
    assert hoe_breed(browser_page) <= breed
    axe(browser_page)
