import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.opleiding.models import Cursus


class Onderwerp(models.TextChoices):
    """What a piece of knowledge is about; the first three are those that the report found too little known."""

    NGO = "ngo", _("Projecten van ngo’s")
    BIJDRAGE = "bijdrage", _("Bijdrage van de DT&V")
    DIA = "dia", _("Wat de DIA kan regelen")
    GESPREK = "gesprek", _("Het gesprek voeren")
    TOETSING = "toetsing", _("De toetsingsmomenten")
    REISDOCUMENT = "reisdocument", _("Reisdocumenten")


class KennisQuerySet(models.QuerySet["Kennisstuk"]):
    def visible_to(self, viewer: Medewerker) -> "KennisQuerySet":
        """It is about nobody: for everybody who works here."""
        del viewer
        return self.filter(ingetrokken_op__isnull=True)

    def te_gebruiken(self, op: date) -> "KennisQuerySet":
        """What a colleague looked at and still holds on this day."""
        return self.filter(ingetrokken_op__isnull=True, beoordeeld_op__isnull=False, geldig_tot__gte=op)


class Kennisstuk(models.Model):
    """One short piece of knowledge. It is shown at work from the day a colleague looked at it until its last day.

    ``landen`` empty: for every country. ``cursus``: the module it belongs to; that somebody took the module is kept,
    that somebody read a piece is not.
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    titel = models.CharField(max_length=120)
    tekst = models.TextField()
    onderwerp = models.CharField(max_length=15, choices=Onderwerp)
    landen = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    bron = models.CharField(max_length=300)
    geldig_tot = models.DateField()
    cursus = models.ForeignKey(Cursus, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    opgesteld_op = models.DateField()
    beoordeeld_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    beoordeeld_op = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Kennisstuk"]] = KennisQuerySet.as_manager()

    class Meta:
        ordering = ["titel", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(beoordeeld_door__isnull=True, beoordeeld_op__isnull=True)
                | Q(beoordeeld_door__isnull=False, beoordeeld_op__isnull=False),
                name="kennisstuk_reviewed_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(beoordeeld_door__isnull=True) | ~Q(beoordeeld_door=F("opgesteld_door")),
                name="kennisstuk_four_eyes",
            ),
        ]

    def __str__(self) -> str:
        return self.titel
