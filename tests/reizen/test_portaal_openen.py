"""Somebody opens the own page on a telephone: from the square in the letter to being in, and with one touch after that."""

from datetime import timedelta

import pyotp
import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.dossier.factories import DossierFactory
from tests.portaal.factories import PortaalaccountFactory
from tests.reizen.conftest import vul_datum
from tests.reizen.portaal import TELEFOON, geef_brief, kies_taal, open_met_app, past_op_telefoon
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Dossier, Portaalfactor, Portaalsessie
from verantwoord.portaal.sessie import begin
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.inlog.geheimen import versleutel

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def dossier(live_server, transactional_db) -> Dossier:
    return DossierFactory(ontvangen_op=timezone.localdate(), persoon__talen=["nl"])


@pytest.fixture
def telefoon(browser_page: Page) -> Page:
    browser_page.set_viewport_size(TELEFOON)
    return browser_page


@pytest.fixture
def met_vinger(telefoon: Page):
    """A telephone that says yes when it asks for a finger."""
    cdp = telefoon.context.new_cdp_session(telefoon)
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
    yield telefoon
    cdp.detach()


def test_given_a_letter_when_it_is_used_in_arabic_on_a_telephone_then_somebody_is_in(
    live_server, telefoon, dossier, axe
):
    code, page = geef_brief(dossier, door=dossier.regievoerder), telefoon
    page.goto(f"{live_server.url}/mijn/activeren/#{code}")
    assert (page.locator("[name=code]").input_value(), "#" in page.url) == (code, False)
    axe(page)
    kies_taal(page, "ar")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    axe(page)
    assert past_op_telefoon(page)

    page.goto(f"{live_server.url}/mijn/activeren/")
    page.locator("[name=code]").fill(code.lower())
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/mijn/activeren/kies/")
    axe(page)
    assert past_op_telefoon(page)
    open_met_app(page)

    page.goto(f"{live_server.url}/mijn/toegang/")
    axe(page)
    assert past_op_telefoon(page)
    kies_taal(page, "nl")
    axe(page)
    expect(page.get_by_text("Uw pagina is geopend met de code uit uw brief.")).to_be_visible()


def test_given_a_telephone_with_a_passkey_when_coming_back_then_one_touch_is_enough(
    live_server, met_vinger, dossier, axe
):
    code, page = geef_brief(dossier, door=dossier.regievoerder), met_vinger
    page.goto(f"{live_server.url}/mijn/activeren/#{code}")
    page.get_by_role("button", name="Ga verder").click()
    page.get_by_role("link", name="Gebruik deze telefoon").click()
    axe(page)
    # The button does nothing before its script is there.
    page.wait_for_load_state()
    page.get_by_role("button", name="Maak een passkey").click()
    page.wait_for_url(f"{live_server.url}/mijn/")
    page.goto(f"{live_server.url}/mijn/toegang/")
    page.locator("main").get_by_role("button", name="Log uit").click()
    page.wait_for_url("**/mijn/inloggen/")
    axe(page)
    assert past_op_telefoon(page)

    page.goto(f"{live_server.url}/mijn/toegang/")
    page.wait_for_load_state()
    page.get_by_role("button", name="Log in met uw passkey").click()

    page.wait_for_url(f"{live_server.url}/mijn/toegang/")
    assert Portaalfactor.objects.get().gebruikt_op is not None


def test_given_a_page_of_the_portal_when_pressing_tab_or_escape_then_the_way_out_is_the_first_thing(
    live_server, telefoon, dossier
):
    page = telefoon
    with als_systeem():
        token = begin(PortaalaccountFactory(dossier=dossier), apparaat="Chrome, Android")
    page.context.add_cookies(
        [{"name": settings.PORTAAL_COOKIE_NAME, "value": token, "url": f"{live_server.url}/mijn/"}]
    )
    page.goto(f"{live_server.url}/mijn/toegang/")

    page.keyboard.press("Tab")
    eerste = page.evaluate("document.activeElement.getAttribute('href')")
    titel, icoon = page.title(), page.locator("link[rel=icon]").get_attribute("href")
    with page.expect_request("https://www.buienradar.nl/"):
        for _keer in range(3):
            page.keyboard.press("Escape")

    assert (eerste, titel) == ("/mijn/weg/", "Mijn vertrek")
    assert icoon.endswith("portaal/blad.svg")
    assert not Portaalsessie.objects.exists()


def test_given_the_page_of_the_staff_when_paper_is_made_and_closing_is_asked_then_it_can_be_used_by_all(
    live_server, browser_page, log_in, dossier, axe
):
    herbeoordeel([dossier.pk])
    page = browser_page
    log_in(page, dossier.regievoerder)
    page.goto(f"{live_server.url}{reverse('dossier:portaal', args=[dossier.pk])}")

    for knop in ("Maak een brief met een code", "Maak een vel met codes"):
        with page.expect_download() as papier:
            page.get_by_role("button", name=knop).click()
        assert papier.value.suggested_filename in {"brief.pdf", "vel.pdf"}
    page.reload()
    page.locator("[name=reden]").first.fill("Iemand leest mee.")
    vul_datum(page, "tot", timezone.localdate() + timedelta(days=7))
    page.get_by_role("button", name="Vraag het aan een collega").click()

    expect(page.get_by_text("Uw vraag wacht op een collega.")).to_be_visible()
    axe(page)
    assert past_op_telefoon(page)


def test_given_a_wish_half_written_when_the_stay_is_over_then_it_is_there_again_after_logging_in(
    live_server, telefoon, dossier
):
    page, geheim = telefoon, pyotp.random_base32()
    herbeoordeel([dossier.pk])
    account = PortaalaccountFactory(dossier=dossier, taal="nl")
    Portaalfactor.objects.create(account=account, soort="app", geheim=versleutel(geheim), teller=1)
    with als_systeem():
        token = begin(account, apparaat="Chrome, Android")
    page.context.add_cookies(
        [{"name": settings.PORTAAL_COOKIE_NAME, "value": token, "url": f"{live_server.url}/mijn/"}]
    )
    page.goto(f"{live_server.url}/mijn/wensen/")
    page.locator("main textarea").first.fill("Ik wil bij mijn zus wonen.")
    Portaalsessie.objects.update(gezien_op=timezone.now() - timedelta(hours=1))
    page.locator("main form:has(textarea) button[type=submit]").first.click()

    expect(page.get_by_text("U was even weg")).to_be_visible()
    page.locator("[name=nummer]").fill(account.nummer)
    page.locator("[name=code]").fill(pyotp.TOTP(geheim).now())
    page.get_by_role("button", name="Log in", exact=True).click()

    page.wait_for_url(f"{live_server.url}/mijn/wensen/")
    expect(page.locator("main textarea").first).to_have_value("Ik wil bij mijn zus wonen.")
