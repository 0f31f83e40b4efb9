"""Each desk outside the staff in a real browser: readable by everybody, also on a narrow phone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.dossier.factories import DossierFactory, MedewerkerFactory, TeamFactory
from tests.scherm import hoe_breed
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Dossier, Dossierdeel
from verantwoord.toegang.models import Medewerker

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TRAITS = ("coa", "ind", "avim", "avim_mensenhandel", "kmar", "iom", "vwn", "medisch_bevoegd")


@pytest.fixture
def bureaus(live_server, transactional_db) -> list[Medewerker]:
    """Somebody at each desk, and one person with whom all of them have to do."""
    mensen = []
    for trait in TRAITS:
        organisatie = MedewerkerFactory.build(**{trait: True}, team=None).organisatie
        team = TeamFactory(naam=f"Team {trait}", organisatie=organisatie, locaties=["Assen"])
        mensen.append(MedewerkerFactory(**{trait: True}, team=team))
    _zaak_van_allen()
    return mensen


def _zaak_van_allen() -> Dossier:
    dossier, vandaag = DossierFactory(), timezone.localdate()
    delen = {
        "medisch": {"aanwijzing_op": "2022-02-03", "reisvoorwaarden": ["begeleiding"]},
        "mensenhandel": {"aanwijzing_op": "2022-02-03", "politie_gemeld_op": "2022-02-03"},
        "verwijzingen": [
            {"naar": "iom", "verwezen_op": "2022-02-08", "toestemming": True},
            {"naar": "overig", "organisatie": "Team vwn", "verwezen_op": "2022-02-08", "toestemming": True},
        ],
        "boekingen": [
            {
                "soort": "gedwongen",
                "land": "IRQ",
                "gepland_op": (vandaag + timedelta(days=9)).isoformat(),
                "begeleiding": ["kmar"],
            }
        ],
        "meldplichten": [{"opgelegd_op": "2022-02-05", "opgelegd_door": "avim", "per_week": 2}],
    }
    for deel, inhoud in delen.items():
        Dossierdeel.objects.create(dossier=dossier, deel=deel, inhoud=inhoud)
    herbeoordeel([dossier.pk])
    return dossier


def test_given_each_desk_when_opened_on_a_narrow_phone_then_it_and_its_case_can_be_read_by_everybody(
    browser_page, live_server, log_in, bureaus, axe
):
    page = browser_page
    page.set_viewport_size({"width": 320, "height": 700})
    for wie in bureaus:
        log_in(page, wie)
        page.goto(live_server.url + reverse("partner:begin"))
        axe(page)
        assert hoe_breed(page) == 320, wie.rol
        page.locator(".keten-lijst tbody th a").click()
        expect(page.get_by_role("heading", name="Wat u niet ziet, en waarom")).to_be_visible()
        axe(page)
        assert hoe_breed(page) == 320, wie.rol
