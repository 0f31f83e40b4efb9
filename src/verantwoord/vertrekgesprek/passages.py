"""A passage as it is shown: its words with the hints marked, what it may be about, and what was decided."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from verantwoord.vertrekgesprek.keuzes import Antwoordsoort, Zoekterrein
from verantwoord.vertrekgesprek.models import Passage

# Why somebody sees this: what the words may be about, never what is so.
WAAROM: Final = {
    Zoekterrein.MEDISCH.value: lambda: _("Deze woorden kunnen over gezondheid gaan."),
    Zoekterrein.BUITEN_SCHULD.value: lambda: _(
        "Deze woorden kunnen gaan over papieren die er buiten iemands schuld niet komen."
    ),
    Zoekterrein.SCHRIJNEND.value: lambda: _(
        "Deze woorden kunnen gaan over iets dat teruggaan heel zwaar maakt, bijvoorbeeld een overlijden of geweld."
    ),
    Zoekterrein.MENSENHANDEL.value: lambda: _("Deze woorden kunnen over dwang of uitbuiting gaan."),
    Zoekterrein.WENS.value: lambda: _("Deze woorden kunnen een wens zijn. Elke wens krijgt een antwoord."),
}


@dataclass(frozen=True, kw_only=True)
class Passageblad:
    """One card: ``delen`` are the pieces of the quotation and whether each is a hint."""

    passage: Passage
    terrein: str
    plaats: str
    delen: list[tuple[str, bool]]
    waarom: str
    is_wens: bool
    is_beantwoord: bool
    is_terzijde: bool


def passageblad(passage: Passage) -> Passageblad:
    antwoord = getattr(passage, "antwoord", None)
    return Passageblad(
        passage=passage,
        terrein=str(passage.get_terrein_display()),
        plaats=str(passage.get_onderwerp_display()),
        delen=_delen(passage.citaat, passage.hints),
        waarom=WAAROM[passage.terrein](),
        is_wens=passage.terrein == Zoekterrein.WENS,
        is_beantwoord=antwoord is not None,
        is_terzijde=antwoord is not None and antwoord.soort == Antwoordsoort.TERZIJDE,
    )


def _delen(citaat: str, hints: list[list[int]]) -> list[tuple[str, bool]]:
    delen, plek = [], 0
    for begin, einde in hints:
        delen += [(citaat[plek:begin], False), (citaat[begin:einde], True)]
        plek = einde
    return [(tekst, hint) for tekst, hint in [*delen, (citaat[plek:], False)] if tekst]
