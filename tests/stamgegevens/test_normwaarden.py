"""An organisation chooses the numbers that no source gives, for a period, with a reason; the law's own stay fixed."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import NORMEN
from verantwoord.kern.parameters import Keuze
from verantwoord.stamgegevens.actions import (
    HOOGSTE_WAARDE,
    StondErAl,
    choose_parameterwaarde,
    end_parameterwaarde,
)
from verantwoord.stamgegevens.models import Parameterwaarde
from verantwoord.stamgegevens.normwaarden import LEEST_OOK, keuzes, verloop
from verantwoord.taken.register import voer_uit
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.werkplek.beheer.actions import HERBEOORDEEL, herbeoordeel_met_nieuwe_waarden
from verantwoord.werkplek.beheer.woorden import WAT

pytestmark = pytest.mark.django_db
VANDAAG = date(2022, 9, 1)
SLEUTEL = "gesprek-1-termijn.target"
NORM, NAAM = SLEUTEL.split(".")


@pytest.fixture
def beheerder():
    return MedewerkerFactory(beheerder=True)


@pytest.fixture
def beheer(client, beheerder):
    client.force_login(beheerder)
    return client


def kies(door, **anders) -> Parameterwaarde:
    keuze = {
        "norm": NORM,
        "naam": NAAM,
        "waarde": 10,
        "geldig_van": date(2022, 10, 1),
        "geldig_tot": None,
        "reden": "Besluit van het MT",
        "vandaag": VANDAAG,
    }
    return choose_parameterwaarde(door=door, **keuze | anders)


def eigen(*perioden: tuple[int, date, date | None]) -> list[Keuze]:
    return [
        Keuze(norm=NORM, naam=NAAM, waarde=waarde, geldig_van=van, geldig_tot=tot)
        for waarde, van, tot in perioden
    ]


def test_given_a_chosen_number_when_norms_ask_then_it_holds_from_its_first_day_and_not_before(beheerder):
    kies(beheerder)

    parameters = geldende_parameters()
    assert parameters.op(date(2022, 9, 30))[SLEUTEL] == 14
    assert parameters.op(date(2022, 10, 1))[SLEUTEL] == 10
    gebeurtenis = Gebeurtenis.objects.get()
    assert (
        gebeurtenis.soort,
        gebeurtenis.gegevens["reden"],
        gebeurtenis.gegevens["wijzigingen"]["waarde"],
    ) == (
        "normwaarde.gekozen",
        "Besluit van het MT",
        [None, 10],
    )


@pytest.mark.parametrize(
    "anders",
    [
        {"geldig_van": VANDAAG - timedelta(days=1)},
        {"geldig_tot": date(2022, 9, 30)},
        {"reden": " "},
        {"waarde": HOOGSTE_WAARDE + 1},
        {"waarde": -1},
        {"naam": "bestaat_niet"},
        {"norm": "vertrektermijn-28-dagen", "naam": "period"},
    ],
)
def test_given_what_cannot_be_chosen_when_tried_then_a_sentence_and_nothing_is_kept(beheerder, anders):
    with pytest.raises(DomeinFout):
        kies(beheerder, **anders)

    assert (Parameterwaarde.objects.count(), Gebeurtenis.objects.count()) == (0, 0)


@pytest.mark.parametrize("grens", [VANDAAG, date(2022, 12, 31)])
def test_given_today_or_later_when_chosen_then_it_is_kept(beheerder, grens):
    assert kies(beheerder, geldig_van=grens).geldig_van == grens


def test_given_a_choice_of_the_same_first_day_when_chosen_again_then_it_takes_its_place(beheerder):
    kies(beheerder)
    kies(beheerder, waarde=12)

    assert [w.waarde for w in Parameterwaarde.objects.all()] == [12]
    assert Gebeurtenis.objects.latest("volgnummer").gegevens["wijzigingen"] == {"waarde": [10, 12]}
    assert Rijhistorie.objects.get(tabel="stamgegevens_parameterwaarde", operatie="UPDATE").oud == {
        "waarde": 10
    }
    with pytest.raises(StondErAl):
        kies(beheerder, waarde=12)


def test_given_a_running_choice_when_ended_then_today_is_its_last_day(beheerder):
    rij = kies(beheerder, geldig_van=VANDAAG)

    end_parameterwaarde(door=beheerder, waarde_id=rij.pk, reden="Terug naar de catalogus", vandaag=VANDAAG)

    parameters = geldende_parameters()
    assert [parameters.op(VANDAAG + timedelta(days=n))[SLEUTEL] for n in (0, 1)] == [10, 14]


def test_given_a_choice_that_has_not_begun_when_ended_then_it_is_taken_back_and_its_row_is_kept(beheerder):
    rij = kies(beheerder)

    end_parameterwaarde(door=beheerder, waarde_id=rij.pk, reden="Toch niet", vandaag=VANDAAG)

    assert Parameterwaarde.objects.count() == 0
    assert Gebeurtenis.objects.latest("volgnummer").soort == "normwaarde.ingetrokken"
    historie = Rijhistorie.objects.get(tabel="stamgegevens_parameterwaarde", operatie="DELETE")
    assert historie.oud["waarde"] == 10


@pytest.mark.parametrize("rol", ["manager", "regievoerder"])
def test_given_another_role_when_a_number_is_chosen_then_it_is_refused(rol):
    with pytest.raises(GeenToegang):
        kies(MedewerkerFactory(rol=rol))


@pytest.mark.parametrize(
    ("waarden", "verwacht"),
    [
        ([], [(VANDAAG, None, 14, False)]),
        (
            [(10, date(2022, 10, 1), None)],
            [(VANDAAG, date(2022, 9, 30), 14, False), (date(2022, 10, 1), None, 10, True)],
        ),
        (
            [(10, date(2022, 1, 1), None), (7, date(2022, 10, 1), date(2022, 10, 31))],
            [
                (VANDAAG, date(2022, 9, 30), 10, True),
                (date(2022, 10, 1), date(2022, 10, 31), 7, True),
                (date(2022, 11, 1), None, 10, True),
            ],
        ),
        (
            [(10, date(2022, 1, 1), VANDAAG), (10, date(2022, 9, 2), date.max)],
            [(VANDAAG, None, 10, True)],
        ),
        ([(14, VANDAAG, VANDAAG)], [(VANDAAG, VANDAAG, 14, True), (date(2022, 9, 2), None, 14, False)]),
    ],
)
def test_given_choices_when_walked_through_then_each_day_has_the_number_that_norms_read(waarden, verwacht):
    perioden = verloop(SLEUTEL, eigen(*waarden), vanaf=VANDAAG)

    assert [(p.van, p.tot, p.waarde, p.is_keuze) for p in perioden] == verwacht


def test_given_every_number_that_may_be_chosen_when_shown_then_it_has_words_of_its_own():
    assert set(WAT) == {f"{norm.id}.{p.naam}" for norm, p in keuzes()}
    assert set(LEEST_OOK) <= set(WAT)
    assert {norm for normen in LEEST_OOK.values() for norm in normen} <= set(NORMEN)


def formulier(van: date, **anders) -> dict[str, object]:
    velden = {"waarde": 10, "reden": "Besluit van het MT"}
    datum = {"geldig_van_dag": van.day, "geldig_van_maand": van.month, "geldig_van_jaar": van.year}
    return velden | datum | anders


def test_given_a_number_when_sent_then_what_changes_is_shown_first_and_kept_after_confirming(beheer):
    adres = reverse("beheer:normwaarde_kiezen", args=[NORM, NAAM])
    morgen = timezone.localdate() + timedelta(days=1)

    voorbeeld = beheer.post(adres, formulier(morgen))
    vooraf = Parameterwaarde.objects.count()
    daarna = beheer.post(adres, dict(voorbeeld.context["verborgen"]) | {"bevestig": "1"})

    assert [p["waarde"] for p in voorbeeld.context["nu"]] == ["14 dagen"]
    assert [p["waarde"] for p in voorbeeld.context["straks"]] == ["14 dagen", "10 dagen"]
    assert [n["titel"] for n in voorbeeld.context["normen"]] == [NORMEN[NORM].titel]
    assert (vooraf, daarna.status_code) == (0, 302)
    assert Parameterwaarde.objects.get().geldig_van == morgen


def test_given_a_day_in_the_past_when_sent_then_it_is_refused_and_all_is_kept(beheer):
    gisteren = timezone.localdate() - timedelta(days=1)

    antwoord = beheer.post(reverse("beheer:normwaarde_kiezen", args=[NORM, NAAM]), formulier(gisteren))

    assert antwoord.status_code == 422
    assert antwoord.context["form"]["reden"].value() == "Besluit van het MT"


def test_given_a_value_of_the_law_when_asked_for_then_it_can_only_be_read(beheer):
    lijst = beheer.get(reverse("beheer:normwaarden"))

    vast = next(v for v in lijst.context["vast"] if v["waarde"] == "28 dagen")
    assert vast["bron"] != ""
    assert (
        beheer.get(reverse("beheer:normwaarde", args=["vertrektermijn-28-dagen", "period"])).status_code
        == 404
    )
    assert (
        beheer.post(
            reverse("beheer:normwaarde_kiezen", args=["vertrektermijn-28-dagen", "period"])
        ).status_code
        == 404
    )


def test_given_one_or_thirty_choices_when_shown_then_the_number_of_queries_is_the_same(beheer, beheerder):
    def tel() -> tuple[int, int]:
        aantallen = []
        for adres in (reverse("beheer:normwaarden"), reverse("beheer:normwaarde", args=[NORM, NAAM])):
            with CaptureQueriesContext(connection) as vragen:
                beheer.get(adres)
            aantallen.append(len(vragen))
        return tuple(aantallen)

    kies(beheerder)
    bij_een = tel()
    for n in range(1, 31):
        kies(beheerder, geldig_van=date(2022, 10, 1) + timedelta(days=n), waarde=n)

    assert tel() == bij_een


def test_given_a_number_that_holds_from_today_when_confirmed_then_the_job_judges_every_open_dossier_by_it(
    beheer,
):
    vandaag = timezone.localdate()
    dossier = DossierFactory(intake_afgerond_op=None, ontvangen_op=vandaag)
    gesloten = DossierFactory(ontvangen_op=vandaag, gesloten_op=vandaag)
    herbeoordeel([dossier.pk, gesloten.pk], peildatum=vandaag)
    eerst = plicht_van(dossier)

    beheer.post(
        reverse("beheer:normwaarde_kiezen", args=[NORM, NAAM]), formulier(vandaag, waarde=3, bevestig="1")
    )
    (taak,) = ProcrastinateJob.objects.filter(task_name=HERBEOORDEEL)
    voer_uit(taak.task_name, taak.args)
    daarna = plicht_van(dossier)
    voer_uit(taak.task_name, taak.args)

    assert (eerst, daarna) == (vandaag + timedelta(days=14), vandaag + timedelta(days=3))
    regelset = geldende_parameters().regelset
    assert Stand.objects.get(pk=dossier.pk).regelset == regelset
    assert Stand.objects.get(pk=gesloten.pk).regelset != regelset
    assert plicht_van(dossier) == daarna


def plicht_van(dossier) -> date:
    """The last day of talk 1 as the work list has it."""
    return OpenBevinding.objects.get(dossier=dossier, norm=NORM, tot__isnull=True).uiterlijk_op


def test_given_more_than_a_lot_when_judged_then_all_are_and_a_second_time_none(beheerder, monkeypatch):
    dossiers = DossierFactory.create_batch(5)
    herbeoordeel([dossier.pk for dossier in dossiers])
    kies(beheerder, geldig_van=timezone.localdate(), vandaag=timezone.localdate())
    monkeypatch.setattr("verantwoord.werkplek.beheer.actions.PARTIJ", 2)

    aantallen = [
        herbeoordeel_met_nieuwe_waarden(door=systeem(), op=timezone.localdate()) for _keer in range(2)
    ]

    assert aantallen == [5, 0]


def test_given_an_administrator_when_asking_the_norms_by_hand_then_it_is_refused(beheerder):
    with pytest.raises(GeenToegang):
        herbeoordeel_met_nieuwe_waarden(door=beheerder, op=timezone.localdate())


def test_given_a_number_that_holds_later_when_chosen_then_no_job_is_asked_for(beheer):
    morgen = timezone.localdate() + timedelta(days=1)

    beheer.post(reverse("beheer:normwaarde_kiezen", args=[NORM, NAAM]), formulier(morgen, bevestig="1"))

    assert ProcrastinateJob.objects.filter(task_name=HERBEOORDEEL).count() == 0
