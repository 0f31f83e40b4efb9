"""Referrals of which nothing was heard, over all the dossiers somebody directs: a reminder, never a measure of anybody."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

from verantwoord.dossier.models import Dossier, Dossierdeel
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern import dossierbeeld as kern
from verantwoord.ondersteuning.models import Verwijzing
from verantwoord.ondersteuning.queries import Verwijzingsregel
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol


@dataclass(frozen=True, kw_only=True)
class Stille:
    """One referral whose day to ask has come, and whose it is."""

    dossier_id: UUID
    nummer: str
    naam: str
    regievoerder: str
    regel: Verwijzingsregel
    volgende_op: date


def stille_verwijzingen(*, viewer: Medewerker, peildatum: date) -> list[Stille]:
    """The referrals that run and whose day to ask how it goes has come, the longest first; always two queries.

    A regievoerder sees those of her own dossiers, a manager those of the team.
    """
    dossiers = Dossier.objects.visible_to(viewer).filter(gesloten_op__isnull=True)
    if viewer.rol == Rol.REGIEVOERDER:
        dossiers = dossiers.filter(regievoerder=viewer)
    delen = (
        Dossierdeel.objects.filter(deel="verwijzingen", dossier__in=dossiers)
        .exclude(inhoud=[])
        .select_related("dossier__persoon", "dossier__regievoerder")
    )
    rijen = {
        (rij.dossier_id, rij.plaats): rij
        for rij in Verwijzing.objects.filter(dossier__in=dossiers, plaats__isnull=False)
    }
    dagen = geldende_parameters().op(peildatum)["doorverwijzing-iom-ngo.followup"]
    gevonden = [
        _stille(deel.dossier, regel, volgende_op)
        for deel in delen
        for nummer, feit in enumerate(msgspec.convert(deel.inhoud, list[kern.Verwijzing]))
        if (regel := Verwijzingsregel.van(nummer, feit, rijen.get((deel.dossier_id, nummer)), dagen=dagen))
        is not None
        and (volgende_op := regel.volgende_op) is not None
        and volgende_op <= peildatum
    ]
    return sorted(gevonden, key=lambda s: (s.volgende_op, s.nummer, s.regel.nummer))


def _stille(dossier: Dossier, regel: Verwijzingsregel, volgende_op: date) -> Stille:
    return Stille(
        dossier_id=dossier.pk,
        nummer=dossier.nummer,
        naam=dossier.persoon.volledige_naam,
        regievoerder=dossier.regievoerder.naam if dossier.regievoerder else "",
        regel=regel,
        volgende_op=volgende_op,
    )
