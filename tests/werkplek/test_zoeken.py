"""Finding somebody: spellings forgiven, numbers in part, nothing in an address, a trace for everyone shown."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.werkplek.bouw import dossier_voor, veel_dossiers
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.dossier.actions import add_alias, remove_alias
from verantwoord.dossier.models import Persoon
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db
ZOEKEN = reverse("werkplek:zoeken")


@pytest.fixture
def noor():
    return MedewerkerFactory()


@pytest.fixture
def client(client, noor):
    client.force_login(noor)
    return client


def zoek(client, vraag):
    return [a.text for a in vind(lees(client.post(ZOEKEN, {"zoek": vraag})), "tbody th a")]


@pytest.mark.parametrize(
    "vraag",
    [
        "Al-Jabouri",
        "al jabouri",
        "JABOURI karim",
        "jabo",
        "Aljaboeri Karim",
        "Jabūrī",
        "Kareem",
        "281 447 9053",
        "2814479",
        "281-447",
        "9053",
        "D-2022-004817",
        "2022 4817",
        "d 2022-0048",
    ],
)
def test_given_a_person_when_searched_by_any_of_these_then_that_person_is_found(client, noor, vraag):
    dossier_voor(noor, naam=("Karim", "Al-Jabouri"), v_nummer="2814479053", nummer="D-2022-004817")
    dossier_voor(noor, naam=("Elif", "Demir"), v_nummer="2823507718", nummer="D-2021-000001")

    assert zoek(client, vraag) == ["Al-Jabouri, Karim"]


@pytest.mark.parametrize(
    "vraag", ["Demir", "999", "4790", "D-2020-000001", "%", "_", "100%", "a", "' or 1=1 --", "\\"]
)
def test_given_a_person_when_searched_by_something_else_then_nobody_is_found(client, noor, vraag):
    dossier_voor(noor, naam=("Karim", "Al-Jabouri"), v_nummer="2814479053", nummer="D-2022-004817")

    assert zoek(client, vraag) == []


@pytest.mark.parametrize(
    ("vraag", "geboren", "gevonden"),
    [
        ("12-3-1984", "1984-03-12", True),
        ("12.03.1984", "1984-03-12", True),
        ("1984-03-12", "1984-03-12", True),
        ("12 maart 1984", "1984-03-12", True),
        ("mrt 1984", "1984-03-12", True),
        ("3-1984", "1984-03-12", True),
        ("1984", "1984-03-12", True),
        ("jabouri 1984", "1984-03-12", True),
        ("Kareem 12-3-1984", "1984-03-12", True),
        # The file does not know the day, or only the year.
        ("12-3-1984", "1984-03-00", True),
        ("12-3-1984", "1984-00-00", True),
        ("13-3-1984", "1984-03-12", False),
        ("april 1984", "1984-03-12", False),
        ("1985", "1984-03-12", False),
        ("demir 1984", "1984-03-12", False),
        ("13-1984", "1984-03-12", False),
    ],
)
def test_given_a_birth_date_in_part_when_searched_then_whoever_it_fits_is_found(
    client, noor, vraag, geboren, gevonden
):
    dossier = dossier_voor(noor, naam=("Karim", "Al-Jabouri"), v_nummer="2814479053", nummer="D-2022-004817")
    Persoon.objects.filter(pk=dossier.persoon_id).update(geboortedatum=geboren)

    assert zoek(client, vraag) == (["Al-Jabouri, Karim"] if gevonden else [])


def test_given_another_name_when_added_then_it_is_found_and_when_taken_away_no_more(client, noor):
    dossier = dossier_voor(noor, naam=("Karim", "Al-Jabouri"))

    add_alias(door=noor, dossier_id=dossier.pk, naam="Selim Haddad", bron="Paspoort van zijn broer")
    erbij = zoek(client, "haddad")
    remove_alias(door=noor, dossier_id=dossier.pk, naam="Selim Haddad", reden="Dit was de buurman.")

    assert (erbij, zoek(client, "haddad")) == (["Al-Jabouri, Karim"], [])


def test_given_a_whole_number_when_searched_then_only_that_dossier_is_found(client, noor):
    dossier_voor(noor, naam=("Karim", "Al-Jabouri"), nummer="D-2022-000001")
    dossier_voor(noor, naam=("Elif", "Demir"), nummer="D-2022-000013")

    assert zoek(client, "D-2022-000001") == ["Al-Jabouri, Karim"]


def test_given_a_letter_too_many_when_searched_then_the_nearest_names_are_offered_as_such(client, noor):
    dossier_voor(noor, naam=("Ani", "Petrosyan"))

    pagina = lees(client.post(ZOEKEN, {"zoek": "Petroskyan"}))

    assert [a.text for a in vind(pagina, "tbody th a")] == ["Petrosyan, Ani"]
    assert tekst(vind(pagina, ".vw-melding--uitleg")[0]).startswith("Niemand heet precies zo.")


def test_given_one_letter_when_searched_then_the_page_asks_for_more(client, noor):
    dossier_voor(noor, naam=("Ani", "Petrosyan"))

    pagina = lees(client.post(ZOEKEN, {"zoek": "P"}))

    assert [h.text for h in vind(pagina, ".vw-leeg h2")] == ["Typ iets meer"]


def test_given_nobody_fits_when_searched_then_the_page_says_what_to_try_and_keeps_what_was_typed(client):
    pagina = lees(client.post(ZOEKEN, {"zoek": "Nergens"}))

    assert [h.text for h in vind(pagina, ".vw-leeg h2")] == ["Niets gevonden"]
    assert {i.get("value") for i in vind(pagina, "input[name=zoek]")} == {"Nergens"}


def test_given_someone_elses_dossier_when_searched_then_it_is_as_if_it_were_not_there(client):
    dossier_voor(MedewerkerFactory(), naam=("Elif", "Demir"))

    assert zoek(client, "Demir") == []
    assert not Inzage.objects.exists()


def test_given_a_result_when_shown_then_each_person_has_a_look_on_record(client, noor):
    gezien = [dossier_voor(noor, naam=("A", "Demir")), dossier_voor(noor, naam=("B", "Demir"))]
    dossier_voor(noor, naam=("C", "Anders"))

    zoek(client, "Demir")

    assert set(Inzage.objects.values_list("dossier_id", "doel")) == {(d.pk, "zoeken") for d in gezien}


def test_given_a_name_in_the_address_when_opened_then_it_is_not_used(client, noor):
    dossier_voor(noor, naam=("Elif", "Demir"))

    pagina = lees(client.get(ZOEKEN, {"zoek": "Demir"}))

    assert vind(pagina, "tbody") == []
    assert [f.get("method") for f in vind(pagina, "main form")] == ["post"]


def test_given_more_than_fit_when_searched_then_the_page_says_so(client, noor):
    veel_dossiers(noor, 30)

    pagina = lees(client.post(ZOEKEN, {"zoek": "verzonnen"}))

    assert len(vind(pagina, "tbody tr")) == 25
    assert tekst(vind(pagina, ".vw-melding--uitleg")[0]).startswith("Er passen meer dan 25 dossiers.")


def test_given_one_or_thirty_results_when_shown_then_the_number_of_queries_is_the_same(client, noor):
    def aantal():
        with CaptureQueriesContext(connection) as queries:
            client.post(ZOEKEN, {"zoek": "verzonnen"})
        return len(queries)

    veel_dossiers(noor, 1)
    eerst = aantal()
    veel_dossiers(noor, 30, begin=100)

    assert aantal() == eerst
