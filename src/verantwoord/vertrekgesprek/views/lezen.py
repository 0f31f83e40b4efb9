from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import actions, queries, regels, samenstelling
from verantwoord.vertrekgesprek.brief import uitnodiging_van
from verantwoord.vertrekgesprek.forms import AddendumForm
from verantwoord.vertrekgesprek.fouten import PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Ondersteuning, Onderwerp, Status, Toevoeging
from verantwoord.vertrekgesprek.talen import aanspreekvorm, taalnaam
from verantwoord.vertrekgesprek.verslag import TOETSINGSMOMENTEN, VRAGEN
from verantwoord.vertrekgesprek.verslagform import Verslagformulier
from verantwoord.vertrekgesprek.views.kader import adres, gesprek_van, pagina, sleutel
from verantwoord.web.pdf import BRIEF, maak_pdf


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
        "aanspreekvorm": aanspreekvorm(dit.dossier.persoon),
        "gesprekstaal": taalnaam(dit.taal),
        "mag_schrijven": request.user.heeft(Recht.DOSSIER_BEHANDELEN),
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
        "net_afgerond": request.GET.get("afgerond") == "1" and dit.is_afgerond,
        "concept_bewaard": sleutel(request, dit) if dit.is_afgerond else "",
    }
    return pagina(request, dit.dossier, "vertrekgesprek/gesprek.html", inhoud)


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


@require_http_methods(["GET", "POST"])
def aanvulling(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """Add something to a finished talk."""
    dit = gesprek_van(request, dossier_id, gesprek_id)
    if not dit.is_afgerond:
        return redirect(adres("gesprek", dit))
    soort = request.GET.get("soort", "")
    form = AddendumForm(
        request.POST if request.method == "POST" else None,
        initial={"soort": soort if soort in Toevoeging.values else Toevoeging.AANVULLING},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_addendum(
                door=request.user, dossier_id=dossier_id, gesprek_id=gesprek_id, **form.cleaned_data
            )
        except DomeinFout as fout:
            veld = fout.veld if isinstance(fout, PlanningKloptNiet) else None
            form.add_error(veld, fout.melding)
        else:
            messages.success(request, _("De aanvulling staat bij het verslag."))
            return redirect(f"{adres('gesprek', dit)}#aanvullingen")
    inhoud = {"form": form, "gesprek": dit}
    return pagina(
        request, dit.dossier, "vertrekgesprek/aanvulling.html", inhoud, status=422 if form.errors else 200
    )


@require_POST
def afspraak_gedaan(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID, nummer: int) -> HttpResponse:
    """Keep that an agreement was kept, and go back to where one was."""
    dit = gesprek_van(request, dossier_id, gesprek_id)
    try:
        actions.finish_afspraak(
            door=request.user,
            dossier_id=dossier_id,
            gesprek_id=gesprek_id,
            nummer=nummer,
            peildatum=timezone.localdate(),
        )
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    return redirect(f"{adres('gesprek', dit)}#afspraken")


@require_GET
def uitnodiging(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """The invitation as a letter on paper."""
    dit = gesprek_van(request, dossier_id, gesprek_id)
    if dit.status != Status.GEPLAND:
        return redirect(adres("gesprek", dit))
    stand = queries.stand_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
    brief = maak_pdf(BRIEF, uitnodiging_van(dit, stand, ondertekenaar=request.user))
    return HttpResponse(
        brief,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="uitnodiging-{dit.dossier.nummer}.pdf"'},
    )
