"""What goes out to partners by itself: to whom, by which agreement, and what did not arrive. Never what is in it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten.logboek.uitvoer import achterstand
from verantwoord.keten.uit import actions, queries
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier
from verantwoord.web.waarden import Feit, Verwijzing
from verantwoord.werkplek.beheer.bewaker import voor
from verantwoord.werkplek.beheer.stap import Blad, stap
from verantwoord.werkplek.beheer.uitforms import (
    SOORTEN,
    AdresForm,
    AfspraakForm,
    OntvangerForm,
    OverslaanForm,
    per_soort,
)
from verantwoord.werkplek.beheer.uitwoorden import uitkomst_in_woorden


@require_safe
@voor(Recht.UITWISSELING_BEHEREN)
def lijst(request: StaffRequest) -> HttpResponse:
    """Every receiver and how it stands, what was set aside, and how far the processing log has been handed over."""
    apart, volgende = queries.geparkeerd(viewer=request.user, na=_plaats(request))
    context = {
        "ontvangers": queries.ontvangers(viewer=request.user),
        "apart": [(a, SOORTEN.get(a.soort, a.soort), uitkomst_in_woorden(a.laatste_uitkomst)) for a in apart],
        "volgende": volgende,
        "logboek": achterstand(),
    }
    return render(request, "werkplek/beheer/uitwisseling.html", context)


@require_safe
@voor(Recht.UITWISSELING_BEHEREN)
def ontvanger(request: StaffRequest, ontvanger_id: UUID) -> HttpResponse:
    """One receiver: what was agreed with its organisation, and the last attempts."""
    o = _of_404(request, ontvanger_id)
    vandaag = timezone.localdate()
    afspraken = queries.afspraken_of(o.organisatie, viewer=request.user)
    gedaan = queries.pogingen_of(o.pk, viewer=request.user)
    context = {
        "ontvanger": o,
        "feiten": [
            Feit(_("Organisatie"), o.get_organisatie_display()),
            Feit(_("Rol"), o.get_rol_display()),
            Feit(_("Adres"), o.adres),
            Feit(_("Berichten"), _("gaan ernaartoe") if o.actief else _("staan stil"), let_op=not o.actief),
        ],
        "afspraken": [
            (
                a,
                a.van <= vandaag <= a.tot,
                vandaag < a.tot and a.van <= vandaag,
                per_soort(a.velden),
            )
            for a in afspraken
        ],
        "pogingen": [
            (p, SOORTEN.get(p.aflevering.soort, p.aflevering.soort), uitkomst_in_woorden(p.uitkomst))
            for p in gedaan
        ],
        "pad": _pad(o.naam),
    }
    return render(request, "werkplek/beheer/ontvanger.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.UITWISSELING_BEHEREN)
def nieuw(request: StaffRequest) -> HttpResponse:
    """Add a receiver, and show its secret once."""

    def doe(data: dict[str, Any]) -> HttpResponse:
        gemaakt, geheim = actions.add_ontvanger(door=request.user, **data)
        return _toon_geheim(request, gemaakt, geheim, _("De ontvanger is toegevoegd"))

    return stap(
        request,
        OntvangerForm,
        doe=doe,
        blad=Blad(
            titel=_("Voeg een ontvanger toe"),
            inleiding=_(
                "Een programma van een partner dat vanzelf hoort wat er verandert. Er gaat niets uit voordat er een afspraak is."
            ),
            knop=_("Voeg de ontvanger toe"),
            terug=reverse("beheer:uitwisseling"),
            pad=_pad(_("Nieuw")),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.UITWISSELING_BEHEREN)
def wijzigen(request: StaffRequest, ontvanger_id: UUID) -> HttpResponse:
    """Give a receiver another address, or stop what goes there."""
    o = _of_404(request, ontvanger_id)

    def maak(data: Any) -> Formulier:
        begin = {"gezien": actions.stand_van(o), "adres": o.adres, "actief": "ja" if o.actief else "nee"}
        return AdresForm(data, initial=begin)

    def doe(data: dict[str, Any]) -> HttpResponse:
        actions.change_ontvanger(door=request.user, ontvanger_id=o.pk, **data)
        messages.success(request, _("De ontvanger is gewijzigd."))
        return redirect("beheer:ontvanger", o.pk)

    def nu() -> tuple[str, list[Feit]]:
        stand = _of_404(request, ontvanger_id)
        feiten = [Feit(_("Adres"), stand.adres), Feit(_("Actief"), _("ja") if stand.actief else _("nee"))]
        return actions.stand_van(stand), feiten

    blad = Blad(
        titel=_("Wijzig de ontvanger"),
        knop=_("Wijzig"),
        terug=reverse("beheer:ontvanger", args=[o.pk]),
        pad=_pad(o.naam, terug=o.pk, stap=_("Wijzigen")),
    )
    return stap(request, maak, doe=doe, blad=blad, nu=nu)


@require_POST
@voor(Recht.UITWISSELING_BEHEREN)
def sleutel(request: StaffRequest, ontvanger_id: UUID) -> HttpResponse:
    """Make a new secret, and show it once."""
    o = _of_404(request, ontvanger_id)
    geheim = actions.rotate_sleutel(door=request.user, ontvanger_id=o.pk)
    return _toon_geheim(request, o, geheim, _("De nieuwe sleutel is gemaakt"))


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.UITWISSELING_BEHEREN)
def afspraak(request: StaffRequest, ontvanger_id: UUID) -> HttpResponse:
    """Record what was agreed with the organisation of a receiver."""
    o = _of_404(request, ontvanger_id)

    def maak(data: Any) -> Formulier:
        return AfspraakForm(data, organisatie=o.organisatie)

    def doe(data: dict[str, Any]) -> HttpResponse:
        actions.record_afspraak(door=request.user, organisatie=o.organisatie, **data)
        messages.success(request, _("De afspraak is vastgelegd. Wat erop wachtte, gaat nu uit."))
        return redirect("beheer:ontvanger", o.pk)

    blad = Blad(
        titel=_("Leg een afspraak vast"),
        inleiding=_(
            "Wat de DT&V met %(organisatie)s heeft afgesproken. Zonder lopende afspraak gaat er niets uit."
        )
        % {"organisatie": o.get_organisatie_display()},
        knop=_("Leg de afspraak vast"),
        terug=reverse("beheer:ontvanger", args=[o.pk]),
        pad=_pad(o.naam, terug=o.pk, stap=_("Afspraak")),
    )
    return stap(request, maak, doe=doe, blad=blad)


@require_POST
@voor(Recht.UITWISSELING_BEHEREN)
def afspraak_eindigt(request: StaffRequest, ontvanger_id: UUID, afspraak_id: UUID) -> HttpResponse:
    """End an agreement today."""
    o = _of_404(request, ontvanger_id)
    if afspraak_id not in {a.pk for a in queries.afspraken_of(o.organisatie, viewer=request.user)}:
        raise Http404
    _doe(
        request,
        lambda: actions.end_afspraak(
            door=request.user, afspraak_id=afspraak_id, laatste=timezone.localdate()
        ),
        _("De afspraak eindigt vandaag. Vanaf morgen gaat er niets meer uit."),
    )
    return redirect("beheer:ontvanger", o.pk)


@require_POST
@voor(Recht.UITWISSELING_BEHEREN)
def opnieuw(request: StaffRequest, aflevering_id: int) -> HttpResponse:
    """Let a message that was set aside be tried again."""
    _aflevering_of_404(request, aflevering_id)
    _doe(
        request,
        lambda: actions.retry_aflevering(door=request.user, aflevering_id=aflevering_id),
        _("Het bericht wacht weer. Het gaat uit zodra er een werker vrij is."),
    )
    return redirect("beheer:uitwisseling")


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.UITWISSELING_BEHEREN)
def overslaan(request: StaffRequest, aflevering_id: int) -> HttpResponse:
    """Let a message go that was set aside, with a reason."""
    _aflevering_of_404(request, aflevering_id)

    def doe(data: dict[str, Any]) -> HttpResponse:
        actions.skip_aflevering(door=request.user, aflevering_id=aflevering_id, **data)
        messages.success(
            request, _("Het bericht is overgeslagen. Het blijft bewaard, en wat erna komt gaat uit.")
        )
        return redirect("beheer:uitwisseling")

    blad = Blad(
        titel=_("Sla het bericht over"),
        inleiding=_(
            "De ontvanger krijgt dit bericht dan niet. Spreek eerst met de ontvanger af hoe het wel bekend wordt."
        ),
        knop=_("Sla het bericht over"),
        terug=reverse("beheer:uitwisseling"),
        pad=_pad(_("Overslaan")),
    )
    return stap(request, OverslaanForm, doe=doe, blad=blad)


def _doe(request: StaffRequest, daad: Any, gelukt: str) -> None:
    try:
        daad()
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
    else:
        messages.success(request, gelukt)


def _toon_geheim(request: StaffRequest, o: Any, geheim: str, titel: str) -> HttpResponse:
    context = {
        "titel": titel,
        "wat": _("Sleutel"),
        "geheim": geheim,
        "feiten": [Feit(_("Ontvanger"), o.naam), Feit(_("Organisatie"), o.get_organisatie_display())],
        "uitleg": _(
            "Geef hem langs een veilige weg aan de partner: daarmee controleert die dat een bericht van ons is."
        ),
        "terug": reverse("beheer:ontvanger", args=[o.pk]),
        "naar": _("Naar de ontvanger"),
        "pad": _pad(o.naam, terug=o.pk, stap=_("Sleutel")),
    }
    return render(request, "werkplek/beheer/geheim.html", context)


def _pad(laatste: str, *, terug: UUID | None = None, stap: str = "") -> list[Verwijzing]:
    pad = [Verwijzing(_("Berichten naar partners"), reverse("beheer:uitwisseling"))]
    if terug is None:
        return [*pad, Verwijzing(laatste)]
    return [*pad, Verwijzing(laatste, reverse("beheer:ontvanger", args=[terug])), Verwijzing(stap)]


def _of_404(request: StaffRequest, ontvanger_id: UUID) -> Any:
    gevonden = queries.ontvanger_of(ontvanger_id, viewer=request.user)
    if gevonden is None:
        raise Http404
    return gevonden


def _aflevering_of_404(request: StaffRequest, aflevering_id: int) -> None:
    if queries.aflevering_of(aflevering_id, viewer=request.user) is None:
        raise Http404


def _plaats(request: StaffRequest) -> int | None:
    na = request.GET.get("na", "")
    return int(na) if na.isascii() and na.isdigit() and len(na) < 19 else None
