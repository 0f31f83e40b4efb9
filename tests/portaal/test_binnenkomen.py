"""Logging in and out: one answer for every wrong try, each told to whom it concerns, and nothing typed is lost."""

from datetime import timedelta

import pyotp
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.dossier.factories import DossierFactory
from tests.portaal.factories import PortaalaccountFactory
from verantwoord.dossier.models import Portaalaccount, Portaalfactor, Portaalmelding, Portaalsessie
from verantwoord.dossier.portaal.acties import hand_over, make_vel
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.portaal import kladblok
from verantwoord.toegang.inlog.geheimen import versleutel

pytestmark = pytest.mark.django_db
GEHEIM = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
FOUT = "Dit nummer en deze code horen niet bij elkaar"


@pytest.fixture
def account():
    """Somebody with an app."""
    account = PortaalaccountFactory(nummer="482173069")
    Portaalfactor.objects.create(account=account, soort="app", geheim=versleutel(GEHEIM), teller=1)
    return account


def code_van(sinds=0):
    return pyotp.TOTP(GEHEIM).generate_otp(int(timezone.now().timestamp()) // 30 + sinds)


def geef(client, nummer, code, **rest):
    return client.post("/mijn/inloggen/", {"nummer": nummer, "code": code, **rest})


def test_given_a_number_and_a_code_when_logging_in_then_somebody_is_in(client, account):
    antwoord = geef(client, "482-173 ٠٦٩", code_van())

    assert antwoord.url == "/mijn/"
    assert client.get("/mijn/toegang/").status_code == 200
    assert [m.soort for m in Portaalmelding.objects.filter(account=account)] == ["ingelogd"]


def test_given_a_code_that_was_used_when_it_comes_again_then_it_opens_nothing(client, account):
    code = code_van()
    geef(client, account.nummer, code)
    client.cookies.clear()

    antwoord = geef(client, account.nummer, code)

    assert (antwoord.status_code, FOUT in antwoord.content.decode()) == (422, True)
    assert [m.soort for m in Portaalmelding.objects.order_by("pk")] == ["ingelogd", "mislukt"]


def test_given_a_number_of_nobody_when_trying_then_answer_and_work_are_those_of_a_wrong_code(client, account):
    with CaptureQueriesContext(connection) as van_iemand:
        fout = geef(client, account.nummer, "000000")
    with CaptureQueriesContext(connection) as van_niemand:
        onbekend = geef(client, "999999999", "000000")

    assert fout.status_code == onbekend.status_code == 422
    assert len(van_iemand) == len(van_niemand)
    assert [FOUT in a.content.decode() for a in (fout, onbekend)] == [True, True]


def test_given_a_closed_account_when_logging_in_with_a_right_code_then_it_is_nobodys(client, account):
    Portaalaccount.objects.update(ingetrokken_op=timezone.now())

    assert geef(client, account.nummer, code_van()).status_code == 422


def test_given_a_sheet_when_its_codes_are_used_then_each_opens_once_and_only_after_it_was_given(client):
    dossier = DossierFactory()
    wie = {"door": dossier.regievoerder, "dossier_id": dossier.pk}
    vel, codes = make_vel(**wie, nu=timezone.now())
    nummer = Portaalaccount.objects.get().nummer
    te_vroeg = geef(client, nummer, codes[0]).status_code
    vandaag = timezone.localdate()
    hand_over(**wie, activering_id=vel.pk, op=vandaag, vandaag=vandaag)

    eerste, nogmaals, tweede = (
        geef(client, nummer, code).status_code for code in (codes[0], codes[0], codes[1])
    )

    assert (te_vroeg, eerste, nogmaals, tweede) == (422, 302, 422, 302)
    soorten = Gebeurtenis.objects.filter(dossier_id=dossier.pk).values_list("soort", flat=True)
    assert list(soorten).count("portaal.geactiveerd") == 1


def test_given_many_wrong_codes_when_trying_again_then_one_waits_but_a_known_telephone_does_not(
    client, account
):
    geef(client, account.nummer, code_van(-1))
    toestel = client.cookies[settings.PORTAAL_APPARAAT_COOKIE_NAME].value
    client.cookies.clear()
    for _keer in range(6):
        geef(client, account.nummer, "000000")

    elders = geef(client, account.nummer, code_van())
    client.cookies[settings.PORTAAL_APPARAAT_COOKIE_NAME] = toestel
    eigen = geef(client, account.nummer, code_van())

    assert (elders.status_code, eigen.status_code) == (429, 302)
    assert int(elders.headers["Retry-After"]) > 0


def test_given_events_of_logging_in_when_reading_them_then_none_has_a_name_or_a_dossier(client, account):
    geef(client, account.nummer, "000000")
    geef(client, account.nummer, code_van())

    events = list(Gebeurtenis.objects.filter(soort__startswith="portaalaccount.").order_by("volgnummer"))

    assert [e.soort for e in events] == ["portaalaccount.inloggen_mislukt", "portaalaccount.ingelogd"]
    assert {(e.dossier_id, e.door_naam) for e in events[1:]} == {(None, account.gebruikersnaam)}


def test_given_a_stay_when_logging_in_again_then_its_cookie_is_of_no_use_any_more(client, account):
    geef(client, account.nummer, code_van(-1))
    oud = client.cookies[settings.PORTAAL_COOKIE_NAME].value

    geef(client, account.nummer, code_van())

    assert client.cookies[settings.PORTAAL_COOKIE_NAME].value != oud
    assert Portaalsessie.objects.count() == 1


def test_given_somebody_in_when_logging_out_then_the_stay_and_the_pages_are_gone(client, account):
    geef(client, account.nummer, code_van())

    antwoord = client.post("/mijn/uitloggen/")

    assert antwoord.headers["Clear-Site-Data"] == '"cache"'
    assert (antwoord.url, Portaalsessie.objects.count()) == ("/mijn/inloggen/", 0)
    assert client.get("/mijn/uitloggen/").status_code == 405


def test_given_a_page_asked_for_when_logging_in_then_one_comes_back_there(client, account):
    client.get("/mijn/toegang/")

    antwoord = geef(client, account.nummer, code_van())

    assert antwoord.url == "/mijn/toegang/"


@pytest.mark.parametrize("bekend", [True, False], ids=["the stay was over", "there was no cookie"])
def test_given_a_stay_that_ended_while_typing_when_the_form_comes_then_nothing_typed_is_lost(
    client, account, bekend
):
    geef(client, account.nummer, code_van(-1))
    Portaalsessie.objects.update(gezien_op=timezone.now() - timedelta(hours=1))
    if not bekend:
        client.cookies.clear()
    verstuurd = client.post("/mijn/toegang/weghalen/", {"soort": "Ik wil naar mijn zus"})
    onderweg = verstuurd.context["onderweg"]

    antwoord = geef(client, account.nummer, code_van(), onderweg=onderweg)

    assert (verstuurd.status_code, "mijn zus" in verstuurd.content.decode()) == (403, False)
    assert verstuurd.content.decode().count('action="/mijn/inloggen/"') == 2
    assert antwoord.url == "/mijn/toegang/weghalen/"
    assert kladblok.haal(account, "/mijn/toegang/weghalen/") == {"soort": "Ik wil naar mijn zus"}


def test_given_words_of_somebody_else_when_logging_in_then_they_are_not_shown_to_who_comes_in(
    client, account, kom_binnen
):
    ander = PortaalaccountFactory()
    kom_binnen(ander)
    Portaalsessie.objects.update(gezien_op=timezone.now() - timedelta(hours=1))
    onderweg = client.post("/mijn/toegang/weghalen/", {"soort": "van een ander"}).context["onderweg"]

    geef(client, account.nummer, code_van(), onderweg=onderweg)

    assert kladblok.haal(account, "/mijn/toegang/weghalen/") == {}


def test_given_something_made_up_as_what_was_typed_when_logging_in_then_it_is_left_aside(client, account):
    antwoord = geef(client, account.nummer, code_van(), onderweg=versleutel({"soort": "stap"}))

    assert antwoord.url == "/mijn/"


@pytest.mark.parametrize(
    ("adres", "eigen"),
    [
        ("/mijn/wensen/", True),
        ("https://elders.voorbeeld/mijn/", False),
        ("//elders.voorbeeld/mijn/", False),
        ("/dossiers/", False),
        ("/mijn/\\elders", False),
    ],
)
def test_given_an_address_when_coming_back_then_only_our_own_counts(adres, eigen):
    assert kladblok.is_eigen_adres(adres) is eigen


def test_given_a_draft_when_kept_got_and_thrown_away_then_it_is_of_one_account_and_unreadable(account):
    ander = PortaalaccountFactory()
    kladblok.bewaar(account, "/mijn/wensen/", {"tekst": "een winkel"})
    kladblok.bewaar(account, "/mijn/wensen/", {"tekst": "een kapper"})

    with connection.cursor() as cursor:
        cursor.execute("select velden from dossier_portaalklad")
        [(kaal,)] = cursor.fetchall()
    eigen = kladblok.haal(account, "/mijn/wensen/")
    kladblok.vergeet(account, "/mijn/wensen/")

    assert "kapper" not in kaal
    assert eigen == {"tekst": "een kapper"}
    assert kladblok.haal(ander, "/mijn/wensen/") == kladblok.haal(account, "/mijn/wensen/") == {}


@pytest.mark.parametrize("vreemd", ["\0", "9" * 5000, "é" * 25_000, "", "{"])
def test_given_something_strange_when_somebody_knocks_then_the_answer_is_a_page(client, account, vreemd):
    client.cookies[settings.PORTAAL_STAP_COOKIE_NAME] = vreemd[:200].strip("\0")
    ladingen = [
        ("/mijn/inloggen/", {"nummer": vreemd, "code": vreemd, "onderweg": vreemd}),
        ("/mijn/inloggen/", {"antwoord": vreemd, "onderweg": vreemd}),
        ("/mijn/activeren/", {"code": vreemd}),
        ("/mijn/activeren/app/", {"code": vreemd}),
    ]

    antwoorden = [client.post(adres, lading).status_code for adres, lading in ladingen]

    assert antwoorden[3] == 302
    assert set(antwoorden[:3]) == {422}
