"""Coming in as people do it: by the organisation, with an app, with a passkey; and seeing where one is logged in."""

from collections.abc import Iterator

import pyotp
import pytest
from playwright.sync_api import Page, expect

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from tests.scherm import hoe_breed
from verantwoord.toegang.models import Medewerker

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
WACHTWOORD = "vier kalme witte paarden"
SMAL = {"width": 390, "height": 844}


@pytest.fixture
def noor(live_server, transactional_db) -> Medewerker:
    medewerker = MedewerkerFactory(
        gebruikersnaam="noor", naam="Noor Haverkamp", team=TeamFactory(naam="Noord")
    )
    medewerker.set_password(WACHTWOORD)
    medewerker.save()
    return medewerker


@pytest.fixture
def sleutelbos(browser_page: Page) -> Iterator[Page]:
    """A page whose browser has a key of its own, which says yes when it is asked."""
    cdp = browser_page.context.new_cdp_session(browser_page)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield browser_page
    cdp.detach()


def geef_wachtwoord(page: Page, live_server) -> None:
    page.goto(f"{live_server.url}/inloggen/")
    page.get_by_label("Gebruikersnaam").fill("noor")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_load_state()


def naar_passkey(page: Page) -> None:
    """To the page on which a passkey is made; its script has to be there before the button does anything."""
    page.get_by_role("link", name="Maak een passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Maak een passkey")
    page.wait_for_load_state()


def herstelcodes(page: Page) -> list[str]:
    """Read the codes once the page that shows them has come in."""
    page.wait_for_load_state()
    return page.locator("main li code").all_inner_texts()


def is_smal_goed(page: Page) -> None:
    """Nothing sticks out on a telephone."""
    page.set_viewport_size(SMAL)
    assert hoe_breed(page) <= SMAL["width"]
    page.set_viewport_size({"width": 1280, "height": 900})


def test_given_the_organisation_when_somebody_logs_in_there_then_the_desk_opens_here(
    live_server, browser_page, transactional_db, aanbieder, rolclaim, axe
):
    page = browser_page
    page.goto(f"{live_server.url}/agenda/")
    axe(page)
    is_smal_goed(page)

    page.get_by_role("link", name="Log in via DT&V").click()
    expect(page.get_by_role("heading", name="Wie bent u?")).to_be_visible()
    page.get_by_role("button", name="Noor Haverkamp").click()

    page.wait_for_url(f"{live_server.url}/agenda/")
    expect(page.locator(".vw-gebruiker strong")).to_have_text("Noor Haverkamp")


def test_given_no_second_proof_at_the_organisation_when_coming_back_then_a_page_says_what_to_do(
    live_server, browser_page, transactional_db, aanbieder, rolclaim, axe
):
    aanbieder.zet(amr=["pwd"])
    page = browser_page
    page.goto(f"{live_server.url}/inloggen/organisatie/")

    page.get_by_role("button", name="Noor Haverkamp").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("U bent niet ingelogd")
    axe(page)
    is_smal_goed(page)
    page.get_by_role("link", name="Terug naar inloggen").click()
    page.wait_for_url(f"{live_server.url}/inloggen/")


def test_given_no_second_proof_when_an_app_is_set_up_then_the_next_log_in_asks_for_its_code(
    live_server, browser_page, noor, axe
):
    page = browser_page
    geef_wachtwoord(page, live_server)
    expect(page.get_by_role("heading", level=1)).to_have_text("Kies uw tweede stap")
    axe(page)
    is_smal_goed(page)
    page.get_by_role("link", name="Gebruik een app").click()
    axe(page)
    is_smal_goed(page)
    zaad = page.locator("main code").inner_text().replace(" ", "")
    page.get_by_label("De code die uw app nu toont").fill("000")
    page.get_by_role("button", name="Neem de app in gebruik").click()
    expect(page.locator("[data-samenvatting]")).to_contain_text("Deze code klopt niet")
    page.get_by_label("De code die uw app nu toont").fill(pyotp.TOTP(zaad).now())
    page.get_by_role("button", name="Neem de app in gebruik").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw herstelcodes")
    axe(page)
    is_smal_goed(page)
    codes = herstelcodes(page)
    page.get_by_role("link", name="Ik heb ze bewaard, ga verder").click()
    expect(page.locator(".vw-gebruiker strong")).to_have_text("Noor Haverkamp")

    page.get_by_role("button", name="Log uit").click()
    geef_wachtwoord(page, live_server)
    axe(page)
    is_smal_goed(page)
    page.get_by_label("Code", exact=True).fill(codes[0])
    page.get_by_role("button", name="Ga verder").click()

    expect(page.locator(".vw-gebruiker strong")).to_have_text("Noor Haverkamp")
    page.get_by_role("link", name="Uw account").click()
    expect(page.get_by_text("U heeft nog 9 codes over")).to_be_visible()
    axe(page)
    is_smal_goed(page)


def test_given_a_browser_with_keys_when_a_passkey_is_made_then_it_is_the_second_step_from_then_on(
    live_server, sleutelbos, noor, axe
):
    page = sleutelbos
    geef_wachtwoord(page, live_server)
    naar_passkey(page)
    axe(page)
    is_smal_goed(page)
    page.get_by_label("Hoe noemt u deze passkey?").fill("laptop van het werk")
    page.get_by_role("button", name="Maak de passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw herstelcodes")
    page.get_by_role("link", name="Ik heb ze bewaard, ga verder").click()
    page.get_by_role("button", name="Log uit").click()

    geef_wachtwoord(page, live_server)
    axe(page)
    is_smal_goed(page)
    page.get_by_role("button", name="Gebruik uw passkey").click()

    expect(page.locator(".vw-gebruiker strong")).to_have_text("Noor Haverkamp")
    page.get_by_role("link", name="Uw account").click()
    expect(page.get_by_role("row", name="laptop van het werk")).to_be_visible()


def test_given_a_key_that_says_no_when_asked_then_a_sentence_says_so_and_a_code_still_works(
    live_server, sleutelbos, noor
):
    page = sleutelbos
    geef_wachtwoord(page, live_server)
    naar_passkey(page)
    page.get_by_role("button", name="Maak de passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw herstelcodes")
    codes = herstelcodes(page)
    page.get_by_role("link", name="Ik heb ze bewaard, ga verder").click()
    page.get_by_role("button", name="Log uit").click()
    geef_wachtwoord(page, live_server)
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no')); }")

    page.get_by_role("button", name="Gebruik uw passkey").click()
    expect(page.locator("[data-samenvatting]")).to_contain_text("De passkey is niet herkend")
    page.get_by_label("Code", exact=True).fill(codes[3])
    page.get_by_role("button", name="Ga verder").click()

    expect(page.locator(".vw-gebruiker strong")).to_have_text("Noor Haverkamp")


def test_given_two_browsers_when_one_ends_the_other_then_that_one_must_log_in(
    live_server, browser_page, chromium, log_in, noor, axe
):
    page = browser_page
    log_in(page, noor)
    ander = chromium.new_context().new_page()
    log_in(ander, noor)
    ander.goto(f"{live_server.url}/account/")

    page.goto(f"{live_server.url}/account/")
    page.get_by_role("link", name="Waar bent u ingelogd?").click()
    axe(page)
    is_smal_goed(page)
    page.get_by_role("button", name="Beëindig de sessie").click()

    expect(page.get_by_text("Die sessie is beëindigd.")).to_be_visible()
    ander.reload()
    expect(ander.get_by_role("heading", level=1)).to_have_text("Inloggen")
    ander.context.close()
