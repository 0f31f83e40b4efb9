"""The measurement and the dossiers behind each figure. All in sets: the work is done by the database."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from verantwoord.kern.statistiek import aandeel
from verantwoord.kwaliteit.keuze import controleer, gevouwen, mag, over_alle_dossiers
from verantwoord.kwaliteit.meting import MOMENTEN, ONDERDELEN, Kwaliteitsmeting
from verantwoord.kwaliteit.sql import KENMERKEN, WOONDE_IN
from verantwoord.toegang.models import Medewerker


def meet(
    *, tot: date, van: date | None = None, locatie: str = "", viewer: Medewerker | None
) -> Kwaliteitsmeting:
    """Measure the dossiers received from ``van`` to ``tot``, both included, as their facts stood on ``tot``.

    ``locatie`` limits it to who lived there that day ("Assen" or "azc Assen"). The figures are about all dossiers,
    also those the viewer may not open; a ``viewer`` needs the right to see them, ``None`` is the program itself.
    Raises ``GeenToegang``, ``VerkeerdePeriode``, ``OnbekendeLocatie``.
    """
    mag(viewer)
    controleer(tot=tot, van=van, locatie=locatie)
    tellers = ", ".join(f"count(*) filter (where {_voorwaarde(deel)})" for deel in ONDERDELEN)
    vraag, waarden = _vraag(f"select count(*), {tellers} from kenmerken", tot=tot, van=van, locatie=locatie)  # noqa: S608 - names of our own, values apart
    with over_alle_dossiers() as cursor:
        cursor.execute(vraag, waarden)
        totaal, *aantallen = cursor.fetchone()
    delen = {deel: aandeel(aantal, totaal) for deel, aantal in zip(ONDERDELEN, aantallen, strict=True)}
    return Kwaliteitsmeting(peildatum=tot, dossiers=totaal, delen=delen)


def kenmerken_van(
    dossiers: Collection[UUID], *, tot: date, viewer: Medewerker | None
) -> dict[UUID, dict[str, bool]]:
    """What the measurement finds in each of these dossiers as it stood on ``tot``, by part; one query.

    For the program itself (``None``), which lays it beside what people judged; never to show somebody a dossier.
    """
    mag(viewer)
    namen = list(ONDERDELEN)
    kolommen = ", ".join(f"({_voorwaarde(deel)})" for deel in namen)
    vraag, waarden = _vraag(
        f"select id, {kolommen} from kenmerken",  # noqa: S608 - names of our own, values apart
        tot=tot,
        van=None,
        locatie="",
        alleen="and d.id = any (%(dossiers)s)",
    )
    with over_alle_dossiers() as cursor:
        cursor.execute(vraag, waarden | {"dossiers": list(dossiers)})
        return {rij[0]: dict(zip(namen, rij[1:], strict=True)) for rij in cursor.fetchall()}


def locaties(*, viewer: Medewerker) -> list[str]:
    """Every place where somebody lives or lived, by the alphabet. The index is hopped through, not read whole."""
    mag(viewer)
    with over_alle_dossiers() as cursor:
        cursor.execute(
            "with recursive l as ((select locatie from dossier_verblijfplaats order by locatie limit 1) union all"
            " select (select v.locatie from dossier_verblijfplaats v where v.locatie > l.locatie"
            " order by v.locatie limit 1) from l where l.locatie is not null)"
            " select locatie from l where locatie is not null"
        )
        return sorted((rij[0] for rij in cursor.fetchall()), key=str.casefold)


def _vraag(
    kop: str, *, tot: date, van: date | None, locatie: str, alleen: str = ""
) -> tuple[str, dict[str, Any]]:
    grens = ("and d.ontvangen_op >= %(van)s " if van else "") + (WOONDE_IN if locatie else "") + alleen
    momenten = ", ".join(
        f"coalesce(t.{m} >= case when p.heropend then p.ontvangen_op else '-infinity' end, false) as {m}"
        for m in MOMENTEN
    )
    waarden = {"tot": tot, "van": van, "locatie": gevouwen(locatie)}
    return KENMERKEN.format(dossiers=grens, momenten=momenten) + kop, waarden


def _voorwaarde(onderdeel: str) -> str:
    """The condition for one part; only names from the list ever reach the SQL."""
    if onderdeel not in ONDERDELEN:
        raise ValueError(onderdeel)
    return " and ".join(MOMENTEN) if onderdeel == "alle_vier" else onderdeel
