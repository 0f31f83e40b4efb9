"""What these pages share: who it is about while nobody is logged in, and transactions that are kept one by one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.inlog import aanmelden
from verantwoord.toegang.inlog.apparaat import bekend_apparaat, onthoud_apparaat
from verantwoord.toegang.inlog.remming import Poging, adres_van, tel
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.verzoek import StaffRequest

View = TypeVar("View", bound=Callable[..., HttpResponse])


def in_stappen(view: View) -> View:
    """Mark a view whose counting of tries must stay, also when what was tried is undone."""
    view.eigen_transacties = True  # type: ignore[attr-defined]
    return view


@contextmanager
def handeling(request: HttpRequest, medewerker: Medewerker | None = None) -> Iterator[None]:
    """One kept step of logging in. The program acts: who it is for is not known to the database yet."""
    with transactie_van(medewerker, verzoek=getattr(request, "referentie", "")), als_systeem():
        yield


def binnen(request: HttpRequest, medewerker: Medewerker, *, manier: str, naar: str) -> HttpResponse:
    """Log in and go on to where somebody wanted to be, on a device that is known from now on."""
    aanmelden.voltooi(request, medewerker, manier=manier)
    response = redirect(naar)
    onthoud_apparaat(response, medewerker.gebruikersnaam)
    return response


def probeer(request: HttpRequest, *, soort: str, wie: str, naam: str, nu: Any) -> Poging:
    """Count one try of a password or code, for the account ``wie`` whose log-in name is ``naam``."""
    return tel(
        soort=soort,
        wie=wie.casefold(),
        apparaat=bekend_apparaat(request, naam),
        adres=adres_van(request),
        nu=nu,
    )


def te_vroeg(poging: Poging) -> str:
    return _("Er is te vaak geprobeerd. Wacht %(n)d seconden en probeer het dan opnieuw.") % {
        "n": poging.wachten
    }


def veilig(request: HttpRequest, naar: str | None) -> str:
    """An address of this site, or nothing: no other site sends somebody on from here."""
    past = naar and url_has_allowed_host_and_scheme(
        naar, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return str(naar) if past else ""


def opnieuw(request: HttpRequest) -> HttpResponse:
    """Back to the beginning: too much time went by, or the password was changed meanwhile."""
    messages.info(request, _("Begin opnieuw. Er is te veel tijd voorbij, of uw wachtwoord is gewijzigd."))
    return redirect("toegang:inloggen")


def lokaal(request: StaffRequest) -> bool:
    """Whether this person proves a second time here, not at the log-in of the organisation."""
    return request.user.has_usable_password()
