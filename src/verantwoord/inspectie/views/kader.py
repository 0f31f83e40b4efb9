"""What the pages of an onderzoek share: the onderzoek itself, its steps and its tabs."""

from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.inspectie import queries
from verantwoord.inspectie.queries import Onderzoek
from verantwoord.inspectie.voortgang import STAPPEN, Stand
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.waarden import Stap, Tab, Verwijzing

TABS: Final[tuple[tuple[str, Promise, str], ...]] = (
    ("opzet", lui("Opzet"), "inspectie:onderzoek"),
    ("steekproef", lui("Steekproef"), "inspectie:steekproef"),
    ("lezen", lui("Lezen"), "leesdesk:onderzoek"),
    ("register", lui("Gesprekken en bronnen"), "inspectie:register"),
    ("uitkomst", lui("Conclusies en aanbevelingen"), "inspectie:uitkomst"),
)


def moet(request: StaffRequest, recht: Recht) -> None:
    """Not yours looks like not there."""
    if not request.user.heeft(recht):
        raise Http404


def lezerskader(request: StaffRequest) -> dict[str, str]:
    """The frame of a page about reports: under the measurement for who sees that, by itself for everybody else."""
    if request.user.heeft(Recht.KWALITEIT_BEKIJKEN):
        return {"basis": "kwaliteit/basis.html", "deel": "rapporten"}
    return {"basis": "web/basis.html"}


def onderzoek_van(request: StaffRequest, onderzoek_id: UUID) -> Onderzoek:
    """The onderzoek, for who works on it."""
    moet(request, Recht.ONDERZOEK_UITVOEREN)
    try:
        return queries.onderzoek_of(onderzoek_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout


def pad(*verder: Verwijzing) -> list[Verwijzing]:
    return [Verwijzing(_("Onderzoek"), reverse("inspectie:begin")), *verder]


def stappen(onderzoek: Onderzoek) -> list[Stap]:
    hier = len(STAPPEN) if onderzoek.stand == Stand.AFGEROND else STAPPEN.index(Stand(onderzoek.stand))
    return [
        Stap(str(stand.label), "gedaan" if i < hier else "nu" if i == hier else "straks")
        for i, stand in enumerate(STAPPEN)
    ]


def tabs(onderzoek: Onderzoek, onderdeel: str) -> list[Tab]:
    return [
        Tab(str(titel), url, huidig=sleutel == onderdeel)
        for sleutel, titel, naam in TABS
        if (url := _adres(naam, onderzoek.pk))
    ]


def _adres(naam: str, onderzoek_id: UUID) -> str:
    try:
        return reverse(naam, args=[onderzoek_id])
    except NoReverseMatch:
        return ""


def pagina(
    request: StaffRequest,
    onderzoek: Onderzoek,
    onderdeel: str,
    sjabloon: str,
    inhoud: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """One page of an onderzoek, within its head."""
    context = {
        "onderzoek": onderzoek,
        "pad": pad(Verwijzing(onderzoek.titel)),
        "stappen": stappen(onderzoek),
        "tabs": tabs(onderzoek, onderdeel),
        "open": onderzoek.stand != Stand.AFGEROND,
        **inhoud,
    }
    return render(request, sjabloon, context, status=status)
