"""Giving a mandate, writing one down from paper with two pairs of eyes, and ending it at once."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import (
    Activering,
    Dossier,
    Machtiging,
    Machtigingvoorstel,
    Portaalaccount,
    Portaalsessie,
)
from verantwoord.dossier.portaal.acties import make_activering
from verantwoord.dossier.portaal.codes import schoon
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.kalender import achttien_op
from verantwoord.kern.typen import geboortegrenzen
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Portaalrol, Recht, Wie
from verantwoord.web.datums import lang

LANGST: Final = timedelta(days=366)
# A guardian is appointed by a judge; the person invites whom they choose.
ZELF_TE_GEVEN: Final = (
    Machtiging.Hoedanigheid.ADVOCAAT,
    Machtiging.Hoedanigheid.VWN,
    Machtiging.Hoedanigheid.ANDERS,
)


class MachtigingKanNiet(DomeinFout):
    """A mandate that cannot be given, signed or ended now; the sentence says why."""


class OnbekendNummer(MachtigingKanNiet):
    """No account has both this number and this name."""


@transaction.atomic
def give_machtiging(
    *,
    door: Portaalaccount,
    dossier_id: UUID,
    naam: str,
    hoedanigheid: str,
    tot: date,
    nu: datetime,
    op: date,
    nummer: str = "",
) -> tuple[Machtiging, str]:
    """Let somebody look and ask for oneself from today; returns the code to hand over, which is kept nowhere.

    Only the person gives, and only in their own dossier: whoever has a mandate cannot pass it on. With the number of an
    account that this somebody has already no code is made: they log in as before and choose for whom they look.
    """
    require(door, Recht.MACHTIGING_GEVEN)
    if hoedanigheid not in ZELF_TE_GEVEN:
        raise MachtigingKanNiet(_("Kies wie het is."))
    _controleer(naam=naam, van=op, tot=tot)
    with als_systeem():
        # The program makes the account, for the person may not see those of others; whose dossier it is, is asked here.
        Dossier.objects.select_for_update(of=("self",)).get(pk=dossier_id, persoon=door.persoon_id)
        account = _account(naam=naam, nummer=nummer)
        machtiging = _maak(dossier_id, account, hoedanigheid=hoedanigheid, van=op, tot=tot, door=door, nu=nu)
        code = ""
        if not nummer:
            activering, code = make_activering(account, door=door, nu=nu)
            # The person reads the code on their own screen and hands it over themselves.
            activering.overhandigd_op, activering.overhandigd_naam = op, door.naam
            activering.save(update_fields=["overhandigd_op", "overhandigd_naam"])
    _record(machtiging, "machtiging.gegeven", dossier_id, door=door)
    return machtiging, code


@transaction.atomic
def end_eigen_machtiging(
    *, door: Portaalaccount, dossier_id: UUID, machtiging_id: UUID, nu: datetime
) -> Machtiging | None:
    """End a mandate at once: the person any of their own, whoever has one that one alone. Nothing when it is neither."""
    with als_systeem():
        lopend = _lopend(dossier_id)
        if door.rol == Portaalrol.PERSOON:
            lopend = lopend.filter(dossier__persoon=door.persoon_id)
        else:
            lopend = lopend.filter(account=door.pk)
        machtiging: Machtiging | None = lopend.filter(pk=machtiging_id).first()
    if machtiging is None:
        return None
    # Signed before it is gone: after that it is no longer theirs to sign.
    _record(machtiging, "machtiging.beeindigd", dossier_id, door=door)
    with als_systeem():
        _beeindig(machtiging, naam=door.naam, nu=nu)
    return machtiging


@transaction.atomic
def end_machtiging(*, door: Medewerker, dossier_id: UUID, machtiging_id: UUID, nu: datetime) -> Machtiging:
    """End a mandate for the person: it was said at the desk, or on paper, that it is over."""
    _lock(dossier_id, door=door)
    machtiging: Machtiging | None = _lopend(dossier_id).filter(pk=machtiging_id).first()
    if machtiging is None:
        raise MachtigingKanNiet(_("Deze machtiging is al beëindigd. Ververs de pagina."))
    with als_systeem():
        _beeindig(machtiging, naam=door.naam, nu=nu)
    _record(machtiging, "machtiging.beeindigd", dossier_id, door=door)
    return machtiging


@transaction.atomic
def propose_machtiging(
    *,
    door: Medewerker,
    dossier_id: UUID,
    naam: str,
    hoedanigheid: str,
    van: date,
    tot: date,
    kenmerk: str,
    nummer: str = "",
) -> Machtigingvoorstel:
    """Write down a mandate that came on paper. It opens nothing until a colleague looked at the paper too.

    ``nummer`` is that of the account somebody has already, such as a lawyer with another client. A guardian is one until
    the person is 18 (BW 1:233, 1:245).
    """
    dossier = _lock(dossier_id, door=door)
    _controleer(naam=naam, van=van, tot=tot)
    if hoedanigheid == Machtiging.Hoedanigheid.VOOGD:
        _controleer_voogd(dossier, van=van, tot=tot)
    if not kenmerk.strip():
        raise MachtigingKanNiet(_("Schrijf op waar het papier te vinden is."))
    with als_systeem():
        if nummer:
            _bestaand(naam=naam, nummer=nummer)
    voorstel = Machtigingvoorstel.objects.create(
        dossier=dossier,
        nummer=schoon(nummer),
        naam=naam.strip(),
        hoedanigheid=Machtiging.Hoedanigheid(hoedanigheid),
        van=van,
        tot=tot,
        kenmerk=kenmerk.strip(),
        door=door,
        door_naam=door.naam,
    )
    _record(voorstel, "machtiging.vastgelegd", dossier_id, door=door)
    return voorstel


@transaction.atomic
def sign_machtiging(
    *, door: Medewerker, dossier_id: UUID, voorstel_id: UUID, nu: datetime, op: date
) -> Machtiging:
    """Say, as the second who looked, that it is what the paper says; from now on it holds between its days."""
    voorstel = _lock_voorstel(dossier_id, voorstel_id, door=door)
    if voorstel.tot < op:
        raise MachtigingKanNiet(_("De laatste dag van deze machtiging is voorbij."))
    with als_systeem():
        machtiging = _maak(
            dossier_id,
            _account(naam=voorstel.naam, nummer=voorstel.nummer),
            hoedanigheid=voorstel.hoedanigheid,
            van=voorstel.van,
            tot=voorstel.tot,
            door=door,
            nu=nu,
        )
    _beslis(voorstel, door=door, nu=nu, machtiging=machtiging)
    _record(machtiging, "machtiging.getekend", dossier_id, door=door)
    return machtiging


@transaction.atomic
def refuse_machtiging(
    *, door: Medewerker, dossier_id: UUID, voorstel_id: UUID, reden: str, nu: datetime
) -> Machtigingvoorstel:
    """Say, as the second who looked, that it is not what the paper says; one writes it down anew then."""
    voorstel = _lock_voorstel(dossier_id, voorstel_id, door=door)
    if not reden.strip():
        raise MachtigingKanNiet(_("Schrijf op wat er niet klopt."))
    voorstel.afgewezen_reden = reden.strip()
    _beslis(voorstel, door=door, nu=nu, machtiging=None)
    _record(voorstel, "machtiging.niet_getekend", dossier_id, door=door)
    return voorstel


@transaction.atomic
def make_machtigingsbrief(
    *, door: Medewerker, dossier_id: UUID, machtiging_id: UUID, nu: datetime, op: date
) -> tuple[Activering, str]:
    """Make the letter with the code, to give in hand to whoever has the mandate; earlier ones open nothing any more."""
    _lock(dossier_id, door=door)
    machtiging = _lopend(dossier_id).filter(pk=machtiging_id, tot__gte=op).first()
    if machtiging is None:
        raise MachtigingKanNiet(_("Deze machtiging loopt niet meer. Ververs de pagina."))
    with als_systeem():
        if _ook_elders(machtiging):
            # Whoever held this letter would see the other clients too.
            raise MachtigingKanNiet(
                _(
                    "Dit account hoort ook bij andere dossiers. Daarom maakt u hier geen code. Leg een nieuwe machtiging "
                    "vast zonder nummer."
                )
            )
        machtiging.account.activeringen.filter(gebruikt_op=None, ingetrokken_op=None).update(
            ingetrokken_op=nu
        )
        activering, code = make_activering(machtiging.account, door=door, nu=nu)
        # Whoever makes this letter gives it: the colleague who prints it sees who takes it.
        activering.overhandigd_op, activering.overhandigd_naam = op, door.naam
        activering.save(update_fields=["overhandigd_op", "overhandigd_naam"])
    _record(machtiging, "machtiging.brief_gemaakt", dossier_id, door=door)
    return activering, code


def _lock(dossier_id: UUID, *, door: Medewerker) -> Dossier:
    return lock_dossier(dossier_id, door=door, recht=Recht.PORTAAL_OPENEN, ook_gesloten=True)


def _lopend(dossier_id: UUID) -> models.QuerySet[Machtiging]:
    return (
        Machtiging.objects.select_for_update(of=("self",))
        .select_related("account")
        .filter(dossier=dossier_id, ingetrokken_op=None)
    )


def _lock_voorstel(dossier_id: UUID, voorstel_id: UUID, *, door: Medewerker) -> Machtigingvoorstel:
    _lock(dossier_id, door=door)
    voorstel: Machtigingvoorstel | None = (
        Machtigingvoorstel.objects.select_for_update(of=("self",))
        .filter(pk=voorstel_id, dossier=dossier_id, beslist_op=None)
        .first()
    )
    if voorstel is None:
        raise MachtigingKanNiet(_("Over deze machtiging is al beslist. Ververs de pagina."))
    if door.pk == voorstel.door_id or door.naam == voorstel.door_naam:
        raise MachtigingKanNiet(_("U legde dit zelf vast. Een collega kijkt als tweede."))
    return voorstel


def _controleer(*, naam: str, van: date, tot: date) -> None:
    if not naam.strip():
        raise MachtigingKanNiet(_("Schrijf de naam op."))
    if not van <= tot <= van + LANGST:
        raise MachtigingKanNiet(
            _("Kies een laatste dag na de eerste, en niet later dan een jaar na de eerste.")
        )


def _controleer_voogd(dossier: Dossier, *, van: date, tot: date) -> None:
    """Refuse a guardian of somebody who is 18 then; of a birth date that is not known wholly the latest counts."""
    if not dossier.persoon.geboortedatum:
        return
    volwassen_op = achttien_op(geboortegrenzen(dossier.persoon.geboortedatum)[1])
    if volwassen_op <= van:
        raise MachtigingKanNiet(
            _("Deze persoon is 18 jaar of ouder en heeft geen voogd. Kies “Iemand anders”.")
        )
    if volwassen_op <= tot:
        raise MachtigingKanNiet(
            _("Deze persoon wordt 18 op %(dag)s. Kies een laatste dag daarvoor.")
            % {"dag": lang(volwassen_op)}
        )


def _account(*, naam: str, nummer: str) -> Portaalaccount:
    """The account somebody has already, or a new one."""
    if nummer:
        return _bestaand(naam=naam, nummer=nummer)
    return Portaalaccount.objects.create(rol=Portaalrol.GEMACHTIGDE, eigen_naam=naam.strip())


def _bestaand(*, naam: str, nummer: str) -> Portaalaccount:
    """The account with this number and this name; one that only one of them fits looks like none."""
    account: Portaalaccount | None = Portaalaccount.objects.filter(
        rol=Portaalrol.GEMACHTIGDE,
        nummer=schoon(nummer),
        eigen_naam__iexact=naam.strip(),
        geactiveerd_op__isnull=False,
        ingetrokken_op=None,
    ).first()
    if account is None:
        raise OnbekendNummer(
            _("Er is geen account met dit nummer en deze naam. Vraag het nummer na, of laat het leeg.")
        )
    return account


def _ook_elders(machtiging: Machtiging) -> bool:
    elders = Machtiging.objects.filter(account=machtiging.account_id, ingetrokken_op=None)
    return elders.exclude(dossier=machtiging.dossier_id).exists()


def _maak(
    dossier_id: UUID,
    account: Portaalaccount,
    *,
    hoedanigheid: str,
    van: date,
    tot: date,
    door: Wie,
    nu: datetime,
) -> Machtiging:
    eerder = Machtiging.objects.filter(account=account, dossier=dossier_id, ingetrokken_op=None)
    if eerder.filter(tot__gte=van).exists():
        raise MachtigingKanNiet(_("Deze persoon heeft al een machtiging in dit dossier."))
    # A code that nobody used yet would open this file too.
    account.activeringen.filter(gebruikt_op=None, ingetrokken_op=None).update(ingetrokken_op=nu)
    # What ran out by itself makes room for the next.
    eerder.update(ingetrokken_op=nu, ingetrokken_naam=door.naam)
    return Machtiging.objects.create(
        account=account,
        dossier_id=dossier_id,
        hoedanigheid=Machtiging.Hoedanigheid(hoedanigheid),
        van=van,
        tot=tot,
        gegeven_op=nu,
        gegeven_naam=door.naam,
    )


def _beeindig(machtiging: Machtiging, *, naam: str, nu: datetime) -> None:
    machtiging.ingetrokken_op, machtiging.ingetrokken_naam = nu, naam
    machtiging.save(update_fields=["ingetrokken_op", "ingetrokken_naam"])
    Portaalsessie.objects.filter(account=machtiging.account_id, dossier=machtiging.dossier_id).delete()
    if not Machtiging.objects.filter(account=machtiging.account_id, ingetrokken_op=None).exists():
        # A code that nobody used yet opens an account that sees nothing; better that it opens nothing.
        machtiging.account.activeringen.filter(gebruikt_op=None, ingetrokken_op=None).update(
            ingetrokken_op=nu
        )


def _beslis(
    voorstel: Machtigingvoorstel, *, door: Medewerker, nu: datetime, machtiging: Machtiging | None
) -> None:
    voorstel.tweede, voorstel.tweede_naam = door, door.naam
    voorstel.beslist_op, voorstel.machtiging = nu, machtiging
    voorstel.save(update_fields=["tweede", "tweede_naam", "beslist_op", "machtiging", "afgewezen_reden"])


def _record(onderwerp: Machtiging | Machtigingvoorstel, soort: str, dossier_id: UUID, *, door: Wie) -> None:
    record_gebeurtenis(
        soort=soort,
        onderwerp=onderwerp,
        dossier_id=dossier_id,
        door=door,
        gegevens={"hoedanigheid": onderwerp.hoedanigheid, "tot": onderwerp.tot.isoformat()},
    )
