"""One form a step. Each says its title, what it explains, its source, and how it acts."""

from verantwoord.toezicht.forms.basis import Stapformulier
from verantwoord.toezicht.forms.maatregel import BekijkForm, EindeForm, MaatregelForm
from verantwoord.toezicht.forms.meldplicht import MeldplichtvraagForm, VraagIntrekkenForm
from verantwoord.toezicht.forms.reistest import ReistestantwoordForm, ReistestForm, ReistestvervaltForm

__all__ = ["MAATREGELSTAPPEN", "REISTESTSTAPPEN", "STAPPEN", "ReistestForm", "Stapformulier"]

STAPPEN: dict[str, type[Stapformulier]] = {
    "meldplicht-vragen": MeldplichtvraagForm,
    "vraag-intrekken": VraagIntrekkenForm,
    "maatregel": MaatregelForm,
}
MAATREGELSTAPPEN: dict[str, type[Stapformulier]] = {"bekijken": BekijkForm, "beeindigen": EindeForm}
REISTESTSTAPPEN: dict[str, type[Stapformulier]] = {
    "antwoord": ReistestantwoordForm,
    "vervallen": ReistestvervaltForm,
}
