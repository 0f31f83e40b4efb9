"""That the Inspectie asks something reaches who may answer for the organisation, and leads to where that is done."""

from datetime import date

import pytest
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.inspectie.factories import maak_rapport
from verantwoord.toegang.actions import systeem
from verantwoord.werkplek.meldingen.models import Melding
from verantwoord.werkplek.meldingen.onderzoek import remind_reacties

pytestmark = pytest.mark.django_db


def test_given_a_report_when_its_day_comes_then_who_answers_for_the_organisation_is_told_once_and_led_there(
    client,
):
    manager, coa = MedewerkerFactory(manager=True), MedewerkerFactory(coa=True)
    for anders in ({}, {"ind": True}, {"inspectie": True}):
        MedewerkerFactory(**anders)
    maak_rapport(aan=("dtv", "coa"), op=date(2022, 11, 11))

    for dag in (date(2022, 11, 12), date(2022, 11, 13)):
        remind_reacties(door=systeem(), peildatum=dag)

    gezegd = Melding.objects.filter(soort=Melding.Soort.ONDERZOEK)
    assert {melding.medewerker_id for melding in gezegd} == {manager.pk, coa.pk}
    assert gezegd.count() == 2
    client.force_login(coa)
    naar = client.post(reverse("meldingen:openen", args=[gezegd.get(medewerker=coa).pk]))
    assert (naar.status_code, naar["Location"]) == (302, reverse("rapporten:lijst"))
