"""From the log of looks to what the rules ask: had this person a task in that file, was it night, do they share a name."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db import connection

from verantwoord.dossier.namen import gevouwen
from verantwoord.kern.opvallend import NACHT_TOT, NACHT_VANAF, VAKER_IN, Kijk

# A task in a file: one directs it, stands in, acted in it round that day, belongs to a partner that is involved, or
# directs the file of a relative. What a list shows is no opening; only pages of a dossier count.
_KIJKEN: Final = """
    with gekeken as (
        select i.medewerker_id, i.dossier_id, (i.moment at time zone 'Europe/Amsterdam')::date as dag,
            min(i.moment) as eerst,
            bool_or(extract(hour from i.moment at time zone 'Europe/Amsterdam') >= %(nacht_vanaf)s
                or extract(hour from i.moment at time zone 'Europe/Amsterdam') < %(nacht_tot)s) as nacht
        from toegang_inzage i
        where i.moment >= %(van)s::date::timestamp at time zone 'Europe/Amsterdam'
            and i.moment < (%(tot)s::date + 1)::timestamp at time zone 'Europe/Amsterdam'
            and i.toegestaan and i.doel = 'behandeling'
            and (%(dossiers)s::uuid[] is null or i.dossier_id = any(%(dossiers)s::uuid[]))
        group by 1, 2, 3
    )
    select g.medewerker_id, g.dossier_id, g.dag, g.nacht, m.naam, p.achternaam,
        coalesce(woont.cijfers = hier.cijfers, false) as zelfde_postcode,
        (
            d.regievoerder_id = m.id
            or exists (select from dossier_vervanging v
                where v.regievoerder_id = d.regievoerder_id and v.vervanger_id = m.id and g.dag between v.van and v.tot)
            or exists (select from gebeurtenis_gebeurtenis e
                where e.dossier_id = g.dossier_id and e.door = m.gebruikersnaam
                    and e.moment between g.eerst - interval '7 days' and g.eerst + interval '2 days')
            or exists (select from dossier_betrokkenheid b
                where b.dossier_id = g.dossier_id and b.organisatie = m.organisatie and b.organisatie <> 'dtv'
                    and (b.team_id is null or b.team_id = m.team_id) and b.rol in ('', m.rol)
                    and b.van <= g.eerst + interval '1 day' and (b.tot is null or b.tot >= g.eerst))
            or exists (select from dossier_gezinslid l join dossier_dossier eigen on eigen.persoon_id = l.persoon_id
                where l.v_nummer = p.v_nummer and eigen.regievoerder_id = m.id)
        ) is true as taak
    from gekeken g
    join toegang_medewerker m on m.id = g.medewerker_id and m.rol not in ('systeem', 'afzender')
    join dossier_dossier d on d.id = g.dossier_id
    join dossier_persoon p on p.id = d.persoon_id
    left join toegang_postcode woont on woont.medewerker_id = m.id
    left join lateral (
        select o.locatie from dossier_verblijfplaats o
        where o.dossier_id = d.id and o.van <= g.dag and (o.tot is null or o.tot >= g.dag)
        order by o.volgorde desc limit 1
    ) plek on true
    left join toegang_postcode hier on hier.locatie = plek.locatie
"""
_DRUKTE: Final = """
    select medewerker_id, count(distinct dossier_id)
    from toegang_inzage
    where moment >= %(van)s::date::timestamp at time zone 'Europe/Amsterdam'
        and moment < %(tot)s::date::timestamp at time zone 'Europe/Amsterdam'
        and toegestaan and doel = 'behandeling' and medewerker_id = any(%(mensen)s::uuid[])
    group by medewerker_id, (moment at time zone 'Europe/Amsterdam')::date
"""
_GEWEIGERD: Final = """
    select medewerker_id,
        count(distinct dossier_id) filter (where dossier_id <> medewerker_id)
            + count(*) filter (where dossier_id = medewerker_id)
    from toegang_inzage
    where moment >= %(dag)s::date::timestamp at time zone 'Europe/Amsterdam'
        and moment < (%(dag)s::date + 1)::timestamp at time zone 'Europe/Amsterdam' and not toegestaan
    group by medewerker_id
"""


def kijken_tussen(van: date, tot: date, *, dossiers: Collection[UUID] | None = None) -> list[Kijk]:
    """Every look at a page of a dossier from ``van`` up to and including ``tot``; of these dossiers alone when given."""
    if dossiers is not None and not dossiers:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            _KIJKEN,
            {
                "van": van,
                "tot": tot,
                "dossiers": None if dossiers is None else list(dossiers),
                "nacht_vanaf": NACHT_VANAF,
                "nacht_tot": NACHT_TOT,
            },
        )
        return [
            Kijk(
                medewerker=medewerker_id,
                dossier=dossier_id,
                dag=dag,
                taak=taak,
                nacht=nacht,
                zelfde_achternaam=heet_als(naam, achternaam),
                zelfde_postcode=zelfde_postcode,
            )
            for medewerker_id, dossier_id, dag, nacht, naam, achternaam, zelfde_postcode, taak in cursor
        ]


def heet_als(naam: str, achternaam: str | None) -> bool:
    """Whether the name with which somebody signs ends in this surname, accents and capitals apart."""
    gezocht = gevouwen(achternaam or "")
    return len(gezocht) > 1 and f" {gevouwen(naam)}".endswith(f" {gezocht}")


def drukte_voor(dag: date, mensen: Collection[UUID]) -> Mapping[UUID, Sequence[int]]:
    """How many dossiers each of these people opened, on each day of the four weeks before."""
    per_mens: dict[UUID, list[int]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_DRUKTE, {"van": dag - VAKER_IN, "tot": dag, "mensen": list(mensen)})
        for medewerker_id, aantal in cursor:
            per_mens[medewerker_id].append(aantal)
    return per_mens


def geweigerd_op(dag: date) -> Mapping[UUID, int]:
    """How often each person was refused on one day: once a dossier, and each search in an emergency that found nobody."""
    with connection.cursor() as cursor:
        cursor.execute(_GEWEIGERD, {"dag": dag})
        return dict(cursor.fetchall())


def dag_ervoor(dag: date) -> date:
    """The first of the days before, that the rules compare with."""
    return dag - VAKER_IN + timedelta(days=1)
