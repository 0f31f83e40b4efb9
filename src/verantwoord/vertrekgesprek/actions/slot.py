"""What the actions on talks share: taking one, saving it, and writing down that it changed."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast
from verantwoord.vertrekgesprek.models import Gesprek


def neem(*, door: Medewerker, dossier_id: UUID, gesprek_id: UUID, ook_gesloten: bool = False) -> Gesprek:
    """Right, lock, and the talk itself; ``DoesNotExist`` when it is not in this dossier or not for this person."""
    dossier = lock_dossier(dossier_id, door=door, ook_gesloten=ook_gesloten)
    gesprek: Gesprek = Gesprek.objects.select_for_update(of=("self",)).get(pk=gesprek_id, dossier=dossier)
    gesprek.dossier = dossier
    return gesprek


def weiger_tenzij_open(gesprek: Gesprek) -> None:
    if gesprek.is_afgerond:
        raise GesprekStaatVast(
            _("Dit verslag is afgerond en verandert niet meer. Vul het aan met een aanvulling.")
        )
    if not gesprek.is_open:
        raise GesprekStaatVast(_("Dit gesprek is niet gevoerd. Plan een nieuw gesprek."))


def bewaar(gesprek: Gesprek, velden: list[str]) -> None:
    gesprek.versie += 1
    gesprek.save(update_fields=[*velden, "versie"])


def schrijf(gesprek: Gesprek, soort: str, *, door: Medewerker, gegevens: Mapping[str, Any]) -> None:
    record_gebeurtenis(
        soort=soort, onderwerp=gesprek, dossier_id=gesprek.dossier_id, door=door, gegevens=gegevens
    )


def als_json(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date | time) else waarde
