"""What stands between a concept and an established version, and why. From facts and answers of norms alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import msgspec

from verantwoord.kern import dossierbeeld as kern
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.normen.register import REGISTER
from verantwoord.kern.parameters import Parameters
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.werklijst import open_aanwijzing

VASTSTELLEN = "vertrekplan_vaststellen"
GEDWONGEN_STARTEN = "gedwongen_vertrek_starten"
HERHALEN = "toetsing-elk-stadium"


@dataclass(frozen=True, kw_only=True)
class Vaststelling:
    """``blokkades`` stop it today; ``waarschuwingen`` need a reason that is kept with the version.

    ``gedwongen`` are the norms that stop choosing forced departure, when that is what the concept chooses.
    ``open_aanwijzingen`` are the moments, with the day, on which a signal came that no toetsing has weighed since:
    the plan can only stand beside one with a reason.
    """

    blokkades: tuple[Bevinding, ...]
    gedwongen: tuple[Bevinding, ...]
    waarschuwingen: tuple[Bevinding, ...]
    open_aanwijzingen: tuple[tuple[str, date], ...]
    reden_keuze_ontbreekt: bool

    @property
    def kan(self) -> bool:
        return not (self.blokkades or self.gedwongen or self.reden_keuze_ontbreekt)


def beoordeel_vaststelling(
    beeld: kern.Dossierbeeld,
    plan: kern.Vertrekplan,
    *,
    reden_keuze: str,
    peildatum: date,
    parameters: Parameters,
) -> Vaststelling:
    """Ask the norms about ``beeld`` as it would be with ``plan`` as its current version.

    Choosing forced departure in an established plan is going over to it, so the norms that guard that step answer
    as well, unless the version before already chose it.
    """
    ermee = msgspec.structs.replace(beeld, vertrekplannen=(*beeld.vertrekplannen, plan))
    s = Stand(ermee, peildatum, parameters.op(peildatum))
    eerst = Stand(beeld, peildatum, parameters.op(peildatum))
    beoordeling = beoordeel_stand(s, regelset=parameters.regelset)
    tegen = {h.handeling: h.geblokkeerd_door for h in beoordeling.handelingen if not h.mag}
    per_norm = {b.norm: b for b in beoordeling.bevindingen}
    wordt_gedwongen = plan.gekozen == "gedwongen" and eerst.gekozen != "gedwongen"
    blokkades = tegen.get(VASTSTELLEN, ())
    gedwongen = tegen.get(GEDWONGEN_STARTEN, ()) if wordt_gedwongen else ()
    aanwijzingen = tuple(_open_aanwijzingen(s))
    return Vaststelling(
        blokkades=tuple(per_norm[norm] for norm in blokkades),
        gedwongen=tuple(per_norm[norm] for norm in gedwongen if norm not in blokkades),
        waarschuwingen=tuple(
            b
            for norm, b in per_norm.items()
            if (_gaat_over_het_plan(norm) or (norm == HERHALEN and aanwijzingen))
            and norm not in {*blokkades, *gedwongen}
            and b.oordeel in {"niet_voldaan", "onbekend"}
            and not (REGISTER[norm].afwijking_mogelijk and s.geldige_afwijking(norm))
        ),
        open_aanwijzingen=aanwijzingen,
        reden_keuze_ontbreekt=plan.gekozen is not None and not reden_keuze.strip(),
    )


def _open_aanwijzingen(s: Stand) -> Iterator[tuple[str, date]]:
    for moment in s.laatste_toetsing:
        sinds = open_aanwijzing(s, moment)
        if sinds is not None:
            yield moment, sinds


def _gaat_over_het_plan(norm: str) -> bool:
    gegevens = REGISTER[norm]
    return gegevens.gevolg == "waarschuwt" and any(
        veld.startswith("vertrekplannen[]") for veld in gegevens.velden
    )
