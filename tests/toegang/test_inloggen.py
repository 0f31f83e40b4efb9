"""Coming in with a local account: two proofs for everybody, the same answer for everybody, and no guessing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pyotp
import pytest
from django.contrib.auth import get_user
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.test_vreemde_invoer import VREEMD
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.inlog import remming, totp
from verantwoord.toegang.inlog.actions import add_app, reset_factoren
from verantwoord.toegang.inlog.geheimen import ontsleutel
from verantwoord.toegang.inlog.models import Factor, Inlogteller, Sessie
from verantwoord.toegang.models import Inzage, Medewerker
from verantwoord.toegang.rechten import ORGANISATIES, Rol

pytestmark = pytest.mark.django_db
WACHTWOORD = "vier kalme witte paarden"
MENSEN = [rol for rol in Rol if rol not in {Rol.SYSTEEM, Rol.AFZENDER}]


class TellendeHasher(MD5PasswordHasher):
    """Counts how often a password is really hashed."""

    algorithm = "tellend"
    keer = 0

    def encode(self, password, salt):
        type(self).keer += 1
        return super().encode(password, salt)


def collega(**anders) -> Medewerker:
    medewerker = MedewerkerFactory(**anders)
    medewerker.set_password(WACHTWOORD)
    medewerker.save()
    return medewerker


@pytest.fixture
def noor(db) -> Medewerker:
    return collega(gebruikersnaam="noor", naam="Noor Haverkamp")


@pytest.fixture
def geheim(noor) -> str:
    """The seed of Noor's app, set up a while ago."""
    geheim, eerder = totp.nieuw_geheim(), timezone.now() - timedelta(days=3)
    add_app(door=noor, geheim=geheim, code=pyotp.TOTP(geheim).at(eerder), nu=eerder)
    return geheim


def geef_wachtwoord(client: Client, wie: str, wachtwoord: str = WACHTWOORD, **rest):
    return client.post(reverse("toegang:inloggen"), {"username": wie, "password": wachtwoord, **rest})


def geef_code(client: Client, code: str):
    return client.post(reverse("toegang:tweede_stap"), {"code": code})


def nu_code(geheim: str) -> str:
    return pyotp.TOTP(geheim).now()


def raad(wie: str, keer: int = 5) -> list[int]:
    """Guess a password on devices that are unknown; then the wait lasts, however slow this machine is."""
    codes = [geef_wachtwoord(Client(), wie, "mis").status_code for _ in range(keer)]
    laat_wachten()
    return codes


def laat_wachten() -> None:
    Inlogteller.objects.filter(pogingen=5).update(wacht_tot=timezone.now() + timedelta(minutes=10))


def is_binnen(client: Client) -> bool:
    return get_user(client).is_authenticated


@pytest.mark.parametrize("rol", MENSEN)
def test_given_a_password_alone_when_anything_is_asked_for_then_there_is_no_session_whatever_the_role(
    client, rol
):
    medewerker = collega(rol=rol, organisatie=min(ORGANISATIES[rol]))
    dossier = DossierFactory(regievoerder=medewerker)

    antwoord = geef_wachtwoord(client, medewerker.gebruikersnaam)

    assert antwoord.headers["Location"] == reverse("toegang:instellen")
    assert not is_binnen(client)
    for adres in ("/", f"/dossiers/{dossier.pk}/", "/account/", "/api/v1/dossiers"):
        assert client.get(adres).status_code in {302, 401}
    assert not Inzage.objects.exists()


@pytest.mark.parametrize("rol", MENSEN)
def test_given_a_session_made_by_another_road_when_it_has_no_second_proof_then_it_ends_at_the_next_page(
    client, rol
):
    client.force_login(collega(rol=rol, organisatie=min(ORGANISATIES[rol])))
    sessie = client.session
    del sessie["factor"]
    sessie.save()

    antwoord = client.get("/")

    assert antwoord.headers["Location"].startswith(reverse("toegang:inloggen"))
    assert (is_binnen(client), Sessie.objects.filter(medewerker__isnull=False).count()) == (False, 0)


def test_given_password_and_code_when_both_are_right_then_one_is_in_where_one_wanted_to_be(
    client, noor, geheim
):
    eerst = geef_wachtwoord(client, "noor", next="/agenda/")
    antwoord = geef_code(client, nu_code(geheim))

    assert eerst.headers["Location"] == reverse("toegang:tweede_stap")
    assert antwoord.headers["Location"] == "/agenda/"
    assert get_user(client) == noor
    gebeurtenis = Gebeurtenis.objects.latest("volgnummer")
    assert (gebeurtenis.soort, gebeurtenis.door, gebeurtenis.gegevens) == (
        "medewerker.ingelogd",
        "noor",
        {"manier": "app"},
    )


def test_given_an_address_elsewhere_when_logged_in_then_one_stays_here(client, noor, geheim):
    geef_wachtwoord(client, "noor", next="https://elders.example/")

    assert geef_code(client, nu_code(geheim)).headers["Location"] == "/"


def test_given_a_session_before_logging_in_when_logged_in_then_no_key_from_before_opens_anything(
    client, noor, geheim, settings
):
    client.get(reverse("toegang:inloggen"))
    sleutels = []
    geef_wachtwoord(client, "noor")
    sleutels.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    geef_code(client, "000000")
    sleutels.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    geef_code(client, nu_code(geheim))
    na = client.cookies[settings.SESSION_COOKIE_NAME].value

    assert is_binnen(client)
    assert na not in sleutels
    for sleutel in sleutels:
        ander = Client()
        ander.cookies[settings.SESSION_COOKIE_NAME] = sleutel
        assert ander.get("/").status_code == 302
        assert ander.get(reverse("toegang:tweede_stap")).status_code == 302
    assert not Sessie.objects.filter(session_key__in=sleutels).exists()


def test_given_a_key_that_an_attacker_planted_when_a_password_is_given_under_it_then_the_key_changes(
    client, noor, geheim, settings
):
    aanvaller = Client()
    geef_wachtwoord(aanvaller, "noor")
    geplant = aanvaller.cookies[settings.SESSION_COOKIE_NAME].value
    client.cookies[settings.SESSION_COOKIE_NAME] = geplant

    geef_wachtwoord(client, "noor")
    halverwege = client.cookies[settings.SESSION_COOKIE_NAME].value
    geef_code(client, nu_code(geheim))

    assert halverwege != geplant
    assert (is_binnen(client), is_binnen(aanvaller)) == (True, False)


def test_given_a_code_that_was_used_when_given_again_then_it_is_refused(client, noor, geheim):
    code = nu_code(geheim)
    geef_wachtwoord(client, "noor")
    geef_code(client, code)
    ander = Client()
    geef_wachtwoord(ander, "noor")

    antwoord = geef_code(ander, code)

    assert (antwoord.status_code, is_binnen(ander)) == (422, False)
    assert set(antwoord.context["fouten"].errors) == {"code"}


def test_given_a_code_of_just_before_when_a_newer_one_was_used_then_it_is_refused(noor, geheim):
    nu, app = timezone.now(), pyotp.TOTP(geheim)

    assert totp.gebruik_code(noor, app.at(nu), nu=nu)
    assert not totp.gebruik_code(noor, app.at(nu - timedelta(seconds=30)), nu=nu)


@pytest.mark.parametrize(
    ("seconden", "goed"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)]
)
def test_given_a_clock_that_is_not_exact_when_a_code_is_given_then_one_period_is_allowed(
    noor, geheim, seconden, goed
):
    nu = timezone.now()

    assert totp.gebruik_code(noor, pyotp.TOTP(geheim).at(nu + timedelta(seconds=seconden)), nu=nu) is goed


def test_given_a_code_on_paper_when_used_then_it_opens_once_however_it_is_typed(client, noor, geheim):
    code = totp.nieuwe_herstelcodes(noor)[0]
    geef_wachtwoord(client, "noor")
    eerst = geef_code(client, f" {code.upper().replace('-', ' ')} ")
    ander = Client()
    geef_wachtwoord(ander, "noor")

    weer = geef_code(ander, code)

    assert (eerst.status_code, is_binnen(client)) == (302, True)
    assert (weer.status_code, is_binnen(ander)) == (422, False)
    assert totp.ongebruikt(noor).count() == 9


def test_given_a_code_on_paper_of_somebody_else_when_used_then_it_opens_nothing(noor, geheim):
    andermans = totp.nieuwe_herstelcodes(collega())[0]

    assert not totp.gebruik_herstelcode(noor, andermans, nu=timezone.now())


def test_given_no_second_proof_yet_when_an_app_is_set_up_then_one_is_in_with_ten_codes_on_paper(client, noor):
    geef_wachtwoord(client, "noor", next="/agenda/")
    pagina = client.get(reverse("toegang:app"))
    zaad = pagina.context["geheim"].replace(" ", "")

    fout = client.post(reverse("toegang:app"), {"code": "123"})
    antwoord = client.post(reverse("toegang:app"), {"code": nu_code(zaad)})

    assert (fout.status_code, fout.context["geheim"].replace(" ", "")) == (422, zaad)
    assert (antwoord.status_code, antwoord.templates[0].name) == (200, "toegang/herstelcodes.html")
    assert (len(antwoord.context["codes"]), antwoord.context["verder"]) == (10, "/agenda/")
    assert get_user(client) == noor
    assert all(code not in str(list(Factor.objects.values())) for code in antwoord.context["codes"])
    factor = Factor.objects.get(soort="app")
    assert (zaad in factor.geheim, ontsleutel(factor.geheim)) == (False, zaad)


def test_given_a_second_proof_when_only_the_password_was_given_then_no_other_can_be_set_up(
    client, noor, geheim
):
    geef_wachtwoord(client, "noor")

    antwoorden = [
        getattr(client, methode)(reverse(f"toegang:{naam}"))
        for naam in ("app", "passkey", "instellen")
        for methode in ("get", "post")
        if (naam, methode) != ("instellen", "post")
    ]

    assert {a.headers["Location"] for a in antwoorden} == {reverse("toegang:tweede_stap")}
    assert Factor.objects.exclude(soort="herstelcode").count() == 1


def test_given_a_password_that_changed_meanwhile_when_the_code_is_given_then_one_begins_again(
    client, noor, geheim
):
    geef_wachtwoord(client, "noor")
    noor.set_password("een ander wachtwoord")
    noor.save()

    antwoord = geef_code(client, nu_code(geheim))

    assert (antwoord.headers["Location"], is_binnen(client)) == (reverse("toegang:inloggen"), False)


def test_given_an_account_that_closed_meanwhile_when_the_code_is_given_then_one_begins_again(
    client, noor, geheim
):
    geef_wachtwoord(client, "noor")
    Medewerker.objects.filter(pk=noor.pk).update(is_active=False)

    assert geef_code(client, nu_code(geheim)).headers["Location"] == reverse("toegang:inloggen")


def test_given_too_long_between_the_two_when_the_code_is_given_then_one_begins_again(client, noor, geheim):
    geef_wachtwoord(client, "noor")
    sessie = client.session
    sessie["inlog"] |= {"op": sessie["inlog"]["op"] - 16 * 60}
    sessie.save()

    assert geef_code(client, nu_code(geheim)).headers["Location"] == reverse("toegang:inloggen")


@pytest.mark.parametrize("rol", [Rol.AFZENDER, Rol.SYSTEEM])
def test_given_an_account_of_a_program_when_its_password_is_given_then_it_is_as_if_it_were_wrong(client, rol):
    programma = collega(rol=rol)

    antwoord = geef_wachtwoord(client, programma.gebruikersnaam)

    assert (antwoord.status_code, is_binnen(client)) == (422, False)
    client.force_login(programma)
    assert client.get("/").status_code == 302


def test_given_any_wrong_log_in_when_answered_then_it_says_the_same_after_the_same_work(settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.TellendeHasher"]
    collega(gebruikersnaam="bestaat")
    collega(gebruikersnaam="dicht", is_active=False)
    collega(gebruikersnaam="programma", rol=Rol.AFZENDER)
    zonder = MedewerkerFactory(gebruikersnaam="zonder")
    zonder.set_unusable_password()
    zonder.save()
    werk, zinnen = {}, set()

    for wie in ("bestaat", "dicht", "programma", "zonder", "bestaat-niet"):
        TellendeHasher.keer = 0
        antwoord = geef_wachtwoord(Client(), wie, "dit is het niet")
        werk[wie] = TellendeHasher.keer
        zinnen.add((antwoord.status_code, str(antwoord.context["form"].errors)))

    assert werk == dict.fromkeys(werk, 1)
    assert len(zinnen) == 1


def test_given_many_guesses_when_each_is_answered_then_only_the_first_few_are_looked_at(
    settings, noor, geheim
):
    settings.PASSWORD_HASHERS = [f"{__name__}.TellendeHasher"]
    eerst = {naam: raad(naam) for naam in ("noor", "niemand")}
    TellendeHasher.keer = 0

    antwoorden = [
        geef_wachtwoord(Client(), naam, wachtwoord)
        for naam in ("noor", "niemand")
        for wachtwoord in ("mis", WACHTWOORD)
    ]

    assert eerst == {"noor": [422] * 5, "niemand": [422] * 5}
    assert [a.status_code for a in antwoorden] == [429] * 4
    assert TellendeHasher.keer == 0
    assert {590 < int(a.headers["Retry-After"]) <= 601 for a in antwoorden} == {True}


def test_given_the_delay_when_guesses_go_on_then_it_doubles_to_a_quarter_of_an_hour():
    nu, wachten = timezone.now(), []

    for _ in range(18):
        remming.tel(soort="wachtwoord", wie="noor", apparaat="", adres="10.0.0.1", nu=nu)
        volgende = Inlogteller.objects.get(
            sinds=nu, pogingen__lt=100, wacht_tot__gte=nu, sleutel__in=_sleutel()
        )
        wachten.append(int((volgende.wacht_tot - nu).total_seconds()))
        nu = volgende.wacht_tot

    assert wachten == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]


def _sleutel() -> list[str]:
    return [remming.afdruk("account", "wachtwoord", "noor", "")]


def test_given_a_device_that_was_here_before_when_somebody_guesses_elsewhere_then_its_owner_still_comes_in(
    client, noor, geheim
):
    geef_wachtwoord(client, "noor")
    geef_code(client, nu_code(geheim))
    client.post(reverse("toegang:uitloggen"))
    raad("noor")

    elders = geef_wachtwoord(Client(), "noor")
    eigen = geef_wachtwoord(client, "noor")

    assert (elders.status_code, eigen.status_code) == (429, 302)


def test_given_the_mark_of_a_device_when_taken_to_another_account_then_it_is_an_unknown_device(
    client, noor, geheim
):
    ander = collega()
    geef_wachtwoord(client, "noor")
    geef_code(client, nu_code(geheim))
    client.post(reverse("toegang:uitloggen"))
    raad(ander.gebruikersnaam)

    assert geef_wachtwoord(client, ander.gebruikersnaam).status_code == 429


def test_given_one_address_that_tries_many_names_when_its_budget_is_spent_then_it_waits(settings):
    nu = timezone.now()

    pogingen = [
        remming.tel(soort="wachtwoord", wie=f"naam{i}", apparaat="", adres="10.0.0.1", nu=nu)
        for i in range(101)
    ]

    assert [p.wachten > 0 for p in pogingen] == [False] * 100 + [True]
    ander = remming.tel(soort="wachtwoord", wie="naam1", apparaat="", adres="10.0.0.2", nu=nu)
    later = remming.tel(
        soort="wachtwoord", wie="nieuw", apparaat="", adres="10.0.0.1", nu=nu + timedelta(minutes=16)
    )
    assert (ander.wachten, later.wachten) == (0, 0)


def test_given_tries_that_were_right_when_counted_then_an_office_behind_one_address_does_not_spend_it():
    nu = timezone.now()

    for i in range(300):
        poging = remming.tel(soort="wachtwoord", wie=f"naam{i}", apparaat="", adres="10.0.0.1", nu=nu)
        remming.gelukt(poging, nu=nu)

    assert poging.wachten == 0


def test_given_what_is_counted_when_reading_the_table_then_it_names_nobody_and_no_address(client, noor):
    geef_wachtwoord(client, "noor", "mis")

    inhoud = str(list(Inlogteller.objects.values()))
    assert ("noor" in inhoud, "127.0.0.1" in inhoud, Inlogteller.objects.count()) == (False, False, 2)


@pytest.mark.parametrize(
    ("proxies", "keten", "adres"),
    [
        (0, "10.9.9.9", "192.0.2.7"),
        (1, "10.9.9.9, 198.51.100.4", "198.51.100.4"),
        (2, "10.9.9.9, 198.51.100.4, 10.0.0.1", "198.51.100.4"),
        (1, "", "192.0.2.7"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
def test_given_servers_in_front_when_asked_from_where_then_only_what_these_say_counts(
    rf, settings, proxies, keten, adres
):
    settings.PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.7", headers={"X-Forwarded-For": keten} if keten else {})

    assert remming.adres_van(request) == adres


def test_given_guesses_of_the_code_when_they_go_on_then_they_are_slowed_down_too(client, noor, geheim):
    geef_wachtwoord(client, "noor")

    antwoorden = [geef_code(client, f"{i:06}").status_code for i in range(5)]
    laat_wachten()

    assert antwoorden == [422] * 5
    assert geef_code(client, nu_code(geheim)).status_code == 429


@pytest.mark.parametrize(
    ("demo", "productie", "gemerkt", "binnen"),
    [
        (True, False, True, True),
        (True, False, False, False),
        (False, False, True, False),
        (True, True, True, False),
    ],
)
def test_given_a_printed_log_in_of_a_demo_when_it_is_a_demo_then_a_password_is_enough_and_nowhere_else(
    client, settings, demo, productie, gemerkt, binnen
):
    settings.DEMO, settings.PRODUCTIE = demo, productie
    medewerker = collega(alleen_wachtwoord=gemerkt)

    geef_wachtwoord(client, medewerker.gebruikersnaam)

    assert is_binnen(client) is binnen


def test_given_a_demo_when_the_log_in_page_opens_then_it_says_so(client, settings):
    settings.DEMO = True

    assert "Dit is een demo" in client.get(reverse("toegang:inloggen")).content.decode()


def test_given_somebody_who_lost_the_proof_when_beheer_takes_it_away_then_the_sessions_end_too(
    client, noor, geheim
):
    beheerder = MedewerkerFactory(beheerder=True)
    client.force_login(noor)

    reset_factoren(door=beheerder, medewerker_id=noor.pk)

    assert (is_binnen(client), Factor.objects.count()) == (False, 0)
    assert geef_wachtwoord(Client(), "noor").headers["Location"] == reverse("toegang:instellen")
    gebeurtenis = Gebeurtenis.objects.latest("volgnummer")
    assert (gebeurtenis.soort, gebeurtenis.gegevens) == ("medewerker.tweede_stap_weggehaald", {"van": "noor"})


def test_given_the_systems_own_account_when_made_then_it_has_no_password():
    assert not systeem().has_usable_password()


@pytest.mark.django_db(transaction=True)
def test_given_guesses_on_many_servers_at_once_when_counted_then_no_more_are_looked_at():
    nu = timezone.now()

    def raad(_nummer: int) -> bool:
        try:
            poging = remming.tel(soort="wachtwoord", wie="noor", apparaat="", adres="10.0.0.1", nu=nu)
        finally:
            connection.close()
        return poging.wachten == 0

    with ThreadPoolExecutor(max_workers=8) as servers:
        bekeken = list(servers.map(raad, range(80)))

    assert sum(bekeken) == 5


@pytest.mark.parametrize("vreemd", VREEMD)
def test_given_something_strange_when_sent_to_any_form_of_logging_in_then_it_is_answered(
    client, noor, vreemd
):
    client.raise_request_exception = False
    client.cookies["apparaat"] = vreemd[:50]

    codes = [geef_wachtwoord(client, vreemd, vreemd, next=vreemd).status_code]
    geef_wachtwoord(client, "noor")
    codes += [
        client.post(reverse(f"toegang:{naam}"), lading).status_code
        for naam in ("app", "passkey")
        for lading in ({}, {"code": vreemd, "naam": vreemd, "antwoord": vreemd})
    ]
    codes.append(
        client.get(
            reverse("toegang:van_organisatie"), {"code": vreemd[:99], "state": vreemd[:99]}
        ).status_code
    )
    geheim, nu = totp.nieuw_geheim(), timezone.now()
    add_app(door=noor, geheim=geheim, code=pyotp.TOTP(geheim).at(nu), nu=nu)
    client.force_login(noor)
    codes.append(client.post(reverse("toegang:bevestigen"), {"antwoord": vreemd}).status_code)
    codes.append(client.post(reverse("toegang:bevestigen"), {"code": vreemd}).status_code)

    assert max(codes) < 500
