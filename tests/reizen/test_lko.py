"""One whole LKO with four partners, each in a browser of their own, up to the answer of the RAO and the fixed minutes."""

from collections.abc import Callable, Iterator
from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.overleg.factories import PARTNERS, Tafel, maak_tafel
from tests.reizen.conftest import vul_datum
from tests.scherm import hoe_breed, inhoud
from verantwoord.overleg import actions
from verantwoord.overleg.models import Agendapunt, Overleg, Overlegpunt
from verantwoord.toegang.models import Inzage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tafel(live_server, transactional_db) -> Tafel:
    """Today's LKO with two cases on its agenda; the DT&V chairs, the COA keeps the minutes."""
    tafel = maak_tafel(eerste_op=timezone.localdate(), naam="LKO azc Assen")
    for _n in range(2):
        punt = tafel.punt()
        actions.change_voorstel(
            door=tafel.dtv,
            punt_id=punt.pk,
            vraag="Kan het vertrek worden voorbereid?",
            voorstel="Intake bij IOM voortzetten en de opvang verlengen.",
            versie=Agendapunt.objects.get(pk=punt.pk).versie,
        )
    return tafel


@pytest.fixture
def schermen(chromium: Browser, tafel: Tafel, log_in) -> Iterator[dict[str, Page]]:
    """Four browsers that share nothing, each with one partner logged in; a broken script fails the test."""
    klachten: list[str] = []
    paginas = {}
    for partner in PARTNERS:
        context = chromium.new_context(
            locale="nl-NL", viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
        )
        pagina = context.new_page()
        pagina.on("pageerror", lambda fout: klachten.append(str(fout)))
        log_in(pagina, tafel.wie(partner))
        paginas[partner] = pagina
    yield paginas
    for pagina in paginas.values():
        pagina.context.close()
    assert klachten == []


@pytest.fixture
def naar(live_server) -> Callable[..., None]:
    def _naar(pagina: Page, naam: str, *args: object) -> None:
        pagina.goto(live_server.url + reverse(f"overleg:{naam}", args=args))

    return _naar


def schrijf_standpunt(pagina: Page, oordeel: str, waarom: str) -> None:
    pagina.get_by_label(oordeel, exact=True).check()
    pagina.get_by_label("Waarom").fill(waarom)
    pagina.get_by_role("button", name="Lever het standpunt in").click()


def stem(pagina: Page, oordeel: str, waarom: str = "") -> None:
    pagina.get_by_label(oordeel, exact=True).check()
    pagina.get_by_label("Waarom").fill(waarom)
    pagina.get_by_role("button", name="Leg uw stem vast").click()
    expect(pagina.get_by_text("Uw stem is vastgelegd.")).to_be_visible()


def plan_rao(tafel: Tafel) -> Overleg:
    """The same four decide for the region today, each in person; what was scaled up is on their agenda."""
    reeks = actions.plan_reeks(
        door=tafel.dtv,
        soort="rao",
        naam="RAO Noord",
        locaties=["Assen"],
        om_de_weken=4,
        eerste_op=timezone.localdate(),
        begin=time(15, 0),
        teams=[],
        medewerkers=[tafel.wie(partner).pk for partner in PARTNERS],
    )
    rao = reeks.overleggen.order_by("datum").first()
    actions.fill_agenda(door=tafel.dtv, overleg_id=rao.pk, peildatum=timezone.localdate())
    return rao


def test_given_four_partners_when_they_hold_an_lko_then_dissent_goes_up_and_comes_back_and_the_rest_is_decided(
    schermen, tafel, naar, axe, live_server
):
    dtv, coa, avim, ind = (schermen[p] for p in PARTNERS)
    oneens, eens = Agendapunt.objects.filter(overleg=tafel.overleg).op_volgorde()

    # The chair opens the meeting; the IND is not there and will vote in writing.
    naar(dtv, "overleggen")
    axe(dtv)
    dtv.get_by_role("link", name="LKO azc Assen").first.click()
    axe(dtv)
    dtv.get_by_role("link", name="Begin het overleg").click()
    axe(dtv)
    for partner in PARTNERS:
        dtv.locator(f"[name=aanwezig_{partner}][value={'nee' if partner == 'ind' else 'ja'}]").check()
    dtv.get_by_role("button", name="Bewaar wie er is").click()
    expect(dtv.get_by_text("niet alle vier de partners").first).to_be_visible()
    axe(dtv)

    # Blind: each sees that another wrote, without a reload, and not what.
    for pagina in schermen.values():
        naar(pagina, "punt", oneens.pk)
        axe(pagina)
    schrijf_standpunt(coa, "Akkoord", "De opvang kan drie weken langer.")
    kaart = avim.locator("#standpunten li").nth(1)
    expect(kaart).to_contain_text("Ingevuld, nog niet zichtbaar")
    assert "drie weken langer" not in inhoud(avim)
    schrijf_standpunt(avim, "Akkoord", "Zij komt alle afspraken na.")
    # Meanwhile the IND types from afar, and the others' writing does not disturb that.
    ind.get_by_label("Waarom").fill("Er loopt nog een hoger")
    schrijf_standpunt(dtv, "Akkoord", "Met verlenging is er geen haast.")
    axe(dtv)
    dtv.get_by_role("link", name="Open de standpunten").click()
    axe(dtv)
    dtv.get_by_role("button", name="Open de standpunten").click()
    expect(coa.get_by_text("Zij komt alle afspraken na.").first).to_be_visible()
    expect(ind.get_by_text("Er is intussen iets veranderd. Wat u typt, blijft staan.")).to_be_visible()
    assert ind.get_by_label("Waarom").input_value() == "Er loopt nog een hoger"
    axe(ind)

    # Dissent by rotation, never by the proposer; the answer; then votes.
    oneens.refresh_from_db()
    assert oneens.tegenspreker == "coa"
    expect(coa.get_by_label("Uw tegenspraak")).to_be_visible()
    axe(coa)
    expect(dtv.get_by_label("Uw antwoord")).to_have_count(0)
    coa.get_by_label("Een risico").check()
    coa.get_by_label("Uw tegenspraak").fill("Wat nu weggaat, is niet terug te draaien.")
    coa.get_by_role("button", name="Leg de tegenspraak vast").click()
    expect(dtv.get_by_label("Uw antwoord")).to_be_visible()
    axe(dtv)
    dtv.get_by_label("Uw antwoord").fill("Daarom wachten wij tot na de uitspraak.")
    dtv.get_by_role("button", name="Leg het antwoord vast").click()
    for pagina in (dtv, coa, avim):
        expect(pagina.get_by_role("button", name="Leg uw stem vast")).to_be_visible()
        axe(pagina)
        stem(pagina, "Akkoord")
    expect(avim.get_by_text("Nog geen besluit: drie van vier akkoord")).to_be_visible()

    # The absent partner votes in writing, against; silence was no agreement, and neither is this.
    naar(ind, "overleggen")
    expect(ind.get_by_role("link", name="Stem schriftelijk")).to_have_count(1)
    axe(ind)
    ind.get_by_role("link", name="Stem schriftelijk").click()
    stem(ind, "Niet akkoord", "Er loopt nog een hoger beroep.")
    expect(coa.get_by_text("Er loopt nog een hoger beroep.").first).to_be_visible()
    coa.get_by_role("link", name="Schaal op").click()
    axe(coa)
    coa.get_by_label("RAO", exact=True).check()
    coa.get_by_label("Waarover zijn de partners het niet eens").fill(
        "De IND wil wachten op het hoger beroep."
    )
    coa.get_by_role("button", name="Schaal op").click()
    expect(dtv.get_by_role("heading", name="Opgeschaald naar het RAO")).to_be_visible()

    # The second item is decided by four, one of them in writing; then actions with an owner and a date.
    for pagina in schermen.values():
        naar(pagina, "punt", eens.pk)
        schrijf_standpunt(pagina, "Akkoord", "Dit past bij haar wens.")
    eens.refresh_from_db()
    tegen = schermen[eens.tegenspreker]
    expect(tegen.get_by_label("Uw tegenspraak")).to_be_visible()
    tegen.get_by_label("Een vraag").check()
    tegen.get_by_label("Uw tegenspraak").fill("Weet zij dat zij kan wachten?")
    tegen.get_by_role("button", name="Leg de tegenspraak vast").click()
    expect(dtv.get_by_label("Uw antwoord")).to_be_visible()
    dtv.get_by_label("Uw antwoord").fill("Ja, dat is in gesprek 2 verteld.")
    dtv.get_by_role("button", name="Leg het antwoord vast").click()
    for pagina in schermen.values():
        expect(pagina.get_by_role("button", name="Leg uw stem vast")).to_be_visible()
        stem(pagina, "Akkoord")
    expect(dtv.get_by_role("heading", name="alle vier akkoord")).to_be_visible()
    coa.get_by_role("link", name="Spreek een actie af").click()
    axe(coa)
    coa.get_by_label("Wat gebeurt er").fill("Verlenging bevestigen, met een tolk")
    coa.get_by_label("Wie doet het").select_option("coa")
    vul_datum(coa, "uiterlijk", timezone.localdate() + timedelta(days=3))
    coa.get_by_role("button", name="Voeg de actie toe").click()
    expect(coa.get_by_role("cell", name="Verlenging bevestigen, met een tolk", exact=True)).to_be_visible()
    axe(coa)

    # Minutes: they wrote themselves, four confirm them, and then nobody changes them.
    naar(dtv, "overleg", tafel.overleg.pk)
    dtv.get_by_role("link", name="Sluit het overleg").click()
    dtv.get_by_role("button", name="Sluit het overleg").click()
    naar(coa, "verslag", tafel.overleg.pk)
    coa.get_by_role("button", name="Deel het verslag").click()
    for pagina in schermen.values():
        naar(pagina, "verslag", tafel.overleg.pk)
        axe(pagina)
        pagina.get_by_role("button", name="Bevestig het verslag").click()
        expect(pagina.get_by_text("Uw organisatie heeft het verslag bevestigd.")).to_be_visible()
    expect(ind.get_by_text("Niemand kan het nog wijzigen").first).to_be_visible()
    axe(ind)

    # The RAO decides, and what it decided comes back to the item and to the dossier.
    rao = plan_rao(tafel)
    naar(dtv, "overleg", rao.pk)
    axe(dtv)
    dtv.get_by_role("navigation", name="Agenda").get_by_role("link").nth(1).click()
    expect(dtv.get_by_text("De IND wil wachten op het hoger beroep.").first).to_be_visible()
    axe(dtv)
    dtv.get_by_role("link", name="Leg de uitkomst vast").click()
    axe(dtv)
    dtv.get_by_label("Er is besloten").check()
    dtv.get_by_label("In woorden").fill("Wachten op de uitspraak; de opvang loopt door.")
    dtv.get_by_role("button", name="Leg de uitkomst vast").click()
    dtv.get_by_role("link", name="Koppel terug").click()
    dtv.get_by_role("button", name="Koppel terug").click()
    naar(avim, "punt", oneens.pk)
    expect(avim.get_by_text("Wachten op de uitspraak; de opvang loopt door.").first).to_be_visible()
    axe(avim)

    dtv.goto(live_server.url + reverse("dossieroverleg:overzicht", args=[oneens.dossiers.get().dossier_id]))
    expect(dtv.get_by_text("De IND wil wachten op het hoger beroep.").first).to_be_visible()
    axe(dtv)

    feit = Overlegpunt.objects.get(punt=oneens)
    assert (feit.besluit, feit.opgeschaald_naar, feit.teruggekoppeld_op) == (
        "opgeschaald",
        "rao",
        timezone.localdate(),
    )
    assert set(Inzage.objects.filter(toegestaan=True).values_list("organisatie", flat=True)) == set(PARTNERS)


@pytest.fixture
def telefoon(chromium: Browser, tafel: Tafel, log_in) -> Iterator[Page]:
    """The IND on a phone."""
    context = chromium.new_context(locale="nl-NL", viewport={"width": 390, "height": 844}, has_touch=True)
    pagina = context.new_page()
    log_in(pagina, tafel.ind)
    yield pagina
    context.close()


@pytest.mark.parametrize("breedte", [390, 320])
def test_given_a_phone_when_a_partner_takes_part_then_nothing_scrolls_sideways_and_axe_is_silent(
    telefoon, tafel, naar, axe, breedte
):
    punt = Agendapunt.objects.filter(overleg=tafel.overleg).op_volgorde().first()
    telefoon.set_viewport_size({"width": breedte, "height": 844})
    bladen = [
        ("overleggen",), ("overleg", tafel.overleg.pk), ("punt", punt.pk), ("handeling", punt.pk, "standpunt"),
        ("stap", tafel.overleg.pk, "voorzitter"), ("verslag", tafel.overleg.pk), ("cijfers",),
    ]  # fmt: skip

    breed = {}
    for blad in bladen:
        naar(telefoon, *blad)
        axe(telefoon)
        breed[blad[0]] = hoe_breed(telefoon)
    naar(telefoon, "punt", punt.pk)
    schrijf_standpunt(telefoon, "Onthouding", "Het hoger beroep loopt nog.")
    expect(telefoon.get_by_text("Uw standpunt is ingeleverd.")).to_be_visible()

    assert breed == dict.fromkeys(breed, breedte)
    assert Agendapunt.objects.get(pk=punt.pk).ingeleverd == ["ind"]


def test_given_no_script_when_a_partner_writes_and_looks_again_then_it_works_all_the_same(
    chromium, tafel, log_in, naar
):
    punt = Agendapunt.objects.filter(overleg=tafel.overleg).op_volgorde().first()
    context = chromium.new_context(locale="nl-NL", java_script_enabled=False)
    pagina = context.new_page()
    log_in(pagina, tafel.avim)

    naar(pagina, "punt", punt.pk)
    schrijf_standpunt(pagina, "Akkoord", "Geen maatregel nodig.")
    tafel.standpunt(punt, "coa")
    pagina.get_by_role("link", name="Ververs deze pagina").click()

    expect(pagina.locator("#standpunten li").nth(1)).to_contain_text("Ingevuld, nog niet zichtbaar")
    context.close()


def test_given_two_acts_at_once_when_both_are_sent_then_both_are_kept(schermen, tafel, naar):
    punt = Agendapunt.objects.filter(overleg=tafel.overleg).op_volgorde().first()
    for partner in PARTNERS:
        naar(schermen[partner], "punt", punt.pk)
        schermen[partner].get_by_label("Akkoord", exact=True).check()
        schermen[partner].get_by_label("Waarom").fill(f"Zo ziet {partner} het.")

    for partner in PARTNERS:
        # Sent without waiting for the answer, so that they reach the server together.
        schermen[partner].evaluate("document.querySelector('#uw-beurt form').requestSubmit()")
    for partner in PARTNERS:
        expect(schermen[partner].get_by_text("Zo ziet ind het.").first).to_be_visible()

    assert sorted(s.partner for s in punt.standpunten.all()) == sorted(PARTNERS)


def test_given_a_screen_that_nobody_touches_when_a_quarter_passes_then_it_stops_asking_until_somebody_does(
    schermen, tafel, naar
):
    pagina = schermen["coa"]
    punt = Agendapunt.objects.filter(overleg=tafel.overleg).op_volgorde().first()
    gevraagd: list[str] = []
    pagina.on("request", lambda verzoek: gevraagd.append(verzoek.url) if "/stand/" in verzoek.url else None)
    pagina.clock.install()
    naar(pagina, "punt", punt.pk)
    rust = pagina.get_by_text("Deze pagina vernieuwt niet meer")

    pagina.clock.fast_forward("16:00")
    expect(rust).to_be_visible()
    gevraagd.clear()
    pagina.clock.run_for(20_000)
    stil = list(gevraagd)
    pagina.mouse.move(10, 10)
    pagina.clock.run_for(5_000)

    expect(rust).to_be_hidden()
    assert stil == []
    assert len(gevraagd) == 1
