"""Changes in who may do what, and the record of who looked."""

import secrets
from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.models import Inzage, Medewerker, Sleutel
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Recht, Rol
from verantwoord.toegang.sleutels import digest_of

SYSTEEM = "systeem"


def require(door: Medewerker, recht: Recht) -> None:
    """Refuse with a sentence when this person's role does not hold the right."""
    if not door.heeft(recht):
        raise GeenToegang(_("Uw rol mag dit niet doen. Vraag het aan uw manager of aan functioneel beheer."))


def systeem() -> Medewerker:
    """The program itself as an actor, with its own few rights; it cannot log in."""
    actor, nieuw = Medewerker.objects.get_or_create(
        gebruikersnaam=SYSTEEM,
        defaults={"naam": "Het systeem", "organisatie": Organisatie.DTV, "rol": Rol.SYSTEEM},
    )
    if nieuw:
        actor.set_unusable_password()
        actor.save(update_fields=["password"])
    return actor


def record_inzage(
    *,
    viewer: Medewerker,
    dossiers: Collection[UUID],
    onderdeel: str,
    doel: str,
    verzoek: str,
    toegestaan: bool = True,
) -> None:
    """Write one line a dossier. Commit it before the page that shows them is made."""
    Inzage.objects.bulk_create(
        Inzage(
            dossier_id=dossier_id,
            medewerker_id=viewer.pk,
            naam=viewer.naam,
            organisatie=viewer.organisatie,
            rol=viewer.rol,
            onderdeel=onderdeel,
            doel=doel,
            toegestaan=toegestaan,
            verzoek=verzoek,
        )
        for dossier_id in dossiers
    )


@transaction.atomic
def give_sleutel(
    *, door: Medewerker, medewerker: Medewerker, naam: str, geldig_tot: date | None = None
) -> str:
    """Make a token for the API and return it; it is shown once and cannot be read back."""
    token = secrets.token_urlsafe(32)
    sleutel = Sleutel.objects.create(
        medewerker=medewerker, naam=naam, digest=digest_of(token), geldig_tot=geldig_tot
    )
    record_gebeurtenis(
        soort="sleutel.gegeven",
        onderwerp=sleutel,
        dossier_id=None,
        door=door,
        gegevens={"aan": medewerker.gebruikersnaam},
    )
    return token
