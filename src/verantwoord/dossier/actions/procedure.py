from datetime import date
from typing import Any, Literal
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _
from msgspec.structs import replace

from verantwoord.dossier.actions.feitenwijziging import NietsVeranderd, change_feiten, lock_versie
from verantwoord.dossier.actions.verschil import schrijf_verschil
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Besluit, Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.overdracht.procedurebericht import Gebeurtenis, Intrekking
from verantwoord.kern.procedure import laat_uitstel_staan, verwerk
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

CheckUitkomst = Literal["verwijderbaar", "niet_verwijderbaar", "onbekend"]


@transaction.atomic
def record_procedure(
    *,
    door: Medewerker,
    dossier_id: UUID,
    gebeurtenis: Gebeurtenis,
    versie: int | None = None,
    bericht_id: UUID | None = None,
) -> Dossier:
    """Put an event of the procedure in the dossier, from a message or by hand.

    By hand ``versie`` is the version the form was opened on; a message has none, for it is newer than any form.
    Raises ``Versieconflict``, and by hand ``NietsVeranderd`` when nothing came of it.
    """
    recht = Recht.PROCEDURE_BIJWERKEN if bericht_id is None else Recht.BERICHT_AANLEVEREN
    # What a judge or the IND decides is known in a closed dossier too: it may be the reason to open it again.
    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=recht, ook_gesloten=True)
    # A refusal that leaves a running postponement as it is changes no fact, and is still something that happened.
    wijzigingen = _schrijf(dossier, gebeurtenis)
    if not wijzigingen and bericht_id is None and not laat_uitstel_staan(gebeurtenis, beeld_of(dossier.pk)):
        raise NietsVeranderd(_("Dit stond al in het dossier. Er is niets veranderd; controleer de datums."))
    record_gebeurtenis(
        soort=f"procedure.{_soort(gebeurtenis)}",
        onderwerp=dossier,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"wijzigingen": wijzigingen, "gebeurtenis": msgspec.to_builtins(gebeurtenis)},
        bericht_id=bericht_id,
    )
    return dossier


@transaction.atomic
def record_startgebeurtenis(
    *, door: Medewerker, dossier_id: UUID, startgebeurtenis: str, start_op: date, versie: int | None = None
) -> Dossier:
    """Say by which event and on which day the departure term began; the norms tell whether it fits (Vw art. 62)."""

    def begin(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        termijn = replace(beeld.vertrektermijn, startgebeurtenis=startgebeurtenis, start_op=start_op)
        return replace(beeld, vertrektermijn=termijn)

    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=Recht.PROCEDURE_BIJWERKEN)
    change_feiten(dossier, begin, door=door, soort="vertrektermijn.begonnen")
    return dossier


@transaction.atomic
def record_verwijderbaarheidscheck(
    *,
    door: Medewerker,
    dossier_id: UUID,
    gecheckt_op: date,
    uitkomst: CheckUitkomst,
    versie: int | None = None,
) -> Dossier:
    """Keep the answer of the IND to the question whether the person may be removed; it holds for a few days."""
    check = d.Verwijderbaarheidscheck(gecheckt_op=gecheckt_op, uitkomst=uitkomst)

    def voeg_toe(beeld: d.Dossierbeeld) -> d.Dossierbeeld:
        return replace(beeld, verwijderbaarheidschecks=(*beeld.verwijderbaarheidschecks, check))

    dossier = lock_versie(dossier_id, door=door, versie=versie, recht=Recht.PROCEDURE_BIJWERKEN)
    change_feiten(dossier, voeg_toe, door=door, soort="verwijderbaarheid.gecheckt")
    return dossier


def _soort(gebeurtenis: Gebeurtenis) -> str:
    return str(type(gebeurtenis).__struct_config__.tag)


def _schrijf(dossier: Dossier, gebeurtenis: Gebeurtenis) -> dict[str, list[Any]]:
    if isinstance(gebeurtenis, Intrekking) and gebeurtenis.van == "terugkeerbesluit":
        return _trek_terugkeerbesluit_in(dossier, gebeurtenis)
    eerst = beeld_of(dossier.pk)
    return schrijf_verschil(dossier, eerst, verwerk(eerst, gebeurtenis))


def _trek_terugkeerbesluit_in(dossier: Dossier, intrekking: Intrekking) -> dict[str, list[Any]]:
    """Let the return decision no longer count. Format 1 has no field for it, so the row is set apart, not removed."""
    besluiten = Besluit.objects.filter(dossier=dossier, genomen_op=intrekking.begonnen_op, **Besluit.TELT)
    apart = besluiten.filter(soort="terugkeerbesluit").update(ingetrokken_op=intrekking.ingetrokken_op)
    erin = besluiten.filter(terugkeerbesluit=True).update(terugkeerbesluit=False)
    if not apart and not erin:
        return {}
    dossier.versie += 1
    dossier.save(update_fields=["versie"])
    return {"procedure.terugkeerbesluit": [intrekking.begonnen_op.isoformat(), None]}
