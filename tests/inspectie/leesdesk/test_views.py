"""The pages of the reading desk: for who works on the onderzoek alone, and nothing typed is lost."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.inspectie.leesdesk.proef import JA, NEE, Proef
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.inspectie.leesdesk import actions, bibliotheek
from verantwoord.inspectie.leesdesk.maken import make_exemplaren
from verantwoord.inspectie.leesdesk.models import Criterium, Lezer
from verantwoord.inspectie.models import Onderzoek, Stand

SLEUTEL = re.compile(r'data-concept="(\w+)"')
WEG = re.compile(r'data-concept-bewaard="(\w+)"')

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def zonder_bibliotheek():
    """The recognisers of our own alone: what the library finds is tested with it."""
    with pytest.MonkeyPatch.context() as plek:
        plek.setattr(bibliotheek, "vind", lambda _tekst: ())
        plek.setattr(bibliotheek, "middel", lambda: "zonder")
        yield


@pytest.fixture
def proef(zonder_bibliotheek):
    proef = Proef(aantal=2)
    make_exemplaren(proef.onderzoek.pk, door=proef.leider)
    return proef


def als(wie) -> Client:
    client = Client()
    client.force_login(wie)
    return client


def vul_in(beurt, oordeel, *, doe, versie=None):
    velden = {"versie": beurt.versie if versie is None else versie, "doe": doe}
    for criterium in actions.te_beoordelen(beurt):
        velden |= {f"oordeel-{criterium.pk}": oordeel, f"reden-{criterium.pk}": "Zo staat het er."}
    return velden


def test_given_who_does_not_work_on_it_when_any_page_is_asked_then_it_is_not_there(proef):
    beurt = proef.beurt("L-001", proef.een)
    een = [proef.onderzoek.pk]
    pagina_s = [
        *(
            reverse(f"leesdesk:{naam}", args=een)
            for naam in ("onderzoek", "criterium", "oordelen", "vergelijken")
        ),
        *(reverse(f"leesdesk:{naam}", args=een) for naam in ("rapport_pdf", "rapport_zip")),
        reverse("leesdesk:beurt", args=[beurt.pk]),
    ]
    daden = [
        *(reverse(f"leesdesk:{naam}", args=een) for naam in ("rapportcriteria", "begin", "exemplaren", "overnemen", "rapport")),
        reverse("leesdesk:criterium_weg", args=[*een, 1]),
        reverse("leesdesk:beslis", args=[*een, beurt.leesexemplaar_id]),
        reverse("leesdesk:verberg", args=[beurt.pk]),
        reverse("leesdesk:beurt", args=[beurt.pk]),
    ]  # fmt: skip

    for wie in (
        MedewerkerFactory(inspectie=True),
        MedewerkerFactory(),
        MedewerkerFactory(fg=True),
    ):
        client = als(wie)
        assert [client.get(adres).status_code for adres in pagina_s] == [404] * len(pagina_s)
        assert [client.post(adres, {"tekst": "Assen"}).status_code for adres in daden] == [404] * len(daden)
    assert als(proef.twee).get(reverse("leesdesk:beurt", args=[beurt.pk])).status_code == 404


def test_given_an_assessor_when_reading_then_the_copy_its_warning_and_the_questions_are_there_and_it_is_kept(
    proef,
):
    beurt = proef.beurt("L-001", proef.een)

    antwoord = als(proef.een).get(reverse("leesdesk:beurt", args=[beurt.pk]))

    html = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert html.count("Ik wil kapper worden.") == 1
    assert html.count("nooit helemaal zonder namen") == 1
    assert html.count('type="radio"') == 6 * 3
    assert not [
        d for d in proef.dossiers if d.nummer in html or str(d.pk) in html or d.persoon.achternaam in html
    ]
    assert Gebeurtenis.objects.filter(soort="steekproef.gelezen", door=proef.een.gebruikersnaam).count() == 1


def test_given_a_draft_when_kept_and_finished_then_nothing_is_lost_and_the_next_copy_opens(proef):
    client, beurt, volgende = als(proef.een), proef.beurt("L-001", proef.een), proef.beurt("L-002", proef.een)
    adres = reverse("leesdesk:beurt", args=[beurt.pk])
    half = vul_in(beurt, JA, doe="afronden")
    leeg = next(naam for naam in half if naam.startswith("oordeel"))

    mist = client.post(adres, half | {leeg: ""})
    concept = client.post(adres, half | {leeg: "", "doe": "concept"})
    oud = client.post(adres, vul_in(beurt, NEE, doe="afronden", versie=1))
    beurt.refresh_from_db()
    af = client.post(adres, vul_in(beurt, NEE, doe="afronden"))
    later = client.post(adres, vul_in(beurt, JA, doe="concept"))

    assert (mist.status_code, mist.content.decode().count("Kies een oordeel.")) == (422, 2)
    assert mist.content.decode().count("Zo staat het er.") == 6
    assert (concept.status_code, oud.status_code, later.status_code) == (302, 409, 422)
    assert oud.content.decode().count('name="versie" value="2"') == 1
    verder = f"{reverse('leesdesk:beurt', args=[volgende.pk])}?bewaard={beurt.pk}"
    assert af.headers["Location"] == verder
    # The browser holds what is typed under one name until the page after finishing says that it may go.
    eigen = SLEUTEL.search(mist.content.decode())[1]
    daarna = client.get(verder).content.decode()
    assert WEG.findall(daarna) == [eigen]
    assert SLEUTEL.search(daarna)[1] != eigen
    assert WEG.findall(mist.content.decode()) == []
    beurt.refresh_from_db()
    assert set(beurt.beoordelingen.values_list("oordeel", flat=True)) == {NEE}


def test_given_a_name_in_a_copy_when_reported_on_the_page_then_it_is_gone_from_it(proef):
    client, beurt = als(proef.een), proef.beurt("L-001", proef.een)
    adres = reverse("leesdesk:verberg", args=[beurt.pk])

    weg = client.post(adres, {"tekst": "KAPPER"}, follow=True).content.decode()
    nog_eens = client.post(adres, {"tekst": "kapper"})

    assert ("kapper" in weg, "Het is op één plaats verborgen." in weg) == (False, True)
    assert (nog_eens.status_code, nog_eens.content.decode().count("Dit staat niet (meer) in de tekst.")) == (
        422,
        2,
    )


def test_given_a_third_when_deciding_then_both_reasons_are_shown_and_before_that_to_nobody(proef):
    proef.oordeel("L-001", proef.een, JA)
    alleen_een = als(proef.een).get(reverse("leesdesk:beurt", args=[proef.beurt("L-001", proef.een).pk]))
    proef.oordeel("L-001", proef.twee, {"medisch": NEE})
    client = als(proef.leider)
    overzicht = client.get(reverse("leesdesk:onderzoek", args=[proef.onderzoek.pk])).content.decode()

    begin = client.post(
        reverse("leesdesk:beslis", args=[proef.onderzoek.pk, proef.exemplaren()[0].pk]), follow=True
    ).content.decode()

    assert alleen_een.content.decode().count("Beoordelaar ") == 0
    assert overzicht.count("Beslis over L-001") == 1
    assert [begin.count(zin) for zin in ("Beoordelaar A: Ja", "Beoordelaar B: Nee", 'type="radio"')] == [
        1,
        1,
        3,
    ]


def test_given_an_onderzoek_without_criteria_when_set_up_on_its_pages_then_reading_begins(zonder_bibliotheek):
    proef = Proef(aantal=2, begin=False)
    proef.onderzoek.criteria.all().delete()
    client, een = als(proef.leider), [proef.onderzoek.pk]

    dubbel = [
        client.post(
            reverse("leesdesk:criterium", args=een), {"code": "strategie", "vraag": "Is er een strategie?"}
        )
        for _ in range(2)
    ]
    rapport = client.post(reverse("leesdesk:rapportcriteria", args=een))
    weg = client.post(
        reverse("leesdesk:criterium_weg", args=[*een, Criterium.objects.get(code="strategie").pk])
    )
    te_weinig = client.post(reverse("leesdesk:begin", args=een), {"lezers": [str(proef.een.pk)]})
    begin = client.post(
        reverse("leesdesk:begin", args=een), {"lezers": [str(proef.een.pk), str(proef.twee.pk)]}
    )

    assert [a.status_code for a in (*dubbel, rapport, weg, te_weinig, begin)] == [
        302,
        422,
        302,
        302,
        422,
        302,
    ]
    assert (Criterium.objects.count(), Lezer.objects.count()) == (6, 2)
    assert client.get(reverse("leesdesk:onderzoek", args=een)).content.decode().count("wordt gemaakt") == 0
    assert (
        als(proef.een).get(reverse("leesdesk:onderzoek", args=een)).content.decode().count("wordt gemaakt")
        == 2
    )


def test_given_everything_read_when_compared_then_figures_and_report_are_there_and_not_a_moment_before(proef):
    client, een = als(proef.een), [proef.onderzoek.pk]
    proef.oordeel("L-001", proef.een, JA)
    proef.oordeel("L-001", proef.twee, JA)
    voor = client.get(reverse("leesdesk:vergelijken", args=een)).content.decode()
    eigen = client.get(reverse("leesdesk:oordelen", args=een))
    proef.oordeel("L-002", proef.een, JA)
    proef.oordeel("L-002", proef.twee, JA)
    Onderzoek.objects.filter(pk=proef.onderzoek.pk).update(stand=Stand.VERGELIJKEN)
    na = client.get(reverse("leesdesk:vergelijken", args=een)).content.decode()
    client.post(reverse("leesdesk:rapport", args=een))

    pdf, pak = (client.get(reverse(f"leesdesk:{naam}", args=een)) for naam in ("rapport_pdf", "rapport_zip"))
    alle = client.get(reverse("leesdesk:oordelen", args=een))

    assert [voor.count(zin) for zin in ("Er valt nog niets te vergelijken", "<table")] == [1, 0]
    assert [
        na.count(zin) for zin in ("Er valt nog niets te vergelijken", "Zijn de beoordelaars het eens?")
    ] == [0, 1]
    assert (pdf.content[:5], pak.content[:2]) == (b"%PDF-", b"PK")
    assert (len(eigen.content.splitlines()), len(alle.content.splitlines())) == (1 + 2 * 6, 1 + 2 * 6 * 2)
    assert {regel.split(b",")[2] for regel in eigen.content.splitlines()[1:]} == {b"A"}


def test_given_everything_decided_when_compared_then_the_report_can_be_made_only_in_a_step_that_makes_it(
    proef,
):
    proef.lees_alles()
    adres = reverse("leesdesk:vergelijken", args=[proef.onderzoek.pk])

    gezien = {}
    for stand in (Stand.LEZEN, Stand.VERGELIJKEN, Stand.RAPPORT, Stand.AFGEROND):
        Onderzoek.objects.filter(pk=proef.onderzoek.pk).update(stand=stand)
        blad = als(proef.een).get(adres).content.decode()
        gezien[stand] = [
            zin in blad for zin in ("Maak het verslag", "Het verslag kan in de stap Vergelijken.")
        ]

    assert gezien == {
        Stand.LEZEN: [False, True],
        Stand.VERGELIJKEN: [True, False],
        Stand.RAPPORT: [True, False],
        Stand.AFGEROND: [False, False],
    }


@pytest.mark.parametrize("naam", ["onderzoek", "vergelijken"])
def test_given_one_or_many_copies_when_a_page_of_the_desk_is_opened_then_the_number_of_queries_is_the_same(
    zonder_bibliotheek, naam
):
    aantallen = []
    for hoeveel in (2, 10):
        proef = Proef(aantal=hoeveel)
        make_exemplaren(proef.onderzoek.pk, door=proef.leider)
        proef.lees_alles()
        client = als(proef.een)
        with CaptureQueriesContext(connection) as gevraagd:
            assert client.get(reverse(f"leesdesk:{naam}", args=[proef.onderzoek.pk])).status_code == 200
        aantallen.append(len(gevraagd))

    assert aantallen[0] == aantallen[1]
