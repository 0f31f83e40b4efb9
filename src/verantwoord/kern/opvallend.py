"""Which looks at a file deserve a question afterwards: rules as readable data, and the one function that applies them.

It is about what staff looked at, never about the person in the file, and it decides nothing: every finding is put before
the privacy officer, who asks and signs. A look of who works on a case is never a finding by itself; most rules need two
things at once. AVG art. 5(2) and 32; NEN 7513; the fines of 2019 and 2020 for logs that nobody reviewed.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import UUID

# A finding is signed off within so many working days.
NAKIJKEN_BINNEN: Final = 5
# Night on the clock of the Netherlands: from this hour, and before that one.
NACHT_VANAF: Final = 22
NACHT_TOT: Final = 6
# So many people without a task, in so many days, at one file: something drew them there.
VEEL_KIJKERS: Final = 5
KIJKERS_IN: Final = timedelta(days=7)
# The same file, on so many different days in so many, without a task in it.
VAKER: Final = 3
VAKER_IN: Final = timedelta(days=28)
# Far above one's own normal: more than so many times one's own busiest day, and at least so many files.
MAAL_EIGEN_DRUKSTE: Final = 2
VEEL_VANAF: Final = 30
# Who has worked for fewer days than this has no normal yet; then only very many is a finding.
GEWOON_VANAF: Final = 5
VEEL_ZONDER_GEWOON: Final = 60
# So many files on one day that were refused.
GEWEIGERD_VANAF: Final = 5


@dataclass(frozen=True, kw_only=True)
class Regel:
    """A rule: what must all be so, in words that the officer and the employee can read."""

    id: str
    titel: str
    uitleg: str
    alle: frozenset[str]


REGELS: Final = (
    Regel(
        id="naamgenoot",
        titel="Zelfde achternaam",
        uitleg="De persoon en de medewerker hebben dezelfde achternaam, en de medewerker had geen taak in het dossier.",
        alle=frozenset({"zelfde_achternaam", "geen_taak"}),
    ),
    Regel(
        id="buurt",
        titel="Zelfde postcode",
        uitleg="De persoon verblijft waar de medewerker woont, en de medewerker had geen taak in het dossier.",
        alle=frozenset({"zelfde_postcode", "geen_taak"}),
    ),
    Regel(
        id="nacht",
        titel="’s Nachts zonder taak",
        uitleg="Er is tussen tien uur ’s avonds en zes uur ’s ochtends gekeken, zonder taak in het dossier.",
        alle=frozenset({"nacht", "geen_taak"}),
    ),
    Regel(
        id="bekend",
        titel="Veel kijkers zonder taak",
        uitleg="In een week keken vijf of meer mensen zonder taak naar hetzelfde dossier.",
        alle=frozenset({"veel_kijkers", "geen_taak"}),
    ),
    Regel(
        id="herhaald",
        titel="Steeds weer, zonder taak",
        uitleg="Op drie of meer dagen in vier weken naar hetzelfde dossier gekeken, zonder taak daarin.",
        alle=frozenset({"vaker", "geen_taak"}),
    ),
    Regel(
        id="veel",
        titel="Veel meer dan gewoon",
        uitleg="Meer dan twee keer zoveel dossiers als op de eigen drukste dag van de laatste vier weken.",
        alle=frozenset({"veel_meer_dan_gewoon"}),
    ),
    Regel(
        id="geprobeerd",
        titel="Vaak geweigerd",
        uitleg="Op één dag vijf of meer keer geprobeerd iets te openen dat niet mocht.",
        alle=frozenset({"vaak_geweigerd"}),
    ),
)
PER_REGEL: Final[Mapping[str, Regel]] = {regel.id: regel for regel in REGELS}


@dataclass(frozen=True, kw_only=True)
class Kijk:
    """That one person looked at one file on one day, with what the rules ask about it."""

    medewerker: UUID
    dossier: UUID
    dag: date
    taak: bool
    nacht: bool = False
    zelfde_achternaam: bool = False
    zelfde_postcode: bool = False


@dataclass(frozen=True, kw_only=True)
class Treffer:
    """One finding: a rule, a person, a day, and the file when it is about one."""

    regel: str
    medewerker: UUID
    dag: date
    dossier: UUID | None = None
    feiten: Mapping[str, int] = field(default_factory=dict)


def vind(
    kijken: Collection[Kijk],
    *,
    dag: date,
    drukte: Mapping[UUID, Sequence[int]] | None = None,
    geweigerd: Mapping[UUID, int] | None = None,
) -> Sequence[Treffer]:
    """Apply the rules to one day.

    ``kijken`` are the looks of that day, and of the four weeks before it at least those at the files that somebody saw
    that day without a task. ``drukte`` says how many files each person opened on each earlier day of those weeks,
    ``geweigerd`` how often each was refused on the day itself.
    """
    vandaag = [kijk for kijk in kijken if kijk.dag == dag]
    kijkers = _kijkers_zonder_taak(kijken, dag)
    dagen = _dagen_zonder_taak(kijken, dag)
    per_kijk = (
        Treffer(regel=regel.id, medewerker=kijk.medewerker, dag=dag, dossier=kijk.dossier, feiten=feiten)
        for kijk in vandaag
        for regel, feiten in _regels_van(kijk, kijkers, dagen)
    )
    return [
        *per_kijk,
        *_veel_meer_dan_gewoon(vandaag, drukte or {}, dag),
        *(
            Treffer(regel="geprobeerd", medewerker=wie, dag=dag, feiten={"aantal": aantal})
            for wie, aantal in (geweigerd or {}).items()
            if aantal >= GEWEIGERD_VANAF
        ),
    ]


def zonder_taak(kijken: Iterable[Kijk]) -> set[UUID]:
    """The files that somebody looked at without a task: of these alone the weeks before matter."""
    return {kijk.dossier for kijk in kijken if not kijk.taak}


def _regels_van(
    kijk: Kijk, kijkers: Mapping[UUID, int], dagen: Mapping[tuple[UUID, UUID], int]
) -> Iterator[tuple[Regel, Mapping[str, int]]]:
    aantal, vaker = kijkers[kijk.dossier], dagen[kijk.medewerker, kijk.dossier]
    zo = {
        "geen_taak": not kijk.taak,
        "nacht": kijk.nacht,
        "zelfde_achternaam": kijk.zelfde_achternaam,
        "zelfde_postcode": kijk.zelfde_postcode,
        "veel_kijkers": aantal >= VEEL_KIJKERS,
        "vaker": vaker >= VAKER,
    }
    is_zo = {kenmerk for kenmerk, waar in zo.items() if waar}
    for regel in REGELS:
        if regel.alle <= is_zo:
            yield regel, {"kijkers": aantal} if regel.id == "bekend" else {"dagen": vaker}


def _kijkers_zonder_taak(kijken: Iterable[Kijk], dag: date) -> Counter[UUID]:
    """How many different people without a task looked at each file in the week that ends on this day."""
    wie: dict[UUID, set[UUID]] = defaultdict(set)
    for kijk in kijken:
        if not kijk.taak and dag - KIJKERS_IN < kijk.dag <= dag:
            wie[kijk.dossier].add(kijk.medewerker)
    return Counter({dossier: len(mensen) for dossier, mensen in wie.items()})


def _dagen_zonder_taak(kijken: Iterable[Kijk], dag: date) -> Counter[tuple[UUID, UUID]]:
    """On how many days somebody looked at one file without a task, in the four weeks that end on this day."""
    wanneer: dict[tuple[UUID, UUID], set[date]] = defaultdict(set)
    for kijk in kijken:
        if not kijk.taak and dag - VAKER_IN < kijk.dag <= dag:
            wanneer[kijk.medewerker, kijk.dossier].add(kijk.dag)
    return Counter({paar: len(dagen) for paar, dagen in wanneer.items()})


def _veel_meer_dan_gewoon(
    vandaag: Iterable[Kijk], drukte: Mapping[UUID, Sequence[int]], dag: date
) -> Iterator[Treffer]:
    geopend: dict[UUID, set[UUID]] = defaultdict(set)
    for kijk in vandaag:
        geopend[kijk.medewerker].add(kijk.dossier)
    for medewerker, dossiers in geopend.items():
        eerder = drukte.get(medewerker, ())
        gewoon = max(eerder, default=0)
        grens = (
            max(MAAL_EIGEN_DRUKSTE * gewoon + 1, VEEL_VANAF)
            if len(eerder) >= GEWOON_VANAF
            else VEEL_ZONDER_GEWOON
        )
        if len(dossiers) >= grens:
            yield Treffer(
                regel="veel",
                medewerker=medewerker,
                dag=dag,
                feiten={"aantal": len(dossiers), "drukste_dag": gewoon},
            )
