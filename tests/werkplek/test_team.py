"""The team: amounts of work for who divides it, standing in, and giving a caseload to a colleague."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.vertrekgesprek.factories import GesprekFactory
from tests.werkplek.bouw import VANDAAG, dossier_voor, veel_dossiers
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.dossier.actions import record_vervanging
from verantwoord.dossier.models import Dossier, Vervanging
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db
TEAM = reverse("team:overzicht")


@pytest.fixture
def noor():
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def hassan(noor):
    return MedewerkerFactory(naam="Hassan Ouali", team=noor.team)


@pytest.fixture
def manager(noor):
    return MedewerkerFactory(naam="Jasmijn Terpstra", team=noor.team, manager=True)


def neem_waar(voor, door, *, dagen=7):
    return record_vervanging(
        door=voor,
        regievoerder=voor,
        vervanger=door,
        van=VANDAAG(),
        tot=VANDAAG() + timedelta(days=dagen),
        peildatum=VANDAAG(),
    )


def overdragen(noor):
    return reverse("team:overdragen", args=[noor.pk])


def test_given_a_team_when_its_manager_looks_then_amounts_stand_by_name_and_nobody_is_ranked(
    client, noor, hassan, manager
):
    for _ in range(2):
        dossier_voor(noor)
    dossier_voor(None, team=noor.team)
    client.force_login(manager)

    rijen = vind(lees(client.get(TEAM)), "tbody tr")

    assert [(tekst(vind(r, "th")[0]), vind(r, ".werk-balk a")[0].text) for r in rijen] == [
        ("Hassan Ouali", "0"),
        ("Noor Haverkamp", "2"),
        ("Nog niet toegewezen", "1"),
    ]


def test_given_talks_planned_when_the_manager_divides_the_work_then_they_are_counted_and_no_look_is_written(
    client, noor, hassan, manager
):
    GesprekFactory(dossier=dossier_voor(noor), gepland_op=VANDAAG() + timedelta(days=3))
    GesprekFactory(dossier=dossier_voor(noor), gepland_op=VANDAAG() + timedelta(days=15))
    GesprekFactory(dossier=dossier_voor(MedewerkerFactory()), gepland_op=VANDAAG())
    client.force_login(manager)

    verdeling = client.get(TEAM).context["verdeling"]

    assert [(werk.wie.naam, werk.gesprekken) for werk in verdeling] == [
        ("Hassan Ouali", 0),
        ("Noor Haverkamp", 1),
    ]
    assert not Inzage.objects.filter(medewerker_id=manager.pk).exists()


def test_given_a_regievoerder_when_looking_then_amounts_of_colleagues_are_not_shown(client, noor, hassan):
    dossier_voor(hassan)
    client.force_login(noor)

    antwoord = client.get(TEAM)

    assert (antwoord.status_code, antwoord.context["verdeling"]) == (200, [])


def test_given_a_colleague_who_left_when_dossiers_remain_then_the_manager_sees_them(client, noor, manager):
    dossier_voor(noor)
    noor.is_active = False
    noor.save()
    client.force_login(manager)

    kop = vind(lees(client.get(TEAM)), "tbody th")[0]

    assert tekst(kop) == "Noor Haverkampniet meer in dienst"


def test_given_one_or_thirty_dossiers_when_the_team_is_shown_then_the_number_of_queries_is_the_same(
    client, noor, manager
):
    client.force_login(manager)

    def tel():
        with CaptureQueriesContext(connection) as vragen:
            client.get(TEAM)
        return len(vragen)

    dossier_voor(noor)
    bij_een = tel()
    veel_dossiers(noor, 30, begin=10)
    for _ in range(5):
        MedewerkerFactory(team=noor.team)

    assert tel() == bij_een


@pytest.mark.parametrize("adres", [TEAM, reverse("team:waarneming"), reverse("team:toewijzen")])
def test_given_an_administrator_when_asking_then_there_is_no_such_page(client, adres):
    client.force_login(MedewerkerFactory(beheerder=True))

    assert client.get(adres).status_code == 404


def test_given_a_manager_of_another_team_when_asking_to_hand_over_then_there_is_no_such_colleague(
    client, noor
):
    dossier_voor(noor)
    client.force_login(MedewerkerFactory(manager=True))

    assert client.get(overdragen(noor)).status_code == 404
    assert Inzage.objects.count() == 0


def test_given_a_regievoerder_when_asking_to_hand_over_then_there_is_no_such_page(client, noor, hassan):
    client.force_login(noor)

    assert client.get(overdragen(hassan)).status_code == 404


def test_given_a_caseload_when_some_are_handed_over_then_those_go_and_each_was_a_look(
    client, noor, hassan, manager
):
    blijft, gaat = dossier_voor(noor), dossier_voor(noor)
    client.force_login(manager)

    client.get(overdragen(noor))
    antwoord = client.post(
        overdragen(noor),
        {"dossiers": [str(gaat.pk)], "naar": str(hassan.pk), "reden": "Noor gaat met verlof."},
    )

    assert (antwoord.status_code, antwoord["Location"]) == (302, TEAM)
    assert dict(Dossier.objects.values_list("pk", "regievoerder")) == {blijft.pk: noor.pk, gaat.pk: hassan.pk}
    gezien = Inzage.objects.filter(onderdeel="team:overdragen", doel="toewijzen")
    assert set(gezien.values_list("dossier_id", flat=True)) == {blijft.pk, gaat.pk}


def test_given_nothing_chosen_when_sent_then_it_is_said_at_the_list_and_what_was_typed_stays(
    client, noor, hassan, manager
):
    dossier_voor(noor)
    client.force_login(manager)

    antwoord = client.post(overdragen(noor), {"naar": str(hassan.pk), "reden": "Noor gaat met verlof."})

    pagina = lees(antwoord)
    assert (antwoord.status_code, vind(pagina, "p.utrecht-form-field-error-message")[0].text) == (
        422,
        "Kruis ten minste één dossier aan.",
    )
    assert vind(pagina, "textarea[name=reden]")[0].text.strip() == "Noor gaat met verlof."
    assert [vak.get("checked") for vak in vind(pagina, "input[name=dossiers]")] == [None]


def test_given_a_dossier_that_is_not_on_the_list_when_sent_then_it_is_refused(client, noor, hassan, manager):
    vreemd = dossier_voor(MedewerkerFactory())
    dossier_voor(noor)
    client.force_login(manager)

    antwoord = client.post(
        overdragen(noor), {"dossiers": [str(vreemd.pk)], "naar": str(hassan.pk), "reden": "Verlof."}
    )

    vreemd.refresh_from_db()
    assert (antwoord.status_code, vreemd.regievoerder == hassan) == (422, False)


def test_given_a_regievoerder_when_arranging_for_herself_then_the_colleague_sees_it_at_the_caseload(
    client, noor, hassan
):
    dossier = dossier_voor(noor, naam=("Karim", "al-Jabouri"))
    client.force_login(noor)
    dag = VANDAAG() + timedelta(days=7)
    invoer = {"regievoerder": str(noor.pk), "vervanger": str(hassan.pk)}
    for naam, op in (("van", VANDAAG()), ("tot", dag)):
        invoer |= {f"{naam}_dag": op.day, f"{naam}_maand": op.month, f"{naam}_jaar": op.year}

    assert client.post(reverse("team:waarneming"), invoer).status_code == 302

    client.force_login(hassan)
    pagina = lees(client.get(reverse("werkplek:caseload")))
    waargenomen = lees(client.get(reverse("werkplek:caseload"), {"van": "waarneming"}))
    assert tekst(vind(pagina, ".vw-melding--uitleg p")[0]).startswith("U neemt tot en met ")
    assert [a.get("href") for a in vind(waargenomen, "tbody th a")] == [f"/dossiers/{dossier.pk}/"]


def test_given_nobody_to_stand_in_for_when_that_list_is_asked_then_it_is_ones_own(client, noor, hassan):
    dossier_voor(noor)
    client.force_login(hassan)

    antwoord = client.get(reverse("werkplek:caseload"), {"van": "waarneming"})

    assert vind(lees(antwoord), "tbody th a") == []


def test_given_a_shielded_dossier_when_a_colleague_stands_in_then_it_is_not_among_them(client, noor, hassan):
    dossier = dossier_voor(noor, afgeschermd=True)
    neem_waar(noor, hassan)
    client.force_login(hassan)

    antwoord = client.get(reverse("werkplek:caseload"), {"van": "waarneming"})

    assert vind(lees(antwoord), "tbody th a") == []
    assert client.get(f"/dossiers/{dossier.pk}/").status_code == 404


def test_given_a_substitution_when_the_one_who_is_away_ends_it_then_it_ends_and_a_colleague_may_not(
    client, noor, hassan
):
    vervanging = neem_waar(noor, hassan)
    einde = reverse("team:beeindigen", args=[vervanging.pk])

    client.force_login(hassan)
    client.post(einde)
    bleef = Vervanging.objects.get().tot
    client.force_login(noor)
    client.post(einde)

    assert (bleef, Vervanging.objects.get().tot) == (VANDAAG() + timedelta(days=7), VANDAAG())


def test_given_a_substitution_of_another_team_when_ended_then_it_is_not_there(client, noor, hassan):
    vervanging = neem_waar(noor, hassan)
    client.force_login(MedewerkerFactory(manager=True))

    assert client.post(reverse("team:beeindigen", args=[vervanging.pk])).status_code == 404


def test_given_a_substitution_when_the_dossier_is_opened_then_its_head_says_who_stands_in(
    client, noor, hassan
):
    dossier = dossier_voor(noor)
    neem_waar(noor, hassan)
    client.force_login(hassan)

    kop = vind(lees(client.get(f"/dossiers/{dossier.pk}/")), ".vw-kopband")[0]

    assert tekst(kop).count("Noor Haverkamp, Hassan Ouali neemt waar") == 1
