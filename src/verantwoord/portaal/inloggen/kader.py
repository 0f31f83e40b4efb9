"""What the pages of coming in share: kept steps, counted tries, and the step over the threshold."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.utils import timezone

from verantwoord.dossier.models import Portaalaccount
from verantwoord.portaal import kladblok
from verantwoord.portaal.inloggen import stap
from verantwoord.portaal.sessie import PAD, begin, cookie, eindig, zet_cookie
from verantwoord.portaal.taal import Zin, zin
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.inlog.apparaat import apparaatnaam, bekend_apparaat, onthoud_apparaat
from verantwoord.toegang.inlog.remming import Poging, adres_van, tel

View = TypeVar("View", bound=Callable[..., HttpResponse])
# Whoever changes how one logs in came in less than this ago.
VERS: Final = 15 * 60


def in_stappen(view: View) -> View:
    """Mark a view whose counting of tries must stay, also when what was tried is undone."""
    view.eigen_transacties = True  # type: ignore[attr-defined]
    return view


@contextmanager
def handeling(request: HttpRequest) -> Iterator[None]:
    """One kept step of coming in. The program acts: who it is for is not known to the database yet."""
    with transactie_van(None, verzoek=getattr(request, "referentie", "")), als_systeem():
        yield


def probeer(request: HttpRequest, *, soort: str, wie: str) -> Poging:
    """Count one try before it is judged. A telephone that came in before does not wait for who guesses elsewhere."""
    return tel(
        soort=f"portaal-{soort}",
        wie=wie,
        apparaat=bekend_apparaat(request, wie, cookie=settings.PORTAAL_APPARAAT_COOKIE_NAME),
        adres=adres_van(request),
        nu=timezone.now(),
    )


def te_vroeg(poging: Poging) -> Zin:
    return zin(
        "Er is te vaak geprobeerd. Wacht %(seconden)s seconden en probeer het dan opnieuw.",
        seconden=poging.wachten,
    )


def binnen(
    request: HttpRequest,
    account: Portaalaccount,
    *,
    onderweg: str = "",
    antwoord: Callable[[str], HttpResponse] = redirect,
) -> HttpResponse:
    """Begin a stay with a cookie that nobody had before, and go to where somebody was, with what was typed there."""
    naar = stap.lees(request).get("naar", "")
    with handeling(request):
        eindig(cookie(request))
        token = begin(account, apparaat=apparaatnaam(request))
        naar = (kladblok.neem_terug(account, onderweg) if onderweg else "") or naar
        kladblok.ruim_op()
    rotate_token(request)
    response = antwoord(naar if kladblok.is_eigen_adres(naar) else PAD)
    zet_cookie(response, token)
    stap.wis(response)
    onthoud_apparaat(response, account.nummer, cookie=settings.PORTAAL_APPARAAT_COOKIE_NAME, pad=PAD)
    return response


def is_vers(sessie: Any) -> bool:
    """Whether somebody proved who they are a moment ago, and not this morning on a telephone that lies there."""
    return bool((timezone.now() - sessie.begonnen_op).total_seconds() < VERS)
