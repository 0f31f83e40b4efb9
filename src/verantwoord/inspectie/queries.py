"""From which dossiers a sample is drawn."""

from datetime import date

from django.db import connection

from verantwoord.kern.steekproef import Lid, plaatsnamen
from verantwoord.kwaliteit.sql import WOONT
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

_POPULATIE = f"""
    select d.nummer, v.soort, v.locatie
    from dossier_dossier d left join lateral ({WOONT}) v on true
    where d.ontvangen_op <= %(tot)s
"""  # noqa: S608 - names of our own, values apart


def populatie(*, peildatum: date, viewer: Medewerker) -> list[Lid]:
    """Every dossier received up to ``peildatum``, open or closed, with where the person lives that day or lived last.

    The same dossiers and the same place as the kwaliteitsmeting counts. Raises ``GeenToegang``.
    """
    require(viewer, Recht.STEEKPROEF_TREKKEN)
    with als_systeem(), connection.cursor() as cursor:
        cursor.execute(_POPULATIE, {"tot": peildatum})
        rijen = cursor.fetchall()
    namen = {waar: plaatsnamen(*waar) if waar[1] else frozenset() for waar in {rij[1:] for rij in rijen}}
    return [Lid(nummer, namen[soort, locatie]) for nummer, soort, locatie in rijen]
