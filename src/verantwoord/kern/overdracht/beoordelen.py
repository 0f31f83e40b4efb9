"""The fate of a message: the one place where the order of reasons is decided.

Nothing is stored here and no clock is read. What was taken in before is asked of ``Bekend``, which the intake answers from the
database inside the transaction that takes this message in.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, NamedTuple, Protocol, TypeVar

from verantwoord.kern.overdracht.bericht import Overdrachtsbericht
from verantwoord.kern.overdracht.inhoud import vingerafdruk
from verantwoord.kern.overdracht.lezen import OVERDRACHT, PROCEDUREBERICHT, Lezer, te_groot, vind_bericht_id
from verantwoord.kern.overdracht.persoon import EerdereGegevens, find_strijdig, is_geboortedatum_bevestigd
from verantwoord.kern.overdracht.procedurebericht import Procedurebericht
from verantwoord.kern.overdracht.redenen import Reden, Status, Weigering
from verantwoord.kern.overdracht.tegenspraak import tegenspraken
from verantwoord.kern.overdracht.tegenspraak_procedure import tegenspraken_procedure

B = TypeVar("B", Overdrachtsbericht, Procedurebericht)


class OpgenomenBericht(NamedTuple):
    """A message that was taken in: the fingerprint of its content, and the dossier it belongs to."""

    vingerafdruk: str
    dossiernummer: str


class Bekend(Protocol):
    """What was taken in before. A message in quarantine makes nothing known and reserves nothing."""

    def opgenomen_bericht(self, bericht_id: str, /) -> OpgenomenBericht | None:
        """Give the message taken in under this id, of either kind."""
        ...

    def eerdere_gegevens(self, v_nummer: str, /) -> Sequence[EerdereGegevens]:
        """Tell what each message taken in about this v-nummer said; empty when the number is not known."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Beoordeling(Generic[B]):
    """What becomes of one message and why.

    ``bericht`` and ``vingerafdruk`` are there when the message fits its schema, also in quarantine: such a message counts in the
    sequence numbers. ``dossiernummer`` is known here for ``dubbel`` only; the intake fills it in for ``opgenomen``.
    """

    status: Status
    reden: Reden | None = None
    uitleg: str
    bericht_id: str | None = None
    bericht: B | None = None
    vingerafdruk: str | None = None
    dossiernummer: str | None = None


def beoordeel_bericht(raw: bytes | None, *, nu: datetime, bekend: Bekend) -> Beoordeling[Overdrachtsbericht]:
    """Judge a transfer message. ``raw`` is ``None`` for one that was too large to keep; ``nu`` needs an offset."""
    return _beoordeel(raw, OVERDRACHT, lambda bericht: _beletsels(bericht, nu=nu, bekend=bekend), bekend)


def beoordeel_procedurebericht(
    raw: bytes | None, *, nu: datetime, bekend: Bekend
) -> Beoordeling[Procedurebericht]:
    """Judge a procedure message, as :func:`beoordeel_bericht` does a transfer."""
    return _beoordeel(
        raw, PROCEDUREBERICHT, lambda bericht: _beletsels_procedure(bericht, nu=nu, bekend=bekend), bekend
    )


def _beoordeel(
    raw: bytes | None, lezer: Lezer[B], beletsels: Callable[[B], Iterator[Weigering]], bekend: Bekend
) -> Beoordeling[B]:
    try:
        if raw is None:
            raise te_groot()
        bericht = lezer.lees(raw)
    except Weigering as fout:
        return Beoordeling(
            status=Status.QUARANTAINE,
            reden=fout.reden,
            uitleg=fout.melding,
            bericht_id=vind_bericht_id(raw) if raw is not None and fout.reden is Reden.SCHEMA else None,
        )
    afdruk = vingerafdruk(bericht)
    eerder = bekend.opgenomen_bericht(bericht.bericht_id)
    if eerder is not None and eerder.vingerafdruk == afdruk:
        return Beoordeling(
            status=Status.DUBBEL,
            uitleg="Dit bericht is al eerder opgenomen; er is niets veranderd en u hoeft niets te doen.",
            bericht_id=bericht.bericht_id,
            bericht=bericht,
            vingerafdruk=afdruk,
            dossiernummer=eerder.dossiernummer,
        )
    weigering = _andere_inhoud() if eerder is not None else next(beletsels(bericht), None)
    return Beoordeling(
        status=Status.OPGENOMEN if weigering is None else Status.QUARANTAINE,
        reden=None if weigering is None else weigering.reden,
        uitleg="Het bericht is opgenomen; u hoeft niets te doen." if weigering is None else weigering.melding,
        bericht_id=bericht.bericht_id,
        bericht=bericht,
        vingerafdruk=afdruk,
    )


def _andere_inhoud() -> Weigering:
    return Weigering(
        Reden.ZELFDE_ID_ANDERE_INHOUD,
        "Onder dit bericht_id is al een bericht met een andere inhoud opgenomen: geef het nieuwe bericht een eigen bericht_id en "
        "verstuur het opnieuw.",
        pad="bericht_id",
    )


def _beletsels(bericht: Overdrachtsbericht, *, nu: datetime, bekend: Bekend) -> Iterator[Weigering]:
    """Everything that keeps a readable transfer out, the most telling first."""
    if bericht.spoor in ("dublin", "grens"):
        yield Weigering(
            Reden.BUITEN_REIKWIJDTE,
            f"Veld spoor is {bericht.spoor}, en dat spoor hoort niet in dit proces: draag het dossier over aan de afdeling die "
            "dit spoor behandelt.",
            pad="spoor",
        )
    for uitleg in tegenspraken(bericht, nu=nu):
        yield Weigering(Reden.TEGENSTRIJDIG, uitleg)
    pad = find_strijdig(
        achternaam=bericht.persoon.naam.achternaam if bericht.persoon.naam is not None else None,
        geboortedatum=bericht.persoon.geboortedatum,
        eerder=bekend.eerdere_gegevens(bericht.persoon.v_nummer),
    )
    if pad is not None:
        yield _onzeker(pad)
    if not any(
        besluit.terugkeerbesluit or besluit.soort in ("afwijzing", "terugkeerbesluit")
        for besluit in bericht.procedure.besluiten
    ):
        yield Weigering(
            Reden.GEEN_TERUGKEERBESLUIT_EN_GEEN_AFWIJZING,
            "In procedure.besluiten staat geen afwijzing en geen terugkeerbesluit: vul het besluit aan en verstuur het bericht "
            "opnieuw, of draag het dossier nog niet over.",
            pad="procedure.besluiten",
        )


def _beletsels_procedure(bericht: Procedurebericht, *, nu: datetime, bekend: Bekend) -> Iterator[Weigering]:
    """Everything that keeps a readable procedure message out. It is linked on two facts that agree, never on one."""
    for uitleg in tegenspraken_procedure(bericht, nu=nu):
        yield Weigering(Reden.TEGENSTRIJDIG, uitleg)
    eerder = bekend.eerdere_gegevens(bericht.v_nummer)
    if not eerder:
        yield Weigering(
            Reden.PERSOON_ONBEKEND,
            "Bij het v-nummer in veld v_nummer is nog geen dossier: verstuur eerst het overdrachtsbericht, of verbeter het "
            "v-nummer en verstuur het bericht opnieuw.",
            pad="v_nummer",
        )
    elif find_strijdig(
        achternaam=None, geboortedatum=bericht.geboortedatum, eerder=eerder
    ) or not is_geboortedatum_bevestigd(bericht.geboortedatum, eerder):
        yield _onzeker("geboortedatum")


def _onzeker(pad: str) -> Weigering:
    return Weigering(
        Reden.PERSOON_ONZEKER,
        f"Veld {pad} komt niet overeen met wat eerder bij dit v-nummer is ontvangen: controleer of het dezelfde persoon is, en "
        "verbeter het bericht of neem contact op met DT&V.",
        pad=pad,
    )
