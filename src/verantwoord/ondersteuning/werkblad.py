"""The catalogue as a spreadsheet: what is written can be read back, and a file of a stranger is read with care.

Every cell is a text, so that no program makes something else of it. A file is refused before it is opened when it is
too large, carries macros or links to elsewhere, or declares entities; a formula in it is never worked out.
"""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]  # it comes without types
from django.utils import formats
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from verantwoord.kern.fouten import DomeinFout
from verantwoord.ondersteuning.keuzes import Aanbieder, Eis, Hulp, Mogelijkheid, Soort
from verantwoord.ondersteuning.models import Aanbod
from verantwoord.web.cel import als_getypt, veilig
from verantwoord.web.formulier import PARTS

BLAD: Final = "Catalogus"
KENMERK: Final = "Kenmerk"
# The columns by the field they hold. These are a format, like the codes in them, so they are in no other language.
KOLOMMEN: Final[Mapping[str, str]] = {
    "aanbieder": "Aanbieder",
    "organisatie": "Organisatie",
    "titel": "Titel",
    "mogelijkheid": "Mogelijkheid",
    "omschrijving": "Omschrijving",
    "biedt": "Biedt",
    "bedrag": "Bedrag",
    "eisen": "Eisen",
    "niet_nationaliteiten": "Niet voor nationaliteiten",
    "voorwaarden": "Voorwaarden",
    "contact": "Contact",
    "bron": "Bron",
    "wensen": "Wensen",
    "landen": "Landen",
    "gezin": "Ook voor gezinnen",
    "medisch": "Ook bij medische zorg",
    "van": "Eerste dag",
    "tot": "Laatste dag",
    "nagekeken_op": "Nagevraagd op",
    "voorbeeld": "Voorbeeld",
}
LIJSTEN: Final = ("biedt", "eisen", "niet_nationaliteiten", "wensen", "landen")
JA_NEE: Final = ("gezin", "medisch", "voorbeeld")
DATUMS: Final = ("van", "tot", "nagekeken_op")
GROOTSTE_BESTAND: Final = 2 * 1024 * 1024
_UITGEPAKT: Final = 20 * 1024 * 1024
_MEESTE_DELEN: Final = 100
_STUK: Final = 64 * 1024
MEESTE_RIJEN: Final = 1000
_LAATSTE_RIJ: Final = 5000
_LANGSTE_CEL: Final = 32_767
# Parts that let a workbook do something, or reach for something elsewhere.
_DOET_IETS: Final = re.compile(r"vbaproject|macrosheets|activex|externallinks|embeddings|connections\.xml|querytables", re.IGNORECASE)  # fmt: skip
_CODERING: Final = re.compile(rb"""^[^>]*encoding\s*=\s*["']([^"']+)""")
_VERKLARING: Final = re.compile(rb"<!(doctype|entity)", re.IGNORECASE)

Regel = dict[str, str]


class WerkbladFout(DomeinFout):
    """A file that is not read, and why."""


def schrijf_werkblad(aanbod: Iterable[Aanbod]) -> bytes:
    """Write the catalogue; the second sheet says which codes there are."""
    uit = BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(uit, opties) as boek:
        kop, tekst = boek.add_format({"bold": True}), boek.add_format({"num_format": "@"})
        blad = boek.add_worksheet(BLAD)
        blad.freeze_panes(1, 0)
        blad.set_column(0, len(KOLOMMEN), 24, tekst)
        for plek, titel in enumerate((KENMERK, *KOLOMMEN.values())):
            blad.write_string(0, plek, titel, kop)
        for rij, een in enumerate(aanbod, start=1):
            for plek, waarde in enumerate(als_regel(een).values()):
                blad.write_string(rij, plek, veilig(waarde), tekst)
        _uitleg(boek.add_worksheet("Uitleg"), kop)
    return uit.getvalue()


def _uitleg(blad: Any, kop: Any) -> None:
    blad.set_column(0, 2, 34)
    codes = {
        "aanbieder": Aanbieder.choices,
        "mogelijkheid": Mogelijkheid.choices,
        "biedt": Hulp.choices,
        "eisen": Eis.choices,
        "wensen": [keuze for keuze in Soort.choices if keuze[0] != Soort.GEEN_WENS_GEUIT],
    }
    regels = [
        (KENMERK, "", _("Laat dit staan. Bij iets nieuws is het leeg.")),
        (_("Meer dan één"), "", _("Zet er een puntkomma tussen: werk; opleiding")),
        (_("Datum"), "", _("Zoals 31-12-2026")),
        (_("Land"), "", _("De naam of de code van drie letters")),
        *((KOLOMMEN[veld], code, str(naam)) for veld, keuzes in codes.items() for code, naam in keuzes),
    ]
    for plek, titel in enumerate((_("Kolom"), _("Code"), _("Wat het is"))):
        blad.write_string(0, plek, titel, kop)
    for rij, cellen in enumerate(regels, start=1):
        for plek, cel in enumerate(cellen):
            blad.write_string(rij, plek, veilig(cel))


def als_regel(aanbod: Aanbod) -> Regel:
    """An entry as the texts of one row, its mark first."""
    return {"kenmerk": str(aanbod.pk)} | {veld: _als_tekst(getattr(aanbod, veld)) for veld in KOLOMMEN}


def _als_tekst(waarde: Any) -> str:
    match waarde:
        case None:
            return ""
        case bool():
            return "ja" if waarde else "nee"
        case list():
            return "; ".join(waarde)
        case date():
            return f"{waarde:%d-%m-%Y}"
        case _:
            return str(waarde)


def lees_werkblad(inhoud: bytes) -> list[Regel]:
    """The rows of a file as texts by field. Raises ``WerkbladFout`` with what to do about it."""
    schoon = _uitgepakt(inhoud)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            boek = load_workbook(schoon, read_only=True, data_only=False, keep_links=False)
            blad = boek[BLAD] if BLAD in boek.sheetnames else boek.worksheets[0]
            cellen = list(_rijen(blad.iter_rows(max_col=len(KOLOMMEN) + 20)))
    except WerkbladFout:
        raise
    except Exception as fout:
        raise WerkbladFout(
            _("Dit bestand is beschadigd of geen werkblad. Haal de catalogus opnieuw op en begin daarmee.")
        ) from fout
    return _regels(cellen)


def _uitgepakt(inhoud: bytes) -> BytesIO:
    """The same file packed anew from parts that were judged first; refuses what is dangerous or too much.

    A part may be larger than the file says of it: it is read in small pieces, and no further than it says.
    """
    if len(inhoud) > GROOTSTE_BESTAND:
        raise WerkbladFout(_("Dit bestand is te groot. Ten hoogste 2 MB past."))
    schoon = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pak, zipfile.ZipFile(schoon, "w") as nieuw:
            delen = pak.infolist()
            if len(delen) > _MEESTE_DELEN or sum(deel.file_size for deel in delen) > _UITGEPAKT:
                raise WerkbladFout(_("Dit bestand wordt te groot als het wordt uitgepakt. Maak het kleiner."))
            if any(_DOET_IETS.search(deel.filename) for deel in delen):
                raise WerkbladFout(
                    _("In dit bestand zitten macro's of koppelingen. Bewaar het als gewoon xlsx-bestand.")
                )
            for deel in delen:
                with pak.open(deel) as stroom:
                    stuk = b"".join(iter(lambda: stroom.read(_STUK), b""))
                _controleer_deel(stuk)
                nieuw.writestr(deel.filename, stuk)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as fout:
        raise WerkbladFout(_("Dit is geen xlsx-bestand. Bewaar het werkblad als xlsx.")) from fout
    schoon.seek(0)
    return schoon


def _controleer_deel(inhoud: bytes) -> None:
    """No declarations of entities, and no other encoding in which one would not be seen."""
    is_xml = inhoud.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")
    codering = _CODERING.search(inhoud[:200])
    vreemd = codering is not None and codering[1].lower() not in {b"utf-8", b"us-ascii"}
    if inhoud[:2] in {b"\xff\xfe", b"\xfe\xff"} or (
        is_xml and (vreemd or b"\0" in inhoud or _VERKLARING.search(inhoud))
    ):
        raise WerkbladFout(_("In dit bestand staan verwijzingen die wij niet openen. Bewaar het opnieuw."))


def _rijen(rijen: Iterable[Iterable[Any]]) -> Iterator[list[str]]:
    for nummer, rij in enumerate(rijen, start=1):
        if nummer > _LAATSTE_RIJ:
            raise WerkbladFout(
                _("Het blad gaat verder dan regel %(n)d. Haal de lege regels weg.") % {"n": _LAATSTE_RIJ}
            )
        yield [_cel(cel) for cel in rij]


def _cel(cel: Any) -> str:
    if getattr(cel, "data_type", None) in {"f", "e"}:
        raise WerkbladFout(
            _("In cel %(cel)s staat een formule of een fout. Zet er een gewone tekst neer.")
            % {"cel": cel.coordinate}
        )
    match cel.value:
        case None:
            return ""
        case bool():
            return "ja" if cel.value else "nee"
        case datetime() | date():
            return f"{cel.value:%d-%m-%Y}"
        case float() if cel.value.is_integer():
            return str(int(cel.value))
        case _:
            return als_getypt(str(cel.value)[:_LANGSTE_CEL].strip())


def _regels(cellen: list[list[str]]) -> list[Regel]:
    if not cellen:
        raise WerkbladFout(_("Dit werkblad is leeg."))
    titels = {titel.casefold(): veld for veld, titel in {"kenmerk": KENMERK, **KOLOMMEN}.items()}
    velden = [titels.get(titel.casefold(), "") for titel in cellen[0]]
    gemist = [titel for veld, titel in {"kenmerk": KENMERK, **KOLOMMEN}.items() if veld not in velden]
    if gemist:
        raise WerkbladFout(
            _("Deze kolommen ontbreken: %(kolommen)s. Haal de catalogus op en begin daarmee.")
            % {"kolommen": ", ".join(gemist)}
        )
    if len(set(filter(None, velden))) != len(list(filter(None, velden))):
        raise WerkbladFout(_("Een kolom staat er twee keer in. Haal er één weg."))
    regels = [{veld: waarde for veld, waarde in zip(velden, rij, strict=False) if veld} for rij in cellen[1:]]
    gevuld = [regel for regel in regels if any(regel.values())]
    if len(gevuld) > MEESTE_RIJEN:
        raise WerkbladFout(_("Er passen ten hoogste %(n)d regels in een bestand.") % {"n": MEESTE_RIJEN})
    return gevuld


def als_invoer(regel: Mapping[str, str]) -> dict[str, Any]:
    """A row as the form of one entry gets it, so that a file is judged as what is typed."""
    invoer: dict[str, Any] = {}
    for veld in KOLOMMEN:
        tekst = str(regel.get(veld, ""))
        if veld in {"biedt", "eisen", "wensen"}:
            invoer[veld] = [deel.strip() for deel in tekst.split(";") if deel.strip()]
        elif veld in LIJSTEN:
            invoer[veld] = tekst.replace(";", "\n")
        elif veld in JA_NEE:
            invoer[veld] = tekst.casefold() in {"ja", "x", "waar", "true", "1"}
        elif veld in DATUMS:
            invoer |= _datum(veld, tekst)
        else:
            invoer[veld] = _bedrag(tekst) if veld == "bedrag" else tekst
    return invoer


def _bedrag(tekst: str) -> str:
    """An amount as it is typed in the language of the screen; what is no amount stays, and is refused there."""
    try:
        return formats.number_format(Decimal(tekst.replace(",", ".")), use_l10n=True)
    except ArithmeticError:
        return tekst


def _datum(veld: str, tekst: str) -> dict[str, str]:
    """The three boxes of a date; a text that is no date goes in the first, which then says what is wrong."""
    delen = [tekst, "", ""] if tekst else ["", "", ""]
    for vorm in ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            dag = datetime.strptime(tekst, vorm)  # noqa: DTZ007 - only the day is kept
            delen = [str(dag.day), str(dag.month), str(dag.year)]
    return {f"{veld}_{vak}": deel for vak, deel in zip(PARTS, delen, strict=True)}
