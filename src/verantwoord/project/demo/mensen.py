"""Invented people: who they are, where they come from, and the words that fill the texts about them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final

from verantwoord.kern import dossierbeeld as kern
from verantwoord.project.demo.namen import HERKOMSTEN, Herkomst
from verantwoord.project.demo.teksten.levens import LEVENS, Leven

# Words that only fit somebody with children of their own.
_OVER_KINDEREN: Final = ("kinderen", "jongste", "zoon", "dochter")
_VOOR_OUDERS: Final = frozenset({"onderwijs_kinderen", "tijd"})
# The children of a family: the oldest first, with years between them.
_LEEFTIJDEN: Final = ((5,), (12,), (9, 4), (13, 8), (15, 11, 6))
# Numbers that begin with 99 are not given out.
V_NUMMERS: Final = 99_0000_0000

KINDERLEVEN: Final = Leven(
    "overig",
    "scholier",
    "Afscheid nemen van de klas.",
    (
        "Ik wil bij mijn vrienden blijven. Verder wil ik niets zeggen.",
        "Mijn juf heeft gevraagd waar wij heen gaan. Ik wist het niet.",
        "Als we gaan, wil ik mijn tekeningen meenemen. Allemaal.",
    ),
    "De school weet nog niet van het vertrek.",
    "De school kan een rapport en een brief voor de nieuwe school maken.",
    "overig",
    "School in het dorp",
    "Rapport en brief vragen aan de school",
)


@dataclass(frozen=True)
class Mens:
    """One invented person. ``woorden`` fills the places in a text; ``gezin`` are the others, as the file names them."""

    herkomst: Herkomst
    leven: Leven
    geslacht: str
    voornaam: str
    achternaam: str
    geboren: date
    v_nummer: str
    heeft_kinderen: bool = False
    is_kind: bool = False
    gezin: tuple[kern.Gezinslid, ...] = ()
    woorden: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "woorden", _woorden(self))

    def vul(self, tekst: str, **meer: str) -> str:
        """Fill the places of a text for this person."""
        return tekst.format_map(self.woorden | meer) if meer else tekst.format_map(self.woorden)

    def past(self, tekst: str) -> bool:
        """Whether a text can be about this person; the parents of a child are there when it speaks."""
        if self.is_kind and "vader" in tekst:
            return False
        return self.heeft_kinderen or not any(woord in tekst for woord in _OVER_KINDEREN)

    def persoon(self, *, gemachtigde: str | None) -> kern.Persoon:
        return kern.Persoon(
            v_nummer=self.v_nummer,
            naam=kern.Naam(achternaam=self.achternaam, voornamen=self.voornaam),
            geboortedatum=self.geboren.isoformat(),
            geslacht=self.geslacht,  # type: ignore[arg-type]
            nationaliteiten=(self.herkomst.land,),
            talen=self.herkomst.talen,
            gemachtigde=gemachtigde,
            gezin=self.gezin,
        )


def _woorden(mens: Mens) -> dict[str, str]:
    man, leven = mens.geslacht == "man", mens.leven
    aanspreek = "de heer" if man else "mevrouw"
    hij, hem, zijn = ("hij", "hem", "zijn") if man else ("zij", "haar", "haar")
    stad = mens.herkomst.steden[int(mens.v_nummer[-3:]) % len(mens.herkomst.steden)]
    naam = mens.voornaam if mens.is_kind else f"{aanspreek} {mens.achternaam}"
    basis = {
        "naam": naam,
        "hij": hij,
        "hem": hem,
        "zijn": zijn,
        "land": mens.herkomst.naam,
        "stad": stad,
        "beroep": leven.beroep,
    }
    basis |= {woord.capitalize(): _hoofdletter(basis[woord]) for woord in ("naam", "hij", "zijn", "land")}
    return basis | {
        "wens": leven.wens.format_map(basis),
        "hulp": leven.hulp.format_map(basis),
        "belemmering": leven.belemmering.format_map(basis),
        "actie": leven.actie.format_map(basis),
        "woorden": leven.woorden[2].format_map(basis),
    }


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


class Bevolking:
    """Makes people one after the other; each gets the next v-number, so that nobody is made twice."""

    def __init__(self, *, begin: int) -> None:
        self._volgende = begin

    def iemand(self, kans: Random, vandaag: date) -> Mens:
        """One person alone, an adult."""
        herkomst = kans.choice(HERKOMSTEN)
        leven = kans.choice([leven for leven in LEVENS if leven.soort not in _VOOR_OUDERS])
        return self._mens(kans, herkomst, leven, geboren=_geboren(kans, vandaag, 19, 58))

    def gezin(self, kans: Random, vandaag: date) -> list[Mens]:
        """Two parents, or one, with one to three children; each has the others in the file."""
        herkomst, leven = kans.choice(HERKOMSTEN), kans.choice(LEVENS)
        achternaam = kans.choice(herkomst.achternamen)
        bezet: set[str] = set()
        ouders = [
            self._mens(
                kans,
                herkomst,
                leven,
                geslacht=geslacht,
                geboren=_geboren(kans, vandaag, 34, 44),
                achternaam=achternaam,
                heeft_kinderen=True,
                bezet=bezet,
            )
            for geslacht in kans.choice((("man", "vrouw"), ("vrouw", "man"), ("vrouw",)))
        ]
        kinderen = [
            self._mens(
                kans,
                herkomst,
                KINDERLEVEN,
                geboren=_geboren(kans, vandaag, leeftijd, leeftijd + 1),
                achternaam=achternaam,
                is_kind=True,
                bezet=bezet,
            )
            for leeftijd in kans.choice(_LEEFTIJDEN)
        ]
        leden = ouders + kinderen
        return [_met_gezin(lid, leden) for lid in leden]

    def _mens(
        self,
        kans: Random,
        herkomst: Herkomst,
        leven: Leven,
        *,
        geboren: date,
        geslacht: str = "",
        achternaam: str = "",
        heeft_kinderen: bool = False,
        is_kind: bool = False,
        bezet: set[str] | None = None,
    ) -> Mens:
        """``bezet`` are the first names that a family already has; the new one is added."""
        geslacht = geslacht or kans.choice(("man", "man", "man", "vrouw", "vrouw"))
        nummer, self._volgende = self._volgende, self._volgende + 1
        namen = herkomst.mannen if geslacht == "man" else herkomst.vrouwen
        voornaam = kans.choice([naam for naam in namen if not bezet or naam not in bezet])
        if bezet is not None:
            bezet.add(voornaam)
        return Mens(
            herkomst=herkomst,
            leven=leven,
            geslacht=geslacht,
            voornaam=voornaam,
            achternaam=achternaam or kans.choice(herkomst.achternamen),
            geboren=geboren,
            v_nummer=str(V_NUMMERS + nummer),
            heeft_kinderen=heeft_kinderen,
            is_kind=is_kind,
        )


def _geboren(kans: Random, vandaag: date, jongst: int, oudst: int) -> date:
    return vandaag - timedelta(days=kans.randint(jongst * 366, oudst * 366))


def _met_gezin(mens: Mens, leden: list[Mens]) -> Mens:
    anderen = tuple(
        kern.Gezinslid(
            relatie=_relatie(mens, ander),  # type: ignore[arg-type]
            v_nummer=ander.v_nummer,
            geboortedatum=ander.geboren.isoformat(),
        )
        for ander in leden
        if ander is not mens
    )
    return Mens(
        herkomst=mens.herkomst,
        leven=mens.leven,
        geslacht=mens.geslacht,
        voornaam=mens.voornaam,
        achternaam=mens.achternaam,
        geboren=mens.geboren,
        v_nummer=mens.v_nummer,
        heeft_kinderen=mens.heeft_kinderen,
        is_kind=mens.is_kind,
        gezin=anderen,
    )


def _relatie(mens: Mens, ander: Mens) -> str:
    if mens.is_kind:
        return "broer_zus" if ander.is_kind else "ouder"
    return "kind" if ander.is_kind else "partner"
