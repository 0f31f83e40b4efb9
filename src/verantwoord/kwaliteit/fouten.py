"""Why a measurement was not made."""

from verantwoord.kern.fouten import DomeinFout


class OnbekendeLocatie(DomeinFout):
    """Nobody in any dossier lives or lived at this place."""


class VerkeerdePeriode(DomeinFout):
    """The period ends before it begins."""
