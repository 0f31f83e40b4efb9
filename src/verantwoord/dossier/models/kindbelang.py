from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.dossier.models.dossier import Dossier, zichtbaar_voor
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol


class KindbelangQuerySet(models.QuerySet["Kindbelang"]):
    def visible_to(self, viewer: Medewerker) -> "KindbelangQuerySet":
        """For who directs the case alone."""
        if viewer.rol not in {Rol.REGIEVOERDER, Rol.MANAGER}:
            return self.none()
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))


class Kindbelang(models.Model):
    """What is important for one child, on one day: four interests, and the child's own words or why there are none.

    Never changed: the newest row of a child holds, the earlier ones stay. ``kind`` is the place of the child among the
    family in the dossierbeeld, which no entry ever leaves; ``None`` when the dossier is the child's own. IVRK art. 3
    and 12; Gerechtshof Den Haag 11-01-2011 (Ferreira).
    """

    alleen_toevoegen = True
    categorie: ClassVar[str] = "gespreksverslag"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    kind = models.PositiveSmallIntegerField(null=True, blank=True)
    op = models.DateField()
    school = models.TextField()
    gezondheid = models.TextField()
    band = models.TextField()
    veiligheid = models.TextField()
    eigen_woorden = models.TextField(blank=True)
    niet_gehoord = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Kindbelang"]] = KindbelangQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["dossier", "kind", "-id"], name="kindbelang_laatste")]
        constraints = [
            models.CheckConstraint(
                condition=Q(eigen_woorden__regex=r"\S") | Q(niet_gehoord__regex=r"\S"),
                name="kindbelang_heard_or_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.kind} {self.op}"
