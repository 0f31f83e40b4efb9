"""Questions about what happened. Who may see a dossier is asked by the room above; this one knows no dossiers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from verantwoord.gebeurtenis.models import Gebeurtenis


@dataclass(frozen=True, kw_only=True)
class GebrokenSchakel:
    """The first event whose seal, number or predecessor does not fit; ``reden`` says which."""

    dossier_id: UUID | None
    volgnummer: int
    moment: datetime | None
    reden: str


def gebeurtenissen_of(dossier_id: UUID) -> QuerySet[Gebeurtenis]:
    """All events of one dossier, newest first. Ask only with a dossier that the viewer was allowed to see."""
    return Gebeurtenis.objects.filter(dossier_id=dossier_id).order_by("-volgnummer")


# Stands for the chain that belongs to no dossier, so that the database can match all chains at once.
_GEEN_DOSSIER = UUID(int=0)
_EERSTE_BREUK = """
with schakels as (
    select g.dossier_id, g.volgnummer, g.moment, g.id,
           g.hash = gebeurtenis_zegel(g) as zegel_past,
           g.vorige = coalesce(lag(g.hash) over keten, '') as vorige_past,
           g.volgnummer = coalesce(lag(g.volgnummer) over keten, 0) + 1 as nummer_past,
           row_number() over (partition by g.dossier_id order by g.volgnummer desc) as van_achteren,
           g.hash
    from gebeurtenis_gebeurtenis g
    window keten as (partition by g.dossier_id order by g.volgnummer)
),
breuken as (
    select dossier_id, volgnummer, moment, id,
           case when not nummer_past then 'ontbreekt' when not vorige_past then 'vorige' else 'zegel' end as reden
    from schakels where not (zegel_past and vorige_past and nummer_past)
    union all
    select k.dossier_id, k.volgnummer, null, null, 'einde'
    from gebeurtenis_kop k
    left join schakels s on s.van_achteren = 1
        and coalesce(s.dossier_id, %(geen)s) = coalesce(k.dossier_id, %(geen)s)
    where k.volgnummer > 0 and (s.hash is distinct from k.hash)
)
select dossier_id, volgnummer, moment, reden from breuken order by id nulls last, dossier_id, volgnummer limit 1
"""


def eerste_gebroken_schakel() -> GebrokenSchakel | None:
    """Recompute every seal; return the oldest link that does not hold, or ``None`` when all do."""
    with connection.cursor() as cursor:
        cursor.execute(_EERSTE_BREUK, {"geen": _GEEN_DOSSIER})
        rij = cursor.fetchone()
    if rij is None:
        return None
    dossier_id, volgnummer, moment, reden = rij
    return GebrokenSchakel(dossier_id=dossier_id, volgnummer=volgnummer, moment=moment, reden=reden)
