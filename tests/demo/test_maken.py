"""A demo in a real database: sealed history, no mixing, and the sample that measures to the report."""

import itertools
import json
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import connection, connections
from psycopg.errors import UniqueViolation

from tests.demo.conftest import VANDAAG, op_vandaag
from tests.dossier.factories import DossierFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import OpenBevinding, Stand
from verantwoord.dossier.feiten import beelden_of
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.gebeurtenis.queries import eerste_gebroken_schakel
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.keten.partner.queries import pagina_of
from verantwoord.kwaliteit.meting import RAPPORT_2022
from verantwoord.kwaliteit.publicatie import queries as publicatie
from verantwoord.kwaliteit.queries import meet
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.project.demo import inlog, maken
from verantwoord.project.demo.collegas import KETENPARTNERS, VAST, ploegen_van
from verantwoord.project.demo.geschiedenis import jsonb_tekst
from verantwoord.project.demo.inspectie import deel_uit_inspectie
from verantwoord.project.demo.maken import PROFIELEN, DemoGeweigerd, Profiel, maak_demo
from verantwoord.project.demo.samenstelling import deel_uit
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol
from verantwoord.toetsing.models import Routeregel
from verantwoord.vertrekgesprek.models import AfspraakGedaan, Gesprek, Passagebesluit
from verantwoord.vertrekgesprek.queries import te_lezen_of
from verantwoord.werkplek.meldingen.models import Melding

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"])
OVERDRACHTEN = Path(__file__).parents[1] / "data" / "overdrachten" / "overdrachten-2022.jsonl"


@pytest.fixture(autouse=True)
def eigen_map(tmp_path, monkeypatch):
    monkeypatch.setattr(inlog, "datamap", lambda: tmp_path)
    return tmp_path


def maak(**anders):
    return maak_demo(**{"dossiers": 60, "profiel": "gewoon", "vandaag": VANDAAG} | anders)


def bewakers():
    with connection.cursor() as cursor:
        cursor.execute(
            "select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal"
            " union all select oid::regclass::text, 'rijen', case when relforcerowsecurity then 'F' else '-' end from pg_class"
            " where relrowsecurity order by 1, 2"
        )
        return cursor.fetchall()


def test_given_an_empty_database_when_the_demo_is_made_then_its_rows_are_the_designed_dossiers(monkeypatch):
    # What is done by hand afterwards adds to the facts, through the actions that everybody uses.
    for stap in ("maak_overleggen", "laat_opvang_zien", "laat_steun_zien", "laat_bewaring_zien"):
        monkeypatch.setattr(maken, stap, lambda _vandaag: None)
    maak()

    verwacht = {o.beeld.dossiernummer: o.beeld for o in deel_uit(60, ploegen_van(VAST), vandaag=VANDAAG)}
    gekregen = beelden_of(list(Dossier.objects.values_list("pk", flat=True))).values()
    assert {beeld.dossiernummer: beeld for beeld in gekregen} == verwacht


@pytest.mark.usefixtures("demo")
def test_given_the_demo_when_its_list_is_compared_then_every_dossier_stands_there_as_from_its_own_rooms():
    def lijst():
        # One may be written in another order than the other; the facts are the same.
        standen = [
            rij | {"beeld": lees_dossierbeeld(rij["beeld"].encode())}
            for rij in Stand.objects.order_by("pk").values(*velden)
        ]
        open_ = OpenBevinding.objects.filter(tot=None).order_by("dossier", "norm")
        return standen, list(open_.values("dossier", "norm", "uitleg"))

    velden = [veld.attname for veld in Stand._meta.concrete_fields if veld.attname != "gewijzigd_op"]
    gemaakt = lijst()
    herbeoordeel(list(Dossier.objects.values_list("pk", flat=True)), peildatum=VANDAAG)

    assert gemaakt == lijst()
    assert len(gemaakt[0]) == 60


def test_given_the_demo_when_its_history_is_checked_then_every_seal_holds_and_every_guard_stands_again():
    voor = bewakers()

    maak()

    assert eerste_gebroken_schakel() is None
    assert bewakers() == voor
    dossier = Dossier.objects.earliest("ontvangen_op")
    momenten = list(
        Gebeurtenis.objects.filter(dossier_id=dossier.pk)
        .order_by("volgnummer")
        .values_list("moment", flat=True)
    )
    assert momenten == sorted(set(momenten))
    assert momenten[0].date() == dossier.ontvangen_op
    assert max(momenten) < datetime.now(tz=UTC)


@pytest.mark.usefixtures("demo")
def test_given_the_demo_when_opened_then_every_dossier_has_its_stand_and_the_first_caseload_shows_duties():
    noor = Medewerker.objects.get(naam="Noor Haverkamp")
    assert Stand.objects.filter(peildatum=VANDAAG).count() == 60
    caseload = Stand.objects.filter(regievoerder=noor, gesloten=False)
    assert caseload.count() >= 35
    assert caseload.values("fase").distinct().count() == 7
    assert OpenBevinding.objects.filter(dossier__regievoerder=noor).values("norm").distinct().count() >= 15


def als_op_een_server():
    """Make the demo on a connection that the database shows nothing unless it is said for whom."""
    try:
        maak()
    finally:
        connections.close_all()


def test_given_nobody_s_connection_when_the_demo_is_made_then_nothing_of_it_is_missing(monkeypatch):
    op_vandaag(monkeypatch)

    with ThreadPoolExecutor(max_workers=1) as draad:
        draad.submit(als_op_een_server).result()

    assert Stand.objects.filter(peildatum=VANDAAG).count() == Dossier.objects.count() == 60
    assert Melding.objects.filter(soort="plicht").exists()


@pytest.mark.usefixtures("demo")
def test_given_the_demo_when_the_rooms_are_opened_then_they_hold_more_than_the_facts():
    noor = Medewerker.objects.get(naam="Noor Haverkamp")
    verwijzingen = Verwijzing.objects.filter(dossier__regievoerder=noor)
    assert set(Routeregel.objects.filter(dossier__regievoerder=noor).values_list("moment", flat=True)) == {
        "medisch", "buiten_schuld", "schrijnend", "mensenhandel",
    }  # fmt: skip
    assert verwijzingen.filter(einde="kan_niet_helpen", organisatie="Huis voor Even").exists()
    assert verwijzingen.filter(volgende_op__gt=VANDAAG).exists()
    assert Passagebesluit.objects.filter(gesprek__dossier__regievoerder=noor, soort="terzijde").exists()
    assert any(
        te_lezen_of(dossier_id, viewer=noor)
        for dossier_id in Dossier.objects.filter(regievoerder=noor).values_list("pk", flat=True)
    )
    assert AfspraakGedaan.objects.filter(gesprek__dossier__regievoerder=noor).count() > 50


@pytest.mark.usefixtures("demo")
def test_given_a_family_in_the_demo_when_its_talks_are_read_then_each_was_one_sitting_and_each_child_asked_about():
    samen = Gesprek.objects.filter(samen_met__isnull=False).select_related("samen_met__dossier__persoon")
    hoofden = {g.samen_met for g in samen}
    assert len(hoofden) >= 3
    for gesprek in samen:
        hoofd = gesprek.samen_met
        assert (hoofd.samen_met_id, hoofd.gepland_op, hoofd.tijd) == (None, gesprek.gepland_op, gesprek.tijd)
        assert (hoofd.blokken, hoofd.afspraken, hoofd.tolk) == (
            gesprek.blokken,
            gesprek.afspraken,
            gesprek.tolk,
        )
    for hoofd in hoofden:
        kinderen = hoofd.dossier.persoon.gezin.filter(relatie="kind")
        assert len(hoofd.kinderen) == len({kind["wie"] for kind in hoofd.kinderen}) == kinderen.count()


@pytest.mark.usefixtures("demo")
def test_given_a_demo_when_a_dossier_is_worked_on_then_its_chain_goes_on(eigen_map):
    uit = StringIO()

    call_command("import_overdrachten", str(OVERDRACHTEN), json=True, stdout=uit, stderr=StringIO())

    assert {json.loads(regel)["status"] for regel in uit.getvalue().splitlines()} == {"opgenomen"}
    assert Dossier.objects.count() == 460
    assert Dossier.objects.filter(team__naam="Instroom").count() == 0
    assert eerste_gebroken_schakel() is None


def test_given_the_same_demo_when_started_again_then_nothing_is_made_twice():
    eerst, daarna = maak(dossiers=3), maak(dossiers=3)

    assert eerst == daarna
    assert Dossier.objects.count() == 3


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("anders", [{"profiel": "inspectie-2022"}, {"dossiers": 61}])
def test_given_another_demo_when_asked_for_then_it_refuses_and_says_how(anders):
    with pytest.raises(DemoGeweigerd) as fout:
        maak(**anders)

    assert fout.value.melding == (
        "Hier staat al een demo: profiel gewoon met 60 dossiers. Twee demo's worden niet gemengd. "
        "Start die met --profiel gewoon --dossiers 60, of begin opnieuw met --reset."
    )
    assert Dossier.objects.count() == 60


def test_given_a_database_with_dossiers_and_no_mark_when_asked_for_a_demo_then_it_is_left_alone():
    DossierFactory()

    with pytest.raises(CommandError, match="die niet van een demo zijn"):
        call_command("demo_gegevens", stdout=StringIO())

    assert (Dossier.objects.count(), Medewerker.objects.filter(naam="Noor Haverkamp").count()) == (1, 0)


def test_given_the_command_when_run_twice_then_the_log_ins_are_the_same_and_kept_for_the_owner_only(
    eigen_map,
):
    eerst = call_command("demo_gegevens", dossiers=3, stdout=StringIO())
    daarna = call_command("demo_gegevens", dossiers=3, stdout=StringIO())

    assert eerst == daarna
    inlogregels = itertools.takewhile(str.strip, eerst.splitlines()[1:])
    namen = [regel.split()[-2:] for regel in inlogregels]
    assert [authenticate(username=naam, password=woord).rol for naam, woord in namen] == [
        "regievoerder", "regievoerder", "manager", "beheerder", "beheerder", "regievoerder",
        "coa", "coa", "avim_toezicht", "avim_mensenhandel", "ind", "kmar", "iom_ngo", "iom_ngo", "iom_ngo", "vwn",
        "iom_ngo", "medisch_bevoegd", "inspectie", "inspectie", "inspectie", "fg",
    ]  # fmt: skip
    assert stat.S_IMODE((eigen_map / "demo-inlog.json").stat().st_mode) == 0o600


def test_given_the_sample_of_2022_when_measured_then_it_equals_the_report():
    maak(profiel="inspectie-2022")

    meting = meet(tot=date(2022, 5, 1), viewer=None)

    assert meting.dossiers == 200
    assert {naam: meting.delen[naam] for naam in RAPPORT_2022} == RAPPORT_2022
    steekproef = ("Assen", "Dronten", "Rijswijk", "Maastricht")
    per_azc = [meet(tot=date(2022, 5, 1), locatie=f"azc {plek}", viewer=None).dossiers for plek in steekproef]
    assert per_azc == [25, 25, 25, 25]
    assert Dossier.objects.filter(ontvangen_op__gte=date(2022, 5, 1)).count() == 0
    kwartalen = publicatie.kwartalen(viewer=None)
    assert [kwartaal.code for kwartaal in kwartalen] == ["2022-K1", "2021-K4"]
    beeld = publicatie.spreiding("gesprekken", kwartaal=kwartalen[0], viewer=None)
    assert {strip.naam for strip in beeld.plekken if not strip.reden} == {
        f"azc {plek}" for plek in steekproef
    }


def test_given_the_sample_when_its_records_are_read_then_conclusions_stand_alone_where_nothing_was_weighed():
    beelden = [o.beeld for o in deel_uit_inspectie(ploegen_van(VAST))]

    kaal = [t for b in beelden for t in b.toetsingen if not (t.feiten.strip() and t.afweging.strip())]
    vol = [t for b in beelden for t in b.toetsingen if t.feiten.strip() and t.afweging.strip()]
    assert {t.conclusie for t in kaal} == {"geen_aanwijzing"}
    assert len(vol) == 117 + 45 + 20 + 37
    assert len(kaal) > 300


@pytest.mark.parametrize(
    "waarde",
    [
        {},
        {"b": 1, "aa": None, "a": [True, "é", {"zz": "", "y": 2}]},
        {"tekst": 'aan"halings\\tekens\n\t\x01 en €'},
        {"ë": 1, "z": 2, "aé": 3, "zzz": 4},
    ],
)
def test_given_any_content_when_written_then_it_reads_as_the_database_writes_it(waarde):
    with connections["default"].cursor() as cursor:
        cursor.execute("select (%s::jsonb)::text", [json.dumps(waarde)])
        (verwacht,) = cursor.fetchone()

    assert jsonb_tekst(waarde) == verwacht


def test_given_a_lot_that_fails_when_made_then_nothing_is_left_and_every_guard_stands(monkeypatch):
    voor = bewakers()
    monkeypatch.setitem(PROFIELEN, "stuk", Profiel(deel_uit=dubbele_nummers))

    with pytest.raises(UniqueViolation):
        maak(profiel="stuk", dossiers=2)

    assert (Dossier.objects.count(), bewakers()) == (0, voor)


def dubbele_nummers(_aantal, ploegen, vandaag):
    """Two dossiers of one design: the same number twice, which the database refuses."""
    (ontwerp,) = deel_uit(1, ploegen, vandaag=vandaag)
    return iter([ontwerp, ontwerp])


def test_given_a_profile_that_is_none_when_asked_for_then_it_names_those_there_are():
    with pytest.raises(
        DemoGeweigerd, match=r"^Het profiel nieuw bestaat niet. Kies uit: gewoon, inspectie-2022.$"
    ):
        maak(profiel="nieuw")


@pytest.mark.usefixtures("demo")
def test_given_the_demo_when_each_partner_opens_the_desk_then_somebody_stands_on_it():
    zaken = {
        partner.naam: pagina_of(viewer=Medewerker.objects.get(naam=partner.naam)).totaal
        for partner in KETENPARTNERS
        if partner.rol not in {Rol.INSPECTIE, Rol.FG}
    }

    assert min(zaken.values()) > 0, zaken
