"""The commands find-signalen and measure-signalen: a file of texts in, passages or figures out; no database."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.signalen.meting import Proeftekst, meet
from verantwoord.kern.signalen.zoeken import Signaal, zoek_signalen

HULP_FIND: Final = """\
Gebruik: verantwoord find-signalen BESTAND.jsonl

Zoekt in elke tekst de passages die om een menselijke blik vragen. BESTAND heeft per regel {"id": …, "tekst": …};
- leest van de invoer. Per regel komt er {"id": …, "signalen": […]}, in dezelfde volgorde, met de plaats in de tekst,
de regel die geraakt is en waarom die regel bestaat. Niets gevonden betekent niet dat er niets is.
"""
HULP_MEASURE: Final = """\
Gebruik: verantwoord measure-signalen BESTAND.jsonl [--apart GETAL [--ook-missers]]

Vergelijkt wat de regels vinden met wat een lezer aanwees, per soort en per deel, en noemt wat is gemist.
BESTAND heeft per regel {"id", "tekst", "signalen": [{"soort", "citaat"}], "categorie", "negatie_type"}; zonder citaat is het
de hele tekst. - leest van de invoer.

  --apart GETAL   houd een derde apart, gekozen met dit getal; daarvan komen alleen de cijfers
  --ook-missers   noem ook wat in het aparte deel is gemist; daarna is dat deel niet meer apart
"""


_OOK_MISSERS: Final = "--ook-missers"
_T = TypeVar("_T")


class _Vraag(msgspec.Struct, frozen=True, kw_only=True):
    id: str | int
    tekst: str


class _Antwoord(msgspec.Struct, frozen=True, kw_only=True):
    id: str | int
    signalen: list[Signaal]


def find_signalen(argv: Sequence[str]) -> int:
    """Answer every line; a line that does not fit stops with its number, because a text left out looks like no hit."""
    if "--help" in argv or "-h" in argv:
        sys.stdout.write(HULP_FIND)
        return 0
    if len(argv) != 1 or (argv[0].startswith("-") and argv[0] != "-"):
        return _verkeerd("find-signalen")
    encode = msgspec.json.Encoder().encode
    try:
        for vraag in _lees(argv[0], _Vraag):
            antwoord = _Antwoord(id=vraag.id, signalen=zoek_signalen(vraag.tekst))
            sys.stdout.write(encode(antwoord).decode() + "\n")
    except DomeinFout as fout:
        sys.stderr.write(f"{fout.melding}\n")
        return 1
    return 0


def measure_signalen(argv: Sequence[str]) -> int:
    """Print recall and false alarms on a set that a reader labelled, with intervals and what was missed."""
    if "--help" in argv or "-h" in argv:
        sys.stdout.write(HULP_MEASURE)
        return 0
    woorden = [woord for woord in argv if woord != _OOK_MISSERS]
    zaad: int | None = None
    if "--apart" in woorden:
        plek = woorden.index("--apart")
        getal = woorden[plek + 1] if plek + 1 < len(woorden) else ""
        if not getal.isdecimal():
            return _verkeerd("measure-signalen")
        zaad = int(getal)
        del woorden[plek : plek + 2]
    if len(woorden) != 1 or (woorden[0].startswith("-") and woorden[0] != "-"):
        return _verkeerd("measure-signalen")
    try:
        sys.stdout.write(
            meet(list(_lees(woorden[0], Proeftekst)), zaad=zaad, alle_missers=_OOK_MISSERS in argv)
        )
    except DomeinFout as fout:
        sys.stderr.write(f"{fout.melding}\n")
        return 1
    return 0


def _verkeerd(opdracht: str) -> int:
    sys.stderr.write(
        f"Geef één bestand op, of - om van de invoer te lezen. verantwoord {opdracht} --help legt de opdracht uit.\n"
    )
    return 2


def _lees(bestand: str, soort: type[_T]) -> Iterator[_T]:
    """Read one object a line. Raises ``DomeinFout`` with the number of the line that does not fit, never its text."""
    decode = msgspec.json.Decoder(soort).decode
    try:
        inhoud = sys.stdin.buffer.read() if bestand == "-" else Path(bestand).read_bytes()
    except OSError as fout:
        raise DomeinFout(
            f"Het bestand {bestand} is niet te lezen. Kijk na of het bestaat en u het mag openen."
        ) from fout
    for nummer, regel in enumerate(inhoud.splitlines(), 1):
        if not regel.strip():
            continue
        try:
            gelezen = decode(regel)
        except (msgspec.DecodeError, UnicodeDecodeError) as fout:
            raise DomeinFout(
                f"Regel {nummer} heeft niet de gevraagde vorm. Geef per regel één JSON-object."
            ) from fout
        yield gelezen
