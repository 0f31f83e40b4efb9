"""Who may open a page of beheer. Not yours looks like not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse

from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest

View = Callable[..., HttpResponse]


def voor(recht: Recht) -> Callable[[View], View]:
    """Answer 404 to whoever does not hold this right."""

    def bewaak(view: View) -> View:
        @wraps(view)
        def bewaakt(request: StaffRequest, **rest: Any) -> HttpResponse:
            if not request.user.heeft(recht):
                raise Http404
            return view(request, **rest)

        return bewaakt

    return bewaak
