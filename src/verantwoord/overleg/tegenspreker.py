"""Who speaks against at an item: by rotation, never who proposed it."""

from collections.abc import Iterable

from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.overleg.models import Agendapunt
from verantwoord.overleg.rooster import volgende

# Turns of longer ago no longer weigh: people and partners change.
_TERUG = 60


def choose_tegenspreker(punt: Agendapunt, *, uit: Iterable[str] = VASTE_PARTNERS) -> str:
    """Whose turn it is in this series, of those who can; empty when nobody but the proposer is there."""
    kunnen = [partner for partner in VASTE_PARTNERS if partner in set(uit) and partner != punt.voorstel_door]
    if not kunnen or punt.overleg is None:
        return ""
    eerder = Agendapunt.objects.filter(overleg__reeks=punt.overleg.reeks_id, doorgeschoven_op__isnull=True)
    beurten = (
        eerder.exclude(pk=punt.pk)
        .exclude(tegenspreker="")
        .order_by("-aangemeld_op", "-pk")
        .values_list("tegenspreker", flat=True)[:_TERUG]
    )
    return volgende(kunnen, list(reversed(beurten)))
