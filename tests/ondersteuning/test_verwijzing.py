"""Referrals: only with consent, followed while they run, never removed; a refusal is read by no norm."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import ProgrammingError, connection, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory, WensFactory, zet_verwijzing
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as kern
from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.parameters import STANDAARD
from verantwoord.ondersteuning.actions import (
    end_verwijzing,
    follow_verwijzing,
    record_resultaat,
    refer,
)
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Verwijzing, Verwijzingsstap, Wens
from verantwoord.ondersteuning.queries import niet_verwezen_of, verwijzingsregels_of
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def lopend(dossier):
    """A dossier whose referral came from elsewhere, with the fact alone."""
    zet_verwijzing(dossier)
    return dossier


def verwijs(dossier, **anders):
    dossier.refresh_from_db()
    return refer(
        **{
            "door": dossier.regievoerder,
            "dossier_id": dossier.pk,
            "versie": dossier.versie,
            "peildatum": OP,
            "naar": "iom",
            "toestemming": True,
            "op": date(2022, 2, 18),
            "organisatie": " IOM Noord ",
            "waarvoor": "Een plan voor een kapperszaak in Basra.",
            "volgende_op": date(2022, 3, 4),
        }
        | anders
    )


def op_verwijzing(actie, dossier, **anders):
    dossier.refresh_from_db()
    vast = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "nummer": 0,
        "versie": dossier.versie,
        "peildatum": OP,
        "op": date(2022, 2, 20),
    }
    return actie(**vast | anders)


def volg(dossier, **anders):
    return op_verwijzing(
        follow_verwijzing, dossier, **{"hoe": "Het eerste gesprek was goed.", "volgende_op": None} | anders
    )


def uitslag(dossier, **anders):
    return op_verwijzing(
        record_resultaat, dossier, **{"uitkomst": "gelukt", "resultaat": "Er is een plan."} | anders
    )


def beeindig(dossier, **anders):
    return op_verwijzing(
        end_verwijzing,
        dossier,
        **{"einde": "wil_anders", "toelichting": "Hij gaat naar zijn broer."} | anders,
    )


def soorten(dossier):
    rijen = Gebeurtenis.objects.filter(dossier_id=dossier.pk).order_by("volgnummer")
    return list(rijen.values_list("soort", flat=True))


def norm(dossier, op):
    beoordeling = beoordeel(beeld_of(dossier.pk), peildatum=op, parameters=STANDAARD)
    (bevinding,) = (b for b in beoordeling.bevindingen if b.norm == "doorverwijzing-iom-ngo")
    return bevinding.oordeel


def test_given_consent_when_referring_then_the_fact_the_course_and_the_event_are_kept(dossier):
    wens, aanbod = WensFactory(dossier=dossier), AanbodFactory()

    rij = verwijs(dossier, wens_id=wens.pk, aanbod_id=aanbod.pk)

    assert beeld_of(dossier.pk).verwijzingen == (
        kern.Verwijzing(naar="iom", organisatie="IOM Noord", verwezen_op=date(2022, 2, 18), toestemming=True),
    )
    rij.refresh_from_db()
    assert (rij.plaats, rij.wens, rij.aanbod, rij.volgende_op) == (0, wens, aanbod, date(2022, 3, 4))
    assert list(rij.stappen.values_list("soort", "tekst")) == [
        ("gedaan", "Een plan voor een kapperszaak in Basra.")
    ]
    assert soorten(dossier) == ["verwijzing.gedaan"]


def test_given_a_refusal_when_it_is_recorded_then_no_fact_holds_it_and_every_norm_answers_the_same(dossier):
    eerst = beeld_of(dossier.pk)

    rij = verwijs(dossier, toestemming=False, waarvoor="", volgende_op=None)

    assert beeld_of(dossier.pk) == eerst
    assert (rij.plaats, rij.toestemming) == (None, False)
    assert list(niet_verwezen_of(dossier.pk, viewer=dossier.regievoerder)) == [rij]
    assert soorten(dossier) == ["verwijzing.niet_gedaan"]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"op": date(2022, 2, 22)}, "op"),
        ({"waarvoor": " "}, "waarvoor"),
        ({"waarvoor": "a" * 20_001}, "waarvoor"),
        ({"volgende_op": date(2022, 2, 20)}, "volgende_op"),
    ],
)
def test_given_something_that_does_not_fit_when_referring_then_its_field_is_named_and_nothing_is_kept(
    dossier, anders, veld
):
    with pytest.raises(WensKloptNiet) as fout:
        verwijs(dossier, **anders)

    assert fout.value.veld == veld
    assert (Verwijzing.objects.count(), beeld_of(dossier.pk).verwijzingen) == (0, ())


def test_given_a_wish_of_another_dossier_when_referring_then_it_is_not_there(dossier):
    with pytest.raises(Wens.DoesNotExist):
        verwijs(dossier, wens_id=WensFactory().pk)


def test_given_an_outsider_or_a_manager_when_referring_then_nothing_happens(dossier):
    with pytest.raises(Dossier.DoesNotExist):
        verwijs(dossier, door=MedewerkerFactory())
    with pytest.raises(GeenToegang):
        verwijs(dossier, door=MedewerkerFactory(manager=True, team=dossier.team))

    assert beeld_of(dossier.pk).verwijzingen == ()


def test_given_a_colleague_who_was_first_when_referring_then_one_is_told(dossier):
    with pytest.raises(Versieconflict):
        verwijs(dossier, versie=dossier.versie - 1)


def test_given_two_weeks_without_a_word_when_followed_up_then_the_duty_of_the_norm_is_met(lopend):
    eerst = norm(lopend, date(2022, 2, 25))

    volg(lopend)

    assert (eerst, norm(lopend, date(2022, 2, 25))) == ("niet_voldaan", "voldaan")
    assert soorten(lopend) == ["verwijzing.opgevolgd"]


def test_given_a_second_time_when_followed_up_then_the_fact_keeps_the_first_day_and_the_course_both(lopend):
    volg(lopend)
    versie = Dossier.objects.get(pk=lopend.pk).versie

    volg(lopend, op=OP, hoe="De IOM wacht op papieren.", volgende_op=date(2022, 3, 7))

    (regel,) = verwijzingsregels_of(lopend.pk, viewer=lopend.regievoerder, peildatum=OP)
    assert regel.feit.opvolging_op == date(2022, 2, 20)
    assert regel.volgende_op == date(2022, 3, 7)
    assert list(regel.rij.stappen.values_list("op", "tekst")) == [
        (date(2022, 2, 20), "Het eerste gesprek was goed."),
        (OP, "De IOM wacht op papieren."),
    ]
    assert Dossier.objects.get(pk=lopend.pk).versie == versie + 1


def test_given_a_result_when_recorded_then_the_referral_no_longer_runs_and_the_amount_is_kept(lopend):
    uitslag(lopend, bedrag=Decimal("1500.00"))

    (regel,) = verwijzingsregels_of(lopend.pk, viewer=lopend.regievoerder, peildatum=OP)
    assert (regel.feit.resultaat, regel.feit.resultaat_op) == ("Er is een plan.", date(2022, 2, 20))
    assert (regel.loopt, regel.volgende_op, regel.rij.bedrag) == (False, None, Decimal("1500.00"))
    assert Gebeurtenis.objects.get(dossier_id=lopend.pk).gegevens["bedrag"] == "1500.00"
    with pytest.raises(WensKloptNiet):
        volg(lopend)


def test_given_a_referral_that_ends_when_recorded_then_it_stays_and_asks_for_nothing_more(lopend):
    beeindig(lopend)

    (regel,) = verwijzingsregels_of(lopend.pk, viewer=lopend.regievoerder, peildatum=OP)
    assert (regel.is_beeindigd, regel.rij.einde) == (True, "wil_anders")
    assert regel.feit.resultaat == "Hij gaat naar zijn broer."
    assert regel.feit.toestemming is True
    assert norm(lopend, date(2022, 3, 30)) == "voldaan"
    for actie in (volg, uitslag, beeindig):
        with pytest.raises(WensKloptNiet):
            actie(lopend)


def test_given_consent_that_is_taken_back_when_the_referral_ends_then_it_is_no_longer_consent(lopend):
    uitslag(lopend)

    beeindig(lopend, einde="toestemming_weg")

    (feit,) = beeld_of(lopend.pk).verwijzingen
    assert (feit.toestemming, feit.resultaat) == (False, "Er is een plan.")


def test_given_a_result_when_the_referral_ends_then_the_result_stays_as_it_was(lopend):
    uitslag(lopend)

    beeindig(lopend)

    assert beeld_of(lopend.pk).verwijzingen[0].resultaat == "Er is een plan."
    assert soorten(lopend) == ["verwijzing.resultaat", "verwijzing.beeindigd"]


def test_given_a_day_before_the_referral_when_followed_up_then_the_field_is_named(lopend):
    with pytest.raises(WensKloptNiet) as fout:
        volg(lopend, op=date(2022, 2, 9))

    assert fout.value.veld == "op"


def test_given_a_report_to_the_police_when_listed_or_acted_on_then_this_room_does_not_know_it(dossier):
    zet_verwijzing(dossier, naar="politie", organisatie=None)
    zet_verwijzing(dossier, naar="dia", organisatie=None)

    regels = verwijzingsregels_of(dossier.pk, viewer=dossier.regievoerder, peildatum=OP)

    assert [(regel.nummer, regel.naam, regel.uiterlijk_op) for regel in regels] == [(1, "DIA", None)]
    with pytest.raises(Verwijzing.DoesNotExist):
        volg(dossier)


def test_given_a_referral_that_is_not_there_when_followed_up_then_it_is_not_found(lopend):
    with pytest.raises(Verwijzing.DoesNotExist):
        volg(lopend, nummer=1)


def test_given_an_outsider_when_asking_for_referrals_then_there_are_none(dossier):
    verwijs(dossier, toestemming=False)

    assert list(niet_verwezen_of(dossier.pk, viewer=MedewerkerFactory())) == []
    assert list(Verwijzing.objects.visible_to(MedewerkerFactory())) == []
    with pytest.raises(Dossier.DoesNotExist):
        verwijzingsregels_of(dossier.pk, viewer=MedewerkerFactory(), peildatum=OP)


@pytest.mark.parametrize(
    "opdracht",
    [
        "update ondersteuning_verwijzingsstap set tekst = 'anders'",
        "delete from ondersteuning_verwijzingsstap",
    ],
)
def test_given_the_course_when_the_app_role_tries_to_change_it_then_the_database_refuses(dossier, opdracht):
    verwijs(dossier)
    assert Verwijzingsstap.objects.count() == 1

    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)
