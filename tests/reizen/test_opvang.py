"""A family goes from the azc to the vbl and on to a gezinslocatie: asked, kept, handed over by two, and seen to arrive."""

import json
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from tests.kern import bouw
from tests.reizen.conftest import vul_datum
from tests.scherm import hoe_breed
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.actions import import_dossierbeeld
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Overplaatsing, Verblijfplaats
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import Organisatie

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Who they are: number, first name, date of birth, and what each is to the other.
VADER, DOCHTER = ("9900000017", "Karim", "1986-03-04"), ("9900000033", "Lina", "2014-05-06")


def neem_over(wie, ander, relatie, nummer, vandaag):
    """A complete file whose dates are moved to these weeks, with the other as family."""
    verschil = vandaag - date.fromisoformat(bouw.OP)
    beeld = bouw.beeld(
        bouw.alles_mag(),
        {"opvang": {"verblijfplaatsen": [{"soort": "azc", "locatie": "Assen", "van": "2021-06-10"}]}},
    )
    for weg in ("bewaringen", "meldplichten", "afwezigheid", "uitkomst"):
        del beeld[weg]
    beeld = _verschoven(beeld, verschil)
    beeld["dossiernummer"] = f"D-2022-{nummer:06}"
    beeld["persoon"] |= {
        "v_nummer": wie[0],
        "naam": {"achternaam": "Proefman", "voornamen": wie[1]},
        "geboortedatum": wie[2],
        "gezin": [{"relatie": relatie, "v_nummer": ander[0], "geboortedatum": ander[2]}],
    }
    return import_dossierbeeld(door=systeem(), beeld=lees_dossierbeeld(json.dumps(beeld).encode()))


def _verschoven(deel, verschil):
    if isinstance(deel, dict):
        return {naam: _verschoven(waarde, verschil) for naam, waarde in deel.items()}
    if isinstance(deel, list):
        return [_verschoven(waarde, verschil) for waarde in deel]
    if isinstance(deel, str) and len(deel) == 10 and deel[4:5] == "-" and deel[7:8] == "-":
        return (date.fromisoformat(deel) + verschil).isoformat()
    return deel


@pytest.fixture
def gezin(team, regievoerder):
    vandaag = timezone.localdate()
    alle = [
        neem_over(VADER, DOCHTER, "kind", 1, vandaag),
        neem_over(DOCHTER, VADER, "ouder", 2, vandaag),
    ]
    Dossier.objects.update(regievoerder=regievoerder, regievoerder_elders=None, team=regievoerder.team)
    herbeoordeel([dossier.pk for dossier in alle], peildatum=vandaag)
    return alle


@pytest.fixture
def casemanager(team):
    locaties = ["Assen", "Ter Apel", "Emmen"]
    return MedewerkerFactory(
        coa=True, naam="Casper Proef", team=TeamFactory(organisatie=Organisatie.COA, locaties=locaties)
    )


@pytest.fixture
def kijk(axe):
    """Check a page on the narrowest phone and on a screen: nothing runs off it, and no barrier."""

    def _kijk(page: Page) -> None:
        for breedte in (320, 1280):
            page.set_viewport_size({"width": breedte, "height": 900})
            assert hoe_breed(page) == breedte
            axe(page)

    return _kijk


def test_given_a_family_when_it_moves_from_azc_to_vbl_to_gezinslocatie_then_each_step_is_somebodys(
    browser_page, live_server, log_in, gezin, regievoerder, casemanager, kijk
):
    page, vandaag = browser_page, timezone.localdate()
    vader, dochter = gezin

    def ga(naam: str, *args: object) -> None:
        page.goto(live_server.url + reverse(naam, args=args))

    def vraag_plaats(naar: str, locatie: str) -> None:
        log_in(page, regievoerder)
        ga("dossier:opvang", vader.pk)
        page.get_by_role("link", name="Vraag een overplaatsing aan").click()
        expect(page.get_by_text("is er", exact=True)).to_have_count(3)
        kijk(page)
        page.get_by_label(naar).check()
        page.locator("[name=locatie]").fill(locatie)
        page.locator("[name=maatregel]").fill("VBM-17")
        vul_datum(page, "maatregel_op", vandaag)
        page.locator("[name=zicht_op_terugkeer]").fill("De LP is toegezegd.")
        page.get_by_label("Lina Proefman").check()
        page.locator("[name=toelichting]").fill("Een kamer met twee bedden.")
        vul_datum(page, "antwoord_voor", vandaag)
        vul_datum(page, "gewenst_op", vandaag)
        page.get_by_role("button", name="Vraag het COA om een plaats").click()
        expect(page.get_by_text("Gevraagd aan het COA").first).to_be_visible()

    def coa_geeft_plaats_en_draagt_over() -> None:
        log_in(page, casemanager)
        ga("partner:begin")
        kijk(page)
        ga("partner:stuur", vader.pk, "overplaatsing")
        kijk(page)
        page.get_by_label("Er is een plaats").check()
        page.get_by_role("button", name="Verstuur uw antwoord").click()
        ga("partner:stuur", dochter.pk, "overdracht")
        page.locator("[name=wat]").fill("School besproken.")
        page.get_by_role("button", name="Ik heb overgedragen").click()
        assert [*Overplaatsing.objects.lopend().values_list("stand", flat=True)] == ["akkoord"] * 2

    def draag_over_en_kom_aan() -> None:
        log_in(page, regievoerder)
        ga("dossier:opvang", vader.pk)
        page.get_by_role("link", name="Draag het dossier over").click()
        kijk(page)
        page.locator("[name=wat]").fill("Plan en gesprekken besproken.")
        page.get_by_role("button", name="Ik heb overgedragen").click()
        page.get_by_role("link", name="Leg vast dat de vreemdeling is aangekomen").click()
        expect(page.get_by_label("Lina Proefman")).to_be_checked()
        vul_datum(page, "aangekomen_op", vandaag)
        page.locator("[name=toelichting]").fill("Bericht van het COA.")
        page.get_by_role("button", name="Leg vast").click()
        expect(page.get_by_text("Aangekomen").first).to_be_visible()

    vraag_plaats("Vrijheidsbeperkende locatie (vbl)", "Ter Apel")
    coa_geeft_plaats_en_draagt_over()
    draag_over_en_kom_aan()
    expect(page.get_by_role("heading", name="Twaalf weken in de vbl")).to_be_visible()
    kijk(page)

    # What is important for the child is asked of the child, before anything follows.
    page.get_by_role("link", name="Leg vast wat belangrijk is").click()
    kijk(page)
    vul_datum(page, "op", vandaag)
    for veld in ("school", "gezondheid", "band", "veiligheid"):
        page.locator(f"[name={veld}]").fill("Besproken met Lina en haar vader.")
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Er klopt één ding nog niet:")).to_be_visible()
    page.locator("[name=eigen_woorden]").fill("Ik wil bij mijn juf blijven.")
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Ik wil bij mijn juf blijven.")).to_be_visible()
    kijk(page)

    # Eleven weeks pass. The end is said, and it takes the same two people again to go on to a gezinslocatie.
    Verblijfplaats.objects.filter(soort="azc").update(tot=vandaag - timedelta(days=78))
    Verblijfplaats.objects.filter(soort="vbl").update(van=vandaag - timedelta(days=77))
    herbeoordeel([dossier.pk for dossier in gezin], peildatum=vandaag)
    ga("werkplek:overzicht", vader.pk)
    expect(page.get_by_text("Bereid het besluit van het LKO over de vbl voor.")).to_be_visible()
    ga("dossier:opvang", vader.pk)
    expect(page.get_by_text("Gebruikt: 11 weken. Nog over: 1 week")).to_be_visible()
    vraag_plaats("Gezinslocatie", "Emmen")
    coa_geeft_plaats_en_draagt_over()
    draag_over_en_kom_aan()
    for dossier in gezin:
        assert [(p.soort, p.tot) for p in beeld_of(dossier.pk).opvang.verblijfplaatsen] == [
            ("azc", vandaag - timedelta(days=78)),
            ("vbl", vandaag - timedelta(days=1)),
            ("gl", None),
        ]
    ga("werkplek:tijdlijn", dochter.pk)
    expect(page.get_by_text("Dossier overgedragen voor de overplaatsing")).to_have_count(4)
