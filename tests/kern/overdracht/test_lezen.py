import json

import pytest

from tests.kern.overdracht.berichten import WEG, overdracht
from verantwoord.kern.overdracht.bestanden import MAX_BYTES
from verantwoord.kern.overdracht.lezen import OVERDRACHT, vind_bericht_id
from verantwoord.kern.overdracht.redenen import Reden, Weigering

BESLUIT = {"soort": "afwijzing", "genomen_op": "2022-01-10"}
DIEP = "[" * 100_000 + "]" * 100_000


def weigering(raw):
    with pytest.raises(Weigering) as gevangen:
        OVERDRACHT.lees(raw)
    return gevangen.value


@pytest.mark.parametrize(
    ("pad", "waarde", "gelezen"),
    [
        ("persoon.geboortedatum", "0000-00-00", "0000-00-00"),
        ("persoon.geboortedatum", "1990-00-00", "1990-00-00"),
        ("persoon.geboortedatum", "1990-05-00", "1990-05-00"),
        ("persoon.geboortedatum", "1990-00-15", "1990-00-15"),
        ("persoon.geboortedatum", "1992-02-29", "1992-02-29"),
        ("persoon.nationaliteiten", ["ZZZ"], ("ZZZ",)),
        ("volgnummer", 2**53 - 1, 2**53 - 1),
        ("documenten", ["\U0001f600" * 200], ("\U0001f600" * 200,)),
        ("persoon.naam.achternaam", "   ", "   "),
        (
            "persoon.naam.achternaam",
            " <b>O’Brien</b>\u202e=1+1\u200b\u0378e\u0301 ",
            " <b>O’Brien</b>\u202e=1+1\u200b\u0378e\u0301 ",
        ),
    ],
)
def test_given_what_the_contract_allows_when_read_then_it_is_kept_unchanged(pad, waarde, gelezen):
    bericht = OVERDRACHT.lees(overdracht({pad: waarde}))

    for stap in pad.split("."):
        bericht = getattr(bericht, stap)
    assert bericht == gelezen


@pytest.mark.parametrize(
    ("pad", "waarde", "plaats", "uitleg"),
    [
        (
            "verzonden_op",
            "2022-05-02T10:00:00",
            "verzonden_op",
            (
                "Veld verzonden_op heeft geen tijdzone: geef het verschil met UTC mee, zoals 2022-03-01T14:00:00+01:00, en verstuur "
                "het bericht opnieuw."
            ),
        ),
        (
            "persoon.v_nummer",
            "8800000001\n",
            "persoon",
            "In persoon eindigt een code of nummer op een regeleinde: haal dat weg en verstuur het bericht opnieuw.",
        ),
        (
            "bericht_id",
            "00000000-0000-4000-8000-000000000001\n",
            "",
            "In het bericht eindigt een code of nummer op een regeleinde: haal dat weg en verstuur het bericht opnieuw.",
        ),
        (
            "persoon.nationaliteiten",
            ["SYR\n"],
            "persoon",
            "In persoon eindigt een code of nummer op een regeleinde: haal dat weg en verstuur het bericht opnieuw.",
        ),
        (
            "procedure.besluiten",
            [{**BESLUIT, "land_van_terugkeer": "SYR\n"}],
            "procedure.besluiten[0]",
            "In procedure.besluiten[0] eindigt een code of nummer op een regeleinde: haal dat weg en verstuur het bericht opnieuw.",
        ),
        (
            "persoon.naam.voornamen",
            "a\0b",
            "persoon.naam.voornamen",
            "Veld persoon.naam.voornamen: de tekst bevat het teken U+0000; haal dat teken weg.",
        ),
        (
            "persoon.geboortedatum",
            "1990-13-01",
            "persoon.geboortedatum",
            (
                "Veld persoon.geboortedatum bestaat niet op de kalender: verbeter de datum, met 00 voor wat onbekend is, en verstuur "
                "het bericht opnieuw."
            ),
        ),
        (
            "persoon.gezin",
            [{"relatie": "kind", "geboortedatum": "1990-02-30"}],
            "persoon.gezin[0].geboortedatum",
            (
                "Veld persoon.gezin[0].geboortedatum bestaat niet op de kalender: verbeter de datum, met 00 voor wat onbekend is, en "
                "verstuur het bericht opnieuw."
            ),
        ),
        (
            "volgnummer",
            2**53,
            "volgnummer",
            "Veld volgnummer is groter dan 9007199254740991: verbeter het getal en verstuur het bericht opnieuw.",
        ),
        (
            "volgnummer",
            3.0,
            "volgnummer",
            (
                "Veld volgnummer moet een geheel getal zijn, geen getal met een punt of exponent: verbeter het en verstuur het "
                "bericht opnieuw."
            ),
        ),
        (
            "volgnummer",
            0,
            "volgnummer",
            "Veld volgnummer moet minstens 1 zijn: verbeter het getal en verstuur het bericht opnieuw.",
        ),
        (
            "documenten",
            ["\U0001f600" * 201],
            "documenten[0]",
            "Veld documenten[0] is langer dan 200 tekens: maak het korter en verstuur het bericht opnieuw.",
        ),
        (
            "documenten",
            [""],
            "documenten[0]",
            "Veld documenten[0] is leeg: vul het in, of laat het weg als het niet verplicht is, en verstuur het bericht opnieuw.",
        ),
        (
            "spoor",
            WEG,
            "spoor",
            "Veld spoor ontbreekt: vul het in en verstuur het bericht opnieuw.",
        ),
        (
            "persoon.bsn",
            "1",
            "persoon.bsn",
            (
                "Veld persoon.bsn komt in het berichtformaat niet voor: laat het weg of verbeter de naam en verstuur het bericht "
                "opnieuw."
            ),
        ),
        (
            "persoon.dhr Jansen",
            "1",
            "persoon",
            (
                "In persoon staat een veld dat het berichtformaat niet kent: laat het weg of verbeter de naam en verstuur het bericht "
                "opnieuw."
            ),
        ),
        (
            "afzender",
            "coa",
            "afzender",
            "Veld afzender moet een van deze waarden zijn: avim, ind, kmar; kies de juiste en verstuur het bericht opnieuw.",
        ),
        (
            "procedure.besluiten",
            [{"soort": "vonnis", "genomen_op": "2022-01-10"}],
            "procedure.besluiten[0].soort",
            (
                "Veld procedure.besluiten[0].soort moet een van deze waarden zijn: afwijzing, inreisverbod, intrekking, inwilliging, "
                "terugkeerbesluit; kies de juiste en verstuur het bericht opnieuw."
            ),
        ),
        (
            "schrijnend_getoetst_op",
            "2022-02-30",
            "schrijnend_getoetst_op",
            (
                "Veld schrijnend_getoetst_op moet een bestaande datum zijn als JJJJ-MM-DD: verbeter de datum en verstuur het bericht "
                "opnieuw."
            ),
        ),
        (
            "documenten",
            None,
            "documenten",
            "Veld documenten moet een lijst zijn, geen null: verbeter het en verstuur het bericht opnieuw.",
        ),
        (
            "persoon.v_nummer",
            "٨٨٠٠٠٠٠٠٠١",
            "persoon.v_nummer",
            "Veld persoon.v_nummer moet precies 10 cijfers zijn: verbeter het en verstuur het bericht opnieuw.",
        ),
    ],
)
def test_given_what_the_schema_forbids_when_read_then_place_and_remedy_are_named(pad, waarde, plaats, uitleg):
    fout = weigering(overdracht({pad: waarde}))

    assert (fout.reden, fout.pad, fout.melding) == (Reden.SCHEMA, plaats, uitleg)


@pytest.mark.parametrize(
    "raw",
    [b"null", b'"tekst"', b"[]", b"12", b"[" + overdracht() + b"," + overdracht() + b"]", DIEP.encode()],
)
def test_given_json_that_is_no_object_when_read_then_it_is_schema(raw):
    assert weigering(raw).reden is Reden.SCHEMA


@pytest.mark.parametrize("naam", ["onbekend", "persoon", "schema", "bericht_id"])
def test_given_a_depth_of_100_000_in_a_field_when_read_then_whole_is_schema_and_cut_is_json(naam):
    heel = f'{{"{naam}":{DIEP}}}'.encode()

    assert weigering(heel).reden is Reden.SCHEMA
    assert weigering(heel[:-2]).reden is Reden.ONGELDIGE_JSON


def test_given_text_that_breaks_off_after_a_wrong_field_when_read_then_it_is_json():
    fout = weigering(overdracht({"afzender": "coa"})[:-1])

    assert (fout.reden, fout.melding) == (
        Reden.ONGELDIGE_JSON,
        "Het bericht breekt af voor het einde: verstuur het hele bericht opnieuw.",
    )


@pytest.mark.parametrize(
    "raw",
    [
        overdracht()
        .replace(b"}", b',"v_nummer":"8800000001"}', 1)
        .replace(b'"naam": {', b'"naam": {"v_nummer":"",', 1),
        overdracht().replace(b'"spoor"', b'"sp\\u006for": "asiel", "spoor"'),
        overdracht().replace(b"Amina", b"Am\x00ina"),
        overdracht().replace(b"Amina", b"Am\x1fina"),
        overdracht().replace(b"Amina", "Amína".encode("latin-1")),
        overdracht().replace(b"Amina", b"Am\\ud800ina"),
        overdracht().replace(b'"volgnummer": 1', b'"volgnummer": NaN'),
        overdracht() + overdracht(),
        overdracht() + b" // einde",
        b"\xef\xbb\xbf" + overdracht(),
        b"",
        b" \r\n",
    ],
)
def test_given_no_ijson_when_read_then_that_goes_before_the_schema(raw):
    assert weigering(raw).reden is Reden.ONGELDIGE_JSON


def test_given_exactly_the_largest_size_when_read_then_bytes_count_and_not_characters():
    raw = overdracht({"procedure.besluiten": [BESLUIT]})
    passend = raw + b" " * (MAX_BYTES - len(raw))
    met_letters = '"' + "é" * (MAX_BYTES // 2) + '"'

    assert OVERDRACHT.lees(passend) == OVERDRACHT.lees(raw)
    assert weigering(passend + b" ").reden is Reden.TE_GROOT
    assert len(met_letters) < MAX_BYTES
    assert weigering(met_letters.encode()).reden is Reden.TE_GROOT


def test_given_something_too_large_that_is_no_json_when_read_then_size_decides():
    assert weigering(b"\xff" * (MAX_BYTES + 1)).reden is Reden.TE_GROOT


def test_given_a_message_that_does_not_fit_when_its_id_is_looked_for_then_it_is_found_only_if_it_is_one():
    raw = json.loads(overdracht({"spoor": WEG}))
    bericht_id = raw["bericht_id"]

    assert vind_bericht_id(json.dumps(raw).encode()) == bericht_id
    assert vind_bericht_id(json.dumps({**raw, "bericht_id": bericht_id + "\n"}).encode()) is None
    assert vind_bericht_id(json.dumps({**raw, "bericht_id": 7}).encode()) is None
    assert vind_bericht_id(b"[]") is None
    assert vind_bericht_id(f'{{"x":{DIEP},"bericht_id":"{bericht_id}"}}'.encode()) is None
