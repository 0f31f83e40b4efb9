"""The picture of a session in words and as a drawing: as it was told when the session was planned, and afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.kwaliteit.publicatie.tabel import MINSTENS
from verantwoord.kwaliteit.spreiding import tonen
from verantwoord.vakmanschap.dialoog.models import Dialoog
from verantwoord.vakmanschap.dialoog.queries import Meetpunt
from verantwoord.web.grafiek.stroken import Schaal, Strook


@dataclass(frozen=True)
class Beeldregel:
    """One line of the picture that was kept; ``reden`` stands in the place of the figures."""

    naam: str
    aantal: str
    mediaan: str
    midden: str
    reden: str


def beeldregels(dialoog: Dialoog) -> list[Beeldregel]:
    """The lines as they were kept: all regievoerders, teams and places together first, then place by place."""
    namen = {"regievoerders": _("Regievoerders"), "teams": _("Teams"), "locaties": _("Locaties")}
    regels = dialoog.beeld["regels"]
    samen = [regel for regel in regels if regel["naam"] in namen]
    plekken = [regel for regel in regels if regel["naam"] not in namen]
    return [_beeldregel(namen.get(regel["naam"], regel["naam"]), regel) for regel in (*samen, *plekken)]


def _beeldregel(naam: str, regel: dict[str, Any]) -> Beeldregel:
    if reden := regel.get("niet_getoond"):
        wat = regel["naam"] if regel["naam"] in {"teams", "locaties"} else "regievoerders"
        return Beeldregel(naam, "", "", "", tonen.waarom_niet(reden, wat=wat))
    laag, hoog = regel["midden"] or (0.0, 0.0)
    return Beeldregel(
        naam=naam,
        aantal=str(regel["aantal"]),
        mediaan=tonen.getal(regel["mediaan"] or 0.0),
        midden=_("%(laag)s tot %(hoog)s") % {"laag": tonen.getal(laag), "hoog": tonen.getal(hoog)},
        reden="",
    )


def wie(dialoog: Dialoog) -> str:
    """How many were there, for who was not: a number of staff below the threshold is not told."""
    if not dialoog.aanwezig:
        return "–"
    aantal = _("minder dan %(n)d") % {"n": MINSTENS} if dialoog.aanwezig < MINSTENS else str(dialoog.aanwezig)
    return ngettext(
        "%(aantal)s mensen uit één team", "%(aantal)s mensen uit %(teams)d teams", dialoog.teams
    ) % {"aantal": aantal, "teams": dialoog.teams}


@dataclass(frozen=True)
class Verloop:
    """How the same distribution lay since: a strip of dots a year, and the same in a table."""

    stroken: tuple[Strook, ...]
    schaal: Schaal
    regels: tuple[tuple[str, str, str, str], ...]


def verloop(dialoog: Dialoog, punten: Sequence[Meetpunt]) -> Verloop:
    """Each line is a year of all regievoerders together; which ones came before the session is said in words."""
    return Verloop(
        stroken=tuple(
            Strook(_naam(punt), punt.strip.waarden, tonen.waarom_niet(punt.strip.reden)) for punt in punten
        ),
        schaal=tonen.schaal(dialoog.spreiding),
        regels=tuple(_regel(punt) for punt in punten),
    )


def _naam(punt: Meetpunt) -> str:
    # The year comes first, so that the lines stand in the order of time.
    return _("%(jaar)d, kwartaal %(nummer)d") % {
        "jaar": punt.kwartaal.jaar,
        "nummer": punt.kwartaal.nummer,
    }


def _regel(punt: Meetpunt) -> tuple[str, str, str, str]:
    wanneer = _("vóór de sessie") if punt.voor_de_sessie else _("na de sessie")
    if punt.strip.reden:
        return _naam(punt), wanneer, tonen.waarom_niet(punt.strip.reden), ""
    laag, hoog = punt.strip.midden or (0.0, 0.0)
    return (
        _naam(punt),
        wanneer,
        tonen.getal(punt.strip.mediaan or 0.0),
        _("%(laag)s tot %(hoog)s") % {"laag": tonen.getal(laag), "hoog": tonen.getal(hoog)},
    )
