"""The page of other names: added and taken away with a reason, without a name in any address."""

from datetime import date

import pytest
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.dossier.models import Dossier, Persoon

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier():
    return DossierFactory(persoon__voornamen="Karim", persoon__achternaam="Al-Jabouri")


@pytest.fixture
def client(client, dossier):
    client.force_login(dossier.regievoerder)
    return client


def adres(dossier, naam="namen", *args):
    return reverse(f"dossier:{naam}", args=[dossier.pk, *args])


def test_given_a_name_when_added_and_taken_away_then_the_page_follows(client, dossier):
    client.post(adres(dossier, "naam_erbij"), {"naam": "Selim Haddad", "bron": "Paspoort"})
    erbij = [tekst(kop) for kop in vind(lees(client.get(adres(dossier))), "tbody th")]
    client.post(adres(dossier, "naam_weg", 1), {"naam": "Selim Haddad", "reden": "Van zijn buurman."})
    daarna = [tekst(kop) for kop in vind(lees(client.get(adres(dossier))), "tbody th")]

    assert (erbij, daarna) == (["Karim Al-Jabouri", "Selim Haddad"], ["Karim Al-Jabouri"])


def test_given_a_colleague_was_first_when_taken_away_then_the_name_that_moved_up_stays(client, dossier):
    Persoon.objects.filter(pk=dossier.persoon_id).update(aliassen=["Sami Nasser"])

    antwoord = client.post(adres(dossier, "naam_weg", 1), {"naam": "Selim Haddad", "reden": "Fout."})

    assert (antwoord.status_code, Persoon.objects.get(pk=dossier.persoon_id).aliassen) == (
        422,
        ["Sami Nasser"],
    )


def test_given_the_same_name_when_added_then_it_is_said_at_the_field_and_what_was_typed_stays(
    client, dossier
):
    antwoord = client.post(adres(dossier, "naam_erbij"), {"naam": "karim al-jaboúri", "bron": "Paspoort"})

    form = antwoord.context["form"]
    assert (antwoord.status_code, list(form.errors), form["bron"].value()) == (422, ["naam"], "Paspoort")


def test_given_a_place_that_is_not_there_when_asked_then_404(client, dossier):
    assert client.get(adres(dossier, "naam_weg", 1)).status_code == 404


def test_given_a_manager_when_looking_then_nothing_can_be_changed(client, dossier):
    client.force_login(MedewerkerFactory(manager=True, team=dossier.team))

    pagina = lees(client.get(adres(dossier)))

    assert [a.get("href") for a in vind(pagina, "a") if "/namen/" in a.get("href", "")] == []
    assert client.post(adres(dossier, "naam_erbij"), {"naam": "A B", "bron": "C"}).status_code == 403


def test_given_an_outsider_when_asking_then_there_is_no_such_dossier(client, dossier):
    client.force_login(MedewerkerFactory())

    assert client.get(adres(dossier)).status_code == 404


def test_given_a_closed_dossier_when_its_names_are_read_then_there_is_nothing_to_press(client, dossier):
    Persoon.objects.filter(pk=dossier.persoon_id).update(aliassen=["Sami Nasser"])
    open_ = lees(client.get(adres(dossier)))
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=date(2022, 2, 15))

    gesloten = lees(client.get(adres(dossier)))

    assert [len(vind(pagina, "main section a")) for pagina in (open_, gesloten)] == [2, 0]
