from typing import ClassVar

from django.db import models

from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.agenda.models import Agendalink
from verantwoord.werkplek.meldingen.models import Mailvoorkeur, Melding
from verantwoord.werkplek.uitvoer.models import Uitvoer

__all__ = ["Agendalink", "BewaardFilter", "Mailvoorkeur", "Melding", "Uitvoer"]


class BewaardFilterQuerySet(models.QuerySet["BewaardFilter"]):
    def visible_to(self, viewer: Medewerker) -> "BewaardFilterQuerySet":
        """One's own; what a colleague looks for is nobody's business."""
        return self.filter(medewerker=viewer)


class BewaardFilter(models.Model):
    """A filter of the caseload that somebody kept by a name of her own; ``adres`` is its query string."""

    eigen_van: ClassVar[str] = "medewerker"

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="+")
    naam = models.CharField(max_length=60)
    adres = models.CharField(max_length=600)

    objects: ClassVar[models.Manager["BewaardFilter"]] = BewaardFilterQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(fields=["medewerker", "naam"], name="bewaardfilter_once_a_name")
        ]

    def __str__(self) -> str:
        return self.naam
