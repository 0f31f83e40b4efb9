"""What the AVIM decides and records about a meldplicht, from its own desk. Only the AVIM does this.

As everything a partner sends it goes through the acts of the room that owns it, and counts once.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal
from uuid import UUID

from verantwoord.keten.partner.actions import send
from verantwoord.keten.partner.models import Inzending
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.toezicht import actions

Soort = Inzending.Soort


def send_meldplicht(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    op: date,
    per_week: int,
    reden: str,
    reden_afwijking: str,
    peildatum: date,
) -> Inzending:
    """Impose a meldplicht; it answers the request that waits for it."""

    def doe() -> None:
        actions.impose_meldplicht(
            door=door,
            dossier_id=dossier_id,
            op=op,
            per_week=per_week,
            reden=reden,
            reden_afwijking=reden_afwijking,
            peildatum=peildatum,
        )

    inhoud = {"op": op, "per_week": per_week, "toelichting": reden, "reden_afwijking": reden_afwijking}
    return _send(doe, Soort.MELDPLICHT, door=door, dossier_id=dossier_id, inzending_id=inzending_id, **inhoud)


def send_frequentie(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    per_week: int,
    reden: str,
    peildatum: date,
) -> Inzending:
    """Change how often somebody reports."""

    def doe() -> None:
        actions.change_frequentie(
            door=door, dossier_id=dossier_id, per_week=per_week, reden=reden, peildatum=peildatum
        )

    inhoud = {"per_week": per_week, "toelichting": reden}
    return _send(doe, Soort.MELDPLICHT, door=door, dossier_id=dossier_id, inzending_id=inzending_id, **inhoud)


def send_einde(
    *, door: Medewerker, dossier_id: UUID, inzending_id: UUID, op: date, reden: str, peildatum: date
) -> Inzending:
    """End the meldplicht."""

    def doe() -> None:
        actions.end_meldplicht(door=door, dossier_id=dossier_id, op=op, reden=reden, peildatum=peildatum)

    inhoud = {"tot": op, "toelichting": reden}
    return _send(doe, Soort.MELDPLICHT, door=door, dossier_id=dossier_id, inzending_id=inzending_id, **inhoud)


def send_weigering(
    *, door: Medewerker, dossier_id: UUID, inzending_id: UUID, reden: str, peildatum: date
) -> Inzending:
    """Say that what was asked is not done, and why."""

    def doe() -> None:
        actions.refuse_meldverzoek(door=door, dossier_id=dossier_id, reden=reden, peildatum=peildatum)

    return _send(
        doe,
        Soort.MELDPLICHT,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        besluit="geweigerd",
        toelichting=reden,
    )


def send_meldmoment(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    op: date,
    soort: Literal["gemeld", "gemist"],
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Record that somebody reported, or did not; the second counts for nothing before the reason was heard."""

    def doe() -> None:
        actions.record_meldmoment(
            door=door,
            dossier_id=dossier_id,
            op=op,
            soort=soort,
            toelichting=toelichting,
            peildatum=peildatum,
        )

    inhoud = {"op": op, "melding": soort, "toelichting": toelichting}
    return _send(doe, Soort.MELDING, door=door, dossier_id=dossier_id, inzending_id=inzending_id, **inhoud)


def send_reden(
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    op: date,
    uitkomst: Literal["verschoond", "telt"],
    gehoord: str,
    reden: str,
    toelichting: str,
    peildatum: date,
) -> Inzending:
    """Say what the reason was, and whether the day counts."""

    def doe() -> None:
        actions.record_reden(
            door=door,
            dossier_id=dossier_id,
            op=op,
            uitkomst=uitkomst,
            gehoord=gehoord,
            reden=reden,
            toelichting=toelichting,
            peildatum=peildatum,
        )

    inhoud = {
        "op": op,
        "melding": uitkomst,
        "gehoord": gehoord,
        "reden": reden,
        "toelichting": toelichting,
    }
    return _send(doe, Soort.MELDING, door=door, dossier_id=dossier_id, inzending_id=inzending_id, **inhoud)


def _send(
    doe: Callable[[], None],
    soort: Inzending.Soort,
    *,
    door: Medewerker,
    dossier_id: UUID,
    inzending_id: UUID,
    **inhoud: Any,
) -> Inzending:
    return send(
        doe,
        soort=soort,
        door=door,
        dossier_id=dossier_id,
        inzending_id=inzending_id,
        recht=Recht.MELDPLICHT_OPLEGGEN,
        **inhoud,
    )
