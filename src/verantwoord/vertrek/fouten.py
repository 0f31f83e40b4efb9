"""Refusals of this room that no norm gives: the step does not fit how the dossier stands, or an answer is missing."""

from verantwoord.kern.fouten import DomeinFout


class StapNietAanDeOrde(DomeinFout):
    """The step was done already, another one comes first, or its day is not today."""


class DagKloptNiet(DomeinFout):
    """A day cannot be right: what happened lies ahead, or what is planned lies behind. ``veld`` is its field."""

    def __init__(self, melding: str, *, veld: str) -> None:
        super().__init__(melding)
        self.veld = veld


class AntwoordOntbreekt(DomeinFout):
    """Something must be written down before this may be done. ``veld`` is the field where."""

    def __init__(self, melding: str, *, veld: str) -> None:
        super().__init__(melding)
        self.veld = veld
