"""What the research of the Inspectie does."""

from verantwoord.inspectie.actions.cijfers import add_opmerking, withdraw_opmerking
from verantwoord.inspectie.actions.onderzoek import (
    add_onderzoeker,
    change_onderzoek,
    choose_normen,
    end_onderzoeker,
    next_stand,
    start_onderzoek,
)
from verantwoord.inspectie.actions.register import (
    add_bron,
    add_interview,
    add_tabel,
    keep_bezoek,
    remove_bron,
    remove_interview,
)
from verantwoord.inspectie.actions.steekproef import (
    agree_seed,
    draw_steekproef,
    keep_stratum,
    propose_seed,
    remove_stratum,
    replace_getrokken,
    trek_onderzoek,
    withdraw_seed,
)
from verantwoord.inspectie.actions.uitkomst import (
    REACTIE_BINNEN,
    give_reactie,
    keep_aanbeveling,
    keep_conclusie,
    mark_herinnerd,
    publish_onderzoek,
    remove_aanbeveling,
    remove_conclusie,
)

__all__ = [
    "REACTIE_BINNEN",
    "add_bron",
    "add_interview",
    "add_onderzoeker",
    "add_opmerking",
    "add_tabel",
    "agree_seed",
    "change_onderzoek",
    "choose_normen",
    "draw_steekproef",
    "end_onderzoeker",
    "give_reactie",
    "keep_aanbeveling",
    "keep_bezoek",
    "keep_conclusie",
    "keep_stratum",
    "mark_herinnerd",
    "next_stand",
    "propose_seed",
    "publish_onderzoek",
    "remove_aanbeveling",
    "remove_bron",
    "remove_conclusie",
    "remove_interview",
    "remove_stratum",
    "replace_getrokken",
    "start_onderzoek",
    "trek_onderzoek",
    "withdraw_opmerking",
    "withdraw_seed",
]
