"""Where staff live and locations are, in four digits, for the nightly check: all lines or none."""

import pytest
from django.core.management import CommandError, call_command

from tests.dossier.factories import MedewerkerFactory
from verantwoord.toegang.models import Postcode

pytestmark = pytest.mark.django_db


@pytest.fixture
def wie():
    return MedewerkerFactory(gebruikersnaam="noor.haverkamp")


def lees(tmp_path, tekst):
    bestand = tmp_path / "postcodes.csv"
    bestand.write_text(tekst)
    call_command("import_postcodes", str(bestand))


def stand():
    return sorted(Postcode.objects.values_list("locatie", "medewerker__gebruikersnaam", "cijfers"), key=str)


def test_given_a_file_when_read_twice_then_the_last_one_is_what_is_known(tmp_path, wie, capsys):
    lees(tmp_path, "locatie;Assen;9401\nmedewerker;noor.haverkamp;9402\n")
    eerst = stand()
    lees(tmp_path, "locatie;Assen;9403\n")

    assert eerst == sorted([("Assen", None, "9401"), (None, "noor.haverkamp", "9402")], key=str)
    assert stand() == [("Assen", None, "9403")]
    assert capsys.readouterr().out == "2 postcodes vastgelegd.\n1 postcodes vastgelegd.\n"


@pytest.mark.parametrize(
    "regel",
    [
        "medewerker;niemand.zo;9401",
        "locatie;Assen;0401",
        "locatie;Assen;94011",
        "locatie;Assen;94O1",
        "locatie;;9401",
        "gebouw;Assen;9401",
        "locatie;Assen",
    ],
)
def test_given_a_line_that_cannot_be_read_when_importing_then_nothing_changes(tmp_path, wie, regel):
    lees(tmp_path, "locatie;Assen;9401\n")

    with pytest.raises(CommandError, match="Regel 2"):
        lees(tmp_path, f"locatie;Emmen;7811\n{regel}\n")

    assert stand() == [("Assen", None, "9401")]


def test_given_no_file_when_importing_then_it_says_so(tmp_path):
    with pytest.raises(CommandError, match="niet te lezen"):
        call_command("import_postcodes", str(tmp_path / "weg.csv"))
