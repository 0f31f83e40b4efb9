"""What was derived from the facts and kept: which of those rows would tell of a fact that is withheld.

Each is worked out again for the day of its row, with all facts and without those that are withheld. Where both give the
row that was kept, it rests on nothing that is withheld. Where the row cannot be worked out any more, because the facts
were put right since, it is withheld as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

import msgspec
from django.utils import timezone

from verantwoord.bewaking.models import OpenBevinding
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Antwoord
from verantwoord.dossier.onthouding.weglaten import BEELD, Onthouden
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.antwoorden import maak_antwoorden
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.context import als_systeem

BEVINDING: Final = "bewaking.OpenBevinding"
ANTWOORD: Final = "dossier.Antwoord"


@dataclass(frozen=True, kw_only=True)
class Afgeleid:
    """By table the keys of the rows that rest on something that is withheld."""

    pks: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(self.pks)

    def van(self, label: str) -> frozenset[int]:
        return self.pks.get(label, frozenset())


def afgeleid_van(dossier_id: UUID, weg: Onthouden) -> Afgeleid:
    """Nothing when no fact is withheld: then every row may be read."""
    if not any(een.wat.startswith(BEELD) for een in weg.weg):
        return Afgeleid()
    with als_systeem():
        alles = beeld_of(dossier_id)
        rest = weg.beeld(alles)
        dagen = _Dagen(alles, rest)
        return Afgeleid(
            pks={
                BEVINDING: frozenset(
                    rij.pk
                    for rij in OpenBevinding.objects.filter(dossier=dossier_id)
                    if not dagen.geeft_bevinding(rij)
                ),
                ANTWOORD: frozenset(
                    rij.pk
                    for rij in Antwoord.objects.filter(dossier=dossier_id)
                    if not dagen.geeft_antwoord(rij)
                ),
            }
        )


class _Dagen:
    """What the norms and the answers say on a day, with all facts and with the rest of them."""

    def __init__(self, alles: Dossierbeeld, rest: Dossierbeeld) -> None:
        self.beelden = (alles, rest)
        self.parameters = geldende_parameters()
        self.op = lru_cache(maxsize=None)(self._op)

    def geeft_bevinding(self, rij: OpenBevinding) -> bool:
        bewaard = (rij.oordeel, rij.uitleg, rij.uiterlijk_op)
        return all(bevindingen.get(rij.norm) == bewaard for bevindingen, _antwoorden in self.op(rij.van))

    def geeft_antwoord(self, rij: Antwoord) -> bool:
        dag = timezone.localdate(rij.vastgelegd_op)
        return all(antwoorden.get(rij.soort) == rij.inhoud for _bevindingen, antwoorden in self.op(dag))

    def _op(self, dag: date) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        gevonden = []
        for beeld in self.beelden:
            s = Stand(beeld, dag, self.parameters.op(dag))
            beoordeling = beoordeel_stand(s, regelset=self.parameters.regelset)
            gevonden.append(
                (
                    {b.norm: (b.oordeel, b.uitleg, b.uiterlijk_op) for b in beoordeling.bevindingen},
                    {
                        soort: msgspec.to_builtins(inhoud)
                        for soort, inhoud in maak_antwoorden(s, beoordeling).items()
                    },
                )
            )
        return gevonden
