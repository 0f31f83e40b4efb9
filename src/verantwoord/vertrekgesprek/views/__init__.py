"""The pages of this room: the list and the plan, the report, and what is read afterwards."""

from verantwoord.vertrekgesprek.views.aanvullen import aanvulling, afspraak_gedaan, reactie
from verantwoord.vertrekgesprek.views.lezen import gesprek, uitnodiging, verslag_pdf
from verantwoord.vertrekgesprek.views.passages import passage
from verantwoord.vertrekgesprek.views.planning import lijst, niet_gevoerd, plan, tolk, verzet
from verantwoord.vertrekgesprek.views.verslag import concept, verslag

__all__ = [
    "aanvulling",
    "afspraak_gedaan",
    "concept",
    "gesprek",
    "lijst",
    "niet_gevoerd",
    "passage",
    "plan",
    "reactie",
    "tolk",
    "uitnodiging",
    "verslag",
    "verslag_pdf",
    "verzet",
]
