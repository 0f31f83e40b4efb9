from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from verantwoord.dossier.models import Dossier
from verantwoord.dossier.models.dossier import zichtbaar_voor
from verantwoord.kwaliteit.publicatie.models import Publicatie
from verantwoord.toegang.models import Medewerker

__all__ = ["Faseperiode", "Publicatie"]


class FaseperiodeQuerySet(models.QuerySet["Faseperiode"]):
    def visible_to(self, viewer: Medewerker) -> "FaseperiodeQuerySet":
        """Exactly as visible as the dossier it tells about."""
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))


class Faseperiode(models.Model):
    """From which day to which a dossier was in one fase; both days count, without an end it still is.

    Derived from the facts by the night (:mod:`verantwoord.kwaliteit.fasen`) and made anew when these change: the fase is
    what the facts that are recorded now say of that day, as every measure reads them.
    """

    categorie: ClassVar[str] = "dossier"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    fase = models.CharField(max_length=40)
    van = models.DateField()
    tot = models.DateField(null=True)
    berekend_op = models.DateTimeField()

    objects: ClassVar[models.Manager["Faseperiode"]] = FaseperiodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "van"], name="faseperiode_begins_once_a_day"),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(tot__isnull=True), name="faseperiode_one_open_a_dossier"
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="faseperiode_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.fase
