"""Writing down what somebody must know to keep a person safe. Whoever knows it writes it; the newest card holds."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.inzageverzoek import lock_als_partij
from verantwoord.dossier.models import Veiligheidskaart
from verantwoord.dossier.queries import veiligheidskaart_of
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


class KaartOngewijzigd(DomeinFout):
    """The card says this already, or a colleague wrote another one meanwhile."""


@transaction.atomic
def record_veiligheidskaart(
    *, door: Medewerker, dossier_id: UUID, tekst: str, vorige: int | None
) -> Veiligheidskaart:
    """Put a new card in place of the one that was read; an empty one takes it away. The earlier ones stay."""
    dossier = lock_als_partij(dossier_id, door=door, recht=Recht.VEILIGHEIDSKAART_BIJHOUDEN)
    nu = veiligheidskaart_of(dossier_id, viewer=door)
    if vorige != (nu.pk if nu else None):
        raise KaartOngewijzigd(
            _("Een collega heeft de kaart intussen bijgewerkt. Lees eerst wat er nu staat, en vul dan aan.")
        )
    if tekst.strip() == (nu.tekst if nu else ""):
        raise KaartOngewijzigd(_("Dit staat er al."))
    kaart = Veiligheidskaart.objects.create(
        dossier=dossier, tekst=tekst.strip(), door=door, organisatie=door.organisatie
    )
    record_gebeurtenis(
        soort="veiligheidskaart.bijgewerkt",
        onderwerp=kaart,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"organisatie": door.organisatie, "leeg": not kaart.tekst},
    )
    return kaart
