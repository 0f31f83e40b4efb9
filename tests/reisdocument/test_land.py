"""What is known of a country is offered to a regievoerder, who puts in the dossier what holds for this person."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Dossierdeel
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.reisdocument.actions import DatumInDeToekomst, record_landinformatie
from verantwoord.stamgegevens.models import Landmedewerking
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
PER = date(2022, 3, 1)


@pytest.fixture
def dossier():
    dossier = DossierFactory()
    herbeoordeel([dossier.pk])
    return dossier


@pytest.fixture
def client(client, dossier):
    client.force_login(dossier.regievoerder)
    return client


@pytest.fixture
def lijst():
    return Landmedewerking.objects.create(
        land="IRQ", lp_vrijwillig=True, lp_gedwongen=False, per=PER, bron="Landenoverzicht"
    )


def adres(dossier, naam="land"):
    return reverse(f"reisdocument:{naam}", args=[dossier.pk])


def ingevuld(client, dossier) -> dict[str, object]:
    """The form as a browser would send it back untouched."""
    form = client.get(adres(dossier)).context["form"]
    per = form["per"].value()
    return {
        "versie": form["versie"].value(),
        "lp_vrijwillig": form["lp_vrijwillig"].value(),
        "lp_gedwongen": form["lp_gedwongen"].value(),
        "per_dag": per.day,
        "per_maand": per.month,
        "per_jaar": per.year,
        "bron": form["bron"].value() or "",
    }


def test_given_the_list_knows_the_country_when_the_form_is_opened_then_it_is_offered_and_the_dossier_is_as_it_was(
    client, dossier, lijst
):
    invoer = ingevuld(client, dossier)

    assert (invoer["lp_vrijwillig"], invoer["lp_gedwongen"], invoer["bron"]) == (
        "ja",
        "nee",
        "Landenoverzicht",
    )
    assert beeld_of(dossier.pk).landen == ()


def test_given_the_offer_when_confirmed_then_it_is_a_fact_of_the_dossier_with_its_source_in_the_event(
    client, dossier, lijst
):
    client.post(adres(dossier), ingevuld(client, dossier))

    (feit,) = beeld_of(dossier.pk).landen
    assert (feit.land, feit.lp_vrijwillig, feit.lp_gedwongen, feit.per) == ("IRQ", True, False, PER)
    gebeurtenis = Gebeurtenis.objects.get(dossier_id=dossier.pk)
    assert (gebeurtenis.soort, gebeurtenis.gegevens["toelichting"]) == ("land.vastgelegd", "Landenoverzicht")
    assert client.get(adres(dossier, "overzicht")).context["landblok"].voorstel is None


def test_given_a_fact_in_the_dossier_when_the_list_changes_later_then_it_is_proposed_and_nothing_changes(
    client, dossier, lijst
):
    client.post(adres(dossier), ingevuld(client, dossier))
    Landmedewerking.objects.create(land="IRQ", lp_gedwongen=True, per=PER + timedelta(days=30), bron="Brief")

    blok = client.get(adres(dossier, "overzicht")).context["landblok"]

    assert (blok.bekend.lp_gedwongen, blok.voorstel.lp_gedwongen) == (False, True)
    assert len(beeld_of(dossier.pk).landen) == 1


def test_given_an_older_line_in_the_list_when_the_dossier_knows_better_then_nothing_is_proposed(
    client, dossier, lijst
):
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="landen",
        inhoud=[{"land": "IRQ", "lp_gedwongen": True, "per": (PER + timedelta(days=1)).isoformat()}],
    )

    blok = client.get(adres(dossier, "overzicht")).context["landblok"]

    assert (blok.bekend.lp_gedwongen, blok.voorstel) == (True, None)


def test_given_a_colleague_was_first_when_sent_then_409_and_all_is_kept(client, dossier, lijst):
    invoer = ingevuld(client, dossier)
    Dossier.objects.filter(pk=dossier.pk).update(versie=9)

    antwoord = client.post(adres(dossier), invoer)

    form = antwoord.context["form"]
    assert (antwoord.status_code, form["versie"].value(), form["bron"].value()) == (
        409,
        "9",
        "Landenoverzicht",
    )
    assert beeld_of(dossier.pk).landen == ()


def test_given_the_same_fact_when_sent_again_then_it_is_said_that_nothing_changed(client, dossier, lijst):
    client.post(adres(dossier), ingevuld(client, dossier))
    opnieuw = ingevuld(client, dossier) | {
        "lp_vrijwillig": "ja",
        "lp_gedwongen": "nee",
        "per_dag": 1,
        "per_maand": 3,
        "per_jaar": 2022,
        "bron": "Landenoverzicht",
    }

    antwoord = client.post(adres(dossier), opnieuw)

    assert (antwoord.status_code, len(beeld_of(dossier.pk).landen)) == (422, 1)


def test_given_a_day_to_come_when_recorded_then_it_is_refused(dossier):
    vandaag = timezone.localdate()

    with pytest.raises(DatumInDeToekomst):
        record_landinformatie(
            door=dossier.regievoerder,
            dossier_id=dossier.pk,
            versie=dossier.versie,
            land="IRQ",
            lp_vrijwillig=None,
            lp_gedwongen=True,
            per=vandaag + timedelta(days=1),
            bron="afdeling",
            peildatum=vandaag,
        )


def test_given_a_manager_when_the_form_is_opened_then_it_says_whom_to_ask(client, dossier):
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))

    assert client.get(adres(dossier)).status_code == 403
    with pytest.raises(GeenToegang):
        record_landinformatie(
            door=MedewerkerFactory(manager=True, team=dossier.team),
            dossier_id=dossier.pk,
            versie=dossier.versie,
            land="IRQ",
            lp_vrijwillig=None,
            lp_gedwongen=True,
            per=PER,
            bron="afdeling",
            peildatum=PER,
        )
