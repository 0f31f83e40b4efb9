"""Every change of supervision. The order is always the same: right and lock, norms, write, event."""

from verantwoord.toezicht.actions.maatregel import (
    end_maatregel,
    impose_maatregel,
    review_maatregel,
)
from verantwoord.toezicht.actions.meldplicht import (
    ask_meldplicht,
    change_frequentie,
    end_meldplicht,
    impose_meldplicht,
    record_meldmoment,
    record_reden,
    refuse_meldverzoek,
    withdraw_meldverzoek,
)
from verantwoord.toezicht.actions.reistest import (
    choose_reistest,
    lapse_reistest,
    record_antwoord,
    record_reistest,
)

__all__ = [
    "ask_meldplicht",
    "change_frequentie",
    "choose_reistest",
    "end_maatregel",
    "end_meldplicht",
    "impose_maatregel",
    "impose_meldplicht",
    "lapse_reistest",
    "record_antwoord",
    "record_meldmoment",
    "record_reden",
    "record_reistest",
    "refuse_meldverzoek",
    "review_maatregel",
    "withdraw_meldverzoek",
]
