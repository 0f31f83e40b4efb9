"""What of reception stands in the agenda: the day of a transfer, and the day on which somebody turns 18."""

from datetime import date

import pytest

from tests.dossier.opvang.conftest import geef_aan, neem_over, vraag
from verantwoord.dossier.models import Gezinslid
from verantwoord.dossier.opvang import overplaatsen
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.agenda.kalender import _een_einde_per_dag
from verantwoord.werkplek.agenda.queries import afspraken
from verantwoord.werkplek.agenda.woorden import op_de_pagina

pytestmark = pytest.mark.django_db


def agenda(wie: Medewerker, van: date, tot: date):
    gevonden = afspraken(viewer=wie, van_wie="mij", van=van, tot=tot).lijst
    return [a for a in gevonden if a.soort in {"overplaatsing", "achttien"}]


def test_given_a_transfer_when_it_runs_then_it_stands_on_its_day_and_withdrawn_no_more(dossier):
    rij = vraag(dossier)
    eerst = [
        (a.dag, op_de_pagina(a)) for a in agenda(dossier.regievoerder, date(2022, 4, 1), date(2022, 4, 30))
    ]

    overplaatsen.withdraw_overplaatsing(
        door=dossier.regievoerder, dossier_id=dossier.pk, overplaatsing_id=rij.pk, reden="Vertrekt zelf.",
        peildatum=date(2022, 4, 21),
    )  # fmt: skip

    assert eerst == [(date(2022, 4, 29), "Overplaatsing naar een vbl")]
    assert agenda(dossier.regievoerder, date(2022, 4, 1), date(2022, 4, 30)) == []


def test_given_birthdays_when_somebody_turns_18_then_they_stand_on_the_day_itself_also_for_29_february(regie):
    dossier = geef_aan(neem_over(4, geboortedatum="2004-03-02"), regie)
    for volgorde, geboren in enumerate(("2004-02-29", "2004-00-00", "2005-03-01", "2004-03-31")):
        Gezinslid.objects.create(
            persoon=dossier.persoon, volgorde=volgorde, relatie="kind", geboortedatum=geboren
        )

    gevonden = agenda(regie, date(2022, 3, 1), date(2022, 3, 31))

    assert [(a.dag, op_de_pagina(a)) for a in gevonden] == [
        (date(2022, 3, 1), "Iemand van het gezin wordt 18"),
        (date(2022, 3, 2), "Wordt 18"),
        (date(2022, 3, 31), "Iemand van het gezin wordt 18"),
    ]
    assert {a.soort for a in _een_einde_per_dag(gevonden)} == {"plicht"}
