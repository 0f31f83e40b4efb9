"""What was agreed before the dossier came here can still come true; what stands there stays."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import DossierGesloten
from verantwoord.dossier.models import Dossier
from verantwoord.overleg import actions
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt
from verantwoord.overleg.models import Overlegpunt
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
OP = date(2022, 3, 1)


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def feit(dossier):
    """An RAO of before, with a decision that was not fed back, no minutes and one of two actions open."""
    return Overlegpunt.objects.create(
        dossier=dossier, volgorde=0, soort="rao", datum=date(2022, 2, 1), besluit="vastgesteld",
        acties=[
            {"omschrijving": "Bellen", "eigenaar": "coa", "gereed_op": "2022-02-03"},
            {"omschrijving": "Schrijven", "eigenaar": "ind"},
        ],
    )  # fmt: skip


def werk_bij(feit, **velden):
    velden = {"verslag_op": None, "teruggekoppeld_op": None, "gereed": {}, "peildatum": OP} | velden
    door = velden.pop("door", feit.dossier.regievoerder)
    return actions.update_eerder(door=door, dossier_id=feit.dossier_id, feit_id=feit.pk, **velden)


def test_given_what_was_open_when_filled_in_then_the_facts_know_it(feit):
    werk_bij(feit, verslag_op=date(2022, 2, 2), teruggekoppeld_op=date(2022, 2, 4), gereed={1: OP})

    (punt,) = beeld_of(feit.dossier_id).overleg
    assert (punt.verslag_op, punt.teruggekoppeld_op) == (date(2022, 2, 2), date(2022, 2, 4))
    assert [a.gereed_op for a in punt.acties] == [date(2022, 2, 3), OP]


@pytest.mark.parametrize("velden", [{"gereed": {0: OP}}, {"gereed": {5: OP}}])
def test_given_what_is_not_open_when_filled_in_then_it_is_refused(feit, velden):
    with pytest.raises(NietNu):
        werk_bij(feit, **velden)


@pytest.mark.parametrize("dag", [date(2022, 1, 31), OP + timedelta(days=1)])
def test_given_a_day_that_cannot_be_when_filled_in_then_it_is_refused(feit, dag):
    with pytest.raises(NietNu):
        werk_bij(feit, verslag_op=dag)


def test_given_nothing_when_sent_then_it_asks_for_a_day(feit):
    with pytest.raises(RedenOntbreekt):
        werk_bij(feit)


def test_given_an_item_of_a_meeting_here_when_filled_in_then_the_table_does_that(tafel):
    dossier = tafel.dossier()
    tafel.besluit(tafel.punt(dossier))
    feit = Overlegpunt.objects.get(dossier=dossier)

    with pytest.raises(NietNu):
        werk_bij(feit, verslag_op=feit.datum)


def test_given_a_closed_dossier_or_somebody_else_when_filled_in_then_it_is_refused(feit):
    with pytest.raises(Dossier.DoesNotExist):
        werk_bij(feit, door=MedewerkerFactory(), verslag_op=OP)
    with pytest.raises(GeenToegang):
        werk_bij(feit, door=MedewerkerFactory(coa=True), verslag_op=OP)
    Dossier.objects.filter(pk=feit.dossier_id).update(gesloten_op=OP)
    with pytest.raises(DossierGesloten):
        werk_bij(feit, verslag_op=OP)


def test_given_the_form_when_sent_then_one_comes_back_and_the_page_says_it(client, feit):
    client.force_login(feit.dossier.regievoerder)
    blad = reverse("dossieroverleg:overzicht", args=[feit.dossier_id])
    adres = reverse("dossieroverleg:bijwerken", args=[feit.dossier_id, feit.pk])
    assert adres in client.get(blad).content.decode()

    leeg = client.post(adres, {})
    dag = {f"verslag_op_{deel}": waarde for deel, waarde in (("dag", "2"), ("maand", "2"), ("jaar", "2022"))}
    goed = client.post(adres, dag)

    assert (leeg.status_code, goed.status_code, goed.headers["Location"]) == (422, 302, blad)
    assert Overlegpunt.objects.get(pk=feit.pk).verslag_op == date(2022, 2, 2)
    buiten = reverse("dossieroverleg:bijwerken", args=[feit.dossier_id, DossierFactory().pk])
    assert client.get(buiten).status_code == 404
