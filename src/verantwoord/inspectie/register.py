"""The register of interviews as the tables of a report, and what they add up to beside what the report says."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from django.utils.translation import gettext as _

from verantwoord.inspectie.models import Interview, Interviewtabel, Onderzoek, Overlegbezoek


@dataclass(frozen=True, kw_only=True)
class Tabelrij:
    functie: str
    cellen: Sequence[int]


@dataclass(frozen=True, kw_only=True)
class Tabel:
    """One table: its rows by function in the order of the register, and the totals that its columns come to."""

    letter: str
    titel: str
    locaties: Sequence[str]
    rijen: Sequence[Tabelrij]
    totalen: Sequence[int]
    bezoeken: Sequence[tuple[str, Sequence[str]]]
    genoemd: int | None
    interviews: Sequence[Interview]

    @property
    def totaal(self) -> int:
        return sum(self.totalen)

    @property
    def verschil(self) -> int:
        """How many more the report says than the table holds."""
        return (self.genoemd or self.totaal) - self.totaal


@dataclass(frozen=True, kw_only=True)
class Register:
    tabellen: Sequence[Tabel]
    genoemd: int | None
    genoemd_waar: str
    overleggen: int

    @property
    def totaal(self) -> int:
        return sum(tabel.totaal for tabel in self.tabellen)

    @property
    def verschil(self) -> int:
        return (self.genoemd if self.genoemd is not None else self.totaal) - self.totaal


def register_of(onderzoek: Onderzoek) -> Register:
    """The tables a, b, c … of an onderzoek that the viewer sees; three queries however many there are."""
    rijen = list(onderzoek.interviewtabellen.prefetch_related("interviews", "bezoeken"))
    tabellen = [_tabel(letter, rij) for letter, rij in zip(ascii_lowercase, rijen, strict=False)]
    bijgewoond = sum(1 for rij in rijen for bezoek in rij.bezoeken.all() if bezoek.bijgewoond)
    return Register(
        tabellen=tabellen,
        genoemd=onderzoek.genoemd_aantal,
        genoemd_waar=onderzoek.genoemd_waar,
        overleggen=bijgewoond,
    )


def _tabel(letter: str, tabel: Interviewtabel) -> Tabel:
    interviews = list(tabel.interviews.all())
    kolommen = tabel.locaties or [""]
    geteld: Counter[tuple[str, str]] = Counter()
    for interview in interviews:
        geteld[interview.functie, interview.locatie if tabel.locaties else ""] += interview.aantal
    functies = list(dict.fromkeys(interview.functie for interview in interviews))
    rijen = [
        Tabelrij(functie=functie, cellen=[geteld[functie, kolom] for kolom in kolommen])
        for functie in functies
    ]
    return Tabel(
        letter=letter,
        titel=tabel.titel,
        locaties=tabel.locaties,
        rijen=rijen,
        totalen=[sum(rij.cellen[i] for rij in rijen) for i in range(len(kolommen))],
        bezoeken=_bezoeken(list(tabel.bezoeken.all()), kolommen),
        genoemd=tabel.genoemd,
        interviews=interviews,
    )


def _bezoeken(bezoeken: Sequence[Overlegbezoek], kolommen: Sequence[str]) -> list[tuple[str, Sequence[str]]]:
    """Each kind of overleg with yes or no per column; where nothing was said, nothing stands."""
    per_overleg: dict[str, dict[str, bool]] = {}
    for bezoek in bezoeken:
        per_overleg.setdefault(bezoek.overleg, {})[bezoek.locatie] = bezoek.bijgewoond
    woord = {True: _("ja"), False: _("nee"), None: "–"}
    return [
        (overleg, [woord[plekken.get(kolom)] for kolom in kolommen])
        for overleg, plekken in per_overleg.items()
    ]
