"""How the pages of this room ask, do and refuse: one form with one act, or one button with one act."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vakmanschap.fouten import AlVeranderd, KanNiet
from verantwoord.web.formulier import Formulier
from verantwoord.web.waarden import Verschilonderdeel

Naar = str | Callable[[Any], str]
P = ParamSpec("P")


def vakgenoot(
    view: Callable[Concatenate[StaffRequest, P], HttpResponse],
) -> Callable[Concatenate[StaffRequest, P], HttpResponse]:
    """Only for who learns here; for anybody else the page does not exist. What is not there is not found."""

    @wraps(view)
    def alleen(request: StaffRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.heeft(Recht.VAKMANSCHAP_VOLGEN):
            raise Http404
        try:
            return view(request, *args, **kwargs)
        except ObjectDoesNotExist as fout:
            raise Http404 from fout

    return alleen


def invoer(request: StaffRequest) -> QueryDict | None:
    """What was sent, also when that is nothing at all; none when the form is only asked for."""
    return request.POST if request.method == "POST" else None


def formulierblad(
    request: StaffRequest,
    form: Formulier,
    *,
    doe: Callable[[dict[str, Any]], Any],
    naar: Naar,
    terug: str,
    gelukt: str,
    inhoud: dict[str, Any],
    sjabloon: str = "vakmanschap/formulier.html",
) -> HttpResponse:
    """Show the form, or do the act and go on; what is refused keeps all that was typed.

    ``inhoud`` holds at least ``titel`` and ``deel``, and ``versie`` where two people can write in one text. When a
    colleague was first the answer is 409, with both texts.
    """
    status = 200
    context = {"form": form, "terug": terug, **inhoud}
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                # What is refused half way leaves nothing behind.
                with transaction.atomic():
                    gedaan = doe(form.cleaned_data)
            except AlVeranderd as fout:
                context |= {"conflict": fout, "versie": fout.versie, "verschil": _verschil(form, fout)}
                status = 409
            except DomeinFout as fout:
                veld = fout.veld if isinstance(fout, KanNiet) and fout.veld in form.fields else None
                form.add_error(veld, fout.melding)
            else:
                messages.success(request, gelukt)
                return redirect(naar(gedaan) if callable(naar) else naar)
    return render(request, sjabloon, context, status=status)


def knopdruk(request: StaffRequest, *, doe: Callable[[], Any], naar: str, gelukt: str) -> HttpResponse:
    """Do one act without fields and go back; a refusal is said there."""
    try:
        with transaction.atomic():
            doe()
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, gelukt)
    return redirect(naar)


def _verschil(form: Formulier, fout: AlVeranderd) -> list[Verschilonderdeel]:
    return [
        Verschilonderdeel(str(form.fields[veld].label), str(tekst), str(form.cleaned_data[veld]))
        for veld, tekst in fout.bewaard.items()
        if veld in form.fields
    ]
