"""Recognise in a text what could say who it is about: what is known of the dossier first, then what looks like a name or number.

Dates stay: a term, an interval and the law that held that day are read from them, and shifting them would break all
three. Only a date of birth goes. Where a known name is an ordinary word as well ("Echt", "Best"), it is taken for a
name when it begins with a capital.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, Literal, NamedTuple

from verantwoord.inspectie.leesdesk.vouwen import gevouwen, vouw

Soort = Literal[
    "persoon", "naam", "medewerker", "plaats", "land", "nummer", "geboortedatum", "contact", "verborgen"
]


class Bekend(NamedTuple):
    """Something known to stand for somebody or some place: how it is written, and what it is."""

    tekst: str
    soort: Soort


class Vondst(NamedTuple):
    """A place in a text, from ``begin`` up to ``eind``, and of what the pseudonym is made: kind and canonical words."""

    begin: int
    eind: int
    soort: Soort
    waarvan: str


# Words that are a name or a place as well; as a name they begin with a capital.
_GEWONE_WOORDEN: Final = (
    "aan al als an asse baan ben best bij boer bos dan dat de deel den der des die dit doe dorp echt een en er gaat god "
    "goed hal ham heer heeft hem het hij ik in is jong kan klein kok kort lang lees maar man meer met mij na nee niet "
    "noord of om onder ons ook oost op over rood say smid te tijd toe tot uit van veel ver voor vrij wat weg werk west "
    "wil wit zal zij zuid zwart"
)
_GEWOON: Final = frozenset(_GEWONE_WOORDEN.split())
# Parts of a name that say nothing by themselves: what stands between, and titles.
_TUSSENWOORDEN: Final = "al bin bint de den der dhr dr drs el het ibn ing ir mevr mr mw op prof ten ter van"
_GEEN_NAAMDEEL: Final = frozenset(_TUSSENWOORDEN.split())
_MAANDNAMEN: Final = "januari februari maart april mei juni juli augustus september oktober november december"
_MAANDEN: Final = _MAANDNAMEN.split()
# Before and after a word there is no letter or digit; an underscore is no part of a word here.
_VOOR, _NA = r"(?<![^\W_])", r"(?![^\W_])"
_TUSSEN_LETTERS: Final = r"(?:[-._*·/]|-\s*\n\s*)?"
_VERBUIGING: Final = r"(?:'?s|'|e|en|ers?|se|je|tje)?"
_LANG: Final = 5


def patroon(tekst: str) -> re.Pattern[str]:
    """Where a name stands in a folded text: as it is, inflected, broken off, or with something between its letters."""
    woorden = [letters for woord in tekst.split() if (letters := _letters(woord))]
    if len(woorden) != 1:
        heel = r"[\s\-.,_]*".join(_TUSSEN_LETTERS.join(letters) for letters in woorden)
        return re.compile(f"{_VOOR}{heel}{_VERBUIGING}{_NA}")
    letters = woorden[0]
    # Of a long name a compound or inflection is as telling; of a short one it is a different word.
    staart = r"[^\W\d_]*" if len(letters) >= _LANG else _VERBUIGING
    vormen = [_TUSSEN_LETTERS.join(letters) + staart]
    if len(letters) >= 3:
        vormen.append(r"\s+".join(letters))
    for i in range(2, len(letters) - 1):
        wit = r"\s+" if i >= 3 and len(letters) - i >= 3 else r"[^\S\n]*\n\s*"
        vormen.append("".join(letters[:i]) + wit + "".join(letters[i:]) + _VERBUIGING)
    return re.compile(f"{_VOOR}(?:{'|'.join(vormen)}){_NA}")


def _letters(woord: str) -> list[str]:
    return [re.escape(teken) for teken in gevouwen(woord) if teken.isalnum()]


def nummerpatroon(nummer: str) -> re.Pattern[str]:
    """Where this number stands, whatever is written between its signs."""
    tussen = r"[\s.\-/_]*"
    return re.compile(f"{_VOOR}{tussen.join(_letters(nummer))}{_NA}")


def dagpatroon(dag: date) -> re.Pattern[str]:
    """Where this day stands, in figures or with the name of its month."""
    d, m, j = f"0?{dag.day}", f"0?{dag.month}", f"(?:{dag.year}|'?{dag.year % 100:02})"
    maand = _MAANDEN[dag.month - 1]
    streep = r"\s*[-/. ]\s*"
    return re.compile(
        f"{_VOOR}(?:{d}{streep}{m}{streep}{j}|{dag.year}{streep}{m}{streep}{d}"
        rf"|{d}\s*(?:{maand}|{maand[:3]}\.?|mrt\.?)\s*{j}){_NA}"
    )


class Bekenden:
    """What is known of one dossier, ready to be looked for in all of its texts."""

    def __init__(
        self,
        bekend: Iterable[Bekend],
        *,
        geboortedagen: Iterable[date] = (),
        delen: bool = True,
        hoofdletter: bool = False,
    ) -> None:
        """``delen``: look for each word of a name too, not for the whole alone; ``hoofdletter``: only with a capital."""
        self._patronen: list[tuple[re.Pattern[str], Soort, str, bool]] = []
        gezien: set[tuple[str, Soort]] = set()
        for ding in sorted(set(bekend), key=lambda b: (-len(b.tekst), b)):
            for tekst, patroon_ in _patronen_van(ding, delen=delen):
                sleutel = (gevouwen(tekst), ding.soort)
                if sleutel not in gezien:
                    gezien.add(sleutel)
                    gewoon = hoofdletter or gevouwen(tekst) in _GEWOON
                    self._patronen.append((patroon_, ding.soort, ding.tekst, gewoon))
        self._patronen += [
            (dagpatroon(dag), "geboortedatum", dag.isoformat(), False) for dag in set(geboortedagen)
        ]

    def in_tekst(self, tekst: str) -> Iterator[Vondst]:
        """Every place of something known; places may overlap, and the first of two kinds is the surest."""
        plat, plaatsen = vouw(tekst)
        for patroon_, soort, waarvan, alleen_met_hoofdletter in self._patronen:
            for gevonden in patroon_.finditer(plat):
                begin, eind = plaatsen[gevonden.start()], plaatsen[gevonden.end() - 1] + 1
                while eind < len(tekst) and not gevouwen(tekst[eind]):
                    # An accent written after its letter, or a sign without width, goes along.
                    eind += 1
                if alleen_met_hoofdletter and not tekst[begin].isupper():
                    continue
                yield Vondst(begin, eind, soort, waarvan)


def _patronen_van(ding: Bekend, *, delen: bool) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The whole, and for a name or place each of its words that says something by itself."""
    if not any(teken.isalnum() for teken in ding.tekst):
        return
    if ding.soort == "nummer":
        yield ding.tekst, nummerpatroon(ding.tekst)
        return
    yield ding.tekst, patroon(ding.tekst)
    if not delen:
        return
    if ding.soort == "land":
        # The adjective and the people: Ghana, Ghanees, Ghanezen.
        stam = gevouwen(ding.tekst).removesuffix("land")
        if stam.isalpha() and len(stam) >= _LANG:
            yield (
                stam[: max(4, len(stam) - 2)],
                re.compile(rf"{_VOOR}{re.escape(stam[: max(4, len(stam) - 2)])}[^\W\d_]*"),
            )
        return
    woorden = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", ding.tekst)
    for woord in woorden:
        if len(woord) > 1 and gevouwen(woord) not in _GEEN_NAAMDEEL:
            yield woord, patroon(woord)


# What looks like it, without knowing it. On the text as it is written, because a capital says that something is a name.
# A capital and somewhere after it a small letter, so that COA, IOM and LKO are none.
_NAAM: Final = r"[A-ZÀ-ÖØ-Þ](?=[^\W\d_]*[a-zß-ÿ])[^\W\d_]+(?:[-'’][^\W\d_]+)*"
_TUSSEN: Final = r"(?:(?:van|der|den|de|el|al|bin|ben|ibn|ten|ter|te|'t)[^\S\n]+){0,3}"
_AANSPREEK: Final = (
    r"(?:[Dd]e\s+[Hh]eer|[Dd]hr\.?|[Hh]eer|[Mm]eneer|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]r\.?|[Dd]rs?\.?|[Ii]r\.?|[Pp]rof\.?"
    r"|[Aa]dvocate?|[Gg]emachtigde|[Tt]olk|[Hh]uisarts|[Pp]sycholoog|[Pp]sychiater|[Aa]rts|[Vv]oogd|[Cc]ontactpersoon"
    r"|[Bb]roer|[Zz]us|[Zz]oon|[Dd]ochter|[Nn]eef|[Nn]icht|[Oo]om|[Tt]ante|[Vv]ader|[Mm]oeder|[Pp]artner|[Ee]chtgenote?"
    r"|[Cc]ollega|[Rr]egievoerder|[Hh]eet|[Gg]enaamd|[Nn]aam\s+is)"
)
_DATUM: Final = re.compile(
    r"(?<!\d)(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)?\d{2}|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}"
    rf"|\d{{1,2}}\s+(?:{'|'.join(_MAANDEN)})(?:\s+(?:19|20)\d{{2}})?|(?:19|20)\d{{2}}\s?[-/–]\s?(?:19|20)\d{{2}}"
    r"|€\s?[\d.,]+)(?!\d)"
)
_LIJKT_OP: Final[tuple[tuple[Soort, re.Pattern[str]], ...]] = (
    ("contact", re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")),
    ("contact", re.compile(r"(?:https?://|www\.)\S+")),
    ("nummer", re.compile(r"\bECLI:[A-Z]{2}:\S+", re.IGNORECASE)),
    ("nummer", re.compile(r"\b(?:AWB|NL|Z|ZA|Zk)\s?\d{2}\s?[./]\s?\d{2,}(?:[./]\d+)?", re.IGNORECASE)),
    ("nummer", re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b")),
    ("nummer", re.compile(r"(?<![^\W_])(?:[A-Za-z]{1,4}[-. ]?)?\(?\+?\d(?:[ .\-/()_]{0,3}\d){5,}(?![^\W_])")),
    ("nummer", re.compile(r"(?<![^\W_])(?=[A-Z]*\d)(?=\d*[A-Z])(?=(?:[A-Z]*\d){3})[A-Z0-9]{6,14}(?![^\W_])")),
    ("plaats", re.compile(r"(?<!\d)[1-9]\d{3} ?[A-Z]{2}(?![^\W_]|&)")),
    (
        "plaats",
        re.compile(
            r"\b[A-Z][^\W\d_]+(?:straat|laan|weg|plein|gracht|kade|singel|dijk|steeg|dreef|hof|plantsoen)"
            r"(?:\s+\d+\s?[a-zA-Z]?)?(?![^\W_])"
        ),
    ),
    ("naam", re.compile(rf"(?<=\s)(?:(?:[A-Z]\.\s?)+){_TUSSEN}{_NAAM}")),
)
_NAMEN: Final = rf"{_TUSSEN}{_NAAM}(?:[^\S\n]+{_TUSSEN}{_NAAM})*"
_NA_AANSPREEK: Final = re.compile(rf"\b{_AANSPREEK}[^\S\n]+({_NAMEN})")
# A town abroad or a first name is in no Dutch list; what gives it away is a capital in the middle of a sentence.
_NA_PLAATSWOORD: Final = re.compile(
    rf"\b(?:[Ii]n|[Uu]it|[Nn]aar|[Vv]anuit|[Nn]abij|[Rr]ond|te|[Tt]ot)[^\S\n]+({_NAMEN})"
)
_NA_VOORZETSEL: Final = re.compile(
    rf"\b(?:[Mm]et|[Vv]an|[Dd]oor|[Aa]an|[Vv]oor|[Bb]ij|[Oo]ver)[^\S\n]+({_NAMEN})"
)
_EIGEN_WOORDEN: Final = (
    "awb dienst dtv engels europa europese frans gezinslocatie inspectie justitie kmar kruis laissez marechaussee minister "
    "nederland nederlands nederlandse nidos passer raad rechtbank rode spaans staat state terugkeer unie vb veiligheid "
    "vertrek vluchtelingenwerk vreemdelingen vreemdelingenbesluit vreemdelingencirculaire vreemdelingenwet vw "
    # The parts of a dossier: an assessor reads for these very words.
    "buiten documenten gesprek gesprekken medisch mensenhandel overleg procedure reisdocument schrijnend schuld strategie "
    "tijdlijn toetsing toetsingen toetsingsmoment toetsingsmomenten toezicht vertrekgesprek vertrekgesprekken vertrekplan "
    "vertrekplannen vertrekstrategie wensen"
)
# What is written with a capital in this field and is nobody.
_VAN_NIEMAND: Final = frozenset(_EIGEN_WOORDEN.split()) | frozenset(_MAANDEN)


def lijkt_op(tekst: str) -> Iterator[Vondst]:
    """Every place that looks like a name, a number of six figures or more, an address or a way to reach somebody."""
    # A date and an amount are no number of a person; they are blotted out where figures are looked for.
    zonder_datums = _DATUM.sub(lambda gevonden: "\0" * len(gevonden.group()), tekst)
    for soort, vorm in _LIJKT_OP:
        for gevonden in vorm.finditer(tekst if soort == "naam" else zonder_datums):
            yield Vondst(*gevonden.span(), soort, gevouwen(gevonden.group()))
    for vorm, soort in _NA_WOORDEN:
        for gevonden in vorm.finditer(tekst):
            if not is_van_niemand(gevonden.group(1)):
                yield Vondst(*gevonden.span(1), soort, gevouwen(gevonden.group(1)))


_NA_WOORDEN: Final[tuple[tuple[re.Pattern[str], Soort], ...]] = (
    (_NA_AANSPREEK, "naam"),
    (_NA_PLAATSWOORD, "plaats"),
    (_NA_VOORZETSEL, "naam"),
)


def is_van_niemand(woorden: str) -> bool:
    """Whether all of these words with a capital are ordinary ones of this field."""
    return all(gevouwen(woord) in _VAN_NIEMAND for woord in re.findall(_NAAM, woorden))


def staat_in_datum(tekst: str, vondst: Vondst) -> bool:
    """Whether this is part of a date, an amount or a span of years, which stay."""
    return any(d.start() < vondst.eind and vondst.begin < d.end() for d in _DATUM.finditer(tekst))


def geleerd_van(tekst: str, vondsten: Iterable[Vondst]) -> Iterator[Bekend]:
    """The words with a capital of what was found here, to be looked for in every text of the dossier."""
    for vondst in vondsten:
        if vondst.soort not in {"naam", "plaats"}:
            continue
        for woord in re.findall(_NAAM, tekst[vondst.begin : vondst.eind]):
            plat = gevouwen(woord)
            if (
                len(plat) >= 3
                and plat not in _VAN_NIEMAND | _GEWOON | _GEEN_NAAMDEEL
                and not _is_aanspreek(woord)
            ):
                yield Bekend(woord, vondst.soort)


def _is_aanspreek(woord: str) -> bool:
    return re.fullmatch(_AANSPREEK, woord) is not None
