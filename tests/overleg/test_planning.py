"""Series, dates, the table, and the chair by rotation."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.factories import MedewerkerFactory
from tests.overleg.factories import DATUM, NU, PARTNERS, maak_tafel
from verantwoord.overleg import actions
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt
from verantwoord.overleg.models import Agendapunt, Overleg
from verantwoord.overleg.queries import overleggen_of, reeksen_of
from verantwoord.overleg.rooster import volgende
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import GeenToegang


@given(beurten=st.integers(0, 60))
def test_given_any_number_of_turns_when_rotating_then_nobody_is_more_than_one_ahead(beurten):
    geweest: list[str] = []
    for _ in range(beurten):
        geweest.append(volgende(PARTNERS, geweest))

    aantallen = [geweest.count(p) for p in PARTNERS]
    assert max(aantallen) - min(aantallen) <= 1


@given(
    geweest=st.lists(st.sampled_from(PARTNERS), max_size=12),
    kunnen=st.sets(st.sampled_from(PARTNERS), min_size=1),
)
def test_given_any_past_when_rotating_then_the_turn_is_of_who_had_fewest_among_who_can(geweest, kunnen):
    gekozen = volgende(sorted(kunnen), geweest)

    assert gekozen in kunnen
    assert geweest.count(gekozen) == min(geweest.count(p) for p in kunnen)


@given(ronde=st.permutations(PARTNERS))
def test_given_a_round_in_any_order_when_it_is_over_then_the_next_has_the_same_order(ronde):
    volgende_ronde = list(ronde)
    for _ in PARTNERS:
        volgende_ronde.append(volgende(PARTNERS, volgende_ronde))

    assert volgende_ronde[4:] == list(ronde)


def test_given_nobody_who_can_when_rotating_then_that_is_said():
    with pytest.raises(ValueError, match="empty"):
        volgende((), ["dtv"])


def test_given_a_series_when_planned_then_its_dates_stand_for_twelve_weeks_and_the_chair_goes_round(tafel):
    overleggen = list(tafel.reeks.overleggen.order_by("datum"))

    assert [o.datum for o in overleggen] == [DATUM + timedelta(weeks=4 * n) for n in range(4)]
    assert [o.voorzitter for o in overleggen] == list(PARTNERS)
    assert all(o.notulist != o.voorzitter for o in overleggen)
    assert [d.organisatie for d in overleggen[0].deelnemers.order_by("pk")] == list(PARTNERS)


@pytest.mark.django_db
def test_given_a_date_on_a_holiday_when_planned_then_it_moves_to_the_next_ordinary_day():
    # Four weeks after 30 March 2022 is King's Day.
    tafel = maak_tafel(eerste_op=date(2022, 3, 30))

    assert list(tafel.reeks.overleggen.order_by("datum").values_list("datum", flat=True))[1] == date(
        2022, 4, 28
    )


@pytest.mark.django_db
def test_given_a_table_without_one_of_the_four_when_planned_then_it_is_refused():
    dtv = MedewerkerFactory()

    with pytest.raises(RedenOntbreekt):
        actions.plan_reeks(
            door=dtv, soort="lko", naam="LKO", locaties=["Assen"], om_de_weken=4, eerste_op=DATUM,
            begin=time(13, 30), teams=[dtv.team_id],
        )  # fmt: skip


def test_given_time_that_passes_when_extended_twice_then_each_date_stands_once(tafel):
    gemaakt = [actions.extend_reeksen(door=systeem(), peildatum=date(2022, 4, 1)) for _ in range(2)]

    assert gemaakt == [1, 0]
    assert tafel.reeks.overleggen.count() == 5


def test_given_a_moved_meeting_when_extended_then_its_old_date_does_not_come_back(tafel):
    tweede = tafel.reeks.overleggen.order_by("datum")[1]
    actions.move_overleg(
        door=tafel.dtv, overleg_id=tweede.pk, datum=tweede.datum + timedelta(days=1), begin=time(9, 0)
    )

    assert actions.extend_reeksen(door=systeem(), peildatum=DATUM) == 0


def test_given_another_chair_when_chosen_then_it_asks_a_reason(tafel):
    with pytest.raises(RedenOntbreekt):
        actions.choose_voorzitter(door=tafel.coa, overleg_id=tafel.overleg.pk, voorzitter="coa", reden=" ")

    overleg = actions.choose_voorzitter(
        door=tafel.coa, overleg_id=tafel.overleg.pk, voorzitter="coa", reden="De DT&V is met verlof."
    )

    assert (overleg.voorzitter_rooster, overleg.voorzitter) == ("dtv", "coa")


def test_given_who_does_not_chair_when_starting_then_it_is_refused(tafel):
    with pytest.raises(GeenToegang):
        actions.start_overleg(door=tafel.coa, overleg_id=tafel.overleg.pk, aanwezig={}, namen={}, nu=NU)


def test_given_all_four_when_starting_then_it_is_an_lko_and_without_one_a_small_one(tafel):
    tafel.start()
    soorten = [Overleg.objects.get(pk=tafel.overleg.pk).soort]

    actions.record_aanwezigheid(
        door=tafel.voorzitter,
        overleg_id=tafel.overleg.pk,
        aanwezig=dict.fromkeys(PARTNERS[:3], True),
        namen={},
    )

    assert [*soorten, Overleg.objects.get(pk=tafel.overleg.pk).soort] == ["lko", "klein_lko"]


def test_given_items_nobody_opened_when_the_meeting_ends_then_they_wait_for_another(tafel):
    punt = tafel.punt()
    tafel.start()

    tafel.eindig()

    assert Agendapunt.objects.get(pk=punt.pk).reden_doorgeschoven == "Het overleg kwam hier niet aan toe."


def test_given_a_cancelled_meeting_when_asked_then_it_says_why_and_its_turn_does_not_count(tafel):
    actions.cancel_overleg(door=tafel.dtv, overleg_id=tafel.overleg.pk, reden="Sneeuw.", nu=NU)

    extra = actions.plan_overleg(
        door=tafel.dtv, reeks_id=tafel.reeks.pk, datum=date(2022, 6, 7), begin=time(9, 0)
    )

    # The other three had a turn; the one that fell away is due.
    assert extra.voorzitter == "dtv"
    with pytest.raises(NietNu):
        actions.start_overleg(door=tafel.dtv, overleg_id=tafel.overleg.pk, aanwezig={}, namen={}, nu=NU)


def test_given_a_series_that_ends_when_asked_then_empty_meetings_after_it_do_not_take_place(tafel):
    actions.end_reeks(door=tafel.dtv, reeks_id=tafel.reeks.pk, tot=date(2022, 4, 1))

    standen = list(tafel.reeks.overleggen.order_by("datum").values_list("stand", flat=True))
    assert standen == ["gepland", "gepland", "vervallen", "vervallen"]
    assert actions.extend_reeksen(door=systeem(), peildatum=date(2022, 6, 1)) == 0


@pytest.mark.django_db
def test_given_two_tables_when_asked_then_each_partner_sees_its_own(django_assert_num_queries):
    assen, goes = maak_tafel(), maak_tafel(locaties=["Goes"])

    for partner in PARTNERS:
        gezien = overleggen_of(viewer=assen.wie(partner), van=DATUM, tot=DATUM)
        assert [o.pk for o in gezien] == [assen.overleg.pk]
        assert [r.pk for r in reeksen_of(viewer=goes.wie(partner))] == [goes.reeks.pk]
