"""Places, the vbl weeks, transfers and children as plain values for the page, in words a person reads."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui
from django.utils.translation import ngettext

from verantwoord.dossier.models import Overplaatsing, Overplaatsingsstap
from verantwoord.dossier.opvang.kinderen import Kind
from verantwoord.dossier.termijnen.tonen import Waarschuwing, balken_van, getekend
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.dossierbeeld import Verblijfplaats
from verantwoord.kern.normen.opvang import compleet_voor_overplaatsing
from verantwoord.kern.termijnen import Stand
from verantwoord.web.datums import dag_maand, kort_jaar
from verantwoord.web.grafiek.verloop import Balk, Punt, Rij, Verloop

PLAATSEN: Final[Mapping[str, str | Promise]] = {
    "azc": lui("azc"),
    "vbl": lui("vbl"),
    "gl": lui("gezinslocatie"),
    "ggv": lui("ggv"),
    "lvv": lui("lvv"),
    "detentie": lui("detentie"),
    "anders": lui("anders"),
}
RELATIES: Final[Mapping[str, str | Promise]] = {
    "": lui("de persoon van dit dossier"),
    "broer_zus": lui("broer of zus"),
    "kind": lui("kind"),
    "ouder": lui("ouder"),
    "overig": lui("familielid"),
    "partner": lui("partner"),
}
# The catalogue lets the LKO speak three weeks before an end, and a fortnight before it the person must know what follows.
VBL_LKO: Final = timedelta(days=21)
VBL_VERTELLEN: Final = timedelta(days=14)
_VELDEN: Final[Mapping[str, Promise]] = {
    "soort": lui("soort verblijf"),
    "locatie": lui("plaats"),
    "van": lui("eerste dag"),
    "tot": lui("laatste dag"),
}
_VOORUIT: Final = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Plaats:
    """One stay as a row: where, from and until when, and how long in words. ``nummer`` is its place in the file."""

    nummer: int
    soort: str
    locatie: str
    van: date
    tot: date | None
    duur: str


@dataclass(frozen=True, kw_only=True)
class Onderdeel:
    """One part of the complete file: whether it is there, and the page on which it is made."""

    titel: str
    is_er: bool
    url: str
    actie: str


@dataclass(frozen=True, kw_only=True)
class Vblweken:
    """How far the twelve weeks are, in words; ``waarschuwing`` is empty as long as nothing is near."""

    gebruikt: str
    over: str
    tot: date
    besluit_op: date | None
    waarschuwing: str
    wat_volgt: str


@dataclass(frozen=True, kw_only=True)
class Verbetering:
    dag: date
    wat: tuple[str, ...]
    reden: str
    wie: str


@dataclass(frozen=True, kw_only=True)
class Stapregel:
    wanneer: date
    wat: str
    tekst: str
    wie: str


def plaatsen(s: Stand) -> list[Plaats]:
    """Every recorded stay, the last one first."""
    rijen = [
        Plaats(
            nummer=nummer,
            soort=str(PLAATSEN[p.soort]),
            locatie=p.locatie,
            van=p.van,
            tot=p.tot,
            duur=in_weken(((p.tot or s.op) - p.van).days + 1) if p.van <= s.op else "",
        )
        for nummer, p in enumerate(s.beeld.opvang.verblijfplaatsen)
    ]
    return sorted(rijen, key=lambda rij: (rij.van, rij.nummer), reverse=True)


def in_weken(dagen: int) -> str:
    """A number of days as weeks and days: ``5 weken en 2 dagen``."""
    weken, rest = divmod(dagen, 7)
    delen = [
        ngettext("%(n)d week", "%(n)d weken", weken) % {"n": weken} if weken else "",
        ngettext("%(n)d dag", "%(n)d dagen", rest) % {"n": rest} if rest or not weken else "",
    ]
    return _(" en ").join(deel for deel in delen if deel)


def vblweken(s: Stand) -> Vblweken | None:
    """The twelve weeks of who stays in a vbl now. Past them nothing happens by itself: the LKO decides."""
    vbl, einde = s.vbl, s.termijnen.vbl.eindigt_op
    if vbl is None or einde is None:
        return None
    besluit = s.opvang.vbl_lko_besluit_op
    besluit = besluit if besluit is not None and besluit >= vbl.van else None
    return Vblweken(
        gebruikt=in_weken((s.op - vbl.van).days),
        over=in_weken((einde - s.op).days) if einde >= s.op else "",
        tot=einde,
        besluit_op=besluit,
        waarschuwing="" if besluit is not None or _ligt_stil(s) else _vbl_waarschuwing(einde - s.op),
        wat_volgt=_vbl_vervolg(gezin=s.iemand_minderjarig),
    )


def over_vbl(s: Stand) -> Iterator[Waarschuwing]:
    """The same warning for the page of the two clocks."""
    weken = vblweken(s)
    if weken is not None and weken.waarschuwing:
        titel = (
            _("Vbl: nog %(over)s") % {"over": weken.over}
            if weken.over
            else _("Vbl: de twaalf weken zijn voorbij")
        )
        yield Waarschuwing(titel=titel, tekst=weken.waarschuwing)


def _ligt_stil(s: Stand) -> bool:
    return s.actieve_opschorting is not None or s.uitkomst is not None or s.gesloten_op is not None


def _vbl_waarschuwing(nog: timedelta) -> str:
    if nog > VBL_LKO:
        return ""
    if nog < timedelta(0):
        return _(
            "De twaalf weken zijn voorbij. Er eindigt niets vanzelf: het LKO besluit over langer verblijf."
        )
    if nog > VBL_VERTELLEN:
        return _(
            "Zet langer verblijf of wat erna komt op de agenda van het LKO. Het LKO besluit voor de laatste dag."
        )
    return _(
        "Het LKO moet nu besluiten. Vertel de vreemdeling wat er wordt besproken en wat er na de twaalf weken kan komen."
    )


def _vbl_vervolg(*, gezin: bool) -> str:
    if gezin:
        return _(
            "Is er nog zicht op terugkeer, dan kan het LKO langer verblijf toestaan. Anders volgt voor dit gezin een "
            "gezinslocatie."
        )
    return _(
        "Is er nog zicht op terugkeer, dan kan het LKO langer verblijf toestaan. Anders bespreken de partners wat er volgt."
    )


def onderdelen(s: Stand, dossier_id: UUID) -> list[Onderdeel]:
    """What the complete file asks, part by part, with where each is made."""
    wegen = {
        "vertrekplan": (
            _("Vertrekplan met een strategie en een keuze"),
            "vertrekplan:plan",
            _("Open het plan"),
        ),
        "besluit": (
            _("Besluit waar alle vaste partners achter staan"),
            "dossieroverleg:overzicht",
            _("Bekijk het overleg"),
        ),
        "reisdocument": (
            _("Geldig reisdocument of een ingevulde LP-aanvraag"),
            "reisdocument:overzicht",
            _("Open het reisdocument"),
        ),
    }
    return [
        Onderdeel(
            titel=wegen[deel][0],
            is_er=is_er,
            url=reverse(wegen[deel][1], args=[dossier_id]),
            actie=wegen[deel][2],
        )
        for deel, is_er in compleet_voor_overplaatsing(s).items()
    ]


def verloop(s: Stand, lopend: Overplaatsing | None) -> Verloop:
    """The places on one axis, each kind on a line of its own, above the twelve weeks and the right to reception."""
    per_soort: dict[str, list[Verblijfplaats]] = {}
    for plaats in sorted(s.verblijfplaatsen, key=lambda p: p.van):
        per_soort.setdefault(plaats.soort, []).append(plaats)
    rijen = [
        Rij(str(PLAATSEN[soort]).capitalize(), tuple(_balk(p, s.op) for p in verblijven))
        for soort, verblijven in per_soort.items()
    ]
    if s.vbl is not None:
        rijen.append(Rij(_("Twaalf weken"), *getekend(s.termijnen.vbl, s.op, s.vbl.van, "")))
    begin = s.ontvangen_op or s.op
    rijen.append(
        Rij(_("Recht op opvang"), *getekend(s.termijnen.opvang, s.op, begin, _("loopt zonder einddatum")))
    )
    if lopend is not None:
        punt = Punt(lopend.gewenst_op, "gepland", str(PLAATSEN[lopend.naar]))
        rijen.append(Rij(_("Overplaatsing"), (), (punt,)))
    dagen = [s.op - timedelta(days=14), s.op + _VOORUIT, *(p.op for rij in rijen for p in rij.punten)]
    dagen += [dag for rij in rijen for balk in rij.balken for dag in (balk.van, balk.tot) if dag is not None]
    return Verloop(
        rijen=tuple(rijen), vandaag=s.op, van=min(dagen).replace(day=1), tot=max(dagen) + timedelta(days=14)
    )


def _balk(plaats: Verblijfplaats, op: date) -> Balk:
    tot = min(plaats.tot or op, op)
    (balk,) = balken_van(plaats.van, max(tot, plaats.van), op, plaats.locatie)
    return balk


def stappen_van(overplaatsing: Overplaatsing) -> list[Stapregel]:
    """What was done in a transfer, by whom and with which words, the first one first."""
    return [
        Stapregel(
            wanneer=stap.op,
            wat=str(stap.get_soort_display()),
            tekst=stap.tekst,
            wie=f"{stap.door.naam}, {stap.get_organisatie_display()}",
        )
        for stap in sorted(overplaatsing.stappen.all(), key=lambda stap: stap.pk)
    ]


def overdragers(overplaatsing: Overplaatsing) -> set[str]:
    """Which organisations have declared their half of the hand-over."""
    return {
        stap.organisatie
        for stap in overplaatsing.stappen.all()
        if stap.soort == Overplaatsingsstap.Soort.OVERGEDRAGEN
    }


def wat_nu(overplaatsing: Overplaatsing, op: date) -> str:
    """Who does what now, in one or two sentences."""
    zinnen: Mapping[str, str] = {
        "gevraagd": _("Het COA antwoordt voor %(dag)s.") % {"dag": dag_maand(overplaatsing.antwoord_voor)},
        "vraag": _("U beantwoordt de vraag van het COA. Tot dan gebeurt er niets."),
        "akkoord": _wie_draagt_over(overdragers(overplaatsing)),
        "overgedragen": _("De vreemdeling wordt op %(dag)s verwacht. Leg daarna vast of die is aangekomen.")
        % {"dag": dag_maand(overplaatsing.gewenst_op)},
        "niet_aangekomen": _(
            "Wie niet is aangekomen, is niet altijd weg. Zoek met het COA uit waar de vreemdeling is."
        ),
    }
    zin = zinnen.get(overplaatsing.stand, "")
    if overplaatsing.stand == "gevraagd" and overplaatsing.antwoord_voor < op:
        return _(
            "Het COA heeft nog niet geantwoord. Er verandert niets vanzelf: bel het COA, of trek de overplaatsing in."
        )
    return zin


def _wie_draagt_over(al: set[str]) -> str:
    if "dtv" in al:
        return _("U heeft overgedragen. De casemanager van het COA moet dat nog doen.")
    if "coa" in al:
        return _("De casemanager van het COA heeft overgedragen. U moet dat nog doen.")
    return _("De plaats is gereserveerd. U en de casemanager van het COA dragen ieder zelf over.")


def kind_in_woorden(kind: Kind) -> str:
    """Which child it is, without a name: ``kind, geboren op 6 mei 2014``."""
    return f"{RELATIES[kind.relatie]}, {geboren_in_woorden(kind.geboortedatum)}"


def geboren_in_woorden(geboortedatum: str | None) -> str:
    jaar, maand, dag = (geboortedatum or "0000-00-00").split("-")
    if jaar == "0000":
        return _("geboortedatum niet bekend")
    if "00" in (maand, dag):
        return _("geboren in %(jaar)s") % {"jaar": jaar}
    return _("geboren op %(dag)s") % {"dag": dag_maand(date.fromisoformat(geboortedatum or ""))}


def verandert_bij_18(kind: Kind, *, amv: bool) -> Iterator[str]:
    """What changes on the day somebody turns 18; the same for everybody in the same position."""
    if kind.plaats is None and amv:
        yield _("De voogdij van Nidos stopt. Spreek af wie er daarna is, en vertel dat aan beiden.")
    if kind.plaats is None:
        yield _("De vreemdeling beslist voortaan zelf en tekent zelf. Nodig uit voor een eigen gesprek.")
    else:
        yield _("Dit gezinslid heeft voortaan een eigen dossier en een eigen gesprek nodig.")
    yield _(
        "De toets voor de kinderen gaat dan niet meer over deze persoon. Bespreek wat dat betekent voor de opvang."
    )


def oude_regel(overplaatsing: Overplaatsing) -> tuple[str, str]:
    """A transfer that is over, as a name and how it ended."""
    return (
        _("%(naar)s, gevraagd op %(dag)s")
        % {"naar": str(overplaatsing.get_naar_display()), "dag": kort_jaar(overplaatsing.gevraagd_op)},
        str(overplaatsing.get_stand_display()),
    )


def verbeteringen(gebeurtenissen: Iterable[Gebeurtenis]) -> list[Verbetering]:
    """Each correction of a stay: what stood there, what stands there now, why, and by whom."""
    return [
        Verbetering(
            dag=g.moment.date(),
            wat=tuple(_wijzigingen(g.gegevens.get("wijzigingen", {}))),
            reden=str(g.gegevens.get("reden", "")),
            wie=g.door_naam,
        )
        for g in gebeurtenissen
    ]


def _wijzigingen(wijzigingen: Mapping[str, list[Any]]) -> Iterator[str]:
    """Each fact that changed, in the order of the form."""
    per_veld = {pad.rpartition(".")[2]: paar for pad, paar in wijzigingen.items()}
    for veld, naam in _VELDEN.items():
        if veld in per_veld:
            oud, nieuw = per_veld[veld]
            yield _("%(veld)s: was %(oud)s, is nu %(nieuw)s") % {
                "veld": naam,
                "oud": _waarde(veld, oud),
                "nieuw": _waarde(veld, nieuw),
            }


def _waarde(veld: str, waarde: str | None) -> str:
    if waarde is None:
        return _("niet ingevuld")
    if veld == "soort":
        return str(PLAATSEN[waarde])
    return dag_maand(date.fromisoformat(waarde)) if veld in {"van", "tot"} else waarde
