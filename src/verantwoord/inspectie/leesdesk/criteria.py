"""The criteria that the report itself used, ready to be taken over; an onderzoek may add or leave out."""

from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Voorbeeld(NamedTuple):
    """A criterium as it is offered: its short name, the question, how to answer, and the measure that counts the same."""

    code: str
    vraag: Promise
    toelichting: Promise
    deel: str


_TOETSING: Final = _(
    "Ja als er feiten staan én een eigen afweging die op deze zaak slaat. Nee als er alleen een conclusie staat, een standaardzin of "
    "niets. Of de conclusie klopt, beoordeelt u niet."
)
# Report §3.1 and §3.3: the four moments weighed on their own, the strategy described, the three talks.
VAN_HET_RAPPORT: Final = (
    Voorbeeld("medisch", _("Is het moment ‘medisch’ inhoudelijk getoetst?"), _TOETSING, "medisch"),
    Voorbeeld(
        "buiten_schuld", _("Is het moment ‘buiten schuld’ inhoudelijk getoetst?"), _TOETSING, "buiten_schuld"
    ),
    Voorbeeld("schrijnend", _("Is het moment ‘schrijnend’ inhoudelijk getoetst?"), _TOETSING, "schrijnend"),
    Voorbeeld(
        "mensenhandel", _("Is het moment ‘mensenhandel’ inhoudelijk getoetst?"), _TOETSING, "mensenhandel"
    ),
    Voorbeeld(
        "vertrekstrategie",
        _("Is de vertrekstrategie beschreven?"),
        _(
            "Ja als het laatste vertrekplan zegt hoe het vertrek dichterbij komt en waarom zo, voor deze zaak."
        ),
        "vertrekstrategie",
    ),
    Voorbeeld(
        "drie_gesprekken",
        _("Zijn er drie vertrekgesprekken gevoerd?"),
        _(
            "Ja als drie gesprekken zijn gevoerd in een taal of met een tolk waardoor beide kanten elkaar begrepen."
        ),
        "drie_gesprekken",
    ),
)
