"""One item: its page, the part that renews itself, and one form an act."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.kern.fouten import DomeinFout
from verantwoord.overleg import actions, queries
from verantwoord.overleg.forms import GastForm, Puntformulier
from verantwoord.overleg.handelingen import HANDELINGEN, Handeling, beurt_van
from verantwoord.overleg.keuzes import Oordeel
from verantwoord.overleg.lezen import Puntpagina, versies_van_punt
from verantwoord.overleg.versies import Versies
from verantwoord.overleg.views.hulp import bekijk_punt, sleutel, van, vraag
from verantwoord.toegang.inzage import toont_personen
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest


@dataclass(frozen=True, kw_only=True)
class Beurt:
    """The form of what the item waits for from this reader; ``bij`` is what it answers."""

    form: Puntformulier
    url: str
    sleutel: str
    bij: str = ""


@toont_personen
@require_safe
def punt(request: StaffRequest, punt_id: UUID) -> HttpResponse:
    """The whole item, with the form of whose turn it is."""
    return render(request, "overleg/punt.html", _context(request, bekijk_punt(request, punt_id)))


@toont_personen
@require_safe
def stand(request: StaffRequest, punt_id: UUID) -> HttpResponse:
    """What changed since ``v``, as parts of the page; 204 when nothing did, which shows nothing and is no look."""
    toen = Versies.uit_tekst(request.GET.get("v", ""))
    nu = vraag(request, lambda: versies_van_punt(punt_id, viewer=request.user))
    if nu is None:
        raise Http404
    if toen == nu:
        return HttpResponse(status=204)
    alles = toen.is_anders_ingericht(nu)
    pagina = bekijk_punt(request, punt_id, alleen=None if alles else lambda pk: toen.is_gewijzigd(pk, nu))
    context = _context(request, pagina) | {
        "versie": str(nu),
        "alles": alles,
        "eigen": alles or toen.is_gewijzigd(punt_id, nu),
        "gewijzigd": [
            regel
            for regel in pagina.agenda
            if regel.sleutel in {str(pk) for pk in pagina.per_punt if toen.is_gewijzigd(pk, nu)}
        ],
    }
    return render(request, "overleg/_punt_stand.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def handeling(request: StaffRequest, punt_id: UUID, handeling: str) -> HttpResponse:
    """One act with its form. What was typed stays, whatever the answer."""
    soort = HANDELINGEN.get(handeling)
    if soort is None:
        raise Http404
    if request.method != "POST":
        return _formulier(request, punt_id, handeling)
    form = _form(soort, request.POST, viewer=request.user)
    if not form.is_valid():
        return _formulier(request, punt_id, handeling, form=form, status=422)
    try:
        soort.verricht(door=request.user, punt_id=punt_id, velden=form.cleaned_data, nu=timezone.now())
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    except Versieconflict as conflict:
        return _conflict(request, punt_id, handeling, form, conflict)
    except GeenToegang as fout:
        return _formulier(request, punt_id, handeling, form=form, weigering=fout.melding, status=403)
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return _formulier(request, punt_id, handeling, form=form, status=422)
    messages.success(request, str(soort.gedaan))
    anker = f"#{soort.form.anker}" if soort.form.anker else ""
    return redirect(f"{reverse('overleg:punt', args=[punt_id])}?gedaan={handeling}{anker}")


@require_POST
def gast_klaar(request: StaffRequest, punt_id: UUID, gast_id: UUID) -> HttpResponse:
    """The guest no longer sees the item."""
    try:
        queries.punt_of(punt_id, viewer=request.user)
        actions.end_gast(door=request.user, punt_id=punt_id, gast_id=gast_id, nu=timezone.now())
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("De gast ziet dit punt niet meer."))
    return redirect(reverse("overleg:punt", args=[punt_id]) + "#gasten")


def _context(request: StaffRequest, pagina: Puntpagina) -> dict[str, Any]:
    gedaan = request.GET.get("gedaan", "")
    return {
        "bewaard": sleutel(request, pagina.blad.id, gedaan) if gedaan in HANDELINGEN else "",
        "kop": pagina.kop,
        "pad": pagina.pad,
        "agenda": pagina.agenda,
        "blad": pagina.blad,
        "versie": pagina.versie,
        "beurt": _beurt(request, pagina),
        "van": van(request),
    }


def _beurt(request: StaffRequest, pagina: Puntpagina) -> Beurt | None:
    handeling = beurt_van(pagina.punt)
    if not handeling:
        return None
    soort = HANDELINGEN[handeling]
    return Beurt(
        form=soort.form(initial=soort.begin(pagina.punt)),
        url=reverse("overleg:handeling", args=[pagina.blad.id, handeling]),
        sleutel=sleutel(request, pagina.blad.id, handeling),
        bij=_waarop(pagina) if handeling == "antwoord" else "",
    )


def _waarop(pagina: Puntpagina, tegenspraak_id: str = "") -> str:
    """What is answered: the dissent that was asked for, else the first that waits."""
    wachtend = [t for t in pagina.punt.stand.tegenspraken if t.beantwoord_op is None]
    gekozen = [t for t in wachtend if str(t.pk) == tegenspraak_id] or wachtend
    return gekozen[0].tekst if gekozen else ""


def _form(soort: Handeling, ingevuld: Any = None, *, viewer: Any, begin: dict[str, Any] | None = None) -> Any:
    extra = {"teams": queries.gastteams_of(viewer=viewer)} if soort.form is GastForm else {}
    return soort.form(ingevuld, initial=begin or {}, **extra)


def _conflict(
    request: StaffRequest, punt_id: UUID, handeling: str, form: Puntformulier, conflict: Versieconflict
) -> HttpResponse:
    """Both texts, and the form with one's own; sending it again is a choice."""
    ingevuld = request.POST.copy()
    if "versie" in form.fields:
        ingevuld["versie"] = str(conflict.versie)
    if "was" in form.fields:
        ingevuld["was"] = conflict.bewaard["besproken"]
    namen = {
        "oordeel": _("Standpunt"),
        "motivering": _("Waarom"),
        "door": _("Door"),
        "vraag": _("Vraag"),
        "voorstel": _("Voorstel"),
        "besproken": _("Besproken"),
        "antwoord": _("Antwoord"),
    }
    bewaard = [
        (namen[veld], str(Oordeel(tekst).label) if veld == "oordeel" else tekst)
        for veld, tekst in conflict.bewaard.items()
    ]
    return _formulier(
        request,
        punt_id,
        handeling,
        form=type(form)(ingevuld),
        conflict={"melding": conflict.melding, "bewaard": bewaard},
        status=409,
    )


def _formulier(
    request: StaffRequest,
    punt_id: UUID,
    handeling: str,
    *,
    form: Any = None,
    weigering: str = "",
    conflict: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    soort = HANDELINGEN[handeling]
    pagina = bekijk_punt(request, punt_id)
    kan = pagina.punt.mag(handeling)
    if form is None:
        begin = soort.begin(pagina.punt)
        if handeling == "antwoord" and "op" in request.GET:
            begin["tegenspraak_id"] = request.GET["op"]
        form = _form(soort, begin=begin, viewer=request.user)
        if not kan:
            weigering = _("Dit kan bij dit punt nu niet. Ga terug om te zien hoe ver het is.")
    context = {
        "kop": pagina.kop,
        "pad": pagina.pad,
        "form": form,
        "waarover": pagina.blad.titel,
        "bij": _waarop(pagina, str(form["tegenspraak_id"].value())) if handeling == "antwoord" else "",
        "weigering": weigering,
        "conflict": conflict,
        "dicht": not kan and not form.is_bound,
        "url": reverse("overleg:handeling", args=[punt_id, handeling]),
        "terug_url": reverse("overleg:punt", args=[punt_id]),
        "sleutel": sleutel(request, punt_id, handeling),
        "van": van(request),
    }
    return render(request, "overleg/stap.html", context, status=status)
