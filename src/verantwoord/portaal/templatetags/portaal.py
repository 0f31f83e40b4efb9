"""``{% load portaal %}``: sentences, days and times in the language of who reads, and the choice of that language."""

from datetime import date, datetime, time
from typing import Any

from django import template
from django.template.context import Context
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from verantwoord.dossier.portaal.brief import in_drieen as nummer_in_drieen
from verantwoord.portaal.inloggen.vragen import is_er_nieuws
from verantwoord.portaal.queries.afschrift import Achter, achter_of
from verantwoord.portaal.taal import TALEN, Zin, dagen
from verantwoord.portaal.taal import zin as maak_zin

register = template.Library()


@register.simple_tag
def zin(bron: str, **waarden: Any) -> Zin:
    """``{% zin "U kunt blijven tot %(dag)s." dag=dag %}``; ``as`` keeps it for an attribute."""
    return maak_zin(bron, **waarden)


@register.inclusion_tag("portaal/_taalkeuze.html", takes_context=True)
def taalkeuze(context: Context) -> dict[str, Any]:
    """Offer every language by its own name; the choice comes back to this page."""
    request = context["request"]
    terug = request.get_full_path() if request.method in {"GET", "HEAD"} else request.path
    return {
        "naam": TALEN[_taal()],
        "taal": _taal(),
        "talen": TALEN.items(),
        "terug": terug,
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag
def nakijken() -> SafeString | str:
    """Say of a translation that no sworn translator looked at it yet."""
    if _taal() in {"nl", "en"}:
        return ""
    return format_html(
        "<p>{}</p>",
        maak_zin(
            "Deze vertaling is nog niet nagekeken door een beëdigd vertaler. De Nederlandse tekst geldt."
        ),
    )


@register.simple_tag(takes_context=True)
def nieuws_over_toegang(context: Context) -> bool:
    """Whether something happened to the way in of who reads that they did not see yet."""
    account = getattr(context["request"], "account", None)
    return account is not None and is_er_nieuws(viewer=account)


@register.simple_tag
def adres(naam: str, *delen: Any) -> str:
    """The address of a page, or nothing when this installation has no such page."""
    try:
        return reverse(naam, args=delen)
    except NoReverseMatch:
        return ""


@register.filter
def als_kop(label: object) -> str:
    """A label with a sentence behind it: a question ends as it is, anything else with a colon."""
    tekst = str(label)
    return tekst if tekst.endswith(("?", "؟", "？", "፧", ":")) else f"{tekst}:"


@register.simple_tag
def klad() -> SafeString:
    """What a form needs to keep what is typed in it while it is typed, and to stay on the page when there is no line."""
    return format_html(
        ' data-klad="{}" data-klad-bewaard="{}" data-klad-los="{}"',
        reverse("portaal:klad"),
        str(maak_zin("Wat u schreef, is bewaard.")),
        str(maak_zin("Er is nu geen internet. Wat u schreef, staat er nog. Probeer het straks opnieuw.")),
    )


@register.filter
def in_drieen(nummer: str) -> str:
    """The number of an account as it stands in the letter."""
    return nummer_in_drieen(nummer)


@register.simple_tag(takes_context=True)
def achtergehouden(context: Context) -> tuple[Achter, ...]:
    """What is missing from every page about the dossier now; nothing where nobody is in."""
    request = context.get("request")
    if request is None or not hasattr(request, "dossier_id"):
        return ()
    return achter_of(request.dossier_id, viewer=request.account, op=timezone.localdate())


@register.filter
def dag(op: date) -> str:
    """A day with its weekday, in words."""
    return dagen.dag(op, _taal())


@register.filter
def dag_kort(op: date) -> str:
    """A day in words, where the weekday says nothing."""
    return dagen.dag(op, _taal(), weekdag=False)


@register.filter
def tijd(moment: time | datetime) -> str:
    """A time in words."""
    return dagen.klok(moment, _taal())


@register.filter
def moment(op: datetime) -> str:
    """A day and a time, in words."""
    return dagen.dag_en_tijd(op, _taal())


@register.filter
def over(op: date) -> str:
    """How far a day is from today, in words."""
    ver = (op - timezone.localdate()).days
    match ver:
        case 0:
            return maak_zin("vandaag")
        case 1:
            return maak_zin("morgen")
        case -1:
            return maak_zin("gisteren")
        case _:
            return dagen.over(ver, _taal())


def _taal() -> str:
    taal = (get_language() or "nl").partition("-")[0]
    return taal if taal in TALEN else "nl"
