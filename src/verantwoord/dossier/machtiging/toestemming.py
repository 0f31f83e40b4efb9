"""Who may say yes or no in the portal to sharing something about the person of a dossier (ADR 22)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.dossier.machtiging.acties import MachtigingKanNiet
from verantwoord.dossier.models import Dossier, Machtiging, Portaalaccount
from verantwoord.kern.vertegenwoordiging import Kiezer, kiezer_van
from verantwoord.toegang.rechten import GeenToegang, Portaalrol, Recht


@dataclass(frozen=True, kw_only=True)
class Keuzerecht:
    """What one account may choose in one dossier, and as whom. A no, and taking a yes back, is open to both."""

    als: Kiezer
    mag_ja: bool


def kiezer_in(dossier: Dossier, *, op: date) -> Kiezer:
    """Whose yes it takes in this dossier on a day."""
    persoon = dossier.persoon
    return kiezer_van(persoon.geboortedatum, amv=persoon.amv, op=op)


def keuzerecht_van(account: Portaalaccount, dossier_id: UUID, *, op: date) -> Keuzerecht | None:
    """As whom this account chooses; ``None`` for whoever has nothing to choose here, such as a lawyer.

    A guardian chooses only as long as the person is too young to do so.
    """
    dossier = Dossier.objects.select_related("persoon").get(pk=dossier_id)
    kiezer = kiezer_in(dossier, op=op)
    if account.rol == Portaalrol.PERSOON:
        return Keuzerecht(als="persoon", mag_ja=kiezer == "persoon") if _heeft(account) else None
    if kiezer == "vertegenwoordiger" and account.is_active and _is_voogd(account, dossier_id, op):
        return Keuzerecht(als="vertegenwoordiger", mag_ja=True)
    return None


def require_keuze(account: Portaalaccount, dossier_id: UUID, *, ja: bool, op: date) -> Kiezer:
    """As whom this account says yes or no. Raises ``GeenToegang``, or ``MachtigingKanNiet`` for a yes that is another's."""
    recht = keuzerecht_van(account, dossier_id, op=op)
    if recht is None:
        raise GeenToegang(_("U kunt hier niet voor de persoon kiezen."))
    if ja and not recht.mag_ja:
        raise MachtigingKanNiet(_("Onder de 16 jaar zegt de ouder of de voogd ja."))
    return recht.als


def _heeft(account: Portaalaccount) -> bool:
    return account.heeft(Recht.TOESTEMMING_GEVEN)


def _is_voogd(account: Portaalaccount, dossier_id: UUID, op: date) -> bool:
    return Machtiging.objects.filter(
        account=account.pk,
        dossier=dossier_id,
        hoedanigheid=Machtiging.Hoedanigheid.VOOGD,
        ingetrokken_op=None,
        van__lte=op,
        tot__gte=op,
    ).exists()
