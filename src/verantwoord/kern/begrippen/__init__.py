"""The words of the field, each with one meaning: the only glossary, from which the documentation is made."""

from typing import Final

from verantwoord.kern.begrippen.begrip import Begrip
from verantwoord.kern.begrippen.keten import KETEN
from verantwoord.kern.begrippen.procedure import PROCEDURE
from verantwoord.kern.begrippen.toetsing import TOETSING
from verantwoord.kern.begrippen.vertrek import VERTREK

__all__ = ["BEGRIPPEN", "KETEN", "PROCEDURE", "TOETSING", "VERTREK", "Begrip"]

BEGRIPPEN: Final = tuple(sorted((*PROCEDURE, *VERTREK, *TOETSING, *KETEN), key=lambda b: b.term.casefold()))
