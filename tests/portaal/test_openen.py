"""The code of the letter: good for one use, after it was given in hand, and silent about why it opens nothing."""

from datetime import timedelta

import pyotp
import pytest
from django.conf import settings
from django.utils import timezone

from tests.dossier.factories import DossierFactory
from verantwoord.dossier.models import (
    Activering,
    Portaalaccount,
    Portaalfactor,
    Portaalmelding,
    Portaalsessie,
)
from verantwoord.dossier.portaal.acties import hand_over, make_brief
from verantwoord.gebeurtenis.models import Gebeurtenis

pytestmark = pytest.mark.django_db
OPENT_NIETS = "Deze code opent niets."


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def code(dossier):
    """The code of a letter that was given in hand today."""
    stuk, code = make_brief(door=dossier.regievoerder, dossier_id=dossier.pk, nu=timezone.now())
    vandaag = timezone.localdate()
    hand_over(
        door=dossier.regievoerder, dossier_id=dossier.pk, activering_id=stuk.pk, op=vandaag, vandaag=vandaag
    )
    return code


def geef(client, code):
    return client.post("/mijn/activeren/", {"code": code})


def zet_app_klaar(client):
    """Take the key from the page as an app does."""
    return pyotp.parse_uri(client.get("/mijn/activeren/app/").context["adres"])


def test_given_the_code_when_an_app_shows_one_code_then_somebody_is_in(client, dossier, code):
    kies = geef(client, code.lower().replace("-", " "))
    app = zet_app_klaar(client)

    binnen = client.post("/mijn/activeren/app/", {"code": app.now()})

    assert (kies.url, binnen.url) == ("/mijn/activeren/kies/", "/mijn/")
    cookie = binnen.cookies[settings.PORTAAL_COOKIE_NAME]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == ("/mijn/", "Strict", True)
    account = Portaalaccount.objects.get()
    assert account.geactiveerd_op is not None
    assert [f.soort for f in Portaalfactor.objects.all()] == ["app"]
    soorten = Gebeurtenis.objects.filter(dossier_id=dossier.pk).values_list("soort", flat=True)
    assert list(soorten.order_by("-volgnummer")[:1]) == ["portaal.geactiveerd"]


def test_given_codes_on_paper_when_chosen_then_ten_are_shown_once_and_somebody_is_in(client, code):
    geef(client, code)

    blad = client.post("/mijn/activeren/kies/")

    assert len(blad.context["codes"]) == 10
    assert Portaalfactor.objects.filter(soort="papier").count() == 10
    assert client.get("/mijn/toegang/").status_code == 200


def test_given_a_code_that_was_used_when_given_again_then_it_opens_nothing(client, code):
    geef(client, code)
    client.post("/mijn/activeren/kies/")
    client.cookies.clear()

    antwoord = geef(client, code)

    assert (antwoord.status_code, OPENT_NIETS in antwoord.content.decode()) == (422, True)


def test_given_two_browsers_half_way_when_both_go_on_then_the_second_gets_nothing(client, code):
    geef(client, code)
    halverwege = client.cookies[settings.PORTAAL_STAP_COOKIE_NAME].value
    client.post("/mijn/activeren/kies/")
    client.cookies.clear()
    client.cookies[settings.PORTAAL_STAP_COOKIE_NAME] = halverwege

    antwoord = client.post("/mijn/activeren/kies/")

    assert antwoord.url == "/mijn/activeren/"
    assert settings.PORTAAL_COOKIE_NAME not in antwoord.cookies


@pytest.mark.parametrize(
    "anders",
    [
        {"overhandigd_op": None, "overhandigd_naam": ""},
        {"geldig_tot": timezone.now() - timedelta(seconds=1)},
        {"ingetrokken_op": timezone.now()},
    ],
    ids=["not handed over", "too old", "taken back"],
)
def test_given_a_code_that_does_not_hold_when_given_then_the_answer_is_that_of_an_unknown_one(
    client, code, anders
):
    Activering.objects.update(**anders)

    onbekend, antwoord = geef(client, "ABCD-EFGH-JKMN-PQRS-TUVW-XYZ2"), geef(client, code)

    assert (onbekend.status_code, antwoord.status_code) == (422, 422)
    assert onbekend.context["form"].errors == antwoord.context["form"].errors
    assert OPENT_NIETS in str(antwoord.context["form"].errors)


def test_given_an_account_that_was_closed_when_the_code_is_given_then_it_opens_nothing(client, code):
    Portaalaccount.objects.update(ingetrokken_op=timezone.now())

    assert geef(client, code).status_code == 422


def test_given_five_wrong_codes_when_trying_again_then_it_is_said_when_one_may(client, code):
    for _keer in range(6):
        geef(client, "ABCD-EFGH")

    antwoord = geef(client, code)

    assert antwoord.status_code == 429
    assert int(antwoord.headers["Retry-After"]) > 0
    assert "Er is te vaak geprobeerd" in antwoord.content.decode()


def test_given_a_lost_telephone_when_a_new_letter_is_used_then_the_old_proofs_and_stays_are_gone(
    client, dossier, code
):
    account = Portaalaccount.objects.get()
    Portaalfactor.objects.create(account=account, soort="passkey", geheim="x")
    Portaalsessie.objects.create(digest="a" * 64, account=account, gezien_op=timezone.now())
    geef(client, code)

    client.post("/mijn/activeren/kies/")

    assert set(Portaalfactor.objects.values_list("soort", flat=True)) == {"papier"}
    assert Portaalsessie.objects.count() == 1
    assert [m.soort for m in Portaalmelding.objects.all()] == ["geopend"]


def test_given_no_code_when_opening_a_later_step_then_the_code_is_asked_first(client, db):
    assert [client.get(f"/mijn/activeren/{stap}/").url for stap in ("kies", "app", "passkey")] == [
        "/mijn/activeren/"
    ] * 3
