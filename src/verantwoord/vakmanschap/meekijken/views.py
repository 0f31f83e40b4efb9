from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vakmanschap.blad import formulierblad, invoer, knopdruk, vakgenoot
from verantwoord.vakmanschap.collegas import collegas_of
from verantwoord.vakmanschap.meekijken import actions, queries
from verantwoord.vakmanschap.meekijken.forms import AntwoordForm, FeedbackForm, VraagForm
from verantwoord.vakmanschap.meekijken.models import Criterium
from verantwoord.web.waarden import Feit


@require_safe
@vakgenoot
def lijst(request: StaffRequest) -> HttpResponse:
    """Where one watches and is watched."""
    context = {
        "deel": "meekijken",
        "rijen": [
            (rij, rij.waarnemer_id == request.user.pk) for rij in queries.eigen_of(viewer=request.user)
        ],
        "vandaag": timezone.localdate(),
        "criteria": [wat.label for wat in Criterium],
    }
    return render(request, "vakmanschap/meekijken.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def vragen(request: StaffRequest) -> HttpResponse:
    """Ask a colleague."""

    def doe(data: dict[str, Any]) -> object:
        return actions.ask(
            door=request.user,
            collega_id=data["collega"].pk,
            ik_kijk=data["richting"] == "ik_kijk",
            op=data["op"],
            peildatum=timezone.localdate(),
        )

    return formulierblad(
        request,
        VraagForm(invoer(request), collegas=collegas_of(request.user)),
        doe=doe,
        naar=reverse("vakmanschap:meekijken"),
        terug=reverse("vakmanschap:meekijken"),
        gelukt=_("Uw vraag staat bij uw collega. U ziet hier wanneer zij of hij antwoordt."),
        inhoud={
            "titel": _("Meekijken bij een gesprek"),
            "deel": "meekijken",
            "inleiding": _(
                "Vraag de persoon vooraf of een collega erbij mag zijn. Zegt de persoon nee, dan gaat het niet door."
            ),
            "knop": _("Vraag het"),
        },
    )


@require_safe
@vakgenoot
def een(request: StaffRequest, meekijken_id: UUID) -> HttpResponse:
    """One of them: what was asked, agreed, written and answered; for the two of them."""
    wat = queries.meekijken_of(meekijken_id, viewer=request.user)
    feedback = queries.feedback_of(wat, viewer=request.user)
    vandaag = timezone.localdate()
    context = {
        "deel": "meekijken",
        "meekijken": wat,
        "feedback": feedback,
        "waarnemingen": [
            Feit(str(criterium.label), feedback.waarnemingen[criterium.value])
            for criterium in Criterium
            if criterium.value in feedback.waarnemingen
        ]
        if feedback
        else [],
        "ik_kijk": wat.waarnemer_id == request.user.pk,
        "ik_antwoord": wat.is_gevraagd_aan(request.user),
        "loopt": wat.afgezegd_op is None and wat.gehouden_op is None,
        "vandaag": vandaag,
    }
    return render(request, "vakmanschap/meekijken_een.html", context)


@require_POST
@vakgenoot
def akkoord(request: StaffRequest, meekijken_id: UUID) -> HttpResponse:
    """Say yes."""
    return knopdruk(
        request,
        doe=lambda: actions.agree(
            door=request.user, meekijken_id=meekijken_id, peildatum=timezone.localdate()
        ),
        naar=reverse("vakmanschap:meekijken_een", args=[meekijken_id]),
        gelukt=_("Afgesproken. Uw collega ziet dat u ja zegt."),
    )


@require_POST
@vakgenoot
def afzeggen(request: StaffRequest, meekijken_id: UUID) -> HttpResponse:
    """Say no, or call it off."""
    return knopdruk(
        request,
        doe=lambda: actions.call_off(
            door=request.user, meekijken_id=meekijken_id, peildatum=timezone.localdate()
        ),
        naar=reverse("vakmanschap:meekijken"),
        gelukt=_("Het gaat niet door. Uw collega ziet dat; een reden is niet nodig."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def feedback(request: StaffRequest, meekijken_id: UUID) -> HttpResponse:
    """Write what one saw."""
    wat = queries.meekijken_of(meekijken_id, viewer=request.user)
    if wat.waarnemer_id != request.user.pk:
        raise Http404
    hier = reverse("vakmanschap:meekijken_een", args=[meekijken_id])
    form = FeedbackForm(invoer(request), initial={"gehouden_op": wat.op})

    def doe(data: dict[str, Any]) -> object:
        return actions.give_feedback(
            door=request.user,
            meekijken_id=meekijken_id,
            gehouden_op=data["gehouden_op"],
            waarnemingen=form.waarnemingen(),
            werkte=data["werkte"],
            volgende_keer=data["volgende_keer"],
            peildatum=timezone.localdate(),
        )

    return formulierblad(
        request,
        form,
        doe=doe,
        naar=hier,
        terug=hier,
        gelukt=_("Uw feedback staat bij uw collega. Niemand anders leest die."),
        inhoud={
            "titel": _("Feedback voor %(naam)s") % {"naam": wat.gezien.naam},
            "deel": "meekijken",
            "inleiding": _(
                "Schrijf op wat u zag en hoorde, zonder cijfer en zonder oordeel over uw collega. Laat leeg wat niet voorkwam. "
                "Noem geen namen, geen nummers en geen dagen: het gaat over het gesprek."
            ),
            "knop": _("Geef deze feedback"),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def antwoord(request: StaffRequest, meekijken_id: UUID) -> HttpResponse:
    """Answer the feedback."""
    wat = queries.meekijken_of(meekijken_id, viewer=request.user)
    if wat.gezien_id != request.user.pk or queries.feedback_of(wat, viewer=request.user) is None:
        raise Http404
    hier = reverse("vakmanschap:meekijken_een", args=[meekijken_id])
    return formulierblad(
        request,
        AntwoordForm(invoer(request)),
        doe=lambda data: actions.reply(
            door=request.user, meekijken_id=meekijken_id, peildatum=timezone.localdate(), **data
        ),
        naar=hier,
        terug=hier,
        gelukt=_("Uw antwoord staat bij uw collega."),
        inhoud={
            "titel": _("Antwoord op de feedback van %(naam)s") % {"naam": wat.waarnemer.naam},
            "deel": "meekijken",
            "knop": _("Geef dit antwoord"),
        },
    )
