"""The minutes of a meeting: read, confirm, fix, and as a document."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.kern.fouten import DomeinFout
from verantwoord.overleg import actions, queries
from verantwoord.overleg.blad import Verslagtekst, partner_naam, wie_en_wanneer
from verantwoord.overleg.keuzes import Overlegstand
from verantwoord.overleg.lezen import Overlegpagina, dossiers_van, lees_overleg, naam_van, verslagtekst
from verantwoord.overleg.pdf import maak_verslag_pdf
from verantwoord.overleg.views.hulp import bekijk
from verantwoord.toegang.inzage import toont_personen
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web import datums


@dataclass(frozen=True, kw_only=True)
class Bevestigd:
    partner: str
    teken: str
    stand: str
    bij: str = ""


@dataclass(frozen=True, kw_only=True)
class Knop:
    """A button that posts; ``zegel`` is the text that is confirmed."""

    tekst: str
    url: str
    soort: str = "eerste"
    zegel: str = ""


@dataclass(frozen=True, kw_only=True)
class Punttekst:
    id: UUID
    nummer: int
    titel: str
    tekst: Verslagtekst
    aanvul_url: str


@dataclass(frozen=True, kw_only=True)
class Blad:
    stand: str
    bevestigingen: list[Bevestigd]
    handelingen: list[Knop]
    punten: list[Punttekst]
    pdf_url: str


@toont_personen
@require_safe
def verslag(request: StaffRequest, overleg_id: UUID) -> HttpResponse:
    """The minutes as they stand, who confirmed them, and as a PDF with ``?vorm=pdf``."""
    return _toon(request, overleg_id)


@require_POST
def stap(request: StaffRequest, overleg_id: UUID, stap: str) -> HttpResponse:
    """Share, confirm or fix the minutes."""
    nu = timezone.now()
    acts = {
        "delen": lambda: actions.share_verslag(
            door=request.user, overleg_id=overleg_id, peildatum=timezone.localdate(nu)
        ),
        "bevestigen": lambda: actions.confirm_verslag(
            door=request.user, overleg_id=overleg_id, zegel=request.POST.get("zegel", ""), nu=nu
        ),
        "vaststellen": lambda: actions.establish_verslag(
            door=request.user, overleg_id=overleg_id, peildatum=timezone.localdate(nu)
        ),
    }
    if stap not in acts:
        raise Http404
    try:
        acts[stap]()
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    except DomeinFout as fout:
        status = 403 if isinstance(fout, GeenToegang) else 409
        return _toon(request, overleg_id, weigering=fout.melding, status=status)
    gedaan = {
        "delen": _("Het verslag is gedeeld. De partners kunnen het nu bevestigen."),
        "bevestigen": _("Uw organisatie heeft het verslag bevestigd."),
        "vaststellen": _("Het verslag is vastgesteld. Niemand kan het nog wijzigen."),
    }
    messages.success(request, gedaan[stap])
    return redirect("overleg:verslag", overleg_id)


def _toon(request: StaffRequest, overleg_id: UUID, *, weigering: str = "", status: int = 200) -> HttpResponse:
    vandaag = timezone.localdate()
    pagina, gelezen, blad = bekijk(
        request,
        lambda: _lees(request, overleg_id, vandaag),
        lambda gevonden: {
            *gevonden[0].personen,
            *(dossier for punt, _inhoud in gevonden[1].punten for dossier in dossiers_van(punt)),
        },
    )
    if request.GET.get("vorm") == "pdf":
        antwoord = HttpResponse(maak_verslag_pdf(gelezen), content_type="application/pdf")
        antwoord["Content-Disposition"] = f'attachment; filename="verslag-{pagina.overleg.datum}.pdf"'
        return antwoord
    context = {
        "kop": pagina.kop,
        "pad": pagina.pad,
        "agenda": pagina.agenda,
        "verslag": blad,
        "weigering": weigering,
    }
    return render(request, "overleg/verslag.html", context, status=status)


def _lees(
    request: StaffRequest, overleg_id: UUID, vandaag: date
) -> tuple[Overlegpagina, queries.Verslagblad, Blad]:
    pagina = lees_overleg(overleg_id, viewer=request.user, vandaag=vandaag)
    gelezen = queries.verslag_of(overleg_id, viewer=request.user)
    return pagina, gelezen, _blad(gelezen, partner=request.user.organisatie, vandaag=vandaag)


def _blad(v: queries.Verslagblad, *, partner: str, vandaag: date) -> Blad:
    gedeeld = v.verslag is not None
    nummers = {punt.pk: plek for plek, (punt, _inhoud) in enumerate(v.punten, start=2)}
    return Blad(
        stand=_stand(v),
        bevestigingen=[_bevestigd(v, p) for p in VASTE_PARTNERS] if gedeeld else [],
        handelingen=list(_knoppen(v, partner=partner, vandaag=vandaag)),
        punten=[
            Punttekst(
                id=punt.pk,
                nummer=nummers[punt.pk],
                titel=naam_van(punt),
                tekst=verslagtekst(
                    punt, inhoud, vast=v.is_vast, aanvullingen=v.aanvullingen.get(punt.pk, ())
                ),
                aanvul_url=reverse("overleg:handeling", args=[punt.pk, "aanvulling"]) if gedeeld else "",
            )
            for punt, inhoud in v.punten
        ],
        pdf_url=f"{reverse('overleg:verslag', args=[v.overleg.pk])}?vorm=pdf" if gedeeld else "",
    )


def _stand(v: queries.Verslagblad) -> str:
    if v.verslag is None:
        return _("Het verslag schrijft zichzelf uit wat bij de punten staat. Het is nog niet gedeeld.")
    if v.verslag.vastgesteld_op is not None:
        zin = _("Vastgesteld op %(dag)s. Niemand kan het nog wijzigen; aanvullen kan wel.") % {
            "dag": datums.lang(v.verslag.vastgesteld_op)
        }
        if v.verslag.zonder_bevestiging:
            zonder = ", ".join(partner_naam(p) for p in v.verslag.zonder_bevestiging)
            zin = _("%(zin)s Niet bevestigd door: %(partners)s.") % {"zin": zin, "partners": zonder}
        return zin
    return _("Gedeeld op %(dag)s. Bevestigen kan tot en met %(tot)s.") % {
        "dag": datums.dag_maand(v.verslag.gedeeld_op),
        "tot": datums.lang(v.vast_te_stellen_na),
    }


def _bevestigd(v: queries.Verslagblad, partner: str) -> Bevestigd:
    bevestiging = v.bevestigd.get(partner)
    naam = partner_naam(partner)
    if bevestiging is not None:
        bij = wie_en_wanneer(bevestiging.door_naam, bevestiging.op)
        return Bevestigd(partner=naam, teken="gedaan", stand=_("bevestigd"), bij=bij)
    if partner in v.eerder and not v.is_vast:
        bij = _("Na de bevestiging is er iets bijgekomen.")
        return Bevestigd(partner=naam, teken="verouderd", stand=_("opnieuw te bevestigen"), bij=bij)
    return Bevestigd(
        partner=naam, teken="ontbreekt", stand=_("niet bevestigd") if v.is_vast else _("nog niet bevestigd")
    )


def _knoppen(v: queries.Verslagblad, *, partner: str, vandaag: date) -> Iterator[Knop]:
    overleg = v.overleg
    schrijft = partner in {overleg.notulist, overleg.voorzitter}

    def url(stap: str) -> str:
        return reverse("overleg:verslag-stap", args=[overleg.pk, stap])

    if v.verslag is None:
        if schrijft and overleg.stand == Overlegstand.AFGEROND:
            yield Knop(tekst=_("Deel het verslag"), url=url("delen"))
        return
    if v.is_vast:
        return
    if partner in VASTE_PARTNERS and partner not in v.bevestigd:
        yield Knop(tekst=_("Bevestig het verslag"), url=url("bevestigen"), zegel=v.zegel)
    if schrijft and vandaag > v.vast_te_stellen_na:
        yield Knop(tekst=_("Stel het verslag vast"), url=url("vaststellen"), soort="tweede")
