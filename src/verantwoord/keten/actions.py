"""Taking messages in: kept first, judged then, and linked to a person only when nothing contradicts it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.actions import open_dossiers, receive_overdracht, record_procedure
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import gebundeld, record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.overdracht.beoordelen import Beoordeling, beoordeel_bericht, beoordeel_procedurebericht
from verantwoord.kern.overdracht.bericht import Overdrachtsbericht
from verantwoord.kern.overdracht.persoon import EerdereGegevens
from verantwoord.kern.overdracht.procedurebericht import Procedurebericht
from verantwoord.kern.overdracht.redenen import Status
from verantwoord.kern.overdracht.tegenspraak import dag_van
from verantwoord.keten.bekend import Bekend
from verantwoord.keten.inzendingen import retry_inzending
from verantwoord.keten.models import InkomendBericht
from verantwoord.keten.uitkomst import Uitkomst
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Rol

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


class GeenBericht(DomeinFout):
    """There is no such message for this person."""


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
    with als_systeem():
        (uitkomst,) = Partij(door=door, nu=nu).handel_af([bericht])
    return uitkomst


@transaction.atomic
def deliver(*, door: Medewerker, soort: str, binnen: Iterable[Binnengekomen], nu: datetime) -> list[Uitkomst]:
    """Store and take in a batch, for who keeps the originals (files) and can deliver again after a failure.

    All in one transaction, in which the norms are asked once for every dossier that changed.
    """
    require(door, Recht.BERICHT_AANLEVEREN)
    _wacht_op_beurt()
    with als_systeem(), gebundeld():
        return Partij(door=door, nu=nu).handel_af([_rij(door, soort, een) for een in binnen])


@transaction.atomic
def retry_bericht(*, door: Medewerker, bericht_pk: UUID, nu: datetime) -> Uitkomst:
    """Judge a message in quarantine anew, after what stood in its way was put right."""
    require(door, Recht.QUARANTAINE_BEHANDELEN)
    _wacht_op_beurt()
    bericht = _lock_in_quarantaine(door, bericht_pk)
    with als_systeem():
        if bericht.soort == Soort.INZENDING:
            uitkomst = retry_inzending(bericht, peildatum=timezone.localdate(nu))
        else:
            (uitkomst,) = Partij(door=bericht.aangeleverd_door, nu=nu).handel_af([bericht])
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
    berichten = InkomendBericht.objects.visible_to(door).select_for_update(of=("self",))
    bericht = berichten.select_related("aangeleverd_door").filter(pk=bericht_pk).first()
    if bericht is None:
        raise GeenBericht(_("Dit bericht is er niet. Ververs de lijst."))
    if not berichten.in_quarantaine().filter(pk=bericht_pk).exists():
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


class Partij:
    """Messages that are judged one after the other and written together.

    First transfers of people nobody knew yet wait and are written in one go; whatever refers to one of them makes
    them be written first. So a message is always compared with everything that came before it.
    """

    def __init__(self, *, door: Medewerker, nu: datetime) -> None:
        self.door = door
        self.nu = nu
        self.bekend = Bekend()
        self.wachtend: dict[str, tuple[InkomendBericht, Overdrachtsbericht]] = {}

    def handel_af(self, berichten: Sequence[InkomendBericht]) -> list[Uitkomst]:
        """Judge and write them all; the outcomes are in the same order."""
        afgehandeld = [self._handel_af(bericht) for bericht in berichten]
        self._schrijf_wachtend()
        return [_uitkomst(bericht, bericht_id) for bericht, bericht_id in afgehandeld]

    def _handel_af(self, bericht: InkomendBericht) -> tuple[InkomendBericht, str | None]:
        self.bekend.volgend_bericht()
        inhoud = bytes(bericht.inhoud) if bericht.inhoud is not None else None
        oordeel: Oordeel
        if bericht.soort == Soort.OVERDRACHT:
            oordeel = beoordeel_bericht(inhoud, nu=self.nu, bekend=self.bekend)
        else:
            oordeel = beoordeel_procedurebericht(inhoud, nu=self.nu, bekend=self.bekend)
        _schrijf_oordeel(bericht, oordeel)
        if self._is_van_een_ander(oordeel):
            _zet_apart(bericht)
        elif oordeel.status == Status.OPGENOMEN:
            self._neem_op(bericht, oordeel)
            return bericht, oordeel.bericht_id
        if bericht.status == InkomendBericht.Status.DUBBEL:
            self._schrijf_wachtend()
            eerste = InkomendBericht.objects.select_related("dossier").get(
                bericht_id=bericht.bericht_id, status=InkomendBericht.Status.OPGENOMEN
            )
            bericht.dossier = eerste.dossier
            # It was kept whole the first time.
            bericht.inhoud = None
        elif (eerder := _eerder_apart_gezet(bericht)) is not None:
            # One message is one item for the person who looks at it, however often it is sent.
            if not bericht._state.adding:
                bericht.delete()
            eerder.reden, eerder.uitleg = bericht.reden, bericht.uitleg
            bericht = eerder
        bericht.save()
        return bericht, oordeel.bericht_id

    def _is_van_een_ander(self, oordeel: Oordeel) -> bool:
        """Tell whether a sender's own account delivers in the name of another sender."""
        bericht = oordeel.bericht
        return (
            bericht is not None
            and self.door.rol == Rol.AFZENDER
            and bericht.afzender != self.door.organisatie
        )

    def _neem_op(self, bericht: InkomendBericht, oordeel: Oordeel) -> None:
        inhoud = oordeel.bericht
        if isinstance(inhoud, Overdrachtsbericht) and self._is_eerste(inhoud):
            self.wachtend[inhoud.persoon.v_nummer] = (bericht, inhoud)
            self.bekend.onthoud(
                inhoud.bericht_id,
                oordeel.vingerafdruk or "",
                inhoud.persoon.v_nummer,
                EerdereGegevens(bericht.achternaam, bericht.geboortedatum),
            )
            return
        self._schrijf_wachtend()
        if isinstance(inhoud, Overdrachtsbericht):
            bericht.dossier = receive_overdracht(
                door=self.door, overdracht=als_dossierbeeld(inhoud), bericht_id=UUID(inhoud.bericht_id)
            )
        elif isinstance(inhoud, Procedurebericht):
            bericht.dossier = _verwerk(inhoud, door=self.door)
        bericht.save()
        _sluit_eerdere([bericht], door=self.door)

    def _is_eerste(self, inhoud: Overdrachtsbericht) -> bool:
        v_nummer = inhoud.persoon.v_nummer
        return v_nummer not in self.wachtend and not self.bekend.eerdere_gegevens(v_nummer)

    def _schrijf_wachtend(self) -> None:
        if not self.wachtend:
            return
        rijen = list(self.wachtend.values())
        dossiers = open_dossiers(
            door=self.door,
            overdrachten=[(als_dossierbeeld(inhoud), UUID(inhoud.bericht_id)) for _rij, inhoud in rijen],
        )
        berichten = [rij for rij, _inhoud in rijen]
        for bericht, dossier in zip(berichten, dossiers, strict=True):
            bericht.dossier = dossier
        InkomendBericht.objects.bulk_create([bericht for bericht in berichten if bericht._state.adding])
        for bericht in berichten:
            if not bericht._state.adding:
                bericht.save()
        _sluit_eerdere(berichten, door=self.door)
        self.wachtend.clear()
        self.bekend.vergeet()


def _uitkomst(bericht: InkomendBericht, bericht_id: str | None) -> Uitkomst:
    return Uitkomst(
        bericht_id=bericht_id,
        status=bericht.status,
        reden=bericht.reden,
        uitleg=bericht.uitleg,
        dossiernummer=bericht.dossier.nummer if bericht.dossier else None,
    )


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


def _zet_apart(rij: InkomendBericht) -> None:
    rij.status, rij.reden = InkomendBericht.Status.QUARANTAINE, "afzender_onjuist"
    rij.uitleg = _(
        "Veld afzender noemt een andere organisatie dan waar deze sleutel bij hoort: verstuur het bericht met de eigen "
        "sleutel, of verbeter de afzender."
    )


def _eerder_apart_gezet(bericht: InkomendBericht) -> InkomendBericht | None:
    """The item in quarantine that holds the same message, unchanged as a value or to the byte."""
    zelfde = Q(sha256=bericht.sha256)
    if bericht.vingerafdruk is not None:
        zelfde |= Q(vingerafdruk=bericht.vingerafdruk)
    apart = InkomendBericht.objects.in_quarantaine().filter(zelfde, soort=bericht.soort)
    return apart.exclude(pk=bericht.pk).select_related("dossier").first()


def _sluit_eerdere(berichten: Iterable[InkomendBericht], *, door: Medewerker) -> None:
    """A message that was put right under its own id is no longer waiting in its old form."""
    oud = InkomendBericht.objects.in_quarantaine().filter(bericht_id__in=[b.bericht_id for b in berichten])
    _sluit(oud, door=door, reden=_("Verbeterd opnieuw ontvangen en opgenomen."))


def _verwerk(bericht: Procedurebericht, *, door: Medewerker) -> Dossier:
    """Put the event in the person's open dossier, or in the last one that was closed."""
    dossiers = Dossier.objects.filter(persoon__v_nummer=bericht.v_nummer)
    dossier = dossiers.order_by(F("gesloten_op").desc(nulls_first=True)).first()
    if dossier is None:
        raise RuntimeError("a known v-number without a dossier")
    return record_procedure(
        door=door, dossier_id=dossier.pk, gebeurtenis=bericht.gebeurtenis, bericht_id=UUID(bericht.bericht_id)
    )


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
