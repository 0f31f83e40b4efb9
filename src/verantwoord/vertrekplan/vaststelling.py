"""What stands between a concept and an established version, and why. From facts and answers of norms alone."""

from dataclasses import dataclass
from datetime import date

import msgspec

from verantwoord.kern import dossierbeeld as kern
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.normen.register import REGISTER
from verantwoord.kern.parameters import Parameters
from verantwoord.kern.termijnen import Stand

VASTSTELLEN = "vertrekplan_vaststellen"
GEDWONGEN_STARTEN = "gedwongen_vertrek_starten"


@dataclass(frozen=True, kw_only=True)
class Vaststelling:
    """``blokkades`` stop it today; ``waarschuwingen`` need a reason that is kept with the version.

    ``gedwongen`` are the norms that stop choosing forced departure, when that is what the concept chooses.
    """

    blokkades: tuple[Bevinding, ...]
    gedwongen: tuple[Bevinding, ...]
    waarschuwingen: tuple[Bevinding, ...]
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
    return Vaststelling(
        blokkades=tuple(per_norm[norm] for norm in blokkades),
        gedwongen=tuple(per_norm[norm] for norm in gedwongen if norm not in blokkades),
        waarschuwingen=tuple(
            b
            for norm, b in per_norm.items()
            if _gaat_over_het_plan(norm)
            and b.oordeel in {"niet_voldaan", "onbekend"}
            and not (REGISTER[norm].afwijking_mogelijk and s.geldige_afwijking(norm))
        ),
        reden_keuze_ontbreekt=plan.gekozen is not None and not reden_keuze.strip(),
    )


def _gaat_over_het_plan(norm: str) -> bool:
    gegevens = REGISTER[norm]
    return gegevens.gevolg == "waarschuwt" and any(
        veld.startswith("vertrekplannen[]") for veld in gegevens.velden
    )
