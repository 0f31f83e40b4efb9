"""Every change of a dossier. The order is always the same: right, lock, norms, write, event."""

from verantwoord.dossier.actions.afwijken import ask_afwijking, decide_afwijking, withdraw_afwijking
from verantwoord.dossier.actions.aliassen import add_alias, remove_alias
from verantwoord.dossier.actions.behandeling import assign_regievoerder, finish_intake, hand_over_dossiers
from verantwoord.dossier.actions.betwisting import (
    BetwistingKanNiet,
    contest_feit,
    decide_betwisting,
    withdraw_betwisting,
)
from verantwoord.dossier.actions.feitenwijziging import NietsVeranderd, change_feiten, lock_versie
from verantwoord.dossier.actions.inzageverzoek import (
    GeenVraag,
    InzageKanNiet,
    ask_inzage,
    grant_inzage,
    refuse_inzage,
    revoke_inzage,
    withdraw_inzageverzoek,
)
from verantwoord.dossier.actions.ontvangst import confirm_ontvangst
from verantwoord.dossier.actions.overname import import_dossierbeeld, open_dossiers, receive_overdracht
from verantwoord.dossier.actions.procedure import (
    record_procedure,
    record_startgebeurtenis,
    record_verwijderbaarheidscheck,
)
from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.actions.termijnen import (
    ask_verlenging_opvang,
    ask_verlenging_vertrektermijn,
    end_opvang,
    end_opvang_gezin,
    forward_verlenging,
    record_besluit_coa,
    record_einde_recht_opvang,
    record_ferreira,
    record_grond_verkorting,
    record_vbl_besluit,
    record_verlenging_ind,
)
from verantwoord.dossier.actions.veiligheidskaart import KaartOngewijzigd, record_veiligheidskaart
from verantwoord.dossier.actions.vervanging import end_vervanging, record_vervanging

__all__ = [
    "BetwistingKanNiet",
    "GeenVraag",
    "InzageKanNiet",
    "KaartOngewijzigd",
    "NietsVeranderd",
    "add_alias",
    "ask_afwijking",
    "ask_inzage",
    "ask_verlenging_opvang",
    "ask_verlenging_vertrektermijn",
    "assign_regievoerder",
    "change_feiten",
    "confirm_ontvangst",
    "contest_feit",
    "decide_afwijking",
    "decide_betwisting",
    "end_opvang",
    "end_opvang_gezin",
    "end_vervanging",
    "finish_intake",
    "forward_verlenging",
    "grant_inzage",
    "hand_over_dossiers",
    "import_dossierbeeld",
    "lock_dossier",
    "lock_versie",
    "open_dossiers",
    "receive_overdracht",
    "record_besluit_coa",
    "record_einde_recht_opvang",
    "record_ferreira",
    "record_grond_verkorting",
    "record_procedure",
    "record_startgebeurtenis",
    "record_vbl_besluit",
    "record_veiligheidskaart",
    "record_verlenging_ind",
    "record_vervanging",
    "record_verwijderbaarheidscheck",
    "refuse_inzage",
    "remove_alias",
    "revoke_inzage",
    "withdraw_afwijking",
    "withdraw_betwisting",
    "withdraw_inzageverzoek",
]
