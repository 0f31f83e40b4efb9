"""What the person says is not right: the mark goes where the fact goes, until somebody decided with a reason."""

from datetime import date

import pytest
from django.db.utils import IntegrityError
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.dossier.test_inzageverzoek import betrokken
from tests.portaal.factories import PortaalaccountFactory
from verantwoord.dossier.actions import (
    BetwistingKanNiet,
    contest_feit,
    decide_betwisting,
    withdraw_betwisting,
)
from verantwoord.dossier.betwisting.woorden import onderwerp_in_woorden
from verantwoord.dossier.models import Betwisting, Dossier
from verantwoord.dossier.queries import betwist_sinds, betwistingen_of
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.betwisting import ONDERWERPEN
from verantwoord.kern.toegang import CATEGORIEEN
from verantwoord.keten.partner.queries import zaak_of
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
DAG = date(2022, 3, 1)


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def account(dossier):
    return PortaalaccountFactory(dossier=dossier)


def betwist(dossier, account, onderwerp="persoon.geboortedatum", **anders):
    woorden = {"wat_klopt_niet": "Ik ben later geboren.", "hoe_dan": "4 mei 1989", "over": ""} | anders
    return contest_feit(door=account, dossier_id=dossier.pk, onderwerp=onderwerp, op=DAG, **woorden)


def beslis(betwisting, door, besluit="aangepast", motivering="Nagekeken bij de bron en verbeterd."):
    return decide_betwisting(
        door=door,
        dossier_id=betwisting.dossier_id,
        betwisting_id=betwisting.pk,
        besluit=besluit,
        motivering=motivering,
        op=date(2022, 3, 8),
    )


def test_given_every_subject_when_naming_it_then_it_has_words_and_a_category():
    assert {sleutel: bool(onderwerp_in_woorden(sleutel)) for sleutel in ONDERWERPEN} == dict.fromkeys(
        ONDERWERPEN, True
    )
    assert {onderwerp.categorie for onderwerp in ONDERWERPEN.values()} <= set(CATEGORIEEN)


def test_given_a_fact_when_the_person_contests_it_then_an_answer_is_owed_within_four_weeks(dossier, account):
    betwisting = betwist(dossier, account)

    assert (betwisting.gemeld_naam, betwisting.antwoord_voor) == (account.naam, date(2022, 3, 29))
    assert list(betwistingen_of(dossier.pk, viewer=dossier.regievoerder)) == [betwisting]
    gebeurtenis = Gebeurtenis.objects.get(soort="betwisting.gemeld")
    assert (gebeurtenis.door, gebeurtenis.gegevens) == (
        account.gebruikersnaam,
        {"onderwerp": "persoon.geboortedatum"},
    )


def test_given_nothing_of_that_name_when_contesting_then_a_sentence_says_what_to_do(dossier, account):
    with pytest.raises(BetwistingKanNiet, match="Kies waar het over gaat"):
        betwist(dossier, account, onderwerp="iets.anders")


def test_given_a_colleague_when_contesting_in_the_persons_place_then_she_may_not(dossier):
    with pytest.raises(GeenToegang):
        betwist(dossier, dossier.regievoerder)


@pytest.mark.parametrize(
    ("rol", "onderwerp", "ziet"),
    [
        ("coa", "persoon.geboortedatum", True),
        ("coa", "opvang.recht_eindigt_op", True),
        ("coa", "gesprekken", False),
        ("ind", "medisch", True),
        ("avim", "medisch", False),
        ("vwn", "toezicht", False),
        ("beheerder", "persoon.geboortedatum", False),
    ],
)
def test_given_a_mark_when_somebody_reads_then_it_is_there_where_the_fact_or_its_answer_is(
    dossier, account, rol, onderwerp, ziet
):
    betwist(dossier, account, onderwerp=onderwerp)
    wie = MedewerkerFactory(**{rol: True})
    if rol != "beheerder":
        betrokken(dossier, wie)

    assert betwist_sinds([dossier.pk], viewer=wie) == ({dossier.pk: {onderwerp: DAG}} if ziet else {})
    assert list(betwistingen_of(dossier.pk, viewer=wie)) == []


def test_given_a_partner_without_a_task_in_the_dossier_when_reading_then_there_is_no_mark(dossier, account):
    betwist(dossier, account)

    assert betwist_sinds([dossier.pk], viewer=MedewerkerFactory(coa=True)) == {}


def test_given_a_mark_when_the_coa_opens_the_case_then_it_stands_on_the_desk_and_in_the_api(
    dossier, account, client
):
    betwist(dossier, account)
    coa = betrokken(dossier, MedewerkerFactory(coa=True))
    client.force_login(coa)

    bladzij = client.get(reverse("partner:zaak", args=[dossier.pk]))

    assert "Geboortedatum: betwist sinds 1 maart 2022." in bladzij.content.decode()
    assert "Ik ben later geboren" not in bladzij.content.decode()
    antwoord = client.get(f"/api/v1/zaken/{dossier.pk}")
    assert antwoord.json()["betwist"] == [{"onderwerp": "persoon.geboortedatum", "sinds": "2022-03-01"}]


def test_given_a_decision_when_reading_on_then_the_mark_is_gone_everywhere(dossier, account):
    beslis(betwist(dossier, account), dossier.regievoerder)
    coa = betrokken(dossier, MedewerkerFactory(coa=True))

    assert betwist_sinds([dossier.pk], viewer=dossier.regievoerder) == {}
    assert zaak_of(dossier.pk, viewer=coa).betwist == {}


def test_given_a_decision_when_deciding_again_then_the_first_one_stays(dossier, account):
    betwisting = beslis(betwist(dossier, account), dossier.regievoerder)

    with pytest.raises(BetwistingKanNiet, match="al besloten"):
        beslis(betwisting, dossier.regievoerder, besluit="niet")


def test_given_no_reason_when_deciding_then_the_database_refuses(dossier, account):
    with pytest.raises(IntegrityError, match="betwisting_decided_with_a_reason"):
        beslis(betwist(dossier, account), dossier.regievoerder, motivering=" ")


def test_given_a_colleague_of_another_team_when_deciding_then_there_is_no_such_dossier(dossier, account):
    with pytest.raises(Dossier.DoesNotExist):
        beslis(betwist(dossier, account), MedewerkerFactory())


def test_given_the_person_when_taking_it_back_then_the_words_stay_and_the_mark_goes(dossier, account):
    betwisting = betwist(dossier, account)

    withdraw_betwisting(door=account, dossier_id=dossier.pk, betwisting_id=betwisting.pk, op=DAG)

    assert Betwisting.objects.get().wat_klopt_niet == "Ik ben later geboren."
    assert betwist_sinds([dossier.pk], viewer=dossier.regievoerder) == {}


def test_given_the_regievoerder_when_opening_the_dossier_then_the_mark_and_the_duty_are_there(
    dossier, account, client
):
    betwisting = betwist(dossier, account)
    client.force_login(dossier.regievoerder)

    bladzij = client.get(reverse("werkplek:overzicht", args=[dossier.pk])).content.decode()

    assert "Geboortedatum: betwist sinds 1 maart 2022." in bladzij
    assert reverse("dossier:betwisting", args=[dossier.pk, betwisting.pk]) in bladzij


def test_given_the_form_when_answered_then_the_person_will_read_the_reason(dossier, account, client):
    betwisting = betwist(dossier, account)
    client.force_login(dossier.regievoerder)
    adres = reverse("dossier:betwisting", args=[dossier.pk, betwisting.pk])

    leeg = client.post(adres, {"besluit": "niet", "motivering": ""})
    gegeven = client.post(adres, {"besluit": "niet", "motivering": "De IND houdt deze datum aan."})

    assert (leeg.status_code, gegeven.status_code) == (422, 302)
    assert Betwisting.objects.get().motivering == "De IND houdt deze datum aan."


def test_given_many_dossiers_when_asking_for_marks_then_it_is_one_question(django_assert_num_queries):
    paren = [(d := DossierFactory(), PortaalaccountFactory(dossier=d)) for _ in range(3)]
    for d, account in paren:
        betwist(d, account)
    regievoerder = paren[0][0].regievoerder

    with django_assert_num_queries(1):
        gevonden = betwist_sinds([d.pk for d, _ in paren], viewer=regievoerder)

    assert set(gevonden) == {paren[0][0].pk}
