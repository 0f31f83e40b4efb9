"""The list of what waits for one's second signature, and signing. No dossier is named in an address here."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.inzage import kijk, toont_personen
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.werkplek.tekenen.forms import TekenForm
from verantwoord.werkplek.tekenen.stukken import Antwoord, Stuk, decide_stuk, stukken_voor


@toont_personen
@require_safe
def te_tekenen(request: StaffRequest) -> HttpResponse:
    """Everything that waits for this person as the named second."""
    return render(request, "werkplek/tekenen/lijst.html", {"stukken": _stukken(request)})


@toont_personen
@require_http_methods(["GET", "HEAD", "POST"])
def tekenen(request: StaffRequest, sleutel: str) -> HttpResponse:
    """Read one request, and sign it or say no."""
    stuk = next((stuk for stuk in _stukken(request) if stuk.sleutel == sleutel), None)
    if stuk is None:
        raise Http404
    form = TekenForm(
        request.POST if request.method == "POST" else None, stuk=stuk, initial={"bedrag": stuk.bedrag}
    )
    if request.method == "POST" and form.is_valid():
        antwoord = Antwoord(
            akkoord=form.cleaned_data["besluit"] == "ja",
            reden=form.cleaned_data["reden"],
            bedrag=form.cleaned_data.get("bedrag"),
            nu=timezone.now(),
            op=timezone.localdate(),
        )
        try:
            with transactie_van(request.user, verzoek=request.referentie):
                decide_stuk(stuk, antwoord, door=request.user)
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Vastgelegd. De regievoerder ziet uw besluit in het dossier."))
            return redirect("werkplek:te_tekenen")
    status = 422 if form.errors else 200
    return render(request, "werkplek/tekenen/stuk.html", {"stuk": stuk, "form": form}, status=status)


def _stukken(request: StaffRequest) -> list[Stuk]:
    vandaag = timezone.localdate()
    return kijk(
        request,
        lambda: stukken_voor(viewer=request.user, op=vandaag),
        lambda gevonden: {stuk.dossier_id for stuk in gevonden},
        doel="tweede handtekening",
    )
