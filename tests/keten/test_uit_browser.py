"""An administrator connects a receiver and hears what did not arrive, in a real browser."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.keten.uitfactories import OntvangerFactory, betrokken_dossier, meld
from tests.scherm import hoe_breed
from verantwoord.keten.models import Aflevering, Uitwisselafspraak

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HOST = "ontvangst.partner.example"


@pytest.mark.parametrize("breed", [320, 1280])
def test_given_a_new_partner_when_connected_and_agreed_then_what_waited_may_go_and_axe_is_content(
    browser_page, live_server, log_in, axe, settings, breed
):
    settings.UITWISSELING_HOSTS = frozenset({HOST})
    log_in(browser_page, MedewerkerFactory(beheerder=True))
    browser_page.set_viewport_size({"width": breed, "height": 900})

    def kijk() -> None:
        axe(browser_page)
        assert hoe_breed(browser_page) <= breed

    browser_page.goto(live_server.url + reverse("beheer:uitwisseling"))
    kijk()
    browser_page.get_by_role("link", name="Voeg een ontvanger toe").click()
    browser_page.get_by_label("Naam", exact=True).fill("COA, systeem voor bewoners")
    browser_page.get_by_label("Voor wie").select_option("coa/coa")
    browser_page.get_by_label("Adres").fill("http://elders.example/")
    browser_page.get_by_role("button", name="Voeg de ontvanger toe").click()
    browser_page.get_by_text("Het adres moet met https:// beginnen.").first.wait_for()
    kijk()
    browser_page.get_by_label("Adres").fill(f"https://{HOST}/in")
    browser_page.get_by_role("button", name="Voeg de ontvanger toe").click()
    browser_page.get_by_text("U ziet dit één keer").wait_for()
    kijk()
    browser_page.get_by_role("link", name="Naar de ontvanger").click()
    meld(betrokken_dossier())
    kijk()
    browser_page.get_by_role("link", name="Leg een afspraak vast").click()
    kijk()
    browser_page.get_by_label("Kenmerk").fill("2026-COA-3")
    browser_page.get_by_label("Waarvoor").fill("Weten tot wanneer iemand recht op opvang heeft.")
    browser_page.get_by_label("Recht op opvang: laatste dag").check()
    vandaag = timezone.localdate()
    for naam, jaar in (("van", vandaag.year), ("tot", vandaag.year + 1)):
        for deel, waarde in (("dag", 1), ("maand", 1), ("jaar", jaar)):
            browser_page.locator(f"[name={naam}_{deel}]").fill(str(waarde))
    browser_page.get_by_role("button", name="Leg de afspraak vast").click()
    browser_page.get_by_text("De afspraak is vastgelegd.").wait_for()
    kijk()

    assert Uitwisselafspraak.objects.get().velden == ["opvangrecht.einddatum"]


@pytest.mark.parametrize("breed", [320, 1280])
def test_given_a_message_set_aside_when_skipped_with_a_reason_then_it_leaves_the_list_and_axe_is_content(
    browser_page, live_server, log_in, axe, breed
):
    OntvangerFactory()
    meld(betrokken_dossier())
    Aflevering.objects.update(stand="geparkeerd", pogingen=6, laatste_uitkomst="http_401")
    log_in(browser_page, MedewerkerFactory(beheerder=True))
    browser_page.set_viewport_size({"width": breed, "height": 900})
    browser_page.goto(live_server.url + reverse("beheer:uitwisseling"))
    axe(browser_page)
    assert hoe_breed(browser_page) <= breed

    browser_page.get_by_role("link", name="Sla nummer").click()
    axe(browser_page)
    browser_page.get_by_label("Waarom hoeft dit bericht niet meer").fill("Telefonisch bevestigd op 3 maart.")
    browser_page.get_by_role("button", name="Sla het bericht over").click()

    browser_page.get_by_text("Er staat geen bericht apart.").wait_for()
    assert Aflevering.objects.get().stand == "overgeslagen"
