"""From a sign of the COA to article 64: the toetsing opens again, the route is walked, departure stands still."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.reizen.conftest import vul_datum
from verantwoord.dossier.actions import assign_regievoerder, finish_intake
from verantwoord.dossier.feiten import beeld_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def in_behandeling(overdracht, regievoerder, manager):
    assign_regievoerder(door=manager, dossier_id=overdracht.pk, regievoerder=regievoerder)
    return finish_intake(door=regievoerder, dossier_id=overdracht.pk, peildatum=timezone.localdate())


def leg_vast(page: Page, **velden: str) -> None:
    """Choose, tick and type in the form that is open, and send it."""
    for naam, waarde in velden.items():
        keuze = page.locator(f"[name={naam}][value='{waarde}']")
        if keuze.count():
            keuze.check()
        else:
            page.locator(f"[name={naam}]").fill(waarde)
    page.locator("form.vw-formulier button[type=submit]").click()
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()


def test_given_a_sign_of_the_coa_when_article_64_is_granted_then_the_dossier_shows_departure_suspended(
    browser_page, live_server, log_in, in_behandeling, regievoerder, axe
):
    page, dossier, vandaag = browser_page, in_behandeling, timezone.localdate()
    toetsing = live_server.url + reverse("toetsing:overzicht", args=[dossier.pk])

    # The COA calls: she writes down its words. The moment is open again and coercion waits.
    log_in(page, regievoerder)
    page.goto(f"{toetsing}medisch/aanwijzing/")
    page.get_by_label("Van wie").select_option("coa")
    page.get_by_label("Wat is er gemeld").fill("Hij is sinds maandag opgenomen en kan niet lopen.")
    page.get_by_role("button", name="Leg de aanwijzing vast").click()
    expect(page.get_by_text("Iedere stap met dwang wacht tot u daarop heeft geantwoord.")).to_be_visible()
    kaart = page.locator("#medisch")
    expect(kaart.get_by_text("Hij is sinds maandag opgenomen en kan niet lopen.")).to_be_visible()
    axe(page)

    # She answers the sign with facts and a weighing, and opens the route.
    kaart.get_by_role("link", name="Open de toetsing").click()
    page.get_by_label("Feiten").fill("Ik sprak de verpleegkundige: hij ligt in het ziekenhuis.")
    page.get_by_label("Bronnen").fill("telefoongesprek met het gezondheidscentrum")
    page.get_by_label("Afweging").fill(
        "Reizen lijkt nu medisch niet verantwoord; de IND moet dit laten toetsen."
    )
    page.get_by_label("Voorgelegd aan wie beslist").check()
    page.get_by_role("button", name="Leg de toetsing vast").click()
    page.locator("#medisch").get_by_role("link", name="Open de route artikel 64").click()
    page.get_by_role("link", name="Leg een medische aanwijzing vast").first.click()
    vul_datum(page, "aanwijzing_op", vandaag)
    axe(page)
    leg_vast(page, toelichting="Het COA belde over een opname.")

    # The gemachtigde comes first. It is urgent, so she does not wait and says why.
    expect(page.get_by_role("link", name="Wijs de gemachtigde op artikel 64").first).to_be_visible()
    page.get_by_role("link", name="Wijs de gemachtigde op artikel 64").first.click()
    leg_vast(page, hoe="telefoon", toelichting="Gebeld met het kantoor; de zaak ligt er.")
    page.get_by_role("link", name="Leg de zaak zelf voor aan de IND").click()
    page.locator("[name=toelichting]").fill("Opname in het ziekenhuis, kan niet lopen.")
    page.locator("form.vw-formulier button[type=submit]").click()
    expect(page.locator("[data-samenvatting]")).to_be_visible()
    axe(page)
    leg_vast(page, waarom_nu="De gemachtigde is deze week onbereikbaar.")

    # The IND has not answered yet: no step towards departure may be taken.
    expect(page.get_by_text("Vertrekstappen wachten").first).to_be_visible()
    page.get_by_role("link", name="Leg het advies van het BMA vast").first.click()
    leg_vast(page, uitkomst="reizen_kan_niet")
    page.get_by_role("link", name="Leg het besluit over artikel 64 vast").first.click()
    vul_datum(page, "art64_van", vandaag)
    vul_datum(page, "art64_tot", vandaag + timedelta(days=180))
    leg_vast(page, art64_besluit="toegekend", kenmerk="A64-000017")

    # Departure is suspended: on the route, on the card, and at the head of every page of the dossier.
    expect(page.get_by_role("heading", name="Het vertrek is opgeschort")).to_be_visible()
    axe(page)
    page.goto(toetsing)
    expect(page.locator("#medisch").get_by_role("heading", name="Het vertrek is opgeschort")).to_be_visible()
    page.goto(live_server.url + f"/dossiers/{dossier.pk}/")
    expect(page.get_by_text("Opgeschort tot en met").first).to_be_visible()
    page.goto(live_server.url + reverse("werkplek:tijdlijn", args=[dossier.pk]))
    expect(page.get_by_text("Zaak zelf voorgelegd voor artikel 64").first).to_be_visible()
    assert beeld_of(dossier.pk).medisch.art64_besluit == "toegekend"
