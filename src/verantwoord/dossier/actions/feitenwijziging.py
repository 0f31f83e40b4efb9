"""The two steps that every change of facts shares: take the dossier as it was read, and write what differs."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.actions.verschil import Wijzigingen, schrijf_verschil
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Wie


class NietsVeranderd(DomeinFout):
    """What was entered is already known, or speaks of something this dossier does not have."""


def lock_versie(
    dossier_id: UUID,
    *,
    door: Medewerker,
    versie: int | None,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
    ook_gesloten: bool = False,
) -> Dossier:
    """As :func:`lock_dossier`; raises ``Versieconflict`` when the dossier changed since the form was opened.

    ``versie`` is the version the form was opened on, ``None`` for a message, which is newer than any form.
    """
    dossier = lock_dossier(dossier_id, door=door, recht=recht, ook_gesloten=ook_gesloten)
    if versie is not None and versie != dossier.versie:
        raise Versieconflict(
            _("Een collega heeft dit dossier intussen bijgewerkt. Vergelijk uw invoer met wat er nu staat."),
            bewaard={},
            versie=dossier.versie,
        )
    return dossier


def change_feiten(
    dossier: Dossier,
    verander: Callable[[d.Dossierbeeld], d.Dossierbeeld],
    *,
    door: Wie,
    soort: str,
    gegevens: Mapping[str, Any] | None = None,
) -> Wijzigingen:
    """Write what ``verander`` makes different in the facts of a locked dossier, as one event of this ``soort``.

    Entries of a list are changed in place or added at the end, never removed. ``gegevens`` is what the event keeps
    besides the facts, such as the reason somebody gave. Raises ``NietsVeranderd``.
    """
    eerst = beeld_of(dossier.pk)
    wijzigingen = schrijf_verschil(dossier, eerst, verander(eerst))
    if not wijzigingen:
        raise NietsVeranderd(_("Dit stond al in het dossier. Er is niets veranderd; controleer de datums."))
    record_gebeurtenis(
        soort=soort,
        onderwerp=dossier,
        dossier_id=dossier.pk,
        door=door,
        gegevens={**(gegevens or {}), "wijzigingen": wijzigingen},
    )
    return wijzigingen
