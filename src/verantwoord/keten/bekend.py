"""What was taken in before, answered from the database."""

from collections.abc import Sequence
from uuid import UUID

from verantwoord.dossier.models import Persoon
from verantwoord.kern.overdracht.beoordelen import OpgenomenBericht
from verantwoord.kern.overdracht.persoon import EerdereGegevens
from verantwoord.keten.models import InkomendBericht


class BekendInDatabank:
    """Ask inside the transaction that takes a message in."""

    def opgenomen_bericht(self, bericht_id: str, /) -> OpgenomenBericht | None:
        gevonden = (
            InkomendBericht.objects.filter(
                bericht_id=UUID(bericht_id), status=InkomendBericht.Status.OPGENOMEN
            )
            .values_list("vingerafdruk", "dossier__nummer")
            .first()
        )
        return OpgenomenBericht(*gevonden) if gevonden else None

    def eerdere_gegevens(self, v_nummer: str, /) -> Sequence[EerdereGegevens]:
        """Give what every message taken in said, and what the person's row says now: it may come from elsewhere."""
        berichten = InkomendBericht.objects.filter(v_nummer=v_nummer, status=InkomendBericht.Status.OPGENOMEN)
        personen = Persoon.objects.filter(v_nummer=v_nummer)
        return [
            EerdereGegevens(*gegevens)
            for gegevens in berichten.values_list("achternaam", "geboortedatum").union(
                personen.values_list("achternaam", "geboortedatum")
            )
        ]
