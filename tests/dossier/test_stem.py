"""What the person said, as whoever directs the case reads and answers it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.portaal.factories import PortaalaccountFactory
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.dossier.actions.stem import StemKanNiet, answer_stem, mark_gelezen, say
from verantwoord.dossier.models import Stem
from verantwoord.dossier.queries import stemmen_of
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.vertrekgesprek.actions import Planning, record_niet_gevoerd, replan_gesprek
from verantwoord.vertrekgesprek.fouten import PlanningKloptNiet
from verantwoord.werkplek.wacht_stem import stemmen

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 20)


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def account(dossier):
    return PortaalaccountFactory(dossier=dossier)


@pytest.fixture
def op_20_februari(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: OP)


def zeg(dossier, account, soort="vraag", **anders):
    return say(door=account, dossier_id=dossier.pk, soort=soort, op=OP, **{"tekst": "KAN-WOORD"} | anders)


def nieuws(dossier, account):
    return Stem.objects.create(
        dossier=dossier, soort="toestemming", account=account, gezegd_naam="X", gezegd_op=OP, antwoord_voor=OP
    )


def test_given_a_question_when_it_waits_then_it_is_a_duty_with_a_day_and_none_of_its_words(dossier, account):
    vraag = zeg(dossier, account)

    (plicht,) = stemmen(dossier.pk, viewer=dossier.regievoerder)

    assert (plicht.titel, plicht.datum) == ("Geef de persoon antwoord.", date(2022, 3, 6))
    assert plicht.actie_url == reverse("dossier:stem", args=[dossier.pk, vraag.pk])
    assert "KAN-WOORD" not in plicht.uitleg


def test_given_a_question_when_answered_then_nothing_waits(dossier, account):
    vraag = zeg(dossier, account)

    answer_stem(door=dossier.regievoerder, dossier_id=dossier.pk, stem_id=vraag.pk, tekst="Ja.", op=OP)

    assert list(stemmen(dossier.pk, viewer=dossier.regievoerder)) == []


def test_given_a_question_when_only_marked_as_read_then_it_is_refused(dossier, account):
    vraag = zeg(dossier, account)

    with pytest.raises(StemKanNiet):
        mark_gelezen(door=dossier.regievoerder, dossier_id=dossier.pk, stem_id=vraag.pk, op=OP)


def test_given_news_when_read_twice_then_the_second_time_is_refused(dossier, account):
    stem = nieuws(dossier, account)
    mark_gelezen(door=dossier.regievoerder, dossier_id=dossier.pk, stem_id=stem.pk, op=OP)

    with pytest.raises(StemKanNiet):
        mark_gelezen(door=dossier.regievoerder, dossier_id=dossier.pk, stem_id=stem.pk, op=OP)


def test_given_no_words_when_said_or_answered_then_it_is_refused(dossier, account):
    vraag = zeg(dossier, account)

    with pytest.raises(StemKanNiet):
        zeg(dossier, account, tekst=" ")
    with pytest.raises(StemKanNiet):
        answer_stem(door=dossier.regievoerder, dossier_id=dossier.pk, stem_id=vraag.pk, tekst="\n", op=OP)


def test_given_a_manager_when_answering_then_that_is_not_theirs_to_do(dossier, account):
    vraag = zeg(dossier, account)
    manager = MedewerkerFactory(manager=True, team=dossier.team)

    with pytest.raises(GeenToegang):
        answer_stem(door=manager, dossier_id=dossier.pk, stem_id=vraag.pk, tekst="Ja.", op=OP)


@pytest.mark.parametrize("wie", [{"coa": True}, {"vwn": True}, {}])
def test_given_somebody_who_does_not_direct_the_case_when_asking_then_there_is_nothing(dossier, account, wie):
    zeg(dossier, account)

    assert list(stemmen_of(dossier.pk, viewer=MedewerkerFactory(**wie))) == []


def test_given_another_day_asked_for_when_not_answered_then_nobody_can_say_the_person_stayed_away(
    dossier, account
):
    gesprek = GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 24))
    zeg(dossier, account, "afspraak", over=gesprek.pk, antwoord_voor=gesprek.gepland_op)
    vast = {
        "door": dossier.regievoerder, "dossier_id": dossier.pk, "gesprek_id": gesprek.pk, "versie": gesprek.versie,
        "reden": "Niemand aan de deur.", "peildatum": date(2022, 2, 25),
    }  # fmt: skip

    with pytest.raises(PlanningKloptNiet):
        record_niet_gevoerd(status="niet_verschenen", **vast)

    assert record_niet_gevoerd(status="niet_doorgegaan", oorzaak="dtv", **vast).status == "niet_doorgegaan"


def test_given_another_day_asked_for_when_the_talk_is_moved_then_that_was_the_answer(dossier, account):
    gesprek = GesprekFactory(dossier=dossier, gepland_op=date(2022, 2, 24))
    gevraagd = zeg(dossier, account, "afspraak", over=gesprek.pk, antwoord_voor=gesprek.gepland_op)

    replan_gesprek(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        gesprek_id=gesprek.pk,
        versie=gesprek.versie,
        planning=Planning(gepland_op=date(2022, 3, 1), taal="ar", tolk_gepland="aanwezig"),
        peildatum=date(2022, 2, 21),
    )

    gevraagd.refresh_from_db()
    assert (gevraagd.afgedaan_op, gevraagd.afgedaan_door) == (date(2022, 2, 21), dossier.regievoerder)


@pytest.mark.usefixtures("op_20_februari")
def test_given_what_waits_and_what_is_done_when_the_page_opens_then_what_waits_stands_first(
    client, dossier, account
):
    klaar, open_ = zeg(dossier, account, tekst="KAN-KLAAR"), zeg(dossier, account, tekst="KAN-OPEN")
    answer_stem(door=dossier.regievoerder, dossier_id=dossier.pk, stem_id=klaar.pk, tekst="Ja.", op=OP)
    client.force_login(dossier.regievoerder)

    html = client.get(reverse("dossier:stemmen", args=[dossier.pk])).content.decode()

    assert html.index("KAN-OPEN") < html.index("KAN-KLAAR")
    assert reverse("dossier:stem", args=[dossier.pk, open_.pk]) in html


@pytest.mark.usefixtures("op_20_februari")
def test_given_a_question_when_answered_on_the_page_then_it_goes_back_to_the_list(client, dossier, account):
    vraag = zeg(dossier, account)
    client.force_login(dossier.regievoerder)
    adres = reverse("dossier:stem", args=[dossier.pk, vraag.pk])

    leeg = client.post(adres, {"tekst": ""})
    goed = client.post(adres, {"tekst": "Ja, dat kan."})

    assert (leeg.status_code, goed.url) == (422, reverse("dossier:stemmen", args=[dossier.pk]))
    with als_systeem():
        assert [b.tekst for b in vraag.berichten.all()] == ["KAN-WOORD", "Ja, dat kan."]


@pytest.mark.usefixtures("op_20_februari")
def test_given_news_when_the_button_is_pressed_then_it_is_read_and_no_answer_form_exists_for_it(
    client, dossier, account
):
    stem = nieuws(dossier, account)
    client.force_login(dossier.regievoerder)

    geen_form = client.get(reverse("dossier:stem", args=[dossier.pk, stem.pk]))
    gelezen = client.post(reverse("dossier:stem_gelezen", args=[dossier.pk, stem.pk]))

    stem.refresh_from_db()
    assert (geen_form.status_code, gelezen.status_code, stem.afgedaan_op) == (404, 302, OP)


@pytest.mark.usefixtures("op_20_februari")
def test_given_a_stranger_when_opening_the_pages_then_they_are_not_there(client, dossier, account):
    vraag = zeg(dossier, account)
    client.force_login(MedewerkerFactory())

    antwoorden = [
        client.get(reverse("dossier:stemmen", args=[dossier.pk])),
        client.get(reverse("dossier:stem", args=[dossier.pk, vraag.pk])),
        client.post(reverse("dossier:stem_gelezen", args=[dossier.pk, vraag.pk])),
    ]

    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404, 404]


@pytest.mark.usefixtures("op_20_februari")
def test_given_words_that_wait_when_the_work_list_opens_then_it_says_so_and_keeps_its_order(
    client, dossier, account
):
    client.force_login(dossier.regievoerder)
    zonder = client.get(reverse("werkplek:caseload")).content.decode()
    zeg(dossier, account)

    met = client.get(reverse("werkplek:caseload")).content.decode()

    assert (zonder.count("bericht in het portaal"), met.count("bericht in het portaal")) == (0, 1)
    assert "KAN-WOORD" not in met


@pytest.mark.usefixtures("op_20_februari")
def test_given_many_words_when_the_page_opens_then_it_asks_as_much_as_of_one(
    client, dossier, account, django_assert_num_queries, django_assert_max_num_queries
):
    adres = reverse("dossier:stemmen", args=[dossier.pk])
    client.force_login(dossier.regievoerder)
    answer_stem(
        door=dossier.regievoerder, dossier_id=dossier.pk, stem_id=zeg(dossier, account).pk, tekst="Ja.", op=OP
    )
    client.get(adres)
    with django_assert_max_num_queries(60) as eerst:
        client.get(adres)

    for _keer in range(29):
        zeg(dossier, account)

    with django_assert_num_queries(len(eerst)):
        client.get(adres)
