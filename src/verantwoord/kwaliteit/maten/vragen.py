"""Ask the measures, of the tables as they are now or of the columnar file of the night."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final, Literal

import msgspec

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.kalender import plus_werkdagen
from verantwoord.kwaliteit.keuze import controleer, gevouwen, mag
from verantwoord.kwaliteit.maten.bestand import moment_van_bestand, vraag_bestand
from verantwoord.kwaliteit.maten.bronnen import ALLE_OPTIES
from verantwoord.kwaliteit.maten.definities import MATEN
from verantwoord.kwaliteit.maten.maat import DIMENSIES, Dimensie, Duur, Gemeten
from verantwoord.kwaliteit.maten.nu import vraag_nu
from verantwoord.kwaliteit.maten.vraag import DUREN, als_tellers, kenmerken
from verantwoord.toegang.models import Medewerker

# The file of the night when there is one, or else the tables as they are now.
Bron = Literal["nu", "bestand", "snelste"]
NAMEN: Final = tuple(MATEN)
# Between these days working days are counted; no dossier lies outside them.
_EERSTE_DAG: Final = date(2000, 1, 1)
_LAATSTE_DAG: Final = date(2100, 1, 1)

_DIMENSIE: Final[dict[Dimensie, str]] = {
    "locatie": "coalesce(locatie, '')",
    "fase": "coalesce(fase, '')",
    "maand": "cast(extract(year from ontvangen_op) * 100 + extract(month from ontvangen_op) as integer)",
    "kwartaal": "cast(extract(year from ontvangen_op) * 10 + extract(quarter from ontvangen_op) as integer)",
}


_KWARTIELEN: Final = ", ".join(
    f"percentile_cont({deel}) within group (order by case when klaar then dagen end)"
    for deel in ("0.25", "0.5", "0.75")
)
_DUREN: Final = (
    "select wat, count(*) filter (where klaar), count(*) filter (where not klaar),"  # noqa: S608 - names of our own
    f" {_KWARTIELEN} from ({DUREN}) duren group by wat"
)


class Keuze(msgspec.Struct, frozen=True, kw_only=True):
    """Which dossiers: received from ``van`` to ``tot``, living in ``locatie`` and in ``fase`` on ``tot``; empty is all."""

    tot: date
    van: date | None = None
    locatie: str = ""
    fase: str = ""


def meet_maten(
    *,
    viewer: Medewerker | None,
    tot: date,
    van: date | None = None,
    locatie: str = "",
    fase: str = "",
    bron: Bron = "snelste",
) -> dict[str, Gemeten]:
    """Every measure by its name, over all dossiers of the choice, as their facts stood on ``tot``.

    A ``viewer`` needs the right to see the measurement; ``None`` is the program itself. Small groups are not held back
    here. Raises ``GeenToegang``, ``VerkeerdePeriode``, ``OnbekendeLocatie``.
    """
    keuze = _keuze(viewer, tot=tot, van=van, locatie=locatie, fase=fase)
    (rij,) = _vraag(keuze, f"select {als_tellers(NAMEN)} from kenmerken", bron=bron)  # noqa: S608 - names of our own
    return _gemeten(rij)


def meet_per(
    dimensie: Dimensie,
    *,
    viewer: Medewerker | None,
    tot: date,
    van: date | None = None,
    locatie: str = "",
    fase: str = "",
    bron: Bron = "snelste",
) -> dict[str, dict[str, Gemeten]]:
    """The same for each value of ``dimensie``: a place, a fase, a month ("2022-03") or a quarter ("2022-K1").

    Month and quarter are those in which the dossier came in; the facts are always those of ``tot``, so that the parts
    add up to the whole. "" is where there is no value. In the order of the values, never of the figures.
    """
    if dimensie not in DIMENSIES:
        raise ValueError(dimensie)
    keuze = _keuze(viewer, tot=tot, van=van, locatie=locatie, fase=fase)
    rijen = _vraag(
        keuze,
        f"select {_DIMENSIE[dimensie]}, {als_tellers(NAMEN)} from kenmerken group by 1",  # noqa: S608 - idem
        bron=bron,
        met_locatie=dimensie == "locatie",
    )
    per = {_waarde(dimensie, rij[0]): _gemeten(rij[1:]) for rij in rijen}
    return {waarde: per[waarde] for waarde in sorted(per, key=str.casefold)}


def meet_duren(
    *,
    viewer: Medewerker | None,
    tot: date,
    van: date | None = None,
    locatie: str = "",
    fase: str = "",
    bron: Bron = "snelste",
) -> dict[str, Duur]:
    """How many days each fase took, by its name, and "wens" for how long a wish waited for an answer.

    A fase in which a dossier was twice counts twice. Only what was over on ``tot`` has days.
    """
    keuze = _keuze(viewer, tot=tot, van=van, locatie=locatie, fase=fase)
    rijen = _vraag(keuze, _DUREN, bron=bron)
    return {
        rij[0]: Duur(klaar=rij[1], loopt=rij[2], kwart=rij[3], mediaan=rij[4], driekwart=rij[5])
        for rij in sorted(rijen)
    }


def _keuze(viewer: Medewerker | None, *, tot: date, van: date | None, locatie: str, fase: str) -> Keuze:
    mag(viewer)
    controleer(tot=tot, van=van, locatie=locatie)
    return Keuze(tot=tot, van=van, locatie=gevouwen(locatie), fase=fase)


def _vraag(keuze: Keuze, kop: str, *, bron: Bron, met_locatie: bool = False) -> list[tuple[Any, ...]]:
    vraag = kenmerken(
        van=keuze.van is not None, locatie=bool(keuze.locatie), fase=bool(keuze.fase), met_locatie=met_locatie
    )
    waarden = waarden_voor(keuze)
    geheel = f"{vraag} {kop}"
    uit_bestand = bron == "bestand" or (bron == "snelste" and moment_van_bestand() is not None)
    return vraag_bestand(geheel, waarden) if uit_bestand else vraag_nu(geheel, waarden)


def waarden_voor(keuze: Keuze) -> dict[str, Any]:
    """Every value that a question may name: the choice, and what the norms count with on that day."""
    p = geldende_parameters().op(keuze.tot)
    gelijk = p["gelijkgestelde_dagen"]
    dagen, uiterlijk = _kalender(keuze.tot, p["gesprek-3-na-uitspraak.target"], gelijk)
    return msgspec.structs.asdict(keuze) | {
        "dagen": dagen,
        "uiterlijk": uiterlijk,
        "verslag_vanaf": _vroegste(keuze.tot, p["gesprek-verslag.finalise_within"], gelijk),
        "overleg_vanaf": _vroegste(keuze.tot, p["lko-verslag.finalise"], gelijk),
        "leeftijd": p["toetsing-elk-stadium.max_age_at_forced_step"],
        "minimum": p["drie-vertrekgesprekken.minimum"],
        "eerste": p["gesprek-1-termijn.target"],
        "opvolging": p["vertrekwens-vastleggen.opvolging"],
        "alle_opties": ALLE_OPTIES,
    }


@lru_cache(maxsize=8)
def _werkdagen(gelijk: frozenset[date]) -> list[date]:
    werk, dag = [], _EERSTE_DAG
    while dag < _LAATSTE_DAG:
        dag = plus_werkdagen(dag, 1, gelijk)
        werk.append(dag)
    return werk


@lru_cache(maxsize=32)
def _kalender(tot: date, aantal: int, gelijk: frozenset[date]) -> tuple[list[date], list[date]]:
    """For each day up to ``tot`` the day that lies ``aantal`` working days later."""
    werk = _werkdagen(gelijk)
    eind = min(tot, werk[-aantal - 1])
    dagen = [_EERSTE_DAG + timedelta(n) for n in range((eind - _EERSTE_DAG).days + 1)]
    return dagen, [werk[bisect_right(werk, dag) + aantal - 1] for dag in dagen]


def _vroegste(tot: date, werkdagen: int, gelijk: frozenset[date]) -> date:
    """The first day of which that many working days are not over on ``tot``; every later one is the same."""
    dag = tot
    # Near the first day of the calendar there is no day before; nobody asks for figures of then.
    while dag > _EERSTE_DAG and plus_werkdagen(dag - timedelta(1), werkdagen, gelijk) >= tot:
        dag -= timedelta(1)
    return dag


def _gemeten(rij: tuple[Any, ...]) -> dict[str, Gemeten]:
    return {
        naam: Gemeten(teller=rij[3 * n], noemer=rij[3 * n + 1], onbekend=rij[3 * n + 2])
        for n, naam in enumerate(NAMEN)
    }


def _waarde(dimensie: Dimensie, waarde: Any) -> str:
    if dimensie == "maand":
        return f"{waarde // 100}-{waarde % 100:02}"
    if dimensie == "kwartaal":
        return f"{waarde // 10}-K{waarde % 10}"
    return str(waarde)
