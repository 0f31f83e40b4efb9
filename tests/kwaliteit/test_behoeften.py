"""Needs that nothing meets: counted once a person, told without persons, and kept in the dossier in own words."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import BehoefteFactory, WensFactory
from verantwoord.kwaliteit.behoeften import Halfjaar, halfjaren, tel
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
VANDAAG = date(2022, 8, 1)
EERSTE = Halfjaar(2022, 1)


def meld(aantal, *, soort="veiligheid", land="IRQ", op=date(2022, 3, 1)):
    return [BehoefteFactory(soort=soort, land=land, gemeld_op=op) for _ in range(aantal)]


@pytest.fixture
def client(client, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: VANDAAG)
    client.force_login(MedewerkerFactory())
    return client


def getoond(soort):
    regels = {
        regel.soort: list(regel.rijen) for regel in tel(EERSTE, vandaag=VANDAAG, viewer=MedewerkerFactory())
    }
    return regels[soort]


def test_given_needs_when_counted_then_small_countries_hide_together_with_what_would_give_them_back():
    meld(2, land="GHA")
    meld(10, land="ETH")
    meld(12, land="IRQ")

    assert getoond("veiligheid") == [("alle landen", "24"), ("Irak", "12"), ("andere landen samen", "12")]
    assert getoond("school") == [("alle landen", "minder dan 5")]


@pytest.mark.parametrize(
    ("soort", "aantal", "woorden"),
    [("school", 4, "minder dan 5"), ("school", 5, "5"), ("zorg", 9, "minder dan 10"), ("zorg", 10, "10")],
)
def test_given_a_kind_when_it_is_small_then_its_number_is_not_told_and_for_health_later_still(
    soort, aantal, woorden
):
    meld(aantal, soort=soort, land="")

    assert getoond(soort)[0] == ("alle landen", woorden)


def test_given_the_half_year_of_today_when_asked_for_then_it_is_not_told_yet(client):
    meld(6, op=date(2022, 7, 2))
    viewer = MedewerkerFactory()

    assert halfjaren(vandaag=VANDAAG, viewer=viewer) == []
    assert halfjaren(vandaag=date(2023, 1, 1), viewer=viewer) == [Halfjaar(2022, 2)]
    with pytest.raises(ValueError, match="2022"):
        tel(Halfjaar(2022, 2), vandaag=VANDAAG, viewer=viewer)
    assert client.get(reverse("kwaliteit:behoeften")).context["periodes"] == []


def test_given_needs_when_the_page_and_the_file_are_asked_for_then_they_say_the_same_and_nobodys_words(
    client,
):
    meld(12)
    adres = reverse("kwaliteit:behoeften")

    pagina, bestand = client.get(adres), client.get(adres, {"periode": "2022-1", "vorm": "csv"})

    assert pagina.context["regels"][0].verdeling.totaal == 12
    assert "Nergens" not in pagina.content.decode()
    assert bestand.content.decode("utf-8-sig").splitlines()[:3] == [
        "Periode;Wat er niet is;Land;Aantal mensen",
        "januari tot en met juni 2022;Zekerheid over veiligheid;alle landen;12",
        "januari tot en met juni 2022;Zekerheid over veiligheid;Irak;12",
    ]
    assert client.get(adres, {"periode": "2022-2"}).status_code == 404


def test_given_one_or_thirty_needs_when_the_page_is_opened_then_the_number_of_queries_is_the_same(
    client, django_assert_max_num_queries
):
    adres = reverse("kwaliteit:behoeften")
    meld(1)
    client.get(adres)
    with django_assert_max_num_queries(100) as weinig:
        client.get(adres)
    meld(30)

    with django_assert_max_num_queries(100) as veel:
        client.get(adres)

    assert len(veel) == len(weinig)


def test_given_who_may_not_see_figures_when_asking_then_it_is_refused(client):
    client.force_login(MedewerkerFactory(beheerder=True))

    assert client.get(reverse("kwaliteit:behoeften")).status_code == 403
    with pytest.raises(GeenToegang):
        tel(EERSTE, vandaag=VANDAAG, viewer=MedewerkerFactory(beheerder=True))


def test_given_a_person_when_the_same_is_said_twice_then_it_counts_once():
    dossier = DossierFactory()
    BehoefteFactory(dossier=dossier, wens=WensFactory(dossier=dossier))

    with pytest.raises(IntegrityError), transaction.atomic():
        BehoefteFactory(dossier=dossier, wens=WensFactory(dossier=dossier))
