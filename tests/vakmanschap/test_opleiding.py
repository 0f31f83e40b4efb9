"""Courses: who keeps them, who writes down what came of them, and who sees what of whom."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.vakmanschap.factories import OP, CursusFactory, DeelnameFactory, begon, maak_trainer
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vakmanschap.fouten import AlVeranderd, KanNiet
from verantwoord.vakmanschap.models import Cursus, Deelname, Loopbaan, Trainer
from verantwoord.vakmanschap.opleiding import actions, queries

pytestmark = pytest.mark.django_db


def gegevens(**anders):
    velden = {
        "titel": "Toetsen",
        "doel": "Met eigen feiten.",
        "voor": "vrij",
        "vorm": "online",
        "aanbieder": "DT&V Academie",
        "uren": Decimal(4),
        "bron": "Opleidingsplan",
    }
    return actions.Cursusgegevens(**velden | anders)


def leg_vast(door, cursus, wie, **anders):
    velden = {"gedaan_op": date(2022, 2, 1), "uitkomst": "gevolgd", "bewijs": "Lijst", "peildatum": OP}
    return actions.record_uitkomst(door=door, cursus_id=cursus.pk, medewerker_id=wie.pk, **velden | anders)


@pytest.fixture
def client(client, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: OP)
    return client


@pytest.mark.parametrize(
    ("trait", "mag"),
    [({"manager": True}, True), ({"beheerder": True}, True), ({}, False), ({"fg": True}, False)],
)
def test_given_a_role_when_making_a_colleague_a_trainer_then_only_a_manager_or_administrator_may(trait, mag):
    door, wie = MedewerkerFactory(**trait), MedewerkerFactory()

    if mag:
        actions.designate_trainer(door=door, medewerker_id=wie.pk, peildatum=OP)
    else:
        with pytest.raises(GeenToegang):
            actions.designate_trainer(door=door, medewerker_id=wie.pk, peildatum=OP)

    assert queries.is_trainer(wie) is mag


def test_given_a_manager_when_making_oneself_a_trainer_then_that_is_no_choice():
    manager = MedewerkerFactory(manager=True)

    with pytest.raises(KanNiet):
        actions.designate_trainer(door=manager, medewerker_id=manager.pk, peildatum=OP)


def test_given_a_trainer_when_it_ends_then_the_catalogue_is_no_longer_theirs_to_keep():
    trainer = maak_trainer()
    actions.add_cursus(door=trainer, gegevens=gegevens())

    actions.end_trainer(
        door=MedewerkerFactory(manager=True),
        trainer_id=Trainer.objects.get(medewerker=trainer).pk,
        peildatum=OP,
    )

    with pytest.raises(GeenToegang):
        actions.add_cursus(door=trainer, gegevens=gegevens(titel="Nog een"))


@pytest.mark.parametrize(
    ("fout", "veld"),
    [
        ({"voor": "nieuw", "termijn_dagen": 30}, "geldt_vanaf"),
        ({"voor": "nieuw", "geldt_vanaf": OP}, "termijn_dagen"),
        ({"titel": "WIGK"}, "titel"),
    ],
)
def test_given_a_course_that_says_too_little_when_adding_then_the_field_is_named(fout, veld):
    CursusFactory(titel="wigk")

    with pytest.raises(KanNiet) as geweigerd:
        actions.add_cursus(door=maak_trainer(), gegevens=gegevens(**fout))

    assert geweigerd.value.veld == veld


def test_given_a_colleague_was_first_when_changing_a_course_then_both_texts_are_there():
    cursus, trainer = CursusFactory(voor="vrij"), maak_trainer()
    actions.change_cursus(door=trainer, cursus_id=cursus.pk, versie=1, gegevens=gegevens(doel="Eerst."))

    with pytest.raises(AlVeranderd) as conflict:
        actions.change_cursus(door=trainer, cursus_id=cursus.pk, versie=1, gegevens=gegevens(doel="Later."))

    assert (conflict.value.bewaard["doel"], conflict.value.versie) == ("Eerst.", 2)


def test_given_an_enrolment_when_the_result_is_written_then_it_is_the_same_row_and_holds_as_the_catalogue_says():
    cursus, wie = CursusFactory(geldig_maanden=12), MedewerkerFactory()
    deelname = actions.enrol(door=wie, cursus_id=cursus.pk, gepland_op=None, peildatum=date(2022, 1, 20))

    leg_vast(wie, cursus, wie)
    Cursus.objects.update(geldig_maanden=6)

    vast = Deelname.objects.get()
    assert (vast.pk, vast.gedaan_op, vast.geldig_tot) == (deelname.pk, date(2022, 2, 1), date(2023, 2, 1))
    assert set(Gebeurtenis.objects.values_list("soort", flat=True)) == {"cursus.aangemeld", "cursus.uitkomst"}


def test_given_a_course_with_exercises_when_writing_ones_own_result_then_a_trainer_has_to():
    cursus, trainer = CursusFactory(met_oefening=True), maak_trainer()

    with pytest.raises(KanNiet):
        leg_vast(trainer, cursus, trainer)
    leg_vast(trainer, cursus, MedewerkerFactory(naam="Noor"))

    assert Deelname.objects.get().medewerker.naam == "Noor"


def test_given_no_trainer_when_writing_a_colleagues_result_then_it_is_refused():
    with pytest.raises(GeenToegang):
        leg_vast(MedewerkerFactory(manager=True), CursusFactory(), MedewerkerFactory())


def test_given_what_everybody_took_when_looking_then_each_sees_what_is_theirs_to_see():
    manager = MedewerkerFactory(manager=True)
    wie, buiten = MedewerkerFactory(team=manager.team), MedewerkerFactory()
    verplicht = DeelnameFactory(medewerker=wie, gevolgd=True)
    vrij = DeelnameFactory(medewerker=wie, gevolgd=True, cursus=CursusFactory(voor="vrij"))
    elders = DeelnameFactory(gevolgd=True)
    collega = MedewerkerFactory(team=manager.team)

    def ziet(viewer):
        return set(Deelname.objects.visible_to(viewer))

    assert ziet(wie) == {verplicht, vrij}
    assert ziet(manager) == {verplicht}
    assert ziet(maak_trainer()) == {verplicht, vrij, elders}
    assert ziet(collega) == ziet(buiten) == ziet(MedewerkerFactory(beheerder=True)) == set()


def test_given_a_first_day_when_looking_then_the_person_the_manager_and_a_trainer_see_it():
    manager = MedewerkerFactory(manager=True)
    wie = MedewerkerFactory(team=manager.team)
    actions.record_begin(door=manager, medewerker_id=wie.pk, begonnen_op=date(2022, 1, 3), peildatum=OP)

    def ziet(viewer):
        return Loopbaan.objects.visible_to(viewer).count()

    assert (ziet(wie), ziet(manager), ziet(maak_trainer())) == (1, 1, 1)
    assert (ziet(MedewerkerFactory(team=manager.team)), ziet(MedewerkerFactory(manager=True))) == (0, 0)


def test_given_somebody_of_another_team_when_a_manager_writes_the_first_day_then_there_is_no_such_person():
    with pytest.raises(Medewerker.DoesNotExist):
        actions.record_begin(
            door=MedewerkerFactory(manager=True),
            medewerker_id=MedewerkerFactory().pk,
            begonnen_op=OP,
            peildatum=OP,
        )


def test_given_a_team_when_the_manager_opens_the_page_then_dates_stand_there_and_nothing_else(client):
    manager = MedewerkerFactory(manager=True)
    wie = MedewerkerFactory(team=manager.team, naam="Noor Haverkamp")
    begon(wie, date(2022, 1, 10))
    DeelnameFactory(medewerker=wie, gevolgd=True, cursus__titel="Privacy")
    DeelnameFactory(medewerker=wie, gevolgd=True, cursus=CursusFactory(voor="vrij", titel="Zelfgekozen"))
    client.force_login(manager)

    tekst = client.get(reverse("vakmanschap:team")).content.decode()

    assert [
        woord in tekst for woord in ("Noor Haverkamp", "Privacy", "1 februari 2022", "1 februari 2024")
    ] == [True] * 4
    assert [woord in tekst for woord in ("Zelfgekozen", "Certificaat 12")] == [False, False]


def test_given_a_course_when_asked_for_whom_it_is_due_then_a_trainer_sees_them_and_a_manager_does_not_here():
    cursus, manager = CursusFactory(), MedewerkerFactory(manager=True)
    laat, later = MedewerkerFactory(naam="Anna", team=manager.team), MedewerkerFactory(naam="Bram")
    begon(laat, date(2021, 1, 4))
    begon(later, date(2022, 1, 10))
    trainer = maak_trainer()
    DeelnameFactory(cursus=cursus, medewerker=trainer, gevolgd=True)

    def ziet(viewer, op):
        return [wie for wie, _wat in queries.nog_te_volgen_of(cursus, viewer=viewer, peildatum=op)]

    assert ziet(trainer, date(2022, 3, 2)) == [laat]
    assert ziet(trainer, date(2022, 5, 1)) == [laat, later]
    assert ziet(manager, date(2022, 5, 1)) == ziet(laat, date(2022, 5, 1)) == []


@pytest.mark.parametrize("aantal", [1, 8])
def test_given_a_team_of_any_size_when_it_is_asked_then_the_questions_stay_as_many(aantal):
    manager = MedewerkerFactory(manager=True)
    for _ in range(aantal):
        DeelnameFactory(medewerker=MedewerkerFactory(team=manager.team), gevolgd=True)

    with CaptureQueriesContext(
        connection,
    ) as vragen:
        leden = queries.team_of(viewer=manager)

    assert (len(leden), len(vragen)) == (aantal, 5)


@pytest.mark.parametrize(
    ("trait", "paginas"),
    [
        ({}, {"begin", "cursussen", "meekijken", "intervisie", "kennis"}),
        ({"manager": True}, {"begin", "cursussen", "meekijken", "intervisie", "kennis", "team", "trainers"}),
        (
            {"beheerder": True},
            {"begin", "cursussen", "meekijken", "intervisie", "kennis", "trainers", "cursus_nieuw"},
        ),
        ({"coa": True}, set()),
        ({"inspectie": True}, set()),
    ],
)
def test_given_a_role_when_opening_the_pages_of_the_room_then_only_its_own_are_there(client, trait, paginas):
    client.force_login(MedewerkerFactory(**trait))
    namen = ("begin", "team", "cursussen", "cursus_nieuw", "trainers", "meekijken", "intervisie", "kennis")

    open_ = {naam for naam in namen if client.get(reverse(f"vakmanschap:{naam}")).status_code == 200}

    assert open_ == paginas


def test_given_the_catalogue_when_a_trainer_adds_a_course_wrongly_then_what_was_typed_stays(client):
    client.force_login(maak_trainer())
    invoer = {"titel": "Culturen", "doel": "Luisteren", "voor": "nieuw", "vorm": "groep", "aanbieder": "X", "uren": "2", "bron": "Plan"}  # fmt: skip

    fout = client.post(reverse("vakmanschap:cursus_nieuw"), invoer)
    goed = client.post(reverse("vakmanschap:cursus_nieuw"), invoer | {"voor": "vrij"})

    assert (fout.status_code, goed.status_code) == (422, 302)
    assert fout.context["form"].errors == {
        "geldt_vanaf": ["Vul in vanaf welke dag deze cursus verplicht is."]
    }
    assert Cursus.objects.get().titel == "Culturen"
