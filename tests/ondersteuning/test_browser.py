"""A wish in a real browser, from the letter of the lawyer to the day the person hears what came of it; and a narrow screen."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory, BijdrageFactory, WensFactory, zet_verwijzing
from tests.scherm import hoe_breed
from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.ondersteuning.models import Wens

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WOORDEN = "Mijn cliënt wil, als hij moet gaan, weer kapper worden in Basra."


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def pagina(browser_page, log_in, dossier):
    log_in(browser_page, dossier.regievoerder)
    return browser_page


def test_given_a_wish_from_the_lawyer_when_worked_on_then_it_is_judged_matched_referred_and_told(
    live_server, pagina, dossier, axe
):
    AanbodFactory(titel="Eigen zaak", organisatie="Stichting Proef", gezin=True)
    begin = live_server.url + reverse("ondersteuning:wensen", args=[dossier.pk])

    # The wish, as the lawyer wrote it.
    pagina.goto(begin)
    pagina.get_by_role("link", name="Leg een wens vast").click()
    pagina.get_by_label("De wens, in eigen woorden").fill(WOORDEN)
    pagina.get_by_label("Waar gaat de wens over?").select_option("ondernemen")
    pagina.get_by_label("Gemachtigde").check()
    pagina.get_by_label("Hoe kwam het bij u?").fill("brief van mr. Proef")
    axe(pagina)
    pagina.get_by_role("button", name="Bewaar de wens").click()
    expect(pagina.get_by_text(WOORDEN)).to_be_visible()
    expect(pagina.get_by_text("bron: Gemachtigde (brief van mr. Proef)")).to_be_visible()
    axe(pagina)

    # It can be done, and why.
    pagina.get_by_role("link", name="Beoordeel of dit kan").click()
    pagina.get_by_label("Er is een weg naartoe").check()
    pagina.get_by_label("Waarom?").fill("Er is een winkel vrij in de straat van zijn broer.")
    pagina.get_by_role("button", name="Bewaar de beoordeling").click()

    # What fits, and a referral with consent.
    pagina.get_by_role("link", name="Past hierbij").click()
    expect(pagina.get_by_role("heading", name="Eigen zaak")).to_be_visible()
    axe(pagina)
    pagina.get_by_role("link", name="Verwijs hiernaar Eigen zaak").click()
    assert pagina.get_by_label("Welke organisatie of contactpersoon?").input_value() == "Stichting Proef"
    pagina.get_by_label("Ja, dat mag").check()
    pagina.get_by_label("Wat vraagt u de organisatie?").fill("Samen een plan maken voor een kapperszaak.")
    axe(pagina)
    pagina.get_by_role("button", name="Leg vast wat is afgesproken").click()
    expect(pagina.get_by_text("Vertel dit ook als antwoord op de wens.")).to_be_visible()

    # The answer, told at once.
    pagina.get_by_role("link", name="Geef antwoord").first.click()
    assert pagina.get_by_label("Doorverwezen").is_checked()
    pagina.get_by_label("Welk antwoord geeft u?").fill("Stichting Proef belt u deze week.")
    pagina.get_by_label("Via de gemachtigde").check()
    pagina.get_by_role("button", name="Bewaar het antwoord").click()
    expect(pagina.get_by_text("De vreemdeling hoorde dit op")).to_be_visible()

    # How it goes, and what came of it.
    pagina.get_by_role("link", name="Leg vast hoe het loopt").first.click()
    pagina.get_by_label("Hoe loopt het?").fill("Het eerste gesprek was goed.")
    pagina.get_by_role("button", name="Bewaar hoe het loopt").click()
    pagina.get_by_role("link", name="Leg de uitslag vast").first.click()
    pagina.get_by_label("Het lukt", exact=True).check()
    pagina.get_by_label("Wat is er afgesproken of geregeld?").fill(
        "Het plan is klaar en de stoel wordt betaald."
    )
    axe(pagina)
    pagina.get_by_role("button", name="Bewaar de uitslag").click()

    # The page asks to tell it; after that nothing waits.
    pagina.get_by_role("link", name="Geef een nieuw antwoord").first.click()
    expect(pagina.get_by_text("Het plan is klaar en de stoel wordt betaald.")).to_be_visible()
    pagina.get_by_label("Vervuld").check()
    pagina.get_by_label("Welk antwoord geeft u?").fill("Uw plan is klaar. De stichting betaalt de stoel.")
    pagina.get_by_label("In een gesprek").check()
    pagina.get_by_role("button", name="Bewaar het antwoord").click()
    expect(pagina.get_by_role("heading", name="Wat wacht, en op wie")).to_have_count(0)
    axe(pagina)

    wens, (feit,) = Wens.objects.get(), beeld_of(dossier.pk).verwijzingen
    assert (wens.omschrijving, wens.vervolg, wens.verteld_wijze) == (WOORDEN, "vervuld", "gesprek")
    assert (feit.toestemming, feit.resultaat) == (True, "Het plan is klaar en de stoel wordt betaald.")
    assert list(Gebeurtenis.objects.order_by("volgnummer").values_list("soort", flat=True)) == [
        "wens.geuit", "wens.beoordeeld", "verwijzing.gedaan", "wens.beantwoord", "verwijzing.opgevolgd",
        "verwijzing.resultaat", "wens.beantwoord",
    ]  # fmt: skip


@pytest.mark.parametrize("breedte", [1280, 320])
def test_given_any_width_when_the_pages_are_opened_then_nothing_scrolls_sideways_and_axe_is_silent(
    live_server, pagina, dossier, axe, breedte
):
    wens = WensFactory(dossier=dossier, soort="ondernemen", beantwoord=True)
    WensFactory(dossier=dossier)
    AanbodFactory()
    zet_verwijzing(dossier)
    bijdrage = BijdrageFactory(dossier=dossier, besloten=True)
    pagina.set_viewport_size({"width": breedte, "height": 900})
    paden = [
        reverse("ondersteuning:wensen", args=[dossier.pk]),
        reverse("ondersteuning:vertellen", args=[dossier.pk, wens.pk]),
        reverse("ondersteuning:past_hierbij", args=[dossier.pk, wens.pk]),
        reverse("ondersteuning:verwijzen", args=[dossier.pk]),
        reverse("ondersteuning:opvolging", args=[dossier.pk, 0]),
        reverse("ondersteuning:resultaat", args=[dossier.pk, 0]),
        reverse("ondersteuning:einde", args=[dossier.pk, 0]),
        reverse("ondersteuning:bijdrage", args=[dossier.pk]),
        reverse("ondersteuning:besluit", args=[dossier.pk, bijdrage.pk]),
        reverse("catalogus:lijst"),
        reverse("catalogus:aanbod", args=[AanbodFactory().pk]),
    ]

    breed = {}
    for pad in paden:
        pagina.goto(live_server.url + pad)
        axe(pagina)
        breed[pad] = hoe_breed(pagina)

    assert breed == dict.fromkeys(paden, breedte)


def test_given_a_keeper_when_a_project_is_entered_then_it_can_be_found_by_wish_and_country(
    live_server, browser_page, log_in, axe
):
    pagina = browser_page
    log_in(pagina, MedewerkerFactory(beheerder=True))
    pagina.goto(live_server.url + reverse("catalogus:lijst"))
    pagina.get_by_role("link", name="Voeg ondersteuning toe").click()
    pagina.get_by_label("Ngo", exact=True).check()
    pagina.get_by_label("Naam van de organisatie").fill("Stichting Proef")
    pagina.get_by_label("Hoe heet het?").fill("Naar school in Ghana")
    pagina.get_by_label("Wat houdt het in?").fill("Iemand gaat mee naar de school.")
    pagina.get_by_label("School voor de kinderen").check()
    pagina.get_by_label("In welke landen?").fill("Ghana")
    axe(pagina)
    pagina.get_by_role("button", name="Bewaar").click()
    expect(pagina.get_by_role("heading", name="Naar school in Ghana")).to_be_visible()
    axe(pagina)

    pagina.goto(live_server.url + reverse("catalogus:lijst"))
    pagina.get_by_label("Bij welke wens?").select_option("onderwijs_kinderen")
    pagina.get_by_label("In welk land?").select_option("GHA")
    pagina.get_by_role("button", name="Zoek", exact=True).last.click()

    expect(pagina.get_by_role("link", name="Naar school in Ghana")).to_be_visible()
    axe(pagina)
