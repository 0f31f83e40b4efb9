"""What the database itself guards about break-glass, whatever the program does."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from verantwoord.toegang.models import Noodtoegang

pytestmark = pytest.mark.django_db


def geef(**anders) -> Noodtoegang:
    nu = timezone.now()
    velden = {
        "dossier_id": uuid.uuid4(),
        "categorie": "veiligheidskaart",
        "reden": "Er is acuut gevaar.",
        "vanaf": nu,
        "tot": nu + timedelta(minutes=60),
        "beoordelen_voor": date(2026, 3, 9),
    } | anders
    medewerker = velden.pop("medewerker", None) or MedewerkerFactory()
    gegeven = Noodtoegang.objects.create(
        medewerker=medewerker, rol=medewerker.rol, organisatie=medewerker.organisatie, **velden
    )
    gegeven.refresh_from_db()
    return gegeven


def test_given_times_of_the_program_when_giving_then_the_database_uses_its_own_clock():
    morgen = timezone.now() + timedelta(days=1)

    gegeven = geef(vanaf=morgen, tot=morgen + timedelta(minutes=20))

    with connection.cursor() as cursor:
        cursor.execute("select clock_timestamp()")
        (nu,) = cursor.fetchone()
    assert nu - timedelta(minutes=1) < gegeven.vanaf <= nu
    assert timedelta(minutes=20) <= gegeven.tot - gegeven.vanaf + timedelta(seconds=1)
    assert gegeven.tot - gegeven.vanaf <= timedelta(minutes=20)


@pytest.mark.parametrize(("gevraagd", "gekregen"), [(59, 59), (60, 60), (61, 60), (24 * 60, 60)])
def test_given_a_length_when_giving_then_it_is_never_more_than_an_hour(gevraagd, gekregen):
    nu = timezone.now()

    gegeven = geef(vanaf=nu, tot=nu + timedelta(minutes=gevraagd))

    assert round((gegeven.tot - gegeven.vanaf).total_seconds() / 60) == gekregen


@pytest.mark.parametrize("reden", ["", " ", "\n\t "])
def test_given_no_reason_when_giving_then_nothing_opens(reden):
    with pytest.raises(IntegrityError, match="noodtoegang_has_a_reason"), transaction.atomic():
        geef(reden=reden)


@pytest.mark.parametrize(
    "wijziging",
    [
        {"categorie": "medisch"},
        {"dossier_id": uuid.UUID(int=1)},
        {"reden": "iets anders"},
        {"beoordelen_voor": date(2027, 1, 1)},
    ],
)
def test_given_a_row_when_changing_what_it_is_about_then_the_database_refuses(wijziging):
    gegeven = geef()

    with pytest.raises(ProgrammingError, match="Noodtoegang verandert niet"), transaction.atomic():
        Noodtoegang.objects.filter(pk=gegeven.pk).update(**wijziging)


def test_given_a_row_when_making_it_last_longer_then_the_database_refuses():
    gegeven = geef()

    with pytest.raises(ProgrammingError, match="Noodtoegang verandert niet"), transaction.atomic():
        Noodtoegang.objects.filter(pk=gegeven.pk).update(tot=gegeven.tot + timedelta(seconds=1))


def test_given_a_row_when_taking_it_away_then_the_database_refuses():
    gegeven = geef()

    with pytest.raises(ProgrammingError, match="wordt alleen toegevoegd"), transaction.atomic():
        Noodtoegang.objects.filter(pk=gegeven.pk).delete()


def test_given_the_one_who_looked_when_reviewing_then_the_database_refuses():
    gegeven = geef()

    with pytest.raises(IntegrityError, match="noodtoegang_four_eyes"), transaction.atomic():
        Noodtoegang.objects.filter(pk=gegeven.pk).update(
            oordeel="terecht",
            beoordeeld_door=gegeven.medewerker,
            beoordeeld_op=timezone.now(),
            toelichting="Ik mocht dit.",
        )


def test_given_a_review_when_changing_it_then_the_database_refuses():
    gegeven = geef()
    Noodtoegang.objects.filter(pk=gegeven.pk).update(
        oordeel="onnodig",
        beoordeeld_door=MedewerkerFactory(),
        beoordeeld_op=timezone.now(),
        toelichting="Bellen kon ook.",
    )

    with pytest.raises(ProgrammingError, match="Noodtoegang verandert niet"), transaction.atomic():
        Noodtoegang.objects.filter(pk=gegeven.pk).update(oordeel="terecht")


def test_given_a_row_when_ending_it_early_then_it_ends_now():
    gegeven = geef()

    Noodtoegang.objects.filter(pk=gegeven.pk).update(tot=gegeven.vanaf)

    gegeven.refresh_from_db()
    assert gegeven.vanaf <= gegeven.tot < gegeven.vanaf + timedelta(minutes=5)
