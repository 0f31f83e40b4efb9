"""What the portal answers when something is not there, or not for who asks: in their language, without words of the staff."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token

from verantwoord.portaal.sessie import PAD


def in_portaal(request: HttpRequest) -> bool:
    """Whether this address belongs to the portal."""
    return request.path.startswith(PAD)


@requires_csrf_token
def fout(request: HttpRequest, status: int) -> HttpResponse:
    """One page for all of them: what exists and is not theirs looks like what does not exist."""
    return render(request, "portaal/fout.html", status=status)
