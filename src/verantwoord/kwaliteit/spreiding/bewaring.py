"""How often detention was announced in a first talk: a count for a place, a subject for intervision, never a person.

Report §3.1 (Gedwongen terugkeer), §4.1; norm gesprek-dreiging-bewaring, which has no other consequence.
"""

from datetime import date
from typing import Any, Final

import msgspec

from verantwoord.kern.statistiek.beveiliging import GEHEEL, As, Cel, Plek, Reden, beveilig
from verantwoord.kwaliteit.keuze import over_alle_dossiers
from verantwoord.kwaliteit.perioden import Kwartaal, jaar_tot_en_met
from verantwoord.kwaliteit.sql import GESPREK_TELT, WOONT

NORM: Final = "gesprek-dreiging-bewaring"
MINSTENS: Final = 5
_JAAR: Final = As(los=("jaar",))
_DELEN: Final = As(
    los=("wel", "niet"), samen={"alle": frozenset({"wel", "niet"})}, verzwegen=frozenset({"niet"})
)
_VRAAG: Final = f"""
select coalesce(plek.soort || ' ' || plek.locatie, ''),
       count(*) filter (where genoemd), count(*) filter (where not genoemd)
from (
    select g.dossier_id, bool_or(g.bewaring_genoemd) as genoemd
    from vertrekgesprek_gesprek g
    where g.moment = 'eerste' and {GESPREK_TELT} and g.gevoerd_op between %(van)s and %(tot)s
    group by g.dossier_id
) eerste
join dossier_dossier d on d.id = eerste.dossier_id
left join lateral ({WOONT}) plek on true
group by 1
"""  # noqa: S608 - names of our own, values apart


class Bewaringregel(msgspec.Struct, frozen=True, kw_only=True):
    """A place, or all together where ``plek`` is empty: dossiers with a first talk, and in how many it was announced."""

    plek: str
    gesprekken: int | None
    genoemd: int | None
    reden: Reden | None
    reden_genoemd: Reden | None


class Bewaringtelling(msgspec.Struct, frozen=True, kw_only=True):
    regels: tuple[Bewaringregel, ...]

    def als_json(self) -> Any:
        return msgspec.to_builtins(self)


def tel(kwartaal: Kwartaal) -> Bewaringtelling:
    """Count the year that ends with this quarter, and leave out what is small; all together first."""
    cellen = _beveiligd(van=jaar_tot_en_met(kwartaal)[0].van, tot=kwartaal.tot)
    plekken = sorted({p.regel for p in cellen if p.verdeling == "locatie"}, key=str.casefold)
    lijnen = [GEHEEL, *(("locatie", plek) for plek in plekken)]
    return Bewaringtelling(regels=tuple(_regel(lijn, cellen) for lijn in lijnen))


def _beveiligd(*, van: date, tot: date) -> dict[Plek, Cel]:
    with over_alle_dossiers() as cursor:
        cursor.execute(_VRAAG, {"van": van, "tot": tot})
        rijen: list[tuple[Any, ...]] = cursor.fetchall()
    return beveilig(
        {
            "locatie": {
                (plek, "jaar", deel): n
                for plek, *delen in rijen
                for deel, n in zip(_DELEN.los, delen, strict=True)
            }
        },
        tijd=_JAAR,
        deel=_DELEN,
        minstens=MINSTENS,
        afronding=MINSTENS,
        hoort_bij={"wel": "alle"},
    )


def _regel(lijn: tuple[str, str], cellen: dict[Plek, Cel]) -> Bewaringregel:
    alle, wel = (cellen[Plek(*lijn, "jaar", deel)] for deel in ("alle", "wel"))
    return Bewaringregel(
        plek=lijn[1], gesprekken=alle.aantal, genoemd=wel.aantal, reden=alle.reden, reden_genoemd=wel.reden
    )
