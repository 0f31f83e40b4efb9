"""Every question others may ask this room. All of them start with who is asking."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.termijnen import Stand
from verantwoord.reisdocument.models import LPAanvraag, Reisdocument
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Toestand:
    """The facts of one dossier on one day and what the norms say about sending and presenting."""

    s: Stand
    beoordeling: Beoordeling

    def tegen(self, handeling: str) -> tuple[Bevinding, ...]:
        """The norms that stop this act today; none means that it may be done."""
        (antwoord,) = (h for h in self.beoordeling.handelingen if h.handeling == handeling)
        return tuple(b for b in self.beoordeling.bevindingen if b.norm in antwoord.geblokkeerd_door)


def reisdocumenten_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Reisdocument]:
    """The travel documents of one dossier, in the order in which they were recorded."""
    return Reisdocument.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("volgorde")


def lp_aanvragen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[LPAanvraag]:
    """The LP requests of one dossier, the newest first."""
    return LPAanvraag.objects.visible_to(viewer).filter(dossier=dossier_id).order_by("-volgorde")


def toestand_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> Toestand:
    """What the facts and norms say today. Raises ``Dossier.DoesNotExist``, also when not allowed."""
    Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id)
    parameters = geldende_parameters()
    s = Stand(beeld_of(dossier_id), peildatum, parameters.op(peildatum))
    return Toestand(s=s, beoordeling=beoordeel_stand(s, regelset=parameters.regelset))
