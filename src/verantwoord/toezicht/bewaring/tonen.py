"""A proposal and a detention in words: for who reads, who decides, and who looks back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.toezicht.bewaring.dagen import Periode, dagen_samen
from verantwoord.toezicht.bewaring.inhoud import Inhoud, is_amv, is_minderjarig_mogelijk, titel_van_plek
from verantwoord.toezicht.bewaring.keuzes import (
    AMV_GRONDEN,
    BRON_GRONDEN,
    GRONDEN,
    INDICATOREN,
    KWETSBAAR,
    MIDDELEN,
    Opheffing,
    Regelsoort,
    Verlenggrond,
)
from verantwoord.toezicht.bewaring.models import Bewaringsregel
from verantwoord.web.datums import dag_maand, kort_jaar
from verantwoord.web.grafiek.verloop import Balk, Rij, Verloop
from verantwoord.web.waarden import Feit


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One answer of a proposal: what was asked, by which source, and what was written."""

    titel: str
    tekst: str
    bij: str = ""
    bron: str = ""


@dataclass(frozen=True, kw_only=True)
class Stuk:
    titel: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, kw_only=True)
class Lichter:
    """One lesser means as the dossier knows it already, and whether the proposal weighs it."""

    titel: str
    bron: str
    gedaan: tuple[str, ...]
    gewogen: bool
    url: str


def stukken_van(inhoud: Inhoud) -> list[Stuk]:
    """Everything that was written, in the order in which it must be read: the lesser means first."""
    stukken = [
        Stuk(titel=_("Lichtere middelen, één voor één"), regels=tuple(_middelen(inhoud))),
        Stuk(
            titel=_("Kwetsbaarheid"),
            regels=tuple(
                Regel(titel=str(o.titel), tekst=inhoud.kwetsbaarheid.get(naam, ""))
                for naam, o in KWETSBAAR.items()
            ),
        ),
        Stuk(
            titel=_("Gronden voor een risico op onttrekking"),
            regels=tuple(
                Regel(titel=f"{naam}. {o.titel}", tekst=inhoud.gronden[naam], bron=BRON_GRONDEN)
                for naam, o in GRONDEN.items()
                if inhoud.gronden.get(naam, "").strip()
            ),
        ),
        Stuk(titel=_("Zicht op uitzetting"), regels=tuple(_zicht(inhoud))),
    ]
    kinderen = tuple(_kinderen(inhoud))
    return [*stukken[:2], Stuk(titel=_("Kinderen"), regels=kinderen), *stukken[2:]] if kinderen else stukken


def onderdelen_van(
    dossier_id: Any, s: Feitenstand, tekort: Mapping[str, Sequence[str]]
) -> list[tuple[str, list[Feit]]]:
    """The parts of a draft by group, the lesser means first."""

    def deel(titel: str, naam: str, mist: Sequence[str]) -> Feit:
        stand = _("nog niet af") if mist else _("af")
        # The link is the part itself, so that each link says where it goes.
        return Feit(stand, titel, url=reverse("bewaring:deel", args=[dossier_id, naam]))

    zonder_middel = set(tekort.get("middelen", ()))
    middelen = [
        deel(
            str(o.titel),
            f"middel-{naam.replace('_', '-')}",
            [str(o.titel)] if str(o.titel) in zonder_middel else [],
        )
        for naam, o in MIDDELEN.items()
    ]
    mensen = [deel(_("Kwetsbaarheid"), "kwetsbaarheid", tekort.get("kwetsbaarheid", ()))]
    if is_minderjarig_mogelijk(s):
        mensen.append(deel(_("Kinderen"), "kinderen", tekort.get("kinderen", ())))
    gronden = tekort.get("gronden", ())
    return [
        (_("Eerst: de lichtere middelen"), middelen),
        (_("Dan: de persoon"), mensen),
        (
            _("Pas daarna: de gronden en het zicht op uitzetting"),
            [
                deel(_("Zware gronden"), "zware-gronden", gronden),
                deel(_("Lichte gronden"), "lichte-gronden", gronden),
                deel(_("Zicht op uitzetting"), "zicht", tekort.get("zicht", ())),
            ],
        ),
    ]


def lichtere_middelen(
    dossier_id: Any, s: Feitenstand, inhoud: Inhoud | None, maatregelen: Sequence[str] = ()
) -> list[Lichter]:
    """Each lesser means with what the dossier already tells of it; nothing known is said too."""
    gedaan = uit_het_dossier(s, maatregelen)
    return [
        Lichter(
            titel=str(o.titel),
            bron=o.bron,
            gedaan=tuple(gedaan.get(naam, ())),
            gewogen=inhoud is not None and inhoud.middel(naam).is_gewogen,
            url=reverse("bewaring:deel", args=[dossier_id, f"middel-{naam.replace('_', '-')}"])
            if inhoud is not None
            else "",
        )
        for naam, o in MIDDELEN.items()
    ]


def uit_het_dossier(s: Feitenstand, maatregelen: Sequence[str] = ()) -> dict[str, list[str]]:
    """What the dossier already tells of each lesser means that leaves a trace in it."""
    plichten = [
        _("Meldplicht sinds %(dag)s") % {"dag": dag_maand(p.opgelegd_op)}
        + (_(", beëindigd op %(dag)s") % {"dag": dag_maand(p.beeindigd_op)} if p.beeindigd_op else "")
        for p in s.meldplichten
    ]
    plaatsen: dict[str, list[str]] = {"vbl": [], "gl": []}
    for plaats in s.verblijfplaatsen:
        if plaats.soort in plaatsen:
            plaatsen[plaats.soort].append(_("Verbleef er vanaf %(dag)s") % {"dag": dag_maand(plaats.van)})
    plaatsen["vbl"] += maatregelen
    gesprekken = len(s.gevoerde_gesprekken)
    return {
        "meldplicht": plichten,
        **plaatsen,
        "begeleiding": [
            _("Verwezen naar %(wie)s op %(dag)s")
            % {"wie": v.organisatie or v.naar.upper(), "dag": dag_maand(v.verwezen_op)}
            for v in s.verwijzingen
        ],
        "gesprek": [
            ngettext("%(n)d gesprek gevoerd", "%(n)d gesprekken gevoerd", gesprekken) % {"n": gesprekken}
        ],
    }


def _middelen(inhoud: Inhoud) -> Iterator[Regel]:
    for naam, onderwerp in MIDDELEN.items():
        middel = inhoud.middel(naam)
        wanneer = (
            _("Geprobeerd op %(dag)s.") % {"dag": dag_maand(middel.geprobeerd_op)}
            if middel.geprobeerd_op
            else ""
        )
        yield Regel(
            titel=str(onderwerp.titel),
            tekst=middel.waarom,
            bij=f"{wanneer} {middel.resultaat}".strip(),
            bron=onderwerp.bron,
        )


def _zicht(inhoud: Inhoud) -> Iterator[Regel]:
    for naam, onderwerp in INDICATOREN.items():
        yield Regel(titel=str(onderwerp.titel), tekst=inhoud.zicht.get(naam, ""))
    oordeel = {True: _("Er is zicht op uitzetting."), False: _("Er is geen zicht op uitzetting."), None: ""}
    yield Regel(
        titel=_("Het oordeel, en waarom"),
        tekst=inhoud.zicht_afweging,
        bij=oordeel[inhoud.zicht_oordeel],
        bron="Richtlijn 2008/115/EG art. 15 lid 4",
    )


def _kinderen(inhoud: Inhoud) -> Iterator[Regel]:
    if inhoud.belang_kind.strip():
        yield Regel(titel=_("Het belang van ieder kind"), tekst=inhoud.belang_kind)
    if inhoud.nidos_op is not None:
        yield Regel(
            titel=_("Wat Nidos zei"),
            tekst=inhoud.nidos,
            bij=dag_maand(inhoud.nidos_op),
            bron="Vc 2000 A5/2.4",
        )
    if inhoud.amv_grond in AMV_GRONDEN:
        yield Regel(
            titel=_("Grond voor een alleenstaande minderjarige"),
            tekst=str(AMV_GRONDEN[inhoud.amv_grond]),
            bron="Vc 2000 A5/2.4",
        )


def gelijk_in_woorden(gelijk: Mapping[str, int]) -> list[str]:
    """That words stand elsewhere too. It only asks to look; nothing is refused for it."""
    return [
        _("Bij “%(waar)s” staan dezelfde woorden in %(n)d dossiers. Gaan zij over deze persoon?")
        % {"waar": titel_van_plek(plek), "n": aantal}
        for plek, aantal in gelijk.items()
    ]


@dataclass(frozen=True, kw_only=True)
class Gedaan:
    """One thing that was done, as the page shows it."""

    titel: str
    wie: str
    teksten: tuple[tuple[str, str], ...]


def gedaan(regels: Sequence[Bewaringsregel]) -> list[Gedaan]:
    """What was done, newest first, with every word that was kept."""
    return [
        Gedaan(
            titel=str(regel.get_soort_display()),
            wie=_("%(wie)s op %(dag)s") % {"wie": regel.door.naam, "dag": dag_maand(regel.op)},
            teksten=tuple((naam, tekst) for naam, tekst in _teksten(regel) if tekst),
        )
        for regel in reversed(regels)
    ]


def _teksten(regel: Bewaringsregel) -> Iterator[tuple[str, str]]:
    g = regel.gegevens
    match regel.soort:
        case Regelsoort.INGEDIEND:
            yield _("Aan"), g.get("lezer", "")
        case Regelsoort.VOORGELEGD:
            yield _("Aan"), g.get("aan", "")
        case Regelsoort.OPGELEGD:
            yield _("Wat de persoon zei"), g.get("gehoord", "")
            yield _("Waarom niets lichters"), g.get("lichter", "")
            yield _("Aanwijzing"), g.get("aanwijzing", "")
        case Regelsoort.HEROVERWOGEN:
            yield _("Zicht op uitzetting"), g.get("zicht", "")
            yield _("Lichter middel gewogen"), g.get("lichter", "")
            yield _("Nieuwe aanwijzing"), g.get("aanwijzing", "")
            yield _("Opnieuw bekijken uiterlijk"), dag_maand(date.fromisoformat(g["volgende_op"]))
        case Regelsoort.VERLENGD:
            yield _("Grond"), str(Verlenggrond(g["grond"]).label)
        case Regelsoort.OPGEHEVEN:
            yield _("Reden"), str(Opheffing(g["reden"]).label)
    yield "", regel.tekst


@dataclass(frozen=True, kw_only=True)
class Dagenboek:
    """All detention of one person: in a sentence, in a picture, and in rows."""

    zin: str
    rijen: tuple[tuple[str, str, int, bool], ...]
    grafiek: Verloop | None


def dagenboek(perioden: Sequence[Periode], *, op: date) -> Dagenboek:
    """How long somebody was detained, all periods together; a person who never was is said in so many words."""
    if not perioden:
        return Dagenboek(zin=_("Deze persoon is niet eerder in bewaring geweest."), rijen=(), grafiek=None)
    samen = dagen_samen(list(perioden), op=op)
    zin = ngettext(
        "Deze persoon was in totaal %(n)d dag in bewaring, in alle perioden samen.",
        "Deze persoon was in totaal %(n)d dagen in bewaring, in alle perioden samen.",
        samen,
    ) % {"n": samen}
    rijen = tuple(
        (
            kort_jaar(p.van),
            kort_jaar(p.tot) if p.tot else _("loopt"),
            p.dagen_op(op),
            p.van_dit_dossier,
        )
        for p in perioden
    )
    return Dagenboek(zin=zin, rijen=rijen, grafiek=_grafiek(perioden, op))


def _grafiek(perioden: Sequence[Periode], op: date) -> Verloop:
    balken = tuple(
        Balk(
            van=p.van,
            tot=p.tot or op,
            zekerheid="gebeurd",
            tekst=_("%(n)d dagen") % {"n": p.dagen_op(op)},
            kort=str(p.dagen_op(op)),
        )
        for p in perioden
    )
    begin = min(p.van for p in perioden)
    return Verloop(
        rijen=(Rij(titel=_("Bewaring"), balken=balken),),
        vandaag=op,
        van=begin - timedelta(days=14),
        tot=op + timedelta(days=14),
    )


def feiten_van(s: Feitenstand, begin: date | None) -> list[Feit]:
    """The detention that runs, in a few lines."""
    b = s.open_bewaring
    if b is None or begin is None:
        return []
    einde = s.termijnen.bewaring.eindigt_op
    return [
        Feit(_("Begonnen op"), dag_maand(begin)),
        Feit(_("Opgelegd door"), b.opgelegd_door or _("niet vastgelegd")),
        Feit(_("Uiterste dag"), dag_maand(einde) if einde else _("niet bekend")),
        Feit(
            _("Rechtbank in kennis gesteld"),
            dag_maand(b.rechtbank_in_kennis_op) if b.rechtbank_in_kennis_op else _("nog niet"),
        ),
    ]


def over_kinderen(s: Feitenstand) -> list[str]:
    """What asks extra care because of who is involved."""
    zinnen = []
    if is_amv(s):
        zinnen.append(
            _(
                "Dit is een alleenstaande minderjarige. Bewaring kan alleen bij hoge uitzondering, met Nidos, met een eigen grond en met een handtekening namens de directie."
            )
        )
    elif is_minderjarig_mogelijk(s):
        zinnen.append(
            _(
                "Er is een minderjarige, of dat is niet uit te sluiten. Bewaring kan alleen bij hoge uitzondering, hooguit veertien dagen voor een vertrek dat vaststaat, en met een handtekening namens de directie."
            )
        )
    return zinnen
