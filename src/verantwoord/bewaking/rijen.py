"""Many rows in one statement. COPY is refused where row-level security guards a table, so they come as columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.backends.utils import CursorWrapper


def voeg_toe(
    cursor: CursorWrapper, tabel: str, soorten: Mapping[str, str], rijen: Sequence[Sequence[Any]]
) -> None:
    """Insert rows; ``soorten`` names the columns in order with their types. JSON comes as text."""
    kolommen = ", ".join(soorten)
    lijsten = ", ".join(f"%s::{soort}[]" for soort in soorten.values())
    cursor.execute(
        f"insert into {tabel} ({kolommen}) select * from unnest({lijsten})",  # noqa: S608 - names of our own
        [list(kolom) for kolom in zip(*rijen, strict=True)],
    )
