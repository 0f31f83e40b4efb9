"""What the staff see of somebody's portal: whether it is open, what was handed over, and not when somebody logs in."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.models import Activering, Afschrift, Portaalaccount, Portaalafscherming
from verantwoord.dossier.queries import dossier_of
from verantwoord.toegang.models import Medewerker

_STANDEN = {
    "ingetrokken": lui("Ingetrokken, opent niets meer"),
    "gebruikt": lui("Gebruikt"),
    "verlopen": lui("Verlopen, opent niets meer"),
    "onderweg": lui("Nog niet overhandigd, opent nog niets"),
    "overhandigd": lui("Overhandigd"),
}


@dataclass(frozen=True)
class Stuk:
    """One letter or sheet, and where it is."""

    stuk: Activering
    stand: str

    @property
    def woord(self) -> Promise:
        return _STANDEN[self.stand]

    @property
    def is_open(self) -> bool:
        return self.stand in {"onderweg", "overhandigd"}


@dataclass(frozen=True)
class Portaalblad:
    """The page of the staff about one person's portal."""

    account: Portaalaccount | None
    stukken: tuple[Stuk, ...]
    lopend: Portaalafscherming | None
    eerder: tuple[Portaalafscherming, ...]
    afschriften: tuple[Afschrift, ...]

    @property
    def is_open(self) -> bool:
        return self.account is not None and self.account.is_active


def portaal_of(dossier_id: UUID, *, viewer: Medewerker, nu: datetime, vandaag: date) -> Portaalblad:
    """What there is for the person of this dossier. Raises ``Dossier.DoesNotExist`` when it is not the viewer's."""
    persoon = dossier_of(dossier_id, viewer=viewer).persoon_id
    account = Portaalaccount.objects.filter(persoon=persoon).first()
    stukken = account.activeringen.order_by("-gemaakt_op", "pk") if account else ()
    afschermingen = list(Portaalafscherming.objects.filter(persoon=persoon).order_by("-gevraagd_op", "pk"))
    lopend = [a for a in afschermingen if a.opgeheven_op is None and a.tot >= vandaag]
    return Portaalblad(
        account=account,
        stukken=tuple(Stuk(stuk, _stand(stuk, nu)) for stuk in stukken),
        lopend=next(iter(lopend), None),
        eerder=tuple(a for a in afschermingen if a not in lopend),
        afschriften=tuple(Afschrift.objects.filter(dossier=dossier_id)),
    )


def _stand(stuk: Activering, nu: datetime) -> str:
    if stuk.ingetrokken_op is not None:
        return "ingetrokken"
    if stuk.gebruikt_op is not None:
        return "gebruikt"
    # A sheet that was handed over stays good for as long as there are codes on it.
    if stuk.geldig_tot < nu and (stuk.soort == Activering.Soort.CODE or stuk.overhandigd_op is None):
        return "verlopen"
    return "overhandigd" if stuk.overhandigd_op is not None else "onderweg"
