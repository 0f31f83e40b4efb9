import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.toegang.models import Medewerker


class UitvoerQuerySet(models.QuerySet["Uitvoer"]):
    def visible_to(self, viewer: Medewerker) -> "UitvoerQuerySet":
        """Only who asked for it, until it expires; a colleague or manager asks for a list of their own."""
        return self.filter(Q(vervalt_op__isnull=True) | Q(vervalt_op__gt=Now()), medewerker=viewer)


class Uitvoer(models.Model):
    """A list that somebody asked for as a file. ``inhoud`` is that file, in the database like all that names people.

    ``filter`` holds the fields of the caseload's filter; ``taak`` is the number of the job that makes it.
    """

    eigen_van: ClassVar[str] = "medewerker"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    filter = models.JSONField()
    taak = models.BigIntegerField(null=True)
    gevraagd_op = models.DateTimeField(db_default=Now())
    gemaakt_op = models.DateTimeField(null=True)
    vervalt_op = models.DateTimeField(null=True)
    aantal = models.PositiveIntegerField(null=True)
    inhoud = models.BinaryField(null=True)

    objects: ClassVar[models.Manager["Uitvoer"]] = UitvoerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(gemaakt_op__isnull=True, inhoud__isnull=True, vervalt_op__isnull=True)
                | Q(gemaakt_op__isnull=False, inhoud__isnull=False, vervalt_op__isnull=False),
                name="uitvoer_expires_once_made",
            )
        ]
        indexes = [models.Index(fields=["vervalt_op"], name="uitvoer_op_verval")]

    def __str__(self) -> str:
        return str(self.pk)
