"""Find every sentence of the portal, so that a test can say which ones a language lacks. Nothing is run."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from verantwoord.portaal.taal.catalogus import catalogus

_IN_SJABLOON: Final = re.compile(r"""\{%\s*zin\s+(["'])(?P<zin>.*?)\1""")
_NAMEN: Final = frozenset({"zin", "zin_lui", "maak_zin"})
PORTAAL: Final = Path(__file__).parents[1]


def zinnen() -> dict[str, str]:
    """Every sentence with the file where it was first found, sorted by file."""
    gevonden: dict[str, str] = {}
    for pad in sorted(PORTAAL.rglob("*.html")) + sorted(PORTAAL.rglob("*.py")):
        lees = _in_sjabloon if pad.suffix == ".html" else _in_python
        for zin in lees(pad.read_text(encoding="utf-8")):
            gevonden.setdefault(zin, str(pad.relative_to(PORTAAL)))
    return gevonden


def ontbreekt(taal: str) -> dict[str, str]:
    """The sentences that this language lacks, with the file each stands in."""
    klaar = catalogus(taal)
    return {zin: plek for zin, plek in zinnen().items() if zin not in klaar}


def _in_sjabloon(bron: str) -> Iterator[str]:
    return (gevonden["zin"] for gevonden in _IN_SJABLOON.finditer(bron))


def _in_python(bron: str) -> Iterator[str]:
    for knoop in ast.walk(ast.parse(bron)):
        if isinstance(knoop, ast.Call) and getattr(knoop.func, "id", "") in _NAMEN and knoop.args:
            eerste = knoop.args[0]
            if isinstance(eerste, ast.Constant) and isinstance(eerste.value, str):
                yield eerste.value
