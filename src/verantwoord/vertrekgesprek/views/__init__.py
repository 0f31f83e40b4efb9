"""The pages of this room: the list and the plan, the report, and what is read afterwards."""

from verantwoord.vertrekgesprek.views.lezen import aanvulling, afspraak_gedaan, gesprek, uitnodiging
from verantwoord.vertrekgesprek.views.planning import lijst, niet_gevoerd, plan, verzet
from verantwoord.vertrekgesprek.views.verslag import concept, verslag

__all__ = [
    "aanvulling",
    "afspraak_gedaan",
    "concept",
    "gesprek",
    "lijst",
    "niet_gevoerd",
    "plan",
    "uitnodiging",
    "verslag",
    "verzet",
]
