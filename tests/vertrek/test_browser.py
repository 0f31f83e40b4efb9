"""From the choice to a closed dossier and back, in a real browser."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.kern.bouw import boeking as feit
from tests.kern.bouw import plan
from tests.reizen.conftest import vul_datum
from tests.scherm import hoe_breed
from tests.vertrek.bouw import DAG, klaar_voor_vertrek, maak_dossier
from tests.vertrek.test_afwezigheid import WEG
from verantwoord.dossier.feiten import beeld_of
from verantwoord.vertrek.forms import REISSTAPPEN, STAPPEN

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def vandaag():
    return timezone.localdate()


def tab(live_server, dossier):
    return live_server.url + reverse("vertrek:overzicht", args=[dossier.pk])


def test_given_forced_departure_planned_when_the_person_chooses_to_go_then_that_happens_and_ends_with_proof(
    live_server, browser_page, log_in
):
    dossier = maak_dossier(klaar_voor_vertrek(), vandaag=vandaag())
    log_in(browser_page, dossier.regievoerder)
    browser_page.goto(tab(live_server, dossier))

    browser_page.get_by_role("link", name="Boek een gedwongen vertrek").click()
    vul_datum(browser_page, "gepland_op", vandaag() + timedelta(days=5))
    browser_page.get_by_label("Hoe is dit met de persoon besproken").fill("Hij zei: ik ga dan liever zelf.")
    browser_page.get_by_role("button", name="Leg het gedwongen vertrek vast").click()
    browser_page.get_by_role("link", name="Boek een zelfstandig vertrek").click()
    expect(browser_page.get_by_text("De geboekte gedwongen reis wordt geannuleerd")).to_have_count(1)
    vul_datum(browser_page, "gepland_op", vandaag())
    browser_page.get_by_role("button", name="Leg de reis vast").click()
    browser_page.get_by_role("link", name="Laat het vertrek doorgaan").click()
    browser_page.get_by_label("Waarom gaat het vertrek vandaag door").fill("Hij wil gaan en is gezond.")
    browser_page.get_by_role("button", name="Leg vast dat het vertrek doorgaat").click()
    browser_page.get_by_role("link", name="Leg vast dat de persoon is vertrokken").click()
    browser_page.get_by_label("Zelfstandig vertrokken, met bewijs").check()
    browser_page.get_by_label("Vertrekverklaring van IOM").check()
    browser_page.get_by_label("Waar is het bewijs te vinden").fill("IOM-2026-1")
    browser_page.get_by_role("button", name="Leg het vertrek vast").click()
    browser_page.get_by_role("link", name="Sluit het dossier").click()
    browser_page.get_by_label("Waarom sluit u het dossier").fill("Hij is zelf gegaan.")
    browser_page.get_by_role("button", name="Sluit het dossier").click()

    browser_page.get_by_text("Hij is zelf gegaan.").wait_for()
    beeld = beeld_of(dossier.pk)
    assert (beeld.uitkomst.soort, beeld.gesloten_op) == ("zelfstandig_gecontroleerd", vandaag())
    assert [b.geannuleerd_op for b in beeld.boekingen] == [vandaag(), None]


def test_given_every_step_of_an_absence_when_closed_and_the_person_is_there_again_then_it_opens(
    live_server, browser_page, log_in
):
    dossier = maak_dossier(klaar_voor_vertrek(), vandaag=vandaag())
    log_in(browser_page, dossier.regievoerder)
    browser_page.goto(tab(live_server, dossier))

    browser_page.get_by_role("link", name="Leg vast dat de persoon niet is gezien").click()
    vul_datum(browser_page, "laatst_gezien_op", vandaag() - timedelta(days=6))
    vul_datum(browser_page, "niet_aangekomen_op", vandaag() - timedelta(days=5))
    browser_page.get_by_label("Verwacht om").fill("14:30")
    browser_page.get_by_role("button", name="Leg dit vast").click()
    browser_page.get_by_role("link", name="Leg de aanwezigheidscontrole vast").click()
    vul_datum(browser_page, "op", vandaag() - timedelta(days=2))
    browser_page.get_by_label("Nee", exact=True).check()
    browser_page.get_by_label("Bij ziekenhuis en huisarts").check()
    browser_page.get_by_role("button", name="Leg de controle vast").click()
    browser_page.get_by_role("link", name="Leg het bericht van de AVIM vast").click()
    browser_page.get_by_label("Kenmerk van de AVIM").fill("AVIM-BVV-9")
    vul_datum(browser_page, "op", vandaag() - timedelta(days=1))
    browser_page.get_by_role("button", name="Leg het bericht vast").click()
    browser_page.get_by_text("kenmerk AVIM-BVV-9").wait_for()
    assert beeld_of(dossier.pk).gesloten_op is None
    browser_page.get_by_role("link", name="Sluit het dossier").click()
    browser_page.get_by_label("Vertrokken zonder toezicht").check()
    browser_page.get_by_label("Waarom sluit u het dossier").fill("Niet meer gezien.")
    browser_page.get_by_role("button", name="Sluit het dossier").click()
    browser_page.get_by_role("link", name="Heropen het dossier").click()
    browser_page.get_by_label("De persoon is er weer").check()
    vul_datum(browser_page, "weer_gezien_op", vandaag())
    browser_page.get_by_label("Schrijf op wat er is gebeurd").fill("Hij meldde zich in Ter Apel.")
    browser_page.get_by_role("button", name="Heropen het dossier").click()

    browser_page.get_by_text("Dit dossier is heropend").wait_for()
    beeld = beeld_of(dossier.pk)
    assert (beeld.gesloten_op, beeld.uitkomst, beeld.afwezigheid.laatst_gezien_op) == (None, None, vandaag())


@pytest.mark.parametrize("breedte", [1280, 320])
def test_given_any_width_when_the_pages_are_opened_then_nothing_scrolls_sideways_and_axe_is_silent(
    live_server, browser_page, log_in, axe, breedte
):
    dossier = maak_dossier(
        klaar_voor_vertrek(
            boekingen=[feit(soort="zelfstandig", gepland_op=DAG.isoformat(), begeleiding=["medisch"])],
            medisch={"reisvoorwaarden": ["arts mee op reis", "medicijnen voor zes weken"]},
            afwezigheid=WEG,
            vertrekplannen=[plan(gekozen="zelfstandig_iom")],
        ),
        vandaag=vandaag(),
    )
    log_in(browser_page, dossier.regievoerder)
    browser_page.set_viewport_size({"width": breedte, "height": 900})
    paden = [reverse("vertrek:overzicht", args=[dossier.pk])]
    paden += [reverse("vertrek:stap", args=[dossier.pk, stap]) for stap in STAPPEN]
    paden += [reverse("vertrek:reisstap", args=[dossier.pk, 0, stap]) for stap in REISSTAPPEN]

    breed = {}
    for pad in paden:
        browser_page.goto(live_server.url + pad)
        breed[pad] = hoe_breed(browser_page)
        axe(browser_page)

    assert {pad: w for pad, w in breed.items() if w > breedte} == {}
