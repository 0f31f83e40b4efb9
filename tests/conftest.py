"""What all tests share: a database of their own, reached in the role of the app."""

import os
from collections.abc import Iterator

import pytest
from django.test import TransactionTestCase

from tests.databank import laat_vallen, maak_proefdatabank, maak_sjabloon

# The browser's driver keeps an event loop in this thread; the tests themselves are ordinary synchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


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
