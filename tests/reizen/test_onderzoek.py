"""A full onderzoek by three inspecteurs, two of them in browsers of their own: from the draw to the report."""

import hashlib
import zipfile
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from tests.dossier.factories import MedewerkerFactory
from tests.inspectie.leesdesk.proef import OP, dossier_met_inhoud
from tests.scherm import hoe_breed
from verantwoord.inspectie import actions
from verantwoord.inspectie.leesdesk import bibliotheek
from verantwoord.inspectie.leesdesk.maken import make_exemplaren
from verantwoord.inspectie.models import Onderzoek
from verantwoord.toegang.models import Medewerker

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not bibliotheek.is_er(), reason="deduce is not there for this Python"),
]
VRAAG = "Is er medisch getoetst?"


@pytest.fixture
def inspecteurs(live_server, transactional_db) -> list[Medewerker]:
    return [MedewerkerFactory(inspectie=True, naam=naam) for naam in ("Lotte Leider", "Ada Een", "Bo Twee")]


@pytest.fixture
def onderzoek(inspecteurs) -> Onderzoek:
    """Set up, with a plan and a seed that two agreed on; the draw itself is still to be done."""
    leider, een, twee = inspecteurs
    for _ in range(3):
        dossier_met_inhoud()
    onderzoek = actions.start_onderzoek(
        door=leider,
        op=OP,
        titel="Is er echt getoetst?",
        vraag="Wordt er getoetst?",
        deelvragen=["Hoe vaak?"],
        peildatum=OP,
    )
    actions.choose_normen(onderzoek.pk, door=leider, normen=["toetsing-vier-momenten"])
    for wie in (een, twee):
        actions.add_onderzoeker(onderzoek.pk, door=leider, medewerker_id=wie.pk)
    actions.keep_stratum(onderzoek.pk, door=leider, naam="alle", aantal=2)
    actions.next_stand(onderzoek.pk, door=leider)
    actions.propose_seed(onderzoek.pk, door=leider)
    actions.agree_seed(onderzoek.pk, door=een)
    return onderzoek


def test_given_a_plan_when_drawn_read_by_two_and_decided_by_a_third_then_the_report_is_there(
    chromium: Browser, browser_page: Page, live_server, log_in, inspecteurs, onderzoek, axe
):
    leider, een, twee = inspecteurs
    pagina = browser_page
    log_in(pagina, leider)
    adres = {
        naam: live_server.url + reverse(f"leesdesk:{naam}", args=[onderzoek.pk])
        for naam in ("onderzoek", "vergelijken")
    }
    begin = live_server.url + reverse("inspectie:onderzoek", args=[onderzoek.pk])

    # The draw, and on to reading, with one question.
    pagina.goto(live_server.url + reverse("inspectie:steekproef", args=[onderzoek.pk]))
    pagina.get_by_role("button", name="Trek de steekproef").click()
    pagina.goto(begin)
    pagina.get_by_role("button", name="Ga naar de volgende stap").click()
    pagina.goto(adres["onderzoek"])
    pagina.get_by_role("link", name="Voeg een criterium toe").click()
    pagina.get_by_label("Korte naam").fill("medisch")
    pagina.get_by_label("Vraag", exact=True).fill(VRAAG)
    pagina.get_by_label("Automatische meting die hetzelfde telt").select_option("medisch")
    pagina.get_by_role("button", name="Voeg toe").click()
    pagina.get_by_label("Ada Een").check()
    pagina.get_by_label("Bo Twee").check()
    pagina.get_by_role("button", name="Begin met lezen").click()
    make_exemplaren(onderzoek.pk, door=leider)

    # Two read, each in a browser of their own, and differ on the second.
    with chromium.new_context(locale="nl-NL", viewport={"width": 320, "height": 800}) as telefoon:
        ander = telefoon.new_page()
        log_in(ander, een)
        _lees(ander, adres["onderzoek"], ["Ja", "Nee"], axe=axe)
        ander.goto(adres["vergelijken"])
        expect(ander.get_by_text("Er valt nog niets te vergelijken")).to_be_visible()
        assert hoe_breed(ander) == 320
    with chromium.new_context(locale="nl-NL") as scherm:
        ander = scherm.new_page()
        log_in(ander, twee)
        ander.goto(adres["onderzoek"])
        expect(ander.get_by_text("Beoordelaar A")).to_have_count(0)
        _lees(ander, adres["onderzoek"], ["Ja", "Ja"])

    # The third, who is neither, decides with both reasons at hand.
    pagina.goto(adres["onderzoek"])
    axe(pagina)
    pagina.get_by_role("button", name="Beslis over L-002").click()
    expect(pagina.get_by_text("Beoordelaar A: Nee")).to_be_visible()
    expect(pagina.get_by_text("Beoordelaar B: Ja")).to_be_visible()
    axe(pagina)
    _beantwoord(pagina, "Ja", vraag="Uw beslissing")

    # The report, twice the same.
    pagina.goto(begin)
    pagina.get_by_role("button", name="Ga naar de volgende stap").click()
    pagina.goto(adres["vergelijken"])
    pagina.get_by_role("button", name="Maak het verslag").click()
    axe(pagina)
    with pagina.expect_download() as eerste:
        pagina.get_by_role("link", name="Verslag als PDF").click()
    with pagina.expect_download() as pak:
        pagina.get_by_role("link", name="Onderzoeksdossier als ZIP").click()
    pdf = Path(eerste.value.path()).read_bytes()
    assert zipfile.ZipFile(pak.value.path()).read("rapport.pdf") == pdf
    assert hashlib.sha256(pdf).hexdigest() == onderzoek.rapporten.get().pdf_sha256


def _lees(page: Page, adres: str, antwoorden: list[str], *, axe=None) -> None:
    """Open the first copy and judge one after the other; the next opens by itself."""
    page.goto(adres)
    page.get_by_role("link", name="L-001").click()
    if axe is not None:
        axe(page)
        assert hoe_breed(page) == 320
    for nummer, antwoord in enumerate(antwoorden, start=1):
        expect(page.get_by_role("heading", level=1, name=f"L-00{nummer}")).to_be_visible()
        _beantwoord(page, antwoord)
    expect(page.get_by_text("U hebt L-002 afgerond.")).to_be_visible()


def _beantwoord(page: Page, antwoord: str, *, vraag: str = VRAAG) -> None:
    page.get_by_role("group", name=vraag).get_by_label(antwoord, exact=True).check()
    page.get_by_label("Waarom?").fill("Zo staat het er.")
    page.get_by_role("button", name="Rond af").click()
