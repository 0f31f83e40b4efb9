"""The public rules about words as they are read: what each looks for, what it leaves out, why it is there and since when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.signalen.regels import Regel, Regelblad, regelbladen, woordenblad
from verantwoord.kern.signalen.woordvorm import vouw
from verantwoord.vertrekgesprek.keuzes import Zoekterrein

OMSTANDIGHEDEN: Final[dict[str, Promise]] = {
    "ontkenning": lui("Een ontkenning"),
    "uitleg": lui("Uitleg van de regievoerder"),
    "ander": lui("Het gaat over iemand anders"),
    "voorbij": lui("Het is voorbij"),
    "hypothetisch": lui("Het is niet zo, maar zou kunnen"),
    "figuurlijk": lui("Het is een manier van zeggen"),
    "familie": lui("Het gaat over een familielid"),
    "algemeen": lui("Het gaat over mensen in het algemeen"),
    "beroep": lui("Het is iemands werk of opleiding"),
    "eigen_keuze": lui("De persoon wil niet vertrekken of vroeg nog niets aan"),
    "lotgenoot": lui("Het overkwam iemand anders"),
}
BEREIK: Final[dict[str, Promise]] = {
    "voor": lui("ergens voor de gevonden woorden"),
    "kort_voor": lui("kort voor de gevonden woorden"),
    "lang_voor": lui("tot acht woorden voor de gevonden woorden"),
    "ruim_voor": lui("tot twintig woorden ervoor, zolang het niet weer over de persoon zelf gaat"),
    "zin": lui("in dezelfde zin"),
    "buurzin": lui("in dezelfde zin of de zin erna"),
    "einde": lui("kort na de gevonden woorden"),
    "terug": lui("in dezelfde zin of een van de drie zinnen erna"),
    "slot": lui("in dezelfde zin of ergens erna"),
    "tekst": lui("ergens in de tekst"),
    "verder": lui("in dezelfde zin, of ervoor zolang er niemand wordt genoemd"),
    "vervolg": lui("in een zin ervoor, als de zin met “die” of “deze” begint"),
}
STELLIG: Final = lui(
    "Deze woorden noemen de zaak zelf. Ze blijven staan, tenzij het verslag in twee of meer zinnen zegt dat het uitleg was, een "
    "grap of al lang voorbij, of dat het antwoord nee is. Dan is een tweede plek nodig."
)
GEWOON: Final = lui(
    "Zegt het verslag in twee zinnen zelf dat er niets aan de hand is (de lijsten “gesloten”), dan zijn aanwijzingen op twee "
    "plekken nodig. Bij meer zinnen op drie."
)
ZACHT: Final = lui(
    "Zegt het verslag in één zin zelf dat er niets aan de hand is (de lijsten “gesloten”), dan zijn aanwijzingen op drie plekken "
    "nodig. Bij meer zinnen op vier. Met een duidelijker regel ernaast geldt wat bij die regel staat."
)
LANGSTE_ZOEKVRAAG: Final = 60


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """What changed about a rule, on which day and why."""

    op: date
    wat: str


@dataclass(frozen=True, kw_only=True)
class Woordregel:
    """One rule for a reader; words in the notation that the page explains."""

    id: str
    terrein: str
    uitleg: str
    bron: str
    woorden: list[str]
    bij: list[str]
    niet_bij: list[str]
    ongeacht: list[str]
    raak: list[str]
    mis: list[str]
    samen: list[str]
    zelfde_zin: bool
    sterkte: str
    tekst: list[str]
    niet_tekst: list[str]
    geschiedenis: list[Wijziging]

    @property
    def aantal(self) -> int:
        """How many words and groups of words it looks for, also those that count only together."""
        return len(self.woorden) + len(self.samen)


@dataclass(frozen=True, kw_only=True)
class Soortblad:
    """All rules about one matter."""

    terrein: str
    naam: str
    bron: str
    sinds: date
    regels: list[Woordregel]


@dataclass(frozen=True, kw_only=True)
class Omstandigheidsblad:
    """Words around a hit that take it away, and where they must stand for that."""

    naam: str
    waar: str
    woorden: list[str]
    behalve: list[str]
    soorten: str


def soortbladen() -> list[Soortblad]:
    """All rules, in the order of the four toetsingsmomenten and then the wishes."""
    return [_soortblad(blad) for blad in regelbladen()]


def soortblad(terrein: str) -> Soortblad | None:
    return next((blad for blad in soortbladen() if blad.terrein == terrein), None)


def gezocht(vraag: str) -> list[Soortblad]:
    """The rules in which these letters stand, spelling errors taken together as the rules themselves do."""
    gevouwen = vouw(vraag.strip(), heel=False)
    bladen = []
    for blad in soortbladen():
        over = [
            regel for regel in blad.regels if any(gevouwen in vouw(t, heel=False) for t in _teksten(regel))
        ]
        if over:
            bladen.append(
                Soortblad(terrein=blad.terrein, naam=blad.naam, bron=blad.bron, sinds=blad.sinds, regels=over)
            )
    return bladen


def _teksten(regel: Woordregel) -> Iterator[str]:
    yield from (regel.id, regel.uitleg, *regel.woorden, *regel.samen, *regel.raak)


def _soortblad(blad: Regelblad) -> Soortblad:
    return Soortblad(
        terrein=blad.soort,
        naam=str(Zoekterrein(blad.soort).label),
        bron=blad.bron,
        sinds=blad.sinds,
        regels=[_woordregel(regel, blad) for regel in blad.regel],
    )


def _woordregel(regel: Regel, blad: Regelblad) -> Woordregel:
    return Woordregel(
        id=regel.id,
        terrein=blad.soort,
        uitleg=regel.uitleg,
        bron=regel.bron,
        woorden=leesbaar(regel.woorden),
        bij=leesbaar(regel.bij),
        niet_bij=leesbaar(regel.niet_bij),
        ongeacht=[str(OMSTANDIGHEDEN.get(naam, naam)).lower() for naam in regel.ongeacht],
        raak=regel.raak,
        mis=regel.mis,
        samen=leesbaar(regel.samen),
        zelfde_zin=regel.zelfde_zin,
        sterkte=str(STELLIG if regel.stellig else ZACHT if regel.zacht else GEWOON),
        tekst=leesbaar(regel.tekst),
        niet_tekst=leesbaar(regel.niet_tekst),
        geschiedenis=_geschiedenis(regel),
    )


def _geschiedenis(regel: Regel) -> list[Wijziging]:
    """The newest first; the last one is the day from which the rule is there."""
    later = [Wijziging(op=een.op, wat=een.reden) for een in regel.gewijzigd]
    return [
        *sorted(later, key=lambda een: een.op, reverse=True),
        Wijziging(op=regel.sinds, wat=_("De regel is gemaakt.")),
    ]


def omstandigheden() -> list[Omstandigheidsblad]:
    """The circumstances that take a hit away, as they are read."""
    alle = len(Zoekterrein.values)
    return [
        Omstandigheidsblad(
            naam=str(OMSTANDIGHEDEN.get(een.id, een.id)),
            waar=str(BEREIK.get(een.bereik, een.bereik)),
            woorden=leesbaar(een.woorden),
            behalve=leesbaar(een.behalve),
            soorten=""
            if len(een.soorten) == alle
            else ", ".join(str(Zoekterrein(soort).label).lower() for soort in een.soorten),
        )
        for een in woordenblad().omstandigheid
    ]


def woordenlijsten() -> dict[str, list[str]]:
    """The lists that stand in rules as one word, by their names; and with which words a report says that nothing is wrong."""
    blad = woordenblad()
    sluitend = {f"gesloten: {een.id.replace('_', ' ')}": een.woorden for een in blad.gesloten}
    return {naam: leesbaar(woorden) for naam, woorden in {**blad.lijsten, **sluitend}.items()}


def leesbaar(geschreven: Sequence[str]) -> list[str]:
    """The notation of ``kern.signalen.patroon`` as a person reads it; each pattern once, by alphabet."""
    return sorted(
        {
            tekst.replace("....", "……")
            .replace("...", "…")
            .replace("|", " / ")
            .replace("_", " ")
            .replace("{", "‹")
            .replace("}", "›")
            for tekst in geschreven
        },
        key=str.lower,
    )
