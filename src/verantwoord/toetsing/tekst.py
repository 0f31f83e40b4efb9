"""Whether two texts are the same to a reader."""

import hashlib
import re
import unicodedata

_GEEN_WOORD = re.compile(r"[\W_]+")


def vinger_van(tekst: str) -> str:
    """Give one digest for texts that differ in case, white space, accents and punctuation only; blank gives none."""
    if not tekst.isascii():
        tekst = "".join(
            teken for teken in unicodedata.normalize("NFKD", tekst) if not unicodedata.combining(teken)
        )
    woorden = _GEEN_WOORD.sub(" ", tekst.casefold()).strip()
    return hashlib.sha256(woorden.encode("utf-8", "surrogatepass")).hexdigest() if woorden else ""
