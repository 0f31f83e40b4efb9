"""A filter one keeps: found again by its name, nobody else's business, and narrowed to one colleague of the team."""

import pytest
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.werkplek.bouw import dossier_voor
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.werkplek.filters import MEESTE_FILTERS, FilterNietBewaard, save_filter
from verantwoord.werkplek.models import BewaardFilter

pytestmark = pytest.mark.django_db
LIJST = reverse("werkplek:caseload")
BEWAAR = reverse("werkplek:bewaar_filter")


@pytest.fixture
def noor():
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def client(client, noor):
    client.force_login(noor)
    return client


def test_given_a_filter_when_kept_then_its_name_leads_back_to_it(client, noor):
    dossier_voor(noor)

    antwoord = client.post(
        BEWAAR,
        {"naam": " Te laat  in Assen ", "adres": "?van=mij&locatie=Assen&termijn=te_laat"},
        follow=True,
    )

    assert BewaardFilter.objects.values_list("medewerker", "naam", "adres").get() == (
        noor.pk,
        "Te laat in Assen",
        "?van=mij&locatie=Assen&termijn=te_laat",
    )
    (eigen,) = vind(lees(antwoord), "nav.werk-bewaard a")
    assert (tekst(eigen), eigen.get("href"), eigen.get("aria-current")) == (
        "Te laat in Assen",
        "?van=mij&locatie=Assen&termijn=te_laat",
        "page",
    )


@pytest.mark.parametrize(
    "adres", ["https://elders.example/?van=mij", "javascript:alert(1)", "?fase=bestaat-niet&na=x", "%00", ""]
)
def test_given_an_address_that_is_no_filter_when_kept_then_only_what_is_a_filter_stays(client, adres):
    client.post(BEWAAR, {"naam": "Vreemd", "adres": adres})

    assert BewaardFilter.objects.get().adres in {"?van=mij", "?van=team"}


def test_given_a_name_again_when_kept_then_it_means_the_new_one(noor):
    save_filter(door=noor, naam="Mijn week", adres="?van=mij")
    save_filter(door=noor, naam="Mijn week", adres="?van=team")

    assert list(BewaardFilter.objects.values_list("naam", "adres")) == [("Mijn week", "?van=team")]


@pytest.mark.parametrize("naam", ["", "   ", "x" * 61])
def test_given_no_name_or_too_long_a_one_when_kept_then_it_is_asked(noor, naam):
    with pytest.raises(FilterNietBewaard):
        save_filter(door=noor, naam=naam, adres="?van=mij")


def test_given_twenty_filters_when_one_more_is_kept_then_it_is_refused(noor):
    for n in range(MEESTE_FILTERS):
        save_filter(door=noor, naam=f"Filter {n}", adres="?van=mij")

    with pytest.raises(FilterNietBewaard):
        save_filter(door=noor, naam="Nog een", adres="?van=mij")


def test_given_a_filter_of_a_colleague_when_looking_then_it_is_not_there(client, noor):
    anders = save_filter(door=MedewerkerFactory(team=noor.team), naam="Van een ander", adres="?van=mij")

    assert vind(lees(client.get(LIJST)), "nav.werk-bewaard") == []
    assert client.post(reverse("werkplek:vergeet_filter", args=[anders.pk])).status_code == 404
    assert BewaardFilter.objects.count() == 1


def test_given_ones_own_filter_when_taken_away_then_it_is_gone(client, noor):
    eigen = save_filter(door=noor, naam="Mijn week", adres="?van=mij")

    client.post(reverse("werkplek:vergeet_filter", args=[eigen.pk]))

    assert BewaardFilter.objects.count() == 0


def test_given_the_list_of_the_team_when_narrowed_to_a_colleague_then_only_those_dossiers_are_there(
    client, noor
):
    hassan = MedewerkerFactory(naam="Hassan Ouali", team=noor.team)
    dossier_voor(noor)
    zijn = dossier_voor(hassan)

    pagina = lees(client.get(LIJST, {"van": "team", "wie": str(hassan.pk)}))

    assert [a.get("href") for a in vind(pagina, "tbody th a")] == [f"/dossiers/{zijn.pk}/"]
    assert tekst(vind(pagina, ".werk-chips a")[0]).startswith("regievoerder: Hassan Ouali")


@pytest.mark.parametrize("wie", ["x", "00000000-0000-0000-0000-000000000000", "\x00"])
def test_given_somebody_who_is_no_colleague_when_asked_then_the_field_says_so(client, noor, wie):
    dossier_voor(noor)

    antwoord = client.get(LIJST, {"van": "team", "wie": wie})

    assert (antwoord.status_code, list(antwoord.context["form"].errors)) == (200, ["wie"])
