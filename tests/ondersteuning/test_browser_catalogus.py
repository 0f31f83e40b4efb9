"""The catalogue in a real browser: a keeper reads a spreadsheet in, a regievoerder sees what fits and says what is not there."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory, BehoefteFactory, WensFactory
from tests.scherm import hoe_breed
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.ondersteuning.models import Aanbod, Behoefte
from verantwoord.ondersteuning.werkblad import schrijf_werkblad

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def pas_op_de_telefoon(pagina):
    """Whether nothing scrolls sideways on the narrowest phone."""
    pagina.set_viewport_size({"width": 320, "height": 900})
    breed = hoe_breed(pagina)
    pagina.set_viewport_size({"width": 1280, "height": 900})
    return breed == 320


def test_given_a_spreadsheet_when_a_keeper_reads_it_in_then_it_is_seen_first_and_can_be_read_back(
    live_server, browser_page, log_in, axe
):
    pagina = browser_page
    log_in(pagina, MedewerkerFactory(beheerder=True))
    staat = AanbodFactory(titel="Cursus koken", nagekeken_op=date(2020, 1, 1))
    staat.titel, staat.gezin = "Cursus bakken", True
    fout = Aanbod(titel="", organisatie="Stichting Proef", aanbieder="ngo", omschrijving="Iets.")
    fout.pk = ""
    passen = []

    # What has to be asked again, from the notice on the list.
    pagina.goto(live_server.url + reverse("catalogus:lijst"))
    axe(pagina)
    pagina.get_by_role("link", name="Kijk ze na").click()
    axe(pagina)
    passen.append(pas_op_de_telefoon(pagina))
    pagina.get_by_role("button", name="Nagevraagd, het klopt nog Cursus koken").click()
    expect(pagina.get_by_text("Bewaard: “Cursus koken” is vandaag nagevraagd.")).to_be_visible()

    # A file with a mistake changes nothing.
    pagina.goto(live_server.url + reverse("catalogus:invoer"))
    axe(pagina)
    pagina.get_by_label("Welk bestand?").set_input_files(
        {"name": "c.xlsx", "mimeType": "application/octet-stream", "buffer": schrijf_werkblad([staat, fout])}
    )
    pagina.get_by_role("button", name="Lees en laat zien").click()
    expect(pagina.get_by_text("Titel: Vul dit in.")).to_be_visible()
    expect(pagina.get_by_role("button", name="Neem alles over")).to_have_count(0)
    axe(pagina)
    passen.append(pas_op_de_telefoon(pagina))

    # A file without one is taken over.
    pagina.get_by_role("link", name="Kies een ander bestand").click()
    pagina.get_by_label("Welk bestand?").set_input_files(
        {"name": "c.xlsx", "mimeType": "application/octet-stream", "buffer": schrijf_werkblad([staat])}
    )
    pagina.get_by_role("button", name="Lees en laat zien").click()
    axe(pagina)
    pagina.get_by_role("button", name="Neem alles over").click()
    expect(pagina.get_by_text("Overgenomen: 0 nieuw, 1 bijgewerkt.")).to_be_visible()

    # What it was and what it became.
    pagina.get_by_role("link", name="Cursus bakken").click()
    pagina.get_by_role("link", name="Wat is bijgewerkt").click()
    expect(pagina.locator("del", has_text="koken")).to_be_visible()
    axe(pagina)
    passen.append(pas_op_de_telefoon(pagina))
    assert passen == [True, True, True]


def test_given_a_wish_when_nothing_meets_it_then_that_is_said_and_reaches_policy_as_a_number(
    live_server, browser_page, log_in, axe
):
    pagina, dossier = browser_page, DossierFactory()
    log_in(pagina, dossier.regievoerder)
    AanbodFactory(titel="Eigen zaak", mogelijkheid="ngo", gezin=True)
    AanbodFactory(titel="Alleen bij zorg", eisen=["definitief_vertrek"], gezin=True)
    AanbodFactory(titel="In Ghana", landen=["GHA"], gezin=True)
    WensFactory(dossier=dossier, soort="ondernemen")
    gesprek = GesprekFactory(dossier=dossier, moment="derde")
    for _ in range(6):
        BehoefteFactory()
    passen = []

    pagina.goto(live_server.url + reverse("ondersteuning:wensen", args=[dossier.pk]))
    pagina.get_by_role("link", name="Past hierbij (1)").click()
    expect(pagina.get_by_text("Vraag na: Het vertrek is definitief").first).to_be_visible()
    pagina.get_by_text("Past niet, en waarom").click()
    expect(pagina.get_by_text("Klopt niet: Het is er in het land van terugkeer")).to_be_visible()
    axe(pagina)
    passen.append(pas_op_de_telefoon(pagina))

    pagina.get_by_role("link", name="Hier is niets voor").click()
    pagina.get_by_label("Zekerheid over veiligheid").check()
    axe(pagina)
    pagina.get_by_role("button", name="Leg vast dat dit er niet is").click()
    pagina.get_by_label("Wat zocht u, en wat is er niet?").fill("Niemand kan beloven dat het veilig is.")
    pagina.get_by_role("button", name="Leg vast dat dit er niet is").click()
    expect(pagina.get_by_text("Niemand kan beloven dat het veilig is.")).to_be_visible()
    axe(pagina)

    pagina.goto(live_server.url + reverse("vertrekgesprek:verslag", args=[dossier.pk, gesprek.pk]))
    expect(pagina.get_by_role("heading", name="Nog niet besproken")).to_be_visible()
    axe(pagina)
    passen.append(pas_op_de_telefoon(pagina))

    pagina.goto(live_server.url + reverse("kwaliteit:behoeften") + "?periode=2022-1")
    expect(pagina.get_by_role("row", name="Zekerheid over veiligheid alle landen 6")).to_be_visible()
    axe(pagina)
    passen.append(pas_op_de_telefoon(pagina))
    assert passen == [True, True, True]
    assert Behoefte.objects.get(dossier=dossier).soort == "veiligheid"
