"""What of an answer is kept: the row of the work list and what is open. Plain values; it reads and writes nothing."""

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from verantwoord.kern import werklijst
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.antwoorden import maak_antwoorden
from verantwoord.kern.antwoordvormen import Inhoud
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.termijnen import Stand as Feitenstand

# The termijnen that end for the person. Those of the talks are duties of the DT&V, which are kept as such.
MET_EEN_EINDE = frozenset({"vertrektermijn", "opvang", "vbl", "bedenktijd", "artikel_64", "bewaring"})
# What makes a finding another one than yesterday's. The day it is asked is not among them.
BEWAARD = ("oordeel", "gevolg", "uitleg", "uiterlijk_op", "ontbreekt", "blokkeert", "regelset")


class Oordeel(NamedTuple):
    """``stand`` holds the columns of ``Stand`` that follow from facts and day alone; ``open`` what stays open.

    ``antwoorden`` is what partners are told, by sort.
    """

    stand: dict[str, Any]
    open: list[Bevinding]
    antwoorden: dict[str, Inhoud]


def beoordeel_feiten(s: Feitenstand, *, regelset: str) -> Oordeel:
    """Let the norms answer for these facts on their day, and keep what lists and dossier pages show of it."""
    beoordeling = beoordeel_stand(s, regelset=regelset)
    plichten = werklijst.open_plichten(s, beoordeling)
    eerste = plichten[0] if plichten else None
    antwoorden = maak_antwoorden(s, beoordeling)
    woont = werklijst.verblijf(s)
    stand = {
        "fase": beoordeling.fase,
        "locatie": woont.locatie if woont else "",
        "verblijfsoort": woont.soort if woont else "",
        "volgende_norm": eerste.norm if eerste else None,
        "volgende_op": eerste.uiterlijk_op if eerste else None,
        "termijnen": {
            t.termijn: t.eindigt_op.isoformat()
            for t in s.termijnen
            if t.eindigt_op and t.termijn in MET_EEN_EINDE
        },
        # As JSON reads it back, so that it can be compared with what is kept.
        "regel": msgspec.json.decode(msgspec.json.encode(werklijst.maak_lijstregel(s, beoordeling))),
        "antwoorden": vingerafdruk(antwoorden),
    }
    return Oordeel(stand, list(_te_bewaren(s, beoordeling, plichten)), antwoorden)


def vingerafdruk(antwoorden: dict[str, Inhoud]) -> str:
    """By which is seen at once that no answer changed; not a seal."""
    return hashlib.blake2b(msgspec.json.encode(list(antwoorden.values())), digest_size=16).hexdigest()


def _te_bewaren(
    s: Feitenstand, beoordeling: Beoordeling, plichten: list[werklijst.Plicht]
) -> Iterator[Bevinding]:
    """What the dossier page shows as open: duties, limits of what is at issue, and points of attention."""
    normen = {plicht.norm for plicht in plichten}
    normen |= {norm for grens in werklijst.grenzen(s, beoordeling) for norm in grens.normen}
    normen |= {b.norm for b in werklijst.aandachtspunten(beoordeling)}
    return (b for b in beoordeling.bevindingen if b.norm in normen)
