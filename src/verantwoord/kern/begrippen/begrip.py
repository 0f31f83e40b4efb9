"""What a term of the glossary holds."""

import msgspec


class Begrip(msgspec.Struct, frozen=True):
    """A word of the field: what it means here, where that comes from, and which words not to use for it.

    ``velden`` names the parts of the dossierbeeld in which the term is found, if any.
    """

    term: str
    betekenis: str
    bron: str
    niet: tuple[str, ...] = ()
    velden: tuple[str, ...] = ()
