"""Asking for more than one's role shows: on which ground, who decides, and how long. Plain data and plain answers.

Nothing is given by silence: a day that passes makes a duty of somebody, never an opening.
Legal base: AVG art. 5(1)(b), 6 and 9; Leidraad Terugkeer en Vertrek, Informatieuitwisseling en privacy; report §3.4.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from verantwoord.kern.kalender import plus_werkdagen
from verantwoord.kern.toegang import CATEGORIEEN, Toegang, rijen_van, toegang_van

# An answer that was given may be read for this long at most; who needs it longer asks again.
LANGST_GELDIG: Final = timedelta(days=28)
# An emergency is looked at by somebody else within so many working days.
BEOORDELEN_BINNEN: Final = 5
# Health, or what says something about it: another ground is needed than for the rest (AVG art. 9).
BIJZONDER: Final = frozenset({"medisch", "veiligheidskaart"})
# What a question to the owner never opens: a signal about mensenhandel is shielded, what somebody writes to a lawyer is
# theirs, and who looked and what is counted have roads of their own.
NOOIT: Final = frozenset({"mensenhandel", "correspondentie_gemachtigde", "inzagelog", "rapportage"})
# Who decides about what, where that is not the regievoerder.
EIGENAAR: Final = MappingProxyType({"veiligheidskaart": "coa"})


@dataclass(frozen=True, kw_only=True)
class Grondslag:
    """A legal ground on which information may be asked; ``werkdagen`` is how soon an answer is owed.

    Its words stand with the words of the pages.
    """

    id: str
    bron: str
    bijzonder: bool
    werkdagen: int
    geldig_van: date
    geldig_tot: date | None = None


_AVG: Final = date(2018, 5, 25)
GRONDSLAGEN: Final = (
    Grondslag(
        id="vitaal_belang_bijzonder",
        bron="AVG art. 9 lid 2 onder c",
        bijzonder=True,
        werkdagen=1,
        geldig_van=_AVG,
    ),
    Grondslag(
        id="zwaarwegend_belang",
        bron="AVG art. 9 lid 2 onder g",
        bijzonder=True,
        werkdagen=3,
        geldig_van=_AVG,
    ),
    Grondslag(
        id="vitaal_belang",
        bron="AVG art. 6 lid 1 onder d",
        bijzonder=False,
        werkdagen=1,
        geldig_van=_AVG,
    ),
    Grondslag(
        id="wettelijke_plicht",
        bron="AVG art. 6 lid 1 onder c",
        bijzonder=False,
        werkdagen=3,
        geldig_van=_AVG,
    ),
    Grondslag(
        id="publieke_taak",
        bron="AVG art. 6 lid 1 onder e",
        bijzonder=False,
        werkdagen=3,
        geldig_van=_AVG,
    ),
)


def grondslagen_op(peildatum: date) -> tuple[Grondslag, ...]:
    """The grounds that the law knows on a day."""
    return tuple(
        g
        for g in GRONDSLAGEN
        if g.geldig_van <= peildatum and (g.geldig_tot is None or peildatum <= g.geldig_tot)
    )


def is_genoeg(grondslag: Grondslag, soort: str) -> bool:
    """Whether this ground can carry this category: what says something about health needs one of AVG art. 9."""
    return grondslag.bijzonder or soort not in BIJZONDER


def te_vragen(rol: str) -> tuple[str, ...]:
    """The categories that somebody of this role may ask more of: what the role does not see, and might need.

    Medical information is asked only by a role that already has a task with it; for supervision and detention it is
    never a question (threat 3 of the model).
    """
    return tuple(
        soort
        for soort in CATEGORIEEN
        if soort not in NOOIT
        and toegang_van(rol, soort) is not Toegang.VOL
        and not (soort == "medisch" and toegang_van(rol, soort) is Toegang.NIETS)
    )


def in_nood_te_openen(rol: str) -> tuple[str, ...]:
    """The categories that this role may open in an emergency.

    For a partner the cells that say so. Who works at DT&V may open in an emergency, in a case that is somebody
    else's, what the role sees in its own; never a signal about mensenhandel and never the post of a lawyer.
    """
    eigen = rijen_van(rol) if rol in _DTV else ()
    return tuple(
        soort
        for soort in CATEGORIEEN
        if soort not in NOOIT and (toegang_van(rol, soort) is Toegang.NOOD or soort in eigen)
    )


_DTV: Final = frozenset({"regievoerder", "medisch_bevoegd"})


def antwoord_voor(grondslag: Grondslag, gevraagd_op: date) -> date:
    """The last day on which the owner should have answered."""
    return plus_werkdagen(gevraagd_op, grondslag.werkdagen)


def beoordelen_voor(geopend_op: date) -> date:
    """The last day on which somebody else should have looked at an emergency."""
    return plus_werkdagen(geopend_op, BEOORDELEN_BINNEN)
