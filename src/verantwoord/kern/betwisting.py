"""What a person can contest, and which answers of partners rest on it.

The mark follows the fact: whoever sees the fact, or an answer made from it, sees that the person says it is not right,
and since when, until somebody decided. AVG art. 5(1)(d), 16 and 18(1)(a); report §1.6.
"""

from types import MappingProxyType
from typing import Final, NamedTuple


class Onderwerp(NamedTuple):
    """One thing that can be contested: its words, its category in the need-to-know matrix, and the answers it feeds."""

    sleutel: str
    titel: str
    categorie: str
    antwoorden: tuple[str, ...] = ()


_ALLE: Final = (
    Onderwerp("persoon.naam", "Naam", "identiteit"),
    Onderwerp("persoon.geboortedatum", "Geboortedatum", "identiteit"),
    Onderwerp("persoon.nationaliteiten", "Nationaliteit", "identiteit"),
    Onderwerp("persoon.talen", "Taal", "identiteit"),
    Onderwerp("persoon.gezin", "Gezin", "identiteit"),
    Onderwerp("opvang.verblijfplaatsen", "Waar ik woon", "identiteit"),
    Onderwerp("opvang.recht_eindigt_op", "Tot wanneer er opvang is", "opvang_einddatum", ("opvangrecht",)),
    Onderwerp("procedure", "Beslissingen, beroep en uitspraken", "ind_besluit"),
    Onderwerp("vertrektermijn", "De tijd om zelf te vertrekken", "vertrekplan_en_toetsing"),
    Onderwerp("gesprekken", "Een verslag van een gesprek", "gespreksverslag"),
    Onderwerp("toetsingen", "Een toetsing", "vertrekplan_en_toetsing"),
    Onderwerp("medisch", "Mijn medische route", "medisch", ("reisgeschiktheid",)),
    Onderwerp("vertrekplannen", "Het vertrekplan", "vertrekplan_en_toetsing", ("stappen",)),
    Onderwerp("lp_aanvragen", "Reisdocumenten", "vertrekplan_en_toetsing", ("vertrek",)),
    Onderwerp("toezicht", "Meldplicht, afwezigheid of bewaring", "toezicht_en_bewaring", ("toezicht",)),
)
ONDERWERPEN: Final = MappingProxyType({onderwerp.sleutel: onderwerp for onderwerp in _ALLE})
