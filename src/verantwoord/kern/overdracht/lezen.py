"""From bytes to a message, strictly: what a message may be is decided here, what may be done with it is not."""

from typing import Any, Final, Generic, TypeVar

import msgspec

from verantwoord.kern.fouten import LeesFout
from verantwoord.kern.lezen import Decoder, lees
from verantwoord.kern.overdracht.bericht import BerichtId, Overdrachtsbericht
from verantwoord.kern.overdracht.bestanden import MAX_BYTES
from verantwoord.kern.overdracht.ijson import OngeldigeJson, check_ijson, decode_utf8
from verantwoord.kern.overdracht.procedurebericht import Procedurebericht
from verantwoord.kern.overdracht.redenen import Reden, Weigering
from verantwoord.kern.overdracht.uitleg import leg_schema_uit
from verantwoord.kern.typen import check_patronen

B = TypeVar("B", Overdrachtsbericht, Procedurebericht)


class Lezer(Generic[B]):
    """Reads one kind of message. The first thing that is wrong decides, in the order size, JSON, schema."""

    def __init__(self, soort: type[B]) -> None:
        self._decoder: Decoder[B] = msgspec.json.Decoder(soort)
        self._schema: dict[str, Any] = msgspec.json.schema(soort)

    def lees(self, raw: bytes) -> B:
        """Give the message in ``raw``; raises ``Weigering`` with the reason and a sentence for the sender."""
        if len(raw) > MAX_BYTES:
            raise te_groot()
        try:
            check_ijson(decode_utf8(raw))
        except OngeldigeJson as fout:
            raise Weigering(Reden.ONGELDIGE_JSON, fout.uitleg) from fout
        try:
            return lees(self._decoder, raw)
        except LeesFout as fout:
            if isinstance(fout.__cause__, msgspec.ValidationError):
                pad, uitleg = leg_schema_uit(fout.__cause__, self._schema)
                raise Weigering(Reden.SCHEMA, uitleg, pad=pad) from fout
            raise Weigering(Reden.SCHEMA, fout.melding, pad=fout.pad) from fout


OVERDRACHT: Final = Lezer(Overdrachtsbericht)
PROCEDUREBERICHT: Final = Lezer(Procedurebericht)


def te_groot() -> Weigering:
    return Weigering(
        Reden.TE_GROOT,
        f"Het bericht is groter dan {MAX_BYTES} bytes: stuur geen documenten mee, alleen hun namen, en verstuur het opnieuw.",
    )


class _Kop(msgspec.Struct):
    bericht_id: BerichtId

    def __post_init__(self) -> None:
        check_patronen(self.bericht_id)


_KOP = msgspec.json.Decoder(_Kop)


def vind_bericht_id(raw: bytes) -> str | None:
    """Find the ``bericht_id`` of a message that does not fit the schema, so that its sender can find it; else ``None``."""
    try:
        return _KOP.decode(raw).bericht_id
    except (msgspec.MsgspecError, RecursionError):
        return None
