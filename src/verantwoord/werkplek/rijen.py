"""What one row of the caseload says, as plain values for the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from verantwoord.bewaking.models import Stand
from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.werklijst import Plicht, plicht_tekst
from verantwoord.web.datums import kort, nog, stand_van
from verantwoord.web.onderdelen.tekens import icoon, teken
from verantwoord.werkplek import woorden


@dataclass(frozen=True, kw_only=True)
class Rij:
    """One dossier in a list. What many rows share (marks, a source, a date) is drawn once and kept."""

    url: str
    naam: str
    v_nummer: str
    gezin: str
    regievoerder: str
    plicht: str
    wanneer: SafeString
    bron: SafeString
    verblijf: str
    fase: str
    gesprekken: SafeString
    toetsingen: SafeString
    lp: SafeString
    wensen: str
    zei_iets: bool


def maak_rijen(standen: Iterable[Stand], *, vandaag: date) -> list[Rij]:
    taal = get_language() or "nl"
    return [_rij(stand, vandaag, taal) for stand in standen]


def _rij(stand: Stand, vandaag: date, taal: str) -> Rij:
    persoon, regel, norm = stand.dossier.persoon, stand.regel, stand.volgende_norm
    gezin = getattr(stand, "gezin", 1)
    return Rij(
        url=_url(str(stand.dossier_id)),
        naam=persoon.lijstnaam,
        v_nummer=woorden.v_nummer_in_delen(persoon.v_nummer),
        gezin=_("gezin van %(n)d") % {"n": gezin} if gezin > 1 else "",
        regievoerder=stand.regievoerder.naam if stand.regievoerder else _("nog niet toegewezen"),
        plicht=plicht_tekst(Plicht(norm=norm, uiterlijk_op=stand.volgende_op)) if norm else "",
        wanneer=_wanneer(stand.volgende_op, vandaag, taal),
        bron=_bron(norm, taal) if norm else SafeString(""),
        verblijf=woorden.verblijf_in_woorden(stand.verblijfsoort, stand.locatie),
        fase=str(woorden.FASE[stand.fase]),
        gesprekken=_gesprekken(tuple(regel["gesprekken"]), taal),
        toetsingen=_toetsingen(tuple(regel["toetsingen"][moment] for moment in woorden.MOMENT), taal),
        lp=_lp(regel["lp"], regel["lp_op"], taal),
        wensen=_wensen(regel["open_wensen"]),
        zei_iets=getattr(stand, "zei_iets", False),
    )


def _wensen(aantal: int | None) -> str:
    return _("niet gevraagd") if aantal is None else str(aantal or _("geen"))


@lru_cache(maxsize=1)
def _url_patroon() -> str:
    nul = "00000000-0000-0000-0000-000000000000"
    return reverse("werkplek:overzicht", args=[nul]).replace(nul, "{}")


def _url(dossier_id: str) -> str:
    return _url_patroon().format(dossier_id)


# The language is an argument of each of these because it decides what is kept.


@lru_cache(maxsize=2048)
def _wanneer(datum: date | None, vandaag: date, _taal: str) -> SafeString:
    if datum is None:
        return format_html('<span class="werk-wanneer">{}</span>', _("datum nog niet bekend"))
    stand = stand_van(datum, vandaag)
    return format_html(
        '<span class="werk-wanneer werk-wanneer--{}">{}<time datetime="{}">{}, {}</time></span>',
        stand,
        icoon("te-laat", maat=16) if stand == "te-laat" else "",
        datum.isoformat(),
        kort(datum),
        nog(datum, vandaag),
    )


@lru_cache(maxsize=256)
def _bron(norm: str, _taal: str) -> SafeString:
    """The first source in short; opened, the rule itself and every source."""
    alle = [bron_in_woorden(bron) for bron in REGISTER[norm].bron]
    return format_html(
        '<details class="werk-bron"><summary>{} <span>{}</span></summary><p>{}</p><ul>{}</ul></details>',
        _("Bron:"),
        alle[0].split(";", maxsplit=1)[0],
        REGISTER[norm].regel,
        format_html_join("", "<li>{}</li>", ((bron,) for bron in alle)),
    )


@lru_cache(maxsize=256)
def _gesprekken(soorten: tuple[str, ...], _taal: str) -> SafeString:
    return format_html_join("", "{}", ((_gesprek(nr, soort),) for nr, soort in enumerate(soorten, start=1)))


def _gesprek(nummer: int, soort: str) -> SafeString:
    mark, woord = woorden.GESPREKSTEKEN[soort]
    return teken(
        mark, _("Gesprek %(nummer)d: %(woord)s") % {"nummer": nummer, "woord": woord}, kort=str(nummer)
    )


@lru_cache(maxsize=1024)
def _toetsingen(soorten: tuple[str, ...], _taal: str) -> SafeString:
    """The four marks, and in words what stands out among them for where the marks stand small."""
    tekens = format_html_join(
        "", "{}", ((_toetsing(moment, soort),) for moment, soort in zip(woorden.MOMENT, soorten, strict=True))
    )
    bij = _uitzonderingen(soorten)
    uitzondering = (
        format_html('<span class="werk-uitzondering" aria-hidden="true">{}</span>', bij) if bij else ""
    )
    return format_html('<span class="vw-tekens">{}</span>{}', tekens, uitzondering)


def _toetsing(moment: str, soort: str) -> SafeString:
    code, naam = woorden.MOMENT[moment]
    mark, woord = woorden.TOETSINGSTEKEN[soort]
    return teken(mark, f"{naam}: {woord}", kort=code)


def _uitzonderingen(soorten: tuple[str, ...]) -> str:
    if set(soorten) == {"actueel"}:
        return ""
    if len(set(soorten)) == 1:
        if soorten[0] == "ontbreekt":
            return _("nog geen vastgelegd")
        return _("alle vier %(woord)s") % {"woord": woorden.TOETSINGSTEKEN[soorten[0]][1]}
    return ", ".join(
        f"{str(naam).lower()} {woorden.TOETSINGSTEKEN[soort][1]}"
        for (_code, naam), soort in zip(woorden.MOMENT.values(), soorten, strict=True)
        if soort != "actueel"
    )


@lru_cache(maxsize=2048)
def _lp(stand: str, op: str | None, _taal: str) -> SafeString:
    naam, tekst = woorden.LP[stand]
    # A short note has no room for the weekday: ``2 sep``.
    dag = f" {kort(date.fromisoformat(op)).split(' ', 1)[1]}" if op and stand in woorden.LP_MET_DATUM else ""
    return format_html('<span class="werk-lp">{}<span>{}{}</span></span>', icoon(naam, maat=18), tekst, dag)
