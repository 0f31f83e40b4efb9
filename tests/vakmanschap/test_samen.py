"""Watching and intervision: what is said stays between those who were there."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.vakmanschap.factories import OP, FeedbackFactory, MeekijkenFactory, maak_bijeenkomst, maak_trainer
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vakmanschap.fouten import AlVeranderd, KanNiet
from verantwoord.vakmanschap.intervisie import actions as intervisie
from verantwoord.vakmanschap.meekijken import actions as meekijken
from verantwoord.vakmanschap.meekijken.models import Criterium
from verantwoord.vakmanschap.models import Afspraak, Bijeenkomst, Casus, Deelnemer, Feedback, Meekijken
from verantwoord.vakmanschap.navertelling import HerkenbareTekst

pytestmark = pytest.mark.django_db
VANDAAG = date(2022, 2, 15)


@pytest.fixture
def client(client, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    return client


def feedback(door, wat, **anders):
    velden = {
        "gehouden_op": OP,
        "waarnemingen": {"luisteren": "Liet een stilte vallen."},
        "werkte": "De rust.",
        "volgende_keer": "",
        "peildatum": OP,
    }
    return meekijken.give_feedback(door=door, meekijken_id=wat.pk, **velden | anders)


@pytest.mark.parametrize("ik_kijk", [True, False])
def test_given_a_question_when_the_other_agrees_then_it_is_theirs_to_answer_and_not_the_askers(ik_kijk):
    vrager, ander = MedewerkerFactory(), MedewerkerFactory()
    wat = meekijken.ask(door=vrager, collega_id=ander.pk, ik_kijk=ik_kijk, op=OP, peildatum=VANDAAG)

    with pytest.raises(GeenToegang):
        meekijken.agree(door=vrager, meekijken_id=wat.pk, peildatum=VANDAAG)
    meekijken.agree(door=ander, meekijken_id=wat.pk, peildatum=VANDAAG)

    vast = Meekijken.objects.get()
    assert (vast.waarnemer, vast.gezien) == ((vrager, ander) if ik_kijk else (ander, vrager))
    assert vast.akkoord_op == VANDAAG


def test_given_no_yes_when_writing_feedback_then_it_is_refused():
    wat = MeekijkenFactory()

    with pytest.raises(KanNiet):
        feedback(wat.waarnemer, wat)


def test_given_the_watched_person_when_writing_the_feedback_oneself_then_it_is_refused():
    wat = MeekijkenFactory(afgesproken=True)

    with pytest.raises(GeenToegang):
        feedback(wat.gezien, wat)


@pytest.mark.parametrize("veld", ["waarnemingen", "werkte", "volgende_keer"])
def test_given_feedback_with_a_number_of_a_dossier_when_giving_it_then_it_is_refused_and_nothing_is_kept(
    veld,
):
    wat = MeekijkenFactory(afgesproken=True)
    tekst = "Bij D-2022-000123 ging het goed."

    with pytest.raises(HerkenbareTekst):
        feedback(wat.waarnemer, wat, **{veld: {"luisteren": tekst} if veld == "waarnemingen" else tekst})

    assert Feedback.objects.count() == 0


def test_given_feedback_when_the_watched_person_answers_then_it_stands_there_once():
    wat = MeekijkenFactory(afgesproken=True)
    feedback(wat.waarnemer, wat)

    meekijken.reply(door=wat.gezien, meekijken_id=wat.pk, antwoord="Dank.", peildatum=OP)

    with pytest.raises(KanNiet):
        meekijken.reply(door=wat.gezien, meekijken_id=wat.pk, antwoord="Nog iets.", peildatum=OP)
    assert Feedback.objects.get().antwoord == "Dank."


def test_given_feedback_when_others_look_then_the_manager_knows_that_it_took_place_and_nobody_reads_it():
    manager = MedewerkerFactory(manager=True)
    gegeven = FeedbackFactory(meekijken__gezien__team=manager.team)
    afgesproken = MeekijkenFactory(afgesproken=True, gezien__team=manager.team)
    twee = (gegeven.meekijken.waarnemer, gegeven.meekijken.gezien)

    assert [set(Feedback.objects.visible_to(wie)) for wie in twee] == [{gegeven}, {gegeven}]
    assert set(Meekijken.objects.visible_to(manager)) == {gegeven.meekijken}
    assert afgesproken not in Meekijken.objects.visible_to(maak_trainer())
    for buiten in (
        manager,
        maak_trainer(),
        MedewerkerFactory(team=manager.team),
        MedewerkerFactory(beheerder=True),
    ):
        assert set(Feedback.objects.visible_to(buiten)) == set()


def test_given_feedback_when_a_manager_opens_the_address_then_there_is_no_such_page(client):
    manager = MedewerkerFactory(manager=True)
    gegeven = FeedbackFactory(meekijken__gezien__team=manager.team)
    client.force_login(manager)

    antwoord = client.get(reverse("vakmanschap:meekijken_een", args=[gegeven.meekijken_id]))

    assert antwoord.status_code == 404


def test_given_the_feedback_form_when_reading_its_fields_then_there_is_no_grade_to_give(client):
    wat = MeekijkenFactory(afgesproken=True)
    client.force_login(wat.waarnemer)

    antwoord = client.get(reverse("vakmanschap:meekijken_feedback", args=[wat.pk]))

    soorten = {veld.widget.__class__.__name__ for veld in antwoord.context["form"].fields.values()}
    assert soorten == {"DatumWidget", "CheckboxInput", "Textarea"}
    assert not any(re.search(r"\b(cijfer|score|punten)\b", str(wat.label)) for wat in Criterium)


def test_given_a_session_when_others_look_then_only_the_circle_sees_any_of_it():
    manager = MedewerkerFactory(manager=True)
    leidt, komt = MedewerkerFactory(team=manager.team), MedewerkerFactory()
    maak_bijeenkomst(leidt, komt)
    tabellen = (Bijeenkomst, Deelnemer, Casus, Afspraak)

    assert [tabel.objects.visible_to(komt).count() for tabel in tabellen] == [1, 2, 1, 1]
    for buiten in (
        manager,
        maak_trainer(),
        MedewerkerFactory(team=manager.team),
        MedewerkerFactory(beheerder=True),
    ):
        assert [tabel.objects.visible_to(buiten).count() for tabel in tabellen] == [0, 0, 0, 0]


@pytest.mark.parametrize("veld", ["titel", "navertelling", "vraag"])
def test_given_a_case_that_leads_to_a_person_when_bringing_it_then_it_is_refused(veld):
    leidt = MedewerkerFactory()
    bijeenkomst = maak_bijeenkomst(leidt)
    tekst = {"titel": "Stil", "navertelling": "Iemand zweeg.", "vraag": "Hoe verder?"}

    with pytest.raises(HerkenbareTekst):
        intervisie.write_casus(
            door=leidt, bijeenkomst_id=bijeenkomst.pk, **tekst | {veld: "V-nummer 9900000017"}
        )

    assert Casus.objects.count() == 1


def test_given_two_who_write_insights_when_the_second_saves_then_both_texts_are_there():
    leidt, komt = MedewerkerFactory(), MedewerkerFactory()
    bijeenkomst = maak_bijeenkomst(leidt, komt)
    intervisie.write_inzichten(door=komt, bijeenkomst_id=bijeenkomst.pk, inzichten="Wachten.", versie=1)

    with pytest.raises(AlVeranderd) as conflict:
        intervisie.write_inzichten(door=leidt, bijeenkomst_id=bijeenkomst.pk, inzichten="Vragen.", versie=1)

    assert conflict.value.bewaard == {"inzichten": "Wachten."}


def test_given_a_closed_session_when_writing_in_it_then_nothing_changes_but_what_was_agreed_can_be_done():
    leidt = MedewerkerFactory()
    bijeenkomst = maak_bijeenkomst(leidt, inzichten="Wachten.")
    intervisie.round_off(door=leidt, bijeenkomst_id=bijeenkomst.pk, peildatum=OP)

    with pytest.raises(KanNiet):
        intervisie.write_inzichten(door=leidt, bijeenkomst_id=bijeenkomst.pk, inzichten="Anders.", versie=1)
    intervisie.mark_gedaan(door=leidt, afspraak_id=Afspraak.objects.get().pk, peildatum=OP)

    assert (Bijeenkomst.objects.get().inzichten, Afspraak.objects.get().gedaan_op) == ("Wachten.", OP)


def test_given_somebody_outside_the_circle_when_promising_something_for_them_then_it_is_refused():
    leidt = MedewerkerFactory()

    with pytest.raises(KanNiet) as fout:
        intervisie.agree_afspraak(
            door=leidt,
            bijeenkomst_id=maak_bijeenkomst(leidt).pk,
            wat="Bellen",
            wie_id=MedewerkerFactory().pk,
            uiterlijk=OP,
        )

    assert fout.value.veld == "wie"


def test_given_a_question_to_watch_or_to_come_when_it_is_asked_then_yes_and_no_look_alike(client):
    ik = MedewerkerFactory()
    client.force_login(ik)
    vraag = MeekijkenFactory(gezien=ik)
    bijeenkomst = maak_bijeenkomst(MedewerkerFactory(), ik)
    Bijeenkomst.objects.filter(pk=bijeenkomst.pk).update(op=timezone.localdate() + timedelta(days=7))

    bladen = [
        lees(client.get(reverse(f"vakmanschap:{naam}", args=[pk])))
        for naam, pk in (("meekijken_een", vraag.pk), ("intervisie_een", bijeenkomst.pk))
    ]

    for blad, antwoorden in zip(
        bladen, (["Ja, dat is goed", "Nee, liever niet"], ["Ik kom", "Ik kom niet"]), strict=True
    ):
        knoppen = [k for k in vind(blad, "main button") if tekst(k) in antwoorden]
        assert [tekst(k) for k in knoppen] == antwoorden
        assert len({k.get("class") for k in knoppen}) == 1


@pytest.mark.parametrize(
    "adres", ["dialoog:afzeggen", "vakmanschap:intervisie_afronden", "vakmanschap:meekijken_akkoord"]
)
def test_given_an_address_of_a_button_when_somebody_comes_back_to_it_then_it_says_that_nothing_changed(
    client, adres
):
    client.force_login(MedewerkerFactory())

    antwoord = client.get(reverse(adres, args=[UUID(int=1)]))

    assert (antwoord.status_code, antwoord["Allow"]) == (405, "POST")
    assert tekst(vind(lees(antwoord), "h1")[0]) == "Hier is niets te lezen"


def test_given_the_tables_of_the_room_when_following_their_keys_then_none_leads_to_a_dossier():
    kamers = {
        veld.related_model._meta.app_label
        for model in apps.get_app_config("vakmanschap").get_models()
        for veld in model._meta.get_fields()
        if veld.is_relation
    }

    assert kamers == {"vakmanschap", "toegang"}
