"""Time passes: every night the norms are asked again about all open dossiers, from the facts that are kept ready.

What comes out is what :func:`~verantwoord.bewaking.actions.herbeoordeel` gives, but the facts are not read from the
rooms again: every event keeps ``Stand.beeld`` equal to them in its own transaction. Stopped halfway, a next run goes on
with what is still behind.
"""

import gc
import multiprocessing
import signal
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import connection, connections
from django.utils import timezone

from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.antwoorden import bewaar_antwoorden
from verantwoord.bewaking.betrokken import bewaar_betrokkenen
from verantwoord.bewaking.oordeel import BEWAARD, Oordeel, beoordeel_feiten
from verantwoord.bewaking.queries import achterstallig
from verantwoord.bewaking.rijen import voeg_toe
from verantwoord.dossier.lijst import plaats_in_lijst
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.antwoorden import is_leeg
from verantwoord.kern.antwoordvormen import Inhoud
from verantwoord.kern.betrokkenheid import Betrokken, betrokken_bij
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.kern.voortgang import volg
from verantwoord.toegang.actions import require, systeem
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

PARTIJ: Final = 500
# Fewer than this are done by one process: starting others costs more than it gives.
_VEEL: Final = 2000
_ZONDER_FEITEN: Final = 50


@dataclass(frozen=True, kw_only=True)
class Gedaan:
    """How many dossiers were asked again, and of how many of them the row of the work list became another."""

    aantal: int
    veranderd: int


class _Partij(NamedTuple):
    eerste: UUID
    laatste: UUID
    op: date


def herbeoordeel_alles(*, door: Medewerker, op: date, processen: int = 2) -> Gedaan:
    """Bring every open dossier that is behind up to ``op``, and tell on stderr how far it is."""
    require(door, Recht.HERBEOORDELEN)
    with transactie_van(door):
        totaal, partijen = _partijen(op)
    aantal = veranderd = 0
    for gedaan in _volg(_uitgevoerd(partijen, processen if totaal >= _VEEL else 1), totaal):
        aantal += gedaan.aantal
        veranderd += gedaan.veranderd
    rest = _doe_de_rest(door, op)
    return Gedaan(aantal=aantal + rest, veranderd=veranderd + rest)


def _volg(uitgevoerd: Iterator[Gedaan], totaal: int) -> Iterator[Gedaan]:
    """Count the dossiers, not the lots, for who watches."""
    stappen = (gedaan if n == 0 else None for gedaan in uitgevoerd for n in range(max(gedaan.aantal, 1)))
    for stap in volg(stappen, totaal=totaal, tekst="Normen opnieuw vragen"):
        if stap is not None:
            yield stap


def _partijen(op: date) -> tuple[int, list[_Partij]]:
    """How many dossiers are behind, and where each lot of them begins and ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select min(dossier_id::text)::uuid, max(dossier_id::text)::uuid, count(*) from ("
            " select dossier_id, (row_number() over (order by dossier_id) - 1) / %s as partij"
            " from bewaking_stand where not gesloten and peildatum < %s) s group by partij order by partij",
            [PARTIJ, op],
        )
        rijen = cursor.fetchall()
    return sum(aantal for *_, aantal in rijen), [_Partij(van, tot, op) for van, tot, _ in rijen]


def _uitgevoerd(partijen: Sequence[_Partij], processen: int) -> Iterator[Gedaan]:
    if processen == 1:
        yield from map(doe_partij, partijen)
        return
    # Who is split off opens a connection of its own; one that is shared would mix up both conversations.
    connections.close_all()
    # What is loaded stays shared memory: nobody looks whether it may be thrown away.
    gc.freeze()
    # Where an event loop runs, Django keeps connections a second time, out of sight here and in sight for who is split off.
    with multiprocessing.get_context("fork").Pool(processen, initializer=_begin_zelf) as helpers:
        yield from helpers.imap_unordered(doe_partij, partijen)
        # They stop when the work is done: one that is stopped while it holds the queue would leave the other waiting for ever.
        helpers.close()
        helpers.join()
    gc.unfreeze()


def _begin_zelf() -> None:
    """Take over nothing of who split this process off: neither its conversations nor how it answers when told to stop."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    connections.close_all()


def _achterstallig(door: Medewerker, op: date, na: UUID | None) -> list[UUID]:
    with transactie_van(door):
        return list(achterstallig(op=op, na_dossier=na, aantal=_ZONDER_FEITEN))


def _doe_de_rest(door: Medewerker, op: date) -> int:
    """Do what has no stand yet, and what somebody was working on just now, from the rooms themselves."""
    aantal = 0
    na = None
    while partij := _achterstallig(door, op, na):
        with transactie_van(door):
            herbeoordeel(partij, peildatum=op)
        aantal += len(partij)
        na = partij[-1]
    return aantal


def doe_partij(partij: _Partij) -> Gedaan:
    """Ask the norms about one lot. A dossier that somebody is changing now is skipped: the change asks them itself."""
    with transactie_van(systeem()):
        return _doe_partij(partij)


def _doe_partij(partij: _Partij) -> Gedaan:
    parameters = geldende_parameters()
    rijen = _lees(partij)
    standen = _Standen(partij.op, parameters.regelset)
    bevindingen = _Bevindingen(rijen, partij.op)
    betrokken: dict[UUID, Collection[Betrokken]] = {}
    antwoorden: dict[UUID, dict[str, Inhoud]] = {}
    for rij in rijen:
        s = Feitenstand(lees_dossierbeeld(rij.beeld.encode()), partij.op, parameters.op(partij.op))
        oordeel = beoordeel_feiten(s, regelset=parameters.regelset)
        betrokken[rij.dossier_id] = betrokken_bij(s, afgeschermd=rij.afgeschermd)
        if oordeel.stand["antwoorden"] != rij.bewaard[_ANTWOORDEN]:
            # Where nothing was ever kept, what says nothing need not be compared.
            eerder = rij.bewaard[_ANTWOORDEN] != ""
            antwoorden[rij.dossier_id] = {
                soort: inhoud
                for soort, inhoud in oordeel.antwoorden.items()
                if eerder or not is_leeg(soort, inhoud)
            }
        standen.vergelijk(rij, oordeel)
        bevindingen.vergelijk(rij.dossier_id, oordeel.open)
    standen.bewaar()
    bevindingen.bewaar()
    begonnen = bewaar_betrokkenen(betrokken)
    bewaar_antwoorden(antwoorden, op=partij.op)
    if verplaatst := begonnen | antwoorden.keys():
        plaats_in_lijst(verplaatst)
    return Gedaan(aantal=len(rijen), veranderd=len(standen.anders))


# The row of the work list.

# Every column that may change in a night, with its type; what comes from the dossier itself stands last.
_KOLOMMEN: Final = {
    "fase": "text",
    "locatie": "text",
    "verblijfsoort": "text",
    "volgende_norm": "text",
    "volgende_op": "date",
    "termijnen": "jsonb",
    "regel": "jsonb",
    "antwoorden": "text",
    "regelset": "text",
    "regievoerder_id": "uuid",
    "team_id": "bigint",
    "ontvangen_op": "date",
}
_JSON: Final = [plek for plek, soort in enumerate(_KOLOMMEN.values()) if soort == "jsonb"]
_ANTWOORDEN: Final = list(_KOLOMMEN).index("antwoorden")


class _Rij(NamedTuple):
    """What is kept of one dossier now, and the columns that come from the dossier itself."""

    dossier_id: UUID
    beeld: str
    bewaard: tuple[Any, ...]
    dossier: tuple[Any, ...]
    afgeschermd: bool


def _lees(partij: _Partij) -> list[_Rij]:
    """Lock and read one lot, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"select s.dossier_id, s.beeld, {', '.join(f's.{naam}' for naam in _KOLOMMEN)},"  # noqa: S608 - our own names
            " d.regievoerder_id, d.team_id, d.ontvangen_op, d.afgeschermd"
            " from bewaking_stand s join dossier_dossier d on d.id = s.dossier_id"
            " where s.dossier_id between %s and %s and s.peildatum < %s and not s.gesloten and d.gesloten_op is null"
            " order by s.dossier_id for update of s skip locked",
            [partij.eerste, partij.laatste, partij.op],
        )
        n = len(_KOLOMMEN)
        return [_Rij(rij[0], rij[1], rij[2 : 2 + n], rij[2 + n : -1], rij[-1]) for rij in cursor]


class _Standen:
    """Tells the rows that became another from those for which only a day passed, and writes both at once."""

    def __init__(self, op: date, regelset: str) -> None:
        self.op = op
        self.regelset = regelset
        self.gelijk: list[UUID] = []
        self.anders: list[tuple[Any, ...]] = []

    def vergelijk(self, rij: _Rij, oordeel: Oordeel) -> None:
        nieuw, was = [*oordeel.stand.values(), self.regelset, *rij.dossier], list(rij.bewaard)
        for plek in _JSON:
            was[plek] = msgspec.json.decode(was[plek])
        if nieuw == was:
            self.gelijk.append(rij.dossier_id)
            return
        for plek in _JSON:
            nieuw[plek] = msgspec.json.encode(nieuw[plek]).decode()
        self.anders.append((rij.dossier_id, *nieuw))

    def bewaar(self) -> None:
        with connection.cursor() as cursor:
            if self.gelijk:
                cursor.execute(
                    "update bewaking_stand set peildatum = %s where dossier_id = any(%s)",
                    [self.op, self.gelijk],
                )
            if self.anders:
                cursor.execute(_TIJDELIJK)
                cursor.execute("truncate nacht_stand")
                with cursor.copy(_NAAR_TIJDELIJK) as copy:
                    for rij in self.anders:
                        copy.write_row(rij)
                cursor.execute(_WERK_BIJ, [self.op, timezone.now()])


# A table of this connection alone, emptied for each lot.
_TIJDELIJK: Final = (
    "create temporary table if not exists nacht_stand (dossier_id uuid, "
    + ", ".join(f"{naam} {soort}" for naam, soort in _KOLOMMEN.items())
    + ")"
)
_NAAR_TIJDELIJK: Final = f"copy nacht_stand (dossier_id, {', '.join(_KOLOMMEN)}) from stdin"
_WERK_BIJ: Final = f"""
    update bewaking_stand s
    set peildatum = %s, gewijzigd_op = %s, {", ".join(f"{naam} = n.{naam}" for naam in _KOLOMMEN)}
    from nacht_stand n where s.dossier_id = n.dossier_id
"""  # noqa: S608 - our own names


# What is open.

_VELDEN: Final = ("norm", *BEWAARD)


class _Bevindingen:
    """Closes what no longer holds as it was and adds what is new; the rest stays as it stands."""

    def __init__(self, rijen: Sequence[_Rij], op: date) -> None:
        self.op = op
        self.voorbij: list[int] = []
        self.nieuw: list[tuple[Any, ...]] = []
        self.bestaand: dict[UUID, dict[str, tuple[Any, ...]]] = defaultdict(dict)
        with connection.cursor() as cursor:
            cursor.execute(
                f"select dossier_id, id, {', '.join(_VELDEN)} from bewaking_openbevinding"  # noqa: S608 - our own names
                " where tot is null and dossier_id = any(%s)",
                [[rij.dossier_id for rij in rijen]],
            )
            for dossier_id, *rest in cursor:
                self.bestaand[dossier_id][rest[1]] = tuple(rest)

    def vergelijk(self, dossier_id: UUID, open_nu: Iterable[Bevinding]) -> None:
        over = self.bestaand.pop(dossier_id, {})
        for b in open_nu:
            rij = bevinding_rij(b)
            was = over.pop(b.norm, None)
            if was is not None and was[1:] == rij:
                continue
            if was is not None:
                self.voorbij.append(was[0])
            self.nieuw.append((dossier_id, *rij, self.op))
        self.voorbij += [was[0] for was in over.values()]

    def bewaar(self) -> None:
        with connection.cursor() as cursor:
            if self.voorbij:
                cursor.execute(
                    "update bewaking_openbevinding set tot = %s where id = any(%s)", [self.op, self.voorbij]
                )
            if self.nieuw:
                voeg_toe(cursor, "bewaking_openbevinding", _SOORTEN, self.nieuw)


_SOORTEN: Final = {
    "dossier_id": "uuid",
    "norm": "text",
    "oordeel": "text",
    "gevolg": "text",
    "uitleg": "text",
    "uiterlijk_op": "date",
    "ontbreekt": "jsonb",
    "blokkeert": "jsonb",
    "regelset": "text",
    "van": "date",
}


def bevinding_rij(b: Bevinding) -> tuple[Any, ...]:
    """A finding as the columns hold it, lists as the JSON text that the database gives back."""
    return (
        b.norm,
        b.oordeel,
        b.gevolg,
        b.uitleg,
        b.uiterlijk_op,
        _als_json(b.ontbreekt),
        _als_json(b.blokkeert),
        b.regelset,
    )


def _als_json(namen: tuple[str, ...]) -> str:
    """As jsonb prints a list: one space after each comma. The names are paths and acts, which need no escapes."""
    return "[" + ", ".join(f'"{naam}"' for naam in namen) + "]" if namen else "[]"
