"""The questions of the measurement as SQL over the tables of the rooms, and the indexes they are answered from.

One row a dossier, true or false for each part, as the facts stood on the peildatum; counting and listing both use it, so
that a figure and the list behind it cannot differ. Every inner query gives one row a dossier that has anything, in the
order of its index, so a million dossiers are read from indexes side by side and never sorted.

The definitions are those of the norms (``kern.definities``), and a test lays both beside each other:

- a toetsing counts when feiten and afweging both hold text, and, in a dossier with an earlier one, when it was done
  since the transfer; it is there from ``getoetst_op`` on;
- a strategy is there when the latest established version of the plan holds one;
- three gesprekken: at least three that count (held, understood by both, and not before the rejection that the departure
  rests on). Which moment each was for is not asked here: without a hearing there is no second moment, and the norm
  drie-vertrekgesprekken answers that for each dossier.
"""

from typing import Final

# What Python strips: a text of these alone is blank, in the core and here.
_WIT: Final = "".join(f"\\{ord(teken):04x}" for teken in map(chr, range(0x3001)) if teken.isspace())


def gevuld(kolom: str) -> str:
    """The condition that a text holds something; the same words in query and index, or the index is not used."""
    return f"btrim({kolom}, U&'{_WIT}') <> ''"


TOETSING_TELT: Final = f"{gevuld('feiten')} and {gevuld('afweging')}"
GESPREK_TELT: Final = (
    "status = 'gevoerd' and gevoerd_op is not null"
    " and (tolk in ('aanwezig', 'telefonisch') or gemeenschappelijke_taal)"
)

INDEXEN: Final = {
    "kwaliteit_toetsing": "on toetsing_toetsing (dossier_id, moment, getoetst_op) where " + TOETSING_TELT,
    "kwaliteit_gesprek": "on vertrekgesprek_gesprek (dossier_id, gevoerd_op desc, uitgenodigd_op) where "
    + GESPREK_TELT,
    "kwaliteit_plan": "on vertrekplan_vertrekplan (dossier_id, versie desc, volgorde desc, vastgesteld_op)"
    " where vastgesteld_op is not null",
    "kwaliteit_strategie": "on vertrekplan_vertrekplan (dossier_id, versie desc, volgorde desc)"
    f" where vastgesteld_op is not null and {gevuld('strategie')}",
    "kwaliteit_dossier": "on dossier_dossier (id) include (ontvangen_op, eerdere_dossiers)",
    "kwaliteit_verblijf": "on dossier_verblijfplaats (dossier_id, van, volgorde) include (locatie, soort, tot)",
    "kwaliteit_locatie": "on dossier_verblijfplaats (locatie)",
}

# {dossiers}: a condition on d, the dossier. %(tot)s: the peildatum.
KENMERKEN: Final = f"""
with populatie as (
    select d.id, d.ontvangen_op, d.eerdere_dossiers <> '[]'::jsonb as heropend
    from dossier_dossier d
    where d.ontvangen_op <= %(tot)s {{dossiers}}
),
getoetst as (
    select dossier_id,
           max(getoetst_op) filter (where moment = 'medisch') as medisch,
           max(getoetst_op) filter (where moment = 'buiten_schuld') as buiten_schuld,
           max(getoetst_op) filter (where moment = 'schrijnend') as schrijnend,
           max(getoetst_op) filter (where moment = 'mensenhandel') as mensenhandel
    from toetsing_toetsing
    where getoetst_op <= %(tot)s and {TOETSING_TELT}
    group by dossier_id
),
huidig_plan as (
    select distinct on (dossier_id) dossier_id, versie, volgorde
    from vertrekplan_vertrekplan
    where vastgesteld_op is not null and vastgesteld_op <= %(tot)s
    order by dossier_id, versie desc, volgorde desc
),
met_strategie as (
    select h.dossier_id
    from huidig_plan h
    join vertrekplan_vertrekplan p using (dossier_id, versie, volgorde)
    where p.vastgesteld_op is not null and {gevuld("p.strategie")}
),
derde_gesprek as (
    -- Counted from the last: three talks lie on or after a day exactly when the third from the end does.
    select dossier_id, (array_agg(gevoerd_op order by gevoerd_op desc))[3] as op
    from vertrekgesprek_gesprek
    where gevoerd_op <= %(tot)s and (uitgenodigd_op is null or uitgenodigd_op <= %(tot)s) and {GESPREK_TELT}
    group by dossier_id
    having count(*) >= 3
),
kenmerken as (
    select p.id, p.ontvangen_op,
           {{momenten}},
           s.dossier_id is not null as vertrekstrategie,
           g.op is not null and g.op >= coalesce((
               select coalesce(
                   max(b.genomen_op) filter (where b.soort = 'afwijzing'),
                   max(b.genomen_op) filter (
                       where b.soort = 'terugkeerbesluit' or (b.terugkeerbesluit and b.soort <> 'inwilliging')
                   )
               )
               from dossier_besluit b
               where b.dossier_id = p.id and b.genomen_op <= %(tot)s and b.ingetrokken_op is null
           ), '-infinity') as drie_gesprekken
    from populatie p
    left join getoetst t on t.dossier_id = p.id
    left join met_strategie s on s.dossier_id = p.id
    left join derde_gesprek g on g.dossier_id = p.id
)
"""  # noqa: S608 - names of our own, values apart

# Where the person lives on the peildatum; when that is not known any more, where the person lived last.
WOONT: Final = """
        select v.locatie, v.soort from dossier_verblijfplaats v
        where v.dossier_id = d.id and v.van <= %(tot)s
        order by (v.tot is null or v.tot >= %(tot)s) desc, v.van desc, v.volgorde desc limit 1
"""
WOONDE_IN: Final = f"""
and %(locatie)s in (
    select unnest(array[lower(v.locatie), lower(v.soort || ' ' || v.locatie)])
    from ({WOONT}) v
)
"""  # noqa: S608 - names of our own, values apart
