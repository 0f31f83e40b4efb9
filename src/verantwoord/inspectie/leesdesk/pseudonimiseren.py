"""Replace what says who a text is about by pseudonyms that mean the same throughout one onderzoek.

A pseudonym is a word for what it was and four signs of a keyed hash: the same place has the same one in every copy of
the onderzoek, and without the key nobody can tell which. Of colleagues it is the same within one copy only, for one
that ran through all of them would make a list of staff (invariant 11). It is never perfect, and every page says so.
"""

import hmac
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Final

from verantwoord.inspectie.leesdesk.herkennen import Bekenden, Soort, Vondst, geleerd_van, lijkt_op

VERSIE: Final = "pseudoniem/2"
# Without vowels and look-alikes: four signs never make a word.
_TEKENS: Final = "BCDFGHJKMNPQRTVWXZ2346789"
PERSOON: Final = "[de persoon]"
_VAST: Final[dict[Soort, str]] = {
    "persoon": PERSOON,
    "geboortedatum": "[geboortedatum]",
    "verborgen": "[verborgen]",
}
# The surest first: what is known of the dossier, then what looks like a number, a way to reach somebody, a name, a place.
_VOLGORDE: Final = (
    "verborgen",
    "persoon",
    "geboortedatum",
    "nummer",
    "contact",
    "medewerker",
    "naam",
    "plaats",
    "land",
)

Vinder = Callable[[str], Iterable[Vondst]]


def nieuwe_volgorde(sleutel: bytes, namen: Iterable[str]) -> list[str]:
    """The names in an order that only the key explains, so that a number in it says nothing of the name."""
    return sorted(namen, key=lambda naam: (_hash(sleutel, "volgorde", naam), naam))


class Ontdoener:
    """Takes out of the texts of one dossier what says who it is about.

    ``vinders`` are more ways to recognise names, such as a library; ``exemplaar`` is what colleagues are told apart by.
    """

    def __init__(
        self, *, sleutel: bytes, exemplaar: str, bekend: Bekenden, vinders: Iterable[Vinder] = ()
    ) -> None:
        self._sleutel, self._exemplaar, self._bekend = sleutel, exemplaar, bekend
        self._vinders: tuple[Vinder, ...] = (lijkt_op, *vinders)
        self._geleerd = Bekenden(())

    def leer(self, teksten: Iterable[str]) -> None:
        """Read all texts of the dossier first: a name that gives itself away in one stands in another as well."""
        gevonden = [
            bekend
            for tekst in teksten
            for vinder in self._vinders
            for bekend in geleerd_van(tekst, vinder(tekst))
        ]
        self._geleerd = Bekenden(gevonden, delen=False, hoofdletter=True)

    def ontdoe(self, tekst: str) -> str:
        """The text with pseudonyms. What is known of the dossier always goes before what merely looks like a name."""
        if not tekst.strip():
            return tekst
        bezet = samengevoegd(self._bekend.in_tekst(tekst))
        for vinder in (self._geleerd.in_tekst, *self._vinders):
            vrij = [vondst for vondst in vinder(tekst) if not _raakt(vondst, bezet)]
            bezet = sorted([*bezet, *samengevoegd(vrij)])
        return vervang(tekst, bezet, self._pseudoniem)

    def _pseudoniem(self, vondst: Vondst) -> str:
        if (vast := _VAST.get(vondst.soort)) is not None:
            return vast
        binnen = self._exemplaar if vondst.soort == "medewerker" else ""
        ruw = _hash(self._sleutel, f"{vondst.soort}\0{binnen}", vondst.waarvan)
        tekens = "".join(_TEKENS[byte % len(_TEKENS)] for byte in ruw[:4])
        return f"[{vondst.soort} {tekens}]"


def samengevoegd(vondsten: Iterable[Vondst]) -> list[Vondst]:
    """The places in order, those that touch each other made one with the surest of their kinds."""
    samen: list[Vondst] = []
    for vondst in sorted(vondsten, key=lambda v: (v.begin, -v.eind)):
        if samen and vondst.begin < samen[-1].eind:
            vorige = samen[-1]
            zeker = min(vorige, vondst, key=lambda v: (_VOLGORDE.index(v.soort), -len(v.waarvan)))
            samen[-1] = Vondst(vorige.begin, max(vorige.eind, vondst.eind), zeker.soort, zeker.waarvan)
        else:
            samen.append(vondst)
    return samen


def vervang(tekst: str, vondsten: Iterable[Vondst], pseudoniem: Callable[[Vondst], str]) -> str:
    """The text with each of these places, in order, replaced."""
    delen, plek = [], 0
    for vondst in vondsten:
        delen += [tekst[plek : vondst.begin], pseudoniem(vondst)]
        plek = vondst.eind
    return "".join([*delen, tekst[plek:]])


def _raakt(vondst: Vondst, bezet: Iterable[Vondst]) -> bool:
    return any(vondst.begin < ander.eind and ander.begin < vondst.eind for ander in bezet)


def _hash(sleutel: bytes, soort: str, naam: str) -> bytes:
    return hmac.new(sleutel, f"{soort}\0{naam}".encode(), sha256).digest()
