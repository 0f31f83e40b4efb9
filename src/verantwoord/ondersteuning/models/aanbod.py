"""The catalogue: what is offered to whoever leaves; nothing in it is about a person."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verantwoord.ondersteuning.keuzes import Aanbieder, Soort
from verantwoord.toegang.models import Medewerker


class AanbodQuerySet(models.QuerySet["Aanbod"]):
    def visible_to(self, viewer: Medewerker) -> "AanbodQuerySet":
        """The catalogue holds nothing about a person: everybody who works here may read it, a program has no need."""
        return self.none() if viewer.is_systeem else self.all()

    def geldig(self, op: date) -> "AanbodQuerySet":
        """What is offered on this day."""
        return self.filter(Q(van__isnull=True) | Q(van__lte=op), Q(tot__isnull=True) | Q(tot__gte=op))


class Aanbod(models.Model):
    """One kind of support, or one project: who offers what, for whom, on which conditions, and until when.

    An empty list of ``wensen`` or ``landen`` means: for every wish, for every country. ``nagekeken_op`` is the day
    somebody last asked the organisation whether this still holds. What a row was before stays (row history).
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    aanbieder = models.CharField(max_length=10, choices=Aanbieder.choices)
    organisatie = models.CharField(max_length=200)
    titel = models.CharField(max_length=200)
    omschrijving = models.TextField()
    voorwaarden = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    bron = models.CharField(max_length=300, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    wensen = ArrayField(models.CharField(max_length=20, choices=Soort.choices), default=list, blank=True)
    landen = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    gezin = models.BooleanField(default=False)
    medisch = models.BooleanField(default=False)
    voorbeeld = models.BooleanField(default=False)
    nagekeken_op = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Aanbod"]] = AanbodQuerySet.as_manager()

    class Meta:
        verbose_name = _("ondersteuning")
        ordering = ["organisatie", "titel", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(van__isnull=True) | Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="aanbod_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(titel="") & ~Q(omschrijving=""), name="aanbod_says_what_it_is"
            ),
        ]

    def __str__(self) -> str:
        return self.titel
