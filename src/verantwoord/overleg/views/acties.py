"""Say that an agreed action was done."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verantwoord.kern.fouten import DomeinFout
from verantwoord.overleg import actions
from verantwoord.overleg.forms import ActieGereedForm
from verantwoord.overleg.lezen import actie_of, dossiers_van, naam_van
from verantwoord.overleg.views.hulp import bekijk
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.waarden import Verwijzing


@require_http_methods(["GET", "HEAD", "POST"])
def gereed(request: StaffRequest, actie_id: UUID) -> HttpResponse:
    """Record on which day it was done."""
    vandaag = timezone.localdate()
    actie = bekijk(
        request,
        lambda: actie_of(actie_id, viewer=request.user),
        lambda gevonden: dossiers_van(gevonden.punt),
    )
    form = ActieGereedForm(request.POST or None, initial={"gereed_op": vandaag})
    terug = reverse("overleg:punt", args=[actie.punt_id]) + "#acties"
    status = 422 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.finish_actie(
                door=request.user,
                actie_id=actie_id,
                gereed_op=form.cleaned_data["gereed_op"],
                peildatum=vandaag,
            )
        except ObjectDoesNotExist as fout:
            raise Http404 from fout
        except DomeinFout as fout:
            form.add_error(None if isinstance(fout, GeenToegang) else "gereed_op", fout.melding)
            status = 403 if isinstance(fout, GeenToegang) else 422
        else:
            messages.success(request, _("Vastgelegd dat dit gedaan is."))
            return redirect(terug)
    context = {
        "titel": actie.omschrijving,
        "inleiding": _("Afgesproken voor %(zaak)s") % {"zaak": naam_van(actie.punt)},
        "pad": [
            Verwijzing(_("Overleg"), reverse("overleg:overleggen")),
            Verwijzing(naam_van(actie.punt), terug),
            Verwijzing(_("Actie")),
        ],
        "form": form,
        "knop_tekst": _("Leg vast dat dit gedaan is"),
        "terug_url": terug,
    }
    return render(request, "overleg/formulier.html", context, status=status)
