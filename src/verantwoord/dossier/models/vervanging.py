from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from verantwoord.toegang.models import Medewerker


class VervangingQuerySet(models.QuerySet["Vervanging"]):
    def visible_to(self, viewer: Medewerker) -> "VervangingQuerySet":
        """Who stands in for whom is known in the team, and nowhere else."""
        if viewer.team_id is None:
            return self.none()
        return self.filter(regievoerder__team=viewer.team_id)

    def op(self, dag: date) -> "VervangingQuerySet":
        """Those that hold on this day; both ends count."""
        return self.filter(van__lte=dag, tot__gte=dag)


class Vervanging(models.Model):
    """A regievoerder is away and a colleague of the team stands in, from the first up to and including the last day.

    The dossiers stay with the regievoerder; who acts signs with the own name.
    """

    categorie: ClassVar[str] = "configuratie"

    regievoerder = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vervanger = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField()
    door_naam = models.CharField(max_length=200)

    objects: ClassVar[models.Manager["Vervanging"]] = VervangingQuerySet.as_manager()

    class Meta:
        ordering = ["van", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="vervanging_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(regievoerder=F("vervanger")), name="vervanging_by_another"),
        ]

    def __str__(self) -> str:
        return f"{self.van:%d-%m-%Y} - {self.tot:%d-%m-%Y}"
