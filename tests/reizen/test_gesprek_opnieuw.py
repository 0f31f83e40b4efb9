"""A talk for which no interpreter came: planned again, held, finished, its words read once more, and answered by the person."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.reizen.conftest import vul_datum
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def plan(page, dag, *, met_tijd="10.00"):
    vul_datum(page, "gepland_op", dag)
    page.get_by_label("Tijd").fill(met_tijd)
    page.get_by_label("Plaats en kamer").fill("azc Assen, kamer 3")
    page.get_by_label("Taal van het gesprek").select_option("ar")
    page.get_by_role("group", name="Spreekt u deze taal zelf").get_by_label("Nee").check()
    page.get_by_role("group", name="Tolk").get_by_label("In de kamer").check()
    page.get_by_role("button", name="Plan het gesprek").click()


def test_given_no_interpreter_when_planned_again_and_held_then_it_is_finished_read_and_answered(
    browser_page, live_server, log_in, overdracht, regievoerder, axe
):
    page, vandaag = browser_page, timezone.localdate()
    Dossier.objects.filter(pk=overdracht.pk).update(regievoerder=regievoerder, intake_afgerond_op=vandaag)
    herbeoordeel([overdracht.pk], peildatum=vandaag)
    log_in(page, regievoerder)

    # Planned for today; the interpreter is ordered and does not come.
    page.goto(live_server.url + reverse("vertrekgesprek:nieuw", args=[overdracht.pk]) + "?moment=eerste")
    plan(page, vandaag)
    page.get_by_role("link", name="Leg de tolk vast").click()
    page.get_by_label("In de kamer").check()
    vul_datum(page, "tolk_besteld_op", vandaag)
    page.get_by_role("button", name="Leg de tolk vast").click()
    expect(page.get_by_text("nog niet bevestigd")).to_be_visible()
    page.get_by_role("link", name="Leg de tolk vast").click()
    page.get_by_role("link", name="De tolk kwam niet").click()
    page.get_by_label("Toelichting").fill("Het tolkenbureau belde om half tien af.")
    page.get_by_role("button", name="Leg dit vast").click()

    # The new plan is ready to fill in and says that it is not held against the person.
    expect(page.get_by_text("Dat ligt niet aan de vreemdeling")).to_be_visible()
    axe(page)
    plan(page, vandaag, met_tijd="14.00")
    expect(page.get_by_role("link", name="het gesprek van")).to_be_visible()

    # Held with an interpreter on the phone, and finished.
    page.get_by_role("link", name="Schrijf het verslag").click()
    page.locator("[name=tolk][value=telefonisch]").check()
    page.locator("[name=opties_besproken][value=iom_rean]").check()
    page.locator("[name=gevolgen]").fill("De opvang eindigt vier weken na een ongegrond beroep.")
    page.locator("[name=eigen_woorden]").fill("Haar man is in maart op het azc overleden.")
    for moment in ("medisch", "buiten_schuld", "schrijnend", "mensenhandel"):
        page.locator(f"[name=vraag_{moment}]").fill("Daar had hij niets over te zeggen.")
    page.locator("[name=afspraak-0-wie]").fill("Regievoerder")
    page.locator("[name=afspraak-0-wat]").fill("Belt de gemeente")
    vul_datum(page, "afspraak-0-uiterlijk", vandaag)
    page.locator("[name=overig]").fill("Hij hoest bloed op.")

    # Asked while writing, the rules show what they would point at; nothing that was typed is lost.
    page.get_by_role("button", name="Kijk mee").click()
    mee = page.locator("#meekijken")
    expect(mee.get_by_role("heading", level=3)).to_have_text(["Schrijnend", "Medisch"])
    expect(page.locator("[name=eigen_woorden]")).to_have_value("Haar man is in maart op het azc overleden.")
    axe(page)
    page.get_by_role("button", name="Rond het gesprek af").click()
    expect(page.get_by_role("heading", name="Gesprek 1 is afgerond")).to_be_visible()

    # One passage does not belong there: it is set aside, with the reason.
    expect(page.get_by_role("heading", name="2 passages om zelf te lezen")).to_be_visible()
    axe(page)
    verslag = page.url
    kaart = page.get_by_role("region", name="Medisch")
    kaart.get_by_role("button", name="Leg terzijde met reden").click()
    expect(page.get_by_text("Schrijf op waarom dit er niet bij hoort.").first).to_be_visible()
    axe(page)
    page.get_by_label("Waarom niet?").fill("De huisarts heeft er vanmorgen naar gekeken.")
    page.get_by_role("button", name="Leg terzijde met reden").click()
    page.get_by_text("1 passage waarover is beslist").click()
    expect(page.get_by_text("De huisarts heeft er vanmorgen naar gekeken.")).to_be_visible()

    # What else was said may be a reason to look again: it becomes a sign, and the toetsing opens.
    expect(page.locator("mark")).to_contain_text(["overleden"])
    page.get_by_role("button", name="Open de toetsing").click()
    expect(page.get_by_text("De passage is een aanwijzing geworden.")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/toetsing/schrijnend/vastleggen/$"))

    # The person reacts, in their own words.
    page.goto(verslag)
    page.get_by_role("link", name="Leg een reactie vast").click()
    page.get_by_label("De reactie, in eigen woorden").fill("Zij was mijn oudste zus.")
    page.get_by_label("Verteld, met of zonder tolk").check()
    page.get_by_role("button", name="Leg de reactie vast").click()
    expect(page.get_by_text("Zij was mijn oudste zus.")).to_be_visible()
    axe(page)

    beeld = beeld_of(overdracht.pk)
    assert [(g.moment, g.status, g.tolk) for g in beeld.gesprekken] == [
        ("eerste", "niet_doorgegaan", "niet_verschenen"),
        ("eerste", "gevoerd", "telefonisch"),
    ]
    assert [(s.moment, s.ontvangen_op, s.bron) for s in beeld.signalen] == [
        ("schrijnend", vandaag, "gesprek")
    ]
    soorten = Gebeurtenis.objects.filter(dossier_id=overdracht.pk, door_naam=regievoerder.naam)
    assert list(soorten.order_by("volgnummer").values_list("soort", flat=True)) == [
        "gesprek.gepland",
        "tolk.besteld",
        "gesprek.niet_doorgegaan",
        "gesprek.gepland",
        "verslag.begonnen",
        "gesprek.afgerond",
        "passage.gelezen",
        "passage.gelezen",
        "signaal.ontvangen",
        "gesprek.reactie",
    ]
