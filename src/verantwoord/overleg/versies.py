"""Which change of a meeting and of each of its items a page shows, as a word that the page gives back when it asks.

So a page that renews itself is sent what changed and nothing else, and the look is written of exactly whom that is about.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from verantwoord.web.formulier import getal

# Long enough to tell the items of one agenda apart.
_LENGTE: Final = 12


@dataclass(frozen=True)
class Versies:
    """``overleg`` counts the changes of the meeting itself, ``punten`` those of each item on its agenda."""

    overleg: int = 0
    punten: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def van(cls, overleg: int, punten: Mapping[UUID, int]) -> "Versies":
        return cls(overleg, {pk.hex[:_LENGTE]: versie for pk, versie in punten.items()})

    @classmethod
    def uit_tekst(cls, tekst: str) -> "Versies":
        """What a page gave back; what is no such word differs from everything."""
        kop, *delen = tekst.split(".")
        paren = [deel.partition("-") for deel in delen]
        return cls(getal(kop), {sleutel: getal(versie) for sleutel, _streep, versie in paren})

    def __str__(self) -> str:
        return ".".join(
            [str(self.overleg), *(f"{sleutel}-{versie}" for sleutel, versie in sorted(self.punten.items()))]
        )

    def is_anders_ingericht(self, nu: "Versies") -> bool:
        """Whether the meeting itself changed, or another item came or went: then a page is renewed as a whole."""
        return self.overleg != nu.overleg or self.punten.keys() != nu.punten.keys()

    def is_gewijzigd(self, punt_id: UUID, nu: "Versies") -> bool:
        sleutel = punt_id.hex[:_LENGTE]
        return self.punten.get(sleutel) != nu.punten.get(sleutel)
