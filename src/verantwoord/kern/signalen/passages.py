"""The matters that words may be about: the four toetsingsmomenten, and a wish."""

from typing import Literal

Terrein = Literal["medisch", "buiten_schuld", "schrijnend", "mensenhandel", "wens"]
