from django.utils import timezone

from verantwoord.portaal.inhoud import Bladzij, bladzijden
from verantwoord.portaal.verzoek import PortaalRequest


def bladzijden_van(request: PortaalRequest) -> list[Bladzij]:
    """The list at the foot of a page, of what whoever looks may open."""
    return bladzijden(request.account, dossier_id=request.dossier_id, op=timezone.localdate())
