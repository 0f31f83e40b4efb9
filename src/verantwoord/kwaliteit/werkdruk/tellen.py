"""Which talks a team still has to hold, by the week in which their last day lies, and how many cases come in.

Whether a talk is owed and by which day is what the norms answered, as it stands in the work list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils.translation import gettext as _

from verantwoord.kern.statistiek.onderdrukking import onderdruk
from verantwoord.kwaliteit.keuze import mag, over_alle_dossiers
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Organisatie, Rol

WEKEN: Final = 13
ALLE: Final = "alle"
# Fewer colleagues, and a figure could be about one of them (kern invariant 11).
MINSTENS: Final = 5
MOMENTEN: Final = {
    "eerste": "gesprek-1-termijn",
    "tweede": "gesprek-2-zittingsdatum",
    "derde": "gesprek-3-na-uitspraak",
}
_OPEN: Final = ("ontbreekt", "gepland", "te_laat")
_GESPREKKEN: Final = """
    select m.moment, o.uiterlijk_op
    from bewaking_stand s
    cross join unnest(%(momenten)s::text[], %(normen)s::text[]) with ordinality as m (moment, norm, nummer)
    left join bewaking_openbevinding o on o.dossier_id = s.dossier_id and o.norm = m.norm and o.tot is null
    where not s.gesloten and s.team_id = any (%(teams)s)
        and s.regel -> 'gesprekken' ->> (m.nummer - 1)::int = any (%(open)s)
"""
_INSTROOM: Final = """
    select count(*) from dossier_dossier
    where team_id = any (%(teams)s) and ontvangen_op > %(van)s and ontvangen_op <= %(op)s
"""


@dataclass(frozen=True, kw_only=True)
class Week:
    """The talks whose last day lies in the week that begins on ``begin``, by moment."""

    begin: date
    eerste: int = 0
    tweede: int = 0
    derde: int = 0

    @property
    def totaal(self) -> int:
        return self.eerste + self.tweede + self.derde


@dataclass(frozen=True, kw_only=True)
class Werkvoorraad:
    """What waits: ``te_laat`` are talks whose last day is over, ``zonder_dag`` those that have none yet.

    ``instroom`` is how many cases came in each week of the last quarter.
    """

    collegas: int
    te_laat: int
    zonder_dag: int
    weken: tuple[Week, ...]
    instroom: float


def teams_of(*, viewer: Medewerker) -> dict[str, tuple[str, list[int]]]:
    """What may be chosen, by its key: all teams together, and those that are large enough to be shown alone.

    Empty when all teams together are too small. A team that is left out alone could be told from what is left of the
    whole; then another is left out with it.
    """
    mag(viewer)
    teams = Team.objects.filter(organisatie=Organisatie.DTV).order_by("naam")
    namen = {str(team.pk): team.naam for team in teams}
    verdeling = onderdruk(
        {sleutel: _collegas([int(sleutel)]) for sleutel in namen}, minstens=MINSTENS, totaal_minstens=MINSTENS
    )
    if verdeling.totaal is None:
        return {}
    alle = [int(sleutel) for sleutel in namen]
    return {ALLE: (_("Alle teams samen"), alle)} | {
        sleutel: (naam, [int(sleutel)]) for sleutel, naam in namen.items() if sleutel in verdeling.getoond
    }


def tel(teams: Sequence[int], *, op: date, viewer: Medewerker) -> Werkvoorraad | None:
    """Count the talks that these teams owe on ``op``; ``None`` when too few colleagues work there to say so.

    Raises ``GeenToegang``.
    """
    mag(viewer)
    collegas = _collegas(teams)
    if collegas < MINSTENS:
        return None
    waarden: dict[str, Any] = {"teams": list(teams), "op": op, "van": op - timedelta(weeks=WEKEN)}
    with over_alle_dossiers() as cursor:
        cursor.execute(
            _GESPREKKEN,
            waarden | {"momenten": [*MOMENTEN], "normen": [*MOMENTEN.values()], "open": [*_OPEN]},
        )
        rijen = cursor.fetchall()
        cursor.execute(_INSTROOM, waarden)
        (instroom,) = cursor.fetchone()
    komend = [(moment, dag) for moment, dag in rijen if dag is not None and dag >= op]
    return Werkvoorraad(
        collegas=collegas,
        te_laat=sum(1 for _m, dag in rijen if dag is not None and dag < op),
        zonder_dag=sum(1 for _m, dag in rijen if dag is None),
        weken=_weken(komend, op),
        instroom=round(instroom / WEKEN, 1),
    )


def _collegas(teams: Sequence[int]) -> int:
    return Medewerker.objects.filter(team__in=teams, rol=Rol.REGIEVOERDER, is_active=True).count()


def _weken(komend: Sequence[tuple[str, date]], op: date) -> tuple[Week, ...]:
    maandag = op - timedelta(days=op.weekday())
    weken = []
    for nummer in range(WEKEN):
        begin = maandag + timedelta(weeks=nummer)
        in_week = [moment for moment, dag in komend if begin <= dag < begin + timedelta(weeks=1)]
        weken.append(Week(begin=begin, **{moment: in_week.count(moment) for moment in MOMENTEN}))
    return tuple(weken)
