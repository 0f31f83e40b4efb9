"""Opening the portal for somebody: an account, what is handed over in person, and taking that back."""

import secrets
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import Activering, Dossier, Portaalaccount, Portaalfactor, Portaalsessie
from verantwoord.dossier.portaal.codes import GELDIG, afdruk_van, nieuw_vel, nieuwe_code, schoon
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Portaalrol, Recht, Wie
from verantwoord.toegang.sleutels import digest_of


class PortaalKanNiet(DomeinFout):
    """Something that cannot be done with the way in of this person now; the sentence says why."""


@transaction.atomic
def make_brief(*, door: Medewerker, dossier_id: UUID, nu: datetime) -> tuple[Activering, str]:
    """Make a letter with a code that opens the account once; an earlier letter opens nothing any more.

    The account is made if there is none, and opened again if it was closed. Returns the code, which is kept nowhere.
    """
    dossier, account = _lock_account(dossier_id, door=door)
    _trek_in(account, Activering.Soort.CODE, op=nu)
    activering, code = make_activering(account, door=door, nu=nu)
    _record(dossier, activering, "portaal.brief_gemaakt", door=door)
    return activering, code


@transaction.atomic
def make_vel(*, door: Medewerker, dossier_id: UUID, nu: datetime) -> tuple[Activering, list[str]]:
    """Make a sheet of codes for who has no telephone. It opens nothing until it was handed over.

    An earlier sheet stays good until then, so that nobody is shut out meanwhile. Returns the codes, kept nowhere.
    """
    dossier, account = _lock_account(dossier_id, door=door)
    _trek_in(account, Activering.Soort.VEL, op=nu, alleen_onderweg=True)
    vel = _maak(account, Activering.Soort.VEL, digest_of(secrets.token_urlsafe(32)), door=door, nu=nu)
    codes = nieuw_vel()
    factoren = [
        Portaalfactor(
            account=account,
            soort=Portaalfactor.Soort.PAPIER,
            geheim=afdruk_van(account, code),
            vel=vel,
        )
        for code in codes
    ]
    # With what somebody proves who they are is seen by nobody else, not even by who makes it.
    with als_systeem():
        Portaalfactor.objects.bulk_create(factoren)
    _record(dossier, vel, "portaal.vel_gemaakt", door=door)
    return vel, codes


def make_activering(account: Portaalaccount, *, door: Wie, nu: datetime) -> tuple[Activering, str]:
    """A code for this account and the code itself, for who already checked the right and locked what it is about."""
    code = nieuwe_code()
    digest = digest_of(schoon(code))
    return _maak(account, Activering.Soort.CODE, digest, door=door, nu=nu), code


@transaction.atomic
def hand_over(*, door: Medewerker, dossier_id: UUID, activering_id: UUID, op: date, vandaag: date) -> None:
    """Write down that it was given in hand, and by whom; from now on it opens the portal."""
    dossier, stuk = _lock_stuk(dossier_id, activering_id, door=door)
    if stuk.overhandigd_op is not None:
        raise PortaalKanNiet(_("Dit staat al als overhandigd."))
    if timezone.localtime(stuk.geldig_tot).date() < vandaag:
        raise PortaalKanNiet(_("Dit is verlopen en opent niets meer. Maak een nieuwe."))
    gemaakt = timezone.localtime(stuk.gemaakt_op).date()
    if not gemaakt <= op <= vandaag:
        raise PortaalKanNiet(
            _("Vul een dag in vanaf de dag waarop het is gemaakt, en niet later dan vandaag.")
        )
    stuk.overhandigd_op, stuk.overhandigd_naam = op, door.naam
    stuk.save(update_fields=["overhandigd_op", "overhandigd_naam"])
    if stuk.soort == Activering.Soort.VEL:
        eerder = Activering.objects.filter(account=stuk.account_id, soort=stuk.soort, ingetrokken_op=None)
        _trek_stukken_in(eerder.exclude(pk=stuk.pk), op=timezone.now())
    _record(dossier, stuk, "portaal.overhandigd", door=door, stuk=stuk.soort, op=op.isoformat())


@transaction.atomic
def revoke_activering(*, door: Medewerker, dossier_id: UUID, activering_id: UUID, nu: datetime) -> None:
    """Let a letter or a sheet open nothing any more: it was lost, or given to the wrong person."""
    dossier, stuk = _lock_stuk(dossier_id, activering_id, door=door)
    _trek_stukken_in([stuk], op=nu)
    _record(dossier, stuk, "portaal.stuk_ingetrokken", door=door, stuk=stuk.soort)


@transaction.atomic
def close_account(*, door: Medewerker, dossier_id: UUID, reden: str, nu: datetime) -> None:
    """Close the account of the person: every stay ends, and nothing that was handed over opens anything."""
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.PORTAAL_OPENEN, ook_gesloten=True)
    account = _account_van(dossier)
    if account is None or account.ingetrokken_op is not None:
        raise PortaalKanNiet(_("Het portaal was al gesloten."))
    if not reden.strip():
        raise PortaalKanNiet(_("Schrijf op waarom u het portaal sluit."))
    account.ingetrokken_op, account.geactiveerd_op = nu, None
    account.save(update_fields=["ingetrokken_op", "geactiveerd_op"])
    _trek_stukken_in(account.activeringen.filter(ingetrokken_op=None), op=nu)
    Portaalsessie.objects.filter(account=account).delete()
    with als_systeem():
        Portaalfactor.objects.filter(account=account).delete()
    _record(dossier, account, "portaal.gesloten", door=door, reden=reden.strip())


def _lock_account(dossier_id: UUID, *, door: Medewerker) -> tuple[Dossier, Portaalaccount]:
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.PORTAAL_OPENEN, ook_gesloten=True)
    account = _account_van(dossier)
    if account is None:
        talen = dossier.persoon.talen
        account = Portaalaccount.objects.create(
            rol=Portaalrol.PERSOON, persoon=dossier.persoon, taal=(talen[0] if talen else "nl")[:5]
        )
        _record(dossier, account, "portaal.geopend", door=door)
    elif account.ingetrokken_op is not None:
        account.ingetrokken_op = None
        account.save(update_fields=["ingetrokken_op"])
        _record(dossier, account, "portaal.geopend", door=door)
    return dossier, account


def _account_van(dossier: Dossier) -> Portaalaccount | None:
    return Portaalaccount.objects.select_for_update(of=("self",)).filter(persoon=dossier.persoon_id).first()


def _lock_stuk(dossier_id: UUID, activering_id: UUID, *, door: Medewerker) -> tuple[Dossier, Activering]:
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.PORTAAL_OPENEN, ook_gesloten=True)
    stuk = (
        Activering.objects.select_for_update(of=("self",))
        .filter(pk=activering_id, account__persoon=dossier.persoon_id, ingetrokken_op=None, gebruikt_op=None)
        .first()
    )
    if stuk is None:
        raise PortaalKanNiet(_("Dit is intussen gebruikt of ingetrokken. Ververs de pagina."))
    return dossier, stuk


def _maak(
    account: Portaalaccount, soort: Activering.Soort, digest: str, *, door: Wie, nu: datetime
) -> Activering:
    return Activering.objects.create(
        account=account,
        soort=soort,
        digest=digest,
        gemaakt_door=door if isinstance(door, Medewerker) else None,
        gemaakt_naam=door.naam,
        gemaakt_op=nu,
        geldig_tot=_einde_van(timezone.localdate(nu) + GELDIG - timedelta(days=1)),
    )


def _einde_van(dag: date) -> datetime:
    """The last moment of a day: a letter says up to and including which day it opens something."""
    return timezone.make_aware(datetime.combine(dag, time.max))


def _trek_in(
    account: Portaalaccount, soort: Activering.Soort, *, op: datetime, alleen_onderweg: bool = False
) -> None:
    open_ = account.activeringen.filter(soort=soort, ingetrokken_op=None, gebruikt_op=None)
    _trek_stukken_in(open_.filter(overhandigd_op=None) if alleen_onderweg else open_, op=op)


def _trek_stukken_in(stukken: object, *, op: datetime) -> None:
    for stuk in list(stukken):  # type: ignore[call-overload]
        stuk.ingetrokken_op = op
        stuk.save(update_fields=["ingetrokken_op"])
        with als_systeem():
            Portaalfactor.objects.filter(vel=stuk).delete()


def _record(dossier: Dossier, onderwerp: object, soort: str, *, door: Wie, **gegevens: str) -> None:
    record_gebeurtenis(
        soort=soort,
        onderwerp=onderwerp,  # type: ignore[arg-type]
        dossier_id=dossier.pk,
        door=door,
        gegevens=gegevens,
    )
