"""Looks at every session before a page does: two proofs, not too long ago, and still vouched for."""

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.toegang.inlog.aanmelden import VIA_ORGANISATIE
from verantwoord.toegang.inlog.controle import geldt_nog
from verantwoord.toegang.inlog.sessies import FACTOR, GEZIEN

# How exactly it is known when somebody was last seen: not every request writes.
_BIJWERKEN: Final = 60


class Inlogbewaker:
    """End a session without a second proof, however it was made, and one for which the organisation no longer vouches.

    Its end by age or by not being used is in the store; a closed account and a changed password end it in Django.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not getattr(request, "met_sleutel", False) and request.user.is_authenticated:
            reden = self._bezwaar(request)
            if reden:
                logout(request)
                messages.warning(request, reden)
        return self.get_response(request)

    def _bezwaar(self, request: HttpRequest) -> str:
        factor = request.session.get(FACTOR)
        if not factor:
            return _("Log in met uw wachtwoord en uw tweede stap.")
        nu = timezone.now()
        if factor == VIA_ORGANISATIE and not geldt_nog(request, nu=nu):
            return _("Uw organisatie heeft uw inlog beëindigd of is niet bereikbaar. Log opnieuw in.")
        if nu.timestamp() - request.session.get(GEZIEN, 0) >= _BIJWERKEN:
            request.session[GEZIEN] = nu.timestamp()
        return ""
