"""Who may come in with a password: people, as long as their account is open and local passwords are allowed."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from verantwoord.toegang.models import Medewerker


class Accounts(ModelBackend):
    """Django's own, which does the same work for a name that is not there; a program's account never logs in."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **rest: Any,
    ) -> Medewerker | None:
        if settings.ALLEEN_OIDC:
            return None
        return super().authenticate(request, username=username, password=password, **rest)

    def user_can_authenticate(self, user: Any) -> bool:
        return super().user_can_authenticate(user) and not user.is_systeem
