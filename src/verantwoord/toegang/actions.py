"""Changes in who may do what, and the record of who looked."""

import secrets
from collections.abc import Collection
from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.verwerkingen import bij_onderdeel
from verantwoord.toegang.models import Medewerker, Sessie, Sleutel, Team
from verantwoord.toegang.rechten import KETENROLLEN, GeenToegang, Organisatie, Recht, Rol, Wie
from verantwoord.toegang.sleutels import digest_of

SYSTEEM = "systeem"


def require(door: Wie, recht: Recht) -> None:
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


_SCHRIJF_INZAGE: Final = """
    insert into toegang_inzage
        (dossier_id, medewerker_id, naam, organisatie, rol, onderdeel, doel, toegestaan, bon, verzoek)
    select unnest(%s::uuid[]), %s, %s, %s, %s, %s, %s, %s, %s, %s
"""


def record_inzage(
    *,
    viewer: Wie,
    dossiers: Collection[UUID],
    onderdeel: str,
    doel: str,
    verzoek: str,
    toegestaan: bool = True,
    bon: bool = False,
) -> None:
    """Write one line a dossier, here and in the processing log. Commit them before the page that shows them is made.

    With ``bon`` the rows of that dossier are there for the rest of the request, in the categories of the viewer's role.
    Written out in SQL because every list does this for every row it shows.
    """
    activiteit = bij_onderdeel(onderdeel, partner=viewer.rol in KETENROLLEN).code
    wie = (viewer.pk, viewer.naam, viewer.organisatie, viewer.rol)
    logboek.schrijf(
        # An address of the API gives its id as text.
        [logboek.Regel(onderdeel, activiteit, UUID(str(dossier_id)), verzoek) for dossier_id in dossiers],
        audit="inzage",
        gelukt=toegestaan,
        samen_met=(_SCHRIJF_INZAGE, [list(dossiers), *wie, onderdeel, doel, toegestaan, bon, verzoek]),
    )


class MedewerkerBestaatAl(DomeinFout):
    """Two people cannot share a log-in, nor the name with which they sign."""


class WachtwoordPastNiet(DomeinFout):
    """The password cannot be changed into this one; ``veld`` is what to mend."""

    def __init__(self, melding: str, *, veld: str) -> None:
        super().__init__(melding)
        self.veld = veld


@transaction.atomic
def create_medewerker(
    *, door: Medewerker, gebruikersnaam: str, naam: str, organisatie: str, rol: str, team: str | None = None
) -> tuple[Medewerker, str]:
    """Add somebody of the staff, or a system that sends; return the account and its first password, shown once.

    A team that is not there yet is made. The system account itself cannot be made or taken over.
    """
    require(door, Recht.MEDEWERKERS_BEHEREN)
    # Capitals make no other name: both would sign alike to a reader.
    bezet = Medewerker.objects.filter(
        Q(gebruikersnaam__iexact=gebruikersnaam) | Q(naam__iexact=naam)
    ).exists()
    if bezet or rol == Rol.SYSTEEM:
        raise MedewerkerBestaatAl(
            _(
                "Deze gebruikersnaam of deze naam is al in gebruik. Kies een andere, want een naam ondertekent."
            )
        )
    medewerker = Medewerker(
        gebruikersnaam=gebruikersnaam,
        naam=naam,
        organisatie=organisatie,
        rol=rol,
        team=Team.objects.get_or_create(naam=team)[0] if team else None,
        wachtwoord_voorlopig=True,
    )
    wachtwoord = secrets.token_urlsafe(12)
    medewerker.set_password(wachtwoord)
    medewerker.save()
    record_gebeurtenis(
        soort="medewerker.toegevoegd",
        onderwerp=medewerker,
        dossier_id=None,
        door=door,
        gegevens={"gebruikersnaam": gebruikersnaam, "organisatie": organisatie, "rol": rol},
    )
    return medewerker, wachtwoord


@transaction.atomic
def choose_wachtwoord(*, door: Medewerker, huidig: str, nieuw: str, sessie: str | None = None) -> Medewerker:
    """Choose a password that only its owner knows. Every session but ``sessie`` ends."""
    zelf = Medewerker.objects.select_for_update(of=("self",)).get(pk=door.pk)
    if not zelf.check_password(huidig):
        raise WachtwoordPastNiet(
            _("Dit is niet het wachtwoord waarmee u inlogt. Kijk het na."), veld="huidig"
        )
    if zelf.check_password(nieuw):
        raise WachtwoordPastNiet(_("Kies een ander wachtwoord dan u nu heeft."), veld="nieuw")
    zelf.set_password(nieuw)
    zelf.wachtwoord_voorlopig = False
    zelf.save(update_fields=["password", "wachtwoord_voorlopig"])
    Sessie.objects.filter(medewerker=zelf).exclude(session_key=sessie).delete()
    record_gebeurtenis(soort="medewerker.eigen_wachtwoord", onderwerp=zelf, dossier_id=None, door=door)
    return zelf


@transaction.atomic
def give_sleutel(
    *, door: Medewerker, medewerker: Medewerker, naam: str, geldig_tot: date | None = None
) -> str:
    """Make a token for the API and return it; it is shown once and cannot be read back."""
    require(door, Recht.MEDEWERKERS_BEHEREN)
    if not medewerker.is_active:
        raise DomeinFout(_("Dit account is gesloten. Een sleutel zou niets openen."))
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
