"""A contribution is asked with what it is for, and decided with a reason by somebody with a name."""

from datetime import date
from decimal import Decimal

import pytest

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import BijdrageFactory, WensFactory
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.ondersteuning.actions import decide_bijdrage, request_bijdrage
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Bijdrage, Wens
from verantwoord.ondersteuning.queries import bijdragen_of

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


def besluit(bijdrage, **anders):
    return decide_bijdrage(
        **{
            "door": bijdrage.dossier.regievoerder,
            "dossier_id": bijdrage.dossier_id,
            "bijdrage_id": bijdrage.pk,
            "versie": bijdrage.versie,
            "peildatum": OP,
            "besluit": "deels",
            "reden": "De kist kan mee, de machine niet.",
            "besloten_door": "Mirjam de Graaf",
            "op": OP,
            "bedrag": Decimal("200.00"),
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
    bijdrage = BijdrageFactory()
    besluit(bijdrage)
    bijdrage.refresh_from_db()

    besluit(bijdrage, besluit="toegekend", bedrag=Decimal("300.00"), reden="De machine kan ook mee.")

    bijdrage.refresh_from_db()
    assert (bijdrage.besluit, bijdrage.bedrag, bijdrage.versie) == ("toegekend", Decimal("300.00"), 3)
    oud = Rijhistorie.objects.filter(tabel="ondersteuning_bijdrage", operatie="UPDATE").latest("pk").oud
    assert (oud["besluit"], oud["bedrag"]) == ("deels", 200.0)
    wijzigingen = [
        g["wijzigingen"]
        for g in Gebeurtenis.objects.order_by("volgnummer").values_list("gegevens", flat=True)
    ]
    assert wijzigingen == [{"besluit": [None, "deels"]}, {"besluit": ["deels", "toegekend"]}]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"reden": " "}, "reden"),
        ({"besloten_door": ""}, "besloten_door"),
        ({"op": date(2022, 2, 15)}, "op"),
        ({"op": date(2022, 2, 22)}, "op"),
        ({"besluit": "afgewezen"}, "bedrag"),
    ],
)
def test_given_a_decision_that_does_not_fit_when_recorded_then_its_field_is_named(anders, veld):
    bijdrage = BijdrageFactory()

    with pytest.raises(WensKloptNiet) as fout:
        besluit(bijdrage, **anders)

    assert fout.value.veld == veld
    assert Bijdrage.objects.get().besluit is None


def test_given_a_colleague_who_decided_first_when_deciding_then_one_is_told():
    bijdrage = BijdrageFactory(besloten=True, versie=2)

    with pytest.raises(Versieconflict) as fout:
        besluit(bijdrage, versie=1)

    assert fout.value.bewaard["reden"] == "Het gereedschap is nodig om te werken."


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


def test_given_open_and_decided_contributions_when_listed_then_what_waits_comes_first():
    dossier = DossierFactory()
    besloten = BijdrageFactory(dossier=dossier, besloten=True, gevraagd_op=date(2022, 2, 1))
    later = BijdrageFactory(dossier=dossier)
    eerder = BijdrageFactory(dossier=dossier, gevraagd_op=date(2022, 2, 10))

    assert list(bijdragen_of(dossier.pk, viewer=dossier.regievoerder)) == [eerder, later, besloten]
