"""The set-up knows what is missing, does nothing twice, and says in two languages what it cannot do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from verantwoord.project import inrichten
from verantwoord.project.omgeving import WORTEL


@pytest.fixture
def werkkopie(tmp_path, monkeypatch):
    """A working copy in which everything has been made."""
    for pad, tekst in {
        "requirements/app.txt": "django==5.2.19\n",
        "requirements/dev.txt": "pytest==9\n",
        "assets/package-lock.json": "{}\n",
        "src/verantwoord/web/bouw.py": "\n",
        "src/verantwoord/web/static/vendor/.stempel": "x",
        "src/verantwoord/project/locale/en/LC_MESSAGES/django.po": "\n",
        "src/verantwoord/project/locale/en/LC_MESSAGES/django.mo": "\n",
        ".venv/bin/python": "\n",
    }.items():
        (tmp_path / pad).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / pad).write_text(tekst)
    monkeypatch.setattr(inrichten, "WORTEL", tmp_path)
    monkeypatch.setattr(inrichten, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(inrichten, "STEMPEL", tmp_path / ".venv" / ".stempel")
    monkeypatch.setattr(inrichten, "BEZIG", tmp_path / ".venv" / ".bezig")
    for deel in inrichten.vingerafdrukken(met_tests=True):
        inrichten._stempel(deel)
    return tmp_path


def test_given_everything_made_when_starting_then_nothing_is_missing(werkkopie):
    assert inrichten.ontbreekt(met_tests=True) == []


@pytest.mark.parametrize(
    ("pad", "deel"),
    [
        ("requirements/app.txt", "app"),
        ("requirements/dev.txt", "dev"),
        ("assets/package-lock.json", "assets"),
        ("src/verantwoord/web/bouw.py", "assets"),
        ("src/verantwoord/project/locale/en/LC_MESSAGES/django.po", "vertalingen"),
    ],
)
def test_given_a_changed_source_when_starting_then_only_that_part_is_made_again(werkkopie, pad, deel):
    (werkkopie / pad).write_text("anders\n")

    assert inrichten.ontbreekt(met_tests=True) == [deel]


@pytest.mark.parametrize(
    ("pad", "deel"),
    [
        ("src/verantwoord/web/static/vendor/.stempel", "assets"),
        ("src/verantwoord/project/locale/en/LC_MESSAGES/django.mo", "vertalingen"),
    ],
)
def test_given_a_result_that_is_gone_when_starting_then_it_is_made_again(werkkopie, pad, deel):
    (werkkopie / pad).unlink()

    assert inrichten.ontbreekt(met_tests=False) == [deel]


def test_given_changed_packages_of_the_tests_when_starting_the_program_then_it_does_not_matter(werkkopie):
    (werkkopie / "requirements/dev.txt").write_text("anders\n")

    assert inrichten.ontbreekt(met_tests=False) == []


def test_given_an_interrupted_installation_when_starting_then_all_is_made_anew(werkkopie):
    (werkkopie / ".venv/.bezig").touch()

    assert inrichten.ontbreekt(met_tests=True) == ["python", "app", "assets", "vertalingen", "dev"]


def test_given_a_moved_folder_when_starting_then_the_environment_is_made_anew(werkkopie, monkeypatch):
    elders = werkkopie.with_name("elders")
    shutil.move(werkkopie, elders)
    for naam, pad in {
        "WORTEL": "",
        "VENV": ".venv",
        "STEMPEL": ".venv/.stempel",
        "BEZIG": ".venv/.bezig",
    }.items():
        monkeypatch.setattr(inrichten, naam, elders / pad)

    assert inrichten.ontbreekt(met_tests=True) == ["python"]


def start(tmp_path: Path, *programmas: str, **nep: str) -> tuple[int, str]:
    """Run the start script where only these programs exist, and ``nep`` as scripts of our own."""
    huis, bin_ = tmp_path / "huis", tmp_path / "bin"
    huis.mkdir()
    bin_.mkdir()
    shutil.copy2(WORTEL / "verantwoord", huis)
    for naam in ("dirname", "readlink", *programmas):
        (bin_ / naam).symlink_to(shutil.which(naam))
    for naam, script in nep.items():
        (bin_ / naam).write_text(script)
        (bin_ / naam).chmod(0o755)
    klaar = subprocess.run(  # noqa: S603 - our own script
        ["/bin/sh", huis / "verantwoord", "--help"],
        env={"PATH": str(bin_)},
        capture_output=True,
        text=True,
        check=False,
    )
    return klaar.returncode, klaar.stdout + klaar.stderr


GEEN_PYTHON = (
    "Verantwoord heeft Python 3.11 of nieuwer nodig en vindt dat hier niet. Installeer python3 en probeer het opnieuw.\n"
    "Verantwoord needs Python 3.11 or newer and does not find it here. Install python3 and try again.\n"
)


def test_given_no_python_when_starting_then_a_sentence_says_so_in_two_languages(tmp_path):
    assert start(tmp_path) == (1, GEEN_PYTHON)


def test_given_an_old_python_when_starting_then_the_same_sentence_says_so(tmp_path):
    assert start(tmp_path, python3="#!/bin/sh\nexit 1\n") == (1, GEEN_PYTHON)


def test_given_a_python_without_venv_when_starting_then_a_sentence_says_what_to_install(tmp_path):
    # A Python as Debian ships it without python3-venv: ensurepip is not there.
    kaal = (
        f"#!{sys.executable}\nimport importlib.util as u, runpy, sys\nzoek = u.find_spec\n"
        "u.find_spec = lambda naam, *rest: None if naam == 'ensurepip' else zoek(naam, *rest)\n"
        "woorden = [w for w in sys.argv[1:] if w not in ('-I', '-S')]\n"
        "if woorden[0] == '-c': exec(woorden[1])\n"
        "sys.argv = woorden; runpy.run_path(woorden[0], run_name='__main__')\n"
    )
    doel = tmp_path / "huis" / "src" / "verantwoord" / "project"
    bron = Path(inrichten.__file__)

    afloop, tekst = start_met_bron(tmp_path, bron, doel, kaal)

    assert (afloop, tekst) == (1, inrichten.GEEN_VENV + "\n")


def start_met_bron(tmp_path: Path, bron: Path, doel: Path, python: str) -> tuple[int, str]:
    (tmp_path / "bin").mkdir()
    doel.mkdir(parents=True)
    shutil.copy2(bron, doel)
    shutil.copy2(WORTEL / "verantwoord", tmp_path / "huis")
    for map_ in ("requirements", "assets"):
        shutil.copytree(WORTEL / map_, tmp_path / "huis" / map_)
    (doel.parent / "web").mkdir()
    shutil.copy2(WORTEL / "src" / "verantwoord" / "web" / "bouw.py", doel.parent / "web")
    (tmp_path / "bin" / "python3").write_text(python)
    (tmp_path / "bin" / "python3").chmod(0o755)
    klaar = subprocess.run(  # noqa: S603 - our own script
        ["/bin/sh", tmp_path / "huis" / "verantwoord", "--help"],
        env={"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    return klaar.returncode, klaar.stdout + klaar.stderr
