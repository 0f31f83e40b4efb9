"""The house keeps its shape: what may depend on what, who must be asked, and what the database itself guards.

Exceptions stand here by name, with their reason. A list only gets shorter without a word in a review.
"""

import ast
import inspect
import logging
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from django.apps import apps
from django.db import connection
from importlinter.cli import lint_imports

import verantwoord
from verantwoord.project.bijwerken import VAN_VOOR_HET_BEGIN
from verantwoord.project.omgeving import APP_ROL, WORTEL
from verantwoord.project.rechten import ALLEEN_BIJSCHRIJVEN, ALLEEN_LEZEN

PAKKET = Path(verantwoord.__file__).parent
CONTRACTEN = tomllib.loads((WORTEL / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LAGEN = [[kamer.strip(" ()") for kamer in laag.split("|")] for laag in CONTRACTEN[0]["layers"]]
HOOGTE = {kamer: -i for i, laag in enumerate(LAGEN) for kamer in laag}

ZONDER_DOOR = {
    "gebeurtenis.actions.gebundeld": "bundles what others do; does nothing itself",
    "gebeurtenis.actions.hoor_gebeurtenissen": "wires a listener at start-up; nobody acts",
    "gebeurtenis.actions.na_gebeurtenis": "wires a listener at start-up; nobody acts",
    "gebeurtenis.actions.record_gebeurtenissen": "each event it is given says who acted",
    "keten.actions.als_dossierbeeld": "puts a message in another shape; writes nothing",
    "toegang.actions.record_inzage": "a look has a viewer, not an actor",
    "toegang.actions.require": "the question itself, with the person first",
    "toegang.actions.systeem": "answers who the system is",
    "werkplek.actions.lp_land": "reads a dossierbeeld; writes nothing",
    "bewaking.actions.herbeoordeel": "runs after an event, which says who acted; itself it always acts as the system",
}
ZONDER_VIEWER = {
    "bewaking.queries.achterstallig": "which dossiers the nightly run must do; shown to nobody",
    "bewaking.queries.met_open_bevinding": "narrows a set that was made for a viewer",
    "bewaking.queries.na": "narrows a set that was made for a viewer",
    "gebeurtenis.queries.eerste_gebroken_schakel": "checks the seals of everything for an administrator's command",
    "gebeurtenis.queries.gebeurtenissen_of": "knows no dossiers; dossier asks who may see one before it asks this",
    "inspectie.queries.plaats_of": "narrows an onderzoek that was fetched for a viewer",
    "inspectie.queries.plaatsen_of": "narrows a draw that was fetched for a viewer",
    "inspectie.queries.plan_van": "puts an onderzoek that was fetched for a viewer in another shape",
    "keten.queries.gaten_per_afzender": "numbers of messages name nobody; an import tells them to whoever ran it",
    "keten.queries.pagina": "cuts a page from a set that was made for a viewer",
    "ondersteuning.queries.nagevraagd_in_portaal": "who came in by the portal is no viewer; the database shows the own rows",
    "stamgegevens.queries.keuzes_uit": "puts rows in another shape; asks nothing",
    "stamgegevens.queries.landmedewerking_op": "what is known of a country names nobody",
    "stamgegevens.queries.parameterwaarden": "numbers of norms are public",
    "toegang.queries.inzagen_of": "knows no dossiers; dossier asks who may see one before it asks this",
    "toegang.queries.medewerker_with_sleutel": "finds out who is asking",
    "toegang.queries.team_for": "a location has a team, whoever asks",
    "werkplek.queries.is_te_kort": "looks at the words of a search alone",
}
ZONDER_RIJHISTORIE = {
    "bewaking_stand": "derived anew from the facts at every event",
    "dossier_betrokkenheid": "keeps its own history: a row ends; what changes in it is its place in a list, which is derived",
    "dossier_dossiernummer": "a counter for each year",
    "toegang_aanmelding": "tokens of a log-in that is still on",
    "toegang_factor": "secrets; that one came or went is an event",
    "toegang_inlogteller": "counters that are forgotten after a day",
    "toegang_sessie": "secrets; that somebody logged in is an event",
    "dossier_portaalsessie": "secrets; that somebody came in is an event",
    "dossier_portaalklad": "unfinished words of the person, thrown away when they are sent",
    "dossier_afschriftbestand": "a file that is thrown away after thirty days; who asked, made and fetched it is among the events",
    "dossier_portaalmelding": "says again to its owner what is an event",
    "keten_aflevering": "every attempt is a row of its own, which is added and never changed; this is how they ended",
    "keten_bereikbaarheid": "counted anew with every attempt, which is a row of its own",
    "keten_logboekuitvoer": "how far an export is; names nobody",
    "werkplek_uitvoer": "a file that is thrown away after a day; who asked, made and fetched it is among the events",
    "kwaliteit_faseperiode": "derived anew from the facts every night",
    "vertrekgesprek_klad": "unfinished words of the author, thrown away when the report is finished",
}


def kamermodellen():
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in HOOGTE]


@pytest.fixture
def loggers_stay() -> Iterator[None]:
    """The checker of imports sets up a log of its own and switches off every logger there was."""
    alle = logging.root.manager.loggerDict.values()
    aan = [logger for logger in alle if isinstance(logger, logging.Logger) and not logger.disabled]
    yield
    for logger in aan:
        logger.disabled = False


@pytest.mark.usefixtures("loggers_stay")
def test_given_the_contracts_when_reading_all_imports_then_each_is_kept(capsys):
    afloop = lint_imports(config_filename=str(WORTEL / "pyproject.toml"), no_cache=True)

    assert afloop == 0, capsys.readouterr().out


def test_given_the_rooms_when_reading_foreign_keys_then_none_points_up():
    omhoog = [
        f"{model._meta.label}.{veld.name} -> {veld.related_model._meta.label}"
        for model in kamermodellen()
        for veld in model._meta.get_fields()
        if (veld.many_to_one or veld.one_to_one or veld.many_to_many) and not veld.auto_created
        if HOOGTE.get(veld.related_model._meta.app_label, -99) > HOOGTE[model._meta.app_label]
    ]

    assert omhoog == []


def test_given_the_rooms_when_reading_foreign_keys_to_another_room_then_there_is_no_way_back():
    terug = [
        f"{model._meta.label}.{veld.name}"
        for model in kamermodellen()
        for veld in model._meta.get_fields()
        if veld.many_to_one or veld.one_to_one
        if not veld.auto_created and veld.related_model._meta.app_label != model._meta.app_label
        if not veld.remote_field.hidden
    ]

    assert terug == []


def test_given_every_action_when_reading_its_signature_then_it_must_be_told_who_acts():
    zonder = {naam for naam, functie in openbaar("actions") if not eist(functie, "door")}

    assert zonder == aanwezig(ZONDER_DOOR, "actions")


def test_given_every_query_when_reading_its_signature_then_it_must_be_told_who_asks():
    zonder = {naam for naam, functie in openbaar("queries") if not eist(functie, "viewer")}

    assert zonder == aanwezig(ZONDER_VIEWER, "queries")


def openbaar(laag: str) -> Iterator[tuple[str, object]]:
    """The functions that a room's module, or the front of its package, offers to others."""
    for module in _modules(laag):
        for naam, functie in inspect.getmembers(module, inspect.isfunction):
            if not naam.startswith("_") and functie.__module__.startswith(module.__name__):
                yield f"{module.__name__.removeprefix('verantwoord.')}.{naam}", inspect.unwrap(functie)


def _modules(laag: str) -> list[ModuleType]:
    paden = [*PAKKET.glob(f"*/{laag}.py"), *PAKKET.glob(f"*/{laag}/__init__.py")]
    kamers = sorted(pad.relative_to(PAKKET).parts[0] for pad in paden)
    return [import_module(f"verantwoord.{kamer}.{laag}") for kamer in kamers]


def eist(functie: object, naam: str) -> bool:
    parameter = inspect.signature(functie).parameters.get(naam)
    return (
        parameter is not None
        and parameter.kind is parameter.KEYWORD_ONLY
        and parameter.default is parameter.empty
    )


def aanwezig(uitzonderingen: dict[str, str], laag: str) -> set[str]:
    """The exceptions whose function still exists: one that is gone must leave the list, which the reverse shows."""
    bestaand = {naam for naam, _ in openbaar(laag)}
    assert set(uitzonderingen) <= bestaand, "an exception for a function that is not there"
    return set(uitzonderingen)


def test_given_all_templates_when_reading_the_program_then_each_is_named_somewhere():
    teksten = {pad: pad.read_text() for pad in PAKKET.rglob("*") if pad.suffix in {".py", ".html"}}
    ongebruikt = [
        naam  # its path as a render call or an include says it
        for pad in sorted(PAKKET.glob("*/templates/**/*.html"))
        if (naam := pad.relative_to(_sjabloonmap(pad)).as_posix()) not in DOOR_DJANGO
        # A name may be put together from its folder and a word: web/fouten/{code}.html.
        if not any(
            naam in tekst or f"{map_van(naam)}/{{" in tekst for bron, tekst in teksten.items() if bron != pad
        )
    ]

    assert ongebruikt == []


def map_van(naam: str) -> str:
    return naam.rpartition("/")[0]


DOOR_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}


def _sjabloonmap(pad: Path) -> Path:
    return next(ouder for ouder in pad.parents if ouder.name == "templates")


VERBODEN = {
    r"\.raw\(": "a query of its own that visible_to does not narrow",
    r"\.extra\(": "idem",
    r"\bRawSQL\(": "idem",
    r"apps\.get_model\(": "an import that no contract sees",
    r"\bmark_safe\(": "text that is not escaped",
    r"\|\s*safe\b": "idem",
    r"autoescape off": "idem",
    r"\bcsrf_exempt\b": "a form that another site may send",
}
TOCH = {
    # The provider sends it, not a browser: what it signed is the proof, and no session is looked at.
    "toegang/inlog/views/organisatie.py": {
        "from django.views.decorators.csrf import csrf_exempt",
        "@csrf_exempt",
    },
}


def test_given_the_views_and_the_api_when_read_then_none_reaches_for_a_table():
    """What a view may show is said by a query, which asks who is looking."""
    lagen = [*PAKKET.glob("*/views.py"), *PAKKET.glob("*/views/*.py"), *PAKKET.glob("*/api.py")]
    gevonden = [
        f"{pad.relative_to(PAKKET)}:{nummer}"
        for pad in sorted(lagen)
        for nummer, regel in enumerate(pad.read_text().splitlines(), start=1)
        if re.search(r"\.objects\b|\b_default_manager\b|\.(bulk_create|bulk_update)\(", regel)
    ]

    assert gevonden == []


@pytest.mark.parametrize("patroon", VERBODEN)
def test_given_the_program_when_searched_for_a_way_round_the_guards_then_there_is_none(patroon: str):
    gevonden = [
        f"{pad.relative_to(PAKKET)}: {regel.strip()}"
        for pad in sorted(PAKKET.rglob("*"))
        if pad.suffix in {".py", ".html"} and "migrations" not in pad.parts
        for regel in pad.read_text().splitlines()
        if re.search(patroon, regel) and regel.strip() not in TOCH.get(str(pad.relative_to(PAKKET)), set())
    ]

    assert gevonden == []


def test_given_the_tests_in_a_browser_when_read_then_none_looks_once_at_a_page_that_may_still_come_in():
    """What ``expect`` asks is asked until it is so; a single look is red on a busy machine, or green for a page half there."""
    een_blik = re.compile(
        r"\.is_(visible|hidden)\(\)|\bassert\b.*(\.content\(\)|(locator|get_by_\w+|first|last)\b.*\.count\(\))"
    )
    gevonden = [
        f"{pad.name}: {regel.strip()}"
        for pad in sorted(Path(__file__).parent.rglob("*.py"))
        for regel in pad.read_text().splitlines()
        if een_blik.search(regel)
    ]

    assert gevonden == []


def test_given_every_migration_when_read_then_it_gives_no_right_by_itself():
    """Rights are made from the models in one place; a grant in a migration would stand beside it unseen."""
    gevonden = [
        str(pad.relative_to(PAKKET))
        for pad in sorted(PAKKET.glob("*/migrations/*.py"))
        if any(
            isinstance(knoop, ast.Constant)
            and isinstance(knoop.value, str)
            and re.search(r"(?i)\bgrant\b", knoop.value)
            for knoop in ast.walk(ast.parse(pad.read_text()))
        )
    ]

    assert gevonden == []


def test_given_all_migrations_when_read_then_none_has_the_name_by_which_a_database_of_before_them_is_known():
    namen = [(pad.parts[-3], pad.stem) for pad in sorted(PAKKET.glob("*/migrations/[0-9]*.py"))]

    assert VAN_VOOR_HET_BEGIN not in namen
    assert ("gebeurtenis", "0001_begin") in namen


@pytest.mark.django_db
def test_given_every_table_of_the_rooms_when_asking_the_database_then_what_a_row_was_is_kept():
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid "
            "where not t.tgisinternal and t.tgenabled in ('O', 'A')"
        )
        bewakers = set(cursor.fetchall())

    tabellen = {model._meta.db_table for model in kamermodellen() if not _is_toevoegend(model)}
    zonder = {tabel for tabel in tabellen if (tabel, "bewaar_rij") not in bewakers}
    assert zonder == set(ZONDER_RIJHISTORIE)


@pytest.mark.django_db
def test_given_every_append_only_table_when_asking_the_database_then_it_refuses_change_whoever_asks():
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid "
            "where t.tgenabled = 'A' and t.tgname like 'alleen_toevoegen%'"
        )
        bewakers = set(cursor.fetchall())

    tabellen = {model._meta.db_table for model in kamermodellen() if _is_toevoegend(model)}
    assert bewakers == {
        (tabel, naam) for tabel in tabellen for naam in ("alleen_toevoegen", "alleen_toevoegen_geheel")
    }


@pytest.mark.django_db
def test_given_every_table_when_asking_the_database_then_the_app_may_do_what_its_model_says_and_no_more():
    with connection.cursor() as cursor:
        cursor.execute(
            "select c.relname, array_agg(r order by r) filter (where has_table_privilege(%s, c.oid, r)) "
            "from pg_class c cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER', "
            "'REFERENCES']) r where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') "
            "group by c.relname",
            [APP_ROL],
        )
        rechten = dict(cursor.fetchall())

    verwacht = {tabel: ["SELECT"] for tabel in rechten}
    for model in apps.get_models(include_auto_created=True):
        schrijven = (
            ["INSERT", "SELECT"]
            if _is_toevoegend(model) or model._meta.db_table in ALLEEN_BIJSCHRIJVEN
            else ["DELETE", "INSERT", "SELECT", "UPDATE"]
        )
        if model._meta.db_table not in ALLEEN_LEZEN:
            verwacht[model._meta.db_table] = schrijven
    assert rechten == verwacht


@pytest.mark.django_db
def test_given_the_app_role_when_asking_the_database_then_it_owns_nothing_and_is_above_nothing():
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        (rol,) = cursor.fetchone()
        cursor.execute(
            "select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication, "
            "exists (select from pg_class c where c.relowner = r.oid), "
            "exists (select from pg_proc p where p.proowner = r.oid), "
            "exists (select from pg_auth_members m where m.member = r.oid) "
            "from pg_roles r where rolname = current_user"
        )
        meer = cursor.fetchone()

    assert rol == APP_ROL
    assert meer == (False,) * 8


def _is_toevoegend(model: type) -> bool:
    return getattr(model, "alleen_toevoegen", False)
