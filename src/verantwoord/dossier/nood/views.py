from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.dossier.inzageverzoek.woorden import categorie_in_woorden
from verantwoord.dossier.nood.actions import NoodtoegangKanNiet, Zoekvraag, open_noodtoegang
from verantwoord.dossier.nood.forms import BeoordeelForm, OpenForm
from verantwoord.dossier.nood.tonen import noodblad_van
from verantwoord.dossier.queries import nummers_of
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.inzage import in_nood_te_openen
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.inzage import toont_personen
from verantwoord.toegang.nood import actions, queries
from verantwoord.toegang.rechten import GeenToegang, Recht, matrixrol
from verantwoord.toegang.verzoek import StaffRequest


@sensitive_post_parameters(
    "v_nummer", "geboortedatum_dag", "geboortedatum_maand", "geboortedatum_jaar", "achternaam"
)
@require_http_methods(["GET", "HEAD", "POST"])
def openen(request: StaffRequest) -> HttpResponse:
    """Say who, what and why; what was typed travels in the body alone, never in an address."""
    soorten = in_nood_te_openen(matrixrol(request.user))
    if not soorten:
        raise Http404
    form = OpenForm(request.POST if request.method == "POST" else None, soorten=soorten)
    if request.method == "POST" and form.is_valid():
        gegeven = _open(request, form)
        if gegeven is not None:
            return redirect("noodtoegang:bekijken", gegeven)
    context = {
        "form": form,
        "lopend": [
            (gegeven, categorie_in_woorden(gegeven.categorie))
            for gegeven in queries.lopende_noodtoegang(viewer=request.user)
        ],
    }
    return render(request, "dossier/nood/openen.html", context, status=422 if form.errors else 200)


def _open(request: StaffRequest, form: OpenForm) -> UUID | None:
    invoer = form.cleaned_data
    zoekvraag = Zoekvraag(
        v_nummer=invoer["v_nummer"],
        geboortedatum=invoer["geboortedatum"],
        achternaam=invoer["achternaam"],
    )
    try:
        gegeven = open_noodtoegang(
            door=request.user,
            zoekvraag=zoekvraag,
            categorie=invoer["categorie"],
            reden=invoer["reden"],
            minuten=invoer["minuten"],
            peildatum=timezone.localdate(),
            verzoek=request.referentie,
        )
    except NoodtoegangKanNiet as fout:
        form.add_error(None, fout.melding)
        return None
    if gegeven is None:
        # Absent, somebody else, closed and shielded all read like this.
        form.add_error(
            None,
            _(
                "Met deze gegevens gaat er niets open. Kijk de gegevens na. Is er gevaar, bel dan 112, of de regievoerder."
            ),
        )
        return None
    return gegeven.pk


@toont_personen
@require_safe
def bekijken(request: StaffRequest, noodtoegang_id: UUID) -> HttpResponse:
    """What one opened, until it ends. The look is kept before anything is read; after the end there is nothing to read."""
    with transactie_van(request.user, verzoek=request.referentie):
        gegeven = queries.lopende_noodtoegang(viewer=request.user).filter(pk=noodtoegang_id).first()
        if gegeven is not None:
            record_inzage(
                viewer=request.user,
                dossiers=[gegeven.dossier_id],
                onderdeel="noodtoegang:bekijken",
                doel="noodtoegang",
                verzoek=request.referentie,
                bon=True,
            )
    with transactie_van(request.user, verzoek=request.referentie):
        if gegeven is None:
            voorbij = queries.noodtoegang_of(noodtoegang_id, viewer=request.user)
            if voorbij is None or voorbij.medewerker_id != request.user.pk:
                raise Http404
            context = {"gegeven": voorbij, "categorie": categorie_in_woorden(voorbij.categorie)}
            return render(request, "dossier/nood/voorbij.html", context)
        blad = noodblad_van(gegeven.dossier_id, gegeven.categorie, op=timezone.localdate())
        return render(request, "dossier/nood/bekijken.html", {"gegeven": gegeven, "blad": blad})


@require_POST
def sluiten(request: StaffRequest, noodtoegang_id: UUID) -> HttpResponse:
    """Close one's own before its time."""
    try:
        actions.end_noodtoegang(door=request.user, noodtoegang_id=noodtoegang_id)
    except actions.GeenNoodtoegang as fout:
        if queries.noodtoegang_of(noodtoegang_id, viewer=request.user) is None:
            raise Http404 from fout
        messages.warning(request, fout.melding)
    else:
        messages.success(request, _("Gesloten. Een ander kijkt na of het nodig was."))
    return redirect("noodtoegang:openen")


@require_safe
def te_beoordelen(request: StaffRequest) -> HttpResponse:
    """What somebody must look at afterwards: who opened what and why; nothing of what they saw."""
    if not request.user.heeft(Recht.NOODTOEGANG_BEOORDELEN):
        raise Http404
    rijen = list(queries.te_beoordelen(viewer=request.user)[:100])
    context = {
        "rijen": [(rij, categorie_in_woorden(rij.categorie)) for rij in rijen],
        "nummers": nummers_of({rij.dossier_id for rij in rijen}, viewer=request.user),
        "vandaag": timezone.localdate(),
    }
    return render(request, "dossier/nood/te_beoordelen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def beoordelen(request: StaffRequest, noodtoegang_id: UUID) -> HttpResponse:
    """One emergency in full, and the review of it by somebody else."""
    gegeven = queries.noodtoegang_of(noodtoegang_id, viewer=request.user)
    if gegeven is None or gegeven.medewerker_id == request.user.pk:
        raise Http404
    mag = request.user.heeft(Recht.NOODTOEGANG_BEOORDELEN)
    if request.method == "POST" and not mag:
        raise Http404
    form = BeoordeelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.review_noodtoegang(door=request.user, noodtoegang_id=noodtoegang_id, **form.cleaned_data)
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Uw oordeel is vastgelegd."))
            return redirect("noodtoegang:beoordelen", noodtoegang_id)
    context = {
        "gegeven": gegeven,
        "categorie": categorie_in_woorden(gegeven.categorie),
        "nummer": nummers_of({gegeven.dossier_id}, viewer=request.user).get(gegeven.dossier_id, ""),
        "inzagen": list(queries.inzagen_onder(gegeven, viewer=request.user)[:100]),
        "form": form if mag and (gegeven.oordeel is None or form.errors) else None,
        "terug": "fg:begin" if request.user.heeft(Recht.INZAGELOG_BEKIJKEN) else "noodtoegang:te_beoordelen",
        "vandaag": timezone.localdate(),
    }
    return render(request, "dossier/nood/beoordelen.html", context, status=422 if form.errors else 200)
