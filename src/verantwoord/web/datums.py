"""Dates as people read them: short in tables, in full in text, and always how far away they are.

Each function follows the language that is active, so a switched interface switches its dates too.
"""

import datetime as dt

from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import get_language, gettext, ngettext

WEEKS_FROM = 57
"""From this many days ahead, weeks say more than days."""


def kort(dag: dt.date) -> str:
    """Return ``ma 12 sep``: for rows where the year is plain from the rest."""
    return _low(format_date(dag, "D j M"))


def kort_jaar(dag: dt.date) -> str:
    """Return ``ma 12 sep 2022``."""
    return _low(format_date(dag, "D j M Y"))


def dag_kort(dag: dt.date) -> str:
    """Return ``12 sep``: for a chart."""
    return _low(format_date(dag, "j M"))


def maand_kort(dag: dt.date) -> str:
    """Return ``sep``: for the axis of a chart."""
    return _low(format_date(dag, "M"))


def _low(words: str) -> str:
    """Write Dutch days and months small, as Dutch does; other languages as their own rules have it."""
    return words.lower() if (get_language() or "nl").startswith("nl") else words


def lang(dag: dt.date) -> str:
    """Return ``maandag 12 september 2022``: for sentences and letters."""
    return format_date(dag, "l j F Y")


def dag_maand(dag: dt.date) -> str:
    """Return ``12 september 2022``: for a sentence that does not need the weekday."""
    return format_date(dag, "j F Y")


def tijd(moment: dt.datetime | dt.time) -> str:
    """Return ``10.42 uur``, in the time zone of the place."""
    if isinstance(moment, dt.datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    return gettext("%(tijd)s uur") % {
        "tijd": format_date(moment, "H.i") if isinstance(moment, dt.datetime) else moment.strftime("%H.%M")
    }


def wanneer(moment: dt.datetime) -> str:
    """Return ``donderdag 22 september 2022, 11.48 uur``."""
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return f"{lang(local)}, {tijd(local)}"


def nog(dag: dt.date, vandaag: dt.date) -> str:
    """Return how far ``dag`` is from ``vandaag``: ``over 5 dagen``, ``morgen``, ``vandaag``, ``3 dagen te laat``.

    Lateness is counted in days however long it lasts: a late answer is not rounded.
    """
    days = (dag - vandaag).days
    if days < 0:
        return ngettext("%(dagen)d dag te laat", "%(dagen)d dagen te laat", -days) % {"dagen": -days}
    if days <= 1:
        return gettext("morgen") if days else gettext("vandaag")
    if days < WEEKS_FROM:
        return ngettext("over %(dagen)d dag", "over %(dagen)d dagen", days) % {"dagen": days}
    return ngettext("over %(weken)d week", "over %(weken)d weken", days // 7) % {"weken": days // 7}


def stand_van(dag: dt.date, vandaag: dt.date) -> str:
    """Return the word the look hangs on: ``te-laat``, ``nu`` (today or tomorrow) or ``straks``."""
    days = (dag - vandaag).days
    return "te-laat" if days < 0 else "nu" if days <= 1 else "straks"
