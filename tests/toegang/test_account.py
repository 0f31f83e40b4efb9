"""One's own page: with what one logs in, where one is logged in, and how long that lasts."""

import os
import subprocess
import sys
from datetime import timedelta
from uuid import uuid4

import pyotp
import pytest
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.inlog import totp
from verantwoord.toegang.inlog.actions import add_app, add_passkey
from verantwoord.toegang.inlog.geheimen import versleutel
from verantwoord.toegang.inlog.models import Factor, Sessie
from verantwoord.toegang.models import Medewerker

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0"


@pytest.fixture
def noor(db) -> Medewerker:
    medewerker = MedewerkerFactory(gebruikersnaam="noor", naam="Noor Haverkamp")
    medewerker.set_password("vier kalme witte paarden")
    medewerker.save()
    return medewerker


@pytest.fixture
def geheim(noor) -> str:
    geheim, eerder = totp.nieuw_geheim(), timezone.now() - timedelta(days=3)
    add_app(door=noor, geheim=geheim, code=pyotp.TOTP(geheim).at(eerder), nu=eerder)
    return geheim


@pytest.fixture
def ingelogd(client, noor, geheim) -> Client:
    client.force_login(noor)
    return client


def zet(client: Client, **waarden) -> None:
    sessie = client.session
    for naam, waarde in waarden.items():
        sessie[naam] = waarde
    sessie.save()


def elders(medewerker: Medewerker) -> Client:
    ander = Client()
    ander.force_login(medewerker)
    return ander


def is_binnen(client: Client) -> bool:
    return get_user(client).is_authenticated


def test_given_somebody_logged_in_when_the_page_opens_then_it_shows_the_own_proofs_and_not_those_of_others(
    ingelogd, noor
):
    ander = MedewerkerFactory()
    add_passkey(door=ander, naam="van een ander", sleutel=versleutel("x"))

    antwoord = ingelogd.get(reverse("toegang:beveiliging"))

    assert [f.naam for f in antwoord.context["factoren"]] == ["App met codes"]
    assert antwoord.context["herstelcodes"] == 10
    assert "van een ander" not in antwoord.content.decode()


def test_given_a_proof_of_a_while_ago_when_the_way_in_is_changed_then_it_is_proved_again_first(
    ingelogd, noor, geheim
):
    zet(ingelogd, bewezen=timezone.now().timestamp() - 16 * 60)
    factor = Factor.objects.get(soort="app")
    adressen = [
        ("get", reverse("toegang:app")),
        ("post", reverse("toegang:app")),
        ("get", reverse("toegang:passkey")),
        ("post", reverse("toegang:herstelcodes")),
        ("post", reverse("toegang:factor_verwijderen", args=[factor.pk])),
    ]

    heen = [
        getattr(ingelogd, methode)(adres).headers["Location"].split("?")[0] for methode, adres in adressen
    ]

    assert heen == [reverse("toegang:bevestigen")] * 5
    sleutel = ingelogd.session.session_key
    antwoord = ingelogd.post(
        f"{reverse('toegang:bevestigen')}?next={reverse('toegang:app')}", {"code": pyotp.TOTP(geheim).now()}
    )
    assert antwoord.headers["Location"] == reverse("toegang:app")
    assert ingelogd.get(reverse("toegang:app")).status_code == 200
    assert ingelogd.session.session_key != sleutel


def test_given_a_wrong_code_when_proving_again_then_nothing_opens(ingelogd):
    zet(ingelogd, bewezen=0)

    antwoord = ingelogd.post(reverse("toegang:bevestigen"), {"code": "000000"})

    assert antwoord.status_code == 422
    assert ingelogd.get(reverse("toegang:app")).status_code == 302


def test_given_the_only_proof_when_removed_then_it_stays_and_a_sentence_says_why(ingelogd):
    factor = Factor.objects.get(soort="app")

    antwoord = ingelogd.post(reverse("toegang:factor_verwijderen", args=[factor.pk]), follow=True)

    assert [str(m) for m in antwoord.context["messages"]] == [
        "Dit is uw enige tweede stap. Voeg eerst een andere toe."
    ]
    assert Factor.objects.filter(pk=factor.pk).exists()


def test_given_two_proofs_when_one_is_removed_then_it_opens_nothing_and_that_is_an_event(ingelogd, noor):
    add_passkey(door=noor, naam="laptop", sleutel=versleutel("x"))
    factor = Factor.objects.get(soort="app")

    ingelogd.post(reverse("toegang:factor_verwijderen", args=[factor.pk]))

    assert [f.naam for f in Factor.objects.exclude(soort="herstelcode")] == ["laptop"]
    gebeurtenis = Gebeurtenis.objects.latest("volgnummer")
    assert (gebeurtenis.soort, gebeurtenis.gegevens) == (
        "medewerker.tweede_stap_verwijderd",
        {"soort": "app", "naam": "App met codes"},
    )


def test_given_the_proof_of_somebody_else_when_removing_it_then_it_stays(ingelogd, noor):
    ander = MedewerkerFactory()
    add_passkey(door=ander, naam="van een ander", sleutel=versleutel("x"))
    add_passkey(door=noor, naam="eigen", sleutel=versleutel("y"))
    andermans = Factor.objects.get(naam="van een ander")

    ingelogd.post(reverse("toegang:factor_verwijderen", args=[andermans.pk]))

    assert Factor.objects.filter(pk=andermans.pk).exists()


def test_given_a_new_app_when_it_is_set_up_then_the_old_one_makes_no_more_right_codes(ingelogd, noor, geheim):
    zaad = ingelogd.get(reverse("toegang:app")).context["geheim"].replace(" ", "")

    antwoord = ingelogd.post(reverse("toegang:app"), {"code": pyotp.TOTP(zaad).now()})

    straks = timezone.now() + timedelta(minutes=2)
    assert antwoord.headers["Location"] == reverse("toegang:beveiliging")
    assert not totp.gebruik_code(noor, pyotp.TOTP(geheim).at(straks), nu=straks)
    assert totp.gebruik_code(noor, pyotp.TOTP(zaad).at(straks), nu=straks)


def test_given_new_codes_on_paper_when_made_then_the_old_ones_are_worth_nothing(ingelogd, noor):
    oud = totp.nieuwe_herstelcodes(noor)

    nieuw = ingelogd.post(reverse("toegang:herstelcodes")).context["codes"]

    nu = timezone.now()
    assert [totp.gebruik_herstelcode(noor, code, nu=nu) for code in (oud[0], nieuw[0])] == [False, True]


def test_given_an_answer_that_no_passkey_made_when_sent_then_it_is_refused_in_words(ingelogd):
    ingelogd.get(reverse("toegang:passkey"))

    for onzin in (
        "",
        "{}",
        "[]",
        '{"id": 1}',
        "9" * 5000,
        '{"id":"AA","rawId":"AA","type":"public-key","response":{}}',
    ):
        antwoord = ingelogd.post(reverse("toegang:passkey"), {"naam": "x", "antwoord": onzin})
        assert (antwoord.status_code, Factor.objects.filter(soort="passkey").count()) == (422, 0)


def test_given_nonsense_of_a_passkey_when_it_is_the_second_proof_then_nobody_comes_in(client, noor):
    client.post(reverse("toegang:inloggen"), {"username": "noor", "password": "vier kalme witte paarden"})
    add_app_later = totp.nieuw_geheim()
    nu = timezone.now()
    add_app(door=noor, geheim=add_app_later, code=pyotp.TOTP(add_app_later).at(nu), nu=nu)

    codes = [
        client.post(reverse("toegang:tweede_stap"), {"antwoord": onzin}).status_code
        for onzin in ("", "{}", "null", '{"id": "AA"}')
    ]

    assert (codes, is_binnen(client)) == ([422] * 4, False)


def test_given_two_devices_when_the_list_opens_then_both_are_named_and_this_one_cannot_be_ended(noor):
    hier, daar = (
        Client(headers={"User-Agent": FIREFOX}),
        Client(headers={"User-Agent": EDGE}),
    )
    for client, kenmerk in ((hier, FIREFOX), (daar, EDGE)):
        client.force_login(noor)
        zet(client, apparaat={FIREFOX: "Firefox, Linux", EDGE: "Edge, Windows"}[kenmerk])
    elders(MedewerkerFactory())

    antwoord = hier.get(reverse("toegang:sessies"))

    assert sorted(s.apparaat for s in antwoord.context["sessies"]) == ["Edge, Windows", "Firefox, Linux"]
    assert antwoord.content.decode().count("Deze sessie") == 1
    assert hier.session.session_key not in antwoord.content.decode()


def test_given_a_browser_when_somebody_logs_in_with_it_then_the_list_calls_it_by_its_name(
    client, noor, geheim
):
    for kenmerk in (FIREFOX, EDGE, ""):
        bezoeker = Client(headers={"User-Agent": kenmerk})
        bezoeker.post(
            reverse("toegang:inloggen"), {"username": "noor", "password": "vier kalme witte paarden"}
        )
        bezoeker.post(reverse("toegang:tweede_stap"), {"code": totp.nieuwe_herstelcodes(noor)[0]})

    namen = Sessie.objects.filter(medewerker=noor).values_list("apparaat", "manier")
    assert sorted(namen) == [
        ("", "herstelcode"),
        ("Edge, Windows", "herstelcode"),
        ("Firefox, Linux", "herstelcode"),
    ]


def test_given_another_session_when_ended_then_its_next_page_finds_nobody(ingelogd, noor):
    ander = elders(noor)
    nummer = ander.session["nummer"]

    ingelogd.post(reverse("toegang:sessie_beeindigen", args=[nummer]))

    assert (is_binnen(ander), is_binnen(ingelogd)) == (False, True)


@pytest.mark.parametrize("wiens", ["ander", "niemand"])
def test_given_a_session_that_is_not_mine_when_ending_it_then_it_goes_on(ingelogd, wiens):
    ander = elders(MedewerkerFactory())
    nummer = ander.session["nummer"] if wiens == "ander" else uuid4()

    antwoord = ingelogd.post(reverse("toegang:sessie_beeindigen", args=[nummer]), follow=True)

    assert is_binnen(ander)
    assert [str(m) for m in antwoord.context["messages"]] == ["Daar was u al uitgelogd."]


def test_given_many_sessions_when_all_others_are_ended_then_this_one_is_left(ingelogd, noor):
    anderen, vreemde = [elders(noor) for _ in range(3)], elders(MedewerkerFactory())

    ingelogd.post(reverse("toegang:andere_sessies_beeindigen"))

    assert [is_binnen(c) for c in (*anderen, ingelogd, vreemde)] == [False] * 3 + [True, True]
    assert Gebeurtenis.objects.latest("volgnummer").gegevens == {"aantal": 3}


def test_given_a_new_password_when_chosen_then_only_this_session_is_left(ingelogd, noor):
    ander = elders(noor)

    ingelogd.post(
        reverse("toegang:wachtwoord"),
        {
            "huidig": "vier kalme witte paarden",
            "nieuw": "zes rustige grijze ezels",
            "nogmaals": "zes rustige grijze ezels",
        },
    )

    assert (is_binnen(ingelogd), is_binnen(ander)) == (True, False)
    assert Sessie.objects.filter(medewerker=noor).count() == 1


@pytest.mark.parametrize(
    ("begonnen", "gezien", "binnen"),
    [
        (timedelta(hours=7, minutes=59), timedelta(minutes=5), True),
        (timedelta(hours=8, minutes=1), timedelta(minutes=5), False),
        (timedelta(hours=2), timedelta(minutes=59), True),
        (timedelta(hours=2), timedelta(minutes=61), False),
    ],
)
def test_given_a_session_when_time_passes_then_it_ends_after_eight_hours_or_an_hour_unused(
    ingelogd, begonnen, gezien, binnen
):
    nu = timezone.now()
    # What the store would have written when this session was last used.
    sessie = Sessie.objects.get(session_key=ingelogd.session.session_key)
    sessie.expire_date = min(nu - begonnen + timedelta(hours=8), nu - gezien + timedelta(hours=1))
    sessie.save()

    assert is_binnen(ingelogd) is binnen


def test_given_sessions_that_are_over_when_somebody_logs_in_then_they_are_thrown_away(client, noor, geheim):
    elders(MedewerkerFactory())
    Sessie.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    client.post(reverse("toegang:inloggen"), {"username": "noor", "password": "vier kalme witte paarden"})
    client.post(reverse("toegang:tweede_stap"), {"code": pyotp.TOTP(geheim).now()})

    assert list(Sessie.objects.values_list("medewerker", flat=True)) == [noor.pk]


def test_given_use_all_day_when_written_again_then_the_end_of_the_day_stays_where_it_was(ingelogd):
    nu = timezone.now()
    zet(ingelogd, begonnen=(nu - timedelta(hours=7, minutes=30)).timestamp(), gezien=nu.timestamp() - 120)

    ingelogd.get("/")

    sessie = Sessie.objects.get(session_key=ingelogd.session.session_key)
    assert timedelta(minutes=29) < sessie.expire_date - nu < timedelta(minutes=31)
    assert sessie.gezien_op >= nu


def test_given_a_page_within_the_minute_when_asked_for_then_the_session_is_not_written(ingelogd):
    ingelogd.get(reverse("toegang:sessies"))

    antwoord = ingelogd.get(reverse("toegang:sessies"))

    assert "sessie" not in antwoord.cookies


def test_given_nobody_logged_in_when_a_session_is_kept_then_it_lasts_a_quarter_of_an_hour(client, noor):
    client.post(reverse("toegang:inloggen"), {"username": "noor", "password": "vier kalme witte paarden"})

    sessie = Sessie.objects.get(session_key=client.session.session_key)
    assert timedelta(minutes=14) < sessie.expire_date - timezone.now() <= timedelta(minutes=15)
    assert (sessie.medewerker, sessie.nummer) == (None, None)


def test_given_real_use_when_cookies_are_set_then_their_names_bind_them_to_this_site():
    namen = "SESSION_COOKIE_NAME CSRF_COOKIE_NAME APPARAAT_COOKIE_NAME SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE PROXIES"
    uit = subprocess.run(  # noqa: S603 - our own settings, read anew in a process of their own
        [
            sys.executable,
            "-c",
            f"from django.conf import settings as s; print([getattr(s, n) for n in {namen.split()}], s.SESSION_COOKIE_DOMAIN, s.SESSION_COOKIE_PATH)",
        ],
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "verantwoord.project.settings",
            "VERANTWOORD_PRODUCTIE": "1",
            "VERANTWOORD_SECRET_KEY": "x" * 60,
            "DATABASE_URL": "postgresql://app@db.example/verantwoord",
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert uit.stdout.strip() == "['__Host-sessie', '__Host-csrf', '__Host-apparaat', True, True, 1] None /"


def test_given_somebody_of_the_organisation_when_the_page_opens_then_it_says_where_to_change_what(client):
    via = MedewerkerFactory()
    via.set_unusable_password()
    via.save()
    client.force_login(via)

    antwoord = client.get(reverse("toegang:beveiliging"))

    assert "U logt in via uw organisatie" in antwoord.content.decode()
    assert [
        client.get(reverse(f"toegang:{naam}")).headers["Location"]
        for naam in ("wachtwoord", "app", "passkey")
    ] == [reverse("toegang:beveiliging")] * 3


def test_given_the_table_of_django_when_somebody_logs_in_then_it_is_not_used(ingelogd):
    assert not Session.objects.exists()


def test_given_a_page_of_the_account_when_nobody_is_logged_in_then_the_log_in_page_comes(client):
    namen = ("beveiliging", "sessies", "bevestigen", "app", "passkey", "instellen", "tweede_stap")

    heen = {client.get(reverse(f"toegang:{naam}")).headers["Location"].split("?")[0] for naam in namen}

    assert heen == {reverse("toegang:inloggen")}


def test_given_a_page_that_stood_open_when_it_asks_who_is_logged_in_then_it_hears_that_and_nobody_else_does(
    ingelogd, noor
):
    antwoord = ingelogd.get(reverse("toegang:ingelogd"))

    assert antwoord.json().keys() == {"kenmerk", "token"}
    assert antwoord.json()["kenmerk"] == str(noor.pk)
    assert Client().get(reverse("toegang:ingelogd")).status_code == 302
