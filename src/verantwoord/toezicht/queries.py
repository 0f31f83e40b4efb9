"""Every question others may ask this room. All of them start with who is asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Dossierdeel
from verantwoord.dossier.stand import beoordeel_op
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.gebeurtenis.queries import gebeurtenissen_of
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.toegang import rijen_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import matrixrol
from verantwoord.toezicht.keuzes import Moment
from verantwoord.toezicht.models import Maatregel, Maatregeltoets, Meldmoment, Meldverzoek, Reistest
from verantwoord.toezicht.models.meldplicht import CATEGORIE


@dataclass(frozen=True, kw_only=True)
class Toestand:
    """The facts of one dossier on one day and what the norms say."""

    s: Stand
    beoordeling: Beoordeling

    def tegen(self, handeling: str) -> tuple[Bevinding, ...]:
        """The norms that stop this act today; none means that it may be done."""
        (antwoord,) = (h for h in self.beoordeling.handelingen if h.handeling == handeling)
        return tuple(b for b in self.beoordeling.bevindingen if b.norm in antwoord.geblokkeerd_door)

    def bevinding(self, norm: str) -> Bevinding:
        """The answer of one norm."""
        return next(b for b in self.beoordeling.bevindingen if b.norm == norm)


def toestand_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> Toestand:
    """What the facts and norms say. Raises ``Dossier.DoesNotExist``, also when not allowed."""
    Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id)
    s, beoordeling = beoordeel_op(beeld_of(dossier_id), peildatum)
    return Toestand(s=s, beoordeling=beoordeling)


def meldplichten_of(dossier_id: UUID, *, viewer: Medewerker) -> tuple[d.Meldplicht, ...]:
    """Every meldplicht in the order of the facts, for who reads supervision; of the other facts nothing is read."""
    Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id)
    if CATEGORIE not in rijen_van(matrixrol(viewer)):
        return ()
    deel = Dossierdeel.objects.filter(dossier=dossier_id, deel="meldplichten").first()
    return msgspec.convert(deel.inhoud, tuple[d.Meldplicht, ...]) if deel is not None else ()


def verzoeken_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Meldverzoek]:
    """What was asked of the AVIM about a meldplicht, newest first."""
    verzoeken = Meldverzoek.objects.visible_to(viewer)
    return verzoeken.filter(dossier=dossier_id).order_by("-gevraagd_op", "-pk")


def momenten_of(dossier_id: UUID, *, viewer: Medewerker) -> list[Meldmoment]:
    """What holds of each day on which somebody should report, oldest first."""
    momenten = Meldmoment.objects.visible_to(viewer).filter(dossier=dossier_id)
    return sorted(momenten.geldend(), key=lambda m: (m.plaats, m.op))


def maatregelen_of(dossier_id: UUID, *, viewer: Medewerker) -> list[Maatregel]:
    """The measures of art. 56 with each look at them, newest first."""
    maatregelen = Maatregel.objects.visible_to(viewer).filter(dossier=dossier_id)
    return list(maatregelen.prefetch_related("toetsen").order_by("-van", "-pk"))


def reistesten_of(dossier_id: UUID, *, viewer: Medewerker) -> list[Reistest]:
    """The tests that a country asks, with what the person said, newest first."""
    testen = Reistest.objects.visible_to(viewer).filter(dossier=dossier_id)
    return list(testen.prefetch_related("antwoorden").order_by("-gevraagd_op", "-pk"))


def nog_te_vragen(dossier_id: UUID, *, viewer: Medewerker) -> list[Reistest]:
    """The tests about which nobody spoke with the person yet; the same for whoever said yes and whoever said no."""
    testen = Reistest.objects.visible_to(viewer).filter(dossier=dossier_id)
    return list(testen.te_vragen())


def wachtend_verzoek(dossier_id: UUID, *, viewer: Medewerker) -> Meldverzoek | None:
    """What was asked of the AVIM and waits for its decision."""
    verzoeken = Meldverzoek.objects.visible_to(viewer).filter(dossier=dossier_id)
    return verzoeken.wachtend().first()


def wachtende_verzoeken(*, viewer: Medewerker) -> QuerySet[Meldverzoek]:
    """What waits for the AVIM over all its dossiers."""
    return Meldverzoek.objects.visible_to(viewer).wachtend()


def te_horen(*, viewer: Medewerker) -> QuerySet[Meldmoment]:
    """The days on which somebody did not report and whose reason nobody heard yet."""
    return Meldmoment.objects.visible_to(viewer).geldend().filter(soort=Moment.GEMIST)


def lopende_maatregelen(dossier_id: UUID, *, viewer: Medewerker, op: date) -> list[Maatregel]:
    """The measures that hold on a day or begin later, with each look at them."""
    maatregelen = Maatregel.objects.visible_to(viewer).filter(dossier=dossier_id)
    nog = maatregelen.filter(tot__gte=op).filter(Q(beeindigd_op__isnull=True) | Q(beeindigd_op__gt=op))
    return list(nog.prefetch_related("toetsen"))


@dataclass(frozen=True, kw_only=True)
class Dag:
    """A day on which something of supervision is due: ``wat`` says what, ``sleutel`` which, without naming anybody."""

    dag: date
    wat: str
    dossier_id: UUID
    sleutel: str


def dagen_van(dossiers: Any, *, viewer: Medewerker, van: date, tot: date, meeste: int) -> list[Dag]:
    """What is due between two days, both included, in these dossiers, at most so many. One query.

    What the AVIM should answer, what must be looked at again, what ends by itself and what must be talked about. What
    was answered about a test makes no difference.
    """
    if CATEGORIE not in rijen_van(matrixrol(viewer)):
        return []
    bekeken = Maatregeltoets.objects.filter(maatregel=OuterRef("pk")).order_by("-pk")
    lopend = Maatregel.objects.filter(beeindigd_op__isnull=True, dossier__in=dossiers).annotate(
        bekijken=Case(
            When(Exists(bekeken), then=Subquery(bekeken.values("volgende_voor")[:1])), default=F("toets_voor")
        )
    )
    verzoeken = Meldverzoek.objects.wachtend().filter(dossier__in=dossiers)
    testen = Reistest.objects.te_vragen().filter(dossier__in=dossiers)
    rijen = _in_dagen(verzoeken, "antwoord_voor", "antwoord", van, tot).union(
        _in_dagen(lopend, "bekijken", "bekijken", van, tot),
        _in_dagen(lopend, "tot", "einde", van, tot),
        _in_dagen(testen, "vraag_voor", "reistest", van, tot),
        all=True,
    )
    return [
        Dag(dag=dag, wat=wat, dossier_id=dossier_id, sleutel=f"toezicht {wat} {pk}")
        for pk, dossier_id, dag, wat in rijen[:meeste]
    ]


def _in_dagen(rijen: Any, veld: str, wat: str, van: date, tot: date) -> Any:
    return (
        rijen.order_by()
        .filter(**{f"{veld}__range": (van, tot)})
        .values_list("pk", "dossier_id", F(veld), Value(wat))
    )


def verloop_of(
    dossier_id: UUID, *, viewer: Medewerker, soorten: Sequence[str] = ("meldplicht.", "afwezigheid.")
) -> list[Gebeurtenis]:
    """What was done about supervision, oldest first, for what the facts have no field for."""
    Dossier.objects.visible_to(viewer).only("pk").get(pk=dossier_id)
    begin = Q()
    for soort in soorten:
        begin |= Q(soort__startswith=soort)
    return list(gebeurtenissen_of(dossier_id).filter(begin).order_by("volgnummer"))
