"""check-dossier and list-normen as a user starts them: a new process, no Django, and an exit code that means something."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from verantwoord.kern.normen import NORMEN

WORTEL = Path(__file__).parents[2]
SCENARIOS = [
    json.loads(regel)
    for regel in (WORTEL / "tests/data/scenarios.jsonl").read_text(encoding="utf-8").splitlines()
]
START = "import sys; from verantwoord.kern.cli import {0}; sys.exit({0}(sys.argv[1:]))"


def start(functie: str, *woorden: str, invoer: bytes = b"") -> tuple[int, str, str]:
    """Run one command in a process of its own; give exit code, stdout and stderr."""
    klaar = subprocess.run(  # noqa: S603 - our own interpreter and our own code
        [sys.executable, "-c", START.format(functie), *woorden],
        input=invoer,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(WORTEL / "src"), "PYTHONIOENCODING": "utf-8"},
    )
    return klaar.returncode, klaar.stdout.decode(), klaar.stderr.decode()


@pytest.fixture
def bestand(tmp_path: Path) -> str:
    pad = tmp_path / "dossier.json"
    pad.write_text(json.dumps(SCENARIOS[4]["beeld"]), encoding="utf-8")
    return str(pad)


def test_given_a_file_when_checked_as_json_then_the_answer_is_a_beoordeling_of_that_day(bestand: str):
    code, uit, fout = start("check_dossier", bestand, "--op", "2022-04-22", "--json")

    antwoord = json.loads(uit)
    assert (code, fout) == (0, "")
    assert (antwoord["schema"], antwoord["peildatum"]) == ("verantwoord.beoordeling/1", "2022-04-22")
    assert antwoord["dossiernummer"] == SCENARIOS[4]["beeld"]["dossiernummer"]


def test_given_a_dash_when_checked_then_the_dossierbeeld_comes_from_stdin(bestand: str):
    code, uit, _ = start("check_dossier", "-", "--op=2022-04-22", "--json", invoer=Path(bestand).read_bytes())

    assert (code, uit) == start("check_dossier", bestand, "--op", "2022-04-22", "--json")[:2]


def test_given_no_json_when_checked_then_a_person_can_read_the_report(bestand: str):
    code, uit, _ = start("check_dossier", bestand, "--op", "2022-04-22")

    koppen = [
        regel
        for regel, onder in zip(uit.splitlines(), uit.splitlines()[1:], strict=False)
        if set(onder) == {"-"}
    ]
    assert code == 0
    assert uit.splitlines()[:2] == ["Dossier D-2021-100105 op 22 april 2022", "Fase: vertrekfase"]
    assert koppen == ["Wat nu niet mag", "Waarom niet", "Wat nu te doen is", "Termijnen", "Wat in orde is"]


def test_given_lines_with_a_bad_one_when_checked_then_it_is_named_and_the_rest_goes_on():
    invoer = b"\n".join(
        [json.dumps(SCENARIOS[0]["beeld"]).encode(), b"{}", json.dumps(SCENARIOS[1]["beeld"]).encode(), b""]
    )

    code, uit, _ = start("check_dossier", "--lines", "-", "--op", "2022-04-22", "--json", invoer=invoer)

    eerste, tweede, derde = map(json.loads, uit.splitlines())
    assert code == 0
    assert [x["dossiernummer"] for x in (eerste, derde)] == [
        SCENARIOS[i]["beeld"]["dossiernummer"] for i in (0, 1)
    ]
    assert tweede == {"regel": 2, "fout": "Veld schema: dit verplichte veld ontbreekt; vul het in."}


@pytest.mark.parametrize(
    ("woorden", "code", "zin"),
    [
        ([], 2, "Geef één bestand op, of - om van de invoer te lezen."),
        (["a", "b"], 2, "Geef één bestand op, of - om van de invoer te lezen."),
        (["-", "--fout"], 2, "check-dossier kent --fout niet."),
        (["-", "--op", "2022-02-30"], 2, "2022-02-30 is geen datum."),
        (["-", "--op", "2022-W10-1"], 2, "2022-W10-1 is geen datum."),
        (["-", "--op"], 2, "Niets is geen datum."),
        (["-", "--lines"], 2, "Met --lines is het antwoord altijd JSON."),
        (["bestaat-niet.json"], 1, "Het bestand bestaat-niet.json bestaat niet."),
        (["-"], 1, "Dit is geen volledige JSON: de tekst houdt te vroeg op."),
    ],
)
def test_given_wrong_words_or_a_wrong_file_when_started_then_the_code_and_the_sentence_say_which(
    woorden: list[str], code: int, zin: str
):
    gekregen, uit, fout = start("check_dossier", *woorden)

    assert (gekregen, uit) == (code, "")
    assert fout.startswith(zin)


def test_given_the_norms_when_listed_as_json_then_every_norm_has_its_source_and_values():
    code, uit, _ = start("list_normen", "--json")

    normen = json.loads(uit)
    assert code == 0
    assert [n["id"] for n in normen] == list(NORMEN)
    verplicht = {"id", "soort", "titel", "regel", "bron", "parameters", "gevolg", "blokkeert"}
    assert [n["id"] for n in normen if not verplicht <= set(n)] == []
    check = next(n for n in normen if n["id"] == "verwijderbaarheidscheck")
    assert check["parameters"] == [
        {
            "naam": "max_age_days",
            "waarde": 5,
            "eenheid": "day",
            "status": "project-choice",
            "geldig_van": None,
            "geldig_tot": None,
        }
    ]


def test_given_the_norms_when_listed_to_read_then_each_title_stands_there():
    code, uit, _ = start("list_normen")

    assert code == 0
    assert [n.titel for n in NORMEN.values() if n.titel not in uit.splitlines()] == []


def test_given_unknown_words_when_norms_are_listed_then_it_is_wrong_use():
    assert start("list_normen", "--fout")[0] == 2


@pytest.mark.parametrize("functie", ["check_dossier", "list_normen"])
def test_given_a_question_for_help_when_started_then_it_explains_the_command(functie: str):
    code, uit, fout = start(functie, "--help")

    assert (code, fout) == (0, "")
    assert uit.startswith("Gebruik: verantwoord")


def test_given_a_cold_start_when_the_core_is_loaded_then_django_is_not():
    vraag = "import sys; import verantwoord.kern.cli; print(sorted({m.split('.')[0] for m in sys.modules} & {'django', 'rich'}))"

    klaar = subprocess.run(  # noqa: S603 - our own interpreter and our own code
        [sys.executable, "-c", vraag],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(WORTEL / "src")},
    )

    assert klaar.stdout.decode().strip() == "[]"
