"""An organisation accepts, refuses or says nothing; silence brings a duty and changes nothing; consent can go at once."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.ondersteuning.factories import WensFactory, zet_verwijzing
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Betrokkenheid, Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.parameters import STANDAARD
from verantwoord.ondersteuning.actions import (
    ask_regeling,
    end_verwijzing,
    follow_verwijzing,
    record_antwoord,
    record_bewijs,
    refer,
)
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Regeling, Verwijzing
from verantwoord.ondersteuning.queries import verwijzingsregels_of
from verantwoord.ondersteuning.stilte import stille_verwijzingen

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture
def dossier():
    dossier = DossierFactory()
    zet_verwijzing(dossier)
    return dossier


def doe(actie, dossier, **anders):
    dossier.refresh_from_db()
    vast = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "nummer": 0,
        "versie": dossier.versie,
        "peildatum": OP,
        "op": OP,
    }
    return actie(**vast | anders)


def regel_van(dossier, op=OP):
    return verwijzingsregels_of(dossier.pk, viewer=dossier.regievoerder, peildatum=op)[0]


def oordelen(dossier, op=OP):
    beoordeling = beoordeel(beeld_of(dossier.pk), peildatum=op, parameters=STANDAARD)
    return {b.norm: b.oordeel for b in beoordeling.bevindingen}


def test_given_an_organisation_that_goes_to_work_when_recorded_then_no_fact_changes_and_asking_stays(
    dossier,
):
    voor = beeld_of(dossier.pk)

    doe(record_antwoord, dossier, antwoord="aangenomen", toelichting="Wij bellen hem morgen.")

    regel = regel_van(dossier)
    assert beeld_of(dossier.pk) == voor
    assert (regel.stand, regel.wacht_op_antwoord, regel.volgende_op) == (
        "aangenomen", False, date(2022, 2, 24),
    )  # fmt: skip
    assert list(regel.rij.stappen.values_list("soort", "tekst")) == [("antwoord", "Wij bellen hem morgen.")]


def test_given_an_organisation_that_cannot_help_when_recorded_then_it_ends_with_the_reason_of_the_organisation(
    dossier,
):
    doe(record_antwoord, dossier, antwoord="geweigerd", toelichting="Wij werken niet in Basra.")

    regel = regel_van(dossier)
    assert (regel.stand, regel.rij.einde, regel.rij.antwoord) == (
        "beeindigd", "kan_niet_helpen", "geweigerd",
    )  # fmt: skip
    assert (regel.feit.resultaat, regel.feit.toestemming) == ("Wij werken niet in Basra.", True)
    assert Gebeurtenis.objects.get(dossier_id=dossier.pk).soort == "verwijzing.geweigerd"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"toelichting": " "}, "toelichting"),
        ({"toelichting": "Stort op NL91ABNA0417164300"}, "toelichting"),
        ({"op": date(2022, 2, 22)}, "op"),
        ({"op": date(2022, 2, 9)}, "op"),
    ],
)
def test_given_an_answer_that_does_not_fit_when_recorded_then_its_field_is_named(dossier, anders, veld):
    with pytest.raises(WensKloptNiet) as fout:
        doe(record_antwoord, dossier, **{"antwoord": "geweigerd", "toelichting": "Nee."} | anders)

    assert (fout.value.veld, regel_van(dossier).stand) == (veld, "gevraagd")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dagen=st.integers(0, 4000))
def test_given_any_number_of_days_of_silence_when_looked_at_then_only_asking_is_due(dossier, dagen):
    voor = beeld_of(dossier.pk)
    op = OP + timedelta(days=dagen)

    regel = regel_van(dossier, op)
    stil = stille_verwijzingen(viewer=dossier.regievoerder, peildatum=op)

    assert (regel.stand, regel.loopt, regel.feit.toestemming) == ("gevraagd", True, True)
    assert [s.regel.nummer for s in stil] == ([0] if op >= date(2022, 2, 24) else [])
    assert beeld_of(dossier.pk) == voor


def test_given_somebody_who_names_no_day_when_referring_or_asking_then_there_is_a_next_day_all_the_same(
    dossier,
):
    rij = refer(
        door=dossier.regievoerder, dossier_id=dossier.pk, versie=dossier.versie, peildatum=OP, naar="ngo",
        toestemming=True, op=OP, organisatie="Stichting Proef", waarvoor="Een plan maken.",
    )  # fmt: skip
    assert rij.volgende_op == date(2022, 3, 7)

    rij = doe(follow_verwijzing, dossier, op=date(2022, 2, 20), hoe="Zij bellen nog.")

    assert rij.volgende_op == date(2022, 3, 6)


def test_given_the_iom_when_the_person_signed_then_the_proof_holds_sixty_days_and_only_there(dossier):
    zet_verwijzing(dossier, naar="ngo", organisatie="Stichting Proef")

    doe(record_bewijs, dossier)

    assert regel_van(dossier).bewijs_geldig_tot == date(2022, 4, 22)
    with pytest.raises(WensKloptNiet, match="hoort bij een verwijzing naar de IOM"):
        doe(record_bewijs, dossier, nummer=1)


def test_given_consent_that_is_taken_back_when_it_ends_then_sharing_ends_at_once_and_nothing_else_changes():
    team = TeamFactory(organisatie="dia", naam="DIA")
    dossier = DossierFactory()
    WensFactory(dossier=dossier)
    zet_verwijzing(dossier, naar="dia", organisatie="DIA")
    herbeoordeel([dossier.pk], peildatum=OP)
    regeling = ask_regeling(
        door=dossier.regievoerder, dossier_id=dossier.pk, peildatum=OP, uitvoerder="dia",
        soort="aankomst", nodig="Iemand op het vliegveld van Basra.", land="IRQ", nodig_op=OP,
    )  # fmt: skip
    lopend = Betrokkenheid.objects.filter(dossier=dossier, team=team, tot__isnull=True)
    eerst, voor = oordelen(dossier), beeld_of(dossier.pk)
    assert lopend.count() == 1

    doe(end_verwijzing, dossier, einde="toestemming_weg", toelichting="Ik wil het niet meer.")

    regeling.refresh_from_db()
    na = beeld_of(dossier.pk)
    assert lopend.count() == 0
    assert oordelen(dossier) == eerst
    assert (na.verwijzingen[0].toestemming, na.wensen, na.vertrekplannen) == (
        False, voor.wensen, voor.vertrekplannen,
    )  # fmt: skip
    assert (regeling.stand, regeling.stappen.last().stand) == ("ingetrokken", "ingetrokken")


def test_given_the_referrals_of_others_when_listing_the_silent_ones_then_each_sees_her_own(dossier):
    manager = MedewerkerFactory(manager=True, team=dossier.team)
    collega = MedewerkerFactory(team=dossier.team)
    dag = date(2022, 2, 24)

    wie = (dossier.regievoerder, manager, collega, MedewerkerFactory())
    aantallen = [len(stille_verwijzingen(viewer=viewer, peildatum=dag)) for viewer in wie]

    assert aantallen == [1, 1, 0, 0]


def test_given_one_or_thirty_silent_referrals_when_listed_then_the_number_of_queries_is_the_same(
    dossier, django_assert_num_queries
):
    for _ in range(29):
        zet_verwijzing(DossierFactory(regievoerder=dossier.regievoerder))
    Verwijzing.objects.create(
        dossier=dossier, plaats=0, naar="iom", toestemming=True, gevraagd_op=date(2022, 2, 10)
    )

    # The parameters of the day are a third.
    with django_assert_num_queries(3):
        gevonden = stille_verwijzingen(viewer=dossier.regievoerder, peildatum=date(2022, 3, 1))

    assert len(gevonden) == 30


def test_given_an_outsider_when_answering_for_an_organisation_then_the_dossier_is_not_there(dossier):
    with pytest.raises(Dossier.DoesNotExist):
        doe(record_antwoord, dossier, door=MedewerkerFactory(), antwoord="aangenomen", toelichting="Ja.")

    assert not Regeling.objects.visible_to(MedewerkerFactory()).exists()
