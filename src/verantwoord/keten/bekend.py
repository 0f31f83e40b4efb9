"""What was taken in before, answered from the database."""

from collections.abc import Sequence
from uuid import UUID

from verantwoord.dossier.models import Persoon
from verantwoord.kern.overdracht.beoordelen import OpgenomenBericht
from verantwoord.kern.overdracht.persoon import EerdereGegevens
from verantwoord.keten.models import InkomendBericht


class Bekend:
    """What was taken in before: in this batch, remembered until it is written, and in the database.

    Ask inside the transaction that takes the messages in.
    """

    def __init__(self) -> None:
        self._berichten: dict[str, OpgenomenBericht] = {}
        self._personen: dict[str, list[EerdereGegevens]] = {}
        self._gelezen: dict[str, list[EerdereGegevens]] = {}

    def volgend_bericht(self) -> None:
        """Read anew from here: what was read is only sure to hold until the message in hand is written."""
        self._gelezen.clear()

    def onthoud(self, bericht_id: str, vingerafdruk: str, v_nummer: str, gegevens: EerdereGegevens) -> None:
        """Count a message as taken in although it is not written yet; its number comes with the writing."""
        self._berichten[bericht_id] = OpgenomenBericht(vingerafdruk, "")
        self._personen.setdefault(v_nummer, []).append(gegevens)

    def vergeet(self) -> None:
        """What was remembered is written: the database knows."""
        self._berichten.clear()
        self._personen.clear()

    def opgenomen_bericht(self, bericht_id: str, /) -> OpgenomenBericht | None:
        if bericht_id in self._berichten:
            return self._berichten[bericht_id]
        gevonden = (
            InkomendBericht.objects.filter(
                bericht_id=UUID(bericht_id), status=InkomendBericht.Status.OPGENOMEN
            )
            .values_list("vingerafdruk", "dossier__nummer")
            .first()
        )
        return OpgenomenBericht(gevonden[0] or "", gevonden[1]) if gevonden else None

    def eerdere_gegevens(self, v_nummer: str, /) -> Sequence[EerdereGegevens]:
        """Give what every message taken in said, and what the person's row says now: it may come from elsewhere."""
        if v_nummer in self._personen:
            # Only a person that the database did not know is remembered here.
            return self._personen[v_nummer]
        if v_nummer not in self._gelezen:
            self._gelezen[v_nummer] = self._lees(v_nummer)
        return self._gelezen[v_nummer]

    def _lees(self, v_nummer: str) -> list[EerdereGegevens]:
        berichten = InkomendBericht.objects.filter(v_nummer=v_nummer, status=InkomendBericht.Status.OPGENOMEN)
        personen = Persoon.objects.filter(v_nummer=v_nummer)
        return [
            EerdereGegevens(*gegevens)
            for gegevens in berichten.values_list("achternaam", "geboortedatum").union(
                personen.values_list("achternaam", "geboortedatum")
            )
        ]
