"""A told table as a page shows it: every cell in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from verantwoord.kwaliteit.publicatie import woorden
from verantwoord.kwaliteit.publicatie.inhoud import deel_en_marge
from verantwoord.kwaliteit.publicatie.tabel import MINSTENS, Cijfer, Maattabel, tijdas
from verantwoord.web.waarden import Kolom


@dataclass(frozen=True)
class Celwoorden:
    """One cell: how its column is called, the share, of how many, or why it is not there."""

    kolom: str
    deel: str = ""
    van: str = ""
    reden: str = ""


@dataclass(frozen=True)
class Rijwoorden:
    naam: str
    cellen: tuple[Celwoorden, ...]


def kolommen(verdeling: str, tabel: Maattabel) -> list[Kolom]:
    return [
        Kolom(str(woorden.VERDELING[verdeling])),
        *(Kolom(woorden.tijd(tijd), getal=True) for tijd in tijdas(tabel.tijden).knopen),
    ]


def rijen(verdeling: str, tabel: Maattabel) -> list[Rijwoorden]:
    """All dossiers first, then the places or phases by name; never by value."""
    lijnen = [("", "", tabel.geheel), *((verdeling, r.naam, r.cijfers) for r in tabel.verdelingen[verdeling])]
    return [
        Rijwoorden(
            naam=woorden.regel(soort, naam),
            cellen=tuple(
                _cel(woorden.tijd(tijd), cijfers[tijd], tabel) for tijd in tijdas(tabel.tijden).knopen
            ),
        )
        for soort, naam, cijfers in lijnen
    ]


def _cel(kolom: str, cijfer: Cijfer, tabel: Maattabel) -> Celwoorden:
    van = (
        _("van ongeveer %(n)s") % {"n": f"{cijfer.alle:,}".replace(",", ".")}
        if cijfer.alle is not None
        else ""
    )
    if cijfer.reden:
        return Celwoorden(kolom, reden=woorden.kort(cijfer.reden, MINSTENS))
    if cijfer.reden_wel:
        return Celwoorden(kolom, van=van, reden=woorden.kort_wel(cijfer.reden_wel, tabel.minstens))
    return Celwoorden(kolom, deel=deel_en_marge(cijfer), van=van)
