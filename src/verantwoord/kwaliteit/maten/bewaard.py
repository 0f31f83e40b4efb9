"""What the page asks, kept in memory as long as the file of the night and the numbers of the norms are the same."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kwaliteit.keuze import controleer, gevouwen, mag
from verantwoord.kwaliteit.maten.bestand import moment_van_bestand
from verantwoord.kwaliteit.maten.maat import Duur, Gemeten
from verantwoord.kwaliteit.maten.vragen import meet_duren, meet_maten, meet_per
from verantwoord.toegang.models import Medewerker

_BEWAARD = 128


def maten_van(
    *, viewer: Medewerker, tot: date, van: date | None, locatie: str, fase: str
) -> tuple[datetime | None, Mapping[str, Gemeten], Mapping[str, Duur]]:
    """Every measure and every duration, and as of which moment; without a moment they are of now.

    Figures only; nobody's rights are kept with them, so that each who asks is looked at again.
    """
    return _antwoord(_maten, viewer, tot, van, locatie, fase)


def kwartalen_van(
    *, viewer: Medewerker, tot: date, van: date | None, locatie: str, fase: str
) -> tuple[datetime | None, Mapping[str, Mapping[str, Gemeten]]]:
    """Every measure for each quarter in which dossiers came in, and as of which moment."""
    return _antwoord(_kwartalen, viewer, tot, van, locatie, fase)


def _antwoord(
    vraag: Callable[..., Any], viewer: Medewerker, tot: date, van: date | None, locatie: str, fase: str
) -> Any:
    mag(viewer)
    controleer(tot=tot, van=van, locatie=locatie)
    moment = moment_van_bestand()
    if moment is None:
        return vraag.__wrapped__(None, "", tot, van, locatie, fase)
    return vraag(moment, geldende_parameters().regelset, tot, van, gevouwen(locatie), fase)


@lru_cache(maxsize=_BEWAARD)
def _maten(
    moment: datetime | None, _regelset: str, tot: date, van: date | None, locatie: str, fase: str
) -> Any:
    keuze: dict[str, Any] = {"viewer": None, "tot": tot, "van": van, "locatie": locatie, "fase": fase}
    return moment, meet_maten(**keuze), meet_duren(**keuze)


@lru_cache(maxsize=_BEWAARD)
def _kwartalen(
    moment: datetime | None, _regelset: str, tot: date, van: date | None, locatie: str, fase: str
) -> Any:
    return moment, meet_per("kwartaal", viewer=None, tot=tot, van=van, locatie=locatie, fase=fase)
