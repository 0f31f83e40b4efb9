"""What is known of a country is kept with its day and source, and changes no dossier by itself."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.kern.fouten import DomeinFout
from verantwoord.stamgegevens.actions import StondErAl, record_landmedewerking
from verantwoord.stamgegevens.landen import landkeuzes
from verantwoord.stamgegevens.models import Landmedewerking
from verantwoord.stamgegevens.queries import landmedewerking_nu, landmedewerking_op
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
VANDAAG = date(2022, 9, 1)


@pytest.fixture
def beheerder():
    return MedewerkerFactory(beheerder=True)


@pytest.fixture
def beheer(client, beheerder):
    client.force_login(beheerder)
    return client


def leg_vast(door, **anders) -> Landmedewerking:
    gegevens = {
        "land": "IRQ",
        "lp_vrijwillig": True,
        "lp_gedwongen": False,
        "per": date(2022, 3, 1),
        "bron": "Afdeling internationaal",
        "vandaag": VANDAAG,
    }
    return record_landmedewerking(door=door, **gegevens | anders)


def test_given_a_newer_statement_when_recorded_then_each_day_has_its_own(beheerder):
    leg_vast(beheerder)
    leg_vast(beheerder, per=date(2022, 8, 1), lp_gedwongen=True)

    assert landmedewerking_op("IRQ", op=date(2022, 2, 28)) is None
    assert landmedewerking_op("IRQ", op=date(2022, 7, 31)).lp_gedwongen is False
    assert landmedewerking_op("IRQ", op=date(2022, 8, 1)).lp_gedwongen is True
    assert [m.per for m in landmedewerking_nu(viewer=beheerder, op=VANDAAG)] == [date(2022, 8, 1)]


def test_given_the_same_day_when_recorded_again_then_it_is_corrected_and_what_it_was_is_kept(beheerder):
    rij = leg_vast(beheerder)

    leg_vast(beheerder, lp_gedwongen=None)

    laatste = Gebeurtenis.objects.latest("volgnummer")
    assert (laatste.soort, laatste.gegevens["wijzigingen"]) == (
        "landmedewerking.verbeterd",
        {"lp_gedwongen": [False, None]},
    )
    historie = Rijhistorie.objects.get(tabel="stamgegevens_landmedewerking", operatie="UPDATE")
    assert (historie.rij_id, historie.oud) == (str(rij.pk), {"lp_gedwongen": False})


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"per": VANDAAG + timedelta(days=1)}, DomeinFout),
        ({"bron": "  "}, DomeinFout),
        ({"land": "XXX"}, DomeinFout),
        ({"land": "QQQ"}, DomeinFout),
        ({}, StondErAl),
    ],
)
def test_given_what_cannot_be_recorded_when_tried_then_a_sentence_and_no_event(beheerder, anders, fout):
    leg_vast(beheerder)

    with pytest.raises(fout):
        leg_vast(beheerder, **anders)

    assert Gebeurtenis.objects.count() == 1


def test_given_a_dossier_for_that_country_when_the_reference_changes_then_the_dossier_does_not(beheerder):
    dossier = DossierFactory()
    eerst = beeld_of(dossier.pk)

    leg_vast(beheerder)

    assert beeld_of(dossier.pk) == eerst


def test_given_another_role_when_a_country_is_recorded_then_it_is_refused():
    with pytest.raises(GeenToegang):
        leg_vast(MedewerkerFactory(manager=True))


def test_given_the_form_when_sent_then_the_country_has_a_line_with_its_source(beheer):
    vandaag = timezone.localdate()
    antwoord = beheer.post(
        reverse("beheer:land_nieuw"),
        {
            "land": "MAR",
            "lp_vrijwillig": "ja",
            "lp_gedwongen": "",
            "per_dag": vandaag.day,
            "per_maand": vandaag.month,
            "per_jaar": vandaag.year,
            "bron": "Landenoverzicht van de afdeling",
        },
    )

    rij = Landmedewerking.objects.get()
    pagina = beheer.get(antwoord.url).content.decode()
    assert (rij.land, rij.lp_vrijwillig, rij.lp_gedwongen) == ("MAR", True, None)
    assert pagina.count("Landenoverzicht van de afdeling") == 1


def test_given_one_or_thirty_countries_when_listed_then_the_number_of_queries_is_the_same_and_all_are_met(
    beheer, beheerder
):
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            beheer.get(reverse("beheer:landen"))
        return len(vragen)

    landen = "IRQ MAR DZA TUN EGY SYR AFG IRN PAK IND BGD NGA GHA SEN GIN GMB MLI SOM ETH ERI SDN UGA COD COG AGO GEO ARM AZE ALB SRB"
    leg_vast(beheerder, land="IRQ")
    bij_een = tel()
    for land in landen.split()[1:]:
        leg_vast(beheerder, land=land)
    eerste = beheer.get(reverse("beheer:landen")).context
    tweede = beheer.get(reverse("beheer:landen"), {"na": eerste["volgende"]}).context

    namen = [naam for naam, _rij in (*eerste["rijen"], *tweede["rijen"])]
    assert tel() == bij_een
    assert len(namen) == 30
    assert namen == sorted(namen, key=str.casefold)


def test_given_one_or_thirty_statements_on_a_country_when_shown_then_the_number_of_queries_is_the_same(
    beheer, beheerder
):
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            beheer.get(reverse("beheer:land", args=["IRQ"]))
        return len(vragen)

    leg_vast(beheerder)
    bij_een = tel()
    for n in range(1, 31):
        leg_vast(beheerder, per=date(2022, 3, 1) + timedelta(days=n))

    assert tel() == bij_een


def test_given_the_countries_to_choose_from_when_listed_then_each_is_a_place_and_stands_once():
    namen = [naam for _code, naam in landkeuzes()]

    assert len(namen) == len({naam.casefold() for naam in namen})
    assert [naam for naam in namen if "seudo" in naam or "onbekend" in naam.casefold()] == ["Onbekend"]
