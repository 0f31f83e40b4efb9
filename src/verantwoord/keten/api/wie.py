"""Who may come here: partners, by their task in a dossier; for anybody else there is nothing at this address."""

from typing import Any

from django.http import Http404

from verantwoord.toegang.rechten import KETENROLLEN, Recht
from verantwoord.toegang.verzoek import StaffRequest


def partner(request: StaffRequest, recht: Recht | None = None) -> Any:
    """The person or program of a partner that asks. Raises ``Http404`` for anybody else, also without the right."""
    if request.user.rol not in KETENROLLEN or (recht is not None and not request.user.heeft(recht)):
        raise Http404
    return request.user
