"""The pages of one dossier that belong to no single room: overview, timeline, who looked, family, what came along."""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verantwoord.dossier.afwijken.tonen import afwijkingen_van, nu_van_belang
from verantwoord.dossier.inzageverzoek.woorden import categorie_in_woorden
from verantwoord.gebeurtenis.queries import gebeurtenissen_of
from verantwoord.ondersteuning.wachtend import steun_wacht
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.nood.queries import noodtoegang_bij
from verantwoord.toegang.queries import inzagen_of
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toezicht.wachtend import toezicht_wacht, voorstel_loopt
from verantwoord.web.waarden import Kolom
from verantwoord.werkplek import gezin as gezinsblad
from verantwoord.werkplek import tijdlijn as tijd
from verantwoord.werkplek import (
    wacht,
    wacht_beloofd,
    wacht_bewaring,
    wacht_nalezen,
    wacht_opvang,
    wacht_portaal,
    wacht_stem,
    wacht_steun,
    wacht_toezicht,
)
from verantwoord.werkplek.inzageblad import maak_inzageregels
from verantwoord.werkplek.kader import Dossierkader, kader_van
from verantwoord.werkplek.overig import documenten as documentregels
from verantwoord.werkplek.persoon import zijkolom
from verantwoord.werkplek.tijdlijnwoorden import GROEPEN
from verantwoord.werkplek.verloop import heeft_verwachting, maak_verloop
from verantwoord.werkplek.watnu import Plicht, alle_antwoorden, maak_watnu

LAATSTE = 5
PER_TIJDLIJN = 30
PER_INZAGE = 50


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """What now, how it went, and about whom: the first page of a dossier."""
    kader = kader_van(
        request,
        dossier_id,
        ook={
            "steun_wacht": steun_wacht(),
            "toezicht_wacht": toezicht_wacht(),
            "voorstel_loopt": voorstel_loopt(),
        },
    )
    gebeurtenissen = list(gebeurtenissen_of(dossier_id)[:LAATSTE])
    verloop = maak_verloop(kader.stand, kader.beoordeling)
    zij = zijkolom(kader.dossier, kader.stand, viewer=request.user)
    _record_familie(request, zij.gezin)
    afwijkingen = nu_van_belang(
        afwijkingen_van(
            kader.stand,
            dossier_id,
            viewer=request.user,
            met_verzoeken=kader.dossier.vroeg_afwijking,  # type: ignore[attr-defined]  # asked with the dossier
        )
    )
    context = {
        "dossier": kader.dossier,
        "onderdeel": "overzicht",
        "vandaag": kader.vandaag,
        "watnu": maak_watnu(
            kader.stand,
            kader.beoordeling,
            dossier_id,
            afwijkingen=afwijkingen,
            ook_plichten=[
                *wacht.wensen(kader.stand, dossier_id),
                *wacht.navragen(kader.stand, dossier_id, viewer=request.user),
                *wacht.niet_bij_coa(kader.stand, dossier_id, viewer=request.user),
                *wacht_opvang.achttien(kader.stand, dossier_id),
                *_gevraagd(request, kader),
            ],
            ook_punten=[
                *wacht.aanwijzingen(kader.stand, dossier_id),
                *wacht.niet_gezien(kader.stand, dossier_id),
                *wacht_opvang.vbl(kader.stand, dossier_id),
                *wacht_beloofd.afspraken(kader.stand, dossier_id, viewer=request.user),
                *wacht_beloofd.acties(kader.stand, dossier_id),
                *wacht_nalezen.nalezen(kader.stand, dossier_id, viewer=request.user),
            ],
        ),
        "antwoorden": alle_antwoorden(kader.beoordeling, afwijkingen=afwijkingen),
        "verloop": verloop,
        "met_verwachting": heeft_verwachting(verloop),
        "regels": tijd.maak_regels(gebeurtenissen, vandaag=kader.vandaag),
        "aantal_gebeurtenissen": gebeurtenissen[0].volgnummer if gebeurtenissen else 0,
        "mag_in_behandeling": _kan_beginnen(request, kader),
        "mag_toewijzen": kader.dossier.gesloten_op is None and request.user.heeft(Recht.DOSSIER_TOEWIJZEN),
        "zij": zij,
        "nu": timezone.now(),
    }
    return render(request, "werkplek/overzicht.html", context)


def _gevraagd(request: StaffRequest, kader: Dossierkader) -> Iterator[Plicht]:
    """What a partner asked and waits for, and a transfer; looked for only where there is one."""
    s, dossier = kader.stand, kader.dossier
    if dossier.steun_wacht:  # type: ignore[attr-defined]  # asked with the dossier
        yield from wacht_steun.steun(s, dossier.pk, viewer=request.user)
    if dossier.toezicht_wacht:  # type: ignore[attr-defined]  # asked with the dossier
        yield from wacht_toezicht.toezicht(s, dossier.pk, viewer=request.user)
    if dossier.voorstel_loopt or s.beeld.bewaringen:  # type: ignore[attr-defined]  # asked with the dossier
        yield from wacht_bewaring.bewaring(s, dossier.pk, viewer=request.user)
    if kader.dossier.vraagt_inzage:  # type: ignore[attr-defined]  # asked with the dossier
        yield from wacht.inzageverzoeken(kader.dossier.pk, viewer=request.user)
    if kader.dossier.is_betwist:  # type: ignore[attr-defined]  # asked with the dossier
        yield from wacht_stem.betwistingen(kader.dossier.pk, viewer=request.user)
    if kader.dossier.zei_iets:  # type: ignore[attr-defined]  # asked with the dossier
        yield from wacht_stem.stemmen(kader.dossier.pk, viewer=request.user)
    if kader.dossier.verhuist:  # type: ignore[attr-defined]  # asked with the dossier
        yield from wacht_opvang.overplaatsing(kader.dossier.pk, viewer=request.user, op=kader.vandaag)
    if dossier.wacht_op_afschrift:  # type: ignore[attr-defined]  # asked with the dossier
        yield from wacht_portaal.afschriften(dossier.pk, viewer=request.user)
    if kader.dossier.wacht_op_tweede:  # type: ignore[attr-defined]  # asked with the dossier
        yield from wacht_portaal.tweede(kader.dossier.pk, viewer=request.user, op=kader.vandaag)


def _kan_beginnen(request: StaffRequest, kader: Dossierkader) -> bool:
    """The one who leads takes a dossier into treatment; a dossier without a regievoerder is assigned first."""
    return (
        kader.dossier.intake_afgerond_op is None
        and kader.dossier.regievoerder_id is not None
        and kader.dossier.is_te_behandelen_door(request.user)
    )


@require_safe
def tijdlijn(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Every event of the dossier, newest first, by kind if asked."""
    kader = kader_van(request, dossier_id)
    groep = request.GET.get("soort", "")
    gebeurtenissen = gebeurtenissen_of(dossier_id)
    woorden = {sleutel: begin for sleutel, _titel, begin in GROEPEN}
    if groep in woorden:
        gebeurtenissen = gebeurtenissen.filter(
            reduce(or_, (Q(soort__startswith=f"{woord}.") for woord in woorden[groep]))
        )
    voor = request.GET.get("voor", "")
    if voor.isascii() and voor.isdigit() and len(voor) < 12:
        gebeurtenissen = gebeurtenissen.filter(volgnummer__lt=int(voor))
    rijen = list(gebeurtenissen[: PER_TIJDLIJN + 1])
    meer = len(rijen) > PER_TIJDLIJN
    rijen = rijen[:PER_TIJDLIJN]
    context = {
        "dossier": kader.dossier,
        "onderdeel": "tijdlijn",
        "groep": groep if groep in woorden else "",
        "groepen": [(sleutel, titel) for sleutel, titel, _begin in GROEPEN],
        "regels": tijd.maak_regels(rijen, vandaag=kader.vandaag),
        "volgende_url": f"?soort={groep if groep in woorden else ''}&voor={rijen[-1].volgnummer}"
        if meer
        else "",
        "is_vervolg": bool(voor),
    }
    return render(request, "werkplek/tijdlijn.html", context)


@require_safe
def inzage(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Who looked at this dossier, when, at which part and for what."""
    kader = kader_van(request, dossier_id)
    inzagen = inzagen_of(dossier_id)
    moment, _streep, pk = request.GET.get("voor", "").partition("_")
    tijdstip = _lees_moment(moment)
    if tijdstip is not None and pk.isascii() and pk.isdigit() and len(pk) < 19:
        inzagen = inzagen.filter(Q(moment__lt=tijdstip) | Q(moment=tijdstip, pk__lt=int(pk)))
    rijen = list(inzagen[: PER_INZAGE + 1])
    meer = len(rijen) > PER_INZAGE
    rijen = rijen[:PER_INZAGE]
    laatste = rijen[-1] if rijen else None
    context = {
        "dossier": kader.dossier,
        "onderdeel": "inzage",
        "kolommen": [Kolom(_("Wanneer")), Kolom(_("Wie")), Kolom(_("Wat")), Kolom(_("Waarvoor"))],
        "regels": maak_inzageregels(rijen),
        "volgende_url": f"?voor={laatste.moment:%Y-%m-%dT%H:%M:%S.%f}_{laatste.pk}"
        if meer and laatste
        else "",
        "is_vervolg": tijdstip is not None,
        "nooden": _nooden(kader),
    }
    return render(request, "werkplek/inzage.html", context)


def _nooden(kader: Dossierkader) -> list[tuple[Any, str]]:
    """When this dossier was opened in an emergency, the latest first; looked for only where it was."""
    if not kader.dossier.had_nood:  # type: ignore[attr-defined]  # asked with the dossier
        return []
    return [(nood, categorie_in_woorden(nood.categorie)) for nood in noodtoegang_bij(kader.dossier.pk)[:20]]


def _lees_moment(tekst: str):  # noqa: ANN202 - a moment or nothing
    try:
        moment = parse_datetime(tekst)
    except ValueError:
        return None
    return (
        timezone.make_aware(moment, timezone.get_fixed_timezone(0))
        if moment and timezone.is_naive(moment)
        else None
    )


@require_safe
def gezin(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The family as the file names them, with the dossiers that belong to them and may be seen."""
    kader = kader_van(request, dossier_id)
    leden = gezinsblad.leden_van(kader.stand, viewer=request.user)
    _record_familie(request, leden)
    context = {"dossier": kader.dossier, "onderdeel": "gezin", "leden": leden}
    return render(request, "werkplek/gezin.html", context)


def _record_familie(request: StaffRequest, leden: Sequence[gezinsblad.Lid]) -> None:
    """Keep the look at relatives too: their names come from their own dossiers. It commits with the page, or neither does."""
    getoond = [lid.dossier_id for lid in leden if lid.dossier_id is not None]
    if getoond:
        record_inzage(
            viewer=request.user,
            dossiers=getoond,
            onderdeel="werkplek:gezin",
            doel="behandeling",
            verzoek=request.referentie,
        )


@require_safe
def documenten(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """What came along with the transfer."""
    kader = kader_van(request, dossier_id)
    context = {
        "dossier": kader.dossier,
        "onderdeel": "documenten",
        "documenten": documentregels(kader.stand),
        "ontvangen_op": kader.dossier.ontvangen_op,
        "afzender": kader.dossier.get_afzender_display(),
    }
    return render(request, "werkplek/documenten.html", context)
