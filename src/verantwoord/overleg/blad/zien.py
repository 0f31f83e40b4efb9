"""Which partner may know what of a case, out of the matrix itself."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.kern.toegang import Toegang, toegang_van
from verantwoord.overleg.blad.vormen import Ziencel, Zienregel
from verantwoord.overleg.blad.woorden import partner_naam

# What a chair sees of a case, category by category: the same list for every case, so its presence says nothing.
ZIEN: Final[tuple[tuple[Promise, str], ...]] = (
    (lui("Naam en V-nummer"), "identiteit"),
    (lui("Strategie, acties en of er is getoetst"), "vertrekplan_en_toetsing"),
    (lui("Opvang en einddatum"), "opvang_einddatum"),
    (lui("Tekst van het besluit van de IND"), "ind_besluit"),
    (lui("Toezicht en bewaring"), "toezicht_en_bewaring"),
    (lui("Verslag van gesprekken"), "gespreksverslag"),
    (lui("Medische stukken"), "medisch"),
)
ROL_VAN: Final = {"dtv": "regievoerder", "coa": "coa", "avim": "avim_toezicht", "ind": "ind"}
TOEGANGSWOORD: Final[dict[Toegang, tuple[bool, Promise]]] = {
    Toegang.VOL: (True, lui("ja")),
    Toegang.ANTWOORD: (True, lui("alleen het antwoord")),
    Toegang.EIGEN: (False, lui("alleen wat zij zelf meldden")),
    Toegang.NOOD: (False, lui("niet gedeeld, wel in nood")),
    Toegang.NIETS: (False, lui("niet gedeeld")),
    Toegang.AANTALLEN: (False, lui("niet gedeeld")),
}


def zien() -> tuple[Zienregel, ...]:
    """Who may know what of every case, out of the matrix itself."""
    return tuple(
        Zienregel(
            titel=str(titel),
            cellen=tuple(
                Ziencel(partner=partner_naam(p), ja=woord[0], tekst=str(woord[1]))
                for p in VASTE_PARTNERS
                for woord in [TOEGANGSWOORD[toegang_van(ROL_VAN[p], categorie)]]
            ),
        )
        for titel, categorie in ZIEN
    )
