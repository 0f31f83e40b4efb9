"""What exists on a peildatum: the dossierbeeld as it stood that day.

A fact dated after the peildatum does not exist yet. For each record type one *governing* date decides about
the whole record; other dates are *facts* (later than the peildatum: read as absent, together with what
depends on them) or *plans* (they may lie ahead, and need no rule here). A date that is absent in the file is
not "later": what depends on it stays readable.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.typen import geboortegrenzen

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")

S = TypeVar("S", bound=d.Deel)


class Zichtregel:
    """Which dates of a record type govern it, and which facts go with what depends on them."""

    def __init__(
        self,
        bestaat_vanaf: str | Callable[[Any], date | None] | None = None,
        **feiten: dict[str, Any] | Callable[[Any], dict[str, Any]],
    ) -> None:
        self.bestaat_vanaf = attrgetter(bestaat_vanaf) if isinstance(bestaat_vanaf, str) else bestaat_vanaf
        self.feiten = feiten
        namen = tuple(feiten)
        # Twice the same name makes the getter give a tuple for one date too.
        self.datums = attrgetter(*namen, namen[0]) if namen else None

    def zie(self, deel: S, op: date) -> S:
        """Give the record without the facts that lie after ``op``; the same object when there are none."""
        if self.datums is not None:
            for datum in self.datums(deel):
                if datum is not None and datum > op:
                    return self._zonder_latere(deel, op)
        return deel

    def _zonder_latere(self, deel: S, op: date) -> S:
        weg: dict[str, Any] = {}
        for naam, afhankelijk in self.feiten.items():
            datum = getattr(deel, naam)
            if datum is not None and datum > op:
                weg[naam] = None
                weg.update(afhankelijk(deel) if callable(afhankelijk) else afhankelijk)
        return replace(deel, **weg)

    def zie_alle(self, delen: Sequence[S], op: date) -> Sequence[S]:
        """Give the records that exist on ``op``, each without its later facts."""
        if not delen:
            return delen
        vanaf, datums = self.bestaat_vanaf, self.datums
        gezien = []
        # As in ``zie``, written out here because every record of every dossier passes.
        for deel in delen:
            if vanaf is not None and (begin := vanaf(deel)) is not None and begin > op:
                continue
            for datum in datums(deel) if datums is not None else ():
                if datum is not None and datum > op:
                    gezien.append(self._zonder_latere(deel, op))
                    break
            else:
                gezien.append(deel)
        return gezien

    def plaatsen(self, delen: Sequence[S], op: date) -> list[int]:
        """Give the places in the file of the records that exist on ``op``."""
        vanaf = self.bestaat_vanaf
        if vanaf is None:
            return list(range(len(delen)))
        return [i for i, deel in enumerate(delen) if (datum := vanaf(deel)) is None or datum <= op]


def _vroegste(*namen: str) -> Callable[[Any], date | None]:
    """Let the earliest of the recorded dates govern a record."""
    datums = attrgetter(*namen)

    def vroegste(deel: Any) -> date | None:
        return min((datum for datum in datums(deel) if datum is not None), default=None)

    return vroegste


def _niet_gevoerd(gesprek: d.Gesprek) -> dict[str, Any]:
    """Read a gesprek that is held after the peildatum as planned, without its content."""
    return {
        "status": "gepland" if gesprek.status == "gevoerd" else gesprek.status,
        "tolk": None,
        "onderwerpen": (),
        "niet_aan_de_orde": {},
        "opties_besproken": (),
        "eigen_woorden": "",
        "wil_niet_antwoorden": False,
        "bewaring_genoemd": False,
        "verslag": "",
        "afgerond_op": None,
    }


AANVRAAG: Final = Zichtregel(
    "ingediend_op", ingetrokken_op={"schriftelijk_ingetrokken": False}, beslist_op={"inwilliging": None}
)
BESLUIT: Final = Zichtregel("genomen_op", bekendgemaakt_op={})
BEROEP: Final = Zichtregel(
    "ingesteld_op",
    zitting_bekend_op={"zitting_op": None},
    uitspraak_op={"uitkomst": None, "bekendgemaakt_op": None},
    bekendgemaakt_op={},
)
VOORZIENING: Final = Zichtregel("gevraagd_op", beslist_op={"toegewezen": None, "tot": None})
VERBLIJFSGROND: Final = Zichtregel("van")
VERTREKTERMIJN: Final = Zichtregel(
    start_op={"startgebeurtenis": None}, verlenging_gevraagd_op={}, doorgezonden_ind_op={}
)
CHECK: Final = Zichtregel("gecheckt_op")
VERBLIJFPLAATS: Final = Zichtregel("van")
OPVANGVERLENGING: Final = Zichtregel("gevraagd_op", coa_besloten_op={"coa_besluit": None, "tot": None})
GETOETST: Final = Zichtregel("getoetst_op")
OPVANG: Final = Zichtregel(vbl_lko_besluit_op={})
GESPREK: Final = Zichtregel("uitgenodigd_op", gevoerd_op=_niet_gevoerd, afgerond_op={})
SIGNAAL: Final = Zichtregel("ontvangen_op", afgehandeld_op={})
MEDISCH: Final = Zichtregel(
    toestemming_op={},
    toestemming_ingetrokken_op={},
    toestemming_geweigerd_op={},
    aanwijzing_op={},
    gemachtigde_benaderd_op={},
    art64_aangevraagd_op={},
    art64_ambtshalve_op={},
    art64_van={"art64_besluit": None, "art64_tot": None},
    bevallen_op={},
    overdracht_geregeld_op={},
)
BUITEN_SCHULD: Final = Zichtregel(
    bemiddeling_gevraagd_op={},
    bemiddeling_mislukt_op={},
    zwaarwegend_advies_op={},
    ind_besloten_op={"ind_besluit": None},
)
SCHRIJNEND: Final = Zichtregel(
    tweede_lezer_op={},
    vooroverleg_op={"vooroverleg_uitkomst": None},
    ingediend_op={},
    besloten_op={"besluit": None},
)
MENSENHANDEL: Final = Zichtregel(
    aanwijzing_op={},
    politie_gemeld_op={},
    politie_terugkoppeling_op={},
    sepot_op={},
    bedenktijd_van={"bedenktijd_tot": None},
    vergunning_van={"vergunning_tot": None},
)
VERTREKPLAN: Final = Zichtregel("vastgesteld_op")
ACTIE: Final = Zichtregel(gereed_op={})
WENS: Final = Zichtregel("geuit_op", vervolg_op={"vervolg": None})
VERWIJZING: Final = Zichtregel("verwezen_op", opvolging_op={}, resultaat_op={"resultaat": None})
LP_AANVRAAG: Final = Zichtregel(
    _vroegste("ingevuld_op", "geweigerd_op", "verzonden_op", "uitkomst_op", "afgegeven_op"),
    ingevuld_op={},
    geweigerd_op={},
    verzonden_op={},
    uitkomst_op={"uitkomst": None},
    afgegeven_op={"geldig_tot": None},
)
LAND: Final = Zichtregel("per")
OVERLEGPUNT: Final = Zichtregel("datum", bevestigd_op={}, verslag_op={}, teruggekoppeld_op={})
STANDPUNT: Final = Zichtregel("gegeven_op")
MELDPLICHT: Final = Zichtregel("opgelegd_op", beeindigd_op={})
BEWARING: Final = Zichtregel(
    _vroegste("voorgesteld_op", "opgelegd_op"),
    opgelegd_op={},
    rechtbank_in_kennis_op={},
    verlengd_op={},
    opgeheven_op={},
)
AFWEZIGHEID: Final = Zichtregel(laatst_gezien_op={}, aanwezigheidscontrole_op={})
BOEKING: Final = Zichtregel(geannuleerd_op={})
AFWIJKING: Final = Zichtregel("goedgekeurd_op")

# Where each list stands in the file, and the rule that decides what of it exists.
LIJSTEN: Final = {
    "aanvragen": ("procedure.aanvragen", AANVRAAG),
    "besluiten": ("procedure.besluiten", BESLUIT),
    "beroepen": ("procedure.beroepen", BEROEP),
    "voorlopige_voorzieningen": ("procedure.voorlopige_voorzieningen", VOORZIENING),
    "verwijderbaarheidschecks": ("verwijderbaarheidschecks", CHECK),
    "verlengingen": ("opvang.verlengingen", OPVANGVERLENGING),
    "gesprekken": ("gesprekken", GESPREK),
    "lp_aanvragen": ("lp_aanvragen", LP_AANVRAAG),
    "overleg": ("overleg", OVERLEGPUNT),
    "bewaringen": ("bewaringen", BEWARING),
}


class Zicht:
    """The dossierbeeld as it stood on the peildatum: every list and part holds only what existed then.

    The names are those of the dossierbeeld. ``beeld`` is the file as received; :meth:`pad` names a field by
    its place in that file.
    """

    # Slots, because a dossier fills them all and a batch makes a great many of these.
    __slots__ = (
        "aanvragen",
        "afwezigheid",
        "afwijkingen",
        "beeld",
        "beroepen",
        "beroepstermijn_tot",
        "besluiten",
        "bewaringen",
        "boekingen",
        "buiten_schuld",
        "ferreira",
        "gesloten_op",
        "gesprekken",
        "ingetrokken_op",
        "intake_afgerond_op",
        "landen",
        "lp_aanvragen",
        "medisch",
        "meldplichten",
        "mensenhandel",
        "ontvangen_op",
        "op",
        "opvang",
        "overleg",
        "persoon",
        "reisdocumenten",
        "schrijnend",
        "signalen",
        "toetsingen",
        "uitkomst",
        "verblijfplaatsen",
        "verblijfsgronden",
        "verlengingen",
        "vertrekplannen",
        "vertrektermijn",
        "verwijderbaarheidschecks",
        "verwijzingen",
        "voorlopige_voorzieningen",
        "wensen",
    )

    def __init__(self, beeld: d.Dossierbeeld, op: date) -> None:
        self.beeld = beeld
        self.op = op
        self.persoon = beeld.persoon
        overdracht = beeld.overdracht
        self.ontvangen_op = tot_en_met(overdracht.ontvangen_op, op)
        self.ingetrokken_op = tot_en_met(overdracht.ingetrokken_op, op)
        self.intake_afgerond_op = tot_en_met(beeld.intake_afgerond_op, op)
        self.gesloten_op = tot_en_met(beeld.gesloten_op, op)
        self.uitkomst = beeld.uitkomst if beeld.uitkomst is not None and beeld.uitkomst.op <= op else None

        procedure = beeld.procedure
        self.beroepstermijn_tot = procedure.beroepstermijn_tot
        self.aanvragen = AANVRAAG.zie_alle(procedure.aanvragen, op)
        self.besluiten = BESLUIT.zie_alle(procedure.besluiten, op)
        self.beroepen = BEROEP.zie_alle(procedure.beroepen, op)
        self.voorlopige_voorzieningen = VOORZIENING.zie_alle(procedure.voorlopige_voorzieningen, op)
        self.verblijfsgronden = VERBLIJFSGROND.zie_alle(procedure.verblijfsgronden, op)
        self.vertrektermijn = VERTREKTERMIJN.zie(beeld.vertrektermijn, op)
        self.verwijderbaarheidschecks = CHECK.zie_alle(beeld.verwijderbaarheidschecks, op)

        opvang = self.opvang = OPVANG.zie(beeld.opvang, op)
        self.verblijfplaatsen = VERBLIJFPLAATS.zie_alle(opvang.verblijfplaatsen, op)
        self.verlengingen = OPVANGVERLENGING.zie_alle(opvang.verlengingen, op)
        self.ferreira = GETOETST.zie_alle(opvang.ferreira, op)

        self.gesprekken = GESPREK.zie_alle(beeld.gesprekken, op)
        self.toetsingen = GETOETST.zie_alle(beeld.toetsingen, op)
        self.signalen = SIGNAAL.zie_alle(beeld.signalen, op)
        self.medisch = MEDISCH.zie(beeld.medisch, op)
        self.buiten_schuld = BUITEN_SCHULD.zie(beeld.buiten_schuld, op)
        self.schrijnend = SCHRIJNEND.zie(beeld.schrijnend, op)
        self.mensenhandel = MENSENHANDEL.zie(beeld.mensenhandel, op)

        self.vertrekplannen = [_zie_acties(p, op) for p in VERTREKPLAN.zie_alle(beeld.vertrekplannen, op)]
        self.wensen = WENS.zie_alle(beeld.wensen, op)
        self.verwijzingen = VERWIJZING.zie_alle(beeld.verwijzingen, op)
        self.reisdocumenten = beeld.reisdocumenten
        self.lp_aanvragen = LP_AANVRAAG.zie_alle(beeld.lp_aanvragen, op)
        self.landen = LAND.zie_alle(beeld.landen, op)
        self.overleg = [_zie_overlegpunt(p, op) for p in OVERLEGPUNT.zie_alle(beeld.overleg, op)]
        self.meldplichten = [_zie_meldplicht(m, op) for m in MELDPLICHT.zie_alle(beeld.meldplichten, op)]
        self.bewaringen = BEWARING.zie_alle(beeld.bewaringen, op)
        self.afwezigheid = _zie_afwezigheid(beeld.afwezigheid, op)
        self.boekingen = BOEKING.zie_alle(beeld.boekingen, op)
        self.afwijkingen = AFWIJKING.zie_alle(beeld.afwijkingen, op)

    def pad(self, lijst: str, deel: d.Deel, veld: str) -> str:
        """Name a field of a visible record by its place in the file as received."""
        in_bestand, regel = LIJSTEN[lijst]
        zichtbaar = next(i for i, ander in enumerate(getattr(self, lijst)) if ander is deel)
        plaats = regel.plaatsen(attrgetter(in_bestand)(self.beeld), self.op)[zichtbaar]
        return f"{in_bestand}[{plaats}].{veld}"


def tot_en_met(datum: date | None, op: date) -> date | None:
    """Read a date that lies after ``op`` as absent."""
    return datum if datum is not None and datum <= op else None


def gezinslid_bestaat(lid: d.Gezinslid, op: date) -> bool:
    """A family member who is certainly born after ``op`` does not exist yet."""
    return lid.geboortedatum is None or geboortegrenzen(lid.geboortedatum)[0] <= op


def _zie_acties(plan: d.Vertrekplan, op: date) -> d.Vertrekplan:
    """Read acties that are finished after ``op`` as open."""
    for actie in plan.acties:
        if actie.gereed_op is not None and actie.gereed_op > op:
            return replace(plan, acties=tuple(ACTIE.zie_alle(plan.acties, op)))
    return plan


def _zie_overlegpunt(punt: d.Overlegpunt, op: date) -> d.Overlegpunt:
    """Leave out the standpunten given after ``op`` and read acties finished after ``op`` as open."""
    later = [s for s in punt.standpunten if s.gegeven_op > op]
    later_gereed = [a for a in punt.acties if a.gereed_op is not None and a.gereed_op > op]
    if not later and not later_gereed:
        return punt
    standpunten = tuple(STANDPUNT.zie_alle(punt.standpunten, op))
    return replace(punt, standpunten=standpunten, acties=tuple(ACTIE.zie_alle(punt.acties, op)))


def _zie_meldplicht(plicht: d.Meldplicht, op: date) -> d.Meldplicht:
    """Leave out the missed reports that lie after ``op``."""
    gemist = tuple([dag for dag in plicht.gemist_op if dag <= op])
    return plicht if len(gemist) == len(plicht.gemist_op) else replace(plicht, gemist_op=gemist)


def _zie_afwezigheid(afwezigheid: d.Afwezigheid, op: date) -> d.Afwezigheid:
    """Read an absence that began after ``op``, by the date in Amsterdam, as not recorded."""
    gezien = AFWEZIGHEID.zie(afwezigheid, op)
    sinds = gezien.niet_aangekomen_sinds
    if sinds is not None and amsterdamse_dag(sinds) > op:
        return replace(gezien, niet_aangekomen_sinds=None)
    return gezien


def amsterdamse_dag(moment: datetime) -> date:
    """Give the date it was in Amsterdam at a moment; at the very edges of the calendar, its own date."""
    try:
        return moment.astimezone(AMSTERDAM).date()
    except OverflowError:
        return moment.date()
