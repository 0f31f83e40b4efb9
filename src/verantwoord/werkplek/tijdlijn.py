"""Events as sentences: what happened, what changed from what into what, who did it, from which message."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.web.datums import dag_maand, kort, kort_jaar
from verantwoord.web.waarden import Tijdlijnregel

# What an event is called and which icon it has. A kind that is not here is read from its own two words.
SOORTEN: Final[dict[str, tuple[Promise, str]]] = {
    "overdracht.ontvangen": (lui("Dossier overgedragen"), "brief"),
    "overdracht.toegevoegd": (lui("Nieuwe overdracht toegevoegd"), "brief"),
    "dossier.overgenomen": (lui("Dossier overgenomen"), "brief"),
    "dossier.toegewezen": (lui("Dossier toegewezen"), "persoon"),
    "intake.afgerond": (lui("In behandeling genomen"), "vink"),
    "procedure.bijgewerkt": (lui("Procedure bijgewerkt"), "brief"),
    "procedure.vastgelegd": (lui("Procedure bijgewerkt"), "brief"),
    "gesprek.gepland": (lui("Gesprek gepland"), "agenda"),
    "gesprek.verzet": (lui("Gesprek verzet"), "agenda"),
    "gesprek.geannuleerd": (lui("Gesprek gaat niet door"), "agenda"),
    "gesprek.begonnen": (lui("Gesprek begonnen"), "gesprek"),
    "gesprek.niet_doorgegaan": (lui("Gesprek is niet doorgegaan"), "gesprek"),
    "gesprek.niet_verschenen": (lui("Niet verschenen bij het gesprek"), "gesprek"),
    "gesprek.afgerond": (lui("Gesprek afgerond"), "gesprek"),
    "gesprek.aangevuld": (lui("Aanvulling op een gesprek"), "gesprek"),
    "gesprek.reactie": (lui("Reactie op het verslag"), "citaat"),
    "toetsing.vastgelegd": (lui("Toetsing vastgelegd"), "vlag"),
    "signaal.ontvangen": (lui("Nieuwe aanwijzing"), "vlag"),
    "signaal.afgehandeld": (lui("Aanwijzing beantwoord"), "vlag"),
    "vertrekplan.vastgesteld": (lui("Vertrekplan vastgesteld"), "blad"),
    "vertrekplan.gewijzigd": (lui("Concept van het vertrekplan bewaard"), "blad"),
    "lp.ingevuld": (lui("LP-formulier ingevuld"), "blad"),
    "lp.geweigerd": (lui("LP-formulier niet ingevuld"), "blad"),
    "lp.gecontroleerd": (lui("LP-set nagekeken"), "vink"),
    "lp.verzonden": (lui("LP-aanvraag verzonden"), "brief"),
    "lp.presentatie": (lui("Presentatie gepland"), "agenda"),
    "lp.uitkomst": (lui("Antwoord op de LP-aanvraag"), "brief"),
    "lp.afgegeven": (lui("Laissez-passer ontvangen"), "vink"),
    "wens.geuit": (lui("Wens toegevoegd"), "citaat"),
    "wens.beantwoord": (lui("Wens beantwoord"), "citaat"),
    "verwijzing.gedaan": (lui("Doorverwezen"), "pijl"),
    "verwijzing.opgevolgd": (lui("Verwijzing gevolgd"), "pijl"),
}
# The first word of a kind decides its group in the filter.
GROEPEN: Final[tuple[tuple[str, Promise, tuple[str, ...]], ...]] = (
    ("procedure", lui("Overdracht en procedure"), ("overdracht", "procedure", "dossier", "intake", "opvang")),
    ("gesprek", lui("Gesprekken"), ("gesprek",)),
    ("toetsing", lui("Toetsing en aanwijzingen"), ("toetsing", "signaal", "route", "toestemming", "medisch")),
    ("vertrekplan", lui("Vertrekplan"), ("vertrekplan",)),
    ("reisdocument", lui("Reisdocument"), ("lp", "reisdocument")),
    ("wens", lui("Wensen en ondersteuning"), ("wens", "verwijzing", "ondersteuning")),
)
_VELDEN: Final[dict[str, Promise]] = {
    "regievoerder": lui("regievoerder"),
    "intake_afgerond_op": lui("in behandeling sinds"),
    "zitting_op": lui("zittingsdatum"),
    "zitting_bekend_op": lui("zitting bekend sinds"),
    "uitspraak_op": lui("uitspraak op"),
    "bekendgemaakt_op": lui("bekendgemaakt op"),
    "uitkomst": lui("uitkomst"),
    "beroepstermijn_tot": lui("beroepstermijn tot en met"),
    "locatie": lui("locatie"),
}


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
    wijzigingen = list(wijzigingen_in_woorden(g.gegevens.get("wijzigingen") or {}))
    oud, nieuw, tekst = "", "", _tekst(g.gegevens)
    if len(wijzigingen) == 1:
        enige = wijzigingen[0]
        titel = f"{titel}, {enige.veld}"
        oud, nieuw = enige.oud or _("nog niet bekend"), enige.nieuw or _("leeg")
    elif wijzigingen:
        tekst = "; ".join(
            f"{w.veld}: {w.oud or _('nog niet bekend')} → {w.nieuw or _('leeg')}" for w in wijzigingen
        )
        tekst = f": {tekst}" if not _tekst(g.gegevens) else f"{_tekst(g.gegevens)}; {tekst}"
    return Tijdlijnregel(
        wanneer=_wanneer(g.moment, vandaag),
        titel=titel,
        tekst=tekst.removeprefix(": "),
        oud=oud,
        nieuw=nieuw,
        bron=_bron(g),
        icoon=icoon,
        moment=g.moment,
    )


def _bron(g: Gebeurtenis) -> str:
    afzender = {"ind": _("de IND"), "avim": _("de AVIM"), "kmar": _("de KMar")}.get(
        str(g.gegevens.get("afzender"))
    )
    if g.bericht_id is not None:
        van = _("Bericht van %(wie)s") % {"wie": afzender} if afzender else _("Uit een bericht")
        return _("%(van)s, verwerkt door het systeem") % {"van": van}
    return g.door_naam


def _tekst(gegevens: dict[str, Any]) -> str:
    """The one thing an event says of itself besides what changed."""
    for sleutel in ("omschrijving", "toelichting", "reden", "moment", "conclusie", "versie"):
        waarde = gegevens.get(sleutel)
        if isinstance(waarde, str) and waarde.strip():
            return _in_woorden(waarde)
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            return _("versie %(n)d") % {"n": waarde}
    return ""


def wijzigingen_in_woorden(wijzigingen: dict[str, Any]) -> Iterator[Wijziging]:
    """Each change as a reader says it: paths become words, dates become dates, nothing becomes 'nog niet bekend'."""
    for pad, paar in wijzigingen.items():
        if not (isinstance(paar, (list, tuple)) and len(paar) == 2):
            continue
        laatste = pad.rsplit(".", 1)[-1].split("[", 1)[0]
        veld = str(_VELDEN.get(laatste, laatste.replace("_op", "").replace("_", " ")))
        yield Wijziging(veld=veld, oud=_waarde(paar[0]), nieuw=_waarde(paar[1]))


def _waarde(waarde: Any) -> str:
    match waarde:
        case None | "" | [] | {}:
            return ""
        case bool():
            return _("ja") if waarde else _("nee")
        case str():
            return _in_woorden(waarde)
        case dict():
            return ", ".join(tekst for deel in waarde.values() if (tekst := _waarde(deel)))
        case list() | tuple():
            return ", ".join(_waarde(deel) for deel in waarde)
        case _:
            return str(waarde)


def _in_woorden(tekst: str) -> str:
    try:
        return dag_maand(date.fromisoformat(tekst))
    except ValueError:
        return tekst.replace("_", " ") if " " not in tekst else tekst


def _wanneer(moment: datetime, vandaag: date) -> str:
    hier = timezone.localtime(moment)
    dag = hier.date()
    tijd = f"{hier:%H.%M}"
    if dag == vandaag:
        return _("vandaag %(tijd)s") % {"tijd": tijd}
    return f"{kort(dag) if dag.year == vandaag.year else kort_jaar(dag)} {tijd}"
