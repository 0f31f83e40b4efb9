"""Which sequence numbers of a sender have not arrived."""

from collections.abc import Iterable, Iterator


def gaten(oplopend: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the runs (from, to) missing between the lowest and the highest number, both ends included.

    ``oplopend`` holds the numbers received from one sender, ascending, the same number as often as it came. Only the borders
    of a gap are ever held, so a leap of a thousand million costs no more than one of two. Raises ``ValueError`` on numbers
    that are not in order, because the answer would be wrong without anyone seeing it.
    """
    vorige: int | None = None
    for nummer in oplopend:
        if vorige is not None:
            if nummer < vorige:
                raise ValueError("sequence numbers must be given in ascending order")
            if nummer > vorige + 1:
                yield vorige + 1, nummer - 1
        vorige = nummer
