"""Why something of an onderzoek cannot be. Each ``melding`` is shown as it is."""

from verantwoord.kern.fouten import DomeinFout


class OnderzoekWeg(DomeinFout):
    """There is no such onderzoek for this person."""


class OnderzoekKanNiet(DomeinFout):
    """The act does not fit how far the onderzoek is, or what is in it; the sentence says what to do."""


class IntussenGewijzigd(DomeinFout):
    """A colleague saved in the meantime; ``bewaard`` holds what stands there now, by field."""

    def __init__(self, melding: str, *, bewaard: dict[str, object], versie: int) -> None:
        super().__init__(melding)
        self.bewaard = bewaard
        self.versie = versie
