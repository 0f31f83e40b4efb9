"""From a question of the regievoerder to a day that does not count, and every page at two widths."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.reizen.conftest import vul_datum
from tests.scherm import hoe_breed
from tests.toezicht.bouw import maak_avim, maak_dossier, maak_maatregel, maak_reistest, plicht
from verantwoord.dossier.feiten import beeld_of
from verantwoord.toezicht.actions import record_meldmoment
from verantwoord.toezicht.forms import MAATREGELSTAPPEN, REISTESTSTAPPEN, STAPPEN

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def vandaag():
    return timezone.localdate()


def test_given_a_question_to_the_avim_when_it_decides_and_hears_the_reason_then_the_day_does_not_count(
    live_server, browser_page, log_in
):
    dossier = maak_dossier(op=vandaag())
    avim = maak_avim()
    page = browser_page

    log_in(page, dossier.regievoerder)
    page.goto(live_server.url + reverse("toezicht:overzicht", args=[dossier.pk]))
    page.get_by_role("link", name="Vraag iets aan de AVIM").click()
    page.get_by_label("Waarom is dit bij deze persoon nodig").fill("Zij kwam twee keer niet op een afspraak.")
    page.get_by_role("button", name="Verstuur de vraag").click()
    page.get_by_text("Antwoord gevraagd voor").wait_for()

    log_in(page, avim)
    page.goto(live_server.url + "/keten/")
    page.get_by_role("link", name="Lees en beslis").click()
    page.get_by_text("Zij kwam twee keer niet op een afspraak.").wait_for()
    page.get_by_role("link", name="Leg een meldplicht op").click()
    vul_datum(page, "op", vandaag() - timedelta(days=3))
    page.get_by_label("Hoe vaak per week").fill("1")
    page.get_by_label("Waarom is toezicht bij deze persoon nodig").fill("Weten waar zij is.")
    page.get_by_role("button", name="Leg de meldplicht op").click()
    page.get_by_role("link", name="Meldplicht", exact=True).click()
    page.get_by_role("link", name="Leg een melding vast").click()
    vul_datum(page, "op", vandaag() - timedelta(days=1))
    page.get_by_label("Nee, of nog niet").check()
    page.get_by_role("button", name="Leg dit vast").click()
    page.get_by_role("link", name="Leg de reden vast").click()
    page.get_by_label("Ja, met de persoon zelf of de gemachtigde").check()
    page.get_by_label("In het ziekenhuis, of ziek").check()
    page.get_by_label("Wat hoorde u, of hoe probeerde u").fill("Zij belde vanuit het ziekenhuis.")
    page.get_by_role("group", name="Telt deze dag als niet gemeld?").get_by_label("Nee").check()
    page.get_by_role("button", name="Leg de reden vast").click()

    log_in(page, dossier.regievoerder)
    page.goto(live_server.url + reverse("toezicht:meldplicht", args=[dossier.pk]))
    page.get_by_text("Zij belde vanuit het ziekenhuis.").wait_for()
    (opgelegd,) = beeld_of(dossier.pk).meldplichten
    assert (opgelegd.opgelegd_door, opgelegd.gemist_op) == ("avim", ())


@pytest.mark.parametrize("breedte", [1280, 320])
def test_given_any_width_when_the_pages_are_opened_then_nothing_scrolls_sideways_and_axe_is_silent(
    live_server, browser_page, log_in, axe, breedte
):
    eergisteren = vandaag() - timedelta(days=2)
    opgelegd = (vandaag() - timedelta(days=30)).isoformat()
    gemist = (vandaag() - timedelta(days=8)).isoformat()
    dossier = maak_dossier(
        op=vandaag(),
        meldplichten=[
            plicht(opgelegd_op=opgelegd, gemist_op=[gemist], per_week=2, reden_afwijking="Op verzoek.")
        ],
    )
    avim = maak_avim()
    record_meldmoment(
        door=avim, dossier_id=dossier.pk, op=eergisteren, soort="gemist", toelichting="", peildatum=vandaag()
    )  # fmt: skip
    maatregel = maak_maatregel(
        dossier, van=vandaag(), tot=vandaag() + timedelta(days=28), toets_voor=vandaag() + timedelta(days=9),
        peildatum=vandaag(),
    )  # fmt: skip
    test = maak_reistest(dossier, vraag_voor=vandaag(), peildatum=vandaag())
    browser_page.set_viewport_size({"width": breedte, "height": 900})

    def adres(naam, *args):
        return reverse(naam, args=[dossier.pk, *args])

    staf = [
        adres(f"toezicht:{naam}")
        for naam in ("overzicht", "meldplicht", "aanwezigheid", "reistesten", "reistest_nieuw")
    ]
    staf += [adres("toezicht:stap", stap) for stap in STAPPEN]
    staf += [adres("toezicht:maatregelstap", maatregel.pk, stap) for stap in MAATREGELSTAPPEN]
    staf += [adres("toezicht:reisteststap", test.pk, stap) for stap in REISTESTSTAPPEN]
    politie = ["/keten/", adres("partner:meldplicht"), adres("partner:stuur", "melding-reden")]
    breed = {}
    for wie, paden in ((dossier.regievoerder, staf), (avim, politie)):
        log_in(browser_page, wie)
        for pad in paden:
            browser_page.goto(live_server.url + pad)
            breed[pad] = hoe_breed(browser_page)
            axe(browser_page)

    assert {pad: w for pad, w in breed.items() if w > breedte} == {}
