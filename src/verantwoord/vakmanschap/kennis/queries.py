"""Finding a piece of knowledge: by word, by subject, by country."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from verantwoord.kern.kalender import plus_dagen
from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.kennis.models import Kennisstuk


def kennis_of(
    *, viewer: Medewerker, peildatum: date, woord: str = "", onderwerp: str = "", land: str = ""
) -> QuerySet[Kennisstuk]:
    """What holds today and was looked at, by title; what narrows nothing is left empty."""
    stukken = Kennisstuk.objects.visible_to(viewer).te_gebruiken(peildatum)
    for deel in woord.split():
        stukken = stukken.filter(
            Q(titel__icontains=deel) | Q(tekst__icontains=deel) | Q(bron__icontains=deel)
        )
    if onderwerp:
        stukken = stukken.filter(onderwerp=onderwerp)
    if land:
        stukken = stukken.filter(_voor_land([land]))
    return stukken.select_related("beoordeeld_door", "cursus")


def kennis_voor(
    *,
    viewer: Medewerker,
    onderwerpen: Sequence[str],
    landen: Collection[str],
    peildatum: date,
    meeste: int = 4,
) -> list[Kennisstuk]:
    """A few pieces for a page of the work: by subject and country, about nobody. What names a country comes first."""
    stukken = Kennisstuk.objects.visible_to(viewer).te_gebruiken(peildatum)
    gevonden = stukken.filter(_voor_land(landen), onderwerp__in=onderwerpen)
    return sorted(gevonden, key=lambda s: (not s.landen, onderwerpen.index(s.onderwerp), s.titel))[:meeste]


def stuk_of(stuk_id: UUID, *, viewer: Medewerker) -> Kennisstuk:
    """One piece, also one that nobody looked at yet. Raises ``Kennisstuk.DoesNotExist``."""
    rijen = Kennisstuk.objects.visible_to(viewer)
    return rijen.select_related("opgesteld_door", "beoordeeld_door", "cursus").get(pk=stuk_id)


def wachtend_of(*, viewer: Medewerker, peildatum: date) -> QuerySet[Kennisstuk]:
    """What is not shown at work: not looked at yet, or past its last day. The oldest last day on top."""
    rijen = Kennisstuk.objects.visible_to(viewer).filter(
        Q(beoordeeld_op__isnull=True) | Q(geldig_tot__lt=peildatum)
    )
    return rijen.select_related("opgesteld_door").order_by("geldig_tot", "titel")


def wacht_sinds(*, peildatum: date) -> date | None:
    """The last day on which something came to wait: written, or past its last day. For the job that reminds."""
    wachtend = Kennisstuk.objects.filter(ingetrokken_op__isnull=True)
    dagen = [
        *wachtend.filter(beoordeeld_op__isnull=True).values_list("opgesteld_op", flat=True),
        *(
            plus_dagen(dag, 1)
            for dag in wachtend.filter(geldig_tot__lt=peildatum).values_list("geldig_tot", flat=True)
        ),
    ]
    return max(dagen, default=None)


def van_cursus_of(cursus_id: UUID, *, viewer: Medewerker, peildatum: date) -> QuerySet[Kennisstuk]:
    """What belongs to a course."""
    return Kennisstuk.objects.visible_to(viewer).te_gebruiken(peildatum).filter(cursus=cursus_id)


def _voor_land(landen: Collection[str]) -> Q:
    return Q(landen=[]) | Q(landen__overlap=list(landen))
