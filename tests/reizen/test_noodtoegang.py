"""An officer opens a card in an emergency, everybody who should hears it, it ends by itself, and another person reviews it."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.dossier.factories import MedewerkerFactory
from tests.reizen.conftest import vul_datum
from tests.scherm import hoe_breed, inhoud
from tests.toegang.klok import laat_verstrijken
from verantwoord.dossier.actions import assign_regievoerder, record_veiligheidskaart
from verantwoord.toegang.models import Inzage, Noodtoegang, OpvallendeInzage, Team

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"]),
]
KAART = "Kamer 12, begane grond. Bel zijn zus, dat kalmeert."


@pytest.fixture
def agent(team, transactional_db):
    ver = Team.objects.create(naam="AVIM Limburg", organisatie="avim", locaties=["Maastricht"])
    return MedewerkerFactory(avim=True, naam="Bram Kuiper", team=ver)


@pytest.fixture
def fg(transactional_db):
    return MedewerkerFactory(fg=True, naam="Ines Vermaat")


@pytest.mark.parametrize("breedte", [1280, 390])
def test_given_danger_when_an_officer_opens_a_card_then_it_ends_by_itself_and_is_reviewed(
    browser_page, live_server, log_in, agent, fg, manager, overdracht, regievoerder, axe, breedte
):
    page = browser_page
    page.set_viewport_size({"width": breedte, "height": 900})
    assign_regievoerder(door=manager, dossier_id=overdracht.pk, regievoerder=regievoerder)
    record_veiligheidskaart(door=regievoerder, dossier_id=overdracht.pk, tekst=KAART, vorige=None)

    # Without a reason nothing opens, and what was typed stays.
    log_in(page, agent)
    page.goto(live_server.url + "/keten/")
    page.get_by_role("link", name="Open in nood").click()
    axe(page)
    page.locator("[name=v_nummer]").fill("9900000017")
    page.locator("[name=categorie][value=veiligheidskaart]").check()
    page.get_by_role("button", name="Leg vast en open").click()
    expect(page.get_by_text("Vul de geboortedatum in, of de achternaam.").first).to_be_visible()
    axe(page)
    assert page.locator("[name=v_nummer]").input_value() == "9900000017"

    # With the wrong day of birth nobody is found; with the right one the card is read.
    page.get_by_label("Wat is er aan de hand").fill("De persoon staat op het dak van het station.")
    vul_datum(page, "geboortedatum", date(1988, 3, 5))
    page.get_by_role("button", name="Leg vast en open").click()
    expect(page.get_by_text("Met deze gegevens gaat er niets open.").first).to_be_visible()
    axe(page)
    vul_datum(page, "geboortedatum", date(1988, 3, 4))
    page.locator("[name=minuten][value='60']").check()
    page.get_by_role("button", name="Leg vast en open").click()
    expect(page.get_by_text(KAART)).to_be_visible()
    axe(page)
    assert hoe_breed(page) <= breedte
    assert "9900000017" not in page.url
    adres = page.url

    # Who directs the case heard at once, and reads the reason beside who looked.
    log_in(page, regievoerder)
    page.goto(live_server.url + "/meldingen/")
    expect(page.get_by_text("Een dossier is in nood geopend").first).to_be_visible()
    page.goto(f"{live_server.url}/dossiers/{overdracht.pk}/inzage/")
    expect(page.get_by_text("De persoon staat op het dak van het station.")).to_be_visible()
    axe(page)

    # The hour passes: not one byte is left.
    gegeven = Noodtoegang.objects.get()
    laat_verstrijken(gegeven, timedelta(minutes=60, seconds=1))
    log_in(page, agent)
    page.goto(adres)
    expect(page.get_by_role("heading", name="Deze noodtoegang is voorbij")).to_be_visible()
    assert KAART not in inhoud(page)
    axe(page)

    # The manager sees that it waits for her; the privacy officer reviews it.
    log_in(page, manager)
    page.goto(live_server.url + "/noodtoegang/te-beoordelen/")
    expect(page.get_by_role("link", name="Bram Kuiper")).to_be_visible()
    axe(page)
    log_in(page, fg)
    page.goto(live_server.url + "/fg/")
    axe(page)
    page.get_by_role("link", name="Bram Kuiper").click()
    assert KAART not in inhoud(page)
    assert "Proefman" not in inhoud(page)
    axe(page)
    page.get_by_role("button", name="Leg uw oordeel vast").click()
    expect(page.get_by_text("Kies een antwoord.").first).to_be_visible()
    page.locator("[name=oordeel][value=terecht]").check()
    page.get_by_label("Waarom").fill("Gebeld met de politie van het station: het klopt.")
    page.get_by_role("button", name="Leg uw oordeel vast").click()
    expect(page.get_by_text("Uw oordeel is vastgelegd.")).to_be_visible()
    axe(page)
    page.goto(live_server.url + "/fg/afgerond/")
    expect(page.get_by_role("link", name="Bram Kuiper")).to_be_visible()
    axe(page)

    # The log says who looked, and that the privacy officer searched it.
    page.goto(live_server.url + "/fg/logboek/")
    page.get_by_label("Dossiernummer").fill(overdracht.nummer)
    page.get_by_role("button", name="Zoek", exact=True).last.click()
    expect(page.get_by_text("In nood geopend").first).to_be_visible()
    axe(page)
    assert hoe_breed(page) <= breedte
    assert Inzage.objects.filter(medewerker_id=fg.pk, onderdeel="fg:logboek").count() == 1


def test_given_a_question_about_a_look_when_signed_then_the_inspectie_reads_it(
    browser_page, live_server, log_in, fg, regievoerder, overdracht, axe
):
    page = browser_page
    OpvallendeInzage.objects.create(
        regel="naamgenoot",
        medewerker_id=regievoerder.pk,
        naam=regievoerder.naam,
        organisatie="dtv",
        rol="regievoerder",
        dossier_id=overdracht.pk,
        dag=date(2026, 3, 2),
        nakijken_voor=date(2026, 3, 9),
    )

    log_in(page, fg)
    page.goto(live_server.url + "/fg/")
    expect(page.get_by_text("1 vraag is niet op tijd nagekeken")).to_be_visible()
    axe(page)
    page.get_by_role("link", name=regievoerder.naam).click()
    axe(page)
    page.locator("[name=oordeel][value=verklaard]").check()
    page.get_by_label("Wat heeft u gevraagd, en wat was het antwoord").fill(
        "Zij nam waar, dat was niet geregeld."
    )
    page.get_by_role("button", name="Leg uw oordeel vast").click()
    expect(page.get_by_text("Uw oordeel is vastgelegd.")).to_be_visible()
    axe(page)

    log_in(page, MedewerkerFactory(inspectie=True, naam="Ot Inspecteur"))
    page.goto(live_server.url + "/fg/afgerond/")
    page.get_by_role("link", name=regievoerder.naam).click()
    expect(page.get_by_text("Zij nam waar, dat was niet geregeld.")).to_be_visible()
    expect(page.get_by_role("button", name="Leg uw oordeel vast")).to_have_count(0)
    axe(page)
