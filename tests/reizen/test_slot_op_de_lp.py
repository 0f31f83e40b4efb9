"""The LP request lies locked until the court has ruled, and nobody can lift that."""

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


def leg_vast(page: Page, adres: str, soort: str, *, keuzes: dict[str, str], dagen: dict[str, int]) -> None:
    """Enter a procedure event by hand; days are counted back from today."""
    page.goto(f"{adres}{soort}/")
    for naam, waarde in keuzes.items():
        page.locator(f"[name={naam}][value='{waarde}']").check()
    for naam, geleden in dagen.items():
        vul_datum(page, naam, timezone.localdate() - timedelta(days=geleden))
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()


def test_given_a_filled_form_when_the_court_has_not_ruled_then_it_stays_and_after_the_judgment_it_may_go(
    browser_page, live_server, log_in, in_behandeling, regievoerder, tweede_lezer, axe
):
    page, dossier = browser_page, in_behandeling
    reisdocument = live_server.url + reverse("reisdocument:overzicht", args=[dossier.pk])
    procedure = live_server.url + reverse("dossier:procedure", args=[dossier.pk])

    # She asks for the form in the first talk and says that it goes nowhere yet.
    log_in(page, regievoerder)
    page.goto(reisdocument)
    page.get_by_role("link", name="Leg het formulier vast").click()
    page.get_by_label("Het formulier is ingevuld").check()
    page.get_by_label("Ik heb uitgelegd dat het formulier nog nergens heen gaat").check()
    page.get_by_role("button", name="Leg vast wat is gekozen").click()

    # A colleague reads the set; the regievoerder herself may not.
    expect(page.get_by_role("link", name="Controleer de set")).to_have_count(0)
    log_in(page, tweede_lezer)
    page.goto(reisdocument)
    page.get_by_role("link", name="Controleer de set").click()
    page.locator("[name=asielinformatie_aangetroffen][value=nee]").check()
    page.get_by_role("button", name="Leg de controle vast").click()

    # Locked: the page says why and until when, and there is no button to send it.
    log_in(page, regievoerder)
    page.goto(reisdocument)
    expect(page.get_by_text("De LP-aanvraag mag nog niet worden verzonden").first).to_be_visible()
    expect(page.get_by_role("link", name="Verstuur de aanvraag")).to_have_count(0)
    axe(page)
    antwoord = page.request.get(live_server.url + f"/dossiers/{dossier.pk}/")
    assert "De LP-aanvraag mag nog niet worden verzonden" in antwoord.text()

    # The court rules and the judgment is made known; the IND answers that the person may be removed.
    leg_vast(
        page,
        procedure,
        "uitspraak",
        keuzes={"beroep": "0", "uitkomst": "ongegrond"},
        dagen={"uitspraak_op": 1, "bekendgemaakt_op": 0},
    )
    leg_vast(
        page, procedure, "verwijderbaarheid", keuzes={"uitkomst": "verwijderbaar"}, dagen={"gecheckt_op": 0}
    )

    page.goto(reisdocument)
    expect(page.get_by_text("De LP-aanvraag mag nog niet worden verzonden")).to_have_count(0)
    page.get_by_role("link", name="Verstuur de aanvraag").click()
    page.get_by_role("button", name="Leg vast dat de aanvraag is verzonden").click()
    axe(page)

    (lp,) = beeld_of(dossier.pk).lp_aanvragen
    assert (lp.set_gecontroleerd_door, lp.asielinformatie_aangetroffen) == ("Hassan Ouali", False)
    assert lp.verzonden_op == timezone.localdate()
