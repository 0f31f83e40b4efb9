"""Passages to read again: found when a talk is finished, answered by a person, and seen by nobody else."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.vertrekgesprek.factories import GesprekFactory, compleet
from verantwoord.dossier.feiten import beeld_of
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.vertrekgesprek.actions import answer_passage, finish_gesprek
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.models import Passage, Passageantwoord

pytestmark = pytest.mark.django_db

OP = date(2022, 2, 16)
STIL = dict.fromkeys(("medisch", "buiten_schuld", "schrijnend", "mensenhandel"), "Niets.")


def rond_af(gesprek, **anders):
    return finish_gesprek(
        door=gesprek.dossier.regievoerder, dossier_id=gesprek.dossier_id, gesprek_id=gesprek.pk, versie=0,
        verslag=compleet(**({"vragen": STIL} | anders)), peildatum=OP,
    )  # fmt: skip


@pytest.fixture
def schrijnend(gesprek) -> Passage:
    rond_af(gesprek, eigen_woorden="Mijn zus is overleden.")
    return Passage.objects.get()


@pytest.fixture
def wens(gesprek) -> Passage:
    rond_af(gesprek, eigen_woorden="Ik wil graag mijn diploma.")
    return Passage.objects.get()


def adres(naam, passage):
    return reverse(f"vertrekgesprek:{naam}", args=[passage.gesprek.dossier_id, passage.pk])


def test_given_words_in_a_report_when_finished_then_a_person_is_asked_and_nothing_else_changes(gesprek):
    rond_af(gesprek, eigen_woorden="Mijn zus is overleden. Ik leef nog.", overig="Hij gaat naar de huisarts.")

    assert list(Passage.objects.values_list("terrein", "onderwerp", "citaat", "hints")) == [
        ("schrijnend", "wensen_belemmeringen", "Mijn zus is overleden.", [[12, 21]]),
        ("medisch", "afspraken", "Hij gaat naar de huisarts.", [[17, 25]]),
    ]
    beeld = beeld_of(gesprek.dossier_id)
    assert (beeld.signalen, beeld.toetsingen, beeld.wensen) == ((), (), ())


def test_given_a_passage_when_set_aside_then_the_reason_stays_and_the_timeline_does_not_say_what_it_was_about(
    schrijnend,
):
    gesprek = schrijnend.gesprek
    answer_passage(
        door=gesprek.dossier.regievoerder, dossier_id=gesprek.dossier_id, passage_id=schrijnend.pk,
        soort="terzijde", reden="Zijn zus overleed in 1990.",
    )  # fmt: skip

    antwoord = Passageantwoord.objects.get()
    assert (antwoord.soort, antwoord.reden) == ("terzijde", "Zijn zus overleed in 1990.")
    assert Gebeurtenis.objects.get(soort="passage.gelezen").gegevens == {"moment": "tweede"}
    with pytest.raises(ProgrammingError), transaction.atomic():
        Passageantwoord.objects.all().delete()


def test_given_no_reason_or_an_answer_already_when_answering_then_it_is_refused(schrijnend):
    gesprek = schrijnend.gesprek
    feiten = {
        "door": gesprek.dossier.regievoerder,
        "dossier_id": gesprek.dossier_id,
        "passage_id": schrijnend.pk,
        "soort": "terzijde",
    }

    with pytest.raises(PlanningKloptNiet):
        answer_passage(**feiten, reden="  ")
    answer_passage(**feiten, reden="Hoort er niet bij.")
    with pytest.raises(GesprekStaatVast):
        answer_passage(**feiten, reden="Nog eens.")


def test_given_a_passage_when_taken_up_then_it_is_a_sign_of_today_and_one_goes_on_at_the_toetsing(
    regie, schrijnend
):
    antwoord = regie.post(adres("oppakken", schrijnend))

    dossier_id = schrijnend.gesprek.dossier_id
    assert antwoord["Location"] == reverse("toetsing:vastleggen", args=[dossier_id, "schrijnend"])
    assert [(s.moment, s.ontvangen_op, s.bron) for s in beeld_of(dossier_id).signalen] == [
        ("schrijnend", OP, "gesprek")
    ]
    assert Passageantwoord.objects.get().soort == "opgepakt"


def test_given_a_wish_when_taken_up_then_its_subject_is_asked_and_it_is_a_wish_in_the_same_words(regie, wens):
    zonder = regie.post(adres("oppakken", wens))
    met = regie.post(adres("oppakken", wens), {"soort": "opleiding"})

    dossier_id = wens.gesprek.dossier_id
    assert (zonder.status_code, met["Location"]) == (422, reverse("ondersteuning:wensen", args=[dossier_id]))
    assert [(w.soort, w.omschrijving, w.geuit_op) for w in beeld_of(dossier_id).wensen] == [
        ("opleiding", "Ik wil graag mijn diploma.", date(2022, 2, 15))
    ]


def test_given_the_report_when_read_then_open_and_answered_passages_stand_there_with_an_honest_word(
    regie, schrijnend
):
    pagina = regie.get(
        reverse("vertrekgesprek:gesprek", args=[schrijnend.gesprek.dossier_id, schrijnend.gesprek_id])
    )
    zonder = regie.post(adres("terzijde", schrijnend), {"reden": ""})
    regie.post(adres("terzijde", schrijnend), {"reden": "Hoort er niet bij."})
    later = regie.get(
        reverse("vertrekgesprek:gesprek", args=[schrijnend.gesprek.dossier_id, schrijnend.gesprek_id])
    )

    assert (len(pagina.context["passages"]), zonder.status_code) == (1, 422)
    assert (len(later.context["passages"]), len(later.context["gelezen_passages"])) == (0, 1)
    for antwoord in (pagina, later):
        tekst = antwoord.content.decode()
        assert tekst.count("Geen passage betekent niet dat er geen aanwijzing is.") == 1


@pytest.mark.parametrize("wie", ["buitenstaander", "manager"])
@pytest.mark.parametrize("naam", ["terzijde", "oppakken"])
def test_given_somebody_who_does_not_handle_the_dossier_when_looking_then_there_is_no_passage(
    client, schrijnend, vandaag, wie, naam
):
    team = schrijnend.gesprek.dossier.team
    client.force_login(
        MedewerkerFactory(manager=True, team=team) if wie == "manager" else MedewerkerFactory()
    )

    assert client.post(adres(naam, schrijnend), {"reden": "Niet."}).status_code == 404
    assert Passageantwoord.objects.count() == 0


def test_given_a_manager_when_reading_the_report_then_nothing_says_that_words_were_looked_for(
    client, schrijnend, vandaag
):
    client.force_login(MedewerkerFactory(manager=True, team=schrijnend.gesprek.dossier.team))

    pagina = client.get(
        reverse("vertrekgesprek:gesprek", args=[schrijnend.gesprek.dossier_id, schrijnend.gesprek_id])
    )

    assert ("zoekt" in pagina.context, "om zelf te lezen" in pagina.content.decode()) == (False, False)


def test_given_a_passage_of_another_dossier_when_asked_here_then_there_is_none(regie, schrijnend):
    ander = GesprekFactory()
    hier = reverse("vertrekgesprek:terzijde", args=[ander.dossier_id, schrijnend.pk])
    regie.force_login(ander.dossier.regievoerder)

    assert regie.post(hier, {"reden": "Niet."}).status_code == 404


def test_given_one_or_thirty_passages_when_the_report_is_read_then_the_number_of_queries_is_the_same(
    regie, schrijnend, django_assert_max_num_queries
):
    pad = reverse("vertrekgesprek:gesprek", args=[schrijnend.gesprek.dossier_id, schrijnend.gesprek_id])
    regie.get(pad)
    with django_assert_max_num_queries(500) as een:
        regie.get(pad)
    Passage.objects.bulk_create(
        Passage(
            gesprek=schrijnend.gesprek, volgorde=n, terrein="medisch", onderwerp="afspraken", citaat="Hij is ziek.",
            hints=[[7, 11]], lexicon="proef",
        )
        for n in range(1, 30)
    )  # fmt: skip

    with django_assert_max_num_queries(500) as dertig:
        regie.get(pad)

    assert len(dertig) == len(een)
