from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vakmanschap.blad import formulierblad, invoer, knopdruk, vakgenoot
from verantwoord.vakmanschap.collegas import collegas_of
from verantwoord.vakmanschap.kennis.queries import van_cursus_of
from verantwoord.vakmanschap.meekijken.queries import gehouden_in_team_of
from verantwoord.vakmanschap.opleiding import actions, queries
from verantwoord.vakmanschap.opleiding.forms import (
    AanmeldForm,
    BeginForm,
    CursusForm,
    TrainerForm,
    UitkomstForm,
)
from verantwoord.vakmanschap.opleiding.verplicht import ERVAREN_NA_MAANDEN, VOORAF_DAGEN
from verantwoord.web.formulier import getal

_VELDEN = tuple(CursusForm.base_fields)


@require_safe
@vakgenoot
def cursussen(request: StaffRequest) -> HttpResponse:
    """The catalogue, mandatory first; everybody sees all of it."""
    alle = list(queries.cursussen_of(viewer=request.user))
    soorten = ("nieuw", "ervaren", "iedereen", "vrij")
    context = {
        "deel": "cursussen",
        "groepen": [
            (groep[0].get_voor_display(), groep)
            for soort in soorten
            if (groep := [cursus for cursus in alle if cursus.voor == soort])
        ],
        "mag_beheren": queries.may_keep_cursussen(request.user),
        "mag_aanwijzen": request.user.heeft(Recht.TRAINERS_AANWIJZEN),
        "trainers": list(queries.trainers_of(viewer=request.user)),
        "ervaren_na": ERVAREN_NA_MAANDEN,
    }
    return render(request, "vakmanschap/cursussen.html", context)


@require_safe
@vakgenoot
def cursus(request: StaffRequest, cursus_id: UUID) -> HttpResponse:
    """One course, with one's own enrolment; for a trainer everybody's."""
    wat = queries.cursus_of(cursus_id, viewer=request.user)
    trainer = queries.is_trainer(request.user)
    deelnames = list(queries.deelnames_of(wat, viewer=request.user))
    context = {
        "deel": "cursussen",
        "cursus": wat,
        "vandaag": timezone.localdate(),
        "lopend": queries.lopende_deelname_of(wat, viewer=request.user),
        "deelnames": deelnames,
        "eigen": [d for d in deelnames if d.medewerker_id == request.user.pk and d.gedaan_op],
        "is_trainer": trainer,
        "nog_te_volgen": queries.nog_te_volgen_of(wat, viewer=request.user, peildatum=timezone.localdate()),
        "mag_beheren": queries.may_keep_cursussen(request.user),
        "mag_zelf_vastleggen": not wat.met_oefening,
        "stukken": list(van_cursus_of(cursus_id, viewer=request.user, peildatum=timezone.localdate())),
    }
    return render(request, "vakmanschap/cursus.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def cursus_nieuw(request: StaffRequest) -> HttpResponse:
    """Add a course."""
    _alleen_beheer(request)
    return formulierblad(
        request,
        CursusForm(invoer(request)),
        doe=lambda data: actions.add_cursus(door=request.user, gegevens=actions.Cursusgegevens(**data)),
        naar=lambda rij: reverse("vakmanschap:cursus", args=[rij.pk]),
        terug=reverse("vakmanschap:cursussen"),
        gelukt=_("De cursus staat in de catalogus."),
        inhoud={"titel": _("Voeg een cursus toe"), "deel": "cursussen"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def cursus_wijzigen(request: StaffRequest, cursus_id: UUID) -> HttpResponse:
    """Change a course; when a colleague was first both texts are shown."""
    _alleen_beheer(request)
    wat = queries.cursus_of(cursus_id, viewer=request.user)
    terug = reverse("vakmanschap:cursus", args=[cursus_id])

    def doe(data: dict[str, Any]) -> object:
        return actions.change_cursus(
            door=request.user,
            cursus_id=cursus_id,
            versie=getal(request.POST.get("versie")),
            gegevens=actions.Cursusgegevens(**data),
        )

    return formulierblad(
        request,
        CursusForm(invoer(request), initial={veld: getattr(wat, veld) for veld in _VELDEN}),
        doe=doe,
        naar=terug,
        terug=terug,
        gelukt=_("Bewaard. Wat er eerder stond, blijft bewaard."),
        inhoud={"titel": wat.titel, "deel": "cursussen", "versie": wat.versie},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def aanmelden(request: StaffRequest, cursus_id: UUID) -> HttpResponse:
    """Enrol oneself."""
    wat = queries.cursus_of(cursus_id, viewer=request.user)
    terug = reverse("vakmanschap:cursus", args=[cursus_id])
    return formulierblad(
        request,
        AanmeldForm(invoer(request)),
        doe=lambda data: actions.enrol(
            door=request.user, cursus_id=cursus_id, peildatum=timezone.localdate(), **data
        ),
        naar=terug,
        terug=terug,
        gelukt=_("U bent aangemeld. De cursus staat bij “Uw opleiding”."),
        inhoud={
            "titel": _("Aanmelden voor %(cursus)s") % {"cursus": wat.titel},
            "deel": "cursussen",
            "knop": _("Meld mij aan"),
        },
    )


@require_POST
@vakgenoot
def afmelden(request: StaffRequest, deelname_id: UUID) -> HttpResponse:
    """Take back one's own enrolment."""
    return knopdruk(
        request,
        doe=lambda: actions.withdraw(
            door=request.user, deelname_id=deelname_id, peildatum=timezone.localdate()
        ),
        naar=reverse("vakmanschap:begin"),
        gelukt=_("U bent afgemeld. Opnieuw aanmelden kan altijd."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def uitkomst(request: StaffRequest, cursus_id: UUID, van: str) -> HttpResponse:
    """Write down what came of a course: one's own, or as a trainer a colleague's."""
    wat = queries.cursus_of(cursus_id, viewer=request.user)
    over_collega = van == "collega"
    if over_collega and not queries.is_trainer(request.user):
        raise Http404
    terug = reverse("vakmanschap:cursus", args=[cursus_id])

    def doe(data: dict[str, Any]) -> object:
        wie = data.pop("medewerker", request.user)
        return actions.record_uitkomst(
            door=request.user,
            cursus_id=cursus_id,
            medewerker_id=wie.pk,
            peildatum=timezone.localdate(),
            **data,
        )

    return formulierblad(
        request,
        UitkomstForm(invoer(request), collegas=collegas_of(request.user) if over_collega else None),
        doe=doe,
        naar=terug,
        terug=terug,
        gelukt=_("De uitkomst is bewaard."),
        inhoud={
            "titel": _("Uitkomst van %(cursus)s") % {"cursus": wat.titel},
            "deel": "cursussen",
            "inleiding": _(
                "Er staan geen cijfers in: wat telt is dat het is gevolgd, en waaruit dat blijkt."
            ),
        },
    )


@require_safe
@vakgenoot
def team(request: StaffRequest) -> HttpResponse:
    """For a manager: what is mandatory and when it was done or is due, by name. Nothing of what was said."""
    if not request.user.heeft(Recht.OPLEIDING_BEKIJKEN):
        raise Http404
    vandaag = timezone.localdate()
    context = {
        "deel": "team",
        "leden": [
            (
                lid,
                [(wat, wat.is_te_laat(vandaag), wat.is_aan_de_beurt(vandaag)) for wat in lid.verplicht],
            )
            for lid in queries.team_of(viewer=request.user)
        ],
        "gehouden": list(gehouden_in_team_of(viewer=request.user)[:25]),
        "vandaag": vandaag,
        "vooraf": VOORAF_DAGEN,
    }
    return render(request, "vakmanschap/team.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def team_begin(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Write down since when somebody of the team does this work."""
    lid = queries.lid_of(medewerker_id, viewer=request.user)
    terug = reverse("vakmanschap:team")
    return formulierblad(
        request,
        BeginForm(invoer(request)),
        doe=lambda data: actions.record_begin(
            door=request.user, medewerker_id=medewerker_id, peildatum=timezone.localdate(), **data
        ),
        naar=terug,
        terug=terug,
        gelukt=_("Bewaard. Welke cursussen gelden, volgt hieruit."),
        inhoud={"titel": _("Eerste werkdag van %(naam)s") % {"naam": lid.naam}, "deel": "team"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def trainers(request: StaffRequest) -> HttpResponse:
    """Say who is a trainer."""
    if not request.user.heeft(Recht.TRAINERS_AANWIJZEN):
        raise Http404
    hier = reverse("vakmanschap:trainers")
    return formulierblad(
        request,
        TrainerForm(invoer(request), collegas=collegas_of(request.user)),
        doe=lambda data: actions.designate_trainer(
            door=request.user, medewerker_id=data["medewerker"].pk, peildatum=timezone.localdate()
        ),
        naar=hier,
        terug=reverse("vakmanschap:cursussen"),
        gelukt=_("Deze collega is nu trainer."),
        inhoud={
            "titel": _("Trainers"),
            "deel": "cursussen",
            "trainers": list(queries.trainers_of(viewer=request.user)),
        },
        sjabloon="vakmanschap/trainers.html",
    )


@require_POST
@vakgenoot
def trainer_beeindigen(request: StaffRequest, trainer_id: int) -> HttpResponse:
    """Say that somebody is a trainer no more."""
    return knopdruk(
        request,
        doe=lambda: actions.end_trainer(
            door=request.user, trainer_id=trainer_id, peildatum=timezone.localdate()
        ),
        naar=reverse("vakmanschap:trainers"),
        gelukt=_("Deze collega is geen trainer meer."),
    )


def _alleen_beheer(request: StaffRequest) -> None:
    if not queries.may_keep_cursussen(request.user):
        raise Http404
