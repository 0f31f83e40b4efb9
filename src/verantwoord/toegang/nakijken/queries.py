"""Questions about who looked: the findings that wait, the log itself, and how many dossiers somebody opened this hour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from verantwoord.toegang.models import Inzage, Inzagereden, Medewerker, OpvallendeInzage
from verantwoord.toegang.rechten import Recht

PER_PAGINA: Final = 50
# How many different dossiers somebody opens in an hour before the program asks what for.
RUIMTE_PER_UUR: Final = 60
# Without a dossier or a person a search reads whole days of the log; no more than this many.
HOOGSTENS_DAGEN: Final = 7


def na_te_kijken(*, viewer: Medewerker) -> QuerySet[OpvallendeInzage]:
    """Findings that nobody signed off yet, the first to be done first."""
    return (
        OpvallendeInzage.objects.visible_to(viewer)
        .filter(oordeel__isnull=True)
        .order_by("nakijken_voor", "pk")
    )


def nagekeken(*, viewer: Medewerker) -> QuerySet[OpvallendeInzage]:
    """Findings that were signed off, the latest first."""
    return (
        OpvallendeInzage.objects.visible_to(viewer)
        .filter(oordeel__isnull=False)
        .select_related("beoordeeld_door")
        .order_by("-beoordeeld_op", "-pk")
    )


def opvallend_of(opvallend_id: UUID, *, viewer: Medewerker) -> OpvallendeInzage | None:
    """One finding, for who watches over the log."""
    gevonden = OpvallendeInzage.objects.visible_to(viewer).select_related("beoordeeld_door")
    return gevonden.filter(pk=opvallend_id).first()


def regels_achter(gevonden: OpvallendeInzage, *, viewer: Medewerker) -> Sequence[Inzage]:
    """The lines of the log behind one finding, the latest first; a hundred at most."""
    if not viewer.heeft(Recht.INZAGELOG_BEKIJKEN):
        return []
    begin, einde = _dag(gevonden.dag - timedelta(days=27)), _dag(gevonden.dag + timedelta(days=1))
    regels = Inzage.objects.filter(medewerker_id=gevonden.medewerker_id, moment__gte=begin, moment__lt=einde)
    if gevonden.dossier_id is None:
        regels = regels.filter(moment__gte=_dag(gevonden.dag), toegestaan=gevonden.regel != "geprobeerd")
    else:
        regels = regels.filter(dossier_id=gevonden.dossier_id)
    return list(regels.order_by("-moment", "-pk")[:100])


@dataclass(frozen=True, kw_only=True)
class Logvraag:
    """What of the log is asked: of one dossier, of one person, or of some days; the days always bound it."""

    van: date
    tot: date
    dossier_id: UUID | None = None
    medewerker_id: UUID | None = None
    alleen_geweigerd: bool = False

    @property
    def is_te_ruim(self) -> bool:
        """Whether it would read more days of everybody's looks than one search may."""
        zonder = self.dossier_id is None and self.medewerker_id is None
        return zonder and self.tot - self.van >= timedelta(days=HOOGSTENS_DAGEN)


def logregels(
    vraag: Logvraag, *, viewer: Medewerker, na: tuple[datetime, int] | None = None
) -> Sequence[Inzage]:
    """One page of the log, the latest first, and one line more to know whether there is a next."""
    if not viewer.heeft(Recht.INZAGELOG_BEKIJKEN):
        return []
    regels = Inzage.objects.filter(
        moment__gte=_dag(vraag.van), moment__lt=_dag(vraag.tot + timedelta(days=1))
    )
    if vraag.dossier_id is not None:
        regels = regels.filter(dossier_id=vraag.dossier_id)
    if vraag.medewerker_id is not None:
        regels = regels.filter(medewerker_id=vraag.medewerker_id)
    if vraag.alleen_geweigerd:
        regels = regels.filter(toegestaan=False)
    if na is not None:
        moment, pk = na
        regels = regels.filter(Q(moment__lt=moment) | Q(moment=moment, pk__lt=pk))
    return list(regels.order_by("-moment", "-pk")[: PER_PAGINA + 1])


def medewerker_met_naam(naam: str, *, viewer: Medewerker) -> Medewerker | None:
    """Who of the staff signs or logs in with this name, also who left; for who watches over the log."""
    if not viewer.heeft(Recht.INZAGELOG_BEKIJKEN) or not naam.strip():
        return None
    gezocht = Q(naam__iexact=naam.strip()) | Q(gebruikersnaam__iexact=naam.strip())
    return Medewerker.objects.filter(gezocht).first()


_GEOPEND: Final = """
    select count(distinct dossier_id), coalesce(bool_or(dossier_id = %(dossier)s), false)
    from toegang_inzage
    where medewerker_id = %(wie)s and moment > clock_timestamp() - interval '1 hour'
        and toegestaan and doel = 'behandeling'
"""


def teveel_geopend(dossier_id: UUID, *, viewer: Medewerker) -> int:
    """How many different dossiers somebody opened this hour, when this one would be one too many; else 0.

    Counted in the log itself, by the clock of the database, so that it holds over every process and cannot be reset.
    Each reason given in that hour makes room for as many again.
    """
    with connection.cursor() as cursor:
        cursor.execute(_GEOPEND, {"wie": viewer.pk, "dossier": dossier_id})
        aantal, al_open = cursor.fetchone()
    if al_open or aantal < RUIMTE_PER_UUR:
        return 0
    redenen = Inzagereden.objects.filter(
        medewerker=viewer, moment__gt=timezone.now() - timedelta(hours=1)
    ).count()
    return aantal if aantal >= RUIMTE_PER_UUR * (1 + redenen) else 0


def _dag(dag: date) -> datetime:
    """Midnight at the beginning of a day here."""
    return timezone.make_aware(datetime.combine(dag, time.min))


def inzageredenen(*, viewer: Medewerker) -> QuerySet[Inzagereden]:
    """Why people opened very many dossiers, the latest first; for who watches over the log."""
    if not viewer.heeft(Recht.INZAGELOG_BEKIJKEN):
        return Inzagereden.objects.none()
    return Inzagereden.objects.select_related("medewerker").order_by("-moment", "-pk")
