"""Who may see a dossier: nobody sees all."""

import pytest

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.queries import getoond, keuze_van
from verantwoord.dossier.models import Dossier
from verantwoord.toegang.rechten import Organisatie, Rol

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wie", "ziet"),
    [
        ({"rol": Rol.REGIEVOERDER}, True),
        ({"rol": Rol.MANAGER}, True),
        ({"rol": Rol.BEHEERDER}, False),
        ({"rol": Rol.AFZENDER}, False),
        ({"rol": Rol.SYSTEEM}, False),
        ({"rol": Rol.REGIEVOERDER, "organisatie": Organisatie.COA}, False),
    ],
)
def test_given_a_dossier_of_the_team_when_someone_looks_then_role_and_organisation_decide(wie, ziet):
    dossier = DossierFactory()
    collega = MedewerkerFactory(team=dossier.team, **wie)

    gezien = list(Dossier.objects.visible_to(collega))

    assert gezien == ([dossier] if ziet else [])


def test_given_another_team_when_someone_looks_then_there_is_nothing_though_there_is_one():
    dossier = DossierFactory()

    assert list(Dossier.objects.visible_to(MedewerkerFactory())) == []
    assert list(Dossier.objects.visible_to(dossier.regievoerder)) == [dossier]


def test_given_a_shielded_dossier_when_a_colleague_looks_then_only_the_regievoerder_sees_it():
    dossier = DossierFactory(afgeschermd=True)
    collega = MedewerkerFactory(team=dossier.team)

    assert list(Dossier.objects.visible_to(collega)) == []
    assert list(Dossier.objects.visible_to(dossier.regievoerder)) == [dossier]


@pytest.mark.parametrize(
    ("regievoerder", "ziet"), [("in dienst", False), ("uit dienst", True), ("niemand", True)]
)
def test_given_a_shielded_dossier_when_nobody_directs_it_then_the_manager_of_its_team_can_give_it_away(
    regievoerder, ziet
):
    dossier = DossierFactory(afgeschermd=True, regievoerder__is_active=regievoerder != "uit dienst")
    if regievoerder == "niemand":
        Dossier.objects.update(regievoerder=None)
    herbeoordeel([dossier.pk])
    manager = MedewerkerFactory(manager=True, team=dossier.team)

    gezien = list(Dossier.objects.visible_to(manager))
    op_de_lijst = [
        s.dossier for s in getoond(keuze_van(viewer=manager, van="team"), viewer=manager, aantal=5)
    ]

    assert gezien == op_de_lijst == ([dossier] if ziet else [])
    assert list(Dossier.objects.visible_to(MedewerkerFactory(team=dossier.team))) == []
    assert list(Dossier.objects.visible_to(MedewerkerFactory(manager=True))) == []


def test_given_someone_without_a_team_when_looking_then_dossiers_without_a_team_stay_hidden():
    DossierFactory(team=None)

    assert list(Dossier.objects.visible_to(MedewerkerFactory(team=None))) == []
