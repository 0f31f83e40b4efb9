"""In the demo the registration of the COA keeps up with every end date, as it would by program."""

from typing import Final

from django.db import connection, transaction

from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import Organisatie

_BEVESTIG: Final = """
    insert into dossier_ontvangstbevestiging (antwoord_id, organisatie, door_id)
    select max(a.id), %(coa)s, %(door)s from dossier_antwoord a
    where a.soort = 'opvangrecht' and exists (
        select from dossier_betrokkenheid b
        where b.dossier_id = a.dossier_id and b.organisatie = %(coa)s and b.tot is null
    )
    group by a.dossier_id on conflict do nothing
"""


@transaction.atomic
def bevestig_namens_coa() -> None:
    """Let the COA have said that it received the date that holds, of everybody who lives with it."""
    with als_systeem(), connection.cursor() as cursor:
        cursor.execute(_BEVESTIG, {"coa": Organisatie.COA.value, "door": systeem().pk})
