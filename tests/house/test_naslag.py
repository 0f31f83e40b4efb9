"""What the documentation says about the program is what the program does."""

import pytest

from verantwoord.kern.normen import NORMEN
from verantwoord.project.naslag import BLADEN, maak_bladen
from verantwoord.project.omgeving import WORTEL


@pytest.mark.parametrize("naam", sorted(BLADEN))
def test_given_the_program_as_it_is_when_making_the_page_then_it_is_the_committed_one(naam):
    gemaakt = BLADEN[naam]()

    assert gemaakt == (WORTEL / "docs" / "reference" / naam).read_text(), "run ./verantwoord make-docs"


def test_given_every_norm_when_making_the_page_then_each_has_its_own_part():
    koppen = [regel for regel in BLADEN["normen.md"]().splitlines() if regel.startswith("## ")]

    assert koppen == [f'## <a id="{n.id}"></a>{n.titel}' for n in NORMEN.values()]


def test_given_pages_that_are_up_to_date_when_made_again_then_none_is_written(tmp_path):
    eerst = maak_bladen(tmp_path)

    assert (eerst, maak_bladen(tmp_path)) == (list(BLADEN), [])
