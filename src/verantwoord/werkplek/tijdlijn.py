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
    "procedure.beroep_ingesteld": (lui("Beroep ingesteld"), "brief"),
    "procedure.zitting_bepaald": (lui("Zittingsdatum bekend"), "brief"),
    "procedure.uitspraak": (lui("Uitspraak van de rechter"), "brief"),
    "procedure.besluit": (lui("Besluit van de IND"), "brief"),
    "procedure.artikel64_besluit": (lui("Besluit over artikel 64"), "medisch"),
    "procedure.voorlopige_voorziening": (lui("Voorlopige voorziening"), "brief"),
    "procedure.nieuwe_aanvraag": (lui("Nieuwe aanvraag"), "brief"),
    "procedure.intrekking": (lui("Ingetrokken"), "brief"),
    "verwijderbaarheid.gecheckt": (lui("Antwoord van de IND of vertrek mag"), "brief"),
    "vertrektermijn.begonnen": (lui("Vertrektermijn begonnen"), "agenda"),
    "gesprek.gepland": (lui("Gesprek gepland"), "agenda"),
    "gesprek.verzet": (lui("Gesprek verzet"), "agenda"),
    "gesprek.geannuleerd": (lui("Gesprek afgezegd"), "agenda"),
    "gesprek.niet_doorgegaan": (lui("Gesprek is niet doorgegaan"), "gesprek"),
    "gesprek.niet_verschenen": (lui("Niet bij het gesprek geweest"), "gesprek"),
    "verslag.begonnen": (lui("Verslag begonnen"), "wijzig"),
    "gesprek.gevoerd": (lui("Gesprek gevoerd"), "gesprek"),
    "gesprek.afgerond": (lui("Verslag van het gesprek afgerond"), "gesprek"),
    "gesprek.aangevuld": (lui("Aanvulling op een gesprek"), "gesprek"),
    "afspraak.gedaan": (lui("Afspraak uit een gesprek nagekomen"), "vink"),
    "toetsing.vastgelegd": (lui("Toetsing vastgelegd"), "vlag"),
    "signaal.ontvangen": (lui("Nieuwe aanwijzing"), "vlag"),
    "vertrekplan.begonnen": (lui("Nieuwe versie van het vertrekplan begonnen"), "blad"),
    "vertrekplan.vastgesteld": (lui("Vertrekplan vastgesteld"), "blad"),
    "actie.gereed": (lui("Actie uit het vertrekplan klaar"), "vink"),
    "reisdocument.vastgelegd": (lui("Reisdocument vastgelegd"), "blad"),
    "lp.formulier_ingevuld": (lui("LP-formulier ingevuld"), "blad"),
    "lp.formulier_niet_ingevuld": (lui("LP-formulier niet ingevuld"), "blad"),
    "lp.set_gecontroleerd": (lui("LP-set nagekeken"), "vink"),
    "lp.verzonden": (lui("LP-aanvraag verzonden"), "brief"),
    "lp.presentatie_gepland": (lui("Presentatie gepland"), "agenda"),
    "lp.uitkomst": (lui("Antwoord op de LP-aanvraag"), "brief"),
    "lp.afgegeven": (lui("Laissez-passer ontvangen"), "vink"),
    "wens.geuit": (lui("Wens toegevoegd"), "citaat"),
    "wens.beoordeeld": (lui("Wens beoordeeld"), "citaat"),
    "wens.beantwoord": (lui("Wens beantwoord"), "citaat"),
}
# The first word of a kind decides its group in the filter.
GROEPEN: Final[tuple[tuple[str, Promise, tuple[str, ...]], ...]] = (
    (
        "procedure",
        lui("Overdracht en procedure"),
        ("overdracht", "procedure", "dossier", "intake", "opvang", "vertrektermijn", "verwijderbaarheid"),
    ),
    ("gesprek", lui("Gesprekken"), ("gesprek", "verslag", "afspraak")),
    ("toetsing", lui("Toetsing en aanwijzingen"), ("toetsing", "signaal", "route", "toestemming", "medisch")),
    ("vertrekplan", lui("Vertrekplan"), ("vertrekplan", "actie")),
    ("reisdocument", lui("Reisdocument"), ("lp", "reisdocument")),
    ("wens", lui("Wensen en ondersteuning"), ("wens", "verwijzing", "ondersteuning")),
)
_VELDEN: Final[dict[str, Promise]] = {
    "regievoerder": lui("regievoerder"),
    "intake_afgerond_op": lui("in behandeling sinds"),
    "ingesteld_op": lui("ingesteld op"),
    "zitting_op": lui("zitting op"),
    "zitting_bekend_op": lui("zitting bekend sinds"),
    "uitspraak_op": lui("uitspraak op"),
    "bekendgemaakt_op": lui("bekendgemaakt op"),
    "beroepstermijn_tot": lui("beroepstermijn tot en met"),
    "gevoerd_op": lui("gevoerd op"),
    "afgerond_op": lui("afgerond op"),
    "gepland_op": lui("gepland op"),
    "ingevuld_op": lui("ingevuld op"),
    "geweigerd_op": lui("niet ingevuld op"),
    "verzonden_op": lui("verzonden op"),
    "presentatie_op": lui("presentatie op"),
    "uitkomst_op": lui("uitkomst op"),
    "afgegeven_op": lui("ontvangen op"),
    "geldig_tot": lui("geldig tot en met"),
    "gereed_op": lui("klaar op"),
    "start_op": lui("begonnen op"),
    "genomen_op": lui("genomen op"),
    "gecheckt_op": lui("gecheckt op"),
    "art64_besluit": lui("besluit"),
    "art64_van": lui("vanaf"),
    "art64_tot": lui("tot en met"),
    "beroepen": lui("beroep"),
    "besluiten": lui("besluit"),
    "aanvragen": lui("aanvraag"),
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
        veld = _veld(pad.rsplit(".", 1)[-1].split("[", 1)[0])
        yield Wijziging(veld=veld, oud=_waarde(paar[0]), nieuw=_waarde(paar[1]))


def _veld(naam: str) -> str:
    return str(_VELDEN.get(naam, naam.replace("_", " ")))


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
                f"{_veld(naam)} {tekst}" for naam, deel in waarde.items() if (tekst := _waarde(deel))
            )
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
