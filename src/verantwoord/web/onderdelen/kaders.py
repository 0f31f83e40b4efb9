"""The head of a page: where am I, about whom, how far, and which part."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web.waarden import Feit, Stap, Tab, Verwijzing

register = template.Library()

STEP_MARKS = {
    "gedaan": "gedaan",
    "gemist": "ontbreekt",
    "nu": "nu",
    "opgeschort": "opgeschort",
    "straks": "niet-begonnen",
}


@register.inclusion_tag("web/onderdelen/kruimelpad.html")
def kruimelpad(pad: Sequence[Verwijzing]) -> dict[str, Any]:
    """Show where this page hangs; the last one is the page itself and has no address."""
    return {"pad": pad}


@register.simple_block_tag
def kopband(content: str) -> SafeString:
    """Put a head on linen over the full width: breadcrumb, title, facts, steps, tabs."""
    return format_html('<div class="vw-kopband"><div class="vw-binnen">{}</div></div>', content)


@register.inclusion_tag("web/onderdelen/persoonskop.html")
def persoonskop(naam: str, feiten: Sequence[Feit] = ()) -> dict[str, Any]:
    """Name the person as the title, with the few facts one needs on every page; no picture, no score."""
    return {"naam": naam, "feiten": feiten}


@register.simple_block_tag
def paginakop(content: str, *, titel: str, inleiding: str = "") -> SafeString:
    """Title a page without a head band; what stands in the block (buttons) goes to the end of the line."""
    return format_html(
        '<div class="vw-paginakop"><div><h1>{}</h1>{}</div>{}</div>',
        titel,
        format_html('<p class="vw-inleiding">{}</p>', inleiding) if inleiding else "",
        format_html('<div class="vw-knoppen">{}</div>', content) if content.strip() else "",
    )


@register.inclusion_tag("web/onderdelen/stappen.html")
def stappen(lijst: Sequence[Stap], naam: str = "") -> dict[str, Any]:
    """Draw the steps: solid behind, dashed ahead; on a phone the same list runs downwards."""
    return {
        "stappen": [(stap, STEP_MARKS[stap.stand]) for stap in lijst],
        "naam": naam or gettext("Waar dit dossier nu is"),
    }


@register.inclusion_tag("web/onderdelen/tabs.html")
def tabs(lijst: Sequence[Tab], naam: str = "") -> dict[str, Any]:
    """Show the parts as links; under 941 px as a select with a button that also works without script."""
    return {"tabs": lijst, "naam": naam or gettext("Onderdeel van het dossier")}


@register.simple_block_tag
def kolom(content: str, *, plaats: str) -> SafeString:
    """Set a side column (``links`` or ``zij``) and leave it out altogether when it is empty."""
    if not content.strip():
        return SafeString("")
    return format_html('<div class="vw-kolom-{}">{}</div>', plaats, content)


@register.simple_block_tag
def zijblok(content: str, *, titel: str) -> SafeString:
    """Set one block of the side column; a line parts it from the next."""
    return format_html('<section class="vw-zijblok"><h2>{}</h2>{}</section>', titel, content)
