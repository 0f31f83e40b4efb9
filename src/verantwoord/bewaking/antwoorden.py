"""Keep the answers for partners next to what the norms say: from the same facts, in the same transaction.

Only what became another is written. The newest row of a sort is compared and the new one added in one statement, so
that an act costs one question more, and a night writes no more than changed.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from django.db import connection

from verantwoord.kern.antwoorden import SOORTEN, ZELFDE_EINDE, geldt_vanaf, is_leeg
from verantwoord.kern.antwoordvormen import Inhoud

# An end date that became another while nothing but time lies between: the earlier one was wrong.
_BEWAAR: Final = """
    insert into dossier_antwoord (dossier_id, soort, categorie, inhoud, geldig_vanaf, correctie_van_id)
    select n.dossier_id, n.soort, n.categorie, n.inhoud, n.geldig_vanaf,
        case when n.soort = 'opvangrecht'
            and was.inhoud ->> 'categorie' = any(%(zelfde_einde)s) and n.inhoud ->> 'categorie' = any(%(zelfde_einde)s)
            and was.inhoud -> 'einddatum' <> n.inhoud -> 'einddatum'
        then was.id end
    from unnest(
        %(dossiers)s::uuid[], %(soorten)s::text[], %(categorieen)s::text[], %(inhouden)s::jsonb[], %(vanaf)s::date[],
        %(leeg)s::boolean[]
    ) with ordinality as n(dossier_id, soort, categorie, inhoud, geldig_vanaf, leeg, volgorde)
    left join lateral (
        select a.id, a.inhoud from dossier_antwoord a
        where a.dossier_id = n.dossier_id and a.soort = n.soort order by a.id desc limit 1
    ) was on true
    where n.inhoud is distinct from was.inhoud and not (was.id is null and n.leeg)
    order by n.volgorde
    returning id, dossier_id, soort
"""


class Nieuw(NamedTuple):
    """An answer that was just written down: its id, whose it is, and which sort."""

    id: int
    dossier_id: UUID
    soort: str


Hoorder = Callable[[Sequence[Nieuw]], None]
_hoorders: list[Hoorder] = []


def hoor_antwoorden(hoorder: Hoorder) -> None:
    """Call ``hoorder`` with every answer that became another, inside the same transaction; said once, at start-up."""
    if hoorder not in _hoorders:
        _hoorders.append(hoorder)


def bewaar_antwoorden(per_dossier: Mapping[UUID, Mapping[str, Inhoud]], *, op: date) -> None:
    """Write down every answer that is not what it was; one that says nothing only after one that did."""
    if not per_dossier:
        return
    rijen = [
        (
            dossier_id,
            soort,
            SOORTEN[soort].categorie,
            msgspec.json.encode(inhoud).decode(),
            geldt_vanaf(inhoud, op),
            is_leeg(soort, inhoud),
        )
        for dossier_id, antwoorden in per_dossier.items()
        for soort, inhoud in antwoorden.items()
    ]
    kolommen = ("dossiers", "soorten", "categorieen", "inhouden", "vanaf", "leeg")
    waarden = dict(zip(kolommen, map(list, zip(*rijen, strict=True)), strict=True))
    with connection.cursor() as cursor:
        cursor.execute(_BEWAAR, {**waarden, "zelfde_einde": list(ZELFDE_EINDE)})
        nieuw = [Nieuw(*rij) for rij in cursor.fetchall()]
    if nieuw:
        for hoorder in _hoorders:
            hoorder(nieuw)
