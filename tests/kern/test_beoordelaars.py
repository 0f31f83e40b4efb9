"""compare-beoordelaars: from a file of judgments to agreement per criterium, as a user starts it."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verantwoord.kern.beoordelaars import KOLOMMEN, Oordeel, lees_oordelen, vergelijk
from verantwoord.kern.cli import main
from verantwoord.kern.fouten import LeesFout

# A slow machine is no reason to fail.
traag = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

KOP = "dossier,criterium,beoordelaar,oordeel\n"
ALFABET = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=6)


def paren(criterium, oordelen):
    """Lines of assessors A and B: a pair of judgments a dossier."""
    return "".join(
        f"D-{i},{criterium},A,{a}\nD-{i},{criterium},B,{b}\n" for i, (a, b) in enumerate(oordelen, 1)
    )


VIJFTIG = [("ja", "ja")] * 20 + [("ja", "nee")] * 5 + [("nee", "ja")] * 10 + [("nee", "nee")] * 15


@pytest.fixture
def start(tmp_path, capsys):
    def uitvoeren(inhoud, *woorden):
        pad = tmp_path / "oordelen.csv"
        pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
        code = main(["compare-beoordelaars", str(pad), *woorden])
        return (code, *capsys.readouterr())

    return uitvoeren


def test_given_two_assessors_when_compared_then_each_criterium_has_its_figures(start):
    code, uit, fout = start(
        KOP + paren("strategie", VIJFTIG) + paren("medisch", [("ja", "ja")] * 3), "--json"
    )

    assert (code, fout) == (0, "")
    assert json.loads(uit) == [
        {
            "criterium": "medisch",
            "beoordelaars": ["A", "B"],
            "oordelen": ["ja"],
            "n": 3,
            "overeenstemming": 1.0,
            "kappa": None,
            "kappa_interval": None,
            "alpha": None,
        },
        {
            "criterium": "strategie",
            "beoordelaars": ["A", "B"],
            "oordelen": ["ja", "nee"],
            "n": 50,
            "overeenstemming": 0.7,
            "kappa": 0.4,
            "kappa_interval": [0.151092, 0.648908],
            # 1 - 99 x 30 / (2 x 55 x 45)
            "alpha": 0.4,
        },
    ]


def test_given_three_assessors_with_gaps_when_compared_then_alpha_counts_what_is_there(start):
    regels = "1,m,A,ja\n1,m,B,ja\n1,m,C,\n2,m,A,ja\n2,m,C,nee\n3,m,B,nee\n"

    code, uit, _ = start(KOP + regels, "--json")

    (criterium,) = json.loads(uit)
    assert code == 0
    assert (criterium["n"], criterium["kappa"], criterium["overeenstemming"]) == (2, None, 0.5)
    # Krippendorff by hand: ja three times, nee once; 1 - 3 x 2 / 6.
    assert criterium["alpha"] == 0.0


def test_given_a_reader_at_a_terminal_when_compared_then_there_is_a_table(start):
    code, uit, _ = start(KOP + paren("strategie", VIJFTIG))

    assert code == 0
    assert uit.splitlines()[:2] == [
        "Criterium  Dossiers   Gelijk  Kappa                 Alfa",
        "strategie        50    70,0%  0,40 (0,15 tot 0,65)  0,40",
    ]


def test_given_what_a_spreadsheet_makes_when_read_then_mark_order_and_space_do_not_matter():
    netjes = lees_oordelen(b"dossier,criterium,beoordelaar,oordeel\n1,m,A,ja\n")

    gelezen = lees_oordelen(b'\xef\xbb\xbfoordeel,dossier, criterium,beoordelaar\r\n" ja ",1,m,A\r\n,,,\r\n')

    assert gelezen == netjes == [Oordeel("1", "m", "A", "ja")]


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "De eerste regel moet de kolommen noemen: dossier,criterium,beoordelaar,oordeel."),
        (b"dossier;criterium;beoordelaar;oordeel\n", "De eerste regel moet de kolommen noemen:"),
        ((KOP + "1,m,A,ja,extra\n").encode(), "Regel 2: hier staan 5 waarden in plaats van vier."),
        ((KOP + "1,m,A,ja\n1,m, ,ja\n").encode(), "Regel 3: de kolom beoordelaar is leeg."),
        ((KOP + "1,m,A,ja\n1,m,A,nee\n").encode(), "Regel 3: van deze beoordelaar staat er al een oordeel"),
        ((KOP + '1,m,"A"x,ja\n').encode(), "Regel 2: dit is geen geldige CSV."),
        ((KOP + "1,m,A,\n").encode(), "In dit bestand staat geen enkel oordeel."),
        (KOP.encode() + b"1,m,A,\xff\n", "Dit is geen geldige UTF-8-tekst;"),
        ((KOP + "1,m,A,j\0a\n").encode(), "Het bestand bevat het teken U+0000;"),
    ],
)
def test_given_a_file_that_does_not_fit_when_compared_then_it_is_wrong_use_with_a_sentence(
    inhoud, zin, start
):
    code, uit, fout = start(inhoud, "--json")

    assert (code, uit) == (2, "")
    assert fout.startswith(zin)


@pytest.mark.parametrize("woorden", [[], ["een.csv", "twee.csv"], ["een.csv", "--xml"], ["er-is-niets.csv"]])
def test_given_no_file_or_a_strange_word_when_started_then_it_is_wrong_use(woorden, capsys):
    code = main(["compare-beoordelaars", *woorden])

    uit, fout = capsys.readouterr()
    assert (code, uit, fout.count("\n")) == (2, "", 1)


def test_given_help_when_asked_then_it_names_the_columns(capsys):
    code = main(["compare-beoordelaars", "--help"])

    assert code == 0
    assert capsys.readouterr().out.splitlines()[3].startswith(",".join(KOLOMMEN))


@traag
@given(st.lists(st.tuples(ALFABET, ALFABET, ALFABET, ALFABET), max_size=30), st.randoms())
def test_given_any_judgments_when_the_lines_are_shuffled_then_nothing_changes(rijen, kans):
    oordelen = list({rij[:3]: Oordeel(*rij) for rij in rijen}.values())
    anders = list(oordelen)
    kans.shuffle(anders)

    assert vergelijk(anders) == vergelijk(oordelen)


@traag
@given(st.binary(max_size=200))
def test_given_any_bytes_when_read_then_there_are_judgments_or_a_sentence(inhoud):
    melding = "geen melding."
    gelezen = []

    try:
        gelezen = lees_oordelen(KOP.encode() + inhoud)
    except LeesFout as fout:
        melding = fout.melding

    assert bool(gelezen) == (melding == "geen melding.")
    assert melding.endswith(".")
    assert all(all(oordeel) for oordeel in gelezen)
