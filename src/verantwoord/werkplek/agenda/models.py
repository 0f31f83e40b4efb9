import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.toegang.models import Medewerker


class AgendalinkQuerySet(models.QuerySet["Agendalink"]):
    def visible_to(self, viewer: Medewerker) -> "AgendalinkQuerySet":
        """Only one's own."""
        return self.filter(medewerker=viewer)

    def geldig(self) -> "AgendalinkQuerySet":
        """Those that open something: not revoked, and their owner still works here."""
        return self.filter(ingetrokken_op__isnull=True, medewerker__is_active=True)


class Agendalink(models.Model):
    """The secret address of one person's agenda for another calendar. Of the secret only its digest is kept."""

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    gemaakt_op = models.DateTimeField(db_default=Now())
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Agendalink"]] = AgendalinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker"],
                condition=Q(ingetrokken_op__isnull=True),
                name="agendalink_one_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gemaakt_op:%d-%m-%Y}"
