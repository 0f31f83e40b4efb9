"""The reference pages of the documentation, made from the program itself so that they cannot say something else.

``verantwoord make-docs`` writes them; a test compares what is committed with what the program says now.
"""

from collections.abc import Callable
from pathlib import Path

from verantwoord.project.naslag.begrippen import begrippen
from verantwoord.project.naslag.normen import normen
from verantwoord.project.naslag.openapi import openapi
from verantwoord.project.naslag.rechten import rechten
from verantwoord.project.naslag.toegang import toegang
from verantwoord.project.naslag.verwerkingen import verwerkingen

BLADEN: dict[str, Callable[[], str]] = {
    "normen.md": normen,
    "begrippen.md": begrippen,
    "openapi.json": openapi,
    "rechten.md": rechten,
    "toegang.md": toegang,
    "verwerkingen.md": verwerkingen,
}


def maak_bladen(map_: Path) -> list[str]:
    """Write every page that differs, and name those."""
    map_.mkdir(parents=True, exist_ok=True)
    anders = []
    for naam, maak in BLADEN.items():
        blad, tekst = map_ / naam, maak()
        if not blad.exists() or blad.read_text() != tekst:
            blad.write_text(tekst)
            anders.append(naam)
    return anders
