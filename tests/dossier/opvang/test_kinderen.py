"""Each child apart: what is important is added and never changed, and a birthday is a date and nothing more."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.utils import ProgrammingError
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.dossier.factories import MedewerkerFactory
from tests.dossier.opvang.conftest import OP, geef_aan, neem_over
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Kindbelang
from verantwoord.dossier.opvang.kinderen import (
    KindPastNiet,
    kinderen_van,
    record_achttien_besproken,
    record_kindbelang,
    worden_achttien,
)
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.kalender import achttien_op, is_achttien
from verantwoord.kern.termijnen import Stand
from verantwoord.werkplek.wacht_opvang import achttien

BELANG = {
    "op": date(2022, 4, 19),
    "school": "Groep 7 in Assen, sinds twee jaar.",
    "gezondheid": "Slaapt slecht; de huisarts kijkt mee.",
    "band": "Haar ouders en haar tante in Assen.",
    "veiligheid": "Een eigen bed en een deur die dicht kan.",
    "eigen_woorden": "Ik wil bij mijn juf blijven.",
    "niet_gehoord": "",
    "peildatum": OP,
}


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(9900, 12, 31)))
def test_given_any_birth_date_when_18_then_that_day_is_the_first_on_which_the_norms_say_so(geboren):
    dag = achttien_op(geboren)

    assert (is_achttien(geboren, dag - timedelta(days=1)), is_achttien(geboren, dag)) == (False, True)


def test_given_a_birth_on_29_february_when_18_then_on_1_march():
    assert achttien_op(date(2004, 2, 29)) == date(2022, 3, 1)


def stand_met(dossier, op, **lid):
    beeld = beeld_of(dossier.pk)
    kind = d.Gezinslid(**{"relatie": "kind", "geboortedatum": "2004-05-06"} | lid)
    met_kind = replace(beeld, persoon=replace(beeld.persoon, gezin=(kind,)))
    return Stand(met_kind, op, geldende_parameters().op(op))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2022, 2, 4), []),
        (date(2022, 2, 5), [date(2022, 5, 6)]),
        (date(2022, 5, 5), [date(2022, 5, 6)]),
        (date(2022, 5, 6), []),
    ],
    ids=["91 days before", "90 days before", "the day before", "the day itself"],
)
def test_given_a_child_when_its_18th_birthday_comes_then_it_is_said_ninety_days_before(dossier, op, verwacht):
    s = stand_met(dossier, op)

    assert [kind.achttien_op for kind in worden_achttien(s)] == verwacht


@pytest.mark.django_db
@pytest.mark.parametrize("geboren", ["2004-00-00", "2004-05-00", None])
def test_given_a_child_of_whom_the_day_is_unknown_when_asked_then_it_is_a_child_and_no_day_is_guessed(
    dossier, geboren
):
    s = stand_met(dossier, date(2022, 4, 20), geboortedatum=geboren)

    assert [(kind.plaats, kind.achttien_op) for kind in kinderen_van(s)] == [(0, None)]


def leg_vast(dossier, **anders):
    return record_kindbelang(
        **{"door": dossier.regievoerder, "dossier_id": dossier.pk, "kind": 1} | BELANG | anders
    )


@pytest.mark.django_db
class TestBelangen:
    def test_given_a_child_when_what_matters_is_recorded_twice_then_both_stay_and_the_event_holds_no_word(
        self, gezin
    ):
        leg_vast(gezin[0])
        leg_vast(gezin[0], school="Groep 8 in Emmen.")

        assert list(Kindbelang.objects.values_list("kind", "school")) == [
            (1, "Groep 7 in Assen, sinds twee jaar."),
            (1, "Groep 8 in Emmen."),
        ]
        gegevens = Gebeurtenis.objects.filter(soort="kind.belangen_vastgelegd").values_list(
            "gegevens", flat=True
        )
        assert list(gegevens) == [{"kind": 1, "gehoord": True}] * 2

    @pytest.mark.parametrize(
        "anders",
        [{"kind": 0}, {"kind": 7}, {"kind": None}, {"op": date(2022, 4, 21)}, {"eigen_woorden": " "}],
        ids=["the partner", "nobody", "the person is an adult", "still to come", "not heard and no reason"],
    )
    def test_given_what_does_not_fit_when_recorded_then_nothing_is_written(self, gezin, anders):
        with pytest.raises(KindPastNiet):
            leg_vast(gezin[0], **anders)

        assert Kindbelang.objects.count() == 0

    def test_given_the_dossier_of_a_child_itself_when_recorded_then_it_is_about_the_person(self, gezin):
        leg_vast(gezin[2], kind=None, eigen_woorden="", niet_gehoord="Wilde vandaag niet praten.")

        assert Kindbelang.objects.get().kind is None

    def test_given_what_was_recorded_when_somebody_changes_it_then_the_database_refuses(self, gezin):
        belang = leg_vast(gezin[0])

        with pytest.raises(ProgrammingError), connection.cursor() as cursor:
            cursor.execute("update dossier_kindbelang set school = 'x' where id = %s", [belang.pk])

    def test_given_what_was_recorded_when_others_ask_then_it_is_not_there(self, gezin, coa):
        leg_vast(gezin[0])

        gezien = [
            Kindbelang.objects.visible_to(wie).count()
            for wie in (gezin[0].regievoerder, coa, MedewerkerFactory(), MedewerkerFactory(avim=True))
        ]

        assert gezien == [1, 0, 0, 0]


@pytest.mark.django_db
def test_given_a_child_that_turns_18_when_it_was_discussed_then_nothing_is_owed_any_more(regie):
    dossier = geef_aan(neem_over(8, geboortedatum="2004-05-06", amv=True, voogd="Nidos"), regie)
    s = Stand(beeld_of(dossier.pk), OP, geldende_parameters().op(OP))
    eerst = [plicht.datum for plicht in achttien(s, dossier.pk)]

    record_achttien_besproken(
        door=regie, dossier_id=dossier.pk, kind=None, op=OP, toelichting="Met Nidos en hemzelf.", peildatum=OP
    )

    assert (eerst, list(achttien(s, dossier.pk))) == ([date(2022, 5, 6)], [])
