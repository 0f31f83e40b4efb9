"""What can become of a message, and why it is kept apart."""

from enum import StrEnum

from verantwoord.kern.fouten import LeesFout


class Status(StrEnum):
    """``opgenomen``: a dossier holds it now. ``dubbel``: it was taken in before. ``quarantaine``: kept whole, nothing else changed."""

    OPGENOMEN = "opgenomen"
    DUBBEL = "dubbel"
    QUARANTAINE = "quarantaine"


class Reden(StrEnum):
    """Why a message is in quarantine, in the order in which they go before each other."""

    TE_GROOT = "te_groot"
    ONGELDIGE_JSON = "ongeldige_json"
    SCHEMA = "schema"
    ZELFDE_ID_ANDERE_INHOUD = "zelfde_id_andere_inhoud"
    BUITEN_REIKWIJDTE = "buiten_reikwijdte"
    TEGENSTRIJDIG = "tegenstrijdig"
    # Only a procedure message can be about nobody we know: a transfer makes the person known.
    PERSOON_ONBEKEND = "persoon_onbekend"
    PERSOON_ONZEKER = "persoon_onzeker"
    GEEN_TERUGKEERBESLUIT_EN_GEEN_AFWIJZING = "geen_terugkeerbesluit_en_geen_afwijzing"


class Weigering(LeesFout):
    """A message that goes to quarantine. ``melding`` tells the sender where it fails and what to do, without its contents."""

    def __init__(self, reden: Reden, melding: str, *, pad: str = "") -> None:
        super().__init__(melding, pad=pad)
        self.reden = reden
