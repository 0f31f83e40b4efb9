"""A location has one team, and one team catches what belongs nowhere else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.toegang.beheer import actions
from verantwoord.toegang.models import Team
from verantwoord.toegang.queries import team_for
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheer(client):
    client.force_login(MedewerkerFactory(beheerder=True))
    return client


def invoer(team: Team | None = None, **anders) -> dict[str, str]:
    gezien = actions.stand_van_team(team) if team else ""
    return {"naam": "Team Oost", "locaties": "", "gezien": gezien} | anders


def test_given_a_new_team_when_added_then_transfers_of_its_locations_go_there(beheer):
    beheer.post(reverse("beheer:team_nieuw"), invoer(locaties=" Budel \r\n\r\nTer  Apel\nBudel"))

    team = Team.objects.get(naam="Team Oost")
    assert team.locaties == ["Budel", "Ter Apel"]
    assert team_for("Ter Apel") == team
    assert Gebeurtenis.objects.get(soort="team.toegevoegd").gegevens["wijzigingen"]["locaties"] == [
        None,
        ["Budel", "Ter Apel"],
    ]


def test_given_a_location_of_another_team_when_saved_then_it_is_refused_with_that_team(beheer):
    Team.objects.create(naam="Team Noord", locaties=["Assen"])

    antwoord = beheer.post(reverse("beheer:team_nieuw"), invoer(locaties="Assen"))

    assert antwoord.status_code == 422
    assert antwoord.context["form"].non_field_errors() == [
        "Voor Assen werkt al een ander team: Team Noord. Haal de locatie daar eerst weg."
    ]
    assert Team.objects.count() == 1


def test_given_another_catch_all_when_chosen_then_there_is_one_and_both_changes_are_kept(beheer):
    oud = Team.objects.create(naam="Instroom", is_vangnet=True)
    nieuw = TeamFactory(naam="Team Oost")

    beheer.post(reverse("beheer:team", args=[nieuw.pk]), invoer(nieuw, is_vangnet="on"))

    assert list(Team.objects.filter(is_vangnet=True)) == [nieuw]
    assert list(Gebeurtenis.objects.order_by("volgnummer").values_list("soort", "onderwerp_id")) == [
        ("team.gewijzigd", str(oud.pk)),
        ("team.gewijzigd", str(nieuw.pk)),
    ]
    assert Rijhistorie.objects.filter(
        tabel="toegang_team", rij_id=str(oud.pk), operatie="UPDATE"
    ).get().oud == {"is_vangnet": True}


def test_given_the_catch_all_when_it_should_be_none_then_another_must_come_first(beheer):
    team = Team.objects.create(naam="Team Oost", is_vangnet=True)

    antwoord = beheer.post(reverse("beheer:team", args=[team.pk]), invoer(team))

    team.refresh_from_db()
    assert (antwoord.status_code, team.is_vangnet) == (422, True)


def test_given_a_colleague_was_first_when_saved_then_409_and_a_second_time_it_is_saved(beheer):
    team = TeamFactory(naam="Team Oost")
    mijn = invoer(team, locaties="Budel")
    Team.objects.filter(pk=team.pk).update(locaties=["Ter Apel"])

    eerst = beheer.post(reverse("beheer:team", args=[team.pk]), mijn)
    form = eerst.context["form"]
    daarna = beheer.post(reverse("beheer:team", args=[team.pk]), mijn | {"gezien": form["gezien"].value()})

    team.refresh_from_db()
    assert (eerst.status_code, daarna.status_code) == (409, 302)
    assert [feit.waarde for feit in eerst.context["feiten"]] == ["Team Oost", "Ter Apel", "nee"]
    assert form["locaties"].value() == "Budel"
    assert team.locaties == ["Budel"]


def test_given_dossiers_of_a_team_when_its_locations_change_then_they_stay(beheer):
    dossier = DossierFactory()
    team = dossier.team

    beheer.post(reverse("beheer:team", args=[team.pk]), invoer(team, locaties="Budel"))

    dossier.refresh_from_db()
    assert dossier.team == team


def test_given_somebody_without_the_right_when_a_team_is_added_then_it_is_refused():
    with pytest.raises(GeenToegang):
        actions.add_team(door=MedewerkerFactory(manager=True), naam="Oost", locaties=[], is_vangnet=False)


def test_given_one_or_thirty_teams_when_listed_then_the_number_of_queries_is_the_same_and_all_are_met(beheer):
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            beheer.get(reverse("beheer:teams"))
        return len(vragen)

    TeamFactory()
    bij_een = tel()
    TeamFactory.create_batch(30)
    eerste = beheer.get(reverse("beheer:teams")).context
    tweede = beheer.get(reverse("beheer:teams"), {"na": eerste["volgende"]}).context

    assert tel() == bij_een
    assert [t.naam for t in (*eerste["rijen"], *tweede["rijen"])] == list(
        Team.objects.order_by("naam").values_list("naam", flat=True)
    )
