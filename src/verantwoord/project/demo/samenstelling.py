"""Which dossiers a demo holds: the stories dealt out over people and colleagues, always the same for one seed and day."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import Final, NamedTuple

import msgspec

from verantwoord.kern import dossierbeeld as kern
from verantwoord.project.demo import verhalen
from verantwoord.project.demo.begeleiding import Bouwer, Ontwerp
from verantwoord.project.demo.gezin import samen_gehoord
from verantwoord.project.demo.mensen import Bevolking, Mens
from verantwoord.project.demo.procedure import Ploeg
from verantwoord.project.demo.verhalen import GEWICHTEN, VOOR_GEZINNEN, Verhaal

ZAAD: Final = 20220501
_VERHALEN: Final = tuple(GEWICHTEN)
# Numbers are given out over this many dossiers at once.
PARTIJ: Final = 500
# One in so many is a family; each of its members has a dossier.
_GEZIN_EENS_OP: Final = 14


class Zaak(NamedTuple):
    """Dossiers that belong together: one person, a family, or somebody's first and second dossier in that order."""

    ontwerpen: list[Ontwerp]
    opvolgend: bool = False


def deel_uit(aantal: int, ploegen: Sequence[Ploeg], *, vandaag: date, zaad: int = ZAAD) -> Iterator[Ontwerp]:
    """Give ``aantal`` dossiers, numbered, every story at least once when there is room for all.

    The first of ``ploegen`` gets the first of every story, so that one caseload shows every kind of mark and duty.
    """
    nummers = Nummers()
    zaken = _zaken(ploegen, vandaag, zaad)
    while aantal > 0:
        partij = list(_tot(zaken, min(aantal, PARTIJ)))
        for ontwerp in nummers.geef(partij):
            aantal -= 1
            yield ontwerp


def _tot(zaken: Iterator[Zaak], aantal: int) -> Iterator[Zaak]:
    """As many as there is room for; a family that does not fit any more is left out whole."""
    while aantal > 0:
        zaak = next(zaken)
        if len(zaak.ontwerpen) <= aantal:
            aantal -= len(zaak.ontwerpen)
            yield zaak


def _zaken(ploegen: Sequence[Ploeg], vandaag: date, zaad: int) -> Iterator[Zaak]:
    """Without an end: who asks for more gets more of the same kind."""
    bevolking = Bevolking(begin=zaad % 1000)
    kans = Random(zaad)  # noqa: S311 - invented people need no secret numbers
    eerst = ploegen[0]
    yield _heropend(bevolking, eerst, vandaag, kans)
    yield _gezin(bevolking, eerst, vandaag, kans, verhalen.gezinslocatie)
    for verhaal in _VERHALEN:
        yield _alleen(bevolking, eerst, vandaag, kans, verhaal)
    beurt = 0
    while True:
        beurt += 1
        ploeg = ploegen[beurt % len(ploegen)]
        if beurt % _GEZIN_EENS_OP == 0:
            yield _gezin(bevolking, ploeg, vandaag, kans, kans.choice(VOOR_GEZINNEN))
        elif beurt % 97 == 0:
            yield _heropend(bevolking, ploeg, vandaag, kans)
        else:
            (verhaal,) = kans.choices(_VERHALEN, tuple(GEWICHTEN.values()))
            yield _alleen(bevolking, ploeg, vandaag, kans, verhaal)


def _alleen(bevolking: Bevolking, ploeg: Ploeg, vandaag: date, kans: Random, verhaal: Verhaal) -> Zaak:
    mens = bevolking.iemand(kans, vandaag)
    return Zaak([vertel(verhaal, mens, ploeg, vandaag, tijd=kans, woord=kans)])


def _gezin(bevolking: Bevolking, ploeg: Ploeg, vandaag: date, kans: Random, verhaal: Verhaal) -> Zaak:
    """The same days for all of them and one sitting each time, each with words of their own."""
    samen = kans.random()
    leden = bevolking.gezin(kans, vandaag)
    ontwerpen = [
        vertel(verhaal, lid, ploeg, vandaag, tijd=Random(samen), woord=kans)  # noqa: S311 - idem
        for lid in leden
    ]
    return Zaak(samen_gehoord(ontwerpen, leden, kans))


def _heropend(bevolking: Bevolking, ploeg: Ploeg, vandaag: date, kans: Random) -> Zaak:
    mens = bevolking.iemand(kans, vandaag)
    eerst = vertel(verhalen.eerder_gesloten, mens, ploeg, vandaag, tijd=kans, woord=kans)
    daarna = vertel(verhalen.opnieuw_begonnen, mens, ploeg, vandaag, tijd=kans, woord=kans)
    return Zaak([eerst, daarna], opvolgend=True)


def vertel(
    verhaal: Verhaal, mens: Mens, ploeg: Ploeg, vandaag: date, *, tijd: Random, woord: Random,
    verblijf: tuple[str, str] | None = None,
) -> Ontwerp:  # fmt: skip
    """Let one story happen to one person."""
    bouwer = Bouwer(mens, ploeg, vandaag=vandaag, tijd=tijd, woord=woord, verblijf=verblijf)
    verhaal(bouwer)
    return bouwer.klaar(verhaal.__name__)


class Nummers:
    """Hands out dossier numbers, by year of arrival and within one lot in the order of arrival."""

    def __init__(self) -> None:
        self.laatste: dict[int, int] = {}

    def geef(self, zaken: Sequence[Zaak]) -> list[Ontwerp]:
        nummer_van: dict[int, str] = {}
        alle = [ontwerp for zaak in zaken for ontwerp in zaak.ontwerpen]
        for ontwerp in sorted(alle, key=lambda o: o.beeld.overdracht.ontvangen_op):
            jaar = ontwerp.beeld.overdracht.ontvangen_op.year
            self.laatste[jaar] = self.laatste.get(jaar, 0) + 1
            nummer_van[id(ontwerp)] = f"D-{jaar}-{self.laatste[jaar]:06}"
        return [
            msgspec.structs.replace(
                ontwerp,
                beeld=_genummerd(ontwerp.beeld, nummer_van[id(ontwerp)], _eerdere(zaak, i, nummer_van)),
            )
            for zaak in zaken
            for i, ontwerp in enumerate(zaak.ontwerpen)
        ]


def _eerdere(zaak: Zaak, plaats: int, nummer_van: dict[int, str]) -> tuple[str, ...]:
    return tuple(nummer_van[id(o)] for o in zaak.ontwerpen[:plaats]) if zaak.opvolgend else ()


def _genummerd(beeld: kern.Dossierbeeld, nummer: str, eerdere: tuple[str, ...]) -> kern.Dossierbeeld:
    return msgspec.structs.replace(beeld, dossiernummer=nummer, eerdere_dossiers=eerdere)
