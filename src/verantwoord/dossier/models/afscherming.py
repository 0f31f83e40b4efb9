"""That a dossier is shielded, and who may be the second to sign in it as long as that lasts."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from verantwoord.dossier.models.dossier import Dossier
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol


class AfschermingQuerySet(models.QuerySet["Afscherming"]):
    def visible_to(self, viewer: Medewerker) -> "AfschermingQuerySet":
        """For who directs the case, and for the named second."""
        return self.filter(Q(dossier__in=Dossier.objects.visible_to(viewer)) | Q(tweede=viewer.pk))

    def lopend(self) -> "AfschermingQuerySet":
        return self.filter(opgeheven_op__isnull=True)


class Afscherming(models.Model):
    """From when a dossier is for its regievoerder alone, why, and which colleague of another team signs as the second.

    ``tweede`` sees what waits for that signature and nothing else of the dossier. AVG art. 5(1)(f) and 32.
    """

    beleid: ClassVar[str] = (
        "{t}.tweede_id = (select zelf())"
        f" or ((select eigen_rol()) in ('{Rol.REGIEVOERDER}', '{Rol.MANAGER}')"
        " and {t}.dossier_id = any ((select bonnen('dossier'))::uuid[]))"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    reden = models.TextField()
    tweede = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    tweede_naam = models.CharField(max_length=200)
    door_naam = models.CharField(max_length=200)
    van = models.DateTimeField(db_default=Now())
    opgeheven_op = models.DateTimeField(null=True, blank=True)
    opgeheven_naam = models.CharField(max_length=200, blank=True, default="")

    objects: ClassVar[models.Manager["Afscherming"]] = AfschermingQuerySet.as_manager()

    class Meta:
        ordering = ["-van", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(opgeheven_op__isnull=True), name="afscherming_runs_once"
            ),
            models.CheckConstraint(condition=Q(reden__regex=r"\S"), name="afscherming_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(tweede_naam=F("door_naam")), name="afscherming_second_is_another"
            ),
        ]
        indexes = [
            models.Index(
                fields=["tweede"], condition=Q(opgeheven_op__isnull=True), name="afscherming_te_tekenen"
            )
        ]

    def __str__(self) -> str:
        return str(self.dossier_id)
