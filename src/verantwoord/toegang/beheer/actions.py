"""Changes of accounts and teams. Nothing here gives a dossier to anybody else: that a manager does, knowingly."""

import secrets
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker, Sleutel, Team
from verantwoord.toegang.rechten import Organisatie, Recht, Rol


class Gewijzigd(DomeinFout):
    """A colleague changed the same row since the form was opened."""


class KanNiet(DomeinFout):
    """The change would leave the organisation, or an account, in a state that must not be; the sentence says which."""


class NietsVeranderd(DomeinFout):
    """What was entered is how it already is."""


def stand_van(medewerker: Medewerker) -> str:
    """What a form on this account was opened on; another state means that a colleague was first."""
    return f"{medewerker.rol}/{medewerker.organisatie}/{medewerker.team_id}/{medewerker.is_active}"


def stand_van_team(team: Team) -> str:
    """As :func:`stand_van`, for a team."""
    return "/".join([team.naam, str(team.is_vangnet), *team.locaties])


@transaction.atomic
def change_medewerker(
    *, door: Medewerker, medewerker_id: UUID, gezien: str, rol: str, organisatie: str, team_id: int | None
) -> Medewerker:
    """Give somebody another role, organisation or team. Dossiers stay with whom they are.

    Nobody changes the own role, a person does not become a system, and there is always an administrator.
    """
    require(door, Recht.MEDEWERKERS_BEHEREN)
    medewerker, beheerders = _lock(medewerker_id, gezien)
    if not medewerker.is_active:
        raise KanNiet(_("Dit account is gesloten. Open het eerst weer."))
    if rol != medewerker.rol:
        _check_rol(medewerker, rol, door=door, beheerders=beheerders)
    nieuw = {"rol": rol, "organisatie": Organisatie(organisatie).value, "team_id": team_id}
    wijzigingen = {
        veld: [getattr(medewerker, veld), waarde]
        for veld, waarde in nieuw.items()
        if getattr(medewerker, veld) != waarde
    }
    if not wijzigingen:
        raise NietsVeranderd(_("Zo stond het al. Er is niets veranderd."))
    if "team_id" in wijzigingen:
        namen = dict(Team.objects.filter(pk__in=wijzigingen["team_id"]).values_list("pk", "naam"))
        wijzigingen["team"] = [namen.get(pk) for pk in wijzigingen.pop("team_id")]
    medewerker.rol, medewerker.organisatie, medewerker.team_id = rol, organisatie, team_id
    medewerker.save(update_fields=["rol", "organisatie", "team"])
    _schrijf("medewerker.gewijzigd", medewerker, door=door, wijzigingen=wijzigingen)
    return medewerker


@transaction.atomic
def deactivate_medewerker(*, door: Medewerker, medewerker_id: UUID, gezien: str) -> Medewerker:
    """Close an account: every session and token ends at once. Dossiers stay until a manager hands them over."""
    require(door, Recht.MEDEWERKERS_BEHEREN)
    medewerker, beheerders = _lock(medewerker_id, gezien)
    if not medewerker.is_active:
        raise NietsVeranderd(_("Dit account was al gesloten."))
    _check_laatste(medewerker, beheerders)
    medewerker.is_active = False
    # Another password, also when the account opens again: a session from before stays ended for good.
    medewerker.set_unusable_password()
    medewerker.save(update_fields=["is_active", "password"])
    open_sleutels = Sleutel.objects.filter(medewerker=medewerker, ingetrokken_op__isnull=True)
    ingetrokken = open_sleutels.update(ingetrokken_op=timezone.now())
    _schrijf(
        "medewerker.gesloten",
        medewerker,
        door=door,
        wijzigingen={"is_active": [True, False]},
        ingetrokken_sleutels=ingetrokken,
    )
    return medewerker


@transaction.atomic
def reactivate_medewerker(*, door: Medewerker, medewerker_id: UUID, gezien: str) -> tuple[Medewerker, str]:
    """Open a closed account again, with a new first password that is shown once."""
    require(door, Recht.MEDEWERKERS_BEHEREN)
    medewerker, _beheerders = _lock(medewerker_id, gezien)
    if medewerker.is_active:
        raise NietsVeranderd(_("Dit account is al open."))
    medewerker.is_active = True
    wachtwoord = _nieuw_wachtwoord(medewerker)
    medewerker.save(update_fields=["is_active", "password", "wachtwoord_voorlopig"])
    _schrijf("medewerker.heropend", medewerker, door=door, wijzigingen={"is_active": [False, True]})
    return medewerker, wachtwoord


@transaction.atomic
def reset_wachtwoord(*, door: Medewerker, medewerker_id: UUID, gezien: str) -> tuple[Medewerker, str]:
    """Give a new first password, shown once; whoever is logged in with the old one is no longer."""
    require(door, Recht.MEDEWERKERS_BEHEREN)
    medewerker, _beheerders = _lock(medewerker_id, gezien)
    if not medewerker.is_active:
        raise KanNiet(_("Dit account is gesloten. Open het eerst weer."))
    wachtwoord = _nieuw_wachtwoord(medewerker)
    medewerker.save(update_fields=["password", "wachtwoord_voorlopig"])
    _schrijf("medewerker.nieuw_wachtwoord", medewerker, door=door)
    return medewerker, wachtwoord


@transaction.atomic
def withdraw_sleutel(*, door: Medewerker, medewerker_id: UUID, sleutel_id: int) -> Sleutel:
    """Let a token open nothing any more, from the next request on."""
    require(door, Recht.MEDEWERKERS_BEHEREN)
    sleutels = Sleutel.objects.select_for_update(of=("self",)).select_related("medewerker")
    sleutel = sleutels.filter(pk=sleutel_id, medewerker=medewerker_id).first()
    if sleutel is None or sleutel.ingetrokken_op is not None:
        raise NietsVeranderd(_("Deze sleutel was al ingetrokken."))
    sleutel.ingetrokken_op = timezone.now()
    sleutel.save(update_fields=["ingetrokken_op"])
    record_gebeurtenis(
        soort="sleutel.ingetrokken",
        onderwerp=sleutel,
        dossier_id=None,
        door=door,
        gegevens={"van": sleutel.medewerker.gebruikersnaam},
    )
    return sleutel


@transaction.atomic
def add_team(*, door: Medewerker, naam: str, locaties: Iterable[str], is_vangnet: bool) -> Team:
    """Make a team and say for which locations it works."""
    require(door, Recht.TEAMS_BEHEREN)
    return _bewaar_team(Team(), door=door, naam=naam, locaties=locaties, is_vangnet=is_vangnet)


@transaction.atomic
def change_team(
    *, door: Medewerker, team_id: int, gezien: str, naam: str, locaties: Iterable[str], is_vangnet: bool
) -> Team:
    """Change a team's name or locations. It decides where new transfers go; dossiers that are there stay there."""
    require(door, Recht.TEAMS_BEHEREN)
    team = Team.objects.select_for_update().filter(pk=team_id).first()
    if team is None:
        raise KanNiet(_("Dit team is er niet. Ververs de lijst."))
    if stand_van_team(team) != gezien:
        raise Gewijzigd(
            _("Een collega heeft dit team intussen gewijzigd. Vergelijk uw invoer met wat er nu staat.")
        )
    return _bewaar_team(team, door=door, naam=naam, locaties=locaties, is_vangnet=is_vangnet)


def _bewaar_team(
    team: Team, *, door: Medewerker, naam: str, locaties: Iterable[str], is_vangnet: bool
) -> Team:
    # All teams are the lock: a location has one team, and one team catches what belongs nowhere else.
    anderen = [t for t in Team.objects.select_for_update().order_by("pk") if t.pk != team.pk]
    naam, plekken = _schoon(naam), sorted({plek for ruw in locaties if (plek := _schoon(ruw))})
    if not naam:
        raise KanNiet(_("Geef het team een naam."))
    if any(ander.naam.casefold() == naam.casefold() for ander in anderen):
        raise KanNiet(_("Er is al een team met deze naam. Kies een andere naam."))
    for plek in plekken:
        van = next((ander for ander in anderen if plek in ander.locaties), None)
        if van is not None:
            raise KanNiet(
                _("Voor %(locatie)s werkt al een ander team: %(team)s. Haal de locatie daar eerst weg.")
                % {"locatie": plek, "team": van.naam}
            )
    if team.is_vangnet and not is_vangnet:
        raise KanNiet(
            _("Er moet een vangnet zijn. Maak een ander team het vangnet; dan is dit team het niet meer.")
        )
    nieuw_team = team.pk is None
    nieuw = {"naam": naam, "locaties": plekken, "is_vangnet": is_vangnet}
    wijzigingen = {
        veld: [None if nieuw_team else getattr(team, veld), waarde]
        for veld, waarde in nieuw.items()
        if nieuw_team or getattr(team, veld) != waarde
    }
    if not wijzigingen:
        raise NietsVeranderd(_("Zo stond het al. Er is niets veranderd."))
    if is_vangnet:
        _geef_vangnet_door(anderen, door=door)
    for veld, waarde in nieuw.items():
        setattr(team, veld, waarde)
    team.save()
    _schrijf("team.toegevoegd" if nieuw_team else "team.gewijzigd", team, door=door, wijzigingen=wijzigingen)
    return team


def _geef_vangnet_door(anderen: Iterable[Team], *, door: Medewerker) -> None:
    for ander in anderen:
        if ander.is_vangnet:
            ander.is_vangnet = False
            ander.save(update_fields=["is_vangnet"])
            _schrijf("team.gewijzigd", ander, door=door, wijzigingen={"is_vangnet": [True, False]})


def _lock(medewerker_id: UUID, gezien: str) -> tuple[Medewerker, list[Medewerker]]:
    """Take the account together with all open administrators, so that two who close each other wait for each other."""
    erbij = Q(rol=Rol.BEHEERDER, is_active=True)
    rijen = Medewerker.objects.select_for_update().filter(Q(pk=medewerker_id) | erbij)
    rijen = rijen.exclude(rol=Rol.SYSTEEM).order_by("pk")
    alle = list(rijen)
    medewerker = next((m for m in alle if m.pk == medewerker_id), None)
    if medewerker is None:
        raise KanNiet(_("Dit account is er niet. Ververs de lijst."))
    if stand_van(medewerker) != gezien:
        raise Gewijzigd(
            _("Een collega heeft dit account intussen gewijzigd. Vergelijk uw invoer met wat er nu staat.")
        )
    return medewerker, [m for m in alle if m.rol == Rol.BEHEERDER and m.is_active]


def _check_rol(medewerker: Medewerker, rol: str, *, door: Medewerker, beheerders: list[Medewerker]) -> None:
    if medewerker.pk == door.pk:
        raise KanNiet(_("U kunt uw eigen rol niet veranderen. Vraag het een andere beheerder."))
    if Rol.AFZENDER in {rol, medewerker.rol} or Rol(rol) == Rol.SYSTEEM:
        raise KanNiet(
            _("Een persoon wordt geen systeem en een systeem geen persoon. Maak een nieuw account.")
        )
    _check_laatste(medewerker, beheerders)


def _check_laatste(medewerker: Medewerker, beheerders: list[Medewerker]) -> None:
    if [m.pk for m in beheerders] == [medewerker.pk]:
        raise KanNiet(_("Dit is de laatste beheerder. Voeg eerst een andere beheerder toe."))


def _nieuw_wachtwoord(medewerker: Medewerker) -> str:
    wachtwoord = secrets.token_urlsafe(12)
    medewerker.set_password(wachtwoord)
    medewerker.wachtwoord_voorlopig = True
    return wachtwoord


def _schoon(tekst: str) -> str:
    return " ".join(tekst.split())


def _schrijf(soort: str, onderwerp: Medewerker | Team, *, door: Medewerker, **gegevens: Any) -> None:
    naam = onderwerp.gebruikersnaam if isinstance(onderwerp, Medewerker) else onderwerp.naam
    record_gebeurtenis(
        soort=soort, onderwerp=onderwerp, dossier_id=None, door=door, gegevens={"van": naam, **gegevens}
    )
