"""Refusals of this room. Each ``melding`` is shown as it is."""

from typing import Any

from verantwoord.kern.fouten import DomeinFout


class KanNiet(DomeinFout):
    """What was asked does not fit; ``veld`` names the field of the form that it belongs to."""

    def __init__(self, melding: str, *, veld: str | None = None) -> None:
        super().__init__(melding)
        self.veld = veld


class AlVeranderd(DomeinFout):
    """A colleague saved in the meantime; ``bewaard`` holds what stands there now, by field."""

    def __init__(self, melding: str, *, bewaard: dict[str, Any], versie: int) -> None:
        super().__init__(melding)
        self.bewaard = bewaard
        self.versie = versie
