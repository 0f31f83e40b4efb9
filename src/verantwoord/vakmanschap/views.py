"""The first page of the room: what is mine to learn, and what there is to know."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from verantwoord.toegang.verzoek import StaffRequest


@require_safe
def begin(request: StaffRequest) -> HttpResponse:
    return render(request, "vakmanschap/begin.html", {"deel": "begin"})
