"""A list as a file: what the filter shows, for who asked alone, with a look at everybody in it, and gone after a day."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from tests.dossier.factories import DossierFactory, MedewerkerFactory, PersoonFactory
from tests.scherm import hoe_breed
from tests.taken.werk import doe_wat_wacht
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import GeenToegang, Rol
from verantwoord.werkplek.lijst import Filter
from verantwoord.werkplek.models import Uitvoer
from verantwoord.werkplek.uitvoer.actions import clear_uitvoer, make_uitvoer, request_uitvoer
from verantwoord.werkplek.uitvoer.blad import KOLOMMEN, veilig

NU = datetime(2022, 2, 10, 9, 0, tzinfo=timezone.get_default_timezone())


def dag(jaar: int, maand: int, dag_: int) -> datetime:
    """A day as a spreadsheet gives it back: a moment without a zone."""
    return datetime.combine(date(jaar, maand, dag_), datetime.min.time())


def dossier_van(regievoerder, achternaam: str, **anders):
    dossier = DossierFactory(
        regievoerder=regievoerder, persoon=PersoonFactory(achternaam=achternaam, voornamen="Sami"), **anders
    )
    herbeoordeel([dossier.pk], peildatum=NU.date())
    return dossier


def maak(door, *, nu: datetime = NU, **filter_) -> Uitvoer:
    uitvoer = request_uitvoer(door=door, filter_=Filter(**filter_))
    make_uitvoer(uitvoer.pk, door=door, nu=nu)
    uitvoer.refresh_from_db()
    return uitvoer


def rijen(uitvoer: Uitvoer) -> list[dict]:
    kop, *inhoud = load_workbook(BytesIO(bytes(uitvoer.inhoud)))["Dossiers"].iter_rows(values_only=True)
    return [dict(zip(kop, rij, strict=True)) for rij in inhoud]


@pytest.fixture
def noor(db):
    return MedewerkerFactory(naam="Noor Haverkamp")


def test_given_a_list_when_made_as_a_file_then_it_holds_what_the_page_says(noor):
    dossier = dossier_van(noor, "Rahimi")

    uitvoer = maak(noor)

    (rij,) = rijen(uitvoer)
    assert rij == {
        "V-nummer": dossier.persoon.v_nummer,
        "Naam": "Rahimi, Sami",
        "Personen in het gezin": 1,
        "Regievoerder": "Noor Haverkamp",
        "Volgende plicht": "Gesprek 1 voeren",
        "Uiterlijk op": dag(2022, 2, 15),
        "Verblijf": "azc Assen",
        "Fase": "Beroep mogelijk",
        "Ontvangen op": dag(2022, 2, 1),
        "Gesprek 1": "ontbreekt",
        "Gesprek 2": "nog niet aan de orde",
        "Gesprek 3": "nog niet aan de orde",
        "Toetsing medisch": "ontbreekt",
        "Toetsing buiten schuld": "ontbreekt",
        "Toetsing schrijnend": "ontbreekt",
        "Laissez-passer": "Nog niet ingevuld",
        "Datum laissez-passer": None,
        "Open wensen": "niet gevraagd",
        "Betwist door de persoon": None,
    }
    assert uitvoer.aantal == 1


def test_given_a_filter_when_made_as_a_file_then_only_what_it_shows_is_in_it_and_in_its_order(noor):
    dossier_van(noor, "Later", ontvangen_op=date(2022, 2, 8))
    dossier_van(noor, "Eerder", ontvangen_op=date(2022, 2, 1))
    dossier_van(MedewerkerFactory(team=noor.team), "Collega")

    alles = [rij["Naam"] for rij in rijen(maak(noor, van="mij"))]
    voor = [rij["Naam"] for rij in rijen(maak(noor, van="mij", voor=date(2022, 2, 16)))]

    assert alles == ["Eerder, Sami", "Later, Sami"]
    assert voor == ["Eerder, Sami"]


def test_given_a_shielded_dossier_of_a_colleague_when_the_team_is_exported_then_it_is_not_in_it(noor):
    collega = MedewerkerFactory(team=noor.team)
    dossier_van(collega, "Open")
    dossier_van(collega, "Afgeschermd", afgeschermd=True)

    assert [rij["Naam"] for rij in rijen(maak(noor, van="team"))] == ["Open, Sami"]


def test_given_a_manager_when_the_list_is_made_then_how_health_was_weighed_is_not_in_it(noor):
    dossier_van(noor, "Rahimi")
    manager = MedewerkerFactory(manager=True, team=noor.team)

    (rij,) = rijen(maak(manager, van="team"))

    assert [naam for naam in rij if naam.startswith("Toetsing")] == []
    assert rij["Naam"] == "Rahimi, Sami"


def test_given_the_columns_when_read_then_no_file_has_a_word_of_mensenhandel():
    assert [kolom for kolom in KOLOMMEN if "mensenhandel" in str(kolom.titel).lower()] == []


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_given_a_name_that_a_program_takes_for_a_formula_when_exported_then_it_stays_a_text(noor, begin):
    dossier_van(noor, f"{begin}HYPERLINK(1)")

    uitvoer = maak(noor)

    cel = load_workbook(BytesIO(bytes(uitvoer.inhoud)))["Dossiers"]["B2"]
    assert (cel.data_type, cel.value[0]) == ("s", "'")
    assert veilig(f"{begin}1") == f"'{begin}1"


def test_given_a_file_when_made_then_every_dossier_in_it_was_looked_at_by_who_asked(noor):
    dossiers = {dossier_van(noor, f"Naam{n}").pk for n in range(3)}

    uitvoer = maak(noor)

    regels = Inzage.objects.values_list("dossier_id", "medewerker_id", "doel", "verzoek", "toegestaan")
    assert set(regels) == {(pk, noor.pk, "uitvoer", uitvoer.pk.hex, True) for pk in dossiers}
    assert list(Gebeurtenis.objects.order_by("pk").values_list("soort", "door")) == [
        ("uitvoer.gevraagd", noor.gebruikersnaam),
        ("uitvoer.gemaakt", noor.gebruikersnaam),
    ]


def test_given_a_job_that_runs_twice_when_the_file_is_there_then_nothing_is_made_or_looked_at_again(noor):
    dossier_van(noor, "Rahimi")
    uitvoer = maak(noor)

    make_uitvoer(uitvoer.pk, door=noor, nu=NU + timedelta(hours=1))

    uitvoer.refresh_from_db()
    assert uitvoer.gemaakt_op == NU
    assert Inzage.objects.count() == 1


def test_given_two_or_thirty_dossiers_when_made_then_the_number_of_queries_is_the_same(noor):
    dossier_van(noor, "A")
    dossier_van(noor, "B")
    een, dertig = request_uitvoer(door=noor, filter_=Filter()), request_uitvoer(door=noor, filter_=Filter())

    with CaptureQueriesContext(connection) as bij_twee:
        make_uitvoer(een.pk, door=noor, nu=NU)
    for n in range(28):
        dossier_van(noor, f"Naam{n}")
    with CaptureQueriesContext(connection) as bij_dertig:
        make_uitvoer(dertig.pk, door=noor, nu=NU)

    assert len(bij_dertig) == len(bij_twee)


def test_given_a_colleague_when_opening_my_file_then_it_looks_like_not_there(client, noor):
    dossier_van(noor, "Rahimi")
    uitvoer = maak(noor, nu=timezone.now())
    adressen = [reverse(f"werkplek:{naam}", args=[uitvoer.pk]) for naam in ("uitvoer", "uitvoer_bestand")]

    standen = {}
    for wie in (noor, MedewerkerFactory(team=noor.team), MedewerkerFactory(manager=True, team=noor.team)):
        client.force_login(wie)
        standen[wie.rol, wie == noor] = [client.get(adres).status_code for adres in adressen]

    assert standen == {
        (Rol.REGIEVOERDER, True): [200, 200],
        (Rol.REGIEVOERDER, False): [404, 404],
        (Rol.MANAGER, False): [404, 404],
    }
    assert Uitvoer.objects.visible_to(MedewerkerFactory()).count() == 0


def test_given_my_file_when_fetched_then_it_comes_as_a_file_and_that_is_kept(client, noor):
    dossier_van(noor, "Rahimi")
    uitvoer = maak(noor, nu=timezone.now())
    client.force_login(noor)

    antwoord = client.get(reverse("werkplek:uitvoer_bestand", args=[uitvoer.pk]))

    naam = f"dossiers-{timezone.localdate().isoformat()}.xlsx"
    assert antwoord.headers["Content-Disposition"] == f'attachment; filename="{naam}"'
    assert antwoord.headers["Cache-Control"] == "no-store"
    assert load_workbook(BytesIO(antwoord.content)).sheetnames == ["Dossiers", "Toelichting"]
    assert Gebeurtenis.objects.filter(soort="uitvoer.opgehaald").count() == 1


def test_given_a_file_of_yesterday_when_opened_then_it_is_not_there_and_the_clearing_removes_it(client, noor):
    oud = maak(noor, nu=timezone.now() - timedelta(hours=25))
    vers = maak(noor, nu=timezone.now() - timedelta(hours=23))
    client.force_login(noor)

    standen = [client.get(reverse("werkplek:uitvoer", args=[u.pk])).status_code for u in (oud, vers)]
    weg = clear_uitvoer(door=systeem(), nu=timezone.now())

    assert standen == [404, 200]
    assert weg == 1
    assert list(Uitvoer.objects.values_list("pk", flat=True)) == [vers.pk]


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.SYSTEEM])
def test_given_who_has_no_list_when_asking_for_a_file_then_it_is_refused(db, rol):
    with pytest.raises(GeenToegang):
        request_uitvoer(door=MedewerkerFactory(rol=rol, team=None), filter_=Filter())


def test_given_no_worker_when_a_file_is_asked_then_the_page_says_that_it_waits(client, noor):
    dossier_van(noor, "Rahimi")
    client.force_login(noor)

    pagina = client.post(reverse("werkplek:vraag_uitvoer"), {"adres": "?van=mij"}, follow=True)

    (uitvoer,) = Uitvoer.objects.all()
    assert pagina.redirect_chain == [(reverse("werkplek:uitvoer", args=[uitvoer.pk]), 302)]
    assert pagina.context["uitvoer"].stand == "geen_werker"
    assert client.get(reverse("werkplek:uitvoer_bestand", args=[uitvoer.pk])).status_code == 404


def test_given_a_job_that_failed_when_the_page_is_opened_then_it_says_so(client, noor):
    uitvoer = request_uitvoer(door=noor, filter_=Filter())
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'failed' where id = %s", [uitvoer.taak])
    client.force_login(noor)

    pagina = client.get(reverse("werkplek:uitvoer", args=[uitvoer.pk]))

    assert pagina.context["uitvoer"].stand == "mislukt"


@pytest.mark.django_db(transaction=True)
def test_given_the_button_when_the_worker_has_done_its_work_then_the_file_is_there(client):
    noor = MedewerkerFactory()
    dossier_van(noor, "Rahimi")
    client.force_login(noor)
    client.post(reverse("werkplek:vraag_uitvoer"), {"adres": "?van=mij&termijn=te_laat"})

    doe_wat_wacht()

    (uitvoer,) = Uitvoer.objects.all()
    assert uitvoer.filter["termijn"] == "te_laat"
    assert [rij["Naam"] for rij in rijen(uitvoer)] == ["Rahimi, Sami"]
    assert client.get(reverse("werkplek:uitvoer", args=[uitvoer.pk])).context["uitvoer"].stand == "klaar"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("breed", [320, 1280])
def test_given_a_caseload_when_a_file_is_asked_for_then_it_comes_and_axe_is_content_on_the_way(
    browser_page, live_server, log_in, axe, breed
):
    noor = MedewerkerFactory()
    dossier_van(noor, "Rahimi")
    log_in(browser_page, noor)
    browser_page.set_viewport_size({"width": breed, "height": 900})
    browser_page.goto(live_server.url + reverse("werkplek:caseload"))

    browser_page.get_by_role("button", name="Maak een bestand van deze lijst").click()
    browser_page.get_by_role("heading", name="Het bestand wordt gemaakt").wait_for()
    axe(browser_page)
    doe_wat_wacht()
    browser_page.get_by_role("link", name="Kijk opnieuw").click()
    axe(browser_page)
    with browser_page.expect_download() as gehaald:
        browser_page.get_by_role("link", name="Haal het bestand op").click()

    assert load_workbook(BytesIO(gehaald.value.path().read_bytes()))["Dossiers"]["B2"].value == "Rahimi, Sami"
    assert hoe_breed(browser_page) <= breed
