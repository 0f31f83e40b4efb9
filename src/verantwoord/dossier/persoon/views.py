from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier import actions
from verantwoord.dossier.persoon.forms import AliasForm, WegForm
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest


@require_safe
def namen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The name as the IND gave it, and every other name by which a search finds this person."""
    return _pagina(request, dossier_id, "namen", {})


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def erbij(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Add a name."""
    form = AliasForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.add_alias(door=request.user, dossier_id=dossier_id, **form.cleaned_data)
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error("naam", fout.melding)
        else:
            messages.success(request, _("De naam is toegevoegd. Zoeken vindt deze persoon nu ook zo."))
            return redirect("dossier:namen", dossier_id)
    return _pagina(request, dossier_id, "naam_erbij", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def weg(request: StaffRequest, dossier_id: UUID, nummer: int) -> HttpResponse:
    """Take a name away that was a mistake; ``nummer`` is its place in the list, so that no name stands in an address."""
    aliassen = dossier_of(dossier_id, viewer=request.user).persoon.aliassen
    if not 1 <= nummer <= len(aliassen):
        raise Http404
    naam = aliassen[nummer - 1]
    form = WegForm(request.POST if request.method == "POST" else None, initial={"naam": naam})
    if form.is_valid():
        # The name travels along: when a colleague was first, another name may stand in this place by now.
        try:
            actions.remove_alias(door=request.user, dossier_id=dossier_id, **form.cleaned_data)
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("De naam is weggehaald. In de tijdlijn blijft staan wat er stond."))
            return redirect("dossier:namen", dossier_id)
    context = {"form": form, "naam": naam}
    return _pagina(request, dossier_id, "naam_weg", context, status=422 if form.errors else 200)


def _pagina(
    request: StaffRequest, dossier_id: UUID, sjabloon: str, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    dossier = dossier_of(dossier_id, viewer=request.user)
    context |= {
        "dossier": dossier,
        "onderdeel": "overzicht",
        "mag": dossier.is_te_behandelen_door(request.user),
    }
    return render(request, f"dossier/persoon/{sjabloon}.html", context, status=status)
