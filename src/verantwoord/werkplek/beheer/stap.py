"""Every form of beheer works the same: show, act, go on; a refusal keeps all that was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.beheer.actions import Gewijzigd
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier
from verantwoord.web.waarden import Feit, Verwijzing


@dataclass(frozen=True, kw_only=True)
class Blad:
    """What stands round the fields of one form."""

    titel: str
    knop: str
    terug: str
    pad: Sequence[Verwijzing] = ()
    inleiding: str = ""
    punten: Sequence[str] = ()


def stap(
    request: StaffRequest,
    maak: Callable[[Any], Formulier],
    *,
    doe: Callable[[dict[str, Any]], HttpResponse],
    blad: Blad,
    nu: Callable[[], tuple[str, list[Feit]]] | None = None,
) -> HttpResponse:
    """Show the form, or act on it. ``maak`` makes it of what was sent, or of nothing.

    ``nu`` says how the row stands by now, for the moment that a colleague was first: its state as a form is opened
    on, and in words beside what was typed.
    """
    if request.method != "POST":
        return _toon(request, maak(None), blad)
    form = maak(request.POST)
    if not form.is_valid():
        return _toon(request, form, blad, status=422)
    try:
        return doe(form.cleaned_data)
    except GeenToegang:
        raise
    except Gewijzigd as fout:
        gezien, feiten = nu() if nu else ("", [])
        invoer = request.POST.copy()
        invoer["gezien"] = gezien
        form = maak(invoer)
        form.full_clean()
        form.add_error(None, fout.melding)
        return _toon(request, form, blad, status=409, feiten=feiten)
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
    return _toon(request, form, blad, status=422)


def _toon(
    request: StaffRequest, form: Formulier, blad: Blad, *, status: int = 200, feiten: Sequence[Feit] = ()
) -> HttpResponse:
    context = {"form": form, "blad": blad, "feiten": feiten}
    return render(request, "werkplek/beheer/formulier.html", context, status=status)
