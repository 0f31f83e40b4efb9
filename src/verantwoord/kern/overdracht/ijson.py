"""Is a text valid I-JSON (RFC 7493)? Checked before anything is decoded.

A decoder alone is not strict enough here: it keeps the last of two equal names, and it stops at the first wrong field
without looking whether the rest breaks off. This scanner walks the whole text once, without recursion, so neither depth
nor size can bring it down.
"""

import json
import re
from typing import Never

# One token with the white space before it. Possessive quantifiers: a long text is never tried again.
_TOKEN = re.compile(
    r"[ \t\n\r]*+(?:"
    r'("[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+")'
    r"|([{}\[\]:,])"
    r"|(?:-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+|true|false|null)"
    r")"
)
_WHITE = re.compile(r"[ \t\n\r]*+")

# What I-JSON keeps out of texts: surrogates (only an escape can bring one in) and the 66 noncharacters of Unicode.
_FORBIDDEN = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)

# What may come next while walking; the two first ones also allow the closing mark of an empty object or list.
_FIRST_NAME, _NAME, _COLON, _FIRST_VALUE, _VALUE, _NEXT, _DONE = range(7)


class OngeldigeJson(ValueError):
    """The text is not I-JSON. ``uitleg`` says why and where, in Dutch, for the sender."""

    def __init__(self, uitleg: str) -> None:
        super().__init__(uitleg)
        self.uitleg = uitleg


def decode_utf8(raw: bytes) -> str:
    """Give the text of ``raw``; raises ``OngeldigeJson`` when it is not UTF-8 or begins with a byte order mark."""
    try:
        tekst = raw.decode("utf-8")
    except UnicodeDecodeError as fout:
        raise OngeldigeJson(
            f"Byte {fout.start + 1} van het bericht is geen geldige UTF-8: verstuur het bericht opnieuw als UTF-8."
        ) from fout
    if tekst.startswith("\ufeff"):
        raise OngeldigeJson(
            "Voor het bericht staat een byte order mark; dat mag alleen aan het begin van een bestand: haal dit teken weg."
        )
    return tekst


def check_ijson(tekst: str) -> None:
    """Walk the whole text; raises ``OngeldigeJson`` at the first place where it is not exactly one I-JSON value."""
    if not tekst.isascii():
        _refuse_forbidden(tekst, tekst, 0)
    match_token = _TOKEN.match
    outer: list[set[str] | None] = []  # for each open object or list, the names of what lies around it
    namen: set[str] | None = None  # the names seen so far in the open object; None in a list and at the top
    state = _VALUE
    end = 0
    while state != _DONE:
        token = match_token(tekst, end)
        if token is None:
            _refuse(tekst, end)
        end = token.end()
        mark = token[2]
        if mark is None:
            text = token[1]
            if text is not None:
                text = text[1:-1] if "\\" not in text else _unescape(text, tekst, token.start(1))
            if state in (_VALUE, _FIRST_VALUE):
                state = _NEXT if outer else _DONE
            elif text is not None and namen is not None and state in (_NAME, _FIRST_NAME):
                if text in namen:
                    _refuse_double(tekst, token.start(1))
                namen.add(text)
                state = _COLON
            else:
                _refuse(tekst, token.start())
        elif mark == ":" and state == _COLON:
            state = _VALUE
        elif mark == "," and state == _NEXT:
            state = _VALUE if namen is None else _NAME
        elif mark in "{[" and state in (_VALUE, _FIRST_VALUE):
            outer.append(namen)
            namen, state = (set(), _FIRST_NAME) if mark == "{" else (None, _FIRST_VALUE)
        elif (mark == "}" and namen is not None and state in (_NEXT, _FIRST_NAME)) or (
            mark == "]" and namen is None and state in (_NEXT, _FIRST_VALUE)
        ):
            namen = outer.pop()
            state = _NEXT if outer else _DONE
        else:
            _refuse(tekst, token.start())
    if _skip_white(tekst, end) < len(tekst):
        raise OngeldigeJson(
            f"Na het einde van het bericht staat nog tekst ({_place(tekst, end)}): verstuur één bericht per regel of bestand."
        )


def _unescape(quoted: str, tekst: str, begin: int) -> str:
    text: str = json.loads(quoted)
    _refuse_forbidden(text, tekst, begin)
    return text


def _refuse_forbidden(text: str, tekst: str, begin: int) -> None:
    """Refuse a surrogate or noncharacter in ``text``, which is (unescaped) the part of ``tekst`` at ``begin``."""
    found = _FORBIDDEN.search(text)
    if found is not None:
        place = _place(tekst, found.start() if text is tekst else begin)
        raise OngeldigeJson(
            f"In de tekst op {place} staat een code die geen teken is (U+{ord(found[0]):04X}): haal het weg of verbeter de codering."
        )


def _refuse_double(tekst: str, begin: int) -> Never:
    raise OngeldigeJson(
        f"Een veld staat twee keer in hetzelfde object (op {_place(tekst, begin)}): laat van elk veld er één staan."
    )


def _refuse(tekst: str, end: int) -> Never:
    """Say what is wrong at the first thing after ``end`` that cannot be there."""
    begin = _skip_white(tekst, end)
    if not tekst.strip(" \t\n\r"):
        raise OngeldigeJson("Het bericht is leeg: verstuur één overdrachtsbericht als JSON-object.")
    if begin == len(tekst) or _breaks_off(tekst, begin):
        raise OngeldigeJson("Het bericht breekt af voor het einde: verstuur het hele bericht opnieuw.")
    raise OngeldigeJson(
        f"Op {_place(tekst, begin)} staat iets dat daar in JSON niet mag staan: maak er geldige JSON van en verstuur het opnieuw."
    )


def _breaks_off(tekst: str, begin: int) -> bool:
    """Whether what begins here runs to the end of the text without coming to its own end."""
    rest = tekst[begin:]
    if rest[0] == '"':
        return re.fullmatch(r'"(?:[^"\\\x00-\x1f]|\\["\\/bfnrtu])*+\\?+', rest) is not None
    return (
        any(word.startswith(rest) for word in ("true", "false", "null"))
        or re.fullmatch(r"-|-?[0-9.eE+-]+", rest) is not None
    )


def _skip_white(tekst: str, begin: int) -> int:
    white = _WHITE.match(tekst, begin)
    return begin if white is None else white.end()


def _place(tekst: str, begin: int) -> str:
    """Where ``begin`` lies, as a person counts: characters from 1, and lines from 1 when there are more."""
    begin = _skip_white(tekst, begin)
    teken = begin - (tekst.rfind("\n", 0, begin) + 1) + 1
    if "\n" not in tekst.strip():
        return f"teken {begin + 1}"
    return f"regel {tekst.count(chr(10), 0, begin) + 1}, teken {teken}"
