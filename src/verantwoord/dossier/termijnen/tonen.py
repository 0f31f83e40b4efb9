"""The two clocks as plain values for the page: a chart, a card each, what was asked and answered, and calm warnings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.dossier.keuzes import GRONDEN_VERKORTING, STARTGEBEURTENISSEN
from verantwoord.dossier.stand import bevinding_van
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.antwoord import Beoordeling, Termijn
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.werklijst import verblijf
from verantwoord.web.datums import dag_maand, kort_jaar, lang
from verantwoord.web.grafiek.verloop import Balk, Rij, Verloop
from verantwoord.web.waarden import Feit

# The catalogue lets the LKO speak three weeks before reception ends (opvang-vier-weken); both clocks warn from then.
WAARSCHUW_VANAF: Final = timedelta(days=21)
VOORUIT: Final = timedelta(days=45)


@dataclass(frozen=True, kw_only=True)
class Klok:
    """One clock: where it stands in words, its facts, and the sources it rests on."""

    titel: str
    stand: str
    teken: str
    uitleg: str
    feiten: tuple[Feit, ...]
    bron: str


@dataclass(frozen=True, kw_only=True)
class Waarschuwing:
    titel: str
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One line of a table: when, what, and what became of it."""

    dag: date
    wat: str
    vervolg: str
    bij: str = ""


def vertrektermijn(s: Stand, beoordeling: Beoordeling) -> Klok:
    """The clock of the departure term (Vw 2000 art. 62)."""
    t, feit = s.termijnen.vertrektermijn, s.beeld.vertrektermijn
    redenen = {soort: str(naam) for soort, naam in STARTGEBEURTENISSEN}
    gronden = {soort: str(naam) for soort, naam in GRONDEN_VERKORTING}
    feiten = list(_klokfeiten(t, waarom=redenen.get(feit.startgebeurtenis or "", "")))
    besluit = s.terugkeerbesluit
    if s.dagen_vertrektermijn is not None and t.begint_op is not None:
        feiten.insert(2, Feit(_("Lengte"), _in_dagen(s.dagen_vertrektermijn)))
    if besluit is not None and besluit.grond_verkorting:
        kenmerk = _("kenmerk %s") % besluit.kenmerk if besluit.kenmerk else _("kenmerk nog niet vastgelegd")
        feiten.append(Feit(_("Grond voor korter"), gronden[besluit.grond_verkorting], kenmerk))
    if feit.verlenging_gevraagd_op is not None:
        door = (
            _("doorgestuurd naar de IND op %s") % dag_maand(feit.doorgezonden_ind_op)
            if feit.doorgezonden_ind_op
            else _("nog niet doorgestuurd naar de IND")
        )
        feiten.append(Feit(_("Meer tijd gevraagd"), dag_maand(feit.verlenging_gevraagd_op), door))
    if feit.verlengd_tot is not None:
        kenmerk = feit.verlenging_kenmerk or _("nog niet vastgelegd; zonder kenmerk telt de verlenging niet")
        feiten.append(Feit(_("Kenmerk verlenging"), kenmerk))
    return Klok(
        titel=_("Vertrektermijn"),
        stand=stand_in_woorden(t, s.op),
        teken=_teken(t, s.op),
        uitleg=bevinding_van(beoordeling, "vertrektermijn-28-dagen").uitleg,
        feiten=tuple(feiten),
        bron=_bron("vertrektermijn-28-dagen"),
    )


def opvang(s: Stand, beoordeling: Beoordeling) -> Klok:
    """The clock of the right to reception (Rva 2005 art. 5; report 3.2)."""
    t = s.termijnen.opvang
    return Klok(
        titel=_("Opvang"),
        stand=stand_in_woorden(t, s.op),
        teken=_teken(t, s.op),
        uitleg=bevinding_van(beoordeling, "opvang-vier-weken").uitleg,
        feiten=tuple(_klokfeiten(t, waarom=_waarom_opvang(s))),
        bron=_bron("opvang-vier-weken"),
    )


def vbl(s: Stand, beoordeling: Beoordeling) -> Klok | None:
    """The twelve weeks in a vbl, for whoever stays there now."""
    if s.vbl is None:
        return None
    t, besluit = s.termijnen.vbl, s.beeld.opvang.vbl_lko_besluit_op
    feiten = list(_klokfeiten(t, waarom=_("Het verblijf in de vbl in %s") % s.vbl.locatie))
    feiten.append(Feit(_("Besluit LKO"), lang(besluit) if besluit else _("nog geen")))
    return Klok(
        titel=_("Verblijf in de vbl"),
        stand=stand_in_woorden(t, s.op),
        teken=_teken(t, s.op),
        uitleg=bevinding_van(beoordeling, "vbl-twaalf-weken").uitleg,
        feiten=tuple(feiten),
        bron=_bron("vbl-twaalf-weken"),
    )


def _klokfeiten(t: Termijn, *, waarom: str) -> Iterator[Feit]:
    yield Feit(_("Begin"), lang(t.begint_op) if t.begint_op else _("nog niet begonnen of niet vastgelegd"))
    yield Feit(_("Waarom"), waarom or _("nog niet vastgelegd"))
    if t.eindigt_op is None:
        yield Feit(_("Einde"), _("niet te berekenen"))
        return
    if t.eindigt_rekenkundig_op is not None and t.eindigt_rekenkundig_op != t.eindigt_op:
        yield Feit(_("Einde gerekend"), lang(t.eindigt_rekenkundig_op))
    verschoven = _("opgeschoven door: %s") % t.verlengd_wegens if t.verlengd_wegens else ""
    yield Feit(_("Laatste dag"), lang(t.eindigt_op), verschoven)


def _waarom_opvang(s: Stand) -> str:
    if s.beeld.opvang.recht_eindigt_op is not None:
        return _("Een besluit noemt de laatste dag zelf")
    if s.basis is None:
        return ""
    if s.beroepsstand == "afgedaan":
        return _("De uitspraak op het beroep is bekendgemaakt; vier weken daarna is de laatste dag")
    return _("De beroepstermijn is voorbij zonder beroep; vier weken daarna is de laatste dag")


def _in_dagen(aantal: int) -> str:
    return ngettext("%(n)d dag", "%(n)d dagen", aantal) % {"n": aantal}


def stand_in_woorden(t: Termijn, op: date) -> str:
    """How far the end is, in words; past its last day a term is over, and nobody is late."""
    if t.eindigt_op is None:
        return _("Loopt niet")
    over = (t.eindigt_op - op).days
    if over < 0:
        return ngettext("Laatste dag was %(n)d dag geleden", "Laatste dag was %(n)d dagen geleden", -over) % {
            "n": -over
        }
    if over == 0:
        return _("Vandaag is de laatste dag")
    return ngettext("Loopt nog %(n)d dag", "Loopt nog %(n)d dagen", over) % {"n": over}


def _teken(t: Termijn, op: date) -> str:
    if t.eindigt_op is None:
        return "niet-aan-de-orde"
    return "gedaan" if t.eindigt_op < op else "nu"


def waarschuwingen(s: Stand) -> list[Waarschuwing]:
    """What ends within three weeks or has ended, each with what a person can do; silent while departure is suspended."""
    if s.actieve_opschorting is not None or s.uitkomst is not None or s.gesloten_op is not None:
        return []
    return [*_over_vertrektermijn(s), *_over_opvang(s)]


def _over_vertrektermijn(s: Stand) -> Iterator[Waarschuwing]:
    t = s.termijnen.vertrektermijn
    if not _nadert(t, s.op):
        return
    titel = _("Vertrektermijn: %s") % _klein(stand_in_woorden(t, s.op))
    if not _voorbij(t, s.op):
        tekst = _(
            "Bespreek wat er nog nodig is om zelf te vertrekken. Vraagt de vreemdeling om meer tijd, stuur dat verzoek dan door "
            "naar de IND."
        )
        yield Waarschuwing(titel=titel, tekst=tekst)
    elif not _is_opnieuw_beoordeeld(s):
        tekst = _("U beoordeelt opnieuw wat er moet gebeuren. Er volgt niet vanzelf dwang.")
        yield Waarschuwing(titel=titel, tekst=tekst)


def _over_opvang(s: Stand) -> Iterator[Waarschuwing]:
    t = s.termijnen.opvang
    if not _nadert(t, s.op) or verblijf(s) is None:
        return
    if not _voorbij(t, s.op):
        tekst = _(
            "Bespreek met de partners wat er na de opvang volgt. Is er meer tijd nodig, vraag dan het COA om langere opvang."
        )
    else:
        tekst = _(
            "De opvang stopt niet vanzelf. De partners beslissen samen wat er volgt, en het COA moet instemmen."
        )
    yield Waarschuwing(titel=_("Recht op opvang: %s") % _klein(stand_in_woorden(t, s.op)), tekst=tekst)


def _is_opnieuw_beoordeeld(s: Stand) -> bool:
    """A plan established after the term is the weighing that the norm asks for."""
    einde = s.termijnen.vertrektermijn.eindigt_op
    return einde is not None and s.vertrekplan is not None and s.vertrekplan.vastgesteld_op > einde


def _nadert(t: Termijn, op: date) -> bool:
    return t.eindigt_op is not None and t.eindigt_op - op <= WAARSCHUW_VANAF


def _voorbij(t: Termijn, op: date) -> bool:
    return t.eindigt_op is not None and t.eindigt_op < op


def _klein(woorden: str) -> str:
    return woorden[:1].lower() + woorden[1:]


def _bron(norm: str) -> str:
    return "; ".join(bron_in_woorden(bron) for bron in REGISTER[norm].bron)


def verloop(s: Stand) -> Verloop:
    """Both clocks on one axis; what moved the end is a bar of its own."""
    begin = s.ontvangen_op or s.op
    rijen = [
        Rij(_("Vertrektermijn"), *getekend(s.termijnen.vertrektermijn, s.op, begin, _("nog niet begonnen"))),
        Rij(_("Opvang"), *getekend(s.termijnen.opvang, s.op, begin, _("loopt zonder einddatum"))),
    ]
    if s.vbl is not None:
        rijen.append(Rij(_("Vbl"), *getekend(s.termijnen.vbl, s.op, begin, "")))
    dagen = [s.op - timedelta(days=14), s.op + VOORUIT]
    dagen += [dag for rij in rijen for balk in rij.balken for dag in (balk.van, balk.tot) if dag is not None]
    return Verloop(
        rijen=tuple(rijen), vandaag=s.op, van=min(dagen).replace(day=1), tot=max(dagen) + timedelta(days=14)
    )


def getekend(t: Termijn, op: date, begin: date, leeg: str) -> tuple[tuple[Balk, ...], tuple[()], str]:
    """The bars of one clock, and the words for a clock that does not run."""
    if t.eindigt_op is None:
        return (), (), leeg
    rekenkundig = t.eindigt_rekenkundig_op or t.eindigt_op
    van = min(t.begint_op or begin, rekenkundig)
    tot = _("tot %s") % kort_jaar(rekenkundig)
    delen = [*balken_van(van, rekenkundig, op, tot)]
    if t.eindigt_op > rekenkundig:
        delen += balken_van(rekenkundig, t.eindigt_op, op, t.verlengd_wegens or "")
    return tuple(delen), (), ""


def balken_van(van: date, tot: date, op: date, tekst: str) -> Iterator[Balk]:
    """One period as it is drawn: what lies behind happened, what lies ahead is fixed."""
    if tot <= op:
        yield Balk(van, tot, "gebeurd", tekst)
    elif van >= op:
        yield Balk(van, tot, "vast", tekst)
    else:
        yield Balk(van, op, "gebeurd")
        yield Balk(op, tot, "vast", tekst)


def verzoeken_vertrektermijn(gebeurtenissen: Iterable[Gebeurtenis]) -> list[Regel]:
    """What was asked of the IND and what it decided, from the events: a refusal changes no fact."""
    regels = []
    for g in gebeurtenissen:
        gegevens = g.gegevens
        if g.soort == "vertrektermijn.verlenging_gevraagd":
            wat = _("Gevraagd om meer tijd")
        elif g.soort == "vertrektermijn.doorgestuurd":
            wat = _("Doorgestuurd naar de IND")
        elif g.soort == "vertrektermijn.verlengd":
            wat = _("De IND heeft de termijn verlengd")
        else:
            wat = _("De IND heeft de termijn niet verlengd")
        kenmerk = gegevens.get("kenmerk")
        regels.append(
            Regel(
                dag=_dag_van(g),
                wat=wat,
                vervolg=str(gegevens.get("reden") or gegevens.get("toelichting") or ""),
                bij=", ".join(
                    deel for deel in (_("kenmerk %s") % kenmerk if kenmerk else "", g.door_naam) if deel
                ),
            )
        )
    return regels


def _dag_van(g: Gebeurtenis) -> date:
    """The day it happened as it was recorded, else the day on which it was recorded."""
    if "besloten_op" in g.gegevens:
        return date.fromisoformat(g.gegevens["besloten_op"])
    wijzigingen = g.gegevens.get("wijzigingen", {})
    for pad in ("vertrektermijn.verlenging_gevraagd_op", "vertrektermijn.doorgezonden_ind_op"):
        nieuw = wijzigingen.get(pad, [None, None])[1]
        if nieuw is not None:
            return date.fromisoformat(nieuw)
    return g.moment.date()


def verlengingen_opvang(s: Stand) -> list[Regel]:
    """Every request to the COA with its answer."""
    regels = []
    for v in s.beeld.opvang.verlengingen:
        if v.coa_besluit is None:
            vervolg = _("Het COA heeft nog niet beslist. Tot dan eindigt de opvang niet.")
        elif v.coa_besluit == "akkoord" and v.tot is not None:
            vervolg = _("Akkoord, tot en met %s") % dag_maand(v.tot)
        else:
            vervolg = _("Akkoord, zonder einddatum") if v.coa_besluit == "akkoord" else _("Geweigerd")
        bij = _("besloten op %s") % dag_maand(v.coa_besloten_op) if v.coa_besloten_op else ""
        regels.append(Regel(dag=v.gevraagd_op, wat=v.reden, vervolg=vervolg, bij=bij))
    return regels


def toetsen_kinderen(s: Stand, gebeurtenissen: Iterable[Gebeurtenis]) -> list[Regel]:
    """Every Ferreira test with what the children said, which the event keeps beside it."""
    woorden = {_plaats_van(g.gegevens): str(g.gegevens.get("kinderen", "")) for g in gebeurtenissen}
    return [
        Regel(
            dag=toets.getoetst_op,
            wat=_("Er dreigt een noodsituatie; onderdak blijft verplicht")
            if toets.humanitaire_noodsituatie
            else _("Er dreigt geen noodsituatie"),
            vervolg=toets.toelichting,
            bij=_("In eigen woorden: %s") % woorden[plaats] if woorden.get(plaats) else "",
        )
        for plaats, toets in enumerate(s.beeld.opvang.ferreira)
    ]


def _plaats_van(gegevens: Mapping[str, Any]) -> int:
    """Which entry of the list an event added, from the path of what changed."""
    for pad in gegevens.get("wijzigingen", {}):
        if pad.startswith("opvang.ferreira["):
            return int(pad.removeprefix("opvang.ferreira[").partition("]")[0])
    return -1
