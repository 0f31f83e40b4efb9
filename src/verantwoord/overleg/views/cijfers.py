"""Figures of the tables one sits at: per location, never per person."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui
from django.views.decorators.http import require_safe

from verantwoord.overleg import queries
from verantwoord.overleg.balken import BREED, SMAL, Balk, teken_balken
from verantwoord.overleg.blad import partner_naam
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web import datums
from verantwoord.web.waarden import Kolom, Verwijzing

PERIODE: Final = timedelta(days=365)
MATEN: Final[tuple[tuple[str, Promise, Promise, Callable[[Any], Any]], ...]] = (
    (
        "tegenspraak",
        lui("Punten met tegenspraak"),
        lui("Een alternatief, risico of vraag van een andere partner dan wie het voorstel deed."),
        lambda c: c.met_tegenspraak,
    ),
    (
        "oneens",
        lui("Punten waarover niet ieder het meteen eens was"),
        lui("Ten minste één standpunt of stem die geen akkoord was."),
        lambda c: c.niet_unaniem,
    ),
    (
        "opgeschaald",
        lui("Opgeschaald, per 100 punten"),
        lui("Naar het RAO of het Deelberaad."),
        lambda c: c.opgeschaald,
    ),
    (
        "verslag",
        lui("Verslagen op tijd"),
        lui("Gedeeld binnen drie werkdagen na het overleg."),
        lambda c: c.verslag_op_tijd,
    ),
    (
        "buiten",
        lui("Besluiten buiten het overleg"),
        lui("Van alle besluiten. Zij gelden pas als een overleg ze bevestigt."),
        lambda c: c.buiten_overleg,
    ),
)


@require_safe
def cijfers(request: StaffRequest) -> HttpResponse:
    """The last year of each table, in drawings and in one table. It shows no case."""
    vandaag = timezone.localdate()
    van = vandaag - PERIODE
    per_reeks = [
        (
            reeks.naam,
            queries.cijfers_of(viewer=request.user, reeks_id=reeks.pk, van=van, tot=vandaag, op=vandaag),
        )
        for reeks in queries.reeksen_of(viewer=request.user)
    ]
    kolommen = [
        Kolom(_("Overleg")),
        Kolom(_("Overleggen"), getal=True),
        Kolom(_("Punten"), getal=True),
        *(Kolom(str(titel), getal=True) for _s, titel, _u, _c in MATEN),
        Kolom(_("Aanwezig"), getal=True),
        Kolom(_("Voorzitter"), getal=True),
    ]
    context = {
        "pad": [Verwijzing(_("Overleg"), reverse("overleg:overleggen")), Verwijzing(_("Cijfers"))],
        "metingen": [_meting(maat, per_reeks) for maat in MATEN],
        "rijen": [(naam, _cellen(c)) for naam, c in per_reeks],
        "kolommen": kolommen,
        "bijschrift": _("Van %(van)s tot en met %(tot)s, op alfabet")
        % {"van": datums.dag_maand(van), "tot": datums.dag_maand(vandaag)},
    }
    return render(request, "overleg/cijfers.html", context)


def _meting(maat: tuple[str, Promise, Promise, Callable[[Any], Any]], per_reeks: list[Any]) -> dict[str, Any]:
    sleutel, titel, uitleg, kies = maat
    balken = tuple(
        Balk(titel=naam, deel=kies(c).percentage, woorden=_getal(kies(c))) for naam, c in per_reeks
    )
    return {
        "titel": str(titel),
        "uitleg": str(uitleg),
        "smal": teken_balken(balken, titel=str(titel), sleutel=sleutel, breed=SMAL),
        "breed": teken_balken(balken, titel=str(titel), sleutel=sleutel, breed=BREED),
    }


def _getal(cijfer: Any) -> str:
    if cijfer.aantal is None:
        return _("niet getoond: minder dan vijf")
    return _("%(deel)s procent (%(n)d van %(totaal)d)") % {
        "deel": f"{cijfer.percentage or 0:g}".replace(".", ","),
        "n": cijfer.aantal,
        "totaal": cijfer.van,
    }


def _aantal(cijfer: Any) -> str:
    return _("minder dan vijf") if cijfer.aantal is None else str(cijfer.aantal)


def _cellen(c: Any) -> list[tuple[str, str]]:
    return [
        (_("Overleggen"), _aantal(c.overleggen)),
        (_("Punten"), _aantal(c.punten)),
        *((str(titel), _getal(kies(c))) for _s, titel, _u, kies in MATEN),
        (_("Aanwezig"), _per_partner(c.aanwezig)),
        (_("Voorzitter"), _per_partner(c.voorzitter)),
    ]


def _per_partner(verdeling: Any) -> str:
    if any(cijfer.aantal is None for cijfer in verdeling.values()):
        return _("minder dan vijf")
    return ", ".join(f"{partner_naam(partner)} {cijfer.aantal}" for partner, cijfer in verdeling.items())
