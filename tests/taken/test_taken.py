"""A job belongs to the act that asked for it, carries no names, acts as a person and leaves a trace when it fails."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from tests.dossier.factories import MedewerkerFactory
from tests.taken.werk import doe_wat_wacht
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.taken import queries, werker
from verantwoord.taken.actions import TaakNietMislukt, enqueue, retry_taak
from verantwoord.taken.register import Nogmaals, taak
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import GeenToegang


@taak("proef.noteer", titel="Een team noteren")
def noteer(*, door: Medewerker, dossier: str, aantal: int, op: date) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('verantwoord.door', true)")
        (wie,) = cursor.fetchone()
    Team.objects.create(naam=f"{wie} {door.naam} {dossier} {aantal} {op:%d-%m}")


@taak("proef.weiger", titel="Iets wat niet mag", pogingen=3)
def weiger(*, door: Medewerker) -> None:
    Team.objects.create(naam="half werk")
    raise DomeinFout("Dit mag niet.")


@taak("proef.struikel", titel="Iets wat omvalt", pogingen=3)
def struikel(*, door: Medewerker) -> None:
    raise ZeroDivisionError


def vraag(naam: str, door: Medewerker, **argumenten: object) -> int:
    with transaction.atomic():
        return enqueue(naam, door=door, **argumenten)


@pytest.mark.django_db
def test_given_an_act_that_is_undone_when_it_asked_for_a_job_then_nobody_asked():
    door = MedewerkerFactory()

    with transaction.atomic():
        enqueue("proef.weiger", door=door)
        gevraagd = ProcrastinateJob.objects.count()
        transaction.set_rollback(True)

    assert (gevraagd, ProcrastinateJob.objects.count()) == (1, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("waarde", ["Sami Proefpersoon", 1.5, {"naam": "Sami"}, None, b"99"])
def test_given_something_that_could_name_a_person_when_it_is_to_go_along_then_it_is_refused(waarde):
    door = MedewerkerFactory()

    with pytest.raises(TypeError):
        enqueue("proef.noteer", door=door, dossier=waarde, aantal=1, op=date(2022, 2, 1))

    assert ProcrastinateJob.objects.count() == 0


@pytest.mark.django_db
def test_given_other_arguments_than_the_job_takes_when_asked_then_it_is_refused():
    with pytest.raises(TypeError):
        enqueue("proef.weiger", door=MedewerkerFactory(), dossier=uuid4())


@pytest.mark.django_db(transaction=True)
def test_given_no_transaction_when_a_job_is_asked_then_it_is_refused():
    with pytest.raises(RuntimeError):
        enqueue("proef.weiger", door=MedewerkerFactory())


@pytest.mark.django_db(transaction=True)
def test_given_a_job_when_the_worker_does_it_then_it_acts_as_who_asked_and_knows_its_arguments():
    door, dossier = MedewerkerFactory(naam="Noor Haverkamp", gebruikersnaam="noor"), uuid4()
    nummer = vraag("proef.noteer", door, dossier=dossier, aantal=3, op=date(2022, 2, 1))

    assert doe_wat_wacht()

    assert Team.objects.filter(naam=f"noor Noor Haverkamp {dossier} 3 01-02").count() == 1
    assert queries.stand_of(nummer, viewer=door) == "gedaan"


@pytest.mark.django_db(transaction=True)
def test_given_a_job_that_is_refused_when_done_then_its_half_work_is_gone_and_it_is_not_tried_again():
    door = MedewerkerFactory()
    nummer = vraag("proef.weiger", door)

    doe_wat_wacht()

    assert not Team.objects.filter(naam="half werk").exists()
    assert queries.stand_of(nummer, viewer=door) == "mislukt"
    assert queries.stand_of(nummer, viewer=MedewerkerFactory()) is None


@pytest.mark.django_db(transaction=True)
def test_given_a_job_that_stumbles_when_done_then_it_waits_to_be_tried_again_by_itself():
    nummer = vraag("proef.struikel", MedewerkerFactory())

    doe_wat_wacht()

    rij = ProcrastinateJob.objects.get(pk=nummer)
    assert (rij.status, rij.attempts) == ("todo", 1)
    assert timezone.now() < rij.scheduled_at < timezone.now() + timedelta(seconds=6)


@pytest.mark.django_db(transaction=True)
def test_given_somebody_who_left_when_the_job_is_done_then_it_does_nothing_in_that_name():
    door = MedewerkerFactory(is_active=False)
    vraag("proef.noteer", door, dossier=uuid4(), aantal=3, op=date(2022, 2, 1))

    doe_wat_wacht()

    assert not Team.objects.filter(naam__contains=door.naam).exists()


@pytest.mark.parametrize(("gedaan", "wacht"), [(0, 4), (1, 16), (2, None)])
def test_given_earlier_attempts_when_a_job_stumbles_then_it_waits_longer_and_in_the_end_no_more(
    gedaan, wacht
):
    taak_ = ProcrastinateJob(attempts=gedaan, task_name="proef", queue_name="default", priority=0, args={})
    taak_.status = "doing"

    besluit = Nogmaals(3).get_retry_decision(exception=ZeroDivisionError(), job=taak_.procrastinate_job)

    seconden = besluit and round((besluit.retry_at - timezone.now()).total_seconds())
    assert seconden == wacht


def mislukt(door: Medewerker) -> int:
    nummer = enqueue("proef.weiger", door=door)
    zet_stand(nummer, "failed")
    return nummer


def zet_stand(nummer: int, stand: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "update procrastinate_jobs set status = %s::procrastinate_job_status where id = %s",
            [stand, nummer],
        )


@pytest.mark.django_db
def test_given_a_failed_job_when_an_administrator_tries_again_then_it_waits_and_that_is_kept():
    beheer = MedewerkerFactory(beheerder=True)
    nummer = mislukt(MedewerkerFactory())

    retry_taak(nummer, door=beheer)

    assert ProcrastinateJob.objects.get(pk=nummer).status == "todo"
    (feit,) = Gebeurtenis.objects.all()
    assert (feit.soort, feit.door, feit.gegevens) == (
        "taak.opnieuw",
        beheer.gebruikersnaam,
        {"taak": "proef.weiger"},
    )


@pytest.mark.django_db
def test_given_a_failed_job_when_another_tries_again_then_it_is_refused_and_stays_failed():
    nummer = mislukt(MedewerkerFactory())

    with pytest.raises(GeenToegang):
        retry_taak(nummer, door=MedewerkerFactory())

    assert ProcrastinateJob.objects.get(pk=nummer).status == "failed"


@pytest.mark.django_db
def test_given_a_job_that_waits_when_tried_again_then_a_sentence_says_how_it_is():
    nummer = enqueue("proef.weiger", door=MedewerkerFactory())

    with pytest.raises(TaakNietMislukt):
        retry_taak(nummer, door=MedewerkerFactory(beheerder=True))


@pytest.mark.django_db
def test_given_jobs_in_every_state_when_the_page_is_opened_then_it_says_what_they_do_and_not_about_whom(
    client,
):
    beheer = MedewerkerFactory(beheerder=True)
    dossier = uuid4()
    for stand in ("todo", "doing", "failed", "succeeded"):
        zet_stand(enqueue("proef.noteer", door=beheer, dossier=dossier, aantal=1, op=date(2022, 2, 1)), stand)
    client.force_login(beheer)

    pagina = client.get(reverse("taken:overzicht")).content.decode()

    assert pagina.count("Een team noteren") == 4
    assert str(dossier) not in pagina


@pytest.mark.django_db
def test_given_one_or_thirty_jobs_when_the_page_is_made_then_the_number_of_queries_is_the_same():
    beheer = MedewerkerFactory(beheerder=True)

    def aantal_vragen() -> int:
        with CaptureQueriesContext(connection) as vragen:
            queries.overzicht(viewer=beheer)
        return len(vragen)

    mislukt(beheer)
    een = aantal_vragen()
    for _ in range(30):
        mislukt(beheer)

    assert aantal_vragen() == een == 3


@pytest.mark.django_db
def test_given_a_regievoerder_when_opening_the_jobs_then_they_look_like_not_there(client):
    collega = MedewerkerFactory()
    nummer = mislukt(collega)
    client.force_login(collega)

    lijst = client.get(reverse("taken:overzicht"))
    opnieuw = client.post(reverse("taken:opnieuw", args=[nummer]))

    assert (lijst.status_code, opnieuw.status_code) == (404, 404)
    assert queries.overzicht(viewer=collega).mislukt == ()
    assert ProcrastinateJob.objects.get(pk=nummer).status == "failed"


@pytest.mark.django_db
def test_given_an_administrator_when_the_button_is_pressed_then_the_list_says_it_waits(client):
    nummer = mislukt(MedewerkerFactory())
    client.force_login(MedewerkerFactory(beheerder=True))

    antwoord = client.post(reverse("taken:opnieuw", args=[nummer]), follow=True)

    assert antwoord.redirect_chain == [(reverse("taken:overzicht"), 302)]
    assert ProcrastinateJob.objects.get(pk=nummer).status == "todo"


@pytest.mark.django_db
def test_given_a_worker_that_died_when_another_looks_then_its_job_waits_again():
    nummer = enqueue("proef.weiger", door=MedewerkerFactory())
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - interval '2 minutes') returning id"
        )
        (dood,) = cursor.fetchone()
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s where id = %s", [dood, nummer]
        )

    assert werker.herneem_gestrande() == 1

    assert ProcrastinateJob.objects.get(pk=nummer).status == "todo"


@pytest.mark.django_db
def test_given_a_worker_that_lives_when_another_looks_then_its_job_is_left_alone():
    nummer = enqueue("proef.weiger", door=MedewerkerFactory())
    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_workers default values returning id")
        (levend,) = cursor.fetchone()
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s where id = %s", [levend, nummer]
        )

    assert werker.herneem_gestrande() == 0

    assert ProcrastinateJob.objects.get(pk=nummer).status == "doing"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dagen", "over"),
    [(6, {"succeeded", "failed", "todo"}), (8, {"failed", "todo"}), (91, {"todo"})],
)
def test_given_jobs_that_ended_when_cleared_then_what_went_well_goes_first_and_what_waits_stays(dagen, over):
    door = MedewerkerFactory()
    for stand in ("succeeded", "failed", "todo"):
        zet_stand(enqueue("proef.weiger", door=door), stand)

    werker.ruim_oude_op(nu=timezone.now() + timedelta(days=dagen))

    assert set(ProcrastinateJob.objects.values_list("status", flat=True)) == over
    assert ProcrastinateEvent.objects.exclude(job__status__in=over).count() == 0


def test_given_the_periodic_jobs_when_read_then_each_runs_on_its_own_and_never_twice_at_once():
    rooster = {
        naam: (taak_.lock, taak_.queueing_lock)
        for (naam, _), periodiek in app.periodic_registry.periodic_tasks.items()
        for taak_ in [periodiek.task]
    }

    assert {"taken.herneem", "taken.ruim_op"} <= set(rooster)
    assert all(sloten == (naam, naam) for naam, sloten in rooster.items())
