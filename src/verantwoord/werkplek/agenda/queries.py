"""What happens when in the dossiers one works on. All of it starts with who is asking.

Every question goes over the dossiers of one list and the days of one period, so its cost follows the list and not the
number of dossiers there are; how much is found changes no number of queries.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final, Literal
from uuid import UUID

from django.db.models import (
    BooleanField,
    CharField,
    Count,
    Exists,
    F,
    Func,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast

from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.bewaking.queries import Van, keuze_van
from verantwoord.dossier.models import Beroep, Dossier, Dossierdeel, Overplaatsing
from verantwoord.kern.kalender import achttien_op, plus_dagen
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.overleg.keuzes import Overlegstand
from verantwoord.overleg.models import Overlegpunt, Puntdossier
from verantwoord.reisdocument.models import LPAanvraag
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.sleutels import digest_of
from verantwoord.toezicht.queries import dagen_van
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.werkplek.agenda.models import Agendalink

Soort = Literal[
    "gesprek", "zitting", "presentatie", "reis", "overplaatsing", "overleg", "navraag", "toezicht", "achttien", "plicht", "termijn",
]  # fmt: skip

# What stands first on a day without an hour: where people are expected, then the last days.
VOLGORDE: Final[tuple[Soort, ...]] = (
    "gesprek", "zitting", "presentatie", "reis", "overplaatsing", "overleg", "navraag", "toezicht", "achttien", "plicht", "termijn",
)  # fmt: skip
# More of one kind than anybody reads on a page of weeks.
MEESTE: Final = 1000


@dataclass(frozen=True, kw_only=True)
class Afspraak:
    """Something on a day: ``wat`` says which within its kind (a talk's moment, a norm, a termijn).

    ``sleutel`` is the same every time one asks, and says nothing of the person.
    """

    dag: date
    soort: Soort
    wat: str
    dossier_id: UUID
    sleutel: str
    tijd: time | None = None
    plaats: str = ""
    gevoerd: bool = False
    vindplaats: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Afspraken:
    """What was found, in the order of the days; ``afgebroken`` says that there is more than was read."""

    lijst: list[Afspraak]
    afgebroken: bool


def afspraken(
    *, viewer: Medewerker, van_wie: Van, van: date, tot: date, waargenomen: Collection[UUID] = ()
) -> Afspraken:
    """What happens between two days, both included, in the dossiers of a list. Always eleven queries.

    ``van_wie`` and ``waargenomen`` are as in :func:`verantwoord.bewaking.queries.keuze_van`. This chooses. Before something of it is shown, :func:`dossiers_of` says which dossiers the viewer may see.
    """
    standen = keuze_van(viewer=viewer, van=van_wie, waargenomen=waargenomen).order_by()
    dossiers = standen.values("pk")
    dagen = (van, tot)
    bronnen = [
        _gesprekken(dossiers, dagen),
        _zittingen(dossiers, dagen),
        _presentaties(dossiers, dagen),
        _reizen(dossiers, dagen),
        _overplaatsingen(dossiers, dagen),
        _overleggen(dossiers, dagen),
        _navragen(dossiers, dagen),
        _toezicht(dossiers, dagen, viewer),
        _achttien(dossiers, dagen),
        [*_plichten(dossiers, dagen)],
        [*_termijnen(standen, dagen)],
    ]
    # A duty is both an open finding and, when it is the first, the next of its dossier: it stands here once.
    uniek = {afspraak.sleutel: afspraak for bron in bronnen for afspraak in bron[:MEESTE]}
    return Afspraken(
        lijst=sorted(uniek.values(), key=_plaats_in_de_rij),
        afgebroken=any(len(bron) > MEESTE for bron in bronnen),
    )


def verwacht_op(dag: date, *, viewer: Medewerker) -> tuple[int, int]:
    """In how many of one's own dossiers a talk is planned on this day, and how many stand on an agenda. One query."""
    geteld = (
        keuze_van(viewer=viewer, van="mij")
        .order_by()
        .aggregate(
            gesprekken=Count(
                "pk",
                filter=Exists(
                    Gesprek.objects.filter(dossier=OuterRef("pk"), status="gepland", gepland_op=dag)
                ),
            ),
            overleg=Count("pk", filter=Exists(_op_agenda((dag, dag)).filter(dossier=OuterRef("pk")))),
        )
    )
    return geteld["gesprekken"], geteld["overleg"]


def dossiers_of(dossier_ids: Collection[UUID], *, viewer: Medewerker) -> dict[UUID, Stand]:
    """Of these dossiers those that are open and that the viewer may see, with person and regievoerder."""
    gevonden = Stand.objects.visible_to(viewer).filter(gesloten=False, pk__in=dossier_ids)
    return {
        stand.pk: stand
        for stand in gevonden.select_related("dossier__persoon", "regievoerder").defer("beeld")
    }


def agendalink_of(*, viewer: Medewerker) -> Agendalink | None:
    """The link of the viewer's own that works now."""
    return Agendalink.objects.visible_to(viewer).geldig().first()


def medewerker_with_agendalink(geheim: str) -> Medewerker | None:
    """Whose link this is; nobody's when it was revoked, never was, or its owner no longer works here."""
    link = (
        Agendalink.objects.geldig()
        .select_related("medewerker__team")
        .filter(digest=digest_of(geheim))
        .first()
    )
    return link.medewerker if link else None


def _plaats_in_de_rij(a: Afspraak) -> tuple[date, bool, time, int, str]:
    return a.dag, a.tijd is None, a.tijd or time.min, VOLGORDE.index(a.soort), a.sleutel


def _gesprekken(dossiers: Any, dagen: tuple[date, date]) -> list[Afspraak]:
    gesprekken = Gesprek.objects.filter(
        Q(status="gepland", gepland_op__range=dagen) | Q(status="gevoerd", gevoerd_op__range=dagen),
        dossier__in=dossiers,
    ).order_by("gepland_op", "pk")
    return [
        Afspraak(
            dag=(g.gevoerd_op if g.status == "gevoerd" else g.gepland_op) or dagen[0],
            soort="gesprek",
            wat=g.moment,
            dossier_id=g.dossier_id,
            sleutel=f"gesprek {g.pk}",
            tijd=g.tijd,
            plaats=g.plaats,
            gevoerd=g.status == "gevoerd",
            vindplaats=g.pk,
        )
        for g in gesprekken.only(
            "moment", "status", "gepland_op", "gevoerd_op", "tijd", "plaats", "dossier_id"
        )[: MEESTE + 1]
    ]


def _zittingen(dossiers: Any, dagen: tuple[date, date]) -> list[Afspraak]:
    beroepen = Beroep.objects.filter(dossier__in=dossiers, zitting_op__range=dagen).order_by(
        "zitting_op", "pk"
    )
    return [
        Afspraak(
            dag=dag,
            soort="zitting",
            wat=soort,
            dossier_id=dossier_id,
            sleutel=f"zitting {dossier_id} {volgorde}",
        )
        for dossier_id, volgorde, soort, dag in beroepen.values_list(
            "dossier_id", "volgorde", "soort", "zitting_op"
        )[: MEESTE + 1]
        if dag is not None
    ]


def _presentaties(dossiers: Any, dagen: tuple[date, date]) -> list[Afspraak]:
    aanvragen = LPAanvraag.objects.filter(dossier__in=dossiers, presentatie_op__range=dagen).order_by(
        "presentatie_op", "pk"
    )
    return [
        Afspraak(
            dag=dag,
            soort="presentatie",
            wat="presentatie",
            dossier_id=dossier_id,
            sleutel=f"presentatie {pk}",
            plaats=plaats,
        )
        for pk, dossier_id, dag, plaats in aanvragen.values_list(
            "pk", "dossier_id", "presentatie_op", "presentatie_plaats"
        )[: MEESTE + 1]
        if dag is not None
    ]


def _reizen(dossiers: Any, dagen: tuple[date, date]) -> list[Afspraak]:
    """The booked departures; one that was cancelled is no longer on its day."""
    van, tot = (dag.isoformat() for dag in dagen)
    delen = Dossierdeel.objects.filter(
        _in_json("inhoud", "$[*].gepland_op", dagen), dossier__in=dossiers, deel="boekingen"
    ).order_by("pk")
    return [
        Afspraak(
            dag=date.fromisoformat(boeking["gepland_op"]),
            soort="reis",
            wat=boeking["soort"],
            dossier_id=dossier_id,
            sleutel=f"reis {dossier_id} {nummer}",
        )
        for dossier_id, boekingen in delen.values_list("dossier_id", "inhoud")[: MEESTE + 1]
        for nummer, boeking in enumerate(boekingen)
        if van <= boeking["gepland_op"] <= tot and not boeking.get("geannuleerd_op")
    ]


def _overplaatsingen(dossiers: Any, dagen: tuple[date, date]) -> list[Afspraak]:
    """The days for which a transfer is planned; one that was withdrawn is no longer on its day."""
    gepland = Overplaatsing.objects.filter(
        dossier__in=dossiers, stand__in=Overplaatsing.LOPEND, gewenst_op__range=dagen
    ).order_by("gewenst_op", "pk")
    return [
        Afspraak(
            dag=dag, soort="overplaatsing", wat=naar, dossier_id=dossier_id, sleutel=f"overplaatsing {pk}"
        )
        for pk, dossier_id, naar, dag in gepland.values_list("pk", "dossier_id", "naar", "gewenst_op")[
            : MEESTE + 1
        ]
    ]


def _achttien(dossiers: Any, dagen: tuple[date, date]) -> list[Afspraak]:
    """The days on which the person, or somebody of the family, turns 18; a birth date that is not whole gives none.

    Who was born on 29 February turns 18 on 1 March, so that one more day of birth is looked at.
    """
    van, tot = (f"{dag.year - 18:04}-{dag:%m-%d}" for dag in (plus_dagen(dagen[0], -1), dagen[1]))
    zelf = Dossier.objects.filter(
        pk__in=dossiers, persoon__geboortedatum__gte=van, persoon__geboortedatum__lte=tot
    ).values_list("pk", "persoon__geboortedatum", Value("zelf"))
    gezin = Dossier.objects.filter(
        pk__in=dossiers, persoon__gezin__geboortedatum__gte=van, persoon__gezin__geboortedatum__lte=tot
    ).values_list("pk", "persoon__gezin__geboortedatum", Cast("persoon__gezin__volgorde", CharField()))
    gevonden = []
    for dossier_id, geboren, wie in zelf.order_by().union(gezin.order_by())[: MEESTE + 1]:
        dag = achttien_op(date.fromisoformat(geboren)) if "-00" not in geboren else None
        if dag is not None and dagen[0] <= dag <= dagen[1]:
            gevonden.append(
                Afspraak(
                    dag=dag,
                    soort="achttien",
                    wat="zelf" if wie == "zelf" else "gezin",
                    dossier_id=dossier_id,
                    sleutel=f"achttien {dossier_id} {wie}",
                )
            )
    return gevonden


def _navragen(dossiers: Any, dagen: tuple[date, date]) -> list[Afspraak]:
    """The days on which one agreed to ask again how a referral goes."""
    verwijzingen = Verwijzing.objects.filter(
        dossier__in=dossiers, volgende_op__range=dagen, plaats__isnull=False
    ).order_by("volgende_op", "pk")
    return [
        Afspraak(dag=dag, soort="navraag", wat="verwijzing", dossier_id=dossier_id, sleutel=f"navraag {pk}")
        for pk, dossier_id, dag in verwijzingen.values_list("pk", "dossier_id", "volgende_op")[: MEESTE + 1]
        if dag is not None
    ]


def _toezicht(dossiers: Any, dagen: tuple[date, date], viewer: Medewerker) -> list[Afspraak]:
    """What is due in supervision: an answer of the AVIM, a measure to look at or that ends, a test to talk about."""
    van, tot = dagen
    return [
        Afspraak(dag=d.dag, soort="toezicht", wat=d.wat, dossier_id=d.dossier_id, sleutel=d.sleutel)
        for d in dagen_van(dossiers, viewer=viewer, van=van, tot=tot, meeste=MEESTE + 1)
    ]


def _op_agenda(dagen: tuple[date, date]) -> QuerySet[Puntdossier]:
    return Puntdossier.objects.filter(
        punt__overleg__datum__range=dagen,
        punt__overleg__stand=Overlegstand.GEPLAND,
        punt__doorgeschoven_op__isnull=True,
        punt__onthuld_op__isnull=True,
        punt__besluit__isnull=True,
    )


def _overleggen(dossiers: Any, dagen: tuple[date, date]) -> list[Afspraak]:
    """What was discussed, and what stands on an agenda; an item that was discussed is a fact and stands here once."""
    besproken = Overlegpunt.objects.filter(dossier__in=dossiers, datum__range=dagen).order_by("datum", "pk")
    gepland = (
        _op_agenda(dagen)
        .filter(dossier__in=dossiers)
        .select_related("punt__overleg")
        .order_by("punt__overleg__datum", "pk")
    )
    return [
        *(
            Afspraak(dag=dag, soort="overleg", wat=soort, dossier_id=dossier_id, sleutel=f"overleg {pk}")
            for pk, dossier_id, dag, soort in besproken.values_list("pk", "dossier_id", "datum", "soort")[
                : MEESTE + 1
            ]
        ),
        *(
            Afspraak(
                dag=bij.punt.datum,
                soort="overleg",
                wat=bij.punt.soort,
                dossier_id=bij.dossier_id,
                sleutel=f"overleg {bij.punt_id} {bij.dossier_id}",
                tijd=bij.punt.overleg.begin if bij.punt.overleg else None,
            )
            for bij in gepland[: MEESTE + 1]
        ),
    ]


def _plichten(dossiers: Any, dagen: tuple[date, date]) -> Iterator[Afspraak]:
    # The end of the vertrektermijn stands here as a termijn; what follows can only be done after that day.
    open_nu = (
        OpenBevinding.objects.filter(
            dossier__in=dossiers, tot__isnull=True, gevolg="taak", uiterlijk_op__range=dagen
        )
        .exclude(norm="vertrektermijn-28-dagen")
        .order_by("uiterlijk_op", "pk")
    )
    for dossier_id, norm, dag in open_nu.values_list("dossier_id", "norm", "uiterlijk_op")[: MEESTE + 1]:
        if dag is not None:
            yield _plicht(dossier_id, norm, dag)


def _termijnen(standen: QuerySet[Stand], dagen: tuple[date, date]) -> Iterator[Afspraak]:
    """The ends of the termijnen, with the appeal period, and the next duty of each dossier."""
    gevonden = standen.filter(
        _in_json("termijnen", "$.*", dagen)
        | Q(dossier__proceduredagen__beroepstermijn_tot__range=dagen)
        | Q(volgende_op__range=dagen)
    )
    velden = (
        "pk",
        "termijnen",
        "dossier__proceduredagen__beroepstermijn_tot",
        "volgende_norm",
        "volgende_op",
    )
    for dossier_id, termijnen, beroep_tot, norm, op in gevonden.order_by("pk").values_list(*velden)[
        : MEESTE + 1
    ]:
        einden = {naam: date.fromisoformat(tekst) for naam, tekst in termijnen.items()}
        if beroep_tot is not None:
            einden["beroep"] = beroep_tot
        for naam, dag in einden.items():
            if dagen[0] <= dag <= dagen[1]:
                yield Afspraak(
                    dag=dag,
                    soort="termijn",
                    wat=naam,
                    dossier_id=dossier_id,
                    sleutel=f"termijn {dossier_id} {naam}",
                )
        if norm is not None and op is not None and dagen[0] <= op <= dagen[1]:
            yield _plicht(dossier_id, norm, op)


def _plicht(dossier_id: UUID, norm: str, dag: date) -> Afspraak:
    return Afspraak(
        dag=dag, soort="plicht", wat=norm, dossier_id=dossier_id, sleutel=f"plicht {dossier_id} {norm}"
    )


class PadBestaat(Func):
    """Whether a part of a JSON value lies between two others. Dates in ISO form sort as text."""

    function = "jsonb_path_exists"
    output_field = BooleanField()


def _in_json(veld: str, pad: str, dagen: tuple[date, date]) -> PadBestaat:
    van, tot = (dag.isoformat() for dag in dagen)
    return PadBestaat(
        F(veld),
        Func(Value(f"{pad} ? (@ >= $van && @ <= $tot)"), template="%(expressions)s::jsonpath"),
        Value({"van": van, "tot": tot}, output_field=JSONField()),
    )
