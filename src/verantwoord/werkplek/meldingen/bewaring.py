"""Who hears that a proposal for detention waits for them, came back, or that detention must be looked at again."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from django.utils import timezone

from verantwoord.bewaking.models import Stand as Dossierstand
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.toezicht.bewaring.queries import dossiers_met_voorstel, taken_op
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


def remind_bewaring(*, door: Medewerker, peildatum: date) -> None:
    """Tell the regievoerder of each case in which something about detention is due today or was before."""
    require(door, Recht.HERBEOORDELEN)
    with als_systeem():
        lopend = Dossierstand.objects.filter(gesloten=False, termijnen__has_key="bewaring")
        te_laat = {
            dossier_id
            for dossier_id in {*dossiers_met_voorstel(viewer=door), *lopend.values_list("dossier", flat=True)}
            if any(taak.uiterlijk <= peildatum for taak in taken_op(dossier_id, viewer=door, op=peildatum))
        }
        kring = Kring(te_laat, vandaag=peildatum)
        Melding.objects.bulk_create(
            [
                Melding(medewerker_id=o.medewerker_id, soort=Melding.Soort.BEWARING, dossier_id=dossier_id)
                for dossier_id in sorted(te_laat)
                for o in kring.voor(dossier_id, Melding.Soort.BEWARING)
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
