"""What fits a wish is shown with each condition by name, in the wish, the talk and the portal; for whom it may be seen."""

from dataclasses import asdict
from datetime import date

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory, WensFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.ondersteuning.models import Aanbod
from verantwoord.ondersteuning.vinder import niet_besproken, steun_voor_portaal, vind_steun
from verantwoord.werkplek.voorbereiding import bereid_voor

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture(autouse=True)
def leeg():
    """A catalogue without the kinds of support it begins with."""
    Aanbod.objects.all().delete()


@pytest.fixture
def dossier():
    return DossierFactory()


def vind(dossier, *wensen):
    return vind_steun(wensen, beeld_of(dossier.pk), viewer=dossier.regievoerder, peildatum=OP)


def test_given_wishes_when_matching_then_each_entry_about_the_subject_says_what_is_met_and_what_is_not(
    dossier, django_assert_num_queries
):
    AanbodFactory(titel="Past", gezin=True)
    AanbodFactory(titel="Elders", landen=["GHA"], gezin=True)
    AanbodFactory(titel="Stil over gezinnen")
    AanbodFactory(titel="Voorwaarden", gezin=True, voorwaarden="Alleen na een gesprek.")
    AanbodFactory(titel="Andere wens", wensen=["onderdak"])
    AanbodFactory(titel="Afgelopen", tot=date(2022, 2, 20))
    zaak = WensFactory(dossier=dossier, soort="ondernemen")
    geen = WensFactory(dossier=dossier, geen_wens=True)
    beeld = beeld_of(dossier.pk)

    with django_assert_num_queries(2):
        ((wens, steun),) = vind_steun([zaak, geen], beeld, viewer=dossier.regievoerder, peildatum=OP)

    assert wens == zaak
    assert [(s.aanbod.titel, s.past, s.niet_voldaan, s.onbekend) for s in steun] == [
        ("Past", True, [], []),
        ("Stil over gezinnen", False, [], ["Wie meereist, mag meedoen"]),
        ("Voorwaarden", False, [], ["De voorwaarden die in woorden bij “Voor wie en wanneer” staan"]),
        ("Elders", False, ["Het is er in het land van terugkeer"], []),
    ]


def test_given_one_or_thirty_wishes_when_the_page_is_opened_then_the_number_of_queries_is_the_same(
    dossier, client, django_assert_max_num_queries
):
    client.force_login(dossier.regievoerder)
    wens = WensFactory(dossier=dossier, soort="ondernemen")
    adres = reverse("ondersteuning:past_hierbij", args=[dossier.pk, wens.pk])
    AanbodFactory(gezin=True)
    client.get(adres)
    with django_assert_max_num_queries(100) as weinig:
        client.get(adres)
    for _ in range(30):
        AanbodFactory(gezin=True)

    with django_assert_max_num_queries(100) as veel:
        pagina = client.get(adres)

    assert (len(veel), len(pagina.context["past"])) == (len(weinig), 31)


def test_given_a_talk_when_it_is_prepared_then_what_fits_and_what_was_not_discussed_are_named(dossier):
    aanbod = AanbodFactory(titel="Eigen zaak", mogelijkheid="ngo", gezin=True)
    AanbodFactory(titel="Basishulp", aanbieder="iom", mogelijkheid="iom_rean", eisen=["definitief_vertrek"])
    WensFactory(dossier=dossier, soort="ondernemen")

    voorbereiding = bereid_voor(dossier.pk, dossier.regievoerder, OP)

    assert [(punt.actie, punt.tekst) for punt in voorbereiding.past_bij] == [
        ("Eigen zaak", "Stichting Proefproject."),
        ("Basishulp", "Stichting Proefproject. Vraag na: wie meereist, mag meedoen; het vertrek is definitief."),
    ]  # fmt: skip
    assert [(punt.soort, [s.actie for s in punt.steun]) for punt in voorbereiding.te_bespreken] == [
        ("iom_rean", ["Basishulp"]),
        ("iom_avrr", []),
        ("ngo", ["Eigen zaak"]),
        ("dtv_bijdrage", []),
        ("dia", []),
    ]
    assert voorbereiding.past_bij[0].actie_url == reverse("catalogus:aanbod", args=[aanbod.pk])


def test_given_no_wish_yet_when_asked_what_to_discuss_then_the_subject_is_something_to_ask(dossier):
    AanbodFactory(titel="Eigen zaak", gezin=True)

    punten = niet_besproken(beeld_of(dossier.pk), viewer=dossier.regievoerder, peildatum=OP)

    (steun,) = next(punt.steun for punt in punten if punt.mogelijkheid == "ngo")
    assert (steun.past, steun.onbekend) == (False, ["Het past bij het onderwerp van de wens"])


def test_given_the_portal_when_it_asks_then_it_gets_the_agreed_fields_and_no_invented_example(dossier):
    AanbodFactory(titel="Eigen zaak", gezin=True, contact="Bel de stichting.", bron="Intern")
    AanbodFactory(titel="Verzonnen", gezin=True, voorbeeld=True)

    (steun,) = steun_voor_portaal("ondernemen", beeld_of(dossier.pk), peildatum=OP)

    assert asdict(steun) == {
        "titel": "Eigen zaak",
        "organisatie": "Stichting Proefproject",
        "wat": "Helpt bij een eigen bedrijf.",
        "past": True,
        "niet_voldaan": (),
        "na_te_vragen": (),
    }


def test_given_an_outsider_when_asking_what_fits_then_the_page_is_not_there(dossier, client):
    wens = WensFactory(dossier=dossier, soort="ondernemen")
    client.force_login(MedewerkerFactory())

    antwoord = client.get(reverse("ondersteuning:past_hierbij", args=[dossier.pk, wens.pk]))

    assert antwoord.status_code == 404


def test_given_a_concept_of_the_plan_when_it_is_written_then_the_catalogue_stands_beside_the_analysis(
    dossier, client
):
    client.force_login(dossier.regievoerder)
    AanbodFactory(titel="Eigen zaak", gezin=True)
    AanbodFactory(titel="Elders", landen=["GHA"], gezin=True)
    WensFactory(dossier=dossier, soort="ondernemen")
    client.post(reverse("vertrekplan:begin", args=[dossier.pk]))

    pagina = client.get(reverse("vertrekplan:bewerken", args=[dossier.pk]))

    assert [[s.aanbod.titel for s in steun] for _wens, steun in pagina.context["steun"]] == [["Eigen zaak"]]


def test_given_the_third_talk_when_its_report_is_written_then_what_was_not_discussed_is_listed(
    dossier, client
):
    client.force_login(dossier.regievoerder)
    AanbodFactory(titel="Eigen zaak", mogelijkheid="ngo", gezin=True)
    WensFactory(dossier=dossier, soort="ondernemen")
    gesprek = GesprekFactory(dossier=dossier, moment="derde")

    pagina = client.get(reverse("vertrekgesprek:verslag", args=[dossier.pk, gesprek.pk])).content.decode()

    deel = pagina[pagina.index("Nog niet besproken") : pagina.index('name="opties_besproken"')]
    assert ("Eigen zaak" in deel, "Basishulp van de IOM (REAN)" in deel) == (True, True)
