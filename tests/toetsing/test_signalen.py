"""A sign reopens its toetsing and stops coercion until a person has answered it, whatever hour it came in."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory
from tests.toetsing.factories import ToetsingFactory
from verantwoord.dossier import poort
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.kern.normen import REGISTER
from verantwoord.toetsing import actions
from verantwoord.toetsing.keuzes import Bron, Moment

pytestmark = pytest.mark.django_db
DWANG = REGISTER["toetsing-elk-stadium"].blokkeert
MELDERS = [Bron.COA, Bron.VWN, Bron.GEMACHTIGDE, Bron.OVERIG, Bron.PERSOON]


@pytest.fixture
def vandaag():
    return timezone.localdate()


@pytest.fixture
def dossier(vandaag):
    dossier = DossierFactory(ontvangen_op=vandaag - timedelta(days=30))
    for moment in Moment.values:
        ToetsingFactory(dossier=dossier, moment=moment, getoetst_op=vandaag)
    return dossier


def tegengehouden_door(handeling, dossier, vandaag):
    try:
        poort.require(handeling, dossier=dossier, peildatum=vandaag, door=dossier.regievoerder)
    except NormBlokkeert as blok:
        return {b.norm: b.uitleg for b in blok.bevindingen}
    return {}


def meld(dossier, vandaag, *, moment="medisch", bron=Bron.COA, op=None):
    return actions.record_signaal(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        moment=moment,
        ontvangen_op=op or vandaag,
        peildatum=vandaag,
        bron=bron,
        toelichting="Hij komt zijn bed niet meer uit.",
    )


@pytest.mark.parametrize("bron", MELDERS)
@pytest.mark.parametrize("handeling", DWANG)
def test_given_four_toetsingen_of_today_when_a_sign_comes_in_afterwards_then_every_act_with_coercion_waits(
    dossier, vandaag, handeling, bron
):
    voor = tegengehouden_door(handeling, dossier, vandaag)

    meld(dossier, vandaag, bron=bron)

    na = tegengehouden_door(handeling, dossier, vandaag)
    assert "toetsing-elk-stadium" not in voor
    assert na["toetsing-elk-stadium"].endswith(
        "een aanwijzing binnen waarop nog niemand heeft geantwoord. Leg de toetsing opnieuw vast."
    )


@pytest.mark.parametrize("moment", Moment.values)
def test_given_a_sign_when_a_person_answers_it_with_facts_and_weighing_then_the_gate_opens_again(
    dossier, vandaag, moment
):
    meld(dossier, vandaag, moment=moment, op=vandaag - timedelta(days=2))
    antwoord = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "moment": moment,
        "getoetst_op": vandaag,
        "peildatum": vandaag,
        "conclusie": "geen_aanwijzing",
        "aanleiding": "signaal",
        "feiten": "De arts zag hem vandaag.",
    }

    actions.record_toetsing(**antwoord, versie=1)
    leeg = tegengehouden_door(DWANG[0], dossier, vandaag)
    actions.record_toetsing(**antwoord, versie=2, afweging="Reizen kan volgens de arts en er is begeleiding.")
    inhoudelijk = tegengehouden_door(DWANG[0], dossier, vandaag)

    assert "toetsing-elk-stadium" in leeg
    assert "toetsing-elk-stadium" not in inhoudelijk


def test_given_a_sign_when_somebody_wants_to_go_then_that_is_not_held_back_by_it(dossier, vandaag):
    meld(dossier, vandaag)

    assert "toetsing-elk-stadium" not in tegengehouden_door("zelfstandig_vertrek_boeken", dossier, vandaag)


def test_given_a_sign_when_the_card_and_the_route_are_opened_then_both_say_that_coercion_waits(
    client, dossier, vandaag
):
    meld(dossier, vandaag)
    client.force_login(dossier.regievoerder)

    paginas = [
        client.get(reverse("toetsing:overzicht", args=[dossier.pk])).content.decode(),
        client.get(reverse("toetsing:route", args=[dossier.pk, "medisch"])).content.decode(),
    ]

    assert [pagina.count("Stappen met dwang wachten") for pagina in paginas] == [1, 1]
    assert paginas[1].count("Beantwoord de aanwijzing") == 1


def test_given_an_imported_dossier_with_an_answered_sign_when_the_gate_is_asked_then_it_is_not_held_back(
    vandaag,
):
    dossier = DossierFactory(ontvangen_op=vandaag - timedelta(days=30))
    for moment in Moment.values:
        ToetsingFactory(dossier=dossier, moment=moment, getoetst_op=vandaag)
    signaal = meld(dossier, vandaag, op=date(2022, 3, 1))
    signaal.afgehandeld_op = vandaag
    signaal.save(update_fields=["afgehandeld_op"])

    assert "toetsing-elk-stadium" not in tegengehouden_door(DWANG[0], dossier, vandaag)
