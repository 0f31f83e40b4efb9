"""Who may speak for the person: given with a code, ended at once by either, and from paper only with two colleagues."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from verantwoord.dossier.machtiging.acties import (
    MachtigingKanNiet,
    give_machtiging,
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
    return DossierFactory()


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
