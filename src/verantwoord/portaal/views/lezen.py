"""The pages one reads."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from verantwoord.portaal.verzoek import PortaalRequest, blad


@require_safe
@blad
def begin(request: PortaalRequest) -> HttpResponse:
    """Say where somebody is in the procedure, and what happens next."""
    return render(request, "portaal/begin.html", {"account": request.account})
