"""The register of interviews and documents, and what came out of an onderzoek."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from verantwoord.inspectie.opvolging import maten
from verantwoord.inspectie.register import register_of
from verantwoord.inspectie.views.kader import onderzoek_van, pagina
from verantwoord.inspectie.voortgang import Stand
from verantwoord.toegang.rechten import Organisatie
from verantwoord.toegang.verzoek import StaffRequest


@require_safe
def register(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """Whom one spoke, as the tables of a report, and what one read."""
    hier = onderzoek_van(request, onderzoek_id)
    context = {"register": register_of(hier), "bronnen": hier.bronnen.all()}
    return pagina(request, hier, "register", "inspectie/register.html", context)


@require_safe
def uitkomst(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """The conclusions and recommendations, and publishing them."""
    hier = onderzoek_van(request, onderzoek_id)
    context = {
        "conclusies": hier.conclusies.all(),
        "aanbevelingen": [
            {
                "rij": aanbeveling,
                "aan": [str(Organisatie(o).label) for o in aanbeveling.aan],
                "maten": [str(maten()[maat]) for maat in aanbeveling.maten if maat in maten()],
            }
            for aanbeveling in hier.aanbevelingen.all()
        ],
        "te_publiceren": hier.stand == Stand.RAPPORT,
    }
    return pagina(request, hier, "uitkomst", "inspectie/uitkomst.html", context)
