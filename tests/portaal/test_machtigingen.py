"""Who may speak for the person: given with a code, ended at once by either, and from paper only with two colleagues."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from verantwoord.dossier.machtiging.acties import (
    MachtigingKanNiet,
    give_machtiging,
    make_machtigingsbrief,
    propose_machtiging,
    sign_machtiging,
)
from verantwoord.dossier.models import Machtiging, Machtigingvoorstel, Portaalaccount
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
KEUZES = {"naam": "mr. A. Voorbeeld", "wie": "advocaat", "hoe_lang": "kwartaal"}


@pytest.fixture
def dossier():
    """Of a child, for whom a judge may appoint a guardian."""
    return DossierFactory(persoon__geboortedatum=f"{timezone.localdate().year - 10}-01-01")


@pytest.fixture
def account(dossier):
    return PortaalaccountFactory(dossier=dossier)


def _leg_vast(dossier, **anders):
    vandaag = timezone.localdate()
    velden = {
        "naam": "Voogd Voorbeeld",
        "hoedanigheid": "voogd",
        "van": vandaag,
        "tot": vandaag + timedelta(days=300),
        "kenmerk": "C/16/12345",
    }
    return propose_machtiging(door=dossier.regievoerder, dossier_id=dossier.pk, **velden | anders)


def test_given_a_mandate_from_the_portal_when_the_code_is_used_then_the_lawyer_reads_the_dossier(
    kom_binnen, account, dossier, client
):
    blad = kom_binnen(account).post("/mijn/machtigingen/", KEUZES)

    code = blad.context["code"]
    client.cookies.clear()
    client.post("/mijn/activeren/", {"code": code})
    client.post("/mijn/activeren/kies/")

    assert client.get("/mijn/").status_code == 200
    with als_systeem():
        gemachtigde = Machtiging.objects.get(dossier=dossier).account
        assert (gemachtigde.eigen_naam, gemachtigde.rol) == ("mr. A. Voorbeeld", "gemachtigde")


def test_given_a_mandate_when_the_person_stops_it_then_the_next_request_is_refused(
    kom_binnen, account, dossier, client
):
    mandaat = MachtigingFactory(dossier=dossier)
    eerst = kom_binnen(mandaat.account).get("/mijn/").status_code
    verblijf = client.cookies[settings.PORTAAL_COOKIE_NAME].value
    kom_binnen(account).post("/mijn/machtigingen/stop/", {"id": mandaat.pk})

    client.cookies[settings.PORTAAL_COOKIE_NAME] = verblijf

    assert (eerst, client.get("/mijn/").url) == (200, "/mijn/kiezen/")


def test_given_a_mandate_when_whoever_has_it_stops_then_it_is_over(kom_binnen, dossier):
    mandaat = MachtigingFactory(dossier=dossier)

    kom_binnen(mandaat.account).post("/mijn/machtigingen/stop/", {"id": mandaat.pk})

    mandaat.refresh_from_db()
    assert mandaat.ingetrokken_naam == mandaat.account.eigen_naam
    with als_systeem():
        assert Gebeurtenis.objects.filter(dossier_id=dossier.pk, soort="machtiging.beeindigd").count() == 1


def test_given_the_mandate_of_another_when_stopping_then_it_is_not_there(kom_binnen, account, dossier):
    van_ander, collega = MachtigingFactory(), MachtigingFactory(dossier=dossier)
    gemachtigde = MachtigingFactory(dossier=dossier).account

    codes = [
        kom_binnen(account).post("/mijn/machtigingen/stop/", {"id": van_ander.pk}).status_code,
        kom_binnen(gemachtigde).post("/mijn/machtigingen/stop/", {"id": collega.pk}).status_code,
    ]

    assert codes == [404, 404]


def test_given_a_lawyer_when_giving_a_mandate_on_then_there_is_no_such_thing(kom_binnen, dossier):
    mandaat = MachtigingFactory(dossier=dossier)

    antwoord = kom_binnen(mandaat.account).post("/mijn/machtigingen/", KEUZES)

    assert antwoord.status_code == 404
    with pytest.raises(GeenToegang):
        give_machtiging(
            door=mandaat.account,
            dossier_id=dossier.pk,
            naam="Ander",
            hoedanigheid="anders",
            tot=timezone.localdate(),
            nu=timezone.now(),
            op=timezone.localdate(),
        )


@pytest.mark.parametrize("hoedanigheid", ["voogd", "onbekend"])
def test_given_a_guardian_when_the_person_invites_one_then_only_a_judge_does(account, dossier, hoedanigheid):
    with pytest.raises(MachtigingKanNiet):
        give_machtiging(
            door=account,
            dossier_id=dossier.pk,
            naam="Ander",
            hoedanigheid=hoedanigheid,
            tot=timezone.localdate(),
            nu=timezone.now(),
            op=timezone.localdate(),
        )


def test_given_a_guardian_on_paper_when_nobody_else_looked_then_nothing_opens(dossier):
    voorstel = _leg_vast(dossier)

    with pytest.raises(MachtigingKanNiet, match="Een collega kijkt als tweede"):
        sign_machtiging(
            door=dossier.regievoerder,
            dossier_id=dossier.pk,
            voorstel_id=voorstel.pk,
            nu=timezone.now(),
            op=timezone.localdate(),
        )

    assert not Machtiging.objects.exists()
    assert not Portaalaccount.objects.exists()


def test_given_a_guardian_on_paper_when_a_colleague_signs_then_the_mandate_is_made_of_it(dossier):
    voorstel = _leg_vast(dossier)
    collega = MedewerkerFactory(team=dossier.team)

    mandaat = sign_machtiging(
        door=collega,
        dossier_id=dossier.pk,
        voorstel_id=voorstel.pk,
        nu=timezone.now(),
        op=timezone.localdate(),
    )

    assert (mandaat.hoedanigheid, mandaat.tot) == ("voogd", voorstel.tot)
    assert Machtigingvoorstel.objects.get().machtiging_id == mandaat.pk


@pytest.mark.parametrize(
    "anders", [{"tot": timezone.localdate() + timedelta(days=367)}, {"kenmerk": " "}, {"naam": " "}]
)
def test_given_a_paper_that_cannot_be_when_written_down_then_it_is_refused(dossier, anders):
    with pytest.raises(MachtigingKanNiet):
        _leg_vast(dossier, **anders)


@pytest.mark.parametrize(
    ("geboren", "melding"),
    [("2004-03-01", "heeft geen voogd"), ("2004-07-01", "wordt 18 op vrijdag 1 juli 2022")],
)
def test_given_somebody_who_is_or_turns_18_when_a_guardian_is_written_down_then_it_is_refused(
    geboren, melding
):
    dossier = DossierFactory(persoon__geboortedatum=geboren)

    with pytest.raises(MachtigingKanNiet, match=melding):
        _leg_vast(dossier, van=date(2022, 3, 1), tot=date(2022, 7, 1))

    assert _leg_vast(dossier, van=date(2022, 2, 1), tot=date(2022, 2, 28)).hoedanigheid == "voogd"


def test_given_the_page_of_the_staff_when_a_colleague_signs_there_then_a_letter_can_be_made(client, dossier):
    voorstel = _leg_vast(dossier)
    client.force_login(MedewerkerFactory(team=dossier.team))
    adres = f"/dossiers/{dossier.pk}/portaal/machtigingen/"

    zonder = client.post(adres, {"stap": "tekenen", "voorstel": voorstel.pk})
    client.post(adres, {"stap": "tekenen", "voorstel": voorstel.pk, "papier": "on"})
    mandaat = Machtiging.objects.get()
    brief = client.post(adres, {"stap": "brief", "machtiging": mandaat.pk, "zelf": "on"})

    assert zonder.status_code == 422
    assert (brief.status_code, brief.headers["Content-Type"]) == (200, "application/pdf")
    assert client.get(adres).status_code == 200


def _advocaat():
    """A lawyer who has an account already, for another client."""
    return MachtigingFactory(account__eigen_naam="mr. A. Voorbeeld")


def test_given_a_lawyer_with_another_client_when_the_person_gives_the_number_then_one_account_has_both(
    kom_binnen, account, dossier
):
    eerder = _advocaat()
    nummer = f"{eerder.account.nummer[:3]} {eerder.account.nummer[3:]}"

    antwoord = kom_binnen(account).post("/mijn/machtigingen/", KEUZES | {"nummer": nummer})

    assert (antwoord.status_code, antwoord.url) == (302, "/mijn/machtigingen/")
    with als_systeem():
        assert {m.dossier_id for m in eerder.account.machtigingen.all()} == {eerder.dossier_id, dossier.pk}
        assert eerder.account.activeringen.count() == 0
    client = kom_binnen(eerder.account)
    assert client.get("/mijn/").url == "/mijn/kiezen/"
    client.post("/mijn/kiezen/", {"dossier": dossier.pk})
    assert (
        f"U kijkt voor <bdi>{dossier.persoon.volledige_naam}</bdi>." in client.get("/mijn/").content.decode()
    )


def test_given_two_clients_when_one_ends_the_mandate_then_that_one_is_gone_at_once_and_the_other_stays(
    kom_binnen, account, dossier, client
):
    eerder = _advocaat()
    mandaat = MachtigingFactory(account=eerder.account, dossier=dossier)
    kom_binnen(eerder.account).post("/mijn/kiezen/", {"dossier": dossier.pk})
    verblijf = client.cookies[settings.PORTAAL_COOKIE_NAME].value
    kom_binnen(account).post("/mijn/machtigingen/stop/", {"id": mandaat.pk})

    client.cookies[settings.PORTAAL_COOKIE_NAME] = verblijf
    daarna = client.get("/mijn/")

    assert daarna.status_code == 302
    with als_systeem():
        assert [m.dossier_id for m in eerder.account.machtigingen.filter(ingetrokken_op=None)] == [
            eerder.dossier_id
        ]
    opnieuw = kom_binnen(eerder.account).get("/mijn/")
    assert eerder.dossier.persoon.volledige_naam in opnieuw.content.decode()


@pytest.mark.parametrize("anders", [{"naam": "mr. B. Ander"}, {"nummer": "000000000"}])
def test_given_a_number_and_a_name_that_do_not_belong_together_when_given_then_nothing_is(
    kom_binnen, account, dossier, anders
):
    eerder = _advocaat()

    antwoord = kom_binnen(account).post(
        "/mijn/machtigingen/", KEUZES | {"nummer": eerder.account.nummer} | anders
    )

    assert antwoord.status_code == 422
    assert "Wij vinden dit nummer met deze naam niet." in antwoord.content.decode()
    with als_systeem():
        assert not Machtiging.objects.filter(dossier=dossier).exists()


def test_given_an_account_with_two_clients_when_a_letter_is_asked_then_there_is_none(dossier):
    eerder = _advocaat()
    voorstel = _leg_vast(
        dossier, naam="mr. A. Voorbeeld", hoedanigheid="advocaat", nummer=eerder.account.nummer
    )
    mandaat = sign_machtiging(
        door=MedewerkerFactory(team=dossier.team), dossier_id=dossier.pk, voorstel_id=voorstel.pk,
        nu=timezone.now(), op=timezone.localdate(),
    )  # fmt: skip

    with pytest.raises(MachtigingKanNiet, match="hoort ook bij andere dossiers"):
        make_machtigingsbrief(
            door=dossier.regievoerder, dossier_id=dossier.pk, machtiging_id=mandaat.pk, nu=timezone.now(),
            op=timezone.localdate(),
        )  # fmt: skip

    assert mandaat.account_id == eerder.account_id


def test_given_a_mandate_that_runs_when_given_again_to_the_same_account_then_it_is_refused(account, dossier):
    mandaat = MachtigingFactory(dossier=dossier, account__eigen_naam="mr. A. Voorbeeld")

    with pytest.raises(MachtigingKanNiet, match="heeft al een machtiging"):
        give_machtiging(
            door=account, dossier_id=dossier.pk, naam="mr. A. Voorbeeld", hoedanigheid="advocaat",
            tot=timezone.localdate() + timedelta(days=30), nu=timezone.now(), op=timezone.localdate(),
            nummer=mandaat.account.nummer,
        )  # fmt: skip


def test_given_somebody_who_gives_a_mandate_when_the_page_opens_then_it_says_what_is_read_along(
    kom_binnen, account, dossier
):
    zin = "Deze persoon leest dan bijna alles wat u hier leest, ook over uw gezondheid."

    zelf = kom_binnen(account).get("/mijn/machtigingen/").content.decode()
    advocaat = (
        kom_binnen(MachtigingFactory(dossier=dossier).account).get("/mijn/machtigingen/").content.decode()
    )

    assert (zelf.count(zin), advocaat.count(zin)) == (1, 0)
