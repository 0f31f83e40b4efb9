"""What waits of the person's portal: somebody asked to close it for safety, and a second one has to sign."""

from collections.abc import Iterator
from datetime import date
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.dossier.machtiging.tonen import machtigingen_of
from verantwoord.dossier.onthouding.tonen import onthoudingen_of
from verantwoord.dossier.portaal.tonen import portaal_of
from verantwoord.dossier.queries import afschriften_of
from verantwoord.kern.kalender import voluit
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.watnu import Plicht

_BRON: Final = "AVG artikel 23, lid 1, onder i; UAVG artikel 41"


def tweede(dossier_id: UUID, *, viewer: Medewerker, op: date) -> Iterator[Plicht]:
    """What waits for a second signature about the portal; on the day itself, for until then nobody is helped."""
    yield from _afscherming(dossier_id, viewer=viewer, op=op)
    yield from _machtigingen(dossier_id, viewer=viewer, op=op)
    yield from _onthoudingen(dossier_id, viewer=viewer, op=op)


def _machtigingen(dossier_id: UUID, *, viewer: Medewerker, op: date) -> Iterator[Plicht]:
    for voorstel in machtigingen_of(dossier_id, viewer=viewer, op=op).voorstellen:
        yield Plicht(
            titel="Kijk een machtiging op papier na.",
            uitleg=(
                f"{voorstel.door_naam} legde die vast. Een andere collega kijkt het papier na. Tot dan geldt die niet."
            ),
            datum=timezone.localtime(voorstel.gevraagd_op).date(),
            bron="Awb artikel 2:1",
            actie=_("Bekijk de machtiging"),
            actie_url=reverse("dossier:machtigingen", args=[dossier_id]),
            afwijking="",
            afwijken_url="",
        )


def _onthoudingen(dossier_id: UUID, *, viewer: Medewerker, op: date) -> Iterator[Plicht]:
    for regel in onthoudingen_of(dossier_id, viewer=viewer, op=op).lopend:
        if regel.onthouding.tweede_naam:
            continue
        yield Plicht(
            titel="Beslis of de persoon iets tijdelijk niet mag zien.",
            uitleg=(
                f"{regel.onthouding.door_naam} vroeg dit. Een andere collega tekent of laat het zien. Tot dan ziet de "
                "persoon alles."
            ),
            datum=timezone.localtime(regel.onthouding.gevraagd_op).date(),
            bron="AVG artikel 23, lid 1; UAVG artikel 41",
            actie=_("Bekijk het verzoek"),
            actie_url=reverse("dossier:onthoudingen", args=[dossier_id]),
            afwijking="",
            afwijken_url="",
        )


def _afscherming(dossier_id: UUID, *, viewer: Medewerker, op: date) -> Iterator[Plicht]:
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


def afschriften(dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """A copy that was asked and is not there yet: the program makes it, and somebody sees to it that it does."""
    for afschrift in afschriften_of(dossier_id, viewer=viewer):
        yield Plicht(
            titel="Zorg dat de persoon een kopie van het dossier krijgt.",
            uitleg=(
                f"Gevraagd op {voluit(timezone.localdate(afschrift.gevraagd_op))}. Het programma maakt die zelf, meestal "
                "binnen een uur. Staat dit hier langer dan een dag, bel dan functioneel beheer."
            ),
            datum=afschrift.uiterlijk_op,
            bron="AVG artikel 12, derde lid, en artikel 15",
            actie=_("Bekijk het portaal"),
            actie_url=reverse("dossier:portaal", args=[dossier_id]),
            afwijking="",
            afwijken_url="",
        )
