"""Days and times in words, in each language of the portal. Plain values, no database.

A day has its weekday and its year. In Arabic the month has the name used in Iraq and the Levant, with the
international one in brackets. Digits are those on the Dutch letter, so that the two can be laid side by side.
"""

from datetime import date, datetime, time, timedelta
from typing import Final

from babel.dates import format_date, format_timedelta
from django.utils import timezone

_DAG: Final = {
    "tr": "d MMMM y EEEE",
    "ru": "EEEE, d MMMM y 'г.'",
    "es": "EEEE d 'de' MMMM 'de' y",
    "ti": "EEEE፣ d MMMM y",
}
_ZONDER_WEEKDAG: Final = {"ru": "d MMMM y 'г.'", "es": "d 'de' MMMM 'de' y"}
_LEVANT: Final = "ar_IQ"
_KLOK: Final = {
    "nl": "{} uur",
    "en": "{}",
    "fr": "{}",
    "ar": "الساعة {}",
    "fa": "ساعت {}",
    "tr": "saat {}",
    "ti": "ሰዓት {}",
    "so": "saacadda {}",
    "ru": "{}",
    "es": "{}",
}
# Where the locale data say the same of a day ahead and a day past, or nothing.
_OVER: Final = {
    "ti": ("ድሕሪ {} መዓልቲ", "ቅድሚ {} መዓልቲ"),
    "so": ("{} maalmood kadib", "{} maalmood kahor"),
}
# From this many days on, weeks say more than days.
_WEKEN_VANAF: Final = 57
_DAG_EN_TIJD: Final = {"ar": "{}، {}", "fa": "{}، {}", "ti": "{}፣ {}"}


def dag(op: date, taal: str, *, weekdag: bool = True) -> str:
    """A day in words: "donderdag 22 september 2022"."""
    patroon = _DAG.get(taal, "EEEE d MMMM y") if weekdag else _ZONDER_WEEKDAG.get(taal, "d MMMM y")
    if taal != "ar":
        return format_date(op, patroon, locale=taal)
    maand = f"{format_date(op, 'MMMM', locale=_LEVANT)} ({format_date(op, 'MMMM', locale='ar')})"
    return format_date(op, patroon.replace("MMMM", f"'{maand}'"), locale=_LEVANT)


def klok(moment: time | datetime, taal: str) -> str:
    """A time in words: "10.00 uur"."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        moment = timezone.localtime(moment)
    teken = "." if taal == "nl" else ":"
    return _KLOK[taal].format(f"{moment.hour:02}{teken}{moment.minute:02}")


def dag_en_tijd(moment: datetime, taal: str) -> str:
    """A moment in words: "donderdag 22 september 2022, 10.00 uur"."""
    lokaal = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    return _DAG_EN_TIJD.get(taal, "{}, {}").format(dag(lokaal.date(), taal), klok(lokaal, taal))


def over(dagen: int, taal: str) -> str:
    """How far a day is from today: "over 5 dagen", "3 dagen geleden"."""
    if taal in _OVER:
        return _OVER[taal][dagen < 0].format(abs(dagen))
    verschil = timedelta(days=dagen)
    if abs(dagen) < _WEKEN_VANAF:
        return format_timedelta(verschil, granularity="day", threshold=1000, add_direction=True, locale=taal)
    return format_timedelta(verschil, granularity="week", threshold=1000, add_direction=True, locale=taal)
