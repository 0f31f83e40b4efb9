"""Show how far long work is: a bar for who watches a terminal, one line for who reads it later.

Everything goes to stderr, so that what a command answers stays clean.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def volg(dingen: Iterable[T], *, totaal: int | None = None, tekst: str) -> Iterator[T]:
    """Pass ``dingen`` on one by one and tell, under the name ``tekst``, how far it is and how long it took."""
    if sys.stderr.isatty():
        return _met_balk(dingen, totaal=totaal, tekst=tekst)
    return _met_regel(dingen, tekst=tekst)


def _met_balk(dingen: Iterable[T], *, totaal: int | None, tekst: str) -> Iterator[T]:
    from rich.console import Console  # noqa: PLC0415 - slow to load, and of use on a terminal only
    from rich.progress import track  # noqa: PLC0415 - idem

    return iter(track(dingen, total=totaal, description=tekst, console=Console(stderr=True)))


def _met_regel(dingen: Iterable[T], *, tekst: str) -> Iterator[T]:
    begin, aantal = time.monotonic(), 0
    for ding in dingen:
        yield ding
        aantal += 1
    duur = f"{time.monotonic() - begin:.1f}".replace(".", ",")
    sys.stderr.write(f"{tekst}: {aantal} in {duur} s\n")
