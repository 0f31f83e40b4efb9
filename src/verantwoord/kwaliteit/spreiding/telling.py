"""The distributions, counted by the database. No key of a colleague leaves it: it groups by person and tells only sums."""

from datetime import date
from typing import Final

from verantwoord.kwaliteit.keuze import over_alle_dossiers
from verantwoord.kwaliteit.perioden import Kwartaal, jaar_tot_en_met
from verantwoord.kwaliteit.spreiding.beeld import MINSTENS, Beeld, Stip, maak_beeld
from verantwoord.kwaliteit.spreiding.maten import SPREIDINGEN
from verantwoord.kwaliteit.sql import WOONT

# Whoever directs a dossier now; the facts are those of the last day of the period.
_PER_MENS: Final = f"""
with populatie as (
    select d.id, d.regievoerder_id, d.team_id, coalesce(plek.soort || ' ' || plek.locatie, '') as plek
    from dossier_dossier d
    left join lateral ({WOONT}) plek on true
    where d.ontvangen_op between %(van)s and %(tot)s and d.regievoerder_id is not null
),
waarden as ({{waarde}})
select grouping(p.plek) = 0, grouping(p.team_id) = 0, p.plek, p.team_id, count(*), coalesce(sum(w.waarde), 0)
from populatie p
left join waarden w on w.dossier_id = p.id
group by grouping sets ((p.regievoerder_id, p.plek), (p.regievoerder_id, p.team_id), (p.regievoerder_id))
having count(*) >= %(minstens)s
"""  # noqa: S608 - names of our own, values apart


def meet_spreiding(sleutel: str, *, kwartaal: Kwartaal) -> Beeld:
    """How far apart the dossiers of the year that ends with this quarter lie, as their facts stood on its last day."""
    per_plek, per_team, overal = _stippen(sleutel, van=jaar_tot_en_met(kwartaal)[0].van, tot=kwartaal.tot)
    return maak_beeld(sleutel, kwartaal.code, per_plek=per_plek, per_team=per_team, overal=overal)


def _stippen(sleutel: str, *, van: date, tot: date) -> tuple[list[Stip], list[Stip], list[Stip]]:
    per_plek: list[Stip] = []
    per_team: list[Stip] = []
    overal: list[Stip] = []
    with over_alle_dossiers() as cursor:
        cursor.execute(
            _PER_MENS.format(waarde=SPREIDINGEN[sleutel].waarde),
            {"van": van, "tot": tot, "minstens": MINSTENS},
        )
        for met_plek, met_team, plek, team, dossiers, som in cursor.fetchall():
            stip = Stip(plek or "", team, dossiers, int(som))
            if met_plek and plek:
                per_plek.append(stip)
            elif met_team and team is not None:
                per_team.append(stip)
            elif not met_plek and not met_team:
                overal.append(stip)
    return per_plek, per_team, overal
