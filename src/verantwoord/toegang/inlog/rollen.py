"""From claims to an account: role and organisation, by the table of beheer, and nothing about dossiers."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import require
from verantwoord.toegang.inlog.models import Aanmelding, Koppeling, Rolclaim, Sessie
from verantwoord.toegang.inlog.oidc import groepen_van
from verantwoord.toegang.models import Medewerker, Sleutel
from verantwoord.toegang.rechten import Recht


class GeenRol(DomeinFout):
    """The organisation knows this person, but its groups give no role here."""


class GeenAccount(DomeinFout):
    """There can be no account for this person as things are."""


@transaction.atomic
def account_of(*, door: Medewerker, uitgever: str, claims: dict[str, Any]) -> Medewerker:
    """The account of whoever has these claims, with the role they give now; made when it is not there yet."""
    onderwerp = str(claims["sub"])
    claim = _rol_uit(groepen_van(claims))
    koppeling = (
        Koppeling.objects.select_for_update(of=("self",))
        .select_related("medewerker")
        .filter(uitgever=uitgever, onderwerp=onderwerp)
        .first()
    )
    if koppeling is None:
        return _nieuw(door, claims, claim, uitgever, onderwerp)
    medewerker = koppeling.medewerker
    if not medewerker.is_active or medewerker.is_systeem:
        raise GeenAccount(_("Uw account is gesloten. Vraag functioneel beheer om hulp."))
    _pas_aan(door, medewerker, claim)
    return medewerker


@transaction.atomic
def end_rechten(*, door: Medewerker, medewerker: Medewerker) -> None:
    """The organisation no longer vouches for somebody: every session ends, and every token opens nothing any more.

    The account itself stays open: when the group comes back, so does its holder.
    """
    Sessie.objects.filter(medewerker=medewerker).delete()
    sleutels = Sleutel.objects.filter(medewerker=medewerker, ingetrokken_op__isnull=True)
    ingetrokken = sleutels.update(ingetrokken_op=timezone.now())
    record_gebeurtenis(
        soort="medewerker.rechten_beeindigd",
        onderwerp=medewerker,
        dossier_id=None,
        door=door,
        gegevens={"van": medewerker.gebruikersnaam, "ingetrokken_sleutels": ingetrokken},
    )


@transaction.atomic
def end_sessies(*, door: Medewerker, uitgever: str, onderwerp: str) -> None:
    """The organisation says that somebody's log-in there ended: no session of theirs goes on; tokens of programs stay.

    Of who never came in here nothing is done.
    """
    koppeling = (
        Koppeling.objects.select_related("medewerker").filter(uitgever=uitgever, onderwerp=onderwerp).first()
    )
    if koppeling is None:
        return
    Aanmelding.objects.filter(medewerker=koppeling.medewerker).delete()
    Sessie.objects.filter(medewerker=koppeling.medewerker).delete()
    record_gebeurtenis(
        soort="medewerker.afgemeld",
        onderwerp=koppeling.medewerker,
        dossier_id=None,
        door=door,
        gegevens={"van": koppeling.medewerker.gebruikersnaam},
    )


@transaction.atomic
def link_account(*, door: Medewerker, medewerker: Medewerker, uitgever: str, onderwerp: str) -> Koppeling:
    """Say that an account that is there already belongs to somebody at the organisation's log-in.

    Never guessed from a name: whoever may choose a name there would take over an account here.
    """
    require(door, Recht.MEDEWERKERS_BEHEREN)
    if Koppeling.objects.filter(
        Q(medewerker=medewerker) | Q(uitgever=uitgever, onderwerp=onderwerp)
    ).exists():
        raise GeenAccount(_("Dit account of dit nummer is al gekoppeld."))
    koppeling = Koppeling.objects.create(medewerker=medewerker, uitgever=uitgever, onderwerp=onderwerp)
    record_gebeurtenis(
        soort="medewerker.gekoppeld",
        onderwerp=medewerker,
        dossier_id=None,
        door=door,
        gegevens={"van": medewerker.gebruikersnaam},
    )
    return koppeling


def _rol_uit(groepen: set[str]) -> Rolclaim:
    gevonden = list(Rolclaim.objects.filter(waarde__in=groepen))
    if not gevonden:
        raise GeenRol(
            _(
                "Uw organisatie kent u, maar geeft u hier geen rol. Vraag functioneel beheer welke groep u nodig heeft."
            )
        )
    if len({(claim.rol, claim.organisatie) for claim in gevonden}) > 1:
        raise GeenRol(
            _(
                "Uw organisatie geeft u hier meer dan één rol. Vraag functioneel beheer welke groep u moet verlaten."
            )
        )
    return gevonden[0]


def _nieuw(
    door: Medewerker, claims: dict[str, Any], claim: Rolclaim, uitgever: str, onderwerp: str
) -> Medewerker:
    gebruikersnaam = str(claims.get("preferred_username") or onderwerp)[:150]
    naam = " ".join(str(claims.get("name") or "").split())[:200]
    if not naam:
        raise GeenAccount(_("Uw organisatie geeft uw naam niet door. Vraag functioneel beheer om hulp."))
    if Medewerker.objects.filter(Q(gebruikersnaam__iexact=gebruikersnaam) | Q(naam__iexact=naam)).exists():
        raise GeenAccount(
            _(
                "Er is al een account met uw naam, dat nog niet is gekoppeld. Vraag functioneel beheer om het te koppelen."
            )
        )
    medewerker = Medewerker(
        gebruikersnaam=gebruikersnaam, naam=naam, organisatie=claim.organisatie, rol=claim.rol
    )
    medewerker.set_unusable_password()
    medewerker.save()
    Koppeling.objects.create(medewerker=medewerker, uitgever=uitgever, onderwerp=onderwerp)
    record_gebeurtenis(
        soort="medewerker.toegevoegd",
        onderwerp=medewerker,
        dossier_id=None,
        door=door,
        gegevens={"gebruikersnaam": gebruikersnaam, "organisatie": claim.organisatie, "rol": claim.rol},
    )
    return medewerker


def _pas_aan(door: Medewerker, medewerker: Medewerker, claim: Rolclaim) -> None:
    wijzigingen: dict[str, Any] = {
        veld: [getattr(medewerker, veld), getattr(claim, veld)]
        for veld in ("rol", "organisatie")
        if getattr(medewerker, veld) != getattr(claim, veld)
    }
    if not wijzigingen:
        return
    medewerker.rol, medewerker.organisatie = claim.rol, claim.organisatie
    if medewerker.team is not None and medewerker.team.organisatie != claim.organisatie:
        # A team is of one organisation; in the new one beheer says which.
        wijzigingen["team"] = [medewerker.team.naam, None]
        medewerker.team = None
    medewerker.save(update_fields=["rol", "organisatie", "team"])
    record_gebeurtenis(
        soort="medewerker.gewijzigd",
        onderwerp=medewerker,
        dossier_id=None,
        door=door,
        gegevens={"van": medewerker.gebruikersnaam, "wijzigingen": wijzigingen},
    )
