"""Who may decide on a day: designated, confirmed by a second administrator, not withdrawn, and not past its last day."""

from datetime import date

from django.db.models import Q, QuerySet

from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Rol, heeft_recht
from verantwoord.toezicht.bewaring.keuzes import Waarvoor
from verantwoord.toezicht.bewaring.models import Aanwijzing


def geldig_op(op: date, waarvoor: str = Waarvoor.OPLEGGEN) -> QuerySet[Aanwijzing]:
    """The designations that hold on a day, of people who still work here in a role that may decide."""
    rollen = [rol.value for rol in Rol if heeft_recht(rol, _RECHT[Waarvoor(waarvoor)])]
    return (
        Aanwijzing.objects.filter(
            Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gt=op),
            waarvoor=waarvoor,
            bevestigd_op__lte=op,
            van__lte=op,
            tot__gte=op,
            medewerker__is_active=True,
            medewerker__rol__in=rollen,
        )
        .select_related("medewerker__team")
        .order_by("medewerker__organisatie", "medewerker__naam", "pk")
    )


def aanwijzing_van(
    medewerker: Medewerker, *, op: date, waarvoor: str = Waarvoor.OPLEGGEN
) -> Aanwijzing | None:
    """The designation by which this person may decide today, the one that lasts longest."""
    return geldig_op(op, waarvoor).filter(medewerker=medewerker).order_by("-tot", "pk").first()


_RECHT = {
    Waarvoor.OPLEGGEN: Recht.BEWARING_BESLUITEN,
    Waarvoor.KINDEREN: Recht.BEWARING_TEKENEN,
}
