"""What the DIA is asked to arrange: a list over its cases, and one thing at a time with no more than it takes."""

import uuid
from typing import Any, Final
from uuid import UUID

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten.partner import queries
from verantwoord.keten.partner.bladen import talen
from verantwoord.keten.partner.forms import tekstveld
from verantwoord.keten.partner.regelactie import send_regeling
from verantwoord.ondersteuning.keuzes import Regelstand
from verantwoord.ondersteuning.queries import regelingen_for, regelingen_of
from verantwoord.toegang.inzage import kijk, toont_personen
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier, Keuze

_UITLEG: Final = {
    Regelstand.OPGEPAKT: lui("U bent ermee bezig."),
    Regelstand.GEREGELD: lui("Het is klaar. Schrijf erbij waar en bij wie."),
    Regelstand.NIET_GELUKT: lui("Schrijf op waarom. De regievoerder zoekt dan een andere weg."),
}


class RegelingForm(Formulier):
    """How it stands, in the words of who arranges it. ``inzending_id`` makes that a form sent twice counts once."""

    inzending_id = forms.UUIDField(widget=forms.HiddenInput)
    stand = forms.ChoiceField(label=lui("Hoe staat het ermee?"), widget=forms.RadioSelect)
    tekst = tekstveld(
        lui("Wat wilt u erbij zeggen?"),
        lui("Schrijf niets over gezondheid, en geen rekeningnummer."),
        verplicht=False,
    )

    def __init__(self, *args: Any, vervolg: tuple[Regelstand, ...], **kwargs: Any) -> None:
        super().__init__(*args, initial={"inzending_id": uuid.uuid4()}, **kwargs)
        self.fields["stand"].choices = [  # type: ignore[attr-defined]
            (stand.value, Keuze(stand.label, _UITLEG[stand])) for stand in vervolg if stand in _UITLEG
        ]


@toont_personen
@require_safe
def regelingen(request: StaffRequest) -> HttpResponse:
    """Everything that is asked of the DIA and not done, by the day on which it must be there."""
    _alleen_de_dia(request)
    gevonden, namen = kijk(
        request,
        lambda: _met_namen(request),
        lambda paar: {rij.dossier_id for rij in paar[0]},
        doel="werklijst",
    )
    context = {
        "rijen": [(rij, namen.get(rij.dossier_id, "")) for rij in gevonden],
        "vandaag": timezone.localdate(),
    }
    return render(request, "keten/partner/regelingen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def regeling(request: StaffRequest, dossier_id: UUID, regeling_id: UUID) -> HttpResponse:
    """One thing to arrange: what is needed, where and by when, and nothing else of the case."""
    _alleen_de_dia(request)
    try:
        zaak = queries.zaak_of(dossier_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    rij = get_object_or_404(regelingen_of(dossier_id, viewer=request.user), pk=regeling_id)
    form = RegelingForm(request.POST if request.method == "POST" else None, vervolg=rij.vervolg)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                send_regeling(
                    door=request.user,
                    dossier_id=dossier_id,
                    regeling_id=regeling_id,
                    peildatum=timezone.localdate(),
                    **form.cleaned_data,
                )
            except GeenToegang:
                raise
            except DomeinFout as fout:
                veld = getattr(fout, "veld", "")
                form.add_error(veld if veld in form.fields else None, fout.melding)
            else:
                return redirect("partner:regeling", dossier_id, regeling_id)
    context = {
        "dossier_id": dossier_id,
        "naam": zaak.naam or _("naam onbekend"),
        "v_nummer": zaak.v_nummer,
        "talen": talen(zaak),
        "regeling": rij,
        "form": form,
        "vandaag": timezone.localdate(),
    }
    return render(request, "keten/partner/regeling.html", context, status=status)


def _met_namen(request: StaffRequest) -> tuple[list[Any], dict[UUID, str]]:
    rijen = list(regelingen_for(viewer=request.user))
    return rijen, queries.namen_of({rij.dossier_id for rij in rijen}, viewer=request.user)


def _alleen_de_dia(request: StaffRequest) -> None:
    """For another partner the page is not there: what is arranged in kind is asked of the DIA alone."""
    if request.user.organisatie != Organisatie.DIA or not request.user.heeft(Recht.REGELING_AFRONDEN):
        raise Http404
