"""What came along with a dossier, and the words for partners and subjects of an overleg."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.termijnen import Stand

PARTNER: Final[dict[str, Promise | str]] = {
    "dtv": "DT&V",
    "coa": "COA",
    "avim": "AVIM",
    "ind": "IND",
    "kmar": "KMar",
    "iom": "IOM",
    "ngo": lui("ngo"),
    "vreemdeling": lui("betrokkene"),
}
ONDERWERP: Final[dict[str, Promise]] = {
    "bewaring": lui("bewaring"),
    "einde_opvang": lui("einde van de opvang"),
    "gedwongen_vertrek": lui("gedwongen vertrek"),
    "gl": lui("gezinslocatie"),
    "overig": lui("overig"),
    "vbl": lui("vbl"),
    "vertrekstrategie": lui("vertrekstrategie"),
}


def documenten(s: Stand) -> list[str]:
    """The documents that came along, as the sender named them, made readable."""
    return [naam.replace("_", " ").capitalize() for naam in s.beeld.overdracht.documenten]
