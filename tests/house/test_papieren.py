"""The papers of the house: every link leads somewhere, and what several of them say is the same."""

import re
import tomllib
from itertools import chain

import pytest
import yaml

from verantwoord.project.omgeving import WORTEL

BLADEN = sorted(chain(WORTEL.glob("*.md"), WORTEL.glob("docs/**/*.md"), WORTEL.glob("bench/*.md")))
PROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text())["project"]
PUBLICCODE = yaml.safe_load((WORTEL / "publiccode.yml").read_text())


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: str(blad.relative_to(WORTEL)))
def test_given_a_page_when_its_links_are_followed_then_each_leads_to_a_file_and_a_part_of_it(blad):
    dood = []
    for link in re.findall(r"\]\(([^)\s]+)\)", blad.read_text()):
        if re.match(r"[a-z]+:", link):
            continue
        pad, _, deel = link.partition("#")
        doel = (blad.parent / pad).resolve() if pad else blad
        if not doel.exists() or (deel and deel not in delen_van(doel.read_text())):
            dood.append(link)

    assert dood == []


def delen_van(tekst: str) -> set[str]:
    koppen = re.findall(r"^#+ (.+)$", tekst, re.MULTILINE)
    gemaakt = {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}
    return gemaakt | set(re.findall(r'<a id="([^"]+)">', tekst))


def test_given_the_decisions_when_listed_then_each_stands_in_the_list_and_has_its_parts():
    besluiten = sorted((WORTEL / "docs" / "adr").glob("0*.md"))
    genoemd = re.findall(r"\((0\d{3}-[^)]+)\)", (WORTEL / "docs" / "adr" / "README.md").read_text())

    koppen = {
        besluit.name: re.findall(r"^## (.+)$", besluit.read_text(), re.MULTILINE) for besluit in besluiten
    }

    assert genoemd == [besluit.name for besluit in besluiten]
    assert [naam for naam, delen in koppen.items() if delen != ["Context", "Decision", "Consequences"]] == []


def test_given_publiccode_when_read_then_it_says_what_the_project_says():
    assert PUBLICCODE["name"] == PROJECT["name"]
    assert PUBLICCODE["softwareVersion"] == PROJECT["version"]
    assert PUBLICCODE["legal"]["license"] == PROJECT["license"]
    assert PUBLICCODE["localisation"]["availableLanguages"] == ["nl", "en"]


def test_given_publiccode_when_read_then_every_field_the_standard_asks_is_there_and_of_its_length():
    verplicht = {
        "publiccodeYmlVersion",
        "name",
        "url",
        "platforms",
        "categories",
        "developmentStatus",
        "softwareType",
        "description",
        "legal",
        "maintenance",
        "localisation",
    }
    kort = [len(taal["shortDescription"]) for taal in PUBLICCODE["description"].values()]
    lang = [len(taal["longDescription"]) for taal in PUBLICCODE["description"].values()]

    assert verplicht - set(PUBLICCODE) == set()
    assert max(kort) <= 150
    assert min(lang) >= 150


def test_given_the_licence_when_read_then_it_is_the_whole_of_the_eupl():
    regels = (WORTEL / "LICENSE").read_text().splitlines()

    assert regels[0] == "EUROPEAN UNION PUBLIC LICENCE v. 1.2"
    assert [int(regel.split(".")[0]) for regel in regels if re.match(r"\d+\. ?[A-Z]", regel)] == list(
        range(1, 16)
    )
