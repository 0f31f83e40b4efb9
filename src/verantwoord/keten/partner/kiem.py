"""What is asked of a partner before it has its words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Kiem:
    """A question before it has its words: thousands are put in order, a few are shown. ``zeg`` takes the name."""

    datum: date | None
    sinds: date
    url: str
    knop: str
    zeg: Callable[[str], tuple[str, str]]
    over: UUID | None = None
    dossiers: tuple[UUID, ...] = ()
