"""What waits of the person's portal: somebody asked to close it for safety, and a second one has to sign."""

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.portaal.tonen import portaal_of
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.watnu import Plicht

_BRON: Final = "AVG artikel 23, lid 1, onder i; UAVG artikel 41"


def tweede(dossier_id: UUID, *, viewer: Medewerker, op: date) -> Iterator[Plicht]:
    """Sign, or leave it open; on the day itself, for until then nobody is protected."""
    lopend = portaal_of(dossier_id, viewer=viewer, nu=timezone.now(), vandaag=op).lopend
    if lopend is None or lopend.tweede_naam:
        return
    yield Plicht(
        titel="Beslis of het portaal om de veiligheid dicht moet.",
        uitleg=(
            f"{lopend.door_naam} vroeg dit. Een andere collega tekent of laat het portaal open. Tot dan is het open."
        ),
        datum=timezone.localtime(lopend.gevraagd_op).date(),
        bron=_BRON,
        actie=_("Bekijk het verzoek"),
        actie_url=reverse("dossier:portaal", args=[dossier_id]),
        afwijking="",
        afwijken_url="",
    )
