"""Keeping the catalogue: what has to be asked about, what was changed, and a spreadsheet out and in."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.ondersteuning import queries
from verantwoord.ondersteuning.actions.catalogus import confirm_aanbod
from verantwoord.ondersteuning.actions.invoer import apply_invoer, keep_invoer
from verantwoord.ondersteuning.catalogus import geschiedenis_of, na_te_kijken
from verantwoord.ondersteuning.forms.catalogus import InvoerForm
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.invoer import beproef, invoer_of
from verantwoord.ondersteuning.views.kader import aanbod_van, alleen_wie_beheert, meld
from verantwoord.ondersteuning.werkblad import GROOTSTE_BESTAND, lees_werkblad, schrijf_werkblad
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import getal

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def nakijken(request: StaffRequest) -> HttpResponse:
    """The entries that have to be asked about, each with its last day."""
    alleen_wie_beheert(request)
    vandaag = timezone.localdate()
    context = {"punten": na_te_kijken(viewer=request.user, peildatum=vandaag), "vandaag": vandaag}
    return render(request, "ondersteuning/nakijken.html", context)


@require_POST
def nagevraagd(request: StaffRequest, aanbod_id: UUID) -> HttpResponse:
    """Record that an entry was asked about today and still holds."""
    alleen_wie_beheert(request)
    rij = aanbod_van(request, aanbod_id)
    try:
        confirm_aanbod(
            door=request.user,
            aanbod_id=rij.pk,
            versie=getal(request.POST.get("versie")),
            peildatum=timezone.localdate(),
        )
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("Bewaard: “%(titel)s” is vandaag nagevraagd.") % {"titel": rij.titel})
    return redirect("catalogus:nakijken")


@require_safe
def geschiedenis(request: StaffRequest, aanbod_id: UUID) -> HttpResponse:
    """Who changed what in one entry, the old struck out and the new beside it."""
    rij = aanbod_van(request, aanbod_id)
    context = {
        "aanbod": rij,
        "wijzigingen": geschiedenis_of(rij, viewer=request.user),
        "mag_beheren": request.user.heeft(Recht.CATALOGUS_BEHEREN),
    }
    return render(request, "ondersteuning/geschiedenis.html", context)


@require_safe
def bestand(request: StaffRequest) -> HttpResponse:
    """The whole catalogue as a spreadsheet, also what has ended; it reads back as it is."""
    alleen_wie_beheert(request)
    vraag = queries.Zoekvraag(ook_afgelopen=True)
    inhoud = schrijf_werkblad(queries.aanbod_for(vraag, viewer=request.user, peildatum=timezone.localdate()))
    naam = f"ondersteuning-{timezone.localdate().isoformat()}.xlsx"
    return HttpResponse(
        inhoud,
        content_type=XLSX,
        headers={
            "Content-Disposition": f'attachment; filename="{naam}"',
            "X-Content-Type-Options": "nosniff",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def invoer(request: StaffRequest) -> HttpResponse:
    """Choose a spreadsheet; it is read and tried, and nothing is in the catalogue yet."""
    alleen_wie_beheert(request)
    form = InvoerForm(request.POST, request.FILES) if request.method == "POST" else InvoerForm()
    if request.method == "POST" and form.is_valid():
        gekozen = form.cleaned_data["bestand"]
        try:
            # One byte more than may be there is enough to know that it is too much.
            regels = lees_werkblad(gekozen.read(GROOTSTE_BESTAND + 1))
            gelezen = keep_invoer(door=request.user, regels=regels)
        except DomeinFout as fout:
            meld(form, fout, veld="bestand")
        else:
            return redirect("catalogus:proef", gelezen.pk)
    return render(request, "ondersteuning/invoer.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def proef(request: StaffRequest, invoer_id: UUID) -> HttpResponse:
    """What the file would do, row by row; taken over whole or not at all."""
    alleen_wie_beheert(request)
    try:
        gelezen = invoer_of(invoer_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    if gelezen.toegepast_op is not None and request.method != "POST":
        return redirect("catalogus:lijst")
    melding, status = "", 200
    gevonden = beproef(gelezen.regels, viewer=request.user)
    if request.method == "POST":
        try:
            if gevonden.fouten:
                raise WensKloptNiet(_("Herstel eerst de fouten in het bestand."))
            apply_invoer(
                door=request.user,
                invoer_id=invoer_id,
                nieuw=gevonden.erbij,
                gewijzigd=gevonden.bij_te_werken,
            )
        except DomeinFout as fout:
            melding, status = fout.melding, 409
        else:
            messages.success(
                request,
                _("Overgenomen: %(nieuw)d nieuw, %(gewijzigd)d bijgewerkt.")
                % {"nieuw": len(gevonden.nieuw), "gewijzigd": len(gevonden.gewijzigd)},
            )
            return redirect("catalogus:lijst")
    context = {"invoer": gelezen, "proef": gevonden, "melding": melding}
    return render(request, "ondersteuning/proef.html", context, status=status)
