"""The page of jobs in a real browser."""

import pytest
from django.db import connection, transaction
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.scherm import hoe_breed
from tests.taken.test_taken import zet_stand
from verantwoord.taken.actions import enqueue

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("breed", [320, 1280])
def test_given_a_failed_job_when_the_button_is_pressed_then_it_waits_and_axe_is_content(
    browser_page, live_server, log_in, axe, breed
):
    beheer = MedewerkerFactory(beheerder=True)
    with transaction.atomic():
        zet_stand(enqueue("proef.weiger", door=beheer), "failed")
        zet_stand(enqueue("proef.weiger", door=beheer), "succeeded")
    log_in(browser_page, beheer)
    browser_page.set_viewport_size({"width": breed, "height": 900})
    browser_page.goto(live_server.url + reverse("taken:overzicht"))
    axe(browser_page)

    browser_page.get_by_role("button", name="Probeer het opnieuw").click()

    browser_page.get_by_text("Er is geen taak mislukt.").wait_for()
    axe(browser_page)
    assert hoe_breed(browser_page) <= breed
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where status = 'todo'")
        assert cursor.fetchone() == (1,)
