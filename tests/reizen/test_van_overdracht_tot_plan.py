"""From a transfer that has just come in to an established plan, in a real browser, as a regievoerder does it."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.gebeurtenis.queries import eerste_gebroken_schakel
from verantwoord.toegang.models import Inzage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AFWEGING = {
    "Medisch": "Hij slaapt slecht en is daarvoor niet onder behandeling. Er is geen aanwijzing dat reizen niet kan.",
    "Buiten schuld": "Hij heeft de ambassade nog niet gevraagd om een document. Er is nog niets geprobeerd en mislukt.",
    "Schrijnend": "Zijn gezin woont in Irak. In Nederland is niets gebeurd dat hier bijzonder maakt.",
    "Mensenhandel": "Hij reisde met familie en betaalde zelf. Er is niemand voor wie hij moet werken.",
}


def open_dossier(page: Page, adres: str) -> None:
    page.goto(adres)
    page.get_by_role("link", name="Proefman, Karim").click()
    expect(page.get_by_role("heading", level=1, name="Karim Proefman")).to_be_visible()


def leg_toetsing_vast(page: Page, dossier: Dossier, adres: str, moment: str) -> None:
    page.goto(adres + reverse("toetsing:overzicht", args=[dossier.pk]))
    kaart = page.locator(f"#{moment.lower().replace(' ', '_')}")
    kaart.get_by_role("link", name="Leg de toetsing vast").click()
    page.locator("[name=feiten]").fill(
        "Gevraagd in het gesprek van vandaag. " + AFWEGING[moment].split(".")[0] + "."
    )
    page.locator("[name=bronnen]").fill("gesprek met de heer Proefman\noverdracht van de IND")
    page.locator("[name=afweging]").fill(AFWEGING[moment])
    page.get_by_label("Geen aanwijzing").check()
    page.get_by_role("button", name="Leg de toetsing vast").click()


def test_given_a_transfer_when_worked_on_then_a_plan_is_established_and_every_step_left_its_trace(
    browser_page, live_server, log_in, overdracht, regievoerder, manager, axe
):
    page = browser_page

    # The manager gives the dossier to a regievoerder.
    log_in(page, manager)
    open_dossier(page, live_server.url)
    page.get_by_role("link", name="Wijs het dossier toe").click()
    page.get_by_label("Noor Haverkamp").check()
    page.get_by_role("button", name="Wijs het dossier toe").click()

    # She finds it in her own list, reads it and takes it in charge.
    log_in(page, regievoerder)
    open_dossier(page, live_server.url)
    axe(page)
    page.get_by_role("button", name="Neem in behandeling").click()
    expect(page.get_by_role("button", name="Neem in behandeling")).to_have_count(0)

    # A plan cannot be established yet, and the page says what is missing.
    page.goto(live_server.url + reverse("vertrekplan:plan", args=[overdracht.pk]))
    page.get_by_role("button", name="Begin het vertrekplan").click()
    page.locator("[name=strategie]").fill("Eerst samen met de IOM kijken naar een winkel in Basra.")
    page.locator("[name=gekozen][value=zelfstandig_iom]").check()
    page.locator("[name=reden_keuze]").fill("Hij wil, als hij moet gaan, een winkel beginnen met zijn broer.")
    page.get_by_role("button", name="Bewaar en lees na").click()
    expect(
        page.get_by_text("Alle vier de toetsingen vastleggen").or_(page.get_by_text("Toetsing")).first
    ).to_be_visible()

    for moment in AFWEGING:
        leg_toetsing_vast(page, overdracht, live_server.url, moment)
    expect(page.get_by_role("heading", name="Alle vier zijn voor dit stadium vastgelegd")).to_be_visible()

    # The rest of the analysis; then the plan is read once more and established.
    page.goto(live_server.url + reverse("vertrekplan:bewerken", args=[overdracht.pk]))
    for deel in ("documenten", "medewerking_land", "wensen", "ondersteuning", "toetsing", "alternatieven"):
        page.locator(f"[name=analyse_{deel}]").fill(
            f"Nagegaan op grond van het gesprek: {deel.replace('_', ' ')}."
        )
    page.locator("[name=actie0-omschrijving]").fill("Afspraak maken bij de IOM")
    page.locator("[name=actie0-eigenaar]").select_option("dtv")
    page.get_by_role("button", name="Bewaar en lees na").click()
    axe(page)
    page.goto(live_server.url + reverse("vertrekplan:vaststellen", args=[overdracht.pk]))
    page.get_by_role("button", name="Stel versie 1 vast").click()
    expect(page.get_by_text("Versie 1").first).to_be_visible()
    axe(page)

    beeld = beeld_of(overdracht.pk)
    assert [(plan.versie, plan.door, plan.gekozen) for plan in beeld.vertrekplannen] == [
        (1, "Noor Haverkamp", "zelfstandig_iom")
    ]
    assert beeld.regievoerder == "Noor Haverkamp"
    soorten = list(
        Gebeurtenis.objects.filter(dossier_id=overdracht.pk)
        .order_by("volgnummer")
        .values_list("soort", flat=True)
    )
    assert soorten[:3] == ["overdracht.ontvangen", "dossier.toegewezen", "intake.afgerond"]
    assert soorten[-1] == "vertrekplan.vastgesteld"
    assert eerste_gebroken_schakel() is None
    assert Inzage.objects.filter(dossier_id=overdracht.pk, naam="Mirjam de Graaf", toegestaan=True).exists()
