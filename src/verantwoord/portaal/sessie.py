"""A stay in the portal: a cookie of its own, for its own addresses alone, that ends after a quarter of an hour without use."""

import secrets
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from verantwoord.dossier.models import Portaalaccount, Portaalsessie
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.sleutels import digest_of

PAD: Final = "/mijn/"
ZONDER_GEBRUIK: Final = timedelta(minutes=15)
LANGST: Final = timedelta(hours=8)
# How exactly it is known when somebody was last seen: not every request writes.
_BIJWERKEN: Final = timedelta(minutes=1)


def begin(account: Portaalaccount, *, apparaat: str) -> str:
    """Begin a stay and give the text for the cookie; it is kept nowhere."""
    token = secrets.token_urlsafe(32)
    # What is over is of no use to anybody.
    Portaalsessie.objects.filter(gezien_op__lt=timezone.now() - ZONDER_GEBRUIK).delete()
    Portaalsessie.objects.create(
        digest=digest_of(token), account=account, apparaat=apparaat, gezien_op=timezone.now()
    )
    return token


def lees(token: str) -> Portaalsessie | None:
    """The stay of this cookie while it lasts; one that was not used for too long is removed."""
    sessie = Portaalsessie.objects.select_related("account__persoon").filter(digest=digest_of(token)).first()
    if sessie is None:
        return None
    nu = timezone.now()
    if (
        not sessie.account.is_active
        or nu - sessie.gezien_op > ZONDER_GEBRUIK
        or nu - sessie.begonnen_op > LANGST
    ):
        sessie.delete()
        return None
    if nu - sessie.gezien_op > _BIJWERKEN:
        sessie.gezien_op = nu
        sessie.save(update_fields=["gezien_op"])
    return sessie


def eindig(token: str) -> None:
    """End the stay of this cookie, if there is one."""
    Portaalsessie.objects.filter(digest=digest_of(token)).delete()


def onthoud_taal(token: str, taal: str) -> None:
    """Keep the language with the account of this cookie, if somebody is in."""
    with als_systeem():
        if sessie := lees(token):
            Portaalaccount.objects.filter(pk=sessie.account_id).update(taal=taal)


def eerdere(token: str) -> Portaalsessie | None:
    """The stay, also when it is over; for keeping what was typed for whose it was, and about whom."""
    return Portaalsessie.objects.select_related("account").filter(digest=digest_of(token)).first()


def kies(sessie: Portaalsessie, dossier_id: UUID) -> None:
    """Look for this client from now on; whether there is a mandate is asked again at every request."""
    sessie.dossier_id = dossier_id
    sessie.save(update_fields=["dossier"])


def cookie(request: HttpRequest) -> str:
    """What this browser brought along, if anything."""
    return request.COOKIES.get(settings.PORTAAL_COOKIE_NAME, "")


def zet_cookie(response: HttpResponse, token: str) -> None:
    """Give the browser its cookie; it is gone when the browser closes."""
    response.set_cookie(
        settings.PORTAAL_COOKIE_NAME,
        token,
        path=PAD,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def wis_cookie(response: HttpResponse) -> None:
    """Take the cookie away, and tell the browser to forget the pages it kept."""
    response.delete_cookie(settings.PORTAAL_COOKIE_NAME, path=PAD, samesite="Strict")
    response.headers["Clear-Site-Data"] = '"cache"'
