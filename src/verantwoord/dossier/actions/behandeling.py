from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier import poort
from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Rol


class GeenRegievoerder(DomeinFout):
    """The chosen colleague cannot be the regievoerder of this dossier."""


@transaction.atomic
def assign_regievoerder(
    *, door: Medewerker, dossier_id: UUID, regievoerder: Medewerker, reden: str = ""
) -> Dossier:
    """Give the dossier to a regievoerder, who from then on directs the departure (report §1.5)."""
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.DOSSIER_TOEWIJZEN, ook_gesloten=True)
    if regievoerder.rol != Rol.REGIEVOERDER or not regievoerder.is_active:
        raise GeenRegievoerder(_("Kies een collega die regievoerder is en nog in dienst."))
    vorige = dossier.regievoerder.naam if dossier.regievoerder else dossier.regievoerder_elders
    dossier.regievoerder, dossier.regievoerder_elders = regievoerder, None
    dossier.team = regievoerder.team or dossier.team
    dossier.versie += 1
    dossier.save(update_fields=["regievoerder", "regievoerder_elders", "team", "versie"])
    record_gebeurtenis(
        soort="dossier.toegewezen",
        onderwerp=dossier,
        dossier_id=dossier.pk,
        door=door,
        gegevens={
            "wijzigingen": {"regievoerder": [vorige, regievoerder.naam]},
            **({"reden": reden} if reden else {}),
        },
    )
    return dossier


@transaction.atomic
def hand_over_dossiers(
    *, door: Medewerker, dossiers: Collection[UUID], naar: Medewerker, reden: str
) -> list[Dossier]:
    """Give several dossiers to one colleague at once; all of them or none.

    What was written stays signed by who wrote it. Raises ``Dossier.DoesNotExist`` when one of them is not there for
    this person.
    """
    return [
        assign_regievoerder(door=door, dossier_id=dossier_id, regievoerder=naar, reden=reden)
        # In one order for everybody, so that two hand-overs wait for each other instead of both giving up.
        for dossier_id in sorted(dossiers)
    ]


@transaction.atomic
def finish_intake(*, door: Medewerker, dossier_id: UUID, peildatum: date) -> Dossier:
    """Take the dossier into treatment: the regievoerder has read it and it belongs in this process."""
    dossier = lock_dossier(dossier_id, door=door)
    if dossier.intake_afgerond_op is not None:
        raise DomeinFout(_("De intake van dit dossier is al afgerond. Ververs de pagina."))
    poort.require("dossier_openen", dossier=dossier, peildatum=peildatum, door=door)
    dossier.intake_afgerond_op = peildatum
    dossier.versie += 1
    dossier.save(update_fields=["intake_afgerond_op", "versie"])
    record_gebeurtenis(
        soort="intake.afgerond",
        onderwerp=dossier,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"wijzigingen": {"intake_afgerond_op": [None, peildatum.isoformat()]}},
    )
    return dossier
