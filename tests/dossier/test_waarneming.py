"""Who stands in for whom, and giving dossiers to a colleague: what was written stays signed by who wrote it."""

from datetime import date

import pytest

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import ToetsingFactory
from verantwoord.dossier import actions
from verantwoord.dossier.actions.vervanging import GeenVervanging
from verantwoord.dossier.models import Dossier, Vervanging
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 10)


@pytest.fixture
def noor():
    return MedewerkerFactory()


@pytest.fixture
def hassan(noor):
    return MedewerkerFactory(team=noor.team)


def regel(noor, hassan, **anders):
    waarden = {
        "door": noor,
        "regievoerder": noor,
        "vervanger": hassan,
        "van": date(2022, 2, 14),
        "tot": date(2022, 2, 25),
        "peildatum": OP,
    }
    return actions.record_vervanging(**waarden | anders)


@pytest.mark.parametrize(
    ("dag", "loopt"),
    [
        (date(2022, 2, 13), False),
        (date(2022, 2, 14), True),
        (date(2022, 2, 25), True),
        (date(2022, 2, 26), False),
    ],
)
def test_given_a_substitution_when_asked_on_a_day_then_both_ends_count(noor, hassan, dag, loopt):
    regel(noor, hassan)

    assert Vervanging.objects.visible_to(noor).op(dag).exists() is loopt


def test_given_a_substitution_when_an_outsider_asks_then_there_is_none(noor, hassan):
    regel(noor, hassan)

    assert Vervanging.objects.visible_to(MedewerkerFactory()).count() == 0
    assert Vervanging.objects.visible_to(MedewerkerFactory(beheerder=True)).count() == 0
    assert Vervanging.objects.visible_to(hassan).count() == 1


def test_given_a_manager_when_arranging_then_only_in_the_own_team(noor, hassan):
    regel(noor, hassan, door=MedewerkerFactory(manager=True, team=noor.team))

    with pytest.raises(GeenToegang):
        regel(noor, hassan, door=MedewerkerFactory(manager=True), van=date(2022, 3, 1), tot=date(2022, 3, 2))
    with pytest.raises(GeenToegang):
        regel(noor, hassan, door=hassan, van=date(2022, 3, 1), tot=date(2022, 3, 2))


@pytest.mark.parametrize(
    "anders",
    [
        {"tot": date(2022, 2, 13)},
        {"van": date(2022, 2, 1), "tot": date(2022, 2, 9)},
        {"vervanger": "noor"},
        {"vervanger": "elders"},
        {"vervanger": "uit dienst"},
        {"vervanger": "manager"},
    ],
)
def test_given_days_or_people_that_do_not_fit_when_arranged_then_it_is_refused(noor, hassan, anders):
    mensen = {
        "noor": lambda: noor,
        "elders": MedewerkerFactory,
        "uit dienst": lambda: MedewerkerFactory(team=noor.team, is_active=False),
        "manager": lambda: MedewerkerFactory(team=noor.team, manager=True),
    }
    if "vervanger" in anders:
        anders = {"vervanger": mensen[anders["vervanger"]]()}

    with pytest.raises(GeenVervanging):
        regel(noor, hassan, **anders)


def test_given_a_substitution_when_another_overlaps_then_it_names_who_stands_in(noor, hassan):
    regel(noor, hassan)

    with pytest.raises(GeenVervanging, match=hassan.naam):
        regel(noor, MedewerkerFactory(team=noor.team), van=date(2022, 2, 25), tot=date(2022, 3, 1))


def test_given_a_running_one_when_ended_then_today_is_the_last_day_and_one_ahead_is_taken_back(noor, hassan):
    loopt = regel(noor, hassan, van=OP, tot=date(2022, 2, 11))
    komt = regel(noor, hassan)

    for vervanging in (loopt, komt):
        actions.end_vervanging(door=noor, vervanging=vervanging, peildatum=OP)

    assert list(Vervanging.objects.values_list("van", "tot")) == [(OP, OP)]


def test_given_a_caseload_when_handed_over_then_all_go_and_what_was_written_stays_signed(noor, hassan):
    dossiers = [DossierFactory(regievoerder=noor) for _ in range(3)]
    toetsing = ToetsingFactory(dossier=dossiers[0])
    manager = MedewerkerFactory(manager=True, team=noor.team)

    actions.hand_over_dossiers(
        door=manager, dossiers=[d.pk for d in dossiers], naar=hassan, reden="Noor gaat met verlof."
    )

    toetsing.refresh_from_db()
    assert set(Dossier.objects.values_list("regievoerder", flat=True)) == {hassan.pk}
    assert (toetsing.door, toetsing.door_naam) == (noor, noor.naam)
    assert [g.gegevens["reden"] for g in Gebeurtenis.objects.filter(soort="dossier.toegewezen")] == [
        "Noor gaat met verlof."
    ] * 3


def test_given_one_dossier_of_another_team_when_handed_over_then_nothing_is(noor, hassan):
    eigen, vreemd = DossierFactory(regievoerder=noor), DossierFactory()
    manager = MedewerkerFactory(manager=True, team=noor.team)

    with pytest.raises(Dossier.DoesNotExist):
        actions.hand_over_dossiers(door=manager, dossiers=[eigen.pk, vreemd.pk], naar=hassan, reden="Verlof.")

    eigen.refresh_from_db()
    assert eigen.regievoerder == noor
