"""What now names a wish that waits before any talk was held: whoever wrote it in the portal was told a day."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory
from tests.ondersteuning.factories import WensFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.context import als_systeem
from verantwoord.werkplek.wacht import wensen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def als_programma(db):
    with als_systeem():
        yield


def test_given_a_wish_before_any_talk_when_what_now_opens_then_it_names_the_day_of_the_answer(
    client, monkeypatch
):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: date(2022, 2, 20))
    dossier = DossierFactory()
    WensFactory(dossier=dossier, geuit_op=date(2022, 2, 15))
    client.force_login(dossier.regievoerder)

    pagina = client.get(reverse("werkplek:overzicht", args=[dossier.pk])).content.decode()

    assert pagina.count("De wens van 15 februari 2022 is nog niet beantwoord.") == 1
    assert "1 mrt" in pagina


@pytest.mark.parametrize("wat", ["geen wens", "antwoord", "gesprek"])
def test_given_no_wish_an_answer_or_a_talk_when_asked_then_nothing_is_added_to_the_norm(wat):
    dossier = DossierFactory()
    if wat != "geen wens":
        antwoord = {"vervolg": "uitgelegd", "vervolg_op": date(2022, 2, 18), "antwoord": "Dat kan."}
        WensFactory(dossier=dossier, geuit_op=date(2022, 2, 15), **antwoord if wat == "antwoord" else {})
    if wat == "gesprek":
        GesprekFactory(dossier=dossier, eerste=True, afgerond=True)

    op = date(2022, 2, 20)
    assert list(wensen(Stand(beeld_of(dossier.pk), op, geldende_parameters().op(op)), dossier.pk)) == []
