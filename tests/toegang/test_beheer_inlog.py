"""What an administrator sets for logging in: which group gives which role, and help for who lost the second proof."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.inlog.actions import add_passkey, add_rolclaim, reset_factoren
from verantwoord.toegang.inlog.geheimen import versleutel
from verantwoord.toegang.inlog.models import Factor, Koppeling, Rolclaim
from verantwoord.toegang.inlog.queries import rolclaims
from verantwoord.toegang.inlog.rollen import link_account
from verantwoord.toegang.rechten import GeenToegang

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder():
    return MedewerkerFactory(beheerder=True)


@pytest.fixture
def ingelogd(client, beheerder) -> Client:
    client.force_login(beheerder)
    return client


def test_given_a_group_when_added_and_taken_away_then_both_are_events_and_the_row_is_remembered(ingelogd):
    ingelogd.post(
        reverse("beheer:groep_nieuw"), {"waarde": " coa-assen ", "rol": "coa", "organisatie": "coa"}
    )
    (claim,) = Rolclaim.objects.all()
    lijst = ingelogd.get(reverse("beheer:groepen")).context["rijen"]
    ingelogd.post(reverse("beheer:groep_weg", args=[claim.pk]))

    assert (claim.waarde, claim.rol, claim.organisatie, lijst) == ("coa-assen", "coa", "coa", [claim])
    assert not Rolclaim.objects.exists()
    assert list(Gebeurtenis.objects.order_by("volgnummer").values_list("soort", flat=True)) == [
        "rolclaim.toegevoegd",
        "rolclaim.weggehaald",
    ]
    assert Rijhistorie.objects.get(tabel="toegang_rolclaim", operatie="DELETE").oud["waarde"] == "coa-assen"


@pytest.mark.parametrize(
    ("waarde", "rol", "organisatie"),
    [
        ("regie", "coa", "coa"),
        ("nieuw", "coa", "dtv"),
        ("nieuw", "regievoerder", "ind"),
        ("nieuw", "systeem", "dtv"),
        ("nieuw", "afzender", "ind"),
    ],
)
def test_given_a_group_that_would_give_what_cannot_be_when_added_then_it_is_refused(
    beheerder, waarde, rol, organisatie
):
    Rolclaim.objects.create(waarde="regie", organisatie="dtv", rol="regievoerder")

    with pytest.raises(DomeinFout):
        add_rolclaim(door=beheerder, waarde=waarde, organisatie=organisatie, rol=rol)

    assert Rolclaim.objects.count() == 1


def test_given_another_role_when_asking_or_setting_groups_then_there_is_nothing_for_it():
    regievoerder, claim = MedewerkerFactory(), Rolclaim(waarde="regie", organisatie="dtv", rol="regievoerder")
    claim.save()

    assert list(rolclaims(viewer=regievoerder)) == []
    for doe in (
        lambda: add_rolclaim(door=regievoerder, waarde="x", organisatie="dtv", rol="manager"),
        lambda: reset_factoren(door=regievoerder, medewerker_id=regievoerder.pk),
        lambda: link_account(door=regievoerder, medewerker=regievoerder, uitgever="x", onderwerp="y"),
    ):
        with pytest.raises(GeenToegang):
            doe()


def test_given_a_colleague_who_lost_the_proof_when_it_is_taken_away_then_the_page_says_what_follows(ingelogd):
    noor = MedewerkerFactory(naam="Noor Haverkamp")
    add_passkey(door=noor, naam="laptop", sleutel=versleutel("x"))

    antwoord = ingelogd.post(reverse("beheer:medewerker_tweede_stap", args=[noor.pk]), follow=True)

    assert not Factor.objects.exists()
    assert [str(m) for m in antwoord.context["messages"]] == [
        "De tweede stap is weg. Noor Haverkamp stelt een nieuwe in."
    ]


def test_given_the_own_proof_when_an_administrator_takes_it_away_then_another_must_do_that(
    ingelogd, beheerder
):
    add_passkey(door=beheerder, naam="laptop", sleutel=versleutel("x"))

    antwoord = ingelogd.post(reverse("beheer:medewerker_tweede_stap", args=[beheerder.pk]))

    assert antwoord.status_code == 422
    assert Factor.objects.filter(soort="passkey").exists()


def test_given_an_account_when_linked_twice_then_the_first_stands(ingelogd, aanbieder):
    noor, ander = MedewerkerFactory(), MedewerkerFactory()

    eerst = ingelogd.post(reverse("beheer:medewerker_koppelen", args=[noor.pk]), {"onderwerp": "sub-noor"})
    tweede = ingelogd.post(reverse("beheer:medewerker_koppelen", args=[ander.pk]), {"onderwerp": "sub-noor"})

    assert (eerst.status_code, tweede.status_code) == (302, 422)
    assert [(k.medewerker, k.uitgever, k.onderwerp) for k in Koppeling.objects.all()] == [
        (noor, aanbieder.adres, "sub-noor")
    ]


def test_given_no_log_in_of_the_organisation_when_linking_then_that_page_is_not_there(ingelogd):
    adres = reverse("beheer:medewerker_koppelen", args=[MedewerkerFactory().pk])

    assert ingelogd.get(adres).status_code == 404


def test_given_no_administrator_yet_when_the_command_sets_a_group_then_the_first_can_come_in(capsys):
    call_command("add_rolclaim", "dtv-beheer", rol="beheerder", organisatie="dtv")

    with pytest.raises(CommandError):
        call_command("add_rolclaim", "dtv-beheer", rol="manager", organisatie="dtv")

    assert Rolclaim.objects.get().rol == "beheerder"
    assert capsys.readouterr().out == "Wie in dtv-beheer zit, logt in als Functioneel beheerder.\n"
