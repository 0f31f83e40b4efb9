"""What is owed about detention: reading, deciding, telling lawyer and court, and above all looking again."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.toezicht.bewaring.queries import taken_of
from verantwoord.werkplek.watnu import Plicht

# The norm about how long it may last says this one already.
_VAN_DE_NORM: Final = frozenset({"rechtbank"})


def bewaring(s: Stand, dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """Each thing that is owed, with its day; in Dutch whatever the page speaks, as every duty is."""
    for taak in taken_of(dossier_id, viewer=viewer, s=s):
        if taak.stap in _VAN_DE_NORM:
            continue
        yield Plicht(
            titel=taak.titel,
            uitleg=taak.uitleg,
            datum=taak.uiterlijk,
            bron=taak.bron,
            actie=_("Open de bewaring"),
            actie_url=reverse("bewaring:overzicht", args=[dossier_id]),
            afwijking="",
            afwijken_url="",
        )
