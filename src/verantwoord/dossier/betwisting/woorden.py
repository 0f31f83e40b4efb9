"""What can be contested, in words."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_WOORDEN: Final[dict[str, Promise]] = {
    "persoon.naam": _("Naam"),
    "persoon.geboortedatum": _("Geboortedatum"),
    "persoon.nationaliteiten": _("Nationaliteit"),
    "persoon.talen": _("Taal"),
    "persoon.gezin": _("Gezin"),
    "opvang.verblijfplaatsen": _("Waar de persoon woont"),
    "opvang.recht_eindigt_op": _("Tot wanneer er opvang is"),
    "procedure": _("Beslissingen, beroep en uitspraken"),
    "vertrektermijn": _("De vertrektermijn"),
    "gesprekken": _("Een gespreksverslag"),
    "toetsingen": _("Een toetsing"),
    "medisch": _("De medische route"),
    "vertrekplannen": _("Het vertrekplan"),
    "lp_aanvragen": _("Reisdocumenten"),
    "toezicht": _("Meldplicht, afwezigheid of bewaring"),
}


def onderwerp_in_woorden(onderwerp: str) -> str:
    """The subject as the staff and partners read it."""
    return str(_WOORDEN[onderwerp])
