"""The agenda in somebody's own calendar: who gets it, what is in it, and above all what is not."""

import logging
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.vakmanschap.factories import maak_bijeenkomst
from tests.vertrekgesprek.factories import GesprekFactory
from tests.werkplek.bouw import veel_dossiers
from tests.werkplek.pagina import lees, vind
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vakmanschap.models import Bijeenkomst
from verantwoord.werkplek.agenda.actions import renew_agendalink, revoke_agendalink
from verantwoord.werkplek.agenda.kalender import maak_kalender
from verantwoord.werkplek.agenda.models import Agendalink
from verantwoord.werkplek.agenda.queries import Afspraak

pytestmark = pytest.mark.django_db
BLAD = reverse("agenda:eigen_kalender")
WINTER = date(2022, 2, 15)
ZOMER = date(2022, 7, 15)
NU = datetime(2022, 2, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def noor():
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def dossier(noor):
    """A dossier about somebody, with a talk tomorrow at ten."""
    dossier = DossierFactory(
        nummer="D-2022-000123",
        regievoerder=noor,
        persoon__achternaam="Proefman",
        persoon__voornamen="Karim",
        persoon__v_nummer="9900000017",
    )
    GesprekFactory(
        dossier=dossier,
        gepland_op=timezone.localdate() + timedelta(days=1),
        tijd=time(10, 0),
        plaats="azc Assen, bij Karim Proefman thuis",
    )
    herbeoordeel([dossier.pk])
    return dossier


@pytest.fixture
def geheim(noor) -> str:
    return renew_agendalink(door=noor)


def haal(geheim: str):
    return Client().get(reverse("agenda:feed", args=[geheim]))


def kaarten(inhoud: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(inhoud).walk("VEVENT")


def soorten(inhoud: bytes) -> set[str]:
    return {str(kaart["summary"]) for kaart in kaarten(inhoud)}


def test_given_a_link_when_another_calendar_asks_then_it_gets_number_kind_place_and_way(dossier, geheim):
    antwoord = haal(geheim)

    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    assert antwoord["Cache-Control"] == "private, no-store"
    (gesprek,) = [kaart for kaart in kaarten(antwoord.content) if kaart["summary"].endswith("Gesprek 2")]
    assert str(gesprek["summary"]) == "D-2022-000123 · Gesprek 2"
    assert str(gesprek["location"]) == "Assen"
    assert str(gesprek["url"]).startswith(f"http://testserver/dossiers/{dossier.pk}/gesprekken/")
    assert str(gesprek["class"]) == "PRIVATE"


def test_given_everything_that_can_stand_in_it_when_read_then_no_word_is_about_the_person(dossier, geheim):
    morgen = (timezone.localdate() + timedelta(days=1)).isoformat()
    Stand.objects.filter(pk=dossier.pk).update(
        termijnen={"bedenktijd": morgen}, volgende_norm="mensenhandel-signaal", volgende_op=morgen
    )

    tekst = haal(geheim).content.decode()

    assert soorten(tekst.encode()) == {"D-2022-000123 · Gesprek 2", "D-2022-000123 · Uiterste datum"}
    verboden = ("Proefman", "Karim", "9900000017", "thuis", "edenktijd", "ensenhandel", "Haverkamp", "1988")
    assert [woord for woord in verboden if woord in tekst.replace("\r\n ", "")] == []


def afspraak(dossier, **anders) -> Afspraak:
    velden = {"dag": WINTER, "soort": "gesprek", "wat": "tweede", "dossier_id": dossier.pk, "sleutel": "g 1"}
    return Afspraak(**velden | anders)


def kalender(dossier, *afspraken: Afspraak) -> list[icalendar.Event]:
    stand = Stand.objects.select_related("dossier").get(pk=dossier.pk)
    return kaarten(
        maak_kalender(
            afspraken, {dossier.pk: stand}, volledig_adres=lambda pad: f"https://v.test{pad}", nu=NU
        )
    )


@pytest.mark.parametrize(
    ("dag", "uur_utc"), [(WINTER, 9), (ZOMER, 8), (date(2022, 3, 27), 8), (date(2022, 10, 30), 9)]
)
def test_given_an_hour_in_winter_and_in_summer_when_written_then_it_is_the_same_moment_in_utc(
    dossier, dag, uur_utc
):
    (kaart,) = kalender(dossier, afspraak(dossier, dag=dag, tijd=time(10, 0), vindplaats=dossier.pk))

    assert kaart["dtstart"].dt == datetime(dag.year, dag.month, dag.day, uur_utc, tzinfo=UTC)
    assert kaart["dtend"].dt - kaart["dtstart"].dt == timedelta(hours=1)
    assert kaart["dtstamp"].dt == NU


def test_given_a_day_without_an_hour_when_written_then_it_takes_the_whole_day_and_keeps_nobody_busy(dossier):
    (kaart,) = kalender(dossier, afspraak(dossier, soort="zitting", wat="beroep"))

    assert (kaart["dtstart"].dt, kaart["dtend"].dt) == (WINTER, date(2022, 2, 16))
    assert str(kaart["transp"]) == "TRANSPARENT"


@pytest.mark.parametrize(
    ("soort", "wat", "verwacht"),
    [
        ("reis", "gedwongen", "Reis"),
        ("reis", "zelfstandig", "Reis"),
        ("presentatie", "presentatie", "Presentatie"),
        ("navraag", "verwijzing", "Navraag"),
    ],
)
def test_given_a_trip_a_presentation_or_a_referral_when_written_then_only_its_kind_goes_out(
    dossier, soort, wat, verwacht
):
    (kaart,) = kalender(dossier, afspraak(dossier, soort=soort, wat=wat, plaats="ambassade van Irak"))

    assert str(kaart["summary"]) == f"D-2022-000123 · {verwacht}"
    assert "location" not in kaart


def test_given_two_last_days_on_one_day_when_written_then_they_stand_there_once(dossier):
    kaarten_ = kalender(
        dossier,
        afspraak(dossier, soort="plicht", wat="gesprek-1-termijn", sleutel="p 1"),
        afspraak(dossier, soort="termijn", wat="opvang", sleutel="t 1"),
        afspraak(dossier, soort="termijn", wat="vbl", sleutel="t 2", dag=ZOMER),
    )

    assert [(str(k["summary"]), k["dtstart"].dt) for k in kaarten_] == [
        ("D-2022-000123 · Uiterste datum", WINTER),
        ("D-2022-000123 · Uiterste datum", ZOMER),
    ]


@pytest.mark.parametrize(
    ("verblijfsoort", "locatie", "plaats", "verwacht"),
    [
        ("azc", "Assen", "azc Assen, kamer 3", "Assen"),
        ("detentie", "Rotterdam", "DC Rotterdam", ""),
        ("azc", "Assen", "kantoor Zwolle", ""),
        ("anders", "Dorpsstraat 1", "Dorpsstraat 1", ""),
        ("azc", "", "azc Assen", ""),
    ],
)
def test_given_the_place_of_a_talk_when_written_then_only_the_name_of_a_location_for_many_goes_out(
    dossier, verblijfsoort, locatie, plaats, verwacht
):
    Stand.objects.filter(pk=dossier.pk).update(verblijfsoort=verblijfsoort, locatie=locatie)

    (kaart,) = kalender(dossier, afspraak(dossier, plaats=plaats, vindplaats=dossier.pk))

    assert str(kaart.get("location", "")) == verwacht


def test_given_a_talk_that_is_moved_when_asked_again_then_it_is_the_same_event(dossier, geheim):
    eerst = {str(kaart["uid"]) for kaart in kaarten(haal(geheim).content) if "Gesprek" in kaart["summary"]}
    gesprek = GesprekFactory._meta.model.objects.get()
    gesprek.gepland_op += timedelta(days=3)
    gesprek.save()

    daarna = {str(kaart["uid"]) for kaart in kaarten(haal(geheim).content) if "Gesprek" in kaart["summary"]}

    assert daarna == eerst
    assert len(eerst) == 1


def test_given_one_or_thirty_dossiers_when_the_feed_is_read_then_the_number_of_queries_is_the_same(noor):
    geheim = renew_agendalink(door=noor)
    begin, aantallen, kaarten_ = 0, [], []
    for aantal in (1, 29):
        for dossier in veel_dossiers(noor, aantal, begin=begin):
            GesprekFactory(dossier=dossier, gepland_op=timezone.localdate())
        begin += aantal
        with CaptureQueriesContext(connection) as gevraagd:
            antwoord = haal(geheim)
        aantallen.append(len(gevraagd))
        kaarten_.append(len([k for k in kaarten(antwoord.content) if "Gesprek" in k["summary"]]))

    assert kaarten_ == [1, 30]
    assert aantallen[0] == aantallen[1]


def test_given_more_than_a_calendar_can_hold_when_read_then_the_nearest_days_come_and_only_they_leave_a_look(
    noor, monkeypatch
):
    geheim = renew_agendalink(door=noor)
    for n, dossier in enumerate(veel_dossiers(noor, 4)):
        GesprekFactory(dossier=dossier, gepland_op=timezone.localdate() + timedelta(days=n))
    OpenBevinding.objects.all().delete()
    Stand.objects.update(volgende_op=None, termijnen={})
    monkeypatch.setattr("verantwoord.werkplek.agenda.views.MEESTE_KAARTEN", 2)

    dagen = [kaart["dtstart"].dt for kaart in kaarten(haal(geheim).content)]

    assert [timezone.localtime(dag).date() for dag in dagen] == [
        timezone.localdate(),
        timezone.localdate() + timedelta(days=1),
    ]
    assert Inzage.objects.count() == 2


def test_given_the_feed_when_read_then_the_look_is_kept_in_the_name_of_the_links_owner(dossier, geheim):
    haal(geheim)

    assert [*Inzage.objects.values_list("dossier_id", "naam", "onderdeel", "doel", "toegestaan")] == [
        (dossier.pk, "Noor Haverkamp", "agenda:feed", "agenda", True)
    ]


def test_given_a_link_that_never_was_when_asked_then_it_looks_like_any_page_that_is_not_there(dossier):
    def zonder_kenmerk(antwoord) -> list[str]:
        return [h.text for h in vind(lees(antwoord), "h1")] + [str(antwoord.status_code)]

    verzonnen, onbekend = haal("verzonnen"), Client().get("/agenda/feed/")

    assert zonder_kenmerk(verzonnen) == zonder_kenmerk(onbekend)
    assert verzonnen.status_code == 404
    assert Inzage.objects.count() == 0


def test_given_a_link_when_it_is_revoked_or_renewed_or_its_owner_left_then_it_opens_nothing(noor, dossier):
    ingetrokken = renew_agendalink(door=noor)
    assert haal(ingetrokken).status_code == 200
    revoke_agendalink(door=noor)
    oud = renew_agendalink(door=noor)
    nieuw = renew_agendalink(door=noor)

    standen = [haal(geheim).status_code for geheim in (ingetrokken, oud, nieuw)]
    noor.is_active = False
    noor.save()

    assert standen == [404, 404, 200]
    assert haal(nieuw).status_code == 404


def test_given_a_dossier_that_went_to_another_when_the_feed_is_read_then_it_is_gone(dossier, geheim):
    dossier.regievoerder = MedewerkerFactory()
    dossier.team = dossier.regievoerder.team
    dossier.save()
    herbeoordeel([dossier.pk])

    assert kaarten(haal(geheim).content) == []


def test_given_a_shielded_dossier_of_a_colleague_when_a_manager_reads_the_feed_then_it_is_not_there(dossier):
    manager = MedewerkerFactory(manager=True, team=dossier.team)
    geheim = renew_agendalink(door=manager)
    assert len(kaarten(haal(geheim).content)) > 0
    dossier.afgeschermd = True
    dossier.save()

    assert kaarten(haal(geheim).content) == []


def test_given_a_new_link_when_made_then_it_is_shown_once_and_only_its_digest_is_kept(client, noor, dossier):
    client.force_login(noor)

    gemaakt = client.post(BLAD, {"actie": "maken"})
    later = client.get(BLAD)

    (adres,) = [invoer.get("value") for invoer in vind(lees(gemaakt), "input[id=agendalink]")]
    geheim = adres.removeprefix("http://testserver/agenda/feed/").removesuffix(".ics")
    assert gemaakt["Cache-Control"] == "no-store"
    assert haal(geheim).status_code == 200
    assert vind(lees(later), "input[id=agendalink]") == []
    bewaard = [
        str(rij)
        for model in (Agendalink, Rijhistorie, Gebeurtenis)
        for rij in model.objects.values_list()
        if geheim in str(rij)
    ]
    assert bewaard == []


def test_given_links_made_and_revoked_when_read_back_then_each_act_is_an_event_and_one_link_holds(
    client, noor
):
    client.force_login(noor)

    for actie in ("maken", "maken", "intrekken", "intrekken"):
        client.post(BLAD, {"actie": actie})

    assert [*Gebeurtenis.objects.order_by("pk").values_list("soort", "door")] == [
        ("agendalink.gemaakt", noor.gebruikersnaam),
        ("agendalink.ingetrokken", noor.gebruikersnaam),
        ("agendalink.gemaakt", noor.gebruikersnaam),
        ("agendalink.ingetrokken", noor.gebruikersnaam),
    ]
    assert Agendalink.objects.geldig().count() == 0


def test_given_somebody_elses_link_when_a_colleague_revokes_then_only_her_own_is_touched(
    client, noor, geheim
):
    client.force_login(MedewerkerFactory(team=noor.team))

    client.post(BLAD, {"actie": "intrekken"})

    assert haal(geheim).status_code == 200


def test_given_a_role_without_dossiers_when_a_link_is_asked_then_it_is_refused():
    with pytest.raises(GeenToegang):
        renew_agendalink(door=MedewerkerFactory(beheerder=True))


def test_given_a_secret_that_does_not_work_when_asked_then_no_log_holds_it(caplog):
    from verantwoord.toegang.logregels import ZonderAdres  # noqa: PLC0415 - the filter of the handler itself

    caplog.handler.addFilter(ZonderAdres())
    with caplog.at_level(logging.DEBUG):
        haal("geheim-dat-niet-in-een-log-hoort")

    assert "geheim-dat" not in caplog.text
    assert "agenda:feed" in caplog.text


def test_given_another_way_of_asking_when_tried_then_only_reading_is_answered(geheim):
    assert Client().post(reverse("agenda:feed", args=[geheim])).status_code == 405


def test_given_a_session_with_colleagues_when_read_then_its_kind_and_hour_leave_the_house_and_nothing_else(
    noor,
):
    collega = MedewerkerFactory(team=noor.team, naam="Hassan Ouali")
    bijeenkomst = maak_bijeenkomst(collega, noor, tijd=time(13, 30))
    Bijeenkomst.objects.filter(pk=bijeenkomst.pk).update(op=timezone.localdate())
    geheimen = [renew_agendalink(door=wie) for wie in (noor, MedewerkerFactory(team=noor.team))]

    (kaart,), andermans = (kaarten(haal(geheim).content) for geheim in geheimen)

    assert andermans == []
    assert str(kaart["summary"]) == "Intervisie"
    assert timezone.localtime(kaart["dtstart"].dt).time() == time(13, 30)
    assert sorted(kaart) == ["CLASS", "DTEND", "DTSTAMP", "DTSTART", "SUMMARY", "UID", "URL"]
