"""The first line of every act: the right, and the onderzoek locked for who works on it."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.inspectie.fouten import OnderzoekKanNiet, OnderzoekWeg
from verantwoord.inspectie.models import Onderzoek, Onderzoeker, Stand
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

# As long as what is asked and found may still change.
OPEN = tuple(stand for stand in Stand if stand != Stand.AFGEROND)


def lock_onderzoek(
    onderzoek_id: UUID, *, door: Medewerker, standen: Collection[str] = OPEN, leider: bool = False
) -> Onderzoek:
    """Lock the onderzoek. Raises ``GeenToegang``, ``OnderzoekWeg``, and ``OnderzoekKanNiet`` outside ``standen``."""
    require(door, Recht.ONDERZOEK_UITVOEREN)
    onderzoek = (
        Onderzoek.objects.worked_on_by(door).select_for_update(of=("self",)).filter(pk=onderzoek_id).first()
    )
    if onderzoek is None:
        raise OnderzoekWeg(_("Dit onderzoek is er niet."))
    if onderzoek.stand not in standen:
        raise OnderzoekKanNiet(
            _("Dit kan niet in de stap %(stap)s. Ververs de pagina en kijk wat er nu staat.")
            % {"stap": onderzoek.get_stand_display()}
        )
    if leider and not is_leider(onderzoek, door):
        raise OnderzoekKanNiet(_("Dit doet de leider van het onderzoek. Vraag het aan uw collega."))
    return onderzoek


def is_leider(onderzoek: Onderzoek, wie: Medewerker) -> bool:
    return onderzoek.onderzoekers.filter(
        medewerker=wie, functie=Onderzoeker.Functie.LEIDER, tot__isnull=True
    ).exists()


def noteer(soort: str, onderzoek: Onderzoek, *, door: Medewerker, **gegevens: object) -> None:
    """Write what was done to an onderzoek. Nothing of its texts goes along: events without a dossier are widely read."""
    record_gebeurtenis(
        soort=f"onderzoek.{soort}", onderwerp=onderzoek, dossier_id=None, door=door, gegevens=gegevens
    )
