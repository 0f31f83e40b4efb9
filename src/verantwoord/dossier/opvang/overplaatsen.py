"""A transfer to a vbl or a gezinslocatie, step by step. Each step is somebody's act; no day that passes is one.

The complete file passes the gate when the COA is asked and again at each half of the hand-over, so that a sign that came
in between stops it. A family is transferred in one act: everybody passes their own gate, or nobody is transferred.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier import poort
from verantwoord.dossier.actions.feitenwijziging import change_feiten, lock_versie
from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.gezin import familienummers
from verantwoord.dossier.models import Dossier, Overplaatsing, Overplaatsingsgrond, Overplaatsingsstap
from verantwoord.dossier.opvang.plaatsen import PlaatsPastNiet, verhuis
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Recht

Naar, Stand, Stap = Overplaatsing.Naar, Overplaatsing.Stand, Overplaatsingsstap.Soort
HANDELINGEN: Final = {Naar.VBL.value: "overplaatsen_vbl", Naar.GL.value: "overplaatsen_gl"}
# Once the person may be on the way, whoever hears that they came after all can still say so.
_KAN_AANKOMEN: Final = (Stand.OVERGEDRAGEN, Stand.NIET_AANGEKOMEN)


class OverplaatsingPastNiet(DomeinFout):
    """A step that does not fit how the transfer stands."""


@transaction.atomic
def ask_overplaatsing(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int,
    samen: Mapping[UUID, int],
    naar: str,
    locatie: str,
    gewenst_op: date,
    antwoord_voor: date,
    toelichting: str,
    zicht_op_terugkeer: str,
    maatregel: str,
    maatregel_op: date,
    peildatum: date,
) -> Overplaatsing:
    """Ask the COA for a place, for one person or a family. Nobody moves by this; the gate is passed for each of them.

    ``samen`` are the dossiers of relatives with the version each was seen in. Raises ``NormBlokkeert`` for the person
    the page is about and ``OverplaatsingPastNiet`` for a relative, with whom and why.
    """
    _check_verzoek(
        naar=naar,
        zicht_op_terugkeer=zicht_op_terugkeer,
        maatregel_op=maatregel_op,
        antwoord_voor=antwoord_voor,
        gewenst_op=gewenst_op,
        peildatum=peildatum,
    )
    versies = {pk: gezien for pk, gezien in samen.items() if pk != dossier_id}
    dossiers = {pk: lock_dossier(pk, door=door) for pk in sorted({dossier_id, *versies})}
    familie = familienummers(dossiers[dossier_id])
    gezin = uuid4() if versies else None
    gevraagd = []
    for pk, gezien in ((dossier_id, versie), *sorted(versies.items())):
        try:
            if pk != dossier_id:
                _check_familie(dossiers[pk], familie)
            _check_te_vragen(pk, naar=naar, door=door, versie=gezien, op=peildatum)
        except (NormBlokkeert, OverplaatsingPastNiet, Versieconflict) as fout:
            if pk == dossier_id:
                raise
            raise _niet_voor(dossiers[pk], fout) from fout
        rij = Overplaatsing.objects.create(
            dossier_id=pk,
            gezin=gezin,
            naar=naar,
            locatie=locatie.strip(),
            gewenst_op=gewenst_op,
            antwoord_voor=antwoord_voor,
            toelichting=toelichting,
            gevraagd_op=peildatum,
            gevraagd_door=door,
        )
        Overplaatsingsgrond.objects.create(
            overplaatsing=rij,
            dossier_id=pk,
            zicht_op_terugkeer=zicht_op_terugkeer,
            maatregel=maatregel.strip(),
            maatregel_op=maatregel_op,
        )
        _stap(
            rij,
            Stap.GEVRAAGD,
            door=door,
            op=peildatum,
            tekst=toelichting,
            naar=naar,
            antwoord_voor=antwoord_voor.isoformat(),
        )
        gevraagd.append(rij)
    return gevraagd[0]


def _check_verzoek(
    *,
    naar: str,
    zicht_op_terugkeer: str,
    maatregel_op: date,
    antwoord_voor: date,
    gewenst_op: date,
    peildatum: date,
) -> None:
    if naar == Naar.VBL and not zicht_op_terugkeer.strip():
        raise OverplaatsingPastNiet(
            _(
                "Schrijf op waarom terugkeer binnen twaalf weken te verwachten is. Zonder dat is een vbl niet mogelijk."
            )
        )
    if maatregel_op > peildatum:
        raise OverplaatsingPastNiet(_("De maatregel is nog niet genomen. Vul de dag van het besluit in."))
    if antwoord_voor < peildatum or gewenst_op < antwoord_voor:
        raise OverplaatsingPastNiet(
            _("Vraag het antwoord voor een dag die nog komt, en voor de dag van de overplaatsing.")
        )


def _check_familie(ander: Dossier, familie: set[str]) -> None:
    if ander.persoon.v_nummer not in familie:
        raise OverplaatsingPastNiet(_("Kies alleen mensen uit het gezin in dit dossier."))


def _check_te_vragen(dossier_id: UUID, *, naar: str, door: Medewerker, versie: int, op: date) -> None:
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    if Overplaatsing.objects.lopend().filter(dossier=dossier).exists():
        raise OverplaatsingPastNiet(_("Er loopt al een overplaatsing. Rond die eerst af, of trek die in."))
    plaatsen = beeld_of(dossier.pk).opvang.verblijfplaatsen
    if any(p.soort == naar and (p.tot is None or p.tot >= op) for p in plaatsen):
        raise OverplaatsingPastNiet(_("De vreemdeling woont al op zo’n locatie."))
    poort.require(HANDELINGEN[naar], dossier=dossier, peildatum=op, door=door)


def _niet_voor(ander: Dossier, fout: DomeinFout) -> OverplaatsingPastNiet:
    """Whom it is about; of the gate only what each norm says, for it is the same act that cannot be done."""
    waarom = fout.melding
    if isinstance(fout, NormBlokkeert):
        waarom = " ".join(bevinding.uitleg for bevinding in fout.bevindingen)
    return OverplaatsingPastNiet(
        _("Voor %(naam)s kan dit niet. %(waarom)s Er is voor niemand van het gezin iets vastgelegd.")
        % {"naam": ander.persoon.volledige_naam, "waarom": waarom}
    )


@transaction.atomic
def question_overplaatsing(
    *, door: Medewerker, dossier_id: UUID, overplaatsing_id: UUID, vraag: str, peildatum: date
) -> None:
    """The COA asks something first; the transfer waits until the regievoerder has answered."""
    for rij in _neem(door, dossier_id, overplaatsing_id, (Stand.GEVRAAGD,), recht=Recht.OPVANG_BESLUITEN):
        _zet(rij, Stand.VRAAG)
        _stap(rij, Stap.VRAAG, door=door, op=peildatum, tekst=vraag)


@transaction.atomic
def reply_overplaatsing(
    *,
    door: Medewerker,
    dossier_id: UUID,
    overplaatsing_id: UUID,
    reactie: str,
    antwoord_voor: date,
    peildatum: date,
) -> None:
    """Answer the question of the COA, and ask again by a new day."""
    if antwoord_voor < peildatum:
        raise OverplaatsingPastNiet(_("Vraag het antwoord voor een dag die nog komt."))
    for rij in _neem(door, dossier_id, overplaatsing_id, (Stand.VRAAG,)):
        rij.antwoord_voor = antwoord_voor
        _zet(rij, Stand.GEVRAAGD, "antwoord_voor")
        _stap(rij, Stap.REACTIE, door=door, op=peildatum, tekst=reactie)


@transaction.atomic
def accept_overplaatsing(
    *, door: Medewerker, dossier_id: UUID, overplaatsing_id: UUID, toelichting: str, peildatum: date
) -> None:
    """The COA keeps a place. Nobody moves by this: the dossier is handed over first."""
    for rij in _neem(
        door, dossier_id, overplaatsing_id, (Stand.GEVRAAGD, Stand.VRAAG), recht=Recht.OPVANG_BESLUITEN
    ):
        _zet(rij, Stand.AKKOORD)
        _stap(rij, Stap.AKKOORD, door=door, op=peildatum, tekst=toelichting)


@transaction.atomic
def hand_over(
    *,
    door: Medewerker,
    dossier_id: UUID,
    overplaatsing_id: UUID,
    wat: str,
    peildatum: date,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> None:
    """Declare one's own half of the hand-over: the regievoerder, and the case manager of the COA.

    Only both together let the person go; each passes the gate again. A family is handed over together.
    """
    if door.organisatie not in {Organisatie.DTV, Organisatie.COA}:
        raise GeenToegang(_("Alleen de regievoerder en de casemanager van het COA dragen over."))
    rijen = _neem(door, dossier_id, overplaatsing_id, (Stand.AKKOORD,), recht=recht)
    for rij in rijen:
        gedaan = rij.stappen.filter(soort=Stap.OVERGEDRAGEN)
        if gedaan.filter(organisatie=door.organisatie).exists():
            raise OverplaatsingPastNiet(
                _("Uw organisatie heeft de overdracht al vastgelegd. De ander moet dat nog doen.")
            )
        poort.require(HANDELINGEN[rij.naar], dossier=rij.dossier, peildatum=peildatum, door=door)
        ander_was_er_al = gedaan.exists()
        if ander_was_er_al:
            _zet(rij, Stand.OVERGEDRAGEN)
        _stap(rij, Stap.OVERGEDRAGEN, door=door, op=peildatum, tekst=wat, organisatie=door.organisatie)


@transaction.atomic
def record_aankomst(
    *,
    door: Medewerker,
    dossier_id: UUID,
    overplaatsing_id: UUID,
    samen: frozenset[UUID],
    aangekomen_op: date,
    toelichting: str,
    peildatum: date,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> None:
    """Keep that somebody arrived: from that day they live there. ``samen`` are the others of the family who did.

    It says what happened and is no decision, so it is recorded also when a norm would stop a transfer on that day; which
    ones those are stands in the event (``tegengehouden_door``).
    """
    if aangekomen_op > peildatum:
        raise OverplaatsingPastNiet(_("Deze dag moet nog komen. Leg dit vast als het is gebeurd."))
    for rij in _neem(door, dossier_id, overplaatsing_id, _KAN_AANKOMEN, recht=recht, samen=samen):
        _zet(rij, Stand.AANGEKOMEN)
        tegen = _tegengehouden_door(rij, aangekomen_op, door=door)
        _woon(rij, aangekomen_op, door=door, toelichting=toelichting, tegen=tegen)
        _stap(rij, Stap.AANGEKOMEN, door=door, op=aangekomen_op, tekst=toelichting)


def _tegengehouden_door(rij: Overplaatsing, op: date, *, door: Medewerker) -> list[str]:
    """The norms by which a transfer would not have been allowed on the day that somebody came, as the gate names them."""
    try:
        poort.require(HANDELINGEN[rij.naar], dossier=rij.dossier, peildatum=op, door=door)
    except NormBlokkeert as fout:
        return [bevinding.norm for bevinding in fout.bevindingen]
    return []


def _woon(rij: Overplaatsing, op: date, *, door: Medewerker, toelichting: str, tegen: list[str]) -> None:
    overgedragen_op = rij.stappen.filter(soort=Stap.OVERGEDRAGEN).order_by("-op").values_list("op", flat=True)
    if op < overgedragen_op[0]:
        raise OverplaatsingPastNiet(_("Dit is voor de overdracht. Kijk de datums na."))
    nieuw = d.Verblijfplaats(soort=rij.naar, locatie=rij.locatie, van=op)  # type: ignore[arg-type]

    def verander(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        try:
            plaatsen = verhuis(beeld.opvang.verblijfplaatsen, nieuw)
        except PlaatsPastNiet as fout:
            raise OverplaatsingPastNiet(fout.melding) from fout
        return replace(beeld, opvang=replace(beeld.opvang, verblijfplaatsen=plaatsen))

    change_feiten(
        rij.dossier,
        verander,
        door=door,
        soort="opvang.aangekomen",
        gegevens={"toelichting": toelichting, "tegengehouden_door": tegen},
    )


@transaction.atomic
def record_niet_aangekomen(
    *,
    door: Medewerker,
    dossier_id: UUID,
    overplaatsing_id: UUID,
    op: date,
    toelichting: str,
    peildatum: date,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
) -> None:
    """Keep that somebody was expected and did not come. It changes nothing else: who is not there is not always away."""
    if op > peildatum:
        raise OverplaatsingPastNiet(_("Deze dag moet nog komen. Leg dit vast als het is gebeurd."))
    nemen = _neem(door, dossier_id, overplaatsing_id, (Stand.OVERGEDRAGEN,), recht=recht, samen=frozenset())
    for rij in nemen:
        _zet(rij, Stand.NIET_AANGEKOMEN)
        _stap(rij, Stap.NIET_AANGEKOMEN, door=door, op=op, tekst=toelichting)


@transaction.atomic
def withdraw_overplaatsing(
    *, door: Medewerker, dossier_id: UUID, overplaatsing_id: UUID, reden: str, peildatum: date
) -> None:
    """Stop a transfer that has not been completed, for the whole family; everybody stays where they live."""
    for rij in _neem(door, dossier_id, overplaatsing_id, Overplaatsing.LOPEND):
        _zet(rij, Stand.INGETROKKEN)
        _stap(rij, Stap.INGETROKKEN, door=door, op=peildatum, tekst=reden)


def lock_gezin(*, door: Medewerker, dossier_id: UUID, overplaatsing_id: UUID, recht: Recht) -> None:
    """Take the dossiers of one transfer in the one order everybody takes them in, before anything else locks one."""
    for pk in sorted({rij.dossier_id for rij in _van_de_groep(door, dossier_id, overplaatsing_id)}):
        lock_dossier(pk, door=door, recht=recht)


def _van_de_groep(door: Medewerker, dossier_id: UUID, overplaatsing_id: UUID) -> list[Overplaatsing]:
    """The transfer and those of the family, as far as they are the acting person's; its own one first."""
    zichtbaar = Overplaatsing.objects.visible_to(door)
    eigen = zichtbaar.get(pk=overplaatsing_id, dossier=dossier_id)
    if eigen.gezin is None:
        return [eigen]
    anderen = zichtbaar.filter(gezin=eigen.gezin, dossier__gesloten_op__isnull=True).exclude(pk=eigen.pk)
    return [eigen, *anderen.order_by("dossier")]


def _neem(
    door: Medewerker,
    dossier_id: UUID,
    overplaatsing_id: UUID,
    standen: tuple[str, ...],
    *,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
    samen: frozenset[UUID] | None = None,
) -> list[Overplaatsing]:
    """Right and lock, then the transfers that stand as expected: of the whole family, or of ``samen`` alone."""
    groep = _van_de_groep(door, dossier_id, overplaatsing_id)
    if samen is not None:
        groep = [rij for rij in groep if rij.dossier_id == dossier_id or rij.dossier_id in samen]
    dossiers = {
        pk: lock_dossier(pk, door=door, recht=recht) for pk in sorted({rij.dossier_id for rij in groep})
    }
    vers = {rij.pk: rij for rij in Overplaatsing.objects.filter(pk__in=[rij.pk for rij in groep])}
    nemen = [vers[rij.pk] for rij in groep if vers[rij.pk].stand in standen]
    if overplaatsing_id not in {rij.pk for rij in nemen}:
        raise OverplaatsingPastNiet(
            _("Iemand was u voor: deze overplaatsing staat nu op: %(stand)s. Bekijk eerst wat er is gebeurd.")
            % {"stand": vers[overplaatsing_id].get_stand_display()}
        )
    for rij in nemen:
        rij.dossier = dossiers[rij.dossier_id]
    return nemen


def _zet(rij: Overplaatsing, stand: str, *velden: str) -> None:
    rij.stand = stand
    rij.save(update_fields=["stand", *velden])


def _stap(rij: Overplaatsing, soort: str, *, door: Medewerker, op: date, tekst: str, **gegevens: str) -> None:
    """Keep one step and its event; why somebody must move stays out of the event."""
    Overplaatsingsstap.objects.create(
        overplaatsing=rij, soort=soort, organisatie=door.organisatie, door=door, op=op, tekst=tekst.strip()
    )
    record_gebeurtenis(
        soort=f"overplaatsing.{soort}",
        onderwerp=rij,
        dossier_id=rij.dossier_id,
        door=door,
        gegevens={"op": op.isoformat(), **gegevens},
    )
