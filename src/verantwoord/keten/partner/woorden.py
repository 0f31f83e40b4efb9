"""The codes of answers in words that a partner reads; none of these tells why."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Woorden = Mapping[str, str | Promise]

# The ground of the right to shelter: which kind of term it is, never which decision or circumstance set it.
OPVANGGROND: Final[Woorden] = {
    "procedure": _("Opvang loopt door"),
    "na_procedure": _("Termijn van vier weken"),
    "verlengd": _("Termijn verlengd"),
    "uitstel": _("Opvang loopt door"),
    "nieuw_recht": _("Opvang loopt door"),
    "gezin": _("Gezin met minderjarige kinderen"),
    "andere_locatie": _("Opvang op een andere soort locatie"),
    "geen": _("Termijn voorbij"),
    "onbekend": _("Nog niet bekend"),
}
REDEN: Final[Woorden] = {
    "termijn-verstreken": _("de vaste termijn"),
    "uitstel": _("uitstel"),
    "nieuw-recht": _("een nieuw recht op opvang"),
    "gezin-minderjarig": _("een gezin met minderjarige kinderen"),
    "overplaatsing": _("een overplaatsing"),
    "correctie": _("een verbetering van een eerdere datum"),
}
FASE: Final[Woorden] = {
    "overgedragen": _("Overgedragen aan de DT&V"),
    "intake": _("Intake"),
    "beroep_mogelijk": _("De procedure kan nog verder gaan"),
    "beroep_loopt": _("De procedure loopt"),
    "vertrekfase": _("Vertrek"),
    "zelfstandig_in_voorbereiding": _("Zelfstandig vertrek in voorbereiding"),
    "gedwongen_in_voorbereiding": _("Gedwongen vertrek in voorbereiding"),
    "opgeschort": _("Het vertrek ligt stil"),
    "gesloten": _("Gesloten"),
}
EIGENAAR: Final[Woorden] = {
    "dtv": "DT&V",
    "vreemdeling": _("De persoon zelf"),
    "coa": "COA",
    "ind": "IND",
    "avim": "AVIM",
    "kmar": "KMar",
    "iom": "IOM",
    "ngo": _("Een ngo"),
}
MOMENT: Final[Woorden] = {
    "medisch": _("Medisch"),
    "buiten_schuld": _("Buiten schuld"),
    "schrijnend": _("Schrijnend"),
    "mensenhandel": _("Mensenhandel"),
}
GESCHIKT: Final[Woorden] = {
    "ja": _("Reizen kan"),
    "nee": _("Reizen kan nu niet"),
    "met_voorwaarden": _("Reizen kan, onder voorwaarden"),
    "onbekend": _("Nog niet bekend of reizen kan"),
}
JA_NEE: Final[Woorden] = {"ja": _("ja"), "nee": _("nee"), "onbekend": _("nog niet bekend")}
VERTREKSOORT: Final[Woorden] = {
    "zelfstandig": _("Zelfstandig vertrek"),
    "gedwongen": _("Gedwongen vertrek"),
}
