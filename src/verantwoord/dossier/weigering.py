"""What a page about a dossier answers when the acting person's role does not allow the act."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from verantwoord.dossier.queries import dossier_of
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest

View = Callable[..., HttpResponse]


def weiger(request: StaffRequest, dossier_id: UUID, fout: GeenToegang, /) -> HttpResponse:
    """The page that says why not, and whom to ask or what to do first."""
    context = {"dossier": dossier_of(dossier_id, viewer=request.user), "onderdeel": "", "fout": fout}
    return render(request, "dossier/geen_toegang.html", context, status=403)


def zegt_wat_niet_mag(view: View) -> View:
    """Turn ``GeenToegang`` into a page of its own (403) that says whom to ask, for every act of the view."""

    @wraps(view)
    def bewaakt(request: StaffRequest, dossier_id: UUID, **rest: Any) -> HttpResponse:
        try:
            return view(request, dossier_id, **rest)
        except GeenToegang as fout:
            return weiger(request, dossier_id, fout)

    return bewaakt
