"""Coming in, and changing how one comes in. Each is an event, and is told to whom the account is of and to nobody else.

Nobody is known yet while somebody logs in: the program acts, and the events of it are signed with the account instead
of a name, because an event that belongs to no dossier can be read by more than those who work on one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import connection, models, transaction

from verantwoord.dossier.models import (
    Activering,
    Dossier,
    Machtiging,
    Portaalaccount,
    Portaalfactor,
    Portaalmelding,
    Portaalsessie,
)
from verantwoord.dossier.portaal.codes import schoon
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.portaal.inloggen import bewijs
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import Portaalrol
from verantwoord.toegang.sleutels import digest_of

Melding = Portaalmelding.Soort
MEESTE_PASSKEYS: Final = 10
# How long somebody can read back what happened to their way in; the events stay.
_BEWAARD: Final = timedelta(days=180)
_MELD_MISLUKT: Final = """
    insert into dossier_portaalmelding (account_id, soort)
    select id, %s from dossier_portaalaccount where id = %s
"""


class OpentNiets(DomeinFout):
    """A code on paper that opens nothing: unknown, used, too old, taken back, or never handed over. It is not said which."""


class ManierKanNiet(DomeinFout):
    """A way of logging in that cannot be added or taken away now."""


@dataclass(frozen=True)
class _Naamloos:
    """Who signs an event that belongs to no dossier: the account, and nobody's name."""

    gebruikersnaam: str

    @property
    def naam(self) -> str:
        return self.gebruikersnaam


def activering_van(code: str, *, nu: datetime) -> Activering | None:
    """What this code opens now, or nothing; that somebody tried one that opens nothing is written down."""
    rij = _open(nu).filter(digest=digest_of(schoon(code))).first()
    if rij is None:
        _record(Portaalaccount(), "portaalaccount.code_geweigerd")
    return rij


def activering_met(pk: str, *, nu: datetime) -> Activering | None:
    """The same, by what was remembered between two pages."""
    return _open(nu).filter(pk=pk).first()


@transaction.atomic
def activate(activering_id: UUID, factoren: Sequence[Portaalfactor], *, nu: datetime) -> Portaalaccount:
    """Use up the code: from now on these let somebody in, and all that was before opens nothing.

    Raises ``OpentNiets`` when it was used or taken back meanwhile.
    """
    with als_systeem():
        rij = _open(nu).select_for_update(of=("self",)).filter(pk=activering_id).first()
        if rij is None:
            raise OpentNiets("")
        account = rij.account
        Portaalfactor.objects.filter(account=account).delete()
        Portaalsessie.objects.filter(account=account).delete()
        account.activeringen.filter(soort=Activering.Soort.VEL, ingetrokken_op=None).update(ingetrokken_op=nu)
        Portaalfactor.objects.bulk_create(factoren)
        rij.gebruikt_op = nu
        rij.save(update_fields=["gebruikt_op"])
        _zet_geactiveerd(account, nu)
        _meld(account, Melding.GEOPEND)
        _record(account, "portaalaccount.geactiveerd")
    return account


def log_in(nummer: str, code: str, *, nu: datetime) -> Portaalaccount | None:
    """Whose number and code these are; nothing, after the same work, when they are nobody's."""
    account = _met(nummer=schoon(nummer))
    # Somebody who is not there costs as much as somebody who is.
    wie = account or Portaalaccount()
    manier = bewijs.gebruik(wie, code, nu=nu)
    if account is None or not manier:
        _mislukt(wie, manier="code")
        return None
    return _binnen(account, manier, nu)


def log_in_met_passkey(
    account_id: UUID, klopt: Callable[[Portaalaccount], bool], *, nu: datetime
) -> Portaalaccount | None:
    """Whose passkey this is, by ``klopt``; nothing, after the same work, when it is nobody's."""
    account = _met(pk=account_id)
    wie = account or Portaalaccount()
    if not klopt(wie) or account is None:
        _mislukt(wie, manier="passkey")
        return None
    return _binnen(account, Portaalfactor.Soort.PASSKEY, nu)


@transaction.atomic
def add_factoren(*, door: Portaalaccount, factoren: Sequence[Portaalfactor]) -> None:
    """Add a way of logging in; a new app, or new codes on paper of one's own making, take the place of the old."""
    _lock(door)
    soort = factoren[0].soort
    eigen = Portaalfactor.objects.filter(account=door, soort=soort)
    if soort == Portaalfactor.Soort.PASSKEY:
        if eigen.count() >= MEESTE_PASSKEYS:
            raise ManierKanNiet("")
    else:
        eigen.delete()
    Portaalfactor.objects.bulk_create(factoren)
    _meld(door, Melding.MANIER_ERBIJ)
    _record(door, "portaalaccount.manier_toegevoegd", manier=soort)


@transaction.atomic
def remove_factor(*, door: Portaalaccount, soort: str, factor_id: UUID | None) -> bool:
    """Let one of one's own ways open nothing any more; false when there is none such, or it is the last."""
    _lock(door)
    eigen = Portaalfactor.objects.filter(account=door)
    weg = eigen.filter(soort=soort) if factor_id is None else eigen.filter(soort=soort, pk=factor_id)
    if not weg.exists() or not eigen.exclude(pk__in=weg.values("pk")).filter(_bruikbaar()).exists():
        return False
    weg.delete()
    _meld(door, Melding.MANIER_WEG)
    _record(door, "portaalaccount.manier_verwijderd", manier=soort)
    return True


@transaction.atomic
def end_sessie(*, door: Portaalaccount, nummer: UUID) -> bool:
    """End one of one's own stays: the next request of that device finds nobody in. False when it is not one's own."""
    weg, _soorten = Portaalsessie.objects.filter(account=door, nummer=nummer).delete()
    if weg:
        _meld(door, Melding.BEEINDIGD)
        _record(door, "portaalaccount.sessie_beeindigd")
    return bool(weg)


@transaction.atomic
def end_andere_sessies(*, door: Portaalaccount, behalve: UUID) -> int:
    """End every stay but this one; return how many there were."""
    weg, _soorten = Portaalsessie.objects.filter(account=door).exclude(nummer=behalve).delete()
    if weg:
        _meld(door, Melding.BEEINDIGD)
        _record(door, "portaalaccount.sessies_beeindigd", aantal=str(weg))
    return weg


@transaction.atomic
def mark_gelezen(*, door: Portaalaccount, nu: datetime) -> None:
    """What happened to the way in was shown."""
    Portaalmelding.objects.filter(account=door, gelezen_op=None).update(gelezen_op=nu)


def _bruikbaar() -> models.Q:
    return models.Q(gebruikt_op=None) | ~models.Q(soort=Portaalfactor.Soort.PAPIER)


def _open(nu: datetime) -> models.QuerySet[Activering]:
    return Activering.objects.select_related("account__persoon").filter(
        soort=Activering.Soort.CODE,
        overhandigd_op__isnull=False,
        gebruikt_op=None,
        ingetrokken_op=None,
        geldig_tot__gt=nu,
        account__ingetrokken_op=None,
    )


def _met(**wie: str | UUID) -> Portaalaccount | None:
    return Portaalaccount.objects.select_related("persoon").filter(ingetrokken_op=None, **wie).first()


def _lock(door: Portaalaccount) -> None:
    Portaalaccount.objects.select_for_update(of=("self",)).get(pk=door.pk)


def _binnen(account: Portaalaccount, manier: str, nu: datetime) -> Portaalaccount:
    if account.geactiveerd_op is None:
        # The first code of a sheet, for who got no letter.
        _zet_geactiveerd(account, nu)
    Portaalmelding.objects.filter(account=account, moment__lt=nu - _BEWAARD).delete()
    _meld(account, Melding.INGELOGD)
    _record(account, "portaalaccount.ingelogd", manier=manier)
    return account


def _mislukt(wie: Portaalaccount, *, manier: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_MELD_MISLUKT, [Melding.MISLUKT, wie.pk])
    _record(wie, "portaalaccount.inloggen_mislukt", manier=manier)


def _zet_geactiveerd(account: Portaalaccount, nu: datetime) -> None:
    account.geactiveerd_op = nu
    account.save(update_fields=["geactiveerd_op"])
    for dossier in _dossiers_van(account):
        record_gebeurtenis(soort="portaal.geactiveerd", onderwerp=account, dossier_id=dossier, door=account)


def _dossiers_van(account: Portaalaccount) -> list[UUID]:
    """Where the staff may know that the portal was opened: the newest dossier, or each with a mandate."""
    if account.rol == Portaalrol.PERSOON:
        eigen = Dossier.objects.filter(persoon=account.persoon_id).order_by("-ontvangen_op", "pk")
        return list(eigen.values_list("pk", flat=True)[:1])
    lopend = Machtiging.objects.filter(account=account, ingetrokken_op=None)
    return list(lopend.values_list("dossier", flat=True))


def _meld(account: Portaalaccount, soort: Portaalmelding.Soort) -> None:
    Portaalmelding.objects.create(account=account, soort=soort)


def _record(account: Portaalaccount, soort: str, **gegevens: str) -> None:
    record_gebeurtenis(
        soort=soort,
        onderwerp=account,
        dossier_id=None,
        door=_Naamloos(account.gebruikersnaam),
        gegevens=gegevens,
    )
