"""What a referral asks of an organisation: the words to which the person said yes, and nothing else of the referral."""

from uuid import UUID

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.kern import dossierbeeld as kern
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


def is_aan(verwijzing: kern.Verwijzing, wie: Medewerker) -> bool:
    """Whether a referral that runs is to the organisation, and where one is named to the team, of this person."""
    if not verwijzing.toestemming or verwijzing.resultaat_op:
        return False
    bij_naam = wie.team is not None and verwijzing.organisatie == wie.team.naam
    if verwijzing.naar == "overig":
        return bij_naam
    return verwijzing.naar == wie.organisatie and (bij_naam or not verwijzing.organisatie)


def hulpvragen(dossier_id: UUID, *, viewer: Medewerker) -> list[str]:
    """What the DT&V asks the viewer's organisation, as it was written for it; only where the person agreed and it runs.

    The referral itself is no partner's to read, so this one field is read as the program, for who answers referrals and
    has a task in the dossier.
    """
    if not viewer.heeft(Recht.VERWIJZING_BEANTWOORDEN):
        return []
    if not Dossier.objects.visible_to(viewer).filter(pk=dossier_id).exists():
        return []
    with als_systeem():
        plaatsen = [n for n, v in enumerate(beeld_of(dossier_id).verwijzingen) if is_aan(v, viewer)]
        rijen = Verwijzing.objects.filter(dossier=dossier_id, plaats__in=plaatsen, toestemming=True)
        return list(rijen.exclude(waarvoor="").order_by("plaats").values_list("waarvoor", flat=True))
