"""From a sign of the COA to article 64: the toetsing opens again, the route is walked, departure stands still."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.reizen.conftest import vul_datum
from verantwoord.dossier.actions import assign_regievoerder, finish_intake
from verantwoord.dossier.feiten import beeld_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def in_behandeling(overdracht, regievoerder, manager):
    assign_regievoerder(door=manager, dossier_id=overdracht.pk, regievoerder=regievoerder)
    return finish_intake(door=regievoerder, dossier_id=overdracht.pk, peildatum=timezone.localdate())


def leg_vast(page: Page, **velden: str) -> None:
    """Choose, tick and type in the form that is open, and send it."""
    page.wait_for_load_state()
    for naam, waarde in velden.items():
        keuze = page.locator(f"[name={naam}][value='{waarde}']")
        if keuze.count():
            keuze.check()
        else:
            page.locator(f"[name={naam}]").fill(waarde)
    page.locator("form.vw-formulier button[type=submit]").click()
    expect(page.get_by_text("Vastgelegd.").first).to_be_visible()


def test_given_a_sign_of_the_coa_when_article_64_is_granted_then_the_dossier_shows_departure_suspended(
    browser_page, live_server, log_in, in_behandeling, regievoerder, axe
):
    page, dossier, vandaag = browser_page, in_behandeling, timezone.localdate()
    toetsing = live_server.url + reverse("toetsing:overzicht", args=[dossier.pk])

    # The COA calls: she writes down its words. The moment is open again and coercion waits.
    log_in(page, regievoerder)
    page.goto(f"{toetsing}medisch/aanwijzing/")
    page.get_by_label("Van wie").select_option("coa")
    page.get_by_label("Wat is er gemeld").fill("Hij is sinds maandag opgenomen en kan niet lopen.")
    page.get_by_role("button", name="Leg de aanwijzing vast").click()
    expect(page.get_by_text("Iedere stap met dwang wacht tot u daarop heeft geantwoord.")).to_be_visible()
    kaart = page.locator("#medisch")
    expect(kaart.get_by_text("Hij is sinds maandag opgenomen en kan niet lopen.")).to_be_visible()
    axe(page)

    # She answers the sign with facts and a weighing, and opens the route.
    kaart.get_by_role("link", name="Open de toetsing").click()
    page.get_by_label("Feiten").fill("Ik sprak de verpleegkundige: hij ligt in het ziekenhuis.")
    page.get_by_label("Bronnen").fill("telefoongesprek met het gezondheidscentrum")
    page.get_by_label("Afweging").fill(
        "Reizen lijkt nu medisch niet verantwoord; de IND moet dit laten toetsen."
    )
    page.get_by_label("Voorgelegd aan wie beslist").check()
    page.get_by_role("button", name="Leg de toetsing vast").click()
    page.locator("#medisch").get_by_role("link", name="Open de route artikel 64").click()
    page.get_by_role("link", name="Leg een medische aanwijzing vast").first.click()
    vul_datum(page, "aanwijzing_op", vandaag)
    axe(page)
    leg_vast(page, toelichting="Het COA belde over een opname.")

    # The gemachtigde comes first. It is urgent, so she does not wait and says why.
    expect(page.get_by_role("link", name="Wijs de gemachtigde op artikel 64").first).to_be_visible()
    page.get_by_role("link", name="Wijs de gemachtigde op artikel 64").first.click()
    leg_vast(page, hoe="telefoon", toelichting="Gebeld met het kantoor; de zaak ligt er.")
    page.get_by_role("link", name="Leg de zaak zelf voor aan de IND").click()
    page.locator("[name=toelichting]").fill("Opname in het ziekenhuis, kan niet lopen.")
    page.locator("form.vw-formulier button[type=submit]").click()
    expect(page.locator("[data-samenvatting]")).to_be_visible()
    axe(page)
    leg_vast(page, waarom_nu="De gemachtigde is deze week onbereikbaar.")

    # The IND has not answered yet: no step towards departure may be taken.
    expect(page.get_by_text("Vertrekstappen wachten").first).to_be_visible()
    page.get_by_role("link", name="Leg het advies van het BMA vast").first.click()
    leg_vast(page, uitkomst="reizen_kan_niet")
    page.get_by_role("link", name="Leg het besluit over artikel 64 vast").first.click()
    vul_datum(page, "art64_van", vandaag)
    vul_datum(page, "art64_tot", vandaag + timedelta(days=180))
    leg_vast(page, art64_besluit="toegekend", kenmerk="A64-000017")

    # Departure is suspended: on the route, on the card, and at the head of every page of the dossier.
    expect(page.get_by_role("heading", name="Het vertrek is opgeschort")).to_be_visible()
    axe(page)
    page.goto(toetsing)
    expect(page.locator("#medisch").get_by_role("heading", name="Het vertrek is opgeschort")).to_be_visible()
    page.goto(live_server.url + f"/dossiers/{dossier.pk}/")
    expect(page.get_by_text("Opgeschort tot en met").first).to_be_visible()
    page.goto(live_server.url + reverse("werkplek:tijdlijn", args=[dossier.pk]))
    expect(page.get_by_text("Zaak zelf voorgelegd voor artikel 64").first).to_be_visible()
    assert beeld_of(dossier.pk).medisch.art64_besluit == "toegekend"


def zet_stap(page: Page, adres: str, stap: str, *, vandaag_in: str = "", **velden: str) -> None:
    """Open one step of a route and record it; ``vandaag_in`` is a date that does not begin with today."""
    page.goto(f"{adres}{stap}/")
    if vandaag_in:
        vul_datum(page, vandaag_in, timezone.localdate())
    leg_vast(page, **velden)


def meld(page: Page, toetsing: str, moment: str, bron: str, tekst: str) -> None:
    page.goto(f"{toetsing}{moment}/aanwijzing/")
    page.get_by_label("Van wie").select_option(bron)
    page.get_by_label("Wat is er gemeld").fill(tekst)
    page.get_by_role("button", name="Leg de aanwijzing vast").click()


def test_given_a_sign_of_trafficking_when_the_police_and_the_period_of_thought_follow_then_departure_stands_still(
    browser_page, live_server, log_in, in_behandeling, regievoerder, tweede_lezer, axe
):
    page, dossier = browser_page, in_behandeling
    toetsing = live_server.url + reverse("toetsing:overzicht", args=[dossier.pk])
    route = f"{toetsing}mensenhandel/route/"

    log_in(page, regievoerder)
    meld(page, toetsing, "mensenhandel", "gesprek", "Hij moet geld afdragen aan wie hem hierheen bracht.")
    zet_stap(page, route, "aanwijzing", toelichting="Hij moet geld afdragen aan wie hem hierheen bracht.")

    # Until the police answer nothing towards departure may be done, whatever kind.
    page.goto(live_server.url + f"/dossiers/{dossier.pk}/")
    expect(page.get_by_text("opgeschort").first).to_be_visible()
    zet_stap(page, route, "politie", bij="avim", voogd="nee", veilig="ja", kenmerk="MH-17")
    zet_stap(page, route, "terugkoppeling", uitkomst="bedenktijd")
    zet_stap(page, route, "bedenktijd", vandaag_in="bedenktijd_van")
    expect(page.get_by_role("heading", name="Het vertrek is opgeschort")).to_be_visible()
    axe(page)

    # A colleague sees that departure stands still, and none of the words.
    log_in(page, tweede_lezer)
    page.goto(route)
    expect(page.get_by_role("heading", name="Het vertrek is opgeschort")).to_be_visible()
    expect(page.get_by_text("geld afdragen")).to_have_count(0)
    mensenhandel = beeld_of(dossier.pk).mensenhandel
    vandaag = timezone.localdate()
    assert (mensenhandel.politie_gemeld_op, mensenhandel.bedenktijd_van) == (vandaag, vandaag)


def test_given_somebody_who_cannot_leave_when_mediation_fails_then_the_advice_goes_to_the_ind_and_its_answer_stands(
    browser_page, live_server, log_in, in_behandeling, regievoerder, axe
):
    page, dossier = browser_page, in_behandeling
    toetsing = live_server.url + reverse("toetsing:overzicht", args=[dossier.pk])
    route = f"{toetsing}buiten_schuld/route/"

    log_in(page, regievoerder)
    meld(
        page,
        toetsing,
        "buiten_schuld",
        "gemachtigde",
        "De ambassade antwoordt al een jaar niet op zijn brieven.",
    )
    zet_stap(
        page, route, "poging", omschrijving="Ambassade bezocht en om een document gevraagd", bewijs="brief"
    )
    zet_stap(
        page, route, "bemiddeling", vandaag_in="bemiddeling_gevraagd_op", bij="de ambassade van het land"
    )
    zet_stap(
        page, route, "bemiddeling-mislukt", vandaag_in="bemiddeling_mislukt_op", waardoor="geen_antwoord", toelichting="Drie keer geschreven, geen antwoord."
    )  # fmt: skip
    zet_stap(
        page, route, "voorwaarden", identiteit_twijfel="nee", meewerkend="ja", toelichting="Geboorteakte en brieven."
    )  # fmt: skip
    zet_stap(
        page, route, "advies", uitkomst="positief", gedeeld="persoon", toelichting="Aan alles is voldaan."
    )
    zet_stap(page, route, "besluit", ind_besluit="ingewilligd", kenmerk="BS-17")
    axe(page)

    page.goto(toetsing)
    kaart = page.locator("#buiten_schuld")
    expect(kaart.get_by_text("ingewilligd").or_(kaart.get_by_text("Ingewilligd")).first).to_be_visible()
    buiten_schuld = beeld_of(dossier.pk).buiten_schuld
    assert (buiten_schuld.zwaarwegend_advies_op, buiten_schuld.ind_besluit) == (
        timezone.localdate(),
        "ingewilligd",
    )


def test_given_distressing_circumstances_when_a_second_person_reads_then_the_case_is_submitted_and_both_views_stay(
    browser_page, live_server, log_in, in_behandeling, regievoerder, tweede_lezer, axe
):
    page, dossier = browser_page, in_behandeling
    toetsing = live_server.url + reverse("toetsing:overzicht", args=[dossier.pk])
    route = f"{toetsing}schrijnend/route/"

    log_in(page, regievoerder)
    meld(page, toetsing, "schrijnend", "gesprek", "Zijn zus is in Zwolle overleden en ligt daar begraven.")
    zet_stap(page, route, "factor", soort="overlijden", omschrijving="Zijn zus overleed in Nederland")
    zet_stap(page, route, "factor", soort="kind", omschrijving="Zijn dochter is hier geboren en geworteld")

    # She who wrote it may not be the second reader.
    page.goto(f"{route}tweede-lezer/")
    expect(page.locator("form.vw-formulier button[type=submit]")).to_have_count(0)
    log_in(page, tweede_lezer)
    zet_stap(page, route, "tweede-lezer", oordeel="ja", toelichting="Samen wegen deze twee zwaar.")
    axe(page)

    log_in(page, regievoerder)
    zet_stap(
        page, route, "vooroverleg", vorm="informeel", met="IND, coördinator", waarover="schrijnend",
        uitkomst="indienen", toelichting="De IND wil de zaak zien.",
    )  # fmt: skip
    zet_stap(page, route, "coordinator", coordinator="dtv")
    zet_stap(page, route, "indienen", weg="a", coordinator="dtv")
    zet_stap(page, route, "besluit", besluit="ingewilligd", kenmerk="SCH-17")

    expect(page.get_by_text("Samen wegen deze twee zwaar.").first).to_be_attached()
    schrijnend = beeld_of(dossier.pk).schrijnend
    assert (schrijnend.tweede_lezer_op, schrijnend.besluit) == (timezone.localdate(), "ingewilligd")
