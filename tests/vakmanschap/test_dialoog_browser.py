"""A session of dialogue in a real browser, from choosing a variation to the report that the Inspectie answers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.dossier.factories import MedewerkerFactory
from tests.scherm import hoe_breed, inhoud
from tests.vakmanschap.test_dialoog import vertel

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def kies_dag(pagina, naam, dag):
    groep = pagina.get_by_role("group", name=naam)
    for label, waarde in (("Dag", dag.day), ("Maand", dag.month), ("Jaar", dag.year)):
        groep.get_by_label(label).fill(str(waarde))


def test_given_a_variation_when_talked_about_then_its_report_reaches_the_inspectie_that_answers(
    browser_page, live_server, log_in, axe
):
    pagina = browser_page
    vertel("2022-K1")
    manager = MedewerkerFactory(manager=True)
    MedewerkerFactory(team=manager.team)
    vandaag = timezone.localdate()
    log_in(pagina, manager)
    pagina.set_viewport_size({"width": 390, "height": 900})

    pagina.goto(live_server.url + reverse("dialoog:lijst"))
    pagina.get_by_role("link", name="Plan een dialoogsessie").click()
    axe(pagina)
    pagina.get_by_label("Gesprekken per dossier").check()
    pagina.get_by_label("Wat wilt u samen begrijpen?").fill("Waardoor voeren wij soms twee gesprekken?")
    kies_dag(pagina, "Op welke dag?", vandaag)
    pagina.get_by_label("Waar?", exact=True).fill("Zaal 2")
    pagina.get_by_label(manager.team.naam).check()
    kies_dag(pagina, "Wanneer heeft de Inspectie uw verslag uiterlijk?", vandaag + timedelta(days=30))
    pagina.get_by_role("button", name="Plan deze sessie").click()

    pagina.get_by_role("link", name="Breng een voorbeeld in").click()
    pagina.get_by_label("Wat gebeurde er, en wat deed u?").fill("In dossier D-2022-000123 kwam de tolk niet.")
    pagina.get_by_role("button", name="Breng dit voorbeeld in").click()
    expect(
        pagina.get_by_text("In deze tekst staat iets waaraan iemand te herkennen is.").first
    ).to_be_visible()
    pagina.get_by_label("Wat gebeurde er, en wat deed u?").fill("De tolk kwam niet, twee keer.")
    pagina.get_by_role("button", name="Breng dit voorbeeld in").click()
    pagina.get_by_role("link", name="Schrijf de uitkomst op").click()
    pagina.get_by_label("Met hoeveel mensen was u?").fill("6")
    pagina.get_by_label("Wat was de uitkomst?").fill("Tolken zijn vaak laat besteld.")
    pagina.get_by_role("button", name="Bewaar").click()
    pagina.get_by_role("link", name="Leg een afspraak vast").click()
    pagina.get_by_label("Wat spreekt u af?").fill("Tolken een week eerder bestellen")
    pagina.get_by_label("het team").check()
    kies_dag(pagina, "Uiterlijk op", vandaag + timedelta(days=60))
    pagina.get_by_role("button", name="Bewaar").click()
    pagina.get_by_text("Het verslag geven", exact=True).click()
    pagina.get_by_role("button", name="Geef het verslag aan de Inspectie").click()

    expect(pagina.get_by_text("De Inspectie heeft het verslag")).to_be_visible()
    assert hoe_breed(pagina) <= 390
    axe(pagina)

    pagina.context.clear_cookies()
    log_in(pagina, MedewerkerFactory(inspectie=True))
    pagina.goto(live_server.url + reverse("dialoog:lijst"))
    pagina.get_by_role("link", name="Waardoor voeren wij soms twee gesprekken?").click()
    assert manager.naam not in inhoud(pagina)
    pagina.get_by_role("link", name="Reageer op dit verslag").click()
    pagina.get_by_label("Wat antwoordt u op dit verslag?").fill("Wij kijken in het najaar mee.")
    pagina.get_by_role("button", name="Geef deze reactie").click()
    expect(pagina.get_by_text("Wij kijken in het najaar mee.")).to_be_visible()
    axe(pagina)
