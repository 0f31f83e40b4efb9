"""In the demo no date lies unseen by the COA only because nobody plays its registration."""

from datetime import date

import pytest

from tests.dossier.factories import DossierFactory, TeamFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.antwoorden import te_laat_bij_coa
from verantwoord.dossier.models import Antwoord, Ontvangstbevestiging
from verantwoord.project.demo.ontvangst import bevestig_namens_coa
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import Organisatie


@pytest.mark.django_db
def test_given_dates_at_the_coa_and_elsewhere_when_its_registration_keeps_up_then_only_its_own_are_confirmed():
    with als_systeem():
        TeamFactory(organisatie=Organisatie.COA, locaties=["Assen"])
        bij_coa = DossierFactory(recht_eindigt_op=date(2091, 4, 1))
        elders = DossierFactory(recht_eindigt_op=date(2091, 4, 1), met_procedure=False)
        herbeoordeel([bij_coa.pk, elders.pk], peildatum=date(2022, 2, 10))

        for _ in range(2):
            bevestig_namens_coa()

        antwoord = Antwoord.objects.get(dossier=bij_coa, soort="opvangrecht")
        assert list(Ontvangstbevestiging.objects.values_list("antwoord", "organisatie")) == [
            (antwoord.pk, "coa")
        ]
        assert list(te_laat_bij_coa(op=date(2092, 1, 1))) == []
