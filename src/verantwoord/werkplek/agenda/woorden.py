"""What stands in the agenda is called, on the page with what is owed, and outside this house by its kind alone."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.normen import REGISTER
from verantwoord.vakmanschap.sessies import Sessiesoort
from verantwoord.vertrekgesprek.keuzes import Moment
from verantwoord.werkplek.agenda.queries import Afspraak, Soort

OVERLEG: Final[dict[str, Promise]] = {
    "lko": lui("LKO"),
    "klein_lko": lui("Klein LKO"),
    "rao": lui("RAO"),
    "deelberaad": lui("Deelberaad Asiel"),
    "buiten_overleg": lui("Besluit buiten het overleg"),
}
TERMIJN: Final[dict[str, Promise]] = {
    "artikel_64": lui("Uitstel van vertrek eindigt (artikel 64)"),
    "bedenktijd": lui("Bedenktijd eindigt"),
    "beroep": lui("Beroepstermijn eindigt"),
    "bewaring": lui("Bewaring duurt uiterlijk tot en met vandaag"),
    "opvang": lui("Recht op opvang eindigt"),
    "vbl": lui("Verblijf op de vbl eindigt"),
    "vertrektermijn": lui("Vertrektermijn eindigt"),
}
REIS: Final[dict[str, Promise]] = {
    "gedwongen": lui("Gedwongen vertrek"),
    "zelfstandig": lui("Zelfstandig vertrek"),
}
TOEZICHT: Final[dict[str, Promise]] = {
    "antwoord": lui("Antwoord van de AVIM gevraagd"),
    "bekijken": lui("Maatregel opnieuw bekijken"),
    "einde": lui("Maatregel eindigt vanzelf"),
    "reistest": lui("Bespreken wat een land voor de reis vraagt"),
}
# What a day of this kind is called outside this house; how somebody leaves stays inside.
KORT: Final[dict[Soort, Promise]] = {
    "overplaatsing": lui("Verhuizing"),
    "presentatie": lui("Presentatie"),
    "reis": lui("Reis"),
    "navraag": lui("Navraag"),
}
SESSIE: Final[dict[Sessiesoort, Promise]] = {
    "dialoog": lui("Dialoogsessie"),
    "intervisie": lui("Intervisie"),
    "meekijken": lui("Meekijken"),
}
ICOON: Final[dict[Soort, str]] = {
    "gesprek": "gesprek",
    "zitting": "blad",
    "presentatie": "persoon",
    "reis": "locatie",
    "overleg": "mensen",
    "navraag": "zoek",
    "toezicht": "vlag",
    "overplaatsing": "locatie",
    "achttien": "persoon",
    "plicht": "vlag",
    "termijn": "agenda",
}


def op_de_pagina(afspraak: Afspraak) -> str:
    """What it is, for who works on the dossier."""
    if afspraak.soort == "plicht":
        return REGISTER[afspraak.wat].plicht
    if afspraak.soort == "termijn":
        return str(TERMIJN[afspraak.wat])
    if afspraak.soort == "reis":
        return str(REIS[afspraak.wat])
    if afspraak.soort == "presentatie":
        return _("Presentatie voor het reisdocument")
    if afspraak.soort == "overplaatsing":
        return (
            _("Overplaatsing naar een vbl")
            if afspraak.wat == "vbl"
            else _("Overplaatsing naar een gezinslocatie")
        )
    if afspraak.soort == "achttien":
        return _("Wordt 18") if afspraak.wat == "zelf" else _("Iemand van het gezin wordt 18")
    if afspraak.soort == "toezicht":
        return str(TOEZICHT[afspraak.wat])
    if afspraak.soort == "navraag":
        return _("Nagaan hoe de verwijzing loopt")
    if afspraak.soort == "gesprek" and afspraak.gevoerd:
        return _("%(gesprek)s, gevoerd") % {"gesprek": Moment(afspraak.wat).label}
    return in_andermans_kalender(afspraak)


def in_andermans_kalender(afspraak: Afspraak) -> str:
    """Its kind alone. Which duty or termijn it is may say something of health or of what was done to somebody."""
    if afspraak.soort == "gesprek":
        return str(Moment(afspraak.wat).label)
    if afspraak.soort == "overleg":
        return str(OVERLEG[afspraak.wat])
    if afspraak.soort == "zitting":
        return _("Zitting hoger beroep") if afspraak.wat == "hoger_beroep" else _("Zitting")
    if afspraak.soort in KORT:
        return str(KORT[afspraak.soort])
    return _("Uiterste datum")
