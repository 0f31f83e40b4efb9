from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET

from verantwoord.toegang.inzage import met_gezin
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import queries, regels, samenstelling
from verantwoord.vertrekgesprek.actions.planning import NIET_GEVOERD
from verantwoord.vertrekgesprek.brief import SJABLOON, uitnodiging_van
from verantwoord.vertrekgesprek.forms import passagekaart
from verantwoord.vertrekgesprek.keuzes import Ondersteuning, Onderwerp, Status, Toevoeging
from verantwoord.vertrekgesprek.passages import besluitbladen
from verantwoord.vertrekgesprek.talen import aanspreekvorm, taalnaam
from verantwoord.vertrekgesprek.verslag import MET_TOLK, TOETSINGSMOMENTEN, VRAGEN
from verantwoord.vertrekgesprek.verslagblad import verslagblad
from verantwoord.vertrekgesprek.verslagform import Verslagformulier
from verantwoord.vertrekgesprek.views.kader import adres, gesprek_van, pagina, sleutel
from verantwoord.vertrekgesprek.views.passages import bladen_van
from verantwoord.web.pdf import DOCUMENT, maak_pdf


@met_gezin
@require_GET
def gesprek(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """One talk: its plan while it is to come, its whole report and what was added when it is finished."""
    vandaag = timezone.localdate()
    dit = gesprek_van(request, dossier_id, gesprek_id)
    addenda = list(dit.addenda.all())
    inhoud = {
        "gesprek": dit,
        "regel": regels.regel_van(dit, vandaag),
        "vandaag": vandaag,
        "aanspreekvorm": aanspreekvorm(dit.dossier.persoon, op=vandaag),
        "gesprekstaal": taalnaam(dit.taal),
        # Of a closed dossier a report may still be answered, added to and read again; nothing else is done in it.
        "mag_schrijven": request.user.heeft(Recht.DOSSIER_BEHANDELEN),
        "mag_werken": dit.dossier.is_te_behandelen_door(request.user),
        "is_gepland": dit.status == Status.GEPLAND,
        "opties": [Ondersteuning(optie).label for optie in dit.opties_besproken],
        "vragen": [(VRAGEN[m](), dit.vragen[m]) for m in TOETSINGSMOMENTEN if dit.vragen.get(m)],
        "afspraken": list(regels.afspraken_van(dit)),
        "niet_aan_de_orde": [
            (Onderwerp(naam).label if naam in Onderwerp.values else naam, reden)
            for naam, reden in dit.niet_aan_de_orde.items()
        ],
        "addenda": [a for a in addenda if a.soort != Toevoeging.REACTIE],
        "reacties": [a for a in addenda if a.soort == Toevoeging.REACTIE],
        **(_voorbereiding(request, dit, vandaag) if dit.is_open else {}),
        "opgeschreven": _opgeschreven(request, dit),
        "familie": queries.samen_gevoerd(dit, viewer=request.user),
        "opvolger": dit.vervangen_door.first(),
        "gesprek_id": str(dit.pk),
        "wil_tolk": dit.tolk_gepland in MET_TOLK,
        "kan_opnieuw": dit.status in NIET_GEVOERD,
        **_passages(request, dit, vandaag),
        "net_afgerond": request.GET.get("afgerond") == "1" and dit.is_afgerond,
        "concept_bewaard": sleutel(request, dit) if dit.is_afgerond else "",
    }
    return pagina(request, dit.dossier, "vertrekgesprek/gesprek.html", inhoud)


def _passages(request: StaffRequest, dit: queries.Gesprek, vandaag: date) -> dict[str, Any]:
    """The words somebody is asked to read again. Whether there are any is also only said to who may see them."""
    if not dit.is_afgerond or not request.user.heeft(Recht.DOSSIER_BEHANDELEN):
        return {}
    besluiten = queries.besluiten_of(dit, viewer=request.user)
    leest = queries.leest_besluiten(besluiten, dit.dossier, viewer=request.user, peildatum=vandaag)
    return {
        "zoekt": True,
        "passages": [passagekaart(blad) for blad in bladen_van(dit, request)],
        "besluiten": besluitbladen(besluiten, leest=leest),
    }


def _voorbereiding(request: StaffRequest, dit: queries.Gesprek, vandaag: date) -> dict[str, Any]:
    """What is known and open before a talk that is still to come."""
    return {
        "voorbereiding": samenstelling.bereid_voor(dit.dossier_id, request.user, vandaag),
        "vorige_afspraken": queries.afspraken_of(dit.dossier_id, viewer=request.user),
    }


def _opgeschreven(request: StaffRequest, dit: queries.Gesprek) -> list[tuple[str, str]]:
    """What was already typed for a talk that did not take place: it is of use for the next one."""
    if dit.is_open or dit.is_afgerond:
        return []
    klad = queries.klad_of(dit, viewer=request.user)
    if klad is None:
        return []
    formulier = Verslagformulier.nieuw(
        gesprek=dit, persoon=dit.dossier.persoon, met_lp=True, begin=klad.velden
    )
    return [(label, tekst) for _naam, label, tekst in formulier.leesbaar() if tekst.strip()]


@require_GET
def uitnodiging(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """The invitation as a letter on paper."""
    dit = gesprek_van(request, dossier_id, gesprek_id)
    if dit.status != Status.GEPLAND:
        return redirect(adres("gesprek", dit))
    stand = queries.stand_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
    brief = maak_pdf(SJABLOON, uitnodiging_van(dit, stand, ondertekenaar=request.user))
    return HttpResponse(
        brief,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="uitnodiging-{dit.dossier.nummer}.pdf"'},
    )


@require_GET
def verslag_pdf(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """The report of a finished talk on paper, with everything that was added to it."""
    dit = gesprek_van(request, dossier_id, gesprek_id)
    if not dit.is_afgerond:
        return redirect(adres("gesprek", dit))
    return HttpResponse(
        maak_pdf(DOCUMENT, verslagblad(dit)),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="verslag-{dit.moment}-{dit.dossier.nummer}.pdf"'},
    )
