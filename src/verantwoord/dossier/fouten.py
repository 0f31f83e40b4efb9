"""Refusals that belong to a dossier. Each ``melding`` is shown as it is."""

from collections.abc import Sequence
from typing import Any

from verantwoord.kern.beoordeling import Bevinding
from verantwoord.kern.fouten import DomeinFout


class NormBlokkeert(DomeinFout):
    """One or more norms stop this act today; ``bevindingen`` say why, until when and by which source."""

    def __init__(self, melding: str, *, handeling: str, bevindingen: Sequence[Bevinding]) -> None:
        super().__init__(melding)
        self.handeling = handeling
        self.bevindingen = tuple(bevindingen)


class Versieconflict(DomeinFout):
    """Somebody else saved in the meantime; ``bewaard`` holds what stands there now, by field."""

    def __init__(self, melding: str, *, bewaard: dict[str, Any], versie: int) -> None:
        super().__init__(melding)
        self.bewaard = bewaard
        self.versie = versie
