"""Icons and marks: one shape, one meaning, everywhere; a mark always carries its word."""

import functools

from django import template
from django.templatetags.static import static
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

register = template.Library()

MARKS: dict[str, str | Promise] = {
    "gedaan": _("gevoerd of actueel"),
    "gepland": _("gepland"),
    "nu": _("nu"),
    "niet-begonnen": _("nog niet begonnen"),
    "te-laat": _("te laat"),
    "verouderd": _("verouderd"),
    "aanwijzing": _("nieuwe aanwijzing"),
    "ontbreekt": _("ontbreekt"),
    "niet-aan-de-orde": _("nog niet aan de orde"),
    "blokkade": _("blokkade"),
    "opgeschort": _("opgeschort"),
}
"""Every mark with its meaning in words, in the order of the legend."""


@functools.cache
def sprite_url() -> str:
    """Return the address of the file that holds every shape; it does not change while the program runs."""
    return static("web/tekens.svg")


@register.simple_tag
def icoon(naam: str, tekst: str = "", *, maat: int = 20) -> SafeString:
    """Draw an icon; with ``tekst`` a screen reader hears it, without it the icon is silent decoration."""
    svg = _svg(naam, maat)
    return format_html('{}<span class="vw-sr">{}</span>', svg, tekst) if tekst else svg


@functools.cache
def _svg(naam: str, maat: int) -> SafeString:
    return format_html(
        '<svg class="vw-icoon" width="{0}" height="{0}" aria-hidden="true" focusable="false"><use href="{1}#{2}"/></svg>',
        maat,
        sprite_url(),
        naam,
    )


@register.simple_tag
def teken(
    soort: str, tekst: str = "", *, zichtbaar: bool = False, kort: str = "", maat: int = 22
) -> SafeString:
    """Draw a mark with its word: hidden in a table cell, beside the shape where there is room.

    ``tekst`` says what the mark is about ("Buiten schuld: ontbreekt"); left out, it is the mark's own meaning.
    ``kort`` is a code that the phone layout shows beside the mark ("Bs"). An unknown kind raises ``KeyError``.
    """
    meaning = MARKS[soort]
    return _mark(soort, str(tekst or meaning), zichtbaar, str(kort), maat)


# A list shows hundreds of marks and says the same few dozen things with them.
@functools.lru_cache(maxsize=2048)
def _mark(soort: str, woord: str, zichtbaar: bool, kort: str, maat: int) -> SafeString:  # noqa: FBT001  a key
    return format_html(
        '<span class="vw-teken vw-teken--{}">{}<span class="{}">{}</span>{}</span>',
        soort,
        _svg(soort, maat),
        "vw-teken__woord" if zichtbaar else "vw-sr",
        woord,
        format_html('<span class="vw-teken__kort" aria-hidden="true">{}</span>', kort) if kort else "",
    )


@register.simple_tag
def legenda(soorten: str = "", titel: str = "") -> SafeString:
    """List the marks of a page with their meaning; ``soorten`` is ``gedaan,gepland,…``, empty means all."""
    chosen = [soort.strip() for soort in soorten.split(",")] if soorten else list(MARKS)
    items = format_html_join("", "<li>{}</li>", ((teken(soort, zichtbaar=True),) for soort in chosen))
    return format_html(
        '<div class="vw-legenda"><p class="vw-legenda__titel">{}</p><ul>{}</ul></div>',
        titel or gettext("Tekens"),
        items,
    )


@register.simple_tag
def etiket(tekst: str, icoon_naam: str = "") -> SafeString:
    """Set a tag: for a kind ("gekozen"), never for a state; a state is a mark with a word."""
    return format_html(
        '<span class="vw-etiket">{}{}</span>', icoon(icoon_naam, maat=16) if icoon_naam else "", tekst
    )
