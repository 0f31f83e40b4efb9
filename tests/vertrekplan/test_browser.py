"""From an empty plan to an established one in a real browser, and what the pages are like on the way."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory
from tests.scherm import hoe_breed
from tests.toetsing.factories import ToetsingFactory
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.vertrekplan.models import Vertrekplan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOMENTEN = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def pagina(browser_page, log_in, dossier):
    log_in(browser_page, dossier.regievoerder)
    return browser_page


def tab(live_server, dossier, naam="plan"):
    return live_server.url + reverse(f"vertrekplan:{naam}", args=[dossier.pk])


def test_given_three_toetsingen_when_a_plan_is_made_then_it_can_be_established_after_the_fourth(
    live_server, pagina, dossier
):
    for moment in MOMENTEN[:3]:
        ToetsingFactory(dossier=dossier, moment=moment, getoetst_op=date(2022, 3, 1))
    pagina.goto(tab(live_server, dossier))
    pagina.get_by_role("button", name="Begin het vertrekplan").click()
    pagina.wait_for_load_state()
    pagina.locator("#id_strategie").fill("Eerst de school, dan de reis met IOM.")
    pagina.get_by_text("Zelfstandig met IOM", exact=True).first.click()
    pagina.locator("#id_zelfstandig_iom-analyse").fill("Kan na de uitspraak.")
    for veld in pagina.locator("[name^=analyse_]").all():
        veld.fill("Bekeken en besproken.")
    pagina.locator("[name=actie0-omschrijving]").fill("Afspraak met IOM maken")
    pagina.locator("[name=actie0-eigenaar]").select_option("dtv")
    pagina.get_by_role("button", name="Bewaar en lees na").click()

    pagina.get_by_text("De toetsing mensenhandel heeft nog geen inhoudelijke afweging").wait_for()
    pagina.wait_for_load_state()
    expect(pagina.get_by_role("button", name="Stel versie 1 vast")).to_have_count(0)
    ToetsingFactory(dossier=dossier, moment="mensenhandel", getoetst_op=date(2022, 3, 1))
    pagina.reload()
    pagina.get_by_role("button", name="Stel versie 1 vast").click()

    pagina.get_by_role("heading", name="Vertrekplan, versie 1").wait_for()
    plan = Vertrekplan.objects.get()
    assert (plan.is_concept, plan.strategie, plan.aantal_acties) == (
        False,
        "Eerst de school, dan de reis met IOM.",
        1,
    )


@pytest.mark.parametrize("breedte", [1280, 320])
def test_given_any_width_when_the_pages_are_opened_then_nothing_scrolls_sideways_and_axe_is_silent(
    live_server, pagina, dossier, axe, breedte
):
    VertrekplanFactory(dossier=dossier)
    huidig = VertrekplanFactory(dossier=dossier, strategie="Anders dan eerst.")
    VertrekplanFactory(dossier=dossier, concept=True, gekozen="gedwongen")
    pagina.set_viewport_size({"width": breedte, "height": 900})
    paden = [
        reverse(f"vertrekplan:{naam}", args=[dossier.pk]) for naam in ("plan", "bewerken", "vaststellen")
    ] + [reverse("vertrekplan:gereed", args=[dossier.pk, huidig.acties.first().pk])]

    breed = {}
    for pad in paden:
        pagina.goto(live_server.url + pad)
        axe(pagina)
        breed[pad] = hoe_breed(pagina)

    assert breed == dict.fromkeys(paden, breedte)


def test_given_typing_when_the_tab_is_closed_then_the_concept_is_there_as_typed(live_server, pagina, dossier):
    VertrekplanFactory(dossier=dossier, concept=True)
    pagina.goto(tab(live_server, dossier, "bewerken"))
    pagina.locator("#id_strategie").fill("Eerst de school, en")
    pagina.locator("[data-concept-tekst]", has_text="Bewaard om").wait_for()
    pagina.goto("about:blank")

    pagina.goto(tab(live_server, dossier, "bewerken"))

    assert pagina.locator("#id_strategie").input_value() == "Eerst de school, en"
    assert Vertrekplan.objects.get().revisie == 2


def test_given_a_colleague_saved_meanwhile_when_one_saves_then_both_are_shown(
    live_server, pagina, dossier, axe
):
    concept = VertrekplanFactory(dossier=dossier, concept=True)
    pagina.goto(tab(live_server, dossier, "bewerken"))
    Vertrekplan.objects.filter(pk=concept.pk).update(strategie="Van de collega.", revisie=2)
    pagina.locator("#id_strategie").fill("Van mij.")

    pagina.get_by_role("button", name="Bewaar en lees na").click()

    pagina.locator(".vw-verschil__rij", has_text="Van de collega.").wait_for()
    assert pagina.locator("#id_strategie").input_value() == "Van mij."
    axe(pagina)
    pagina.get_by_role("button", name="Bewaar en lees na").click()
    pagina.wait_for_url("**/vertrekplan/vaststellen/?bewaard=1")
    assert Vertrekplan.objects.get().strategie == "Van mij."
