"""Errors a person can do something about. Views, API and commands turn them into words."""


class DomeinFout(Exception):
    """Base of every error that is part of the domain, not a bug.

    ``melding`` is shown to the user as is: plain Dutch, saying what to do next, naming no person.
    """

    def __init__(self, melding: str) -> None:
        super().__init__(melding)
        self.melding = melding


class LeesFout(DomeinFout):
    """A file or message does not have the shape its contract asks; ``pad`` names the place."""

    def __init__(self, melding: str, *, pad: str = "") -> None:
        super().__init__(melding)
        self.pad = pad
