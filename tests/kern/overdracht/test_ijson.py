import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verantwoord.kern.overdracht.ijson import OngeldigeJson, check_ijson, decode_utf8

GELDIG = [
    "{}",
    "[]",
    "null",
    ' \t\r\n{"a" : [ 1 , -0.5e+10 , true , "" ] }\n\n',
    '{"a":{"a":1},"b":[{"a":1},{"a":1}]}',
    '"\\ud83d\\ude00 \\" \\\\ \\/ \\b\\f\\n\\r\\t \\u0000"',
    '"\u2028\u2029\u0085\ufeff\x7f"',
    '{"":1,"\\u0041":2,"B":3}',
    "1" * 5000,
    "1e400",
]
ONGELDIG = [
    "",
    " \n",
    "{",
    "[1,]",
    '{"a":1,}',
    "[,1]",
    '{"a"}',
    '{"a":}',
    '{"a" 1}',
    "{1:2}",
    "{'a':1}",
    "[1 2]",
    "[}",
    "{]",
    '{"a":1]',
    "]",
    "1 2",
    "{} {}",
    "{}x",
    "01",
    "1.",
    ".5",
    "+1",
    "1e",
    "--1",
    "0x10",
    "NaN",
    "[Infinity]",
    "[-Infinity]",
    "nul",
    "True",
    "// c\n{}",
    "{} /* c */",
    '"a\nb"',
    '"a\tb"',
    '"a\x00b"',
    '{"a":1}\x00',
    '"\\x41"',
    '"\\u12"',
    '"a',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '{"\\ud800":1}',
    '"\\ufffe"',
    '"\ufdd0"',
    '"\U0010ffff"',
    "\u00a0{}",
    "{\ufeff}",
    "{}\ufeff",
    "{\x0b}",
]
DUBBEL = [
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":2}',
    '{"\\u0041b":1,"A\\u0062":2}',
    '[[{"x":{"a":1,"b":2,"a":[]}}]]',
    '{"":1,"":2}',
    '{"é":1,"\\u00e9":2}',
    '{"a":{"b":1},"c":2,"a":3}',
]


@pytest.mark.parametrize("tekst", GELDIG)
def test_given_ijson_when_checked_then_it_passes(tekst):
    assert check_ijson(tekst) is None


@pytest.mark.parametrize("tekst", ONGELDIG)
def test_given_no_ijson_when_checked_then_it_is_refused(tekst):
    with pytest.raises(OngeldigeJson):
        check_ijson(tekst)


@pytest.mark.parametrize("tekst", DUBBEL)
def test_given_a_name_twice_in_one_object_when_checked_then_that_is_said(tekst):
    with pytest.raises(OngeldigeJson, match="twee keer"):
        check_ijson(tekst)


@pytest.mark.parametrize(
    "raw",
    [
        '"é"'.encode("latin-1"),
        '{"a":1}'.encode("utf-16"),
        b'"\xed\xa0\x80"',
        b'"\xc0\xaf"',
        b'"\xf5\x80\x80\x80"',
        b'\xef\xbb\xbf{"a":1}',
    ],
)
def test_given_bytes_that_are_not_plain_utf8_when_decoded_then_they_are_refused(raw):
    with pytest.raises(OngeldigeJson):
        decode_utf8(raw)


@pytest.mark.parametrize("eind", range(1, 30))
def test_given_text_that_breaks_off_when_checked_then_that_is_said(eind):
    tekst = '{"naam":["é\\u00e9",-1.5e3,tru'

    with pytest.raises(OngeldigeJson, match="breekt af"):
        check_ijson(tekst[:eind])


@pytest.mark.parametrize("diepte", [50_000, 100_000, 500_000])
def test_given_great_depth_when_checked_then_it_passes_whole_and_fails_cut(diepte):
    heel = "[" * diepte + "]" * diepte

    assert check_ijson(heel) is None
    with pytest.raises(OngeldigeJson, match="breekt af"):
        check_ijson(heel[:-1])


def test_given_a_fault_on_a_later_line_when_checked_then_line_and_character_are_named():
    with pytest.raises(OngeldigeJson, match="Op regel 3, teken 6 staat"):
        check_ijson('{\n "a": 1,\n "b" 2\n}')


def test_given_a_fault_in_one_line_when_checked_then_the_character_is_named():
    with pytest.raises(OngeldigeJson, match="Op teken 6 staat"):
        check_ijson('{"a" 2}')


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs", "Cn"])),
    lambda deel: (
        st.lists(deel) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs", "Cn"])), deel)
    ),
)


@settings(deadline=None)  # a busy machine is no failure
@given(JSON, st.booleans(), st.sampled_from([None, 1]))
def test_given_any_value_when_written_as_json_then_it_passes(waarde, ascii_alleen, inspringing):
    assert check_ijson(json.dumps(waarde, ensure_ascii=ascii_alleen, indent=inspringing)) is None


@settings(deadline=None)  # a busy machine is no failure
@given(st.text('{}[]:,"\\ 0123456789.eE+-truefalsn\n\x01', max_size=30))
def test_given_any_text_when_checked_then_it_agrees_with_the_standard_reader(tekst):
    def eenmalig(paren):
        if len(dict(paren)) < len(paren):
            raise ValueError("double")
        return dict(paren)

    def weiger(woord):
        raise ValueError(woord)

    try:
        json.loads(tekst, object_pairs_hook=eenmalig, parse_constant=weiger)
        geldig = True
    except ValueError:
        geldig = False

    if geldig:
        assert check_ijson(tekst) is None
    else:
        with pytest.raises(OngeldigeJson):
            check_ijson(tekst)
