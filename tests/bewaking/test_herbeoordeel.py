"""After an event the norms are asked again, and what was found open is kept with its dates."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking import queries
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.stamgegevens.models import Parameterwaarde

pytestmark = pytest.mark.django_db


def test_given_a_new_dossier_when_asked_then_its_next_duty_and_open_findings_stand_ready():
    dossier = DossierFactory()

    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 10))

    stand = Stand.objects.get(dossier=dossier)
    assert (stand.fase, stand.volgende_norm, stand.volgende_op) == (
        "beroep_mogelijk",
        "gesprek-1-termijn",
        date(2022, 2, 15),
    )
    assert (stand.verblijfsoort, stand.locatie) == ("azc", "Assen")
    assert OpenBevinding.objects.filter(dossier=dossier, norm="gesprek-1-termijn", tot=None).count() == 1


def test_given_nothing_changed_when_asked_twice_then_nothing_is_written_twice():
    dossier = DossierFactory()
    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 10))
    eerst = list(OpenBevinding.objects.order_by("pk").values())

    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 10))

    assert list(OpenBevinding.objects.order_by("pk").values()) == eerst


def test_given_a_duty_becomes_overdue_when_asked_then_the_old_answer_closes_and_the_new_one_names_its_rules():
    dossier = DossierFactory()
    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 15))

    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 16))

    oud, nieuw = OpenBevinding.objects.filter(dossier=dossier, norm="gesprek-1-termijn").order_by("pk")
    assert (oud.oordeel, oud.van, oud.tot) == ("voldaan", date(2022, 2, 15), date(2022, 2, 16))
    assert (nieuw.oordeel, nieuw.van, nieuw.tot) == ("niet_voldaan", date(2022, 2, 16), None)
    assert nieuw.regelset.startswith("verantwoord.regels/")


def test_given_a_termijn_that_ends_when_asked_then_its_day_stands_ready_for_a_calendar():
    dossier = DossierFactory(recht_eindigt_op=date(2022, 4, 1))

    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 10))

    assert Stand.objects.get(dossier=dossier).termijnen == {"opvang": "2022-04-01"}


def test_given_an_own_number_of_days_when_asked_then_it_counts_and_the_rule_set_says_so():
    Parameterwaarde.objects.create(
        norm="gesprek-1-termijn",
        naam="target",
        waarde=7,
        geldig_van=date(2022, 1, 1),
        reden="Afspraak team Noord",
    )
    dossier = DossierFactory()

    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 10))

    stand = Stand.objects.get(dossier=dossier)
    assert OpenBevinding.objects.get(dossier=dossier, norm="gesprek-1-termijn").uiterlijk_op == date(
        2022, 2, 8
    )
    assert "+" in stand.regelset


def test_given_one_or_thirty_dossiers_when_asked_then_the_number_of_queries_is_the_same():
    een = [DossierFactory().pk]
    dertig = [DossierFactory().pk for _ in range(30)]

    with CaptureQueriesContext(connection) as bij_een:
        herbeoordeel(een, peildatum=date(2022, 2, 10))
    with CaptureQueriesContext(connection) as bij_dertig:
        herbeoordeel(dertig, peildatum=date(2022, 2, 10))

    assert len(bij_een) == len(bij_dertig)


def test_given_a_work_list_when_paged_by_place_then_every_dossier_comes_once_in_order():
    regievoerder = MedewerkerFactory()
    dossiers = [
        DossierFactory(regievoerder=regievoerder, ontvangen_op=date(2022, 2, 1 + n % 3)) for n in range(7)
    ]
    herbeoordeel([d.pk for d in dossiers], peildatum=date(2022, 2, 10))
    Stand.objects.filter(dossier__in=[d.pk for d in dossiers[:3]]).update(volgende_op=None)
    lijst = queries.keuze_van(viewer=regievoerder, van="mij")

    gezien: list[Stand] = []
    while bladzij := list(
        (
            lijst
            if not gezien
            else queries.na(
                lijst,
                volgende_op=gezien[-1].volgende_op,
                ontvangen_op=gezien[-1].ontvangen_op,
                dossier_id=gezien[-1].dossier_id,
            )
        )[:2]
    ):
        gezien += bladzij

    assert gezien == list(lijst)
    assert len(gezien) == 7
    assert [s.volgende_op is None for s in gezien] == [False] * 4 + [True] * 3


def test_given_another_team_when_asking_for_its_list_then_it_is_empty_though_there_is_one():
    dossier = DossierFactory()
    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 10))

    keuze = queries.keuze_van(viewer=dossier.regievoerder, van="team")
    assert list(queries.keuze_van(viewer=MedewerkerFactory(), van="team")) == []
    # Whoever chose the rows: what is shown is asked of the viewer again.
    assert list(queries.getoond(keuze, viewer=MedewerkerFactory(), aantal=5)) == []
    with pytest.raises(Stand.DoesNotExist):
        queries.beoordeling_of(
            dossier.pk, viewer=MedewerkerFactory(), peildatum=date(2022, 2, 10), vandaag=date(2022, 2, 10)
        )
    assert len(queries.getoond(keuze, viewer=dossier.regievoerder, aantal=5)) == 1


def test_given_stands_of_yesterday_when_asked_what_is_behind_then_open_dossiers_from_where_it_stopped():
    bij, *achter = sorted(DossierFactory().pk for _ in range(4))
    DossierFactory(gesloten_op=date(2022, 3, 1))
    herbeoordeel([bij], peildatum=date(2022, 2, 10))

    assert list(queries.achterstallig(op=date(2022, 2, 10))) == achter
    assert list(queries.achterstallig(op=date(2022, 2, 10), na_dossier=achter[0])) == achter[1:]
