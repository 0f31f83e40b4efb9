"""The gate: every act that a norm can block passes here, inside its transaction and after its lock."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.beoordeling import Beoordeling, Bevinding, beoordeel
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.toegang.models import Medewerker

# What cannot be done, as the middle of a sentence: "U kunt … nu niet."
WAT_NIET_KAN = {
    "lp_verzenden": gettext_noop("de LP-aanvraag versturen"),
    "presentatie_plannen": gettext_noop("een presentatie bij de ambassade plannen"),
    "medische_gegevens_opvragen": gettext_noop("medische gegevens opvragen"),
    "vertrekplan_vaststellen": gettext_noop("het vertrekplan vaststellen"),
    "overplaatsen_vbl": gettext_noop("iemand naar een vbl overplaatsen"),
    "overplaatsen_gl": gettext_noop("iemand naar een gezinslocatie overplaatsen"),
    "opvang_beeindigen": gettext_noop("de opvang beëindigen"),
    "bewaring_voorstellen": gettext_noop("bewaring voorstellen"),
    "bewaring_opleggen": gettext_noop("bewaring opleggen"),
    "zelfstandig_vertrek_boeken": gettext_noop("deze reis boeken"),
    "gedwongen_vertrek_boeken": gettext_noop("een gedwongen vertrek boeken"),
    "zelfstandig_vertrek_uitvoeren": gettext_noop("dit vertrek laten doorgaan"),
    "gedwongen_vertrek_uitvoeren": gettext_noop("dit gedwongen vertrek laten doorgaan"),
    "sluiten_vertrokken": gettext_noop("het dossier sluiten als vertrokken"),
    "sluiten_ongecontroleerd": gettext_noop("het dossier sluiten als vertrokken zonder toezicht"),
}


class Wachter(Protocol):
    """Stops an act for what the norms, which count in days, cannot see; gives the bevindingen that say why."""

    def __call__(
        self, handeling: str, /, *, dossier: Dossier, beoordeling: Beoordeling
    ) -> Sequence[Bevinding]: ...


_wachters: list[Wachter] = []


def register_wachter(wachter: Wachter) -> None:
    """Let a room stand at the gate; said once, when the program starts. A wachter can stop an act, never allow one."""
    _wachters.append(wachter)


def require(
    handeling: str,
    *,
    dossier: Dossier,
    peildatum: date,
    door: Medewerker,
    beeld: Dossierbeeld | None = None,
) -> Beoordeling:
    """Refuse the act when a norm stops it on ``peildatum``; otherwise give the answers it rests on.

    There is no way round and no flag. ``door`` is asked for so that no caller forgets that somebody acts; no norm
    makes a difference between persons. ``beeld`` are the facts as they would be after the act, for an act that a norm
    judges by what it leads to; without it they are the facts as they stand. Raises :class:`NormBlokkeert`.
    """
    del door
    beoordeling = beoordeel(
        beeld or beeld_of(dossier.pk), peildatum=peildatum, parameters=geldende_parameters()
    )
    (antwoord,) = (h for h in beoordeling.handelingen if h.handeling == handeling)
    tegen = [b for b in beoordeling.bevindingen if b.norm in antwoord.geblokkeerd_door]
    for wachter in _wachters:
        tegen += wachter(handeling, dossier=dossier, beoordeling=beoordeling)
    if tegen:
        wat = _(WAT_NIET_KAN.get(handeling, handeling.replace("_", " ")))
        raise NormBlokkeert(
            _("U kunt %(wat)s nu niet. %(waarom)s")
            % {"wat": wat, "waarom": " ".join(b.uitleg for b in tegen)},
            handeling=handeling,
            bevindingen=tegen,
        )
    return beoordeling
