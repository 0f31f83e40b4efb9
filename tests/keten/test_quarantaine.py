"""A message in quarantine is seen, shown whole, tried again or closed with a reason."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from verantwoord.keten.actions import Binnengekomen, Soort, deliver
from verantwoord.keten.models import InkomendBericht
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import Rol

pytestmark = pytest.mark.django_db
DUBLIN = (
    Path(__file__).parents[1] / "data" / "overdrachten" / "losse-berichten" / "10-dublin.json"
).read_bytes()


def zet_apart(inhoud: bytes = DUBLIN) -> InkomendBericht:
    deliver(
        door=systeem(),
        soort=Soort.OVERDRACHT,
        binnen=[Binnengekomen(inhoud=inhoud, omvang=len(inhoud), sha256=str(hash(inhoud)))],
        nu=timezone.now(),
    )
    return InkomendBericht.objects.latest("binnen_op")


@pytest.fixture
def beheer(client):
    client.force_login(MedewerkerFactory(rol=Rol.BEHEERDER, team=None))
    return client


def test_given_a_message_set_apart_when_opened_then_its_text_stands_there_whole(beheer):
    bericht = zet_apart(b'{"schema": "verantwoord.overdracht/1", "naam": "<b>Proef</b>", \xff')

    pagina = beheer.get(reverse("keten:bericht", args=[bericht.pk])).content.decode()

    assert "&lt;b&gt;Proef&lt;/b&gt;" in pagina
    assert "\\xff" in pagina


def test_given_a_message_set_apart_when_opened_then_the_look_is_kept(beheer):
    bericht = zet_apart()

    beheer.get(reverse("keten:bericht", args=[bericht.pk]))

    (blik,) = Inzage.objects.all()
    assert (blik.dossier_id, blik.onderdeel, blik.rol) == (bericht.pk, "keten:bericht", Rol.BEHEERDER)


def test_given_a_message_set_apart_when_closed_without_a_reason_then_422_and_it_stays(beheer):
    bericht = zet_apart()

    antwoord = beheer.post(reverse("keten:sluit", args=[bericht.pk]), {"reden": " "})

    bericht.refresh_from_db()
    assert (antwoord.status_code, bericht.gesloten_op) == (422, None)


def test_given_a_message_set_apart_when_closed_then_it_leaves_the_list_and_is_kept(beheer):
    bericht = zet_apart()

    beheer.post(reverse("keten:sluit", args=[bericht.pk]), {"reden": "Hoort bij het Dublinproces."})

    bericht.refresh_from_db()
    assert bericht.reden_sluiting == "Hoort bij het Dublinproces."
    assert bytes(bericht.inhoud) == DUBLIN
    assert list(beheer.get(reverse("keten:quarantaine")).context["berichten"]) == []


def test_given_what_stood_in_its_way_is_gone_when_tried_again_then_it_is_taken_in(beheer):
    gewoon = DUBLIN.replace(b'"spoor": "dublin"', b'"spoor": "asiel"')
    bericht = zet_apart()
    InkomendBericht.objects.filter(pk=bericht.pk).update(inhoud=gewoon)

    beheer.post(reverse("keten:opnieuw", args=[bericht.pk]))

    bericht.refresh_from_db()
    assert (bericht.status, bericht.reden) == ("opgenomen", None)
    assert bericht.dossier is not None


def test_given_a_message_that_was_taken_in_when_asked_then_it_is_not_there_any_more(beheer):
    bericht = zet_apart(DUBLIN.replace(b'"spoor": "dublin"', b'"spoor": "asiel"'))

    antwoorden = [
        beheer.get(reverse("keten:bericht", args=[bericht.pk])),
        beheer.post(reverse("keten:opnieuw", args=[bericht.pk])),
        beheer.post(reverse("keten:sluit", args=[bericht.pk]), {"reden": "Klaar."}),
    ]

    assert bericht.status == "opgenomen"
    assert [antwoord.status_code for antwoord in antwoorden] == [404, 302, 302]
    assert not Inzage.objects.exists()


@pytest.mark.parametrize("naam", ["bericht", "opnieuw", "sluit"])
def test_given_no_such_message_when_asked_then_it_is_not_there(beheer, naam):
    adres = reverse(f"keten:{naam}", args=[uuid4()])

    antwoord = beheer.get(adres) if naam == "bericht" else beheer.post(adres, {"reden": "Klaar."})

    assert antwoord.status_code == 404


def test_given_half_a_character_in_a_message_when_opened_then_it_is_marked(beheer):
    bericht = zet_apart(b'{"naam": "\\ud800"}')

    pagina = beheer.get(reverse("keten:bericht", args=[bericht.pk])).content.decode()

    assert pagina.count("&quot;naam&quot;: &quot;\\ud800&quot;") == 1


@pytest.mark.parametrize("naam", ["quarantaine", "bericht", "opnieuw", "sluit"])
def test_given_someone_who_does_not_repair_messages_when_asked_then_it_is_not_there(client, naam):
    bericht = zet_apart()
    client.force_login(MedewerkerFactory())
    adres = reverse(f"keten:{naam}", args=[] if naam == "quarantaine" else [bericht.pk])

    antwoord = client.post(adres) if naam in {"opnieuw", "sluit"} else client.get(adres)

    assert antwoord.status_code == 404


def test_given_one_or_thirty_messages_when_listed_then_the_number_of_queries_is_the_same(beheer):
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            beheer.get(reverse("keten:quarantaine"))
        return len(vragen)

    zet_apart()
    bij_een = tel()
    for n in range(29):
        zet_apart(DUBLIN + b" " * n + str(n).encode())

    assert tel() == bij_een
