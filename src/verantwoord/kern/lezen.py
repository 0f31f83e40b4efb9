"""Read JSON into types, and say in a Dutch sentence what does not fit, where, and what to do."""

import re
from collections.abc import Callable
from typing import Any, Final, Protocol, TypeVar

import msgspec

from verantwoord.kern.fouten import LeesFout
from verantwoord.kern.typen import VeldFout

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Decoder(Protocol[T_co]):
    def decode(self, buf: bytes, /) -> T_co: ...


def lees(decoder: Decoder[T], inhoud: bytes) -> T:
    """Decode ``inhoud``; raise ``LeesFout`` that names the field and says how to mend it."""
    try:
        gelezen = decoder.decode(inhoud)
    except msgspec.ValidationError as fout:
        raise schemafout(fout) from fout
    except (msgspec.DecodeError, UnicodeDecodeError) as fout:
        raise jsonfout(fout) from fout
    if b"\\" in inhoud and b"\\u0000" in inhoud and (pad := _zoek_nul(msgspec.to_builtins(gelezen), "")):
        raise LeesFout(f"Veld {pad}: de tekst bevat het teken U+0000; haal dat teken weg.", pad=pad)
    return gelezen


def jsonfout(fout: Exception) -> LeesFout:
    """Say that the file is not readable as JSON at all."""
    if isinstance(fout, UnicodeDecodeError):
        return LeesFout(
            "Dit is geen geldige UTF-8-tekst; bewaar het bestand als UTF-8 en probeer het opnieuw."
        )
    if "truncated" in str(fout):
        return LeesFout(
            "Dit is geen volledige JSON: de tekst houdt te vroeg op. Lever het bestand in zijn geheel aan."
        )
    plek = re.search(r"byte (\d+)", str(fout))
    waar = f" bij byte {plek[1]}" if plek else ""
    return LeesFout(
        f"Dit is geen geldige JSON: de tekst klopt niet{waar}. Herstel de JSON en probeer het opnieuw."
    )


def schemafout(fout: msgspec.ValidationError) -> LeesFout:
    """Turn what the decoder says into a sentence that names the field path and what to do."""
    tekst, _, plaats = str(fout).rpartition(" - at `")
    if not tekst:
        tekst, plaats = str(fout), ""
    pad = plaats.rstrip("`").removeprefix("$").removeprefix(".")
    if isinstance(fout.__cause__, VeldFout) and fout.__cause__.veld:
        pad = _binnen(pad, fout.__cause__.veld)
    for patroon, zin in _VERTALINGEN:
        if treffer := patroon.fullmatch(tekst):
            pad, melding = zin(pad, treffer)
            break
    else:
        melding = tekst.rstrip(".")
    waar = f"Veld {pad}: " if pad else "Het bestand: "
    return LeesFout(f"{waar}{melding}.", pad=pad)


def _binnen(pad: str, veld: str) -> str:
    return f"{pad}.{veld}" if pad else veld


def _soort(naam: str) -> str:
    """Put the type names of the decoder in words: ``date | null`` becomes "een datum of niets"."""
    delen = [_SOORTEN.get(deel.strip(" `"), deel.strip(" `")) for deel in naam.split("|")]
    return " of ".join(delen)


_SOORTEN: Final = {
    "str": "tekst",
    "int": "een geheel getal",
    "float": "een getal",
    "bool": "true of false",
    "null": "niets (null)",
    "date": "een datum (JJJJ-MM-DD)",
    "datetime": "een tijdstip",
    "array": "een lijst",
    "object": "een object",
}

_VERTALINGEN: Final[list[tuple[re.Pattern[str], Callable[[str, re.Match[str]], tuple[str, str]]]]] = [
    (
        re.compile(r"Object missing required field `(.+)`"),
        lambda pad, m: (_binnen(pad, m[1]), "dit verplichte veld ontbreekt; vul het in"),
    ),
    (
        re.compile(r"Object contains unknown field `(.+)`", re.DOTALL),
        lambda pad, m: (
            _binnen(pad, m[1]),
            "dit veld kent het formaat niet; haal het weg of verbeter de naam",
        ),
    ),
    (
        re.compile(r"Invalid enum value (.+)", re.DOTALL),
        lambda pad, m: (pad, f"de waarde {m[1]} hoort niet bij dit veld; gebruik een waarde uit het schema"),
    ),
    (
        re.compile(r"Invalid RFC3339 encoded date"),
        lambda pad, _: (
            pad,
            "deze datum bestaat niet of is anders geschreven dan JJJJ-MM-DD; verbeter de datum",
        ),
    ),
    (
        re.compile(r"Invalid RFC3339 encoded datetime"),
        lambda pad, _: (pad, "dit is geen tijdstip zoals 2022-03-01T14:00:00+01:00; verbeter het tijdstip"),
    ),
    (
        re.compile(r"Expected `.+` matching regex '(.+)'"),
        lambda pad, m: (pad, f"de waarde heeft niet de vorm {m[1]}; verbeter de waarde"),
    ),
    (
        re.compile(r"Expected `(?:str|array|object)` of length >= (\d+)"),
        lambda pad, m: (
            pad,
            f"de waarde is te kort (ten minste {m[1]}); vul de waarde aan of laat het veld weg",
        ),
    ),
    (
        re.compile(r"Expected `(?:str|array|object)` of length <= (\d+)"),
        lambda pad, m: (pad, f"de waarde is te lang (ten hoogste {m[1]}); maak de waarde korter"),
    ),
    (
        re.compile(r"Expected `int` (>=|<=) (\d+)"),
        lambda pad, m: (
            pad,
            f"het getal moet ten {'minste' if m[1] == '>=' else 'hoogste'} {m[2]} zijn; verbeter het getal",
        ),
    ),
    (
        re.compile(r"Expected `(.+)`, got `(.+)`"),
        lambda pad, m: (
            pad,
            f"hier hoort {_soort(m[1])} te staan, maar er staat {_soort(m[2])}; verbeter de waarde",
        ),
    ),
]


def _zoek_nul(waarde: Any, pad: str) -> str:
    """Give the path of the first text that holds U+0000, or an empty string."""
    if isinstance(waarde, str):
        return pad if "\0" in waarde else ""
    if isinstance(waarde, dict):
        delen = [(sleutel, _binnen(pad, sleutel), inhoud) for sleutel, inhoud in waarde.items()]
        return next(
            (
                gevonden
                for sleutel, deel, inhoud in delen
                if (gevonden := _zoek_nul(sleutel, pad) or _zoek_nul(inhoud, deel))
            ),
            "",
        )
    if isinstance(waarde, list | tuple):
        return next((g for i, deel in enumerate(waarde) if (g := _zoek_nul(deel, f"{pad}[{i}]"))), "")
    return ""
