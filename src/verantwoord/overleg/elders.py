"""Entries that came along with a dossier: no meeting of them is here, but what was open can still come true."""

from dataclasses import dataclass
from typing import Any

from verantwoord.overleg.keuzes import BUITEN_OVERLEG, LKO_SOORTEN, Besluit
from verantwoord.overleg.models import Overlegpunt


@dataclass(frozen=True, kw_only=True)
class Open:
    """What an entry still waits for: the day of its minutes, of its feedback, and its actions by their place."""

    verslag: bool
    terugkoppeling: bool
    acties: tuple[tuple[int, dict[str, Any]], ...]

    def __bool__(self) -> bool:
        return self.verslag or self.terugkoppeling or bool(self.acties)


def open_van(feit: Overlegpunt) -> Open:
    """Nothing for an item of a meeting here: there the acts at the table do it."""
    if feit.punt_id is not None:
        return Open(verslag=False, terugkoppeling=False, acties=())
    boven = feit.soort not in {*LKO_SOORTEN, BUITEN_OVERLEG}
    return Open(
        verslag=feit.soort != BUITEN_OVERLEG and feit.verslag_op is None,
        terugkoppeling=boven and feit.besluit == Besluit.VASTGESTELD and feit.teruggekoppeld_op is None,
        acties=tuple((plek, actie) for plek, actie in enumerate(feit.acties) if not actie.get("gereed_op")),
    )
