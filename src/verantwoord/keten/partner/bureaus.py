"""The desk of each role: what it is called, the question its list answers, and the columns that answer it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.antwoorden import Gegeven
from verantwoord.keten.partner import woorden
from verantwoord.keten.partner.bladen import dag_uit, einddatum, grond
from verantwoord.keten.partner.queries import Zaak
from verantwoord.toegang.rechten import Rol
from verantwoord.web.datums import kort, kort_jaar, nog


@dataclass(frozen=True, kw_only=True)
class Cel:
    """One answer in a row: the answer, and below it in small how far away it is."""

    kolom: str
    tekst: str
    bij: str = ""
    vet: bool = False


@dataclass(frozen=True, kw_only=True)
class Kolom:
    titel: str | Promise
    maak: Callable[[Zaak, date], tuple[str, str]]
    vet: bool = False


@dataclass(frozen=True, kw_only=True)
class Bureau:
    """``menu`` is the first item of the menu; ``mens`` and ``mensen`` are what one and more in the list are to this role."""

    menu: str | Promise
    vraag: str | Promise
    mens: str | Promise
    mensen: str | Promise
    volgorde: str | Promise
    kolommen: Sequence[Kolom]
    leeg: str | Promise


@dataclass(frozen=True, kw_only=True)
class Rij:
    dossier_id: str
    naam: str
    v_nummer: str
    betwist: bool
    cellen: Sequence[Cel]


def maak_rijen(zaken: Sequence[Zaak], bureau: Bureau, *, vandaag: date) -> list[Rij]:
    return [
        Rij(
            dossier_id=str(zaak.dossier_id),
            naam=zaak.naam or _("naam onbekend"),
            v_nummer=zaak.v_nummer,
            betwist=bool(zaak.betwist),
            cellen=[_cel(kolom, zaak, vandaag) for kolom in bureau.kolommen],
        )
        for zaak in zaken
    ]


def _cel(kolom: Kolom, zaak: Zaak, vandaag: date) -> Cel:
    tekst, bij = kolom.maak(zaak, vandaag)
    return Cel(kolom=str(kolom.titel), tekst=tekst, bij=bij, vet=kolom.vet)


def _gegeven(zaak: Zaak, soort: str) -> Gegeven | None:
    return zaak.antwoorden.get(soort)


def _opvang_tot(zaak: Zaak, vandaag: date) -> tuple[str, str]:
    gegeven = _gegeven(zaak, "opvangrecht")
    dag = dag_uit(gegeven, "einddatum") if gegeven else None
    if dag is None or gegeven is None:
        return einddatum(gegeven), ""
    return einddatum(gegeven), _("voorbij") if dag < vandaag else nog(dag, vandaag)


def _grond(zaak: Zaak, vandaag: date) -> tuple[str, str]:
    del vandaag
    return grond(_gegeven(zaak, "opvangrecht")), ""


def _gewijzigd(zaak: Zaak, vandaag: date) -> tuple[str, str]:
    gegeven = _gegeven(zaak, "opvangrecht")
    if gegeven is None:
        return "", ""
    dag = gegeven.vastgelegd_op.date()
    bij = _("verbeterd") if gegeven.correctie_van is not None else ""
    return kort(dag) if dag.year == vandaag.year else kort_jaar(dag), bij


def _vertrek(zaak: Zaak, vandaag: date) -> tuple[str, str]:
    gegeven = _gegeven(zaak, "vertrek")
    dag = dag_uit(gegeven, "gepland_op") if gegeven else None
    return (kort_jaar(dag), nog(dag, vandaag)) if dag else (_("niet gepland"), "")


def _soort_vertrek(zaak: Zaak, vandaag: date) -> tuple[str, str]:
    del vandaag
    gegeven = _gegeven(zaak, "vertrek")
    soort = gegeven.inhoud.get("soort") if gegeven else None
    return (str(woorden.VERTREKSOORT[str(soort)]), "") if soort else ("", "")


def _reizen(zaak: Zaak, vandaag: date) -> tuple[str, str]:
    del vandaag
    gegeven = _gegeven(zaak, "reisgeschiktheid")
    geschikt = str(gegeven.inhoud.get("geschikt", "onbekend")) if gegeven else "onbekend"
    tot = dag_uit(gegeven, "tot") if gegeven else None
    return str(woorden.GESCHIKT[geschikt]), _("tot en met %(dag)s") % {"dag": kort_jaar(tot)} if tot else ""


def _meldplicht(zaak: Zaak, vandaag: date) -> tuple[str, str]:
    del vandaag
    gegeven = _gegeven(zaak, "toezicht")
    if gegeven is None or not gegeven.inhoud.get("meldplicht"):
        return _("geen"), ""
    return _("%(n)s keer per week") % {"n": gegeven.inhoud.get("per_week") or 1}, ""


def _stilstand(zaak: Zaak, vandaag: date) -> tuple[str, str]:
    del vandaag
    gegeven = _gegeven(zaak, "mensenhandel")
    stil = gegeven is not None and bool(gegeven.inhoud.get("vertrek_ligt_stil"))
    tot = dag_uit(gegeven, "tot") if gegeven else None
    bij = _("tot en met %(dag)s") % {"dag": kort_jaar(tot)} if tot else ""
    return (_("ligt stil") if stil else _("ligt niet stil")), bij


_OPVANG: Final = Kolom(titel=lui("Opvang tot"), maak=_opvang_tot, vet=True)
_VERTREK: Final = Kolom(titel=lui("Vertrek"), maak=_vertrek)
_EINDDATUM: Final = lui("Volgorde: einddatum, daarna binnenkomst.")
_ZAKEN: Final = lui("Zaken waarin u een taak heeft")

BUREAUS: Final[Mapping[str, Bureau]] = {
    Rol.COA: Bureau(
        menu=lui("Opvang"),
        vraag=lui("Tot wanneer is er recht op opvang?"),
        mens=lui("bewoner"),
        mensen=lui("bewoners"),
        volgorde=_EINDDATUM,
        kolommen=(
            Kolom(titel=lui("Eindigt op"), maak=_opvang_tot, vet=True),
            Kolom(titel=lui("Grond"), maak=_grond),
            Kolom(titel=lui("Gewijzigd"), maak=_gewijzigd),
        ),
        leeg=lui("Op uw locaties woont nu niemand van wie de DT&V een dossier heeft."),
    ),
    Rol.IND: Bureau(
        menu=lui("Zaken"),
        vraag=_ZAKEN,
        mens=lui("zaak"),
        mensen=lui("zaken"),
        volgorde=_EINDDATUM,
        kolommen=(_OPVANG, Kolom(titel=lui("Reizen"), maak=_reizen), _VERTREK),
        leeg=lui("Er is nu geen zaak waarin uw organisatie een taak heeft."),
    ),
    Rol.AVIM_TOEZICHT: Bureau(
        menu=lui("Toezicht"),
        vraag=_ZAKEN,
        mens=lui("zaak"),
        mensen=lui("zaken"),
        volgorde=_EINDDATUM,
        kolommen=(Kolom(titel=lui("Meldplicht"), maak=_meldplicht, vet=True), _OPVANG, _VERTREK),
        leeg=lui("Er is nu geen zaak waarin u toezicht houdt."),
    ),
    Rol.AVIM_MENSENHANDEL: Bureau(
        menu=lui("Signalen"),
        vraag=lui("Zaken met een aanwijzing van mensenhandel"),
        mens=lui("zaak"),
        mensen=lui("zaken"),
        volgorde=lui("Volgorde: laatste dag van de bescherming, daarna binnenkomst."),
        kolommen=(Kolom(titel=lui("Het vertrek"), maak=_stilstand, vet=True),),
        leeg=lui("Er is nu geen aanwijzing die bij u ligt."),
    ),
    Rol.KMAR: Bureau(
        menu=lui("Vertrek"),
        vraag=lui("Vertrek dat u begeleidt"),
        mens=lui("reis"),
        mensen=lui("reizen"),
        volgorde=lui("Volgorde: dag van vertrek, daarna binnenkomst."),
        kolommen=(
            Kolom(titel=lui("Vertrek op"), maak=_vertrek, vet=True),
            Kolom(titel=lui("Soort"), maak=_soort_vertrek),
            Kolom(titel=lui("Reizen"), maak=_reizen),
        ),
        leeg=lui("Er is nu geen reis geboekt die u begeleidt."),
    ),
    Rol.IOM_NGO: Bureau(
        menu=lui("Begeleiding"),
        vraag=lui("Mensen die uw hulp willen"),
        mens=lui("persoon"),
        mensen=lui("mensen"),
        volgorde=_EINDDATUM,
        kolommen=(_OPVANG, _VERTREK),
        leeg=lui("Er loopt nu geen verwijzing naar uw organisatie."),
    ),
    Rol.VWN: Bureau(
        menu=lui("Begeleiding"),
        vraag=lui("Mensen die u begeleidt"),
        mens=lui("persoon"),
        mensen=lui("mensen"),
        volgorde=_EINDDATUM,
        kolommen=(_OPVANG,),
        leeg=lui("Er is nu geen zaak waarin uw organisatie een taak heeft."),
    ),
    Rol.MEDISCH_BEVOEGD: Bureau(
        menu=lui("Reizen"),
        vraag=lui("Kan deze persoon reizen?"),
        mens=lui("zaak"),
        mensen=lui("zaken"),
        volgorde=lui("Volgorde: tot wanneer het antwoord geldt, daarna binnenkomst."),
        kolommen=(Kolom(titel=lui("Reizen"), maak=_reizen, vet=True),),
        leeg=lui("Er is nu geen zaak met een medische aanwijzing."),
    ),
}
