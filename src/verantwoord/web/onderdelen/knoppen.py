"""Buttons and links. One filled button a view; what cannot act yet is absent, not grey."""

from typing import Any

from django import template
from django.middleware.csrf import get_token
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web.onderdelen.tekens import icoon

register = template.Library()

KINDS = {
    "eerste": "utrecht-button utrecht-button--primary-action",
    "tweede": "utrecht-button utrecht-button--secondary-action",
    "derde": "utrecht-button utrecht-button--subtle",
}


def _classes(soort: str, *, klein: bool, breed: bool) -> str:
    return KINDS[soort] + (" vw-knop--klein" if klein else "") + (" vw-knop--breed" if breed else "")


def _content(tekst: str, icoon_voor: str, icoon_na: str) -> SafeString:
    return format_html(
        "{}<span>{}</span>{}",
        icoon(icoon_voor) if icoon_voor else "",
        tekst,
        icoon(icoon_na) if icoon_na else "",
    )


@register.simple_tag
def knop(
    tekst: str,
    *,
    soort: str = "eerste",
    klein: bool = False,
    breed: bool = False,
    icoon_voor: str = "",
    icoon_na: str = "",
    naam: str = "",
    waarde: str = "",
    type: str = "submit",  # noqa: A002  the word HTML uses
    bezig: str | None = None,
) -> SafeString:
    """Place a button: ``eerste`` filled, ``tweede`` outlined, ``derde`` an underlined link.

    ``bezig`` is what it says while the form is on its way, so that nobody sends twice; empty for a
    form that only asks.
    """
    busy = (gettext("Bezig met bewaren") if bezig is None else bezig) if type == "submit" else ""
    return format_html(
        '<button type="{}" class="{}"{}{}>{}</button>',
        type,
        _classes(soort, klein=klein, breed=breed),
        format_html(' name="{}" value="{}"', naam, waarde) if naam else "",
        format_html(' data-bezig="{}"', busy) if busy else "",
        _content(tekst, icoon_voor, icoon_na),
    )


@register.simple_tag
def linkknop(
    tekst: str,
    url: str,
    *,
    soort: str = "tweede",
    klein: bool = False,
    breed: bool = False,
    icoon_voor: str = "",
    icoon_na: str = "",
) -> SafeString:
    """Place a link that looks like a button: for going somewhere, never for changing something."""
    return format_html(
        '<a href="{}" class="{}">{}</a>',
        url,
        _classes(soort, klein=klein, breed=breed),
        _content(tekst, icoon_voor, icoon_na),
    )


@register.simple_tag(takes_context=True)
def actieknop(
    context: Any, tekst: str, url: str, *, soort: str = "tweede", klein: bool = False
) -> SafeString:
    """Place a button that posts on its own, with its own form: for one act without fields."""
    return format_html(
        '<form method="post" action="{}" class="vw-actie">'
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">{}</form>',
        url,
        get_token(context["request"]),
        knop(tekst, soort=soort, klein=klein),
    )


@register.simple_block_tag
def knoprij(content: str) -> SafeString:
    """Lay buttons in a row; on a phone below each other at full width."""
    return format_html('<div class="vw-knoppen">{}</div>', content)


@register.simple_tag
def link(tekst: str, url: str) -> SafeString:
    """Place a plain link; without an address the text stays text."""
    if not url:
        return format_html("{}", tekst)
    return format_html('<a class="utrecht-link utrecht-link--html-a" href="{}">{}</a>', url, tekst)
