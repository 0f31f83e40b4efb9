"""Coming in by the log-in of the organisation, tested against a provider that really runs."""

from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.inlog.models import Aanmelding, Koppeling, Rolclaim, Sessie
from verantwoord.toegang.inlog.rollen import link_account
from verantwoord.toegang.models import Medewerker, Sleutel

pytestmark = pytest.mark.django_db


def is_binnen(client: Client) -> bool:
    return get_user(client).is_authenticated


def test_given_a_group_with_a_role_when_logging_in_then_there_is_an_account_with_that_role(
    client, rolclaim, via_organisatie
):
    antwoord = via_organisatie(client, naar="/agenda/")

    medewerker = get_user(client)
    assert (antwoord.status_code, antwoord.headers["Location"]) == (302, "/agenda/")
    assert (
        medewerker.gebruikersnaam,
        medewerker.naam,
        medewerker.rol,
        medewerker.organisatie,
        medewerker.team,
    ) == (
        "n.haverkamp",
        "Noor Haverkamp",
        "regievoerder",
        "dtv",
        None,
    )
    assert not medewerker.has_usable_password()
    assert client.get("/").status_code == 200
    assert list(Gebeurtenis.objects.order_by("volgnummer").values_list("soort", "door")) == [
        ("medewerker.toegevoegd", "systeem"),
        ("medewerker.ingelogd", "n.haverkamp"),
    ]


def test_given_the_way_out_when_read_then_it_asks_with_pkce_state_and_nonce(client, aanbieder):
    heen = client.get(reverse("toegang:naar_organisatie")).headers["Location"]

    vraag = {naam: waarde for naam, (waarde,) in parse_qs(urlsplit(heen).query).items()}
    assert {
        naam: vraag[naam] for naam in ("response_type", "client_id", "code_challenge_method", "scope")
    } == {
        "response_type": "code",
        "client_id": "verantwoord",
        "code_challenge_method": "S256",
        "scope": "openid profile",
    }
    assert all(len(vraag[naam]) >= 20 for naam in ("state", "nonce", "code_challenge"))
    assert "code_verifier" not in vraag


@pytest.mark.parametrize(
    ("vervalsing", "reden"),
    [
        ("zonder_handtekening", "UnsupportedAlgorithmError"),
        ("met_publieke_sleutel", "UnsupportedAlgorithmError"),
        ("andere_sleutel", "BadSignatureError"),
        ("verlopen", "ExpiredTokenError"),
        ("zonder_exp", "MissingClaimError"),
        ("andere_aud", "InvalidClaimError"),
        ("ook_een_andere_aud", "InvalidClaimError"),
        ("andere_nonce", "InvalidClaimError"),
        ("zonder_nonce", "MissingClaimError"),
        ("andere_iss", "InvalidClaimError"),
        ("ander_token", "InvalidClaimError"),
        ("andere_userinfo", "The userinfo is about somebody else."),
        ("zonder_id_token", "There is no id_token."),
    ],
)
def test_given_an_id_token_that_does_not_hold_when_coming_back_then_nobody_comes_in(
    client, rolclaim, aanbieder, via_organisatie, caplog, vervalsing, reden
):
    aanbieder.regel(vervals=vervalsing)

    antwoord = via_organisatie(client)

    assert (antwoord.status_code, is_binnen(client)) == (403, False)
    assert not Koppeling.objects.exists()
    (regel,) = [r.getMessage() for r in caplog.records if r.name.startswith("verantwoord")]
    assert regel.partition(": ")[2] == reden


def test_given_discovery_for_another_issuer_when_going_there_then_it_goes_no_further(client, aanbieder):
    aanbieder.regel(vervals="andere_uitgever")

    antwoord = client.get(reverse("toegang:naar_organisatie"))

    assert antwoord.status_code == 403


def test_given_an_answer_that_was_used_when_sent_again_then_it_opens_nothing(
    client, rolclaim, aanbieder, via_organisatie
):
    heen = client.get(reverse("toegang:naar_organisatie")).headers["Location"]
    terug = aanbieder.kies(heen)
    client.get(terug)
    client.post(reverse("toegang:uitloggen"))

    antwoord = client.get(terug)

    assert (antwoord.status_code, is_binnen(client)) == (403, False)


def test_given_the_answer_of_somebody_else_when_their_browser_follows_it_then_it_opens_nothing(
    client, rolclaim, aanbieder
):
    heen = Client().get(reverse("toegang:naar_organisatie")).headers["Location"]
    client.get(reverse("toegang:naar_organisatie"))

    antwoord = client.get(aanbieder.kies(heen))

    assert (antwoord.status_code, is_binnen(client)) == (403, False)


def test_given_a_code_of_another_log_in_when_put_into_mine_then_pkce_refuses_it(client, rolclaim, aanbieder):
    mijn = client.get(reverse("toegang:naar_organisatie")).headers["Location"]
    ander = Client().get(reverse("toegang:naar_organisatie")).headers["Location"]
    gestolen = parse_qs(urlsplit(aanbieder.kies(ander)).query)["code"][0]
    mijn_state = parse_qs(urlsplit(mijn).query)["state"][0]

    antwoord = client.get(
        f"{reverse('toegang:van_organisatie')}?{urlencode({'code': gestolen, 'state': mijn_state})}"
    )

    assert (antwoord.status_code, is_binnen(client)) == (403, False)


def test_given_an_answer_that_names_another_issuer_when_coming_back_then_nobody_comes_in(
    client, rolclaim, aanbieder
):
    terug = aanbieder.kies(client.get(reverse("toegang:naar_organisatie")).headers["Location"])

    antwoord = client.get(f"{terug}&iss=https%3A%2F%2Feen-ander.example")

    assert (antwoord.status_code, is_binnen(client)) == (403, False)


def test_given_the_provider_said_no_when_coming_back_then_a_page_says_so(client, aanbieder):
    client.get(reverse("toegang:naar_organisatie"))

    antwoord = client.get(reverse("toegang:van_organisatie"), {"error": "access_denied", "state": "x"})

    assert (antwoord.status_code, antwoord.templates[0].name) == (403, "toegang/geweigerd.html")


@pytest.mark.parametrize(
    "claims", [{"amr": None}, {"amr": ["pwd"]}, {"amr": None, "acr": "0"}, {"amr": [["mfa"]]}]
)
def test_given_no_second_proof_in_the_claims_when_coming_back_then_a_clear_page_refuses(
    client, rolclaim, aanbieder, via_organisatie, claims
):
    aanbieder.zet(**claims)

    antwoord = via_organisatie(client)

    assert (antwoord.status_code, is_binnen(client)) == (403, False)
    assert "zonder tweede stap" in antwoord.content.decode()


def test_given_a_level_that_is_asked_for_when_the_claim_names_it_then_it_is_enough(
    client, rolclaim, aanbieder, via_organisatie, settings
):
    settings.OIDC |= {"acr": ("urn:hoog",), "amr": ()}
    aanbieder.zet(amr=["mfa"])
    zonder = via_organisatie(Client())
    aanbieder.zet(acr="urn:hoog", amr=None)

    met = via_organisatie(client)

    assert (zonder.status_code, met.status_code, is_binnen(client)) == (403, 302, True)


@pytest.mark.parametrize(
    ("groepen", "zin"),
    [
        (["iets-anders"], "geen rol"),
        ([], "geen rol"),
        (None, "geen rol"),
        ({"dtv-regie": True}, "geen rol"),
        (["dtv-regie", "dtv-leiding"], "meer dan één rol"),
    ],
)
def test_given_groups_that_give_no_single_role_when_coming_back_then_a_page_says_whom_to_ask(
    client, rolclaim, aanbieder, via_organisatie, groepen, zin
):
    Rolclaim.objects.create(waarde="dtv-leiding", organisatie="dtv", rol="manager")
    aanbieder.zet(groups=groepen)

    antwoord = via_organisatie(client)

    assert (antwoord.status_code, is_binnen(client), zin in antwoord.content.decode()) == (403, False, True)


def test_given_roles_deeper_in_the_claims_when_the_path_is_set_then_they_are_found(
    client, rolclaim, aanbieder, via_organisatie, settings
):
    settings.OIDC |= {"rolclaim": "realm_access.roles"}
    aanbieder.zet(groups=None, realm_access={"roles": ["dtv-regie"]})

    via_organisatie(client)

    assert get_user(client).rol == "regievoerder"


def test_given_an_account_of_that_name_when_a_stranger_comes_with_it_then_it_is_not_taken_over(
    client, rolclaim, via_organisatie
):
    MedewerkerFactory(gebruikersnaam="N.Haverkamp", naam="Een ander")

    antwoord = via_organisatie(client)

    assert (antwoord.status_code, is_binnen(client)) == (403, False)


def test_given_an_account_that_beheer_linked_when_coming_in_then_it_is_that_one(
    client, rolclaim, aanbieder, via_organisatie
):
    bestaand = MedewerkerFactory(gebruikersnaam="oud", naam="Noor Haverkamp")
    link_account(door=systeem(), medewerker=bestaand, uitgever=aanbieder.adres, onderwerp="sub-noor")

    via_organisatie(client)

    assert get_user(client) == bestaand


def test_given_a_closed_account_when_coming_in_then_it_stays_closed(
    client, rolclaim, aanbieder, via_organisatie
):
    dicht = MedewerkerFactory(is_active=False)
    link_account(door=systeem(), medewerker=dicht, uitgever=aanbieder.adres, onderwerp="sub-noor")

    antwoord = via_organisatie(client)

    assert (antwoord.status_code, is_binnen(client)) == (403, False)
    assert "gesloten" in antwoord.content.decode()


def test_given_another_group_when_logging_in_again_then_the_account_has_that_role_and_no_team_of_the_other(
    client, rolclaim, aanbieder, via_organisatie
):
    Rolclaim.objects.create(waarde="coa-assen", organisatie="coa", rol="coa")
    via_organisatie(client)
    medewerker = get_user(client)
    Medewerker.objects.filter(pk=medewerker.pk).update(team=TeamFactory(naam="Noord"))
    aanbieder.zet(groups=["coa-assen"])

    via_organisatie(Client())

    medewerker.refresh_from_db()
    assert (medewerker.rol, medewerker.organisatie, medewerker.team) == ("coa", "coa", None)
    assert Gebeurtenis.objects.get(soort="medewerker.gewijzigd").gegevens["wijzigingen"] == {
        "rol": ["regievoerder", "coa"],
        "organisatie": ["dtv", "coa"],
        "team": ["Noord", None],
    }


def verouder(client: Client, *, minuten: int) -> None:
    """Let it be so long ago that the organisation was asked."""
    sessie = client.session
    sessie["gecontroleerd"] -= minuten * 60
    sessie.save()
    for aanmelding in Aanmelding.objects.all():
        aanmelding.gecontroleerd_op -= timedelta(minutes=minuten)
        aanmelding.save()


def test_given_a_check_a_moment_ago_when_a_page_is_asked_for_then_the_organisation_is_not_asked(
    client, rolclaim, aanbieder, via_organisatie
):
    via_organisatie(client)
    eerst = aanbieder.gevraagd()

    client.get("/")

    assert aanbieder.gevraagd() == eerst


def test_given_a_check_too_long_ago_when_all_is_well_then_one_goes_on_and_the_tokens_are_new(
    client, rolclaim, aanbieder, via_organisatie
):
    via_organisatie(client)
    oud = Aanmelding.objects.get().geheim
    verouder(client, minuten=6)

    eerste, tweede = client.get("/"), client.get("/")

    assert (eerste.status_code, tweede.status_code) == (200, 200)
    assert Aanmelding.objects.get().geheim != oud
    assert aanbieder.gevraagd() == 2

    verouder(client, minuten=6)
    assert client.get("/").status_code == 200


def test_given_tokens_that_live_half_a_minute_when_checked_again_and_again_then_one_stays_in(
    client, rolclaim, aanbieder, via_organisatie
):
    aanbieder.regel(kort=True)
    via_organisatie(client)

    for _ in range(3):
        verouder(client, minuten=6)
        assert client.get("/").status_code == 200


def test_given_an_account_that_ended_over_there_when_checked_then_the_session_ends(
    client, rolclaim, aanbieder, via_organisatie
):
    via_organisatie(client)
    aanbieder.trek_in()
    verouder(client, minuten=6)

    antwoord = client.get("/")

    assert antwoord.headers["Location"].startswith(reverse("toegang:inloggen"))
    assert (is_binnen(client), Aanmelding.objects.count()) == (False, 0)


def test_given_a_group_that_was_left_when_checked_then_every_session_and_every_token_ends(
    client, rolclaim, aanbieder, via_organisatie
):
    elders = Client()
    via_organisatie(elders)
    via_organisatie(client)
    medewerker = get_user(client)
    Sleutel.objects.create(medewerker=medewerker, naam="eigen programma", digest="0" * 64)
    aanbieder.zet(groups=["iets-anders"])
    verouder(client, minuten=6)

    client.get("/")

    assert (is_binnen(client), is_binnen(elders)) == (False, False)
    assert not Sessie.objects.filter(medewerker=medewerker).exists()
    assert not Sleutel.objects.filter(ingetrokken_op__isnull=True).exists()
    assert Gebeurtenis.objects.latest("volgnummer").soort == "medewerker.rechten_beeindigd"


def meld_af(bericht: str):
    return Client(enforce_csrf_checks=True).post(reverse("toegang:afgemeld"), {"logout_token": bericht})


def test_given_a_log_in_that_ended_over_there_when_the_provider_says_so_then_the_next_request_is_refused(
    client, rolclaim, aanbieder, via_organisatie
):
    elders = Client()
    via_organisatie(client)
    via_organisatie(elders)
    medewerker = get_user(client)
    collega = Client()
    collega.force_login(MedewerkerFactory())

    antwoord = meld_af(aanbieder.afmelding())

    assert (antwoord.status_code, antwoord.headers["Cache-Control"].count("no-store")) == (204, 1)
    assert [is_binnen(wie) for wie in (client, elders, collega)] == [False, False, True]
    assert client.get("/").status_code == 302
    assert not Aanmelding.objects.filter(medewerker=medewerker).exists()
    laatste = Gebeurtenis.objects.latest("volgnummer")
    assert (laatste.soort, laatste.door) == ("medewerker.afgemeld", "systeem")


@pytest.mark.parametrize(
    ("vervalsing", "anders"),
    [
        ("zonder_handtekening", {}),
        ("met_publieke_sleutel", {}),
        ("andere_sleutel", {}),
        ("verlopen", {}),
        ("andere_aud", {}),
        ("andere_iss", {}),
        ("zonder_exp", {}),
        ("", {"events": {}}),
        ("", {"events": "http://schemas.openid.net/event/backchannel-logout"}),
        ("", {"events": None}),
        ("", {"nonce": "van-een-inlog"}),
        ("", {"jti": None}),
        ("", {"sub": None, "sid": "een-sessie-daar"}),
        ("", {"sub": 7}),
        ("", {"iat": -600, "exp": 600}),
    ],
)
def test_given_a_message_that_does_not_hold_when_it_says_so_then_everybody_stays(
    client, rolclaim, aanbieder, via_organisatie, vervalsing, anders
):
    via_organisatie(client)
    aanbieder.regel(vervals=vervalsing)

    antwoord = meld_af(aanbieder.afmelding(**anders))

    assert (antwoord.status_code, is_binnen(client)) == (400, True)


@pytest.mark.parametrize("bericht", ["", "geen.geldig.bericht", "\x00", "a" * 5000])
def test_given_what_is_no_message_at_all_when_sent_then_it_is_refused(
    client, rolclaim, via_organisatie, bericht
):
    via_organisatie(client)

    assert (meld_af(bericht).status_code, is_binnen(client)) == (400, True)


def test_given_somebody_who_never_came_in_when_their_log_in_ends_then_nothing_happens(
    client, rolclaim, aanbieder, via_organisatie
):
    via_organisatie(client)
    voor = Gebeurtenis.objects.count()

    antwoord = meld_af(aanbieder.afmelding(sub="sub-onbekend"))

    assert (antwoord.status_code, is_binnen(client), Gebeurtenis.objects.count()) == (204, True, voor)


def test_given_no_provider_when_somebody_says_that_a_log_in_ended_then_there_is_no_such_page(settings):
    settings.OIDC = None

    assert meld_af("x").status_code == 404


def test_given_a_provider_that_is_away_when_its_keys_are_needed_then_it_may_try_again(aanbieder):
    bericht = aanbieder.afmelding()
    aanbieder.regel(weg=True)

    assert meld_af(bericht).status_code == 503


def test_given_a_group_that_beheer_took_away_when_checked_then_its_holder_is_out(
    client, rolclaim, via_organisatie
):
    via_organisatie(client)
    rolclaim.delete()
    verouder(client, minuten=6)

    client.get("/")

    assert not is_binnen(client)


def test_given_another_group_when_checked_then_the_role_changes_within_the_session(
    client, rolclaim, aanbieder, via_organisatie
):
    Rolclaim.objects.create(waarde="dtv-leiding", organisatie="dtv", rol="manager")
    via_organisatie(client)
    aanbieder.zet(groups=["dtv-leiding"])
    verouder(client, minuten=6)

    client.get("/")

    assert get_user(client).rol == "manager"


@pytest.mark.parametrize(("minuten", "binnen"), [(6, True), (16, False)])
def test_given_a_provider_that_does_not_answer_when_checked_then_one_may_go_on_for_a_while_only(
    client, rolclaim, aanbieder, via_organisatie, minuten, binnen
):
    via_organisatie(client)
    aanbieder.regel(weg=True)
    verouder(client, minuten=minuten)

    client.get("/")

    assert is_binnen(client) is binnen


def test_given_a_provider_that_does_not_answer_when_going_there_then_a_page_says_so(client, aanbieder):
    aanbieder.regel(weg=True)

    antwoord = client.get(reverse("toegang:naar_organisatie"))

    assert (antwoord.status_code, antwoord.templates[0].name) == (503, "toegang/geweigerd.html")


def test_given_a_closed_account_when_the_next_page_is_asked_for_then_nobody_is_logged_in(
    client, rolclaim, via_organisatie
):
    via_organisatie(client)
    Medewerker.objects.filter(gebruikersnaam="n.haverkamp").update(is_active=False)

    assert client.get("/").headers["Location"].startswith(reverse("toegang:inloggen"))


def test_given_a_log_out_when_done_then_what_was_kept_to_ask_is_forgotten(client, rolclaim, via_organisatie):
    via_organisatie(client)

    client.post(reverse("toegang:uitloggen"))

    assert (Aanmelding.objects.count(), is_binnen(client)) == (0, False)


def test_given_the_tokens_when_reading_the_database_then_they_are_not_in_it(
    client, rolclaim, via_organisatie
):
    via_organisatie(client)

    geheim = Aanmelding.objects.get().geheim
    assert geheim.startswith("gAAAA")
    assert "token" not in str(dict(client.session))


def test_given_no_provider_when_its_addresses_are_asked_for_then_they_are_not_there(client):
    assert [
        client.get(reverse(f"toegang:{naam}")).status_code for naam in ("naar_organisatie", "van_organisatie")
    ] == [404, 404]


def test_given_only_the_organisation_when_a_password_is_sent_then_it_is_not_even_looked_at(
    client, aanbieder, settings
):
    settings.ALLEEN_OIDC = True
    medewerker = MedewerkerFactory()
    medewerker.set_password("een lang wachtwoord")
    medewerker.save()

    pagina = client.get(reverse("toegang:inloggen"))
    antwoord = client.post(
        reverse("toegang:inloggen"),
        {"username": medewerker.gebruikersnaam, "password": "een lang wachtwoord"},
    )

    assert "password" not in pagina.content.decode()
    assert (antwoord.status_code, is_binnen(client)) == (405, False)
    assert not client.login(username=medewerker.gebruikersnaam, password="een lang wachtwoord")
