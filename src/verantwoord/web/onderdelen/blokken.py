"""Blocks: what is owed, what may not, what to look at, and what is simply so."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web import datums
from verantwoord.web.onderdelen.tekens import icoon, teken
from verantwoord.web.waarden import Feit, Teller, Verwijzing

register = template.Library()

ALERTS = {
    "blokkade": ("error", "blokkade"),
    "aandacht": ("warning", "let-op"),
    "uitleg": ("info", "info"),
    "gelukt": ("info", "vink"),
    "stand": ("stand", "opgeschort"),
}
"""Kind of alert: its class in the Utrecht library (``stand`` is ours) and its icon."""

MESSAGE_LEVELS = {
    "error": "blokkade",
    "warning": "aandacht",
    "success": "gelukt",
    "info": "uitleg",
    "debug": "stand",
}


@register.simple_block_tag
def melding(
    content: str, *, soort: str, titel: str = "", icoon_naam: str = "", niveau: int = 2
) -> SafeString:
    """Say something in its place on the page; nothing floats, nothing disappears by itself.

    ``blokkade`` may not, ``aandacht`` look first, ``uitleg`` explanation, ``gelukt`` done, ``stand`` how it is.
    ``niveau`` is the heading level that fits the page.
    """
    kind, default_icon = ALERTS[soort]
    title = format_html('<h{0} class="vw-melding__titel">{1}</h{0}>', niveau, titel) if titel else ""
    return format_html(
        '<div class="utrecht-alert utrecht-alert--{0} vw-melding vw-melding--{1}">'
        '<div class="utrecht-alert__icon">{2}</div><div class="vw-melding__inhoud">{3}{4}</div></div>',
        kind,
        soort,
        icoon(icoon_naam or default_icon, maat=22),
        title,
        content,
    )


@register.filter
def meldingsoort(niveau: str) -> str:
    """Turn the level of a Django message into the kind of alert it is."""
    return MESSAGE_LEVELS.get(niveau, "stand")


@register.simple_block_tag
def grenspaneel(content: str, *, titel: str, soort: str = "", niveau: int = 3) -> SafeString:
    """Show a limit: what may not, and inside why, until when, which source, and what can be done instead."""
    return format_html(
        '<section class="vw-grens"><div class="vw-grens__kop">{0}<div><p class="vw-grens__soort">{1}</p>'
        '<h{3} class="vw-grens__titel">{2}</h{3}></div></div><div class="vw-grens__inhoud">{4}</div></section>',
        icoon("blokkade", maat=24),
        soort or gettext("Blokkade"),
        titel,
        niveau,
        content,
    )


@register.inclusion_tag("web/onderdelen/grensfeiten.html")
def grensfeiten(
    *,
    geldt_tot: str,
    geldt_tot_uitleg: str = "",
    bronnen: Sequence[Verwijzing] = (),
    afwijken: str = "",
    afwijken_url: str = "",
) -> dict[str, Any]:
    """List until when a limit holds, its sources, and whether deviating with reasons is possible."""
    return {
        "geldt_tot": geldt_tot,
        "uitleg": geldt_tot_uitleg,
        "bronnen": bronnen,
        "afwijken": afwijken,
        "afwijken_url": afwijken_url,
    }


@register.simple_block_tag
def plichten(content: str, *, titel: str = "", niveau: int = 3) -> SafeString:
    """Frame the rows of what is owed; they stand by date, and by nothing else."""
    return format_html(
        '<section class="vw-plichten"><h{0} class="vw-lijntitel">{1}</h{0}><ul>{2}</ul></section>',
        niveau,
        titel or gettext("Plichten"),
        content,
    )


@register.inclusion_tag("web/onderdelen/plicht.html")
def plicht(
    *,
    titel: str,
    uitleg: str = "",
    datum: dt.date | None = None,
    vandaag: dt.date | None = None,
    bron: str = "",
    bron_url: str = "",
    afwijking: str = "",
    afwijken_url: str = "",
    actie: str = "",
    actie_url: str = "",
    niveau: int = 4,
) -> dict[str, Any]:
    """Show one duty: date and how far, what and why with its source, and the one button that resolves it."""
    when = {"stand": "", "nog": "", "kort": ""}
    if datum is not None and vandaag is not None:
        when = {
            "stand": datums.stand_van(datum, vandaag),
            "nog": datums.nog(datum, vandaag),
            "kort": datums.kort_jaar(datum),
        }
    return {
        "titel": titel,
        "uitleg": uitleg,
        "datum": datum,
        "wanneer": when,
        "bron": bron,
        "bron_url": bron_url,
        "afwijking": afwijking,
        "afwijken_url": afwijken_url,
        "actie": actie,
        "actie_url": actie_url,
        "kop": f"h{niveau}",
    }


@register.simple_tag
def aandachtspunt(
    teken_naam: str,
    titel: str,
    tekst: str = "",
    *,
    actie: str = "",
    actie_url: str = "",
    afwijking: str = "",
    afwijken_url: str = "",
) -> SafeString:
    """Show one point of attention: mark, what, why, where to go, and what was decided about deviating from it."""
    return format_html(
        '<li class="vw-aandachtspunt vw-teken--{0}">{1}<p><strong>{2}</strong> {3}{4}{5}{6}</p></li>',
        teken_naam,
        icoon(teken_naam),
        titel,
        tekst,
        f" {afwijking}" if afwijking else "",
        format_html(' <a class="utrecht-link utrecht-link--html-a" href="{}">{}</a>', actie_url, actie)
        if actie
        else "",
        format_html(
            ' <a class="vw-link-stil vw-klein" href="{}">{}</a>',
            afwijken_url,
            gettext("gemotiveerd afwijken"),
        )
        if afwijken_url
        else "",
    )


@register.simple_block_tag
def aandachtspunten(content: str, *, titel: str = "", niveau: int = 3) -> SafeString:
    """Frame the points of attention under one heading."""
    return format_html(
        '<section class="vw-aandacht"><h{0} class="vw-bloktitel">{1}</h{0}><ul>{2}</ul></section>',
        niveau,
        titel or gettext("Aandachtspunten"),
        content,
    )


@register.inclusion_tag("web/onderdelen/tellers.html")
def tellers(lijst: Sequence[Teller]) -> dict[str, Any]:
    """Show the strip of counters; each is a link to the list it counts."""
    return {"tellers": lijst}


@register.simple_block_tag
def leeg(content: str, *, titel: str, niveau: int = 2) -> SafeString:
    """Say that there is nothing: first what is true, then what to do."""
    return format_html('<div class="vw-leeg"><h{0}>{1}</h{0}>{2}</div>', niveau, titel, content)


@register.simple_block_tag
def kaart(
    content: str,
    *,
    titel: str,
    teken_naam: str = "",
    teken_tekst: str = "",
    etiket_tekst: str = "",
    niveau: int = 3,
) -> SafeString:
    """Frame one thing (a toetsingsmoment, a standpunt, a choice); never a card inside a card."""
    mark = teken(teken_naam, teken_tekst, zichtbaar=True) if teken_naam else ""
    tag = format_html('<span class="vw-etiket">{}</span>', etiket_tekst) if etiket_tekst else ""
    return format_html(
        '<section class="vw-kaart"><div class="vw-kaart__kop"><h{0}>{1}</h{0}>{2}{3}</div>'
        '<div class="vw-kaart__inhoud">{4}</div></section>',
        niveau,
        titel,
        tag,
        mark,
        content,
    )


@register.simple_block_tag
def kaartvoet(content: str) -> SafeString:
    """Close a card with its buttons, on a line of their own at the bottom."""
    return format_html('<div class="vw-kaart__voet">{}</div>', content)


@register.inclusion_tag("web/onderdelen/feiten.html")
def feiten(lijst: Sequence[Feit], *, klein: bool = False) -> dict[str, Any]:
    """List names with their values; ``klein`` for a side column."""
    return {"feiten": lijst, "klein": klein}


@register.simple_block_tag
def meer(content: str, *, titel: str, is_open: bool = False) -> SafeString:
    """Fold something away behind its own words; works without script."""
    return format_html(
        '<details class="vw-meer"{}><summary>{}{}</summary><div class="vw-meer__inhoud">{}</div></details>',
        SafeString(" open") if is_open else "",
        icoon("verder"),
        titel,
        content,
    )
