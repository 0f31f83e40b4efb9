"""Wishes: kept in the person's words, judged with a reason, answered, and never written over."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import translation

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import WensFactory
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.ondersteuning.actions import answer_wens, assess_wens, record_wens, tell_wens
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Wens, Wensstap
from verantwoord.ondersteuning.queries import open_wensen_of, wensen_of
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture(autouse=True)
def nederlands():
    with translation.override("nl"):
        yield


@pytest.fixture
def wens():
    return WensFactory()


def leg_vast(dossier, **anders):
    return record_wens(
        **{
            "door": dossier.regievoerder,
            "dossier_id": dossier.pk,
            "soort": "werk",
            "omschrijving": " Ik wil weer kapper worden. ",
            "geuit_op": date(2022, 2, 20),
            "peildatum": OP,
        }
        | anders
    )


def beoordeel(wens, **anders):
    return assess_wens(
        **{
            "door": wens.dossier.regievoerder,
            "dossier_id": wens.dossier_id,
            "wens_id": wens.pk,
            "versie": wens.versie,
            "beoordeling": "realistisch",
            "reden": "De IOM heeft een project in Basra.",
            "peildatum": OP,
        }
        | anders
    )


def beantwoord(wens, **anders):
    return answer_wens(
        **{
            "door": wens.dossier.regievoerder,
            "dossier_id": wens.dossier_id,
            "wens_id": wens.pk,
            "versie": wens.versie,
            "vervolg": "doorverwezen",
            "antwoord": "De IOM belt u deze week.",
            "vervolg_op": OP,
            "peildatum": OP,
        }
        | anders
    )


def gebeurtenissen(dossier_id):
    rijen = Gebeurtenis.objects.filter(dossier_id=dossier_id).order_by("volgnummer")
    return list(rijen.values_list("soort", "gegevens"))


def test_given_a_wish_when_it_is_recorded_then_the_words_and_the_event_are_kept():
    dossier = DossierFactory()

    wens = leg_vast(dossier)

    wens.refresh_from_db()
    assert (wens.omschrijving, wens.bron, wens.volgorde) == ("Ik wil weer kapper worden.", "gesprek", 0)
    assert gebeurtenissen(dossier.pk) == [
        ("wens.geuit", {"soort": "werk", "bron": "gesprek", "geuit_op": "2022-02-20"})
    ]


def test_given_nobody_wished_anything_when_recorded_then_that_is_a_valid_answer():
    wens = leg_vast(DossierFactory(), soort="geen_wens_geuit", omschrijving="")

    assert (wens.is_geen_wens, wens.is_open) == (True, False)


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        (
            {"omschrijving": " "},
            "omschrijving",
            "Schrijf de wens op in de woorden van de vreemdeling. Was er geen wens? Kies dan “Geen wens geuit”.",
        ),
        (
            {"geuit_op": date(2022, 2, 22)},
            "geuit_op",
            "Deze dag moet nog komen. Vul de dag in waarop de wens is geuit.",
        ),
        ({"omschrijving": "a" * 20001}, "omschrijving", "Deze tekst is te lang. Er passen 20.000 tekens in."),
    ],
)
def test_given_a_wish_that_does_not_fit_when_recorded_then_its_field_is_named(anders, veld, melding):
    with pytest.raises(WensKloptNiet) as fout:
        leg_vast(DossierFactory(), **anders)

    assert (fout.value.veld, fout.value.melding) == (veld, melding)
    assert not Wens.objects.exists()


def test_given_a_role_without_the_right_or_an_outsider_when_recording_then_nothing_is_kept():
    dossier = DossierFactory()

    with pytest.raises(GeenToegang):
        leg_vast(dossier, door=MedewerkerFactory(manager=True, team=dossier.team))
    with pytest.raises(Dossier.DoesNotExist):
        leg_vast(dossier, door=MedewerkerFactory())

    assert not Wens.objects.exists()


def test_given_a_wish_when_it_is_judged_twice_then_both_judgments_stay(wens):
    wens = beoordeel(wens)
    beoordeel(wens, beoordeling="niet_realistisch", reden="Het project is gestopt.")

    wens.refresh_from_db()
    assert (wens.beoordeling, wens.beoordeling_reden, wens.versie) == (
        "niet_realistisch", "Het project is gestopt.", 3,
    )  # fmt: skip
    assert list(wens.stappen.values_list("soort", "uitkomst", "tekst")) == [
        ("beoordeling", "realistisch", "De IOM heeft een project in Basra."),
        ("beoordeling", "niet_realistisch", "Het project is gestopt."),
    ]
    assert gebeurtenissen(wens.dossier_id)[1] == (
        "wens.beoordeeld",
        {"soort": "bagage", "wijzigingen": {"beoordeling": ["realistisch", "niet_realistisch"]}},
    )


def test_given_a_wish_when_it_is_answered_then_it_no_longer_waits(wens):
    viewer = wens.dossier.regievoerder
    assert [w.pk for w in open_wensen_of(wens.dossier_id, viewer=viewer)] == [wens.pk]

    beantwoord(wens)

    wens.refresh_from_db()
    assert (wens.vervolg, wens.vervolg_op, wens.antwoord) == ("doorverwezen", OP, "De IOM belt u deze week.")
    assert list(open_wensen_of(wens.dossier_id, viewer=viewer)) == []
    assert gebeurtenissen(wens.dossier_id) == [
        ("wens.beantwoord", {"soort": "bagage", "wijzigingen": {"vervolg": [None, "doorverwezen"]}})
    ]


@pytest.mark.parametrize(
    ("anders", "veld", "melding"),
    [
        ({"antwoord": ""}, "antwoord", "Schrijf op welk antwoord de vreemdeling krijgt."),
        (
            {"vervolg_op": date(2022, 2, 22)},
            "vervolg_op",
            "Deze dag moet nog komen. Vul de dag in waarop het antwoord is gegeven.",
        ),
        (
            {"vervolg_op": date(2022, 2, 14)},
            "vervolg_op",
            "Deze dag ligt vóór de dag waarop de wens is geuit.",
        ),
    ],
)
def test_given_an_answer_that_does_not_fit_when_answering_then_its_field_is_named(
    wens, anders, veld, melding
):
    with pytest.raises(WensKloptNiet) as fout:
        beantwoord(wens, **anders)

    assert (fout.value.veld, fout.value.melding) == (veld, melding)
    assert not Wensstap.objects.exists()


def test_given_no_reason_when_judging_then_it_is_asked(wens):
    with pytest.raises(WensKloptNiet) as fout:
        beoordeel(wens, reden=" ")

    assert (fout.value.veld, fout.value.melding) == ("reden", "Schrijf op waarom de wens kan of niet kan.")


def test_given_no_wish_when_it_is_answered_then_there_is_nothing_to_answer():
    with pytest.raises(WensKloptNiet) as fout:
        beantwoord(WensFactory(geen_wens=True))

    assert fout.value.melding.startswith("Hier is vastgelegd dat er geen wens was.")


def test_given_a_colleague_saved_first_when_answering_then_both_texts_live():
    wens = WensFactory(beantwoord=True, versie=2)

    with pytest.raises(Versieconflict) as fout:
        beantwoord(wens, versie=1)

    assert (fout.value.versie, fout.value.bewaard["antwoord"]) == (2, "Dertig kilo kan mee.")
    assert Wens.objects.get().antwoord == "Dertig kilo kan mee."


def test_given_a_wish_of_another_dossier_when_answering_then_it_is_not_there(wens):
    with pytest.raises(Wens.DoesNotExist):
        beantwoord(WensFactory(dossier__regievoerder=wens.dossier.regievoerder), dossier_id=wens.dossier_id)


def test_given_open_and_answered_wishes_when_listed_then_what_waits_comes_first_by_date():
    dossier = DossierFactory()
    antwoord = WensFactory(dossier=dossier, beantwoord=True, geuit_op=date(2022, 2, 1))
    geen = WensFactory(dossier=dossier, geen_wens=True, geuit_op=date(2022, 2, 2))
    later = WensFactory(dossier=dossier, geuit_op=date(2022, 2, 16))
    eerder = WensFactory(dossier=dossier, geuit_op=date(2022, 2, 3))

    assert list(wensen_of(dossier.pk, viewer=dossier.regievoerder)) == [eerder, later, antwoord, geen]
    assert list(wensen_of(dossier.pk, viewer=MedewerkerFactory())) == []


@pytest.mark.parametrize(
    "opdracht", ["update ondersteuning_wensstap set tekst = 'anders'", "delete from ondersteuning_wensstap"]
)
def test_given_an_answer_when_the_app_role_tries_to_change_it_then_the_database_refuses(wens, opdracht):
    beantwoord(wens)

    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


def vertel(wens, **anders):
    wens.refresh_from_db()
    return tell_wens(
        **{
            "door": wens.dossier.regievoerder,
            "dossier_id": wens.dossier_id,
            "wens_id": wens.pk,
            "versie": wens.versie,
            "verteld_op": OP,
            "wijze": "telefoon",
            "peildatum": OP,
            "reactie": " Dan ga ik het proberen. ",
        }
        | anders
    )


def test_given_an_answer_when_it_is_told_then_the_day_the_way_and_the_reaction_are_kept(wens):
    beantwoord(wens)
    wens.refresh_from_db()
    assert wens.wacht_op_vertellen is True

    vertel(wens)

    wens.refresh_from_db()
    assert (wens.verteld_op, wens.verteld_wijze, wens.wacht_op_vertellen) == (OP, "telefoon", False)
    assert list(wens.stappen.values_list("soort", "uitkomst", "tekst"))[-1] == (
        "verteld", "telefoon", "Dan ga ik het proberen.",
    )  # fmt: skip
    assert gebeurtenissen(wens.dossier_id)[-1] == (
        "wens.verteld",
        {"soort": "bagage", "wijze": "telefoon", "op": "2022-02-21"},
    )


def test_given_an_answer_told_at_once_when_a_new_one_follows_then_that_one_waits_to_be_told(wens):
    wens = beantwoord(wens, wijze="gesprek")
    assert (wens.verteld_op, wens.verteld_wijze) == (OP, "gesprek")

    wens = beantwoord(wens, vervolg="vervuld", antwoord="De kist staat klaar.")

    assert (wens.verteld_op, wens.wacht_op_vertellen) == (None, True)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"verteld_op": date(2022, 2, 22)}, "verteld_op"),
        ({"verteld_op": date(2022, 2, 20)}, "verteld_op"),
        ({"reactie": "a" * 20_001}, "reactie"),
    ],
)
def test_given_something_that_does_not_fit_when_telling_then_its_field_is_named(wens, anders, veld):
    beantwoord(wens)

    with pytest.raises(WensKloptNiet) as fout:
        vertel(wens, **anders)

    assert fout.value.veld == veld


def test_given_no_answer_yet_when_telling_then_there_is_nothing_to_tell(wens):
    with pytest.raises(WensKloptNiet) as fout:
        vertel(wens)

    assert fout.value.melding == "Er is nog geen antwoord om te vertellen. Geef eerst antwoord op de wens."
