"""A transfer at the desk of the COA: asked with a day, answered once, and never told why somebody moves or what holds it."""

import uuid
from datetime import date, datetime

import pytest
from django.urls import reverse

from tests.dossier.opvang import conftest as opvang
from tests.dossier.opvang.conftest import draag_over, reserveer, vraag
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossierdeel, Overplaatsing
from verantwoord.kern.zicht import AMSTERDAM
from verantwoord.keten.models import Inzending
from verantwoord.keten.partner import overplaatsing as acties
from verantwoord.keten.partner.actions import NietGevraagd
from verantwoord.keten.partner.gevraagd import vragen_aan
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
regie, coa, dossier, gezin = opvang.regie, opvang.coa, opvang.dossier, opvang.gezin


def stand(rij):
    return Overplaatsing.objects.get(pk=rij.pk).stand


def gevraagd(coa, op=date(2022, 4, 22)):
    return [(v.titel, v.datum, v.url.rpartition("/stuur/")[2]) for v in vragen_aan(coa, op=op).vragen]


def test_given_a_transfer_when_each_side_did_its_part_then_the_coa_is_asked_the_next_thing_with_its_day(
    dossier, coa
):
    rij, vragen = vraag(dossier), []

    vragen.append(gevraagd(coa))
    reserveer(rij, coa)
    vragen.append(gevraagd(coa))
    draag_over(rij, coa)
    vragen.append(gevraagd(coa))
    draag_over(rij, dossier.regievoerder)
    vragen.append(gevraagd(coa))

    assert vragen == [
        [("Een plaats voor Voorbeeld in Ter Apel", date(2022, 4, 25), "overplaatsing/")],
        [("Overdracht van Voorbeeld", date(2022, 4, 29), "overdracht/")],
        [],
        [("Is Voorbeeld aangekomen in Ter Apel?", date(2022, 4, 29), "aankomst/")],
    ]


def test_given_the_form_when_the_coa_opens_it_then_why_somebody_moves_is_not_there(client, dossier, coa):
    vraag(dossier, zicht_op_terugkeer="KANARIE: de LP is toegezegd.", maatregel="KANARIE-VBM")
    client.force_login(coa)

    pagina = client.get(reverse("partner:stuur", args=[dossier.pk, "overplaatsing"])).content.decode()

    assert ("Twee kamers, het kind gaat naar school." in pagina, "KANARIE" in pagina) == (True, False)


def test_given_a_form_sent_twice_when_sending_then_it_counts_once(dossier, coa):
    rij, sleutel = vraag(dossier), uuid.uuid4()
    velden = {"door": coa, "dossier_id": dossier.pk, "inzending_id": sleutel, "antwoord": "akkoord"}

    for _keer in range(2):
        acties.send_antwoord(**velden, toelichting="", peildatum=date(2022, 4, 22))

    assert (stand(rij), Inzending.objects.count()) == ("akkoord", 1)


def test_given_a_family_when_the_coa_answers_one_form_then_it_is_for_all_of_them(gezin, coa):
    vraag(gezin[0], samen=gezin[1:], naar="gl")

    acties.send_antwoord(
        door=coa, dossier_id=gezin[1].pk, inzending_id=uuid.uuid4(), antwoord="akkoord", toelichting="",
        peildatum=date(2022, 4, 22),
    )  # fmt: skip

    assert [*Overplaatsing.objects.values_list("stand", flat=True)] == ["akkoord"] * 3


def test_given_a_sign_of_trafficking_when_the_coa_hands_over_then_it_hears_no_more_than_that_it_waits(
    dossier, coa
):
    rij = vraag(dossier)
    reserveer(rij, coa)
    Dossierdeel.objects.create(dossier=dossier, deel="mensenhandel", inhoud={"aanwijzing_op": "2022-04-24"})

    with pytest.raises(acties.WachtOpDtv) as fout:
        acties.send_overdracht(
            door=coa,
            dossier_id=dossier.pk,
            inzending_id=uuid.uuid4(),
            wat="School.",
            peildatum=date(2022, 4, 26),
        )

    assert fout.value.melding == (
        "De overplaatsing kan nu niet doorgaan. De regievoerder van de DT&V kan zeggen wat eerst nodig is. "
        "De plaats blijft gereserveerd."
    )
    assert (stand(rij), Inzending.objects.count()) == ("akkoord", 0)


class TestAankomst:
    @pytest.fixture
    def rij(self, dossier, coa):
        rij = vraag(dossier)
        reserveer(rij, coa)
        draag_over(rij, coa, dossier.regievoerder)
        return rij

    def meld(self, dossier, coa, **anders):
        return acties.send_aankomst(
            **{
                "door": coa, "dossier_id": dossier.pk, "inzending_id": uuid.uuid4(), "aangekomen": True,
                "op": date(2022, 4, 29), "verwacht": None, "toelichting": "Gezien.", "peildatum": date(2022, 4, 30),
            }
            | anders
        )  # fmt: skip

    def test_given_somebody_who_arrived_when_the_coa_says_so_then_that_is_where_they_live(
        self, dossier, coa, rij
    ):
        self.meld(dossier, coa)

        assert stand(rij) == "aangekomen"
        assert beeld_of(dossier.pk).opvang.verblijfplaatsen[-1].van == date(2022, 4, 29)

    def test_given_somebody_who_did_not_come_when_the_coa_says_so_then_since_when_is_known_and_nothing_else(
        self, dossier, coa, rij
    ):
        eerst = beeld_of(dossier.pk)
        verwacht = datetime(2022, 4, 29, 14, 30, tzinfo=AMSTERDAM)

        self.meld(dossier, coa, aangekomen=False, verwacht=verwacht)

        beeld = beeld_of(dossier.pk)
        assert (stand(rij), beeld.afwezigheid.niet_aangekomen_sinds) == ("niet_aangekomen", verwacht)
        assert beeld.opvang == eerst.opvang

    def test_given_a_transfer_that_is_over_when_the_coa_sends_then_it_is_not_asked(self, dossier, coa, rij):
        coa.team.locaties = ["Assen", "Ter Apel"]
        coa.team.save()
        self.meld(dossier, coa)

        with pytest.raises(NietGevraagd):
            self.meld(dossier, coa)

    def test_given_another_partner_when_sending_then_it_has_no_right(self, dossier, rij):
        with pytest.raises(GeenToegang):
            self.meld(dossier, opvang.MedewerkerFactory(avim=True))
