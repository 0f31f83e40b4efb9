"""The categories of the need-to-know matrix in the words of a page."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CATEGORIE: Final[Mapping[str, Promise]] = {
    "identiteit": _("Wie het is"),
    "opvang_einddatum": _("Einde van de opvang"),
    "ind_besluit": _("Besluiten van de IND"),
    "medisch": _("Gezondheid en reizen"),
    "mensenhandel": _("Signalen van mensenhandel"),
    "vertrekplan_en_toetsing": _("Vertrekplan en toetsingen"),
    "gespreksverslag": _("Verslagen van gesprekken"),
    "toezicht_en_bewaring": _("Toezicht en bewaring"),
    "correspondentie_gemachtigde": _("Post met de gemachtigde"),
    "veiligheidskaart": _("Veiligheidskaart"),
    "inzagelog": _("Wie keek"),
    "rapportage": _("Aantallen"),
}
UITLEG: Final[Mapping[str, Promise]] = {
    "veiligheidskaart": _("Wat iemand moet weten bij gevaar: de kamer, de plattegrond, wat kalmeert."),
    "medisch": _("Of reizen kan en wat daarbij nodig is. Een ziekte staat hier nooit."),
    "ind_besluit": _("Wat is besloten en op welke dag."),
    "gespreksverslag": _("Wat in een gesprek met de DT&V is gezegd."),
    "vertrekplan_en_toetsing": _("Welke stappen zijn afgesproken en wat is nagegaan."),
    "toezicht_en_bewaring": _("Welke maatregel loopt en tot wanneer."),
    "opvang_einddatum": _("Tot wanneer iemand recht op opvang heeft."),
    "identiteit": _("Naam, geboortedatum, nummers, taal."),
}

GROND: Final[Mapping[str, Promise]] = {
    "vitaal_belang_bijzonder": _(
        "Het is nodig om iemands leven of gezondheid te beschermen, en die persoon kan zelf geen toestemming geven"
    ),
    "zwaarwegend_belang": _("Een wet draagt dit op om redenen van zwaarwegend algemeen belang"),
    "vitaal_belang": _("Het is nodig om iemands leven of veiligheid te beschermen"),
    "wettelijke_plicht": _("Een wet verplicht mijn organisatie dit te weten"),
    "publieke_taak": _("Het is nodig voor een taak die de wet aan mijn organisatie geeft"),
}


def categorie_in_woorden(soort: str) -> str:
    return str(CATEGORIE.get(soort, soort))
