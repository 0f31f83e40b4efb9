"""What waits, and for whom: by day, in plain words, and nothing that was refused is ever asked again."""

from datetime import date

import pytest

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory, BijdrageFactory, WensFactory, zet_verwijzing
from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.actions import answer_wens, record_resultaat, refer
from verantwoord.ondersteuning.blad import blad_van

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture
def dossier():
    return DossierFactory()


def blad(dossier, op=OP):
    return blad_van(dossier.pk, viewer=dossier.regievoerder, vandaag=op)


def wacht(dossier, op=OP):
    inhoud = blad(dossier, op)
    return [(w.wie, w.wat, w.op) for w in (*inhoud["wacht"], *inhoud["wacht_zonder_dag"])]


def verwijs(dossier, wens, **anders):
    vast = {
        "door": dossier.regievoerder, "dossier_id": dossier.pk, "versie": dossier.versie, "peildatum": OP,
        "naar": "iom", "toestemming": True, "op": OP, "waarvoor": "Hulp.", "wens_id": wens.pk,
    }  # fmt: skip
    return refer(**vast | anders)


def test_given_all_kinds_of_waiting_when_listed_then_each_says_who_and_what_stands_by_day(dossier):
    wens = WensFactory(dossier=dossier)
    zet_verwijzing(dossier)
    BijdrageFactory(dossier=dossier)
    naam = dossier.regievoerder.naam

    lijst = wacht(dossier)

    assert lijst == [
        (naam, "Nagaan hoe het loopt bij IOM Noord", date(2022, 2, 24)),
        (naam, f"Antwoord geven op de wens “{wens.get_soort_display()}”", date(2022, 3, 1)),
        (
            "Een collega of de manager",
            "Besluiten over de bijdrage voor: Gereedschap voor zijn werk",
            date(2022, 3, 2),
        ),
        ("IOM Noord", "De uitslag geven van de verwijzing naar IOM Noord", None),
    ]


def test_given_a_refusal_when_listed_then_nothing_waits_for_it(dossier):
    wens = WensFactory(dossier=dossier, beantwoord=True, verteld_op=OP, verteld_wijze="gesprek")

    verwijs(dossier, wens, toestemming=False)

    inhoud = blad(dossier)
    assert [str(rij) for rij in inhoud["niet_verwezen"]] == ["IOM"]
    assert wacht(dossier) == []


def test_given_a_result_after_the_answer_when_listed_then_telling_it_waits_until_a_new_answer(dossier):
    wens = WensFactory(dossier=dossier)
    vast = {"door": dossier.regievoerder, "dossier_id": dossier.pk, "peildatum": OP}
    antwoord = vast | {"wens_id": wens.pk, "vervolg_op": OP, "wijze": "gesprek"}
    verwijs(dossier, wens)
    answer_wens(**antwoord, versie=1, vervolg="doorverwezen", antwoord="De IOM belt u.")
    versie = Dossier.objects.get(pk=dossier.pk).versie
    record_resultaat(**vast, nummer=0, versie=versie, op=OP, uitkomst="gelukt", resultaat="Er is een plan.")
    eerst = wacht(dossier)

    answer_wens(**antwoord, versie=2, vervolg="vervuld", antwoord="Er is een plan. U kunt beginnen.")

    assert [wat for _wie, wat, _op in eerst] == ["Vertellen wat de uitslag is bij de wens “Spullen meenemen”"]
    assert wacht(dossier) == []


def test_given_a_decision_after_the_answer_when_listed_then_telling_it_waits(dossier):
    wens = WensFactory(dossier=dossier, beantwoord=True, verteld_op=OP, verteld_wijze="gesprek")
    BijdrageFactory(dossier=dossier, wens=wens, besloten=True, besluit_op=date(2022, 2, 21))

    assert [wat for _wie, wat, _op in wacht(dossier)] == [
        "Vertellen wat de uitslag is bij de wens “Spullen meenemen”"
    ]


def test_given_an_answer_that_was_not_told_when_listed_then_telling_waits(dossier):
    WensFactory(dossier=dossier, beantwoord=True)

    assert [wat for _wie, wat, _op in wacht(dossier)] == [
        "Het antwoord vertellen op de wens “Spullen meenemen”"
    ]


def test_given_an_answer_from_elsewhere_when_listed_then_nobody_has_to_tell_what_is_not_known(dossier):
    WensFactory(dossier=dossier, vervolg="uitgelegd", vervolg_op=date(2022, 2, 20))

    assert wacht(dossier) == []


def test_given_a_late_answer_when_listed_then_the_page_knows_by_how_many_days(dossier):
    WensFactory(dossier=dossier, beantwoord=True, vervolg_op=date(2022, 3, 4))
    WensFactory(dossier=dossier, beantwoord=True, vervolg_op=date(2022, 3, 1))

    regels = blad(dossier, date(2022, 3, 10))["wensen"]

    assert [regel.na_de_termijn for regel in regels] == [3, 0]


def test_given_wishes_when_listed_then_each_says_how_much_fits_it(dossier):
    wens = WensFactory(dossier=dossier, soort="tijd")
    AanbodFactory(wensen=["tijd"], gezin=True)
    AanbodFactory(wensen=["tijd"], gezin=False)

    gevonden = blad(dossier)

    assert (gevonden["aantal_passend"], gevonden["aantal_na_te_vragen"]) == ({wens.pk: 1}, {wens.pk: 1})


def test_given_an_outsider_when_asking_for_the_page_then_there_is_none(dossier):
    with pytest.raises(Dossier.DoesNotExist):
        blad_van(dossier.pk, viewer=MedewerkerFactory(), vandaag=OP)


def test_given_a_closed_dossier_when_listed_then_nothing_waits_any_more(dossier):
    WensFactory(dossier=dossier)
    zet_verwijzing(dossier)
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=OP)

    assert wacht(dossier) == []
