"""An administrator makes a team and an account, and the new regievoerder comes in with the password that was shown."""

from datetime import date, timedelta

import pyotp
import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.reizen.conftest import vul_datum
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.gebeurtenis.queries import eerste_gebroken_schakel
from verantwoord.stamgegevens.models import Landmedewerking, Parameterwaarde
from verantwoord.toegang.beheer.actions import deactivate_medewerker, stand_van
from verantwoord.toegang.models import Medewerker

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def beheerder(live_server, transactional_db) -> Medewerker:
    return MedewerkerFactory(beheerder=True, naam="Fleur de Wit")


def test_given_an_administrator_when_adding_a_team_and_a_colleague_then_that_colleague_logs_in(
    browser_page, live_server, log_in, beheerder, axe
):
    page = browser_page

    # A team first: without one a regievoerder sees no dossiers.
    log_in(page, beheerder)
    page.goto(live_server.url + "/beheer/")
    axe(page)
    page.get_by_role("main").get_by_role("link", name="Teams en locaties").click()
    page.get_by_role("link", name="Voeg een team toe").click()
    page.get_by_label("Naam van het team").fill("Team Noord")
    page.get_by_label("Locaties").fill("Assen\nTer Apel")
    axe(page)
    page.get_by_role("button", name="Voeg het team toe").click()
    expect(page.get_by_role("cell", name="Assen, Ter Apel")).to_be_visible()
    axe(page)

    # The form says what is missing and keeps the rest; then the password is shown, once.
    page.goto(live_server.url + reverse("beheer:medewerkers"))
    axe(page)
    page.get_by_role("link", name="Voeg een medewerker toe").click()
    page.locator("[name=naam]").fill("Noor Haverkamp")
    page.locator("[name=gebruikersnaam]").fill("noor.haverkamp")
    page.locator("[name=rol][value=regievoerder]").check()
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_text("Zonder team ziet deze collega geen dossiers.").first).to_be_visible()
    axe(page)
    page.locator("[name=team]").select_option(label="Team Noord")
    page.get_by_role("button", name="Voeg toe").click()
    wachtwoord = page.locator("code").inner_text()
    axe(page)
    page.get_by_role("link", name="Naar het account").click()
    expect(page.get_by_text(wachtwoord)).to_have_count(0)
    axe(page)
    page.get_by_role("button", name="Log uit").click()

    # The new colleague sets up a second step, chooses a password of her own, and finds an empty list, and no beheer.
    page.get_by_label("Gebruikersnaam").fill("noor.haverkamp")
    page.get_by_label("Wachtwoord").fill(wachtwoord)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name="Gebruik een app").click()
    zaad = page.get_by_role("main").locator("code").inner_text().replace(" ", "")
    page.get_by_label("De code die uw app nu toont").fill(pyotp.TOTP(zaad).now())
    page.get_by_role("button", name="Neem de app in gebruik").click()
    page.get_by_role("link", name="Ik heb ze bewaard, ga verder").click()
    expect(page.get_by_role("heading", level=1, name="Kies een eigen wachtwoord")).to_be_visible()
    axe(page)
    page.get_by_label("Het wachtwoord waarmee u nu inlogt").fill(wachtwoord)
    page.get_by_label("Uw nieuwe wachtwoord", exact=True).fill("vier kalme witte paarden")
    page.get_by_label("Nog een keer uw nieuwe wachtwoord").fill("vier kalme witte paarden")
    page.get_by_role("button", name="Bewaar het wachtwoord").click()
    expect(page.get_by_role("heading", level=1, name="Mijn dossiers")).to_be_visible()
    expect(page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Beheer")).to_have_count(
        0
    )
    assert page.request.get(live_server.url + "/beheer/").status == 404

    # The account closes while she is in; the next thing she asks for is the log-in page.
    noor = Medewerker.objects.get(gebruikersnaam="noor.haverkamp")
    adres_in_gebruik = page.context.browser.new_context()
    ander = adres_in_gebruik.new_page()
    log_in(ander, beheerder)
    ander.goto(live_server.url + reverse("beheer:medewerker", args=[noor.pk]))
    ander.get_by_role("link", name="Sluit het account").click()
    axe(ander)
    ander.get_by_role("button", name="Sluit het account").click()
    expect(ander.get_by_text("Het account van Noor Haverkamp is gesloten.")).to_be_visible()
    adres_in_gebruik.close()
    page.reload()
    expect(page.get_by_label("Wachtwoord")).to_be_visible()

    soorten = Gebeurtenis.objects.order_by("volgnummer").values_list("soort", flat=True)
    assert list(soorten) == [
        "team.toegevoegd",
        "medewerker.toegevoegd",
        "medewerker.tweede_stap_toegevoegd",
        "medewerker.ingelogd",
        "medewerker.eigen_wachtwoord",
        "medewerker.gesloten",
    ]
    assert eerste_gebroken_schakel() is None


def test_given_an_administrator_when_recording_a_country_and_choosing_a_number_then_each_page_can_be_read_by_all(
    browser_page, live_server, log_in, beheerder, axe
):
    page = browser_page
    vandaag = timezone.localdate()

    log_in(page, beheerder)
    page.goto(live_server.url + reverse("beheer:landen"))
    axe(page)
    page.get_by_role("link", name="Leg een land vast").click()
    page.locator("[name=land]").select_option("IRQ")
    page.locator("[name=lp_vrijwillig][value=ja]").check()
    page.locator("[name=lp_gedwongen][value=nee]").check()
    page.get_by_label("Bron").fill("Landenoverzicht van de afdeling")
    axe(page)
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_role("heading", level=1, name="Irak")).to_be_visible()
    axe(page)

    page.goto(live_server.url + reverse("beheer:normwaarden"))
    page.get_by_text("Toon de vaste waarden").click()
    axe(page)
    page.get_by_role("link", name="Gesprek 1 voeren").click()
    page.get_by_role("link", name="Kies een waarde").click()
    page.get_by_label("Waarde").fill("10")
    vul_datum(page, "geldig_van", vandaag + timedelta(days=30))
    page.get_by_label("Waarom kiest de organisatie dit").fill("Besluit van het MT")
    axe(page)
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    expect(page.get_by_role("table", name="Na uw keuze").get_by_text("10 dagen")).to_be_visible()
    axe(page)
    assert Parameterwaarde.objects.count() == 0
    page.get_by_role("button", name="Leg deze waarde vast").click()
    expect(page.get_by_text("Besluit van het MT")).to_be_visible()
    axe(page)

    assert Parameterwaarde.objects.get().geldig_van == vandaag + timedelta(days=30)
    assert Landmedewerking.objects.get().lp_gedwongen is False


def test_given_a_country_in_the_list_when_a_regievoerder_confirms_it_then_it_stands_in_the_dossier(
    browser_page, live_server, log_in, beheerder, axe
):
    page = browser_page
    with transaction.atomic():
        dossier = DossierFactory()
        herbeoordeel([dossier.pk])
        Landmedewerking.objects.create(
            land="IRQ", lp_vrijwillig=True, lp_gedwongen=False, per=date(2022, 3, 1), bron="Landenoverzicht"
        )

    log_in(page, dossier.regievoerder)
    page.goto(live_server.url + reverse("reisdocument:overzicht", args=[dossier.pk]))
    expect(page.get_by_role("heading", name="De landenlijst zegt")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Leg de medewerking van het land vast").click()
    axe(page)
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_role("heading", name="De landenlijst zegt")).to_have_count(0)

    assert [(i.land, i.lp_gedwongen) for i in beeld_of(dossier.pk).landen] == [("IRQ", False)]


def test_given_a_colleague_who_left_when_the_manager_looks_then_the_dossiers_are_handed_over_from_there(
    browser_page, live_server, log_in, beheerder, axe
):
    page = browser_page
    with transaction.atomic():
        dossier = DossierFactory()
        noor, manager = dossier.regievoerder, MedewerkerFactory(manager=True, team=dossier.team)
        hassan = MedewerkerFactory(naam="Hassan Ouali", team=dossier.team)
        herbeoordeel([dossier.pk])
        deactivate_medewerker(door=beheerder, medewerker_id=noor.pk, gezien=stand_van(noor))

    log_in(page, manager)
    page.goto(live_server.url)
    expect(page.get_by_text(f"{noor.naam} behandelt geen dossiers meer.")).to_be_visible()
    axe(page)
    page.get_by_role("link", name="Draag ze over").click()
    page.locator("[name=naar]").select_option(label="Hassan Ouali")
    page.locator("[name=reden]").fill("Zij werkt hier niet meer.")
    page.get_by_role("main").get_by_role("button", name="Draag").click()
    page.goto(live_server.url)
    expect(page.get_by_text("behandelt geen dossiers meer")).to_have_count(0)

    dossier.refresh_from_db()
    assert dossier.regievoerder == hassan
