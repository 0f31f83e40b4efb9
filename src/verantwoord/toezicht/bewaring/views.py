"""The pages of the staff about detention: the lesser means first, a draft part by part, and what comes after."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toetsing.queries import kaarten_of
from verantwoord.toezicht.bewaring import actions, queries, tonen
from verantwoord.toezicht.bewaring.forms import (
    DELEN,
    STAPPEN,
    AanbiedForm,
    Deelformulier,
    HeroverweegForm,
    Stapformulier,
    VoorlegForm,
)
from verantwoord.toezicht.bewaring.fouten import NogNietCompleet, VeldFout
from verantwoord.toezicht.bewaring.inhoud import lees_inhoud
from verantwoord.toezicht.bewaring.keuzes import Regelsoort, Stand
from verantwoord.web.waarden import Feit, Routestap, Verwijzing

# In which state of the proposal an act is offered; the others need a detention that runs.
BIJ: Final = {
    "aanbieden": (Stand.CONCEPT, Stand.BIJ_LEZER),
    "teruggeven": (Stand.BIJ_LEZER,),
    "akkoord": (Stand.BIJ_LEZER,),
    "tekenen": (Stand.AKKOORD,),
    "voorleggen": (Stand.AKKOORD, Stand.BIJ_AMBTENAAR),
    "stoppen": (Stand.CONCEPT, Stand.BIJ_LEZER, Stand.AKKOORD, Stand.BIJ_AMBTENAAR),
}


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The lesser means first, then what runs and what is owed; the way to a proposal stands last."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    vandaag = timezone.localdate()
    stand = queries.stand_of(dossier_id, viewer=request.user, peildatum=vandaag)
    voorstel = stand.voorstel
    inhoud = voorstel.gelezen_inhoud if voorstel else None
    eigen = voorstel is not None and voorstel.opsteller_id == request.user.pk
    context = {
        "vandaag": vandaag,
        "middelen": tonen.lichtere_middelen(
            dossier_id,
            stand.s,
            inhoud if eigen and voorstel and voorstel.stand == Stand.CONCEPT else None,
            queries.maatregelen_of(dossier_id, viewer=request.user),
        ),
        "voorstel": voorstel,
        "stappen": _stappen(stand),
        "taken": [
            (taak, reverse("bewaring:stap", args=[dossier_id, taak.stap]) if taak.stap in STAPPEN else "")
            for taak in stand.taken
        ],
        "loopt": tonen.feiten_van(stand.s, stand.opgelegd_op),
        "boek": tonen.dagenboek(stand.perioden, op=vandaag),
        "gedaan": tonen.gedaan(stand.regels),
        "eerder": list(queries.eerdere_voorstellen_of(dossier_id, viewer=request.user)),
        "knoppen": _knoppen(request, dossier_id, stand),
        "kan_beginnen": voorstel is None
        and stand.s.open_bewaring is None
        and dossier.is_te_behandelen_door(request.user),
        "op_te_heffen": stand.opgelegd_op is not None and request.user.heeft(Recht.BEWARING_OPHEFFEN),
    }
    return _pagina(request, dossier_id, "overzicht", context)


@require_POST
@zegt_wat_niet_mag
def beginnen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Open a draft, and go on with the first lesser means that was not weighed."""
    try:
        actions.begin_voorstel(door=request.user, dossier_id=dossier_id)
    except GeenToegang:
        raise
    except DomeinFout as fout:
        messages.error(request, fout.melding)
        return redirect("bewaring:overzicht", dossier_id)
    return redirect("bewaring:voorstel", dossier_id)


@require_safe
def voorstel(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """One's own draft as a list of parts; for anybody else, and once it is offered, the words themselves."""
    vandaag = timezone.localdate()
    stand = queries.stand_of(dossier_id, viewer=request.user, peildatum=vandaag)
    lopend = stand.voorstel
    if lopend is None:
        return redirect("bewaring:overzicht", dossier_id)
    concept = lopend.stand == Stand.CONCEPT and lopend.opsteller_id == request.user.pk
    inhoud, tekort = lopend.gelezen_inhoud, stand.tekort
    context = {
        "voorstel": lopend,
        "concept": concept,
        "onderdelen": tonen.onderdelen_van(dossier_id, stand.s, tekort) if concept else [],
        "stukken": tonen.stukken_van(inhoud),
        "tekort": tekort,
        "kinderen": tonen.over_kinderen(stand.s),
        "gelijk": tonen.gelijk_in_woorden(queries.gelijk_in(lopend)),
        "tegen": queries.tegen_voorstellen(stand),
        "momenten": _momenten(request, dossier_id),
        "opmerkingen": [
            regel
            for regel in stand.regels
            if regel.voorstel_id == lopend.pk and regel.soort == Regelsoort.TERUG
        ],
        "knoppen": _knoppen(request, dossier_id, stand),
    }
    return _pagina(request, dossier_id, "voorstel", context)


@require_safe
def eerder(request: StaffRequest, dossier_id: UUID, voorstel_id: UUID) -> HttpResponse:
    """A proposal that ended: what was written, and what was said about it."""
    gevonden = queries.voorstel_of(dossier_id, voorstel_id, viewer=request.user)
    if gevonden is None:
        raise Http404
    regels = [r for r in queries.regels_of(dossier_id, viewer=request.user) if r.voorstel_id == gevonden.pk]
    context = {
        "voorstel": gevonden,
        "stukken": tonen.stukken_van(gevonden.gelezen_inhoud),
        "gedaan": tonen.gedaan(regels),
    }
    return _pagina(request, dossier_id, "eerder", context)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def deel(request: StaffRequest, dossier_id: UUID, voorsteldeel: str) -> HttpResponse:
    """One part of one's own draft; it is kept as it is, and what was typed stays when somebody was first."""
    deel, soort = voorsteldeel, DELEN.get(voorsteldeel)
    stand = queries.stand_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
    lopend = stand.voorstel
    if soort is None or lopend is None:
        raise Http404
    if lopend.stand != Stand.CONCEPT or lopend.opsteller_id != request.user.pk:
        return redirect("bewaring:voorstel", dossier_id)

    def maak(post: Any = None, *, versie: int = lopend.versie) -> Deelformulier:
        return soort(post, inhoud=lopend.gelezen_inhoud, s=stand.s, versie=versie)

    if request.method != "POST":
        return _deel(request, dossier_id, deel, maak())
    form = maak(request.POST)
    if not form.is_valid():
        return _deel(request, dossier_id, deel, form, status=422)
    try:
        actions.save_voorstel(
            door=request.user,
            dossier_id=dossier_id,
            versie=form.cleaned_data["versie"],
            verander=form.verander(),
        )
    except Versieconflict as conflict:
        invoer = request.POST.copy()
        invoer["versie"] = str(conflict.versie)
        form = maak(invoer)
        form.full_clean()
        form.add_error(None, conflict.melding)
        staat = soort(None, inhoud=lees_inhoud(conflict.bewaard), s=stand.s, versie=conflict.versie)
        return _deel(request, dossier_id, deel, form, status=409, staat=_wat_er_staat(staat))
    return redirect(
        _volgende(dossier_id, deel) if "verder" in request.POST else _naar(dossier_id, "voorstel")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def stap(request: StaffRequest, dossier_id: UUID, bewaringstap: str) -> HttpResponse:
    """One act about the proposal or the detention that runs."""
    stap = bewaringstap
    if stap not in STAPPEN:
        raise Http404
    stand = queries.stand_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
    if request.method != "POST":
        if not _aan_de_orde(stap, stand):
            return redirect("bewaring:overzicht", dossier_id)
        return _stap(request, dossier_id, maak_stap(stand, stap))
    form = maak_stap(stand, stap, request.POST)
    return doe_stap(
        request,
        dossier_id,
        form,
        toon=lambda fout, status: _stap(request, dossier_id, form, status=status, fout=fout),
        klaar=_naar(dossier_id, "overzicht"),
    )


def doe_stap(
    request: StaffRequest,
    dossier_id: UUID,
    form: Stapformulier,
    *,
    toon: Callable[[DomeinFout | None, int], HttpResponse],
    klaar: str,
) -> HttpResponse:
    """Every act works the same: check, act, go back; a refusal keeps what was typed and says why."""
    if not form.is_valid():
        return toon(None, 422)
    try:
        form.doe(door=request.user, dossier_id=dossier_id, peildatum=timezone.localdate())
    except GeenToegang:
        raise
    except NormBlokkeert as fout:
        return toon(fout, 409)
    except VeldFout as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, fout.melding)
        return toon(fout, 422)
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return toon(fout, 422)
    messages.success(request, str(form.gelukt))
    return redirect(klaar)


def maak_stap(stand: queries.Dossierstand, stap: str, post: Any = None) -> Stapformulier:
    """The form of an act, with the people that can be chosen in it."""
    soort = STAPPEN[stap]
    vandaag = timezone.localdate()
    if soort is HeroverweegForm:
        return HeroverweegForm(post, vandaag=vandaag)
    if issubclass(soort, AanbiedForm):
        lezers = queries.lezers_voor(stand.voorstel) if stand.voorstel else []
        return soort(post, keuzes=_per_id(lezers), labels={str(wie.pk): wie.naam for wie in lezers})
    if issubclass(soort, VoorlegForm):
        kandidaten = queries.ambtenaren_voor(stand.voorstel, op=vandaag) if stand.voorstel else []
        return soort(
            post,
            keuzes=_per_id([a.medewerker for a in kandidaten]),
            labels={
                str(a.medewerker_id): f"{a.medewerker.naam}, {a.medewerker.get_organisatie_display()}"
                for a in kandidaten
            },
        )
    return soort(post)


def _per_id(mensen: list[Medewerker]) -> dict[str, Medewerker]:
    return {str(wie.pk): wie for wie in mensen}


def _aan_de_orde(stap: str, stand: queries.Dossierstand) -> bool:
    if stap in BIJ:
        return stand.voorstel is not None and stand.voorstel.stand in BIJ[stap]
    return stand.opgelegd_op is not None


def _knoppen(request: StaffRequest, dossier_id: UUID, stand: queries.Dossierstand) -> list[Verwijzing]:
    """What this person can do with the proposal now; what would only be refused is not offered."""
    lopend, wie = stand.voorstel, request.user
    if lopend is None or stand.s.gesloten_op is not None:
        return []
    namen: list[str] = []
    behandelt = wie.heeft(Recht.DOSSIER_BEHANDELEN)
    if lopend.stand in BIJ["aanbieden"] and lopend.opsteller_id == wie.pk and not stand.tekort:
        namen.append("aanbieden")
    if lopend.stand == Stand.BIJ_LEZER and lopend.lezer_id == wie.pk:
        namen += ["teruggeven", "akkoord"]
    if lopend.stand == Stand.AKKOORD and lopend.met_minderjarige and lopend.directie_id is None:
        if queries.mag_tekenen(wie, op=timezone.localdate()):
            namen.append("tekenen")
    elif lopend.stand in {Stand.AKKOORD, Stand.BIJ_AMBTENAAR} and behandelt:
        namen.append("voorleggen")
    if lopend.stand in BIJ["stoppen"] and behandelt:
        namen.append("stoppen")
    knoppen = [
        Verwijzing(str(STAPPEN[naam].titel), reverse("bewaring:stap", args=[dossier_id, naam]))
        for naam in namen
    ]
    if lopend.stand == Stand.BIJ_AMBTENAAR and lopend.ambtenaar_id == wie.pk:
        knoppen.insert(
            0, Verwijzing(_("Lees het en beslis"), reverse("bewaringsbesluit:lezen", args=[dossier_id]))
        )
    return knoppen


def _stappen(stand: queries.Dossierstand) -> list[Routestap]:
    """How far the proposal is, with who did what; an empty list where there is none."""
    lopend = stand.voorstel
    if lopend is None:
        return []
    volgorde = [Stand.CONCEPT, Stand.BIJ_LEZER, Stand.AKKOORD, Stand.BIJ_AMBTENAAR, Stand.OPGELEGD]
    wie = {
        Stand.CONCEPT: lopend.opsteller.naam,
        Stand.BIJ_LEZER: lopend.lezer.naam if lopend.lezer else "",
        Stand.AKKOORD: lopend.directie.naam if lopend.directie else "",
        Stand.BIJ_AMBTENAAR: lopend.ambtenaar.naam if lopend.ambtenaar else "",
    }
    nu = volgorde.index(Stand(lopend.stand))
    return [
        Routestap(
            teken="gedaan" if nummer < nu else "nu" if nummer == nu else "niet-begonnen",
            titel=str(stap.label),
            toelichting=wie.get(stap, ""),
            huidig=nummer == nu,
        )
        for nummer, stap in enumerate(volgorde)
    ]


def _momenten(request: StaffRequest, dossier_id: UUID) -> list[Feit]:
    return [
        Feit(
            kaart.stand_tekst,
            str(kaart.moment.label),
            url=reverse("toetsing:vastleggen", args=[dossier_id, kaart.moment.value]),
            let_op=kaart.stand.stand != "actueel",
        )
        for kaart in kaarten_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
    ]


def _naar(dossier_id: UUID, naam: str) -> str:
    return reverse(f"bewaring:{naam}", args=[dossier_id])


def _volgende(dossier_id: UUID, deel: str) -> str:
    namen = list(DELEN)
    plek = namen.index(deel) + 1
    return (
        reverse("bewaring:deel", args=[dossier_id, namen[plek]])
        if plek < len(namen)
        else _naar(dossier_id, "voorstel")
    )


def _wat_er_staat(form: Deelformulier) -> list[Feit]:
    begin = form.begin()
    return [
        Feit(str(veld.label), str(begin.get(naam) or "—"))
        for naam, veld in form.fields.items()
        if naam != "versie"
    ]


def _deel(
    request: StaffRequest,
    dossier_id: UUID,
    naam: str,
    form: Deelformulier,
    *,
    status: int = 200,
    staat: list[Feit] | None = None,
) -> HttpResponse:
    middel = getattr(form, "naam", "")
    bekend = (
        tonen.uit_het_dossier(form.s, queries.maatregelen_of(dossier_id, viewer=request.user)).get(middel)
        if middel and form.s is not None
        else None
    )
    context = {"form": form, "deel": naam, "staat": staat or [], "bekend": bekend or []}
    return _pagina(request, dossier_id, "deel", context, status=status)


def _stap(
    request: StaffRequest,
    dossier_id: UUID,
    form: Stapformulier,
    *,
    status: int = 200,
    fout: DomeinFout | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "geblokkeerd": fout.bevindingen if isinstance(fout, NormBlokkeert) else (),
        "tekort": fout.tekort if isinstance(fout, NogNietCompleet) else {},
    }
    return _pagina(request, dossier_id, "stap", context, status=status)


def _pagina(
    request: StaffRequest, dossier_id: UUID, naam: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    dossier = dossier_of(dossier_id, viewer=request.user)
    basis = {"dossier": dossier, "onderdeel": "toezicht", "geweigerd": status != 200}
    return render(request, f"toezicht/bewaring/{naam}.html", basis | context, status=status)
