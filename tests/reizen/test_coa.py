"""What the COA learns of a dossier, and what it never does: every byte that reaches its browser is read."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, Route, expect

from tests.dossier.factories import MedewerkerFactory, TeamFactory
from tests.reizen.conftest import vul_datum
from tests.scherm import hoe_breed
from verantwoord.dossier.actions import assign_regievoerder, change_feiten, finish_intake, lock_versie
from verantwoord.dossier.models import Dossier
from verantwoord.kern import dossierbeeld as d
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie
from verantwoord.toetsing.actions import record_signaal
from verantwoord.web.datums import dag_maand, kort_jaar

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KANARIE = "KANARIE"


@pytest.fixture
def coa_team(live_server, transactional_db):
    return TeamFactory(naam="COA, azc Assen", organisatie=Organisatie.COA, locaties=["Assen"])


@pytest.fixture
def marieke(coa_team) -> Medewerker:
    return MedewerkerFactory(coa=True, naam="Marieke Postma", team=coa_team)


@pytest.fixture
def collega(coa_team) -> Medewerker:
    return MedewerkerFactory(coa=True, naam="Wouter Hulshof", team=coa_team)


@pytest.fixture
def zaak(overdracht, regievoerder, manager, coa_team) -> Dossier:
    """A dossier that is treated, with a word that nobody else uses in every place that is closed to the COA."""
    assign_regievoerder(door=manager, dossier_id=overdracht.pk, regievoerder=regievoerder)
    finish_intake(door=regievoerder, dossier_id=overdracht.pk, peildatum=timezone.localdate())
    vandaag = timezone.localdate()

    def plant(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        besluit, *rest = beeld.procedure.besluiten
        return replace(
            beeld,
            procedure=replace(
                beeld.procedure,
                besluiten=(replace(besluit, kenmerk=f"{KANARIE}-BESLUIT"), *rest),
            ),
            overdracht=replace(beeld.overdracht, documenten=(f"{KANARIE}-BRIEF.pdf",)),
            medisch=d.Medisch(aanwijzing_op=vandaag, reisvoorwaarden=(f"{KANARIE}-MEDISCH",)),
        )

    with transaction.atomic(), als_systeem():
        dossier = lock_versie(overdracht.pk, door=regievoerder, versie=None)
        change_feiten(dossier, plant, door=regievoerder, soort="medisch.aanwijzing")
        record_signaal(
            door=regievoerder, dossier_id=overdracht.pk, moment="mensenhandel", ontvangen_op=vandaag,
            peildatum=vandaag, bron="gesprek", toelichting=f"{KANARIE}-MENSENHANDEL",
        )  # fmt: skip
    return overdracht


@pytest.fixture
def open_bij(chromium: Browser, log_in) -> Iterator[Callable[[Medewerker], tuple[Page, list[bytes]]]]:
    """A browser of one's own for somebody, and everything that was ever sent to it."""
    contexten = []

    def _open(wie: Medewerker) -> tuple[Page, list[bytes]]:
        context = chromium.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
        contexten.append(context)
        page, ontvangen = context.new_page(), []

        def lees_mee(route: Route) -> None:
            antwoord = route.fetch(max_redirects=0)
            ontvangen.extend((antwoord.url.encode(), repr(antwoord.headers).encode(), antwoord.body()))
            route.fulfill(response=antwoord)

        context.route("**/*", lees_mee)
        log_in(page, wie)
        return page, ontvangen

    yield _open
    for context in contexten:
        context.close()


def leg_uitspraak_vast(page: Page, adres: str, *, geleden: int) -> None:
    page.goto(f"{adres}uitspraak/")
    page.locator("[name=beroep][value='0']").check()
    page.locator("[name=uitkomst][value=ongegrond]").check()
    for veld in ("uitspraak_op", "bekendgemaakt_op"):
        vul_datum(page, veld, timezone.localdate() - timedelta(days=geleden))
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Vastgelegd.")).to_be_visible()


def test_given_a_judgment_when_coa_looks_then_it_has_the_end_date_with_its_history_and_nothing_behind_it(
    browser_page, live_server, log_in, open_bij, zaak, regievoerder, marieke, axe
):
    coa, ontvangen = open_bij(marieke)
    mijn, procedure = browser_page, live_server.url + reverse("dossier:procedure", args=[zaak.pk])
    log_in(mijn, regievoerder)

    # As long as the appeal runs there is no date.
    coa.goto(live_server.url + "/")
    expect(coa.get_by_role("heading", name="Tot wanneer is er recht op opvang?")).to_be_visible()
    axe(coa)
    coa.get_by_role("link", name="Karim Proefman").click()
    expect(coa.locator(".keten-antwoord__groot")).to_have_text("geen einddatum")
    axe(coa)

    # The court rules; the COA sees a date, and not that it did.
    leg_uitspraak_vast(mijn, procedure, geleden=3)
    coa.reload()
    eerste = timezone.localdate() + timedelta(days=25)
    expect(coa.locator(".keten-antwoord__groot")).to_contain_text(dag_maand(eerste))
    expect(coa.get_by_text("Termijn van vier weken")).to_be_visible()
    assert "uitspraak" not in coa.locator(".keten-antwoord").inner_text().lower()

    # The day was wrong and is put right: both dates stay, with a word that tells nothing.
    leg_uitspraak_vast(mijn, procedure, geleden=1)
    coa.reload()
    tweede = timezone.localdate() + timedelta(days=27)
    expect(coa.locator(".keten-antwoord__groot")).to_contain_text(dag_maand(tweede))
    verloop = coa.get_by_role("table").filter(has_text="Wat niet klopte, blijft te lezen")
    expect(verloop).to_contain_text(kort_jaar(eerste))
    expect(verloop).to_contain_text("Een verbetering van een eerdere datum")
    axe(coa)

    # Search, the list, the notifications, the API, and every page of the staff.
    coa.locator("#zoek").fill("Proefman")
    coa.locator("#zoek").press("Enter")
    expect(coa.get_by_role("link", name="Karim Proefman")).to_be_visible()
    for adres in _alles_over(zaak):
        coa.goto(live_server.url + adres)
    assert len(ontvangen) > 40
    gelekt = [stuk[:200] for stuk in ontvangen if KANARIE.encode() in stuk]
    assert gelekt == []


def _alles_over(zaak: Dossier) -> list[str]:
    bladen = (
        "werkplek:overzicht", "werkplek:tijdlijn", "werkplek:documenten", "werkplek:inzage", "dossier:procedure",
        "toetsing:overzicht", "vertrekplan:plan", "vertrekgesprek:lijst", "vertrek:overzicht", "dossier:termijnen",
        "partner:zaak", "vragen:lijst", "vragen:nieuw",
    )  # fmt: skip
    lijsten = (
        "partner:begin",
        "partner:gevraagd",
        "meldingen:lijst",
        "overleg:overleggen",
        "kwaliteit:meting",
    )
    api = ("/api/v1/zaken", f"/api/v1/zaken/{zaak.pk}", f"/api/v1/dossiers/{zaak.pk}", "/api/v1/antwoorden")
    return [
        *(reverse(naam, args=[zaak.pk]) for naam in bladen),
        *map(reverse, lijsten),
        reverse("toetsing:route", args=[zaak.pk, "mensenhandel"]),
        *api,
    ]


def test_given_somebody_who_is_not_seen_when_coa_says_so_then_the_regievoerder_is_told_and_nothing_else_changes(
    browser_page, live_server, log_in, open_bij, zaak, regievoerder, marieke, axe
):
    coa, _ontvangen = open_bij(marieke)
    coa.set_viewport_size({"width": 390, "height": 844})
    coa.goto(live_server.url + reverse("partner:zaak", args=[zaak.pk]))
    coa.get_by_role("link", name="Meld dat u de persoon niet meer ziet").click()
    axe(coa)
    coa.get_by_role("button", name="Verstuur de melding").click()
    expect(coa.get_by_text("Vul de datum in.").first).to_be_visible()
    vul_datum(coa, "laatst_gezien_op", timezone.localdate() - timedelta(days=2))
    coa.get_by_label("Wat is er bekend").fill("Bed niet beslapen.")
    coa.get_by_role("button", name="Verstuur de melding").click()
    expect(coa.get_by_text("Bed niet beslapen.")).to_be_visible()
    assert hoe_breed(coa) == 390

    mijn = browser_page
    log_in(mijn, regievoerder)
    mijn.goto(live_server.url + reverse("meldingen:lijst"))
    expect(mijn.get_by_role("rowheader", name="Een ketenpartner stuurde een bericht")).to_be_visible()
    mijn.goto(live_server.url + reverse("werkplek:overzicht", args=[zaak.pk]))
    expect(mijn.get_by_text("Zoek uit waar de persoon is.")).to_be_visible()
    expect(mijn.get_by_text("Marieke Postma meldde: voor het laatst gezien op")).to_be_visible()


def test_given_a_worry_about_trafficking_when_coa_sends_it_then_only_its_writer_and_the_regievoerder_read_it(
    browser_page, live_server, log_in, open_bij, zaak, regievoerder, marieke, collega, axe
):
    coa, _eigen = open_bij(marieke)
    adres = live_server.url + reverse("partner:zaak", args=[zaak.pk])
    coa.goto(adres)
    coa.get_by_role("link", name="Ik maak me zorgen").click()
    axe(coa)
    coa.get_by_label("Mensenhandel of uitbuiting").check()
    vul_datum(coa, "gezien_op", timezone.localdate())
    coa.get_by_label("Wat zag of hoorde u?").fill("Een man bewaart zijn papieren.")
    coa.get_by_role("button", name="Meld uw zorg").click()
    expect(coa.get_by_text("Een man bewaart zijn papieren.")).to_be_visible()

    ander, ontvangen = open_bij(collega)
    for bladzij in (adres, *(live_server.url + deel for deel in _alles_over(zaak))):
        ander.goto(bladzij)
    assert [stuk[:200] for stuk in ontvangen if b"bewaart zijn papieren" in stuk] == []
    ander.goto(adres)
    expect(ander.get_by_text("U heeft over deze persoon nog niets gemeld.")).to_be_visible()

    mijn = browser_page
    log_in(mijn, regievoerder)
    mijn.goto(live_server.url + reverse("toetsing:overzicht", args=[zaak.pk]))
    expect(mijn.get_by_text("Een man bewaart zijn papieren.").first).to_be_visible()
