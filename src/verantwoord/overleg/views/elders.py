"""What was agreed elsewhere, before the dossier came here, can still come true."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.overleg import actions, queries
from verantwoord.overleg.elders import open_van
from verantwoord.overleg.eldersform import EldersForm
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def bijwerken(request: StaffRequest, dossier_id: UUID, feit_id: UUID) -> HttpResponse:
    """Fill in the days of what was open; nothing that stands there changes."""
    feit = queries.feiten_van_dossier(dossier_id, viewer=request.user).filter(pk=feit_id).first()
    open_ = open_van(feit) if feit is not None else None
    if not open_:
        raise Http404
    form = EldersForm(request.POST if request.method == "POST" else None, open_=open_)
    if form.is_valid():
        try:
            actions.update_eerder(
                door=request.user,
                dossier_id=dossier_id,
                feit_id=feit_id,
                verslag_op=form.cleaned_data.get("verslag_op"),
                teruggekoppeld_op=form.cleaned_data.get("teruggekoppeld_op"),
                gereed=form.gereed,
                peildatum=timezone.localdate(),
            )
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Vastgelegd."))
            return redirect("dossieroverleg:overzicht", dossier_id)
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "overleg",
        "form": form,
        "titel": _("Werk bij wat elders is afgesproken"),
        "uitleg": _("Dit overleg was voordat het dossier hier kwam. Vul in wat sindsdien is gebeurd."),
        "knop_tekst": _("Leg vast"),
    }
    return render(request, "overleg/dossier_formulier.html", context, status=422 if form.errors else 200)
