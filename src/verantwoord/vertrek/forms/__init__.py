"""One form a step. Each says its title, what it explains, which gate it stands before, and how it acts."""

from verantwoord.vertrek.forms.afwezigheid import BerichtForm, ControleForm, NietGezienForm, WeerGezienForm
from verantwoord.vertrek.forms.basis import Stapformulier
from verantwoord.vertrek.forms.einde import HeropenForm, SluitForm, UitkomstForm
from verantwoord.vertrek.forms.reis import (
    AnnuleerForm,
    Boekformulier,
    BoekGedwongenForm,
    BoekZelfstandigForm,
    DoorgaanForm,
    WijzigForm,
)

__all__ = ["REISSTAPPEN", "STAPPEN", "Boekformulier", "Stapformulier"]

STAPPEN: dict[str, type[Stapformulier]] = {
    "zelfstandig": BoekZelfstandigForm,
    "gedwongen": BoekGedwongenForm,
    "uitkomst": UitkomstForm,
    "niet-gezien": NietGezienForm,
    "controle": ControleForm,
    "bericht": BerichtForm,
    "weer-gezien": WeerGezienForm,
    "sluiten": SluitForm,
    "heropenen": HeropenForm,
}
REISSTAPPEN: dict[str, type[Stapformulier]] = {
    "wijzigen": WijzigForm,
    "annuleren": AnnuleerForm,
    "doorgaan": DoorgaanForm,
}
