"""Coming in by the portal in a browser, as somebody with a letter in the hand does; whatever language the page speaks."""

import pyotp
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import Page

from tests.scherm import hoe_breed
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.portaal.acties import hand_over, make_brief
from verantwoord.toegang.context import als_systeem

TELEFOON = {"width": 390, "height": 844}


def geef_brief(dossier: Dossier, *, door: object) -> str:
    """Give the person a letter in the hand, and return the code that stands on it."""
    vandaag = timezone.localdate()
    with transaction.atomic(), als_systeem():
        stuk, code = make_brief(door=door, dossier_id=dossier.pk, nu=timezone.now())
        hand_over(door=door, dossier_id=dossier.pk, activering_id=stuk.pk, op=vandaag, vandaag=vandaag)
    return code


def kies_taal(page: Page, taal: str) -> None:
    page.locator(".vw-talen summary").click()
    page.locator(f".vw-talen button[lang={taal}]").click()
    page.wait_for_function("taal => document.documentElement.lang === taal", arg=taal)


def open_met_app(page: Page) -> None:
    """From the choice how to log in: let an app take the key and show one code."""
    page.locator("a[href='/mijn/activeren/app/']").click()
    app = pyotp.parse_uri(page.locator("a[href^='otpauth:']").get_attribute("href") or "")
    page.locator("[name=code]").fill(app.now())
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_url("**/mijn/")


def past_op_telefoon(page: Page) -> bool:
    """Whether nothing sticks out of a telephone, also not of a narrow one."""
    for breed in (TELEFOON["width"], 320):
        page.set_viewport_size({"width": breed, "height": TELEFOON["height"]})
        if hoe_breed(page) > breed:
            return False
    page.set_viewport_size(TELEFOON)
    return True
