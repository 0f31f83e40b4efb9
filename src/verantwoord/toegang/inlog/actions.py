"""Changes in how somebody logs in, and in who is logged in. Each is an event with a name."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import require
from verantwoord.toegang.beheer.actions import KanNiet, NietsVeranderd
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.inlog import totp
from verantwoord.toegang.inlog.geheimen import versleutel
from verantwoord.toegang.inlog.models import Aanmelding, Factor, Rolclaim, Sessie
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import ORGANISATIES, Organisatie, Recht, Rol

MEESTE_PASSKEYS = 10


class CodeKloptNiet(DomeinFout):
    """The app was read, but the code is not of this moment."""


@transaction.atomic
def add_app(*, door: Medewerker, geheim: str, code: str, nu: datetime) -> list[str]:
    """Take an app into use after it showed one right code; it takes the place of an earlier one.

    Returns the codes on paper when these are the first proof beside the password, and otherwise nothing.
    """
    periode = totp.periode_van(geheim, totp.schoon(code), nu=nu)
    if periode is None:
        raise CodeKloptNiet(
            _("Deze code klopt niet. Kijk of de tijd op uw telefoon goed staat en neem de nieuwste code.")
        )
    _lock(door)
    Factor.objects.filter(medewerker=door, soort=Factor.Soort.APP).delete()
    factor = Factor.objects.create(
        medewerker=door,
        soort=Factor.Soort.APP,
        naam=_("App met codes"),
        geheim=versleutel(geheim),
        teller=periode,
        gebruikt_op=nu,
    )
    return _schrijf_erbij(door, factor)


@transaction.atomic
def add_passkey(*, door: Medewerker, naam: str, sleutel: str) -> list[str]:
    """Take a passkey into use. Returns the codes on paper when it is the first proof beside the password."""
    _lock(door)
    if Factor.objects.filter(medewerker=door, soort=Factor.Soort.PASSKEY).count() >= MEESTE_PASSKEYS:
        raise KanNiet(_("U heeft al tien passkeys. Verwijder er eerst een die u niet meer gebruikt."))
    factor = Factor.objects.create(
        medewerker=door, soort=Factor.Soort.PASSKEY, naam=naam or _("Passkey"), geheim=sleutel
    )
    return _schrijf_erbij(door, factor)


@transaction.atomic
def remove_factor(*, door: Medewerker, factor_id: UUID) -> None:
    """Let one of one's own proofs open nothing any more; the last one stays."""
    _lock(door)
    eigen = list(Factor.objects.filter(medewerker=door).exclude(soort=Factor.Soort.HERSTELCODE))
    factor = next((f for f in eigen if f.pk == factor_id), None)
    if factor is None:
        raise NietsVeranderd(_("Dit was al verwijderd."))
    if len(eigen) == 1:
        raise KanNiet(_("Dit is uw enige tweede stap. Voeg eerst een andere toe."))
    record_gebeurtenis(
        soort="medewerker.tweede_stap_verwijderd",
        onderwerp=door,
        dossier_id=None,
        door=door,
        gegevens={"soort": factor.soort, "naam": factor.naam},
    )
    factor.delete()


@transaction.atomic
def renew_herstelcodes(*, door: Medewerker) -> list[str]:
    """New codes on paper; the earlier ones open nothing any more."""
    _lock(door)
    record_gebeurtenis(soort="medewerker.herstelcodes_vernieuwd", onderwerp=door, dossier_id=None, door=door)
    return totp.nieuwe_herstelcodes(door)


@transaction.atomic
def reset_factoren(*, door: Medewerker, medewerker_id: UUID) -> Medewerker:
    """Take away every second proof of somebody who lost them, and end every session; a new one is set up at log-in.

    Nobody does this for oneself: whoever holds the session of an administrator would get round the second proof.
    """
    require(door, Recht.MEDEWERKERS_BEHEREN)
    if door.pk == medewerker_id:
        raise KanNiet(_("Uw eigen tweede stap haalt een andere beheerder weg."))
    medewerker = Medewerker.objects.select_for_update(of=("self",)).filter(pk=medewerker_id).first()
    if medewerker is None or medewerker.is_systeem:
        raise KanNiet(_("Dit account is er niet. Ververs de lijst."))
    with als_systeem():
        aantal, _soorten = Factor.objects.filter(medewerker=medewerker).delete()
    if not aantal:
        raise NietsVeranderd(_("Dit account heeft geen tweede stap. Er is niets veranderd."))
    Sessie.objects.filter(medewerker=medewerker).delete()
    record_gebeurtenis(
        soort="medewerker.tweede_stap_weggehaald",
        onderwerp=medewerker,
        dossier_id=None,
        door=door,
        gegevens={"van": medewerker.gebruikersnaam},
    )
    return medewerker


@transaction.atomic
def end_sessie(*, door: Medewerker, nummer: UUID) -> None:
    """End one of one's own sessions: the next request of that device finds nobody logged in."""
    weg, _soorten = Sessie.objects.filter(medewerker=door, nummer=nummer).delete()
    if not weg:
        raise NietsVeranderd(_("Daar was u al uitgelogd."))
    record_gebeurtenis(soort="medewerker.sessie_beeindigd", onderwerp=door, dossier_id=None, door=door)


@transaction.atomic
def end_andere_sessies(*, door: Medewerker, behalve: str | None) -> int:
    """End every session of this person but the one with this key; return how many there were."""
    anderen = Sessie.objects.filter(medewerker=door).exclude(session_key=behalve)
    weg, _soorten = anderen.delete()
    if weg:
        record_gebeurtenis(
            soort="medewerker.sessies_beeindigd",
            onderwerp=door,
            dossier_id=None,
            door=door,
            gegevens={"aantal": weg},
        )
    return weg


@transaction.atomic
def add_rolclaim(*, door: Medewerker, waarde: str, organisatie: str, rol: str) -> Rolclaim:
    """Say which role and organisation a group at the organisation's log-in gives; at the next log-in, or sooner."""
    require(door, Recht.MEDEWERKERS_BEHEREN)
    waarde = waarde.strip()
    if Rol(rol) in {Rol.SYSTEEM, Rol.AFZENDER}:
        raise KanNiet(_("Een groep van mensen wordt geen systeem. Kies een rol voor een persoon."))
    if Organisatie(organisatie) not in ORGANISATIES[Rol(rol)]:
        raise KanNiet(
            _("Deze rol hoort niet bij deze organisatie. Kies de organisatie waar deze rol bestaat.")
        )
    if Rolclaim.objects.filter(waarde=waarde).exists():
        raise KanNiet(_("Deze groep staat er al. Haal haar eerst weg als zij een andere rol moet geven."))
    claim = Rolclaim.objects.create(waarde=waarde, organisatie=organisatie, rol=rol)
    record_gebeurtenis(
        soort="rolclaim.toegevoegd",
        onderwerp=claim,
        dossier_id=None,
        door=door,
        gegevens={"waarde": waarde, "organisatie": organisatie, "rol": rol},
    )
    return claim


@transaction.atomic
def remove_rolclaim(*, door: Medewerker, rolclaim_id: int) -> None:
    """Let a group give no role any more: whoever has a role by it loses that at the next check."""
    require(door, Recht.MEDEWERKERS_BEHEREN)
    claim = Rolclaim.objects.select_for_update().filter(pk=rolclaim_id).first()
    if claim is None:
        raise NietsVeranderd(_("Deze groep was al weggehaald."))
    record_gebeurtenis(
        soort="rolclaim.weggehaald",
        onderwerp=claim,
        dossier_id=None,
        door=door,
        gegevens={"waarde": claim.waarde, "organisatie": claim.organisatie, "rol": claim.rol},
    )
    claim.delete()


@transaction.atomic
def end_aanmelding(*, door: Medewerker, aanmelding_id: str) -> None:
    """Forget what was kept to ask the organisation about this log-in."""
    Aanmelding.objects.filter(pk=aanmelding_id, medewerker=door).delete()


def _lock(door: Medewerker) -> None:
    Medewerker.objects.select_for_update(of=("self",)).get(pk=door.pk)


def _schrijf_erbij(door: Medewerker, factor: Factor) -> list[str]:
    record_gebeurtenis(
        soort="medewerker.tweede_stap_toegevoegd",
        onderwerp=door,
        dossier_id=None,
        door=door,
        gegevens={"soort": factor.soort, "naam": factor.naam},
    )
    eerste = not Factor.objects.filter(medewerker=door, soort=Factor.Soort.HERSTELCODE).exists()
    return totp.nieuwe_herstelcodes(door) if eerste else []
