"""The portal takes no screen, form or head of a page from another room."""

import ast
from pathlib import Path

from verantwoord import portaal

SCHERMEN = frozenset({"views", "forms", "blad", "tonen", "api", "templatetags"})


def _ingevoerd(pad: Path) -> set[str]:
    """The modules of the program that a file imports, by their full name."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    namen = {alias.name for knoop in ast.walk(boom) if isinstance(knoop, ast.Import) for alias in knoop.names}
    return namen | {
        f"{knoop.module}.{alias.name}"
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ImportFrom) and knoop.module
        for alias in knoop.names
    }


def test_given_every_module_of_the_portal_when_read_then_none_takes_a_screen_of_another_room():
    bestanden = sorted(Path(portaal.__file__).parent.rglob("*.py"))

    vreemd = {
        naam
        for bestand in bestanden
        for naam in _ingevoerd(bestand)
        if naam.startswith("verantwoord.")
        and not naam.startswith(("verantwoord.portaal.", "verantwoord.web."))
        and SCHERMEN & set(naam.split("."))
    }

    assert vreemd == set()
    assert bestanden
