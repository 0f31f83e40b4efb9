"""One's own way in, and for whom one looks: nobody else's stay, no name without a look, nothing while it is closed."""

import json
from datetime import timedelta

import pyotp
import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory, PortaalafschermingFactory
from verantwoord.dossier.models import (
    Portaalaccount,
    Portaalfactor,
    Portaalklad,
    Portaalmelding,
    Portaalsessie,
)
from verantwoord.portaal.kladblok import bewaar
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.inlog.geheimen import versleutel
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db


@pytest.fixture
def account():
    account = PortaalaccountFactory()
    Portaalfactor.objects.create(account=account, soort="app", geheim=versleutel("A" * 32), teller=1)
    return account


def elders(account, letter="b"):
    return Portaalsessie.objects.create(digest=letter * 64, account=account, gezien_op=timezone.now())


def test_given_two_stays_when_one_ends_the_other_then_that_device_is_out_and_it_is_told(kom_binnen, account):
    ander = elders(account)
    client = kom_binnen(account)

    antwoord = client.post("/mijn/toegang/beeindig/", {"nummer": ander.nummer})

    assert antwoord.url == "/mijn/toegang/"
    assert not Portaalsessie.objects.filter(pk=ander.pk).exists()
    assert [m.soort for m in Portaalmelding.objects.filter(account=account)] == ["beeindigd"]


def test_given_the_stay_of_somebody_else_when_ending_it_then_there_is_none(kom_binnen, account):
    ander = elders(PortaalaccountFactory())

    antwoord = kom_binnen(account).post("/mijn/toegang/beeindig/", {"nummer": ander.nummer})

    assert antwoord.status_code == 404
    assert Portaalsessie.objects.filter(pk=ander.pk).exists()


def test_given_three_stays_when_ending_all_then_this_one_goes_on(kom_binnen, account):
    elders(account, "b")
    elders(account, "c")
    client = kom_binnen(account)

    client.post("/mijn/toegang/beeindig/", {"alle": "ja"})

    assert Portaalsessie.objects.count() == 1
    assert client.get("/mijn/toegang/").status_code == 200


def test_given_one_way_when_taking_it_away_then_it_stays(kom_binnen, account):
    factor = Portaalfactor.objects.get()

    antwoord = kom_binnen(account).post("/mijn/toegang/weghalen/", {"soort": "app", "pk": factor.pk})

    assert antwoord.status_code == 422
    assert Portaalfactor.objects.count() == 1


def test_given_a_second_way_when_the_first_is_taken_away_then_one_is_left_and_it_is_told(kom_binnen, account):
    client = kom_binnen(account)
    client.post("/mijn/toegang/papier/")

    antwoord = client.post(
        "/mijn/toegang/weghalen/", {"soort": "app", "pk": Portaalfactor.objects.get(soort="app").pk}
    )

    assert antwoord.url == "/mijn/toegang/"
    assert set(Portaalfactor.objects.values_list("soort", flat=True)) == {"papier"}
    soorten = Portaalmelding.objects.order_by("pk").values_list("soort", flat=True)
    assert list(soorten) == ["manier_erbij", "manier_weg"]


def test_given_the_way_of_somebody_else_when_taking_it_away_then_nothing_happens(kom_binnen, account):
    ander = Portaalfactor.objects.create(account=PortaalaccountFactory(), soort="passkey", geheim="x")

    antwoord = kom_binnen(account).post("/mijn/toegang/weghalen/", {"soort": "passkey", "pk": ander.pk})

    assert antwoord.status_code == 422
    assert Portaalfactor.objects.filter(pk=ander.pk).exists()


def test_given_a_new_telephone_when_its_app_shows_one_code_then_the_old_app_opens_nothing(
    kom_binnen, account
):
    client = kom_binnen(account)
    app = pyotp.parse_uri(client.get("/mijn/toegang/app/").context["adres"])

    antwoord = client.post("/mijn/toegang/app/", {"code": app.now()})

    assert antwoord.url == "/mijn/toegang/"
    assert Portaalfactor.objects.get().teller > 1


@pytest.mark.parametrize("wat", ["app", "passkey", "papier", "weghalen"])
def test_given_a_stay_of_this_morning_when_changing_how_one_logs_in_then_it_is_proved_again_first(
    kom_binnen, account, wat
):
    client = kom_binnen(account)
    Portaalsessie.objects.update(begonnen_op=timezone.now() - timedelta(minutes=16))

    antwoord = client.post(f"/mijn/toegang/{wat}/", {"soort": "app"})

    assert antwoord.status_code == 403
    assert Portaalfactor.objects.count() == 1


def test_given_what_happened_when_it_was_shown_then_it_is_new_no_more(kom_binnen, account):
    Portaalmelding.objects.create(account=account, soort="mislukt")
    client = kom_binnen(account)

    eerst, daarna = (client.get("/mijn/toegang/").context["berichten"] for _keer in range(2))

    assert [[b.is_nieuw for b in lijst] for lijst in (eerst, daarna)] == [[True], [False]]


@pytest.mark.parametrize("rijen", [1, 30])
def test_given_many_stays_when_listing_them_then_the_database_is_asked_as_often(
    kom_binnen, account, rijen, django_assert_max_num_queries
):
    for n in range(rijen):
        Portaalsessie.objects.create(digest=f"{n:064}", account=account, gezien_op=timezone.now())
        Portaalmelding.objects.create(account=account, soort="mislukt")
    client = kom_binnen(account)

    with django_assert_max_num_queries(20):
        client.get("/mijn/toegang/")


def test_given_a_portal_closed_for_safety_when_looking_at_the_own_way_in_then_nothing_is_there(
    kom_binnen, account
):
    PortaalafschermingFactory(persoon=account.persoon, reden="Hij leest mee.")
    client = kom_binnen(account)

    dicht = client.get("/mijn/kiezen/")

    assert client.get("/mijn/toegang/").url == "/mijn/kiezen/"
    tekst = dicht.content.decode()
    assert "Deze pagina is nu dicht" in tekst
    assert [woord for woord in ("leest mee", account.persoon.achternaam) if woord in tekst] == []


def test_given_two_mandates_when_the_lawyer_chooses_then_the_looks_at_both_were_kept(kom_binnen):
    lawyer = PortaalaccountFactory(gemachtigde=True)
    een, twee = (MachtigingFactory(account=lawyer).dossier for _keer in range(2))
    MachtigingFactory()
    client = kom_binnen(lawyer)

    blad = client.get("/mijn/kiezen/")
    gekozen = client.post("/mijn/kiezen/", {"dossier": twee.pk})

    assert {c.dossier_id for c in blad.context["clienten"]} == {een.pk, twee.pk}
    assert set(Inzage.objects.values_list("dossier_id", "onderdeel")) == {
        (een.pk, "portaal:kiezen"),
        (twee.pk, "portaal:kiezen"),
    }
    assert gekozen.url == "/mijn/"
    assert Portaalsessie.objects.get().dossier_id == twee.pk


def test_given_the_dossier_of_somebody_else_when_choosing_it_then_there_is_none(kom_binnen):
    lawyer = MachtigingFactory().account

    assert kom_binnen(lawyer).post("/mijn/kiezen/", {"dossier": DossierFactory().pk}).status_code == 404


def test_given_no_mandate_that_runs_when_choosing_then_it_says_whom_to_ask(kom_binnen):
    lawyer = PortaalaccountFactory(gemachtigde=True)

    blad = kom_binnen(lawyer).get("/mijn/kiezen/")

    assert "Vraag het uw contactpersoon" in blad.content.decode()


@pytest.mark.parametrize("antwoord", ["", "{}", json.dumps({"response": {"userHandle": "AAAA"}}), "[]"])
def test_given_something_that_is_no_passkey_when_logging_in_with_it_then_it_opens_nothing(
    client, account, antwoord
):
    client.get("/mijn/inloggen/")

    assert client.post("/mijn/inloggen/", {"antwoord": antwoord}).status_code == 422
    assert Portaalaccount.objects.count() == 1


@pytest.mark.parametrize(
    ("soort", "nieuws"), [("mislukt", True), ("manier_erbij", True), ("ingelogd", False)]
)
def test_given_something_that_happened_to_the_way_in_when_beginning_then_it_is_told_there(
    kom_binnen, account, soort, nieuws
):
    Portaalmelding.objects.create(account=account, soort=soort)

    blad = kom_binnen(account, taal="nl").get("/mijn/").content.decode()

    assert ("Er is iets met uw toegang gebeurd" in blad) is nieuws


@pytest.mark.parametrize("wie", ["the owner", "another account", "the regievoerder"])
def test_given_what_belongs_to_one_account_when_others_ask_the_database_then_it_is_not_there(wie):
    dossier = DossierFactory()
    account = PortaalaccountFactory(dossier=dossier)
    Portaalfactor.objects.create(account=account, soort="app", geheim="x")
    Portaalmelding.objects.create(account=account, soort="mislukt")
    bewaar(account, "/mijn/wensen/", {"tekst": "een winkel"})
    kijkers = {
        "the owner": account,
        "another account": PortaalaccountFactory(),
        "the regievoerder": dossier.regievoerder,
    }

    with transactie_van(kijkers[wie], verzoek="proef"):
        gezien = [tabel.objects.count() for tabel in (Portaalfactor, Portaalmelding, Portaalklad)]

    assert gezien == ([1, 1, 1] if wie == "the owner" else [0, 0, 0])
