"""Events as sentences: what happened, what changed from what into what, who did it, from which message."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.normen import REGISTER
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.actions import SYSTEEM
from verantwoord.web.datums import dag_maand, kort, kort_jaar, wanneer
from verantwoord.web.waarden import Tijdlijnregel
from verantwoord.werkplek.overig import PARTNER
from verantwoord.werkplek.tijdlijnwoorden import MOMENTEN, SOORTEN, VANZELF, VELDEN, WAARDEN


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """One value that changed, in words."""

    veld: str
    oud: str
    nieuw: str


def titel_van(soort: str) -> tuple[str, str]:
    """What an event is called, and its icon; an unknown kind is read from its own words."""
    if soort in SOORTEN:
        titel, icoon = SOORTEN[soort]
        return str(titel), icoon
    noun, _punt, verb = soort.partition(".")
    woorden = f"{noun} {verb}".replace("_", " ").strip()
    return woorden[:1].upper() + woorden[1:], "blad"


def maak_regels(gebeurtenissen: Iterable[Gebeurtenis], *, vandaag: date) -> list[Tijdlijnregel]:
    return [_regel(g, vandaag) for g in gebeurtenissen]


def _regel(g: Gebeurtenis, vandaag: date) -> Tijdlijnregel:
    titel, icoon = titel_van(g.soort)
    over = MOMENTEN.get(str(g.gegevens.get("moment")))
    if over:
        titel = f"{titel}, {_klein(str(over))}"
    partner = PARTNER.get(str(g.gegevens.get("partner"))) if g.soort.startswith("overleg.") else None
    if partner:
        titel = f"{titel}, {partner}"
    norm = REGISTER.get(str(g.gegevens.get("norm")))
    if norm is not None:
        titel = f"{titel}, {_klein(norm.titel)}"
    veranderd = g.gegevens.get("wijzigingen") or {}
    if g.soort.startswith("afwijking."):
        # Which norm stands in the title, why in the text; the fact as a whole stands on the page of the deviations.
        veranderd = {}
    if g.soort.startswith("gesprek."):
        # That it was held, or not, and when it was finished is what the title says.
        veranderd = {naam: paar for naam, paar in veranderd.items() if naam not in {"status", "afgerond_op"}}
    wijzigingen = list(wijzigingen_in_woorden(veranderd))
    oud, nieuw, tekst = "", "", _tekst(g.gegevens)
    if len(wijzigingen) == 1:
        enige = wijzigingen[0]
        titel = f"{titel}, {enige.veld}" if enige.veld else titel
        # What stayed the same is said once, and a title that says what is new needs no "nog niet bekend".
        onbekend = _("nog niet bekend") if enige.veld else ""
        oud = "" if enige.oud == enige.nieuw else enige.oud or onbekend
        nieuw = ", ".join(deel for deel in (enige.nieuw or _("leeg"), tekst) if deel)
        tekst = ""
    elif wijzigingen:
        delen = [tekst, *map(_verandering, wijzigingen)]
        tekst = "; ".join(deel for deel in delen if deel)
    return Tijdlijnregel(
        wanneer=_wanneer(g.moment, vandaag),
        titel=f"{titel}:" if tekst else titel,
        tekst=tekst,
        oud=oud,
        nieuw=nieuw,
        bron=_bron(g),
        icoon=icoon,
        moment=g.moment,
    )


def _verandering(w: Wijziging) -> str:
    """One of several changes; what was not known before is simply what it is now."""
    waarde = f"{w.oud} → {w.nieuw or _('leeg')}" if w.oud else w.nieuw or _("leeg")
    return f"{w.veld} {waarde}".strip()


def _klein(woorden: str) -> str:
    """As it stands within a sentence; an abbreviation stays one."""
    return woorden if woorden[1:2].isupper() else woorden[:1].lower() + woorden[1:]


def _bron(g: Gebeurtenis) -> str:
    afzender = {"ind": _("de IND"), "avim": _("de AVIM"), "kmar": _("de KMar")}.get(
        str(g.gegevens.get("afzender"))
    )
    if g.bericht_id is not None:
        van = _("Bericht van %(wie)s") % {"wie": afzender} if afzender else _("Uit een bericht")
        return _("%(van)s, verwerkt door het systeem") % {"van": van}
    return _("Het systeem") if g.door == SYSTEEM else g.door_naam


def _tekst(gegevens: dict[str, Any]) -> str:
    """The one thing an event says of itself besides what changed."""
    for sleutel in ("omschrijving", "actie", "naam", "toelichting", "reden", "dag", "versie"):
        waarde = gegevens.get(sleutel)
        if isinstance(waarde, str) and waarde.strip():
            return _in_woorden(waarde)
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            return _("versie %(n)d") % {"n": waarde}
    return ""


def wijzigingen_in_woorden(wijzigingen: dict[str, Any]) -> Iterator[Wijziging]:
    """Each change as a reader says it: paths become words, dates become dates, nothing becomes 'nog niet bekend'.

    The field is left empty where the title of the event already says it.
    """
    alleen = len(wijzigingen) == 1
    for pad, paar in wijzigingen.items():
        if not (isinstance(paar, (list, tuple)) and len(paar) == 2):
            continue
        naam = pad.rsplit(".", 1)[-1].split("[", 1)[0]
        oud, nieuw = (_keuze(naam, waarde) for waarde in paar)
        yield Wijziging(veld="" if alleen and naam in VANZELF else _veld(naam), oud=oud, nieuw=nieuw)


def _keuze(naam: str, waarde: Any) -> str:
    """A code as the field calls it; anything else as it is."""
    if naam == "land" and isinstance(waarde, str):
        return landnaam(waarde)
    woord = WAARDEN.get(naam, {}).get(waarde) if isinstance(waarde, str) else None
    return _klein(str(woord)) if woord else _waarde(waarde)


def _veld(naam: str) -> str:
    return str(VELDEN.get(naam, naam.replace("_", " ")))


def _waarde(waarde: Any) -> str:
    match waarde:
        case None | "":
            return ""
        case bool():
            return _("ja") if waarde else _("nee")
        case str():
            return _in_woorden(waarde)
        case dict():
            return ", ".join(
                f"{_veld(naam)} {tekst}" for naam, deel in waarde.items() if (tekst := _keuze(naam, deel))
            )
        case list() | tuple():
            return ", ".join(_waarde(deel) for deel in waarde)
        case _:
            return str(waarde)


def _in_woorden(tekst: str) -> str:
    with suppress(ValueError):
        return dag_maand(date.fromisoformat(tekst))
    with suppress(ValueError):
        return wanneer(datetime.fromisoformat(tekst))
    return tekst.replace("_", " ") if " " not in tekst else tekst


def _wanneer(moment: datetime, vandaag: date) -> str:
    hier = timezone.localtime(moment)
    dag = hier.date()
    tijd = f"{hier:%H.%M}"
    if dag == vandaag:
        return _("vandaag %(tijd)s") % {"tijd": tijd}
    return f"{kort(dag) if dag.year == vandaag.year else kort_jaar(dag)} {tijd}"
