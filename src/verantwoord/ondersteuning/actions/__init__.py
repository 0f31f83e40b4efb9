"""Every change of wishes, referrals, contributions and the catalogue."""

from verantwoord.ondersteuning.actions.behoefte import meet_behoefte, report_behoefte
from verantwoord.ondersteuning.actions.bijdrage import decide_bijdrage, request_bijdrage
from verantwoord.ondersteuning.actions.catalogus import Aanbodgegevens, add_aanbod, change_aanbod
from verantwoord.ondersteuning.actions.verwijzing import (
    end_verwijzing,
    follow_verwijzing,
    record_resultaat,
    refer,
)
from verantwoord.ondersteuning.actions.wens import answer_wens, assess_wens, record_wens, tell_wens

__all__ = [
    "Aanbodgegevens",
    "add_aanbod",
    "answer_wens",
    "assess_wens",
    "change_aanbod",
    "decide_bijdrage",
    "end_verwijzing",
    "follow_verwijzing",
    "meet_behoefte",
    "record_resultaat",
    "record_wens",
    "refer",
    "report_behoefte",
    "request_bijdrage",
    "tell_wens",
]
