"""Refusals that belong to a dossier. Each ``melding`` is shown as it is."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from verantwoord.kern.beoordeling import Bevinding
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang


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


class DossierGesloten(GeenToegang):
    """A closed dossier is read, not worked on; whoever has a reason opens it again first.

    It is a refusal of the same kind as a right one lacks, so that every page that can refuse refuses this too.
    """

    titel = _("Dit dossier is gesloten")
