"""What somebody does in the portal on a telephone, and what becomes of it at the desk; and every page in every language."""

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.conftest import AXE
from tests.dossier.factories import DossierFactory
from tests.ondersteuning.factories import maak_hulpvoorstel
from tests.portaal.factories import PortaalaccountFactory
from tests.reizen.portaal import TELEFOON, geef_brief, kies_taal, open_met_app, past_op_telefoon
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Machtiging, Stem
from verantwoord.ondersteuning.actions import answer_wens, assess_wens
from verantwoord.ondersteuning.models import Wens
from verantwoord.portaal.inhoud import bladzijden
from verantwoord.portaal.sessie import begin
from verantwoord.portaal.taal import TALEN
from verantwoord.toegang.context import als_systeem

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WENS = "أريد أن أفتح مخبزًا في أربيل"


@pytest.fixture
def dossier(live_server, transactional_db) -> Dossier:
    dossier = DossierFactory(ontvangen_op=timezone.localdate(), persoon__talen=["ar"])
    herbeoordeel([dossier.pk])
    return dossier


@pytest.fixture
def telefoon(browser_page: Page) -> Page:
    browser_page.set_viewport_size(TELEFOON)
    return browser_page


@pytest.fixture
def binnen(live_server, telefoon, dossier):
    """The person is in, in Dutch."""
    account = PortaalaccountFactory(dossier=dossier, taal="nl")
    with als_systeem():
        token = begin(account, apparaat="Chrome, Android")
    telefoon.context.add_cookies(
        [{"name": settings.PORTAAL_COOKIE_NAME, "value": token, "url": f"{live_server.url}/mijn/"}]
    )
    telefoon.account = account
    return telefoon


def _antwoord(wens: Wens, tekst: str) -> None:
    """What the regievoerder does at the desk; the words are theirs."""
    vandaag = timezone.localdate()
    wie = {"door": wens.dossier.regievoerder, "dossier_id": wens.dossier_id, "wens_id": wens.pk}
    with transaction.atomic(), als_systeem():
        wens = assess_wens(
            **wie, versie=wens.versie, beoordeling="realistisch", reden="Dit kan.", peildatum=vandaag
        )
        answer_wens(
            **wie,
            versie=wens.versie,
            vervolg="doorverwezen",
            antwoord=tekst,
            vervolg_op=vandaag,
            peildatum=vandaag,
        )


def _fouten_zonder_kleur(page: Page) -> list[str]:
    """What depends on the language. Colours are the same in all, and take most of the time."""
    opties = {"runOnly": AXE["runOnly"], "rules": {"color-contrast": {"enabled": False}}}
    gevonden = Axe().run(page, options=opties).response["violations"]
    return [f"{page.url}: {fout['id']}: {plek['html'][:160]}" for fout in gevonden for plek in fout["nodes"]]


def _feiten(dossier: Dossier) -> dict[str, object]:
    with als_systeem():
        return msgspec.to_builtins(beeld_of(dossier.pk))


def test_given_a_letter_when_opened_in_arabic_then_a_wish_is_said_and_the_answer_is_read(
    live_server, telefoon, dossier, axe
):
    page, code = telefoon, geef_brief(dossier, door=dossier.regievoerder)
    page.goto(f"{live_server.url}/mijn/activeren/")
    kies_taal(page, "ar")
    page.locator("[name=code]").fill(code)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/mijn/activeren/kies/")
    open_met_app(page)
    page.goto(f"{live_server.url}/mijn/wensen/")
    page.locator("main textarea").first.fill(WENS)
    page.locator("main select").first.select_option("ondernemen")
    page.locator("main form:has(textarea) button[type=submit]").click()
    expect(page.get_by_text(WENS)).to_be_visible()
    with als_systeem():
        wens = Wens.objects.select_related("dossier__regievoerder").get()
    _antwoord(wens, "De IOM belt u deze week.")

    page.reload()

    expect(page.get_by_text("De IOM belt u deze week.")).to_be_visible()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir].join()") == "ar,rtl"
    assert past_op_telefoon(page)
    axe(page)


def test_given_a_yes_when_it_is_taken_back_and_a_no_when_it_is_said_then_nothing_else_changes(
    live_server, binnen, dossier
):
    begonnen = _feiten(dossier)
    for keuze in ("Ik zeg ja", "Ik trek mijn ja in"):
        binnen.goto(f"{live_server.url}/mijn/toestemming/")
        binnen.get_by_role("button", name=keuze).click()
        binnen.wait_for_load_state()

    nu = _feiten(dossier)

    assert {naam for naam in begonnen | nu if begonnen.get(naam) != nu.get(naam)} == {"medisch"}
    assert set(nu["medisch"]) - set(begonnen.get("medisch", {})) == {
        "toestemming_op",
        "toestemming_ingetrokken_op",
    }


def test_given_a_no_when_it_is_said_then_only_that_is_kept(live_server, binnen, dossier):
    begonnen = _feiten(dossier)
    binnen.goto(f"{live_server.url}/mijn/toestemming/")

    binnen.get_by_role("button", name="Ik zeg nee").click()
    expect(binnen.get_by_text("U zei nee op")).to_be_visible()

    nu = _feiten(dossier)
    assert {naam for naam in begonnen | nu if begonnen.get(naam) != nu.get(naam)} == {"medisch"}
    assert nu["medisch"] == {"toestemming_geweigerd_op": timezone.localdate().isoformat()}


def test_given_a_proposal_of_help_when_said_no_and_then_yes_then_only_the_yes_shares_anything(
    live_server, binnen, dossier, axe
):
    with als_systeem():
        maak_hulpvoorstel(dossier)
    begonnen = _feiten(dossier)
    binnen.goto(f"{live_server.url}/mijn/toestemming/")
    axe(binnen)
    assert past_op_telefoon(binnen)

    binnen.locator("form[action$='/voorstel/']").get_by_role("button", name="Ik zeg nee").click()
    expect(binnen.get_by_text("was nee.")).to_be_visible()
    na_nee = _feiten(dossier)
    binnen.locator("form[action$='/voorstel/']").get_by_role("button", name="Ik zeg ja").click()
    expect(binnen.get_by_role("button", name="Ik wil dit niet meer")).to_be_visible()

    assert na_nee == begonnen
    assert [een["toestemming"] for een in _feiten(dossier)["verwijzingen"]] == [True]


def test_given_no_line_when_something_is_sent_then_the_words_stay_and_go_when_the_line_is_back(
    live_server, binnen
):
    verhaal = "Ik schreef dit in de trein."
    binnen.goto(f"{live_server.url}/mijn/vragen/")
    binnen.context.set_offline(True)
    binnen.locator("main textarea").fill(verhaal)
    stuur = binnen.get_by_role("button", name="Stuur mijn vraag")
    stuur.click()
    expect(binnen.get_by_role("status")).to_have_text(
        "Er is nu geen internet. Wat u schreef, staat er nog. Probeer het straks opnieuw."
    )
    assert binnen.locator("main textarea").input_value() == verhaal
    binnen.context.set_offline(False)

    stuur.dblclick()

    expect(binnen.get_by_text(verhaal)).to_have_count(1)
    assert binnen.locator("main textarea").input_value() == ""
    with als_systeem():
        assert Stem.objects.count() == 1


def test_given_something_that_is_not_right_when_contested_then_the_desk_sees_the_mark_with_the_fact(
    live_server, binnen, log_in, dossier
):
    binnen.goto(f"{live_server.url}/mijn/dit-klopt-niet/")
    binnen.locator("[name=onderwerp]").select_option("persoon.geboortedatum")
    binnen.locator("[name=wat_klopt_niet]").fill("Ik ben in 1990 geboren.")
    binnen.get_by_role("button", name="Stuur dit").click()
    expect(binnen.get_by_text("Ik ben in 1990 geboren.")).to_be_visible()
    log_in(binnen, dossier.regievoerder)

    binnen.goto(f"{live_server.url}{reverse('werkplek:overzicht', args=[dossier.pk])}")

    expect(binnen.locator("main").get_by_text("betwist sinds").first).to_be_visible()


def test_given_a_mandate_when_the_person_stops_it_then_the_lawyer_sees_nothing_more(
    live_server, binnen, chromium, dossier, axe
):
    page = binnen
    page.goto(f"{live_server.url}/mijn/machtigingen/")
    axe(page)
    page.locator("[name=naam]").fill("mr. A. Voorbeeld")
    page.locator("[name=wie]").select_option("advocaat")
    page.locator("[name=hoe_lang]").select_option("kwartaal")
    page.get_by_role("button", name="Geef deze machtiging").click()
    code = page.locator("main code").inner_text()
    axe(page)
    assert past_op_telefoon(page)
    kantoor = chromium.new_context(locale="nl-NL")
    advocaat = kantoor.new_page()
    advocaat.goto(f"{live_server.url}/mijn/activeren/")
    advocaat.locator("[name=code]").fill(code)
    advocaat.get_by_role("button", name="Ga verder").click()
    open_met_app(advocaat)

    page.goto(f"{live_server.url}/mijn/machtigingen/")
    expect(page.get_by_text("Keek 1 keer in het dossier.")).to_be_visible()
    page.get_by_role("button", name="Stop dit nu").click()
    expect(page.get_by_text("Niemand heeft nu een machtiging.")).to_be_visible()
    advocaat.goto(f"{live_server.url}/mijn/procedure/")

    expect(advocaat).to_have_url(f"{live_server.url}/mijn/kiezen/")
    assert Machtiging.objects.get().ingetrokken_naam == dossier.persoon.volledige_naam
    kantoor.close()


def test_given_every_page_when_read_in_every_language_then_everybody_can_use_it(
    live_server, binnen, dossier, axe
):
    GesprekFactory(dossier=dossier)
    adressen = [een.url for een in bladzijden(binnen.account, dossier_id=dossier.pk, op=timezone.localdate())]
    gelezen, fouten = [], []
    for taal in TALEN:
        binnen.context.add_cookies(
            [{"name": settings.PORTAAL_TAAL_COOKIE_NAME, "value": taal, "url": f"{live_server.url}/mijn/"}]
        )
        with als_systeem():
            binnen.account.taal = taal
            binnen.account.save(update_fields=["taal"])
        for adres in ("/mijn/", *adressen):
            binnen.goto(f"{live_server.url}{adres}", wait_until="domcontentloaded")
            if taal in {"nl", "ar"}:
                axe(binnen)
            else:
                fouten += _fouten_zonder_kleur(binnen)
            gelezen.append((binnen.evaluate("document.documentElement.lang"), adres))

    assert fouten == []
    assert len(adressen) == 20
    assert gelezen == [(taal, adres) for taal in TALEN for adres in ("/mijn/", *adressen)]
