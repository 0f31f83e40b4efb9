"""The question asked of the tables of the rooms, as they are at this moment."""

import re
from typing import Any, Final

from django.db import connection

from verantwoord.kwaliteit.maten.bronnen import BRONNEN, met
from verantwoord.toegang.context import als_systeem

_WAARDE: Final = re.compile(r"\$([a-z_]+)")
_KALENDER: Final = (
    "kalender as (select dag, uiterlijk from unnest($dagen::date[], $uiterlijk::date[]) k(dag, uiterlijk))"
)


def vraag_nu(vraag: str, waarden: dict[str, Any], *, alleen: str = "") -> list[tuple[Any, ...]]:
    """Answer a question about marks from PostgreSQL; ``alleen`` limits it to the dossiers of a query with its own values.

    The program itself asks, for the norms need all facts; what comes back are counts, or ids that whoever asks may see.
    """
    tabellen = ",\n".join(f"{naam} as ({met(naam, alleen=alleen)})" for naam in BRONNEN)
    geheel = _WAARDE.sub(r"%(\1)s", f"with {tabellen},\n{_KALENDER},\n{vraag}")
    with als_systeem(), connection.cursor() as cursor:
        cursor.execute(geheel, waarden)
        return list(cursor.fetchall())
