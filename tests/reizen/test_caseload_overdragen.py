"""A regievoerder goes on leave: a colleague stands in, and later the manager hands her dossiers over."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.reizen.conftest import vul_datum
from tests.werkplek.bouw import dossier_voor
from verantwoord.dossier.models import Dossier
from verantwoord.toetsing.actions import record_toetsing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_given_leave_when_stood_in_for_and_handed_over_then_the_work_goes_on_and_the_signatures_stay(
    browser_page, live_server, log_in, regievoerder, tweede_lezer, manager, axe
):
    page = browser_page
    eerste = dossier_voor(regievoerder, naam=("Karim", "Proefman"))
    dossier_voor(regievoerder, naam=("Elif", "Proefvrouw"))
    vandaag = timezone.localdate()
    toetsing = record_toetsing(
        door=regievoerder,
        dossier_id=eerste.pk,
        moment="medisch",
        versie=0,
        getoetst_op=vandaag,
        peildatum=vandaag,
        conclusie="geen_aanwijzing",
        aanleiding="gesprek",
        feiten="Gevraagd in het gesprek.",
        bronnen=["gesprek"],
        afweging="Hij slikt niets en heeft geen klachten.",
    )

    # She arranges it herself.
    log_in(page, regievoerder)
    page.goto(live_server.url + reverse("team:overzicht"))
    page.get_by_role("link", name="Regel een waarneming").click()
    page.get_by_label("Wie neemt waar?").select_option(label="Hassan Ouali")
    vul_datum(page, "van", vandaag)
    vul_datum(page, "tot", vandaag + timedelta(days=10))
    axe(page)
    page.get_by_role("button", name="Leg de waarneming vast").click()
    expect(page.get_by_text("Hassan Ouali neemt waar voor Noor Haverkamp.")).to_be_visible()
    axe(page)

    # He finds her dossiers beside his own, and everyone who opens one sees who acts now.
    log_in(page, tweede_lezer)
    page.goto(live_server.url)
    page.get_by_role("link", name="Bekijk die dossiers").click()
    expect(page.get_by_role("rowheader")).to_have_count(2)
    page.get_by_role("link", name="Proefman, Karim").click()
    expect(page.get_by_text("Noor Haverkamp, Hassan Ouali neemt waar")).to_be_visible()

    # She does not come back soon: the manager hands one dossier over and keeps the other where it is.
    log_in(page, manager)
    page.goto(live_server.url + reverse("team:overzicht"))
    page.get_by_role("link", name="Draag over van Noor Haverkamp").click()
    page.get_by_label("Proefvrouw, Elif").uncheck()
    page.get_by_role("button", name="Draag de aangekruiste dossiers over").click()
    expect(page.get_by_text("Kies een collega.").first).to_be_visible()
    expect(page.get_by_label("Proefvrouw, Elif")).not_to_be_checked()
    axe(page)
    page.get_by_label("Wie neemt de dossiers over?").select_option(label="Hassan Ouali")
    page.get_by_label("Waarom?").fill("Noor is langer met verlof.")
    page.get_by_role("button", name="Draag de aangekruiste dossiers over").click()
    expect(page.get_by_text("1 dossier is overgedragen aan Hassan Ouali.")).to_be_visible()

    # It is his now; what she wrote is still hers.
    log_in(page, tweede_lezer)
    page.goto(live_server.url)
    expect(page.get_by_role("rowheader")).to_have_count(1)
    page.goto(live_server.url + reverse("toetsing:toetsing", args=[eerste.pk, toetsing.pk]))
    expect(page.get_by_text("Noor Haverkamp").first).to_be_visible()
    page.goto(live_server.url + reverse("werkplek:tijdlijn", args=[eerste.pk]))
    expect(page.get_by_text("Noor is langer met verlof.")).to_be_visible()
    assert sorted(Dossier.objects.values_list("regievoerder__naam", flat=True)) == [
        "Hassan Ouali",
        "Noor Haverkamp",
    ]
