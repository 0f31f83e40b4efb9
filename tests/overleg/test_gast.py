"""A guest of one item who reads an answer about who it is, and not the person: found, named, and every look kept."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.overleg.factories import DATUM, maak_tafel
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.keten.partner.gevraagd import vragen_aan
from verantwoord.overleg import actions
from verantwoord.overleg.models import Actie
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db
GASTEN = ["iom", "vwn", "kmar"]


@pytest.fixture
def tafel():
    return maak_tafel()


@pytest.fixture
def dossier(tafel):
    dossier = tafel.dossier()
    herbeoordeel([dossier.pk])
    return dossier


@pytest.fixture
def punt(tafel, dossier):
    return tafel.punt(dossier)


def te_gast(tafel, punt, trait):
    gast = MedewerkerFactory(**{trait: True})
    actions.invite_gast(
        door=tafel.coa, punt_id=punt.pk, naam=gast.naam, team_id=gast.team_id, reden="Kent de persoon."
    )
    return gast


def lees(wie, naam, *args):
    client = Client()
    client.force_login(wie)
    return client.get(reverse(f"overleg:{naam}", args=args))


def gekeken(wie):
    return set(Inzage.objects.filter(medewerker_id=wie.pk, toegestaan=True).values_list("dossier_id", "doel"))


@pytest.mark.parametrize("trait", GASTEN)
def test_given_a_guest_when_opening_the_item_then_it_says_about_whom_and_the_look_is_kept(
    tafel, dossier, punt, trait
):
    gast = te_gast(tafel, punt, trait)

    antwoord = lees(gast, "punt", punt.pk)

    assert antwoord.status_code == 200
    assert antwoord.context["blad"].titel == dossier.persoon.volledige_naam
    assert gekeken(gast) == {(dossier.pk, "overleg")}


@pytest.mark.parametrize("trait", GASTEN)
def test_given_a_guest_when_opening_the_meetings_then_the_item_is_there_and_the_look_is_kept(
    tafel, dossier, punt, trait
):
    gast = te_gast(tafel, punt, trait)

    antwoord = lees(gast, "overleggen")

    assert antwoord.status_code == 200
    assert [v.url for v in antwoord.context["te_gast"]] == [reverse("overleg:punt", args=[punt.pk])]
    assert antwoord.context["te_gast"][0].tekst.startswith(dossier.persoon.volledige_naam)
    assert gekeken(gast) == {(dossier.pk, "overleg")}


def test_given_an_action_of_a_guest_when_opening_and_finishing_it_then_both_can_be_done(tafel, dossier, punt):
    gast = te_gast(tafel, punt, "iom")
    tafel.open(punt)
    actie = actions.add_actie(
        door=tafel.notulist, punt_id=punt.pk, omschrijving="Een gesprek", eigenaar="iom", uiterlijk=date(2022, 3, 8)
    )  # fmt: skip

    lijst, blad = lees(gast, "overleggen"), lees(gast, "actie-gereed", actie.pk)
    actions.finish_actie(door=gast, actie_id=actie.pk, gereed_op=date(2022, 3, 4), peildatum=date(2022, 3, 4))

    assert [rij.zaak for rij in lijst.context["te_doen"]] == [dossier.persoon.volledige_naam]
    assert blad.status_code == 200
    assert Actie.objects.get(pk=actie.pk).gereed_op == date(2022, 3, 4)


@pytest.mark.parametrize("trait", GASTEN)
def test_given_a_guest_when_opening_the_desk_then_when_and_where_is_there_until_it_is_over(
    tafel, dossier, punt, trait
):
    gast = te_gast(tafel, punt, trait)

    eerst = vragen_aan(gast, op=DATUM).vragen
    daarna = vragen_aan(gast, op=date(DATUM.year, 12, 31)).vragen

    assert [(v.titel, v.datum, v.url, v.dossiers) for v in eerst] == [
        (
            f"U bent te gast bij het punt over {dossier.persoon.volledige_naam}",
            DATUM,
            reverse("overleg:punt", args=[punt.pk]),
            (dossier.pk,),
        )
    ]
    assert daarna == []
