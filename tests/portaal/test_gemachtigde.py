"""What is the person's alone: whoever has a mandate reads along and asks, and says nothing in their place."""

from datetime import date

import pytest

from tests.dossier.factories import DossierFactory
from tests.ondersteuning.factories import WensFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.dossier.actions.stem import say
from verantwoord.dossier.models import Betwisting, Stem
from verantwoord.ondersteuning.models import Wens
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import GeenToegang

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_20_februari")]

OP = date(2022, 2, 20)


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def gemachtigde(dossier):
    return MachtigingFactory(dossier=dossier).account


@pytest.fixture
def advocaat(kom_binnen, gemachtigde):
    return kom_binnen(gemachtigde)


def test_given_a_choice_about_a_doctor_when_a_lawyer_opens_the_first_page_then_it_is_not_there(
    advocaat, dossier, kom_binnen
):
    kom_binnen(PortaalaccountFactory(dossier=dossier)).post("/mijn/toestemming/", {"keuze": "nee"})
    gemachtigde = MachtigingFactory(dossier=dossier).account

    html = kom_binnen(gemachtigde).get("/mijn/").content.decode()

    assert "medische gegevens" not in html
    assert "nee gezegd" not in html


def test_given_a_wish_of_the_person_when_a_lawyer_takes_it_back_then_it_stays(advocaat, dossier):
    wens = WensFactory(dossier=dossier, omschrijving="Een bakkerij.")

    antwoord = advocaat.post("/mijn/wensen/intrekken/", {"id": wens.pk})

    with als_systeem():
        wens.refresh_from_db()
    assert (antwoord.status_code, wens.ingetrokken_op) == (404, None)
    assert "Ik wil dit niet meer" not in advocaat.get("/mijn/wensen/").content.decode()


def test_given_a_wish_that_a_lawyer_wrote_when_they_take_it_back_then_it_is(advocaat, dossier):
    advocaat.post("/mijn/wensen/", {"omschrijving": "Meer tijd.", "soort": "tijd"})
    with als_systeem():
        wens = Wens.objects.get(dossier=dossier)

    advocaat.post("/mijn/wensen/intrekken/", {"id": wens.pk})

    with als_systeem():
        wens.refresh_from_db()
    assert wens.ingetrokken_op == OP


def test_given_an_answer_when_a_lawyer_says_it_was_read_then_the_person_was_not_told(advocaat, dossier):
    wens = WensFactory(
        dossier=dossier, vervolg="uitgelegd", vervolg_op=date(2022, 2, 18), antwoord="Dat kan via IOM."
    )

    antwoord = advocaat.post("/mijn/wensen/gelezen/", {"id": wens.pk})

    with als_systeem():
        wens.refresh_from_db()
    assert (antwoord.status_code, wens.verteld_op) == (404, None)
    assert "Ik heb dit gelezen" not in advocaat.get("/mijn/wensen/").content.decode()


def test_given_what_the_person_contests_when_a_lawyer_takes_it_back_then_it_stays(advocaat, dossier):
    betwisting = Betwisting.objects.create(
        dossier=dossier, onderwerp="procedure", wat_klopt_niet="Nee.", gemeld_op=OP, gemeld_naam="De persoon",
        antwoord_voor=OP,
    )  # fmt: skip

    antwoord = advocaat.post("/mijn/dit-klopt-niet/terug/", {"id": betwisting.pk})

    with als_systeem():
        betwisting.refresh_from_db()
    assert (antwoord.status_code, betwisting.ingetrokken_op) == (404, None)
    assert "Ik neem dit terug" not in advocaat.get("/mijn/dit-klopt-niet/").content.decode()


def test_given_an_appointment_when_a_lawyer_says_the_person_comes_then_nothing_is_said(
    advocaat, gemachtigde, dossier
):
    gesprek = GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 24))

    antwoord = advocaat.post("/mijn/afspraken/ik-kom/", {"id": gesprek.pk})

    html = advocaat.get("/mijn/afspraken/").content.decode()
    assert antwoord.status_code == 404
    assert (html.count("Ik kom"), html.count("Ik kan niet op deze dag")) == (0, 1)
    with pytest.raises(GeenToegang):
        say(door=gemachtigde, dossier_id=dossier.pk, soort=Stem.Soort.KOMT, op=OP, over=gesprek.pk)
