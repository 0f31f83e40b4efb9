"""A family that was heard together: what was explained is the same for all, what each said is their own."""

from collections.abc import Sequence
from random import Random
from typing import Final

import msgspec

from verantwoord.project.demo.begeleiding import Ontwerp
from verantwoord.project.demo.mensen import Mens
from verantwoord.vertrekgesprek.verslag import Kindbelang, Verslag, als_tekst

# What all of them heard; who interpreted and what was agreed is the same for a whole sitting.
_GEDEELD: Final = (
    "gevoerd_op", "taal", "gemeenschappelijke_taal", "tolk", "tolk_bestelling", "procedure", "opties_besproken", "opties",
    "gevolgen", "bewaring_genoemd", "afspraken", "overig",
)  # fmt: skip
BELANGEN: Final = (
    "Zit in groep {groep} en heeft daar vrienden. De juf maakt een brief voor een nieuwe school.",
    "Spreekt thuis de eigen taal en op school Nederlands. Vindt het spannend om weg te gaan en vroeg wie er meegaat.",
    "Is gezond volgens de jeugdarts en is ingeënt. Wil de tekeningen meenemen en afscheid nemen van de klas.",
    "Voetbalt op woensdag en wil dat blijven doen. Vroeg of er in de stad van oma ook een club is.",
)


def samen_gehoord(ontwerpen: Sequence[Ontwerp], leden: Sequence[Mens], woord: Random) -> list[Ontwerp]:
    """Let the talks of these be one sitting each time; the first of them is the one in whose dossier was written."""
    hoofd = ontwerpen[0]
    kinderen = [mens for mens in leden if mens.is_kind]
    samen = []
    for ontwerp, mens in zip(ontwerpen, leden, strict=True):
        verslagen = {
            plek: _van_een(verslag, hoofd.verslagen.get(plek), mens, kinderen, woord)
            for plek, verslag in ontwerp.verslagen.items()
        }
        gesprekken = tuple(
            msgspec.structs.replace(
                gesprek,
                tolk=verslagen[plek].tolk,
                opties_besproken=verslagen[plek].opties_besproken,
                verslag=als_tekst(verslagen[plek]),
            )
            if plek in verslagen
            else gesprek
            for plek, gesprek in enumerate(ontwerp.beeld.gesprekken)
        )
        samen.append(
            msgspec.structs.replace(
                ontwerp,
                beeld=msgspec.structs.replace(ontwerp.beeld, gesprekken=gesprekken),
                verslagen=verslagen,
                hoofd="" if ontwerp is hoofd else hoofd.beeld.persoon.v_nummer,
            )
        )
    return samen


def _van_een(
    eigen: Verslag, van_hoofd: Verslag | None, mens: Mens, kinderen: Sequence[Mens], woord: Random
) -> Verslag:
    """One's own report of a sitting: a parent's holds every child, a child's only itself."""
    gedeeld = {veld: getattr(van_hoofd, veld) for veld in _GEDEELD} if van_hoofd is not None else {}
    belangen = tuple(
        Kindbelang(
            wie=f"kind {nummer}, geboren in {kind.geboren.year}",
            belang=woord.choice(BELANGEN).format(groep=3 + nummer),
        )
        for nummer, kind in enumerate(kinderen, start=1)
        if not mens.is_kind or kind.v_nummer == mens.v_nummer
    )
    return msgspec.structs.replace(eigen, kinderen=belangen, **gedeeld)
