"""The tab Overleg of a dossier: its own items and nothing of another's. For the staff of the DT&V."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.overleg import actions, queries
from verantwoord.overleg.blad import Verslagtekst, namen_van, partner_naam
from verantwoord.overleg.elders import open_van
from verantwoord.overleg.forms import BuitenForm, DossierInbrengForm
from verantwoord.overleg.keuzes import BUITEN_OVERLEG, Onderwerp, Oordeel, Overlegstand, Soort
from verantwoord.overleg.lezen import gezin_van, verslagen_van
from verantwoord.overleg.tafel import UITKOMST, stand_in_woorden
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web import datums
from verantwoord.web.waarden import Feit, Verwijzing


@dataclass(frozen=True, kw_only=True)
class Deel:
    """One item of this dossier: its minutes when it was discussed here, its facts when it came from elsewhere."""

    titel: str
    datum: date
    teken: str
    stand: str
    url: str = ""
    # Where one fills in what has happened since, for what came from elsewhere.
    bijwerken: str = ""
    verslag: Verslagtekst | None = None
    feiten: tuple[Feit, ...] = ()


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """What was discussed about this dossier, newest first, and what is planned."""
    punten = queries.punten_van_dossier(dossier_id, viewer=request.user)
    hier = {punt.pk for punt, _stand in punten}
    elders = [
        feit
        for feit in queries.feiten_van_dossier(dossier_id, viewer=request.user)
        if feit.punt_id not in hier
    ]
    verslagen = verslagen_van([punt for punt, _stand in punten if _is_besproken(punt)])
    delen = [_van_hier(punt, stand, verslagen.get(punt.pk)) for punt, stand in punten]
    delen += [_van_elders(feit) for feit in elders]
    return _pagina(
        request,
        dossier_id,
        "dossier",
        {"delen": sorted(delen, key=lambda deel: deel.datum, reverse=True)},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def buiten(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Keep what was agreed outside a meeting; it holds when a meeting confirms it."""
    form = BuitenForm(
        request.POST if request.method == "POST" else None, gezin=gezin_van(dossier_id, viewer=request.user)
    )
    if form.is_valid():
        velden = form.cleaned_data
        try:
            actions.record_besluit_buiten(
                door=request.user,
                dossiers=[dossier_id, *map(UUID, velden.get("gezin", []))],
                onderwerp=velden["onderwerp"],
                datum=velden["datum"],
                tekst=velden["tekst"],
                partners=velden["partners"],
                peildatum=timezone.localdate(),
            )
        except GeenToegang:
            raise
        except ObjectDoesNotExist as fout:
            raise Http404 from fout
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(
                request,
                _("Vastgelegd. Het staat op de agenda van het volgende overleg, dat het kan bevestigen."),
            )
            return redirect("dossieroverleg:overzicht", dossier_id)
    context = {
        "form": form,
        "titel": _("Leg vast wat buiten het overleg is afgesproken"),
        "uitleg": _("Zo'n afspraak is voorlopig: zij geldt pas als een overleg haar bevestigt."),
        "knop_tekst": _("Leg vast"),
    }
    return _pagina(request, dossier_id, "dossier_formulier", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def inbrengen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Put this dossier on the agenda of a coming meeting."""
    form = DossierInbrengForm(
        request.POST if request.method == "POST" else None,
        overleggen=[
            rij
            for rij in queries.overleggen_of(viewer=request.user, van=timezone.localdate(), tot=date.max)
            if rij.stand in {Overlegstand.GEPLAND, Overlegstand.BEZIG}
        ],
        gezin=gezin_van(dossier_id, viewer=request.user),
    )
    if form.is_valid():
        velden = dict(form.cleaned_data)
        gezin = velden.pop("gezin", [])
        try:
            punt = actions.add_punt(
                door=request.user,
                overleg_id=UUID(velden.pop("overleg")),
                dossiers=[dossier_id, *map(UUID, gezin)],
                **velden,
            )
        except GeenToegang:
            raise
        except ObjectDoesNotExist as fout:
            raise Http404 from fout
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Het punt staat op de agenda."))
            return redirect("overleg:punt", punt.pk)
    context = {
        "form": form,
        "titel": _("Zet dit dossier op een agenda"),
        "uitleg": _("Ieder aan tafel leest uw vraag. Wie de zaak inbrengt, doet het voorstel."),
        "knop_tekst": _("Zet op de agenda"),
    }
    return _pagina(request, dossier_id, "dossier_formulier", context, status=422 if form.errors else 200)


def _is_besproken(punt: Any) -> bool:
    return bool(punt.is_onthuld or punt.besluit is not None or punt.behandeld_op is not None)


def _van_hier(punt: Any, waar_het_staat: Any, verslag: Verslagtekst | None) -> Deel:
    teken, stand = stand_in_woorden(punt, waar_het_staat)
    waar = punt.overleg.naam if punt.overleg is not None else _("Buiten het overleg")
    return Deel(
        titel=f"{waar}, {datums.dag_maand(punt.datum)}: {str(Onderwerp(punt.onderwerp).label).lower()}",
        datum=punt.datum,
        teken=teken,
        stand=stand,
        url=reverse("overleg:punt", args=[punt.pk]),
        verslag=verslag,
        feiten=() if verslag is not None else (Feit(_("Vraag"), punt.vraag or _("nog geen vraag")),),
    )


def _van_elders(feit: Any) -> Deel:
    """An entry that came along with the dossier; there is no meeting of it here."""
    waar = _("Buiten het overleg") if feit.soort == BUITEN_OVERLEG else str(Soort(feit.soort).label)
    teken, stand = UITKOMST[feit.besluit] if feit.besluit else ("ontbreekt", _("nog geen besluit"))
    standpunten = "; ".join(
        f"{partner_naam(s['partner'])} {str(Oordeel(s['standpunt']).label).lower()}" for s in feit.standpunten
    )
    acties = "; ".join(a["omschrijving"] for a in feit.acties if not a.get("gereed_op"))
    paren = (
        (_("Ingebracht door"), namen_van([feit.voorstel_door])),
        (_("Standpunten"), standpunten),
        (_("Tegenspraak"), feit.tegenspraak),
        (_("Antwoord"), feit.reactie),
        (_("Bevestigd"), datums.dag_maand(feit.bevestigd_op) if feit.bevestigd_op else ""),
        (
            pgettext("overleg", "Verslag"),
            datums.dag_maand(feit.verslag_op) if feit.verslag_op else _("niet vastgelegd"),
        ),
        (_("Open acties"), acties),
    )
    return Deel(
        titel=f"{waar}, {datums.dag_maand(feit.datum)}: {str(Onderwerp(feit.onderwerp).label).lower()}",
        datum=feit.datum,
        teken=teken,
        stand=str(stand),
        bijwerken=reverse("dossieroverleg:bijwerken", args=[feit.dossier_id, feit.pk])
        if open_van(feit)
        else "",
        feiten=tuple(Feit(naam, waarde) for naam, waarde in paren if waarde),
    )


def _pagina(
    request: StaffRequest, dossier_id: UUID, naam: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    dossier = dossier_of(dossier_id, viewer=request.user)
    knoppen = []
    if dossier.gesloten_op is None and not dossier.afgeschermd:
        knoppen = [
            Verwijzing(_("Zet op een agenda"), reverse("dossieroverleg:inbrengen", args=[dossier_id])),
            Verwijzing(
                _("Leg een afspraak buiten het overleg vast"),
                reverse("dossieroverleg:buiten", args=[dossier_id]),
            ),
        ]
    basis = {"dossier": dossier, "onderdeel": "overleg", "knoppen": knoppen}
    return render(request, f"overleg/{naam}.html", basis | context, status=status)
