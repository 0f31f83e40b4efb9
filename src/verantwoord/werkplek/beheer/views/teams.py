from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.toegang.beheer import actions, queries
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import getal
from verantwoord.web.waarden import Feit, Verwijzing
from verantwoord.werkplek.beheer.bewaker import voor
from verantwoord.werkplek.beheer.forms import TeamForm
from verantwoord.werkplek.beheer.stap import Blad, stap


@require_safe
@voor(Recht.TEAMS_BEHEREN)
def lijst(request: StaffRequest) -> HttpResponse:
    """All teams by name, with where they work."""
    na = getal(request.GET.get("na"))
    rijen, volgende = queries.pagina(
        queries.teams(viewer=request.user), veld="naam", na=na if na > 0 else None
    )
    return render(request, "werkplek/beheer/teams.html", {"rijen": rijen, "volgende": volgende})


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.TEAMS_BEHEREN)
def nieuw(request: StaffRequest) -> HttpResponse:
    """Make a team."""

    def doe(data: dict[str, Any]) -> HttpResponse:
        data.pop("gezien")
        team = actions.add_team(door=request.user, **data)
        messages.success(request, _("%(naam)s is er.") % {"naam": team.naam})
        return redirect("beheer:teams")

    return stap(request, TeamForm, doe=doe, blad=_blad(_("Voeg een team toe"), _("Voeg het team toe")))


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.TEAMS_BEHEREN)
def wijzigen(request: StaffRequest, team_id: int) -> HttpResponse:
    """Change a team's name, its locations, or whether it is the catch-all."""
    team = _of_404(request, team_id)
    begin = {
        "naam": team.naam,
        "locaties": "\n".join(team.locaties),
        "is_vangnet": team.is_vangnet,
        "gezien": actions.stand_van_team(team),
    }

    def doe(data: dict[str, Any]) -> HttpResponse:
        actions.change_team(door=request.user, team_id=team_id, **data)
        messages.success(request, _("Gewijzigd. Het geldt voor overdrachten die vanaf nu binnenkomen."))
        return redirect("beheer:teams")

    def nu() -> tuple[str, list[Feit]]:
        vers = _of_404(request, team_id)
        return actions.stand_van_team(vers), [
            Feit(_("Naam"), vers.naam),
            Feit(_("Locaties"), ", ".join(vers.locaties) or _("geen")),
            Feit(_("Vangnet"), _("ja") if vers.is_vangnet else _("nee")),
        ]

    return stap(
        request,
        lambda post: TeamForm(post, initial=begin),
        doe=doe,
        blad=_blad(_("Wijzig %(naam)s") % {"naam": team.naam}, _("Wijzig het team")),
        nu=nu,
    )


def _blad(titel: str, knop: str) -> Blad:
    return Blad(
        titel=titel,
        knop=knop,
        terug=reverse("beheer:teams"),
        pad=[Verwijzing(_("Teams en locaties"), reverse("beheer:teams")), Verwijzing(titel)],
        punten=[
            _("Een locatie hoort bij één team."),
            _("Dossiers die er al zijn, blijven bij hun team. Een manager draagt ze over als dat nodig is."),
        ],
    )


def _of_404(request: StaffRequest, team_id: int) -> Any:
    team = queries.team_of(team_id, viewer=request.user)
    if team is None:
        raise Http404
    return team
