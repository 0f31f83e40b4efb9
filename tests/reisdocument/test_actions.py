"""From the form to the document: nothing leaves before the court has ruled and a second person has looked."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory, zet_dagen
from tests.reisdocument.factories import LPAanvraagFactory
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Beroep, Dossier, Verwijderbaarheidscheck
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.reisdocument import actions
from verantwoord.reisdocument.models import LPAanvraag, Reisdocument
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
TERMIJN_LOOPT = date(2022, 2, 17)
TERMIJN_VOORBIJ = date(2022, 2, 18)


def vul_in(dossier, **anders):
    waarden = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "land": "IRQ",
        "ingevuld": True,
        "op": date(2022, 2, 3),
        "uitleg_gegeven": True,
        "peildatum": date(2022, 2, 3),
        "notitie": "Hij vroeg waarom dit nu al moet.",
    }
    return actions.record_lp_formulier(**waarden | anders)


def controleer(lp, door=None, **anders):
    waarden = {
        "door": door or MedewerkerFactory(team=lp.dossier.team),
        "dossier_id": lp.dossier.pk,
        "lp_id": lp.pk,
        "asielinformatie_aangetroffen": False,
        "peildatum": date(2022, 2, 5),
    }
    return actions.check_lp_set(**waarden | anders)


def verstuur(lp, op, door=None):
    return actions.send_lp(
        door=door or lp.dossier.regievoerder, dossier_id=lp.dossier.pk, lp_id=lp.pk, peildatum=op
    )


def is_verwijderbaar(dossier):
    Verwijderbaarheidscheck.objects.create(
        dossier=dossier, volgorde=0, gecheckt_op=TERMIJN_VOORBIJ, uitkomst="verwijderbaar"
    )


@pytest.mark.parametrize(
    ("ingevuld", "veld", "soort"),
    [
        (True, "ingevuld_op", "lp.formulier_ingevuld"),
        (False, "geweigerd_op", "lp.formulier_niet_ingevuld"),
    ],
)
def test_given_either_answer_when_recorded_then_only_the_answer_is_kept(ingevuld, veld, soort):
    dossier = DossierFactory()

    lp = vul_in(dossier, ingevuld=ingevuld)

    assert (getattr(lp, veld), lp.uitleg_gegeven, lp.verzonden_op) == (date(2022, 2, 3), True, None)
    assert [g.soort for g in Gebeurtenis.objects.all()] == [soort]


def test_given_who_did_not_want_to_when_it_is_filled_in_later_then_both_days_are_kept():
    dossier = DossierFactory()
    vul_in(dossier, ingevuld=False)

    lp = vul_in(dossier, op=date(2022, 2, 9), peildatum=date(2022, 2, 9), uitleg_gegeven=False)

    assert (lp.geweigerd_op, lp.ingevuld_op, lp.uitleg_gegeven, LPAanvraag.objects.count()) == (
        date(2022, 2, 3),
        date(2022, 2, 9),
        True,
        1,
    )


def test_given_a_filled_form_when_recorded_again_then_it_is_refused():
    dossier = DossierFactory()
    vul_in(dossier)

    with pytest.raises(actions.StapNietAanDeOrde):
        vul_in(dossier)


def test_given_a_filled_form_without_explanation_when_that_is_added_then_the_day_of_the_form_stays():
    dossier = DossierFactory()
    vul_in(dossier, uitleg_gegeven=False)

    lp = vul_in(dossier, op=date(2022, 2, 9), peildatum=date(2022, 2, 9), notitie="Met tolk uitgelegd.")

    assert (lp.ingevuld_op, lp.uitleg_gegeven, LPAanvraag.objects.count()) == (date(2022, 2, 3), True, 1)
    assert lp.formulier_notitie == "Hij vroeg waarom dit nu al moet.\nMet tolk uitgelegd."
    assert [g.gegevens["wijzigingen"] for g in Gebeurtenis.objects.order_by("volgnummer")] == [
        {"ingevuld_op": [None, "2022-02-03"]},
        {"uitleg_gegeven": [False, True]},
    ]


@pytest.mark.parametrize("anders", [{"ingevuld": False}, {"uitleg_gegeven": False}])
def test_given_a_filled_form_without_explanation_when_anything_else_is_recorded_then_it_is_refused(anders):
    dossier = DossierFactory()
    vul_in(dossier, uitleg_gegeven=False)

    with pytest.raises(actions.StapNietAanDeOrde):
        vul_in(dossier, **anders)


def test_given_a_day_in_the_future_when_recorded_then_it_is_refused():
    with pytest.raises(actions.DatumInDeToekomst):
        vul_in(DossierFactory(), op=date(2022, 2, 4))


def test_given_the_regievoerder_when_checking_the_own_set_then_it_is_refused():
    lp = LPAanvraagFactory()

    with pytest.raises(actions.EigenSet):
        controleer(lp, door=lp.dossier.regievoerder)

    assert LPAanvraag.objects.get().set_gecontroleerd_door is None


def test_given_nobody_leads_when_who_checked_the_set_sends_it_too_then_a_second_person_is_asked():
    lp = LPAanvraagFactory(dossier__beroepstermijn_tot=TERMIJN_LOOPT)
    is_verwijderbaar(lp.dossier)
    lezer = MedewerkerFactory(team=lp.dossier.team)
    Dossier.objects.filter(pk=lp.dossier.pk).update(regievoerder=None)
    controleer(lp, door=lezer)

    with pytest.raises(actions.EigenSet):
        verstuur(lp, TERMIJN_VOORBIJ, door=lezer)

    ander = MedewerkerFactory(team=lp.dossier.team)
    assert verstuur(lp, TERMIJN_VOORBIJ, door=ander).verzonden_op == TERMIJN_VOORBIJ


@pytest.mark.parametrize("manager", [False, True])
def test_given_a_colleague_or_a_manager_of_the_team_when_checking_then_the_name_is_kept(manager):
    lp = LPAanvraagFactory()
    lezer = MedewerkerFactory(manager=manager, team=lp.dossier.team)

    na = controleer(lp, door=lezer, notitie="Stempels en adressen nagekeken.")

    assert (na.set_gecontroleerd_door, na.asielinformatie_aangetroffen, na.controle_notitie) == (
        lezer.naam,
        False,
        "Stempels en adressen nagekeken.",
    )


def test_given_something_was_found_when_it_is_checked_again_then_the_last_answer_counts():
    lp = LPAanvraagFactory()
    controleer(lp, asielinformatie_aangetroffen=True)

    assert controleer(lp).asielinformatie_aangetroffen is False


def test_given_no_filled_form_when_checking_then_it_is_refused():
    lp = LPAanvraagFactory(ingevuld_op=None, geweigerd_op=date(2022, 2, 3))

    with pytest.raises(actions.StapNietAanDeOrde):
        controleer(lp)


def test_given_the_last_day_of_the_appeal_period_when_sending_then_it_is_locked_and_the_day_after_it_goes():
    lp = LPAanvraagFactory(gecontroleerd=True)
    is_verwijderbaar(lp.dossier)

    with pytest.raises(NormBlokkeert) as geweigerd:
        verstuur(lp, TERMIJN_LOOPT)

    assert "lp-verzendverbod" in [b.norm for b in geweigerd.value.bevindingen]
    assert verstuur(lp, TERMIJN_VOORBIJ).verzonden_op == TERMIJN_VOORBIJ


def test_given_an_appeal_when_the_judgment_is_made_known_then_the_lock_opens_and_not_before():
    lp = LPAanvraagFactory(gecontroleerd=True)
    is_verwijderbaar(lp.dossier)
    beroep = Beroep.objects.create(dossier=lp.dossier, volgorde=0, ingesteld_op=date(2022, 2, 4))

    with pytest.raises(NormBlokkeert) as geweigerd:
        verstuur(lp, TERMIJN_VOORBIJ)
    beroep.uitspraak_op, beroep.uitkomst = TERMIJN_VOORBIJ, "ongegrond"
    beroep.bekendgemaakt_op = TERMIJN_VOORBIJ
    beroep.save()

    assert "lp-verzendverbod" in [b.norm for b in geweigerd.value.bevindingen]
    assert verstuur(lp, TERMIJN_VOORBIJ).verzonden_op == TERMIJN_VOORBIJ


@pytest.mark.parametrize(
    "gegevens",
    [
        {},
        {"set_gecontroleerd_door": "Tweede Lezer", "asielinformatie_aangetroffen": True},
        {"set_gecontroleerd_door": "Tweede Lezer"},
    ],
)
def test_given_a_set_that_was_not_found_clean_when_sending_then_the_gate_refuses(gegevens):
    lp = LPAanvraagFactory(**gegevens)
    is_verwijderbaar(lp.dossier)

    with pytest.raises(NormBlokkeert) as geweigerd:
        verstuur(lp, TERMIJN_VOORBIJ)

    assert [b.norm for b in geweigerd.value.bevindingen] == ["lp-geen-asielinformatie"]


def test_given_an_older_request_that_nobody_checked_when_it_is_sent_then_the_check_of_another_does_not_help():
    oud = LPAanvraagFactory()
    LPAanvraagFactory(dossier=oud.dossier, land="IRN", gecontroleerd=True)
    is_verwijderbaar(oud.dossier)

    with pytest.raises(actions.StapNietAanDeOrde):
        verstuur(oud, TERMIJN_VOORBIJ)


def test_given_it_was_sent_when_sent_again_then_it_is_refused():
    lp = LPAanvraagFactory(verzonden=True)

    with pytest.raises(actions.StapNietAanDeOrde):
        verstuur(lp, TERMIJN_VOORBIJ)


@pytest.mark.parametrize(
    "doe", [vul_in, lambda d, door: verstuur(LPAanvraagFactory(dossier=d), TERMIJN_VOORBIJ, door)]
)
def test_given_someone_else_when_acting_then_an_outsider_sees_nothing_and_a_manager_may_not(doe):
    dossier = DossierFactory()

    with pytest.raises(Dossier.DoesNotExist):
        doe(dossier, door=MedewerkerFactory())
    with transaction.atomic(), pytest.raises(GeenToegang):
        doe(DossierFactory(), door=MedewerkerFactory(manager=True, team=dossier.team))

    assert not Gebeurtenis.objects.exists()


def test_given_an_outsider_when_checking_a_set_then_the_dossier_is_not_there():
    lp = LPAanvraagFactory()

    with pytest.raises(Dossier.DoesNotExist):
        controleer(lp, door=MedewerkerFactory())


def test_given_an_lp_of_another_dossier_when_acting_then_it_is_not_there():
    lp, ander = LPAanvraagFactory(), DossierFactory()

    with pytest.raises(LPAanvraag.DoesNotExist):
        actions.send_lp(door=ander.regievoerder, dossier_id=ander.pk, lp_id=lp.pk, peildatum=TERMIJN_VOORBIJ)


def plan(lp, op, presentatie_op=date(2022, 3, 1)):
    return actions.plan_presentatie(
        door=lp.dossier.regievoerder,
        dossier_id=lp.dossier.pk,
        lp_id=lp.pk,
        presentatie_op=presentatie_op,
        peildatum=op,
        plaats="Ambassade, Den Haag",
    )


def test_given_a_new_application_when_a_presentation_is_planned_then_the_same_lock_holds():
    lp = LPAanvraagFactory(verzonden=True)
    is_verwijderbaar(lp.dossier)
    op = date(2022, 2, 22)
    assert plan(lp, op).presentatie_op == date(2022, 3, 1)
    zet_dagen(lp.dossier, beroepstermijn_tot=date(2022, 3, 30))

    with pytest.raises(NormBlokkeert) as geweigerd:
        plan(lp, op, date(2022, 3, 8))

    assert [b.norm for b in geweigerd.value.bevindingen] == ["lp-verzendverbod"]
    assert LPAanvraag.objects.get().presentatie_op == date(2022, 3, 1)


@pytest.mark.parametrize("dag", [date(2022, 2, 21), None])
def test_given_a_day_gone_by_or_nothing_sent_when_planned_then_it_is_refused(dag):
    lp = LPAanvraagFactory(verzonden=dag is not None)

    with pytest.raises(actions.StapNietAanDeOrde):
        plan(lp, date(2022, 2, 22), dag or date(2022, 3, 1))


def test_given_a_promise_when_the_document_is_issued_then_it_is_a_travel_document():
    lp = LPAanvraagFactory(verzonden=True)
    wat = {"door": lp.dossier.regievoerder, "dossier_id": lp.dossier.pk, "lp_id": lp.pk}
    op = date(2022, 4, 1)
    actions.record_uitkomst(**wat, uitkomst="toegezegd", uitkomst_op=op, peildatum=op)

    na = actions.record_afgifte(**wat, afgegeven_op=op, geldig_tot=date(2022, 6, 30), peildatum=op)

    assert (na.uitkomst, na.afgegeven_op, na.geldig_tot) == ("toegezegd", op, date(2022, 6, 30))
    assert list(Reisdocument.objects.values_list("soort", "geldig_tot")) == [
        ("laissez_passer", date(2022, 6, 30))
    ]
    assert [g.soort for g in Gebeurtenis.objects.order_by("id")] == ["lp.uitkomst", "lp.afgegeven"]


def test_given_no_promise_when_an_issue_is_recorded_then_it_is_refused():
    lp = LPAanvraagFactory(verzonden=True, uitkomst="geweigerd", uitkomst_op=date(2022, 3, 1))

    with pytest.raises(actions.StapNietAanDeOrde):
        actions.record_afgifte(
            door=lp.dossier.regievoerder,
            dossier_id=lp.dossier.pk,
            lp_id=lp.pk,
            afgegeven_op=date(2022, 3, 2),
            peildatum=date(2022, 3, 2),
        )


def test_given_an_answer_from_before_it_was_sent_when_recorded_then_it_is_refused():
    lp = LPAanvraagFactory(verzonden=True)

    with pytest.raises(actions.StapNietAanDeOrde):
        actions.record_uitkomst(
            door=lp.dossier.regievoerder,
            dossier_id=lp.dossier.pk,
            lp_id=lp.pk,
            uitkomst="toegezegd",
            uitkomst_op=date(2022, 2, 20),
            peildatum=date(2022, 3, 1),
        )


@pytest.mark.parametrize(
    "opdracht",
    [
        "update reisdocument_lpaanvraag set verzonden_op = null",
        "update reisdocument_lpaanvraag set set_gecontroleerd_door = 'Iemand Anders'",
        "update reisdocument_lpaanvraag set land = 'IRN'",
    ],
)
def test_given_the_role_of_the_app_when_it_changes_what_was_sent_then_the_database_refuses(opdracht):
    LPAanvraagFactory(verzonden=True)

    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)

    lp = LPAanvraag.objects.get()
    assert (lp.verzonden_op, lp.land) == (date(2022, 2, 21), "IRQ")
