"""Which organisations have a task in a dossier on a day: what the facts say, before anybody is let in.

Involvement is never a matter of role alone. A partner is involved because the person lives at a location it works for,
because it was asked with the person's consent, because it escorts a departure, or because it handles a signal.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from verantwoord.kern.definities import is_actief
from verantwoord.kern.termijnen import Stand

COA_OPVANG: Final = frozenset({"azc", "ggv", "gl", "vbl"})
# The legal date by which the list of a role stands: of which answer, and which field. Then arrival, and nothing else.
LIJSTDAG: Final[Mapping[str, tuple[str, str]]] = {
    "coa": ("opvangrecht", "einddatum"),
    "ind": ("opvangrecht", "einddatum"),
    "avim_toezicht": ("opvangrecht", "einddatum"),
    "avim_mensenhandel": ("mensenhandel", "tot"),
    "kmar": ("vertrek", "gepland_op"),
    "iom_ngo": ("opvangrecht", "einddatum"),
    "vwn": ("opvangrecht", "einddatum"),
    "medisch_bevoegd": ("reisgeschiktheid", "tot"),
}


class Betrokken(NamedTuple):
    """One organisation with one reason. ``rol`` narrows it to one hat; ``sleutel`` names the location or provider."""

    organisatie: str
    rol: str
    grond: str
    sleutel: str


def betrokken_bij(s: Stand, *, afgeschermd: bool) -> frozenset[Betrokken]:
    """Give who has a task in this dossier on the day of ``s``.

    A closed dossier is nobody's task. A shielded one is only that of the COA, which must know until when it gives
    shelter, and of the police officers who handle the signal.
    """
    if s.beeld.gesloten_op is not None and s.beeld.gesloten_op <= s.op:
        return frozenset()
    alles = {
        *_wegens_locatie(s),
        *_wegens_gezondheid(s),
        *_wegens_mensenhandel(s),
        *_wegens_verwijzing(s),
        *_wegens_boeking(s),
    }
    if afgeschermd:
        alles = {b for b in alles if b.organisatie == "coa" or b.grond == "mensenhandel"}
    return frozenset(alles)


def _wegens_locatie(s: Stand) -> set[Betrokken]:
    gevonden = set()
    for plaats in s.verblijfplaatsen:
        if is_actief(plaats, s.op):
            gevonden |= {
                Betrokken("avim", "avim_toezicht", "locatie", plaats.locatie),
                Betrokken("ind", "ind", "locatie", plaats.locatie),
            }
            if plaats.soort in COA_OPVANG:
                gevonden.add(Betrokken("coa", "coa", "locatie", plaats.locatie))
    return gevonden


def _wegens_gezondheid(s: Stand) -> set[Betrokken]:
    """Who of the DT&V is competent in medical matters, from the moment that there may be one."""
    m = s.medisch
    aan_de_orde = m.aanwijzing_op is not None or m.art64_besluit is not None or bool(m.reisvoorwaarden)
    return {Betrokken("dtv", "medisch_bevoegd", "procedure", "")} if aan_de_orde else set()


def _wegens_mensenhandel(s: Stand) -> set[Betrokken]:
    route = s.mensenhandel
    if route.aanwijzing_op is None:
        return set()
    beeindigd = route.sepot_op is not None or (
        route.vergunning_tot is not None and route.vergunning_tot < s.op
    )
    return set() if beeindigd else {Betrokken("avim", "avim_mensenhandel", "mensenhandel", "")}


def _wegens_verwijzing(s: Stand) -> set[Betrokken]:
    """Whoever was asked with the person's consent, until the result is there; another organisation by its name alone."""
    lopend = [v for v in s.verwijzingen if v.toestemming and v.resultaat_op is None]
    return {
        Betrokken(v.naar, "iom_ngo", "verwijzing", v.organisatie or "")
        for v in lopend
        if v.naar in {"iom", "ngo", "dia"}
    } | {
        Betrokken(organisatie, rol, "verwijzing", v.organisatie)
        for v in lopend
        if v.naar == "overig" and v.organisatie
        for organisatie, rol in (("vwn", "vwn"), ("nidos", "iom_ngo"))
    }


def _wegens_boeking(s: Stand) -> set[Betrokken]:
    """The KMar from the booking it escorts until the day after the departure."""
    return {
        Betrokken("kmar", "kmar", "boeking", "")
        for b in s.boekingen
        if b.geannuleerd_op is None
        and (b.soort == "gedwongen" or "kmar" in b.begeleiding)
        and b.gepland_op >= s.op
    }
