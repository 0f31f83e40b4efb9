"""What the page of an item says, worked out from the item and from who reads it. Plain values: nothing is asked later."""

from verantwoord.overleg.blad.pagina import actieregel, puntblad
from verantwoord.overleg.blad.punt import Punt
from verantwoord.overleg.blad.vormen import Actieregel, Agendaregel, Kop, Puntblad, Verslagtekst, Zaakdeel
from verantwoord.overleg.blad.woorden import kop_van, namen_van, partner_naam, wie_en_wanneer

__all__ = [
    "Actieregel",
    "Agendaregel",
    "Kop",
    "Punt",
    "Puntblad",
    "Verslagtekst",
    "Zaakdeel",
    "actieregel",
    "kop_van",
    "namen_van",
    "partner_naam",
    "puntblad",
    "wie_en_wanneer",
]
