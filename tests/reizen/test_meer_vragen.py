"""The AVIM asks the floor plan because of a danger of suicide, the COA answers, and after its day it cannot be read."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.dossier.factories import MedewerkerFactory
from tests.reizen.conftest import vul_datum
from tests.scherm import hoe_breed, inhoud
from verantwoord.dossier.models import Inzageantwoord
from verantwoord.toegang.models import Inzage, Team

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ANTWOORD = "Kamer 12, begane grond. De ramen gaan niet verder open dan een kier."


@pytest.fixture
def agent(team, transactional_db):
    eenheid = Team.objects.create(naam="AVIM Noord", organisatie="avim", locaties=["Assen"])
    return MedewerkerFactory(avim=True, naam="Bram Kuiper", team=eenheid)


@pytest.fixture
def woonbegeleider(team, transactional_db):
    azc = Team.objects.create(naam="COA AZC Assen", organisatie="coa", locaties=["Assen"])
    return MedewerkerFactory(coa=True, naam="Lotte Wiersma", team=azc)


@pytest.fixture
def telefoon(chromium: Browser) -> Iterator[Page]:
    """Another person on another screen, a small one."""
    context = chromium.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": 390, "height": 844},
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def test_given_a_danger_when_avim_asks_the_floor_plan_then_the_coa_answers_for_a_day_and_then_it_is_closed(
    browser_page, telefoon, live_server, log_in, agent, woonbegeleider, overdracht, regievoerder, axe
):
    page, zaak = browser_page, f"{live_server.url}/keten/dossiers/{overdracht.pk}/"

    # The officer asks from the case itself: what, for what, on which ground; the wrong ground is said at once.
    log_in(page, agent)
    page.goto(zaak)
    page.get_by_role("link", name="Vraag om meer, met uw doel").click()
    axe(page)
    page.locator("[name=soort][value=veiligheidskaart]").check()
    page.get_by_label("Wat wilt u precies weten").fill(
        "Op welke verdieping is de kamer, en kunnen de ramen open?"
    )
    page.get_by_label("Waarvoor heeft u dit nodig").fill(
        "Wij halen de persoon op; er is gevaar voor zelfdoding."
    )
    page.locator("[name=grondslag][value=vitaal_belang]").check()
    page.get_by_role("button", name="Verstuur uw vraag").click()
    expect(page.get_by_text("Daarvoor is een grond uit artikel 9 van de AVG nodig.").first).to_be_visible()
    axe(page)
    page.locator("[name=grondslag][value=vitaal_belang_bijzonder]").check()
    page.get_by_role("button", name="Verstuur uw vraag").click()
    expect(page.get_by_text("Zolang er geen besluit is, gaat er niets open.").first).to_be_visible()
    axe(page)
    vraag_adres = page.url

    # Somebody of the COA, on a telephone, finds it on the desk, and gives an answer until tomorrow.
    log_in(telefoon, woonbegeleider)
    telefoon.goto(live_server.url + "/keten/gevraagd/")
    telefoon.get_by_role("main").locator(f"a[href*='{vraag_adres.rsplit('/', 2)[1]}']").first.click()
    expect(telefoon.get_by_text("er is gevaar voor zelfdoding")).to_be_visible()
    axe(telefoon)
    assert hoe_breed(telefoon) <= 390
    telefoon.get_by_label("Uw antwoord").fill(ANTWOORD)
    telefoon.get_by_label("Waarom mag dit antwoord gegeven worden").fill("Nodig om veilig op te halen.")
    telefoon.get_by_role("button", name="Geef dit antwoord").click()
    expect(telefoon.get_by_text("Vul de datum in.").first).to_be_visible()
    axe(telefoon)
    vul_datum(telefoon, "geldig_tot", timezone.localdate() + timedelta(days=1))
    telefoon.get_by_role("button", name="Geef dit antwoord").click()
    expect(telefoon.get_by_text("Uw antwoord is gegeven.")).to_be_visible()
    axe(telefoon)

    # The officer hears of it, reads the answer and nothing else.
    page.goto(live_server.url + "/meldingen/")
    page.get_by_text("Er is besloten over uw vraag om meer te zien").first.click()
    page.goto(vraag_adres)
    expect(page.get_by_text(ANTWOORD)).to_be_visible()
    axe(page)
    looks = Inzage.objects.filter(medewerker_id=agent.pk, onderdeel="vragen:vraag").count()
    assert looks >= 2

    # Who directs the case sees that it was asked and answered, on the tab that says who looked.
    log_in(telefoon, regievoerder)
    telefoon.goto(f"{live_server.url}/dossiers/{overdracht.pk}/inzage/")
    expect(telefoon.get_by_text("Een vraag, met het antwoord").first).to_be_visible()
    axe(telefoon)
    telefoon.get_by_role("link", name="Vragen van partners om meer te zien").click()
    axe(telefoon)
    telefoon.get_by_role("link", name="Bekijk deze vraag").click()
    expect(telefoon.get_by_role("button", name="Trek het antwoord in")).to_be_visible()
    axe(telefoon)

    # The day passes.
    gisteren = timezone.localdate() - timedelta(days=1)
    Inzageantwoord.objects.update(gegeven_op=gisteren - timedelta(days=1), geldig_tot=gisteren)
    page.goto(vraag_adres)
    expect(page.get_by_text("was te lezen tot en met").first).to_be_visible()
    assert ANTWOORD not in inhoud(page)
    axe(page)
