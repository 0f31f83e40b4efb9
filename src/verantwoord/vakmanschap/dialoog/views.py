"""Sessions of dialogue as pages: for who takes part, and, once reported, for the Inspectie."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.spreiding import tonen as spreiding_tonen
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vakmanschap.blad import formulierblad, invoer, knopdruk, vakgenoot
from verantwoord.vakmanschap.dialoog import actions, queries, tonen
from verantwoord.vakmanschap.dialoog.forms import (
    AfspraakForm,
    DialoogForm,
    ReactieForm,
    UitkomstForm,
    VoorbeeldForm,
)
from verantwoord.vakmanschap.dialoog.rapport import maak_rapport_pdf
from verantwoord.web.formulier import getal

P = ParamSpec("P")
View = Callable[Concatenate[StaffRequest, P], HttpResponse]
# A proposal only: who plans the session says which day it is. The norm names no term.
_VERSLAG_NA: Final = timedelta(weeks=8)
_LEZEN = ["GET", "HEAD", "POST"]


def lezer(view: View[P]) -> View[P]:
    """For who takes part and for the Inspectie; what is not there, or not theirs, is not found."""

    @wraps(view)
    def alleen(request: StaffRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.heeft(Recht.DIALOOG_LEZEN):
            raise Http404
        try:
            return view(request, *args, **kwargs)
        except ObjectDoesNotExist as fout:
            raise Http404 from fout

    return alleen


@require_safe
@lezer
def lijst(request: StaffRequest) -> HttpResponse:
    """The sessions of which one is part, or what the Inspectie was told."""
    context = {
        "deel": "dialoog",
        "dialogen": list(queries.dialogen_of(viewer=request.user)),
        "vandaag": timezone.localdate(),
        "te_doen": queries.te_doen_of(viewer=request.user, op=timezone.localdate()),
        "leidt": request.user.heeft(Recht.DIALOOG_LEIDEN),
        "is_inspectie": request.user.heeft(Recht.DIALOOG_BEANTWOORDEN),
    }
    return render(request, "dialoog/lijst.html", context)


@require_http_methods(_LEZEN)
@vakgenoot
def nieuw(request: StaffRequest) -> HttpResponse:
    """Choose a distribution and plan a session about it."""
    if not request.user.heeft(Recht.DIALOOG_LEIDEN):
        raise Http404
    kwartalen = queries.vertelde_kwartalen(viewer=request.user)
    if not kwartalen:
        return render(request, "dialoog/nog_niets.html", {"deel": "dialoog"})
    vandaag = timezone.localdate()

    def doe(data: dict[str, Any]) -> Any:
        return actions.plan_dialoog(
            door=request.user,
            peildatum=vandaag,
            **data
            | {
                "kwartaal": Kwartaal.van_code(data["kwartaal"]),
                "teams": [team.pk for team in data["teams"]],
            },
        )

    return formulierblad(
        request,
        DialoogForm(
            invoer(request),
            initial={"maat": request.GET.get("maat"), "rapport_voor": vandaag + _VERSLAG_NA},
            kwartalen=kwartalen,
            teams=queries.teams_of(viewer=request.user),
        ),
        doe=doe,
        naar=lambda dialoog: _adres(dialoog.pk),
        terug=reverse("dialoog:lijst"),
        gelukt=_("De dialoogsessie staat. Uw collega’s zien uw vraag."),
        inhoud={
            "titel": _("Plan een dialoogsessie"),
            "deel": "dialoog",
            "inleiding": _(
                "U kiest een verschil in het werk en praat erover met collega’s. Het gaat over het werk, niet over wie het doet."
            ),
            "knop": _("Plan deze sessie"),
        },
    )


@require_safe
@lezer
def een(request: StaffRequest, dialoog_id: UUID) -> HttpResponse:
    """One session: the picture, who comes, the examples, the outcome, and how it went on."""
    dialoog = queries.dialoog_of(dialoog_id, viewer=request.user)
    genodigden = list(queries.genodigden_of(dialoog, viewer=request.user))
    vandaag = timezone.localdate()
    context = {
        "deel": "dialoog",
        "dialoog": dialoog,
        "norm": spreiding_tonen.norm(dialoog.spreiding),
        "regels": tonen.beeldregels(dialoog),
        "wie": tonen.wie(dialoog),
        "verloop": tonen.verloop(dialoog, queries.verloop_of(dialoog)),
        "genodigden": genodigden,
        "zelf": next((g for g in genodigden if g.medewerker_id == request.user.pk), None),
        "voorbeelden": list(queries.voorbeelden_of(dialoog, viewer=request.user)),
        "afspraken": list(queries.afspraken_of(dialoog, viewer=request.user)),
        "reacties": list(queries.reacties_of(dialoog, viewer=request.user)),
        "leidt": dialoog.begeleider_id == request.user.pk and request.user.heeft(Recht.DIALOOG_LEIDEN),
        "doet_mee": bool(genodigden) and request.user.heeft(Recht.VAKMANSCHAP_VOLGEN),
        "beantwoordt": request.user.heeft(Recht.DIALOOG_BEANTWOORDEN),
        "is_geweest": dialoog.op <= vandaag,
        "vandaag": vandaag,
    }
    return render(request, "dialoog/een.html", context)


@require_POST
@vakgenoot
def antwoorden(request: StaffRequest, dialoog_id: UUID) -> HttpResponse:
    """Say whether one comes."""
    komt = request.POST.get("antwoord") == "komt"
    return knopdruk(
        request,
        doe=lambda: actions.answer_uitnodiging(door=request.user, dialoog_id=dialoog_id, komt=komt),
        naar=_adres(dialoog_id),
        gelukt=_("Uw collega’s zien dat u komt.") if komt else _("Uw collega’s zien dat u niet komt."),
    )


@require_http_methods(_LEZEN)
@vakgenoot
def voorbeeld(request: StaffRequest, dialoog_id: UUID, voorbeeld_id: UUID | None = None) -> HttpResponse:
    """Bring a retold example, or change one."""
    dialoog = queries.dialoog_of(dialoog_id, viewer=request.user)
    begin = {}
    if voorbeeld_id is not None:
        bestaand = queries.voorbeeld_of(voorbeeld_id, dialoog, viewer=request.user)
        begin = {"navertelling": bestaand.navertelling}
    return formulierblad(
        request,
        VoorbeeldForm(invoer(request), initial=begin),
        doe=lambda data: actions.tell_voorbeeld(
            door=request.user, dialoog_id=dialoog_id, voorbeeld_id=voorbeeld_id, **data
        ),
        naar=_adres(dialoog_id),
        terug=_adres(dialoog_id),
        gelukt=_("Het voorbeeld staat bij deze sessie."),
        inhoud={
            "titel": _("Een voorbeeld navertellen"),
            "deel": "dialoog",
            "inleiding": _(
                "Er komt niet bij te staan van wie het is. Dit programma vindt nummers, e-mailadressen en datums. Namen en plaatsen vindt het niet zeker: verander die zelf."
            ),
            "knop": _("Breng dit voorbeeld in"),
        },
    )


@require_http_methods(_LEZEN)
@vakgenoot
def uitkomst(request: StaffRequest, dialoog_id: UUID) -> HttpResponse:
    """Write what the session came to."""
    dialoog = queries.dialoog_of(dialoog_id, viewer=request.user)
    return formulierblad(
        request,
        UitkomstForm(
            invoer(request), initial={"uitkomst": dialoog.uitkomst, "aanwezig": dialoog.aanwezig or ""}
        ),
        doe=lambda data: actions.write_uitkomst(
            door=request.user,
            dialoog_id=dialoog_id,
            versie=getal(request.POST.get("versie")),
            peildatum=timezone.localdate(),
            **data,
        ),
        naar=_adres(dialoog_id),
        terug=_adres(dialoog_id),
        gelukt=_("De uitkomst is bewaard."),
        inhoud={"titel": _("Uitkomst van de sessie"), "deel": "dialoog", "versie": dialoog.versie},
    )


@require_http_methods(_LEZEN)
@vakgenoot
def afspraak(request: StaffRequest, dialoog_id: UUID) -> HttpResponse:
    """Keep what was agreed."""
    queries.dialoog_of(dialoog_id, viewer=request.user)
    return formulierblad(
        request,
        AfspraakForm(invoer(request)),
        doe=lambda data: actions.agree(door=request.user, dialoog_id=dialoog_id, **data),
        naar=_adres(dialoog_id),
        terug=_adres(dialoog_id),
        gelukt=_("De afspraak is bewaard."),
        inhoud={
            "titel": _("Een afspraak vastleggen"),
            "deel": "dialoog",
            "inleiding": _("Een afspraak is van een team of een rol, niet van één persoon."),
        },
    )


@require_POST
@vakgenoot
def afspraak_gedaan(request: StaffRequest, dialoog_id: UUID, afspraak_id: UUID) -> HttpResponse:
    """Say that what was agreed was done."""
    return knopdruk(
        request,
        doe=lambda: actions.mark_nagekomen(
            door=request.user, afspraak_id=afspraak_id, peildatum=timezone.localdate()
        ),
        naar=_adres(dialoog_id),
        gelukt=_("De afspraak staat als gedaan."),
    )


@require_POST
@vakgenoot
def rapporteren(request: StaffRequest, dialoog_id: UUID) -> HttpResponse:
    """Give the report to the Inspectie."""
    return knopdruk(
        request,
        doe=lambda: actions.report_dialoog(
            door=request.user, dialoog_id=dialoog_id, peildatum=timezone.localdate()
        ),
        naar=_adres(dialoog_id),
        gelukt=_("De Inspectie kan het verslag nu lezen. Er verandert niets meer in."),
    )


@require_POST
@vakgenoot
def afzeggen(request: StaffRequest, dialoog_id: UUID) -> HttpResponse:
    """Call a session off."""
    return knopdruk(
        request,
        doe=lambda: actions.call_off(
            door=request.user, dialoog_id=dialoog_id, peildatum=timezone.localdate()
        ),
        naar=_adres(dialoog_id),
        gelukt=_("De sessie gaat niet door. Uw collega’s zien dat."),
    )


@require_http_methods(_LEZEN)
@lezer
def reageren(request: StaffRequest, dialoog_id: UUID) -> HttpResponse:
    """Answer a report, as the Inspectie."""
    if not request.user.heeft(Recht.DIALOOG_BEANTWOORDEN):
        raise Http404
    queries.dialoog_of(dialoog_id, viewer=request.user)
    return formulierblad(
        request,
        ReactieForm(invoer(request)),
        doe=lambda data: actions.respond_to_report(
            door=request.user, dialoog_id=dialoog_id, peildatum=timezone.localdate(), **data
        ),
        naar=_adres(dialoog_id),
        terug=_adres(dialoog_id),
        gelukt=_("Uw reactie staat bij het verslag. Wie de sessie begeleidde, ziet dat."),
        inhoud={"titel": _("Reageren op het verslag"), "deel": "dialoog", "knop": _("Geef deze reactie")},
    )


@require_safe
@lezer
def pdf(request: StaffRequest, dialoog_id: UUID) -> HttpResponse:
    """The report as a document."""
    dialoog = queries.dialoog_of(dialoog_id, viewer=request.user)
    antwoord = HttpResponse(
        maak_rapport_pdf(
            dialoog,
            voorbeelden=list(queries.voorbeelden_of(dialoog, viewer=request.user)),
            afspraken=list(queries.afspraken_of(dialoog, viewer=request.user)),
        ),
        content_type="application/pdf",
    )
    antwoord.headers["Content-Disposition"] = 'inline; filename="dialoogsessie.pdf"'
    return antwoord


def _adres(dialoog_id: UUID) -> str:
    return reverse("dialoog:een", args=[dialoog_id])
