"""A shielded dossier: only its regievoerder sees it, and one named colleague signs as the second and sees nothing else."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.ondersteuning.factories import BijdrageFactory
from verantwoord.dossier.afscherming.acties import (
    AfschermenKanNiet,
    name_tweede,
    shield_dossier,
    unshield_dossier,
)
from verantwoord.dossier.afscherming.tekenen import als_tweede
from verantwoord.dossier.models import Afscherming, Afwijkverzoek, Dossier, Portaalafscherming
from verantwoord.dossier.portaal.afschermen import ask_afscherming, sign_afscherming
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.models import Inzage
from verantwoord.werkplek.meldingen.models import Melding
from verantwoord.werkplek.tekenen.stukken import stukken_voor

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def tweede():
    return MedewerkerFactory(manager=True)


def scherm_af(dossier, tweede, **anders):
    vast = {
        "door": dossier.regievoerder,
        "dossier_id": dossier.pk,
        "reden": "KANARIE-REDEN",
        "tweede": tweede.pk,
    }
    afscherming = shield_dossier(**vast | anders)
    dossier.refresh_from_db()
    return afscherming


def vraag_dicht(dossier):
    vandaag = timezone.localdate()
    return ask_afscherming(
        door=dossier.regievoerder, dossier_id=dossier.pk, reden="Iemand leest mee.",
        tot=vandaag + timedelta(days=30), ook_gemachtigden=False, vandaag=vandaag,
    )  # fmt: skip


def test_given_a_shield_when_a_colleague_of_the_team_looks_then_only_the_regievoerder_sees_it(
    client, dossier, tweede
):
    scherm_af(dossier, tweede)
    adres = f"/dossiers/{dossier.pk}/"

    gezien = []
    for wie in (dossier.regievoerder, MedewerkerFactory(team=dossier.team), tweede):
        client.force_login(wie)
        gezien.append(client.get(adres).status_code)

    assert gezien == [200, 404, 404]
    gebeurtenis = Gebeurtenis.objects.get(dossier_id=dossier.pk, soort="dossier.afgeschermd")
    assert gebeurtenis.gegevens == {"wijzigingen": {"afgeschermd": [False, True]}}


def test_given_a_request_when_the_second_signs_on_the_page_then_the_portal_is_closed_and_each_look_is_kept(
    client, dossier, tweede
):
    scherm_af(dossier, tweede)
    gevraagd = vraag_dicht(dossier)
    client.force_login(tweede)
    lijst = client.get("/tekenen/").content.decode()
    adres = f"/tekenen/portaal-{gevraagd.pk}/"
    stuk = client.get(adres).content.decode()

    antwoord = client.post(adres, {"besluit": "ja", "reden": ""})

    gevraagd.refresh_from_db()
    assert (antwoord.status_code, gevraagd.tweede_naam) == (302, tweede.naam)
    assert "Het portaal dicht voor de veiligheid" in lijst
    assert "Iemand leest mee." in stuk
    weg = [
        dossier.nummer,
        dossier.persoon.achternaam,
        dossier.persoon.v_nummer,
        str(dossier.pk),
        "KANARIE-REDEN",
    ]
    assert [woord for woord in weg if woord in lijst + stuk] == []
    kijkjes = Inzage.objects.filter(dossier_id=dossier.pk, medewerker_id=tweede.pk)
    assert set(kijkjes.values_list("onderdeel", "doel")) == {
        ("werkplek:te_tekenen", "tweede handtekening"),
        ("werkplek:tekenen", "tweede handtekening"),
    }
    assert client.get(adres).status_code == 404


def test_given_a_request_when_it_is_made_then_the_second_is_told_without_the_dossier(client, dossier, tweede):
    scherm_af(dossier, tweede)

    vraag_dicht(dossier)

    melding = Melding.objects.get(medewerker=tweede)
    assert (melding.soort, melding.dossier_id) == ("portaal", None)
    client.force_login(tweede)
    assert client.post(f"/meldingen/{melding.pk}/openen/").url == "/tekenen/"
    assert "wees u aan als tweede" in client.get("/").content.decode()


def test_given_a_contribution_when_the_second_says_no_then_the_reason_is_asked_and_kept(
    client, dossier, tweede
):
    scherm_af(dossier, tweede)
    bijdrage = BijdrageFactory(dossier=dossier, aanvrager=dossier.regievoerder)
    client.force_login(tweede)
    adres = f"/tekenen/bijdrage-{bijdrage.pk}/"

    zonder = client.post(adres, {"besluit": "nee", "reden": " ", "bedrag": ""})
    client.post(adres, {"besluit": "nee", "reden": "Er is een ander fonds.", "bedrag": ""})

    bijdrage.refresh_from_db()
    assert zonder.status_code == 422
    assert (bijdrage.besluit, bijdrage.besloten_door, bijdrage.reden) == (
        "afgewezen", tweede.naam, "Er is een ander fonds.",
    )  # fmt: skip


def test_given_a_deviation_when_the_second_is_no_manager_then_it_is_not_theirs_to_sign(dossier):
    regievoerder = MedewerkerFactory()
    scherm_af(dossier, regievoerder)
    Afwijkverzoek.objects.create(
        dossier=dossier, norm="gesprek-1-termijn", reden="Ziek.", geldig_tot=date(2099, 1, 1),
        gevraagd_door=dossier.regievoerder, gevraagd_op=date(2022, 2, 15),
    )  # fmt: skip
    voor_regievoerder = stukken_voor(viewer=regievoerder, op=date(2022, 2, 20))
    manager = MedewerkerFactory(manager=True)

    name_tweede(door=dossier.regievoerder, dossier_id=dossier.pk, tweede=manager.pk)

    assert voor_regievoerder == []
    assert [stuk.soort for stuk in stukken_voor(viewer=manager, op=date(2022, 2, 20))] == ["afwijking"]
    assert stukken_voor(viewer=regievoerder, op=date(2022, 2, 20)) == []


def test_given_the_end_of_the_shield_when_the_second_comes_then_nothing_is_there_any_more(
    client, dossier, tweede
):
    scherm_af(dossier, tweede)
    gevraagd = vraag_dicht(dossier)

    unshield_dossier(door=dossier.regievoerder, dossier_id=dossier.pk, nu=timezone.now())

    client.force_login(tweede)
    assert client.get(f"/tekenen/portaal-{gevraagd.pk}/").status_code == 404
    assert "Er wacht nu niets op uw handtekening." in client.get("/tekenen/").content.decode()
    with pytest.raises(Dossier.DoesNotExist), als_tweede(tweede, dossier.pk):
        pytest.fail("nobody signs here")


def test_given_the_named_second_when_acting_outside_the_page_then_the_dossier_is_not_there(dossier, tweede):
    scherm_af(dossier, tweede)
    gevraagd = vraag_dicht(dossier)

    with pytest.raises(Dossier.DoesNotExist):
        sign_afscherming(
            door=tweede, dossier_id=dossier.pk, afscherming_id=gevraagd.pk, nu=timezone.now(),
            vandaag=timezone.localdate(),
        )  # fmt: skip

    assert Portaalafscherming.objects.get(pk=gevraagd.pk).tweede_naam == ""


def test_given_somebody_of_the_same_team_or_a_partner_when_named_then_it_is_refused(dossier):
    for wie in (MedewerkerFactory(team=dossier.team), MedewerkerFactory(coa=True), dossier.regievoerder):
        with pytest.raises(AfschermenKanNiet, match="van een ander team"):
            scherm_af(dossier, wie)

    assert (Afscherming.objects.count(), Dossier.objects.get(pk=dossier.pk).afgeschermd) == (0, False)


def test_given_a_colleague_when_shielding_the_dossier_of_another_then_it_is_refused(dossier, tweede):
    with pytest.raises(AfschermenKanNiet, match="De regievoerder van dit dossier"):
        scherm_af(dossier, tweede, door=MedewerkerFactory(team=dossier.team))


def test_given_the_page_when_shielding_and_ending_it_there_then_the_team_sees_it_again(
    client, dossier, tweede
):
    client.force_login(dossier.regievoerder)
    adres = f"/dossiers/{dossier.pk}/afscherming/"

    leeg = client.post(adres, {"stap": "afschermen", "reden": "", "tweede": str(tweede.pk)})
    client.post(adres, {"stap": "afschermen", "reden": "Gevaar.", "tweede": str(tweede.pk)})
    blad = client.get(adres).content.decode()
    client.post(adres, {"stap": "opheffen"})

    dossier.refresh_from_db()
    assert (leeg.status_code, tweede.naam in blad, "Gevaar." in blad) == (422, True, True)
    assert (dossier.afgeschermd, Afscherming.objects.get().opgeheven_naam) == (
        False,
        dossier.regievoerder.naam,
    )
