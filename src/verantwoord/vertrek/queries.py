"""Every question others may ask this room. All of them start with who is asking."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.gebeurtenis.queries import gebeurtenissen_of
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.termijnen import Stand
from verantwoord.ondersteuning.queries import toelating_of
from verantwoord.toegang.models import Medewerker

# What this room writes down besides the facts: who did it, why, and what was said.
EIGEN_SOORTEN = (
    "vertrek.geboekt",
    "vertrek.gewijzigd",
    "vertrek.geannuleerd",
    "vertrek.doorgelaten",
    "vertrek.bevestigd",
    "afwezigheid.gemeld",
    "afwezigheid.gecontroleerd",
    "afwezigheid.bericht_van_vertrek",
    "afwezigheid.weer_gezien",
    "dossier.gesloten",
    "dossier.heropend",
)


@dataclass(frozen=True, kw_only=True)
class Toelating:
    """Another country that lets the person in, as it was found out before any booking; ``tot`` is the proof's last day."""

    land: str
    bewijs: str
    tot: date | None
    dia_overwogen: bool | None
    dia_reden: str


@dataclass(frozen=True, kw_only=True)
class Toestand:
    """The facts of one dossier on one day and what the norms say about leaving and closing.

    ``toelating`` is proposed where a trip is booked; the norm reads only what is booked.
    """

    s: Stand
    beoordeling: Beoordeling
    toelating: Toelating | None = None

    def tegen(self, handeling: str) -> tuple[Bevinding, ...]:
        """The norms that stop this act today; none means that it may be done."""
        (antwoord,) = (h for h in self.beoordeling.handelingen if h.handeling == handeling)
        return tuple(b for b in self.beoordeling.bevindingen if b.norm in antwoord.geblokkeerd_door)

    def bevinding(self, norm: str) -> Bevinding:
        (bevinding,) = (b for b in self.beoordeling.bevindingen if b.norm == norm)
        return bevinding


def toestand_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> Toestand:
    """What the facts and norms say today. Raises ``Dossier.DoesNotExist``, also when not allowed."""
    Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id)
    parameters = geldende_parameters()
    s = Stand(beeld_of(dossier_id), peildatum, parameters.op(peildatum))
    return Toestand(s=s, beoordeling=beoordeel_stand(s, regelset=parameters.regelset))


def met_toelating(toestand: Toestand, dossier_id: UUID, *, viewer: Medewerker) -> Toestand:
    """The same, with the country that lets the person in today, for a form that books a trip."""
    gevonden = toelating_of(dossier_id, viewer=viewer, op=toestand.s.op)
    if gevonden is None:
        return toestand
    land, bewijs = gevonden
    toelating = Toelating(
        land=land.land,
        bewijs=str(bewijs),
        tot=bewijs.geldig_tot,
        dia_overwogen=land.dia_overwogen,
        dia_reden=land.dia_reden,
    )
    return replace(toestand, toelating=toelating)


def verloop_of(dossier_id: UUID, *, viewer: Medewerker) -> list[Gebeurtenis]:
    """What was done about departure and closing, oldest first, for what the facts have no field for."""
    Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id)
    return list(gebeurtenissen_of(dossier_id).filter(soort__in=EIGEN_SOORTEN).order_by("volgnummer"))


def doorlating_of(dossier_id: UUID, *, soort: str, op: date, viewer: Medewerker) -> dict[str, Any] | None:
    """What was written down when a departure of this kind was let go ahead on that day, if it was."""
    Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id)
    gebeurtenis = (
        gebeurtenissen_of(dossier_id)
        .filter(soort="vertrek.doorgelaten", gegevens__soort=soort, gegevens__op=op.isoformat())
        .first()
    )
    return gebeurtenis.gegevens if gebeurtenis else None


def verwante_dossiers_of(dossier: Dossier, *, viewer: Medewerker) -> list[Dossier]:
    """The other dossiers of the same person that the viewer may see, in the order in which they came."""
    anderen = Dossier.objects.visible_to(viewer).filter(persoon=dossier.persoon_id).exclude(pk=dossier.pk)
    return list(anderen.order_by("ontvangen_op", "nummer"))
