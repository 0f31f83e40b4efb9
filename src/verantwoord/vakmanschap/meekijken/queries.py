"""Whom one watches and who watches, and for a manager that it took place."""

from uuid import UUID

from django.db.models import QuerySet

from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.vakmanschap.meekijken.models import Feedback, Meekijken


def eigen_of(*, viewer: Medewerker) -> QuerySet[Meekijken]:
    """Those in which one takes part, the newest first; what was called off is gone from the page."""
    rijen = Meekijken.objects.visible_to(viewer).van(viewer).filter(afgezegd_op__isnull=True)
    return rijen.select_related("waarnemer", "gezien", "gevraagd_door", "feedback").order_by("-op", "pk")


def meekijken_of(meekijken_id: UUID, *, viewer: Medewerker) -> Meekijken:
    """One of one's own. Raises ``Meekijken.DoesNotExist``, also for a manager: there is nothing there to read."""
    rijen = Meekijken.objects.visible_to(viewer).van(viewer)
    return rijen.select_related("waarnemer", "gezien", "gevraagd_door").get(pk=meekijken_id)


def feedback_of(meekijken: Meekijken, *, viewer: Medewerker) -> Feedback | None:
    """What was written, for the two of them."""
    return Feedback.objects.visible_to(viewer).filter(meekijken=meekijken).first()


def gehouden_in_team_of(*, viewer: Medewerker) -> QuerySet[Meekijken]:
    """That it took place, for the manager of who was watched: the two names and the day."""
    rijen = Meekijken.objects.visible_to(viewer).filter(gehouden_op__isnull=False)
    if not viewer.heeft(Recht.OPLEIDING_BEKIJKEN) or viewer.team_id is None:
        return rijen.none()
    team = rijen.filter(gezien__team=viewer.team_id)
    return team.select_related("waarnemer", "gezien").order_by("-gehouden_op", "pk")
