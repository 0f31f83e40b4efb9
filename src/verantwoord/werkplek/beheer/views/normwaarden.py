from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.kern.beoordeling import HANDELINGEN
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen.register import Norm, Parameter
from verantwoord.kern.parameters import Keuze
from verantwoord.stamgegevens import normwaarden as reken
from verantwoord.stamgegevens import queries
from verantwoord.stamgegevens.actions import end_parameterwaarde
from verantwoord.toegang.beheer.queries import pagina_omlaag
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import getal
from verantwoord.web.waarden import Verwijzing
from verantwoord.werkplek.beheer import actions, woorden
from verantwoord.werkplek.beheer.bewaker import voor
from verantwoord.werkplek.beheer.forms import NormwaardeForm, RedenForm
from verantwoord.werkplek.beheer.stap import Blad, stap


@require_safe
@voor(Recht.NORMWAARDEN_KIEZEN)
def lijst(request: StaffRequest) -> HttpResponse:
    """Every number that may be chosen with what holds today, and below it those that are fixed."""
    vandaag = timezone.localdate()
    gekozen = queries.keuzes_uit(queries.parameterwaarden())
    rijen = []
    for norm, parameter in reken.keuzes():
        nu, *straks = reken.verloop(f"{norm.id}.{parameter.naam}", gekozen, vanaf=vandaag)
        rijen.append(
            {
                "norm": norm,
                "parameter": parameter,
                "wat": woorden.wat(norm.id, parameter.naam),
                "nu": woorden.in_eenheid(nu.waarde, parameter.eenheid),
                "is_keuze": nu.is_keuze,
                "straks": straks[0] if straks else None,
                "straks_waarde": woorden.in_eenheid(straks[0].waarde, parameter.eenheid) if straks else "",
                "catalogus": woorden.in_eenheid(parameter.waarde, parameter.eenheid),
            }
        )
    vast = [
        {
            "norm": norm.titel,
            "waarde": woorden.in_eenheid(parameter.waarde, parameter.eenheid),
            "bron": "; ".join(bron_in_woorden(bron) for bron in norm.bron),
        }
        for norm, parameter in reken.vaste()
        if isinstance(parameter.waarde, int)
    ]
    return render(request, "werkplek/beheer/normwaarden.html", {"rijen": rijen, "vast": vast})


@require_safe
@voor(Recht.NORMWAARDEN_KIEZEN)
def detail(request: StaffRequest, norm: str, naam: str) -> HttpResponse:
    """One number: what holds from when, and everything that was chosen."""
    van_norm, parameter = _of_404(norm, naam)
    vandaag = timezone.localdate()
    rijen, volgende = pagina_omlaag(
        queries.parameterwaarden_of(norm, naam, viewer=request.user),
        veld="geldig_van",
        na=na if (na := getal(request.GET.get("na"))) > 0 else None,
    )
    context = _over(van_norm, parameter) | {
        "perioden": _perioden(van_norm, parameter, queries.keuzes_uit(queries.parameterwaarden()), vandaag),
        "rijen": [
            {
                "pk": rij.pk,
                "van": rij.geldig_van,
                "tot": rij.geldig_tot,
                "waarde": woorden.in_eenheid(rij.waarde, parameter.eenheid),
                "reden": rij.reden,
                "loopt": rij.geldig_tot is None or rij.geldig_tot > vandaag,
            }
            for rij in rijen
        ],
        "volgende": volgende,
        "pad": [_lijst(), Verwijzing(van_norm.titel)],
    }
    return render(request, "werkplek/beheer/normwaarde.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.NORMWAARDEN_KIEZEN)
def kiezen(request: StaffRequest, norm: str, naam: str) -> HttpResponse:
    """Choose a number for a period: first what it changes is shown, then it is confirmed."""
    van_norm, parameter = _of_404(norm, naam)
    vandaag = timezone.localdate()
    bevestigd = "bevestig" in request.POST

    def doe(data: dict[str, Any]) -> HttpResponse:
        if not bevestigd:
            if data["geldig_van"] < vandaag:
                raise DomeinFout(_("Een waarde kan vanaf vandaag gelden of later."))
            return _voorbeeld(request, van_norm, parameter, data, vandaag=vandaag)
        actions.choose_normwaarde(door=request.user, norm=norm, naam=naam, vandaag=vandaag, **data)
        messages.success(
            request, _("Vastgelegd. %(wanneer)s") % {"wanneer": _werkt_door(data["geldig_van"], vandaag)}
        )
        return redirect("beheer:normwaarde", norm, naam)

    if "terug" in request.POST:
        form = NormwaardeForm(request.POST)
        return render(
            request,
            "werkplek/beheer/formulier.html",
            {"form": form, "blad": _blad(van_norm, parameter), "feiten": []},
        )
    return stap(
        request,
        lambda post: NormwaardeForm(post, initial={"geldig_van": vandaag}),
        doe=doe,
        blad=_blad(van_norm, parameter),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.NORMWAARDEN_KIEZEN)
def beeindigen(request: StaffRequest, norm: str, naam: str, waarde_id: int) -> HttpResponse:
    """End a chosen number, after showing what holds without it."""
    van_norm, parameter = _of_404(norm, naam)
    rij = queries.parameterwaarden_of(norm, naam, viewer=request.user).filter(pk=waarde_id).first()
    if rij is None:
        raise Http404
    vandaag = timezone.localdate()
    begonnen = rij.geldig_van <= vandaag

    def doe(data: dict[str, Any]) -> HttpResponse:
        end_parameterwaarde(door=request.user, waarde_id=waarde_id, vandaag=vandaag, **data)
        messages.success(
            request, _("De waarde is beëindigd.") if begonnen else _("De waarde is ingetrokken.")
        )
        return redirect("beheer:normwaarde", norm, naam)

    waarde = woorden.in_eenheid(rij.waarde, parameter.eenheid)
    titel = _("Beëindig deze waarde") if begonnen else _("Trek deze waarde in")
    return stap(
        request,
        RedenForm,
        doe=doe,
        blad=Blad(
            titel=titel,
            inleiding=f"{woorden.wat(norm, naam)}: {waarde}",
            knop=titel,
            terug=reverse("beheer:normwaarde", args=[norm, naam]),
            pad=[
                _lijst(),
                Verwijzing(van_norm.titel, reverse("beheer:normwaarde", args=[norm, naam])),
                Verwijzing(titel),
            ],
            punten=[
                _("Vandaag is de laatste dag. Wat al is beoordeeld, blijft zoals het was.")
                if begonnen
                else _("De waarde was nog niet begonnen en gaat nooit in."),
                _(
                    "Daarna geldt weer wat voor die dagen al was gekozen, en anders de waarde van de catalogus: %(waarde)s."
                )
                % {"waarde": woorden.in_eenheid(parameter.waarde, parameter.eenheid)},
            ],
        ),
    )


def _voorbeeld(
    request: HttpRequest, norm: Norm, parameter: Parameter, data: dict[str, Any], *, vandaag: date
) -> HttpResponse:
    """What will hold by this choice beside what holds now, and which norms answer by it."""
    nu = queries.keuzes_uit(queries.parameterwaarden())
    nieuw = Keuze(
        norm=norm.id,
        naam=parameter.naam,
        waarde=data["waarde"],
        geldig_van=data["geldig_van"],
        geldig_tot=data["geldig_tot"],
    )
    anders = tuple(k for k in nu if (k.sleutel, k.geldig_van) != (nieuw.sleutel, nieuw.geldig_van))
    straks = tuple(sorted((*anders, nieuw), key=lambda k: k.geldig_van or date.min))
    context = _over(norm, parameter) | {
        "nu": _perioden(norm, parameter, nu, vandaag),
        "straks": _perioden(norm, parameter, straks, vandaag),
        "vervangt": len(anders) != len(nu),
        "wanneer": _werkt_door(data["geldig_van"], vandaag),
        "verborgen": _verborgen(request.POST),
        "reden": data["reden"],
        "pad": [_lijst(), Verwijzing(norm.titel)],
    }
    return render(request, "werkplek/beheer/voorbeeld.html", context)


def _verborgen(post: QueryDict) -> list[tuple[str, str]]:
    """What was typed, to be sent once more with the confirmation."""
    velden = ["waarde", "reden"]
    velden += [f"{dag}_{deel}" for dag in ("geldig_van", "geldig_tot") for deel in ("dag", "maand", "jaar")]
    return [(veld, post.get(veld, "")) for veld in velden]


def _over(norm: Norm, parameter: Parameter) -> dict[str, Any]:
    return {
        "norm": norm,
        "naam": parameter.naam,
        "wat": woorden.wat(norm.id, parameter.naam),
        "catalogus": woorden.in_eenheid(parameter.waarde, parameter.eenheid),
        "bron": "; ".join(bron_in_woorden(bron) for bron in norm.bron),
        "normen": [
            {"titel": n.titel, "houdt_tegen": [_(HANDELINGEN.get(h, h)) for h in n.blokkeert]}
            for n in reken.leest(norm, parameter)
        ],
    }


def _perioden(
    norm: Norm, parameter: Parameter, gekozen: tuple[Keuze, ...], vanaf: date
) -> list[dict[str, Any]]:
    return [
        {
            "van": periode.van,
            "tot": periode.tot,
            "waarde": woorden.in_eenheid(periode.waarde, parameter.eenheid),
            "is_keuze": periode.is_keuze,
        }
        for periode in reken.verloop(f"{norm.id}.{parameter.naam}", gekozen, vanaf=vanaf)
    ]


def _werkt_door(geldig_van: date, vandaag: date) -> str:
    if geldig_van > vandaag:
        return _("In de nacht voor de eerste dag worden alle open dossiers opnieuw beoordeeld.")
    return _(
        "Handelingen rekenen er meteen mee. Alle open dossiers worden nu op de achtergrond opnieuw beoordeeld."
    )


def _blad(norm: Norm, parameter: Parameter) -> Blad:
    wat = woorden.wat(norm.id, parameter.naam)
    terug = reverse("beheer:normwaarde", args=[norm.id, parameter.naam])
    return Blad(
        titel=_("Kies een waarde"),
        inleiding=wat,
        knop=_("Bekijk wat er verandert"),
        terug=terug,
        pad=[_lijst(), Verwijzing(norm.titel, terug), Verwijzing(_("Kies een waarde"))],
        punten=[
            _("Geen openbare bron geeft dit getal. De catalogus houdt %(waarde)s aan.")
            % {"waarde": woorden.in_eenheid(parameter.waarde, parameter.eenheid)},
            _("Eerst ziet u wat er verandert. Daarna bevestigt u."),
        ],
    )


def _lijst() -> Verwijzing:
    return Verwijzing(_("Waarden van normen"), reverse("beheer:normwaarden"))


def _of_404(norm: str, naam: str) -> tuple[Norm, Parameter]:
    gevonden = reken.keuze_van(norm, naam)
    if gevonden is None:
        raise Http404
    return gevonden
