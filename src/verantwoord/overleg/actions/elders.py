"""Bring up to date what was agreed elsewhere, before the dossier came here."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.overleg.elders import open_van
from verantwoord.overleg.fouten import NietNu, RedenOntbreekt
from verantwoord.overleg.models import Overlegpunt
from verantwoord.toegang.models import Medewerker


@transaction.atomic
def update_eerder(
    *,
    door: Medewerker,
    dossier_id: UUID,
    feit_id: UUID,
    verslag_op: date | None,
    teruggekoppeld_op: date | None,
    gereed: Mapping[int, date],
    peildatum: date,
) -> Overlegpunt:
    """Fill in what was still open in an entry that has no meeting here; what stands there stays as it is.

    ``gereed`` holds the days of actions by their place in the entry. Raises ``NietNu`` for what is not open, or a day
    that cannot be.
    """
    dossier = lock_dossier(dossier_id, door=door)
    feit = Overlegpunt.objects.get(pk=feit_id, dossier=dossier)
    open_ = open_van(feit)
    dagen = [dag for dag in (verslag_op, teruggekoppeld_op, *gereed.values()) if dag is not None]
    if not dagen:
        raise RedenOntbreekt(_("Vul ten minste één dag in."))
    if any(not feit.datum <= dag <= peildatum for dag in dagen):
        raise NietNu(_("Deze dag kan niet: hij ligt voor het overleg of in de toekomst."))
    niet_open = (
        (verslag_op is not None and not open_.verslag)
        or (teruggekoppeld_op is not None and not open_.terugkoppeling)
        or not set(gereed) <= {plek for plek, _actie in open_.acties}
    )
    if niet_open:
        raise NietNu(_("Dit stond al in het dossier. Ververs de pagina."))
    wijzigingen: dict[str, list[Any]] = {}
    for veld, dag in (("verslag_op", verslag_op), ("teruggekoppeld_op", teruggekoppeld_op)):
        if dag is not None:
            setattr(feit, veld, dag)
            wijzigingen[veld] = [None, dag.isoformat()]
    acties = [dict(actie) for actie in feit.acties]
    for plek, dag in gereed.items():
        acties[plek]["gereed_op"] = dag.isoformat()
        wijzigingen[f"acties[{plek}].gereed_op"] = [None, dag.isoformat()]
    feit.acties = acties
    feit.save(update_fields=["verslag_op", "teruggekoppeld_op", "acties"])
    record_gebeurtenis(
        soort="overleg.elders_bijgewerkt",
        onderwerp=feit,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"wijzigingen": wijzigingen},
    )
    return feit
