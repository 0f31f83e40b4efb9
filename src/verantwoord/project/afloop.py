"""How a command ends, the same for all: an exit code, and a sentence when it refuses."""

import sys

GEDAAN, GEWEIGERD, VERKEERD_GEBRUIKT = 0, 1, 2


def zeg(zin: str) -> None:
    """Say something to the person at the terminal, apart from what the command answers."""
    sys.stderr.write(f"{zin}\n")
    sys.stderr.flush()
