"""Whose turn it is: for the chair, and for who speaks against. Counting only; nobody is skipped for good."""

from collections.abc import Sequence


def volgende(kandidaten: Sequence[str], geweest: Sequence[str]) -> str:
    """Give the candidate who had the fewest turns in ``geweest`` (oldest first).

    Of equals the one whose last turn is longest ago, one who never had a turn first; then the order of ``kandidaten``.
    Raises ``ValueError`` when there are no candidates.
    """
    laatst = {wie: plek for plek, wie in enumerate(geweest)}
    return min(
        kandidaten,
        key=lambda wie: (geweest.count(wie), laatst.get(wie, -1), kandidaten.index(wie)),
    )
