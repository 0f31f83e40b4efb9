"""Refusals of detention that no norm gives. Each ``melding`` is shown as it is."""

from collections.abc import Mapping, Sequence

from verantwoord.kern.fouten import DomeinFout


class KanNietNu(DomeinFout):
    """The step does not fit how the proposal or the detention stands."""


class NietBevoegd(DomeinFout):
    """Who acts is not designated today, or took part before in the same proposal."""


class NogNietCompleet(DomeinFout):
    """The proposal cannot be read by somebody else yet; ``tekort`` says what lacks, by part."""

    def __init__(self, melding: str, *, tekort: Mapping[str, Sequence[str]]) -> None:
        super().__init__(melding)
        self.tekort = dict(tekort)


class VeldFout(DomeinFout):
    """One answer is missing or cannot be; ``veld`` is where."""

    def __init__(self, melding: str, *, veld: str) -> None:
        super().__init__(melding)
        self.veld = veld
