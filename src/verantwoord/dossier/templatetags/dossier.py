"""``{% load dossier %}``: what the pages of a dossier need besides the components of ``web``."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django import template
from django.utils.translation import gettext as _

from verantwoord.dossier.betwisting.woorden import onderwerp_in_woorden
from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.web.datums import dag_maand
from verantwoord.web.onderdelen.tekens import etiket
from verantwoord.web.waarden import Tab

register = template.Library()
register.filter("bron_in_woorden", bron_in_woorden)
register.simple_tag(onderwerp_in_woorden)


@register.simple_tag
def betwist_in_zin(sinds: Mapping[str, date]) -> str:
    """What is contested and since when, in one sentence a subject."""
    return " ".join(
        _("%(wat)s: betwist sinds %(dag)s.") % {"wat": onderwerp_in_woorden(onderwerp), "dag": dag_maand(dag)}
        for onderwerp, dag in sorted(sinds.items(), key=lambda paar: paar[1])
    )


@register.simple_tag
def betwist(sinds: Mapping[str, date] | None, *onderwerpen: str) -> str:
    """The mark beside a fact that the person contests; nothing when nobody does."""
    dagen = [sinds[onderwerp] for onderwerp in onderwerpen if sinds and onderwerp in sinds]
    if not dagen:
        return ""
    tekst = _("betwist sinds %(dag)s") % {"dag": dag_maand(min(dagen))}
    return etiket(tekst, "vlag")


@register.filter
def met_huidig(paren: Iterable[tuple[str, Tab]], onderdeel: str) -> list[Tab]:
    """The tabs, with the one of this page marked."""
    return [replace(tab, huidig=True) if sleutel == onderdeel else tab for sleutel, tab in paren]
