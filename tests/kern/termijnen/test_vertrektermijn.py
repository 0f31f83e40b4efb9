"""The vertrektermijn: when it has dates, how many days, and the days on which it does not end."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter

from tests.kern.bouw import (
    artikel_64,
    beeld,
    beroep_loopt,
    besluit,
    iso,
    met,
    termijn_loopt,
    uitspraak,
    zonder,
)
from tests.kern.termijnen.hulp import GEEN, data, termijn

OP = "2022-04-20"
ONGEGROND = beeld(uitspraak(), termijn_loopt())
START = "vertrektermijn.start_op"
DAGEN = "procedure.besluiten[0].vertrektermijn_dagen"
GROND = "procedure.besluiten[0].grond_verkorting"


# vertrektermijn: start, days, arithmetic end, last day after the Algemene termijnenwet
@pytest.mark.parametrize(
    ("start", "dagen", "rekenkundig", "laatste"),
    [
        ("2022-03-07", 28, "2022-04-04", "2022-04-04"),
        ("2022-03-08", 28, "2022-04-05", "2022-04-05"),
        ("2022-03-18", 28, "2022-04-15", "2022-04-19"),  # Good Friday to the Tuesday after Easter
        ("2022-03-19", 28, "2022-04-16", "2022-04-19"),  # Saturday before Easter
        ("2022-03-20", 28, "2022-04-17", "2022-04-19"),  # Easter
        ("2022-03-21", 28, "2022-04-18", "2022-04-19"),  # Easter Monday
        ("2022-03-22", 28, "2022-04-19", "2022-04-19"),
        ("2022-03-30", 28, "2022-04-27", "2022-04-28"),  # King's Day
        ("2022-04-07", 28, "2022-05-05", "2022-05-06"),  # Liberation Day
        ("2022-04-28", 28, "2022-05-26", "2022-05-27"),  # Ascension; the Friday after it is an ordinary day
        ("2022-05-08", 28, "2022-06-05", "2022-06-07"),  # Whit Sunday and Whit Monday
        ("2022-11-27", 28, "2022-12-25", "2022-12-27"),  # Christmas
        ("2025-03-29", 28, "2025-04-26", "2025-04-28"),  # King's Day on Saturday: the 27th is a Sunday
        ("2024-02-01", 28, "2024-02-29", "2024-02-29"),
        ("2022-03-10", 27, "2022-04-06", "2022-04-06"),
        ("2022-03-12", 1, "2022-03-13", "2022-03-14"),
        ("2022-03-12", 0, "2022-03-12", "2022-03-12"),  # 0 days is not extended, though a Saturday
        ("2022-03-08", 30, "2022-04-07", "2022-04-07"),
        ("2022-03-13", 90, "2022-06-11", "2022-06-13"),  # 90 days is extended
        ("2022-03-12", 91, "2022-06-11", "2022-06-11"),  # 91 days is not
    ],
)
def test_vertrektermijn(start, dagen, rekenkundig, laatste):
    dossierbeeld = met(ONGEGROND, {START: start, DAGEN: dagen, GROND: "onttrekkingsrisico"})

    een = termijn(dossierbeeld, "vertrektermijn", "2025-12-31")

    assert data(een) == (start, rekenkundig, laatste)
    assert (een.verlengd_wegens is not None) == (rekenkundig != laatste)


def test_vertrektermijn_that_starts_before_the_judgment_was_made_known_has_no_dates():
    assert data(termijn(met(ONGEGROND, {START: "2022-03-06"}), "vertrektermijn", OP)) == GEEN


@pytest.mark.parametrize(
    ("situatie", "verwacht"),
    [
        (zonder(ONGEGROND, DAGEN), "2022-04-04"),
        (met(ONGEGROND, {DAGEN: 7}), "2022-04-04"),
        (met(ONGEGROND, {DAGEN: 0}), "2022-04-04"),
        (met(ONGEGROND, {DAGEN: 7, GROND: "onttrekkingsrisico"}), "2022-03-14"),
        (
            met(ONGEGROND, {DAGEN: 7, GROND: "onttrekkingsrisico", "procedure.besluiten[0].kenmerk": None}),
            "2022-03-14",
        ),
    ],
    ids=[
        "dagen niet genoemd",
        "7 zonder grond",
        "0 zonder grond",
        "7 met grond",
        "7 met grond zonder kenmerk",
    ],
)
def test_vertrektermijn_counts_28_days_when_the_decision_gives_no_ground_for_less(situatie, verwacht):
    assert iso(termijn(situatie, "vertrektermijn", OP).eindigt_op) == verwacht


@pytest.mark.parametrize(
    ("situatie", "op"),
    [
        (beroep_loopt(), OP),
        (uitspraak(), OP),
        (beeld(ONGEGROND, artikel_64("2022-04-10", None)), OP),
        (met(ONGEGROND, {"procedure.besluiten[0].terugkeerbesluit": False}), OP),
        (ONGEGROND, "2022-03-06"),
    ],
    ids=[
        "beroep loopt",
        "start niet vastgelegd",
        "opschorting",
        "geen terugkeerbesluit",
        "dag voor de bekendmaking",
    ],
)
def test_vertrektermijn_without_a_start_that_fits_has_no_dates(situatie, op):
    assert data(termijn(situatie, "vertrektermijn", op)) == GEEN


@pytest.mark.parametrize(
    ("verlenging", "laatste"),
    [
        (
            {"verlengd_tot": "2022-04-30", "verlenging_kenmerk": "IND-V-1"},
            "2022-04-30",
        ),  # a Saturday: a fixed date
        ({"verlengd_tot": "2022-04-30"}, "2022-04-04"),
        ({"verlenging_kenmerk": "IND-V-1"}, "2022-04-04"),
        ({"verlengd_tot": "2022-04-03", "verlenging_kenmerk": "IND-V-1"}, "2022-04-04"),
        ({"verlengd_tot": "2022-04-04", "verlenging_kenmerk": "IND-V-1"}, "2022-04-04"),
    ],
    ids=["verlengd", "zonder kenmerk", "zonder datum", "eerder dan de termijn", "zelfde dag"],
)
def test_vertrektermijn_is_extended_by_a_later_day_with_a_reference_of_the_ind(verlenging, laatste):
    een = termijn(beeld(ONGEGROND, vertrektermijn=verlenging), "vertrektermijn", OP)

    assert data(een) == ("2022-03-07", "2022-04-04", laatste)


@pytest.mark.parametrize(
    ("start", "laatste"),
    [
        ("2012-04-02", "2012-05-01"),  # Queen's Day, Monday 30 April 2012
        ("2011-04-01", "2011-04-29"),  # 29 April 2011 is an ordinary Friday
        ("2013-04-02", "2013-05-01"),  # the last Queen's Day, Tuesday 30 April 2013
        ("2014-03-29", "2014-04-28"),  # King's Day Saturday 26 April 2014, the 27th is a Sunday
        ("2014-04-02", "2014-04-30"),  # 30 April 2014 is an ordinary Wednesday
        ("2013-03-30", "2013-04-29"),  # Saturday 27 April 2013, then an ordinary Monday
    ],
)
def test_holidays_of_other_years_move_the_last_day_of_the_vertrektermijn(start, laatste):
    oud = beeld(
        termijn_loopt(start, "besluit_zonder_schorsende_werking"),
        procedure={
            "besluiten": [
                besluit(genomen_op="2011-01-10", bekendgemaakt_op="2011-01-11", schorsende_werking=False)
            ]
        },
    )

    assert iso(termijn(oud, "vertrektermijn", "2022-01-01").eindigt_op) == laatste


def in_jaar(start):
    """Give a dossier whose vertrektermijn of 28 days starts on this day, whatever the year."""
    dag = start.isoformat()
    return beeld(
        termijn_loopt(dag, "besluit_zonder_schorsende_werking"),
        procedure={"besluiten": [besluit(genomen_op=dag, bekendgemaakt_op=dag, schorsende_werking=False)]},
    )


def feestdagen(jaar):
    """Give the recognised holidays of a year, with Easter from a source of its own."""
    pasen = easter(jaar)
    koning = date(jaar, 4, 27) if jaar > 2013 else date(jaar, 4, 30)
    if koning.weekday() == 6:
        koning -= timedelta(days=1)
    vast = {date(jaar, 1, 1), koning, date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)}
    return vast | {pasen + timedelta(days=aantal) for aantal in (-2, 1, 39, 50)}


@pytest.mark.parametrize("jaar", [*range(2008, 2032), 2049, 2076, 2099])
def test_given_any_day_in_a_season_of_holidays_when_a_term_ends_on_it_then_it_ends_on_the_next_ordinary_day(
    jaar,
):
    vrij = feestdagen(jaar) | feestdagen(jaar + 1)
    lente = [easter(jaar) + timedelta(days=aantal) for aantal in range(-9, 53)]
    dagen = [
        *lente,
        *(date(jaar, 4, dag) for dag in range(24, 31)),
        *(date(jaar, 12, dag) for dag in range(23, 32)),
    ]

    for rekenkundig in [date(jaar, 1, 1), *dagen]:
        gewoon = rekenkundig
        while gewoon.weekday() > 4 or gewoon in vrij:
            gewoon += timedelta(days=1)
        een = termijn(in_jaar(rekenkundig - timedelta(days=28)), "vertrektermijn", "2100-12-31")
        assert (een.eindigt_rekenkundig_op, een.eindigt_op) == (rekenkundig, gewoon)
