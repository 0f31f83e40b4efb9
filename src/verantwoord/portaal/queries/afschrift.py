"""The copies I asked for, and what is withheld now."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from verantwoord.dossier.models import Afschrift, Portaalaccount
from verantwoord.dossier.queries import onthouden_of
from verantwoord.portaal.taal import Zin, zin


@dataclass(frozen=True, kw_only=True)
class Eigenafschrift:
    """One copy. ``klaar`` while it can be fetched; ``weg`` when its days are over."""

    id: UUID
    kenmerk: str
    gevraagd_op: date
    uiterlijk_op: date
    klaar: bool
    weg: bool
    tot: date | None


@dataclass(frozen=True, kw_only=True)
class Achter:
    """How many things are withheld on one ground, and until when if that may be said."""

    aantal: int
    waarom: Zin
    tot: date | None


@dataclass(frozen=True, kw_only=True)
class Afschriftblad:
    afschriften: tuple[Eigenafschrift, ...]
    achter: tuple[Achter, ...]
    mag_vragen: bool


def afschriftblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date, nu: datetime) -> Afschriftblad:
    """One's own copies, newest first; nobody sees those that another asked for."""
    rijen = list(Afschrift.objects.filter(dossier=dossier_id, account=viewer))
    return Afschriftblad(
        afschriften=tuple(_afschrift(rij, nu) for rij in rijen),
        achter=achter_of(dossier_id, viewer=viewer, op=op),
        mag_vragen=all(rij.gemaakt_op is not None for rij in rijen),
    )


def achter_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> tuple[Achter, ...]:
    """What somebody decided not to show now, counted for each ground and day."""
    aantallen: dict[tuple[str, date | None], int] = {}
    for een in onthouden_of(dossier_id, viewer=viewer, op=op).weg:
        aantallen[een.grond, een.tot] = aantallen.get((een.grond, een.tot), 0) + 1
    return tuple(
        Achter(aantal=aantal, waarom=_waarom(grond), tot=tot) for (grond, tot), aantal in aantallen.items()
    )


def _waarom(grond: str) -> Zin:
    return {
        "veiligheid": zin("Dat is nodig voor de openbare veiligheid."),
        "rechtspraak": zin("Er loopt een procedure bij de rechter."),
        "bescherming": zin("Dat is nodig om u of iemand anders te beschermen."),
    }.get(grond, zin("De wet staat toe dat wij dit nu niet laten zien."))


def _afschrift(rij: Afschrift, nu: datetime) -> Eigenafschrift:
    klaar = rij.verloopt_op is not None and rij.verloopt_op > nu
    return Eigenafschrift(
        id=rij.pk,
        kenmerk=rij.kenmerk,
        gevraagd_op=timezone.localdate(rij.gevraagd_op),
        uiterlijk_op=rij.uiterlijk_op,
        klaar=klaar,
        weg=rij.verloopt_op is not None and not klaar,
        tot=timezone.localdate(rij.verloopt_op) if rij.verloopt_op else None,
    )
