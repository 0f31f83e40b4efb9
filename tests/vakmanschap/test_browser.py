"""A month of learning in a real browser: a course that is due, a colleague who watches, and a case that is retold."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from tests.reizen.conftest import vul_datum
from tests.vakmanschap.factories import CursusFactory, KennisstukFactory, begon, maak_trainer
from verantwoord.vakmanschap.models import Bijeenkomst, Deelname, Feedback, Meekijken

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mensen(live_server, transactional_db):
    """A new regievoerder, a trainer beside her, and their manager; one course is due next week."""
    vandaag = timezone.localdate()
    with transaction.atomic():
        team = TeamFactory(naam="Noord")
        noor = MedewerkerFactory(naam="Noor Haverkamp", team=team)
        wietske = maak_trainer(MedewerkerFactory(naam="Wietske Boonstra", team=team))
        manager = MedewerkerFactory(naam="Jasmijn Terpstra", manager=True, team=team)
        begon(noor, vandaag - timedelta(days=83))
        CursusFactory(titel="WIGK met oefenen", voor="nieuw", met_oefening=True, geldt_vanaf=vandaag - timedelta(days=400))  # fmt: skip
        KennisstukFactory(titel="Stilte mag", onderwerp="gesprek", geldig_tot=vandaag)
    return noor, wietske, manager


def test_given_a_new_colleague_when_learning_for_a_month_then_each_sees_what_is_theirs(
    browser_page, live_server, log_in, axe, mensen
):
    page, (noor, wietske, manager) = browser_page, mensen
    vandaag = timezone.localdate()

    def open_als(wie, naam, *args):
        log_in(page, wie)
        page.goto(live_server.url + reverse(f"vakmanschap:{naam}", args=args))
        axe(page)

    # The course that is due stands on her first page; she enrols.
    open_als(noor, "begin")
    expect(page.get_by_text("over 7 dagen")).to_be_visible()
    page.get_by_role("link", name="Meld u aan voor WIGK met oefenen").click()
    axe(page)
    vul_datum(page, "gepland_op", vandaag)
    page.get_by_role("button", name="Meld mij aan").click()
    expect(page.get_by_text("Een trainer legt vast dat u hem volgde.")).to_be_visible()
    axe(page)

    # She asks the trainer to watch, on a phone; the trainer agrees, and a number of a dossier is refused.
    page.set_viewport_size({"width": 390, "height": 900})
    open_als(noor, "meekijken_vragen")
    page.get_by_label("Ik wil dat een collega meekijkt").check()
    page.locator("[name=collega]").select_option(label="Wietske Boonstra")
    vul_datum(page, "op", vandaag)
    page.get_by_role("button", name="Vraag het").click()
    open_als(wietske, "begin")
    page.get_by_role("link", name="Zeg ja of nee").click()
    page.get_by_role("button", name="Ja, dat is goed").click()
    page.get_by_role("link", name="Schrijf feedback").click()
    axe(page)
    page.get_by_label("De persoon is vooraf gevraagd").check()
    page.locator("[name=zag_luisteren]").fill("Bij D-2022-000123 viel een stilte.")
    page.locator("[name=werkte]").fill("De samenvatting.")
    page.get_by_role("button", name="Geef deze feedback").click()
    expect(page.get_by_text("“D-2022-000123” lijkt op een dossiernummer.").first).to_be_visible()
    axe(page)
    page.locator("[name=zag_luisteren]").fill("Er viel een stilte, en die mocht er zijn.")
    page.get_by_role("button", name="Geef deze feedback").click()
    expect(page.get_by_role("heading", name="Wat is gezien en gehoord")).to_be_visible()
    open_als(noor, "meekijken_antwoord", Meekijken.objects.get().pk)
    page.locator("[name=antwoord]").fill("Dank, dat neem ik mee.")
    page.get_by_role("button", name="Geef dit antwoord").click()
    expect(page.get_by_text("Dank, dat neem ik mee.")).to_be_visible()
    axe(page)

    # The trainer writes down the result; the manager sees two dates and no word of the feedback.
    page.set_viewport_size({"width": 1280, "height": 900})
    open_als(wietske, "uitkomst_collega", Deelname.objects.get().cursus_id)
    page.locator("[name=medewerker]").select_option(label="Noor Haverkamp")
    vul_datum(page, "gedaan_op", vandaag)
    page.get_by_label("Behaald").check()
    page.locator("[name=bewijs]").fill("Lijst van vandaag")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("rowheader", name="Noor Haverkamp")).to_be_visible()
    axe(page)
    open_als(manager, "team")
    expect(page.get_by_role("rowheader", name="WIGK met oefenen")).to_be_visible()
    expect(page.get_by_role("cell", name="Wietske Boonstra")).to_be_visible()
    expect(page.get_by_text("stilte")).to_have_count(0)

    # Intervision: she plans it, the trainer brings a retold case, and together they agree on something.
    open_als(noor, "intervisie_nieuw")
    page.locator("[name=thema]").fill("Wie blijft zwijgen")
    vul_datum(page, "op", vandaag)
    page.locator("[name=plaats]").fill("Kamer 2")
    page.get_by_label("Wietske Boonstra").check()
    page.get_by_role("button", name="Plan deze intervisie").click()
    expect(page.get_by_text("Wietske Boonstra (heeft nog niet geantwoord)")).to_be_visible()
    bijeenkomst = Bijeenkomst.objects.get()
    open_als(wietske, "intervisie_een", bijeenkomst.pk)
    page.get_by_role("button", name="Ik kom", exact=True).click()
    page.get_by_role("link", name="Breng een casus in").click()
    axe(page)
    page.locator("[name=titel]").fill("Stil aan tafel")
    page.locator("[name=navertelling]").fill("Geboren op 3 mei 1990, en hij zei niets.")
    page.locator("[name=vraag]").fill("Hoe verder?")
    page.get_by_role("button", name="Breng deze casus in").click()
    expect(page.get_by_text("“3 mei 1990” lijkt op een volledige datum.").first).to_be_visible()
    page.locator("[name=navertelling]").fill("Een jonge man zei drie keer niets.")
    page.get_by_role("button", name="Breng deze casus in").click()
    page.get_by_role("link", name="Schrijf inzichten op").click()
    page.locator("[name=inzichten]").fill("Wachten mag.")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name="Maak een afspraak").click()
    axe(page)
    page.locator("[name=wat]").fill("Oefenen met stilte")
    page.locator("[name=wie]").select_option(label="Noor Haverkamp")
    vul_datum(page, "uiterlijk", vandaag)
    page.get_by_role("button", name="Bewaar").click()
    open_als(noor, "intervisie_een", bijeenkomst.pk)
    page.get_by_role("button", name="Zet als gedaan").click()
    open_als(noor, "intervisie_een", bijeenkomst.pk)
    page.get_by_text("De intervisie afronden").click()
    page.get_by_role("button", name="Rond de intervisie af").click()
    expect(page.get_by_role("heading", name="Deze intervisie is afgerond")).to_be_visible()
    log_in(page, manager)
    assert page.request.get(page.url).status == 404

    # What is known is found by a word.
    open_als(noor, "kennis")
    page.get_by_label("Welk woord?").fill("stilte")
    page.get_by_role("button", name="Zoek", exact=True).last.click()
    page.get_by_role("link", name="Stilte mag").click()
    axe(page)
    expect(page.get_by_role("heading", level=1, name="Stilte mag")).to_be_visible()

    assert (Deelname.objects.get().uitkomst, Feedback.objects.get().beantwoord_op) == ("behaald", vandaag)
