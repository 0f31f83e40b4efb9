"""What the COA sends about a transfer: its answer, its half of the hand-over, and whether somebody arrived.

The answer and the hand-over are for everybody who was asked for in the same act; who arrived is said of each apart.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, Final, Literal
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Overplaatsing
from verantwoord.dossier.opvang import overplaatsen
from verantwoord.dossier.opvang.queries import lopende_overplaatsingen, overplaatsing_bij_coa
from verantwoord.dossier.opvang.tonen import overdragers
from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten.partner.actions import NietGevraagd, send
from verantwoord.keten.partner.models import Inzending
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht
from verantwoord.vertrek.actions import record_niet_gezien
from verantwoord.web.datums import dag_maand

Stand = Overplaatsing.Stand
# The COA alone gives places; it needs no more than to decide about reception.
_RECHT: Final = Recht.OPVANG_BESLUITEN


class WachtOpDtv(DomeinFout):
    """A norm stops the hand-over; which one, the COA may not know."""


def send_antwoord(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    antwoord: Literal["akkoord", "vraag"],
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Keep a place, or ask something first."""
    if antwoord == "vraag" and not toelichting.strip():
        raise DomeinFout(_("Schrijf uw vraag op."))

    def doe(overplaatsing_id: UUID) -> None:
        wie = {"door": door, "dossier_id": dossier_id, "overplaatsing_id": overplaatsing_id}
        if antwoord == "vraag":
            overplaatsen.question_overplaatsing(**wie, vraag=toelichting, peildatum=peildatum)  # type: ignore[arg-type]
        else:
            overplaatsen.accept_overplaatsing(**wie, toelichting=toelichting, peildatum=peildatum)  # type: ignore[arg-type]

    return _zend(doe, door, dossier_id, inzending_id, antwoord=antwoord, toelichting=toelichting)


def send_overdracht(
    *, door: Medewerker, dossier_id: UUID, inzending_id: UUID, wat: str, peildatum: date
) -> Inzending:
    """Declare the half of the hand-over that is the case manager's.

    Raises ``WachtOpDtv`` when a norm stops it: of that the COA hears no more than that the DT&V has something to do.
    """

    def doe(overplaatsing_id: UUID) -> None:
        try:
            overplaatsen.hand_over(
                door=door,
                dossier_id=dossier_id,
                overplaatsing_id=overplaatsing_id,
                wat=wat,
                peildatum=peildatum,
                recht=_RECHT,
            )
        except NormBlokkeert as blok:
            raise WachtOpDtv(
                _(
                    "De overplaatsing kan nu niet doorgaan. De regievoerder van de DT&V kan zeggen wat eerst nodig is. De plaats "
                    "blijft gereserveerd."
                )
            ) from blok

    return _zend(doe, door, dossier_id, inzending_id, antwoord="overgedragen", toelichting=wat)


def send_aankomst(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    aangekomen: bool,
    op: date,
    verwacht: datetime | None,
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Say that somebody arrived, or did not; then also since when they were expected (norm vertrek-zonder-toezicht)."""

    def doe(overplaatsing_id: UUID) -> None:
        if aangekomen:
            overplaatsen.record_aankomst(
                door=door,
                dossier_id=dossier_id,
                overplaatsing_id=overplaatsing_id,
                samen=frozenset(),
                aangekomen_op=op,
                toelichting=toelichting,
                peildatum=peildatum,
                recht=_RECHT,
            )
            return
        overplaatsen.record_niet_aangekomen(
            door=door,
            dossier_id=dossier_id,
            overplaatsing_id=overplaatsing_id,
            op=op,
            toelichting=toelichting,
            peildatum=peildatum,
            recht=_RECHT,
        )
        record_niet_gezien(
            door=door,
            dossier_id=dossier_id,
            versie=None,
            laatst_gezien_op=None,
            niet_aangekomen_sinds=verwacht,
            peildatum=peildatum,
            toelichting=toelichting,
            recht=Recht.AFWEZIGHEID_MELDEN,
        )

    antwoord = "aangekomen" if aangekomen else "niet_aangekomen"
    return _zend(
        doe,
        door,
        dossier_id,
        inzending_id,
        antwoord=antwoord,
        op=op,
        verwacht=verwacht,
        toelichting=toelichting,
    )


def _zend(
    doe: Callable[[UUID], None],
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    **inhoud: Any,
) -> Inzending:
    """Take the dossiers of the family in the order everybody takes them in, and send as every partner does."""
    with transaction.atomic(), als_systeem():
        rij = overplaatsing_bij_coa(dossier_id, viewer=door)
        if rij is not None:
            overplaatsen.lock_gezin(door=door, dossier_id=dossier_id, overplaatsing_id=rij.pk, recht=_RECHT)

        def doe_nu() -> None:
            if rij is None:
                raise NietGevraagd(_("Er loopt geen overplaatsing meer waarover u iets kunt melden."))
            doe(rij.pk)

        return send(
            doe_nu,
            soort=Inzending.Soort.OVERPLAATSING,
            door=door,
            dossier_id=dossier_id,
            inzending_id=inzending_id,
            recht=_RECHT,
            **inhoud,
        )


def vragen_over(viewer: Medewerker, over: UUID | None) -> Iterator[tuple[Overplaatsing, str, date, str]]:
    """What each transfer asks of the COA now: the transfer, the form, the day on which it is due, and the button."""
    if not viewer.heeft(_RECHT) or viewer.organisatie != Organisatie.COA:
        return
    lopend = lopende_overplaatsingen(viewer=viewer)
    for rij in lopend.filter(dossier=over) if over else lopend:
        if rij.stand == Stand.GEVRAAGD:
            yield rij, "overplaatsing", rij.antwoord_voor, _("Geef antwoord")
        elif rij.stand == Stand.AKKOORD and "coa" not in overdragers(rij):
            yield rij, "overdracht", rij.gewenst_op, _("Draag over")
        elif rij.stand == Stand.OVERGEDRAGEN:
            yield rij, "aankomst", rij.gewenst_op, _("Meld de aankomst")


def in_woorden(stap: str, rij: Overplaatsing, naam: str) -> tuple[str, str]:
    """The title and the sentence of such a question."""
    wat = {"naam": naam, "locatie": rij.locatie, "dag": dag_maand(rij.gewenst_op)}
    if stap == "overplaatsing":
        return (
            _("Een plaats voor %(naam)s in %(locatie)s") % wat,
            _("De DT&V vraagt een overplaatsing op %(dag)s. Zonder uw antwoord verandert er niets.") % wat,
        )
    if stap == "overdracht":
        return (
            _("Overdracht van %(naam)s") % wat,
            _("U reserveerde een plaats in %(locatie)s. U en de regievoerder dragen ieder zelf over.") % wat,
        )
    return (
        _("Is %(naam)s aangekomen in %(locatie)s?") % wat,
        _("Verwacht op %(dag)s. Er verandert niets tot iemand meldt hoe het is gegaan.") % wat,
    )


def adres(dossier_id: UUID, stap: str) -> str:
    return reverse("partner:stuur", args=[dossier_id, stap])
