"""What was promised and is late stands among what to look at; what the person would do is no debt."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.vertrekgesprek.factories import GesprekFactory
from tests.werkplek.feiten import stand_op
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.vertrekgesprek.models import AfspraakGedaan
from verantwoord.vertrekgesprek.queries import te_late_afspraken_of
from verantwoord.werkplek.wacht_beloofd import acties
from verantwoord.werkplek.watnu import maak_watnu

NA = date(2022, 3, 2)
TITEL = "1 afspraak uit een gesprek staat nog open."


def actie(eigenaar="dtv", uiterlijk="2022-09-14", **anders):
    return {"omschrijving": "Belt de school.", "eigenaar": eigenaar, "uiterlijk": uiterlijk} | anders


@pytest.mark.parametrize(
    ("lijst", "verwacht"),
    [
        ([actie()], ["1 actie uit het vertrekplan staat nog open."]),
        ([actie(), actie("coa", "2022-09-01")], ["2 acties uit het vertrekplan staan nog open."]),
        ([actie(uiterlijk="2022-09-15")], []),
        ([actie(gereed_op="2022-09-14")], []),
        ([actie("vreemdeling")], []),
        ([{"omschrijving": "Belt de school.", "eigenaar": "dtv"}], []),
    ],
)
def test_given_actions_of_the_plan_when_asked_then_only_late_ones_of_an_organisation_are_told(
    lijst, verwacht
):
    plan = {"versie": 1, "vastgesteld_op": "2022-08-01", "door": "Noor Haverkamp", "acties": lijst}
    s, _ = stand_op("2022-09-15", vertrekplannen=[plan])

    assert [punt.titel for punt in acties(s, uuid4())] == verwacht


def test_given_two_late_actions_when_told_then_the_oldest_says_who_what_and_when():
    plan = {
        "versie": 1,
        "vastgesteld_op": "2022-08-01",
        "door": "Noor Haverkamp",
        "acties": [actie(), actie("coa", "2022-09-01")],
    }
    s, _ = stand_op("2022-09-15", vertrekplannen=[plan])

    (punt,) = acties(s, uuid4())

    assert punt.uitleg == "COA: Belt de school. Dat zou klaar zijn op 1 september 2022."


def test_given_facts_of_the_procedure_that_are_missing_when_pointed_at_then_finding_out_comes_first():
    dossier_id = uuid4()
    besluit = {"soort": "afwijzing", "genomen_op": "2022-07-10", "terugkeerbesluit": True}
    beroep = {
        "ingesteld_op": "2022-07-22",
        "uitspraak_op": "2022-09-01",
        "bekendgemaakt_op": "2022-09-01",
        "uitkomst": "ongegrond",
    }
    s, beoordeling = stand_op(
        "2022-09-15",
        procedure={"besluiten": [besluit], "beroepen": [beroep]},
        schrijnend={"factoren": ["overlijden"]},
    )

    punten = maak_watnu(s, beoordeling, dossier_id, afwijkingen={}).punten

    gevonden = {p.titel: (p.actie, p.actie_url) for p in punten}
    assert gevonden["Zoek uit wat in de procedure nog niet bekend is."] == (
        "Bekijk de procedure",
        reverse("dossier:procedure", args=[dossier_id]),
    )
    assert "De zaak inbrengen in het RAO." not in gevonden


@pytest.mark.django_db
class TestAfspraken:
    def test_given_an_agreement_whose_day_has_passed_when_opened_then_it_stands_there_until_it_is_ticked_off(
        self, client
    ):
        dossier = DossierFactory()
        gesprek = GesprekFactory(dossier=dossier, afgerond=True)
        herbeoordeel([dossier.pk])
        client.force_login(dossier.regievoerder)
        blad = reverse("werkplek:overzicht", args=[dossier.pk])

        laat = client.get(blad).content.decode().count(TITEL)
        AfspraakGedaan.objects.create(gesprek=gesprek, nummer=0, gedaan_op=NA, door=dossier.regievoerder)

        assert laat == 1
        assert client.get(blad).content.decode().count(TITEL) == 0

    def test_given_a_day_when_asked_then_the_last_day_itself_is_not_late(self):
        gesprek = GesprekFactory(afgerond=True)
        viewer = gesprek.dossier.regievoerder

        laat = te_late_afspraken_of(gesprek.dossier_id, viewer=viewer, op=NA)

        assert [(r.gesprek_id, r.nummer, r.wat) for r in laat] == [(gesprek.pk, 0, "Belt de school")]
        assert te_late_afspraken_of(gesprek.dossier_id, viewer=viewer, op=date(2022, 3, 1)) == []

    def test_given_an_outsider_when_asked_then_nothing_is_told(self):
        gesprek = GesprekFactory(afgerond=True)

        assert te_late_afspraken_of(gesprek.dossier_id, viewer=MedewerkerFactory(), op=NA) == []

    def test_given_one_or_thirty_talks_when_asked_then_it_is_one_query(self, django_assert_num_queries):
        eerste = GesprekFactory(afgerond=True)
        viewer = eerste.dossier.regievoerder
        te_late_afspraken_of(eerste.dossier_id, viewer=viewer, op=NA)
        with django_assert_num_queries(1):
            te_late_afspraken_of(eerste.dossier_id, viewer=viewer, op=NA)
        GesprekFactory.create_batch(29, dossier=eerste.dossier, afgerond=True)

        with django_assert_num_queries(1):
            laat = te_late_afspraken_of(eerste.dossier_id, viewer=viewer, op=NA)

        assert len(laat) == 30
