"""Lists through time and lists one walks through: timeline, route, filters, paging."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web.onderdelen.tekens import icoon
from verantwoord.web.waarden import Chip, Routestap, Tijdlijnregel

register = template.Library()


@register.inclusion_tag("web/onderdelen/tijdlijn.html")
def tijdlijn(regels: Sequence[Tijdlijnregel]) -> dict[str, Any]:
    """Show events newest first: when, what, old value struck and what it became, and from which message."""
    return {"regels": regels}


@register.inclusion_tag("web/onderdelen/route.html")
def route(stappen: Sequence[Routestap]) -> dict[str, Any]:
    """Draw a route downwards: each step with its mark, its words and its date."""
    return {"stappen": stappen}


@register.simple_block_tag
def filterbalk(content: str, *, actie: str = "", samenvatting: str = "") -> SafeString:
    """Frame the filters of a list: a GET form on linen, folded away behind its summary on a phone."""
    return format_html(
        '<details class="vw-filter"><summary>{}{}</summary><form method="get"{} class="vw-filter__velden">{}</form></details>',
        icoon("verder"),
        samenvatting or gettext("Filter"),
        format_html(' action="{}"', actie) if actie else "",
        content,
    )


@register.inclusion_tag("web/onderdelen/chips.html")
def chips(lijst: Sequence[Chip], *, wis_url: str = "") -> dict[str, Any]:
    """Show which filters are on, each with its own way out."""
    return {"chips": lijst, "wis_url": wis_url}


@register.inclusion_tag("web/onderdelen/paginering.html")
def paginering(
    *, stand: str, volgende: str = "", volgende_url: str = "", vorige: str = "", vorige_url: str = ""
) -> dict[str, Any]:
    """Page by where one is, not by number: "Volgende 10, vanaf 23 september"."""
    return {
        "stand": stand,
        "volgende": volgende,
        "volgende_url": volgende_url,
        "vorige": vorige,
        "vorige_url": vorige_url,
    }
