"""What somebody may know of their own way in, and nobody else."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from verantwoord.dossier.models import Portaalaccount, Portaalfactor, Portaalmelding, Portaalsessie

_LAATSTE = 20


@dataclass(frozen=True)
class Manier:
    """One way of logging in; codes on paper are one together."""

    soort: str
    naam: str
    sinds: datetime
    gebruikt: datetime | None
    pk: UUID | None = None
    over: int = 0


@dataclass(frozen=True)
class Verblijf:
    """One device on which somebody is in."""

    nummer: UUID
    apparaat: str
    begonnen: datetime
    gezien: datetime


@dataclass(frozen=True)
class Bericht:
    """Something that happened to the way in."""

    soort: str
    moment: datetime
    is_nieuw: bool


def manieren_van(*, viewer: Portaalaccount) -> list[Manier]:
    """With what this account logs in, the oldest first."""
    rijen = list(Portaalfactor.objects.filter(account=viewer).order_by("gemaakt_op", "pk"))
    losse = [
        Manier(soort=rij.soort, naam=rij.naam, sinds=rij.gemaakt_op, gebruikt=rij.gebruikt_op, pk=rij.pk)
        for rij in rijen
        if rij.soort != Portaalfactor.Soort.PAPIER
    ]
    papier = [rij for rij in rijen if rij.soort == Portaalfactor.Soort.PAPIER]
    if not papier:
        return losse
    gebruikt = [rij.gebruikt_op for rij in papier if rij.gebruikt_op is not None]
    return [
        *losse,
        Manier(
            soort=Portaalfactor.Soort.PAPIER,
            naam="",
            sinds=papier[0].gemaakt_op,
            gebruikt=max(gebruikt, default=None),
            over=len(papier) - len(gebruikt),
        ),
    ]


def verblijven_van(*, viewer: Portaalaccount) -> list[Verblijf]:
    """Where this account is in now, latest use first."""
    rijen = Portaalsessie.objects.filter(account=viewer).order_by("-gezien_op", "digest")
    return [
        Verblijf(nummer=rij.nummer, apparaat=rij.apparaat, begonnen=rij.begonnen_op, gezien=rij.gezien_op)
        for rij in rijen
    ]


def berichten_van(*, viewer: Portaalaccount) -> list[Bericht]:
    """What happened to the way in lately, the latest first."""
    rijen = Portaalmelding.objects.filter(account=viewer).order_by("-moment", "-pk")[:_LAATSTE]
    return [Bericht(soort=rij.soort, moment=rij.moment, is_nieuw=rij.gelezen_op is None) for rij in rijen]


def is_er_nieuws(*, viewer: Portaalaccount) -> bool:
    """Whether something happened to the way in that was not read yet; what one does oneself at the door is no news."""
    nieuw = Portaalmelding.objects.filter(account=viewer, gelezen_op=None)
    return nieuw.exclude(soort__in=[Portaalmelding.Soort.INGELOGD, Portaalmelding.Soort.GEOPEND]).exists()
