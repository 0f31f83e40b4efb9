"""One typing error forgiven, in words that matter and are long enough not to be another word."""

from collections.abc import Iterable, Iterator

from verantwoord.kern.signalen.woordvorm import vouw

_KORTSTE = 7
_HEEL = 3


class Spelling:
    """Words by what is left when one letter is taken out, so that one error is found without comparing all pairs."""

    def __init__(self, woorden: Iterable[str], *, goed: Iterable[str]) -> None:
        bedoeld = {vouw(woord) for woord in woorden}
        self._goed = bedoeld | {vouw(woord) for woord in goed}
        self._bijna: dict[str, str] = {}
        # One error leaves the beginning or the end of a word as it was, so most words need not be compared.
        self._begin = {woord[:_HEEL] for woord in bedoeld}
        self._eind = {woord[-_HEEL:] for woord in bedoeld}
        for woord in sorted(bedoeld):
            self._bijna[woord] = woord
            for rest in _zonder_een_letter(woord):
                self._bijna.setdefault(rest, woord)

    def verbeter(self, vorm: str) -> str:
        """Give the word that was meant, or the same form when no word of the list is close."""
        if len(vorm) < _KORTSTE - 1 or vorm in self._goed:
            return vorm
        if vorm in self._bijna:
            return self._bijna[vorm]
        if vorm[:_HEEL] not in self._begin and vorm[-_HEEL:] not in self._eind:
            return vorm
        for rest in _zonder_een_letter(vorm):
            bedoeld = self._bijna.get(rest)
            # The first letter is seldom wrong, and often makes another word.
            if bedoeld and bedoeld[0] == vorm[0] and len(bedoeld) >= _KORTSTE:
                return bedoeld
        return vorm


def _zonder_een_letter(woord: str) -> Iterator[str]:
    for plek in range(1, len(woord)):
        yield woord[:plek] + woord[plek + 1 :]
