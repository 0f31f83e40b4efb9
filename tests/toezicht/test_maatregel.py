"""A measure of art. 56: weighed, looked at in time, over by itself, and never longer than it was imposed."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from tests.dossier.factories import MedewerkerFactory
from tests.toezicht.bouw import VANDAAG, maak_avim, maak_dossier, maak_maatregel, maak_reistest
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Dossier, Gezinslid
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toezicht import actions, queries
from verantwoord.toezicht.fouten import NietAanDeOrde, VeldFout
from verantwoord.toezicht.models import Maatregel
from verantwoord.toezicht.queries import toestand_of
from verantwoord.werkplek.wacht_toezicht import toezicht

pytestmark = pytest.mark.django_db


def bekijk(dossier, maatregel, **anders):
    return actions.review_maatregel(
        **{
            "door": dossier.regievoerder,
            "dossier_id": dossier.pk,
            "maatregel_id": maatregel.pk,
            "blijft": True,
            "reden": "Zij is nog niet bereikbaar.",
            "volgende_voor": None,
            "peildatum": date(2022, 2, 21),
        }
        | anders
    )


@pytest.mark.parametrize("veld", ["reden", "lichter", "waar"])
def test_given_something_that_is_not_weighed_when_imposing_then_it_is_refused_at_its_field(veld):
    dossier = maak_dossier()

    with pytest.raises(VeldFout) as fout:
        maak_maatregel(dossier, **{veld: "  "})

    assert fout.value.veld == veld
    assert Maatregel.objects.count() == 0


@pytest.mark.parametrize(
    ("veld", "dag"),
    [
        ("van", VANDAAG - timedelta(days=1)),
        ("tot", VANDAAG),
        ("toets_voor", VANDAAG),
        ("toets_voor", date(2022, 3, 14)),
    ],
)
def test_given_days_that_cannot_be_when_imposing_then_it_is_refused_at_its_field(veld, dag):
    dossier = maak_dossier()

    with pytest.raises(VeldFout) as fout:
        maak_maatregel(dossier, **{veld: dag})

    assert fout.value.veld == veld


def test_given_an_incomplete_file_when_a_vbl_is_imposed_then_the_norm_of_the_transfer_stops_it():
    dossier = maak_dossier()

    with pytest.raises(NormBlokkeert) as blok:
        maak_maatregel(dossier, soort="vbl", waar="Ter Apel")

    assert "overplaatsing-compleet-dossier" in [b.norm for b in blok.value.bevindingen]
    assert Maatregel.objects.count() == 0


def test_given_the_avim_when_imposing_then_it_is_not_theirs_to_do():
    dossier = maak_dossier()

    with pytest.raises(GeenToegang):
        maak_maatregel(dossier, door=maak_avim())


def test_given_a_colleague_of_another_team_when_imposing_then_the_dossier_is_not_there():
    dossier = maak_dossier()

    with pytest.raises(Dossier.DoesNotExist):
        maak_maatregel(dossier, door=MedewerkerFactory())


def test_given_children_when_their_interests_are_not_written_down_then_it_is_refused(met_kind):
    with pytest.raises(VeldFout) as fout:
        maak_maatregel(met_kind)

    assert fout.value.veld == "belang_kinderen"


def test_given_children_when_their_interests_are_weighed_then_they_stand_with_the_measure(met_kind):
    maatregel = maak_maatregel(met_kind, belang_kinderen="Zij gaat in Assen naar school.")

    assert (maatregel.met_kinderen, maatregel.belang_kinderen) == (True, "Zij gaat in Assen naar school.")


@pytest.fixture
def met_kind():
    dossier = maak_dossier()
    Gezinslid.objects.create(persoon=dossier.persoon, volgorde=0, relatie="kind", geboortedatum="2015-05-05")
    return dossier


def test_given_a_measure_when_its_last_day_is_past_then_it_is_over_without_anybody_doing_anything():
    dossier = maak_dossier()
    maatregel = maak_maatregel(dossier)

    geldt = [maatregel.loopt_op(date(2022, 3, 14)), maatregel.loopt_op(date(2022, 3, 15))]

    assert geldt == [True, False]
    assert queries.lopende_maatregelen(dossier.pk, viewer=dossier.regievoerder, op=date(2022, 3, 15)) == []


@pytest.mark.parametrize("veld", ["tot", "van", "toets_voor"])
def test_given_the_database_when_a_day_of_a_measure_is_moved_then_it_is_refused(veld):
    maatregel = maak_maatregel(maak_dossier())

    with pytest.raises(DatabaseError), transaction.atomic():
        Maatregel.objects.filter(pk=maatregel.pk).update(**{veld: date(2022, 3, 20)})


def test_given_a_measure_that_runs_when_another_begins_within_it_then_it_is_refused():
    dossier = maak_dossier()
    maak_maatregel(dossier)

    with pytest.raises(NietAanDeOrde):
        maak_maatregel(dossier, van=date(2022, 3, 14), tot=date(2022, 4, 4), toets_voor=date(2022, 3, 20))


def test_given_a_measure_when_another_follows_then_it_points_at_the_first_and_weighs_again():
    dossier = maak_dossier()
    eerste = maak_maatregel(dossier)

    tweede = maak_maatregel(
        dossier, van=date(2022, 3, 15), tot=date(2022, 4, 4), toets_voor=date(2022, 3, 20), lichter="Opnieuw gewogen."
    )  # fmt: skip

    assert (tweede.vervolg_op, tweede.lichter) == (eerste, "Opnieuw gewogen.")


def test_given_a_look_that_finds_it_is_not_needed_when_recorded_then_it_ends_that_day():
    dossier = maak_dossier()
    maatregel = maak_maatregel(dossier)

    bekijk(dossier, maatregel, blijft=False, reden="Zij houdt zich aan de afspraken.")

    maatregel.refresh_from_db()
    assert (maatregel.beeindigd_op, maatregel.einde_reden) == (
        date(2022, 2, 21),
        "Zij houdt zich aan de afspraken.",
    )
    assert maatregel.loopt_op(date(2022, 2, 21)) is False


def test_given_a_look_that_finds_it_still_needed_when_recorded_then_its_last_day_stays():
    dossier = maak_dossier()
    maatregel = maak_maatregel(dossier)

    bekijk(dossier, maatregel, volgende_voor=date(2022, 3, 7))

    maatregel.refresh_from_db()
    assert maatregel.tot == date(2022, 3, 14)
    assert maatregel.bekijken_voor == date(2022, 3, 7)


def test_given_a_next_look_after_the_end_when_recorded_then_it_is_refused():
    dossier = maak_dossier()
    maatregel = maak_maatregel(dossier)

    with pytest.raises(VeldFout) as fout:
        bekijk(dossier, maatregel, volgende_voor=date(2022, 3, 14))

    assert fout.value.veld == "volgende_voor"


def test_given_a_measure_when_it_ends_early_then_no_norm_is_asked_and_it_ends_once():
    dossier = maak_dossier()
    maatregel = maak_maatregel(dossier)
    einde = {
        "door": dossier.regievoerder, "dossier_id": dossier.pk, "maatregel_id": maatregel.pk, "op": VANDAAG,
        "reden": "Het kan lichter.", "peildatum": VANDAAG,
    }  # fmt: skip

    actions.end_maatregel(**einde)

    with pytest.raises(DomeinFout):
        actions.end_maatregel(**einde)


def test_given_a_measure_when_its_look_is_due_then_it_stands_with_the_duties_of_the_regievoerder():
    dossier = maak_dossier()
    maatregel = maak_maatregel(dossier)
    s = toestand_of(dossier.pk, viewer=dossier.regievoerder, peildatum=VANDAAG).s

    plichten = list(toezicht(s, dossier.pk, viewer=dossier.regievoerder))

    assert [(p.titel, p.datum) for p in plichten] == [
        ("Bekijk de vrijheidsbeperkende maatregel opnieuw.", maatregel.toets_voor)
    ]


def test_given_days_that_are_due_when_the_agenda_asks_then_each_stands_there_once_and_on_its_own_day():
    dossier = maak_dossier()
    maatregel = maak_maatregel(dossier)
    maak_reistest(dossier)
    bekijk(dossier, maatregel, volgende_voor=date(2022, 3, 7))

    dagen = queries.dagen_van(
        [dossier.pk], viewer=dossier.regievoerder, van=VANDAAG, tot=date(2022, 4, 1), meeste=10
    )

    assert sorted((d.dag, d.wat) for d in dagen) == [
        (date(2022, 2, 21), "reistest"),
        (date(2022, 3, 7), "bekijken"),
        (date(2022, 3, 14), "einde"),
    ]


def test_given_a_closed_dossier_when_a_measure_still_holds_then_it_can_be_ended():
    dossier = maak_dossier()
    maatregel = maak_maatregel(dossier)
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=date(2022, 2, 16))

    actions.end_maatregel(
        door=dossier.regievoerder, dossier_id=dossier.pk, maatregel_id=maatregel.pk, op=date(2022, 2, 17),
        reden="Zij is vertrokken.", peildatum=date(2022, 2, 17),
    )  # fmt: skip

    maatregel.refresh_from_db()
    assert maatregel.beeindigd_op == date(2022, 2, 17)
