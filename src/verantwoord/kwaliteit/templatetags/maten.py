"""``{% load maten %}``: the measures of one subject, drawn."""

from typing import Any

from django import template

from verantwoord.kwaliteit.matentabel import Groep
from verantwoord.web.grafiek.interval import BREED, HEEL, SMAL, teken_interval

register = template.Library()


@register.inclusion_tag("web/onderdelen/drievoud.html")
def matengrafiek(groep: Groep) -> dict[str, Any]:
    """Show the shares of one subject with their margins. The table with the same figures stands under it."""
    titel = str(groep.titel)
    return {
        naam: teken_interval(groep.regels, titel=titel, sleutel=groep.sleutel, breed=breed)
        for naam, breed in (("smal", SMAL), ("breed", BREED), ("heel", HEEL))
    }
