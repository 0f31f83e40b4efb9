"""Keep for each dossier which partners are involved in it, next to what the norms say: from the same facts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Final
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.bewaking.rijen import voeg_toe
from verantwoord.dossier.models import Betrokkenheid
from verantwoord.kern.betrokkenheid import Betrokken
from verantwoord.toegang.models import Team

Sleutel = tuple[str, int | None, str, str, str]

# What is put in and taken out by hand elsewhere, and not by the facts.
MET_DE_HAND: Final = (Betrokkenheid.Grond.OVERLEG,)
_SOORTEN: Final = {
    "dossier_id": "uuid",
    "organisatie": "text",
    "team_id": "bigint",
    "rol": "text",
    "grond": "text",
    "sleutel": "text",
}


class Teamwijzer:
    """Which teams of a partner stand for a location or a provider; read once for many dossiers."""

    def __init__(self) -> None:
        self.op_locatie: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.op_naam: dict[tuple[str, str], int] = {}
        for team in Team.objects.exclude(organisatie="dtv"):
            self.op_naam[team.organisatie, team.naam] = team.pk
            for locatie in team.locaties:
                self.op_locatie[team.organisatie, locatie].append(team.pk)

    def sleutels(self, betrokken: Iterable[Betrokken]) -> set[Sleutel]:
        """The rows for these; where a location has no team of a partner, nobody of that partner is let in."""
        gevonden: set[Sleutel] = set()
        for organisatie, rol, grond, sleutel in betrokken:
            if grond == "locatie":
                teams: Sequence[int | None] = self.op_locatie.get((organisatie, sleutel), [])
            elif grond == "verwijzing" and sleutel:
                # A named provider is that provider's team alone, and without one nobody's.
                team = self.op_naam.get((organisatie, sleutel))
                teams = [] if team is None else [team]
            else:
                teams = [None]
            gevonden |= {(organisatie, team, rol, grond, sleutel) for team in teams}
        return gevonden


def bewaar_betrokkenen(
    per_dossier: dict[UUID, Collection[Betrokken]], *, wijzer: Teamwijzer | None = None
) -> set[UUID]:
    """End what no longer holds, begin what is new, leave the rest; the queries do not grow with the dossiers.

    Gives the dossiers in which one began, which has no place in the list of that partner yet.
    """
    wijzer = wijzer or Teamwijzer()
    lopend: dict[UUID, dict[Sleutel, int]] = defaultdict(dict)
    rijen = Betrokkenheid.objects.filter(dossier__in=per_dossier, tot__isnull=True)
    # An officer who must decide about detention is let in, and out, by that proposal.
    met_de_hand = Q(grond__in=MET_DE_HAND) | Q(
        grond=Betrokkenheid.Grond.TOEZICHT, sleutel__startswith="bewaring:"
    )
    for rij in rijen.exclude(met_de_hand):
        lopend[rij.dossier_id][rij.organisatie, rij.team_id, rij.rol, rij.grond, rij.sleutel] = rij.pk
    voorbij: list[int] = []
    nieuw: list[tuple[UUID, str, int | None, str, str, str]] = []
    for dossier_id, betrokken in per_dossier.items():
        over = lopend[dossier_id]
        nieuw += [
            (dossier_id, *s) for s in sorted(wijzer.sleutels(betrokken), key=str) if over.pop(s, None) is None
        ]
        voorbij += over.values()
    if voorbij:
        Betrokkenheid.objects.filter(pk__in=voorbij).update(tot=Now())
    if nieuw:
        with connection.cursor() as cursor:
            voeg_toe(cursor, "dossier_betrokkenheid", _SOORTEN, nieuw)
    return {dossier_id for dossier_id, *_rest in nieuw}
