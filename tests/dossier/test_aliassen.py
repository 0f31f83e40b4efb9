"""Other names by which somebody is known: searched, never read by a norm, and kept through later messages."""

import pytest

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier import actions
from verantwoord.dossier.actions.aliassen import MEESTE_ALIASSEN, TeVeelNamen
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Persoon
from verantwoord.dossier.namen import zoeknaam
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.overdracht import procedurebericht as p
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier():
    return DossierFactory(persoon__voornamen="Karim", persoon__achternaam="Al-Jabouri")


def voeg_toe(dossier, naam, **anders):
    waarden = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "naam": naam, "bron": "Gesprek"}
    return actions.add_alias(**waarden | anders)


def test_given_another_name_when_added_then_it_is_kept_with_its_source_and_the_facts_stay(dossier):
    eerst = beeld_of(dossier.pk)

    voeg_toe(dossier, "  Kerim   Djabbour ")

    persoon = Persoon.objects.get(pk=dossier.persoon_id)
    assert (persoon.aliassen, persoon.zoeknaam) == (
        ["Kerim Djabbour"],
        zoeknaam("Karim", "", "Al-Jabouri", "Kerim Djabbour"),
    )
    assert beeld_of(dossier.pk) == eerst
    gebeurtenis = Gebeurtenis.objects.get(soort="persoon.naam_toegevoegd")
    assert gebeurtenis.gegevens == {"naam": "Kerim Djabbour", "bron": "Gesprek"}


def test_given_a_name_with_other_accents_when_added_then_it_is_there_already(dossier):
    with pytest.raises(actions.NietsVeranderd):
        voeg_toe(dossier, "KARIM al jaboúri")


def test_given_twenty_names_when_one_more_is_added_then_it_is_refused(dossier):
    Persoon.objects.filter(pk=dossier.persoon_id).update(
        aliassen=[f"Naam {chr(97 + n)}" for n in range(MEESTE_ALIASSEN)]
    )

    with pytest.raises(TeVeelNamen):
        voeg_toe(dossier, "Nog een")


def test_given_an_alias_when_a_message_changes_the_facts_then_the_search_name_keeps_it(dossier):
    voeg_toe(dossier, "Kerim Djabbour")

    actions.record_procedure(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        gebeurtenis=p.BeroepIngesteld(ingesteld_op=dossier.proceduredagen.beroepstermijn_tot),
    )

    zoeknaam_ = Persoon.objects.get(pk=dossier.persoon_id).zoeknaam
    assert zoeknaam_ == zoeknaam("Karim", "", "Al-Jabouri", "Kerim Djabbour")


def test_given_a_mistake_when_taken_away_then_it_is_gone_once(dossier):
    voeg_toe(dossier, "Kerim Djabbour")
    weg = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "naam": "Kerim Djabbour", "reden": "Fout."}

    actions.remove_alias(**weg)

    assert Persoon.objects.get(pk=dossier.persoon_id).aliassen == []
    with pytest.raises(actions.NietsVeranderd):
        actions.remove_alias(**weg)


def test_given_someone_else_when_adding_a_name_then_an_outsider_sees_nothing_and_a_manager_may_not(dossier):
    with pytest.raises(Dossier.DoesNotExist):
        voeg_toe(dossier, "Kerim", door=MedewerkerFactory())
    with pytest.raises(GeenToegang):
        voeg_toe(dossier, "Kerim", door=MedewerkerFactory(manager=True, team=dossier.team))
