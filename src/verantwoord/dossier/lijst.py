"""The list of a partner: its running cases by the day that counts for its role, then arrival. Nothing about the person.

The place of a case in that list stands in the row of the involvement itself, and is kept there whenever an answer or an
involvement became another. A page walks the index, so that it costs the same among fifty cases and fifty thousand.
"""

from collections.abc import Collection
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from verantwoord.dossier.models.dossier import ZONDER_DAG, Betrokkenheid
from verantwoord.kern.betrokkenheid import LIJSTDAG
from verantwoord.toegang.models import Medewerker

_DAGEN: Final = ", ".join(f"('{rol}', '{soort}', '{veld}')" for rol, (soort, veld) in LIJSTDAG.items())
# What in an answer that holds is asked of who reads it; the words of each question are made where they are shown.
_VRAAGT: Final = """
    select from dossier_antwoord w
    where w.dossier_id = r.dossier_id and (
            (w.soort = 'opvangverzoek' and w.inhoud ? 'gevraagd_op')
            or (w.soort = 'afwezigheid' and w.inhoud ->> 'nodig' in ('controle', 'bericht'))
            or (w.soort = 'mensenhandel' and r.rol = 'avim_mensenhandel'
                and w.inhoud ->> 'antwoord_gevraagd_op' is not null)
            or (w.soort = 'opdrachten_' || r.organisatie and w.inhoud -> 'opdrachten' @> '[{"gereed_op": null}]')
        )
        and not exists (
            select from dossier_antwoord n where n.dossier_id = w.dossier_id and n.soort = w.soort and n.id > w.id
        )
"""
# An involvement without a role is that of the whole organisation; where it has one role, its name is that of the role.
_PLAATSEN: Final = f"""
    update dossier_betrokkenheid b
    set volgende_op = n.volgende_op, ontvangen_op = n.ontvangen_op, gevraagd = n.gevraagd
    from (
        select r.id, d.ontvangen_op, coalesce((a.inhoud ->> dag.veld)::date, '{ZONDER_DAG}') as volgende_op,
               exists ({_VRAAGT}) as gevraagd
        from dossier_betrokkenheid r
        join dossier_dossier d on d.id = r.dossier_id
        left join (values {_DAGEN}) dag (rol, soort, veld) on dag.rol = coalesce(nullif(r.rol, ''), r.organisatie)
        left join lateral (
            select inhoud from dossier_antwoord w
            where w.dossier_id = r.dossier_id and w.soort = dag.soort order by w.id desc limit 1
        ) a on true
        where r.tot is null and r.dossier_id = any(%s)
    ) n
    where b.id = n.id
        and (b.volgende_op, b.ontvangen_op, b.gevraagd) is distinct from (n.volgende_op, n.ontvangen_op, n.gevraagd)
"""  # noqa: S608 - the names are our own
# One stretch of the index; a case with two reasons stands in it twice, side by side.
_STUK: Final = """
    (select distinct volgende_op, ontvangen_op, dossier_id from dossier_betrokkenheid
    where organisatie = %(organisatie)s and team_id {team} and rol = {rol} and tot is null
        and (volgende_op, ontvangen_op, dossier_id) > (%(volgende_op)s, %(ontvangen_op)s, %(dossier_id)s)
    order by volgende_op, ontvangen_op, dossier_id limit %(aantal)s)
"""
# Of the whole organisation or of the team, for every hat or for this one.
_STUKKEN: Final = " union ".join(
    _STUK.format(team=team, rol=rol) for team in ("is null", "= %(team)s") for rol in ("''", "%(rol)s")
)
_LIJST: Final = f"{_STUKKEN} order by volgende_op, ontvangen_op, dossier_id limit %(aantal)s"


class Lijstplek(NamedTuple):
    """Where one case stands in a list; without a day it stands at :data:`ZONDER_DAG`."""

    volgende_op: date
    ontvangen_op: date
    dossier_id: UUID


BEGIN: Final = Lijstplek(date.min, date.min, UUID(int=0))


def lijst_van(viewer: Medewerker, *, na: Lijstplek = BEGIN, aantal: int) -> list[Lijstplek]:
    """The next cases in which the viewer is involved, in the order of the list; those of ``visible_to`` for a partner."""
    with connection.cursor() as cursor:
        cursor.execute(
            _LIJST,
            {
                "organisatie": viewer.organisatie,
                "team": viewer.team_id,
                "rol": viewer.rol,
                "aantal": aantal,
                "volgende_op": na.volgende_op,
                "ontvangen_op": na.ontvangen_op,
                "dossier_id": na.dossier_id,
            },
        )
        return [Lijstplek(*rij) for rij in cursor]


def gevraagde_dossiers(viewer: Medewerker) -> QuerySet[Betrokkenheid, Any]:
    """Keys of the dossiers in whose answers something is asked of the viewer's organisation; read from an index."""
    return Betrokkenheid.objects.loopt_voor(viewer).filter(gevraagd=True).values("dossier")


def plekken_van(dossiers: Collection[UUID], *, viewer: Medewerker) -> list[Lijstplek]:
    """Where these cases stand in the viewer's list, in its order; one in which the viewer is not involved is left out."""
    rijen = Betrokkenheid.objects.loopt_voor(viewer).filter(dossier__in=dossiers)
    return sorted({Lijstplek(*rij) for rij in rijen.values_list("volgende_op", "ontvangen_op", "dossier")})


def plaats_in_lijst(dossiers: Collection[UUID]) -> None:
    """Put the running involvements of these dossiers where they belong by the answers that hold now; one question.

    For the program itself: the answer may be one that whoever acts does not read.
    """
    with connection.cursor() as cursor:
        cursor.execute(_PLAATSEN, [list(dossiers)])
