"""Recording a toetsing or a signal: who may, what it does, and what nobody can undo."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import SignaalFactory, ToetsingFactory
from verantwoord.dossier import poort
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toetsing import actions
from verantwoord.toetsing.models import Concept, Signaal, Toetsing

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 10)
MOMENTEN = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel")


def leg_vast(dossier, **anders):
    waarden = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "moment": "medisch",
        "versie": 0,
        "getoetst_op": OP,
        "peildatum": OP,
        "aanleiding": "gesprek",
        "feiten": "Hij vertelde over rugpijn sinds de reis.",
        "bronnen": ["gesprek van 10 februari 2022"],
        "afweging": "De huisarts behandelt dit; reizen kan, zegt hij zelf.",
        "conclusie": "geen_aanwijzing",
        "vervolg": "In gesprek 2 opnieuw vragen.",
    }
    return actions.record_toetsing(**waarden | anders)


def meld(dossier, **anders):
    waarden = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "moment": "medisch",
        "ontvangen_op": OP,
        "peildatum": OP,
        "bron": "coa",
        "toelichting": "Hij werd opgenomen.",
    }
    return actions.record_signaal(**waarden | anders)


def test_given_a_regievoerder_when_she_records_then_the_row_is_signed_and_the_event_says_what_changed():
    dossier = DossierFactory()

    toetsing = leg_vast(dossier)

    gebeurtenis = Gebeurtenis.objects.get(dossier_id=dossier.pk)
    assert list(Toetsing.objects.values_list("door_naam", "moment", "vervolg")) == [
        (dossier.regievoerder.naam, "medisch", "In gesprek 2 opnieuw vragen.")
    ]
    assert (gebeurtenis.soort, gebeurtenis.onderwerp_id) == ("toetsing.vastgelegd", str(toetsing.pk))
    assert gebeurtenis.gegevens == {
        "moment": "medisch",
        "telt": True,
        "beantwoorde_signalen": 0,
        "wijzigingen": {"conclusie": [None, "geen_aanwijzing"]},
    }


def test_given_an_outsider_when_recording_then_the_dossier_is_not_there():
    dossier = DossierFactory()

    with pytest.raises(Dossier.DoesNotExist):
        leg_vast(dossier, door=MedewerkerFactory())

    assert not Toetsing.objects.exists()


def test_given_a_manager_of_the_team_when_recording_then_the_right_is_missing():
    dossier = DossierFactory()

    with pytest.raises(GeenToegang):
        leg_vast(dossier, door=MedewerkerFactory(manager=True, team=dossier.team))

    assert not Gebeurtenis.objects.exists()


def test_given_a_colleague_recorded_in_between_when_recording_then_both_texts_are_kept_and_shown():
    dossier = DossierFactory()
    leg_vast(dossier, afweging="De eerste tekst.")

    with pytest.raises(Versieconflict) as conflict:
        leg_vast(dossier, afweging="De tweede tekst.")

    assert (conflict.value.bewaard["afweging"], conflict.value.versie) == ("De eerste tekst.", 1)
    assert leg_vast(dossier, afweging="De tweede tekst.", versie=1).volgorde == 1


def test_given_another_moment_was_recorded_in_between_when_recording_then_there_is_no_conflict():
    dossier = DossierFactory()
    leg_vast(dossier, moment="schrijnend")

    assert leg_vast(dossier).volgorde == 1


def test_given_no_weighing_when_recording_then_it_is_kept_but_answers_no_signal():
    dossier = DossierFactory()
    signaal = SignaalFactory(dossier=dossier)

    leg_vast(dossier, afweging="  \n ")

    signaal.refresh_from_db()
    assert (signaal.afgehandeld_op, Gebeurtenis.objects.get().gegevens["telt"]) == (None, False)


def test_given_open_signals_when_a_counting_toetsing_comes_then_those_before_it_are_answered():
    dossier = DossierFactory()
    eerder = SignaalFactory(dossier=dossier)
    later = SignaalFactory(dossier=dossier, ontvangen_op=date(2022, 2, 11))
    ander = SignaalFactory(dossier=dossier, moment="schrijnend")

    leg_vast(dossier)

    assert dict(Signaal.objects.values_list("pk", "afgehandeld_op")) == {
        eerder.pk: OP,
        later.pk: None,
        ander.pk: None,
    }


def test_given_a_dossier_that_came_back_when_the_day_lies_before_the_transfer_then_no_signal_is_answered():
    dossier = DossierFactory(eerdere_dossiers=["D-2020-000001"])
    signaal = SignaalFactory(dossier=dossier, ontvangen_op=date(2022, 1, 3))

    leg_vast(dossier, getoetst_op=date(2022, 1, 31))

    signaal.refresh_from_db()
    assert signaal.afgehandeld_op is None


@pytest.mark.parametrize("doe", [leg_vast, meld])
def test_given_a_day_in_the_future_when_recording_then_it_is_refused(doe):
    dossier = DossierFactory()

    with pytest.raises(actions.DatumInDeToekomst):
        doe(dossier, **{"getoetst_op" if doe is leg_vast else "ontvangen_op": date(2022, 2, 11)})

    assert not Gebeurtenis.objects.exists()


def test_given_an_outsider_when_signalling_then_the_dossier_is_not_there():
    dossier = DossierFactory()

    with pytest.raises(Dossier.DoesNotExist):
        meld(dossier, door=MedewerkerFactory())

    assert not Signaal.objects.exists()


def test_given_four_toetsingen_when_the_last_counts_then_the_plan_may_be_established_and_not_before():
    dossier = DossierFactory()
    for moment in MOMENTEN[:3]:
        leg_vast(dossier, moment=moment)
    leg_vast(dossier, moment="mensenhandel", afweging="")
    wat = {"dossier": dossier, "peildatum": OP, "door": dossier.regievoerder}

    with pytest.raises(NormBlokkeert) as geweigerd:
        poort.require("vertrekplan_vaststellen", **wat)

    assert [b.norm for b in geweigerd.value.bevindingen] == ["toetsing-vier-momenten"]
    leg_vast(dossier, moment="mensenhandel", versie=1)
    assert poort.require("vertrekplan_vaststellen", **wat).dossiernummer == dossier.nummer


def test_given_a_new_signal_when_it_is_recorded_then_coercion_waits_until_a_person_has_answered():
    dossier = DossierFactory()
    for moment in MOMENTEN:
        leg_vast(dossier, moment=moment)

    meld(dossier, ontvangen_op=date(2022, 2, 11), peildatum=date(2022, 2, 11))

    with pytest.raises(NormBlokkeert) as geweigerd:
        poort.require(
            "bewaring_voorstellen", dossier=dossier, peildatum=date(2022, 2, 11), door=dossier.regievoerder
        )
    assert "toetsing-elk-stadium" in [b.norm for b in geweigerd.value.bevindingen]


def test_given_a_draft_when_it_is_saved_twice_then_there_is_one_and_recording_takes_it_away():
    dossier = DossierFactory()
    wat = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "moment": "medisch"}

    actions.save_concept(**wat, velden={"feiten": "half"})
    actions.save_concept(**wat, velden={"feiten": "half af"})

    assert list(Concept.objects.values_list("velden", flat=True)) == [{"feiten": "half af"}]
    leg_vast(dossier)
    assert not Concept.objects.exists()


@pytest.mark.parametrize(
    "opdracht", ["update toetsing_toetsing set afweging = 'anders'", "delete from toetsing_toetsing"]
)
def test_given_the_role_of_the_app_when_it_changes_a_toetsing_then_the_database_refuses(opdracht):
    toetsing = ToetsingFactory()

    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)

    assert Toetsing.objects.get().afweging == toetsing.afweging


@pytest.mark.parametrize(
    "opdracht",
    [
        "update toetsing_signaal set toelichting = 'anders'",
        "update toetsing_signaal set ontvangen_op = '2022-01-01', afgehandeld_op = '2022-02-10'",
    ],
)
def test_given_the_role_of_the_app_when_it_changes_a_signal_then_the_database_refuses(opdracht):
    signaal = SignaalFactory()

    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)

    signaal.refresh_from_db()
    assert (signaal.toelichting[:4], signaal.afgehandeld_op) == ("Hij ", None)
