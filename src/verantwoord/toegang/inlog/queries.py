"""What somebody may know of one's own log-in, and what an administrator sets for all."""

from django.db.models import QuerySet
from django.utils import timezone

from verantwoord.toegang.inlog.models import Factor, Rolclaim, Sessie
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


def factoren_of(*, viewer: Medewerker) -> list[Factor]:
    """One's own app and passkeys, the oldest first; codes on paper are counted apart."""
    eigen = Factor.objects.filter(medewerker=viewer).exclude(soort=Factor.Soort.HERSTELCODE)
    return list(eigen.order_by("gemaakt_op", "pk"))


def aantal_herstelcodes(*, viewer: Medewerker) -> int:
    """How many codes on paper are still good."""
    codes = Factor.objects.filter(medewerker=viewer, soort=Factor.Soort.HERSTELCODE)
    return codes.filter(gebruikt_op__isnull=True).count()


def sessies_of(*, viewer: Medewerker) -> QuerySet[Sessie]:
    """Where this person is logged in now, latest use first."""
    open_sessies: QuerySet[Sessie] = Sessie.objects.filter(
        medewerker=viewer, expire_date__gt=timezone.now(), nummer__isnull=False
    )
    return open_sessies.order_by("-gezien_op", "pk")


def rolclaims(*, viewer: Medewerker) -> QuerySet[Rolclaim]:
    """Which group gives which role, for who looks after accounts."""
    if not viewer.heeft(Recht.MEDEWERKERS_BEHEREN):
        return Rolclaim.objects.none()
    return Rolclaim.objects.order_by("waarde")
