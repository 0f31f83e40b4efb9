"""What the words of the catalogue mean for one dossier on one day.

Every definition is worked out once, when somebody first asks for it.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final, Generic, Literal, NamedTuple, TypeVar, overload

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.kalender import is_achttien, plus_dagen, plus_maanden, plus_werkdagen
from verantwoord.kern.typen import geboortegrenzen
from verantwoord.kern.zicht import Zicht, gezinslid_bestaat

T = TypeVar("T")
D = TypeVar("D", bound=d.Deel)

Beroepsstand = Literal[
    "geen_besluit",
    "gegrond",
    "loopt",
    "afgedaan",
    "uitspraak_onvolledig",
    "termijn_onbekend",
    "termijn_loopt",
    "termijn_verstreken",
]
Leeftijd = Literal["minderjarig", "meerderjarig", "onbekend"]

GEGROND: Final = frozenset({"gegrond", "deels_gegrond"})
ASIEL: Final = frozenset({"asiel", "opvolgend_asiel"})
MET_TOLK: Final = frozenset({"aanwezig", "telefonisch"})
UITSTEL: Final = frozenset({"toegekend", "voorlopig_uitstel"})
TOETSINGSMOMENTEN: Final = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")
VASTE_PARTNERS: Final = ("dtv", "coa", "avim", "ind")
_KINDEREN: Final = frozenset({"kind", "broer_zus", "overig"})


class lui(Generic[T]):  # noqa: N801 - reads as a word above a definition, like property
    """A definition worked out at the first question and then kept."""

    def __init__(self, reken: Callable[[Any], T]) -> None:
        self.reken = reken
        self.naam = reken.__name__
        self.__doc__ = reken.__doc__

    @overload
    def __get__(self, deel: None, soort: type) -> "lui[T]": ...
    @overload
    def __get__(self, deel: object, soort: type) -> T: ...
    def __get__(self, deel: Any, soort: type) -> "T | lui[T]":
        if deel is None:
            return self
        waarde = self.reken(deel)
        setattr(deel, self.naam, waarde)
        return waarde


class Opschorting(NamedTuple):
    """A period in which departure lies still; ``tot`` is its last day, ``None`` means it has no end yet."""

    soort: Literal["artikel_64", "bedenktijd", "vergunning", "voorziening"]
    van: date | None
    tot: date | None


class OnzekerGesprek(NamedTuple):
    """A gesprek that does not count only because a fact is missing, with the paths of what is missing."""

    gesprek: d.Gesprek
    ontbreekt: tuple[str, ...]


def is_leeg(tekst: str | None) -> bool:
    """Tell whether nothing is left of a text after taking off white space."""
    return not tekst or tekst.isspace()


def laatste(delen: Sequence[D], datum: Callable[[D], Any]) -> D | None:
    """Give the record with the highest date; of several on that date the last in the list."""
    if len(delen) < 2:
        return delen[0] if delen else None
    gekozen = delen[0]
    hoogste = datum(gekozen)
    for deel in delen[1:]:
        waarde = datum(deel)
        if waarde >= hoogste:
            gekozen, hoogste = deel, waarde
    return gekozen


def is_actief(periode: d.Verblijfsgrond | d.Verblijfplaats, op: date) -> bool:
    """Both ends count; without an end the period still runs."""
    return periode.van <= op and (periode.tot is None or periode.tot >= op)


class Definities(Zicht):
    """Zicht with the definitions of the field. ``p`` holds the parameters of the norms on this day."""

    def __init__(self, beeld: d.Dossierbeeld, op: date, p: dict[str, Any]) -> None:
        super().__init__(beeld, op)
        self.p = p
        self.gelijkgesteld: frozenset[date] = p["gelijkgestelde_dagen"]

    def plus_werkdagen(self, dag: date, aantal: int) -> date:
        return plus_werkdagen(dag, aantal, self.gelijkgesteld)

    # --- decisions, appeal, application -----------------------------------------------------------------

    @lui
    def terugkeerbesluit(self) -> d.Besluit | None:
        return laatste(
            [
                b
                for b in self.besluiten
                if b.soort == "terugkeerbesluit" or (b.terugkeerbesluit and b.soort != "inwilliging")
            ],
            lambda b: b.genomen_op,
        )

    @lui
    def referentiebesluit(self) -> d.Besluit | None:
        afwijzing = laatste([b for b in self.besluiten if b.soort == "afwijzing"], lambda b: b.genomen_op)
        return afwijzing or self.terugkeerbesluit

    @lui
    def schorsende_werking(self) -> bool | None:
        return self.referentiebesluit.schorsende_werking if self.referentiebesluit else None

    @lui
    def asielbesluit_is_inwilliging(self) -> bool:
        """Tell whether the last visible afwijzing or inwilliging is an inwilliging."""
        besluit = laatste(
            [b for b in self.besluiten if b.soort in ("afwijzing", "inwilliging")], lambda b: b.genomen_op
        )
        return besluit is not None and besluit.soort == "inwilliging"

    @lui
    def asielaanvraag(self) -> d.Aanvraag | None:
        """Give the last visible aanvraag of soort asiel or opvolgend_asiel."""
        return laatste([a for a in self.aanvragen if a.soort in ASIEL], lambda a: a.ingediend_op)

    @lui
    def open_aanvragen(self) -> list[d.Aanvraag]:
        return [a for a in self.aanvragen if self._is_open(a)]

    def _is_open(self, aanvraag: d.Aanvraag) -> bool:
        if aanvraag.ingetrokken_op is not None or aanvraag.beslist_op is not None:
            return False
        return aanvraag.soort not in ASIEL or not any(
            b.soort in ("afwijzing", "inwilliging") and b.genomen_op >= aanvraag.ingediend_op
            for b in self.besluiten
        )

    @lui
    def beroep(self) -> d.Beroep | None:
        besluit = self.referentiebesluit
        if besluit is None:
            return None
        return laatste(
            [
                b
                for b in self.beroepen
                if b.soort == "beroep"
                and b.ingesteld_op >= besluit.genomen_op
                and b.uitkomst != "ingetrokken"
            ],
            lambda b: b.ingesteld_op,
        )

    @lui
    def hoger_beroepen(self) -> list[d.Beroep]:
        """Give the visible hoger beroepen against the referentiebesluit or what followed it."""
        besluit = self.referentiebesluit
        if besluit is None:
            return []
        return [
            b for b in self.beroepen if b.soort == "hoger_beroep" and b.ingesteld_op >= besluit.genomen_op
        ]

    @lui
    def beroepsstand(self) -> Beroepsstand:
        besluit, beroep = self.referentiebesluit, self.beroep
        if besluit is None:
            return "geen_besluit"
        if (beroep is not None and beroep.uitkomst in GEGROND) or any(
            b.uitkomst in GEGROND for b in self.hoger_beroepen
        ):
            return "gegrond"
        if beroep is not None:
            if beroep.uitspraak_op is None and beroep.uitkomst is None:
                return "loopt"
            afgedaan = beroep.uitkomst in ("ongegrond", "niet_ontvankelijk")
            return "afgedaan" if afgedaan and beroep.bekendgemaakt_op is not None else "uitspraak_onvolledig"
        termijn_tot = self.beroepstermijn_tot
        if termijn_tot is None or termijn_tot < besluit.genomen_op:
            return "termijn_onbekend"
        return "termijn_loopt" if termijn_tot >= self.op else "termijn_verstreken"

    @lui
    def ontbrekend_aan_uitspraak(self) -> tuple[str, ...]:
        """Name what is missing of the judgment when beroepsstand is uitspraak_onvolledig."""
        beroep = self.beroep
        if beroep is None:
            return ()
        return tuple(
            self.pad("beroepen", beroep, veld)
            for veld in ("uitkomst", "bekendgemaakt_op")
            if getattr(beroep, veld) is None
        )

    @lui
    def basis(self) -> date | None:
        """Give the day from which the opvang and the third gesprek are counted."""
        if self.beroepsstand == "afgedaan" and self.beroep is not None:
            return self.beroep.bekendgemaakt_op
        return self.beroepstermijn_tot if self.beroepsstand == "termijn_verstreken" else None

    # --- suspension and lawful stay ---------------------------------------------------------------------

    @lui
    def actieve_voorziening(self) -> d.VoorlopigeVoorziening | None:
        return next(
            (
                v
                for v in self.voorlopige_voorzieningen
                if v.toegewezen is True and (v.tot is None or v.tot >= self.op)
            ),
            None,
        )

    @lui
    def actieve_verblijfsgronden(self) -> list[d.Verblijfsgrond]:
        return [g for g in self.verblijfsgronden if is_actief(g, self.op)]

    @lui
    def bedenktijd(self) -> tuple[date, date] | None:
        """Give the arithmetical and the real last day of the bedenktijd, when its first day is known."""
        van, tot = self.mensenhandel.bedenktijd_van, self.mensenhandel.bedenktijd_tot
        if van is None:
            return None
        if self.beeld.spoor == "dublin" and van > self.p["mensenhandel-bedenktijd.dublin_from"]:
            rekenkundig = plus_dagen(van, self.p["mensenhandel-bedenktijd.period_dublin"])
        else:
            rekenkundig = plus_maanden(van, self.p["mensenhandel-bedenktijd.period"])
        return rekenkundig, rekenkundig if tot is None else min(rekenkundig, tot)

    @lui
    def opschortingen(self) -> list[Opschorting]:
        m, h = self.medisch, self.mensenhandel
        perioden = []
        if m.art64_besluit in UITSTEL:
            perioden.append(Opschorting("artikel_64", m.art64_van, m.art64_tot))
        if self.bedenktijd is not None:
            perioden.append(Opschorting("bedenktijd", h.bedenktijd_van, self.bedenktijd[1]))
        if h.vergunning_van is not None or h.vergunning_tot is not None:
            einden = [h.vergunning_tot, plus_dagen(h.sepot_op, -1) if h.sepot_op else None]
            tot = min((einde for einde in einden if einde is not None), default=None)
            perioden.append(Opschorting("vergunning", h.vergunning_van, tot))
        perioden.extend(
            Opschorting("voorziening", v.beslist_op or v.gevraagd_op, v.tot)
            for v in self.voorlopige_voorzieningen
            if v.toegewezen is True
        )
        return perioden

    @lui
    def actieve_opschorting(self) -> Opschorting | None:
        return next(
            (
                o
                for o in self.opschortingen
                if o.van is not None and o.van <= self.op and (o.tot is None or o.tot >= self.op)
            ),
            None,
        )

    @lui
    def geeindigde_opschorting_tot(self) -> date | None:
        """Give the latest last day among the suspensions that have ended."""
        return max((o.tot for o in self.opschortingen if o.tot is not None and o.tot < self.op), default=None)

    # --- people -----------------------------------------------------------------------------------------

    @lui
    def leeftijd(self) -> Leeftijd:
        if self.persoon.geboortedatum is None:
            return "minderjarig" if self.persoon.amv else "onbekend"
        return leeftijd_van(self.persoon.geboortedatum, self.op)

    @lui
    def leeftijden(self) -> list[tuple[str, Leeftijd]]:
        """Give the path of the birth date and the age group of the persoon and every family member."""
        alle = [("persoon.geboortedatum", self.leeftijd)]
        for i, lid in enumerate(self.persoon.gezin):
            if gezinslid_bestaat(lid, self.op):
                alle.append((f"persoon.gezin[{i}].geboortedatum", self._leeftijd_gezinslid(lid)))
        return alle

    def _leeftijd_gezinslid(self, lid: d.Gezinslid) -> Leeftijd:
        if lid.geboortedatum is None:
            return "onbekend" if lid.relatie in _KINDEREN else "meerderjarig"
        return leeftijd_van(lid.geboortedatum, self.op)

    @lui
    def iemand_minderjarig(self) -> bool:
        return "minderjarig" in [leeftijd for _, leeftijd in self.leeftijden]

    @lui
    def onbekende_leeftijden(self) -> tuple[str, ...]:
        return tuple([pad for pad, leeftijd in self.leeftijden if leeftijd == "onbekend"])

    # --- gesprekken, toetsingen, plan -------------------------------------------------------------------

    @lui
    def gevoerde_gesprekken(self) -> list[d.Gesprek]:
        """Give the visible gesprekken with status gevoerd and a visible day."""
        return [g for g in self.gesprekken if g.status == "gevoerd" and g.gevoerd_op is not None]

    @lui
    def tellende_gesprekken(self) -> list[d.Gesprek]:
        besluit = self.referentiebesluit
        vanaf = besluit.genomen_op if besluit is not None else date.min
        return [
            g
            for g in self.gevoerde_gesprekken
            if gevoerd(g) >= vanaf and (g.tolk in MET_TOLK or g.gemeenschappelijke_taal is True)
        ]

    @lui
    def _tellend_per_moment(self) -> dict[str, list[d.Gesprek]]:
        per_moment: dict[str, list[d.Gesprek]] = {}
        for g in self.tellende_gesprekken:
            per_moment.setdefault(g.moment, []).append(g)
        return per_moment

    def tellend(self, moment: str) -> Sequence[d.Gesprek]:
        """Give the tellende gesprekken of one moment."""
        return self._tellend_per_moment.get(moment, ())

    @lui
    def onzekere_gesprekken(self) -> list[OnzekerGesprek]:
        onzeker = []
        besluit = self.referentiebesluit
        for g in self.gesprekken:
            if g.status != "gevoerd":
                continue
            if g.gevoerd_op is not None and besluit is not None and g.gevoerd_op < besluit.genomen_op:
                continue
            velden = ["gevoerd_op"] if g.gevoerd_op is None else []
            if g.tolk not in MET_TOLK and g.gemeenschappelijke_taal is None:
                velden.append("gemeenschappelijke_taal")
            elif g.tolk is None and g.gemeenschappelijke_taal is False:
                velden.append("tolk")
            elif g.tolk not in MET_TOLK and g.gemeenschappelijke_taal is False:
                continue
            if velden:
                onzeker.append(OnzekerGesprek(g, tuple(self.pad("gesprekken", g, veld) for veld in velden)))
        return onzeker

    @lui
    def tellende_toetsingen(self) -> list[d.Toetsing]:
        vanaf = self.beeld.overdracht.ontvangen_op if self.beeld.eerdere_dossiers else date.min
        return [
            t
            for t in self.toetsingen
            if t.getoetst_op >= vanaf and not is_leeg(t.feiten) and not is_leeg(t.afweging)
        ]

    @lui
    def laatste_toetsing(self) -> dict[str, d.Toetsing]:
        """Give the last tellende toetsing of each moment that has one."""
        per_moment: dict[str, d.Toetsing] = {}
        for t in self.tellende_toetsingen:
            eerder = per_moment.get(t.moment)
            if eerder is None or t.getoetst_op >= eerder.getoetst_op:
                per_moment[t.moment] = t
        return per_moment

    @lui
    def vertrekplan(self) -> d.Vertrekplan | None:
        """Give the huidige vertrekplan."""
        return laatste(self.vertrekplannen, lambda plan: plan.versie)

    @lui
    def gekozen(self) -> str | None:
        return self.vertrekplan.gekozen if self.vertrekplan is not None else None

    # --- supervision, travel, consultation --------------------------------------------------------------

    @lui
    def open_bewaring(self) -> d.Bewaring | None:
        return next((b for b in reversed(self.bewaringen) if b.opgeheven_op is None), None)

    @lui
    def open_boekingen(self) -> list[d.Vertrekboeking]:
        return [b for b in self.boekingen if b.geannuleerd_op is None]

    @lui
    def heeft_geldig_reisdocument(self) -> bool:
        return any(r.geldig_tot is not None and r.geldig_tot >= self.op for r in self.reisdocumenten)

    @lui
    def vbl(self) -> d.Verblijfplaats | None:
        """Give the stay in a vbl that is active; of several the one that began last."""
        actief = [v for v in self.verblijfplaatsen if v.soort == "vbl" and is_actief(v, self.op)]
        return laatste(actief, lambda v: v.van)

    @lui
    def lopende_meldplichten(self) -> list[d.Meldplicht]:
        """Give the meldplichten that have not ended."""
        return [m for m in self.meldplichten if m.beeindigd_op is None]

    def standpunten(self, punt: d.Overlegpunt) -> dict[str, d.Standpunt]:
        """Give the last visible standpunt of each partner."""
        per_partner: dict[str, d.Standpunt] = {}
        for s in punt.standpunten:
            eerder = per_partner.get(s.partner)
            if eerder is None or s.gegeven_op >= eerder.gegeven_op:
                per_partner[s.partner] = s
        return per_partner

    def zonder_akkoord(self, punt: d.Overlegpunt) -> list[str]:
        """Name the vaste partners without a tellend akkoord on this overlegpunt."""
        grens = self.plus_werkdagen(punt.datum, self.p["lko-unaniem.written_vote"])
        gegeven = self.standpunten(punt)
        return [
            partner
            for partner in VASTE_PARTNERS
            if (s := gegeven.get(partner)) is None or s.standpunt != "akkoord" or s.gegeven_op > grens
        ]

    def is_bindend(self, punt: d.Overlegpunt) -> bool:
        """Tell whether an overlegpunt has a bindend besluit."""
        return punt in self.bindende_punten

    @lui
    def bindende_punten(self) -> list[d.Overlegpunt]:
        """Give the overlegpunten with a bindend besluit; several norms ask for them."""
        return [punt for punt in self.overleg if self._heeft_bindend_besluit(punt)]

    def _heeft_bindend_besluit(self, punt: d.Overlegpunt) -> bool:
        if punt.besluit != "vastgesteld":
            return False
        if punt.soort in ("lko", "klein_lko"):
            return not self.zonder_akkoord(punt)
        return punt.soort != "buiten_overleg" or punt.bevestigd_op is not None

    def overleg_over(self, *onderwerpen: str) -> Sequence[d.Overlegpunt]:
        return [p for p in self.overleg if p.onderwerp in onderwerpen]

    def geldige_afwijking(self, norm: str) -> d.Afwijking | None:
        """Give the approved deviation from ``norm`` that still holds."""
        return next((a for a in self.afwijkingen if a.norm == norm and self._is_geldig(a)), None)

    def _is_geldig(self, a: d.Afwijking) -> bool:
        goedgekeurd = a.goedgekeurd_op is not None and a.goedgekeurd_door not in (None, a.door)
        return goedgekeurd and not is_leeg(a.reden) and a.geldig_tot is not None and a.geldig_tot >= self.op


def gevoerd(gesprek: d.Gesprek) -> date:
    """Give the day of a gesprek that was held."""
    assert gesprek.gevoerd_op is not None  # noqa: S101 - only called for gevoerde gesprekken; tells the type checker
    return gesprek.gevoerd_op


def leeftijd_van(geboortedatum: str, op: date) -> Leeftijd:
    """Place someone by birth date; unknown parts are taken as early and as late as they allow."""
    vroegst, laatst = geboortegrenzen(geboortedatum)
    if not is_achttien(vroegst, op):
        return "minderjarig"
    return "meerderjarig" if is_achttien(laatst, op) else "onbekend"
