"""The meldplicht: asked by the DT&V, decided by the AVIM, and no day counts as missed before the reason was heard.

Legal base: Vw 2000 art. 54; Vb 2000 art. 4.51; report §2.2. Its purpose is to know that somebody is there. ``recht`` of
what the AVIM decides is ``MELDPLICHT_OPLEGGEN``; nobody of the DT&V has it.
"""

from datetime import date, timedelta
from typing import Any, Final, Literal
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier.actions import change_feiten, lock_dossier, lock_versie
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import gebundeld, record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.toezicht.actions.regels import eis_tekst, niet_later_dan
from verantwoord.toezicht.fouten import NietAanDeOrde, VeldFout
from verantwoord.toezicht.keuzes import Gehoord, Moment, Reden, Verzoekbesluit, Verzoeksoort
from verantwoord.toezicht.models import Meldmoment, Meldverzoek

# A working agreement of the program, no rule of law: by then the reason should be heard. Nothing follows from its passing.
HOREN_BINNEN: Final = timedelta(days=7)
_AVIM: Final = Recht.MELDPLICHT_OPLEGGEN


@transaction.atomic
def ask_meldplicht(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int | None,
    soort: str,
    reden: str,
    per_week: int | None,
    antwoord_voor: date,
    peildatum: date,
) -> Meldverzoek:
    """Ask the AVIM to impose, change or end a meldplicht. It changes nothing: the AVIM decides."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    loopt = _lopende_plaats(beeld_of(dossier.pk)) is not None
    if Meldverzoek.objects.filter(dossier=dossier).wachtend().exists():
        raise NietAanDeOrde(_("U vroeg de AVIM al iets. Wacht op het antwoord, of trek uw vraag in."))
    if loopt and soort == Verzoeksoort.OPLEGGEN:
        raise NietAanDeOrde(_("Er loopt al een meldplicht."))
    if not loopt and soort != Verzoeksoort.OPLEGGEN:
        raise NietAanDeOrde(_("Er loopt geen meldplicht."))
    if antwoord_voor <= peildatum:
        raise VeldFout(_("Kies een dag die nog komt."), veld="antwoord_voor")
    if soort == Verzoeksoort.WIJZIGEN and per_week is None:
        raise VeldFout(_("Vul in hoe vaak per week."), veld="per_week")
    verzoek = Meldverzoek.objects.create(
        dossier=dossier,
        soort=soort,
        reden=eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom u dit vraagt.")),
        per_week=None if soort == Verzoeksoort.BEEINDIGEN else per_week,
        gevraagd_op=peildatum,
        antwoord_voor=antwoord_voor,
        door=door,
        door_naam=door.naam,
    )
    _vermeld(
        "meldplicht.gevraagd",
        verzoek,
        dossier=dossier,
        door=door,
        reden=verzoek.reden,
        vraag=soort,
        antwoord_voor=antwoord_voor.isoformat(),
    )
    return verzoek


@transaction.atomic
def withdraw_meldverzoek(*, door: Medewerker, dossier_id: UUID, peildatum: date) -> Meldverzoek:
    """Take back what was asked of the AVIM and still waits."""
    dossier = lock_dossier(dossier_id, door=door)
    verzoek = _wachtend(dossier)
    verzoek.ingetrokken_op = peildatum
    verzoek.save(update_fields=["ingetrokken_op"])
    _vermeld("meldplicht.vraag_ingetrokken", verzoek, dossier=dossier, door=door, op=peildatum.isoformat())
    return verzoek


@transaction.atomic
def refuse_meldverzoek(*, door: Medewerker, dossier_id: UUID, reden: str, peildatum: date) -> Meldverzoek:
    """Say as the AVIM that it does not do what was asked, and why."""
    dossier = lock_dossier(dossier_id, door=door, recht=_AVIM)
    verzoek = _wachtend(dossier)
    _besluit(verzoek, Verzoekbesluit.GEWEIGERD, door=door, reden=reden, peildatum=peildatum)
    _vermeld("meldplicht.vraag_geweigerd", verzoek, dossier=dossier, door=door, reden=verzoek.besluit_reden)
    return verzoek


@transaction.atomic
def impose_meldplicht(
    *,
    door: Medewerker,
    dossier_id: UUID,
    op: date,
    per_week: int,
    reden: str,
    reden_afwijking: str,
    peildatum: date,
) -> Dossier:
    """Impose a meldplicht as the AVIM: weekly, or otherwise with a reason that fits this person.

    A request that waits for this is answered with it.
    """
    dossier = lock_dossier(dossier_id, door=door, recht=_AVIM)
    niet_later_dan(op, peildatum, veld="op")
    reden = eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom toezicht bij deze persoon nodig is."))
    afwijking = _eis_afwijking(per_week, reden_afwijking)

    def leg_op(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        if _lopende_plaats(beeld) is not None:
            raise NietAanDeOrde(_("Er loopt al een meldplicht. U kunt die veranderen of beëindigen."))
        nieuw = d.Meldplicht(
            opgelegd_op=op, opgelegd_door="avim", per_week=per_week, reden_afwijking=afwijking
        )
        return replace(beeld, meldplichten=(*beeld.meldplichten, nieuw))

    with gebundeld():
        change_feiten(dossier, leg_op, door=door, soort="meldplicht.opgelegd", gegevens={"reden": reden})
        _beantwoord(dossier, Verzoeksoort.OPLEGGEN, door=door, reden=reden, peildatum=peildatum)
    return dossier


@transaction.atomic
def change_frequentie(
    *, door: Medewerker, dossier_id: UUID, per_week: int, reden: str, peildatum: date
) -> Dossier:
    """Change how often somebody reports; often than weekly only for a reason that fits this person."""
    dossier = lock_dossier(dossier_id, door=door, recht=_AVIM)
    reden = eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom dit bij deze persoon past."))

    def wijzig(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        plaats = _eis_lopend(beeld)
        plicht = replace(
            beeld.meldplichten[plaats],
            per_week=per_week,
            reden_afwijking=reden if per_week != 1 else "",
        )
        return _met_plicht(beeld, plaats, plicht)

    with gebundeld():
        change_feiten(dossier, wijzig, door=door, soort="meldplicht.gewijzigd", gegevens={"reden": reden})
        _beantwoord(dossier, Verzoeksoort.WIJZIGEN, door=door, reden=reden, peildatum=peildatum)
    return dossier


@transaction.atomic
def end_meldplicht(*, door: Medewerker, dossier_id: UUID, op: date, reden: str, peildatum: date) -> Dossier:
    """End the meldplicht as the AVIM."""
    dossier = lock_dossier(dossier_id, door=door, recht=_AVIM)
    niet_later_dan(op, peildatum, veld="op")
    reden = eis_tekst(reden, veld="reden", melding=_("Schrijf op waarom de meldplicht eindigt."))

    def eindig(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        plaats = _eis_lopend(beeld)
        plicht = beeld.meldplichten[plaats]
        if op < plicht.opgelegd_op:
            raise VeldFout(_("Deze dag ligt voor het begin van de meldplicht."), veld="op")
        return _met_plicht(beeld, plaats, replace(plicht, beeindigd_op=op))

    with gebundeld():
        change_feiten(dossier, eindig, door=door, soort="meldplicht.beeindigd", gegevens={"reden": reden})
        _beantwoord(dossier, Verzoeksoort.BEEINDIGEN, door=door, reden=reden, peildatum=peildatum)
    return dossier


@transaction.atomic
def record_meldmoment(
    *,
    door: Medewerker,
    dossier_id: UUID,
    op: date,
    soort: Literal["gemeld", "gemist"],
    toelichting: str,
    peildatum: date,
) -> Meldmoment:
    """Record that somebody reported, or did not. Not reporting counts for nothing yet: the reason is heard first."""
    dossier = lock_dossier(dossier_id, door=door, recht=_AVIM)
    niet_later_dan(op, peildatum, veld="op")
    beeld = beeld_of(dossier.pk)
    plaats = _eis_lopend(beeld)
    if op < beeld.meldplichten[plaats].opgelegd_op:
        raise VeldFout(_("Deze dag ligt voor het begin van de meldplicht."), veld="op")
    eerder = _laatste(dossier, plaats, op)
    if eerder is not None and soort in {eerder.soort, Moment.GEMIST}:
        raise NietAanDeOrde(_("Over deze dag is al iets vastgelegd."))
    gemist = soort == Moment.GEMIST
    with gebundeld():
        moment = Meldmoment.objects.create(
            dossier=dossier,
            plaats=plaats,
            op=op,
            soort=soort,
            horen_voor=peildatum + HOREN_BINNEN if gemist else None,
            toelichting=toelichting.strip(),
            door=door,
            door_naam=door.naam,
        )
        naam = "meldplicht.niet_gemeld" if gemist else "meldplicht.gemeld"
        _vermeld(naam, moment, dossier=dossier, door=door, dag=op.isoformat())
        if not gemist:
            _tel_niet(dossier, plaats, op, door=door)
    return moment


@transaction.atomic
def record_reden(
    *,
    door: Medewerker,
    dossier_id: UUID,
    op: date,
    uitkomst: Literal["verschoond", "telt"],
    gehoord: str,
    reden: str,
    toelichting: str,
    peildatum: date,
) -> Meldmoment:
    """Say what the reason was that somebody did not report, and whether the day counts. An excused day never does.

    Also for a day that counted already: who later shows that they were in hospital is excused then.
    """
    dossier = lock_dossier(dossier_id, door=door, recht=_AVIM)
    niet_later_dan(op, peildatum, veld="op")
    plaats, eerder = _gemiste_dag(dossier, op)
    if eerder.soort == uitkomst:
        raise NietAanDeOrde(_("Dit is over deze dag al vastgelegd."))
    _eis_gehoord(uitkomst, Gehoord(gehoord), Reden(reden))
    toelichting = eis_tekst(
        toelichting,
        veld="toelichting",
        melding=_("Schrijf op wat u hoorde, of hoe en wanneer u de persoon probeerde te bereiken."),
    )
    with gebundeld():
        moment = Meldmoment.objects.create(
            dossier=dossier,
            plaats=plaats,
            op=op,
            soort=uitkomst,
            gehoord=gehoord,
            reden=reden,
            toelichting=toelichting,
            door=door,
            door_naam=door.naam,
        )
        if uitkomst == Moment.VERSCHOOND:
            _vermeld("meldplicht.verschoond", moment, dossier=dossier, door=door, dag=op.isoformat())
            _tel_niet(dossier, plaats, op, door=door)
        else:
            change_feiten(
                dossier,
                lambda beeld: _met_gemist(beeld, plaats, {*beeld.meldplichten[plaats].gemist_op, op}),
                door=door,
                soort="meldplicht.gemist",
                gegevens={"dag": op.isoformat()},
            )
    return moment


def _eis_gehoord(uitkomst: str, gehoord: Gehoord, reden: Reden) -> None:
    """A day counts only for who gave no good reason, or could not be reached; whoever was kept elsewhere is excused."""
    if uitkomst == Moment.VERSCHOOND and reden == Reden.GEEN:
        raise VeldFout(_("Kies de reden die u hoorde."), veld="reden")
    if uitkomst == Moment.TELT and reden in {Reden.ZIEKENHUIS, Reden.VERPLAATST}:
        raise VeldFout(
            _("Wie ziek is, of elders wordt gehouden, kan zich niet melden. Deze dag telt dan niet mee."),
            veld="reden",
        )
    if gehoord == Gehoord.NIET_BEREIKT and reden != Reden.GEEN and uitkomst == Moment.TELT:
        raise VeldFout(
            _("U heeft de persoon niet bereikt. Kies dan dat er geen reden is gegeven."), veld="reden"
        )


def _eis_afwijking(per_week: int, reden: str) -> str:
    """The reason for another frequency than weekly; a weekly one has none."""
    if per_week == 1:
        return ""
    return eis_tekst(
        reden,
        veld="reden_afwijking",
        melding=_("Eens per week is de regel. Schrijf op waarom dat bij deze persoon niet past."),
    )


def _lopende_plaats(beeld: d.Dossierbeeld) -> int | None:
    """The place of the meldplicht that runs; of several the newest."""
    lopend = [i for i, plicht in enumerate(beeld.meldplichten) if plicht.beeindigd_op is None]
    return lopend[-1] if lopend else None


def _eis_lopend(beeld: d.Dossierbeeld) -> int:
    plaats = _lopende_plaats(beeld)
    if plaats is None:
        raise NietAanDeOrde(_("Er loopt geen meldplicht."))
    return plaats


def _met_plicht(beeld: d.Dossierbeeld, plaats: int, plicht: d.Meldplicht) -> d.Dossierbeeld:
    plichten = list(beeld.meldplichten)
    plichten[plaats] = plicht
    return replace(beeld, meldplichten=tuple(plichten))


def _met_gemist(beeld: d.Dossierbeeld, plaats: int, dagen: set[date]) -> d.Dossierbeeld:
    plicht = replace(beeld.meldplichten[plaats], gemist_op=tuple(sorted(dagen)))
    return _met_plicht(beeld, plaats, plicht)


def _tel_niet(dossier: Dossier, plaats: int, op: date, *, door: Medewerker) -> None:
    """Take a day out of what counts, where it stood there."""
    gemist = beeld_of(dossier.pk).meldplichten[plaats].gemist_op
    if op in gemist:
        change_feiten(
            dossier,
            lambda beeld: _met_gemist(beeld, plaats, set(gemist) - {op}),
            door=door,
            soort="meldplicht.telt_niet",
            gegevens={"dag": op.isoformat()},
        )


def _laatste(dossier: Dossier, plaats: int, op: date) -> Meldmoment | None:
    return Meldmoment.objects.filter(dossier=dossier, plaats=plaats, op=op).order_by("-pk").first()


def _gemiste_dag(dossier: Dossier, op: date) -> tuple[int, Meldmoment]:
    """The day on which somebody did not report, in whichever meldplicht it stands."""
    laatste = Meldmoment.objects.filter(dossier=dossier, op=op).order_by("-pk").first()
    if laatste is None or laatste.soort == Moment.GEMELD:
        raise NietAanDeOrde(_("Over deze dag staat niet vast dat de persoon zich niet meldde."))
    return laatste.plaats, laatste


def _wachtend(dossier: Dossier) -> Meldverzoek:
    verzoek = Meldverzoek.objects.filter(dossier=dossier).wachtend().first()
    if verzoek is None:
        raise NietAanDeOrde(_("Er wacht geen vraag meer. Ververs de pagina."))
    return verzoek


def _beantwoord(
    dossier: Dossier, soort: Verzoeksoort, *, door: Medewerker, reden: str, peildatum: date
) -> None:
    """Close the request that this act answers, if there is one."""
    verzoek = Meldverzoek.objects.filter(dossier=dossier, soort=soort).wachtend().first()
    if verzoek is not None:
        _besluit(verzoek, Verzoekbesluit.GEDAAN, door=door, reden=reden, peildatum=peildatum)


def _besluit(
    verzoek: Meldverzoek, besluit: Verzoekbesluit, *, door: Medewerker, reden: str, peildatum: date
) -> None:
    verzoek.besluit = besluit
    verzoek.besluit_reden = eis_tekst(
        reden, veld="reden", melding=_("Schrijf op waarom. De regievoerder leest dit.")
    )
    verzoek.besloten_op = peildatum
    verzoek.besloten_door = door
    verzoek.besloten_door_naam = door.naam
    verzoek.save(
        update_fields=["besluit", "besluit_reden", "besloten_op", "besloten_door", "besloten_door_naam"]
    )


def _vermeld(
    soort: str, onderwerp: Meldverzoek | Meldmoment, *, dossier: Dossier, door: Medewerker, **gegevens: Any
) -> None:
    record_gebeurtenis(soort=soort, onderwerp=onderwerp, dossier_id=dossier.pk, door=door, gegevens=gegevens)
