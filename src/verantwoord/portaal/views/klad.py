"""What is being typed, kept while it is typed: a telephone that dies or a line that breaks takes no words away."""

from typing import Final

from django.http import Http404, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from verantwoord.portaal import forms
from verantwoord.portaal.kladblok import bewaar, is_eigen_adres
from verantwoord.portaal.queries import gekozen_dossier
from verantwoord.portaal.verzoek import PortaalRequest, uit_zichzelf, zonder_dossier
from verantwoord.toegang.context import als_systeem

# The pages on which something longer is typed, each with its form.
FORMULIEREN: Final = {
    "portaal:wensen": forms.WensForm,
    "portaal:vragen": forms.BerichtForm,
    "portaal:vraag": forms.BerichtForm,
    "portaal:andere_dag": forms.AndereDagForm,
    "portaal:reageren": forms.BerichtForm,
    "portaal:betwistingen": forms.BetwistForm,
}


@require_http_methods(["HEAD", "POST"])
@uit_zichzelf
@zonder_dossier
def klad(request: PortaalRequest) -> HttpResponse:
    """Keep the fields of one of our own pages. A ``HEAD`` only tells that there is a line.

    Nothing of the dossier is read, so this is no look; about whom it was typed is only part of where it is kept.
    """
    if request.method == "POST":
        bladzij = request.POST.get("bladzij", "")
        velden = _formulier_van(bladzij).base_fields
        getypt = {naam: request.POST.get(naam, "")[: 2 * forms.LANGST] for naam in velden}
        with als_systeem():
            over = gekozen_dossier(request.sessie, viewer=request.account, op=timezone.localdate())
        bewaar(request.account, bladzij, getypt, dossier_id=over)
    return HttpResponse(status=204)


def _formulier_van(bladzij: str) -> type[forms.Formulier]:
    try:
        naam = resolve(bladzij).view_name if is_eigen_adres(bladzij) else ""
    except Resolver404:
        naam = ""
    if naam not in FORMULIEREN:
        raise Http404
    return FORMULIEREN[naam]
