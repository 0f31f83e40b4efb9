"""What partners may ask: the answers about a dossier, and whether the latest one reached whom it was meant for."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from verantwoord.dossier.models import Antwoord, Betrokkenheid, Ontvangstbevestiging
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.antwoorden import velden_voor
from verantwoord.kern.kalender import plus_werkdagen
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzage, Medewerker
from verantwoord.toegang.rechten import Organisatie, matrixrol


@dataclass(frozen=True, kw_only=True)
class Gegeven:
    """One answer as somebody of a role may know it: ``inhoud`` holds only the fields of that role.

    ``correctie_van`` is the answer that this one puts right.
    """

    id: int
    soort: str
    inhoud: dict[str, Any]
    geldig_vanaf: date
    vastgelegd_op: datetime
    correctie_van: int | None


def antwoorden_of(dossiers: Collection[UUID], *, viewer: Medewerker) -> dict[UUID, dict[str, Gegeven]]:
    """The answers that hold, per dossier and sort, as far as the viewer may know them; one query."""
    gevonden: dict[UUID, dict[str, Gegeven]] = {dossier_id: {} for dossier_id in dossiers}
    for rij in Antwoord.objects.visible_to(viewer).filter(dossier__in=dossiers).laatste():
        gevonden[rij.dossier_id][rij.soort] = gegeven_aan(
            rij, rol=matrixrol(viewer), organisatie=viewer.organisatie
        )
    return gevonden


def geschiedenis_of(dossier_id: UUID, soort: str, *, viewer: Medewerker) -> list[Gegeven]:
    """Every answer of one sort that was given, the one that holds first."""
    rijen = Antwoord.objects.visible_to(viewer).filter(dossier=dossier_id, soort=soort).order_by("-pk")
    return [gegeven_aan(rij, rol=matrixrol(viewer), organisatie=viewer.organisatie) for rij in rijen]


def gegeven_aan(rij: Antwoord, *, rol: str, organisatie: str) -> Gegeven:
    """Take out of a row what this role and organisation may know; a date that was put right says so in its reason."""
    velden = velden_voor(rij.soort, rol=rol, organisatie=organisatie)
    inhoud = {veld: rij.inhoud[veld] for veld in velden if veld in rij.inhoud}
    if rij.correctie_van_id is not None and "redencode" in inhoud:
        inhoud["redencode"] = "correctie"
    return Gegeven(
        id=rij.pk,
        soort=rij.soort,
        inhoud=inhoud,
        geldig_vanaf=rij.geldig_vanaf,
        vastgelegd_op=rij.vastgelegd_op,
        correctie_van=rij.correctie_van_id,
    )


def onbevestigd(*, soort: str, organisatie: Organisatie) -> QuerySet[Antwoord]:
    """The answers that hold and that this organisation, which has a task in the dossier, did not say it received.

    Not for showing to a person as it is: filter it by the dossiers that person may see.
    """
    nieuwer = Antwoord.objects.filter(dossier=OuterRef("dossier"), soort=soort, pk__gt=OuterRef("pk"))
    ontvangen = Ontvangstbevestiging.objects.filter(antwoord=OuterRef("pk"), organisatie=organisatie)
    betrokken = Betrokkenheid.objects.filter(
        dossier=OuterRef("dossier"), organisatie=organisatie, tot__isnull=True
    )
    return Antwoord.objects.filter(~Exists(nieuwer), ~Exists(ontvangen), Exists(betrokken), soort=soort)


def onbevestigd_bij(
    *, soort: str, viewer: Medewerker, na: int = 0, aantal: int
) -> list[tuple[UUID, Gegeven]]:
    """What waits until the viewer's organisation says that it came, with its dossier; the oldest first, after ``na``."""
    wachtend = onbevestigd(soort=soort, organisatie=Organisatie(viewer.organisatie))
    zichtbaar = Antwoord.objects.visible_to(viewer).filter(pk__in=wachtend.values("pk"), pk__gt=na)
    rol = matrixrol(viewer)
    return [
        (rij.dossier_id, gegeven_aan(rij, rol=rol, organisatie=viewer.organisatie))
        for rij in zichtbaar.order_by("pk")[:aantal]
    ]


def te_laat_bij_coa(*, op: date) -> QuerySet[Antwoord]:
    """The ends of a right to shelter that did not reach the COA within one working day of their writing.

    It reached the COA when the COA says so, or when somebody there looked at the case since: every look shows the date.
    Like :func:`onbevestigd` not for showing as it is. Norm coa-einddatum-afgeleid.
    """
    return _laat_onbevestigd(op).filter(~Exists(_gezien_door_coa()))


def _laat_onbevestigd(op: date) -> QuerySet[Antwoord]:
    gelijkgesteld = _gelijkgesteld(op)
    dag = op
    while plus_werkdagen(dag, 1, gelijkgesteld) >= op:
        dag -= timedelta(days=1)
    eerder = Antwoord.objects.filter(dossier=OuterRef("dossier"), soort="opvangrecht", pk__lt=OuterRef("pk"))
    wachtend = onbevestigd(soort="opvangrecht", organisatie=Organisatie.COA)
    # That there is no end yet is only news where there was one.
    return wachtend.filter(~Q(inhoud__einddatum=None) | Exists(eerder), vastgelegd_op__date__lte=dag)


def _gezien_door_coa() -> QuerySet[Inzage]:
    return Inzage.objects.filter(
        dossier_id=OuterRef("dossier"),
        organisatie=Organisatie.COA,
        toegestaan=True,
        moment__gt=OuterRef("vastgelegd_op"),
    )


def uiterlijk_bij_coa(antwoord: Antwoord) -> date:
    """The last day on which an answer must have reached the COA."""
    geschreven = timezone.localdate(antwoord.vastgelegd_op)
    return plus_werkdagen(geschreven, 1, _gelijkgesteld(geschreven))


def niet_bij_coa(dossier_id: UUID, *, viewer: Medewerker, op: date) -> Antwoord | None:
    """The end of the right to shelter in one dossier that did not reach the COA in time, if there is one."""
    zichtbaar = Antwoord.objects.visible_to(viewer).filter(dossier=dossier_id)
    antwoord = _laat_onbevestigd(op).filter(pk__in=zichtbaar.values("pk")).first()
    if antwoord is None:
        return None
    # Who looked is not this person's to see; that nobody of the COA did, is.
    with als_systeem():
        return te_laat_bij_coa(op=op).filter(pk=antwoord.pk).first()


def _gelijkgesteld(op: date) -> frozenset[date]:
    dagen: frozenset[date] = geldende_parameters().op(op)["gelijkgestelde_dagen"]
    return dagen


def ontvangen_op(dossier_id: UUID, *, soort: str, organisatie: Organisatie) -> datetime | None:
    """When this organisation said that it has the answer that holds; ``None`` as long as it did not, or there is none."""
    ontvangen = Ontvangstbevestiging.objects.filter(antwoord=OuterRef("pk"), organisatie=organisatie)
    antwoorden = Antwoord.objects.filter(dossier=dossier_id, soort=soort).order_by("-pk")
    return (
        antwoorden.annotate(ontvangen=Subquery(ontvangen.values("op")[:1]))
        .values_list("ontvangen", flat=True)
        .first()
    )
