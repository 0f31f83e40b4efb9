"""Support in a real browser: asked, decided by somebody else and paid; another country; the DIA at its desk; a narrow screen."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.ondersteuning.factories import zet_verwijzing
from tests.scherm import hoe_breed
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.ondersteuning.models import Bijdrage, DerdeLand, Regeling

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def dossier():
    dossier = DossierFactory()
    zet_verwijzing(dossier, naar="dia", organisatie="DIA")
    return dossier


def opnieuw(pagina, log_in, wie):
    pagina.context.clear_cookies()
    log_in(pagina, wie)


def kies_dag(pagina, naam, dag):
    groep = pagina.get_by_role("group", name=naam)
    for vak, waarde in (("Dag", dag.day), ("Maand", dag.month), ("Jaar", dag.year)):
        groep.get_by_label(vak).fill(str(waarde))


def test_given_a_contribution_when_it_goes_its_way_then_another_decides_and_no_account_gets_in(
    live_server, browser_page, log_in, dossier, axe
):
    pagina = browser_page
    begin = live_server.url + reverse("ondersteuning:wensen", args=[dossier.pk])
    manager = MedewerkerFactory(manager=True, team=dossier.team)

    # Asked; an account is refused with the reason, and nothing typed is lost.
    log_in(pagina, dossier.regievoerder)
    pagina.goto(begin)
    pagina.get_by_role("link", name="Vraag een bijdrage").click()
    pagina.get_by_label("Geld", exact=True).check()
    pagina.get_by_label("Waarvoor is het?").fill("Gereedschap, op NL91 ABNA 0417 1643 00")
    pagina.get_by_label("Welk bedrag vraagt u?").fill("350,50")
    pagina.get_by_role("button", name="Leg de aanvraag vast").click()
    expect(pagina.get_by_text("Hier staat een rekeningnummer.").first).to_be_visible()
    axe(pagina)
    pagina.get_by_label("Waarvoor is het?").fill("Gereedschap")
    pagina.get_by_role("button", name="Leg de aanvraag vast").click()
    pagina.get_by_role("link", name="Wie beslist hierover?").click()
    expect(pagina.get_by_text("U vroeg deze bijdrage zelf aan.")).to_be_visible()
    axe(pagina)

    # The manager keeps a budget and decides.
    opnieuw(pagina, log_in, manager)
    pagina.goto(live_server.url + reverse("ondersteuning:begroting"))
    pagina.get_by_label("Alleen mijn team").check()
    pagina.get_by_label("Welk bedrag is er dat jaar?").fill("1000")
    pagina.get_by_label("Waarom dit bedrag?").fill("Jaarplan")
    axe(pagina)
    pagina.get_by_role("button", name="Bewaar de begroting").click()
    axe(pagina)
    pagina.get_by_role("link", name=dossier.persoon.lijstnaam).click()
    pagina.get_by_label("Toegekend", exact=True).check()
    pagina.get_by_label("Waarom?").fill("Zo kan hij werken.")
    axe(pagina)
    pagina.get_by_role("button", name="Bewaar het besluit").click()

    # The payment office got the order.
    opnieuw(pagina, log_in, dossier.regievoerder)
    pagina.goto(begin)
    pagina.get_by_role("link", name="Hoe staat het met de betaling?").click()
    pagina.get_by_label("Opgedragen aan het betaalkantoor").check()
    pagina.get_by_label("Kenmerk van het betaalkantoor").fill("BK-17")
    axe(pagina)
    pagina.get_by_role("button", name="Bewaar hoe het staat").click()
    expect(pagina.get_by_text("kenmerk BK-17")).to_be_visible()

    bijdrage = Bijdrage.objects.get()
    assert (bijdrage.aanvrager, bijdrage.beslisser, bijdrage.betaling, str(bijdrage.bedrag)) == (
        dossier.regievoerder, manager, "opgedragen", "350.50",
    )  # fmt: skip


def test_given_another_country_and_the_dia_when_worked_on_then_both_stand_there_also_on_a_narrow_screen(
    live_server, browser_page, log_in, dossier, axe
):
    pagina, vandaag = browser_page, timezone.localdate()
    dia = MedewerkerFactory(iom=True, organisatie="dia", team=TeamFactory(organisatie="dia", naam="DIA"))
    herbeoordeel([dossier.pk], peildatum=vandaag)
    begin = live_server.url + reverse("ondersteuning:wensen", args=[dossier.pk])
    pagina.set_viewport_size({"width": 320, "height": 900})

    log_in(pagina, dossier.regievoerder)
    pagina.goto(begin)
    pagina.get_by_role("link", name="Zoek een ander land uit").click()
    pagina.get_by_label("Naar welk land?").select_option("RWA")
    axe(pagina)
    pagina.get_by_role("button", name="Begin met dit land").click()
    pagina.get_by_role("link", name="Leg een bewijs vast").click()
    pagina.get_by_label("Visum").check()
    pagina.get_by_label("Kenmerk of nummer").fill("V-17")
    axe(pagina)
    pagina.get_by_role("button", name="Leg dit vast").click()
    pagina.get_by_role("link", name="Laat iets regelen").click()
    pagina.get_by_role("radio", name="DIA").check()
    pagina.get_by_label("Iemand die ophaalt bij aankomst").check()
    pagina.get_by_label("Wat is er nodig?").fill("Iemand op het vliegveld.")
    pagina.get_by_label("In welk land?").select_option("RWA")
    kies_dag(pagina, "Wanneer moet het geregeld zijn?", vandaag + timedelta(days=9))
    axe(pagina)
    pagina.get_by_role("button", name="Vraag dit").click()
    axe(pagina)
    assert hoe_breed(pagina) == 320
    zet_verwijzing(dossier)
    pagina.goto(live_server.url + reverse("ondersteuning:stil"))
    axe(pagina)
    assert hoe_breed(pagina) == 320

    opnieuw(pagina, log_in, dia)
    pagina.goto(live_server.url + reverse("partner:regelingen"))
    axe(pagina)
    pagina.get_by_role("link", name=dossier.persoon.volledige_naam).click()
    pagina.get_by_role("radio", name="Opgepakt").check()
    axe(pagina)
    pagina.get_by_role("button", name="Meld hoe het staat").click()
    expect(pagina.get_by_text("Opgepakt.")).to_be_visible()
    assert hoe_breed(pagina) == 320

    assert (DerdeLand.objects.get().land, Regeling.objects.get().stand) == ("RWA", "opgepakt")
