"""What was asked about means, earlier help and leaving for good makes a condition met or not met; no norm reads it."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory, WensFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.ondersteuning.actions import record_navraag
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Navraag
from verantwoord.ondersteuning.queries import nagevraagd_of
from verantwoord.ondersteuning.vinder import vind_steun

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture
def dossier():
    return DossierFactory()


def vraag_na(dossier, *, door=None, op=OP, **antwoorden):
    dossier.refresh_from_db()
    return record_navraag(
        door=door or dossier.regievoerder, dossier_id=dossier.pk, versie=dossier.versie, peildatum=OP, op=op,
        antwoorden=antwoorden,
    )  # fmt: skip


def oordelen(dossier, aanbod, wens):
    ((_wens, steun),) = vind_steun(
        [wens],
        beeld_of(dossier.pk),
        viewer=dossier.regievoerder,
        peildatum=OP,
        nagevraagd=nagevraagd_of(dossier.pk, viewer=dossier.regievoerder),
    )
    (een,) = (s for s in steun if s.aanbod.pk == aanbod.pk)
    return {v.naam: v.oordeel for v in een.vondst.voorwaarden if v.naam in aanbod.eisen}


@pytest.mark.parametrize(
    ("eis", "vraag", "bij_ja", "bij_nee"),
    [
        ("geen_middelen", "eigen_middelen", "niet_voldaan", "voldaan"),
        ("eerste_keer", "eerder_geholpen", "niet_voldaan", "voldaan"),
        ("definitief_vertrek", "definitief", "voldaan", "niet_voldaan"),
    ],
)
def test_given_a_condition_to_ask_when_it_was_answered_then_it_is_met_or_not_and_can_become_unknown_again(
    dossier, eis, vraag, bij_ja, bij_nee
):
    aanbod, wens = AanbodFactory(eisen=[eis], gezin=True), WensFactory(dossier=dossier, soort="ondernemen")
    eerst = oordelen(dossier, aanbod, wens)[eis]

    gevonden = []
    for antwoord in (True, False, None):
        vraag_na(dossier, **{vraag: antwoord})
        gevonden.append(oordelen(dossier, aanbod, wens)[eis])

    assert (eerst, gevonden) == ("onbekend", [bij_ja, bij_nee, "onbekend"])
    assert Navraag.objects.filter(dossier=dossier).count() == 3


def test_given_answers_when_recorded_then_the_facts_are_as_they_were_and_the_event_holds_no_answer(dossier):
    voor = beeld_of(dossier.pk)

    vraag_na(dossier, eigen_middelen=True, definitief=None)

    assert beeld_of(dossier.pk) == voor
    gebeurtenis = Gebeurtenis.objects.get(dossier_id=dossier.pk, soort="navraag.vastgelegd")
    assert gebeurtenis.gegevens == {"vragen": ["eigen_middelen"], "op": "2022-02-21"}


def test_given_the_same_answers_or_a_day_to_come_when_recorded_then_it_is_refused(dossier):
    vraag_na(dossier, eigen_middelen=False)

    with pytest.raises(WensKloptNiet, match="staan er al"):
        vraag_na(dossier, eigen_middelen=False)
    with pytest.raises(WensKloptNiet) as fout:
        vraag_na(dossier, eigen_middelen=True, op=date(2022, 2, 22))

    assert fout.value.veld == "op"


def test_given_an_outsider_when_recording_then_the_dossier_is_not_there(dossier):
    with pytest.raises(Dossier.DoesNotExist):
        vraag_na(dossier, door=MedewerkerFactory(), eigen_middelen=True)

    assert Navraag.objects.visible_to(MedewerkerFactory()).count() == 0


def test_given_an_answer_when_somebody_would_change_it_then_the_database_refuses(dossier):
    (rij,) = vraag_na(dossier, eigen_middelen=True)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Navraag.objects.filter(pk=rij.pk).update(antwoord=False)


def test_given_the_form_when_sent_then_the_answers_stand_there_the_next_time(client, dossier):
    client.force_login(dossier.regievoerder)
    adres = f"/dossiers/{dossier.pk}/ondersteuning/navragen/"
    velden = {
        "versie": dossier.versie, "eigen_middelen": "nee", "eerder_geholpen": "onbekend", "definitief": "ja",
        "op_dag": 18, "op_maand": 2, "op_jaar": 2022,
    }  # fmt: skip

    antwoord = client.post(adres, velden)

    assert antwoord.status_code == 302
    form = client.get(adres).context["form"]
    assert [form[naam].value() for naam in ("eigen_middelen", "eerder_geholpen", "definitief")] == [
        "nee",
        "onbekend",
        "ja",
    ]
