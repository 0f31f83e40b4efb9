"""A distribution as a page shows it: two drawings, and a table of the same figures. No name, no key, no order of people."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from verantwoord.kern.normen import REGISTER
from verantwoord.kern.statistiek.beveiliging import Reden
from verantwoord.kwaliteit.spreiding.beeld import MINSTENS, Beeld, Strip
from verantwoord.kwaliteit.spreiding.bewaring import Bewaringtelling
from verantwoord.kwaliteit.spreiding.maten import Spreiding
from verantwoord.web.grafiek.stroken import Schaal, Strook
from verantwoord.web.waarden import Kolom


@dataclass(frozen=True)
class Stripregel:
    """One line of the table in words; ``reden`` stands in the place of all figures."""

    naam: str
    reden: str
    aantal: str = ""
    dossiers: str = ""
    mediaan: str = ""
    midden: str = ""


@dataclass(frozen=True)
class Blok:
    """One drawing with its table."""

    titel: str
    sleutel: str
    uitleg: str
    wat: str
    stroken: tuple[Strook, ...]
    regels: tuple[Stripregel, ...]

    @property
    def kolommen(self) -> list[Kolom]:
        return [
            Kolom(_("Locatie") if self.sleutel == "plekken" else _("Verdeling")),
            Kolom(self.wat, getal=True),
            Kolom(_("Dossiers"), getal=True),
            Kolom(_("Mediaan"), getal=True),
            Kolom(_("Middelste helft"), getal=True),
        ]


def waarom_niet(reden: Reden | None, *, wat: str = "regievoerders") -> str:
    """Why a figure about people is not told; ``wat`` is what the dots of that line are."""
    if reden == "klein":
        zinnen = {
            "regievoerders": _("niet getoond: minder dan %(n)d regievoerders"),
            "teams": _("niet getoond: minder dan %(n)d teams met genoeg regievoerders"),
            "locaties": _("niet getoond: minder dan %(n)d locaties met genoeg regievoerders"),
        }
        return zinnen[wat] % {"n": MINSTENS}
    return _("niet getoond: om terugrekenen te voorkomen") if reden else ""


def schaal(spreiding: Spreiding) -> Schaal:
    return Schaal(0, spreiding.tot, norm=spreiding.norm)


def norm(spreiding: Spreiding) -> str:
    """How the norm is called that asks for this."""
    return REGISTER[spreiding.norm_id].titel


def blokken(spreiding: Spreiding, beeld: Beeld) -> list[Blok]:
    """First the regievoerders in each place, then over all places together regievoerders, teams and places."""
    return [
        Blok(
            titel=str(spreiding.vraag),
            sleutel="plekken",
            uitleg=_(
                "%(aantal)d locaties op naam. Ieder bolletje is één regievoerder, zonder naam. De dikke streep is de mediaan."
            )
            % {"aantal": len(beeld.plekken)},
            wat=_("Regievoerders"),
            stroken=tuple(_strook(strip.naam, strip, waarom_niet(strip.reden)) for strip in beeld.plekken),
            regels=tuple(_regel(strip.naam, strip, waarom_niet(strip.reden)) for strip in beeld.plekken),
        ),
        _overal(beeld),
    ]


def _overal(beeld: Beeld) -> Blok:
    namen = (_("Locaties"), _("Regievoerders"), _("Teams"))
    strips = (beeld.locaties, beeld.regievoerders, beeld.teams)
    redenen = (
        waarom_niet(beeld.locaties.reden, wat="locaties"),
        waarom_niet(beeld.regievoerders.reden),
        waarom_niet(beeld.teams.reden, wat="teams"),
    )
    rijen = tuple(zip(namen, strips, redenen, strict=True))
    return Blok(
        titel=_("Alle locaties samen"),
        sleutel="overal",
        uitleg=_(
            "Drie rijen bolletjes zonder naam: locaties, regievoerders en teams. De dikke streep is de mediaan."
        ),
        wat=_("Bolletjes"),
        stroken=tuple(_strook(naam, strip, reden) for naam, strip, reden in rijen),
        regels=tuple(_regel(naam, strip, reden) for naam, strip, reden in rijen),
    )


def _strook(naam: str, strip: Strip, reden: str) -> Strook:
    return Strook(naam, strip.waarden, reden)


def _regel(naam: str, strip: Strip, reden: str) -> Stripregel:
    if reden:
        return Stripregel(naam, reden)
    laag, hoog = strip.midden or (0.0, 0.0)
    return Stripregel(
        naam=naam,
        reden="",
        aantal=str(strip.aantal),
        dossiers=_("ongeveer %(n)d") % {"n": strip.dossiers},
        mediaan=getal(strip.mediaan or 0.0),
        midden=_("%(laag)s tot %(hoog)s") % {"laag": getal(laag), "hoog": getal(hoog)},
    )


def getal(waarde: float) -> str:
    """One decimal, as the reader writes it."""
    return number_format(waarde, 1)


@dataclass(frozen=True)
class Bewaringcel:
    plek: str
    gesprekken: str
    genoemd: str


def bewaringregels(telling: Bewaringtelling) -> list[Bewaringcel]:
    """All together first, then the places by name."""
    return [
        Bewaringcel(
            plek=regel.plek or (_("Alle locaties") if op_plek == 0 else _("locatie niet bekend")),
            gesprekken=ongeveer(regel.gesprekken, regel.reden, MINSTENS),
            genoemd=ongeveer(regel.genoemd, regel.reden_genoemd, MINSTENS),
        )
        for op_plek, regel in enumerate(telling.regels)
    ]


def ongeveer(aantal: int | None, reden: Reden | None, minstens: int) -> str:
    """A count as it may be told, or why it is not."""
    if aantal is not None:
        return _("ongeveer %(n)s") % {"n": f"{aantal:,}".replace(",", ".")}
    if reden == "klein":
        return _("niet getoond: minder dan %(n)d") % {"n": minstens}
    return _("niet getoond: om terugrekenen te voorkomen")
