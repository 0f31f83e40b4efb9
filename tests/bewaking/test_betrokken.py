"""Which partners are let into a dossier follows from its facts, and ends with them."""

from datetime import date

import pytest

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Betrokkenheid, Dossier, Dossierdeel, Verblijfplaats

pytestmark = pytest.mark.django_db
OP = date(2022, 3, 1)


@pytest.fixture
def dossier():
    return DossierFactory()


def coa_van(locatie, **velden):
    team = TeamFactory(organisatie="coa", locaties=[locatie])
    return MedewerkerFactory(coa=True, team=team, **velden)


def woont(dossier):
    return Verblijfplaats.objects.get(dossier=dossier).locatie


def zichtbaar(wie):
    return list(Dossier.objects.visible_to(wie))


def test_the_coa_of_the_location_works_on_it_and_another_location_does_not(dossier):
    daar, elders = coa_van(woont(dossier)), coa_van("azc Elders")

    herbeoordeel([dossier.pk], peildatum=OP)

    assert zichtbaar(daar) == [dossier]
    assert zichtbaar(elders) == []


def test_asking_again_changes_nothing(dossier):
    coa_van(woont(dossier))
    herbeoordeel([dossier.pk], peildatum=OP)
    eerst = list(Betrokkenheid.objects.values_list("pk", "tot"))

    herbeoordeel([dossier.pk], peildatum=OP)

    assert list(Betrokkenheid.objects.values_list("pk", "tot")) == eerst


def test_a_move_ends_it_for_the_one_and_begins_it_for_the_other(dossier):
    oud, nieuw = coa_van(woont(dossier)), coa_van("azc Nieuw")
    herbeoordeel([dossier.pk], peildatum=OP)
    Verblijfplaats.objects.filter(dossier=dossier).update(locatie="azc Nieuw")

    herbeoordeel([dossier.pk], peildatum=OP)

    assert zichtbaar(oud) == []
    assert zichtbaar(nieuw) == [dossier]
    assert Betrokkenheid.objects.filter(dossier=dossier, organisatie="coa", tot__isnull=False).count() == 1


def test_a_closed_dossier_is_nobodys_task(dossier):
    daar = coa_van(woont(dossier))
    herbeoordeel([dossier.pk], peildatum=OP)
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=OP)

    herbeoordeel([dossier.pk], peildatum=OP)

    assert zichtbaar(daar) == []


def test_supervision_leaves_a_shielded_dossier_and_the_coa_does_not(dossier):
    locatie = woont(dossier)
    coa = coa_van(locatie)
    avim = MedewerkerFactory(avim=True, team=TeamFactory(organisatie="avim", locaties=[locatie]))
    herbeoordeel([dossier.pk], peildatum=OP)
    assert zichtbaar(avim) == [dossier]
    Dossier.objects.filter(pk=dossier.pk).update(afgeschermd=True)

    herbeoordeel([dossier.pk], peildatum=OP)

    assert zichtbaar(avim) == []
    assert zichtbaar(coa) == [dossier]


def test_only_the_officers_for_trafficking_handle_its_signal(dossier):
    toezicht, mensenhandel = MedewerkerFactory(avim=True), MedewerkerFactory(avim_mensenhandel=True)
    Dossierdeel.objects.create(dossier=dossier, deel="mensenhandel", inhoud={"aanwijzing_op": "2022-02-20"})

    herbeoordeel([dossier.pk], peildatum=OP)

    assert zichtbaar(mensenhandel) == [dossier]
    assert zichtbaar(toezicht) == []


@pytest.mark.parametrize(("toestemming", "ziet"), [(True, True), (False, False)])
def test_iom_comes_in_with_the_persons_consent_alone(dossier, toestemming, ziet):
    iom = MedewerkerFactory(iom=True)
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="verwijzingen",
        inhoud=[{"naar": "iom", "verwezen_op": "2022-02-20", "toestemming": toestemming}],
    )

    herbeoordeel([dossier.pk], peildatum=OP)

    assert zichtbaar(iom) == ([dossier] if ziet else [])


def test_a_named_provider_without_an_account_lets_nobody_else_of_its_kind_in(dossier):
    andere = MedewerkerFactory(ngo=True)
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="verwijzingen",
        inhoud=[
            {"naar": "ngo", "organisatie": "Stichting Ver", "verwezen_op": "2022-02-20", "toestemming": True}
        ],
    )

    herbeoordeel([dossier.pk], peildatum=OP)

    assert zichtbaar(andere) == []


def test_nobody_gets_in_by_role_alone(dossier):
    herbeoordeel([dossier.pk], peildatum=OP)

    rollen = (
        "coa",
        "ind",
        "avim",
        "avim_mensenhandel",
        "kmar",
        "iom",
        "ngo",
        "vwn",
        "inspectie",
        "fg",
        "beheerder",
    )
    assert [zichtbaar(MedewerkerFactory(**{rol: True})) for rol in rollen] == [[]] * len(rollen)
