"""After something was sent the next page says on top that it arrived: on a small screen the rest is out of sight."""

from datetime import date

import pytest

from tests.dossier.factories import DossierFactory
from tests.portaal.factories import PortaalaccountFactory
from tests.vertrekgesprek.factories import GesprekFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_20_februari")]

GEKREGEN = "Wij hebben uw bericht gekregen. Hieronder staat wanneer u antwoord krijgt."


@pytest.mark.parametrize(
    ("adres", "velden", "tekst"),
    [
        ("wensen/", {"omschrijving": "Mijn gereedschap", "soort": "bagage"}, GEKREGEN),
        ("vragen/", {"tekst": "Hoe lang duurt het?"}, GEKREGEN),
        ("dit-klopt-niet/", {"onderwerp": "persoon.naam", "wat_klopt_niet": "Met een j."}, GEKREGEN),
        ("toestemming/", {"keuze": "nee"}, "Wij hebben dit opgeschreven."),
    ],
)
def test_given_something_sent_when_the_next_page_opens_then_it_says_once_that_it_arrived(
    kom_binnen, adres, velden, tekst
):
    client = kom_binnen(PortaalaccountFactory(dossier=DossierFactory()))

    daarna = client.post(f"/mijn/{adres}", velden, follow=True).content.decode()

    assert (daarna.count(tekst), daarna.index(tekst) < daarna.index("<h1>")) == (1, True)
    assert tekst not in client.get(f"/mijn/{adres}").content.decode()


def test_given_a_button_that_comes_too_late_when_pressed_then_the_next_page_says_that_something_changed(
    kom_binnen,
):
    client = kom_binnen(PortaalaccountFactory(dossier=DossierFactory()))

    daarna = client.post("/mijn/toestemming/", {"keuze": "intrekken"}, follow=True).content.decode()

    assert "Dit lukt nu niet. Er is intussen iets veranderd. Kijk wat er nu staat." in daarna


def test_given_an_appointment_and_no_other_day_when_the_first_page_opens_then_it_does_not_say_there_is_none(
    kom_binnen, monkeypatch
):
    dossier = DossierFactory()
    GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 24))
    monkeypatch.setattr("verantwoord.portaal.queries.begin.straks_van", lambda _stand: ())

    html = kom_binnen(PortaalaccountFactory(dossier=dossier)).get("/mijn/").content.decode()

    assert "Behalve uw afspraak is er nu geen dag waarop u moet letten." in html
    assert "Er is nu geen dag waarop u moet letten." not in html
