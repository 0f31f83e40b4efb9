"""What somebody does with a passage of a finished report: a toetsing, a wish, or set aside with a reason."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.signalen import Plek
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import actions, queries, samenstelling
from verantwoord.vertrekgesprek.forms import PASSAGEFORMS, passagekaart
from verantwoord.vertrekgesprek.keuzes import Besluitsoort, Zoekterrein
from verantwoord.vertrekgesprek.passages import Passageblad, passageblad, plaats_in_woorden
from verantwoord.vertrekgesprek.views.kader import adres, gesprek_van, pagina
from verantwoord.web.formulier import Formulier, getal


@require_http_methods(["GET", "POST"])
def passage(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """Answer one passage. Who only looks goes to the report, where all of them stand."""
    dit = gesprek_van(request, dossier_id, gesprek_id)
    if not request.user.heeft(Recht.DOSSIER_BEHANDELEN):
        raise Http404
    bladen = bladen_van(dit, request)
    plek = _plek(request.POST)
    blad = next((b for b in bladen if plek is not None and plek.omvat(b.passage.plek)), None)
    soort = request.POST.get("soort", "")
    if blad is None or plek is None or soort not in PASSAGEFORMS:
        if request.method == "POST":
            messages.warning(
                request, _("Deze passage staat er niet meer. Lees wat er nu staat."), extra_tags="passages"
            )
        return redirect(f"{adres('gesprek', dit)}#passages")
    form = PASSAGEFORMS[soort](request.POST, auto_id=f"{soort}-{blad.sleutel}-%s")
    if form.is_valid():
        try:
            return _beslis(request, dit, plek, soort, form)
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
    inhoud = {
        "gesprek": dit,
        "kaart": passagekaart(blad, **{soort: form}),
        "fout": form,
        "mag_werken": dit.dossier.is_te_behandelen_door(request.user),
    }
    return pagina(request, dit.dossier, "vertrekgesprek/passage.html", inhoud, status=422)


def bladen_van(dit: queries.Gesprek, request: StaffRequest) -> list[Passageblad]:
    """The passages of a finished talk that wait for an answer, as they are shown."""
    return [
        passageblad(een, plaats=plaats_in_woorden(een.vindplaats, dit))
        for een in queries.open_passages_of(dit, viewer=request.user)
    ]


def _beslis(
    request: StaffRequest, dit: queries.Gesprek, plek: Plek, soort: str, form: Formulier
) -> HttpResponse:
    if soort == Besluitsoort.TERZIJDE:
        actions.answer_passage(
            door=request.user,
            dossier_id=dit.dossier_id,
            gesprek_id=dit.pk,
            plek=plek,
            soort=soort,
            reden=form.cleaned_data["reden"],
        )
        messages.success(
            request, _("De passage is terzijde gelegd. Uw reden is bewaard."), extra_tags="passages"
        )
        return redirect(f"{adres('gesprek', dit)}#passages")
    verder = samenstelling.pak_op(
        door=request.user,
        dossier_id=dit.dossier_id,
        gesprek_id=dit.pk,
        plek=plek,
        soort=soort,
        betreft=form.cleaned_data["betreft"],
        peildatum=timezone.localdate(),
    )
    messages.success(
        request,
        _("De passage is een wens geworden.")
        if soort == Besluitsoort.WENS
        else _("De passage is een aanwijzing geworden."),
    )
    return redirect(verder)


def _plek(post: Mapping[str, str]) -> Plek | None:
    """The place that a form names; none when it names no place."""
    vindplaats, terrein = post.get("vindplaats", ""), post.get("terrein", "")
    begin, eind = getal(post.get("begin")), getal(post.get("eind"))
    if not vindplaats or terrein not in Zoekterrein.values or not 0 <= begin < eind:
        return None
    return Plek(vindplaats, terrein, begin, eind)
