import pytest

from tests.overleg.factories import Tafel, maak_tafel


@pytest.fixture
def tafel(db) -> Tafel:
    return maak_tafel()
