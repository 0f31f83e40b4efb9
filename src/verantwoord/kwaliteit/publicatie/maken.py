"""Make what is told about a year that is over, once and for all its parts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from verantwoord.kwaliteit.maten import MATEN, Gemeten
from verantwoord.kwaliteit.maten.vragen import meet_per
from verantwoord.kwaliteit.perioden import Kwartaal, jaar_tot_en_met
from verantwoord.kwaliteit.publicatie.models import Publicatie
from verantwoord.kwaliteit.publicatie.tabel import (
    NEE,
    VERDELINGEN,
    WEL,
    Maattabel,
    Tellingen,
    maak_tabel,
    verborgen_aantallen,
)
from verantwoord.kwaliteit.spreiding import SPREIDINGEN, bewaring, teksten
from verantwoord.kwaliteit.spreiding.telling import meet_spreiding
from verantwoord.toegang.context import als_systeem

_Telling = dict[tuple[str, str, str], int]


def publiceer(kwartaal: Kwartaal) -> bool:
    """Make and keep every part for the year that ends with this quarter; ``False`` when it is there already.

    The quarter is over: who calls sees to that.
    """
    with als_systeem(), transaction.atomic():
        if Publicatie.objects.filter(kwartaal=kwartaal.code).exists():
            return False
        Publicatie.objects.bulk_create(
            Publicatie(kwartaal=kwartaal.code, onderdeel=onderdeel, inhoud=inhoud)
            for onderdeel, inhoud in _onderdelen(kwartaal)
        )
    return True


def _onderdelen(kwartaal: Kwartaal) -> Iterator[tuple[str, Any]]:
    for maat, tabel in maattabellen(kwartaal).items():
        yield f"maat:{maat}", tabel.als_json()
    for sleutel in SPREIDINGEN:
        yield f"spreiding:{sleutel}", meet_spreiding(sleutel, kwartaal=kwartaal).als_json()
    yield "bewaring", bewaring.tel(kwartaal).als_json()
    yield "teksten", teksten.vind(kwartaal).als_json()


def maattabellen(kwartaal: Kwartaal) -> dict[str, Maattabel]:
    """The table of each measure. Those about the same dossiers leave out the same of these."""
    kwartalen = jaar_tot_en_met(kwartaal)
    tellingen = tel(kwartalen, op=kwartaal.tot)
    tabellen: dict[str, Maattabel] = {}
    for maten in _over_dezelfde(tellingen):
        tabellen |= _samen({maat: tellingen[maat] for maat in maten}, [k.code for k in kwartalen])
    return {maat: tabellen[maat] for maat in MATEN}


def _samen(tellingen: Mapping[str, Tellingen], kwartalen: list[str]) -> dict[str, Maattabel]:
    weg = verborgen_aantallen(next(iter(tellingen.values())), kwartalen=kwartalen)
    while True:
        tabellen, erbij = {}, weg
        for maat, telling in tellingen.items():
            tabellen[maat], ook_weg = maak_tabel(
                maat, telling, kwartalen=kwartalen, gevoelig=MATEN[maat].gevoelig, weg=weg
            )
            erbij |= ook_weg
        if erbij == weg:
            return tabellen
        weg = erbij


def _over_dezelfde(tellingen: Mapping[str, Tellingen]) -> Iterable[list[str]]:
    """The measures in groups that are about the same dossiers."""
    groepen: dict[frozenset[Any], list[str]] = {}
    for maat, telling in tellingen.items():
        alle: dict[tuple[str, str, str], int] = {}
        for verdeling, cellen in telling.items():
            for (regel, tijd, _deel), n in cellen.items():
                alle[verdeling, regel, tijd] = alle.get((verdeling, regel, tijd), 0) + n
        groepen.setdefault(frozenset(alle.items()), []).append(maat)
    return groepen.values()


def tel(kwartalen: tuple[Kwartaal, ...], *, op: date) -> dict[str, Tellingen]:
    """For each measure the dossiers by place, by phase and by the quarter in which they came in, as they were on ``op``.

    Each count is of what came in since a day, all as of one and the same day; what came in between two days is the
    difference, so the quarters add up to the whole.
    """
    tellingen: dict[str, dict[str, _Telling]] = {maat: {v: {} for v in VERDELINGEN} for maat in MATEN}
    for verdeling in VERDELINGEN:
        cumulatief = [
            (k.code, meet_per(verdeling, viewer=None, tot=op, van=k.van, bron="nu"))  # type: ignore[arg-type]  # the two of the tables
            for k in kwartalen
        ]
        for (tijd, vanaf), (_later, daarna) in zip(cumulatief, [*cumulatief[1:], ("", {})], strict=True):
            for regel, per_maat in vanaf.items():
                for maat, gemeten in per_maat.items():
                    later = daarna.get(regel, {}).get(maat)
                    for deel, n in _delen(gemeten, later).items():
                        tellingen[maat][verdeling][regel, tijd, deel] = n
    return dict(tellingen)


def _delen(vanaf: Gemeten, later: Gemeten | None) -> dict[str, int]:
    wel = vanaf.teller - (later.teller if later else 0)
    alle = vanaf.noemer - (later.noemer if later else 0)
    return {WEL: wel, NEE: alle - wel}
