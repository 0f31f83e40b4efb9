"""Half-way in, and in: what the session holds between password and second proof, and after both."""

import hmac
import uuid
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest
from django.utils import timezone

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.inlog.apparaat import apparaatnaam
from verantwoord.toegang.inlog.backend import Accounts
from verantwoord.toegang.inlog.models import Sessie
from verantwoord.toegang.inlog.sessies import (
    APPARAAT,
    BEGONNEN,
    FACTOR,
    GEZIEN,
    NUMMER,
    VOOR_HET_INLOGGEN,
)
from verantwoord.toegang.models import Medewerker

_HALVERWEGE: Final = "inlog"
BEWEZEN: Final = "bewezen"
# Whoever changes how somebody logs in proved less than this ago that it is really them.
BEWIJS_GELDT: Final = 15 * 60
MET_WACHTWOORD_ALLEEN: Final = "demo"
VIA_ORGANISATIE: Final = "organisatie"


def houd_vast(request: HttpRequest, medewerker: Medewerker, *, naar: str) -> None:
    """The password was right: remember that, under a new key, until the second proof. Nobody is logged in yet."""
    request.session.flush()
    request.session[_HALVERWEGE] = {
        "wie": str(medewerker.pk),
        "op": timezone.now().timestamp(),
        "naar": naar,
        "wachtwoord": medewerker.get_session_auth_hash(),
    }


def halverwege(request: HttpRequest) -> Medewerker | None:
    """Who gave the right password in this session a moment ago, if that still holds."""
    stand = request.session.get(_HALVERWEGE)
    if stand is None or timezone.now().timestamp() - stand["op"] > VOOR_HET_INLOGGEN:
        return None
    medewerker = Accounts().get_user(uuid.UUID(stand["wie"]))
    if medewerker is None or not hmac.compare_digest(
        stand["wachtwoord"],
        medewerker.get_session_auth_hash(),
    ):
        return None
    return medewerker


def bestemming(request: HttpRequest) -> str:
    """Where somebody wanted to go before logging in was asked."""
    return str(request.session.get(_HALVERWEGE, {}).get("naar") or settings.LOGIN_REDIRECT_URL)


def voltooi(request: HttpRequest, medewerker: Medewerker, *, manier: str) -> None:
    """Log somebody in who proved it in two ways, with a new key for the session, and write that down."""
    request.session.pop(_HALVERWEGE, None)
    # What is over is of no use to anybody; here because every working day begins with this.
    Sessie.objects.filter(expire_date__lt=timezone.now()).delete()
    login(request, medewerker, backend=f"{Accounts.__module__}.{Accounts.__qualname__}")
    request.session[FACTOR] = manier
    bewijs_opnieuw(request)
    record_gebeurtenis(
        soort="medewerker.ingelogd",
        onderwerp=medewerker,
        dossier_id=None,
        door=medewerker,
        gegevens={"manier": manier},
    )


def bewijs_opnieuw(request: HttpRequest) -> None:
    """Remember that it was proved just now, under a new key."""
    request.session.cycle_key()
    request.session[BEWEZEN] = timezone.now().timestamp()


def pas_bewezen(request: HttpRequest) -> bool:
    return timezone.now().timestamp() - request.session.get(BEWEZEN, 0) < BEWIJS_GELDT


def is_demo_inlog(medewerker: Medewerker) -> bool:
    """Whether this is one of the printed log-ins of a demo, which show themselves with a password alone."""
    return settings.DEMO and not settings.PRODUCTIE and medewerker.alleen_wachtwoord


def begin_sessie(sender: Any, request: HttpRequest, user: Medewerker, **rest: Any) -> None:  # noqa: ARG001 - Django's signal
    """Give a session its beginning, from which its end is counted, whichever way somebody came in."""
    nu = timezone.now().timestamp()
    request.session[BEGONNEN] = request.session[GEZIEN] = nu
    request.session[NUMMER] = str(uuid.uuid4())
    request.session[APPARAAT] = apparaatnaam(request)
