from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.feitenwijziging import NietsVeranderd
from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import Dossier, Persoon
from verantwoord.dossier.namen import gevouwen, zoeknaam
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.models import Medewerker

MEESTE_ALIASSEN = 20


class TeVeelNamen(NietsVeranderd):
    """Nobody is found better by a twenty-first name."""


@transaction.atomic
def add_alias(*, door: Medewerker, dossier_id: UUID, naam: str, bron: str) -> Dossier:
    """Keep another name or spelling by which the person is known, and where it was seen; it is only searched.

    A name says nothing of who somebody is: no norm reads it, and the official name stays what the IND gave.
    """
    dossier = lock_dossier(dossier_id, door=door)
    naam = " ".join(naam.split())
    bekend = {gevouwen(naam_) for naam_ in (dossier.persoon.volledige_naam, *dossier.persoon.aliassen)}
    if gevouwen(naam) in bekend:
        raise NietsVeranderd(
            _("Deze naam staat al in het dossier. Accenten en hoofdletters maken geen verschil.")
        )
    if len(dossier.persoon.aliassen) >= MEESTE_ALIASSEN:
        raise TeVeelNamen(
            _("Er staan al %(n)d andere namen. Haal er eerst een weg die niet klopt.")
            % {"n": MEESTE_ALIASSEN}
        )
    _bewaar(dossier, [*dossier.persoon.aliassen, naam])
    _vermeld(dossier, "persoon.naam_toegevoegd", door, {"naam": naam, "bron": bron})
    return dossier


@transaction.atomic
def remove_alias(*, door: Medewerker, dossier_id: UUID, naam: str, reden: str) -> Dossier:
    """Take away a name that was a mistake; the history keeps it, a search no longer finds it."""
    dossier = lock_dossier(dossier_id, door=door)
    if naam not in dossier.persoon.aliassen:
        raise NietsVeranderd(_("Deze naam staat niet meer in het dossier. Ververs de pagina."))
    _bewaar(dossier, [alias for alias in dossier.persoon.aliassen if alias != naam])
    _vermeld(dossier, "persoon.naam_weggehaald", door, {"naam": naam, "reden": reden})
    return dossier


def _bewaar(dossier: Dossier, aliassen: list[str]) -> None:
    persoon: Persoon = dossier.persoon
    persoon.aliassen = aliassen
    persoon.zoeknaam = zoeknaam(persoon.voornamen, persoon.tussenvoegsel, persoon.achternaam, *aliassen)
    persoon.save(update_fields=["aliassen", "zoeknaam"])


def _vermeld(dossier: Dossier, soort: str, door: Medewerker, gegevens: dict[str, str]) -> None:
    record_gebeurtenis(
        soort=soort, onderwerp=dossier.persoon, dossier_id=dossier.pk, door=door, gegevens=gegevens
    )
