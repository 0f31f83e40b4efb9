"""The calendar of reports: which days somebody reported, and which not and why. Pure: rows in, values out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from verantwoord.kern import dossierbeeld as d
from verantwoord.toezicht.keuzes import Moment
from verantwoord.toezicht.models import Meldmoment
from verantwoord.web.datums import lang

# What fits on a page and is still looked at; older days stand in the list below it.
WEKEN: Final = 12
TEKENS: Final = {
    Moment.GEMELD: "gedaan",
    Moment.GEMIST: "nu",
    Moment.VERSCHOOND: "niet-aan-de-orde",
    Moment.TELT: "ontbreekt",
}


@dataclass(frozen=True, kw_only=True)
class Dag:
    """One day; ``teken`` is empty when nothing is known of it, ``buiten`` when nobody had to report."""

    datum: date
    teken: str
    woord: str
    buiten: bool

    @property
    def voluit(self) -> str:
        return lang(self.datum)


@dataclass(frozen=True, kw_only=True)
class Week:
    van: date
    dagen: tuple[Dag, ...]


def weken_van(plicht: d.Meldplicht, momenten: Sequence[Meldmoment], *, op: date) -> list[Week]:
    """The last weeks of one meldplicht, newest first, Monday to Sunday.

    A day that came in a message, without a moment of its own, stands there as missed too.
    """
    laatste = min(op, plicht.beeindigd_op or op)
    maandag = laatste - timedelta(days=laatste.weekday())
    soorten: dict[date, Moment] = dict.fromkeys(plicht.gemist_op, Moment.TELT)
    soorten |= {moment.op: Moment(moment.soort) for moment in momenten}
    weken: list[Week] = []
    while len(weken) < WEKEN and maandag + timedelta(days=6) >= plicht.opgelegd_op:
        weken.append(
            Week(
                van=maandag,
                dagen=tuple(
                    _dag(maandag + timedelta(days=i), soorten, plicht.opgelegd_op, laatste) for i in range(7)
                ),
            )
        )
        maandag -= timedelta(days=7)
    return weken


def _dag(dag: date, soorten: dict[date, Moment], eerste: date, laatste: date) -> Dag:
    soort = soorten.get(dag)
    return Dag(
        datum=dag,
        teken=TEKENS[soort] if soort else "",
        woord=str(soort.label) if soort else "",
        buiten=not eerste <= dag <= laatste,
    )
