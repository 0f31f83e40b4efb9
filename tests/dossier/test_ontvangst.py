"""Whether an answer reached whom it was meant for, and until when that may wait."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory, zet_dagen
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.actions import confirm_ontvangst
from verantwoord.dossier.antwoorden import (
    antwoorden_of,
    geschiedenis_of,
    niet_bij_coa,
    onbevestigd,
    ontvangen_op,
    te_laat_bij_coa,
    uiterlijk_bij_coa,
)
from verantwoord.dossier.models import Antwoord, Dossier, Ontvangstbevestiging
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.actions import record_inzage, systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import GeenToegang, Organisatie
from verantwoord.werkplek.meldingen.models import Melding
from verantwoord.werkplek.meldingen.ontvangst import remind_ontvangst

pytestmark = pytest.mark.django_db
EERST = date(2022, 2, 10)
OPVANG = {"soort": "opvangrecht", "organisatie": Organisatie.COA}


@pytest.fixture(autouse=True)
def als_programma(db):
    with als_systeem():
        yield


@pytest.fixture
def coa():
    return MedewerkerFactory(coa=True, team=TeamFactory(organisatie=Organisatie.COA, locaties=["Assen"]))


@pytest.fixture
def dossier(coa) -> Dossier:
    dossier = DossierFactory(recht_eindigt_op=date(2091, 4, 1))
    herbeoordeel([dossier.pk], peildatum=EERST)
    return dossier


def opvangrecht(dossier: Dossier) -> Antwoord:
    return Antwoord.objects.filter(dossier=dossier, soort="opvangrecht").latest("pk")


def test_given_coa_of_the_location_when_asking_then_it_reads_the_date_and_never_who_or_what_is_behind_it(
    dossier, coa
):
    gevonden = antwoorden_of([dossier.pk], viewer=coa)[dossier.pk]

    assert gevonden["opvangrecht"].inhoud == {
        "recht": "ja",
        "categorie": "na_procedure",
        "einddatum": "2091-04-01",
        "redencode": "termijn-verstreken",
    }
    assert sorted(gevonden) == ["identiteit", "opvangrecht", "stappen"]


@pytest.mark.parametrize("wie", ["avim", "vwn", "kmar"])
def test_given_another_partner_when_asking_then_it_gets_no_more_than_its_role(dossier, wie):
    organisatie = {"avim": Organisatie.AVIM, "vwn": Organisatie.VWN, "kmar": Organisatie.KMAR}[wie]
    viewer = MedewerkerFactory(**{wie: True}, team=TeamFactory(organisatie=organisatie, locaties=["Assen"]))
    herbeoordeel([dossier.pk], peildatum=EERST)

    gevonden = antwoorden_of([dossier.pk], viewer=viewer)[dossier.pk]

    verwacht = {"recht": "ja", "einddatum": "2091-04-01"} if wie == "avim" else None
    assert (gevonden["opvangrecht"].inhoud if "opvangrecht" in gevonden else None) == verwacht


def test_given_coa_of_another_location_when_asking_or_confirming_then_there_is_nothing(dossier):
    elders = MedewerkerFactory(coa=True, team=TeamFactory(organisatie=Organisatie.COA, locaties=["Emmen"]))

    bevestigd = confirm_ontvangst(door=elders, antwoorden=[opvangrecht(dossier).pk])

    assert antwoorden_of([dossier.pk], viewer=elders) == {dossier.pk: {}}
    assert geschiedenis_of(dossier.pk, "opvangrecht", viewer=elders) == []
    assert (bevestigd, Ontvangstbevestiging.objects.count()) == (0, 0)


@pytest.mark.norm("coa-einddatum-afgeleid")
def test_given_an_answer_when_coa_confirms_it_twice_then_it_counts_once_and_the_timeline_tells(dossier, coa):
    antwoord = opvangrecht(dossier)
    eerst = (list(onbevestigd(**OPVANG)), ontvangen_op(dossier.pk, **OPVANG))

    aantallen = [confirm_ontvangst(door=coa, antwoorden=[antwoord.pk]) for _ in range(2)]

    assert eerst == ([antwoord], None)
    assert (aantallen, list(onbevestigd(**OPVANG))) == ([1, 0], [])
    assert ontvangen_op(dossier.pk, **OPVANG) == Ontvangstbevestiging.objects.get().op
    verteld = Gebeurtenis.objects.filter(soort="keten.antwoord_ontvangen")
    assert list(verteld.values_list("dossier_id", "gegevens")) == [
        (dossier.pk, {"antwoord": "opvangrecht", "organisatie": "coa"})
    ]


def test_given_a_confirmed_answer_when_the_date_changes_then_the_new_one_waits_again(dossier, coa):
    confirm_ontvangst(door=coa, antwoorden=[opvangrecht(dossier).pk])
    zet_dagen(dossier, recht_eindigt_op=date(2091, 4, 8))

    herbeoordeel([dossier.pk], peildatum=EERST)

    assert list(onbevestigd(**OPVANG)) == [opvangrecht(dossier)]
    assert ontvangen_op(dossier.pk, **OPVANG) is None


def test_given_the_program_when_it_delivered_to_an_organisation_then_it_confirms_in_that_name(dossier):
    aantal = confirm_ontvangst(
        door=systeem(), antwoorden=[opvangrecht(dossier).pk], organisatie=Organisatie.COA
    )

    assert (aantal, Ontvangstbevestiging.objects.get().organisatie) == (1, "coa")


def test_given_a_regievoerder_when_confirming_for_the_coa_then_it_is_refused(dossier):
    with pytest.raises(GeenToegang):
        confirm_ontvangst(door=dossier.regievoerder, antwoorden=[opvangrecht(dossier).pk])


@pytest.mark.norm("coa-einddatum-afgeleid")
@pytest.mark.parametrize(
    ("geschreven_op", "laatste_dag"),
    [
        # A Thursday, a Friday, the Thursday before Easter, and half an hour before and after midnight here.
        (datetime(2022, 2, 10, 9, tzinfo=UTC), date(2022, 2, 11)),
        (datetime(2022, 2, 11, 9, tzinfo=UTC), date(2022, 2, 14)),
        (datetime(2022, 4, 14, 9, tzinfo=UTC), date(2022, 4, 19)),
        (datetime(2022, 2, 10, 22, 30, tzinfo=UTC), date(2022, 2, 11)),
        (datetime(2022, 2, 10, 23, 30, tzinfo=UTC), date(2022, 2, 14)),
    ],
)
def test_given_an_answer_that_is_not_confirmed_when_one_working_day_passed_then_it_is_late(
    coa, geschreven_op, laatste_dag
):
    dossier = DossierFactory(recht_eindigt_op=date(2022, 6, 1))
    herbeoordeel([dossier.pk], peildatum=EERST)
    eerste = opvangrecht(dossier)
    antwoord = Antwoord.objects.create(
        dossier=dossier,
        soort=eerste.soort,
        categorie=eerste.categorie,
        inhoud=eerste.inhoud,
        geldig_vanaf=eerste.geldig_vanaf,
        vastgelegd_op=geschreven_op,
    )

    op_tijd = list(te_laat_bij_coa(op=laatste_dag))
    te_laat = list(te_laat_bij_coa(op=date.fromordinal(laatste_dag.toordinal() + 1)))

    assert (op_tijd, te_laat) == ([], [antwoord])
    assert uiterlijk_bij_coa(antwoord) == laatste_dag


LATER = date(2092, 1, 1)


def test_given_somebody_of_coa_looked_since_when_nobody_confirmed_then_it_did_reach_the_coa(dossier, coa):
    eerst = niet_bij_coa(dossier.pk, viewer=dossier.regievoerder, op=LATER)

    record_inzage(
        viewer=coa, dossiers=[dossier.pk], onderdeel="partner:zaak", doel="behandeling", verzoek="x"
    )

    assert eerst == opvangrecht(dossier)
    assert niet_bij_coa(dossier.pk, viewer=dossier.regievoerder, op=LATER) is None


def test_given_a_look_that_was_refused_or_of_somebody_else_when_asked_then_it_did_not_reach_the_coa(
    dossier, coa
):
    for wie, toegestaan in ((coa, False), (dossier.regievoerder, True)):
        record_inzage(
            viewer=wie,
            dossiers=[dossier.pk],
            onderdeel="x",
            doel="behandeling",
            verzoek="x",
            toegestaan=toegestaan,
        )

    assert niet_bij_coa(dossier.pk, viewer=dossier.regievoerder, op=LATER) == opvangrecht(dossier)


def test_given_a_first_answer_without_an_end_when_nobody_confirmed_then_it_is_late_only_after_there_was_one(
    coa,
):
    """That no end is known yet is no news; that there is none any more is."""
    dossier = DossierFactory(regievoerder=MedewerkerFactory(), spoor="regulier")
    herbeoordeel([dossier.pk], peildatum=EERST)
    eerst = list(te_laat_bij_coa(op=LATER))
    zet_dagen(dossier, recht_eindigt_op=date(2091, 4, 1))
    for spoor in ("asiel", "regulier"):
        Dossier.objects.filter(pk=dossier.pk).update(spoor=spoor)
        herbeoordeel([dossier.pk], peildatum=EERST)

    assert eerst == []
    assert list(te_laat_bij_coa(op=LATER)) == [opvangrecht(dossier)]


def test_given_a_dossier_of_others_when_asked_whether_its_date_arrived_then_nothing_is_said(dossier):
    assert niet_bij_coa(dossier.pk, viewer=MedewerkerFactory(), op=LATER) is None


@pytest.mark.norm("coa-einddatum-afgeleid")
def test_given_a_date_that_did_not_arrive_in_time_when_the_night_passes_then_its_regievoerder_is_told_once(
    dossier, coa
):
    for dag in (LATER, date(2092, 1, 2)):
        remind_ontvangst(door=systeem(), peildatum=dag)

    verteld = Melding.objects.values_list("medewerker", "dossier", "norm", "uiterlijk_op")
    assert list(verteld) == [
        (
            dossier.regievoerder.pk,
            dossier.pk,
            "coa-einddatum-afgeleid",
            uiterlijk_bij_coa(opvangrecht(dossier)),
        )
    ]


def test_given_a_dossier_in_which_coa_has_no_task_when_nobody_confirms_then_nothing_waits():
    dossier = DossierFactory(recht_eindigt_op=date(2091, 4, 1))

    herbeoordeel([dossier.pk], peildatum=EERST)

    assert (Antwoord.objects.filter(dossier=dossier).count(), list(onbevestigd(**OPVANG))) == (3, [])


def test_given_a_confirmation_when_somebody_would_remove_it_then_the_database_refuses(dossier, coa):
    confirm_ontvangst(door=coa, antwoorden=[opvangrecht(dossier).pk])

    with pytest.raises(DatabaseError), transaction.atomic():
        Ontvangstbevestiging.objects.all().delete()
