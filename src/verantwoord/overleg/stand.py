"""Where an item stands: derived from what partners brought in, the same for pages, acts and minutes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.kern.kalender import plus_werkdagen
from verantwoord.kern.parameters import Parameters
from verantwoord.overleg.keuzes import Besluit, Oordeel, Stap, Vorm
from verantwoord.overleg.models import Agendapunt, Deelnemer, Stem, Tegenspraak

# A vote may still come while nothing was settled for good: then four times akkoord is a decision after all.
STEMBAAR: Final = (None, Besluit.AANGEHOUDEN)


@dataclass(frozen=True, kw_only=True)
class Puntstand:
    """Where one item stands.

    ``zonder_standpunt`` has not written, ``aanwezig`` sits at the table (unknown counts as not), ``stemmen`` is the vote
    that counts of each partner, ``stemmen_tot`` the last day for one, ``zonder_akkoord`` who stands between the item and
    a decision.
    """

    stap: Stap
    aanwezig: tuple[str, ...]
    zonder_standpunt: tuple[str, ...]
    tegenspraken: tuple[Tegenspraak, ...]
    stemmen: dict[str, Stem]
    stemmen_tot: date
    zonder_akkoord: tuple[str, ...]

    @property
    def kan_open(self) -> bool:
        """Whether everybody who is there has written, so that the chair can open the positions."""
        return (
            self.stap == Stap.STANDPUNTEN
            and bool(self.aanwezig)
            and not any(partner in self.zonder_standpunt for partner in self.aanwezig)
        )


def stemdag(datum: date, *, parameters: Parameters | None = None) -> date:
    """The last day on which a vote about an item of ``datum`` counts (norm lko-unaniem: three working days).

    Who asks for many items hands over the ``parameters``.
    """
    p = (parameters or geldende_parameters()).op(datum)
    return plus_werkdagen(datum, p["lko-unaniem.written_vote"], p["gelijkgestelde_dagen"])


def verslagdag(datum: date) -> date:
    """The day by which the minutes of ``datum`` are there (norm lko-verslag: three working days)."""
    p = geldende_parameters().op(datum)
    return plus_werkdagen(datum, p["lko-verslag.finalise"], p["gelijkgestelde_dagen"])


def aanwezigen(deelnemers: Iterable[Deelnemer]) -> tuple[str, ...]:
    er = {d.organisatie for d in deelnemers if d.aanwezig}
    return tuple(partner for partner in VASTE_PARTNERS if partner in er)


def puntstand(
    punt: Agendapunt,
    *,
    deelnemers: Iterable[Deelnemer],
    tegenspraken: Sequence[Tegenspraak],
    stemmen: Iterable[Stem],
    parameters: Parameters | None = None,
) -> Puntstand:
    """``stemmen`` in the order in which they were given."""
    tellend = {stem.partner: stem for stem in stemmen}
    return Puntstand(
        stap=_stap(punt, tegenspraken),
        aanwezig=aanwezigen(deelnemers),
        zonder_standpunt=tuple(p for p in VASTE_PARTNERS if p not in punt.ingeleverd),
        tegenspraken=tuple(tegenspraken),
        stemmen=tellend,
        stemmen_tot=stemdag(punt.datum, parameters=parameters),
        zonder_akkoord=tuple(
            p for p in VASTE_PARTNERS if p not in tellend or tellend[p].oordeel != Oordeel.AKKOORD
        ),
    )


def _stap(punt: Agendapunt, tegenspraken: Sequence[Tegenspraak]) -> Stap:
    if punt.doorgeschoven_op is not None:
        return Stap.DOORGESCHOVEN
    if punt.vorm == Vorm.MEDEDELING:
        return Stap.MEDEDELING
    if punt.besluit is not None:
        return Stap.BESLOTEN
    if not punt.is_lko:
        return Stap.UITKOMST
    if not punt.is_onthuld:
        return Stap.STANDPUNTEN
    if not is_tegengesproken(punt, tegenspraken):
        return Stap.TEGENSPRAAK
    return Stap.STEMMEN


def is_tegengesproken(punt: Agendapunt, tegenspraken: Sequence[Tegenspraak]) -> bool:
    """Whether the tegenspreker spoke and everything that was said against has an answer."""
    gesproken = any(t.partner == punt.tegenspreker for t in tegenspraken)
    return gesproken and all(t.beantwoord_op is not None for t in tegenspraken)


def stand_of(punt: Agendapunt) -> Puntstand:
    """Where one item stands, asked of the database now."""
    return puntstand(
        punt,
        deelnemers=punt.overleg.deelnemers.all() if punt.overleg is not None else (),
        tegenspraken=list(punt.tegenspraken.all()),
        stemmen=punt.stemmen.order_by("nummer"),
    )
