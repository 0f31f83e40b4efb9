"""Every change of a departure. The order is always the same: right and lock, norms, write, event."""

from verantwoord.vertrek.actions.afsluiting import close_dossier, reopen_dossier
from verantwoord.vertrek.actions.afwezigheid import (
    record_aanwezigheidscontrole,
    record_bericht_van_vertrek,
    record_niet_gezien,
    record_weer_gezien,
)
from verantwoord.vertrek.actions.boeking import Uitleg, book_vertrek, cancel_boeking, change_boeking
from verantwoord.vertrek.actions.uitvoering import confirm_vertrek, let_vertrek_doorgaan

__all__ = [
    "Uitleg",
    "book_vertrek",
    "cancel_boeking",
    "change_boeking",
    "close_dossier",
    "confirm_vertrek",
    "let_vertrek_doorgaan",
    "record_aanwezigheidscontrole",
    "record_bericht_van_vertrek",
    "record_niet_gezien",
    "record_weer_gezien",
    "reopen_dossier",
]
