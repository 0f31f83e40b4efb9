"""When do two messages say the same? A fingerprint that is equal exactly when their values are."""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from verantwoord.kern.overdracht.bericht import Overdrachtsbericht
from verantwoord.kern.overdracht.procedurebericht import Procedurebericht

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECONDE = timedelta(microseconds=1)
# Sorted, because fingerprints are stored and outlive the order in which a type names its fields.
_ENCODER = msgspec.json.Encoder(order="sorted")


def vingerafdruk(bericht: Overdrachtsbericht | Procedurebericht) -> str:
    """Give the SHA-256 (hex) of the message as a value.

    The order of fields, white space and escapes are gone once a message is read; absent, null, empty and default are left out
    alike; a moment counts as an instant, in whatever offset. The order of a list and every character of a text count. Fields
    that a later version adds with a default leave the fingerprints of older messages as they are.
    """
    waarde = _zonder_leegte(msgspec.to_builtins(bericht, builtin_types=(datetime,)))
    # A difference rather than a conversion: it also holds for moments that lie outside the calendar in UTC.
    waarde["verzonden_op"] = (bericht.verzonden_op - _EPOCH) // _MICROSECONDE
    return hashlib.sha256(_ENCODER.encode(waarde)).hexdigest()


def _zonder_leegte(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        inhoud = {naam: _zonder_leegte(deel) for naam, deel in waarde.items()}
        return {naam: deel for naam, deel in inhoud.items() if deel not in (None, [], {}, ())}
    if isinstance(waarde, list | tuple):
        return [_zonder_leegte(deel) for deel in waarde]
    return waarde
