"""The question asked of the tables of the rooms, as they are at this moment."""

import re
from collections.abc import Collection
from typing import Any, Final

from django.db import connection

from verantwoord.kwaliteit.maten.bronnen import BRONNEN, met
from verantwoord.toegang.context import als_systeem

_WAARDE: Final = re.compile(r"\$([a-z_]+)")
_KALENDER: Final = (
    "kalender as (select dag, uiterlijk from unnest($dagen::date[], $uiterlijk::date[]) k(dag, uiterlijk))"
)


def vraag_nu(
    vraag: str, waarden: dict[str, Any], *, alleen: str = "", geheel: Collection[str] = ()
) -> list[tuple[Any, ...]]:
    """Answer a question about marks from PostgreSQL.

    ``alleen`` is a query of the dossiers to which it is limited; the tables named in ``geheel`` are not. The program
    itself asks, for the norms need all facts; what comes back are counts, or ids of dossiers that ``alleen`` names.
    """
    gekozen = f"gekozen as materialized ({alleen}), " if alleen else ""
    sleutels = "select * from gekozen" if alleen else ""
    tabellen = ",\n".join(
        f"{naam} as ({met(naam, alleen='' if naam in geheel else sleutels)})" for naam in BRONNEN
    )
    geheel_vraag = _WAARDE.sub(r"%(\1)s", f"with {gekozen}{tabellen},\n{_KALENDER},\n{vraag}")
    with als_systeem(), connection.cursor() as cursor:
        cursor.execute(geheel_vraag, waarden)
        return list(cursor.fetchall())
