"""Taking over a spreadsheet in the catalogue: first tried, then all of it or nothing."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.catalogus import Aanbodgegevens, add_aanbod, change_aanbod
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.models import Aanbod, Aanbodinvoer
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


@dataclass(frozen=True, kw_only=True)
class Bijwerking:
    """One entry as a row of the file wants it."""

    aanbod_id: UUID
    versie: int
    gegevens: Aanbodgegevens


@transaction.atomic
def keep_invoer(*, door: Medewerker, regels: Sequence[Mapping[str, str]]) -> Aanbodinvoer:
    """Keep what was read until the same person agrees; one's earlier file that was not taken over goes away."""
    require(door, Recht.CATALOGUS_BEHEREN)
    if not regels:
        raise WensKloptNiet(_("In dit werkblad staat niets onder de titels."), veld="bestand")
    Aanbodinvoer.objects.visible_to(door).filter(toegepast_op__isnull=True).delete()
    invoer: Aanbodinvoer = Aanbodinvoer.objects.create(door=door, regels=list(regels), stand=_stand())
    return invoer


@transaction.atomic
def apply_invoer(
    *, door: Medewerker, invoer_id: UUID, nieuw: Sequence[Aanbodgegevens], gewijzigd: Sequence[Bijwerking]
) -> None:
    """Take over all rows, each as a change that can be read back; with one refusal nothing is.

    Refused when anything in the catalogue changed since the person saw what the file would do.
    """
    require(door, Recht.CATALOGUS_BEHEREN)
    invoer: Aanbodinvoer = Aanbodinvoer.objects.visible_to(door).select_for_update().get(pk=invoer_id)
    if invoer.toegepast_op is not None:
        raise WensKloptNiet(_("Dit bestand is al overgenomen."))
    list(Aanbod.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
    if _stand() != invoer.stand:
        raise WensKloptNiet(
            _("De catalogus is intussen bijgewerkt. Kies het bestand opnieuw en lees wat er dan verandert.")
        )
    if not nieuw and not gewijzigd:
        raise WensKloptNiet(_("Er valt niets over te nemen."))
    for gegevens in nieuw:
        add_aanbod(door=door, gegevens=gegevens)
    for een in gewijzigd:
        change_aanbod(door=door, aanbod_id=een.aanbod_id, versie=een.versie, gegevens=een.gegevens)
    invoer.toegepast_op = timezone.now()
    invoer.save(update_fields=["toegepast_op"])
    record_gebeurtenis(
        soort="catalogus.overgenomen",
        onderwerp=invoer,
        dossier_id=None,
        door=door,
        gegevens={"nieuw": len(nieuw), "gewijzigd": len(gewijzigd)},
    )


def _stand() -> str:
    """A fingerprint of the catalogue as it is: which entries there are, and the version of each."""
    rijen = Aanbod.objects.order_by("pk").values_list("pk", "versie")
    return hashlib.sha256("\n".join(f"{pk} {versie}" for pk, versie in rijen).encode()).hexdigest()
