"""Filters for dates: ``{{ dag|datum_kort }}``, ``{{ dag|nog:vandaag }}``. An absent date shows as nothing."""

import datetime as dt
from collections.abc import Callable

from django import template
from django.utils import timezone

from verantwoord.web import datums

register = template.Library()


def _filter(name: str, function: Callable[..., str]) -> None:
    # Just after midnight a moment is of another day than in UTC.
    register.filter(name, lambda value: function(value) if value else "", expects_localtime=True)


_filter("datum_kort", datums.kort)
_filter("datum_kort_jaar", datums.kort_jaar)
_filter("datum_lang", datums.lang)
_filter("datum", datums.dag_maand)
_filter("tijd", datums.tijd)
_filter("wanneer", datums.wanneer)


@register.filter
def nog(dag: dt.date | None, vandaag: dt.date | None = None) -> str:
    """Say how far away a date is; give ``vandaag`` where a page shows a day other than now."""
    return datums.nog(dag, vandaag or timezone.localdate()) if dag else ""


@register.filter
def datum_stand(dag: dt.date | None, vandaag: dt.date | None = None) -> str:
    """Return ``te-laat``, ``nu`` or ``straks``, for the class ``vw-termijn--…``."""
    return datums.stand_van(dag, vandaag or timezone.localdate()) if dag else ""
