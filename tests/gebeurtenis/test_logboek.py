"""The processing log has one line for each person and processing, says nothing of who did it, and cannot be changed."""

import uuid

import pytest
from cryptography.exceptions import InvalidTag
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.gebeurtenis.models import Gebeurtenis, Verwerkingsregel
from verantwoord.gebeurtenis.spoor import als_traceparent, lees_traceparent, nieuw_spoor
from verantwoord.toegang.actions import give_sleutel, record_inzage, systeem
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import Organisatie

TRACE, OPERATIE = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"


def over(regel: Verwerkingsregel) -> uuid.UUID:
    return logboek.ontsleutel(bytes(regel.betrokkene))


@pytest.mark.django_db
def test_given_an_act_when_recorded_then_one_line_says_for_which_activity_about_whom_and_where_the_act_stands():
    dossier = DossierFactory()

    gebeurtenis = record_gebeurtenis(
        soort="gesprek.afgerond", onderwerp=dossier, dossier_id=dossier.pk, door=systeem()
    )

    (regel,) = Verwerkingsregel.objects.all()
    assert (regel.naam, regel.activiteit, regel.status) == ("gesprek.afgerond", "vertrekgesprekken-1", 1)
    assert over(regel) == dossier.pk
    assert Gebeurtenis.objects.get(pk=regel.audit_id) == gebeurtenis
    assert regel.begin <= regel.einde


@pytest.mark.django_db
def test_given_an_act_about_nobody_when_recorded_then_there_is_no_line():
    record_gebeurtenis(soort="taak.opnieuw", onderwerp=systeem(), dossier_id=None, door=systeem())

    assert Verwerkingsregel.objects.count() == 0


@pytest.mark.django_db
def test_given_a_list_of_people_when_looked_at_then_each_has_a_line_of_its_own_in_one_question():
    viewer, dossiers = MedewerkerFactory(), [uuid.uuid4() for _ in range(30)]

    with CaptureQueriesContext(connection) as vragen:
        record_inzage(
            viewer=viewer, dossiers=dossiers, onderdeel="werkplek:caseload", doel="werklijst", verzoek="ab12"
        )

    regels = list(Verwerkingsregel.objects.order_by("pk"))
    assert len(vragen) == 1
    assert [over(regel) for regel in regels] == dossiers
    assert len({regel.operatie_id for regel in regels}) == 30
    assert {(regel.activiteit, regel.audit, regel.audit_id) for regel in regels} == {
        ("werkverdeling-1", "inzage", "ab12")
    }
    assert Inzage.objects.filter(verzoek="ab12").count() == 30


@pytest.mark.django_db
def test_given_a_look_that_was_refused_when_recorded_then_its_line_says_that_it_failed():
    record_inzage(
        viewer=MedewerkerFactory(),
        dossiers=[uuid.uuid4()],
        onderdeel="werkplek:overzicht",
        doel="behandeling",
        verzoek="ab12",
        toegestaan=False,
    )

    assert Verwerkingsregel.objects.get().status == Verwerkingsregel.Status.MISLUKT


@pytest.mark.django_db
def test_given_an_act_that_is_undone_when_looked_for_then_there_is_no_line():
    dossier = DossierFactory()

    with transaction.atomic():
        record_gebeurtenis(soort="wens.geuit", onderwerp=dossier, dossier_id=dossier.pk, door=systeem())
        geschreven = Verwerkingsregel.objects.count()
        transaction.set_rollback(True)

    assert (geschreven, Verwerkingsregel.objects.count()) == (1, 0)


@pytest.mark.django_db
def test_given_a_line_when_the_log_is_read_whole_then_it_names_neither_who_did_it_nor_whom_it_is_about():
    viewer, dossier = MedewerkerFactory(naam="Noor Haverkamp", gebruikersnaam="noor"), DossierFactory()
    record_inzage(
        viewer=viewer,
        dossiers=[dossier.pk],
        onderdeel="werkplek:overzicht",
        doel="behandeling",
        verzoek="ab12",
    )
    record_gebeurtenis(soort="wens.geuit", onderwerp=dossier, dossier_id=dossier.pk, door=viewer)

    with connection.cursor() as cursor:
        cursor.execute("select string_agg(r::text, ' ') from gebeurtenis_verwerkingsregel r")
        (alles,) = cursor.fetchone()

    persoon = dossier.persoon
    sporen = [
        "noor",
        "Haverkamp",
        str(viewer.pk),
        str(dossier.pk),
        dossier.pk.hex,
        persoon.v_nummer,
        dossier.nummer,
    ]
    assert [spoor for spoor in sporen if spoor in alles] == []


def test_given_one_person_twice_when_hidden_then_the_two_look_different_and_both_can_be_opened():
    persoon = uuid.uuid4()

    een, twee = logboek.versleutel([persoon, persoon])

    assert een != twee
    assert [logboek.ontsleutel(een), logboek.ontsleutel(twee)] == [persoon, persoon]


def test_given_another_key_or_a_changed_line_when_opened_then_it_does_not_open(settings):
    (geheim,) = logboek.versleutel([uuid.uuid4()])

    with pytest.raises(InvalidTag):
        logboek.ontsleutel(geheim[:-1] + bytes([geheim[-1] ^ 1]))
    settings.LOGBOEK_SLEUTEL = "een andere sleutel"
    with pytest.raises(InvalidTag):
        logboek.ontsleutel(geheim)
    with pytest.raises(ValueError, match="another version"):
        logboek.ontsleutel(b"\x02" + geheim[1:])


@pytest.mark.django_db
@pytest.mark.parametrize(
    "opdracht",
    [
        "update gebeurtenis_verwerkingsregel set status = 1",
        "delete from gebeurtenis_verwerkingsregel",
        "truncate gebeurtenis_verwerkingsregel",
    ],
)
def test_given_the_role_of_the_app_when_it_would_change_the_log_then_the_database_refuses(opdracht):
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


@pytest.mark.django_db
def test_given_a_look_and_then_an_act_in_one_request_when_written_then_the_act_hangs_under_the_look():
    dossier = DossierFactory()

    with nieuw_spoor() as spoor:
        record_inzage(
            viewer=MedewerkerFactory(),
            dossiers=[dossier.pk],
            onderdeel="ondersteuning:wensen",
            doel="behandeling",
            verzoek="ab12",
        )
        record_gebeurtenis(soort="wens.geuit", onderwerp=dossier, dossier_id=dossier.pk, door=systeem())

    blik, daad = Verwerkingsregel.objects.order_by("pk")
    assert (blik.trace_id, daad.trace_id) == (spoor.trace_id, spoor.trace_id)
    assert (blik.ouder_id, daad.ouder_id) == (None, blik.operatie_id)
    assert (blik.activiteit, daad.activiteit) == ("ondersteuning-1", "ondersteuning-1")


@pytest.mark.parametrize(
    ("kop", "gelezen"),
    [
        (f"00-{TRACE}-{OPERATIE}-01", (TRACE, OPERATIE)),
        (f"cc-{TRACE}-{OPERATIE}-01-wat-later-komt", (TRACE, OPERATIE)),
        (f"00-{TRACE}-{OPERATIE}-01-x", None),
        (f"ff-{TRACE}-{OPERATIE}-01", None),
        (f"00-{'0' * 32}-{OPERATIE}-01", None),
        (f"00-{TRACE}-{'0' * 16}-01", None),
        (f"00-{TRACE.upper()}-{OPERATIE}-01", None),
        (f"00-{TRACE}-{OPERATIE}-01\n", None),
        (f"00-{TRACE}-{OPERATIE}-٠١", None),
        ("", None),
    ],
)
def test_given_a_traceparent_when_read_then_only_one_by_the_standard_counts(kop, gelezen):
    assert lees_traceparent(kop) == gelezen
    assert gelezen is None or lees_traceparent(als_traceparent(*gelezen)) == gelezen


@pytest.mark.django_db
@pytest.mark.parametrize("met_sleutel", [True, False])
def test_given_a_call_from_a_partners_program_when_it_looks_then_the_line_refers_to_its_own_trace(
    client, met_sleutel
):
    dossier = DossierFactory()
    herbeoordeel([dossier.pk])
    medewerker = dossier.regievoerder
    koppen = {"traceparent": als_traceparent(TRACE, OPERATIE)}
    if met_sleutel:
        koppen["Authorization"] = (
            f"Bearer {give_sleutel(door=systeem(), medewerker=medewerker, naam='proef')}"
        )
    else:
        client.force_login(medewerker)

    client.get(f"/api/v1/dossiers/{dossier.pk}", headers=koppen)

    regel = Verwerkingsregel.objects.latest("pk")
    vreemd = (regel.vreemd_trace_id, regel.vreemd_operatie_id, regel.vreemd_partij)
    # A browser could send anything; only a program that said who it is refers to its own log.
    assert vreemd == (
        (TRACE, OPERATIE, f"urn:verantwoord:organisatie:{Organisatie.DTV}")
        if met_sleutel
        else (None, None, None)
    )
    assert regel.trace_id != TRACE


@pytest.mark.django_db
def test_given_a_page_of_a_dossier_when_opened_then_its_look_has_one_line(client):
    dossier = DossierFactory()
    client.force_login(dossier.regievoerder)

    client.get(reverse("ondersteuning:wensen", args=[dossier.pk]))

    (regel,) = Verwerkingsregel.objects.all()
    assert (regel.naam, regel.activiteit, over(regel)) == (
        "ondersteuning:wensen",
        "ondersteuning-1",
        dossier.pk,
    )
