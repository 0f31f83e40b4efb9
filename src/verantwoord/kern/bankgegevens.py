"""Whether a text holds a bank account: the program pays nobody, so nobody's account has a place in it (AVG art. 5(1)(c)).

What looks like an IBAN of any country is one, also with a slip in it: whoever types it meant to. A number that a text
itself calls an account is one as well.
"""

import re
from typing import Final

# The length of an IBAN in each country that has them.
LENGTES: Final = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BI": 27, "BR": 29,
    "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DJ": 27, "DK": 18, "DO": 28, "EE": 20, "EG": 29,
    "ES": 24, "FI": 18, "FK": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28,
    "HN": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20,
    "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "LY": 25, "MC": 27, "MD": 24, "ME": 22, "MK": 19,
    "MN": 20, "MR": 27, "MT": 31, "MU": 30, "NI": 28, "NL": 18, "NO": 15, "OM": 23, "PK": 24, "PL": 28, "PS": 29,
    "PT": 25, "QA": 29, "RO": 24, "RS": 22, "RU": 33, "SA": 24, "SC": 31, "SD": 18, "SE": 24, "SI": 19, "SK": 24,
    "SM": 27, "SO": 23, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
    "YE": 30,
}  # fmt: skip
# In these the number within the country holds figures alone, so that "de" and "is" before two telephone numbers are words.
_ALLEEN_CIJFERS: Final = frozenset(
    [
        "AE",
        "AT",
        "BA",
        "BE",
        "CR",
        "CZ",
        "DE",
        "DJ",
        "DK",
        "EE",
        "EG",
        "ES",
        "FI",
        "FO",
        "GL",
        "HR",
        "HU",
        "IL",
        "IS",
        "LT",
        "LY",
        "ME",
        "MN",
        "MR",
        "NO",
        "PL",
        "PT",
        "RS",
        "SD",
        "SE",
        "SI",
        "SK",
        "SO",
        "TL",
        "TN",
        "VA",
        "XK",
    ]
)
# Two letters and two figures, then letters and figures; people write blanks, dots and dashes between them.
_KANDIDAAT: Final = re.compile(
    r"(?<![A-Z0-9])[A-Z][ .\-]{0,2}[A-Z][ .\-]{0,2}[0-9](?:[ .\-]{0,2}[A-Z0-9]){10,40}", re.IGNORECASE
)
_GENOEMD: Final = re.compile(
    r"\b(?:(?:iban|rekeningnummer|reknr|banknummer|bankrekening(?:nummer)?|giro(?:rekening|nummer)?|account\s?number)\b[^0-9\n]{0,40}"
    r"|rek(?:ening)?\b[^0-9\n]{0,6})[0-9](?:[ .\-]?[0-9]){6,}",
    re.IGNORECASE,
)
_TUSSEN: Final = re.compile(r"[ .\-]")
# An account is mostly figures; words that happen to follow "de 12" are not.
_MINSTE_CIJFERS: Final = 8


def noemt_rekening(tekst: str) -> bool:
    """Whether this text holds something that reads as the number of a bank account."""
    # A blank that does not break is a blank, and a figure in another script is a figure.
    effen = "".join(str(int(t)) if t.isdecimal() else t for t in tekst).replace("\N{NO-BREAK SPACE}", " ")
    if _GENOEMD.search(effen):
        return True
    plek = 0
    while (gevonden := _KANDIDAAT.search(effen, plek)) is not None:
        if _is_iban(_TUSSEN.sub("", gevonden.group()).upper()):
            return True
        plek = gevonden.start() + 1
    return False


def _is_iban(aaneen: str) -> bool:
    lengte = LENGTES.get(aaneen[:2])
    if lengte is None or len(aaneen) < lengte or not aaneen[2:4].isdigit():
        return False
    eigen = aaneen[4:lengte]
    if aaneen[:2] in _ALLEEN_CIJFERS:
        return eigen.isdigit()
    return sum(teken.isdigit() for teken in eigen) >= min(_MINSTE_CIJFERS, len(eigen))
