"""The transfer message: a person's file arrives at DT&V. The types behind ``overdracht.schema.json``.

The parts are those of the dossierbeeld, because the contract gives both the same shape; a test compares the schema as a
whole. What the schema leaves open and the contract forbids (an offset in a moment, the largest sequence number) is checked
when a message is made, so that there is no message that breaks it.
"""

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta

from verantwoord.kern.dossierbeeld import Deel, Opvang, Persoon, Procedure
from verantwoord.kern.typen import Kort, check_moment, check_patronen

# The largest whole number that every JSON reader keeps exact (RFC 7493, 2.2).
MAX_VOLGNUMMER = 2**53 - 1

BerichtId = Annotated[
    str, Meta(pattern="^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
]
Volgnummer = Annotated[int, Meta(ge=1, description="per afzender oplopend zonder gaten")]
Afzender = Literal["avim", "ind", "kmar"]


def check_envelop(*, bericht_id: str, volgnummer: int, verzonden_op: datetime) -> None:
    """Refuse what the schema lets through in the head of a message."""
    check_patronen(bericht_id)
    check_moment(verzonden_op)
    if volgnummer > MAX_VOLGNUMMER:
        raise ValueError(f"het volgnummer is groter dan {MAX_VOLGNUMMER}")


class Overdrachtsbericht(Deel, frozen=True, kw_only=True):
    """Transfer of a person's file to DT&V by IND, AVIM or KMar. One message, one person."""

    schema: Literal["verantwoord.overdracht/1"]
    bericht_id: BerichtId
    volgnummer: Volgnummer
    verzonden_op: datetime
    afzender: Afzender
    spoor: Literal["asiel", "dublin", "grens", "regulier"]
    persoon: Persoon
    procedure: Procedure
    opvang: Opvang = Opvang()
    documenten: tuple[Kort, ...] = ()
    schrijnend_getoetst_op: date | None = None

    def __post_init__(self) -> None:
        check_envelop(bericht_id=self.bericht_id, volgnummer=self.volgnummer, verzonden_op=self.verzonden_op)
