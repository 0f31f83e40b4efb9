"""The children of a case as a page shows them: each with what was recorded, and the day on which it turns 18."""

from typing import Any
from uuid import UUID

from verantwoord.dossier.opvang import kinderen, queries, tonen
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker


def kinderen_met_belangen(s: Stand, dossier_id: UUID, *, viewer: Medewerker) -> list[dict[str, Any]]:
    """Each child with what was recorded, the newest first, and whether its 18th birthday is near and was discussed."""
    alle = kinderen.kinderen_van(s)
    if not alle:
        return []
    belangen = queries.kindbelangen_of(dossier_id, viewer=viewer)
    binnenkort = {kind.plaats for kind in kinderen.worden_achttien(s)}
    besproken = queries.achttien_besproken(dossier_id) if binnenkort else set()
    return [
        {
            "kind": kind,
            "wie": tonen.kind_in_woorden(kind),
            "belangen": belangen.get(kind.plaats, []),
            "binnenkort": kind.plaats in binnenkort,
            "besproken": kind.plaats in besproken,
            "verandert": list(tonen.verandert_bij_18(kind, amv=s.persoon.amv)),
        }
        for kind in alle
    ]
