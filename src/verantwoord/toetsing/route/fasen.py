"""Which steps of a route belong together, in the order in which they usually come."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.toetsing.keuzes import Moment

FASEN: Final[dict[Moment, tuple[tuple[Promise, tuple[str, ...]], ...]]] = {
    Moment.MEDISCH: (
        (lui("Aanwijzing en toestemming"), ("aanwijzing", "toestemming", "intrekken", "gegevens")),
        (
            lui("Uitstel van vertrek (artikel 64)"),
            ("gemachtigde", "aanvraag", "ambtshalve", "bma", "besluit"),
        ),
        (lui("Reizen en zorg"), ("zwangerschap-tbc", "overdracht", "een-jaar")),
    ),
    Moment.BUITEN_SCHULD: (
        (lui("Eigen pogingen"), ("poging",)),
        (lui("Bemiddeling"), ("bemiddeling", "bemiddeling-mislukt")),
        (lui("Advies en besluit"), ("voorwaarden", "advies", "besluit")),
    ),
    Moment.SCHRIJNEND: (
        (lui("Omstandigheden"), ("factor", "tweede-lezer")),
        (lui("Vooroverleg"), ("vooroverleg", "coordinator")),
        (lui("Indienen en besluit"), ("indienen", "besluit")),
    ),
    Moment.MENSENHANDEL: (
        (lui("Aanwijzing en politie"), ("aanwijzing", "politie", "terugkoppeling")),
        (lui("Bedenktijd"), ("bedenktijd", "bedenktijd-einde")),
        (lui("Tijdelijke vergunning"), ("vergunning", "einde")),
        (lui("Wie dit dossier ziet"), ("afscherming",)),
    ),
}
