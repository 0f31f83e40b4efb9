"""Every change of wishes, referrals, contributions and the catalogue."""

from verantwoord.ondersteuning.actions.begroting import set_begroting
from verantwoord.ondersteuning.actions.behoefte import meet_behoefte, report_behoefte
from verantwoord.ondersteuning.actions.bijdrage import (
    decide_bijdrage,
    record_betaling,
    request_bijdrage,
)
from verantwoord.ondersteuning.actions.catalogus import Aanbodgegevens, add_aanbod, change_aanbod
from verantwoord.ondersteuning.actions.derdeland import (
    add_bewijs,
    begin_derde_land,
    consider_dia,
    drop_bewijs,
    record_landantwoord,
)
from verantwoord.ondersteuning.actions.eigen import (
    express_wens,
    mag_intrekken,
    read_antwoord,
    withdraw_toestemming_verwijzing,
    withdraw_wens,
)
from verantwoord.ondersteuning.actions.navraag import record_navraag
from verantwoord.ondersteuning.actions.regeling import ask_regeling, move_regeling
from verantwoord.ondersteuning.actions.verwijzing import (
    end_verwijzing,
    follow_verwijzing,
    record_antwoord,
    record_bewijs,
    record_resultaat,
    refer,
)
from verantwoord.ondersteuning.actions.voorstel import (
    choose_verwijzing,
    drop_voorstel,
    propose_verwijzing,
    record_keuze,
)
from verantwoord.ondersteuning.actions.wens import answer_wens, assess_wens, record_wens, tell_wens

__all__ = [
    "Aanbodgegevens",
    "add_aanbod",
    "add_bewijs",
    "answer_wens",
    "ask_regeling",
    "assess_wens",
    "begin_derde_land",
    "change_aanbod",
    "choose_verwijzing",
    "consider_dia",
    "decide_bijdrage",
    "drop_bewijs",
    "drop_voorstel",
    "end_verwijzing",
    "express_wens",
    "follow_verwijzing",
    "mag_intrekken",
    "meet_behoefte",
    "move_regeling",
    "propose_verwijzing",
    "read_antwoord",
    "record_antwoord",
    "record_betaling",
    "record_bewijs",
    "record_keuze",
    "record_landantwoord",
    "record_navraag",
    "record_resultaat",
    "record_wens",
    "refer",
    "report_behoefte",
    "request_bijdrage",
    "set_begroting",
    "tell_wens",
    "withdraw_toestemming_verwijzing",
    "withdraw_wens",
]
