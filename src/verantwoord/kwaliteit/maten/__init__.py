"""Every measure of the quality of the work: what it counts, by which norm, and the questions that count it.

Each measure is about dossiers and answers yes, no or unknown; unknown is counted apart and never as yes. The figures
come from marks that are the same in PostgreSQL and in the columnar file of the night, by one and the same question.
"""

from verantwoord.kwaliteit.maten.definities import GROEPEN, MATEN
from verantwoord.kwaliteit.maten.maat import Dimensie, Duur, Gemeten, Maat

__all__ = ["GROEPEN", "MATEN", "Dimensie", "Duur", "Gemeten", "Maat"]
