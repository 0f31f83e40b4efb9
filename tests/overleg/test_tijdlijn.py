"""What a meeting did is told in each dossier in words, and never what somebody thought before all may read it."""

import re
from pathlib import Path

import pytest

import verantwoord.overleg
from tests.overleg.factories import DATUM
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.werkplek.tijdlijn import maak_regels
from verantwoord.werkplek.tijdlijnwoorden import SOORTEN


def test_given_every_event_of_a_dossier_when_told_then_there_are_words_for_it():
    kamer = Path(verantwoord.overleg.__file__).parent
    tekst = "\n".join(pad.read_text() for pad in kamer.rglob("*.py"))
    verteld = set(re.findall(r'tell\(\s*\w+,\s*"(overleg\.\w+)"', tekst))

    assert len(verteld) > 15
    assert verteld - set(SOORTEN) == set()


@pytest.mark.django_db
def test_given_a_decision_when_the_timeline_is_read_then_each_step_names_the_partner_and_the_vote(tafel):
    dossier = tafel.dossier()
    tafel.besluit(tafel.punt(dossier))

    regels = maak_regels(
        Gebeurtenis.objects.filter(dossier_id=dossier.pk).order_by("volgnummer"), vandaag=DATUM
    )

    gelezen = [f"{r.titel} {r.tekst or r.nieuw}".strip() for r in regels]
    assert gelezen[1:5] == [f"Eerste standpunt opgeschreven, {p}" for p in ("DT&V", "COA", "AVIM", "IND")]
    assert gelezen[8] == "Gestemd in het overleg, DT&V akkoord"
    assert gelezen[-1] == "Uitkomst van het overleg vastgesteld"
