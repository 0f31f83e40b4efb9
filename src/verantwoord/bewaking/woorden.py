"""What each fase is called on screen, for every room that names one."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

FASE: Final[dict[str, Promise]] = {
    "overgedragen": lui("Overgedragen"),
    "intake": lui("Intake"),
    "beroep_mogelijk": lui("Beroep mogelijk"),
    "beroep_loopt": lui("Beroep loopt"),
    "vertrekfase": lui("Vertrek"),
    "zelfstandig_in_voorbereiding": lui("Zelfstandig vertrek in voorbereiding"),
    "gedwongen_in_voorbereiding": lui("Gedwongen vertrek in voorbereiding"),
    "opgeschort": lui("Opgeschort"),
    "gesloten": lui("Gesloten"),
}
