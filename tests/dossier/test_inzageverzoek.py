"""Asking one thing for one purpose: who may ask, who decides, how long it can be read, and that silence gives nothing."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier.actions import (
    GeenVraag,
    InzageKanNiet,
    ask_inzage,
    grant_inzage,
    refuse_inzage,
    revoke_inzage,
    withdraw_inzageverzoek,
)
from verantwoord.dossier.fouten import DossierGesloten
from verantwoord.dossier.models import Betrokkenheid, Dossier, Inzageantwoord, Inzageverzoek
from verantwoord.dossier.queries import antwoord_of, inzageverzoeken_of, wachtende_inzageverzoeken
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db

# A Thursday before a weekend.
VANDAAG = date(2022, 3, 3)
PLATTEGROND = {
    "soort": "veiligheidskaart",
    "wat": "De plattegrond: op welke verdieping slaapt deze persoon, en zijn er ramen die open kunnen?",
    "doel": "Wij halen de persoon morgen op en er is een risico op zelfdoding.",
    "grondslag": "vitaal_belang_bijzonder",
    "grondslag_toelichting": "",
}


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def agent(dossier):
    return betrokken(dossier, MedewerkerFactory(avim=True))


@pytest.fixture
def woonbegeleider(dossier):
    return betrokken(dossier, MedewerkerFactory(coa=True))


def betrokken(dossier, medewerker):
    Betrokkenheid.objects.create(
        dossier=dossier, organisatie=medewerker.organisatie, team=medewerker.team, grond="overleg"
    )
    return medewerker


def vraag(dossier, door, **anders):
    velden = {"peildatum": VANDAAG} | PLATTEGROND | anders
    return ask_inzage(door=door, dossier_id=dossier.pk, **velden)


def geef(verzoek, door, **anders):
    velden = {
        "antwoord": "Kamer 12, begane grond. Ramen gaan niet verder open dan een kier.",
        "motivering": "Nodig om veilig op te halen.",
        "geldig_tot": VANDAAG + timedelta(days=2),
        "peildatum": VANDAAG,
    } | anders
    return grant_inzage(door=door, dossier_id=verzoek.dossier_id, verzoek_id=verzoek.pk, **velden)


def test_given_a_danger_when_avim_asks_the_floor_plan_then_the_coa_owes_an_answer_the_next_working_day(
    dossier, agent, woonbegeleider
):
    verzoek = vraag(dossier, agent)

    assert (verzoek.eigenaar, verzoek.antwoord_voor) == ("coa", date(2022, 3, 4))
    assert list(wachtende_inzageverzoeken(viewer=woonbegeleider)) == [verzoek]
    assert Gebeurtenis.objects.get(soort="inzage.gevraagd").gegevens == {
        "organisatie": "avim",
        "eigenaar": "coa",
        "soort": "veiligheidskaart",
        "grondslag": "vitaal_belang_bijzonder",
        "antwoord_voor": "2022-03-04",
    }


def test_given_a_task_of_law_when_asking_on_thursday_then_the_answer_is_owed_after_three_working_days(
    dossier, agent
):
    verzoek = vraag(
        dossier,
        agent,
        soort="vertrekplan_en_toetsing",
        grondslag="publieke_taak",
        grondslag_toelichting="Vw 2000 art. 47",
    )

    assert (verzoek.eigenaar, verzoek.antwoord_voor) == ("dtv", date(2022, 3, 8))


def test_given_nobody_of_the_coa_on_the_dossier_when_asking_then_the_dtv_decides(dossier, agent):
    verzoek = vraag(dossier, agent)

    assert verzoek.eigenaar == "dtv"
    assert list(wachtende_inzageverzoeken(viewer=dossier.regievoerder)) == [verzoek]


def test_given_an_answer_when_its_last_day_has_passed_then_the_asker_reads_it_no_more(
    dossier, agent, woonbegeleider
):
    verzoek = geef(vraag(dossier, agent), woonbegeleider)

    gelezen = [
        antwoord_of(verzoek, viewer=agent, op=VANDAAG + timedelta(days=dagen)) is not None
        for dagen in (0, 2, 3)
    ]

    assert gelezen == [True, True, False]
    assert antwoord_of(verzoek, viewer=woonbegeleider, op=VANDAAG + timedelta(days=3)) is not None


def test_given_an_answer_when_taken_back_then_the_asker_reads_it_no_more(dossier, agent, woonbegeleider):
    verzoek = geef(vraag(dossier, agent), woonbegeleider)

    revoke_inzage(
        door=woonbegeleider,
        dossier_id=dossier.pk,
        verzoek_id=verzoek.pk,
        reden="De persoon is verhuisd.",
        peildatum=VANDAAG,
    )

    assert antwoord_of(verzoek, viewer=agent, op=VANDAAG) is None


def test_given_a_question_when_nobody_answers_for_years_then_nothing_is_given(dossier, agent, woonbegeleider):
    verzoek = vraag(dossier, agent)

    assert antwoord_of(verzoek, viewer=agent, op=VANDAAG + timedelta(days=3000)) is None
    assert Inzageantwoord.objects.count() == 0


@pytest.mark.parametrize(("dagen", "mag"), [(-1, False), (0, True), (28, True), (29, False)])
def test_given_a_last_day_when_granting_then_it_is_between_today_and_four_weeks(
    dossier, agent, woonbegeleider, dagen, mag
):
    verzoek = vraag(dossier, agent)

    try:
        geef(verzoek, woonbegeleider, geldig_tot=VANDAAG + timedelta(days=dagen))
    except InzageKanNiet:
        gelukt = False
    else:
        gelukt = True

    assert (gelukt, Inzageantwoord.objects.count()) == (mag, int(mag))


def test_given_a_longer_time_when_written_past_the_program_then_the_database_refuses(
    dossier, agent, woonbegeleider
):
    verzoek = geef(vraag(dossier, agent), woonbegeleider)

    with pytest.raises(IntegrityError, match="inzageantwoord_ends_in_time"), transaction.atomic():
        Inzageantwoord.objects.filter(pk=verzoek.pk).update(geldig_tot=VANDAAG + timedelta(days=29))


def test_given_a_refusal_when_the_asker_looks_then_the_reason_stands_there_and_no_answer(
    dossier, agent, woonbegeleider
):
    verzoek = vraag(dossier, agent)

    refuse_inzage(
        door=woonbegeleider,
        dossier_id=dossier.pk,
        verzoek_id=verzoek.pk,
        motivering="Wij brengen de persoon zelf naar beneden.",
        peildatum=VANDAAG,
    )

    (gezien,) = inzageverzoeken_of(dossier.pk, viewer=agent)
    assert (gezien.besluit, gezien.motivering) == ("geweigerd", "Wij brengen de persoon zelf naar beneden.")
    assert antwoord_of(gezien, viewer=agent, op=VANDAAG) is None


@pytest.mark.parametrize("tekst", ["", "  \n"])
def test_given_no_reason_when_refusing_then_it_cannot(dossier, agent, woonbegeleider, tekst):
    verzoek = vraag(dossier, agent)

    with pytest.raises(InzageKanNiet, match="Schrijf op waarom"):
        refuse_inzage(
            door=woonbegeleider,
            dossier_id=dossier.pk,
            verzoek_id=verzoek.pk,
            motivering=tekst,
            peildatum=VANDAAG,
        )


def test_given_a_decision_when_a_second_one_comes_then_it_is_refused(dossier, agent, woonbegeleider):
    verzoek = geef(vraag(dossier, agent), woonbegeleider)

    with pytest.raises(InzageKanNiet, match="al besloten"):
        refuse_inzage(
            door=dossier.regievoerder,
            dossier_id=dossier.pk,
            verzoek_id=verzoek.pk,
            motivering="Toch niet.",
            peildatum=VANDAAG,
        )


def test_given_ones_own_question_when_nobody_decided_then_it_can_be_taken_back(dossier, agent):
    verzoek = vraag(dossier, agent)

    withdraw_inzageverzoek(door=agent, dossier_id=dossier.pk, verzoek_id=verzoek.pk, peildatum=VANDAAG)

    assert list(wachtende_inzageverzoeken(viewer=dossier.regievoerder)) == []
    with pytest.raises(InzageKanNiet, match="al besloten, of zij is ingetrokken"):
        geef(verzoek, dossier.regievoerder)


@pytest.mark.parametrize(
    ("rol", "soort", "mag"),
    [
        ("avim", "veiligheidskaart", True),
        ("avim", "medisch", False),
        ("avim", "mensenhandel", False),
        ("avim", "correspondentie_gemachtigde", False),
        ("avim", "inzagelog", False),
        ("avim", "toezicht_en_bewaring", False),
        ("coa", "medisch", True),
        ("coa", "ind_besluit", True),
        ("coa", "veiligheidskaart", False),
        ("iom", "medisch", False),
    ],
)
def test_given_a_role_when_asking_then_only_what_it_does_not_see_and_might_need(dossier, rol, soort, mag):
    vraagsteller = betrokken(dossier, MedewerkerFactory(**{rol: True}))

    try:
        vraag(dossier, vraagsteller, soort=soort)
    except InzageKanNiet:
        gelukt = False
    else:
        gelukt = True

    assert gelukt is mag


@pytest.mark.parametrize(
    ("grondslag", "wet", "fout"),
    [
        ("vitaal_belang", "", "artikel 9 van de AVG"),
        ("publieke_taak", "Politiewet 2012 art. 3", "artikel 9 van de AVG"),
        ("zwaarwegend_belang", "", "Noem de wet en het artikel"),
        ("toestemming", "", "Kies op welke grond"),
    ],
)
def test_given_a_ground_that_cannot_carry_it_when_asking_about_health_then_it_is_refused(
    dossier, agent, grondslag, wet, fout
):
    with pytest.raises(InzageKanNiet, match=fout):
        vraag(dossier, agent, grondslag=grondslag, grondslag_toelichting=wet)


@pytest.mark.parametrize("veld", ["wat", "doel"])
def test_given_nothing_to_say_when_asking_then_it_cannot(dossier, agent, veld):
    with pytest.raises(InzageKanNiet, match="Schrijf op"):
        vraag(dossier, agent, **{veld: "  "})


def test_given_a_dossier_without_a_task_in_it_when_asking_then_it_is_not_there(dossier):
    with pytest.raises(Dossier.DoesNotExist):
        vraag(dossier, MedewerkerFactory(avim=True))


def test_given_a_closed_dossier_when_asking_then_nothing_is_shared_any_more(dossier, agent):
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=VANDAAG)

    with pytest.raises(DossierGesloten):
        vraag(dossier, agent)


def test_given_staff_of_the_dtv_when_asking_as_a_partner_then_they_may_not(dossier):
    with pytest.raises(GeenToegang):
        vraag(dossier, dossier.regievoerder)


def test_given_outsiders_when_looking_then_question_and_answer_are_not_there(dossier, agent, woonbegeleider):
    verzoek = geef(vraag(dossier, agent), woonbegeleider)
    collega = MedewerkerFactory(avim=True, team=agent.team)
    ind = betrokken(dossier, MedewerkerFactory(ind=True))
    anderen = [
        collega,
        ind,
        MedewerkerFactory(),
        MedewerkerFactory(coa=True),
        MedewerkerFactory(beheerder=True),
        MedewerkerFactory(fg=True),
        MedewerkerFactory(inspectie=True),
    ]

    gezien = [
        (
            Inzageverzoek.objects.visible_to(wie).exists(),
            Inzageantwoord.objects.visible_to(wie).exists(),
            antwoord_of(verzoek, viewer=wie, op=VANDAAG),
        )
        for wie in anderen
    ]

    assert gezien == [(False, False, None)] * len(anderen)


def test_given_who_may_not_decide_when_granting_then_it_is_refused(dossier, agent, woonbegeleider):
    van_dtv = vraag(
        dossier, agent, soort="gespreksverslag", grondslag="publieke_taak", grondslag_toelichting="Vw 2000"
    )

    with pytest.raises(GeenVraag):
        geef(van_dtv, woonbegeleider)
    with pytest.raises(GeenToegang):
        geef(van_dtv, agent)
    with pytest.raises(Dossier.DoesNotExist):
        geef(van_dtv, MedewerkerFactory())


def test_given_the_asker_when_deciding_past_the_program_then_the_database_refuses(dossier, agent):
    verzoek = vraag(dossier, agent)

    with pytest.raises(IntegrityError, match="inzageverzoek_four_eyes"), transaction.atomic():
        Inzageverzoek.objects.filter(pk=verzoek.pk).update(
            besluit="toegekend", motivering="Ja.", besloten_door=agent, besloten_op=VANDAAG
        )


def test_given_one_and_thirty_questions_when_listing_then_the_number_of_queries_is_the_same(
    dossier, agent, django_assert_num_queries
):
    vraag(dossier, agent)
    with django_assert_num_queries(1):
        list(wachtende_inzageverzoeken(viewer=dossier.regievoerder))
    for _ in range(29):
        vraag(dossier, agent)

    with django_assert_num_queries(1):
        gevonden = list(wachtende_inzageverzoeken(viewer=dossier.regievoerder))

    assert len(gevonden) == 30
    assert {v.dossier.persoon.lijstnaam for v in gevonden} == {dossier.persoon.lijstnaam}
