"""What a partner does not see, and why: a sentence for each category of the matrix, the same in every dossier.

The list follows from the role alone. It is the same for everybody of that role and for every person, so that its
presence says nothing about anybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verantwoord.kern.toegang import CATEGORIEEN, Toegang, toegang_van

# About the program and its figures, not about a person: no desk of a partner shows these.
GEEN_INHOUD: Final = frozenset({"inzagelog", "rapportage"})

_DOEL: Final = _("AVG artikel 5, lid 1, onder b")
_NODIG: Final = _("AVG artikel 5, lid 1, onder c")
_BIJZONDER: Final = _("AVG artikel 9")
_POLITIE: Final = _("Vc B8/3.1")


@dataclass(frozen=True, kw_only=True)
class Onthouden:
    """One thing that is withheld: what, why in one or two sentences, and the article that says so."""

    wat: str | Promise
    waarom: str | Promise
    bron: str | Promise


def _regel(wat: str | Promise, waarom: str | Promise, bron: str | Promise) -> Onthouden:
    return Onthouden(wat=wat, waarom=waarom, bron=bron)


# In the order of the matrix; what is wholly shown has no line.
_REDENEN: Final[Mapping[str, Mapping[Toegang, Onthouden]]] = {
    "identiteit": {
        Toegang.ANTWOORD: _regel(
            _("Meer persoonsgegevens."), _("Voor uw taak zijn naam en nummer genoeg."), _NODIG
        ),
        Toegang.NIETS: _regel(_("Wie het is."), _("Voor uw taak is dat niet nodig."), _NODIG),
    },
    "opvang_einddatum": {
        Toegang.ANTWOORD: _regel(
            _("Hoe de einddatum van de opvang tot stand komt."),
            _("Voor uw taak is alleen de datum nodig."),
            _NODIG,
        ),
        Toegang.NIETS: _regel(
            _("Tot wanneer er recht op opvang is."), _("Voor uw taak is dat niet nodig."), _NODIG
        ),
    },
    "ind_besluit": {
        Toegang.NIETS: _regel(
            _("De beschikking van de IND en de uitspraak."),
            _("Voor uw taak is alleen nodig wat eruit volgt."),
            _NODIG,
        ),
    },
    "medisch": {
        Toegang.ANTWOORD: _regel(
            _("Gezondheid."),
            _("U ziet alleen of reizen kan en wat daarbij nodig is. Een ziekte staat hier nooit."),
            _BIJZONDER,
        ),
        Toegang.NOOD: _regel(
            _("Gezondheid."),
            _(
                "Bijzondere gegevens. Ook of er iets is, delen wij niet. In acute nood kan het wel, met een reden en met controle achteraf."
            ),
            _BIJZONDER,
        ),
        Toegang.NIETS: _regel(
            _("Gezondheid."), _("Bijzondere gegevens. Ook of er iets is, delen wij niet."), _BIJZONDER
        ),
    },
    "mensenhandel": {
        Toegang.ANTWOORD: _regel(
            _("Signalen van mensenhandel."),
            _("U ziet alleen of het vertrek stilstaat, en wat u zelf meldde."),
            _POLITIE,
        ),
        Toegang.EIGEN: _regel(
            _("Signalen van mensenhandel."),
            _("U ziet alleen wat u zelf meldde. Ook of er iets is, delen wij niet."),
            _POLITIE,
        ),
        Toegang.NIETS: _regel(
            _("Signalen van mensenhandel."),
            _("Ook of er iets is, delen wij niet. Wat u zelf meldt, blijft u zien."),
            _POLITIE,
        ),
    },
    "vertrekplan_en_toetsing": {
        Toegang.ANTWOORD: _regel(
            _("Het vertrekplan en de vier toetsingen."),
            _("U ziet de afgesproken stappen met hun datum, niet de afweging erachter."),
            _NODIG,
        ),
        Toegang.NIETS: _regel(
            _("Het vertrekplan en de vier toetsingen."), _("Voor uw taak zijn die niet nodig."), _NODIG
        ),
    },
    "gespreksverslag": {
        Toegang.NIETS: _regel(_("Gesprekken."), _("Die zijn van de DT&V en de vreemdeling."), _DOEL),
    },
    "toezicht_en_bewaring": {
        Toegang.ANTWOORD: _regel(
            _("Toezicht en bewaring."),
            _("U ziet alleen of er een maatregel loopt, niet waarom."),
            _NODIG,
        ),
        Toegang.NIETS: _regel(_("Toezicht en bewaring."), _("Hulp en toezicht blijven gescheiden."), _DOEL),
    },
    "correspondentie_gemachtigde": {
        Toegang.NIETS: _regel(
            _("Post met de gemachtigde."), _("Die is vertrouwelijk en alleen voor hen."), _DOEL
        ),
    },
    "veiligheidskaart": {
        Toegang.NOOD: _regel(
            _("De veiligheidskaart."),
            _("Daarop staat wat nodig is bij gevaar. U kunt erom vragen, met uw doel."),
            _NODIG,
        ),
        Toegang.NIETS: _regel(_("De veiligheidskaart."), _("Voor uw taak is die niet nodig."), _NODIG),
    },
}
# Where the task of one role makes the reason plainer than the general sentence.
_EIGEN_REDENEN: Final[Mapping[tuple[str, str], Onthouden]] = {
    ("coa", "ind_besluit"): _regel(
        _("De beschikking van de IND en de uitspraak."),
        _("Voor opvang is alleen de einddatum nodig."),
        _NODIG,
    ),
    ("coa", "opvang_einddatum"): _regel(
        _("Waardoor de einddatum verandert."), _("U krijgt de datum en een neutrale reden."), _NODIG
    ),
    ("kmar", "ind_besluit"): _regel(
        _("De beschikking van de IND en de uitspraak."),
        _("Voor de reis is alleen nodig dat het vertrek door mag gaan."),
        _NODIG,
    ),
}


def onthouden_aan(rol: str) -> list[Onthouden]:
    """What somebody of this role in the matrix does not see of any dossier, in the order of the matrix."""
    return [
        _EIGEN_REDENEN.get((rol, categorie)) or _REDENEN[categorie][toegang]
        for categorie in CATEGORIEEN
        if categorie not in GEEN_INHOUD and (toegang := toegang_van(rol, categorie)) is not Toegang.VOL
    ]
