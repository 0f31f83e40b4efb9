"""A test that a country asks: yes, no and taking back are given in the portal, alike, and only whoever directs the case reads it."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from tests.toezicht.bouw import maak_reistest
from verantwoord.dossier.actions.stem import StemKanNiet, mark_gelezen
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Stem
from verantwoord.dossier.queries import stemmen_of
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.context import als_systeem
from verantwoord.toezicht.actions import lapse_reistest, record_antwoord
from verantwoord.toezicht.models import Reistestantwoord
from verantwoord.werkplek.wacht_stem import stemmen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_20_februari")]

OP = date(2022, 2, 20)


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def test(dossier):
    with als_systeem():
        return maak_reistest(dossier, peildatum=OP)


@pytest.fixture
def binnen(kom_binnen, dossier):
    return kom_binnen(PortaalaccountFactory(dossier=dossier))


def _kies(client, test, keuze):
    return client.post("/mijn/reis/", {"id": test.pk, "keuze": keuze})


def _knoppen(client):
    return sorted(re.findall(r'name="keuze" value="(\w+)"', client.get("/mijn/reis/").content.decode()))


def _woorden(dossier):
    with als_systeem():
        return [stem.berichten.get().tekst for stem in Stem.objects.wachtend().filter(dossier=dossier)]


@pytest.mark.parametrize(("keuze", "woorden"), [("ja", "Ja, ik wil dit."), ("nee", "Nee, ik wil dit niet.")])
def test_given_a_test_when_the_person_chooses_then_it_waits_with_a_day_and_no_fact_changes(
    binnen, dossier, test, keuze, woorden
):
    with als_systeem():
        vooraf = beeld_of(dossier.pk)

    _kies(binnen, test, keuze)
    _kies(binnen, test, keuze)

    (plicht,) = stemmen(dossier.pk, viewer=dossier.regievoerder)
    with als_systeem():
        soorten = list(
            Gebeurtenis.objects.filter(soort="reistest.gekozen").values_list("gegevens", flat=True)
        )
        assert (beeld_of(dossier.pk), Reistestantwoord.objects.count()) == (vooraf, 0)
    assert _woorden(dossier) == [f"{woorden}\nIrak: Een vaccinatie, tien dagen voor de reis."]
    assert (plicht.datum, plicht.uitleg) == (
        date(2022, 2, 21), "De persoon maakte een keuze over medische gegevens, op 20 februari 2022.",
    )  # fmt: skip
    assert soorten == [{}]


def test_given_no_choice_yet_when_the_page_opens_then_both_buttons_are_alike(binnen, test):
    html = binnen.get("/mijn/reis/").content.decode()

    knoppen = re.findall(r'<button[^>]*class="([^"]+)"[^>]*name="keuze" value="(\w+)"', html)
    assert sorted(waarde for _klasse, waarde in knoppen) == ["ja", "nee"]
    assert len({klasse for klasse, _waarde in knoppen}) == 1


def test_given_a_yes_when_it_is_taken_back_then_only_that_waits_and_a_yes_can_follow(binnen, dossier, test):
    _kies(binnen, test, "ja")
    na_ja = _knoppen(binnen)

    _kies(binnen, test, "intrekken")

    assert (na_ja, _knoppen(binnen)) == (["intrekken"], ["ja"])
    assert [woorden.partition("\n")[0] for woorden in _woorden(dossier)] == ["Ik trek mijn ja in."]
    assert (
        "U hebt uw ja ingetrokken op zondag 20 februari 2022." in binnen.get("/mijn/reis/").content.decode()
    )


def test_given_a_choice_when_it_is_written_down_then_nothing_waits_and_the_person_reads_so(
    binnen, dossier, test
):
    _kies(binnen, test, "nee")

    record_antwoord(
        door=dossier.regievoerder, dossier_id=dossier.pk, reistest_id=test.pk, antwoord="nee", namens="zelf", op=OP,
        taal="ar", woorden="", peildatum=OP,
    )  # fmt: skip

    assert _woorden(dossier) == []
    assert "Uw contactpersoon heeft uw keuze opgeschreven." in binnen.get("/mijn/reis/").content.decode()


def test_given_a_choice_when_it_is_no_longer_asked_then_nothing_waits(binnen, dossier, test):
    _kies(binnen, test, "nee")

    lapse_reistest(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        reistest_id=test.pk,
        reden="Niet nodig.",
        peildatum=OP,
    )

    assert _woorden(dossier) == []
    assert _kies(binnen, test, "ja").status_code == 404


def test_given_a_choice_when_somebody_only_read_it_then_it_goes_on_waiting(client, binnen, dossier, test):
    _kies(binnen, test, "nee")
    with als_systeem():
        stem = Stem.objects.get(dossier=dossier)
    client.force_login(dossier.regievoerder)

    html = client.get(reverse("dossier:stemmen", args=[dossier.pk])).content.decode()

    assert html.count(reverse("toezicht:reisteststap", args=[dossier.pk, test.pk, "antwoord"])) == 1
    with pytest.raises(StemKanNiet):
        mark_gelezen(door=dossier.regievoerder, dossier_id=dossier.pk, stem_id=stem.pk, op=OP)


def test_given_a_choice_when_a_stranger_or_a_lawyer_looks_then_it_is_not_there(
    binnen, kom_binnen, dossier, test
):
    _kies(binnen, test, "nee")
    advocaat = kom_binnen(MachtigingFactory(dossier=dossier).account)

    html = advocaat.get("/mijn/reis/").content.decode()
    assert [stem.soort for stem in stemmen_of(dossier.pk, viewer=dossier.regievoerder)] == ["toestemming"]
    for vreemd in (MedewerkerFactory(), MedewerkerFactory(coa=True)):
        assert list(stemmen_of(dossier.pk, viewer=vreemd)) == []
    assert ("U zei nee" in html, "Zeg uw keuze tegen uw contactpersoon." in html) == (False, True)
    assert "ik wil dit niet" not in advocaat.get("/mijn/vragen/").content.decode()
    assert _kies(advocaat, test, "ja").status_code == 404


def test_given_a_child_when_choosing_then_a_no_is_theirs_and_a_yes_is_not(binnen, dossier, test):
    with als_systeem():
        dossier.persoon.geboortedatum = "2010-01-01"
        dossier.persoon.save()

    _kies(binnen, test, "ja")

    assert (_woorden(dossier), _knoppen(binnen)) == ([], ["nee"])


def test_given_a_test_of_somebody_else_when_choosing_then_it_is_not_there(binnen):
    with als_systeem():
        ander = maak_reistest(DossierFactory(), peildatum=OP)

    assert _kies(binnen, ander, "nee").status_code == 404


def test_given_a_test_when_the_first_page_opens_then_it_is_said_until_the_person_chose(binnen, dossier, test):
    kop = "Een land vraagt iets voor uw reis"
    vooraf = binnen.get("/mijn/").content.decode()

    _kies(binnen, test, "nee")

    assert (vooraf.count(kop), binnen.get("/mijn/").content.decode().count(kop)) == (1, 0)


def test_given_a_test_when_a_lawyer_opens_the_first_page_then_nothing_asks_them_to_choose(
    kom_binnen, dossier, test
):
    advocaat = kom_binnen(MachtigingFactory(dossier=dossier).account)

    assert "Een land vraagt iets voor uw reis" not in advocaat.get("/mijn/").content.decode()
