"""Questions about staff and about who looked."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from verantwoord.toegang.models import Inzage, Medewerker, Sleutel, Team
from verantwoord.toegang.rechten import Organisatie
from verantwoord.toegang.sleutels import digest_of


def inzagen_of(dossier_id: UUID) -> QuerySet[Inzage]:
    """Every look at one dossier, newest first. Ask only with a dossier that the viewer was allowed to see."""
    return Inzage.objects.filter(dossier_id=dossier_id).order_by("-moment", "-pk")


def medewerker_with_sleutel(token: str) -> Medewerker | None:
    """Whose token this is, if it is valid today and its holder still works here."""
    sleutel = (
        Sleutel.objects.select_related("medewerker__team")
        .filter(digest=digest_of(token), ingetrokken_op__isnull=True, medewerker__is_active=True)
        .first()
    )
    if sleutel is None or (sleutel.geldig_tot is not None and sleutel.geldig_tot < timezone.localdate()):
        return None
    return sleutel.medewerker


def teamleden(*, viewer: Medewerker) -> QuerySet[Medewerker]:
    """Active colleagues of the viewer's own team, by name."""
    if viewer.team is None:
        return Medewerker.objects.none()
    return Medewerker.objects.filter(team=viewer.team, is_active=True).order_by("naam")


def team_for(locatie: str | None) -> Team:
    """The team that works for this location, else the one that gets what belongs nowhere else."""
    van_dtv = Team.objects.filter(organisatie=Organisatie.DTV)
    team = van_dtv.filter(locaties__contains=[locatie]).order_by("naam").first() if locatie else None
    return team or Team.objects.get_or_create(is_vangnet=True, defaults={"naam": "Instroom"})[0]
