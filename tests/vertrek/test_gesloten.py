"""A closed dossier is read: whatever is sent to it, nothing of it changes, and the answer says what to do."""

from datetime import date

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.test_vreemde_invoer import Velden, adressen  # noqa: F401 - a fixture, found by its name
from tests.vertrekgesprek.factories import GesprekFactory
from verantwoord.dossier.actions import assign_regievoerder, lock_dossier, record_procedure
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import DossierGesloten
from verantwoord.dossier.models import Beroep
from verantwoord.kern.overdracht.procedurebericht import BeroepIngesteld
from verantwoord.vertrekgesprek.actions import add_addendum
from verantwoord.vertrekgesprek.models import Addendum

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier():
    return DossierFactory(gesloten_op=date(2022, 8, 1))


def test_given_a_closed_dossier_when_somebody_wants_to_work_on_it_then_it_says_how_to_go_on(dossier):
    with pytest.raises(DossierGesloten) as fout:
        lock_dossier(dossier.pk, door=dossier.regievoerder)

    assert fout.value.melding == (
        "Dit dossier is gesloten. U kunt het lezen, maar er verandert niets meer in. Is er een reden om ermee verder "
        "te gaan, heropen het dan eerst op het tabblad Vertrek."
    )


def test_given_a_closed_dossier_when_an_act_is_sent_then_a_page_refuses_it(client, dossier):
    client.force_login(dossier.regievoerder)

    antwoord = client.post(reverse("vertrekplan:begin", args=[dossier.pk]))

    assert antwoord.status_code == 403
    assert antwoord.content.decode().count("Dit dossier is gesloten</h2>") == 1


def test_given_a_closed_dossier_when_a_judge_still_rules_then_it_is_recorded(dossier):
    record_procedure(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        gebeurtenis=BeroepIngesteld(beroep="hoger_beroep", ingesteld_op=date(2022, 8, 3)),
        versie=dossier.versie,
    )

    assert Beroep.objects.values_list("ingesteld_op").get(dossier=dossier) == (date(2022, 8, 3),)


def test_given_a_closed_dossier_when_a_report_is_corrected_then_the_correction_is_kept(dossier):
    gesprek = GesprekFactory(dossier=dossier, eerste=True, afgerond=True)

    add_addendum(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        gesprek_id=gesprek.pk,
        soort="correctie",
        tekst="Hij wilde naar zijn broer, niet naar zijn oom.",
        reden="De gemachtigde wees erop.",
    )

    assert Addendum.objects.get(gesprek=gesprek).tekst == "Hij wilde naar zijn broer, niet naar zijn oom."


def test_given_a_closed_dossier_when_a_colleague_leaves_then_it_can_be_looked_after_by_another(dossier):
    collega = MedewerkerFactory(team=dossier.team)
    manager = MedewerkerFactory(team=dossier.team, manager=True)

    assign_regievoerder(door=manager, dossier_id=dossier.pk, regievoerder=collega)

    dossier.refresh_from_db()
    assert dossier.regievoerder == collega


@pytest.mark.parametrize(
    ("pagina", "knop"),
    [
        ("vertrekplan:plan", "Maak het plan"),
        ("vertrekgesprek:lijst", "Plan een gesprek"),
        ("reisdocument:overzicht", "Leg een reisdocument vast"),
        ("vertrek:overzicht", "Boek een zelfstandig vertrek"),
    ],
)
def test_given_a_closed_dossier_when_its_pages_are_opened_then_they_say_so_and_offer_no_work(
    client, pagina, knop
):
    dossier = DossierFactory(gesloten_op=date(2022, 8, 1))
    client.force_login(dossier.regievoerder)

    inhoud = client.get(reverse(pagina, args=[dossier.pk])).content.decode()

    assert inhoud.count("esloten op 1 augustus 2022") == 1
    assert inhoud.count(knop) == 0


def test_given_an_open_dossier_when_its_pages_are_opened_then_the_same_buttons_are_there(client):
    dossier = DossierFactory()
    client.force_login(dossier.regievoerder)

    inhoud = client.get(reverse("reisdocument:overzicht", args=[dossier.pk])).content.decode()

    assert (inhoud.count("esloten op"), inhoud.count("Leg een reisdocument vast")) == (0, 1)


def test_given_a_closed_and_a_later_dossier_when_either_is_opened_then_its_head_leads_to_the_other(client):
    eerder = DossierFactory(gesloten_op=date(2022, 8, 1))
    later = DossierFactory(
        persoon=eerder.persoon,
        regievoerder=eerder.regievoerder,
        eerdere_dossiers=[eerder.nummer],
        ontvangen_op=date(2022, 9, 1),
        intake_afgerond_op=None,
    )
    client.force_login(eerder.regievoerder)

    van_eerder = client.get(reverse("werkplek:documenten", args=[eerder.pk])).content.decode()
    van_later = client.get(reverse("werkplek:documenten", args=[later.pk])).content.decode()

    assert van_eerder.count(f'href="{reverse("werkplek:overzicht", args=[later.pk])}">{later.nummer}') == 1
    assert van_later.count(f'href="{reverse("werkplek:overzicht", args=[eerder.pk])}">{eerder.nummer}') == 1


def test_given_an_earlier_dossier_of_another_team_when_the_later_one_is_opened_then_only_its_number_is_shown(
    client,
):
    eerder = DossierFactory(gesloten_op=date(2022, 8, 1))
    later = DossierFactory(
        persoon=eerder.persoon,
        eerdere_dossiers=[eerder.nummer],
        ontvangen_op=date(2022, 9, 1),
        intake_afgerond_op=None,
    )
    client.force_login(later.regievoerder)

    inhoud = client.get(reverse("vertrek:overzicht", args=[later.pk])).content.decode()

    assert inhoud.count(eerder.nummer) == 2
    assert inhoud.count(str(eerder.pk)) == 0


# What may still change: rulings from elsewhere, who looks after it, the way back.
MAG_WEL = ("/procedure/", "/toewijzen/", "/heropenen/")


def test_given_a_closed_dossier_when_every_form_of_it_is_sent_then_no_fact_changes(client, dossier, adressen):  # noqa: F811 - the same
    client.force_login(dossier.regievoerder)
    eerst = beeld_of(dossier.pk)
    gewijzigd = []

    for adres in adressen:
        if any(deel in adres for deel in MAG_WEL):
            continue
        velden = Velden()
        velden.feed(client.get(adres, follow=True).content.decode(errors="replace"))
        antwoord = client.post(adres, velden.waarden | {"reden": "Omdat het kan.", "tekst": "Iets."})
        if beeld_of(dossier.pk) != eerst or antwoord.status_code >= 500:
            gewijzigd.append((adres, antwoord.status_code))
            eerst = beeld_of(dossier.pk)

    assert gewijzigd == []
