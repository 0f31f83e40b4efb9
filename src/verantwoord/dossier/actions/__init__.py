"""Every change of a dossier. The order is always the same: right, lock, norms, write, event."""

from verantwoord.dossier.actions.behandeling import assign_regievoerder, finish_intake
from verantwoord.dossier.actions.feitenwijziging import NietsVeranderd, change_feiten, lock_versie
from verantwoord.dossier.actions.overname import import_dossierbeeld, open_dossiers, receive_overdracht
from verantwoord.dossier.actions.procedure import (
    record_procedure,
    record_startgebeurtenis,
    record_verwijderbaarheidscheck,
)
from verantwoord.dossier.actions.slot import lock_dossier

__all__ = [
    "NietsVeranderd",
    "assign_regievoerder",
    "change_feiten",
    "finish_intake",
    "import_dossierbeeld",
    "lock_dossier",
    "lock_versie",
    "open_dossiers",
    "receive_overdracht",
    "record_procedure",
    "record_startgebeurtenis",
    "record_verwijderbaarheidscheck",
]
