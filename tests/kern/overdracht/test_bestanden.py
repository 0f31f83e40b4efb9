import hashlib
import tracemalloc
from pathlib import Path

import pytest

from verantwoord.kern.fouten import LeesFout
from verantwoord.kern.overdracht.bestanden import MAX_BYTES, Invoer, lees_paden

BOM = b"\xef\xbb\xbf"


@pytest.fixture
def lees(tmp_path, monkeypatch):
    """Write one file, and give the line number and bytes of each message in it."""
    monkeypatch.chdir(tmp_path)

    def schrijf_en_lees(naam, inhoud):
        Path(naam).write_bytes(inhoud)
        return [(invoer.regel, invoer.inhoud) for invoer in lees_paden([Path(naam)])]

    return schrijf_en_lees


@pytest.mark.parametrize(
    ("inhoud", "berichten"),
    [
        (b"", []),
        (BOM, []),
        (b"\n\n", []),
        (b"{}\n", [(1, b"{}")]),
        (b"{}", [(1, b"{}")]),
        (b"{}\r\n{}\r\n", [(1, b"{}"), (2, b"{}")]),
        (b"\n \t\n{}\n\r\n{}", [(3, b"{}"), (5, b"{}")]),
        (b"{}\r{}\n", [(1, b"{}\r{}")]),
        ("[\u2028\u2029\u0085]\n".encode(), [(1, "[\u2028\u2029\u0085]".encode())]),
        (BOM + b"{}\n" + BOM + b"{}\n", [(1, b"{}"), (2, BOM + b"{}")]),
        (BOM + BOM + b"{}", [(1, BOM + b"{}")]),
        (b"{}\x0b\n\x0c\n", [(1, b"{}\x0b"), (2, b"\x0c")]),
    ],
)
def test_given_a_jsonl_file_when_read_then_only_lf_ends_a_line_and_blank_ones_count(lees, inhoud, berichten):
    assert lees("a.jsonl", inhoud) == berichten


@pytest.mark.parametrize("inhoud", [b"", b" \n\n", b"{\r\n}\r\n\r\n", b"{}\n{}\n"])
def test_given_a_json_file_when_read_then_it_is_one_message_whole(lees, inhoud):
    assert lees("a.json", inhoud) == [(1, inhoud)]
    assert lees("b.json", BOM + inhoud) == [(1, inhoud)]


@pytest.mark.parametrize("eind", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize("begin", [b"", BOM])
def test_given_a_line_at_the_limit_when_read_then_line_end_and_bom_do_not_count(lees, begin, eind):
    passend = b"x" * MAX_BYTES

    assert lees("a.jsonl", begin + passend + eind + b"{}") == (
        [(1, passend), (2, b"{}")] if eind else [(1, None)]
    )
    assert lees("b.jsonl", begin + passend + b"x" + eind + b"\n{}") == [(1, None), (3 if eind else 2, b"{}")]


def test_given_a_json_file_at_the_limit_when_read_then_the_bom_does_not_count(lees):
    assert lees("a.json", BOM + b"x" * MAX_BYTES) == [(1, b"x" * MAX_BYTES)]
    assert lees("b.json", b"x" * MAX_BYTES + b"\n") == [(1, None)]


def test_given_a_long_line_of_nothing_but_white_space_when_read_then_it_is_blank(lees):
    assert lees("a.jsonl", b" " * (3 * MAX_BYTES) + b"\r\n{}") == [(2, b"{}")]


@pytest.mark.parametrize("extra", range(4))
def test_given_lines_too_long_when_read_then_size_hash_and_place_are_of_the_line_without_its_end(
    tmp_path, extra
):
    bestand = tmp_path / "a.jsonl"
    # A CR now and then falls on the border between two pieces; only the one before LF belongs to the line end.
    lang = b"x" * (MAX_BYTES + 1) + b"\r" * (65_536 + extra) + b"y\r"
    bestand.write_bytes(BOM + b"{}\n" + lang + b"\r\n" + lang)

    gelezen = list(lees_paden([bestand]))

    verwacht = {
        "bestand": bestand.as_posix(),
        "omvang": len(lang),
        "sha256": hashlib.sha256(lang).hexdigest(),
        "inhoud": None,
    }
    assert gelezen[1:] == [
        Invoer(regel=2, begin=6, **verwacht),
        Invoer(regel=3, begin=6 + len(lang) + 2, **verwacht),
    ]


def test_given_a_json_file_too_large_when_read_then_size_and_hash_are_of_all_of_it(tmp_path):
    bestand = tmp_path / "a.json"
    bestand.write_bytes(BOM + b"x" * (3 * MAX_BYTES))

    (invoer,) = lees_paden([bestand])

    assert (invoer.begin, invoer.omvang, invoer.inhoud) == (3, 3 * MAX_BYTES, None)
    assert invoer.sha256 == hashlib.sha256(b"x" * (3 * MAX_BYTES)).hexdigest()


@pytest.mark.parametrize("naam", ["a.jsonl", "a.json"])
def test_given_a_message_of_64_mib_when_read_then_memory_stays_near_one_message(tmp_path, naam):
    bestand = tmp_path / naam
    with bestand.open("wb") as stroom:
        for _ in range(64):
            stroom.write(b"x" * MAX_BYTES)

    tracemalloc.start()
    (invoer,) = lees_paden([bestand])
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert invoer.omvang == 64 * MAX_BYTES
    assert piek < 4 * MAX_BYTES


def test_given_a_folder_when_read_then_only_json_files_come_in_code_point_order_of_their_path(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    for naam in [
        "m/b.json",
        "m/a/z.jsonl",
        "m/a-b.json",
        "m/B.json",
        "m/é.json",
        "m/z.json",
        "m/c.txt",
        "m/d.JSON",
        "m/.json",
    ]:
        Path(naam).parent.mkdir(parents=True, exist_ok=True)
        Path(naam).write_bytes(b"{}")
    Path("m/map.json").mkdir()
    Path("m/map.json/y.json").write_bytes(b"{}")

    gelezen = [invoer.bestand for invoer in lees_paden([Path("m")])]

    assert gelezen == [
        "m/.json",
        "m/B.json",
        "m/a-b.json",
        "m/a/z.jsonl",
        "m/b.json",
        "m/map.json/y.json",
        "m/z.json",
        "m/é.json",
    ]


def test_given_several_paths_when_read_then_their_order_is_kept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for naam in ["b.json", "a.json"]:
        Path(naam).write_bytes(b"{}")

    gelezen = [invoer.bestand for invoer in lees_paden([Path("b.json"), Path("a.json"), Path("b.json")])]

    assert gelezen == ["b.json", "a.json", "b.json"]


@pytest.mark.parametrize(
    ("naam", "melding"),
    [
        ("weg.json", "weg.json bestaat niet: noem een .json- of .jsonl-bestand of een map."),
        ("lijst.csv", "lijst.csv is geen .json- of .jsonl-bestand: noem zo een bestand of een map."),
    ],
)
def test_given_a_path_that_cannot_be_read_when_reading_then_a_sentence_says_so(
    tmp_path, monkeypatch, naam, melding
):
    monkeypatch.chdir(tmp_path)
    Path("lijst.csv").write_bytes(b"a;b")

    with pytest.raises(LeesFout) as gevangen:
        list(lees_paden([Path(naam)]))

    assert gevangen.value.melding == melding
