"""What is a partner's to send, each by its own right and through the same acts and gates as everybody's.

What a partner may not read, the act may need: the norms know all facts. So the act itself runs as the program, in the
name of who sends it, and gives nothing back. Whoever sends sees afterwards only what they sent.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.actions.termijnen import record_besluit_coa
from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis.actions import gebundeld, record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten.partner.models import Inzending
from verantwoord.keten.partner.verwijzing import is_aan
from verantwoord.ondersteuning.actions import record_antwoord, record_resultaat
from verantwoord.ondersteuning.keuzes import Antwoord
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht
from verantwoord.toetsing.actions import record_signaal
from verantwoord.toetsing.keuzes import Bron, Moment
from verantwoord.toetsing.route.actions import take_stap
from verantwoord.vertrek.actions import (
    record_aanwezigheidscontrole,
    record_bericht_van_vertrek,
    record_niet_gezien,
    record_weer_gezien,
)
from verantwoord.vertrekplan.actions import finish_actie
from verantwoord.vertrekplan.models import Actie, Vertrekplan

Soort = Inzending.Soort
# Who brought a sign, as the dossierbeeld says it; the others count as somebody else.
_BRON: Final[Mapping[str, Bron]] = {
    Organisatie.COA: Bron.COA,
    Organisatie.IND: Bron.IND,
    Organisatie.AVIM: Bron.AVIM,
    Organisatie.KMAR: Bron.KMAR,
    Organisatie.IOM: Bron.IOM,
    Organisatie.NGO: Bron.NGO,
    Organisatie.VWN: Bron.VWN,
}


# What an organisation says to being asked; anything else is what came of it.
_OP_VERWIJZING: Final[Mapping[str, Antwoord]] = {
    "neemt_op": Antwoord.AANGENOMEN,
    "weigert": Antwoord.GEWEIGERD,
}


class AlBeantwoord(DomeinFout):
    """Somebody of the same organisation answered this before."""


class NietGevraagd(DomeinFout):
    """What is answered here was not asked of this organisation, or no longer is."""


def send_afwezigheid(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    laatst_gezien_op: date,
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Say that somebody was not seen since a day. It changes nothing else, and ends no reception by itself."""
    recht = Recht.AFWEZIGHEID_MELDEN

    def doe() -> None:
        record_niet_gezien(
            door=door,
            dossier_id=dossier_id,
            versie=None,
            laatst_gezien_op=laatst_gezien_op,
            niet_aangekomen_sinds=None,
            peildatum=peildatum,
            toelichting=toelichting,
            recht=recht,
        )

    return send(
        doe,
        soort=Soort.AFWEZIGHEID,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        laatst_gezien_op=laatst_gezien_op,
        toelichting=toelichting,
    )


def send_weer_gezien(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    op: date,
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Say that the person is there; an earlier absence no longer counts."""
    recht = Recht.AFWEZIGHEID_MELDEN

    def doe() -> None:
        record_weer_gezien(
            door=door,
            dossier_id=dossier_id,
            versie=None,
            op=op,
            toelichting=toelichting,
            peildatum=peildatum,
            recht=recht,
        )

    return send(
        doe,
        soort=Soort.WEER_GEZIEN,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        op=op,
        toelichting=toelichting,
    )


def send_controle(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    op: date,
    aangetroffen: bool,
    nagevraagd: list[str],
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Give the outcome of the presence check that COA and AVIM do together."""
    recht = Recht.AANWEZIGHEID_CONTROLEREN

    def doe() -> None:
        record_aanwezigheidscontrole(
            door=door,
            dossier_id=dossier_id,
            versie=None,
            op=op,
            aangetroffen=aangetroffen,
            nagevraagd=nagevraagd,
            peildatum=peildatum,
            toelichting=toelichting,
            recht=recht,
        )

    return send(
        doe,
        soort=Soort.CONTROLE,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        op=op,
        aangetroffen=aangetroffen,
        nagevraagd=nagevraagd,
        toelichting=toelichting,
    )


def send_bericht_van_vertrek(
    *, door: Medewerker, dossier_id: UUID, inzending_id: UUID, kenmerk: str, op: date, peildatum: date
) -> Inzending:
    """Give the AVIM's bericht van vertrek; only after the presence check, and it closes nothing."""
    recht = Recht.BERICHT_VAN_VERTREK_GEVEN

    def doe() -> None:
        record_bericht_van_vertrek(
            door=door,
            dossier_id=dossier_id,
            versie=None,
            kenmerk=kenmerk,
            op=op,
            peildatum=peildatum,
            recht=recht,
        )

    return send(
        doe,
        soort=Soort.BERICHT_VAN_VERTREK,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        kenmerk=kenmerk,
        op=op,
    )


def send_opvangbesluit(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    besluit: Literal["akkoord", "geweigerd"],
    tot: date | None,
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Answer the request for longer reception that waits; only the COA decides about it, with a reason.

    Raises ``AlBeantwoord`` when none waits any more.
    """
    recht = Recht.OPVANG_BESLUITEN

    def doe() -> None:
        verlengingen = beeld_of(dossier_id).opvang.verlengingen
        wacht = next((i for i, v in enumerate(verlengingen) if v.coa_besluit is None), None)
        if wacht is None:
            raise AlBeantwoord(
                _("Uw organisatie heeft dit verzoek al beantwoord. Er wacht geen verzoek meer.")
            )
        record_besluit_coa(
            door=door,
            dossier_id=dossier_id,
            verlenging=wacht,
            coa_besluit=besluit,
            coa_besloten_op=peildatum,
            tot=tot,
            besloten_door=door.naam,
            toelichting=toelichting,
            versie=None,
            recht=recht,
        )

    return send(
        doe,
        soort=Soort.OPVANGBESLUIT,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        besluit=besluit,
        tot=tot,
        toelichting=toelichting,
    )


def contest_einddatum(
    *, door: Medewerker, dossier_id: UUID, inzending_id: UUID, toelichting: str
) -> Inzending:
    """Say that the last day of reception cannot be right. The date stays until somebody has looked at it."""
    recht = Recht.EINDDATUM_BETWISTEN
    return send(
        lambda: None,
        soort=Soort.EINDDATUM,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        gegevens={"toelichting": toelichting},
        toelichting=toelichting,
    )


def send_verwijzing_antwoord(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    antwoord: str,
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Answer the referral that waits: that it is taken up, that one cannot help, or what came of it.

    ``antwoord`` is ``neemt_op``, ``weigert`` or an outcome. Raises ``NietGevraagd`` when none to this organisation runs.
    """
    recht = Recht.VERWIJZING_BEANTWOORDEN

    def doe() -> None:
        verwijzingen = beeld_of(dossier_id).verwijzingen
        nummer = next((i for i, v in enumerate(verwijzingen) if is_aan(v, door)), None)
        if nummer is None:
            raise NietGevraagd(_("Er wacht geen verwijzing meer op uw antwoord."))
        if antwoord in _OP_VERWIJZING:
            record_antwoord(
                door=door,
                dossier_id=dossier_id,
                nummer=nummer,
                versie=None,
                peildatum=peildatum,
                op=peildatum,
                antwoord=_OP_VERWIJZING[antwoord],
                toelichting=toelichting,
                recht=recht,
            )
        else:
            record_resultaat(
                door=door,
                dossier_id=dossier_id,
                nummer=nummer,
                versie=None,
                peildatum=peildatum,
                op=peildatum,
                uitkomst=antwoord,
                resultaat=toelichting,
                recht=recht,
            )

    return send(
        doe,
        soort=Soort.VERWIJZING,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        gegevens={"toelichting": toelichting},
        antwoord=antwoord,
        toelichting=toelichting,
    )


def finish_opdracht(
    *, door: Medewerker, dossier_id: UUID, inzending_id: UUID, nummer: int, gereed_op: date, peildatum: date
) -> Inzending:
    """Say that what the plan asks of this organisation was done; ``nummer`` is its place among those, from 0.

    Raises ``NietGevraagd`` when the plan does not ask it, or no longer.
    """
    recht = Recht.ACTIE_AFRONDEN

    def doe() -> None:
        acties = Actie.objects.filter(plan__in=_geldend_plan(dossier_id), eigenaar=door.organisatie)
        eigen = list(acties.order_by("volgorde"))
        if nummer >= len(eigen):
            raise NietGevraagd(_("Het vertrekplan is intussen veranderd. Kijk wat er nu is afgesproken."))
        finish_actie(
            door=door,
            dossier_id=dossier_id,
            actie_id=eigen[nummer].pk,
            gereed_op=gereed_op,
            peildatum=peildatum,
            recht=recht,
        )

    return send(
        doe,
        soort=Soort.OPDRACHT,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        nummer=nummer,
        gereed_op=gereed_op,
    )


def _geldend_plan(dossier_id: UUID) -> QuerySet[Vertrekplan]:
    """The established version that holds, as the norms take it: the newest."""
    vast = Vertrekplan.objects.filter(dossier=dossier_id, vastgesteld_op__isnull=False)
    return vast.order_by("-versie")[:1]


def send_zorg(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    moment: str,
    gezien_op: date,
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Say that one worries: it reopens that toetsingsmoment, and acts with coercion wait for a person's answer.

    What it was about stands in the sign itself, which is shielded where its moment asks so; the event beside it names
    nothing.
    """
    recht = Recht.ZORG_MELDEN

    def doe() -> None:
        record_signaal(
            door=door,
            dossier_id=dossier_id,
            moment=moment,
            ontvangen_op=gezien_op,
            peildatum=peildatum,
            bron=_BRON.get(door.organisatie, Bron.OVERIG),
            toelichting=toelichting,
            recht=recht,
        )

    return send(
        doe,
        soort=Soort.ZORG,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        moment=moment,
        gezien_op=gezien_op,
        toelichting=toelichting,
    )


def send_politieantwoord(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    op: date,
    uitkomst: str,
    kenmerk: str,
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Give the answer of the police to the signal of trafficking that was reported to them."""
    recht = Recht.POLITIE_ANTWOORDEN

    def doe() -> None:
        take_stap(
            door=door,
            dossier_id=dossier_id,
            moment=Moment.MENSENHANDEL,
            naam="terugkoppeling",
            invoer={"op": op, "uitkomst": uitkomst, "kenmerk": kenmerk, "toelichting": toelichting},
            versie=None,
            peildatum=peildatum,
            recht=recht,
        )

    return send(
        doe,
        soort=Soort.POLITIEANTWOORD,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=recht,
        op=op,
        uitkomst=uitkomst,
        kenmerk=kenmerk,
        toelichting=toelichting,
    )


@transaction.atomic
def send(
    doe: Callable[[], None],
    *,
    soort: Inzending.Soort,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    recht: Recht,
    gegevens: Mapping[str, Any] | None = None,
    **inhoud: Any,
) -> Inzending:
    """Right and lock, the act with its own gate, the sender's copy, the event; what came before is not done again.

    ``gegevens`` is what the event says besides its kind; what may be shielded stays out of it.
    """
    with als_systeem():
        # Whoever sends the same form at the same moment waits here, and then finds that it came.
        lock_dossier(dossier_id, door=door, recht=recht)
        eerder = Inzending.objects.filter(pk=inzending_id).first()
        if eerder is not None:
            return _nog_eens(eerder, door, dossier_id)
        with gebundeld():
            doe()
            inzending = Inzending.objects.create(
                pk=inzending_id,
                dossier_id=dossier_id,
                door=door,
                organisatie=door.organisatie,
                soort=soort,
                inhoud={
                    naam: _als_json(waarde) for naam, waarde in inhoud.items() if waarde not in (None, "", [])
                },
            )
            record_gebeurtenis(
                soort="keten.ingezonden",
                onderwerp=inzending,
                dossier_id=dossier_id,
                door=door,
                gegevens={"inzending": soort.value, "organisatie": door.organisatie, **(gegevens or {})},
            )
    return inzending


def _nog_eens(eerder: Inzending, door: Medewerker, dossier_id: UUID) -> Inzending:
    if eerder.door_id != door.pk or eerder.dossier_id != dossier_id:
        raise DomeinFout(_("Dit formulier is al gebruikt. Open het opnieuw en vul het nog eens in."))
    return eerder


def _als_json(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
