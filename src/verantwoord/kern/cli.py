"""The commands that need no database: check-dossier and list-normen, and the way to the others.

Written by hand instead of with a parser library, because every word a user reads is Dutch and a single file
must be answered at once from a cold start. Exit code 0 is done, 1 refused with a sentence on stderr, 2 wrong use.
"""

import gc
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import BinaryIO, Final, NamedTuple

import msgspec

from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import NORMEN
from verantwoord.kern.rapport import rapporteer, rapporteer_normen
from verantwoord.kern.zicht import AMSTERDAM

GEDAAN: Final = 0
GEWEIGERD: Final = 1
VERKEERD_GEBRUIKT: Final = 2
_PER_KEER: Final = 64 * 1024
# A line is about as long as the ordinary buffer; a larger one asks the system less often.
_LEESBLOK: Final = 1024 * 1024

HULP_CHECK_DOSSIER: Final = """\
Gebruik: verantwoord check-dossier BESTAND [--op DATUM] [--json]
         verantwoord check-dossier --lines BESTAND.jsonl --op DATUM --json

Zegt wat de normen van een dossier vinden, zonder database. BESTAND is een dossierbeeld (JSON); - leest van de invoer.

  --op DATUM   de dag waarvoor het antwoord geldt (JJJJ-MM-DD); zonder --op is dat vandaag in Nederland
  --json       geef het antwoord als JSON; zonder --json komt er een leesbaar verslag
  --lines      lees één dossierbeeld per regel en geef één antwoord per regel, in dezelfde volgorde; een regel die niet
               past geeft {"regel": n, "fout": "…"} en de rest gaat door
"""
HULP_LIST_NORMEN: Final = """\
Gebruik: verantwoord list-normen [--json]

Noemt elke norm met zijn bron, de waarden waarmee hij rekent en wat hij tegenhoudt.

  --json       geef de normen als JSON; zonder --json komt er een leesbare lijst
"""


class _VerkeerdGebruik(Exception):
    """The words on the command line do not make a command; the text says what to do."""


class _Opdracht(NamedTuple):
    bestand: str
    op: date
    als_json: bool
    per_regel: bool


def main(argv: Sequence[str]) -> int:
    """Run one of the commands: its name first, then its words."""
    if argv[0] == "compare-beoordelaars":
        from verantwoord.kern.cli_beoordelaars import compare_beoordelaars  # noqa: PLC0415 - check-dossier starts cold without it

        return compare_beoordelaars(argv[1:])
    if argv[0] in {"find-signalen", "measure-signalen"}:
        from verantwoord.kern.signalen.opdracht import find_signalen, measure_signalen  # noqa: PLC0415 - the same

        return (find_signalen if argv[0] == "find-signalen" else measure_signalen)(argv[1:])
    return {"check-dossier": check_dossier, "list-normen": list_normen}[argv[0]](argv[1:])


def check_dossier(argv: Sequence[str]) -> int:
    """Answer for one dossierbeeld, or for one a line."""
    if "--help" in argv or "-h" in argv:
        sys.stdout.write(HULP_CHECK_DOSSIER)
        return GEDAAN
    try:
        opdracht = _lees_woorden(argv)
    except _VerkeerdGebruik as fout:
        sys.stderr.write(f"{fout} verantwoord check-dossier --help legt de opdracht uit.\n")
        return VERKEERD_GEBRUIKT
    try:
        with _open(opdracht.bestand) as bron:
            if opdracht.per_regel:
                _beoordeel_regels(bron, opdracht)
            else:
                _beoordeel_een(bron.read(), opdracht)
    except DomeinFout as fout:
        sys.stderr.write(f"{fout.melding}\n")
        return GEWEIGERD
    return GEDAAN


def list_normen(argv: Sequence[str]) -> int:
    """List every norm, also those that are not about one dossier."""
    if "--help" in argv or "-h" in argv:
        sys.stdout.write(HULP_LIST_NORMEN)
        return GEDAAN
    vreemd = [woord for woord in argv if woord != "--json"]
    if vreemd:
        sys.stderr.write(
            f"list-normen kent {vreemd[0]} niet. verantwoord list-normen --help legt de opdracht uit.\n"
        )
        return VERKEERD_GEBRUIKT
    if "--json" in argv:
        sys.stdout.write(
            msgspec.json.encode([norm.als_gegevens() for norm in NORMEN.values()]).decode() + "\n"
        )
    else:
        sys.stdout.write(rapporteer_normen(NORMEN.values()))
    return GEDAAN


def _lees_woorden(argv: Sequence[str]) -> _Opdracht:
    """Make sense of the command line, or say what is wrong with it."""
    bestanden: list[str] = []
    op: date | None = None
    als_json = per_regel = False
    woorden = iter(argv)
    for woord in woorden:
        if woord == "--json":
            als_json = True
        elif woord == "--lines":
            per_regel = True
        elif woord == "--op" or woord.startswith("--op="):
            op = _lees_datum(woord[5:] if "=" in woord else next(woorden, ""))
        elif woord.startswith("-") and woord != "-":
            raise _VerkeerdGebruik(f"check-dossier kent {woord} niet.")
        else:
            bestanden.append(woord)
    if len(bestanden) != 1:
        raise _VerkeerdGebruik("Geef één bestand op, of - om van de invoer te lezen.")
    if per_regel and not als_json:
        raise _VerkeerdGebruik("Met --lines is het antwoord altijd JSON. Geef --json erbij.")
    return _Opdracht(bestanden[0], op or datetime.now(AMSTERDAM).date(), als_json, per_regel)


def _lees_datum(tekst: str) -> date:
    try:
        # Python also reads the other forms of ISO 8601, such as week dates; this command does not.
        if len(tekst) == 10 and tekst[4] == tekst[7] == "-":
            return date.fromisoformat(tekst)
    except ValueError:
        pass
    raise _VerkeerdGebruik(
        f"{tekst or 'Niets'} is geen datum. Schrijf de dag achter --op als JJJJ-MM-DD, zoals 2022-03-07."
    )


@contextmanager
def _open(bestand: str) -> Iterator[BinaryIO]:
    if bestand == "-":
        yield sys.stdin.buffer
        return
    try:
        bron = open(bestand, "rb", buffering=_LEESBLOK)  # noqa: SIM115, PTH123 - closed below; pathlib costs start-up time for one open
    except OSError as fout:
        raise DomeinFout(_waarom_niet(bestand, fout)) from fout
    with bron:
        yield bron


def _waarom_niet(bestand: str, fout: OSError) -> str:
    if isinstance(fout, FileNotFoundError):
        return f"Het bestand {bestand} bestaat niet. Kijk de naam na."
    if isinstance(fout, IsADirectoryError):
        return f"{bestand} is een map. Geef een bestand op."
    return f"Het bestand {bestand} is niet te lezen ({fout.strerror}). Kijk na of u het mag openen."


def _beoordeel_een(inhoud: bytes, opdracht: _Opdracht) -> None:
    beeld = lees_dossierbeeld(inhoud)
    beoordeling = beoordeel(beeld, peildatum=opdracht.op)
    if opdracht.als_json:
        _schrijf([msgspec.json.encode(beoordeling), b"\n"])
    else:
        sys.stdout.write(rapporteer(beoordeling))


def _beoordeel_regels(bron: BinaryIO, opdracht: _Opdracht) -> None:
    """Answer line by line, so that a file of any size takes the same memory.

    The facts of a dossier form no cycles, so the garbage collector would only look for what is not there.
    """
    regels: Iterable[bytes] = bron
    if sys.stderr.isatty() and not sys.stdout.isatty():
        from verantwoord.kern.voortgang import volg  # noqa: PLC0415 - of use on a terminal only

        regels = volg(bron, tekst="Dossiers beoordelen")
    gc.freeze()
    gc.disable()
    try:
        _schrijf(_antwoorden(regels, opdracht.op))
    finally:
        gc.enable()
        gc.unfreeze()


def _antwoorden(regels: Iterable[bytes], op: date) -> Iterator[bytes]:
    """Give the answers, each on a line of its own, some tens of kilobytes at a time."""
    encode_into = msgspec.json.Encoder().encode_into
    deel = bytearray()
    for nummer, regel in enumerate(regels, 1):
        try:
            encode_into(beoordeel(lees_dossierbeeld(regel), peildatum=op), deel, -1)
        except DomeinFout as fout:
            encode_into({"regel": nummer, "fout": fout.melding}, deel, -1)
        deel += b"\n"
        if len(deel) >= _PER_KEER:
            yield bytes(deel)
            deel.clear()
    yield bytes(deel)


def _schrijf(delen: Iterable[bytes]) -> None:
    """Write bytes to stdout in pieces; whoever replaced stdout by a text stream gets text."""
    uit = getattr(sys.stdout, "buffer", None)
    if uit is None:
        sys.stdout.writelines(deel.decode() for deel in delen)
        return
    sys.stdout.flush()
    uit.writelines(delen)
    uit.flush()
