"""Refusals of this room that no norm gives: the step does not fit how things stand, or an answer is missing."""

from verantwoord.kern.fouten import DomeinFout


class NietAanDeOrde(DomeinFout):
    """The step was done already, or another one comes first."""


class VeldFout(DomeinFout):
    """What was filled in cannot be right, or something is missing; ``veld`` is its field."""

    def __init__(self, melding: str, *, veld: str) -> None:
        super().__init__(melding)
        self.veld = veld
