"""Talks in a real browser: a closed tab, two people writing, only a keyboard, a narrow phone, and axe."""

import re
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.dossier.factories import MedewerkerFactory
from tests.ondersteuning.factories import WensFactory
from tests.scherm import hoe_breed
from tests.vertrekgesprek.factories import VRAGEN, GesprekFactory
from verantwoord.vertrekgesprek.models import Gesprek, Klad

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BEWAARD = re.compile(r"^Bewaard om \d\d\.\d\d uur$")


def adres(live_server, naam, gesprek):
    return live_server.url + reverse(f"vertrekgesprek:{naam}", args=[gesprek.dossier_id, gesprek.pk])


def eigen_woorden(page: Page):
    return page.get_by_label("Wat wilt u zelf, als u zou gaan? En wat houdt u tegen?")


def wacht_op_eigen_kopie(page: Page) -> None:
    """Wait until the browser itself holds what was typed."""
    for _ in range(50):
        if page.evaluate("Object.keys(localStorage).some((naam) => naam.startsWith('concept:'))"):
            return
        page.wait_for_timeout(100)
    raise AssertionError("the browser keeps no copy of its own")


def test_given_a_tab_closed_while_writing_when_the_report_is_opened_again_then_the_text_is_offered_back(
    browser_page, live_server, log_in, vandaag
):
    gesprek = GesprekFactory()
    log_in(browser_page, gesprek.dossier.regievoerder)
    tab = browser_page.context.new_page()
    tab.goto(adres(live_server, "verslag", gesprek))
    eigen_woorden(tab).fill("Ik wil niet zonder papieren van de school aankomen.")
    wacht_op_eigen_kopie(tab)
    tab.close()

    browser_page.goto(adres(live_server, "verslag", gesprek))
    expect(eigen_woorden(browser_page)).to_have_value("")
    browser_page.get_by_role("button", name="Terugzetten").click()

    expect(eigen_woorden(browser_page)).to_have_value("Ik wil niet zonder papieren van de school aankomen.")
    assert not Klad.objects.exists()


def test_given_an_offer_nobody_answered_when_newer_text_was_lost_too_then_both_are_offered_the_newest_first(
    browser_page, live_server, log_in, vandaag
):
    gesprek = GesprekFactory()
    log_in(browser_page, gesprek.dossier.regievoerder)
    for tekst in ("Ik wil mijn broer bellen.", "Ik wil mijn gereedschap mee."):
        tab = browser_page.context.new_page()
        tab.goto(adres(live_server, "verslag", gesprek))
        eigen_woorden(tab).fill(tekst)
        tab.wait_for_timeout(700)
        tab.close()

    browser_page.goto(adres(live_server, "verslag", gesprek))
    aanbod = browser_page.get_by_role("button", name="Terugzetten")
    expect(aanbod).to_have_count(2)
    aanbod.first.click()
    expect(eigen_woorden(browser_page)).to_have_value("Ik wil mijn gereedschap mee.")
    aanbod.first.click()

    expect(eigen_woorden(browser_page)).to_have_value("Ik wil mijn broer bellen.")
    expect(aanbod).to_have_count(0)


def test_given_the_connection_is_lost_while_writing_when_the_page_opens_again_then_the_text_is_offered_back(
    browser_page, live_server, log_in, vandaag
):
    gesprek = GesprekFactory()
    log_in(browser_page, gesprek.dossier.regievoerder)
    tab = browser_page.context.new_page()
    tab.goto(adres(live_server, "verslag", gesprek))
    tab.context.set_offline(True)
    eigen_woorden(tab).fill("Haar graf is in Zwolle.")
    expect(tab.get_by_text("Geen verbinding; uw tekst staat op deze computer")).to_be_visible()
    tab.close()

    browser_page.context.set_offline(False)
    browser_page.goto(adres(live_server, "verslag", gesprek))
    browser_page.get_by_role("button", name="Terugzetten").click()

    expect(eigen_woorden(browser_page)).to_have_value("Haar graf is in Zwolle.")


def test_given_somebody_pauses_when_writing_then_the_server_keeps_it_and_another_computer_has_it(
    browser_page, live_server, log_in, vandaag, chromium
):
    gesprek = GesprekFactory()
    log_in(browser_page, gesprek.dossier.regievoerder)
    browser_page.goto(adres(live_server, "verslag", gesprek))

    eigen_woorden(browser_page).fill("Haar graf is in Zwolle.")
    expect(browser_page.get_by_text(BEWAARD)).to_be_visible()

    elders = chromium.new_context(locale="nl-NL").new_page()
    log_in(elders, gesprek.dossier.regievoerder)
    elders.goto(adres(live_server, "verslag", gesprek))
    expect(eigen_woorden(elders)).to_have_value("Haar graf is in Zwolle.")
    elders.context.close()


def test_given_two_people_in_one_report_when_the_second_saves_then_both_texts_are_there_to_choose_from(
    browser_page, live_server, log_in, vandaag, chromium
):
    gesprek = GesprekFactory()
    hassan = MedewerkerFactory(team=gesprek.dossier.team, naam="Hassan Ouali")
    noor, ander = browser_page, chromium.new_context(locale="nl-NL").new_page()
    log_in(noor, gesprek.dossier.regievoerder)
    log_in(ander, hassan)
    for page in (noor, ander):
        page.goto(adres(live_server, "verslag", gesprek))
    eigen_woorden(ander).fill("Hij zei: mijn zus.")
    expect(ander.get_by_text(BEWAARD)).to_be_visible()

    eigen_woorden(noor).fill("Hij zei: mijn broer.")
    expect(noor.get_by_text("Hassan Ouali werkt ook in dit verslag.")).to_be_visible()
    noor.get_by_role("button", name="Later verder").click()

    expect(noor.get_by_role("heading", level=1)).to_have_text("Twee teksten, kies wat blijft")
    expect(noor.locator("del")).to_have_text("zus")
    noor.get_by_label("De tekst die blijft").fill("Hij zei: mijn zus en mijn broer.")
    noor.get_by_role("button", name="Bewaar deze tekst").click()
    expect(noor.get_by_role("heading", name="Gesprekken", level=2, exact=True)).to_be_visible()
    assert Klad.objects.get().velden["eigen_woorden"] == ["Hij zei: mijn zus en mijn broer."]
    ander.context.close()


def tab_naar(page: Page, sleutel: str) -> None:
    """Press Tab until the element with this id, or name and value, has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        hier = page.evaluate(
            "[document.activeElement.id, `${document.activeElement.name}=${document.activeElement.value}`]"
        )
        if sleutel in hier:
            return
    raise AssertionError(f"the keyboard does not reach {sleutel}")


def test_given_only_a_keyboard_when_holding_a_talk_then_it_can_be_finished(
    browser_page, live_server, log_in, vandaag
):
    gesprek = GesprekFactory()
    log_in(browser_page, gesprek.dossier.regievoerder)
    browser_page.goto(adres(live_server, "verslag", gesprek))
    toets = browser_page.keyboard

    tab_naar(browser_page, "tolk=aanwezig")
    toets.press("Space")
    for optie in ("iom_rean", "dia"):
        tab_naar(browser_page, f"opties_besproken={optie}")
        toets.press("Space")
    for veld, tekst in (
        ("id_gevolgen", "De opvang eindigt na vier weken."),
        ("id_eigen_woorden", "Ik wil mijn gereedschap mee."),
        *((f"id_vraag_{moment}", antwoord) for moment, antwoord in VRAGEN.items()),
        ("id_afspraak-0-wie", "Regievoerder"),
        ("id_afspraak-0-wat", "Belt de school"),
        ("id_afspraak-0-uiterlijk_0", "1"),
        ("id_afspraak-0-uiterlijk_1", "3"),
        ("id_afspraak-0-uiterlijk_2", "2022"),
    ):
        tab_naar(browser_page, veld)
        toets.type(tekst)
    tab_naar(browser_page, "doe=afronden")
    toets.press("Enter")

    expect(browser_page.get_by_role("heading", name="Gesprek 2 is afgerond")).to_be_visible()
    af = Gesprek.objects.get()
    assert (af.afgerond_op, af.opties_besproken, af.vragen) == (
        date(2022, 2, 16),
        ["iom_rean", "dia"],
        VRAGEN,
    )
    assert (
        browser_page.evaluate("Object.keys(localStorage).filter((naam) => naam.startsWith('concept:'))") == []
    )


def test_given_enter_in_a_field_when_writing_then_the_draft_is_kept_and_one_stays(
    browser_page, live_server, log_in, vandaag
):
    gesprek = GesprekFactory()
    log_in(browser_page, gesprek.dossier.regievoerder)
    browser_page.goto(adres(live_server, "verslag", gesprek))

    browser_page.get_by_label("Wie", exact=True).fill("Regievoerder")
    browser_page.keyboard.press("Enter")

    expect(browser_page.get_by_label("Wie", exact=True)).to_have_value("Regievoerder")
    assert Gesprek.objects.get().status == "gepland"
    assert Klad.objects.get().velden["afspraak-0-wie"] == ["Regievoerder"]


def test_given_a_narrow_phone_when_any_page_of_talks_and_wishes_opens_then_it_fits_and_axe_is_content(
    browser_page, live_server, log_in, vandaag, axe
):
    gesprek = GesprekFactory(eerste=True)
    dossier = gesprek.dossier
    af = GesprekFactory(
        dossier=dossier,
        moment="extra",
        afgerond=True,
        eigen_woorden="Zij heeft epilepsie. Zij zou graag een opleiding tot kleermaakster willen volgen.",
    )
    niet = GesprekFactory(dossier=dossier, moment="extra", status="niet_doorgegaan", oorzaak="tolk")
    wens = WensFactory(dossier=dossier)
    WensFactory(dossier=dossier, beantwoord=True)
    log_in(browser_page, dossier.regievoerder)
    paden = [
        *(
            live_server.url + reverse(naam, args=[dossier.pk])
            for naam in (
                "vertrekgesprek:lijst",
                "vertrekgesprek:nieuw",
                "ondersteuning:wensen",
                "ondersteuning:nieuw",
            )
        ),
        *(
            adres(live_server, naam, gesprek)
            for naam in ("gesprek", "verslag", "verzetten", "niet-gevoerd", "tolk")
        ),
        *(adres(live_server, naam, af) for naam in ("gesprek", "aanvulling", "reactie")),
        adres(live_server, "gesprek", niet),
        f"{live_server.url}{reverse('vertrekgesprek:nieuw', args=[dossier.pk])}?na={niet.pk}",
        live_server.url + reverse("ondersteuning:beantwoorden", args=[dossier.pk, wens.pk]),
        *(
            live_server.url + reverse(f"woordregels:{naam}")
            for naam in ("begin", "gedeeld", "proberen", "voorstellen", "voorstel-nieuw")
        ),
        live_server.url + reverse("woordregels:soort", args=["wens"]),
        live_server.url + reverse("werkplek:algoritmen"),
    ]

    te_breed = []
    for pad in paden:
        for breedte in (1280, 320):
            browser_page.set_viewport_size({"width": breedte, "height": 800})
            browser_page.goto(pad)
            # One of the many lists of words; the others look the same.
            for lijst in browser_page.locator(
                "details:has(> ul.vg-woorden), details:has(* > ul.vg-woorden)"
            ).all()[:1]:
                lijst.locator("summary").first.click()
            if hoe_breed(browser_page) > breedte:
                te_breed.append((pad, breedte))
            axe(browser_page)

    assert te_breed == []


def test_given_faults_when_finishing_then_the_summary_has_the_focus_and_leads_to_the_field(
    browser_page, live_server, log_in, vandaag, axe
):
    gesprek = GesprekFactory()
    log_in(browser_page, gesprek.dossier.regievoerder)
    browser_page.goto(adres(live_server, "verslag", gesprek))

    browser_page.get_by_role("button", name="Rond het gesprek af").click()

    expect(browser_page.locator("[data-samenvatting]")).to_be_focused()
    axe(browser_page)
    browser_page.get_by_role("link", name=re.compile("^Tolk: Kies of er een tolk was")).click()
    expect(browser_page.get_by_role("radio", name="In de kamer")).to_be_in_viewport()
