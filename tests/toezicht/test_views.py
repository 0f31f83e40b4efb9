"""The pages of supervision, as a colleague meets them."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.toezicht.bouw import maak_dossier, maak_maatregel, maak_reistest, plicht
from verantwoord.dossier.models import Dossier
from verantwoord.toezicht.forms import STAPPEN
from verantwoord.toezicht.models import Meldmoment

pytestmark = pytest.mark.django_db
PAGINAS = ("overzicht", "meldplicht", "aanwezigheid", "reistesten", "reistest_nieuw")


@pytest.fixture
def dossier(client):
    dossier = maak_dossier(meldplichten=[plicht(gemist_op=["2022-02-08"])])
    client.force_login(dossier.regievoerder)
    return dossier


def adres(dossier, naam="overzicht", *args):
    return reverse(f"toezicht:{naam}", args=[dossier.pk, *args])


@pytest.mark.parametrize("naam", PAGINAS)
def test_given_a_dossier_when_a_page_is_opened_then_it_is_there(client, dossier, naam):
    antwoord = client.get(adres(dossier, naam))

    assert antwoord.status_code == 200


@pytest.mark.parametrize("stap", STAPPEN)
def test_given_a_dossier_when_a_step_is_opened_then_it_is_there(client, dossier, stap):
    antwoord = client.get(adres(dossier, "stap", stap))

    assert antwoord.status_code == 200


def datum(veld, dag):
    return {f"{veld}_dag": dag.day, f"{veld}_maand": dag.month, f"{veld}_jaar": dag.year}


def over(dagen):
    return timezone.localdate() + timedelta(days=dagen)


def maatregel(dossier, **anders):
    return {
        "versie": Dossier.objects.get(pk=dossier.pk).versie,
        "soort": "gemeente",
        "waar": "Assen",
        "reden": "Zij vertrok twee keer zonder iets te zeggen.",
        "lichter": "Een meldplicht is geprobeerd.",
    } | datum("van", over(0)) | datum("tot", over(28)) | datum("toets_voor", over(14)) | anders  # fmt: skip


def test_given_a_measure_when_it_is_weighed_and_imposed_then_it_stands_above_detention(client, dossier):
    gestuurd = client.post(adres(dossier, "stap", "maatregel"), maatregel(dossier))
    inhoud = client.get(gestuurd.url).content.decode()

    koppen = re.findall(r"<h3[^>]*>([^<]*)</h3>", inhoud)
    assert gestuurd.url == adres(dossier)
    assert koppen[:3] == ["1. Contact en afspraken", "2. Meldplicht", "3. Vrijheidsbeperkende maatregel"]
    assert [kop for kop in koppen if "middel" in kop or "persoon" in kop] == [
        "Is de persoon er nog?",
        "Het laatste middel: bewaring",
    ]
    assert inhoud.count("Een meldplicht is geprobeerd.") == 1


def test_given_something_not_weighed_when_it_is_sent_then_what_was_typed_stays_and_the_field_says_so(
    client, dossier
):
    antwoord = client.post(adres(dossier, "stap", "maatregel"), maatregel(dossier, lichter=" ", waar="Assen"))

    form = antwoord.context["form"]
    assert (antwoord.status_code, list(form.errors), form["waar"].value()) == (422, ["lichter"], "Assen")


def test_given_a_colleague_who_was_first_when_it_is_sent_then_both_stand_there(client, dossier):
    antwoord = client.post(adres(dossier, "stap", "maatregel"), maatregel(dossier, versie=0))

    assert antwoord.status_code == 409
    assert [feit.waarde for feit in antwoord.context["staat"]] == ["1 keer per week"]
    assert antwoord.context["form"]["reden"].value() == "Zij vertrok twee keer zonder iets te zeggen."


def test_given_a_question_to_the_avim_when_it_is_sent_and_withdrawn_then_both_stand_on_the_page(
    client, dossier
):
    versie = Dossier.objects.get(pk=dossier.pk).versie
    vraag = {"versie": versie, "soort": "beeindigen", "reden": "Zij komt altijd."} | datum(
        "antwoord_voor", over(7)
    )

    client.post(adres(dossier, "stap", "meldplicht-vragen"), vraag)
    wacht = client.get(adres(dossier, "meldplicht")).content.decode()
    client.post(adres(dossier, "stap", "vraag-intrekken"), {"versie": versie})
    daarna = client.get(adres(dossier, "meldplicht")).content.decode()

    assert (wacht.count("Trek uw vraag in"), daarna.count("Trek uw vraag in")) == (1, 0)
    assert (wacht.count("Zij komt altijd."), daarna.count("Zij komt altijd.")) == (1, 1)


def test_given_a_manager_when_a_measure_is_sent_then_a_page_says_whose_it_is(client, dossier):
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))

    antwoord = client.post(adres(dossier, "stap", "maatregel"), maatregel(dossier))

    assert antwoord.status_code == 403


@pytest.mark.parametrize("naam", PAGINAS)
def test_given_somebody_of_another_team_when_a_page_is_opened_then_it_is_not_there(client, dossier, naam):
    client.force_login(MedewerkerFactory())

    assert client.get(adres(dossier, naam)).status_code == 404


def test_given_one_row_or_thirty_when_a_page_is_opened_then_it_asks_as_many_questions(
    client, dossier, django_assert_num_queries, django_assert_max_num_queries
):
    def vul(aantal, vanaf):
        for nummer in range(vanaf, vanaf + aantal):
            dag = date(2022, 3, 1) + timedelta(days=40 * nummer)
            maak_maatregel(
                dossier, van=dag, tot=dag + timedelta(days=20), toets_voor=dag + timedelta(days=9), peildatum=dag
            )  # fmt: skip
            maak_reistest(dossier)
            Meldmoment.objects.create(
                dossier=dossier, plaats=0, op=dag, soort="gemeld", door=dossier.regievoerder, door_naam="Noor"
            )

    vul(1, 0)
    tellingen = {}
    for naam in ("overzicht", "meldplicht", "reistesten"):
        client.get(adres(dossier, naam))
        with django_assert_max_num_queries(60) as een:
            client.get(adres(dossier, naam))
        tellingen[naam] = len(een)
    vul(29, 1)

    for naam, aantal in tellingen.items():
        with django_assert_num_queries(aantal):
            client.get(adres(dossier, naam))
