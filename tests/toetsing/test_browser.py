"""Recording a toetsing in a real browser: a closed tab, two colleagues, the keyboard, a narrow screen."""

from datetime import date

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.scherm import hoe_breed
from tests.toetsing.factories import RouteregelFactory, SignaalFactory, ToetsingFactory
from verantwoord.toetsing.models import Concept, Toetsing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def pagina(browser_page, log_in, dossier):
    log_in(browser_page, dossier.regievoerder)
    return browser_page


def formulier_van(live_server, dossier, moment="schrijnend"):
    return live_server.url + reverse("toetsing:vastleggen", args=[dossier.pk, moment])


def vul_in(pagina, afweging):
    pagina.get_by_label("Feiten").fill("Zijn zus overleed op 24 augustus.")
    pagina.get_by_label("Afweging").fill(afweging)
    pagina.get_by_label("Nader onderzoek nodig").check()


@pytest.mark.parametrize("breedte", [1280, 320])
def test_given_any_width_when_the_pages_are_opened_then_nothing_scrolls_sideways_and_axe_is_silent(
    live_server, pagina, dossier, axe, breedte
):
    rij = ToetsingFactory(dossier=dossier, getoetst_op=date(2022, 3, 1))
    SignaalFactory(dossier=dossier, moment="schrijnend")
    RouteregelFactory(dossier=dossier)
    pagina.set_viewport_size({"width": breedte, "height": 900})
    paden = [
        reverse("toetsing:overzicht", args=[dossier.pk]),
        reverse("toetsing:vastleggen", args=[dossier.pk, "schrijnend"]),
        reverse("toetsing:signaal", args=[dossier.pk, "medisch"]),
        reverse("toetsing:toetsing", args=[dossier.pk, rij.pk]),
        reverse("toetsing:route", args=[dossier.pk, "schrijnend"]),
        reverse("toetsing:route", args=[dossier.pk, "mensenhandel"]),
        reverse("toetsing:stap", args=[dossier.pk, "medisch", "besluit"]),
        reverse("toetsing:stap", args=[dossier.pk, "medisch", "gegevens"]),
        reverse("toetsing:stap", args=[dossier.pk, "schrijnend", "indienen"]),
        reverse("toetsing:stap", args=[dossier.pk, "schrijnend", "tweede-lezer"]),
    ]

    breed = {}
    for pad in paden:
        pagina.goto(live_server.url + pad)
        axe(pagina)
        breed[pad] = hoe_breed(pagina)

    assert breed == dict.fromkeys(paden, breedte)


def test_given_a_tab_that_was_closed_when_it_is_opened_again_then_what_was_typed_is_there(
    live_server, pagina, dossier, log_in
):
    pagina.goto(formulier_van(live_server, dossier))
    vul_in(pagina, "Dit weegt zwaar, want")
    pagina.locator("[data-concept-tekst]", has_text="Bewaard om").wait_for()
    pagina.goto("about:blank")

    pagina.goto(formulier_van(live_server, dossier))

    assert pagina.get_by_label("Afweging").input_value() == "Dit weegt zwaar, want"
    assert pagina.get_by_label("Nader onderzoek nodig").is_checked()
    assert Concept.objects.count() == 1


def test_given_a_colleague_who_records_first_when_one_records_then_both_texts_are_shown_and_can_stay(
    live_server, pagina, dossier, axe
):
    pagina.goto(formulier_van(live_server, dossier))
    collega = MedewerkerFactory(team=dossier.team)
    ToetsingFactory(dossier=dossier, moment="schrijnend", afweging="De tekst van de collega.", door=collega)
    vul_in(pagina, "Mijn eigen tekst.")

    pagina.get_by_role("button", name="Leg de toetsing vast").click()

    pagina.locator(".vw-verschil__rij", has_text="De tekst van de collega.").wait_for()
    assert pagina.get_by_label("Afweging").input_value() == "Mijn eigen tekst."
    axe(pagina)
    pagina.get_by_role("button", name="Leg ook mijn tekst vast").click()
    pagina.wait_for_url("**/toetsing/?vastgelegd=schrijnend#schrijnend")
    assert list(Toetsing.objects.order_by("volgorde").values_list("afweging", flat=True)) == [
        "De tekst van de collega.",
        "Mijn eigen tekst.",
    ]


def test_given_only_a_keyboard_when_the_form_is_filled_then_it_can_be_recorded(live_server, pagina, dossier):
    pagina.goto(formulier_van(live_server, dossier, "medisch"))
    pagina.get_by_label("Feiten").focus()
    pagina.keyboard.type("Hij heeft rugpijn.")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("gesprek van vandaag")
    pagina.keyboard.press("Tab")
    pagina.keyboard.type("De huisarts behandelt dit en reizen kan.")
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Space")
    pagina.keyboard.press("Tab")
    pagina.keyboard.press("Tab")

    pagina.keyboard.press("Enter")

    pagina.wait_for_url("**/toetsing/?vastgelegd=medisch#medisch")
    assert Toetsing.objects.values_list("conclusie", "afweging").get() == (
        "geen_aanwijzing",
        "De huisarts behandelt dit en reizen kan.",
    )


def test_given_something_wrong_when_it_is_sent_then_the_summary_takes_the_focus_and_leads_to_the_field(
    live_server, pagina, dossier, axe
):
    pagina.goto(formulier_van(live_server, dossier))
    pagina.get_by_label("Dag", exact=True).fill("32")
    pagina.get_by_label("Feiten").fill("Wat ik weet.")

    pagina.get_by_role("button", name="Leg de toetsing vast").click()

    pagina.wait_for_selector("[data-samenvatting]")
    assert pagina.evaluate("document.activeElement.hasAttribute('data-samenvatting')") is True
    assert pagina.get_by_label("Feiten").input_value() == "Wat ik weet."
    axe(pagina)
