"""Taking messages in: kept first, judged then, and linked to a person only when nothing contradicts it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.actions import receive_overdracht, record_procedure
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import gebundeld, record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.overdracht.beoordelen import Beoordeling, beoordeel_bericht, beoordeel_procedurebericht
from verantwoord.kern.overdracht.bericht import Overdrachtsbericht
from verantwoord.kern.overdracht.procedurebericht import Procedurebericht
from verantwoord.kern.overdracht.redenen import Status
from verantwoord.kern.overdracht.tegenspraak import dag_van
from verantwoord.keten.bekend import BekendInDatabank
from verantwoord.keten.models import InkomendBericht
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

Soort = InkomendBericht.Soort
Oordeel = Beoordeling[Overdrachtsbericht] | Beoordeling[Procedurebericht]

# The turn in which messages are taken in, as PostgreSQL numbers its locks.
BEURT = 62_2001


@dataclass(frozen=True, kw_only=True)
class Binnengekomen:
    """One message as it arrived: its bytes, or only size and digest when it was too large to keep."""

    inhoud: bytes | None
    omvang: int
    sha256: str
    bestand: str = ""
    regel: int | None = None


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """What became of a message, as its sender is told."""

    bericht_id: str | None
    status: str
    reden: str | None
    uitleg: str
    dossiernummer: str | None


class NietInQuarantaine(DomeinFout):
    """The message is not, or no longer, waiting for somebody."""


def store(*, door: Medewerker, soort: str, binnen: Binnengekomen) -> InkomendBericht:
    """Keep a message as it came, before anything is made of it and before it is answered."""
    require(door, Recht.BERICHT_AANLEVEREN)
    bericht = _rij(door, soort, binnen)
    bericht.save()
    return bericht


@transaction.atomic
def take_in(*, door: Medewerker, bericht: InkomendBericht, nu: datetime) -> Uitkomst:
    """Judge a stored message and take it in when it fits."""
    require(door, Recht.BERICHT_AANLEVEREN)
    _wacht_op_beurt()
    return _handel_af(bericht, nu=nu)


@transaction.atomic
def deliver(*, door: Medewerker, soort: str, binnen: Iterable[Binnengekomen], nu: datetime) -> list[Uitkomst]:
    """Store and take in a batch, for who keeps the originals (files) and can deliver again after a failure.

    All in one transaction, in which the norms are asked once for every dossier that changed.
    """
    require(door, Recht.BERICHT_AANLEVEREN)
    _wacht_op_beurt()
    with gebundeld():
        return [_handel_af(_rij(door, soort, een), nu=nu) for een in binnen]


@transaction.atomic
def retry_bericht(*, door: Medewerker, bericht_pk: UUID, nu: datetime) -> Uitkomst:
    """Judge a message in quarantine anew, after what stood in its way was put right."""
    require(door, Recht.QUARANTAINE_BEHANDELEN)
    _wacht_op_beurt()
    bericht = _lock_in_quarantaine(door, bericht_pk)
    uitkomst = _handel_af(bericht, nu=nu)
    record_gebeurtenis(
        soort="bericht.opnieuw_beoordeeld",
        onderwerp=bericht,
        dossier_id=None,
        door=door,
        gegevens={"status": uitkomst.status, "reden": uitkomst.reden},
    )
    return uitkomst


@transaction.atomic
def close_bericht(*, door: Medewerker, bericht_pk: UUID, reden: str) -> InkomendBericht:
    """Take a message off the quarantine list with a reason; it stays, whole."""
    require(door, Recht.QUARANTAINE_BEHANDELEN)
    if not reden.strip():
        raise DomeinFout(_("Schrijf op waarom dit bericht niet wordt opgenomen."))
    bericht = _lock_in_quarantaine(door, bericht_pk)
    _sluit([bericht], door=door, reden=reden.strip())
    record_gebeurtenis(soort="bericht.gesloten", onderwerp=bericht, dossier_id=None, door=door)
    return bericht


def _wacht_op_beurt() -> None:
    """Take messages in one after the other: what one makes known, the next is compared with."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [BEURT])


def _lock_in_quarantaine(door: Medewerker, bericht_pk: UUID) -> InkomendBericht:
    bericht = (
        InkomendBericht.objects.visible_to(door)
        .select_for_update(of=("self",))
        .select_related("aangeleverd_door")
        .get(pk=bericht_pk)
    )
    if bericht.status != InkomendBericht.Status.QUARANTAINE or bericht.gesloten_op is not None:
        raise NietInQuarantaine(_("Dit bericht staat niet meer in quarantaine. Ververs de lijst."))
    return bericht


def _sluit(berichten: Iterable[InkomendBericht], *, door: Medewerker, reden: str) -> None:
    for bericht in berichten:
        bericht.gesloten_op, bericht.gesloten_door, bericht.reden_sluiting = timezone.now(), door, reden
        bericht.save(update_fields=["gesloten_op", "gesloten_door", "reden_sluiting"])


def _rij(door: Medewerker, soort: str, binnen: Binnengekomen) -> InkomendBericht:
    return InkomendBericht(
        soort=soort,
        aangeleverd_door=door,
        inhoud=binnen.inhoud,
        omvang=binnen.omvang,
        sha256=binnen.sha256,
        bestand=binnen.bestand,
        regel=binnen.regel,
        status=InkomendBericht.Status.ONTVANGEN,
    )


def _handel_af(bericht: InkomendBericht, *, nu: datetime) -> Uitkomst:
    """Judge one message and let its row and, when it fits, its dossier say so."""
    oordeel = _beoordeel(bericht, nu)
    _schrijf_oordeel(bericht, oordeel)
    if oordeel.status == Status.OPGENOMEN and oordeel.bericht is not None:
        bericht.dossier = _neem_op(oordeel.bericht, door=bericht.aangeleverd_door)
        _sluit_eerdere(bericht)
    elif oordeel.status == Status.DUBBEL:
        bericht.dossier = Dossier.objects.get(nummer=oordeel.dossiernummer)
        # It was kept whole the first time.
        bericht.inhoud = None
    elif (eerder := _eerder_apart_gezet(bericht)) is not None:
        # One message is one item for the person who looks at it, however often it is sent.
        if not bericht._state.adding:
            bericht.delete()
        bericht = eerder
        _schrijf_oordeel(bericht, oordeel)
    bericht.save()
    return Uitkomst(
        bericht_id=oordeel.bericht_id,
        status=oordeel.status.value,
        reden=oordeel.reden.value if oordeel.reden else None,
        uitleg=oordeel.uitleg,
        dossiernummer=bericht.dossier.nummer if bericht.dossier else None,
    )


def _beoordeel(bericht: InkomendBericht, nu: datetime) -> Oordeel:
    inhoud = bytes(bericht.inhoud) if bericht.inhoud is not None else None
    if bericht.soort == Soort.OVERDRACHT:
        return beoordeel_bericht(inhoud, nu=nu, bekend=BekendInDatabank())
    return beoordeel_procedurebericht(inhoud, nu=nu, bekend=BekendInDatabank())


def _schrijf_oordeel(rij: InkomendBericht, oordeel: Oordeel) -> None:
    rij.status = oordeel.status.value
    rij.reden = oordeel.reden.value if oordeel.reden else None
    rij.uitleg = oordeel.uitleg
    rij.bericht_id = UUID(oordeel.bericht_id) if oordeel.bericht_id else None
    rij.vingerafdruk = oordeel.vingerafdruk
    bericht = oordeel.bericht
    if bericht is None:
        return
    rij.afzender, rij.volgnummer = bericht.afzender, bericht.volgnummer
    if isinstance(bericht, Procedurebericht):
        rij.v_nummer, rij.geboortedatum = bericht.v_nummer, bericht.geboortedatum
    else:
        persoon = bericht.persoon
        rij.v_nummer, rij.geboortedatum = persoon.v_nummer, persoon.geboortedatum
        rij.achternaam = persoon.naam.achternaam if persoon.naam else None


def _eerder_apart_gezet(bericht: InkomendBericht) -> InkomendBericht | None:
    """The item in quarantine that holds the same message, unchanged as a value or to the byte."""
    zelfde = Q(sha256=bericht.sha256)
    if bericht.vingerafdruk is not None:
        zelfde |= Q(vingerafdruk=bericht.vingerafdruk)
    apart = InkomendBericht.objects.in_quarantaine().filter(zelfde, soort=bericht.soort)
    return apart.exclude(pk=bericht.pk).select_related("dossier").first()


def _sluit_eerdere(bericht: InkomendBericht) -> None:
    """A message that was put right under its own id is no longer waiting in its old form."""
    oud = (
        InkomendBericht.objects.in_quarantaine().filter(bericht_id=bericht.bericht_id).exclude(pk=bericht.pk)
    )
    _sluit(oud, door=bericht.aangeleverd_door, reden=_("Verbeterd opnieuw ontvangen en opgenomen."))


def _neem_op(bericht: Overdrachtsbericht | Procedurebericht, *, door: Medewerker) -> Dossier:
    bericht_id = UUID(bericht.bericht_id)
    if isinstance(bericht, Procedurebericht):
        dossier = Dossier.objects.filter(persoon__v_nummer=bericht.v_nummer).order_by("gesloten_op").last()
        if dossier is None:
            raise RuntimeError("a known v-number without a dossier")
        return record_procedure(
            door=door, dossier_id=dossier.pk, gebeurtenis=bericht.gebeurtenis, bericht_id=bericht_id
        )
    return receive_overdracht(door=door, overdracht=als_dossierbeeld(bericht), bericht_id=bericht_id)


def als_dossierbeeld(bericht: Overdrachtsbericht) -> d.Dossierbeeld:
    """What a transfer says, in the shape of a dossierbeeld; the number is given when it is taken in.

    The day of receipt is the day of sending: a message that waited here must not shorten or lengthen a term.
    """
    return d.Dossierbeeld(
        schema=d.FORMAAT,
        dossiernummer="D-0000-000000",
        spoor=bericht.spoor,
        overdracht=d.Overdracht(
            afzender=bericht.afzender,
            ontvangen_op=dag_van(bericht.verzonden_op),
            documenten=bericht.documenten,
        ),
        persoon=bericht.persoon,
        procedure=bericht.procedure,
        opvang=bericht.opvang,
    )
