"""The sessions of which one is part, what the Inspectie was told, and how the work went on afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie import queries as verteld
from verantwoord.kwaliteit.spreiding.beeld import Strip
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Organisatie
from verantwoord.vakmanschap.dialoog.models import (
    Dialoog,
    Dialoogafspraak,
    Genodigde,
    Reactie,
    Voorbeeld,
)

# So long before its last day a report is said to come near.
NADERT: Final = timedelta(days=7)


@dataclass(frozen=True)
class Meetpunt:
    """What was told of all regievoerders together for the year that ends with one quarter."""

    kwartaal: Kwartaal
    strip: Strip
    voor_de_sessie: bool


def dialogen_of(*, viewer: Medewerker) -> QuerySet[Dialoog]:
    """The newest first."""
    return Dialoog.objects.visible_to(viewer).select_related("begeleider").order_by("-op", "pk")


def dialoog_of(dialoog_id: UUID, *, viewer: Medewerker) -> Dialoog:
    """One of them. Raises ``Dialoog.DoesNotExist``, also when not allowed."""
    return dialogen_of(viewer=viewer).get(pk=dialoog_id)


def genodigden_of(dialoog: Dialoog, *, viewer: Medewerker) -> QuerySet[Genodigde]:
    """Who was asked, by name; nobody for who reads the report."""
    rijen = Genodigde.objects.visible_to(viewer).filter(dialoog=dialoog)
    return rijen.select_related("medewerker")


def voorbeelden_of(dialoog: Dialoog, *, viewer: Medewerker) -> QuerySet[Voorbeeld]:
    return Voorbeeld.objects.visible_to(viewer).filter(dialoog=dialoog)


def voorbeeld_of(voorbeeld_id: UUID, dialoog: Dialoog, *, viewer: Medewerker) -> Voorbeeld:
    """One of them. Raises ``Voorbeeld.DoesNotExist``."""
    return voorbeelden_of(dialoog, viewer=viewer).get(pk=voorbeeld_id)


def afspraken_of(dialoog: Dialoog, *, viewer: Medewerker) -> QuerySet[Dialoogafspraak]:
    return Dialoogafspraak.objects.visible_to(viewer).filter(dialoog=dialoog)


def reacties_of(dialoog: Dialoog, *, viewer: Medewerker) -> QuerySet[Reactie]:
    return Reactie.objects.visible_to(viewer).filter(dialoog=dialoog)


def teams_of(*, viewer: Medewerker) -> QuerySet[Team]:
    """The teams of the DT&V, whose regievoerders one may ask to come."""
    del viewer  # Which teams there are is no secret; who asks stays the first thing a question names.
    return Team.objects.filter(organisatie=Organisatie.DTV).order_by("naam")


def vertelde_kwartalen(*, viewer: Medewerker) -> list[Kwartaal]:
    """The quarters of which something was told, the last one first."""
    return verteld.kwartalen(viewer=viewer)


def verloop_of(dialoog: Dialoog) -> list[Meetpunt]:
    """The same distribution from the chosen quarter on, the first one first.

    These are figures that were told to everybody; whoever sees the session sees them, also the Inspectie.
    """
    punten = []
    for kwartaal in sorted(verteld.kwartalen(viewer=None)):
        if kwartaal < dialoog.periode:
            continue
        beeld = verteld.spreiding(dialoog.maat, kwartaal=kwartaal, viewer=None)
        if beeld is not None:
            punten.append(Meetpunt(kwartaal, beeld.regievoerders, kwartaal.tot < dialoog.op))
    return punten


def te_rapporteren(*, op: date) -> QuerySet[Dialoog]:
    """Sessions whose day came and whose report is near its last day, or past it; for the program."""
    return Dialoog.objects.filter(
        gerapporteerd_op__isnull=True,
        afgezegd_op__isnull=True,
        op__lte=op,
        rapport_voor__lte=op + NADERT,
    )


def te_doen_of(*, viewer: Medewerker, op: date) -> Sequence[Dialoog]:
    """What waits for this person: the reports of the sessions that one leads, first the earliest day."""
    eigen = Dialoog.objects.visible_to(viewer).filter(
        begeleider=viewer, gerapporteerd_op__isnull=True, afgezegd_op__isnull=True, op__lte=op
    )
    return list(eigen.order_by("rapport_voor"))


def te_beantwoorden_of(*, viewer: Medewerker, op: date) -> QuerySet[Genodigde]:
    """Sessions to come to which one has not said yes or no."""
    return (
        Genodigde.objects.visible_to(viewer)
        .filter(
            medewerker=viewer,
            antwoord="gevraagd",
            dialoog__op__gte=op,
            dialoog__afgezegd_op__isnull=True,
        )
        .select_related("dialoog")
        .order_by("dialoog__op")
    )
