"""Letters and documents as tagged PDF (PDF/UA-1), so that a screen reader reads them in order and in their language."""

import functools
import json
import re
from pathlib import Path
from typing import Any

import typst

PACKAGE = Path(__file__).resolve().parents[1]
FONTS = Path(__file__).parent / "static" / "vendor" / "pdf"

BRIEF = Path(__file__).parent / "typst" / "brief.typ"
"""A letter. Needs titel, afzender, plaats_datum, aanhef, delen, ondertekening; may have afzender_regels, contact
(kop, regels), geadresseerde, groet, taal, voettekst, taalregel (taal, tekst), paginawoorden."""

DOCUMENT = Path(__file__).parent / "typst" / "document.typ"
"""A document. Needs titel, delen; may have boven, onderkop, feiten, afzender, taal, voettekst.

A part (``delen``) may have kop, niveau, alineas, lijst, feiten (naam, waarde), citaat, tabel (kolommen, rijen)."""


UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')


class PdfFout(Exception):
    """The document could not be made; the text names the template, never what should have been in it."""


def maak_pdf(sjabloon: Path, gegevens: dict[str, Any]) -> bytes:
    """Return the PDF that a template makes of plain data.

    ``gegevens`` goes in as JSON, so a text in it is text, whatever signs it holds. ``titel`` is required and ``taal``
    (a language code, Dutch when absent) is what the reader's voice will use. A template stands inside the package and
    imports ``/web/typst/huisstijl.typ``. A sign that no font has is named by its number, for a letter must not fail
    on a picture in someone's own words, nor leave it out in silence. Raises ``PdfFout`` for anything else.
    """
    text = json.dumps(gegevens, ensure_ascii=False)
    try:
        return _compile(sjabloon, text)
    except typst.TypstError as fout:
        strange = set(UNSHOWN.findall(fout.diagnostic))
        if not strange:
            raise PdfFout(_without_content(sjabloon, fout)) from None
    for signs in strange:
        text = text.replace(signs, "".join(f"[U+{ord(sign):04X}]" for sign in signs))
    try:
        return _compile(sjabloon, text)
    except typst.TypstError as fout:
        raise PdfFout(_without_content(sjabloon, fout)) from None


def _compile(sjabloon: Path, gegevens: str) -> bytes:
    compiler = typst.Compiler(sjabloon, root=PACKAGE, font_paths=_fonts(), sys_inputs={"gegevens": gegevens})
    made = compiler.compile(format="pdf", pdf_standards="ua-1")
    if not isinstance(made, bytes):
        raise PdfFout(f"{sjabloon.name}: no document came out")
    return made


def _without_content(sjabloon: Path, fout: typst.TypstError) -> str:
    """Return what is wrong without the words the compiler quotes: those may be a person's."""
    return f"{sjabloon.name}: " + re.sub(r'"[^"]*"', '"…"', fout.message)


@functools.cache
def _fonts() -> typst.Fonts:
    """Return our own fonts and those the compiler carries, never the machine's: it looks the same everywhere."""
    if not FONTS.is_dir():
        raise PdfFout("The fonts are not there yet; run the set-up.")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])
