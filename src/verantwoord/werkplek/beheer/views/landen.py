from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.stamgegevens import actions, queries
from verantwoord.stamgegevens.landen import ZONDER_LAND, landnaam
from verantwoord.toegang.beheer.queries import PER_PAGINA, pagina_omlaag
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import getal
from verantwoord.web.waarden import Verwijzing
from verantwoord.werkplek.beheer.bewaker import voor
from verantwoord.werkplek.beheer.forms import LandForm
from verantwoord.werkplek.beheer.stap import Blad, stap


@require_safe
@voor(Recht.LANDEN_BIJHOUDEN)
def lijst(request: StaffRequest) -> HttpResponse:
    """The last that is known of each country, by its name in the language of the screen."""
    alle = [
        (landnaam(rij.land), rij)
        for rij in queries.landmedewerking_nu(viewer=request.user, op=timezone.localdate())
    ]
    # At most some two hundred: a name is no column that the database could stand them in the order of.
    alle.sort(key=lambda paar: (paar[0].casefold(), paar[1].land))
    codes = [rij.land for _naam, rij in alle]
    na = request.GET.get("na", "")
    begin = codes.index(na) + 1 if na in codes else 0
    rijen = alle[begin : begin + PER_PAGINA]
    context = {
        "rijen": rijen,
        "volgende": rijen[-1][1].land if begin + PER_PAGINA < len(alle) else None,
        "totaal": len(alle),
    }
    return render(request, "werkplek/beheer/landen.html", context)


@require_safe
@voor(Recht.LANDEN_BIJHOUDEN)
def detail(request: StaffRequest, land: str) -> HttpResponse:
    """Everything that was recorded about one country."""
    naam = _naam_of_404(land)
    rijen, volgende = pagina_omlaag(
        queries.landmedewerkingen_of(land, viewer=request.user),
        veld="per",
        na=na if (na := getal(request.GET.get("na"))) > 0 else None,
    )
    context = {
        "land": land,
        "naam": naam,
        "rijen": rijen,
        "volgende": volgende,
        "pad": [_lijst(), Verwijzing(naam)],
    }
    return render(request, "werkplek/beheer/land.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.LANDEN_BIJHOUDEN)
def vastleggen(request: StaffRequest, land: str = "") -> HttpResponse:
    """Record what is known of a country."""
    if land:
        _naam_of_404(land)
    vandaag = timezone.localdate()

    def doe(data: dict[str, Any]) -> HttpResponse:
        rij = actions.record_landmedewerking(door=request.user, vandaag=vandaag, **data)
        messages.success(
            request,
            _("Vastgelegd. Een regievoerder krijgt dit voorgesteld; in een dossier verandert niets vanzelf."),
        )
        return redirect("beheer:land", rij.land)

    titel = _("Leg de medewerking van een land vast")
    return stap(
        request,
        lambda post: LandForm(post, initial={"land": land, "per": vandaag}),
        doe=doe,
        blad=Blad(
            titel=titel,
            inleiding=_(
                "Het gaat om reisdocumenten, zoals een laissez-passer. Houd vrijwillig en gedwongen apart."
            ),
            knop=_("Leg vast"),
            terug=reverse("beheer:land", args=[land]) if land else reverse("beheer:landen"),
            pad=[_lijst(), Verwijzing(titel)],
            punten=[
                _("Wat er al stond, blijft staan voor de dagen ervoor."),
                _("Bron van de plicht: rapport, paragraaf 3.1."),
            ],
        ),
    )


def _lijst() -> Verwijzing:
    return Verwijzing(_("Landen"), reverse("beheer:landen"))


def _naam_of_404(land: str) -> str:
    naam = landnaam(land)
    if naam == land or land in ZONDER_LAND or len(land) != 3:
        raise Http404
    return naam
