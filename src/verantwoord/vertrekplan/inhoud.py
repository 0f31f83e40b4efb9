"""What a version says, as plain values: what a form hands over, what is compared, what the norms read."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

import msgspec

from verantwoord.kern import dossierbeeld as kern
from verantwoord.vertrekplan.keuzes import Eigenaar, Haalbaar, Mogelijkheid
from verantwoord.vertrekplan.models import Actie, Vertrekplan


@dataclass(frozen=True, kw_only=True)
class Optie:
    """One option as weighed; ``wil`` is what the person says about it, in own words."""

    optie: str
    analyse: str = ""
    haalbaar: str = Haalbaar.ONBEKEND
    haalbaar_bij: str = ""
    belemmering: str = ""
    wil: str = ""

    @property
    def titel(self) -> str:
        return str(Mogelijkheid(self.optie).label)

    @property
    def haalbaar_woorden(self) -> str:
        """Feasibility in words, with what it depends on: "Ja, na de uitspraak"."""
        woord = str(Haalbaar(self.haalbaar).label)
        return f"{woord}, {self.haalbaar_bij}" if self.haalbaar_bij else woord

    @property
    def is_leeg(self) -> bool:
        """Whether nobody has written anything about it yet."""
        return self == Optie(optie=self.optie)


@dataclass(frozen=True, kw_only=True)
class Actieregel:
    """What somebody does, as typed in the concept."""

    omschrijving: str
    eigenaar: str
    uiterlijk: date | None = None
    gereed_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """Everything a concept holds that a person writes."""

    strategie: str = ""
    aanleiding: str = ""
    analyse: dict[str, str] = field(default_factory=dict)
    opties: tuple[Optie, ...] = ()
    gekozen: str | None = None
    reden_keuze: str = ""
    acties: tuple[Actieregel, ...] = ()

    def velden(self) -> dict[str, Any]:
        """The fields as a row holds them; actions are rows of their own."""
        return {
            "strategie": self.strategie,
            "aanleiding": self.aanleiding,
            "analyse": {deel: tekst for deel, tekst in self.analyse.items() if tekst},
            "opties": [asdict(optie) for optie in self.opties if not optie.is_leeg],
            "gekozen": self.gekozen,
            "reden_keuze": self.reden_keuze,
        }


def inhoud_van(plan: Vertrekplan, acties: Iterable[Actie]) -> Inhoud:
    """What a stored version says. Options that came from elsewhere without our own columns read as blank there."""
    return Inhoud(
        strategie=plan.strategie,
        aanleiding=plan.aanleiding,
        analyse=dict(plan.analyse),
        opties=tuple(Optie(**optie) for optie in plan.opties),
        gekozen=plan.gekozen,
        reden_keuze=plan.reden_keuze,
        acties=tuple(
            Actieregel(
                omschrijving=actie.omschrijving,
                eigenaar=actie.eigenaar,
                uiterlijk=actie.uiterlijk,
                gereed_op=actie.gereed_op,
            )
            for actie in acties
        ),
    )


def als_feit(inhoud: Inhoud, *, versie: int, vastgesteld_op: date, door: str) -> kern.Vertrekplan:
    """The version as the norms would read it, were it established on that day."""
    velden = inhoud.velden()
    return msgspec.convert(
        {
            "versie": versie,
            "vastgesteld_op": vastgesteld_op,
            "door": door,
            "strategie": velden["strategie"],
            "analyse": velden["analyse"],
            "gekozen": velden["gekozen"],
            "opties": [
                {veld: optie[veld] for veld in kern.Optie.__struct_fields__} for optie in velden["opties"]
            ],
            "acties": [asdict(actie) for actie in inhoud.acties],
        },
        kern.Vertrekplan,
    )


def gekozen_titel(gekozen: str | None) -> str:
    """The chosen option in words; a word that came from elsewhere is shown as it is."""
    if gekozen is None:
        return ""
    return str(Mogelijkheid(gekozen).label) if gekozen in Mogelijkheid.values else gekozen


def actie_zin(actie: Actieregel | Actie) -> str:
    """An action in one line, for comparing versions."""
    wie = str(Eigenaar(actie.eigenaar).label)
    wanneer = (
        f" ({actie.uiterlijk.day}-{actie.uiterlijk.month}-{actie.uiterlijk.year})" if actie.uiterlijk else ""
    )
    return f"{wie}: {actie.omschrijving}{wanneer}"
