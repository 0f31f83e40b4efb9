"""A table test says once, in its marker, which norm it is about."""

import pytest

from tests.kern.normen.tabel import controleer as controleer_rij


@pytest.fixture
def controleer(request: pytest.FixtureRequest):
    [norm] = request.node.get_closest_marker("norm").args

    def toets(rij):
        controleer_rij(norm, rij)

    return toets
