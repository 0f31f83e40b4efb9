"""What must happen at once when something else happens: a new sign during detention, and a case that is shielded."""

from collections.abc import Sequence

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toezicht.bewaring.actions.regels import laat_ambtenaar_los, lopende_plaats


def hoor(gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Ask for a review the moment that a sign comes in, and let no partner keep looking into a shielded case."""
    for gebeurtenis in gebeurtenissen:
        if gebeurtenis.soort == "signaal.ontvangen":
            _vraag_heroverweging(gebeurtenis)
        elif gebeurtenis.soort == "mensenhandel.afscherming" and gebeurtenis.dossier_id is not None:
            with als_systeem():
                if Dossier.objects.filter(pk=gebeurtenis.dossier_id, afgeschermd=True).exists():
                    laat_ambtenaar_los(gebeurtenis.dossier_id)


def _vraag_heroverweging(gebeurtenis: Gebeurtenis) -> None:
    if gebeurtenis.dossier_id is None:
        return
    with als_systeem():
        beeld = beeld_of(gebeurtenis.dossier_id)
        plaats = lopende_plaats(beeld)
        if plaats is None or beeld.bewaringen[plaats].opgelegd_op is None:
            return
        record_gebeurtenis(
            soort="bewaring.heroverweging_nodig",
            onderwerp=Dossier.objects.get(pk=gebeurtenis.dossier_id),
            dossier_id=gebeurtenis.dossier_id,
            door=systeem(),
        )
