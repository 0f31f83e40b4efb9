"""The pages on which a partner asks, and the COA or a regievoerder answers."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.dossier.test_inzageverzoek import PLATTEGROND, betrokken
from verantwoord.dossier.actions import ask_inzage, grant_inzage
from verantwoord.dossier.models import Inzageantwoord, Inzageverzoek
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db
GEHEIM = "KAMER-TWAALF-BEGANE-GROND"


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def agent(dossier):
    return betrokken(dossier, MedewerkerFactory(avim=True))


@pytest.fixture
def woonbegeleider(dossier):
    return betrokken(dossier, MedewerkerFactory(coa=True))


def vraag(dossier, door):
    return ask_inzage(door=door, dossier_id=dossier.pk, peildatum=timezone.localdate(), **PLATTEGROND)


def geef(verzoek, door, dagen=2):
    return grant_inzage(
        door=door,
        dossier_id=verzoek.dossier_id,
        verzoek_id=verzoek.pk,
        antwoord=GEHEIM,
        motivering="Nodig voor veilig ophalen.",
        geldig_tot=timezone.localdate() + timedelta(days=dagen),
        peildatum=timezone.localdate(),
    )


def als(client, medewerker):
    client.force_login(medewerker)
    return client


def test_given_a_partner_when_sending_the_form_then_the_question_is_asked_and_shown(client, dossier, agent):
    antwoord = als(client, agent).post(f"/keten/dossiers/{dossier.pk}/vragen/nieuw/", PLATTEGROND)

    verzoek = Inzageverzoek.objects.get()
    assert antwoord.status_code == 302
    assert antwoord.url == f"/keten/dossiers/{dossier.pk}/vragen/{verzoek.pk}/"
    assert PLATTEGROND["doel"] in client.get(antwoord.url).content.decode()


def test_given_an_incomplete_form_when_sending_then_what_was_typed_stays_and_nothing_is_asked(
    client, dossier, agent
):
    invoer = PLATTEGROND | {"doel": "", "wat": "Op welke verdieping?"}

    antwoord = als(client, agent).post(f"/keten/dossiers/{dossier.pk}/vragen/nieuw/", invoer)

    assert antwoord.status_code == 422
    assert "Op welke verdieping?" in antwoord.content.decode()
    assert Inzageverzoek.objects.count() == 0


def test_given_a_ground_too_weak_when_sending_then_the_form_says_so(client, dossier, agent):
    antwoord = als(client, agent).post(
        f"/keten/dossiers/{dossier.pk}/vragen/nieuw/", PLATTEGROND | {"grondslag": "vitaal_belang"}
    )

    assert antwoord.status_code == 422
    assert "artikel 9 van de AVG" in antwoord.content.decode()


def test_given_an_answer_when_the_asker_looks_then_it_is_read_and_each_look_is_kept(
    client, dossier, agent, woonbegeleider
):
    verzoek = geef(vraag(dossier, agent), woonbegeleider)
    adres = f"/keten/dossiers/{dossier.pk}/vragen/{verzoek.pk}/"

    gelezen = [GEHEIM in als(client, agent).get(adres).content.decode() for _ in range(2)]

    assert gelezen == [True, True]
    assert list(
        Inzage.objects.filter(dossier_id=dossier.pk, medewerker_id=agent.pk).values_list(
            "onderdeel", flat=True
        )
    ) == ["vragen:vraag", "vragen:vraag"]


def test_given_an_answer_that_ended_when_the_asker_looks_then_not_one_byte_of_it_is_sent(
    client, dossier, agent, woonbegeleider
):
    verzoek = geef(vraag(dossier, agent), woonbegeleider)
    gisteren = timezone.localdate() - timedelta(days=1)
    Inzageantwoord.objects.filter(pk=verzoek.pk).update(
        gegeven_op=gisteren - timedelta(days=2), geldig_tot=gisteren
    )

    paginas = [
        als(client, agent).get(f"/keten/dossiers/{dossier.pk}/vragen/{eind}").content.decode()
        for eind in ("", f"{verzoek.pk}/")
    ]

    assert [GEHEIM in pagina for pagina in paginas] == [False, False]
    assert "was te lezen tot en met" in paginas[1]


def test_given_the_coa_when_answering_on_its_page_then_the_asker_has_the_answer(
    client, dossier, agent, woonbegeleider
):
    verzoek = vraag(dossier, agent)
    tot = timezone.localdate() + timedelta(days=1)

    antwoord = als(client, woonbegeleider).post(
        f"/keten/dossiers/{dossier.pk}/vragen/{verzoek.pk}/",
        {
            "stap": "toekennen",
            "antwoord": GEHEIM,
            "motivering": "Nodig.",
            "geldig_tot_dag": tot.day,
            "geldig_tot_maand": tot.month,
            "geldig_tot_jaar": tot.year,
        },
    )

    assert antwoord.status_code == 302
    assert Inzageantwoord.objects.get().tekst == GEHEIM


def test_given_a_regievoerder_when_refusing_without_a_reason_then_the_form_comes_back(client, dossier, agent):
    verzoek = vraag(dossier, agent)
    adres = f"/dossiers/{dossier.pk}/inzageverzoeken/{verzoek.pk}/"

    leeg = als(client, dossier.regievoerder).post(adres, {"stap": "weigeren", "motivering": ""})
    gevuld = client.post(adres, {"stap": "weigeren", "motivering": "Niet nodig voor dit doel."})

    assert (leeg.status_code, gevuld.status_code) == (422, 302)
    verzoek.refresh_from_db()
    assert (verzoek.besluit, verzoek.motivering) == ("geweigerd", "Niet nodig voor dit doel.")


@pytest.mark.parametrize("eind", ["", "{verzoek}/"])
def test_given_outsiders_when_asking_for_a_question_then_it_is_not_there(client, dossier, agent, eind):
    verzoek = vraag(dossier, agent)
    eind = eind.format(verzoek=verzoek.pk)
    collega = MedewerkerFactory(avim=True, team=agent.team)
    ind = betrokken(dossier, MedewerkerFactory(ind=True))
    anderen = [MedewerkerFactory(), MedewerkerFactory(coa=True), MedewerkerFactory(fg=True)]

    partners = [
        als(client, wie).get(f"/keten/dossiers/{dossier.pk}/vragen/{verzoek.pk}/").status_code
        for wie in (collega, ind, *anderen, dossier.regievoerder)
    ]
    staf = [
        als(client, wie).get(f"/dossiers/{dossier.pk}/inzageverzoeken/{eind}").status_code for wie in anderen
    ]

    assert partners == [404] * 6
    assert staf == [404] * 3


def test_given_a_question_that_does_not_exist_when_opened_then_it_answers_as_for_anothers(
    client, dossier, agent
):
    van_een_ander = vraag(dossier, betrokken(dossier, MedewerkerFactory(kmar=True)))

    antwoorden = [
        als(client, agent).get(f"/keten/dossiers/{dossier.pk}/vragen/{wie}/").status_code
        for wie in (van_een_ander.pk, uuid4())
    ]

    assert antwoorden == [404, 404]


def test_given_ones_own_question_when_taken_back_on_the_page_then_it_waits_no_more(client, dossier, agent):
    verzoek = vraag(dossier, agent)

    antwoord = als(client, agent).post(f"/keten/dossiers/{dossier.pk}/vragen/{verzoek.pk}/terugnemen/")

    verzoek.refresh_from_db()
    assert (antwoord.status_code, verzoek.wacht) == (302, False)
