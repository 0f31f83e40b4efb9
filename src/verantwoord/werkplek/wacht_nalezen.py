"""That words of a finished talk wait for somebody to read them again: a question to who handles the dossier, and to nobody else.

Worked out for this page alone. Nothing of it is kept, counted over dossiers or shown on a list (invariant 10).
"""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.queries import te_lezen_of
from verantwoord.werkplek.watnu import Punt


def nalezen(s: Stand, dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Punt]:
    """One point for all talks of the dossier, also when there are many: it is one thing to do."""
    if not any(gesprek.afgerond_op is not None for gesprek in s.beeld.gesprekken):
        return
    te_lezen = te_lezen_of(dossier_id, viewer=viewer)
    if not te_lezen:
        return
    namen = [str(gesprek.get_moment_display()).lower() for gesprek in te_lezen]
    yield Punt(
        titel=_("Lees woorden na uit een verslag."),
        uitleg=_(
            "In %(gesprekken)s staan woorden die over een toetsing of een wens kunnen gaan. Het is een vraag aan u, geen "
            "conclusie."
        )
        % {"gesprekken": ", ".join(dict.fromkeys(namen))},
        actie=_("Lees ze na"),
        actie_url=reverse("vertrekgesprek:gesprek", args=[dossier_id, te_lezen[-1].pk]) + "#passages"
        if len(te_lezen) == 1
        else reverse("vertrekgesprek:lijst", args=[dossier_id]),
        afwijking="",
        afwijken_url="",
    )
