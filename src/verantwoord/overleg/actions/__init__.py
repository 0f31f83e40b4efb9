"""Every change in this room: right and lock, what the step allows, write, event. One transaction each."""

from verantwoord.overleg.actions.acties import add_actie, finish_actie
from verantwoord.overleg.actions.agenda import (
    add_punt,
    change_voorstel,
    defer_punt,
    end_gast,
    invite_gast,
)
from verantwoord.overleg.actions.besluit import (
    escalate_punt,
    feed_back,
    hold_punt,
    record_besluit_buiten,
    record_uitkomst,
    treat_mededeling,
    write_besproken,
)
from verantwoord.overleg.actions.elders import update_eerder
from verantwoord.overleg.actions.planning import (
    cancel_overleg,
    choose_notulist,
    choose_voorzitter,
    end_overleg,
    end_reeks,
    extend_reeksen,
    move_overleg,
    plan_overleg,
    plan_reeks,
    record_aanwezigheid,
    start_overleg,
)
from verantwoord.overleg.actions.stemming import (
    answer_tegenspraak,
    cast_stem,
    give_standpunt,
    give_tegenspraak,
    reveal_punt,
)
from verantwoord.overleg.actions.verslag import (
    add_aanvulling,
    confirm_verslag,
    establish_verslag,
    share_verslag,
)
from verantwoord.overleg.actions.vullen import fill_agenda

__all__ = [
    "add_aanvulling",
    "add_actie",
    "add_punt",
    "answer_tegenspraak",
    "cancel_overleg",
    "cast_stem",
    "change_voorstel",
    "choose_notulist",
    "choose_voorzitter",
    "confirm_verslag",
    "defer_punt",
    "end_gast",
    "end_overleg",
    "end_reeks",
    "escalate_punt",
    "establish_verslag",
    "extend_reeksen",
    "feed_back",
    "fill_agenda",
    "finish_actie",
    "give_standpunt",
    "give_tegenspraak",
    "hold_punt",
    "invite_gast",
    "move_overleg",
    "plan_overleg",
    "plan_reeks",
    "record_aanwezigheid",
    "record_besluit_buiten",
    "record_uitkomst",
    "reveal_punt",
    "share_verslag",
    "start_overleg",
    "treat_mededeling",
    "update_eerder",
    "write_besproken",
]
