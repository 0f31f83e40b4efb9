"""The pages of wishes: what waits comes first, and nothing typed is lost."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import WensFactory
from verantwoord.ondersteuning.models import Wens

pytestmark = pytest.mark.django_db

ANTWOORD = {
    "versie": "1", "vervolg": "doorverwezen", "antwoord": "De IOM belt u deze week.",
    "vervolg_op_dag": "20", "vervolg_op_maand": "2", "vervolg_op_jaar": "2022",
}  # fmt: skip


@pytest.fixture
def wens():
    return WensFactory()


@pytest.fixture
def regie(client, wens, monkeypatch):
    """A browser in which the regievoerder of the wish is logged in, on 21 February 2022."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2022, 2, 21))
    client.force_login(wens.dossier.regievoerder)
    return client


def url(naam, wens):
    return reverse(f"ondersteuning:{naam}", args=[wens.dossier_id, wens.pk])


def lijst_url(dossier_id, naam="wensen"):
    return reverse(f"ondersteuning:{naam}", args=[dossier_id])


def test_given_one_or_thirty_wishes_when_listed_then_the_number_of_queries_is_the_same(
    regie, wens, django_assert_max_num_queries
):
    regie.get(lijst_url(wens.dossier_id))
    with django_assert_max_num_queries(500) as een:
        regie.get(lijst_url(wens.dossier_id))
    for _ in range(29):
        WensFactory(dossier=wens.dossier)

    with django_assert_max_num_queries(500) as dertig:
        pagina = regie.get(lijst_url(wens.dossier_id))

    assert len(dertig) == len(een)
    assert len(pagina.context["wensen"]) == 30


def test_given_a_wish_that_waits_when_listed_then_its_last_day_is_two_weeks_on(regie, wens):
    WensFactory(dossier=wens.dossier, beantwoord=True, geuit_op=date(2022, 2, 1))

    regels = regie.get(lijst_url(wens.dossier_id)).context["wensen"]

    assert [(regel.wens.is_open, regel.uiterlijk_op) for regel in regels] == [
        (True, date(2022, 3, 1)),
        (False, None),
    ]


def test_given_no_wish_when_listed_then_the_page_says_what_to_do(client):
    dossier = DossierFactory()
    client.force_login(dossier.regievoerder)

    assert "Er is nog geen wens vastgelegd" in client.get(lijst_url(dossier.pk)).content.decode()


def test_given_an_outsider_when_opening_a_page_then_there_is_none(client, wens):
    client.force_login(MedewerkerFactory())

    assert [
        client.get(adres).status_code for adres in (lijst_url(wens.dossier_id), url("beantwoorden", wens))
    ] == [
        404,
        404,
    ]


def test_given_a_wish_when_it_is_posted_then_it_is_kept(regie, wens):
    antwoord = regie.post(
        lijst_url(wens.dossier_id, "nieuw"),
        {
            "omschrijving": "Ik wil naar mijn zus in Basra.", "soort": "onderdak", "bron": "coa",
            "geuit_op_dag": "18", "geuit_op_maand": "2", "geuit_op_jaar": "2022",
        },
    )  # fmt: skip

    nieuw = Wens.objects.exclude(pk=wens.pk).get()
    assert (antwoord.status_code, antwoord["Location"]) == (302, lijst_url(wens.dossier_id))
    assert (nieuw.omschrijving, nieuw.geuit_op, nieuw.bron) == (
        "Ik wil naar mijn zus in Basra.", date(2022, 2, 18), "coa",
    )  # fmt: skip


def test_given_a_day_to_come_when_a_wish_is_posted_then_the_field_says_so_and_all_is_kept(regie, wens):
    antwoord = regie.post(
        lijst_url(wens.dossier_id, "nieuw"),
        {
            "omschrijving": "Naar mijn zus.", "soort": "onderdak", "bron": "coa",
            "geuit_op_dag": "22", "geuit_op_maand": "2", "geuit_op_jaar": "2022",
        },
    )  # fmt: skip

    assert antwoord.status_code == 422
    assert dict(antwoord.context["form"].errors) == {
        "geuit_op": ["Deze dag moet nog komen. Vul de dag in waarop de wens is geuit."]
    }
    assert "Naar mijn zus." in antwoord.content.decode()


def test_given_an_answer_when_it_is_posted_then_the_wish_shows_it(regie, wens):
    antwoord = regie.post(url("beantwoorden", wens), ANTWOORD)

    assert antwoord["Location"] == f"{lijst_url(wens.dossier_id)}#wens-{wens.pk}"
    assert "De IOM belt u deze week." in regie.get(lijst_url(wens.dossier_id)).content.decode()


def test_given_a_judgment_when_it_is_posted_then_the_wish_shows_it(regie, wens):
    regie.post(
        url("beoordelen", wens),
        {"versie": "1", "beoordeling": "nader_onderzoek", "reden": "De IOM zoekt het uit."},
    )

    wens.refresh_from_db()
    assert (wens.beoordeling, wens.beoordeling_reden) == ("nader_onderzoek", "De IOM zoekt het uit.")


def test_given_a_colleague_answered_when_answering_then_both_texts_are_shown_and_mine_can_follow(regie, wens):
    Wens.objects.filter(pk=wens.pk).update(versie=2, antwoord="Van de collega.", vervolg="uitgelegd")

    antwoord = regie.post(url("beantwoorden", wens), ANTWOORD)

    assert antwoord.status_code == 409
    tekst = antwoord.content.decode()
    assert "collega" in tekst
    assert antwoord.context["verschil"][0].oud == "Van de collega."
    assert antwoord.context["form"]["antwoord"].value() == "De IOM belt u deze week."
    assert regie.post(url("beantwoorden", wens), ANTWOORD | {"versie": "2"}).status_code == 302


def test_given_no_wish_was_voiced_when_answering_then_one_goes_back(regie, wens):
    geen = WensFactory(dossier=wens.dossier, geen_wens=True)

    assert regie.get(url("beantwoorden", geen))["Location"] == lijst_url(wens.dossier_id)


def test_given_a_manager_when_reading_then_there_is_nothing_to_press(client, wens):
    client.force_login(MedewerkerFactory(manager=True, team=wens.dossier.team))

    assert "Geef antwoord" not in client.get(lijst_url(wens.dossier_id)).content.decode()
