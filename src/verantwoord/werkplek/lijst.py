"""The caseload: which rows, in which order, and what a row says. Order and default never look at the person."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final, Literal
from urllib.parse import urlencode
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Exists, IntegerField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from verantwoord.bewaking.models import Stand
from verantwoord.bewaking.queries import Van, getoond, keuze_van, met_open_bevinding, na
from verantwoord.dossier.models import Gezinslid, Stem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek import queries

Termijn = Literal["", "vandaag", "week", "te_laat"]

PER_PAGINA: Final = 25
_VELDEN: Final = (
    "fase",
    "locatie",
    "verblijfsoort",
    "ontvangen_op",
    "volgende_norm",
    "volgende_op",
    "regel",
    "regievoerder__naam",
    "dossier__persoon__achternaam",
    "dossier__persoon__voornamen",
    "dossier__persoon__tussenvoegsel",
    "dossier__persoon__v_nummer",
)
# Beyond this a count says "more than": nobody works from a longer list, and counting everything costs time.
TELGRENS: Final = 2000


@dataclass(frozen=True, kw_only=True)
class Plek:
    """The row after which a page begins; ``nummer`` is how many rows came before."""

    volgende_op: date | None
    ontvangen_op: date
    dossier_id: UUID
    nummer: int

    def als_tekst(self) -> str:
        volgende = self.volgende_op.isoformat() if self.volgende_op else "geen"
        return f"{volgende}_{self.ontvangen_op.isoformat()}_{self.dossier_id}_{self.nummer}"

    @classmethod
    def uit_tekst(cls, tekst: str) -> "Plek | None":
        """Read a place from an address; an address that was cut off begins at the start."""
        try:
            volgende, ontvangen, dossier_id, nummer = tekst.split("_")
            return cls(
                volgende_op=None if volgende == "geen" else date.fromisoformat(volgende),
                ontvangen_op=date.fromisoformat(ontvangen),
                dossier_id=UUID(dossier_id),
                nummer=min(max(int(nummer), 0), 10**6),
            )
        except ValueError:
            return None


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What the address asks for. Empty means: no limit."""

    van: Van = "mij"
    fase: str = ""
    locatie: str = ""
    plicht: str = ""
    voor: date | None = None
    termijn: Termijn = ""
    wie: UUID | None = None

    def als_adres(self, **anders: Any) -> str:
        """The query string of this filter with some of it changed."""
        f = replace(self, **anders)
        delen = {
            "van": f.van,
            "fase": f.fase,
            "locatie": f.locatie,
            "plicht": f.plicht,
            "voor": f"{f.voor:%d-%m-%Y}" if f.voor else "",
            "termijn": f.termijn,
            "wie": str(f.wie) if f.wie else "",
        }
        return "?" + urlencode({naam: waarde for naam, waarde in delen.items() if waarde})

    @property
    def is_leeg(self) -> bool:
        return not (self.fase or self.locatie or self.plicht or self.voor or self.termijn or self.wie)


@dataclass(frozen=True, kw_only=True)
class Telling:
    """How many open dossiers there are, bounded by ``TELGRENS``, and how many ask for something when."""

    totaal: int
    vandaag: int
    week: int
    te_laat: int
    zonder: int
    oudste: date | None
    normen_vandaag: tuple[str, ...]
    locaties: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Pagina:
    """One page of the caseload as it came from the database."""

    standen: Sequence[Stand]
    volgende: Plek | None
    volgende_vanaf: date | None
    eerste_nummer: int
    telling: Telling
    aantal: int


def einde_van_week(vandaag: date) -> date:
    """The Sunday of this week."""
    return vandaag + timedelta(days=6 - vandaag.weekday())


def gefilterd(standen: QuerySet[Stand], f: Filter, *, vandaag: date) -> QuerySet[Stand]:
    if f.fase:
        standen = standen.filter(fase=f.fase)
    if f.locatie:
        standen = standen.filter(locatie=f.locatie)
    if f.plicht:
        standen = met_open_bevinding(standen, f.plicht)
    if f.wie:
        standen = standen.filter(regievoerder=f.wie)
    if f.voor:
        standen = standen.filter(volgende_op__lt=f.voor)
    match f.termijn:
        case "vandaag":
            return standen.filter(volgende_op=vandaag)
        case "week":
            return standen.filter(volgende_op__gte=vandaag, volgende_op__lte=einde_van_week(vandaag))
        case "te_laat":
            return standen.filter(volgende_op__lt=vandaag)
    return standen


def tel(standen: QuerySet[Stand], *, vandaag: date) -> Telling:
    """Count in one query, over the first rows of the list only."""
    rijen = standen.values("dossier_id", "regievoerder_id", "volgende_op", "volgende_norm", "locatie")[
        : TELGRENS + 1
    ]
    gevonden = rijen.aggregate(
        totaal=Count("*"),
        vandaag=Count("dossier_id", filter=Q(volgende_op=vandaag)),
        week=Count(
            "dossier_id", filter=Q(volgende_op__gte=vandaag, volgende_op__lte=einde_van_week(vandaag))
        ),
        te_laat=Count("dossier_id", filter=Q(volgende_op__lt=vandaag)),
        zonder=Count("dossier_id", filter=Q(regievoerder_id__isnull=True)),
        oudste=Min("volgende_op"),
        normen_vandaag=ArrayAgg(
            "volgende_norm",
            distinct=True,
            filter=Q(volgende_op=vandaag),
            default=[],
            order_by="volgende_norm",
        ),
        locaties=ArrayAgg("locatie", distinct=True, filter=~Q(locatie=""), default=[], order_by="locatie"),
    )
    return Telling(**gevonden | {naam: tuple(gevonden[naam]) for naam in ("normen_vandaag", "locaties")})


def voor_regels(standen: QuerySet[Stand]) -> QuerySet[Stand]:
    """Read what a row says and no more, with how many people the family counts, the person included."""
    leden = (
        Gezinslid.objects.filter(persoon=OuterRef("dossier__persoon"), meereizend=True)
        .order_by()
        .values("persoon")
        .annotate(aantal=Count("*"))
        .values("aantal")
    )
    return standen.only(*_VELDEN).annotate(
        gezin=Coalesce(Subquery(leden, output_field=IntegerField()), 0, output_field=IntegerField()) + 1,
        zei_iets=Exists(Stem.objects.wachtend().filter(dossier=OuterRef("dossier"))),
    )


def haal_pagina(
    f: Filter,
    *,
    viewer: Medewerker,
    vandaag: date,
    plek: Plek | None = None,
    waargenomen: Collection[UUID] = (),
) -> Pagina:
    """One page and its counts; the number of queries does not depend on the number of rows.

    ``waargenomen`` are the colleagues for whom the viewer stands in today.
    """
    alle = keuze_van(viewer=viewer, van=f.van, waargenomen=waargenomen)
    deel = gefilterd(alle, f, vandaag=vandaag)
    telling = tel(alle, vandaag=vandaag)
    aantal = telling.totaal if f.is_leeg else deel.order_by()[: TELGRENS + 1].count()
    rest = deel
    if plek is not None:
        rest = na(
            deel, volgende_op=plek.volgende_op, ontvangen_op=plek.ontvangen_op, dossier_id=plek.dossier_id
        )
    rijen = list(voor_regels(getoond(rest, viewer=viewer, aantal=PER_PAGINA + 1)))
    eerste = plek.nummer if plek else 0
    volgende, vanaf = None, None
    if len(rijen) > PER_PAGINA:
        vanaf = rijen[PER_PAGINA].volgende_op
        rijen = rijen[:PER_PAGINA]
        laatste = rijen[-1]
        volgende = Plek(
            volgende_op=laatste.volgende_op,
            ontvangen_op=laatste.ontvangen_op,
            dossier_id=laatste.dossier_id,
            nummer=eerste + PER_PAGINA,
        )
    return Pagina(
        standen=rijen,
        volgende=volgende,
        volgende_vanaf=vanaf,
        eerste_nummer=eerste + 1,
        telling=telling,
        aantal=aantal,
    )


@dataclass(frozen=True, kw_only=True)
class Gevonden:
    """What a search found; ``bijna`` when nothing fits and these only look like it, ``meer`` when there are others."""

    standen: Sequence[Stand]
    bijna: bool
    meer: bool


def zoek(vraag: str, *, viewer: Medewerker) -> Gevonden:
    """The first page of what fits, or else of what comes near."""
    past = _rijen(queries.zoek(vraag, viewer=viewer)[: PER_PAGINA + 1], viewer)
    if past or not vraag:
        return Gevonden(standen=past[:PER_PAGINA], bijna=False, meer=len(past) > PER_PAGINA)
    bijna = _rijen(queries.zoek_bijna(vraag, viewer=viewer)[:PER_PAGINA], viewer)
    return Gevonden(standen=bijna, bijna=bool(bijna), meer=False)


def _rijen(gevonden: QuerySet[Stand], viewer: Medewerker) -> list[Stand]:
    """The rows that a search found. Which they are is looked up by the program, for a policy keeps names from their index.

    ``gevonden`` holds what is the viewer's only, and the rows themselves are read as the viewer.
    """
    with als_systeem():
        wie = list(gevonden.values_list("pk", flat=True))
    return list(voor_regels(queries.standen_of(wie, viewer=viewer))) if wie else []


def filter_uit(gegevens: Mapping[str, Any], *, standaard: Van) -> Filter:
    """The filter of a checked form; what was left open is the default."""
    return Filter(
        van=gegevens.get("van") or standaard,
        fase=gegevens.get("fase") or "",
        locatie=gegevens.get("locatie") or "",
        plicht=gegevens.get("plicht") or "",
        voor=gegevens.get("voor"),
        termijn=gegevens.get("termijn") or "",
        wie=gegevens.get("wie") or None,
    )
