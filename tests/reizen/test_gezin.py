"""A family of four: one talk, an interpreter for all, each heard apart and each child asked about, a dossier for each."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.reizen.conftest import lever_in, overdrachtsbericht, vul_datum
from tests.scherm import hoe_breed
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.vertrekgesprek.models import Gesprek

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Who they are: first name, date of birth, and what each is to a child or to a parent.
LEDEN = {
    "9900000017": ("Karim", "1986-03-04", "ouder"),
    "9900000025": ("Rana", "1988-07-19", "ouder"),
    "9900000033": ("Lina", "2014-05-06", "kind"),
    "9900000041": ("Yusuf", "2018-09-02", "kind"),
}
WOORDEN = {
    "Karim": "Ik wil mijn gereedschap mee.",
    "Rana": "Ik wil eerst mijn moeder bellen.",
    "Lina": "Ik wil bij mijn juf blijven.",
}
BELANG = {
    "Lina": "Zij zit in groep 7 en leest graag Nederlands voor.",
    "Yusuf": "Hij slaapt sinds een maand slecht. De huisarts kijkt mee.",
}


def gezinsleden(v_nummer: str) -> list[dict[str, str]]:
    """The others, as the file of one of them names them."""
    zelf = LEDEN[v_nummer][2]
    zelfde = {"ouder": "partner", "kind": "broer_zus"}
    return [
        {"v_nummer": ander, "geboortedatum": geboren, "relatie": zelfde[zelf] if soort == zelf else soort}
        for ander, (_naam, geboren, soort) in LEDEN.items()
        if ander != v_nummer
    ]


@pytest.fixture
def gezin(team, regievoerder) -> dict[str, Dossier]:
    """Four transfers of one family, taken in charge by one regievoerder; each dossier by its first name."""
    dossiers = {}
    for v_nummer, (naam, geboren, _soort) in LEDEN.items():
        bericht = overdrachtsbericht(bericht_id=str(uuid4()))
        bericht["persoon"] |= {
            "v_nummer": v_nummer,
            "naam": {"achternaam": "Proefman", "voornamen": naam},
            "geboortedatum": geboren,
            "gezin": gezinsleden(v_nummer),
        }
        dossiers[naam] = lever_in(bericht)
    vandaag = timezone.localdate()
    Dossier.objects.update(regievoerder=regievoerder, intake_afgerond_op=vandaag)
    herbeoordeel([dossier.pk for dossier in dossiers.values()], peildatum=vandaag)
    return dossiers


@pytest.fixture
def kijk(axe):
    """Check a page at both widths: nothing runs off it, and no barrier."""

    def _kijk(page: Page) -> None:
        for breedte in (390, 1280):
            page.set_viewport_size({"width": breedte, "height": 900})
            assert hoe_breed(page) == breedte
            axe(page)

    return _kijk


def plan_samen(page: Page, dag) -> None:
    vul_datum(page, "gepland_op", dag)
    page.get_by_label("Tijd").fill("10.00")
    page.get_by_label("Plaats en kamer").fill("azc Assen, kamer 3")
    page.get_by_label("Taal van het gesprek").select_option("ar")
    page.get_by_role("group", name="Spreekt u deze taal zelf").get_by_label("Nee").check()
    page.get_by_role("group", name="Tolk").get_by_label("In de kamer").check()
    for naam in ("Rana", "Lina", "Yusuf"):
        page.get_by_role("group", name="Wie van het gezin is erbij?").get_by_label(f"{naam} Proefman").check()
    page.get_by_role("button", name="Plan het gesprek").click()


def schrijf_verslag(page: Page, dag) -> None:
    """Everything but what the children need."""
    page.locator("[name=tolk][value=aanwezig]").check()
    page.locator("[name=opties_besproken][value=iom_rean]").check()
    page.locator("[name=gevolgen]").fill("De opvang eindigt vier weken na een ongegrond beroep.")
    page.locator("[name=eigen_woorden]").fill(WOORDEN["Karim"])
    for moment in ("medisch", "buiten_schuld", "schrijnend", "mensenhandel"):
        page.locator(f"[name=vraag_{moment}]").fill("Daar had hij niets over te zeggen.")
    for naam in ("Rana", "Lina", "Yusuf"):
        lid = page.get_by_role("group", name=f"{naam} Proefman", exact=True)
        if naam in WOORDEN:
            lid.locator("[name$=eigen_woorden]").fill(WOORDEN[naam])
        else:
            lid.get_by_label("Wilde hier vandaag niets over zeggen").check()
        for moment in ("medisch", "buiten_schuld", "schrijnend", "mensenhandel"):
            lid.locator(f"[name$=vraag_{moment}]").fill(f"{naam} zei hier niets bijzonders over.")
    page.locator("[name=afspraak-0-wie]").fill("Regievoerder")
    page.locator("[name=afspraak-0-wat]").fill("Belt de school van Lina")
    vul_datum(page, "afspraak-0-uiterlijk", dag)


def leg_toetsing_vast(page: Page, adres: str, naam: str) -> None:
    page.goto(adres)
    page.locator("#medisch").get_by_role("link", name="Leg de toetsing vast").click()
    page.locator("[name=feiten]").fill(
        f"In het gesprek van vandaag is {naam} apart gevraagd naar gezondheid."
    )
    page.locator("[name=bronnen]").fill("gesprek van vandaag")
    page.locator("[name=afweging]").fill(f"Er is op dit moment niets waardoor {naam} niet kan reizen.")
    page.get_by_label("Geen aanwijzing").check()
    page.get_by_role("button", name="Leg de toetsing vast").click()


def test_given_a_family_when_heard_in_one_talk_then_each_dossier_holds_its_own_and_each_child_was_asked_about(
    browser_page, live_server, log_in, gezin, regievoerder, kijk
):
    page, vandaag = browser_page, timezone.localdate()
    vader, moeder = gezin["Karim"], gezin["Rana"]
    log_in(page, regievoerder)

    def ga(naam: str, *args: object) -> None:
        page.goto(live_server.url + reverse(naam, args=args))

    # Who belongs together is one step from every dossier.
    ga("werkplek:overzicht", vader.pk)
    page.get_by_role("link", name="4 personen").click()
    expect(page.get_by_role("heading", level=3)).to_have_text(
        ["Rana Proefman", "Lina Proefman", "Yusuf Proefman"]
    )
    kijk(page)

    # One talk is planned for all four, and each dossier has it.
    ga("vertrekgesprek:lijst", vader.pk)
    page.get_by_role("link", name="Plan gesprek 1").click()
    kijk(page)
    plan_samen(page, vandaag)
    expect(page.get_by_text("Samen met")).to_be_visible()
    kijk(page)
    for dossier in gezin.values():
        uitnodiging = reverse(
            "vertrekgesprek:uitnodiging", args=[dossier.pk, Gesprek.objects.get(dossier=dossier).pk]
        )
        brief = page.request.get(live_server.url + uitnodiging)
        assert (brief.status, brief.headers["content-type"]) == (200, "application/pdf")

    # One interpreter is ordered, once.
    page.get_by_role("link", name="Leg de tolk vast").click()
    page.get_by_label("In de kamer").check()
    page.get_by_label("Nummer van de bestelling").fill("40218")
    vul_datum(page, "tolk_besteld_op", vandaag)
    vul_datum(page, "tolk_bevestigd_op", vandaag)
    page.get_by_role("button", name="Leg de tolk vast").click()
    ga("vertrekgesprek:gesprek", moeder.pk, Gesprek.objects.get(dossier=moeder).pk)
    expect(page.get_by_text("Bevestigd op")).to_be_visible()

    # Whoever's talk one opens, the report is written in one place.
    page.get_by_role("link", name="Schrijf het verslag").click()
    expect(page.get_by_text("Het verslag schrijft u hier, voor allen tegelijk.")).to_be_visible()
    expect(page.get_by_role("heading", level=1, name="Karim Proefman")).to_be_visible()
    kijk(page)
    schrijf_verslag(page, vandaag)

    # Without a word about the children nothing is finished, and nothing that was typed is gone.
    page.get_by_role("button", name="Rond het gesprek af").click()
    expect(page.get_by_role("heading", name="U kunt nog niet afronden")).to_be_visible()
    expect(page.locator("[name=eigen_woorden]")).to_have_value(WOORDEN["Karim"])
    kinderen = [page.get_by_role("group", name=f"kind {nummer}, geboren in") for nummer in (1, 2)]
    for kind in kinderen:
        expect(kind.get_by_text("Fout:")).to_be_visible()
    kijk(page)
    assert Gesprek.objects.filter(afgerond_op=None).count() == 4

    for kind, belang in zip(kinderen, BELANG.values(), strict=True):
        kind.locator("textarea").fill(belang)
    page.get_by_role("button", name="Rond het gesprek af").click()
    expect(page.get_by_role("heading", name="Gesprek 1 is afgerond")).to_be_visible()
    kijk(page)

    # Each dossier holds what was explained to all, and of what was said only one's own.
    for naam, dossier in gezin.items():
        gesprek = Gesprek.objects.get(dossier=dossier)
        ga("vertrekgesprek:gesprek", dossier.pk, gesprek.pk)
        tekst = page.locator("main").inner_text()
        assert "De opvang eindigt vier weken na een ongegrond beroep." in tekst
        assert [wie for wie, woorden in WOORDEN.items() if woorden in tekst] == [naam] * (naam in WOORDEN)
        eigen = [naam] if naam in BELANG else list(BELANG)
        assert [wie for wie, belang in BELANG.items() if belang in tekst] == eigen
    kijk(page)

    # Each is toetst apart; the talk and the toetsing of one are not those of another.
    for naam, dossier in gezin.items():
        leg_toetsing_vast(page, live_server.url + reverse("toetsing:overzicht", args=[dossier.pk]), naam)
        expect(page.locator("#medisch").get_by_text("Actueel, inhoudelijk vastgelegd")).to_be_visible()
    kijk(page)
    beelden = {naam: beeld_of(dossier.pk) for naam, dossier in gezin.items()}
    assert [[t.moment for t in beeld.toetsingen] for beeld in beelden.values()] == [["medisch"]] * 4
    assert [beeld.gesprekken[0].eigen_woorden for beeld in beelden.values()] == [*WOORDEN.values(), ""]

    # The plan of one parent begins from what was found, and what each dossier went through stands in its own timeline.
    ga("vertrekplan:plan", vader.pk)
    page.get_by_role("button", name="Begin het vertrekplan").click()
    kijk(page)
    ga("werkplek:tijdlijn", gezin["Yusuf"].pk)
    kijk(page)
    soorten = Gebeurtenis.objects.filter(dossier_id=gezin["Yusuf"].pk, door_naam=regievoerder.naam)
    assert list(soorten.order_by("volgnummer").values_list("soort", flat=True)) == [
        "gesprek.gepland",
        "tolk.bevestigd",
        "gesprek.afgerond",
        "toetsing.vastgelegd",
    ]
