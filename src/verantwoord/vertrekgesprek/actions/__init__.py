"""Every change of a talk. The order is always the same: right and lock, precondition, write, event."""

from verantwoord.vertrekgesprek.actions.aanvulling import add_addendum, add_reactie, finish_afspraak
from verantwoord.vertrekgesprek.actions.eigen import react
from verantwoord.vertrekgesprek.actions.passage import answer_passage
from verantwoord.vertrekgesprek.actions.planning import (
    Planning,
    plan_gesprek,
    record_niet_gevoerd,
    replan_gesprek,
)
from verantwoord.vertrekgesprek.actions.tolk import Tolkbestelling, record_tolk
from verantwoord.vertrekgesprek.actions.verslag import finish_gesprek, record_gevoerd, save_concept
from verantwoord.vertrekgesprek.actions.voorstel import answer_woordvoorstel, propose_woorden

__all__ = [
    "Planning",
    "Tolkbestelling",
    "add_addendum",
    "add_reactie",
    "answer_passage",
    "answer_woordvoorstel",
    "finish_afspraak",
    "finish_gesprek",
    "plan_gesprek",
    "propose_woorden",
    "react",
    "record_gevoerd",
    "record_niet_gevoerd",
    "record_tolk",
    "replan_gesprek",
    "save_concept",
]
