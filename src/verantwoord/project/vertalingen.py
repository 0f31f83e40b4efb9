"""Compile the translations of the interface, so that Django can read them; needs no gettext on the machine."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def bouw_vertalingen(root: Path) -> None:
    """Write the ``.mo`` beside every ``.po``; a half-written one is never seen."""
    for bron in sorted((root / "src" / "verantwoord").glob("*/locale/*/LC_MESSAGES/*.po")):
        with bron.open("rb") as leesbaar:
            catalogus = read_po(leesbaar, locale=bron.parents[1].name, abort_invalid=True)
        doel, nieuw = bron.with_suffix(".mo"), bron.with_suffix(".nieuw")
        with nieuw.open("wb") as schrijfbaar:
            write_mo(schrijfbaar, catalogus)
        nieuw.replace(doel)
