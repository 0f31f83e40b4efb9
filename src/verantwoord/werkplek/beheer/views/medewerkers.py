from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.queries import open_dossiers_bij
from verantwoord.toegang.actions import create_medewerker
from verantwoord.toegang.beheer import actions, queries
from verantwoord.toegang.inlog import oidc
from verantwoord.toegang.rechten import Recht, Rol
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.waarden import Feit, Verwijzing
from verantwoord.werkplek.beheer.bewaker import voor
from verantwoord.werkplek.beheer.forms import GezienForm, MedewerkerForm, SysteemForm, WijzigForm, ZoekForm
from verantwoord.werkplek.beheer.stap import Blad, stap

Medewerker = Any


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def lijst(request: StaffRequest) -> HttpResponse:
    """Everybody with an account, by name. Words of a search come in the body."""
    rol = request.GET.get("rol", "")
    rol = rol if rol in Rol.values else ""
    actief = request.GET.get("stand") != "gesloten"
    form = ZoekForm(request.POST if request.method == "POST" else None)
    zoek = " ".join(form.cleaned_data["zoek"].split()) if form.is_valid() else ""
    gevonden = queries.medewerkers(viewer=request.user, zoek=zoek, rol=rol, actief=actief)
    rijen, volgende = queries.pagina(gevonden, veld="naam", na=_uuid(request.GET.get("na")))
    context = {
        "form": form,
        "rijen": rijen,
        "volgende": volgende if not zoek else None,
        "meer": bool(zoek and volgende),
        "zoek": zoek,
        "rol": rol,
        "rollen": [keuze for keuze in Rol.choices if keuze[0] != Rol.SYSTEEM],
        "actief": actief,
    }
    return render(request, "werkplek/beheer/medewerkers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def nieuw(request: StaffRequest) -> HttpResponse:
    """Add somebody, and show the first password once."""
    teams = queries.teamnamen(viewer=request.user)

    def doe(data: dict[str, Any]) -> HttpResponse:
        team = dict(teams).get(data.pop("team"))
        medewerker, wachtwoord = create_medewerker(door=request.user, team=team, **data)
        if medewerker.is_systeem:
            messages.success(request, _("Het account is gemaakt. Geef het nu een sleutel."))
            return redirect("beheer:medewerker", medewerker.pk)
        return _toon_wachtwoord(request, medewerker, wachtwoord, titel=_("Het account is gemaakt"))

    return stap(
        request,
        lambda post: MedewerkerForm(post, teams=teams, systemen=True),
        doe=doe,
        blad=Blad(
            titel=_("Voeg een medewerker toe"),
            inleiding=_("Ook een systeem van een partner dat berichten aanlevert, krijgt hier een account."),
            knop=_("Voeg toe"),
            terug=reverse("beheer:medewerkers"),
            pad=[_lijst(), Verwijzing(_("Nieuw"))],
        ),
    )


@require_safe
@voor(Recht.MEDEWERKERS_BEHEREN)
def detail(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """One account: what it is, what can be done, and its tokens."""
    medewerker = _of_404(request, medewerker_id)
    sleutels, volgende = queries.pagina_omlaag(
        queries.sleutels_of(medewerker, viewer=request.user), na=_getal(request.GET.get("na"))
    )
    context = {
        "medewerker": medewerker,
        "feiten": _feiten(medewerker),
        "achter": _achter(request, medewerker),
        "sleutels": sleutels,
        "volgende": volgende,
        "pad": [_lijst(), Verwijzing(medewerker.naam)],
        "zelf": medewerker.pk == request.user.pk,
        "organisatie": oidc.instelling(),
    }
    return render(request, "werkplek/beheer/medewerker.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def wijzigen(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Give somebody another role, organisation or team."""
    medewerker = _of_404(request, medewerker_id)
    begin = {
        "rol": medewerker.rol,
        "organisatie": medewerker.organisatie,
        "team": medewerker.team_id,
        "gezien": actions.stand_van(medewerker),
    }
    teams = queries.teamnamen(viewer=request.user)
    is_systeem = medewerker.is_systeem

    def maak(post: Any) -> SysteemForm | WijzigForm:
        if is_systeem:
            return SysteemForm(post, initial=begin)
        return WijzigForm(post, teams=teams, initial=begin)

    def doe(data: dict[str, Any]) -> HttpResponse:
        vast = {"rol": medewerker.rol, "team": medewerker.team_id} if is_systeem else {}
        data = data | vast
        actions.change_medewerker(
            door=request.user,
            medewerker_id=medewerker_id,
            gezien=data["gezien"],
            rol=data["rol"],
            organisatie=data["organisatie"],
            team_id=data["team"],
        )
        messages.success(request, _("Gewijzigd. Het geldt vanaf nu, ook voor wie al is ingelogd."))
        return redirect("beheer:medewerker", medewerker_id)

    return _stap(
        request,
        medewerker,
        maak,
        doe,
        titel=_("Wijzig rol of team"),
        knop=_("Wijzig het account"),
        punten=[
            _("De naam verandert niet, want die ondertekent wat is vastgelegd."),
            *_bij_dossiers(request, medewerker),
        ],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def sluiten(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Close an account, after saying what that does and what it leaves to a manager."""
    medewerker = _of_404(request, medewerker_id)

    def doe(data: dict[str, Any]) -> HttpResponse:
        actions.deactivate_medewerker(door=request.user, medewerker_id=medewerker_id, **data)
        messages.success(request, _("Het account van %(naam)s is gesloten.") % {"naam": medewerker.naam})
        return redirect("beheer:medewerker", medewerker_id)

    return _stap(
        request,
        medewerker,
        _gezien(medewerker),
        doe,
        titel=_("Sluit het account"),
        knop=_("Sluit het account"),
        punten=[
            _(
                "Wie nu is ingelogd, is dat meteen niet meer. Alle sleutels van dit account openen niets meer."
            ),
            _("Wat deze collega heeft vastgelegd, blijft staan met de eigen naam."),
            *_bij_dossiers(request, medewerker),
        ],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def heropenen(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Open a closed account again."""
    medewerker = _of_404(request, medewerker_id)

    def doe(data: dict[str, Any]) -> HttpResponse:
        weer, wachtwoord = actions.reactivate_medewerker(
            door=request.user, medewerker_id=medewerker_id, **data
        )
        return _toon_wachtwoord(request, weer, wachtwoord, titel=_("Het account is weer open"))

    return _stap(
        request,
        medewerker,
        _gezien(medewerker),
        doe,
        titel=_("Open het account weer"),
        knop=_("Open het account"),
        punten=[
            _("Rol en team zijn die van voor de sluiting. Kijk na of dat nog klopt."),
            _("Er komt een nieuw wachtwoord. Ingetrokken sleutels blijven ingetrokken."),
        ],
    )


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def wachtwoord(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Give a new first password."""
    medewerker = _of_404(request, medewerker_id)

    def doe(data: dict[str, Any]) -> HttpResponse:
        ander, nieuw_wachtwoord = actions.reset_wachtwoord(
            door=request.user, medewerker_id=medewerker_id, **data
        )
        return _toon_wachtwoord(request, ander, nieuw_wachtwoord, titel=_("Er is een nieuw wachtwoord"))

    return _stap(
        request,
        medewerker,
        _gezien(medewerker),
        doe,
        titel=_("Geef een nieuw wachtwoord"),
        knop=_("Geef een nieuw wachtwoord"),
        punten=[
            _("Het oude wachtwoord werkt daarna niet meer. Wie daarmee is ingelogd, moet opnieuw inloggen."),
            _("Ga eerst na dat deze collega er zelf om vraagt, bijvoorbeeld door terug te bellen."),
        ],
    )


def _stap(
    request: StaffRequest,
    medewerker: Medewerker,
    maak: Any,
    doe: Any,
    *,
    titel: str,
    knop: str,
    punten: list[str],
) -> HttpResponse:
    terug = reverse("beheer:medewerker", args=[medewerker.pk])

    def nu() -> tuple[str, list[Feit]]:
        vers = _of_404(request, medewerker.pk)
        return actions.stand_van(vers), _feiten(vers)

    blad = Blad(
        titel=titel,
        inleiding=_("Het gaat om %(naam)s (%(gebruikersnaam)s).")
        % {"naam": medewerker.naam, "gebruikersnaam": medewerker.gebruikersnaam},
        knop=knop,
        terug=terug,
        punten=punten,
        pad=[_lijst(), Verwijzing(medewerker.naam, terug), Verwijzing(titel)],
    )
    return stap(request, maak, doe=doe, blad=blad, nu=nu)


def _gezien(medewerker: Medewerker) -> Any:
    begin = {"gezien": actions.stand_van(medewerker)}
    return lambda post: GezienForm(post, initial=begin)


def _toon_wachtwoord(
    request: StaffRequest, medewerker: Medewerker, nieuw_wachtwoord: str, *, titel: str
) -> HttpResponse:
    context = {
        "titel": titel,
        "wat": _("Wachtwoord"),
        "geheim": nieuw_wachtwoord,
        "feiten": [Feit(_("Naam"), medewerker.naam), Feit(_("Logt in als"), medewerker.gebruikersnaam)],
        "uitleg": _("Geef het wachtwoord persoonlijk door, niet per e-mail."),
        "terug": reverse("beheer:medewerker", args=[medewerker.pk]),
        "pad": [_lijst(), Verwijzing(medewerker.naam)],
    }
    return render(request, "werkplek/beheer/geheim.html", context)


def _feiten(medewerker: Medewerker) -> list[Feit]:
    return [
        Feit(_("Logt in als"), medewerker.gebruikersnaam),
        Feit(_("Rol"), str(medewerker.get_rol_display())),
        Feit(_("Organisatie"), medewerker.get_organisatie_display()),
        Feit(_("Team"), medewerker.team.naam if medewerker.team else _("geen")),
        Feit(_("Account"), _("open") if medewerker.is_active else _("gesloten")),
    ]


def _achter(request: StaffRequest, medewerker: Medewerker) -> str:
    """That a manager must hand dossiers over, when the one who has them cannot treat them any more."""
    if medewerker.is_active and medewerker.rol == Rol.REGIEVOERDER:
        return ""
    aantal = open_dossiers_bij(medewerker.pk, viewer=request.user)
    if not aantal:
        return ""
    return ngettext(
        "%(n)d open dossier staat nog op deze naam. De manager van het team ziet dat bij de dossiers en draagt het over.",
        "%(n)d open dossiers staan nog op deze naam. De manager van het team ziet dat bij de dossiers en draagt ze over.",
        aantal,
    ) % {"n": aantal}


def _bij_dossiers(request: StaffRequest, medewerker: Medewerker) -> list[str]:
    """What happens to the open dossiers of somebody who goes or gets another role: nothing by itself."""
    aantal = open_dossiers_bij(medewerker.pk, viewer=request.user)
    if not aantal:
        return []
    zin = ngettext(
        "%(n)d open dossier staat op deze naam. Het blijft daar staan tot een manager het overdraagt; die krijgt dat te zien.",
        "%(n)d open dossiers staan op deze naam. Ze blijven daar staan tot een manager ze overdraagt; die krijgt dat te zien.",
        aantal,
    )
    return [zin % {"n": aantal}]


def _lijst() -> Verwijzing:
    return Verwijzing(_("Medewerkers"), reverse("beheer:medewerkers"))


def _of_404(request: StaffRequest, medewerker_id: UUID) -> Medewerker:
    medewerker = queries.medewerker_of(medewerker_id, viewer=request.user)
    if medewerker is None:
        raise Http404
    return medewerker


def _uuid(tekst: str | None) -> UUID | None:
    try:
        return UUID(tekst or "")
    except ValueError:
        return None


def _getal(tekst: str | None) -> int | None:
    return int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else None
