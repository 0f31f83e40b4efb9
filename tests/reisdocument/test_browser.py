"""The lock on the LP request before and after the judgment, in a real browser."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.reisdocument.factories import LPAanvraagFactory, ReisdocumentFactory
from tests.scherm import hoe_breed
from verantwoord.dossier.models import Beroep, Verwijderbaarheidscheck
from verantwoord.reisdocument.models import LPAanvraag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def dossier():
    """An appeal runs, and the IND says today that nothing else stands in the way."""
    dossier = DossierFactory()
    Beroep.objects.create(
        dossier=dossier, volgorde=0, ingesteld_op=date(2022, 2, 4), zitting_bekend_op=date(2022, 3, 1),
        zitting_op=date(2022, 10, 6),
    )  # fmt: skip
    Verwijderbaarheidscheck.objects.create(
        dossier=dossier, volgorde=0, gecheckt_op=timezone.localdate(), uitkomst="verwijderbaar"
    )
    return dossier


@pytest.fixture
def pagina(browser_page, log_in, dossier):
    log_in(browser_page, dossier.regievoerder)
    return browser_page


def tab(live_server, dossier):
    return live_server.url + reverse("reisdocument:overzicht", args=[dossier.pk])


def test_given_a_form_and_a_second_reader_when_the_court_rules_then_the_request_goes_and_not_before(
    live_server, pagina, dossier, log_in
):
    pagina.goto(tab(live_server, dossier))
    pagina.get_by_role("link", name="Leg het formulier vast").click()
    pagina.get_by_label("Het formulier is ingevuld").check()
    pagina.get_by_label("Ik heb uitgelegd dat het formulier nog nergens heen gaat").check()
    pagina.get_by_role("button", name="Leg vast wat is gekozen").click()
    log_in(pagina, MedewerkerFactory(team=dossier.team, naam="Bas de Wit"))
    pagina.goto(tab(live_server, dossier))
    pagina.get_by_role("link", name="Controleer de set").click()
    pagina.get_by_label("Nee, nergens").check()
    pagina.get_by_role("button", name="Leg de controle vast").click()
    log_in(pagina, dossier.regievoerder)
    pagina.goto(tab(live_server, dossier))

    grens = pagina.locator(".vw-grens")
    expect(grens.get_by_text("Kan niet. Deze grens geldt voor iedereen.")).to_have_count(1)
    expect(grens.get_by_text("; de zitting is op donderdag 6 oktober 2022")).to_have_count(1)
    expect(pagina.get_by_role("link", name="Verstuur de aanvraag")).to_have_count(0)
    Beroep.objects.filter(dossier=dossier).update(
        uitspraak_op=date(2022, 10, 20), bekendgemaakt_op=date(2022, 10, 20), uitkomst="ongegrond"
    )
    pagina.reload()
    expect(pagina.locator(".vw-grens")).to_have_count(0)
    pagina.get_by_role("link", name="Verstuur de aanvraag").click()
    pagina.get_by_role("button", name="Leg vast dat de aanvraag is verzonden").click()
    pagina.get_by_role("link", name="Leg het antwoord van het land vast").wait_for()
    assert LPAanvraag.objects.values_list("verzonden_op", "set_gecontroleerd_door").get() == (
        timezone.localdate(),
        "Bas de Wit",
    )


@pytest.mark.parametrize("breedte", [1280, 320])
def test_given_any_width_when_the_pages_are_opened_then_nothing_scrolls_sideways_and_axe_is_silent(
    live_server, pagina, dossier, axe, breedte
):
    lp = LPAanvraagFactory(dossier=dossier, formulier_notitie="Ik vul het in, maar ik ben bang.")
    ReisdocumentFactory(dossier=dossier)
    pagina.set_viewport_size({"width": breedte, "height": 900})
    paden = [
        reverse(f"reisdocument:{naam}", args=[dossier.pk]) for naam in ("overzicht", "document", "formulier")
    ]
    paden += [
        reverse(f"reisdocument:{naam}", args=[dossier.pk, lp.pk])
        for naam in ("controle", "verzenden", "presentatie", "uitkomst", "afgifte")
    ]

    breed = {}
    for pad in paden:
        pagina.goto(live_server.url + pad)
        axe(pagina)
        breed[pad] = hoe_breed(pagina)

    assert breed == dict.fromkeys(paden, breedte)


def test_given_the_lock_when_the_page_of_sending_is_opened_then_it_says_why_not_and_offers_nothing(
    live_server, pagina, dossier, axe
):
    lp = LPAanvraagFactory(dossier=dossier, gecontroleerd=True)

    pagina.goto(live_server.url + reverse("reisdocument:verzenden", args=[dossier.pk, lp.pk]))

    pagina.locator(".vw-grens", has_text="de rechtbank heeft nog niet geoordeeld").wait_for()
    axe(pagina)
    expect(pagina.get_by_role("button", name="Leg vast dat de aanvraag is verzonden")).to_have_count(0)
    assert LPAanvraag.objects.get().verzonden_op is None
