"""What the person reads on each page, and what of the dossier never gets there."""

import re
from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import WensFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from tests.toetsing.factories import ToetsingFactory
from tests.vertrekgesprek.factories import GesprekFactory
from tests.vertrekplan.factories import VertrekplanFactory, optie
from verantwoord.dossier.models import (
    Beroep,
    Besluit,
    Dossierdeel,
    FerreiraToets,
    Gezinslid,
    Onthouding,
    Opvangverlenging,
    Verblijfplaats,
)
from verantwoord.portaal.taal import TALEN
from verantwoord.reisdocument.models import LPAanvraag
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzage
from verantwoord.toetsing.models import Signaal
from verantwoord.toezicht.models import Maatregel
from verantwoord.vertrekgesprek.models import Klad

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_20_februari")]

BLADZIJDEN = (
    "", "gegevens/", "procedure/", "opvang/", "melden/", "reis/", "toetsingen/", "vertrekplan/", "brieven/", "wie-keek/",
    "hulp-die-past/", "klacht-en-hulp/",
)  # fmt: skip
NOOIT = frozenset()


@pytest.fixture
def dossier():
    """A dossier with a word in each field, of which the page is named below."""
    dossier = DossierFactory(regievoerder__naam="KAN-NAAM Haverkamp", persoon__achternaam="KAN-ACHTERNAAM")
    Gezinslid.objects.create(persoon=dossier.persoon, volgorde=0, relatie="kind", v_nummer="9911111111")
    Besluit.objects.filter(dossier=dossier).update(kenmerk="KAN-KENMERK")
    Verblijfplaats.objects.filter(dossier=dossier).update(soort="azc", locatie="KAN-LOCATIE")
    Opvangverlenging.objects.create(
        dossier=dossier, volgorde=0, gevraagd_op=date(2022, 2, 10), reden="KAN-VERLENGING"
    )
    FerreiraToets.objects.create(
        dossier=dossier, volgorde=0, getoetst_op=date(2022, 2, 10), humanitaire_noodsituatie=True, toelichting="KAN-FERREIRA",
    )  # fmt: skip
    WensFactory(
        dossier=dossier, omschrijving="KAN-WENS", beoordeling="realistisch", beoordeling_reden="KAN-OORDEEL"
    )
    for moment, feiten in (("medisch", "KAN-FEITEN"), ("mensenhandel", "KAN-VEILIG")):
        ToetsingFactory(
            dossier=dossier, moment=moment, feiten=feiten, afweging=f"{feiten}-WAAROM", bronnen=["KAN-BRON"], door_naam="KAN-TOETSER",
        )  # fmt: skip
    Signaal.objects.create(
        dossier=dossier, volgorde=9, moment="medisch", ontvangen_op=date(2022, 2, 9), bron="coa", toelichting="KAN-SIGNAAL", door_naam="KAN-MELDER",
    )  # fmt: skip
    VertrekplanFactory(
        dossier=dossier, strategie="KAN-STRATEGIE", reden_keuze="KAN-KEUZE", analyse={"wensen": "KAN-ANALYSE"},
        opties=[optie("zelfstandig_ngo", wil="KAN-WIL", analyse="KAN-OPTIE", belemmering="KAN-BELEMMERING")],
    )  # fmt: skip
    VertrekplanFactory(dossier=dossier, concept=True, opties=[optie("gedwongen", wil="KAN-CONCEPT")])
    GesprekFactory(
        dossier=dossier, eerste=True, afgerond=True, eigen_woorden="KAN-EIGEN", verslag="KAN-VERSLAG", blokken={"overig": "KAN-BLOK"},
    )  # fmt: skip
    gepland = GesprekFactory(
        dossier=dossier, gepland_op=date(2022, 2, 22), tijd=time(10), plaats="KAN-PLAATS", tolk_bestelling="KAN-TOLK",
        status_reden="KAN-STATUS",
    )  # fmt: skip
    Klad.objects.create(
        gesprek=gepland,
        velden={"eigen_woorden": "KAN-KLAD"},
        door=dossier.regievoerder,
        bewaard_op=timezone.now(),
    )
    _deel(
        dossier, "overleg",
        [{"soort": "lko", "datum": "2022-02-16", "tegenspraak": "KAN-TEGENSPRAAK", "standpunten": [
            {"partner": "coa", "standpunt": "niet_akkoord", "gegeven_op": "2022-02-16", "motivering": "KAN-STANDPUNT"}]}],
    )  # fmt: skip
    _deel(
        dossier, "meldplichten",
        [{"opgelegd_op": "2022-02-01", "opgelegd_door": "avim", "reden_afwijking": "KAN-MELDPLICHT"}],
    )  # fmt: skip
    Maatregel.objects.create(
        dossier=dossier, soort="gemeente", waar="KAN-GEMEENTE", reden="KAN-REDEN", lichter="KAN-LICHTER", met_kinderen=True,
        belang_kinderen="KAN-KINDEREN", van=date(2022, 2, 10), tot=date(2022, 3, 10), toets_voor=date(2022, 2, 24),
        door=dossier.regievoerder, door_naam="KAN-OPLEGGER",
    )  # fmt: skip
    _deel(
        dossier, "bewaringen",
        [{"voorgesteld_op": "2022-02-18", "voorgesteld_door": "KAN-VOORSTELLER", "kwetsbaarheid": "KAN-KWETSBAAR"}],
    )  # fmt: skip
    record_inzage(
        viewer=MedewerkerFactory(naam="KAN-KIJKER", coa=True), dossiers=[dossier.pk], onderdeel="partner:dossier", doel="behandeling", verzoek="los",
    )  # fmt: skip
    return dossier


def _deel(dossier, naam, inhoud):
    Dossierdeel.objects.create(dossier=dossier, deel=naam, inhoud=inhoud)


@pytest.mark.parametrize(
    ("adres", "getoond"),
    [
        ("", {"KAN-NAAM", "KAN-PLAATS", "KAN-WENS"}),
        ("gegevens/", {"KAN-NAAM", "KAN-ACHTERNAAM"}),
        ("procedure/", NOOIT),
        ("opvang/", {"KAN-LOCATIE"}),
        ("melden/", {"KAN-MELDPLICHT", "KAN-GEMEENTE", "KAN-REDEN"}),
        ("reis/", NOOIT),
        ("toetsingen/", {"KAN-FEITEN", "KAN-FEITEN-WAAROM"}),
        ("vertrekplan/", {"KAN-EIGEN", "KAN-WIL"}),
        ("brieven/", NOOIT),
        ("wie-keek/", NOOIT),
        ("hulp-die-past/", NOOIT),
        ("klacht-en-hulp/", NOOIT),
    ],
)
def test_given_a_word_in_every_field_when_a_page_opens_then_only_what_it_names_is_there(
    kom_binnen, dossier, adres, getoond
):
    client = kom_binnen(PortaalaccountFactory(dossier=dossier))

    antwoord = client.get(f"/mijn/{adres}")

    html = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert set(re.findall(r"KAN-[A-Z]+(?:-[A-Z]+)?", html)) == getoond
    assert dossier.persoon.v_nummer not in html
    assert "9911111111" not in html


@pytest.mark.parametrize("adres", BLADZIJDEN)
def test_given_any_page_when_it_opens_then_its_title_and_icon_tell_nothing(kom_binnen, dossier, adres):
    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get(f"/mijn/{adres}").content.decode()

    assert re.search(r"<title>(.*?)</title>", html)[1] == "Mijn vertrek"
    assert 'href="/mijn/weg/"' in html


@pytest.mark.parametrize("taal", TALEN)
def test_given_a_language_when_the_first_page_opens_then_it_says_so_and_runs_the_right_way(
    kom_binnen, dossier, taal
):
    html = kom_binnen(PortaalaccountFactory(dossier=dossier), taal=taal).get("/mijn/").content.decode()

    richting = "rtl" if taal in {"ar", "fa"} else "ltr"
    assert re.search(r"<html[^>]*>", html)[0] == f'<html lang="{taal}" dir="{richting}">'


def test_given_somebody_chooses_a_language_when_coming_back_then_it_is_kept_with_the_account(
    kom_binnen, dossier
):
    account = PortaalaccountFactory(dossier=dossier)
    client = kom_binnen(account)

    antwoord = client.post("/mijn/taal/", {"taal": "ti", "terug": "/mijn/opvang/"})

    with als_systeem():
        account.refresh_from_db()
    assert (antwoord.url, account.taal) == ("/mijn/opvang/", "ti")


def test_given_an_address_elsewhere_when_a_language_is_chosen_then_it_goes_back_to_the_begin(client):
    antwoord = client.post("/mijn/taal/", {"taal": "ar", "terug": "//elders.example/mijn/"})

    assert antwoord.url == "/mijn/"


def test_given_a_wish_without_an_answer_when_the_day_went_by_then_being_late_is_said(kom_binnen):
    dossier = DossierFactory()
    WensFactory(dossier=dossier, geuit_op=date(2022, 2, 1))

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/").content.decode()

    assert "U had op dinsdag 15 februari 2022 antwoord moeten krijgen. Dat is niet gelukt." in html


def test_given_a_talk_that_was_not_held_in_time_when_the_page_opens_then_being_late_comes_first(kom_binnen):
    client = kom_binnen(PortaalaccountFactory(dossier=DossierFactory()))

    html = client.get("/mijn/").content.decode()

    straks = re.findall(r"<li>.*?<p[^>]*>(.*?)</p>", html[html.index("Wat gebeurt er straks?") :], re.DOTALL)
    assert (
        straks[0]
        == "Wij hadden uiterlijk op dinsdag 15 februari 2022 met u moeten praten. Dat is niet gelukt."
    )


def test_given_an_appeal_when_the_page_opens_then_the_route_says_that_one_may_stay(kom_binnen):
    dossier = DossierFactory()
    Besluit.objects.filter(dossier=dossier).update(schorsende_werking=True)
    Beroep.objects.create(
        dossier=dossier, volgorde=0, soort="beroep", ingesteld_op=date(2022, 2, 10), zitting_bekend_op=date(2022, 2, 15),
        zitting_op=date(2022, 3, 10),
    )  # fmt: skip

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/").content.decode()

    huidig = re.search(r'aria-current="step".*?</li>', html, re.DOTALL)[0]
    assert "U bent hier: Beroep bij de rechter" in huidig
    assert "U mag in Nederland blijven tot de rechter heeft beslist." in huidig
    assert "donderdag 10 maart 2022" in html


def test_given_looks_of_others_and_own_ones_when_reading_who_looked_then_these_stand_apart(
    kom_binnen, dossier
):
    account = PortaalaccountFactory(dossier=dossier)
    client = kom_binnen(account)

    html = client.get("/mijn/wie-keek/").content.decode()

    anderen, zelf = re.split(r"<h2[^>]*>U zelf</h2>", html)
    assert "<strong>COA, de opvang</strong>" in anderen
    assert "U keek 1 keer." in zelf


def test_given_a_report_when_opened_then_it_is_a_document_and_the_look_is_kept(kom_binnen, dossier):
    account = PortaalaccountFactory(dossier=dossier)
    client = kom_binnen(account)
    adressen = re.findall(r'href="(/mijn/brieven/\w+/[^"]+)"', client.get("/mijn/brieven/").content.decode())

    soorten = [client.get(adres).headers["Content-Type"] for adres in adressen]

    assert [adres.split("/")[3] for adres in adressen] == ["verslag", "uitnodiging", "plan"]
    assert soorten == ["application/pdf"] * 3
    with als_systeem():
        assert Inzage.objects.filter(medewerker_id=account.pk, onderdeel="portaal:brief").count() == 3


def test_given_a_document_of_somebody_else_when_opened_then_it_is_not_there(kom_binnen, dossier):
    ander = GesprekFactory(dossier=DossierFactory(), eerste=True, afgerond=True)
    client = kom_binnen(PortaalaccountFactory(dossier=dossier))

    assert client.get(f"/mijn/brieven/verslag/{ander.pk}/").status_code == 404


def test_given_a_draft_of_a_plan_when_opened_as_a_document_then_it_is_not_there(kom_binnen, dossier):
    concept = VertrekplanFactory.create_batch(1, dossier=DossierFactory(), concept=True)[0]
    client = kom_binnen(PortaalaccountFactory(dossier=concept.dossier))

    assert client.get(f"/mijn/brieven/plan/{concept.pk}/").status_code == 404


def test_given_a_lawyer_when_the_page_opens_then_it_says_for_whom_they_look(kom_binnen, dossier):
    mandaat = MachtigingFactory(dossier=dossier)

    html = kom_binnen(mandaat.account).get("/mijn/").content.decode()

    assert "U kijkt voor <bdi>" in html or "U kijkt voor Sami KAN-ACHTERNAAM." in html


def _vul(dossier, aantal):
    for n in range(aantal):
        WensFactory(dossier=dossier, volgorde=20_000 + n)
        LPAanvraag.objects.create(dossier=dossier, volgorde=20_000 + n, land="SYR")
        Gezinslid.objects.create(persoon=dossier.persoon, volgorde=20_000 + n, relatie="kind")
        GesprekFactory(
            dossier=dossier,
            volgorde=20_000 + n,
            moment="extra",
            gepland_op=date(2022, 3, 1) + timedelta(days=n),
        )
        record_inzage(
            viewer=dossier.regievoerder,
            dossiers=[dossier.pk],
            onderdeel="dossier",
            doel="behandeling",
            verzoek="los",
        )


@pytest.mark.parametrize("adres", BLADZIJDEN)
def test_given_more_in_the_dossier_when_a_page_opens_then_it_asks_no_more_questions(
    kom_binnen, dossier, adres, django_assert_num_queries, django_assert_max_num_queries
):
    client = kom_binnen(PortaalaccountFactory(dossier=dossier))
    client.get(f"/mijn/{adres}")
    with django_assert_max_num_queries(60) as eerst:
        client.get(f"/mijn/{adres}")

    _vul(dossier, 5)

    with django_assert_num_queries(len(eerst)):
        client.get(f"/mijn/{adres}")


@pytest.mark.parametrize(
    ("wat", "adres", "blijft"),
    [
        ("beeld.wensen", "", {"KAN-NAAM", "KAN-PLAATS"}),
        ("beeld.wensen", "wensen/", set()),
        ("beeld.gesprekken", "afspraken/", set()),
        ("beeld.toetsingen", "toetsingen/", set()),
        ("beeld.meldplichten", "melden/", set()),
        ("beeld.vertrekplannen", "vertrekplan/", {"KAN-EIGEN"}),
    ],
)
def test_given_something_is_withheld_when_a_page_opens_then_it_is_gone_and_counted_with_its_ground(
    kom_binnen, dossier, wat, adres, blijft
):
    Onthouding.objects.create(
        dossier=dossier, wat=wat, grond="bescherming", reden="KAN-REDEN", tot=date(2022, 3, 1), door_naam="KAN-EEN",
        tweede_naam="KAN-TWEE",
    )  # fmt: skip

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get(f"/mijn/{adres}").content.decode()

    assert set(re.findall(r"KAN-[A-Z]+", html)) == blijft
    assert (
        "1 onderdeel houden wij nu achter. Dat is nodig om u of iemand anders te beschermen."
        " Tot en met dinsdag 1 maart 2022."
    ) in html


def test_given_an_address_that_is_not_there_when_asked_in_the_portal_then_it_is_answered_in_its_words(
    kom_binnen,
):
    antwoord = kom_binnen(PortaalaccountFactory(), taal="en").get("/mijn/bestaat-niet/")

    html = antwoord.content.decode()
    assert (antwoord.status_code, re.search(r"<h1[^>]*>(.*?)</h1>", html)[1]) == (
        404,
        "This page is not there",
    )
    assert re.search(r"<title>(.*?)</title>", html)[1] == "My departure"
