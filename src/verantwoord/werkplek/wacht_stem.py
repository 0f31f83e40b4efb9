"""What the person said and waits for an answer to, as duties with a date."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.betwisting.woorden import onderwerp_in_woorden
from verantwoord.dossier.queries import betwistingen_of
from verantwoord.kern.kalender import voluit
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.watnu import Plicht


def betwistingen(dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """Each thing the person says is not right about which nobody decided yet; the words stand on its own page."""
    for betwisting in betwistingen_of(dossier_id, viewer=viewer, alleen_open=True):
        yield Plicht(
            titel="Antwoord op wat de persoon betwist.",
            uitleg=(
                f"De persoon zei op {voluit(betwisting.gemeld_op)} dat iets niet klopt: "
                f"{onderwerp_in_woorden(betwisting.onderwerp).lower()}. Tot u antwoord geeft, ziet iedereen dat het is betwist."
            ),
            datum=betwisting.antwoord_voor,
            bron="AVG artikel 12, derde lid, en artikel 16",
            actie=_("Kijk na en beslis"),
            actie_url=reverse("dossier:betwisting", args=[dossier_id, betwisting.pk]),
            afwijking="",
            afwijken_url="",
        )
