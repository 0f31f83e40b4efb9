"""Where sessions are kept, and how long: at most a working day, and shorter without any use."""

from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabankStore
from django.utils import timezone

BEGONNEN: Final = "begonnen"
GEZIEN: Final = "gezien"
NUMMER: Final = "nummer"
APPARAAT: Final = "apparaat"
FACTOR: Final = "factor"
# Long enough to find one's telephone, short enough that nobody finds a half-open door.
VOOR_HET_INLOGGEN: Final = 15 * 60


class SessionStore(DatabankStore):
    """Django's own store, with whose session it is beside it and an end that use does not put off."""

    @classmethod
    def get_model_class(cls) -> type:
        from verantwoord.toegang.inlog.models import Sessie  # noqa: PLC0415 - no models while settings are read

        return Sessie

    def get_session_cookie_age(self) -> int:
        """Seconds until this session ends if nothing happens any more."""
        begonnen = self.get(BEGONNEN)
        if begonnen is None:
            return VOOR_HET_INLOGGEN
        rest = settings.SESSION_COOKIE_AGE - int(timezone.now().timestamp() - begonnen)
        return max(0, min(rest, settings.SESSIE_ZONDER_GEBRUIK))

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        rij: Any = super().create_model_instance(data)
        wie = data.get(SESSION_KEY)
        rij.medewerker_id = UUID(wie) if wie else None
        rij.nummer = UUID(data[NUMMER]) if NUMMER in data else None
        rij.begonnen_op = _moment(data.get(BEGONNEN))
        rij.gezien_op = _moment(data.get(GEZIEN))
        rij.manier = data.get(FACTOR, "")
        rij.apparaat = data.get(APPARAAT, "")
        return rij


def _moment(seconden: float | None) -> datetime | None:
    return None if seconden is None else datetime.fromtimestamp(seconden, tz=UTC)
