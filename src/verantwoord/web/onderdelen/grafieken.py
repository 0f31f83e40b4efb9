"""Charts in a page: both drawings, the legend, and the same data in a table."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from verantwoord.web.grafiek.interval import BREED, HEEL, SMAL, Meetregel, symbool, teken_interval
from verantwoord.web.grafiek.stroken import Schaal, Strook, teken_stroken
from verantwoord.web.grafiek.svg import INK_2, PAPER, PETROL, TINT, element, join
from verantwoord.web.grafiek.verloop import Verloop, tabelrijen, teken_verloop

register = template.Library()


@register.inclusion_tag("web/onderdelen/verloop.html")
def verloopgrafiek(verloop: Verloop, *, sleutel: str = "verloop", voetnoot: str = "") -> dict[str, Any]:
    """Show the course of a dossier, wide and narrow, with its legend and its table."""
    return {
        "breed": teken_verloop(verloop, sleutel=sleutel),
        "smal": teken_verloop(verloop, sleutel=sleutel, smal=True),
        "rijen": tabelrijen(verloop),
        "voetnoot": voetnoot,
        "sleutel": sleutel,
    }


@register.inclusion_tag("web/onderdelen/interval.html")
def intervalgrafiek(
    regels: tuple[Meetregel, ...], *, titel: str, toen: str, nu: str, sleutel: str = "interval"
) -> dict[str, Any]:
    """Show then beside now. The table with the same figures belongs under it and is the page's own: it has links."""
    return {
        "smal": teken_interval(regels, titel=titel, sleutel=sleutel, breed=SMAL),
        "breed": teken_interval(regels, titel=titel, sleutel=sleutel, breed=BREED),
        "heel": teken_interval(regels, titel=titel, sleutel=sleutel, breed=HEEL),
        "toen": toen,
        "nu": nu,
    }


@register.inclusion_tag("web/onderdelen/drievoud.html")
def strokengrafiek(
    stroken: tuple[Strook, ...], schaal: Schaal, *, titel: str, sleutel: str = "stroken", uitleg: str = ""
) -> dict[str, Any]:
    """Show how people are spread per place. The table under it is the page's own: it has links."""
    return {
        name: teken_stroken(stroken, schaal, titel=titel, sleutel=sleutel, breed=wide, uitleg=uitleg)
        for name, wide in (("smal", SMAL), ("breed", BREED), ("heel", HEEL))
    }


@register.simple_tag
def verloopstaal(zekerheid: str) -> SafeString:
    """Draw the sample of one kind of bar, for a legend."""
    stripes = element("path", d="M4 15L15 1M12 15L23 1M20 15L27 6", stroke=INK_2, stroke_width=1)
    looks: dict[str, dict[str, Any]] = {
        "gebeurd": {"fill": PETROL, "stroke": PETROL},
        "vast": {"fill": TINT, "stroke": PETROL},
        "verwacht": {"fill": PAPER, "stroke": INK_2, "stroke_dasharray": "4 3"},
        "slot": {"fill": PAPER, "stroke": INK_2},
    }
    box = element("rect", x=1, y=1, width=26, height=13, rx=2, stroke_width=1.5, **looks[zekerheid])
    parts = [box, stripes] if zekerheid == "slot" else [box]
    return element("svg", join(parts), width=28, height=15, aria_hidden="true", focusable="false")


@register.simple_tag
def metingstaal(wanneer: str) -> SafeString:
    """Draw the sign of a series (``toen`` or ``nu``) with its whisker, for a legend."""
    now = wanneer == "nu"
    whisker = element(
        "path", d="M1 9H29M1 4v10M29 4v10", stroke=PETROL if now else "#1b2427", stroke_width=1.8, fill="none"
    )
    return element(
        "svg",
        join([whisker, symbool(15, 9, nu=now)]),
        width=30,
        height=18,
        aria_hidden="true",
        focusable="false",
    )
