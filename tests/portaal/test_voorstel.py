"""Help that is proposed in the portal: yes, no and taking back are alike, and only a yes does anything."""

import re
from datetime import date

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory, TeamFactory
from tests.ondersteuning.factories import zet_verwijzing
from tests.ondersteuning.test_voorstel import leg_voor
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Betrokkenheid, Onthouding, Stem
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.toegang.context import als_systeem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_22_februari")]
OP = date(2022, 2, 22)
ADRES = "/mijn/toestemming/voorstel/"


@pytest.fixture
def op_22_februari(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: OP)


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def voorstel(dossier):
    with als_systeem():
        TeamFactory(naam="IOM Noord", organisatie="iom")
        return leg_voor(dossier, organisatie="IOM Noord")


@pytest.fixture
def binnen(kom_binnen, dossier):
    return kom_binnen(PortaalaccountFactory(dossier=dossier))


@pytest.fixture
def voogd(kom_binnen, dossier):
    return lambda: kom_binnen(MachtigingFactory(dossier=dossier, hoedanigheid="voogd").account)


def _geboren(dossier, dag):
    with als_systeem():
        dossier.persoon.geboortedatum = dag
        dossier.persoon.save()


def _feiten(dossier):
    with als_systeem():
        return beeld_of(dossier.pk)


def _knoppen(html):
    return re.findall(r'<button[^>]*name="keuze"[^>]*value="(\w+)"', html.split("Voorstel: hulp", 1)[1])


def test_given_a_proposal_when_the_page_opens_then_it_says_what_and_why_and_both_buttons_are_alike(
    binnen, voorstel
):
    begin = binnen.get("/mijn/").content.decode()
    volgordes = set()
    for _keer in range(30):
        html = binnen.get("/mijn/toestemming/").content.decode()
        volgordes.add(tuple(_knoppen(html)))

    assert volgordes == {("ja", "nee"), ("nee", "ja")}
    assert [woorden in html for woorden in (voorstel.waarom, voorstel.deelt, voorstel.waarvoor)] == [True] * 3
    assert "Misschien kan een organisatie u helpen." in begin


def test_given_a_yes_when_chosen_then_it_is_sent_that_day_and_signed_by_the_person(binnen, dossier, voorstel):
    antwoord = binnen.post(ADRES, {"id": voorstel.pk, "keuze": "ja"})

    (feit,) = _feiten(dossier).verwijzingen
    assert (antwoord.status_code, feit.organisatie, feit.verwezen_op, feit.toestemming) == (
        302,
        "IOM Noord",
        OP,
        True,
    )
    with als_systeem():
        gebeurtenis = Gebeurtenis.objects.get(dossier_id=dossier.pk, soort="verwijzing.gedaan")
        stem = Stem.objects.get(dossier=dossier)
        betrokken = Betrokkenheid.objects.filter(dossier=dossier, grond="verwijzing").count()
    assert gebeurtenis.door.startswith("portaal-")
    assert (stem.soort, stem.over, betrokken) == ("verwijzing", voorstel.pk, 1)
    html = binnen.get("/mijn/toestemming/").content.decode()
    assert ("Voorstel: hulp" in html, "Ik wil dit niet meer" in html) == (False, True)


def test_given_a_no_or_silence_when_looked_at_then_no_fact_and_no_partner_knows_and_a_yes_can_follow(
    binnen, dossier, voorstel
):
    eerst = _feiten(dossier)

    binnen.post(ADRES, {"id": voorstel.pk, "keuze": "nee"})

    assert _feiten(dossier) == eerst
    with als_systeem():
        assert Betrokkenheid.objects.filter(dossier=dossier, grond="verwijzing").count() == 0
    html = binnen.get("/mijn/toestemming/").content.decode()
    assert "Het antwoord op dinsdag 22 februari 2022 was nee." in html
    assert _knoppen(html) == ["ja"]
    binnen.post(ADRES, {"id": voorstel.pk, "keuze": "ja"})
    assert len(_feiten(dossier).verwijzingen) == 1


def test_given_a_lawyer_when_choosing_then_there_is_no_such_page(kom_binnen, dossier, voorstel):
    advocaat = kom_binnen(MachtigingFactory(dossier=dossier).account)

    assert advocaat.post(ADRES, {"id": voorstel.pk, "keuze": "ja"}).status_code == 404
    assert advocaat.get("/mijn/toestemming/").status_code == 404
    assert _feiten(dossier).verwijzingen == ()


def test_given_a_child_when_the_guardian_says_yes_then_it_is_sent_and_only_help_is_theirs_to_choose(
    voogd, dossier, voorstel
):
    _geboren(dossier, "2010-05-05")
    binnen = voogd()
    html = binnen.get("/mijn/toestemming/").content.decode()
    medisch = binnen.post("/mijn/toestemming/", {"keuze": "ja"})

    binnen.post(ADRES, {"id": voorstel.pk, "keuze": "ja"})

    with als_systeem():
        voorstel.refresh_from_db()
    assert "U kiest voor een kind dat jonger is dan 16 jaar." in html
    assert ("Uw medische gegevens" in html, medisch.status_code) == (False, 404)
    assert (voorstel.toestemming, voorstel.gekozen_door) == (True, "vertegenwoordiger")
    binnen.post("/mijn/toestemming/hulp/", {"nummer": 0})
    assert [v.toestemming for v in _feiten(dossier).verwijzingen] == [False]


def test_given_a_guardian_of_somebody_of_sixteen_when_choosing_then_there_is_no_such_page(
    voogd, dossier, voorstel
):
    _geboren(dossier, "2006-02-22")
    binnen = voogd()

    assert binnen.get("/mijn/toestemming/").status_code == 404
    assert binnen.post(ADRES, {"id": voorstel.pk, "keuze": "ja"}).status_code == 404


def test_given_a_child_when_saying_no_then_that_holds_against_the_guardian(binnen, voogd, dossier, voorstel):
    _geboren(dossier, "2010-05-05")
    html = binnen.get("/mijn/toestemming/").content.decode()
    binnen.post(ADRES, {"id": voorstel.pk, "keuze": "ja"})
    zonder_ja = _feiten(dossier).verwijzingen

    binnen.post(ADRES, {"id": voorstel.pk, "keuze": "nee"})
    voogd().post(ADRES, {"id": voorstel.pk, "keuze": "ja"})

    assert _knoppen(html) == ["nee"]
    assert (zonder_ja, _feiten(dossier).verwijzingen) == ((), ())


def test_given_a_proposal_of_somebody_else_when_choosing_then_it_is_not_there(kom_binnen, voorstel):
    ander = kom_binnen(PortaalaccountFactory(dossier=DossierFactory()))

    assert ander.post(ADRES, {"id": voorstel.pk, "keuze": "ja"}).status_code == 404


def test_given_an_earlier_referral_withheld_when_help_is_stopped_then_it_is_the_one_that_was_shown(
    binnen, dossier
):
    with als_systeem():
        zet_verwijzing(dossier)
        zet_verwijzing(dossier)
        Onthouding.objects.create(
            dossier=dossier, wat="beeld.verwijzingen", welke="0", grond="bescherming", reden="Reden",
            tot=date(2099, 1, 1), door_naam="A", tweede_naam="B",
        )  # fmt: skip
    nummers = re.findall(r'name="nummer" value="(\d+)"', binnen.get("/mijn/toestemming/").content.decode())

    binnen.post("/mijn/toestemming/hulp/", {"nummer": nummers[0]})

    assert nummers == ["1"]
    assert [v.toestemming for v in _feiten(dossier).verwijzingen] == [True, False]
    with als_systeem():
        assert Verwijzing.objects.get(dossier=dossier).plaats == 1


def test_given_a_yes_when_whoever_directs_the_case_reads_it_then_it_does_not_say_that_it_was_taken_back(
    binnen, voorstel, dossier, client
):
    binnen.post(ADRES, {"id": voorstel.pk, "keuze": "ja"})
    client.force_login(dossier.regievoerder)

    html = client.get(f"/dossiers/{dossier.pk}/woorden/").content.decode()

    assert "De persoon koos over hulp van een organisatie. Kijk bij de verwijzingen wat het werd." in html
    assert "wil niet meer" not in html
