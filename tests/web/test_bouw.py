"""The set-up of styles and fonts: pinned, skipped when nothing changed, clear when it cannot go on."""

import json
import shutil
from pathlib import Path

import pytest

from verantwoord.web import bouw

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "assets", tmp_path / "assets", ignore=shutil.ignore_patterns("node_modules"))
    return tmp_path


def test_given_the_lock_when_read_then_every_package_is_exact_and_no_registry_is_named():
    wanted = json.loads((ROOT / "assets/package.json").read_text())["dependencies"]
    lock = json.loads((ROOT / "assets/package-lock.json").read_text())["packages"]

    assert {name: lock[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, entry in lock.items() if name and "integrity" not in entry] == []
    assert [name for name, entry in lock.items() if "resolved" in entry] == []


def test_given_an_unchanged_lock_when_built_again_then_nothing_is_fetched(project: Path, monkeypatch):
    vendor = project / "src/verantwoord/web/static/vendor"
    shutil.copytree(ROOT / "src/verantwoord/web/static/vendor", vendor)
    monkeypatch.setenv("PATH", "")

    fetched = bouw.bouw_assets(project)

    assert fetched is False


def test_given_no_npm_when_built_then_the_sentence_says_what_to_do(project: Path, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(bouw.BouwFout) as caught:
        bouw.bouw_assets(project)

    assert str(caught.value) == bouw.NO_NPM


@pytest.mark.skipif(not shutil.which("npm"), reason="needs an npm to see it fail")
def test_given_a_lock_that_does_not_fit_when_built_then_npm_stops_and_what_was_there_stays(project: Path):
    old = project / "src/verantwoord/web/static/vendor/oud.css"
    old.parent.mkdir(parents=True)
    old.write_text("a{}")
    package = project / "assets/package.json"
    package.write_text(
        package.read_text().replace('"@utrecht/alert-css": "4.0.2"', '"@utrecht/alert-css": "0.0.1"')
    )

    with pytest.raises(bouw.BouwFout) as caught:
        bouw.bouw_assets(project)

    assert str(caught.value).startswith("De stijlen en letters zijn niet opgehaald: npm stopte met een fout.")
    assert old.read_text() == "a{}"


def test_given_the_built_folder_when_listed_then_each_package_has_its_licence():
    vendor = ROOT / "src/verantwoord/web/static/vendor"

    there = {str(path.relative_to(vendor)) for path in vendor.rglob("*") if path.is_file()}

    assert there == {*bouw.FILES.values(), "utrecht.css", ".stempel"}
