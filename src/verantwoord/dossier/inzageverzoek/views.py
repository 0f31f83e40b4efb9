from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.inzageverzoek.stap import doe_stap, formulieren_voor
from verantwoord.dossier.inzageverzoek.tonen import vraag_van
from verantwoord.dossier.queries import dossier_of, inzageverzoeken_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.toegang.verzoek import StaffRequest


@require_safe
def lijst(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Every question of a partner about this dossier, the newest first."""
    vandaag = timezone.localdate()
    vragen = [
        vraag_van(v, viewer=request.user, op=vandaag)
        for v in inzageverzoeken_of(dossier_id, viewer=request.user)
    ]
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "inzage",
        "vragen": vragen,
    }
    return render(request, "dossier/inzageverzoek/lijst.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def behandelen(request: StaffRequest, dossier_id: UUID, verzoek_id: UUID) -> HttpResponse:
    """One question: who asks what and why, and the answer or the refusal."""
    fout = doe_stap(request, dossier_id, verzoek_id) if request.method == "POST" else None
    if request.method == "POST" and fout is None:
        return redirect("dossier:inzageverzoek", dossier_id, verzoek_id)
    verzoek = inzageverzoeken_of(dossier_id, viewer=request.user).filter(pk=verzoek_id).first()
    if verzoek is None:
        raise Http404
    dossier = dossier_of(dossier_id, viewer=request.user)
    vraag = vraag_van(verzoek, viewer=request.user, op=timezone.localdate())
    open_ = dossier.gesloten_op is None
    context = {
        "dossier": dossier,
        "onderdeel": "inzage",
        "vraag": vraag,
        "formulieren": formulieren_voor(request, vraag, fout) if open_ or fout else [],
        "fout": fout,
    }
    return render(
        request, "dossier/inzageverzoek/behandelen.html", context, status=422 if fout is not None else 200
    )
