"""What the page asks, kept in memory as long as the file of the night and the numbers of the norms are the same."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple

import msgspec

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kwaliteit.keuze import controleer, gevouwen, mag
from verantwoord.kwaliteit.maten.bestand import moment_van_bestand
from verantwoord.kwaliteit.maten.maat import Duur, Gemeten
from verantwoord.kwaliteit.maten.vragen import Keuze, meet_duren, meet_maten, meet_per
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker

_BEWAARD: Final = 128


class Maten(NamedTuple):
    """Every measure and every duration, and as of which moment; without a moment they are of now.

    What was made of these figures may be kept as long as ``moment`` and ``regelset`` are the same.
    """

    moment: datetime | None
    regelset: str
    maten: Mapping[str, Gemeten]
    duren: Mapping[str, Duur]


def maten_van(keuze: Keuze, *, viewer: Medewerker | None) -> Maten:
    """Every measure. Figures only are kept, and nobody's rights with them: each who asks is looked at again."""
    moment, keuze = _mag(keuze, viewer)
    return _maten(moment, _regelset(moment), keuze) if moment else _maten.__wrapped__(None, "", keuze)


def kwartalen_van(keuze: Keuze, *, viewer: Medewerker) -> Mapping[str, Mapping[str, Gemeten]]:
    """Every measure for each quarter in which dossiers came in."""
    moment, keuze = _mag(keuze, viewer)
    return _kwartalen(moment, _regelset(moment), keuze) if moment else _kwartalen.__wrapped__(None, "", keuze)


def _mag(keuze: Keuze, viewer: Medewerker | None) -> tuple[datetime | None, Keuze]:
    mag(viewer)
    controleer(tot=keuze.tot, van=keuze.van, locatie=keuze.locatie)
    return moment_van_bestand(), msgspec.structs.replace(keuze, locatie=gevouwen(keuze.locatie))


def _regelset(moment: datetime | None) -> str:
    return geldende_parameters().regelset if moment else ""


@lru_cache(maxsize=_BEWAARD)
def _maten(moment: datetime | None, regelset: str, keuze: Keuze) -> Maten:
    vraag: dict[str, Any] = {"viewer": None, **msgspec.structs.asdict(keuze)}
    with als_systeem():
        return Maten(moment, regelset, meet_maten(**vraag), meet_duren(**vraag))


@lru_cache(maxsize=_BEWAARD)
def _kwartalen(_moment: datetime | None, _regelset: str, keuze: Keuze) -> Mapping[str, Mapping[str, Gemeten]]:
    return meet_per("kwartaal", viewer=None, **msgspec.structs.asdict(keuze))
