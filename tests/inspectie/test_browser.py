"""An onderzoek in a real browser: two inspecteurs set it up and draw, and a report is read and answered."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.inspectie.factories import maak_rapport
from tests.scherm import hoe_breed
from verantwoord.inspectie.models import Jaarcijfer, Onderzoek

pytestmark = pytest.mark.django_db(transaction=True)


def test_given_two_inspecteurs_when_they_set_up_and_draw_then_every_page_can_be_used_by_everybody(
    browser_page, live_server, log_in, axe
):
    DossierFactory.create_batch(6)
    lotte = MedewerkerFactory(inspectie=True, naam="Lotte van Rijn")
    koen = MedewerkerFactory(inspectie=True, naam="Koen Aalbers")
    page, url = browser_page, live_server.url

    def bezoek(pad):
        page.goto(f"{url}{pad}")
        axe(page)

    log_in(page, lotte)
    bezoek("/inspectie/")
    page.get_by_role("link", name="Begin een onderzoek").click()
    axe(page)
    page.get_by_role("button", name="Begin het onderzoek").click()
    expect(page.locator(".vw-samenvatting li")).to_have_count(2)
    axe(page)
    page.get_by_label("Titel").fill("Toetsing in de praktijk")
    page.get_by_label("Onderzoeksvraag").fill("Wordt er inhoudelijk getoetst?")
    page.get_by_label("Deelvragen").fill("Hoe vaak?\nMet welke bronnen?")
    for vak, waarde in (("Dag", "1"), ("Maand", "6"), ("Jaar", "2022")):
        page.get_by_label(vak, exact=True).fill(waarde)
    page.get_by_role("button", name="Begin het onderzoek").click()
    page.get_by_role("link", name="Kies de normen").click()
    page.get_by_label("Alle vier toetsingsmomenten inhoudelijk vastleggen").check()
    page.get_by_role("button", name="Bewaar de normen").click()
    page.get_by_role("link", name="Voeg een onderzoeker toe").click()
    page.get_by_label("Wie").select_option(label="Koen Aalbers")
    page.get_by_role("button", name="Voeg toe").click()
    page.get_by_role("button", name="Ga naar de volgende stap").click()
    page.get_by_role("link", name="Steekproef", exact=True).click()
    page.get_by_role("link", name="Voeg een stratum toe").click()
    page.get_by_label("Naam").fill("azc Assen")
    page.get_by_label("Hoeveel dossiers trekt u eruit").fill("2")
    page.get_by_label("Locaties").fill("azc Assen")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Tel hoeveel dossiers er zijn").click()
    page.get_by_role("button", name="Reken uit").click()
    page.get_by_role("button", name="Stel een seed voor").click()
    axe(page)
    hier = page.url
    log_in(page, koen)
    page.goto(hier)
    page.get_by_role("button", name="Akkoord met deze seed en dit plan").click()
    page.get_by_role("button", name="Trek de steekproef").click()
    page.get_by_role("link", name="Reken de trekking na").click()
    expect(
        page.get_by_role("heading", name="Nagerekend: dezelfde populatie, dezelfde trekking")
    ).to_be_visible()
    axe(page)

    assert Onderzoek.objects.get().trekking.getrokken.count() == 2


def test_given_a_report_when_read_and_answered_on_a_phone_then_it_can_be_used_by_everybody(
    browser_page, live_server, log_in, axe
):
    rapport = maak_rapport(op=date(2022, 11, 11))
    Jaarcijfer.objects.create(soort="artikel_64", jaar=2021, aantal=0, bron="Rapport §3.3")
    page, url = browser_page, live_server.url
    page.set_viewport_size({"width": 320, "height": 800})
    log_in(page, MedewerkerFactory(manager=True))

    for pad in ("/rapporten/", f"/rapporten/{rapport.pk}/", "/rapporten/naar-de-ind/"):
        page.goto(f"{url}{pad}")
        axe(page)
        assert hoe_breed(page) == 320
    page.goto(f"{url}/rapporten/")
    page.get_by_role("link", name="Geef de reactie").click()
    axe(page)
    page.get_by_label("Neemt de aanbeveling over").check()
    page.get_by_label("Wat u doet, en wanneer het klaar is").fill("Wij beginnen in het voorjaar.")
    page.get_by_role("button", name="Geef de reactie").click()

    expect(page.get_by_text("Wij beginnen in het voorjaar.")).to_be_visible()
    axe(page)
