"""A text as it stands in a spreadsheet: no program may read it as something to work out."""

from typing import Final

_ALS_FORMULE: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def veilig(tekst: str) -> str:
    """A text that no program reads as a formula, also not after it was saved as something else."""
    return f"'{tekst}" if tekst.lstrip("'").startswith(_ALS_FORMULE) else tekst


def als_getypt(tekst: str) -> str:
    """The text before it was made safe."""
    return tekst[1:] if tekst.startswith("'") and tekst.lstrip("'").startswith(_ALS_FORMULE) else tekst
