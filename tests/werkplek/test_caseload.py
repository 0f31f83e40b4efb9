"""The caseload as the one sees it whose dossiers they are: order, filters, paging, marks, traces."""

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.vertrekgesprek.factories import GesprekFactory
from tests.werkplek.bouw import VANDAAG, dossier_voor, veel_dossiers
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import Stand
from verantwoord.dossier.models import Dossier, Gezinslid, Persoon
from verantwoord.toegang.models import Inzage
from verantwoord.werkplek.lijst import PER_PAGINA, Plek

pytestmark = pytest.mark.django_db
LIJST = reverse("werkplek:caseload")


@pytest.fixture
def noor():
    return MedewerkerFactory(naam="Noor Haverkamp")


@pytest.fixture
def client(client, noor):
    client.force_login(noor)
    return client


def namen(antwoord):
    return [a.text for a in vind(lees(antwoord), "tbody th a")]


def zet(dossier, **velden):
    Stand.objects.filter(pk=dossier.pk).update(**velden)


def test_given_three_dossiers_when_listed_then_the_first_date_leads_then_arrival_and_without_a_date_last(
    client, noor
):
    vandaag = VANDAAG()
    later, vroeg, geen, oud = (
        dossier_voor(noor, naam=("A", naam)) for naam in ("Later", "Vroeg", "Geen", "Oud")
    )
    zet(later, volgende_op=vandaag + timedelta(days=3), ontvangen_op=vandaag - timedelta(days=2))
    zet(oud, volgende_op=vandaag + timedelta(days=3), ontvangen_op=vandaag - timedelta(days=5))
    zet(vroeg, volgende_op=vandaag - timedelta(days=1))
    zet(geen, volgende_op=None)

    antwoord = client.get(LIJST)

    assert namen(antwoord) == ["Vroeg, A", "Oud, A", "Later, A", "Geen, A"]


def test_given_a_dossier_when_listed_then_the_row_says_person_duty_stay_phase_marks_and_lp(client, noor):
    dossier = dossier_voor(noor, naam=("Karim", "al-Jabouri"), v_nummer="2814479053")
    for volgorde, relatie in enumerate(("partner", "kind", "kind")):
        Gezinslid.objects.create(persoon=dossier.persoon, volgorde=volgorde, relatie=relatie)

    rij = vind(lees(client.get(LIJST)), "tbody tr")[0]

    dag = VANDAAG() + timedelta(days=4)
    assert [a.get("href") for a in vind(rij, "th a")] == [f"/dossiers/{dossier.pk}/"]
    assert tekst(vind(rij, "th")[0]) == "al-Jabouri, Karim281 447 9053 · gezin van 4"
    assert tekst(vind(rij, "td strong")[0]) == "Gesprek 1 voeren"
    assert vind(rij, "time")[0].get("datetime") == dag.isoformat()
    assert vind(rij, "time")[0].text.endswith(", over 4 dagen")
    assert vind(rij, "td")[1].text_content() == "azc Assen · Beroep mogelijk"
    assert [s.text for s in vind(rij, ".vw-teken .vw-sr")] == [
        "Gesprek 1: ontbreekt",
        "Gesprek 2: nog niet aan de orde",
        "Gesprek 3: nog niet aan de orde",
        "Medisch: ontbreekt",
        "Buiten schuld: ontbreekt",
        "Schrijnend: ontbreekt",
        "Mensenhandel: ontbreekt",
    ]
    assert vind(rij, "td")[4].text_content() == "Nog niet ingevuld"
    assert vind(rij, "td")[5].text_content() == "niet gevraagd"


def test_given_the_duty_of_a_row_when_its_source_is_opened_then_rule_and_sources_are_there_without_script(
    client, noor
):
    dossier_voor(noor)

    bron = vind(lees(client.get(LIJST)), "tbody details")[0]

    assert vind(bron, "summary")[0].text_content() == "Bron: Rapport, paragraaf 2.2"
    assert vind(bron, "p")[0].text.startswith("Het eerste vertrekgesprek vindt kort na de overdracht plaats")
    assert [li.text for li in vind(bron, "li")] == [
        "Rapport, paragraaf 2.2",
        "dienstterugkeerenvertrek.nl Vertrekgesprekken",
    ]


def test_given_more_than_a_page_when_walked_then_every_dossier_comes_once_and_the_button_names_the_next_date(
    client, noor
):
    veel_dossiers(noor, PER_PAGINA * 2 + 3)

    gezien, url, knoppen = [], LIJST, []
    while url:
        pagina = lees(client.get(url))
        gezien += [a.get("href") for a in vind(pagina, "tbody th a")]
        verder = [a for a in vind(pagina, ".vw-paginering a") if "Volgende" in a.text_content()]
        knoppen += [a.text_content().split(",")[0] for a in verder]
        url = LIJST + verder[0].get("href") if verder else ""

    assert len(gezien) == len(set(gezien)) == PER_PAGINA * 2 + 3
    assert knoppen == [f"Volgende {PER_PAGINA}"] * 2


def test_given_an_address_that_was_cut_off_when_opened_then_the_list_begins_at_the_start(client, noor):
    dossier_voor(noor, naam=("A", "Eerste"))

    assert [namen(client.get(LIJST, {"na": na})) for na in ("x", "2022-01-01_2022", "___")] == [
        ["Eerste, A"]
    ] * 3


def test_given_a_place_in_the_list_when_written_and_read_then_it_is_the_same():
    tekst = "2022-09-12_2022-08-01_00000000-0000-4000-8000-000000000001_25"

    assert Plek.uit_tekst(tekst).als_tekst() == tekst


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ({"fase": "opgeschort"}, ["Fase, A"]),
        ({"locatie": "Ter Apel"}, ["Locatie, A"]),
        ({"termijn": "te_laat"}, ["Laat, A"]),
        ({"termijn": "vandaag"}, ["Nu, A"]),
        ({"plicht": "gesprek-1-termijn", "termijn": "te_laat"}, ["Laat, A"]),
        ({"plicht": "bewaring-duur"}, []),
        ({"voor": "dag_van_nu"}, ["Laat, A"]),
    ],
)
def test_given_filters_in_the_address_when_opened_then_only_what_fits_is_shown(client, noor, vraag, verwacht):
    vandaag = VANDAAG()
    per_naam = {naam: dossier_voor(noor, naam=("A", naam)) for naam in ("Fase", "Locatie", "Laat", "Nu")}
    zet(per_naam["Fase"], fase="opgeschort")
    zet(per_naam["Locatie"], locatie="Ter Apel", verblijfsoort="vbl")
    zet(per_naam["Laat"], volgende_op=vandaag - timedelta(days=1))
    zet(per_naam["Nu"], volgende_op=vandaag)
    vraag = {
        naam: f"{vandaag:%d-%m-%Y}" if waarde == "dag_van_nu" else waarde for naam, waarde in vraag.items()
    }

    antwoord = client.get(LIJST, vraag)

    assert namen(antwoord) == verwacht


def test_given_two_filters_when_shown_then_each_has_a_way_out_that_keeps_the_other(client, noor):
    dossier_voor(noor)

    pagina = lees(client.get(LIJST, {"fase": "beroep_mogelijk", "locatie": "Assen"}))

    chips = {vind(a, "span")[0].text: a.get("href") for a in vind(pagina, "a.vw-chip")}
    assert chips == {
        "fase: Beroep mogelijk": "?van=mij&locatie=Assen",
        "locatie: Assen": "?van=mij&fase=beroep_mogelijk",
    }
    assert vind(pagina, "caption")[0].text.startswith("1 van 1 dossier. Volgorde: uiterste datum")


def test_given_a_date_that_is_none_when_filtered_then_the_field_says_how_to_write_it_and_keeps_what_was_typed(
    client, noor
):
    dossier_voor(noor)

    pagina = lees(client.get(LIJST, {"voor": "31 september"}))

    assert [p.text_content().strip() for p in vind(pagina, ".vw-fout p")] == [
        "Fout: Schrijf de datum als 01-10-2022."
    ]
    assert vind(pagina, "input[name=voor]")[0].get("value") == "31 september"
    assert vind(pagina, "details.vw-filter")[0].get("open") is not None


def test_given_nothing_fits_when_filtered_then_the_page_says_what_to_do(client, noor):
    dossier_voor(noor)

    pagina = lees(client.get(LIJST, {"fase": "gedwongen_in_voorbereiding"}))

    assert [h.text for h in vind(pagina, ".vw-leeg h2")] == ["Geen dossiers met dit filter"]
    assert [(a.text_content(), a.get("href")) for a in vind(pagina, ".vw-leeg a")] == [
        ("Wis filters", "?van=mij"),
        ("Zoek in het hele team", "?van=team&fase=gedwongen_in_voorbereiding"),
    ]


def test_given_the_strip_when_looked_at_then_it_counts_and_links_to_what_it_counts(client, noor):
    vandaag = VANDAAG()
    for dagen, aantal in ((-3, 2), (0, 1), (60, 3)):
        for _ in range(aantal):
            zet(dossier_voor(noor), volgende_op=vandaag + timedelta(days=dagen))

    pagina = lees(client.get(LIJST))

    tellers = [
        (
            vind(a, ".vw-tellers__aantal")[0].text,
            vind(a, ".vw-tellers__titel")[0].text_content(),
            a.get("href"),
        )
        for a in vind(pagina, ".vw-tellers a")
    ]
    assert tellers == [
        ("1", "Vandaag", "?van=mij&termijn=vandaag"),
        ("1", "Deze week", "?van=mij&termijn=week"),
        ("2", "Te laat", "?van=mij&termijn=te_laat"),
    ]
    assert len(namen(client.get(LIJST + tellers[2][2]))) == 2


def test_given_a_colleagues_dossier_when_listed_then_it_is_the_teams_and_not_mine(client, noor):
    collega = MedewerkerFactory(team=noor.team, naam="Hassan Ouali")
    dossier_voor(collega, naam=("A", "Collega"))
    dossier_voor(collega, naam=("B", "Afgeschermd"), afgeschermd=True)
    dossier_voor(MedewerkerFactory(), naam=("C", "Elders"))

    assert namen(client.get(LIJST)) == []
    assert namen(client.get(LIJST, {"van": "team"})) == ["Collega, A"]


def test_given_a_manager_when_opened_then_the_team_comes_first_and_what_nobody_has_is_one_filter_away(
    client, noor
):
    client.force_login(MedewerkerFactory(manager=True, team=noor.team))
    dossier_voor(noor, naam=("A", "Toegewezen"))
    dossier_voor(None, naam=("B", "Wacht"), team=noor.team)

    eerst = client.get(LIJST)
    assert sorted(namen(eerst)) == ["Toegewezen, A", "Wacht, B"]
    assert [tekst(p) for p in vind(lees(eerst), ".vw-melding--aandacht p")] == [
        "1 dossier van het team heeft nog geen regievoerder. Bekijk welke"
    ]
    assert namen(client.get(LIJST, {"van": "zonder"})) == ["Wacht, B"]


def test_given_a_regievoerder_when_the_team_is_listed_then_who_waits_is_not_hers_to_settle(client, noor):
    dossier_voor(None, naam=("B", "Wacht"), team=noor.team)

    pagina = lees(client.get(LIJST, {"van": "team"}))

    assert [a.text for a in vind(pagina, "tbody th a")] == ["Wacht, B"]
    assert vind(pagina, ".vw-melding--aandacht") == []


def test_given_a_functional_administrator_when_opened_then_there_are_no_dossiers_and_no_names(client):
    client.force_login(MedewerkerFactory(beheerder=True))
    dossier_voor(MedewerkerFactory(), naam=("A", "Verborgen"))

    pagina = lees(client.get(LIJST))

    assert [h.text for h in vind(pagina, ".vw-leeg h2")] == ["Uw rol werkt niet met dossiers"]
    assert not vind(pagina, "table")


def test_given_one_or_thirty_rows_when_listed_then_the_number_of_queries_is_the_same(client, noor):
    def aantal(vraag):
        with CaptureQueriesContext(connection) as queries:
            client.get(LIJST, vraag)
        return len(queries)

    veel_dossiers(noor, 1)
    eerst = [aantal({}), aantal({"van": "team"}), aantal({"fase": "beroep_loopt", "van": "team"})]
    veel_dossiers(noor, 30, begin=100)

    assert [aantal({}), aantal({"van": "team"}), aantal({"fase": "beroep_loopt", "van": "team"})] == eerst
    # One of them counts what stands in one's agenda today.
    assert eerst[0] <= 13


def test_given_talks_planned_today_when_the_own_list_opens_then_it_says_how_many_and_leads_to_the_agenda(
    client, noor
):
    eigen, ander = dossier_voor(noor), dossier_voor(MedewerkerFactory(team=noor.team))
    GesprekFactory(dossier=eigen, gepland_op=VANDAAG())
    GesprekFactory(dossier=eigen, gepland_op=VANDAAG() + timedelta(days=1))
    GesprekFactory(dossier=ander, gepland_op=VANDAAG())

    eigen_lijst, van_team = client.get(LIJST), client.get(LIJST, {"van": "team"})

    assert eigen_lijst.context["agenda_vandaag"] == "1 gesprek"
    assert eigen_lijst.content.decode().count("Vandaag in uw agenda: 1 gesprek.") == 1
    assert van_team.content.decode().count("Vandaag in uw agenda") == 0


def test_given_a_list_when_shown_then_every_person_on_it_has_a_look_on_record_and_nobody_else(client, noor):
    gezien = dossier_voor(noor)
    dossier_voor(MedewerkerFactory())

    client.get(LIJST)

    assert list(Inzage.objects.values_list("dossier_id", "onderdeel", "doel", "toegestaan", "naam")) == [
        (gezien.pk, "werkplek:caseload", "werklijst", True, "Noor Haverkamp")
    ]


def test_given_a_page_that_cannot_be_drawn_when_asked_then_the_look_is_on_record_all_the_same(client, noor):
    dossier = dossier_voor(noor)
    zet(dossier, regel={"gesprekken": ["onzin"]})
    client.raise_request_exception = False

    antwoord = client.get(LIJST)

    assert antwoord.status_code == 500
    assert list(Inzage.objects.values_list("dossier_id", flat=True)) == [dossier.pk]


def test_given_other_people_with_the_same_dates_when_listed_then_the_lists_are_identical(client, noor):
    """Invariant 2: nationality, sex, birth date, guardian or help never order, filter or alert."""
    worp = random.Random(20220915)  # noqa: S311 - a reproducible shuffle, not a secret

    def iemand(_n):
        return {
            "nationaliteiten": worp.choice([["IRQ"], ["NGA"], ["XXA"], [], ["AFG", "IRN"]]),
            "geslacht": worp.choice(["man", "vrouw", "x", "onbekend"]),
            "geboortedatum": worp.choice(["1950-05-05", "1985-00-00", "1999-12-31"]),
            "talen": worp.choice([["ar"], ["ti"], ["fa", "en"], []]),
            "gemachtigde": worp.choice([None, "mr. A. Verbruggen"]),
        }

    dossiers = veel_dossiers(noor, 500, persoon=iemand)

    def volgorde():
        gezien, url = [], LIJST
        while url:
            pagina = lees(client.get(url))
            gezien += [a.get("href") for a in vind(pagina, "tbody th a")]
            verder = [a for a in vind(pagina, ".vw-paginering a") if "Volgende" in a.text_content()]
            url = LIJST + verder[0].get("href") if verder else ""
        return gezien

    eerst = volgorde()
    personen = list(Persoon.objects.filter(dossiers__in=dossiers))
    eigenschappen = [iemand(n) for n in range(500)]
    worp.shuffle(eigenschappen)
    for persoon, anders in zip(personen, eigenschappen, strict=True):
        for veld, waarde in anders.items():
            setattr(persoon, veld, waarde)
    Persoon.objects.bulk_update(
        personen, ["nationaliteiten", "geslacht", "geboortedatum", "talen", "gemachtigde"]
    )

    herbeoordeel([dossier.pk for dossier in dossiers])

    assert volgorde() == eerst
    assert Dossier.objects.count() == 500 == len(eerst)
