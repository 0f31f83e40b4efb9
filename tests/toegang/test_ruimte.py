"""Sixty different dossiers in an hour, and then a reason; the count is the log itself."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toegang.klok import andere_dagen  # noqa: F401 - a fixture
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.models import Inzage, Inzagereden

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("andere_dagen")]


@pytest.fixture
def dossier():
    return DossierFactory()


def opende(wie, aantal, *, minuten_geleden=5, doel="behandeling"):
    Inzage.objects.bulk_create(
        Inzage(
            dossier_id=uuid4(),
            medewerker_id=wie.pk,
            naam=wie.naam,
            organisatie=wie.organisatie,
            rol=wie.rol,
            onderdeel="werkplek:overzicht",
            doel=doel,
            toegestaan=True,
            verzoek="proef",
            moment=timezone.now() - timedelta(minutes=minuten_geleden),
        )
        for _ in range(aantal)
    )


def als(client, wie):
    client.force_login(wie)
    return client


@pytest.mark.parametrize(
    ("aantal", "anders", "code"),
    [
        (59, {}, 200),
        (60, {}, 302),
        (60, {"minuten_geleden": 61}, 200),
        (300, {"doel": "werklijst"}, 200),
    ],
)
def test_given_dossiers_opened_this_hour_when_opening_another_then_above_sixty_a_reason_is_asked(
    client, dossier, aantal, anders, code
):
    opende(dossier.regievoerder, aantal, **anders)

    antwoord = als(client, dossier.regievoerder).get(f"/dossiers/{dossier.pk}/")

    assert antwoord.status_code == code
    # What was not shown was not looked at.
    assert Inzage.objects.filter(dossier_id=dossier.pk).count() == (code == 200)
    assert antwoord.headers.get("Location") == ("/reden/" if code == 302 else None)


def test_given_a_reason_when_said_then_the_page_that_was_asked_comes_and_the_next_sixty_too(client, dossier):
    wie = dossier.regievoerder
    opende(wie, 60)
    als(client, wie).get(f"/dossiers/{dossier.pk}/tijdlijn/")

    leeg = client.post("/reden/", {"reden": "  "})
    verder = client.post("/reden/", {"reden": "Ik draag mijn dossiers over aan een collega."})

    assert (leeg.status_code, verder.status_code, verder.url) == (
        422,
        302,
        f"/dossiers/{dossier.pk}/tijdlijn/",
    )
    assert client.get(verder.url).status_code == 200
    assert list(Inzagereden.objects.values_list("medewerker_id", "aantal")) == [(wie.pk, 60)]
    opende(wie, 58)
    assert client.get(f"/dossiers/{DossierFactory(regievoerder=wie).pk}/").status_code == 200
    assert client.get(f"/dossiers/{DossierFactory(regievoerder=wie).pk}/").status_code == 302


def test_given_a_dossier_that_was_open_when_opened_again_then_no_reason_is_asked(client, dossier):
    als(client, dossier.regievoerder).get(f"/dossiers/{dossier.pk}/")
    opende(dossier.regievoerder, 80)

    assert client.get(f"/dossiers/{dossier.pk}/").status_code == 200


def test_given_a_colleague_who_opened_many_when_one_opens_one_then_it_is_counted_for_each_alone(
    client, dossier
):
    opende(MedewerkerFactory(team=dossier.team), 100)

    assert als(client, dossier.regievoerder).get(f"/dossiers/{dossier.pk}/").status_code == 200


def test_given_a_part_of_a_page_when_too_many_then_the_whole_page_goes_to_the_question(client, dossier):
    opende(dossier.regievoerder, 60)

    antwoord = als(client, dossier.regievoerder).get(
        f"/dossiers/{dossier.pk}/", headers={"HX-Request": "true"}
    )

    assert (antwoord.status_code, antwoord.headers["HX-Redirect"]) == (200, "/reden/")


def test_given_a_program_with_a_token_when_it_reads_many_then_no_reason_is_asked(client, dossier):
    token = give_sleutel(door=systeem(), medewerker=dossier.regievoerder, naam="eigen programma")
    opende(dossier.regievoerder, 60)

    antwoord = client.get(f"/dossiers/{dossier.pk}/", headers={"Authorization": f"Bearer {token}"})

    assert antwoord.status_code == 200


def test_given_nothing_asked_when_opening_the_question_then_one_goes_home(client, dossier):
    assert als(client, dossier.regievoerder).get("/reden/").url == "/"


def test_given_reasons_when_the_privacy_officer_looks_then_they_stand_there(client, dossier):
    Inzagereden.objects.create(
        medewerker=dossier.regievoerder, reden="Overdracht van mijn dossiers.", aantal=61
    )

    pagina = als(client, MedewerkerFactory(fg=True)).get("/fg/").content.decode()

    assert "Overdracht van mijn dossiers." in pagina
