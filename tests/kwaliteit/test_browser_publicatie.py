"""The fixed figures and the distributions in a browser: readable on a telephone, by keyboard, and fetched as a file."""

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.kwaliteit.test_publicatie import K1
from tests.scherm import hoe_breed
from verantwoord.kwaliteit.publicatie.maken import publiceer
from verantwoord.kwaliteit.publicatie.views import ALLES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_given_figures_that_were_told_when_a_manager_looks_then_each_page_reads_and_a_file_comes(
    browser_page, live_server, log_in, axe
):
    team = TeamFactory()
    for _mens in range(5):
        mens = MedewerkerFactory(team=team)
        for _dossier in range(5):
            DossierFactory(regievoerder=mens)
    publiceer(K1)
    log_in(browser_page, MedewerkerFactory(manager=True, team=team))
    browser_page.goto(live_server.url + reverse("kwaliteit:publicatie"))

    browser_page.get_by_label("Maat").select_option("schrijnend")
    browser_page.get_by_label("Per", exact=True).select_option("fase")
    browser_page.get_by_role("button", name="Toon").click()
    axe(browser_page)
    kop = browser_page.locator("main h2").first.inner_text()
    with browser_page.expect_download() as gehaald:
        browser_page.get_by_role("link", name="Haal op als PDF").last.click()
    bladen = {}
    for breed in (1280, 390):
        browser_page.set_viewport_size({"width": breed, "height": 900})
        for naam, waarden in (
            ("spreiding", []),
            ("een_spreiding", ["gesprekken"]),
            ("bewaring", []),
            ("teksten", []),
        ):
            browser_page.goto(live_server.url + reverse(f"kwaliteit:{naam}", args=waarden))
            axe(browser_page)
            bladen[naam, breed] = hoe_breed(browser_page)

    assert kop == "Schrijnende omstandigheden"
    assert gehaald.value.suggested_filename == f"kwaliteitsmeting-{K1.code}.pdf"
    assert ALLES in gehaald.value.url
    assert {breed: max(w for (_naam, b), w in bladen.items() if b == breed) for breed in (1280, 390)} == {
        1280: 1280,
        390: 390,
    }
