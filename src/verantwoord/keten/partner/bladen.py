"""Answers as the page shows them: one large answer where a role has one, and the rest as names with values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.antwoorden import Gegeven
from verantwoord.keten.partner import woorden
from verantwoord.keten.partner.models import Inzending
from verantwoord.keten.partner.queries import Zaak
from verantwoord.ondersteuning.keuzes import Regelstand, Uitkomst
from verantwoord.stamgegevens.landen import landnaam, taalnaam
from verantwoord.toezicht.keuzes import Gehoord, Moment, Reden
from verantwoord.vertrek.keuzes import Nagevraagd
from verantwoord.web.datums import dag_maand, kort_jaar, lang, nog, wanneer
from verantwoord.web.waarden import Feit

VASTE_SPATIE: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, kw_only=True)
class Hoofdantwoord:
    """The one answer a desk is about: a title, the answer itself, and what to know beside it."""

    titel: str
    antwoord: str
    uitleg: str
    feiten: Sequence[Feit] = ()


@dataclass(frozen=True, kw_only=True)
class Blok:
    """Answers that belong together under one heading."""

    titel: str
    feiten: Sequence[Feit]
    met_stappen: bool = False


@dataclass(frozen=True, kw_only=True)
class Stap:
    """One agreed step: whose it is, by when, and how it stands."""

    wie: str
    uiterlijk: str
    stand: str
    teken: str


@dataclass(frozen=True, kw_only=True)
class Verandering:
    """One answer in the history of the end date; ``stand`` says what it was then."""

    wanneer: str
    stand: str
    reden: str
    is_correctie: bool


def dag_uit(gegeven: Gegeven, veld: str) -> date | None:
    """A field that holds a day, as a day."""
    waarde = gegeven.inhoud.get(veld)
    return date.fromisoformat(waarde) if waarde else None


def einddatum(gegeven: Gegeven | None) -> str:
    """The end date of the right to shelter in a row of a list."""
    if gegeven is None:
        return _("nog niet bekend")
    dag = dag_uit(gegeven, "einddatum")
    if dag is None:
        return _("geen einddatum") if gegeven.inhoud.get("recht") == "ja" else _("nog niet bekend")
    return kort_jaar(dag)


def grond(gegeven: Gegeven | None) -> str:
    return str(woorden.OPVANGGROND[str(gegeven.inhoud.get("categorie", "onbekend"))]) if gegeven else ""


def hoofdantwoord(zaak: Zaak, *, vandaag: date) -> Hoofdantwoord | None:
    """What this viewer comes for: the end of shelter, the departure, or whether somebody can travel."""
    opvang = zaak.antwoorden.get("opvangrecht")
    if opvang is not None:
        return _opvang(opvang, vandaag)
    for soort, maak in (("vertrek", _vertrek), ("reisgeschiktheid", _reis), ("mensenhandel", _stil)):
        gegeven = zaak.antwoorden.get(soort)
        if gegeven is not None:
            return maak(gegeven, vandaag)
    return None


def nog_niet_gewogen() -> Hoofdantwoord:
    """That nobody can say yet whether this person can travel, which is no yes."""
    return Hoofdantwoord(
        titel=_("Kan deze persoon reizen?"),
        antwoord=str(woorden.GESCHIKT["onbekend"]),
        uitleg=_("De medische toetsing is nog niet klaar. Tot dan is er geen antwoord, ook geen ja."),
    )


def _opvang(gegeven: Gegeven, vandaag: date) -> Hoofdantwoord:
    recht, dag = gegeven.inhoud.get("recht"), dag_uit(gegeven, "einddatum")
    feiten = list(_over_de_datum(gegeven))
    if recht == "nee" and dag is not None:
        return Hoofdantwoord(
            titel=_("Het recht op opvang is geëindigd op"),
            antwoord=_in_twee_regels(dag),
            uitleg=_("Opvang loopt feitelijk door tot vertrek of tot het COA anders beslist."),
            feiten=feiten,
        )
    if dag is not None:
        return Hoofdantwoord(
            titel=_("Opvangrecht eindigt op"),
            antwoord=_in_twee_regels(dag),
            uitleg=_("%(nog)s. Opvang loopt feitelijk door tot vertrek of tot het COA anders beslist.")
            % {"nog": _hoofdletter(nog(dag, vandaag))},
            feiten=feiten,
        )
    if recht == "ja":
        return Hoofdantwoord(
            titel=_("Er is recht op opvang"),
            antwoord=_("geen einddatum"),
            uitleg=_("De opvang loopt door. Komt er een datum, dan staat die hier dezelfde dag."),
            feiten=feiten,
        )
    return Hoofdantwoord(
        titel=_("Opvangrecht eindigt op"),
        antwoord=_("nog niet bekend"),
        uitleg=_("De gegevens voor een datum ontbreken nog. Opvang loopt door."),
        feiten=feiten,
    )


def _over_de_datum(gegeven: Gegeven) -> Iterator[Feit]:
    if "categorie" in gegeven.inhoud:
        yield Feit(_("Grond"), grond(gegeven))
    yield Feit(_("Geldt sinds"), dag_maand(gegeven.geldig_vanaf))
    reden = _reden(gegeven)
    yield Feit(
        _("Gewijzigd"),
        dag_maand(gegeven.vastgelegd_op.date()),
        toelichting=_("Reden: %(reden)s") % {"reden": reden} if reden else "",
    )


def _reden(gegeven: Gegeven) -> str:
    code = gegeven.inhoud.get("redencode")
    return str(woorden.REDEN[str(code)]) if code else ""


def veranderingen(historie: Sequence[Gegeven]) -> list[Verandering]:
    """How the end date went, newest first. What was wrong stays readable, beside what it became."""
    return [
        Verandering(
            wanneer=kort_jaar(gegeven.vastgelegd_op.date()),
            stand=einddatum(gegeven),
            reden=_hoofdletter(_reden(gegeven)),
            is_correctie=gegeven.correctie_van is not None,
        )
        for gegeven in historie
    ]


def _vertrek(gegeven: Gegeven, vandaag: date) -> Hoofdantwoord:
    dag = dag_uit(gegeven, "gepland_op")
    if dag is None:
        return Hoofdantwoord(
            titel=_("Vertrek"), antwoord=_("geen vertrek gepland"), uitleg=_("Er is geen reis geboekt.")
        )
    return Hoofdantwoord(
        titel=_("Vertrek gepland op"),
        antwoord=_in_twee_regels(dag),
        uitleg=f"{_hoofdletter(nog(dag, vandaag))}.",
        feiten=list(_over_de_reis(gegeven)),
    )


def _over_de_reis(gegeven: Gegeven) -> Iterator[Feit]:
    soort, land = gegeven.inhoud.get("soort"), gegeven.inhoud.get("land")
    if soort:
        yield Feit(_("Soort"), str(woorden.VERTREKSOORT[str(soort)]))
    if land:
        yield Feit(_("Naar"), landnaam(str(land)))
    if "begeleiding_kmar" in gegeven.inhoud:
        yield Feit(_("Begeleiding door de KMar"), _("ja") if gegeven.inhoud["begeleiding_kmar"] else _("nee"))


def _reis(gegeven: Gegeven, vandaag: date) -> Hoofdantwoord:
    del vandaag
    return Hoofdantwoord(
        titel=_("Kan deze persoon reizen?"),
        antwoord=str(woorden.GESCHIKT[str(gegeven.inhoud.get("geschikt", "onbekend"))]),
        uitleg=_("Dit is het antwoord. Waarom, staat hier niet."),
        feiten=list(_over_reizen(gegeven)),
    )


def _over_reizen(gegeven: Gegeven) -> Iterator[Feit]:
    tot = dag_uit(gegeven, "tot")
    if tot is not None:
        yield Feit(_("Geldt tot en met"), dag_maand(tot))
    if "begeleiding" in gegeven.inhoud:
        yield Feit(_("Medische begeleiding"), str(woorden.JA_NEE[str(gegeven.inhoud["begeleiding"])]))


def _stil(gegeven: Gegeven, vandaag: date) -> Hoofdantwoord:
    del vandaag
    stil, tot = gegeven.inhoud.get("vertrek_ligt_stil"), dag_uit(gegeven, "tot")
    return Hoofdantwoord(
        titel=_("Het vertrek"),
        antwoord=_("ligt stil") if stil else _("ligt hierom niet stil"),
        uitleg=_("Tot en met %(dag)s.") % {"dag": dag_maand(tot)} if tot else "",
    )


def blokken(zaak: Zaak, *, vandaag: date) -> list[Blok]:
    """Every other answer that is not empty, in the order in which one reads a case."""
    hoofd = next(
        (s for s in ("opvangrecht", "vertrek", "reisgeschiktheid", "mensenhandel") if s in zaak.antwoorden),
        "",
    )
    return [
        Blok(titel=str(titel), feiten=feiten, met_stappen=soort == "stappen")
        for soort, titel, maak in _BLOKKEN
        if soort != hoofd
        and soort in zaak.antwoorden
        and (feiten := list(maak(zaak.antwoorden[soort], vandaag)))
    ]


def _reisblok(gegeven: Gegeven, vandaag: date) -> Iterator[Feit]:
    dag = dag_uit(gegeven, "gepland_op")
    if dag is not None:
        yield Feit(_("Gepland op"), kort_jaar(dag), toelichting=nog(dag, vandaag))
        yield from _over_de_reis(gegeven)


def _reizen(gegeven: Gegeven, vandaag: date) -> Iterator[Feit]:
    antwoord = _reis(gegeven, vandaag)
    yield Feit(_("Reizen"), antwoord.antwoord)
    yield from antwoord.feiten


def _stilstand(gegeven: Gegeven, vandaag: date) -> Iterator[Feit]:
    antwoord = _stil(gegeven, vandaag)
    yield Feit(_("Het vertrek"), antwoord.antwoord, toelichting=antwoord.uitleg)


def _toezicht(gegeven: Gegeven, vandaag: date) -> Iterator[Feit]:
    del vandaag
    if "meldplicht" in gegeven.inhoud:
        keren = gegeven.inhoud.get("per_week")
        yield Feit(
            _("Meldplicht"),
            _("%(n)d keer per week") % {"n": keren}
            if gegeven.inhoud["meldplicht"] and keren
            else (_("ja") if gegeven.inhoud["meldplicht"] else _("nee")),
        )
    if "in_bewaring" in gegeven.inhoud:
        yield Feit(_("In bewaring"), _("ja") if gegeven.inhoud["in_bewaring"] else _("nee"))


def _afwezigheid(gegeven: Gegeven, vandaag: date) -> Iterator[Feit]:
    del vandaag
    for veld, naam in (
        ("laatst_gezien_op", _("Voor het laatst gezien op")),
        ("gecontroleerd_op", _("Aanwezigheid gecontroleerd op")),
    ):
        dag = dag_uit(gegeven, veld)
        if dag is not None:
            yield Feit(naam, dag_maand(dag))
    if gegeven.inhoud.get("bericht_gegeven"):
        yield Feit(_("Bericht van vertrek"), _("gegeven"))


def _stappen(gegeven: Gegeven, vandaag: date) -> Iterator[Feit]:
    del vandaag
    yield Feit(_("Fase"), str(woorden.FASE[str(gegeven.inhoud["fase"])]))
    gedaan: Mapping[str, bool] = gegeven.inhoud.get("toetsingen", {})
    namen = [str(woorden.MOMENT[moment]).lower() for moment, ja in gedaan.items() if ja]
    if len(namen) == len(gedaan) and namen:
        yield Feit(_("De vier toetsingen"), _("alle vier gedaan in deze fase"))
    else:
        yield Feit(
            _("De vier toetsingen"),
            _("gedaan in deze fase: %(namen)s") % {"namen": ", ".join(namen)}
            if namen
            else _("nog niet gedaan in deze fase"),
        )


def stappen_van(zaak: Zaak, *, vandaag: date) -> list[Stap]:
    """The agreed steps in the order of the plan, without the words of the plan."""
    gegeven = zaak.antwoorden.get("stappen")
    return [_stap(stap, vandaag) for stap in (gegeven.inhoud.get("stappen", ()) if gegeven else ())]


def _stap(stap: Mapping[str, str], vandaag: date) -> Stap:
    uiterlijk, gereed = stap.get("uiterlijk"), stap.get("gereed_op")
    dag = date.fromisoformat(uiterlijk) if uiterlijk else None
    if gereed:
        teken, stand = "gedaan", _("klaar sinds %(dag)s") % {"dag": kort_jaar(date.fromisoformat(gereed))}
    elif dag is None:
        teken, stand = "niet-begonnen", _("nog te doen")
    else:
        teken, stand = ("te-laat" if dag < vandaag else "gepland"), nog(dag, vandaag)
    return Stap(
        wie=str(woorden.EIGENAAR[str(stap["eigenaar"])]),
        uiterlijk=kort_jaar(dag) if dag else _("zonder datum"),
        stand=stand,
        teken=teken,
    )


def talen(zaak: Zaak) -> str:
    """The languages of the person, for who has to speak with them."""
    gegeven = zaak.antwoorden.get("identiteit")
    codes = (gegeven.inhoud.get("talen") if gegeven else None) or ()
    return ", ".join(taalnaam(str(code)) for code in codes)


def inzending_in_woorden(inzending: Inzending) -> list[Feit]:
    """What the viewer sent themselves, as names with values; the answer of a form as it was given."""
    return [
        Feit(str(naam), _waarde(veld, inzending.inhoud[veld]))
        for veld, naam in _VELDEN.items()
        if veld in inzending.inhoud
    ]


_VELDEN: Final[Mapping[str, str | Promise]] = {
    "moment": lui("Waarover"),
    "gezien_op": lui("Gezien of gehoord op"),
    "laatst_gezien_op": lui("Voor het laatst gezien op"),
    "op": lui("Op"),
    "aangetroffen": lui("Aangetroffen"),
    "nagevraagd": lui("Nagevraagd"),
    "kenmerk": lui("Kenmerk"),
    "besluit": lui("Besluit"),
    "tot": lui("Tot en met"),
    "per_week": lui("Hoe vaak per week"),
    "reden_afwijking": lui("Waarom niet eens per week"),
    "melding": lui("Melding"),
    "gehoord": lui("Heeft u de reden gehoord?"),
    "reden": lui("Wat was de reden?"),
    "verwacht": lui("Verwacht om"),
    "antwoord": lui("Antwoord"),
    "uitkomst": lui("Antwoord"),
    "gereed_op": lui("Klaar op"),
    "stand": lui("Hoe het staat"),
    "toelichting": lui("Uw woorden"),
}


def _waarde(veld: str, waarde: Any) -> str:
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, list):
        return ", ".join(str(Nagevraagd(een).label) for een in waarde)
    if veld == "verwacht":
        return wanneer(datetime.fromisoformat(waarde))
    if veld in {"gezien_op", "laatst_gezien_op", "op", "tot", "gereed_op"}:
        return dag_maand(date.fromisoformat(waarde))
    return str(_KEUZES.get((veld, waarde), waarde))


_KEUZES: Final[Mapping[tuple[str, str], str | Promise]] = {
    **{("moment", moment): tekst for moment, tekst in woorden.MOMENT.items()},
    ("besluit", "akkoord"): lui("akkoord"),
    ("besluit", "geweigerd"): lui("niet akkoord"),
    **{("melding", keuze.value): keuze.label for keuze in Moment},
    **{("gehoord", keuze.value): keuze.label for keuze in Gehoord},
    **{("reden", keuze.value): keuze.label for keuze in Reden},
    ("uitkomst", "bedenktijd"): lui("De persoon krijgt bedenktijd aangeboden"),
    ("uitkomst", "aangifte"): lui("De persoon doet aangifte of werkt mee"),
    ("uitkomst", "geen_vervolg"): lui("De politie ziet nu geen vervolg"),
    ("antwoord", "akkoord"): lui("er is een plaats"),
    ("antwoord", "vraag"): lui("eerst een vraag"),
    ("antwoord", "overgedragen"): lui("overgedragen"),
    ("antwoord", "aangekomen"): lui("aangekomen"),
    ("antwoord", "niet_aangekomen"): lui("niet aangekomen"),
    ("antwoord", "neemt_op"): lui("wij gaan aan de slag"),
    ("antwoord", "weigert"): lui("wij kunnen niet helpen"),
    **{("stand", keuze.value): keuze.label for keuze in Regelstand},
    **{("antwoord", keuze.value): keuze.label for keuze in Uitkomst},
}

_Maker = Callable[[Gegeven, date], Iterator[Feit]]
_BLOKKEN: Final[tuple[tuple[str, str | Promise, _Maker], ...]] = (
    ("vertrek", lui("Vertrek"), _reisblok),
    ("reisgeschiktheid", lui("Reizen"), _reizen),
    ("mensenhandel", lui("Of het vertrek stilligt"), _stilstand),
    ("stappen", lui("Afgesproken stappen"), _stappen),
    ("toezicht", lui("Toezicht"), _toezicht),
    ("afwezigheid", lui("Aanwezigheid"), _afwezigheid),
)


def _in_twee_regels(dag: date) -> str:
    """The day of the week, and the date that stays together when the line breaks."""
    weekdag, _spatie, datum = lang(dag).partition(" ")
    return f"{weekdag} {datum.replace(' ', VASTE_SPATIE)}"


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
