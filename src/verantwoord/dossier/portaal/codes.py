"""The codes that are handed over on paper: read easily, typed in any way, and kept as a digest alone."""

import secrets
import unicodedata
from datetime import timedelta
from typing import Final

from verantwoord.dossier.models import Portaalaccount
from verantwoord.toegang.inlog.geheimen import afdruk

GELDIG: Final = timedelta(days=14)
AANTAL_OP_VEL: Final = 10
# Without characters that look like another. Four of these are almost 20 bits: the long code has 118, one of a sheet 59.
TEKENS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_VIERTALLEN: Final = 6
_VIERTALLEN_OP_VEL: Final = 3


def nieuwe_code() -> str:
    """A code that opens an account once, in groups of four."""
    return _groepen(_VIERTALLEN)


def nieuw_vel() -> list[str]:
    """The codes of one sheet; each is good for one time."""
    return [_groepen(_VIERTALLEN_OP_VEL) for _ in range(AANTAL_OP_VEL)]


def schoon(code: str) -> str:
    """A code as people type it: with spaces, dashes, small letters, and digits of their own script."""
    gewoon = (str(unicodedata.decimal(teken, teken)) for teken in code)
    return "".join(teken for teken in "".join(gewoon).casefold() if teken.isascii() and teken.isalnum())


def afdruk_van(account: Portaalaccount, code: str) -> str:
    """What is kept of a code on a sheet; that of another account is another one."""
    return afdruk("portaalcode", str(account.pk), schoon(code))


def _groepen(aantal: int) -> str:
    return "-".join("".join(secrets.choice(TEKENS) for _ in range(4)) for _ in range(aantal))
