"""From concept to established version: who may, what stops it, and what nobody can change afterwards."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import SignaalFactory, ToetsingFactory
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.models import Dossier, Dossierdeel
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vertrekplan import actions
from verantwoord.vertrekplan.inhoud import Actieregel, Inhoud, Optie, inhoud_van
from verantwoord.vertrekplan.models import Actie, Vertrekplan

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 10)
INHOUD = Inhoud(
    strategie="Eerst de school, dan de reis.",
    aanleiding="Een wens van 29 januari.",
    analyse={"documenten": "Het paspoort ligt bij zijn broer."},
    opties=(Optie(optie="zelfstandig_iom", analyse="Kan na de uitspraak.", haalbaar="ja", wil="Alleen als het moet."),),
    gekozen="zelfstandig_iom",
    reden_keuze="Hij kent iemand die zo ging.",
    acties=(Actieregel(omschrijving="Afspraak met IOM", eigenaar="dtv", uiterlijk=date(2022, 3, 1)),),
)  # fmt: skip


def met_vier_toetsingen(dossier):
    for moment in ("medisch", "buiten_schuld", "schrijnend", "mensenhandel"):
        ToetsingFactory(dossier=dossier, moment=moment)
    return dossier


def stel_vast(dossier, concept, **anders):
    waarden = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "revisie": concept.revisie,
        "peildatum": OP,
    }
    return actions.establish_vertrekplan(**waarden | anders)


def test_given_no_plan_when_begun_then_there_is_an_empty_concept_of_version_1():
    dossier = DossierFactory()

    concept = actions.start_concept(door=dossier.regievoerder, dossier_id=dossier.pk)

    assert (concept.versie, concept.is_concept, inhoud_van(concept, [])) == (1, True, Inhoud())
    assert [g.soort for g in Gebeurtenis.objects.all()] == ["vertrekplan.begonnen"]


def test_given_a_current_version_when_begun_then_the_concept_says_the_same_without_its_occasion():
    huidig = VertrekplanFactory(aanleiding="Een uitspraak.")

    concept = actions.start_concept(door=huidig.dossier.regievoerder, dossier_id=huidig.dossier.pk)

    assert concept.versie == 2
    assert inhoud_van(concept, concept.acties.all()) == replace(
        inhoud_van(huidig, huidig.acties.all()), aanleiding=""
    )


def test_given_a_concept_when_begun_again_then_it_is_the_same_one():
    dossier = DossierFactory()
    eerste = actions.start_concept(door=dossier.regievoerder, dossier_id=dossier.pk)

    assert actions.start_concept(door=dossier.regievoerder, dossier_id=dossier.pk) == eerste
    assert Gebeurtenis.objects.count() == 1


@pytest.mark.parametrize(
    "doe",
    [
        lambda door, d: actions.start_concept(door=door, dossier_id=d.pk),
        lambda door, d: actions.save_concept(door=door, dossier_id=d.pk, revisie=1, inhoud=INHOUD),
        lambda door, d: actions.establish_vertrekplan(door=door, dossier_id=d.pk, revisie=1, peildatum=OP),
        lambda door, d: actions.finish_actie(
            door=door, dossier_id=d.pk, actie_id=Actie.objects.first().pk, gereed_op=OP, peildatum=OP
        ),
    ],
)
def test_given_someone_else_when_acting_then_an_outsider_sees_nothing_and_a_manager_may_not(doe):
    dossier = VertrekplanFactory().dossier
    concept = VertrekplanFactory(dossier=dossier, concept=True)

    with pytest.raises(Dossier.DoesNotExist):
        doe(MedewerkerFactory(), dossier)
    with pytest.raises(GeenToegang):
        doe(MedewerkerFactory(manager=True, team=dossier.team), dossier)

    concept.refresh_from_db()
    assert (concept.vastgesteld_op, concept.revisie, Gebeurtenis.objects.count()) == (None, 1, 0)


def test_given_a_concept_when_saved_then_everything_typed_is_there_and_the_revision_counts_on():
    concept = VertrekplanFactory(concept=True)
    dossier = concept.dossier

    bewaard = actions.save_concept(door=dossier.regievoerder, dossier_id=dossier.pk, revisie=1, inhoud=INHOUD)

    assert (bewaard.revisie, inhoud_van(bewaard, Actie.objects.filter(plan=bewaard))) == (2, INHOUD)


def test_given_nothing_changed_when_saved_again_then_the_revision_stays():
    concept = VertrekplanFactory(concept=True)
    wat = {"door": concept.dossier.regievoerder, "dossier_id": concept.dossier.pk, "inhoud": INHOUD}
    actions.save_concept(**wat, revisie=1)

    assert actions.save_concept(**wat, revisie=2).revisie == 2


def test_given_ones_own_draft_was_still_on_its_way_when_the_form_is_sent_then_there_is_no_conflict():
    concept = VertrekplanFactory(concept=True)
    wat = {"door": concept.dossier.regievoerder, "dossier_id": concept.dossier.pk, "revisie": 1}
    actions.save_concept(**wat, inhoud=INHOUD)

    assert actions.save_concept(**wat, inhoud=Inhoud(strategie="Verder.")).revisie == 3


def test_given_ones_own_other_tab_of_a_while_ago_when_saved_then_both_are_shown():
    concept = VertrekplanFactory(concept=True, revisie=2)
    wat = {"door": concept.dossier.regievoerder, "dossier_id": concept.dossier.pk, "revisie": 1}

    with pytest.raises(Versieconflict):
        actions.save_concept(**wat, inhoud=INHOUD)


def test_given_a_colleague_saved_in_between_when_saved_then_what_stands_there_comes_along():
    concept = VertrekplanFactory(concept=True)
    dossier_id = concept.dossier.pk
    collega = MedewerkerFactory(team=concept.dossier.team)
    actions.save_concept(door=collega, dossier_id=dossier_id, revisie=1, inhoud=INHOUD)

    with pytest.raises(Versieconflict) as conflict:
        actions.save_concept(
            door=concept.dossier.regievoerder,
            dossier_id=dossier_id,
            revisie=1,
            inhoud=Inhoud(strategie="Anders."),
        )

    assert (conflict.value.versie, conflict.value.bewaard["inhoud"]) == (2, INHOUD)


def test_given_no_concept_when_saved_then_it_says_to_begin_one():
    dossier = VertrekplanFactory().dossier

    with pytest.raises(actions.GeenConcept):
        actions.save_concept(door=dossier.regievoerder, dossier_id=dossier.pk, revisie=1, inhoud=INHOUD)


def test_given_missing_toetsingen_when_established_then_the_gate_refuses_and_with_them_it_opens():
    concept = VertrekplanFactory(concept=True)
    dossier = concept.dossier

    with pytest.raises(NormBlokkeert) as geweigerd:
        stel_vast(dossier, concept)

    assert [b.norm for b in geweigerd.value.bevindingen] == ["toetsing-vier-momenten"]
    met_vier_toetsingen(dossier)
    vast = stel_vast(dossier, concept)
    assert (vast.vastgesteld_op, vast.door_naam, vast.aantal_acties, vast.waarschuwingen) == (
        OP,
        dossier.regievoerder.naam,
        2,
        [],
    )
    assert Gebeurtenis.objects.get(soort="vertrekplan.vastgesteld").gegevens == {
        "versie": 1,
        "waarschuwingen": [],
        "wijzigingen": {"gekozen": [None, "zelfstandig_ngo"]},
    }


def test_given_a_warning_when_established_then_only_with_a_reason_that_is_kept():
    concept = VertrekplanFactory(concept=True, strategie="")
    dossier = met_vier_toetsingen(concept.dossier)

    with pytest.raises(actions.RedenOntbreekt):
        stel_vast(dossier, concept, reden_doorgaan="  ")

    vast = stel_vast(dossier, concept, reden_doorgaan="De strategie volgt na gesprek 2.")
    assert ([w["norm"] for w in vast.waarschuwingen], vast.reden_doorgaan) == (
        ["vertrekstrategie-aanwezig"],
        "De strategie volgt na gesprek 2.",
    )


@pytest.mark.parametrize(
    ("norm", "strategie", "reden"),
    [("vertrekstrategie-aanwezig", "", "Volgt."), ("regie-bij-regievoerder", "Wachten op zijn broer.", "")],
)
def test_given_a_deviation_when_established_then_only_norms_that_allow_one_are_silent(norm, strategie, reden):
    concept = VertrekplanFactory(concept=True, strategie=strategie)
    dossier = met_vier_toetsingen(concept.dossier)
    if not reden:
        Actie.objects.filter(plan=concept).update(eigenaar="vreemdeling")
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="afwijkingen",
        inhoud=[
            {
                "norm": norm,
                "reden": "Afgesproken.",
                "door": dossier.regievoerder.naam,
                "goedgekeurd_door": "De manager",
                "goedgekeurd_op": "2022-02-05",
                "geldig_tot": "2022-12-31",
            }
        ],
    )

    vast = stel_vast(dossier, concept, reden_doorgaan=reden)

    assert [w["norm"] for w in vast.waarschuwingen] == ([norm] if reden else [])


def test_given_a_signal_nobody_weighed_when_established_then_only_with_a_reason():
    concept = VertrekplanFactory(concept=True)
    dossier = met_vier_toetsingen(concept.dossier)
    SignaalFactory(dossier=dossier, moment="schrijnend", ontvangen_op=date(2022, 2, 7))

    with pytest.raises(actions.RedenOntbreekt, match="over schrijnend kwam op 7 februari 2022"):
        stel_vast(dossier, concept)

    vast = stel_vast(dossier, concept, reden_doorgaan="Het gesprek hierover is op 14 februari.")
    assert [w["norm"] for w in vast.waarschuwingen] == ["toetsing-elk-stadium"]


def test_given_a_signal_that_was_weighed_when_established_then_nothing_is_asked():
    concept = VertrekplanFactory(concept=True)
    dossier = met_vier_toetsingen(concept.dossier)
    SignaalFactory(dossier=dossier, moment="schrijnend", ontvangen_op=date(2022, 2, 7))
    ToetsingFactory(dossier=dossier, moment="schrijnend", getoetst_op=date(2022, 2, 7))

    assert stel_vast(dossier, concept).waarschuwingen == []


def test_given_all_actions_with_the_person_when_established_then_that_warns():
    concept = VertrekplanFactory(concept=True)
    dossier = met_vier_toetsingen(concept.dossier)
    Actie.objects.filter(plan=concept).update(eigenaar="vreemdeling")

    with pytest.raises(actions.RedenOntbreekt):
        stel_vast(dossier, concept)


def test_given_a_choice_without_reasons_when_established_then_it_is_asked():
    concept = VertrekplanFactory(concept=True, reden_keuze=" ")
    dossier = met_vier_toetsingen(concept.dossier)

    with pytest.raises(actions.RedenOntbreekt, match="waarom deze mogelijkheid"):
        stel_vast(dossier, concept)


def test_given_independent_departure_was_not_offered_when_forced_is_chosen_then_it_is_refused():
    concept = VertrekplanFactory(concept=True, gekozen="gedwongen")
    dossier = met_vier_toetsingen(concept.dossier)

    with pytest.raises(NormBlokkeert) as geweigerd:
        stel_vast(dossier, concept, reden_doorgaan="Het duurt lang.")

    assert "zelfstandig-voor-gedwongen" in [b.norm for b in geweigerd.value.bevindingen]
    assert Vertrekplan.objects.get().vastgesteld_op is None


def test_given_a_change_after_the_page_was_opened_when_established_then_it_is_read_again_first():
    concept = VertrekplanFactory(concept=True)
    dossier = met_vier_toetsingen(concept.dossier)
    actions.save_concept(door=dossier.regievoerder, dossier_id=dossier.pk, revisie=1, inhoud=INHOUD)

    with pytest.raises(Versieconflict):
        stel_vast(dossier, concept)


def test_given_an_action_when_finished_then_the_day_stands_there_once_and_the_concept_knows_it():
    plan = VertrekplanFactory()
    dossier = plan.dossier
    concept = actions.start_concept(door=dossier.regievoerder, dossier_id=dossier.pk)
    actie = plan.acties.get(volgorde=0)
    wat = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "actie_id": actie.pk, "peildatum": OP}

    actions.finish_actie(**wat, gereed_op=date(2022, 2, 8))

    assert (
        list(Actie.objects.filter(volgorde=0).values_list("gereed_op", flat=True)) == [date(2022, 2, 8)] * 2
    )
    assert concept.acties.get(volgorde=1).gereed_op is None
    with pytest.raises(DomeinFout):
        actions.finish_actie(**wat, gereed_op=OP)


def test_given_a_day_in_the_future_when_finished_then_it_is_refused():
    plan = VertrekplanFactory()
    actie = plan.acties.first()

    with pytest.raises(DomeinFout):
        actions.finish_actie(
            door=plan.dossier.regievoerder,
            dossier_id=plan.dossier.pk,
            actie_id=actie.pk,
            gereed_op=date(2022, 2, 11),
            peildatum=OP,
        )


@pytest.mark.parametrize(
    "opdracht",
    [
        "update vertrekplan_vertrekplan set strategie = 'anders'",
        "update vertrekplan_vertrekplan set vastgesteld_op = null",
        "delete from vertrekplan_actie",
        "delete from vertrekplan_vertrekplan",
        "update vertrekplan_actie set omschrijving = 'anders'",
        "update vertrekplan_actie set gereed_op = '2022-02-01', eigenaar = 'coa'",
        (
            "insert into vertrekplan_actie (id, plan_id, volgorde, omschrijving, eigenaar)"
            " select gen_random_uuid(), id, 2, 'erbij', 'dtv' from vertrekplan_vertrekplan"
        ),
    ],
)
def test_given_the_role_of_the_app_when_it_changes_an_established_version_then_the_database_refuses(opdracht):
    plan = VertrekplanFactory()

    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)

    assert (plan.acties.count(), Vertrekplan.objects.get().strategie) == (2, plan.strategie)


def test_given_a_finished_action_when_its_day_is_changed_then_the_database_refuses():
    plan = VertrekplanFactory()
    Actie.objects.filter(plan=plan).update(gereed_op=OP)

    with pytest.raises(ProgrammingError), transaction.atomic():
        Actie.objects.filter(plan=plan).update(gereed_op=None)


def test_given_a_concept_when_a_second_is_written_then_the_database_refuses():
    concept = VertrekplanFactory(concept=True)

    with pytest.raises(IntegrityError), transaction.atomic():
        VertrekplanFactory(dossier=concept.dossier, concept=True)
