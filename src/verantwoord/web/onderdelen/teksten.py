"""Texts: the person's own words, and two versions side by side."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from verantwoord.web.verschil import Deel, nieuwe_kant, oude_kant, woord_diff
from verantwoord.web.waarden import Verschilonderdeel

register = template.Library()

MARKUP = {"gelijk": "{}", "weg": "<del>{}</del>", "nieuw": "<ins>{}</ins>"}


def _marked(delen: list[Deel]) -> SafeString:
    return format_html_join("", "{}", ((_one(deel),) for deel in delen))


def _one(deel: Deel) -> SafeString:
    # The space around the words stays outside the mark, so that a line does not end in a stripe.
    words = deel.tekst.strip()
    start = deel.tekst.index(words)
    marked = format_html(MARKUP[deel.soort], words) if words else ""
    return format_html("{}{}{}", deel.tekst[:start], marked, deel.tekst[start + len(words) :])


@register.simple_tag
def citaat(tekst: str, wie: str = "", *, taal: str = "") -> SafeString:
    """Show someone's own words as a voice: larger, on linen, with a bar; ``taal`` if they are not in the page's."""
    return format_html(
        '<figure class="vw-citaat"><blockquote{}><p>{}</p></blockquote>{}</figure>',
        format_html(' lang="{}" dir="auto"', taal) if taal else "",
        tekst,
        format_html("<figcaption>{}</figcaption>", wie) if wie else "",
    )


@register.simple_tag
def zin_met_woorden(tekst: str, woorden: Sequence[str] | str) -> SafeString:
    """Show a sentence with some of its words marked, each where it first stands; a mark asks only to look."""
    chosen = [woorden] if isinstance(woorden, str) else woorden
    places = sorted((tekst.find(woord), woord) for woord in chosen if woord and woord in tekst)
    parts: list[SafeString] = []
    end = 0
    for start, woord in places:
        if start < end:
            continue
        parts.append(format_html("{}<mark>{}</mark>", tekst[end:start], woord))
        end = start + len(woord)
    return format_html("{}{}", format_html_join("", "{}", ((part,) for part in parts)), tekst[end:])


@register.inclusion_tag("web/onderdelen/verschil.html")
def verschil(
    onderdelen: Sequence[Verschilonderdeel],
    *,
    oud_kop: str,
    nieuw_kop: str,
    oud_bij: str = "",
    nieuw_bij: str = "",
) -> dict[str, Any]:
    """Lay two versions side by side, only what changed; on a phone the old one stands above the new."""
    changed = [onderdeel for onderdeel in onderdelen if onderdeel.gewijzigd]
    rows = []
    for onderdeel in changed:
        delen = woord_diff(onderdeel.oud, onderdeel.nieuw)
        rows.append((onderdeel.titel, _marked(oude_kant(delen)), _marked(nieuwe_kant(delen))))
    return {
        "rijen": rows,
        "aantal": len(changed),
        "totaal": len(onderdelen),
        "oud_kop": oud_kop,
        "nieuw_kop": nieuw_kop,
        "oud_bij": oud_bij,
        "nieuw_bij": nieuw_bij,
    }


@register.inclusion_tag("web/onderdelen/verschil.html")
def verschiltekst(oud: str, nieuw: str, *, oud_kop: str, nieuw_kop: str) -> dict[str, Any]:
    """Lay two versions of one text side by side, also when they are the same."""
    delen = woord_diff(oud, nieuw)
    return {
        "rijen": [("", _marked(oude_kant(delen)), _marked(nieuwe_kant(delen)))],
        "oud_kop": oud_kop,
        "nieuw_kop": nieuw_kop,
    }
