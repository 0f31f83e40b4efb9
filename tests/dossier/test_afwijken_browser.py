"""The clocks and a deviation in a real browser: from the first warning to a decision, at every width."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.dossier.factories import MedewerkerFactory
from tests.reizen.conftest import vul_datum
from tests.scherm import hoe_breed
from tests.werkplek.bouw import dossier_voor
from verantwoord.dossier.actions import ask_afwijking
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Besluit, Gezinslid
from verantwoord.dossier.termijnen.forms import FORMULIEREN
from verantwoord.toegang.rechten import Rol

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NORM = "gesprek-1-termijn"


@pytest.fixture
def regievoerder(live_server, transactional_db):
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def manager(regievoerder):
    return MedewerkerFactory(naam="Mirjam de Graaf", team=regievoerder.team, rol=Rol.MANAGER)


@pytest.fixture
def dossier(regievoerder):
    """Twenty days after the appeal period passed: both clocks run for eight more days, with a child in the family."""
    vandaag = timezone.localdate()
    begin = vandaag - timedelta(days=20)
    dossier = dossier_voor(
        regievoerder, ontvangen_op=vandaag - timedelta(days=40), intake_afgerond_op=vandaag - timedelta(days=39),
        beroepstermijn_tot=begin, startgebeurtenis="beroepstermijn_verstreken", start_op=begin,
    )  # fmt: skip
    Besluit.objects.filter(dossier=dossier).update(
        genomen_op=vandaag - timedelta(days=50), bekendgemaakt_op=vandaag - timedelta(days=50)
    )
    Gezinslid.objects.create(persoon=dossier.persoon, volgorde=0, relatie="kind", geboortedatum="2016-05-05")
    return dossier


@pytest.mark.parametrize("breedte", [1280, 320])
def test_given_any_width_when_the_pages_are_opened_then_nothing_scrolls_sideways_and_axe_is_silent(
    live_server, browser_page, log_in, dossier, manager, axe, breedte
):
    ask_afwijking(
        door=dossier.regievoerder, dossier_id=dossier.pk, norm=NORM, reden="De tolk was ziek.",
        geldig_tot=timezone.localdate(), peildatum=timezone.localdate(), versie=dossier.versie,
    )  # fmt: skip
    log_in(browser_page, dossier.regievoerder)
    browser_page.set_viewport_size({"width": breedte, "height": 900})
    paden = [
        reverse("dossier:termijnen", args=[dossier.pk]),
        reverse("dossier:afwijkingen", args=[dossier.pk]),
    ]
    paden += [reverse("dossier:termijn_vastleggen", args=[dossier.pk, stap]) for stap in FORMULIEREN]
    paden += [
        reverse("dossier:afwijken", args=[dossier.pk, norm]) for norm in (NORM, "drie-vertrekgesprekken")
    ]
    paden += [reverse("werkplek:overzicht", args=[dossier.pk])]

    breed = {}
    for pad in paden:
        browser_page.goto(live_server.url + pad)
        axe(browser_page)
        breed[pad] = hoe_breed(browser_page)
    log_in(browser_page, manager)
    wachten = reverse("afwijkverzoeken:wachten")
    browser_page.goto(live_server.url + wachten)
    axe(browser_page)
    breed[wachten] = hoe_breed(browser_page)

    assert breed == dict.fromkeys([*paden, wachten], breedte)


def test_given_clocks_that_near_their_end_when_longer_reception_is_asked_and_given_then_only_that_day_moves(
    live_server, browser_page, log_in, dossier
):
    page, vandaag = browser_page, timezone.localdate()
    log_in(page, dossier.regievoerder)

    # From the chart she comes to the clocks; both warn, and nothing has ended.
    page.goto(live_server.url + reverse("werkplek:overzicht", args=[dossier.pk]))
    page.get_by_role("link", name="Vertrektermijn en opvang: hoe lang ze lopen").click()
    expect(page.get_by_role("heading", name="Recht op opvang: loopt nog 8 dagen")).to_be_visible()
    expect(page.get_by_role("heading", name="De opvang mag nu niet eindigen")).to_be_visible()

    # She asks the COA, and the next week writes down what it answered.
    page.get_by_role("link", name="Vraag het COA om langere opvang").click()
    vul_datum(page, "gevraagd_op", vandaag)
    page.get_by_label("Waarom is langere opvang nodig").fill("Op de 20e vliegt zij met het IOM.")
    page.get_by_role("button", name="Leg vast").click()
    page.get_by_role("link", name="Antwoord van het COA over langere opvang").click()
    page.get_by_label("Akkoord", exact=True).check()
    page.locator("[name=verlenging]").check()
    vul_datum(page, "coa_besloten_op", vandaag)
    page.get_by_label("Naam van de medewerker van het COA").fill("Jan de Vries")
    vul_datum(page, "tot", vandaag + timedelta(days=60))
    page.get_by_role("button", name="Leg vast").click()

    expect(page.get_by_text("Loopt nog 60 dagen")).to_be_visible()
    expect(page.get_by_text("opgeschoven door: besluit van het COA")).to_be_visible()
    expect(page.get_by_role("heading", name="Vertrektermijn: loopt nog 8 dagen")).to_be_visible()


def test_given_a_late_talk_when_deviating_is_asked_and_approved_then_everybody_sees_who_why_and_until_when(
    live_server, browser_page, log_in, dossier, manager
):
    page, vandaag = browser_page, timezone.localdate()
    overzicht = live_server.url + reverse("werkplek:overzicht", args=[dossier.pk])
    log_in(page, dossier.regievoerder)
    page.goto(overzicht)
    page.get_by_role("link", name="gemotiveerd afwijken").first.click()
    page.get_by_label("Waarom wilt u van deze regel afwijken").fill("De tolk Tigrinya was twee weken ziek.")
    vul_datum(page, "geldig_tot", vandaag + timedelta(days=14))
    page.get_by_role("button", name="Leg voor aan een manager").click()
    expect(page.get_by_text("Uw verzoek ligt bij een manager.")).to_be_visible()

    # The manager finds it above her list of dossiers and decides.
    log_in(page, manager)
    page.goto(live_server.url)
    page.get_by_role("link", name="Bekijk en besluit").click()
    page.get_by_role("row").get_by_role("link").first.click()
    page.get_by_label("Goedkeuren").check()
    page.get_by_label("Waarom").fill("Zonder tolk is het geen gesprek.")
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_text("Uw besluit is vastgelegd.")).to_be_visible()

    log_in(page, dossier.regievoerder)
    page.goto(overzicht)
    expect(page.get_by_role("heading", name="Gemotiveerd afwijken")).to_be_visible()
    expect(page.get_by_text("De tolk Tigrinya was twee weken ziek.").first).to_be_visible()
    (feit,) = beeld_of(dossier.pk).afwijkingen
    assert (feit.door, feit.goedgekeurd_door, feit.goedgekeurd_op, feit.geldig_tot) == (
        "Noor Haverkamp", "Mirjam de Graaf", vandaag, vandaag + timedelta(days=14),
    )  # fmt: skip
