"""In a real browser: each precondition removed in turn stops a proposal, and the officer who gets it may say no."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.toezicht.bewaring.bouw import in_bewaring, maak_zaak, schrijf
from verantwoord.dossier.feiten import beeld_of
from verantwoord.toetsing.actions import record_signaal
from verantwoord.toezicht.bewaring.keuzes import Stand
from verantwoord.toezicht.bewaring.models import Aanwijzing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# One of each part; every single one of them is removed in turn in the tests of the acts.
DELEN = (
    ("middel-meldplicht", "Waarom volstaat dit nu niet"),
    ("kwetsbaarheid", "Hoe gaat het met de gezondheid, ook de psychische?"),
    ("lichte-gronden", "4c. Geen vaste woon- of verblijfplaats"),
    ("zicht", "Waarom vindt u dat"),
)
AANBIEDEN = "Vraag een collega om mee te lezen"


def test_given_each_precondition_removed_in_turn_when_a_proposal_is_made_then_it_is_refused_until_it_is_there(
    live_server, browser_page, log_in, axe
):
    zaak = maak_zaak(vandaag=timezone.localdate())
    schrijf(zaak)
    basis = live_server.url + reverse("bewaring:overzicht", args=[zaak.dossier.pk])
    page = browser_page
    page.set_viewport_size({"width": 390, "height": 844})
    log_in(page, zaak.opsteller)
    for deel, vraag in DELEN:
        page.goto(f"{basis}voorstel/{deel}/")
        axe(page)
        woorden = page.get_by_label(vraag).input_value()
        page.get_by_label(vraag).fill("")
        page.get_by_role("button", name="Bewaar en stop hier").click()
        page.get_by_role("heading", name="De vier toetsingen").wait_for()
        page.wait_for_load_state()
        expect(page.get_by_role("link", name=AANBIEDEN)).to_have_count(0)
        page.goto(f"{basis}stap/aanbieden/")
        page.get_by_label("Wie leest mee").select_option(label=zaak.lezer.naam)
        page.get_by_role("button", name="Bied het aan").click()
        page.get_by_text("Het voorstel is nog niet af.").first.wait_for()
        page.goto(f"{basis}voorstel/{deel}/")
        page.get_by_label(vraag).fill(woorden)
        page.get_by_role("button", name="Bewaar en stop hier").click()
    axe(page)

    page.get_by_role("link", name=AANBIEDEN).click()
    page.get_by_label("Wie leest mee").select_option(label=zaak.lezer.naam)
    page.get_by_role("button", name="Bied het aan").click()
    log_in(page, zaak.lezer)
    page.goto(basis)
    axe(page)
    page.get_by_role("link", name="Zeg dat u akkoord bent").click()
    page.get_by_label("Waarom bent u akkoord").fill("Het staat zo in de gesprekken.")
    page.get_by_role("button", name="Leg uw akkoord vast").click()
    log_in(page, zaak.opsteller)
    page.goto(f"{basis}stap/voorleggen/")
    page.get_by_label("Aan wie").select_option(str(zaak.ambtenaar.pk))
    page.get_by_role("button", name="Leg het voor").click()
    page.get_by_text("De ambtenaar heeft bericht gekregen.").wait_for()
    record_signaal(
        door=zaak.opsteller, dossier_id=zaak.dossier.pk, moment="medisch", ontvangen_op=zaak.dag,
        peildatum=zaak.dag, bron="coa",
    )  # fmt: skip
    log_in(page, zaak.ambtenaar)
    page.goto(live_server.url + reverse("partner:begin"))
    page.get_by_role("link", name="Lees en beslis").click()
    axe(page)
    expect(page.get_by_role("link", name="Leg bewaring op", exact=True)).to_have_count(0)
    page.get_by_role("link", name="Leg geen bewaring op").click()
    axe(page)
    page.get_by_label("Waarom niet").fill("Hij meldt zich weer. Ga daarmee verder.")
    page.get_by_role("button", name="Leg geen bewaring op").click()

    page.get_by_role("heading", name="Wat wij u vragen").or_(page.locator("main")).first.wait_for()
    assert zaak.voorstel.stand == Stand.GEWEIGERD
    assert beeld_of(zaak.dossier.pk).bewaringen[0].opgelegd_op is None


def test_given_detention_with_everything_expired_when_it_is_ended_then_one_choice_is_enough(
    live_server, browser_page, log_in, axe
):
    zaak = maak_zaak(vandaag=timezone.localdate())
    in_bewaring(zaak)
    Aanwijzing.objects.update(tot=zaak.dag.replace(year=zaak.dag.year - 1), van=zaak.dag.replace(year=2000))
    page = browser_page
    log_in(page, zaak.opsteller)
    page.goto(live_server.url + reverse("bewaring:overzicht", args=[zaak.dossier.pk]))
    axe(page)

    page.get_by_role("link", name="Hef de bewaring op").click()
    page.get_by_label("Er is geen zicht op uitzetting meer").check()
    page.get_by_role("button", name="Hef de bewaring nu op").click()

    page.get_by_text("De bewaring is opgeheven.").first.wait_for()
    page.get_by_role("link", name="Van ", exact=False).first.click()
    page.get_by_role("heading", name="Eerder voorstel").wait_for()
    axe(page)
    assert beeld_of(zaak.dossier.pk).bewaringen[0].opgeheven_op == zaak.dag
    log_in(page, Aanwijzing.objects.get().voorgesteld_door)
    page.goto(live_server.url + reverse("aanwijzingen:lijst"))
    axe(page)
    page.get_by_role("link", name="Schrijf een aanwijzing op").click()
    axe(page)
