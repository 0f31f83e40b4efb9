"""What all tests share: a database of their own, reached in the role of the app."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from django.test import Client, TransactionTestCase
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as willekeur
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from psycopg.pq import TransactionStatus

from tests.databank import laat_vallen, maak_proefdatabank, maak_sjabloon, zet_bonproef
from verantwoord.toegang.inlog.sessies import FACTOR

BEWEZEN = "bewezen"

# How long an example takes says how busy the machine is, and nothing about the program.
willekeur.register_profile("zonder_klok", deadline=None, suppress_health_check=[HealthCheck.too_slow])
willekeur.load_profile("zonder_klok")

CHROMIUM = ("/usr/bin/chromium", shutil.which("chromium") or "")
STIL = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# A busy machine takes longer over a page, and pages that look again by themselves wait between two questions.
expect.set_options(timeout=30_000)
# The browser's driver keeps an event loop in this thread; the tests themselves are ordinary synchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(autouse=True)
def begin_in_dutch() -> None:
    """Start in the language of the program, whatever the screen of the test before spoke."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def log_in_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a session that a test simply makes be one with a second proof; how one comes by it is tested in toegang."""
    alleen_wie = Client._login

    def _login(self: Client, user: object, backend: str | None = None) -> None:
        alleen_wie(self, user, backend)
        sessie = self.session
        sessie[FACTOR], sessie[BEWEZEN] = "app", sessie["gezien"]
        sessie.save()

    monkeypatch.setattr(Client, "_login", _login)


@pytest.fixture(scope="session")
def proefdatabank(request: pytest.FixtureRequest) -> str:
    """The name of this runner's own database."""
    loper = getattr(request.config, "workerinput", {}).get("workerid", "los")
    return f"proef_{loper}_{os.getpid()}"


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, proefdatabank: str) -> Iterator[None]:
    """A migrated database in the app role: what a role may not do is tested as it runs.

    A test that really commits gets a new copy afterwards. Emptying tables is no way: the app may not, and the
    append-only ones refuse even their owner.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as plaats:
        sjabloon = maak_sjabloon()
        maak_proefdatabank(proefdatabank, sjabloon=sjabloon)
        plaats.setattr(
            TransactionTestCase,
            "_fixture_teardown",
            lambda _self: maak_proefdatabank(proefdatabank, sjabloon=sjabloon),
        )
        yield
        laat_vallen(proefdatabank)


@receiver(connection_created)
def work_as_the_system(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Let the tests themselves see every row; each request says anew for whom it asks, as on a server.

    A server that answers a browser has connections of its own, in which nobody sees anything until a request does.
    """
    if connection.alias == "default" and threading.current_thread() is threading.main_thread():
        from verantwoord.toegang.context import werk_als_systeem  # noqa: PLC0415 - its models need Django

        werk_als_systeem()
        with connection.cursor() as cursor:
            cursor.execute("set verantwoord.rol = 'systeem'")


@receiver(request_started)
def be_nobody(**_: object) -> None:
    """Let a request begin as on a server, where nobody sees anything until it is said for whom it asks."""
    _wees("")


@receiver(request_finished)
def be_the_system_again(**_: object) -> None:
    """After a request let the test see every row again, also inside a transaction that goes on."""
    _wees("systeem")


def _wees(rol: str) -> None:
    """Asked past Django, which counts queries."""
    from verantwoord.toegang import context  # noqa: PLC0415 - its models need Django

    verbinding = connection.connection
    if threading.current_thread() is not threading.main_thread() or verbinding is None:
        return
    context._rol.set(rol)
    if verbinding.info.transaction_status != TransactionStatus.INERROR:
        verbinding.execute("select set_config('verantwoord.rol', %s, false)", [rol])


@pytest.fixture(scope="session")
def doorgeteld() -> set[str]:
    """The databases in which tests that were rolled back have counted on: a number that was given out stays given out."""
    return set()


@pytest.fixture(autouse=True)
def guard_looks_as_on_a_server(request: pytest.FixtureRequest, doorgeteld: set[str]) -> None:
    """Where a test really commits, let it begin with a database of its own, whatever ran before it, and let a look open rows
    only once it is committed itself.

    Every other test is one transaction that is rolled back; there a look counts as soon as it is written.
    """
    merk = request.node.get_closest_marker("django_db")
    vast = merk is not None and merk.kwargs.get("transaction", False)
    if vast or {"transactional_db", "live_server"} & set(request.fixturenames):
        request.getfixturevalue("django_db_setup")
        naam = request.getfixturevalue("proefdatabank")
        if naam in doorgeteld:
            maak_proefdatabank(naam, sjabloon=maak_sjabloon())
            doorgeteld.remove(naam)
        zet_bonproef(naam, streng=True)
    elif merk is not None or "db" in request.fixturenames:
        doorgeteld.add(request.getfixturevalue("proefdatabank"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser. Where there is none its tests are skipped and say so; in CI that is a failure."""
    gevonden = next((pad for pad in CHROMIUM if pad and Path(pad).exists()), None)
    if gevonden is None:
        zin = "NO BROWSER HERE: chromium is missing, so nobody looked at the pages"
        if os.environ.get("VERANTWOORD_CI") == "1":
            pytest.fail(zin)
        pytest.skip(zin)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=gevonden, args=list(STIL))
        yield browser
        browser.close()


@pytest.fixture
def browser_page(chromium: Browser) -> Iterator[Page]:
    """A page in Dutch at 1280 px that fails its test when a script breaks or the policy for content is breached."""
    context = chromium.new_context(
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        viewport={"width": 1280, "height": 900},
        reduced_motion="reduce",
    )
    page = context.new_page()
    klachten: list[str] = []

    def noteer(bericht: ConsoleMessage) -> None:
        # An answer of 4xx is an answer: tests that ask for a refusal get one.
        if bericht.type == "error" and not bericht.text.startswith("Failed to load resource"):
            klachten.append(bericht.text)

    page.on("console", noteer)
    page.on("pageerror", lambda fout: klachten.append(str(fout)))
    yield page
    context.close()
    assert klachten == []


@pytest.fixture
def log_in(live_server) -> Callable[[Page, object], None]:
    """Let a colleague be logged in in this browser, with the session the log-in page would have given."""

    def _log_in(page: Page, medewerker: object) -> None:
        client = Client()
        client.force_login(medewerker)
        page.context.add_cookies(
            [
                {
                    "name": settings.SESSION_COOKIE_NAME,
                    "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
                    "url": live_server.url,
                }
            ]
        )

    return _log_in


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """Check the page as it stands against WCAG 2.2 A and AA; every fault is named with its place."""

    def _axe(page: Page) -> None:
        # Without its styles nothing on a page is large enough.
        page.wait_for_load_state()
        gevonden = Axe().run(page, options=AXE).response["violations"]
        fouten = [
            f"{fout['id']}: {plek['html'][:160]}"
            for fout in gevonden
            if fout["impact"] in {"serious", "critical", "moderate"}
            for plek in fout["nodes"]
        ]
        assert fouten == [], f"{page.url}: {fouten}"

    return _axe
