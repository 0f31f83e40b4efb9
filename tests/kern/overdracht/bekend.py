"""What was taken in before, in memory: enough of an intake to judge a stream of messages."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from verantwoord.kern.overdracht.beoordelen import Beoordeling, OpgenomenBericht, beoordeel_bericht
from verantwoord.kern.overdracht.bericht import Overdrachtsbericht
from verantwoord.kern.overdracht.persoon import EerdereGegevens
from verantwoord.kern.overdracht.redenen import Status


class Geheugen:
    """Remembers each message taken in; one dossier for each v-nummer, named after it."""

    def __init__(self) -> None:
        self.berichten: dict[str, OpgenomenBericht] = {}
        self.personen: dict[str, list[EerdereGegevens]] = defaultdict(list)
        self.volgnummers: dict[str, set[int]] = {"avim": set(), "ind": set(), "kmar": set()}

    def opgenomen_bericht(self, bericht_id: str, /) -> OpgenomenBericht | None:
        return self.berichten.get(bericht_id)

    def eerdere_gegevens(self, v_nummer: str, /) -> Sequence[EerdereGegevens]:
        return self.personen.get(v_nummer, ())

    def dossier_van(self, oordeel: Beoordeling[Overdrachtsbericht]) -> str | None:
        """The v-nummer whose dossier the message belongs to; ``None`` in quarantine."""
        if oordeel.status is Status.QUARANTAINE:
            return None
        return self.berichten[oordeel.bericht_id].dossiernummer

    def neem_in(self, raw: bytes | None, *, nu: datetime) -> Beoordeling[Overdrachtsbericht]:
        """Judge a message and, when it is taken in, remember it."""
        oordeel = beoordeel_bericht(raw, nu=nu, bekend=self)
        bericht = oordeel.bericht
        if bericht is None:
            return oordeel
        self.volgnummers[bericht.afzender].add(bericht.volgnummer)
        if oordeel.status is Status.OPGENOMEN:
            persoon = bericht.persoon
            self.berichten[bericht.bericht_id] = OpgenomenBericht(oordeel.vingerafdruk, persoon.v_nummer)
            self.personen[persoon.v_nummer].append(
                EerdereGegevens(persoon.naam and persoon.naam.achternaam, persoon.geboortedatum)
            )
        return oordeel
