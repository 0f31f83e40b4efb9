"""The meldplicht of one case, for the AVIM: what is asked, the calendar, the reasons that must still be heard."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verantwoord.keten.partner import queries
from verantwoord.keten.partner.bladen import talen
from verantwoord.keten.partner.formulieren import FORMULIEREN
from verantwoord.keten.partner.meldplichtforms import MELDPLICHTFORMULIEREN
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toezicht import blad as toezichtblad
from verantwoord.toezicht import queries as toezicht
from verantwoord.toezicht.keuzes import Moment
from verantwoord.web.datums import dag_maand
from verantwoord.web.waarden import Verwijzing


@require_safe
def meldplicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """What the AVIM knows and decides about reporting in one case."""
    if not request.user.heeft(Recht.MELDPLICHT_OPLEGGEN):
        raise Http404
    try:
        zaak = queries.zaak_of(dossier_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    vandaag = timezone.localdate()
    plichten = toezicht.meldplichten_of(dossier_id, viewer=request.user)
    momenten = toezicht.momenten_of(dossier_id, viewer=request.user)
    verzoek = toezicht.wachtend_verzoek(dossier_id, viewer=request.user)
    context = {
        "dossier_id": dossier_id,
        "naam": zaak.naam or _("naam onbekend"),
        "v_nummer": zaak.v_nummer,
        "talen": talen(zaak),
        "blokken": toezichtblad.plichtblokken(plichten, momenten, (), vandaag=vandaag),
        "verzoek": toezichtblad.verzoekfeiten(verzoek, vandaag) if verzoek else [],
        "verzoektitel": verzoek.get_soort_display() if verzoek else "",
        "te_horen": [
            Verwijzing(
                _("Waarom meldde de persoon zich niet op %(dag)s?") % {"dag": dag_maand(m.op)},
                f"{reverse('partner:stuur', args=[dossier_id, 'melding-reden'])}?op={m.op.isoformat()}",
            )
            for m in momenten
            if m.soort == Moment.GEMIST
        ],
        "knoppen": [
            Verwijzing(str(form.titel), reverse("partner:stuur", args=[dossier_id, soort]))
            for soort, form in FORMULIEREN.items()
            if soort in MELDPLICHTFORMULIEREN and _biedt_aan(soort, form(zaak=zaak).past(), bool(verzoek))
        ],
    }
    return render(request, "keten/partner/meldplicht.html", context)


def _biedt_aan(soort: str, past: bool, gevraagd: bool) -> bool:  # noqa: FBT001  what the form and the case say
    """A refusal only where something is asked; a reason is asked for with its day."""
    if soort == "meldplicht-weigeren":
        return gevraagd
    return past and soort != "melding-reden"
