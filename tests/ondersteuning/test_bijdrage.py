"""A contribution is asked with what it is for, decided with a reason by somebody else, and paid from a budget."""

import threading
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import BijdrageFactory, WensFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.ondersteuning.actions import (
    decide_bijdrage,
    record_betaling,
    request_bijdrage,
    set_begroting,
)
from verantwoord.ondersteuning.besteding import besteed_uit
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Begroting, Bijdrage, Wens
from verantwoord.ondersteuning.queries import begrotingen_for, bijdragen_of
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


def vraag(dossier, **anders):
    return request_bijdrage(
        **{
            "door": dossier.regievoerder,
            "dossier_id": dossier.pk,
            "peildatum": OP,
            "vorm": "geld",
            "waarvoor": " Gereedschap voor zijn werk. ",
            "op": OP,
            "bedrag": Decimal("350.50"),
        }
        | anders
    )


def collega_van(bijdrage, **anders):
    return MedewerkerFactory(team=bijdrage.dossier.team, **anders)


def begroot(jaar=2022, bedrag="1000.00", **anders):
    return Begroting.objects.create(jaar=jaar, bedrag=Decimal(bedrag), **anders)


def besluit(bijdrage, **anders):
    vast = {
        "dossier_id": bijdrage.dossier_id,
        "bijdrage_id": bijdrage.pk,
        "versie": bijdrage.versie,
        "peildatum": OP,
        "besluit": "deels",
        "reden": "De kist kan mee, de machine niet.",
        "bedrag": Decimal("200.00"),
    } | anders
    return decide_bijdrage(**{"door": anders.get("door") or collega_van(bijdrage)} | vast)


def betaal(bijdrage, stand, **anders):
    bijdrage.refresh_from_db()
    return record_betaling(
        **{
            "door": bijdrage.dossier.regievoerder,
            "dossier_id": bijdrage.dossier_id,
            "bijdrage_id": bijdrage.pk,
            "versie": bijdrage.versie,
            "peildatum": OP,
            "stand": stand,
            "op": OP,
            "kenmerk": "BK-2022-17",
        }
        | anders
    )


def test_given_a_request_when_recorded_then_it_waits_and_the_event_says_what_for():
    dossier = DossierFactory()
    wens = WensFactory(dossier=dossier)

    bijdrage = vraag(dossier, wens_id=wens.pk)

    bijdrage.refresh_from_db()
    assert (bijdrage.waarvoor, bijdrage.gevraagd_bedrag, bijdrage.wens, bijdrage.is_open) == (
        "Gereedschap voor zijn werk.", Decimal("350.50"), wens, True,
    )  # fmt: skip
    assert list(Gebeurtenis.objects.values_list("soort", "gegevens")) == [
        (
            "bijdrage.gevraagd",
            {"omschrijving": "Gereedschap voor zijn werk.", "vorm": "geld", "bedrag": "350.50"},
        )
    ]


def test_given_a_decision_when_recorded_then_amount_reason_and_name_are_kept_and_a_new_one_leaves_history():
    bijdrage, begroting = BijdrageFactory(), begroot()
    manager = collega_van(bijdrage, manager=True)
    besluit(bijdrage, door=manager)
    bijdrage.refresh_from_db()

    besluit(bijdrage, besluit="toegekend", bedrag=Decimal("300.00"), reden="De machine kan ook mee.")

    bijdrage.refresh_from_db()
    assert (bijdrage.besluit, bijdrage.bedrag, bijdrage.versie) == ("toegekend", Decimal("300.00"), 3)
    assert (bijdrage.betaling, bijdrage.begroting) == ("goedgekeurd", begroting)
    oud = Rijhistorie.objects.filter(tabel="ondersteuning_bijdrage", operatie="UPDATE").latest("pk").oud
    assert (oud["besluit"], oud["bedrag"], oud["besloten_door"]) == ("deels", 200.0, manager.naam)
    wijzigingen = [
        g["wijzigingen"]
        for g in Gebeurtenis.objects.order_by("volgnummer").values_list("gegevens", flat=True)
    ]
    assert wijzigingen == [{"besluit": [None, "deels"]}, {"besluit": ["deels", "toegekend"]}]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"reden": " "}, "reden"),
        ({"reden": "Stort het op NL91 ABNA 0417 1643 00."}, "reden"),
        ({"besluit": "afgewezen"}, "bedrag"),
        ({"bedrag": Decimal("1000.01")}, "bedrag"),
        ({"peildatum": date(2023, 1, 2)}, "bedrag"),
    ],
)
def test_given_a_decision_that_does_not_fit_when_recorded_then_its_field_is_named(anders, veld):
    bijdrage = BijdrageFactory()
    begroot()

    with pytest.raises(WensKloptNiet) as fout:
        besluit(bijdrage, **anders)

    assert fout.value.veld == veld
    assert Bijdrage.objects.get().besluit is None


def test_given_ones_own_request_when_deciding_then_it_is_refused_and_the_database_refuses_it_too():
    bijdrage = BijdrageFactory()
    begroot()

    with pytest.raises(WensKloptNiet, match="zelf aan"):
        besluit(bijdrage, door=bijdrage.aanvrager)
    with pytest.raises(IntegrityError, match="bijdrage_four_eyes"), transaction.atomic():
        Bijdrage.objects.filter(pk=bijdrage.pk).update(
            besluit="toegekend", besluit_op=OP, reden="Zelf.", beslisser=bijdrage.aanvrager
        )
    with pytest.raises(IntegrityError, match="bijdrage_four_eyes"), transaction.atomic():
        Bijdrage.objects.filter(pk=bijdrage.pk).update(besluit="toegekend", besluit_op=OP, reden="Niemand.")


def test_given_a_colleague_who_decided_first_when_deciding_then_one_is_told():
    bijdrage = BijdrageFactory(besloten=True, versie=2)

    with pytest.raises(Versieconflict) as fout:
        besluit(bijdrage, versie=1)

    assert fout.value.bewaard["reden"] == "Het gereedschap is nodig om te werken."


def test_given_a_rejection_when_recorded_then_no_budget_is_needed_and_nothing_is_paid():
    bijdrage = BijdrageFactory()

    besluit(bijdrage, besluit="afgewezen", bedrag=None, reden="De fabriek geeft het al.")

    bijdrage.refresh_from_db()
    assert (bijdrage.betaling, bijdrage.begroting_id, bijdrage.is_open) == (None, None, False)


def test_given_a_budget_of_the_team_when_deciding_then_it_is_that_one_and_what_lapsed_is_free_again():
    eerste = BijdrageFactory()
    algemeen, eigen = begroot(), begroot(bedrag="250.00", team=eerste.dossier.team)
    tweede = BijdrageFactory(dossier=DossierFactory(regievoerder=eerste.dossier.regievoerder))
    besluit(eerste)

    with pytest.raises(WensKloptNiet, match="past niet meer"):
        besluit(tweede)
    betaal(eerste, "vervallen", kenmerk="")
    besluit(tweede)

    tweede.refresh_from_db()
    assert tweede.begroting == eigen
    assert (besteed_uit(eigen).toegekend, besteed_uit(algemeen).toegekend) == (Decimal("200.00"), 0)


def test_given_a_payment_when_it_goes_its_way_then_each_step_has_its_day_and_reference_and_counts():
    bijdrage, begroting = BijdrageFactory(), begroot()
    besluit(bijdrage)

    betaal(bijdrage, "opgedragen")
    betaal(bijdrage, "betaald", kenmerk="BK-2022-18")
    voor = beeld_of(bijdrage.dossier_id)
    betaal(bijdrage, "teruggevorderd", kenmerk="BK-2022-19", toelichting="De reis ging niet door.")

    stappen = bijdrage.betaalstappen.values_list("stand", "kenmerk")
    assert list(stappen) == [
        ("goedgekeurd", ""), ("opgedragen", "BK-2022-17"), ("betaald", "BK-2022-18"),
        ("teruggevorderd", "BK-2022-19"),
    ]  # fmt: skip
    assert beeld_of(bijdrage.dossier_id) == voor
    besteed = besteed_uit(begroting)
    assert (besteed.betaald, besteed.teruggevorderd, besteed.open) == (Decimal(200), Decimal(200), 0)
    besluit(BijdrageFactory(dossier=bijdrage.dossier))


@pytest.mark.parametrize(
    ("stand", "anders", "veld"),
    [
        ("betaald", {}, "stand"),
        ("opgedragen", {"kenmerk": " "}, "kenmerk"),
        ("opgedragen", {"kenmerk": "NL91ABNA0417164300"}, "kenmerk"),
        ("opgedragen", {"toelichting": "rekening 1234567"}, "toelichting"),
        ("opgedragen", {"op": date(2022, 2, 20)}, "op"),
        ("opgedragen", {"op": date(2022, 2, 22)}, "op"),
    ],
)
def test_given_a_step_of_a_payment_that_does_not_fit_when_recorded_then_its_field_is_named(
    stand, anders, veld
):
    bijdrage = BijdrageFactory()
    begroot()
    besluit(bijdrage)

    with pytest.raises(WensKloptNiet) as fout:
        betaal(bijdrage, stand, **anders)

    assert (fout.value.veld, bijdrage.betaalstappen.count()) == (veld, 1)


def test_given_a_payment_that_was_ordered_when_deciding_again_then_the_decision_stands():
    bijdrage = BijdrageFactory()
    begroot()
    besluit(bijdrage)
    betaal(bijdrage, "opgedragen")
    bijdrage.refresh_from_db()

    with pytest.raises(WensKloptNiet, match="al onderweg"):
        besluit(bijdrage, besluit="afgewezen", bedrag=None)


def test_given_a_manager_when_the_budget_is_raised_then_from_what_into_what_and_why_is_kept():
    manager = MedewerkerFactory(manager=True)
    stel(manager, "500.00", versie=0)

    stel(manager, "800.00", versie=1, reden="Er gaan meer gezinnen weg.")

    begroting = Begroting.objects.get()
    assert (begroting.bedrag, begroting.team, begroting.versie) == (Decimal("800.00"), manager.team, 2)
    assert list(begroting.stappen.values_list("oud", "nieuw", "reden")) == [
        (Decimal("500.00"), Decimal("800.00"), "Er gaan meer gezinnen weg."),
        (None, Decimal("500.00"), "Zo staat het in het jaarplan."),
    ]
    assert list(begrotingen_for(viewer=MedewerkerFactory())) == []
    with pytest.raises(Versieconflict):
        stel(manager, "900.00", versie=1)
    with pytest.raises(GeenToegang):
        stel(MedewerkerFactory(), "900.00", versie=0)


def test_given_what_was_granted_when_the_budget_goes_below_it_then_it_is_refused():
    bijdrage, begroting = BijdrageFactory(), begroot()
    besluit(bijdrage)

    with pytest.raises(WensKloptNiet) as fout:
        stel(collega_van(bijdrage, manager=True), "199.99", versie=1, eigen_team=False)

    assert (fout.value.veld, Begroting.objects.get().bedrag) == ("bedrag", begroting.bedrag)


def stel(door, bedrag, **anders):
    return set_begroting(
        **{
            "door": door,
            "jaar": 2022,
            "bedrag": Decimal(bedrag),
            "reden": "Zo staat het in het jaarplan.",
            "versie": 0,
            "peildatum": OP,
            "eigen_team": True,
        }
        | anders
    )


@pytest.mark.django_db(transaction=True)
def test_given_room_for_one_when_two_decide_at_once_then_one_waits_and_hears_that_it_no_longer_fits():
    begroot(bedrag="300.00")
    bijdragen = [BijdrageFactory(), BijdrageFactory()]
    beslissers = [collega_van(bijdrage) for bijdrage in bijdragen]
    tegelijk, uitkomsten = threading.Barrier(2), []

    def beslis(bijdrage, door):
        try:
            tegelijk.wait(10)
            with als_systeem():
                besluit(bijdrage, door=door)
            uitkomsten.append("toegekend")
        except WensKloptNiet as fout:
            uitkomsten.append(fout.veld)
        finally:
            connection.close()

    draden = [threading.Thread(target=beslis, args=paar) for paar in zip(bijdragen, beslissers, strict=True)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(20)

    assert sorted(uitkomsten) == ["bedrag", "toegekend"]
    assert Bijdrage.objects.filter(betaling="goedgekeurd").count() == 1


def test_given_an_outsider_or_a_wish_of_another_when_asking_then_there_is_nothing():
    bijdrage = BijdrageFactory()

    assert list(bijdragen_of(bijdrage.dossier_id, viewer=MedewerkerFactory())) == []
    with pytest.raises(Wens.DoesNotExist):
        vraag(bijdrage.dossier, wens_id=WensFactory().pk)
    with pytest.raises(Bijdrage.DoesNotExist):
        besluit(
            BijdrageFactory(dossier__regievoerder=bijdrage.dossier.regievoerder),
            dossier_id=bijdrage.dossier_id,
        )
    with pytest.raises(Dossier.DoesNotExist):
        besluit(bijdrage, door=MedewerkerFactory())


def test_given_open_and_decided_contributions_when_listed_then_what_waits_comes_first():
    dossier = DossierFactory()
    besloten = BijdrageFactory(dossier=dossier, besloten=True, gevraagd_op=date(2022, 2, 1))
    later = BijdrageFactory(dossier=dossier)
    eerder = BijdrageFactory(dossier=dossier, gevraagd_op=date(2022, 2, 10))

    assert list(bijdragen_of(dossier.pk, viewer=dossier.regievoerder)) == [eerder, later, besloten]
