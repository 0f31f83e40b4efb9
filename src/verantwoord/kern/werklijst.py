"""What a regievoerder sees of one dossier in a list, and what is owed next: derived from facts and answers alone.

Nothing here weighs a person. A list is ordered by the last day of the next duty and then by arrival.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, Literal

import msgspec

from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.definities import TOETSINGSMOMENTEN, is_actief
from verantwoord.kern.dossierbeeld import Verblijfplaats
from verantwoord.kern.kalender import plus_werkdagen
from verantwoord.kern.normen.register import REGISTER
from verantwoord.kern.termijnen import Stand

Gespreksteken = Literal["gevoerd", "gepland", "te_laat", "ontbreekt", "niet_aan_de_orde"]
Toetsingsteken = Literal["actueel", "verouderd", "ontbreekt", "aanwijzing"]
LPStand = Literal[
    "niet_nodig",
    "niet_ingevuld",
    "niet_gewild",
    "op_slot",
    "klaar",
    "verzonden",
    "toegezegd",
    "geweigerd",
    "afgegeven",
]

# Gates that the DT&V opens by its own work; the others wait for somebody else or for a day.
_EIGEN_WERK: Final = frozenset(
    {
        "verwijderbaarheidscheck",
        "aantal-gesprekken-voor-dwang",
        "zelfstandig-voor-gedwongen",
        "toetsing-vier-momenten",
        "toetsing-elk-stadium",
        "overplaatsing-compleet-dossier",
        "lko-unaniem",
        "lp-geen-asielinformatie",
        "medisch-overdracht",
    }
)
_NIET_GOED: Final = frozenset({"niet_voldaan", "onbekend"})
VASTE_MOMENTEN: Final = ("eerste", "tweede", "derde")
_NORM_VAN_GESPREK: Final = {
    "eerste": "gesprek-1-termijn",
    "tweede": "gesprek-2-zittingsdatum",
    "derde": "gesprek-3-na-uitspraak",
}
_GESPREK_VAN_NORM: Final = {norm: moment for moment, norm in _NORM_VAN_GESPREK.items()}
# Gates that are opened by work of the DT&V itself: not only a limit, also something to do.
_TE_DOEN: Final = frozenset({"toetsing-vier-momenten", "mensenhandel-signaal"})
# What only brings departure nearer. While departure is suspended nobody owes it; the answer itself stays readable.
_RUST_BIJ_OPSCHORTING: Final = frozenset(
    {"vertrektermijn-28-dagen", "inreisverbod-signaal", "lp-formulier-gesprek-1", "lp-land-medewerking"}
)


class Plicht(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is owed; ``uiterlijk_op`` is its last day, ``None`` when no source gives one."""

    norm: str
    uiterlijk_op: date | None


class Grens(msgspec.Struct, frozen=True, kw_only=True):
    """An act that is at issue now and may not be done, with the norms that stop it.

    What protects the person comes first; what the DT&V still has to do itself comes after.
    """

    handeling: str
    normen: tuple[str, ...]


class Lijstregel(msgspec.Struct, frozen=True, kw_only=True):
    """The marks of one row: three talks, four toetsingen, the LP and the wishes that wait for an answer.

    ``open_wensen`` is ``None`` while nothing is recorded about wishes at all: nobody asked, so nobody knows.
    """

    gesprekken: tuple[Gespreksteken, Gespreksteken, Gespreksteken]
    toetsingen: Mapping[str, Toetsingsteken]
    lp: LPStand
    lp_op: date | None
    open_wensen: int | None


def maak_lijstregel(s: Stand, beoordeling: Beoordeling) -> Lijstregel:
    """Derive the marks of one row on the day of ``s``."""
    oordelen = {b.norm: b.oordeel for b in beoordeling.bevindingen}
    eerste, tweede, derde = (_gespreksteken(s, moment, oordelen) for moment in VASTE_MOMENTEN)
    lp, lp_op = _lp_stand(s, beoordeling)
    return Lijstregel(
        gesprekken=(eerste, tweede, derde),
        toetsingen={moment: toetsingsteken(s, moment) for moment in TOETSINGSMOMENTEN},
        lp=lp,
        lp_op=lp_op,
        open_wensen=sum(1 for w in s.wensen if w.soort != "geen_wens_geuit" and w.vervolg is None)
        if s.wensen
        else None,
    )


def open_plichten(s: Stand, beoordeling: Beoordeling) -> list[Plicht]:
    """What is owed, first what has the earliest last day, then what has none; both in catalogue order."""
    plichten = [
        Plicht(norm=b.norm, uiterlijk_op=_laatste_dag(b))
        for b in beoordeling.bevindingen
        if _is_verschuldigd(s, b) and not _rust(b, beoordeling)
    ]
    return sorted(plichten, key=lambda plicht: plicht.uiterlijk_op or date.max)


def _laatste_dag(b: Bevinding) -> date | None:
    """The last day of a duty; to look again after the vertrektermijn can only be done from the first working day after."""
    if b.norm != "vertrektermijn-28-dagen" or b.uiterlijk_op is None:
        return b.uiterlijk_op
    return plus_werkdagen(b.uiterlijk_op, 1)


def grenzen(s: Stand, beoordeling: Beoordeling) -> list[Grens]:
    """The acts that this dossier is about to come to and that a norm stops today."""
    return [
        Grens(handeling=h.handeling, normen=tuple(sorted(h.geblokkeerd_door, key=_EIGEN_WERK.__contains__)))
        for h in beoordeling.handelingen
        if not h.mag and h.handeling in _AAN_DE_ORDE and _AAN_DE_ORDE[h.handeling](s)
    ]


def aandachtspunten(beoordeling: Beoordeling) -> list[Bevinding]:
    """Where one may go on, but only with a recorded reason."""
    return [
        b
        for b in beoordeling.bevindingen
        if b.gevolg == "waarschuwt" and b.oordeel in _NIET_GOED and not _rust(b, beoordeling)
    ]


def rustend(beoordeling: Beoordeling) -> list[Bevinding]:
    """What the norms ask for departure while departure is suspended: it waits until the suspension ends."""
    return [b for b in beoordeling.bevindingen if b.oordeel in _NIET_GOED and _rust(b, beoordeling)]


def _rust(b: Bevinding, beoordeling: Beoordeling) -> bool:
    return beoordeling.fase == "opgeschort" and b.norm in _RUST_BIJ_OPSCHORTING


def stadium_begon_op(s: Stand) -> date:
    """The day on which the current stage began: the transfer, the hearing becoming known, the end of the appeal."""
    dagen = [s.beeld.overdracht.ontvangen_op]
    if s.beroep is not None and s.beroep.zitting_bekend_op is not None:
        dagen.append(s.beroep.zitting_bekend_op)
    if s.basis is not None and s.basis <= s.op:
        dagen.append(s.basis)
    return max(dagen)


def toetsingsteken(s: Stand, moment: str) -> Toetsingsteken:
    """How one toetsingsmoment stands: a signal after the last toetsing asks for a new one, and so does a new stage."""
    if open_aanwijzing(s, moment) is not None:
        return "aanwijzing"
    laatste = s.laatste_toetsing.get(moment)
    if laatste is None:
        return "ontbreekt"
    return "verouderd" if laatste.getoetst_op < stadium_begon_op(s) else "actueel"


def open_aanwijzing(s: Stand, moment: str) -> date | None:
    """The day of the last signal about a moment that no toetsing has weighed since, or None."""
    laatste = s.laatste_toetsing.get(moment)
    later = [
        signaal.ontvangen_op
        for signaal in s.signalen
        if signaal.moment == moment and (laatste is None or signaal.ontvangen_op > laatste.getoetst_op)
    ]
    return max(later, default=None)


def verblijf(s: Stand) -> Verblijfplaats | None:
    """Where the person lives on the day of ``s``; of several stays that run, the one that began last."""
    lopend = [v for v in s.verblijfplaatsen if is_actief(v, s.op)]
    return max(lopend, key=lambda v: v.van, default=None)


def _gespreksteken(s: Stand, moment: str, oordelen: Mapping[str, str]) -> Gespreksteken:
    if s.tellend(moment):
        return "gevoerd"
    if oordelen[_NORM_VAN_GESPREK[moment]] == "niet_voldaan":
        return "te_laat" if _is_voorbij(s, moment) else "ontbreekt"
    if any(g.moment == moment and g.status == "gepland" for g in s.gesprekken):
        return "gepland"
    return "ontbreekt" if _termijn_van(s, moment) is not None else "niet_aan_de_orde"


def _termijn_van(s: Stand, moment: str) -> date | None:
    laatste_dag: date | None = getattr(s.termijnen, f"gesprek_{moment}").eindigt_op
    return laatste_dag


def _is_voorbij(s: Stand, moment: str) -> bool:
    laatste_dag = _termijn_van(s, moment)
    return laatste_dag is not None and laatste_dag < s.op


def _lp_stand(s: Stand, beoordeling: Beoordeling) -> tuple[LPStand, date | None]:
    if not s.lp_aanvragen:
        return ("niet_nodig", None) if s.heeft_geldig_reisdocument else ("niet_ingevuld", None)
    lp = s.lp_aanvragen[-1]
    if lp.afgegeven_op is not None:
        return "afgegeven", lp.afgegeven_op
    if lp.uitkomst is not None:
        return lp.uitkomst, lp.uitkomst_op
    if lp.verzonden_op is not None:
        return "verzonden", lp.verzonden_op
    if lp.ingevuld_op is None:
        return "niet_gewild", lp.geweigerd_op
    # The judgment alone opens nothing: the IND has to say that departure may be, and a second reader has to read the set.
    mag_weg = next(h.mag for h in beoordeling.handelingen if h.handeling == "lp_verzenden")
    return ("klaar" if mag_weg else "op_slot"), lp.ingevuld_op


def _is_verschuldigd(s: Stand, b: Bevinding) -> bool:
    # Asked of every answer of every dossier; most are told apart by what stands in the answer itself.
    if b.oordeel in _NIET_GOED:
        if b.gevolg != "taak" and b.norm not in _TE_DOEN:
            return False
    # Within its term a duty counts as met, done or not; one that is not done yet is still to come.
    elif b.gevolg != "taak" or b.oordeel != "voldaan" or b.uiterlijk_op is None or b.uiterlijk_op < s.op:
        return False
    moment = _GESPREK_VAN_NORM.get(b.norm)
    if moment is not None and s.tellend(moment):
        # A talk that was held too late stays too late; nobody can still hold it in time.
        return False
    return b.norm != "vertrektermijn-28-dagen" or not _is_opnieuw_beoordeeld(s)


def _is_opnieuw_beoordeeld(s: Stand) -> bool:
    """Tell whether a plan was established after the vertrektermijn: then it was weighed again what has to happen."""
    einde = s.termijnen.vertrektermijn.eindigt_op
    return einde is not None and s.vertrekplan is not None and s.vertrekplan.vastgesteld_op > einde


_ZELFSTANDIG = frozenset({"zelfstandig_iom", "zelfstandig_ngo", "zelfstandig_dtv", "derde_land"})

# When an act comes into view. An act that is far off is no news: its limits stand with the act itself.
_AAN_DE_ORDE: Final[Mapping[str, Callable[[Stand], bool]]] = {
    "dossier_openen": lambda s: s.intake_afgerond_op is None,
    "lp_verzenden": lambda s: any(
        lp.ingevuld_op is not None and lp.verzonden_op is None for lp in s.lp_aanvragen
    ),
    "presentatie_plannen": lambda s: any(
        lp.verzonden_op is not None and lp.uitkomst is None for lp in s.lp_aanvragen
    ),
    "medische_gegevens_opvragen": lambda s: s.medisch.aanwijzing_op is not None,
    "vertrekplan_vaststellen": lambda s: s.intake_afgerond_op is not None and s.vertrekplan is None,
    "opvang_beeindigen": lambda s: s.basis is not None,
    "gedwongen_vertrek_starten": lambda s: s.gekozen == "gedwongen",
    "bewaring_voorstellen": lambda s: s.open_bewaring is not None and s.open_bewaring.opgelegd_op is None,
    "bewaring_opleggen": lambda s: s.open_bewaring is not None and s.open_bewaring.opgelegd_op is None,
    "zelfstandig_vertrek_boeken": lambda s: s.gekozen in _ZELFSTANDIG,
    "zelfstandig_vertrek_uitvoeren": lambda s: any(b.soort == "zelfstandig" for b in s.open_boekingen),
    "gedwongen_vertrek_uitvoeren": lambda s: any(b.soort == "gedwongen" for b in s.open_boekingen),
    "sluiten_vertrokken": lambda s: s.uitkomst is not None,
}


def plicht_tekst(plicht: Plicht) -> str:
    """The short instruction of a duty, for lists: where no wish was ever asked for, there is none to answer."""
    # A wish that waits has a last day; to ask for wishes has none.
    if plicht.norm == "vertrekwens-vastleggen" and plicht.uiterlijk_op is None:
        return "Naar wensen vragen"
    return REGISTER[plicht.norm].plicht
