"""The staff desk in a real browser: keyboard alone, narrow screens, and what a screen reader needs."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from tests.werkplek.bouw import VANDAAG, dossier_voor
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.afscherming.acties import shield_dossier
from verantwoord.dossier.models import Dossierdeel, Gezinslid
from verantwoord.dossier.portaal.afschermen import ask_afscherming
from verantwoord.ondersteuning.models import Wens
from verantwoord.toegang.models import Inzage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BREEDTES = [1280, 390]


@pytest.fixture
def noor():
    return MedewerkerFactory(naam="Noor Haverkamp", team=TeamFactory(naam="azc Assen"))


@pytest.fixture
def dossier(noor):
    """A family whose departure lies still: banner, limits, duties and links on one page."""
    dossier = dossier_voor(noor, naam=("Karim", "al-Jabouri"), v_nummer="2814479053")
    dossier_voor(noor, naam=("Rana", "Hassoun"), v_nummer="2814479061")
    Gezinslid.objects.create(persoon=dossier.persoon, volgorde=0, relatie="partner", v_nummer="2814479061")
    Gezinslid.objects.create(persoon=dossier.persoon, volgorde=1, relatie="kind", geboortedatum="2013-05-00")
    van = VANDAAG() - timedelta(days=3)
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="medisch",
        inhoud={"art64_besluit": "voorlopig_uitstel", "art64_van": van.isoformat()},
    )
    herbeoordeel([dossier.pk])
    return dossier


@pytest.fixture
def te_tekenen(noor, transactional_db):
    """The address of what waits for a second signature, in a shielded file of another team."""
    dossier = dossier_voor(MedewerkerFactory(), naam=("Sara", "Haddad"), v_nummer="2814479079")
    shield_dossier(door=dossier.regievoerder, dossier_id=dossier.pk, reden="Gevaar.", tweede=noor.pk)
    vraag = ask_afscherming(
        door=dossier.regievoerder, dossier_id=dossier.pk, reden="Iemand leest mee.", tot=VANDAAG() + timedelta(days=30),
        ook_gemachtigden=False, vandaag=VANDAAG(),
    )  # fmt: skip
    return reverse("werkplek:tekenen", args=[f"portaal-{vraag.pk}"])


@pytest.fixture
def page(browser_page, live_server, log_in, noor):
    log_in(browser_page, noor)
    browser_page.goto(live_server.url)
    return browser_page


def bladen(dossier):
    namen = ["overzicht", "tijdlijn", "inzage", "gezin", "documenten"]
    overleg = ["overzicht", "buiten", "inbrengen"]
    return [
        "/",
        "/?fase=intake",
        "/zoeken/",
        "/privacy/",
        "/toegankelijkheid/",
        *(reverse(f"werkplek:{naam}", args=[dossier.pk]) for naam in namen),
        reverse("toezicht:overzicht", args=[dossier.pk]),
        *(reverse(f"dossieroverleg:{naam}", args=[dossier.pk]) for naam in overleg),
    ]


def loopt_over(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("breedte", BREEDTES)
def test_given_every_page_when_checked_at_this_width_then_nothing_stands_in_anyones_way(
    page, live_server, axe, dossier, breedte
):
    page.set_viewport_size({"width": breedte, "height": 900})
    for blad in bladen(dossier):
        page.goto(live_server.url + blad)
        axe(page)
        assert not loopt_over(page), blad


def test_given_a_shielded_file_when_read_and_signed_on_a_phone_then_nothing_stands_in_anyones_way(
    page, live_server, axe, dossier, te_tekenen
):
    page.set_viewport_size({"width": 390, "height": 844})
    for blad in (
        reverse("werkplek:te_tekenen"),
        te_tekenen,
        reverse("dossier:afscherming", args=[dossier.pk]),
    ):
        assert page.goto(live_server.url + blad).status == 200
        axe(page)
        assert not loopt_over(page), blad

    page.get_by_role("button", name="Scherm af").click()

    expect(page.locator(".utrecht-form-field-error-message").first).to_be_visible()
    axe(page)


def test_given_the_folds_are_open_when_checked_then_what_was_hidden_is_in_order_too(
    page, live_server, axe, dossier
):
    page.goto(live_server.url + reverse("werkplek:overzicht", args=[dossier.pk]))
    for samenvatting in page.locator("main details > summary").all():
        samenvatting.click()

    axe(page)


def test_given_320_pixels_when_any_page_is_opened_then_nothing_scrolls_sideways(page, live_server, dossier):
    page.set_viewport_size({"width": 320, "height": 700})

    gezien = {}
    for blad in bladen(dossier):
        page.goto(live_server.url + blad)
        gezien[blad] = loopt_over(page)

    assert [blad for blad, over in gezien.items() if over] == []


def test_given_only_a_keyboard_when_the_day_begins_then_one_gets_from_the_list_to_what_is_owed(
    page, live_server, dossier
):
    page.reload()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")

    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "al-Jabouri, Karim":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/dossiers/{dossier.pk}/")

    assert page.locator("h1").inner_text() == "Karim al-Jabouri"
    assert page.locator("main .vw-midden h2").first.inner_text() == "Wat nu?"


def test_given_a_name_typed_in_the_head_when_enter_is_pressed_then_it_is_found_and_not_in_the_address(
    page, live_server, dossier
):
    page.goto(live_server.url)
    page.fill("#zoek", "aljaboeri")
    page.press("#zoek", "Enter")

    expect(page).to_have_url(f"{live_server.url}/zoeken/")
    expect(page.locator("tbody th a")).to_have_text(["al-Jabouri, Karim"])


def test_given_a_phone_when_another_part_is_chosen_then_it_opens_at_once(page, live_server, dossier):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(live_server.url + reverse("werkplek:overzicht", args=[dossier.pk]))

    page.select_option("#tabkeuze", label="Tijdlijn")
    page.wait_for_url("**/tijdlijn/")

    assert page.locator("main .vw-midden h2").first.inner_text() == "Tijdlijn"


def test_given_no_script_when_filtered_and_a_source_opened_then_everything_works(
    chromium, live_server, log_in, noor, dossier
):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    log_in(page, noor)
    page.goto(live_server.url)

    page.locator("tbody details summary").first.click()
    expect(page.locator("tbody details p").first).to_be_visible()
    page.select_option("select[name=locatie]", "Assen")
    page.get_by_role("button", name="Toon").click()
    page.wait_for_url("**locatie=Assen**")

    expect(page.locator(".vw-chip").first).to_have_text(re.compile("^locatie: Assen"))
    context.close()


def test_given_a_log_in_that_ended_while_writing_when_sent_then_the_text_stays_until_one_is_back(
    live_server, browser_page, log_in, noor
):
    dossier = dossier_voor(noor)
    log_in(browser_page, noor)
    browser_page.clock.install()
    browser_page.goto(live_server.url + reverse("ondersteuning:nieuw", args=[dossier.pk]))
    browser_page.get_by_label("De wens, in eigen woorden").fill("Mijn naaimachine mee.")
    browser_page.get_by_label("Waar gaat de wens over?").select_option("bagage")
    browser_page.get_by_label("Gesprek", exact=True).check()
    browser_page.context.clear_cookies(name="sessie")
    browser_page.clock.fast_forward("01:30:00")

    browser_page.get_by_role("button", name="Bewaar de wens").click()
    browser_page.get_by_role("alert").get_by_text("U bent uitgelogd.").wait_for()
    log_in(browser_page, MedewerkerFactory())
    browser_page.get_by_role("button", name="Bewaar de wens").click()
    browser_page.get_by_role("alert").get_by_text("is intussen iemand anders ingelogd").wait_for()
    voor, gekeken = Wens.objects.count(), Inzage.objects.count()
    log_in(browser_page, noor)
    browser_page.get_by_role("button", name="Bewaar de wens").click()
    browser_page.wait_for_url("**/wensen/**")

    browser_page.get_by_text("Mijn naaimachine mee.").first.wait_for()
    assert (voor, [wens.omschrijving for wens in Wens.objects.all()]) == (0, ["Mijn naaimachine mee."])
    # The page itself was looked at once; asking who is logged in is no look.
    assert gekeken == 1
