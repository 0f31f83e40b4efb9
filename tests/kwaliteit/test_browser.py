"""The measurement in a real browser: nothing a checker objects to, nothing that scrolls sideways on a phone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.scherm import hoe_breed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def noor():
    noor = MedewerkerFactory(naam="Noor Haverkamp")
    for _ in range(6):
        DossierFactory(regievoerder=noor)
    return noor


@pytest.mark.parametrize("breed", [320, 390, 1280])
@pytest.mark.parametrize(
    "adres",
    [
        reverse("kwaliteit:meting"),
        reverse("kwaliteit:maat", args=["alle_vier"]),
        reverse("kwaliteit:dossiers", args=["medisch", "nee"]),
        reverse("kwaliteit:duur", args=["intake", "loopt"]),
    ],
)
def test_given_the_pages_when_looked_at_then_they_fit_and_axe_is_content(
    browser_page, live_server, log_in, axe, noor, adres, breed
):
    log_in(browser_page, noor)
    browser_page.set_viewport_size({"width": breed, "height": 900})

    browser_page.goto(live_server.url + adres)

    assert hoe_breed(browser_page) <= breed
    axe(browser_page)


def test_given_the_page_when_a_figure_is_followed_then_its_list_opens_with_the_same_filter(
    browser_page, live_server, log_in, noor
):
    log_in(browser_page, noor)
    browser_page.goto(live_server.url + reverse("kwaliteit:meting") + "?tot=30-06-2022")

    browser_page.get_by_role("link", name="Waar het ontbreekt: Medische bijzonderheden").click()

    expect(browser_page).to_have_url(live_server.url + "/kwaliteit/medisch/nee/?tot=30-06-2022")
    expect(browser_page.locator("tbody th a")).to_have_count(6)


def test_given_the_folded_figures_when_opened_then_a_measure_tells_itself_and_its_list_and_its_course(
    browser_page, live_server, log_in, noor
):
    log_in(browser_page, noor)
    browser_page.goto(live_server.url + reverse("kwaliteit:meting") + "#overleg")

    browser_page.get_by_text("Gesprekken: cijfers, lijsten en wat elke maat telt").click()
    rij = browser_page.get_by_role("row").filter(has_text="Drie gesprekken gevoerd").last
    rij.get_by_text("Wat dit telt").click()
    expect(rij.get_by_text("Er zijn ten minste drie gesprekken gevoerd")).to_be_visible()
    rij.get_by_role("link", name="Drie gesprekken gevoerd", exact=True).click()

    expect(browser_page.get_by_role("heading", name="Per kwartaal van binnenkomst")).to_be_visible()
    browser_page.get_by_role("link", name="Dossiers waar dit ontbreekt").click()
    expect(browser_page.locator("tbody th a")).to_have_count(6)
