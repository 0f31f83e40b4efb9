import secrets
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import stand_van_beroep
from verantwoord.toegang.inzage import met_gezin, toont_niets
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import actions, queries, samenstelling
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, VerslagOnvolledig
from verantwoord.vertrekgesprek.gezinsform import Gezin
from verantwoord.vertrekgesprek.keuzes import Moment
from verantwoord.vertrekgesprek.meekijken import kijk_mee
from verantwoord.vertrekgesprek.talen import aanspreekvorm
from verantwoord.vertrekgesprek.verslag import TOETSINGSMOMENTEN
from verantwoord.vertrekgesprek.verslagform import (
    REGELS,
    Velden,
    Verslagformulier,
    begin_van,
    getypt,
    met_regel_erbij,
    zonder_vreemde_leden,
)
from verantwoord.vertrekgesprek.views.gezin import gezin_van
from verantwoord.vertrekgesprek.views.kader import adres, gesprek_van, pagina, sleutel
from verantwoord.web import datums
from verantwoord.web.formulier import getal
from verantwoord.web.views import conflict as conflictpagina
from verantwoord.web.waarden import Conflictveld

# As long as a colleague saved this recently, one is told that somebody else writes here too.
OOK_OPEN = timedelta(minutes=15)


@met_gezin
@require_http_methods(["GET", "POST"])
def verslag(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """Write the report of a talk: keep it, add a line to a list, or finish it. Whatever was typed is kept first."""
    gesprek = gesprek_van(request, dossier_id, gesprek_id)
    mag = gesprek.dossier.is_te_behandelen_door(request.user)
    if not request.user.heeft(Recht.DOSSIER_BEHANDELEN) or (request.method == "GET" and not mag):
        return redirect(adres("gesprek", gesprek))
    if request.method == "GET" and (hoofd := _hoofdgesprek(request, gesprek)) is not None:
        messages.info(
            request, _("Dit gesprek is samen met familie. Het verslag schrijft u hier, voor allen tegelijk.")
        )
        return redirect(adres("verslag", hoofd))
    if not gesprek.is_open:
        return (
            _gesloten(request, gesprek) if request.method == "POST" else redirect(adres("gesprek", gesprek))
        )
    vandaag = timezone.localdate()
    stand = queries.stand_of(dossier_id, viewer=request.user, peildatum=vandaag)
    gezin = gezin_van(request, gesprek, stand)
    if request.method == "GET":
        klad = queries.klad_of(gesprek, viewer=request.user)
        velden = (
            klad.velden
            if klad
            else begin_van(gesprek, procedure=procedure_in_woorden(stand), vandaag=vandaag)
        )
        return _formulier(request, gesprek, stand, klad, _maak(velden, gesprek, stand, gezin))

    doe = request.POST.get("doe", "")
    velden = getypt(request.POST)
    erbij = doe.removesuffix("-erbij")
    if erbij in REGELS:
        velden = met_regel_erbij(velden, erbij)
    try:
        klad = _bewaar_dit_blad(request, gesprek, velden)
    except Versieconflict as fout:
        return _conflict(request, gesprek, velden, fout, lambda samen: _maak(samen, gesprek, stand, gezin))
    except GesprekStaatVast:
        return _gesloten(request, gesprek)
    formulier = _maak(velden, gesprek, stand, gezin, gebonden=True)
    if erbij in REGELS:
        return redirect(f"{adres('verslag', gesprek)}#{'wensen' if erbij == 'wens' else 'afspraken'}")
    if doe == "blijf":
        return redirect(adres("verslag", gesprek))
    if doe == "kijk-mee":
        return redirect(f"{adres('verslag', gesprek)}?kijk=mee#meekijken")
    if doe != "afronden":
        return _later(request, gesprek, klad, formulier, vandaag)
    if formulier.is_valid():
        try:
            samenstelling.rond_af(
                door=request.user,
                dossier_id=dossier_id,
                gesprek_id=gesprek_id,
                versie=klad.versie,
                verslag=formulier.verslag,
                peildatum=vandaag,
            )
        except VerslagOnvolledig as fout:
            formulier.meld(fout.velden)
        except DomeinFout as fout:
            formulier.hoofd.add_error(None, fout.melding)
        else:
            return redirect(f"{adres('gesprek', gesprek)}?afgerond=1")
    return _formulier(request, gesprek, stand, klad, formulier, status=422)


@toont_niets
@require_POST
def concept(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> JsonResponse:
    """Keep the draft while somebody types. Says when, the version it now has, and who else is writing here."""
    gesprek = gesprek_van(request, dossier_id, gesprek_id)
    try:
        klad = _bewaar(request, gesprek, getypt(request.POST), versie=getal(request.POST.get("versie")))
    except Versieconflict:
        ander = queries.klad_of(gesprek, viewer=request.user)
        naam = ander.door.naam if ander else ""
        return JsonResponse({"ander": ook_open(naam), "ook_open": naam}, status=409)
    except DomeinFout as fout:
        return JsonResponse({"ander": fout.melding, "ook_open": None}, status=409)
    om = timezone.localtime(klad.bewaard_op)
    return JsonResponse({"bewaard_om": f"{om:%H.%M}", "versie": klad.versie, "ander": None, "ook_open": None})


def _hoofdgesprek(request: StaffRequest, gesprek: queries.Gesprek) -> queries.Gesprek | None:
    """The talk of the same sitting in which the report is written, when it is still open and this person works on it."""
    samen = queries.samen_gevoerd(gesprek, viewer=request.user)
    return next((ander for ander in samen if ander.pk == gesprek.samen_met_id and ander.is_open), None)


def _gesloten(request: StaffRequest, gesprek: queries.Gesprek) -> HttpResponse:
    """Give back what somebody typed when a colleague finished the report or called the talk off in the meantime."""
    formulier = Verslagformulier.nieuw(
        gesprek=gesprek, persoon=gesprek.dossier.persoon, met_lp=True, begin=getypt(request.POST)
    )
    inhoud = {
        "gesprek": gesprek,
        "getypt": [(label, tekst) for _naam, label, tekst in formulier.leesbaar() if tekst.strip()],
    }
    return pagina(request, gesprek.dossier, "vertrekgesprek/gesloten.html", inhoud, status=409)


def ook_open(naam: str) -> str:
    return _("%(naam)s werkt ook in dit verslag. Uw tekst blijft bewaard.") % {"naam": naam}


def procedure_in_woorden(stand: Stand) -> str:
    """The procedure as the facts of the dossier tell it, in Dutch: it starts the report."""
    with translation.override("nl"):
        zinnen = [stand_van_beroep(stand)]
        beroep = stand.beroep
        if stand.beroepsstand == "loopt" and beroep is not None and beroep.zitting_op is not None:
            zinnen.append(_("De zitting is op %(dag)s.") % {"dag": datums.lang(beroep.zitting_op)})
        if stand.beroepsstand in {"loopt", "termijn_loopt"} and stand.schorsende_werking:
            zinnen.append(_("De uitspraak mag in Nederland worden afgewacht."))
        einde = stand.termijnen.opvang.eindigt_op
        if einde is not None:
            zinnen.append(_("Het recht op opvang loopt tot en met %(dag)s.") % {"dag": datums.lang(einde)})
    return " ".join(zinnen)


def _bewaar_dit_blad(request: StaffRequest, gesprek: queries.Gesprek, velden: Velden) -> queries.Klad:
    """Keep what was sent by hand. What this same page saved by itself a moment before is no conflict with it."""
    try:
        return _bewaar(request, gesprek, velden, versie=getal(request.POST.get("versie")))
    except Versieconflict as fout:
        klad = queries.klad_of(gesprek, viewer=request.user)
        if klad is None or not klad.blad or klad.blad != request.POST.get("blad"):
            raise
        return _bewaar(request, gesprek, velden, versie=fout.versie)


def _bewaar(request: StaffRequest, gesprek: queries.Gesprek, velden: Velden, *, versie: int) -> queries.Klad:
    return actions.save_concept(
        door=request.user,
        dossier_id=gesprek.dossier_id,
        gesprek_id=gesprek.pk,
        versie=versie,
        velden=velden,
        blad=request.POST.get("blad", "").replace("\x00", "")[:32],
    )


def vraagt_lp(gesprek: queries.Gesprek, stand: Stand) -> bool:
    """Whether the LP form belongs in this talk: the first, and no travel document is valid (norm lp-formulier-gesprek-1)."""
    return gesprek.moment == Moment.EERSTE and not stand.heeft_geldig_reisdocument


def _maak(
    velden: Velden, gesprek: queries.Gesprek, stand: Stand, gezin: Gezin, *, gebonden: bool = False
) -> Verslagformulier:
    return Verslagformulier(
        velden,
        gesprek=gesprek,
        persoon=gesprek.dossier.persoon,
        met_lp=vraagt_lp(gesprek, stand),
        gebonden=gebonden,
        gezin=gezin,
    )


def _later(
    request: StaffRequest,
    gesprek: queries.Gesprek,
    klad: queries.Klad,
    formulier: Verslagformulier,
    vandaag: date,
) -> HttpResponse:
    """Go on another time. With a day and an interpreter filled in the talk counts as held from now."""
    formulier.is_valid()
    inhoud = formulier.verslag
    if inhoud.gevoerd_op is not None and inhoud.tolk is not None:
        try:
            actions.record_gevoerd(
                door=request.user,
                dossier_id=gesprek.dossier_id,
                gesprek_id=gesprek.pk,
                verslag=inhoud,
                peildatum=vandaag,
            )
        except VerslagOnvolledig as fout:
            messages.warning(request, fout.melding)
    messages.success(
        request, _("Uw verslag is bewaard om %(tijd)s.") % {"tijd": datums.tijd(klad.bewaard_op)}
    )
    return redirect(f"{reverse('vertrekgesprek:lijst', args=[gesprek.dossier_id])}?bewaard={gesprek.pk}")


def _conflict(
    request: StaffRequest,
    gesprek: queries.Gesprek,
    velden: Velden,
    fout: Versieconflict,
    maak: Callable[[Velden], Verslagformulier],
) -> HttpResponse:
    """Lay both drafts side by side. A text that one of the two left empty is taken from the other."""
    klad = queries.klad_of(gesprek, viewer=request.user)
    if klad is None:
        return redirect(adres("verslag", gesprek))
    van_hen = zonder_vreemde_leden(fout.bewaard, velden)
    bewaard = {naam: "\n".join(waarden) for naam, waarden in van_hen.items()}
    samen: Velden = {
        naam: velden.get(naam) if any(velden.get(naam, [])) else list(van_hen.get(naam, []))  # type: ignore[misc]
        for naam in {**van_hen, **velden}
    }
    for naam in REGELS:
        sleutelnaam = f"{naam}-aantal"
        samen[sleutelnaam] = [str(max(getal((v.get(sleutelnaam) or ["1"])[0]) for v in (velden, van_hen)))]
    verschilt = {
        naam: label
        for naam, label, tekst in maak(samen).leesbaar()
        if bewaard.get(naam) and bewaard[naam].strip() != tekst.strip()
    }
    conflictvelden = [
        Conflictveld(naam, verschilt[naam], samen[naam][0], bewaard[naam])
        for naam in samen
        if naam in verschilt
    ]
    conflictvelden += [
        Conflictveld(naam, "", waarde, verborgen=True)
        for naam, waarden in [*samen.items(), ("versie", [str(fout.versie)])]
        if naam not in verschilt
        for waarde in waarden
    ]
    return conflictpagina(
        request,
        door=klad.door.naam,
        om=f"{timezone.localtime(klad.bewaard_op):%H.%M}",
        velden=conflictvelden,
        terug_url=adres("verslag", gesprek),
    )


def _formulier(
    request: StaffRequest,
    gesprek: queries.Gesprek,
    stand: Stand,
    klad: queries.Klad | None,
    formulier: Verslagformulier,
    *,
    status: int = 200,
) -> HttpResponse:
    vandaag = timezone.localdate()
    voorbereiding = samenstelling.bereid_voor(gesprek.dossier_id, request.user, vandaag)
    ander = (
        klad is not None and klad.door_id != request.user.pk and timezone.now() - klad.bewaard_op < OOK_OPEN
    )
    inhoud: dict[str, Any] = {
        "gesprek": gesprek,
        "aanspreekvorm": aanspreekvorm(gesprek.dossier.persoon, op=vandaag),
        "formulier": formulier,
        "form": formulier.hoofd,
        "delen": _delen(formulier),
        "vragen": [
            (moment, formulier.hoofd[f"vraag_{moment}"], voorbereiding.bij_vraag.get(moment, ""))
            for moment in TOETSINGSMOMENTEN
        ],
        "voorbereiding": voorbereiding,
        "vorige_afspraken": queries.afspraken_of(gesprek.dossier_id, viewer=request.user),
        "lp_status": _lp_status(stand),
        "lp_op_slot": stand.beroepsstand not in {"afgedaan", "termijn_verstreken"},
        "versie": klad.versie if klad else 0,
        "blad": request.POST.get("blad") or secrets.token_hex(8),
        "bewaard": klad,
        "ander": ook_open(klad.door.naam) if klad and ander else "",
        "concept_sleutel": sleutel(request, gesprek),
        "concept_van": sleutel(request),
        "vandaag": vandaag,
        "meekijken": kijk_mee(formulier) if request.GET.get("kijk") == "mee" else None,
    }
    return pagina(request, gesprek.dossier, "vertrekgesprek/verslag.html", inhoud, status=status)


def _delen(formulier: Verslagformulier) -> list[tuple[str, str, int]]:
    """The parts of the page for the index: anchor, title and number of faults."""
    velden = {
        "aanwezigen": ("gevoerd_op", "tolk", "tolk_bestelling", "taal", "gemeenschappelijke_taal"),
        "procedure": ("procedure", "reden_procedure"),
        "mogelijkheden": ("opties_besproken", "opties", "opties_reden", "reden_opties"),
        "gevolgen": ("gevolgen", "bewaring_genoemd", "reden_gevolgen"),
        "wensen": ("eigen_woorden", "wil_niet_antwoorden", "geen_wens"),
        "vragen": (*(f"vraag_{m}" for m in TOETSINGSMOMENTEN), "reden_toetsingsmomenten"),
        "gezin": (),
        "lp": ("lp_antwoord", "lp_uitleg", "lp_toelichting"),
        "afspraken": ("overig", "reden_afspraken"),
    }
    titels = {
        "aanwezigen": _("Datum en aanwezigen"),
        "procedure": _("Stand van de procedure"),
        "mogelijkheden": _("Mogelijkheden"),
        "gevolgen": _("Gevolgen van niet meewerken"),
        "wensen": _("Wensen in eigen woorden"),
        "vragen": _("Vier vragen"),
        "gezin": _("Ieder gezinslid apart"),
        "lp": _("LP-formulier"),
        "afspraken": _("Afspraken"),
    }
    familie = [*formulier.leden, *formulier.kinderen]
    regels = {"wensen": formulier.wensen, "afspraken": formulier.afspraken, "gezin": familie}
    gebonden = formulier.hoofd.errors if formulier.gebonden else {}
    return [
        (
            deel,
            titels[deel],
            sum(1 for veld in velden[deel] if veld in gebonden)
            + sum(len(regel.errors) for regel in regels.get(deel, []) if formulier.gebonden),
        )
        for deel in velden
        if deel != "gezin" or familie
    ]


def _lp_status(stand: Stand) -> str:
    if not stand.lp_aanvragen:
        return ""
    lp = stand.lp_aanvragen[-1]
    if lp.ingevuld_op is not None:
        return _("Het formulier is ingevuld op %(dag)s.") % {"dag": datums.lang(lp.ingevuld_op)}
    if lp.geweigerd_op is not None:
        return _("Op %(dag)s is het formulier niet ingevuld. Dat heeft geen gevolgen.") % {
            "dag": datums.lang(lp.geweigerd_op)
        }
    return ""
