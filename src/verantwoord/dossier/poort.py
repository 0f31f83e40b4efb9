"""The gate: every act that a norm can block passes here, inside its transaction and after its lock."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.beoordeling import Beoordeling, beoordeel
from verantwoord.toegang.models import Medewerker

# What cannot be done, as the middle of a sentence: "U kunt … nu niet."
WAT_NIET_KAN = {
    "lp_verzenden": gettext_noop("de LP-aanvraag versturen"),
    "presentatie_plannen": gettext_noop("een presentatie bij de ambassade plannen"),
    "medische_gegevens_opvragen": gettext_noop("medische gegevens opvragen"),
    "vertrekplan_vaststellen": gettext_noop("het vertrekplan vaststellen"),
}


def require(handeling: str, *, dossier: Dossier, peildatum: date, door: Medewerker) -> Beoordeling:
    """Refuse the act when a norm stops it on ``peildatum``; otherwise give the answers it rests on.

    There is no way round and no flag. ``door`` is asked for so that no caller forgets that somebody acts; no norm
    makes a difference between persons. Raises :class:`NormBlokkeert`.
    """
    del door
    beoordeling = beoordeel(beeld_of(dossier.pk), peildatum=peildatum, parameters=geldende_parameters())
    (antwoord,) = (h for h in beoordeling.handelingen if h.handeling == handeling)
    if not antwoord.mag:
        tegen = [b for b in beoordeling.bevindingen if b.norm in antwoord.geblokkeerd_door]
        wat = _(WAT_NIET_KAN.get(handeling, handeling.replace("_", " ")))
        raise NormBlokkeert(
            _("U kunt %(wat)s nu niet. %(waarom)s")
            % {"wat": wat, "waarom": " ".join(b.uitleg for b in tegen)},
            handeling=handeling,
            bevindingen=tegen,
        )
    return beoordeling
