"""The agenda: what stands on which day, for whom, and that looking at it leaves a trace."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.vakmanschap.factories import MeekijkenFactory, maak_bijeenkomst
from tests.vertrekgesprek.factories import GesprekFactory
from tests.werkplek.bouw import veel_dossiers
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.dossier.models import Beroep, Dossierdeel, Vervanging
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.overleg.models import Overlegpunt
from verantwoord.reisdocument.models import LPAanvraag
from verantwoord.toegang.models import Inzage
from verantwoord.vakmanschap.models import Bijeenkomst, Dialoog, Genodigde
from verantwoord.werkplek.agenda.blad import PER_DAG
from verantwoord.werkplek.agenda.periode import Periode, periode_uit

AGENDA = reverse("agenda:agenda")
FEBRUARI = {"weergave": "maand", "dag": "2022-02-01"}


@pytest.fixture
def noor():
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def client(client, noor):
    client.force_login(noor)
    return client


@pytest.fixture
def dossier(noor):
    """One dossier whose next duty is the first talk, on 15 February 2022."""
    dossier = DossierFactory(regievoerder=noor, persoon__achternaam="Proefman", persoon__voornamen="Sami")
    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 3))
    return dossier


def op_dag(antwoord, dag: str) -> list[str]:
    """What stands on a day, each line as one text."""
    (cel,) = (
        cel for cel in vind(lees(antwoord), "td.agenda-dag") if vind(cel, "time")[0].get("datetime") == dag
    )
    return [tekst(li) for li in vind(cel, "li")]


@pytest.mark.parametrize(
    ("weergave", "dag", "van", "tot", "weken"),
    [
        ("maand", date(2022, 2, 15), date(2022, 1, 31), date(2022, 3, 6), 5),
        ("maand", date(2021, 2, 1), date(2021, 2, 1), date(2021, 2, 28), 4),
        ("maand", date(2022, 12, 31), date(2022, 11, 28), date(2023, 1, 1), 5),
        ("week", date(2022, 1, 1), date(2021, 12, 27), date(2022, 1, 2), 1),
    ],
)
def test_given_a_day_when_its_period_is_asked_then_it_is_whole_weeks_from_monday(
    weergave, dag, van, tot, weken
):
    periode = Periode(weergave=weergave, dag=dag)

    assert (periode.van, periode.tot, len(periode.weken)) == (van, tot, weken)
    assert [len(week) for week in periode.weken] == [7] * weken


@pytest.mark.parametrize(
    ("weergave", "vorige", "volgende"),
    [
        ("maand", date(2021, 12, 31), date(2022, 2, 1)),
        ("week", date(2022, 1, 24), date(2022, 2, 7)),
    ],
)
def test_given_a_period_when_stepping_then_the_one_beside_it_follows(weergave, vorige, volgende):
    periode = Periode(weergave=weergave, dag=date(2022, 1, 31))

    assert (periode.vorige.dag, periode.volgende.dag) == (vorige, volgende)


@pytest.mark.parametrize("dag", ["", "gisteren", "2022-02-31", "0001-01-01", "9999-12-31", "\0"])
def test_given_an_address_that_names_no_day_when_read_then_it_is_this_month(dag):
    gelezen = periode_uit("kwartaal", dag, vandaag=date(2022, 2, 15))

    assert gelezen == Periode(weergave="maand", dag=date(2022, 2, 15))


def test_given_the_ends_of_what_can_be_shown_when_stepping_then_there_is_no_way_further():
    assert Periode(weergave="maand", dag=date(1990, 1, 1)).vorige is None
    assert Periode(weergave="maand", dag=date(2190, 12, 31)).volgende is None


@pytest.mark.django_db
def test_given_talks_hearings_overleg_and_last_days_when_the_month_opens_then_each_stands_on_its_day(
    client, dossier
):
    GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 15), tijd=time(10, 0))
    Beroep.objects.create(
        dossier=dossier, volgorde=0, ingesteld_op=date(2022, 2, 3), zitting_op=date(2022, 2, 24)
    )
    for volgorde, (soort, datum) in enumerate((("lko", date(2021, 12, 9)), ("rao", date(2022, 2, 10)))):
        Overlegpunt.objects.create(dossier=dossier, volgorde=volgorde, soort=soort, datum=datum)
    Stand.objects.filter(pk=dossier.pk).update(termijnen={"opvang": "2022-02-28", "vbl": "2022-06-01"})

    antwoord = client.get(AGENDA, FEBRUARI)

    assert op_dag(antwoord, "2022-02-10") == ["RAOProefman, Sami"]
    assert op_dag(antwoord, "2022-02-15") == [
        "10.00 Gesprek 2Proefman, Samiazc Assen, gebouw B, kamer 3",
        "Laatste dag: Gesprek 1 voerenProefman, Sami",
    ]
    assert op_dag(antwoord, "2022-02-17") == ["Beroepstermijn eindigtProefman, Sami"]
    assert op_dag(antwoord, "2022-02-24") == ["ZittingProefman, Sami"]
    assert op_dag(antwoord, "2022-02-28") == ["Recht op opvang eindigtProefman, Sami"]


@pytest.mark.django_db
def test_given_a_presentation_a_trip_and_a_day_to_ask_again_when_the_month_opens_then_they_stand_there_too(
    client, dossier
):
    LPAanvraag.objects.create(
        dossier=dossier,
        volgorde=0,
        land="IRQ",
        presentatie_op=date(2022, 2, 21),
        presentatie_plaats="Den Haag",
    )
    geboekt = {"soort": "zelfstandig", "land": "IRQ", "gepland_op": "2022-02-22"}
    Dossierdeel.objects.create(
        dossier=dossier, deel="boekingen", inhoud=[geboekt | {"geannuleerd_op": "2022-02-04"}, geboekt]
    )
    Verwijzing.objects.create(
        dossier=dossier, plaats=0, naar="iom", toestemming=True, gevraagd_op=date(2022, 2, 1),
        volgende_op=date(2022, 2, 23),
    )  # fmt: skip

    antwoord = client.get(AGENDA, FEBRUARI)

    assert op_dag(antwoord, "2022-02-21") == ["Presentatie voor het reisdocumentProefman, SamiDen Haag"]
    assert op_dag(antwoord, "2022-02-22") == ["Zelfstandig vertrekProefman, Sami"]
    assert op_dag(antwoord, "2022-02-23") == ["Nagaan hoe de verwijzing looptProefman, Sami"]


@pytest.mark.django_db
def test_given_what_stands_there_when_followed_then_each_line_leads_to_its_own_page(client, dossier):
    gesprek = GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 15))

    antwoord = client.get(AGENDA, FEBRUARI)

    assert [a.get("href") for a in vind(lees(antwoord), "ul.agenda-lijst a")] == [
        f"/dossiers/{dossier.pk}/gesprekken/{gesprek.pk}/",
        f"/dossiers/{dossier.pk}/",
        reverse("dossier:procedure", args=[dossier.pk]),
    ]


@pytest.mark.django_db
def test_given_talks_that_were_held_or_called_off_when_shown_then_the_first_say_so_and_the_others_are_gone(
    client, dossier
):
    GesprekFactory(dossier=dossier, eerste=True, afgerond=True, tijd=time(9, 0), plaats="")
    GesprekFactory(dossier=dossier, status="geannuleerd", gepland_op=date(2022, 2, 16))
    GesprekFactory(dossier=dossier, status="niet_verschenen", gepland_op=date(2022, 2, 16))

    antwoord = client.get(AGENDA, FEBRUARI)

    assert op_dag(antwoord, "2022-02-15")[0] == "09.00 Gesprek 1, gevoerdProefman, Sami"
    assert op_dag(antwoord, "2022-02-16") == []


@pytest.mark.django_db
def test_given_today_when_shown_then_it_is_said_in_a_word_and_to_a_screen_reader(client, dossier):
    pagina = lees(client.get(AGENDA))

    (cel,) = vind(pagina, "td[aria-current=date]")
    assert vind(cel, "time")[0].get("datetime") == timezone.localdate().isoformat()
    assert [s.text for s in vind(cel, "strong")] == ["Vandaag"]


@pytest.mark.django_db
def test_given_the_table_when_read_by_a_screen_reader_then_days_and_weeks_have_heads(client, dossier):
    pagina = lees(client.get(AGENDA, FEBRUARI))

    assert [th.text for th in vind(pagina, "thead th[scope=col]")] == [
        "Week", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]  # fmt: skip
    assert [tekst(th) for th in vind(pagina, "tbody th[scope=row]")] == [f"Week {n}" for n in (5, 6, 7, 8, 9)]
    assert len(vind(pagina, "table caption")) == 1


@pytest.mark.django_db
def test_given_a_week_when_asked_then_only_its_days_are_there_and_the_way_to_its_neighbours(client, dossier):
    pagina = lees(client.get(AGENDA, {"weergave": "week", "dag": "2022-02-15"}))

    assert [t.get("datetime") for t in vind(pagina, "td.agenda-dag time")] == [
        f"2022-02-{dag}" for dag in range(14, 21)
    ]
    assert [a.get("href") for a in vind(pagina, "nav.agenda-stap a")] == [
        "?weergave=week&dag=2022-02-08&van=mij",
        f"?weergave=week&dag={timezone.localdate().isoformat()}&van=mij#vandaag",
        "?weergave=week&dag=2022-02-22&van=mij",
    ]


@pytest.mark.django_db
def test_given_a_dossier_of_a_colleague_when_the_team_is_asked_then_it_is_there_with_whose_it_is(
    client, noor
):
    collega = MedewerkerFactory(naam="Hassan Ouali", team=noor.team)
    dossier = DossierFactory(regievoerder=collega, persoon__achternaam="Ander", persoon__voornamen="")
    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 3))

    van_mij = client.get(AGENDA, FEBRUARI)
    van_het_team = client.get(AGENDA, FEBRUARI | {"van": "team"})

    assert op_dag(van_mij, "2022-02-15") == []
    assert op_dag(van_het_team, "2022-02-15") == ["Laatste dag: Gesprek 1 voerenAnderHassan Ouali"]


@pytest.mark.django_db
def test_given_somebody_one_stands_in_for_when_asked_then_the_agenda_holds_those_dossiers(
    client, noor, dossier
):
    hassan = MedewerkerFactory(naam="Hassan Ouali", team=noor.team)
    vandaag = timezone.localdate()
    Vervanging.objects.create(regievoerder=noor, vervanger=hassan, van=vandaag, tot=vandaag, door_naam="N")
    client.force_login(hassan)

    van_mij = client.get(AGENDA, FEBRUARI)
    waarneming = client.get(AGENDA, FEBRUARI | {"van": "waarneming"})

    assert op_dag(van_mij, "2022-02-17") == []
    assert op_dag(waarneming, "2022-02-17") == ["Beroepstermijn eindigtProefman, SamiNoor Haverkamp"]


@pytest.mark.django_db
def test_given_dossiers_one_may_not_see_when_the_agenda_opens_then_nothing_of_them_is_there(client, noor):
    elders = DossierFactory()
    afgeschermd = DossierFactory(regievoerder=MedewerkerFactory(team=noor.team), afgeschermd=True)
    gesloten = DossierFactory(regievoerder=noor, gesloten_op=date(2022, 2, 14))
    for dossier in (elders, afgeschermd, gesloten):
        GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 15))
    herbeoordeel([elders.pk, afgeschermd.pk, gesloten.pk], peildatum=date(2022, 2, 3))

    antwoord = client.get(AGENDA, FEBRUARI | {"van": "team"})

    assert vind(lees(antwoord), "ul.agenda-lijst li") == []
    assert Inzage.objects.count() == 0


@pytest.mark.django_db
def test_given_the_agenda_when_it_was_shown_then_the_look_at_each_person_is_kept_once(client, dossier):
    GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 15))

    client.get(AGENDA, FEBRUARI)

    assert [*Inzage.objects.values_list("dossier_id", "naam", "onderdeel", "doel", "toegestaan")] == [
        (dossier.pk, "Noor Haverkamp", "agenda:agenda", "agenda", True)
    ]


@pytest.mark.django_db
def test_given_more_on_a_day_than_a_month_can_hold_when_shown_then_it_says_how_much_and_leads_to_the_week(
    client, noor
):
    dossiers = veel_dossiers(noor, PER_DAG["maand"] + 3)
    OpenBevinding.objects.all().delete()
    Stand.objects.update(volgende_op=None, termijnen={})
    for dossier in dossiers:
        GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 15))

    maand = client.get(AGENDA, FEBRUARI)
    week = client.get(AGENDA, {"weergave": "week", "dag": "2022-02-15"})

    assert len(op_dag(maand, "2022-02-15")) == PER_DAG["maand"]
    assert [(a.text, a.get("href")) for a in vind(lees(maand), ".agenda-meer a")] == [
        ("nog 3 op deze dag", "?weergave=week&dag=2022-02-14&van=mij")
    ]
    assert len(op_dag(week, "2022-02-15")) == PER_DAG["maand"] + 3
    assert Inzage.objects.count() == PER_DAG["maand"] * 2 + 3


@pytest.mark.django_db
def test_given_one_or_thirty_appointments_when_shown_then_the_number_of_queries_is_the_same(client, noor):
    begin, aantallen = 0, []
    for aantal in (1, 29):
        for n, dossier in enumerate(veel_dossiers(noor, aantal, begin=begin)):
            dag = date(2022, 2, 1) + timedelta(days=n % 28)
            GesprekFactory(dossier=dossier, gepland_op=dag)
            LPAanvraag.objects.create(dossier=dossier, volgorde=9, land="IRQ", presentatie_op=dag)
        begin += aantal
        with CaptureQueriesContext(
            connection,
        ) as gevraagd:
            client.get(AGENDA, FEBRUARI)
        aantallen.append(len(gevraagd))

    assert aantallen[0] == aantallen[1]


@pytest.mark.django_db
@pytest.mark.parametrize("adres", [AGENDA, reverse("agenda:eigen_kalender")])
def test_given_an_administrator_when_the_agenda_opens_then_it_says_that_this_role_has_none(client, adres):
    client.force_login(MedewerkerFactory(beheerder=True))

    pagina = lees(client.get(adres))

    assert [h.text for h in vind(pagina, ".vw-leeg h2")] == ["Uw rol werkt niet met dossiers"]


@pytest.mark.django_db
def test_given_a_manager_when_the_agenda_opens_then_it_is_that_of_the_team(client, noor, dossier):
    client.force_login(MedewerkerFactory(manager=True, team=noor.team))

    antwoord = client.get(AGENDA, FEBRUARI)

    assert op_dag(antwoord, "2022-02-17") == ["Beroepstermijn eindigtProefman, SamiNoor Haverkamp"]


@pytest.mark.django_db
def test_given_nobody_logged_in_when_the_agenda_is_asked_then_the_way_leads_to_the_log_in_page(client):
    client.logout()

    antwoord = client.get(AGENDA)

    assert antwoord.status_code == 302
    assert antwoord.url == f"/inloggen/?next={AGENDA}"


def sessie_van_elke_soort(wie, *, dag):
    """A session of intervision, one of dialogue and a talk that is watched, all on one day and with one colleague."""
    collega = MedewerkerFactory(team=wie.team)
    bijeenkomst = maak_bijeenkomst(collega, wie, tijd=time(13, 30))
    Bijeenkomst.objects.filter(pk=bijeenkomst.pk).update(op=dag)
    dialoog = Dialoog.objects.create(
        maat="gesprekken",
        kwartaal="2021-K4",
        beeld={},
        vraag="Waardoor verschilt het aantal?",
        op=dag,
        tijd=time(9, 0),
        plaats="Zaal 2",
        teams=1,
        begeleider=collega,
        kring=[collega.pk, wie.pk],
        rapport_voor=dag,
    )
    Genodigde.objects.create(dialoog=dialoog, medewerker=wie)
    meekijken = MeekijkenFactory(waarnemer=wie, gezien=collega, op=dag, afgesproken=True)
    return bijeenkomst, dialoog, meekijken


@pytest.mark.django_db
def test_given_sessions_with_colleagues_when_the_own_agenda_opens_then_they_stand_there_by_the_hour(
    client, noor
):
    sessie_van_elke_soort(noor, dag=date(2022, 2, 16))

    antwoord = client.get(AGENDA, FEBRUARI)

    assert op_dag(antwoord, "2022-02-16") == [
        "09.00 DialoogsessieWaardoor verschilt het aantal?",
        "13.30 IntervisieWie blijft zwijgen",
        "Meekijken",
    ]
    assert op_dag(client.get(AGENDA, FEBRUARI | {"van": "team"}), "2022-02-16") == []


@pytest.mark.django_db
def test_given_sessions_called_off_or_declined_when_the_agenda_opens_then_they_are_not_there(client, noor):
    bijeenkomst, dialoog, meekijken = sessie_van_elke_soort(noor, dag=date(2022, 2, 16))

    bijeenkomst.deelnemers.filter(medewerker=noor).update(antwoord="komt_niet")
    dialoog.genodigden.filter(medewerker=noor).update(antwoord="komt_niet")
    type(meekijken).objects.filter(pk=meekijken.pk).update(afgezegd_op=date(2022, 2, 3))

    assert op_dag(client.get(AGENDA, FEBRUARI), "2022-02-16") == []


@pytest.mark.django_db
def test_given_sessions_of_others_when_a_colleague_or_their_manager_opens_the_agenda_then_none_is_there(
    client, noor
):
    sessie_van_elke_soort(noor, dag=date(2022, 2, 16))

    for buitenstaander in (
        MedewerkerFactory(team=noor.team),
        MedewerkerFactory(team=noor.team, manager=True),
    ):
        client.force_login(buitenstaander)
        assert op_dag(client.get(AGENDA, FEBRUARI), "2022-02-16") == []


@pytest.mark.django_db
def test_given_no_or_many_sessions_when_shown_then_the_number_of_queries_is_the_same(client, noor):
    aantallen = []
    for dag in (1, 2, 3):
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(AGENDA, FEBRUARI)
        aantallen.append(len(gevraagd))
        sessie_van_elke_soort(noor, dag=date(2022, 2, dag))

    assert aantallen[0] == aantallen[1] == aantallen[2]
