"""Shield a dossier with a named second, name another one, and end the shield."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import Afscherming, Dossier
from verantwoord.dossier.queries import tweeden_voor
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker


class AfschermenKanNiet(DomeinFout):
    """A dossier that is shielded already, or is not, or a second who cannot be one; the sentence says why."""


@transaction.atomic
def shield_dossier(*, door: Medewerker, dossier_id: UUID, reden: str, tweede: UUID) -> Afscherming:
    """From now on only the regievoerder sees this dossier; ``tweede`` sees what waits for a second signature."""
    dossier = _lock(dossier_id, door=door)
    if dossier.afgeschermd:
        raise AfschermenKanNiet(_("Dit dossier is al afgeschermd. Ververs de pagina."))
    if not reden.strip():
        raise AfschermenKanNiet(_("Schrijf op waarom alleen u dit dossier mag zien."))
    collega = _tweede(dossier, tweede, door=door)
    afscherming = Afscherming.objects.create(
        dossier=dossier,
        reden=reden.strip(),
        tweede=collega,
        tweede_naam=collega.naam,
        door_naam=door.naam,
    )
    _zet(dossier, afscherming, afgeschermd=True, soort="dossier.afgeschermd", door=door)
    return afscherming


@transaction.atomic
def name_tweede(*, door: Medewerker, dossier_id: UUID, tweede: UUID) -> Afscherming:
    """Let another colleague be the second; of a dossier that was shielded elsewhere it is the first who is named."""
    dossier = _lock(dossier_id, door=door)
    if not dossier.afgeschermd:
        raise AfschermenKanNiet(_("Dit dossier is niet meer afgeschermd. Ververs de pagina."))
    collega = _tweede(dossier, tweede, door=door)
    afscherming, _nieuw = Afscherming.objects.lopend().update_or_create(
        dossier=dossier,
        defaults={"tweede": collega, "tweede_naam": collega.naam},
        create_defaults={
            "dossier": dossier,
            "reden": _("Afgeschermd voordat een tweede werd aangewezen."),
            "tweede": collega,
            "tweede_naam": collega.naam,
            "door_naam": door.naam,
        },
    )
    record_gebeurtenis(
        soort="dossier.tweede_aangewezen",
        onderwerp=afscherming,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"tweede": collega.naam},
    )
    return afscherming


@transaction.atomic
def unshield_dossier(*, door: Medewerker, dossier_id: UUID, nu: datetime) -> Dossier:
    """Let the team see it again; the second sees nothing of it any more."""
    dossier = _lock(dossier_id, door=door)
    if not dossier.afgeschermd:
        raise AfschermenKanNiet(_("Dit dossier is niet meer afgeschermd. Ververs de pagina."))
    afscherming = Afscherming.objects.lopend().filter(dossier=dossier).first()
    if afscherming is not None:
        afscherming.opgeheven_op, afscherming.opgeheven_naam = nu, door.naam
        afscherming.save(update_fields=["opgeheven_op", "opgeheven_naam"])
    _zet(dossier, afscherming or dossier, afgeschermd=False, soort="dossier.niet_meer_afgeschermd", door=door)
    return dossier


def _lock(dossier_id: UUID, *, door: Medewerker) -> Dossier:
    dossier = lock_dossier(dossier_id, door=door)
    if dossier.regievoerder_id != door.pk:
        # Whoever would shield the dossier of a colleague would no longer see it.
        raise AfschermenKanNiet(
            _("De regievoerder van dit dossier schermt het af. Vraag het aan uw collega.")
        )
    return dossier


def _tweede(dossier: Dossier, tweede: UUID, *, door: Medewerker) -> Medewerker:
    collega: Medewerker | None = tweeden_voor(dossier, viewer=door).filter(pk=tweede).first()
    if collega is None:
        raise AfschermenKanNiet(_("Kies een manager of regievoerder van een ander team."))
    return collega


def _zet(
    dossier: Dossier, onderwerp: Afscherming | Dossier, *, afgeschermd: bool, soort: str, door: Medewerker
) -> None:
    """Why is read where the shield itself is read, and nowhere else."""
    was, dossier.afgeschermd = dossier.afgeschermd, afgeschermd
    dossier.versie += 1
    dossier.save(update_fields=["afgeschermd", "versie"])
    record_gebeurtenis(
        soort=soort,
        onderwerp=onderwerp,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"wijzigingen": {"afgeschermd": [was, afgeschermd]}},
    )
