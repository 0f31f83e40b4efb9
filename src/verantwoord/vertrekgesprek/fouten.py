"""Refusals that belong to talks. Each ``melding`` is shown as it is."""

from collections.abc import Mapping

from verantwoord.kern.fouten import DomeinFout


class GesprekStaatVast(DomeinFout):
    """The talk is finished, or was called off: this cannot be done with it any more."""


class PlanningKloptNiet(DomeinFout):
    """The date or the moment of a planned talk does not fit; ``veld`` names the field to mend."""

    def __init__(self, melding: str, *, veld: str) -> None:
        super().__init__(melding)
        self.veld = veld


class VerslagOnvolledig(DomeinFout):
    """The report cannot be finished yet; ``velden`` says by field of the report what is missing or wrong."""

    def __init__(self, velden: Mapping[str, str]) -> None:
        super().__init__(" ".join(velden.values()))
        self.velden = dict(velden)
