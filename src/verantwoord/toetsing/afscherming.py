"""Who reads the words about mensenhandel. Sources: Procesprotocol D9; Vc B8/3.1; the need-to-know matrix of the design.

Everybody who may see the dossier sees the state of this moment: that something was recorded, which steps were taken on
which day, and that departure stands still. Otherwise a colleague who stands in could neither wait nor tell the police
the same day. The words themselves, and who brought a sign, are read by the regievoerder of the dossier, by who stands in
for her that day, and by who wrote them. ``Dossier.afgeschermd`` goes further: then nobody but the regievoerder finds or
sees the dossier at all.
"""

from collections.abc import Collection, Iterable
from typing import Any, Final, TypeVar
from uuid import UUID

import msgspec

from verantwoord.kern import dossierbeeld as d
from verantwoord.toetsing.keuzes import Moment

Rij = TypeVar("Rij", bound=Any)
AFGESCHERMD: Final = "Afgeschermd."
# Every field of a row that holds words or says who brought a sign, with what stands there for who may not read it.
_WOORDEN: Final[dict[str, Any]] = {
    "feiten": "",
    "bronnen": [],
    "afweging": "",
    "vervolg": "",
    "toelichting": "",
    "bron": "",
    "invoer": {},
}


def mag_lezen(moment: str, *, lezer: UUID, lezers: Collection[UUID], schrijver: UUID | None = None) -> bool:
    """Whether this person reads the words of a record of this moment; ``lezers`` have the regie that day."""
    return moment != Moment.MENSENHANDEL or lezer in lezers or lezer == schrijver


def scherm_af(rijen: Iterable[Rij], *, lezer: UUID, lezers: Collection[UUID]) -> list[Rij]:
    """Take the words from the rows this person does not read; ``afgeschermd`` tells the page. Nothing is saved."""
    gelezen = list(rijen)
    for rij in gelezen:
        leesbaar = mag_lezen(rij.moment, lezer=lezer, lezers=lezers, schrijver=rij.door_id)
        rij.afgeschermd = not leesbaar
        if leesbaar:
            continue
        for veld, leeg in _WOORDEN.items():
            if hasattr(rij, veld):
                setattr(rij, veld, leeg)
    return gelezen


def zonder_woorden(beeld: d.Dossierbeeld, *, lezer_naam: str) -> d.Dossierbeeld:
    """The facts for somebody who does not read the words: that there are facts and a weighing stays true.

    Notes by ``lezer_naam`` stay readable; the answers of the norms do not change.
    """

    def afgeschermd(toetsing: d.Toetsing) -> d.Toetsing:
        if toetsing.moment != Moment.MENSENHANDEL or toetsing.door == lezer_naam:
            return toetsing
        return msgspec.structs.replace(
            toetsing,
            feiten=AFGESCHERMD if toetsing.feiten.strip() else "",
            afweging=AFGESCHERMD if toetsing.afweging.strip() else "",
            bronnen=(AFGESCHERMD,) if toetsing.bronnen else (),
        )

    return msgspec.structs.replace(beeld, toetsingen=tuple(map(afgeschermd, beeld.toetsingen)))
