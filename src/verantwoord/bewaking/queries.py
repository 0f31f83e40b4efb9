"""Questions about how dossiers stand. All of them start with who is asking."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final, Literal
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.models.dossier import zichtbaar_voor
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.antwoord import Beoordeling
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.dossierbeeld import Dossierbeeld, lees_dossierbeeld, schrijf_dossierbeeld
from verantwoord.kern.termijnen import Stand as Feitenstand
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Rol
from verantwoord.toetsing.afscherming import zonder_woorden
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.queries import leest

Van = Literal["mij", "team", "zonder", "waarneming"]

WERKT_MET_DOSSIERS: Final = frozenset({Rol.REGIEVOERDER, Rol.MANAGER})
# The order of every work list: the last day of the next duty, then arrival. Nothing about the person.
VOLGORDE = (F("volgende_op").asc(nulls_last=True), "ontvangen_op", "dossier_id")


def keuze_van(*, viewer: Medewerker, van: Van, waargenomen: Collection[UUID] = ()) -> QuerySet[Stand]:
    """Which open dossiers a list goes over.

    The viewer's own, those of the team, those of it that nobody has yet, or those of the colleagues for whom the viewer
    stands in (``waargenomen``). For choosing and counting only: whether the viewer may see them is asked again by :func:`getoond`. Written so that
    the database can walk the index of the list and stop at the end of a page.
    """
    if viewer.organisatie != Organisatie.DTV or viewer.rol not in WERKT_MET_DOSSIERS:
        return Stand.objects.none()
    standen = Stand.objects.filter(gesloten=False).order_by(*VOLGORDE)
    if van == "mij":
        return standen.filter(regievoerder=viewer)
    afgeschermd = Dossier.objects.filter(pk=OuterRef("pk"), team=viewer.team_id, afgeschermd=True)
    standen = standen.filter(~Exists(afgeschermd.exclude(zichtbaar_voor(viewer))), team=viewer.team_id)
    match van:
        case "zonder":
            return standen.filter(regievoerder__isnull=True)
        case "waarneming":
            return standen.filter(regievoerder__in=waargenomen)
    return standen


def getoond(keuze: QuerySet[Stand], *, viewer: Medewerker, aantal: int) -> QuerySet[Stand]:
    """The first rows of a choice, as far as the viewer may see them, in the order of work lists."""
    return (
        Stand.objects.visible_to(viewer)
        .filter(gesloten=False, pk__in=keuze.values("pk")[:aantal])
        .select_related("dossier__persoon", "regievoerder")
        .defer("beeld")
        .order_by(*VOLGORDE)
    )


def met_open_bevinding(standen: QuerySet[Stand], norm: str) -> QuerySet[Stand]:
    """Only the dossiers in which this norm has something open."""
    open_ = OpenBevinding.objects.filter(dossier=OuterRef("dossier"), norm=norm, tot__isnull=True)
    return standen.filter(Exists(open_))


def na(
    standen: QuerySet[Stand], *, volgende_op: date | None, ontvangen_op: date, dossier_id: UUID
) -> QuerySet[Stand]:
    """The part of a work list that comes after one row, found by its place and not by counting."""
    zelfde_dag = Q(ontvangen_op__gt=ontvangen_op) | Q(ontvangen_op=ontvangen_op, dossier_id__gt=dossier_id)
    if volgende_op is None:
        return standen.filter(zelfde_dag, volgende_op__isnull=True)
    return standen.filter(
        Q(volgende_op__gt=volgende_op)
        | Q(volgende_op__isnull=True)
        | (Q(volgende_op=volgende_op) & zelfde_dag)
    )


def beeld_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> str:
    """The dossierbeeld of one dossier as JSON text. Raises ``Stand.DoesNotExist``, also when not allowed.

    Words that this person does not read are not in it; the answers of the norms stay the same.
    """
    tekst = Stand.objects.visible_to(viewer).values_list("beeld", flat=True).get(pk=dossier_id)
    if _leest_alles(tekst, dossier_id, viewer=viewer, peildatum=peildatum):
        return tekst
    return schrijf_dossierbeeld(zonder_woorden(_beeld(tekst), lezer_naam=viewer.naam)).decode()


def beoordeling_of(
    dossier_id: UUID, *, viewer: Medewerker, peildatum: date, vandaag: date
) -> tuple[Feitenstand, Beoordeling]:
    """The facts of one dossier on a day and what the norms say of them. Raises ``Stand.DoesNotExist``.

    Who reads shielded words is asked of ``vandaag``, not of the day that is looked back at.
    """
    stand = Stand.objects.visible_to(viewer).only("beeld").get(pk=dossier_id)
    parameters = geldende_parameters()
    beeld = _beeld(stand.beeld)
    if not _leest_alles(stand.beeld, dossier_id, viewer=viewer, peildatum=vandaag):
        beeld = zonder_woorden(beeld, lezer_naam=viewer.naam)
    s = Feitenstand(beeld, peildatum, parameters.op(peildatum))
    return s, beoordeel_stand(s, regelset=parameters.regelset)


def _beeld(tekst: str) -> Dossierbeeld:
    return lees_dossierbeeld(tekst.encode())


def _leest_alles(tekst: str, dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> bool:
    """Whether nothing has to be taken out; asked of the database only when the text speaks of this moment at all."""
    moment = Moment.MENSENHANDEL
    return f'"{moment.value}"' not in tekst or leest(moment, dossier_id, viewer=viewer, peildatum=peildatum)


def achterstallig(*, op: date, na_dossier: UUID | None = None, aantal: int = 500) -> Iterator[UUID]:
    """Open dossiers whose stand is of an earlier day, in a fixed order, so that a run can go on where it stopped.

    The day is fetched for each dossier by itself. A join would be planned by what was known of the stands before a run
    wrote them all again, and then compared each dossier with each of them.
    """
    bij = Stand.objects.filter(pk=OuterRef("pk")).values("peildatum")
    dossiers = Dossier.objects.annotate(bij=Coalesce(Subquery(bij), date.min)).filter(
        gesloten_op__isnull=True, bij__lt=op
    )
    if na_dossier is not None:
        dossiers = dossiers.filter(pk__gt=na_dossier)
    yield from dossiers.order_by("pk").values_list("pk", flat=True)[:aantal]
