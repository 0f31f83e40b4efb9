"""Who may measure, and over which dossiers: checked in one way for every question of the measurement."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext as _

from verantwoord.kwaliteit.fouten import OnbekendeLocatie, VerkeerdePeriode
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht


@contextmanager
def over_alle_dossiers() -> Iterator[CursorWrapper]:
    """Count over every dossier, whoever asks: what comes back is figures and places, never a row."""
    with als_systeem(), connection.cursor() as cursor:
        yield cursor


def mag(viewer: Medewerker | None, recht: Recht = Recht.KWALITEIT_BEKIJKEN) -> None:
    """Refuse whoever may not see the measurement, or the part of it that ``recht`` is about; ``None`` is the program itself."""
    if viewer is not None and not viewer.heeft(recht):
        raise GeenToegang(
            _(
                "Uw rol mag de kwaliteitsmeting niet bekijken. Vraag het aan uw manager of aan functioneel beheer."
            )
        )


def controleer(*, tot: date, van: date | None, locatie: str) -> None:
    """Refuse a period that ends before it begins, and a place that stands in no dossier."""
    if van is not None and van > tot:
        raise VerkeerdePeriode(
            _("De periode eindigt op %(tot)s, vóór het begin op %(van)s. Draai de twee datums om.")
            % {"van": f"{van:%d-%m-%Y}", "tot": f"{tot:%d-%m-%Y}"}
        )
    if locatie and not _bestaat(locatie):
        raise OnbekendeLocatie(
            _(
                "In geen enkel dossier staat de locatie %(locatie)s. Controleer de spelling, zoals: Assen of azc Assen."
            )
            % {"locatie": locatie}
        )


def _bestaat(locatie: str) -> bool:
    with over_alle_dossiers() as cursor:
        cursor.execute(
            "select exists (select from dossier_verblijfplaats"
            " where %(l)s in (lower(locatie), lower(soort || ' ' || locatie)))",
            {"l": gevouwen(locatie)},
        )
        return bool(cursor.fetchone()[0])


def gevouwen(locatie: str) -> str:
    """A place as it is compared: in small letters, with single spaces."""
    return " ".join(locatie.lower().split())
