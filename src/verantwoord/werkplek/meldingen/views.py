"""The page with one's notifications, and what one chooses about mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.kern.normen import REGISTER
from verantwoord.toegang.inzage import kijk, toont_personen
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.datums import kort_jaar, nog, wanneer
from verantwoord.web.formulier import getal
from verantwoord.werkplek.meldingen import actions, queries
from verantwoord.werkplek.meldingen.bewaring import weg_van_bewaring
from verantwoord.werkplek.meldingen.forms import MailForm
from verantwoord.werkplek.meldingen.inzage import INZAGE, weg_van_inzage
from verantwoord.werkplek.meldingen.models import Melding
from verantwoord.werkplek.meldingen.vakmanschap import VAKMANSCHAP, weg_van_vakmanschap
from verantwoord.werkplek.wegwijzer import weg_van


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One notification as plain values; without ``open_url`` its dossier is no longer there for this person."""

    wat: str
    naam: str
    nummer: str
    toelichting: str
    wanneer: str
    ongelezen: bool
    open_url: str


@toont_personen
@require_safe
def lijst(request: StaffRequest) -> HttpResponse:
    """What wants one's attention, newest first."""
    na = getal(request.GET.get("na"))
    pagina = kijk(
        request,
        lambda: queries.pagina_of(viewer=request.user, na=na if na >= 0 else None),
        lambda gevonden: [stand.pk for stand in gevonden.standen.values()],
        doel="meldingen",
    )
    vandaag = timezone.localdate()
    context = {
        "regels": [_regel(melding, pagina.standen, vandaag=vandaag) for melding in pagina.meldingen],
        "ongelezen": any(melding.gelezen_op is None for melding in pagina.meldingen),
        "tot_en_met": max((melding.pk for melding in pagina.meldingen), default=0),
        "volgende_url": f"?na={pagina.volgende}" if pagina.volgende else "",
        "vorige_url": reverse("meldingen:lijst") if na >= 0 else "",
    }
    return render(request, "werkplek/meldingen.html", context)


def _regel(melding: Any, standen: Mapping[UUID, Any], *, vandaag: date) -> Regel:
    stand = standen.get(melding.dossier_id)
    toelichting = ""
    if melding.norm and melding.uiterlijk_op and melding.norm in REGISTER:
        toelichting = _("%(plicht)s: uiterlijk %(dag)s, %(nog)s") % {
            "plicht": REGISTER[melding.norm].plicht,
            "dag": kort_jaar(melding.uiterlijk_op),
            "nog": nog(melding.uiterlijk_op, vandaag),
        }
    bereikbaar = (
        stand is not None or melding.dossier_id is None or melding.soort in {*INZAGE, Melding.Soort.BEWARING}
    )
    return Regel(
        wat=melding.get_soort_display(),
        naam=stand.dossier.persoon.lijstnaam if stand else "",
        nummer=stand.dossier.nummer if stand else "",
        toelichting=toelichting,
        wanneer=wanneer(melding.gemaakt_op),
        ongelezen=melding.gelezen_op is None,
        open_url=reverse("meldingen:openen", args=[melding.pk]) if bereikbaar else "",
    )


@require_POST
def openen(request: StaffRequest, melding_id: int) -> HttpResponse:
    """Go to what a notification is about; it is read then."""
    try:
        melding = actions.open_melding(door=request.user, melding_id=melding_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    if melding.soort in INZAGE:
        return redirect(*weg_van_inzage(melding, viewer=request.user))
    if melding.soort == Melding.Soort.BEWARING:
        return redirect(*weg_van_bewaring(melding, viewer=request.user))
    if melding.soort in VAKMANSCHAP:
        return redirect(weg_van_vakmanschap(melding, viewer=request.user))
    if melding.soort == Melding.Soort.ONDERZOEK:
        return redirect("rapporten:lijst")
    if melding.soort == Melding.Soort.CATALOGUS:
        return redirect("catalogus:nakijken")
    if melding.soort == Melding.Soort.PORTAAL and melding.dossier_id is None:
        return redirect("werkplek:te_tekenen")
    if melding.dossier_id is None:
        return redirect("keten:quarantaine")
    if melding.soort in {Melding.Soort.AFWIJKING, Melding.Soort.AFWIJKING_BESLOTEN}:
        return redirect("dossier:afwijkingen", melding.dossier_id)
    if melding.soort in {Melding.Soort.BIJDRAGE, Melding.Soort.BIJDRAGE_BESLOTEN}:
        return redirect("ondersteuning:wensen", melding.dossier_id)
    if melding.soort == Melding.Soort.STEM:
        # What waits stands there, whatever it is: a question, a wish or something that is not right.
        return redirect("werkplek:overzicht", melding.dossier_id)
    if melding.soort == Melding.Soort.PORTAAL:
        return redirect("dossier:portaal", melding.dossier_id)
    naar = weg_van(melding.norm, melding.dossier_id)[0] if melding.norm else ""
    return redirect(naar or reverse("werkplek:overzicht", args=[melding.dossier_id]))


@require_POST
def gelezen(request: StaffRequest) -> HttpResponse:
    """Mark everything as read that was on the page or before it."""
    actions.mark_gelezen(door=request.user, tot_en_met=getal(request.POST.get("tot_en_met")))
    return redirect("meldingen:lijst")


@require_http_methods(["GET", "HEAD", "POST"])
def mail(request: StaffRequest) -> HttpResponse:
    """Choose whether and where one gets mail."""
    voorkeur = queries.mailvoorkeur_of(viewer=request.user)
    begin = {"per_mail": voorkeur.per_mail, "adres": voorkeur.adres}
    form = MailForm(request.POST if request.method == "POST" else None, initial=begin)
    if request.method == "POST" and form.is_valid():
        actions.choose_mail(
            door=request.user, adres=form.cleaned_data["adres"], per_mail=form.cleaned_data["per_mail"]
        )
        messages.success(request, _("Uw keuze over e-mail is bewaard."))
        return redirect("meldingen:lijst")
    return render(request, "werkplek/meldingen_mail.html", {"form": form, "mail_aan": settings.MAIL_AAN})
