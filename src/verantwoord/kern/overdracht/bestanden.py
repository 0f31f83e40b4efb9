"""From files and folders to messages, one at a time, never more in memory than one message may be."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from verantwoord.kern.fouten import LeesFout

MAX_BYTES = 1_048_576

_BOM = b"\xef\xbb\xbf"
_WIT = b" \t\r\n"
_SOORTEN = (".json", ".jsonl")
_STUK = 65_536


@dataclass(frozen=True, kw_only=True, slots=True)
class Invoer:
    """One message as it lies in a file: where it stands, and its bytes without byte order mark and line end.

    ``inhoud`` is ``None`` when it is larger than a message may be: it was counted and hashed, not kept. ``begin`` and
    ``omvang`` (bytes) say where to find it whole.
    """

    bestand: str
    regel: int
    begin: int
    omvang: int
    sha256: str
    inhoud: bytes | None


def lees_paden(paden: Iterable[Path]) -> Iterator[Invoer]:
    """Give all messages of files and folders, in the order given; raises ``LeesFout`` at a path that is neither.

    A folder is read with everything below it, only ``.json`` and ``.jsonl``, in code point order of the path within it.
    """
    for pad in paden:
        for bestand in _bestanden(pad):
            if bestand.name.endswith(".jsonl"):
                yield from _lees_regels(bestand)
            else:
                yield _lees_geheel(bestand)


def _bestanden(pad: Path) -> list[Path]:
    if pad.is_dir():
        gevonden = [
            Path(map_, naam)
            for map_, _, namen in os.walk(pad)
            for naam in namen
            if naam.endswith(_SOORTEN) and Path(map_, naam).is_file()
        ]
        return sorted(gevonden, key=lambda bestand: bestand.relative_to(pad).as_posix())
    if not pad.is_file():
        raise LeesFout(f"{_naam(pad)} bestaat niet: noem een .json- of .jsonl-bestand of een map.")
    if not pad.name.endswith(_SOORTEN):
        raise LeesFout(f"{_naam(pad)} is geen .json- of .jsonl-bestand: noem zo een bestand of een map.")
    return [pad]


def _naam(pad: Path) -> str:
    """Write the path as text that can be printed, whatever bytes the file system has in it."""
    return os.fsencode(pad.as_posix()).decode("utf-8", "replace")


def _skip_bom(stroom: BinaryIO) -> int:
    """Stand after a byte order mark, if there is one, and tell where that is."""
    if stroom.read(len(_BOM)) != _BOM:
        stroom.seek(0)
    return stroom.tell()


def _lees_geheel(bestand: Path) -> Invoer:
    """Read a ``.json`` file: one message, whatever line ends it has."""
    with bestand.open("rb") as stroom:
        begin = _skip_bom(stroom)
        inhoud = stroom.read(MAX_BYTES + 1)
        som, omvang = hashlib.sha256(inhoud), len(inhoud)
        if past := omvang <= MAX_BYTES:
            stroom.seek(0, os.SEEK_END)
        while stuk := stroom.read(_STUK):
            som.update(stuk)
            omvang += len(stuk)
    return Invoer(
        bestand=_naam(bestand),
        regel=1,
        begin=begin,
        omvang=omvang,
        sha256=som.hexdigest(),
        inhoud=inhoud if past else None,
    )


def _lees_regels(bestand: Path) -> Iterator[Invoer]:
    """Read the lines of a ``.jsonl`` file. Only LF ends one; a blank line is no message but does count in ``regel``."""
    naam = _naam(bestand)
    with bestand.open("rb") as stroom:
        begin = _skip_bom(stroom)
        regel = 0
        # Two bytes more than a message may be: room for CR LF. What fills them without a line end is too long.
        while stuk := stroom.readline(MAX_BYTES + 2):
            regel += 1
            inhoud = _zonder_regeleinde(stuk)
            if len(inhoud) <= MAX_BYTES:
                leeg, omvang, som = not inhoud.strip(_WIT), len(inhoud), hashlib.sha256(inhoud).hexdigest()
                gelezen = len(stuk)
            else:
                leeg, omvang, som, gelezen = _tel_lange_regel(stroom, stuk)
            if not leeg:
                yield Invoer(
                    bestand=naam,
                    regel=regel,
                    begin=begin,
                    omvang=omvang,
                    sha256=som,
                    inhoud=inhoud if omvang <= MAX_BYTES else None,
                )
            begin += gelezen


def _zonder_regeleinde(stuk: bytes) -> bytes:
    return stuk[:-1].removesuffix(b"\r") if stuk.endswith(b"\n") else stuk


def _tel_lange_regel(stroom: BinaryIO, stuk: bytes) -> tuple[bool, int, str, int]:
    """Read on to the end of a line that is too long: is it blank, its size, its hash, and the bytes read.

    A CR at the end of a piece waits for the next one, because it belongs to the line end when LF follows there.
    """
    som, gelezen, omvang, leeg, wacht = hashlib.sha256(), 0, 0, True, b""
    while stuk:
        gelezen += len(stuk)
        compleet = stuk.endswith(b"\n")
        stuk = _zonder_regeleinde(wacht + stuk)
        wacht = b"\r" if stuk.endswith(b"\r") else b""
        stuk = stuk.removesuffix(wacht)
        som.update(stuk)
        omvang += len(stuk)
        leeg = leeg and not stuk.strip(_WIT)
        stuk = b"" if compleet else stroom.readline(_STUK)
    som.update(wacht)
    return leeg, omvang + len(wacht), som.hexdigest(), gelezen
