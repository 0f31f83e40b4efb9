"""Who hears that a proposal for detention waits for them, came back, or that detention must be looked at again."""

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from django.utils import timezone

from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.meldingen.luisteraar import Kring
from verantwoord.werkplek.meldingen.models import Melding

_HEROVERWEGEN: Final = "bewaring.heroverweging_nodig"


def hoor_bewaring(gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Tell whom the act itself names, and of a review the regievoerder and who stands in; never the one who acted."""
    te_melden = [g for g in gebeurtenissen if g.soort.startswith("bewaring.") and g.dossier_id is not None]
    if not te_melden:
        return
    with als_systeem():
        Melding.objects.bulk_create(
            [
                Melding(medewerker_id=wie, soort=Melding.Soort.BEWARING, dossier_id=g.dossier_id)
                for g in te_melden
                for wie in _wie(g)
            ],
            ignore_conflicts=True,
        )


def weg_van_bewaring(melding: Melding, *, viewer: Medewerker) -> tuple[str, UUID | None]:
    """The page to which such a notification leads this person."""
    van_partner = viewer.organisatie != "dtv"
    return ("bewaringsbesluit:lezen" if van_partner else "bewaring:overzicht", melding.dossier_id)


def _wie(g: Gebeurtenis) -> Iterator[UUID]:
    if g.soort == _HEROVERWEGEN and g.dossier_id is not None:
        kring = Kring({g.dossier_id}, vandaag=timezone.localdate())
        yield from (o.medewerker_id for o in kring.voor(g.dossier_id, Melding.Soort.BEWARING))
        return
    aan = Medewerker.objects.filter(pk__in=g.gegevens.get("aan", ()), is_active=True)
    yield from aan.exclude(gebruikersnaam=g.door).values_list("pk", flat=True)
