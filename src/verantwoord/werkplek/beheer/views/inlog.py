"""Who comes in by the organisation, and as what; and help for who lost the second proof."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.beheer.queries import medewerker_of
from verantwoord.toegang.inlog import actions, oidc, queries
from verantwoord.toegang.inlog.rollen import link_account
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier
from verantwoord.web.waarden import Verwijzing
from verantwoord.werkplek.beheer.bewaker import voor
from verantwoord.werkplek.beheer.forms import GroepForm, KoppelForm
from verantwoord.werkplek.beheer.stap import Blad, stap


@require_safe
@voor(Recht.MEDEWERKERS_BEHEREN)
def groepen(request: StaffRequest) -> HttpResponse:
    """Which group of the organisation gives which role here."""
    context = {
        "rijen": list(queries.rolclaims(viewer=request.user)),
        "organisatie": oidc.instelling(),
    }
    return render(request, "werkplek/beheer/groepen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def groep_nieuw(request: StaffRequest) -> HttpResponse:
    """Let a group give a role."""

    def doe(data: dict[str, Any]) -> HttpResponse:
        actions.add_rolclaim(door=request.user, **data)
        messages.success(request, _("De groep geeft deze rol bij de eerstvolgende inlog."))
        return redirect("beheer:groepen")

    return stap(
        request,
        GroepForm,
        doe=doe,
        blad=Blad(
            titel=_("Voeg een groep toe"),
            inleiding=_("Wie in deze groep zit, krijgt hier deze rol. Een groep geeft nooit een dossier."),
            knop=_("Voeg de groep toe"),
            terug=reverse("beheer:groepen"),
            pad=[Verwijzing(_("Groepen en rollen"), reverse("beheer:groepen")), Verwijzing(_("Nieuw"))],
        ),
    )


@require_POST
@voor(Recht.MEDEWERKERS_BEHEREN)
def groep_weg(request: StaffRequest, rolclaim_id: int) -> HttpResponse:
    """Let a group give no role any more."""
    try:
        actions.remove_rolclaim(door=request.user, rolclaim_id=rolclaim_id)
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
    else:
        messages.success(
            request,
            _("De groep geeft geen rol meer. Wie zo is ingelogd, is dat binnen enkele minuten niet meer."),
        )
    return redirect("beheer:groepen")


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def tweede_stap_weg(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Take the second proof of a colleague away who lost it."""
    medewerker = _mens_of_404(request, medewerker_id)

    def doe(data: dict[str, Any]) -> HttpResponse:  # noqa: ARG001 - nothing is asked
        actions.reset_factoren(door=request.user, medewerker_id=medewerker_id)
        messages.success(
            request, _("De tweede stap is weg. %(naam)s stelt een nieuwe in.") % {"naam": medewerker.naam}
        )
        return redirect("beheer:medewerker", medewerker_id)

    return stap(
        request,
        Formulier,
        doe=doe,
        blad=_blad(
            medewerker,
            _("Haal de tweede stap weg"),
            [
                _("Ga eerst na dat deze collega er zelf om vraagt, bijvoorbeeld door terug te bellen."),
                _("Alle sessies van dit account eindigen. Passkeys, app en herstelcodes openen niets meer."),
                _("Bij de volgende inlog stelt de collega een nieuwe tweede stap in. Het wachtwoord blijft."),
            ],
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def koppelen(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Say who an account is at the organisation's log-in."""
    medewerker = _mens_of_404(request, medewerker_id)
    hier = oidc.instelling()
    if hier is None:
        raise Http404

    def doe(data: dict[str, Any]) -> HttpResponse:
        link_account(door=request.user, medewerker=medewerker, uitgever=hier.uitgever, **data)
        messages.success(request, _("Gekoppeld. Deze collega logt voortaan in via de organisatie."))
        return redirect("beheer:medewerker", medewerker_id)

    return stap(
        request,
        KoppelForm,
        doe=doe,
        blad=_blad(
            medewerker,
            _("Koppel aan de inlog van de organisatie"),
            [_("Rol en organisatie komen daarna van de groepen van deze collega.")],
        ),
    )


def _blad(medewerker: Any, titel: str, punten: list[str]) -> Blad:
    terug = reverse("beheer:medewerker", args=[medewerker.pk])
    return Blad(
        titel=titel,
        inleiding=_("Het gaat om %(naam)s (%(gebruikersnaam)s).")
        % {"naam": medewerker.naam, "gebruikersnaam": medewerker.gebruikersnaam},
        knop=titel,
        terug=terug,
        punten=punten,
        pad=[
            Verwijzing(_("Medewerkers"), reverse("beheer:medewerkers")),
            Verwijzing(medewerker.naam, terug),
            Verwijzing(titel),
        ],
    )


def _mens_of_404(request: StaffRequest, medewerker_id: UUID) -> Any:
    medewerker = medewerker_of(medewerker_id, viewer=request.user)
    if medewerker is None or medewerker.is_systeem:
        raise Http404
    return medewerker
