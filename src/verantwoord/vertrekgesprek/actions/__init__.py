"""Every change of a talk. The order is always the same: right and lock, precondition, write, event."""

from verantwoord.vertrekgesprek.actions.aanvulling import add_addendum, finish_afspraak
from verantwoord.vertrekgesprek.actions.planning import (
    Planning,
    plan_gesprek,
    record_niet_gevoerd,
    replan_gesprek,
)
from verantwoord.vertrekgesprek.actions.verslag import finish_gesprek, record_gevoerd, save_concept

__all__ = [
    "Planning",
    "add_addendum",
    "finish_afspraak",
    "finish_gesprek",
    "plan_gesprek",
    "record_gevoerd",
    "record_niet_gevoerd",
    "replan_gesprek",
    "save_concept",
]
