"""What one row of the caseload says, as plain values for the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from verantwoord.bewaking.models import Stand
from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.kern.normen import REGISTER
from verantwoord.web.datums import kort, nog, stand_van
from verantwoord.web.onderdelen.tekens import icoon, teken
from verantwoord.werkplek import woorden


@dataclass(frozen=True, kw_only=True)
class Bron:
    """Where a duty comes from: the first source in short, all of them, and the rule itself."""

    kort: str
    alle: tuple[str, ...]
    regel: str


@dataclass(frozen=True, kw_only=True)
class Rij:
    """One dossier in a list."""

    url: str
    naam: str
    v_nummer: str
    gezin_tekst: str
    regievoerder: str
    plicht: str
    bron: Bron | None
    datum_iso: str
    wanneer: str
    wanneer_stand: str
    verblijf: str
    fase: str
    gesprekken: tuple[SafeString, ...]
    toetsingen: tuple[SafeString, ...]
    uitzonderingen: str
    lp: str
    lp_icoon: SafeString
    wensen: int


def maak_rijen(standen: Iterable[Stand], *, vandaag: date) -> list[Rij]:
    return [_rij(stand, vandaag) for stand in standen]


def _rij(stand: Stand, vandaag: date) -> Rij:
    persoon = stand.dossier.persoon
    regel = stand.regel
    datum = stand.volgende_op
    gezin = getattr(stand, "gezin", 1)
    taal = get_language() or "nl"
    wanneer = _wanneer(datum, vandaag, taal) if datum else ""
    lp_icoon, lp_woorden = woorden.LP[regel["lp"]]
    lp_tekst = str(lp_woorden)
    lp_op = regel["lp_op"]
    if lp_op and regel["lp"] in woorden.LP_MET_DATUM:
        lp_tekst = f"{lp_tekst} {_dag(date.fromisoformat(lp_op), taal)}"
    return Rij(
        url=_url(str(stand.dossier_id)),
        naam=persoon.lijstnaam,
        v_nummer=woorden.v_nummer_in_delen(persoon.v_nummer),
        gezin_tekst=_("gezin van %(n)d") % {"n": gezin} if gezin > 1 else "",
        regievoerder=stand.regievoerder.naam if stand.regievoerder else _("nog niet toegewezen"),
        plicht=REGISTER[stand.volgende_norm].plicht if stand.volgende_norm else "",
        bron=bron_van(stand.volgende_norm) if stand.volgende_norm else None,
        datum_iso=datum.isoformat() if datum else "",
        wanneer=wanneer,
        wanneer_stand=stand_van(datum, vandaag) if datum else "",
        verblijf=woorden.verblijf_in_woorden(stand.verblijfsoort, stand.locatie),
        fase=str(woorden.FASE[stand.fase]),
        gesprekken=tuple(
            _gesprek(nummer, soort) for nummer, soort in enumerate(regel["gesprekken"], start=1)
        ),
        toetsingen=tuple(_toetsing(moment, regel["toetsingen"][moment]) for moment in woorden.MOMENT),
        uitzonderingen=_uitzonderingen(regel["toetsingen"]),
        lp=lp_tekst,
        lp_icoon=_icoon(lp_icoon),
        wensen=regel["open_wensen"],
    )


@lru_cache(maxsize=2048)
def _wanneer(datum: date, vandaag: date, _taal: str) -> str:
    return f"{kort(datum)}, {nog(datum, vandaag)}"


@lru_cache(maxsize=2048)
def _dag(dag: date, _taal: str) -> str:
    """``2 sep``: the day without the weekday, which a short note has no room for."""
    return kort(dag).split(" ", 1)[1]


@lru_cache(maxsize=1)
def _url_patroon() -> str:
    nul = "00000000-0000-0000-0000-000000000000"
    return reverse("werkplek:overzicht", args=[nul]).replace(nul, "{}")


def _url(dossier_id: str) -> str:
    return _url_patroon().format(dossier_id)


@lru_cache(maxsize=256)
def bron_van(norm: str) -> Bron:
    """The sources of a norm in words, from the register."""
    alle = tuple(bron_in_woorden(bron) for bron in REGISTER[norm].bron)
    return Bron(kort=alle[0].split(";", maxsplit=1)[0], alle=alle, regel=REGISTER[norm].regel)


def _gesprek(nummer: int, soort: str) -> SafeString:
    return _gespreksteken(nummer, soort, get_language() or "nl")


@lru_cache(maxsize=64)
def _gespreksteken(nummer: int, soort: str, _taal: str) -> SafeString:
    mark, woord = woorden.GESPREKSTEKEN[soort]
    tekst = _("Gesprek %(nummer)d: %(woord)s") % {"nummer": nummer, "woord": woord}
    return teken(mark, tekst, kort=str(nummer))


def _toetsing(moment: str, soort: str) -> SafeString:
    return _toetsingsteken(moment, soort, get_language() or "nl")


@lru_cache(maxsize=64)
def _toetsingsteken(moment: str, soort: str, _taal: str) -> SafeString:
    code, naam = woorden.MOMENT[moment]
    mark, woord = woorden.TOETSINGSTEKEN[soort]
    return teken(mark, f"{naam}: {woord}", kort=code)


@lru_cache(maxsize=16)
def _icoon(naam: str) -> SafeString:
    return icoon(naam, maat=18)


def _uitzonderingen(toetsingen: dict[str, Any]) -> str:
    """What stands out among the four, in words, for where the marks stand small."""
    afwijkend = [
        f"{str(naam).lower()} {woorden.TOETSINGSTEKEN[toetsingen[moment]][1]}"
        for moment, (_code, naam) in woorden.MOMENT.items()
        if toetsingen[moment] != "actueel"
    ]
    if len(afwijkend) == 4 and len(set(toetsingen.values())) == 1:
        return (
            _("nog geen vastgelegd")
            if toetsingen["medisch"] == "ontbreekt"
            else _("alle vier %(woord)s") % {"woord": woorden.TOETSINGSTEKEN[toetsingen["medisch"]][1]}
        )
    return ", ".join(afwijkend)
