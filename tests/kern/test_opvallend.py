"""The rules about who looked: the border of each, and a year of 200 people with ten who should not have."""

import random
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from verantwoord.kern.opvallend import REGELS, Kijk, vind

DAG = date(2026, 3, 2)
IK, DOSSIER = UUID(int=1), UUID(int=1000)
KIJK = Kijk(medewerker=IK, dossier=DOSSIER, dag=DAG, taak=False)


def regels(kijken, **rest):
    return sorted({treffer.regel for treffer in vind(kijken, dag=DAG, **rest)})


def test_given_one_look_without_a_task_by_day_when_applying_the_rules_then_nothing_is_found():
    assert regels([KIJK]) == []


@pytest.mark.parametrize(
    ("kenmerk", "regel"),
    [("zelfde_achternaam", "naamgenoot"), ("zelfde_postcode", "buurt"), ("nacht", "nacht")],
)
def test_given_two_things_at_once_when_applying_then_found_and_with_a_task_not(kenmerk, regel):
    opvallend = replace(KIJK, **{kenmerk: True})

    assert regels([opvallend]) == [regel]
    assert regels([replace(opvallend, taak=True)]) == []


@pytest.mark.parametrize(("kijkers", "gevonden"), [(4, []), (5, ["bekend"])])
def test_given_many_at_one_file_when_applying_then_from_five_in_a_week(kijkers, gevonden):
    kijken = [replace(KIJK, medewerker=UUID(int=n + 1)) for n in range(kijkers)]

    assert regels(kijken) == gevonden


@pytest.mark.parametrize(("terug", "gevonden"), [(6, ["bekend"]), (7, [])])
def test_given_four_lookers_some_days_ago_when_one_more_comes_then_within_seven_days_alone(terug, gevonden):
    kijken = [
        KIJK,
        *(replace(KIJK, medewerker=UUID(int=n + 2), dag=DAG - timedelta(days=terug)) for n in range(4)),
    ]

    assert regels(kijken) == gevonden


@pytest.mark.parametrize(
    ("dagen", "gevonden"),
    [([0, 1], []), ([0, 1, 2], ["herhaald"]), ([0, 1, 27], ["herhaald"]), ([0, 1, 28], [])],
)
def test_given_the_same_file_again_when_applying_then_on_three_days_in_four_weeks(dagen, gevonden):
    kijken = [replace(KIJK, dag=DAG - timedelta(days=terug)) for terug in dagen]

    assert regels(kijken) == gevonden


@pytest.mark.parametrize(
    ("drukste", "aantal", "gevonden"),
    [(20, 40, []), (20, 41, ["veel"]), (5, 29, []), (5, 30, ["veel"])],
)
def test_given_a_busy_day_when_compared_with_ones_own_busiest_then_more_than_twice_and_thirty_at_least(
    drukste, aantal, gevonden
):
    nu = [Kijk(medewerker=IK, dossier=UUID(int=n + 9000), dag=DAG, taak=True) for n in range(aantal)]

    assert regels(nu, drukte={IK: [drukste] * 5}) == gevonden


@pytest.mark.parametrize(("aantal", "gevonden"), [(59, []), (60, ["veel"])])
@pytest.mark.parametrize("drukte", [{}, {IK: [2, 2, 2, 2]}])
def test_given_somebody_new_when_looking_at_many_then_only_sixty_is_found(aantal, gevonden, drukte):
    nu = [Kijk(medewerker=IK, dossier=UUID(int=n + 9000), dag=DAG, taak=True) for n in range(aantal)]

    assert regels(nu, drukte=drukte) == gevonden


@pytest.mark.parametrize(("aantal", "gevonden"), [(4, []), (5, ["geprobeerd"])])
def test_given_refusals_when_applying_then_from_five_on_a_day(aantal, gevonden):
    assert regels([], geweigerd={IK: aantal}) == gevonden


def test_given_the_rules_when_reading_them_then_each_says_what_it_means_and_none_is_about_the_person_in_the_file():
    assert len({regel.id for regel in REGELS}) == len(REGELS) == 7
    assert all(regel.titel and regel.uitleg.endswith(".") and regel.alle for regel in REGELS)
    assert not any("nationaliteit" in kenmerk for regel in REGELS for kenmerk in regel.alle)


# Two hundred people of twenty-five teams, each with a caseload of twenty-five, for six weeks of working days.
MENSEN, TEAMGROOTTE, CASELOAD, WERKDAGEN = 200, 8, 25, 30


def werkdagen():
    dag, dagen = date(2026, 1, 5), []
    while len(dagen) < WERKDAGEN:
        if dag.weekday() < 5:
            dagen.append(dag)
        dag += timedelta(days=1)
    return dagen


def dossier(eigenaar: int, nummer: int) -> UUID:
    return UUID(int=1_000_000 + eigenaar * CASELOAD + nummer)


class Huis:
    """Ordinary work: one's own files, a colleague's with a reason, sometimes one without; seldom in the evening."""

    def __init__(self, zaad: int) -> None:
        self.kans = random.Random(zaad)  # noqa: S311 - a simulation that can be repeated
        # A few surnames and addresses are shared with people in a file, as in any country.
        self.naam = [self.kans.randrange(400) for _ in range(MENSEN)]
        self.postcode = [self.kans.randrange(900) for _ in range(MENSEN)]
        self.naam_van = {}
        self.postcode_van = {}
        for wie in range(MENSEN):
            for n in range(CASELOAD):
                # One in fifty bears a surname that is found among staff; forty locations, some where staff live too.
                self.naam_van[dossier(wie, n)] = self.kans.randrange(400) if self.kans.random() < 0.02 else -1
                self.postcode_van[dossier(wie, n)] = self.kans.randrange(40) * 20

    def collega(self, wie: int) -> int:
        begin = wie - wie % TEAMGROOTTE
        return self.kans.choice([c for c in range(begin, begin + TEAMGROOTTE) if c != wie])

    def kijk(self, wie: int, waar: UUID, dag: date, *, taak: bool, nacht: bool = False) -> Kijk:
        return Kijk(
            medewerker=UUID(int=wie + 1),
            dossier=waar,
            dag=dag,
            taak=taak,
            nacht=nacht,
            zelfde_achternaam=self.naam[wie] == self.naam_van[waar],
            zelfde_postcode=self.postcode[wie] == self.postcode_van[waar],
        )

    def dag(self, dag: date):
        for wie in range(MENSEN):
            if self.kans.random() < 0.1:
                continue
            avond = self.kans.random() < 0.03
            for n in self.kans.sample(range(CASELOAD), self.kans.randint(6, 18)):
                yield self.kijk(wie, dossier(wie, n), dag, taak=True, nacht=avond)
            for _ in range(self.kans.randint(0, 4)):
                yield self.kijk(
                    wie, dossier(self.collega(wie), self.kans.randrange(CASELOAD)), dag, taak=True
                )
            # Somebody asks in the corridor: a look without anything that the program knows of.
            if self.kans.random() < 0.6:
                yield self.kijk(
                    wie,
                    dossier(self.collega(wie), self.kans.randrange(CASELOAD)),
                    dag,
                    taak=False,
                    nacht=self.kans.random() < 0.003,
                )


def drukte(kijken, dag):
    """How many files each person opened on each earlier day."""
    per_dag = defaultdict(lambda: defaultdict(set))
    for kijk in kijken:
        if kijk.dag < dag:
            per_dag[kijk.medewerker][kijk.dag].add(kijk.dossier)
    return {wie: [len(dossiers) for dossiers in dagen.values()] for wie, dagen in per_dag.items()}


def snuffelaars(huis: Huis, dagen):
    """Ten people who look where they have no business, each in a way of their own; the last leaves no trace at all."""
    laat = dagen[-6:]

    def zonder(wie, dag, **anders):
        waar = dossier(huis.collega(wie), huis.kans.randrange(CASELOAD))
        return (
            replace(huis.kijk(wie, waar, dag, taak=False), zelfde_achternaam=False, zelfde_postcode=False)
            if (not anders)
            else replace(huis.kijk(wie, waar, dag, taak=False), **anders)
        )

    yield 0, [zonder(0, laat[0], zelfde_achternaam=True)]
    yield 21, [zonder(21, laat[1], zelfde_achternaam=True)]
    yield 42, [zonder(42, laat[2], zelfde_postcode=True)]
    yield 63, [zonder(63, laat[3], zelfde_postcode=True)]
    yield 84, [zonder(84, laat[4], nacht=True)]
    yield 105, [zonder(105, laat[5], nacht=True)]
    for wie, dag in ((126, laat[2]), (147, laat[3])):
        vreemd = [dossier(c, n) for c in range(MENSEN) for n in range(CASELOAD) if c % 50 == wie % 50][:80]
        yield wie, [huis.kijk(wie, waar, dag, taak=False) for waar in vreemd]
    waar = dossier(huis.collega(168), 3)
    yield 168, [huis.kijk(168, waar, dag, taak=False) for dag in laat[:4]]
    yield 189, [zonder(189, laat[0])]


@pytest.mark.parametrize("zaad", [2022, 2023, 2024])
def test_given_six_weeks_of_200_people_when_ten_snoop_then_nine_are_found_and_a_reviewer_reads_two_a_day(
    zaad,
):
    huis, dagen = Huis(zaad), werkdagen()
    kijken = [kijk for dag in dagen for kijk in huis.dag(dag)]
    geplant = dict(snuffelaars(huis, dagen))
    kijken += [kijk for eigen in geplant.values() for kijk in eigen]
    slecht = {(k.medewerker, k.dossier) for eigen in geplant.values() for k in eigen}

    # The first four weeks are what is normal; each later day is looked at with the four weeks before it.
    gevonden, vals = set(), Counter()
    eerder = set()
    for dag in dagen[20:]:
        venster = [k for k in kijken if dag - timedelta(days=28) < k.dag <= dag]
        for treffer in vind(venster, dag=dag, drukte=drukte(venster, dag)):
            sleutel = (treffer.regel, treffer.medewerker, treffer.dossier)
            if sleutel in eerder:
                continue
            eerder.add(sleutel)
            wie = treffer.medewerker.int - 1
            terecht = (treffer.medewerker, treffer.dossier) in slecht or (
                treffer.dossier is None and wie in geplant
            )
            if terecht:
                gevonden.add(wie)
            else:
                vals[dag] += 1

    assert len(gevonden) >= 9, sorted(set(geplant) - gevonden)
    assert sum(vals.values()) / len(dagen[20:]) <= 2, vals
