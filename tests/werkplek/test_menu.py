"""The menu of the staff says where one is, also on a page that has no item of its own."""

import pytest
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.inspectie.factories import maak_onderzoek

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("bladzij", "hier"),
    [
        ("werkplek:caseload", "Dossiers"),
        ("agenda:agenda", "Agenda"),
        ("kwaliteit:meting", "Kwaliteit"),
        ("rapporten:lijst", "Kwaliteit"),
        ("werkdruk:overzicht", "Kwaliteit"),
        ("vakmanschap:begin", "Kennis"),
        ("dialoog:lijst", "Kennis"),
    ],
)
def test_given_a_page_when_opened_then_one_item_of_the_menu_is_where_one_is(client, bladzij, hier):
    client.force_login(MedewerkerFactory(manager=True))

    frame = client.get(reverse(bladzij)).context["frame"]

    assert [item.tekst for item in frame.nav if item.huidig] == [hier]


@pytest.mark.parametrize("bladzij", ["inspectie:onderzoek", "leesdesk:onderzoek"])
def test_given_an_onderzoek_when_an_inspecteur_opens_any_part_then_the_menu_says_onderzoek(client, bladzij):
    leider = MedewerkerFactory(inspectie=True)
    onderzoek = maak_onderzoek(leider=leider)
    client.force_login(leider)

    frame = client.get(reverse(bladzij, args=[onderzoek.pk])).context["frame"]

    assert [item.tekst for item in frame.nav if item.huidig] == ["Onderzoek"]
