"""The gallery in a real browser: at every width, without a fault, by keyboard, and in greys."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web import conceptpagina

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("tests.web.conceptpagina"),
]

WIDTHS = [320, 390, 720, 800, 941, 1280]
KEPT_WITHIN = 600
"""Milliseconds after which what was typed is kept on the computer; the page's policy forbids polling for it."""
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).clipPath === 'none')
    .map((e) => e.tagName + '.' + e.getAttribute('class')).slice(0, 5)"""
FORCE_SPACING = """p, li, dd, dt, td, th, a, span, h1, h2, h3, h4, label, button, input, textarea, select {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"""


def sideways(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def faults(page: Page) -> list[str]:
    return [
        f"{fault['id']}: {fault['nodes'][0]['target']}" for fault in Axe().run(page).response["violations"]
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_given_any_width_when_opening_the_gallery_then_nothing_scrolls_sideways_and_axe_finds_nothing(
    browser_page: Page, live_server, width
):
    browser_page.set_viewport_size({"width": width, "height": 900})
    browser_page.goto(f"{live_server.url}/onderdelen/")

    assert sideways(browser_page) == 0, browser_page.evaluate(TOO_WIDE)
    assert faults(browser_page) == []


def test_given_a_planted_fault_when_axe_looks_then_it_is_found(browser_page: Page, live_server):
    browser_page.goto(f"{live_server.url}/onderdelen/")
    browser_page.evaluate("document.querySelector('main').append(document.createElement('button'))")

    assert [fault.split(":")[0] for fault in faults(browser_page)] == ["button-name"]


def test_given_wide_letters_on_a_phone_when_forced_then_nothing_scrolls_sideways(
    browser_page: Page, live_server
):
    browser_page.set_viewport_size({"width": 390, "height": 900})
    browser_page.goto(f"{live_server.url}/onderdelen/")
    # A constructed sheet, as a reader's own browser would add it: the page's policy forbids inline styles.
    browser_page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }",
        FORCE_SPACING,
    )

    assert sideways(browser_page) == 0, browser_page.evaluate(TOO_WIDE)


def test_given_the_keyboard_when_tabbing_in_then_the_first_stop_leads_to_the_content(
    browser_page: Page, live_server
):
    browser_page.goto(f"{live_server.url}/proef/")

    browser_page.keyboard.press("Tab")
    focused = browser_page.evaluate("document.activeElement.getAttribute('href')")
    browser_page.keyboard.press("Enter")

    assert focused == "#inhoud"
    assert browser_page.evaluate("document.activeElement.id") == "inhoud"


def test_given_any_stop_of_the_keyboard_when_focused_then_a_ring_is_seen(browser_page: Page, live_server):
    browser_page.goto(f"{live_server.url}/onderdelen/")
    browser_page.locator(".utrecht-skip-link").focus()
    rings = set()
    for _ in range(60):
        browser_page.keyboard.press("Tab")
        rings.add(
            browser_page.evaluate(
                "(() => { const s = getComputedStyle(document.activeElement);"
                " return s.outlineStyle + ' ' + s.outlineWidth + ' ' + s.outlineColor })()"
            )
        )

    assert rings == {"solid 3px rgb(123, 45, 155)"}


def test_given_a_wrong_form_when_it_comes_back_then_the_summary_has_the_focus_and_leads_to_the_box(
    browser_page: Page, live_server
):
    browser_page.goto(f"{live_server.url}/onderdelen/")
    expect(browser_page.locator("[data-samenvatting]")).to_be_focused()

    browser_page.get_by_role("link", name=re.compile("31 september bestaat niet")).click()

    expect(browser_page.locator("#id_datum_0")).to_be_focused()


def test_given_a_phone_when_choosing_a_part_then_it_opens_and_without_script_there_is_a_button(
    chromium, live_server
):
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 900}, locale="nl-NL"
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/onderdelen/")

    page.get_by_role("combobox", name="Onderdeel van het dossier").select_option("Toetsing")
    page.get_by_role("button", name="Toon").first.click()

    expect(page).to_have_url(f"{live_server.url}/onderdelen/")
    context.close()


def test_given_no_script_when_opening_the_menu_on_a_phone_then_every_item_is_there(chromium, live_server):
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 900}, locale="nl-NL"
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/onderdelen/")
    expect(page.get_by_role("link", name="Kwaliteit")).to_be_hidden()

    page.get_by_text("Menu", exact=True).click()

    expect(page.get_by_role("link", name="Kwaliteit")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "path", ["/fout/", "/proef/", "/onderdelen/portaal/", "/onderdelen/portaal/?taal=ar"]
)
def test_given_the_other_pages_when_looked_at_then_axe_finds_nothing(chromium, live_server, path):
    context = chromium.new_context(locale="nl-NL", viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{live_server.url}{path}")

    assert faults(page) == []
    assert sideways(page) == 0
    context.close()


def test_given_typed_text_when_the_tab_was_closed_then_it_is_offered_back(browser_page: Page, live_server):
    browser_page.goto(f"{live_server.url}/proef/")
    browser_page.get_by_label("Woorden").fill("Mijn dochter wil haar schooljaar afmaken.")
    browser_page.get_by_label("Toon").check()
    browser_page.wait_for_timeout(KEPT_WITHIN)

    browser_page.goto(f"{live_server.url}/proef/")
    expect(
        browser_page.get_by_text(re.compile(r"Er staat nog een niet bewaarde tekst van \d\d\.\d\d uur"))
    ).to_be_visible()
    browser_page.get_by_role("button", name="Terugzetten").click()

    expect(browser_page.get_by_label("Woorden")).to_have_value("Mijn dochter wil haar schooljaar afmaken.")
    expect(browser_page.get_by_label("Toon")).to_be_checked()


def test_given_an_offer_when_thrown_away_then_it_never_comes_back(browser_page: Page, live_server):
    browser_page.goto(f"{live_server.url}/proef/")
    browser_page.get_by_label("Woorden").fill("Weg hiermee.")
    browser_page.wait_for_timeout(KEPT_WITHIN)
    browser_page.goto(f"{live_server.url}/proef/")

    browser_page.get_by_role("button", name="Weggooien").click()

    assert browser_page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('concept:'))") == []
    assert browser_page.get_by_label("Woorden").input_value() == ""


def test_given_a_change_when_a_few_seconds_pass_then_the_server_has_it_and_says_when(
    browser_page: Page, live_server
):
    conceptpagina.received.clear()
    browser_page.goto(f"{live_server.url}/proef/")

    browser_page.get_by_label("Woorden").fill("Wij werken samen.")
    expect(browser_page.get_by_text("Bewaard om 10.42 uur")).to_be_visible()

    assert [draft["woorden"] for draft in conceptpagina.received] == ["Wij werken samen."]
    expect(browser_page.get_by_text("Hassan Ouali werkt ook in dit verslag.")).to_be_visible()
    assert browser_page.locator("[data-concept-versie]").input_value() == "2"


def test_given_no_connection_when_typing_then_the_text_stays_here_and_the_line_says_so(chromium, live_server):
    context = chromium.new_context(locale="nl-NL")
    page = context.new_page()
    page.goto(f"{live_server.url}/proef/")
    context.set_offline(True)

    page.get_by_label("Woorden").fill("Zonder lijn.")

    expect(page.get_by_text("Geen verbinding; uw tekst staat op deze computer")).to_be_visible()
    assert page.evaluate("localStorage.getItem('concept:proef-1')").count("Zonder lijn.") > 0
    context.close()


def test_given_a_saved_form_when_confirmed_then_nothing_stays_on_this_computer(
    browser_page: Page, live_server
):
    browser_page.goto(f"{live_server.url}/proef/")
    browser_page.get_by_label("Woorden").fill("Klaar.")

    browser_page.get_by_role("button", name="Bewaar").click()
    expect(browser_page.get_by_text("Bewaard", exact=True)).to_be_visible()

    assert browser_page.evaluate("localStorage.getItem('concept:proef-1')") is None


def test_given_a_log_out_when_pressed_then_every_draft_on_this_computer_is_gone(
    browser_page: Page, live_server
):
    browser_page.goto(f"{live_server.url}/proef/")
    browser_page.evaluate("localStorage.setItem('concept:ander', '{\"om\": 9e15, \"velden\": []}')")

    browser_page.get_by_role("button", name="Weg", exact=True).click()

    assert browser_page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('concept:'))") == []
