"""Refusals that belong to wishes. Each ``melding`` is shown as it is."""

from verantwoord.kern.fouten import DomeinFout


class WensKloptNiet(DomeinFout):
    """Something about the wish or its answer does not fit; ``veld`` names the field to mend, if there is one."""

    def __init__(self, melding: str, *, veld: str = "") -> None:
        super().__init__(melding)
        self.veld = veld
