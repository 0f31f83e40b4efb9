"""``{% load dossier %}``: what the pages of a dossier need besides the components of ``web``."""

from collections.abc import Iterable
from dataclasses import replace

from django import template

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.web.waarden import Tab

register = template.Library()
register.filter("bron_in_woorden", bron_in_woorden)


@register.filter
def met_huidig(paren: Iterable[tuple[str, Tab]], onderdeel: str) -> list[Tab]:
    """The tabs, with the one of this page marked."""
    return [replace(tab, huidig=True) if sleutel == onderdeel else tab for sleutel, tab in paren]
