"""In a real browser: a talk that is planned stands in the agenda and in one's own calendar, until the link is revoked."""

from datetime import timedelta

import icalendar
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.dossier.factories import MedewerkerFactory
from tests.reizen.conftest import vul_datum
from tests.scherm import hoe_breed
from tests.werkplek.bouw import dossier_voor
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.models import Inzage
from verantwoord.werkplek.meldingen.models import Melding

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def noor(live_server):
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def dossier(noor):
    return dossier_voor(noor, naam=("Karim", "Proefman"))


def plan_gesprek(page: Page, adres: str, dossier) -> None:
    """Plan the first talk for tomorrow at ten at the azc."""
    page.goto(adres + reverse("vertrekgesprek:nieuw", args=[dossier.pk]))
    page.locator("[name=moment][value=eerste]").check()
    vul_datum(page, "gepland_op", timezone.localdate() + timedelta(days=1))
    page.locator("[name=tijd]").fill("10.00")
    page.locator("[name=plaats]").fill("azc Assen, kamer 3")
    page.locator("[name=taal]").select_option("ar")
    page.locator("[name=tolk_gepland][value=telefonisch]").check()
    page.get_by_role("button", name="Plan het gesprek").click()


def past(page: Page, axe) -> None:
    """Check the page at its full width and on a narrow phone, where nothing may stick out."""
    axe(page)
    page.set_viewport_size({"width": 320, "height": 800})
    axe(page)
    assert hoe_breed(page) <= 320
    page.set_viewport_size({"width": 1280, "height": 900})


def test_given_a_planned_talk_when_it_is_in_the_agenda_and_in_a_calendar_then_revoking_takes_it_from_the_calendar(
    browser_page, live_server, log_in, noor, dossier, axe
):
    page = browser_page
    log_in(page, noor)

    plan_gesprek(page, live_server.url, dossier)
    expect(page.get_by_text("Gesprek 1").first).to_be_visible()

    # It stands in her agenda, in the month and in the week.
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Agenda").click()
    morgen = timezone.localdate() + timedelta(days=1)
    page.goto(f"{live_server.url}{reverse('agenda:agenda')}?dag={morgen.isoformat()}")
    cel = page.locator(f"td:has(time[datetime='{morgen.isoformat()}'])")
    expect(cel.get_by_role("link", name="Gesprek 1")).to_be_visible()
    expect(cel.get_by_text("10.00")).to_be_visible()
    past(page, axe)
    page.get_by_role("navigation", name="Weergave").get_by_role("link", name="Week").click()
    expect(cel.get_by_text("azc Assen, kamer 3")).to_be_visible()
    past(page, axe)

    # She makes a link, and her calendar reads along.
    page.get_by_role("link", name="Agenda in uw eigen kalender").click()
    past(page, axe)
    page.get_by_role("button", name="Maak een link").click()
    adres = page.get_by_label("Uw link").input_value()
    past(page, axe)
    pad = adres.removeprefix(live_server.url)
    antwoord = Client().get(pad)
    kaarten = icalendar.Calendar.from_ical(antwoord.content).walk("VEVENT")
    assert f"{dossier.nummer} · Gesprek 1" in {str(kaart["summary"]) for kaart in kaarten}
    assert "Proefman" not in antwoord.content.decode()

    # She revokes it; from then on the link is a page that does not exist.
    page.goto(live_server.url + reverse("agenda:eigen_kalender"))
    page.get_by_role("button", name="Trek de link in").click()
    expect(page.get_by_text("De link is ingetrokken.")).to_be_visible()
    assert Client().get(pad).status_code == 404

    assert [*Gebeurtenis.objects.filter(dossier_id=None).order_by("pk").values_list("soort", flat=True)] == [
        "agendalink.gemaakt",
        "agendalink.ingetrokken",
    ]
    assert Inzage.objects.filter(dossier_id=dossier.pk, onderdeel="agenda:feed").count() == 1


def test_given_a_notification_when_it_is_opened_then_the_bell_is_silent(
    browser_page, live_server, log_in, noor, dossier, axe
):
    page = browser_page
    Melding.objects.create(
        medewerker=noor,
        soort="plicht",
        dossier=dossier,
        norm="gesprek-1-termijn",
        uiterlijk_op=timezone.localdate() + timedelta(days=2),
    )
    log_in(page, noor)

    page.goto(live_server.url)
    page.get_by_role("link", name="Meldingen 1 ongelezen").click()
    past(page, axe)
    page.get_by_role("button", name="Open Een plicht loopt binnen drie dagen af Proefman, Karim").click()

    expect(page.get_by_role("heading", level=1, name="Karim Proefman")).to_be_visible()
    expect(page.get_by_role("link", name="Meldingen", exact=True)).to_be_visible()
    page.goto(live_server.url + reverse("meldingen:mail"))
    past(page, axe)
