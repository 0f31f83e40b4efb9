"""The workload of a team as a page. It shows nobody, so no look at a dossier is recorded."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verantwoord.kwaliteit.spreiding.views import eis_recht
from verantwoord.kwaliteit.werkdruk.forms import AannamesForm
from verantwoord.kwaliteit.werkdruk.simulatie import (
    Aannames,
    Uitkomst,
    alternatieven,
    hoeveel_nodig,
    speel,
)
from verantwoord.kwaliteit.werkdruk.tellen import ALLE, MINSTENS, Werkvoorraad, teams_of, tel
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.datums import dag_maand
from verantwoord.web.grafiek.staven import Staaf, drievoud
from verantwoord.web.waarden import Kolom

# Chance plays along: what nearly always goes well is called enough.
DOEL = 95.0
# More cases a week than this are not one team's; playing them would let the reader wait.
_MEESTE_INSTROOM = 25


@require_safe
def overzicht(request: StaffRequest) -> HttpResponse:
    """Talks that are due against what the team can hold, and what another number of colleagues would change."""
    eis_recht(request)
    teams = teams_of(viewer=request.user)
    context: dict[str, Any] = {"deel": "werkdruk", "minstens": MINSTENS, "teams": teams}
    if not teams:
        return render(request, "kwaliteit/werkdruk/overzicht.html", context)
    eigen = str(request.user.team_id)
    begin = {
        naam: veld.initial for naam, veld in AannamesForm.base_fields.items() if veld.initial is not None
    }
    form = AannamesForm(
        {"team": eigen if eigen in teams else ALLE, **begin} | request.GET.dict(),
        teams={sleutel: naam for sleutel, (naam, _teams) in teams.items()},
    )
    context["form"] = form
    if not form.is_valid():
        return render(request, "kwaliteit/werkdruk/overzicht.html", context, status=422)
    _naam, welke = teams[form.cleaned_data["team"]]
    voorraad = tel(welke, op=timezone.localdate(), viewer=request.user)
    if voorraad is not None:
        context |= _beeld(form, voorraad)
    return render(request, "kwaliteit/werkdruk/overzicht.html", context)


def _beeld(form: AannamesForm, voorraad: Werkvoorraad) -> dict[str, Any]:
    gekozen = form.cleaned_data
    aannames = Aannames(
        instroom=voorraad.instroom,
        per_week=float(gekozen["per_week"]),
        afwezig=gekozen["afwezig"] / 100,
        zitting_na=gekozen["zitting_na"],
    )
    kan = round(voorraad.collegas * aannames.per_week * (1 - aannames.afwezig), 1)
    return {
        "voorraad": voorraad,
        "kan": kan,
        "weken": [(dag_maand(week.begin), week) for week in voorraad.weken],
        "tekening": drievoud(
            [Staaf(f"{week.begin:%d-%m}", week.totaal) for week in voorraad.weken],
            kan,
            titel=_("Gesprekken per week"),
            sleutel="weken",
            grens_titel=_("kan per week: %(kan)s") % {"kan": _getal(kan)},
        ),
        "proef": _proef(aannames, voorraad.collegas, gekozen["collegas"])
        if voorraad.instroom <= _MEESTE_INSTROOM
        else None,
        "instroom": _getal(voorraad.instroom),
        "kan_tekst": _getal(kan),
        "doel": round(DOEL),
        "kolommen_weken": _kolommen(_("Week van"), _("Eerste"), _("Tweede"), _("Derde"), _("Samen")),
        "kolommen_proef": _kolommen(_("Collega’s"), _("Alle drie op tijd"), _("Vier van de vijf keer")),
    }


def _kolommen(eerste: str, *getallen: str) -> list[Kolom]:
    return [Kolom(eerste), *(Kolom(naam, getal=True) for naam in getallen)]


def _proef(aannames: Aannames, collegas: int, gevraagd: int | None) -> dict[str, Any]:
    nodig = hoeveel_nodig(aannames, doel=DOEL)
    getallen = {
        *alternatieven(collegas, nodig.collegas if nodig else collegas),
        *([gevraagd] if gevraagd else []),
    }
    uitkomsten = [
        nodig if nodig and nodig.collegas == aantal else speel(aannames, collegas=aantal)
        for aantal in sorted(getallen)
    ]
    return {
        "nodig": nodig,
        "nu": collegas,
        "keren": uitkomsten[0].keren,
        "regels": [_regel(uitkomst, collegas, nodig) for uitkomst in uitkomsten],
    }


def _regel(uitkomst: Uitkomst, nu: int, nodig: Uitkomst | None) -> dict[str, Any]:
    woorden = [
        *([_("nu")] if uitkomst.collegas == nu else []),
        *([_("genoeg")] if nodig and uitkomst.collegas == nodig.collegas else []),
    ]
    return {
        "collegas": uitkomst.collegas,
        "woord": ", ".join(woorden),
        "mediaan": f"{round(uitkomst.mediaan)}%",
        "band": _("%(laag)s tot %(hoog)s%%") % {"laag": round(uitkomst.laag), "hoog": round(uitkomst.hoog)},
    }


def _getal(waarde: float) -> str:
    return f"{waarde:.1f}".removesuffix(".0").replace(".", _(","))
