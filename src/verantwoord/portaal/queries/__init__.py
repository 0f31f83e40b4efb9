"""What the portal asks of the database. Everything starts with the account that asks."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from verantwoord.dossier.models import Dossier, Machtiging, Portaalaccount, Portaalafscherming, Portaalsessie
from verantwoord.toegang.rechten import Portaalrol


def dossiers_van(*, viewer: Portaalaccount, op: date) -> list[UUID]:
    """The dossiers this account may look at now, the one to begin with first.

    Of the person concerned all their own, the open one first; of somebody else those of a mandate that runs. None while
    the portal is closed for safety.
    """
    if viewer.rol == Portaalrol.PERSOON:
        eigen = Dossier.objects.filter(persoon=viewer.persoon_id).exclude(
            persoon__in=_afgeschermd(op).values("persoon")
        )
        rijen = eigen.values_list("pk", "gesloten_op", "ontvangen_op")
        return [pk for pk, _gesloten, _ontvangen in sorted(rijen, key=_nieuwste_eerst, reverse=True)]
    loopt = Machtiging.objects.filter(account=viewer, ingetrokken_op=None, van__lte=op, tot__gte=op)
    dicht = _afgeschermd(op).filter(ook_gemachtigden=True)
    return list(
        loopt.exclude(dossier__persoon__in=dicht.values("persoon"))
        .order_by("-van", "pk")
        .values_list("dossier", flat=True)
    )


def gekozen_dossier(sessie: Portaalsessie, *, viewer: Portaalaccount, op: date) -> UUID | None:
    """The dossier this stay looks at: the one that was chosen, if it is still theirs, or the only one there is."""
    zichtbaar = dossiers_van(viewer=viewer, op=op)
    if sessie.dossier_id in zichtbaar:
        return sessie.dossier_id
    if viewer.rol == Portaalrol.PERSOON or len(zichtbaar) == 1:
        return next(iter(zichtbaar), None)
    return None


def is_afgeschermd(*, viewer: Portaalaccount, op: date) -> bool:
    """Whether the portal is closed for the safety of the person now."""
    return viewer.persoon_id is not None and _afgeschermd(op).filter(persoon=viewer.persoon_id).exists()


def _afgeschermd(op: date) -> QuerySet[Portaalafscherming]:
    return Portaalafscherming.objects.filter(~Q(tweede_naam=""), opgeheven_op=None, tot__gte=op)


def _nieuwste_eerst(rij: tuple[UUID, date | None, date]) -> tuple[bool, date, str]:
    pk, gesloten, ontvangen = rij
    return (gesloten is None, ontvangen, str(pk))
