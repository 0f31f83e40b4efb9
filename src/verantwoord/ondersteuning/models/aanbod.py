"""The catalogue: what is offered to whoever leaves; nothing in it is about a person."""

import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.ondersteuning.keuzes import Aanbieder, Eis, Hulp, Mogelijkheid, Soort
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
    somebody last asked the organisation whether this still holds. ``eisen`` are the conditions that the finder can
    judge, besides the words of ``voorwaarden``; ``gezin`` that is not said is not known. ``bron`` is a text that nobody
    follows. What a row was before stays (row history).
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
    biedt = ArrayField(models.CharField(max_length=20, choices=Hulp.choices), default=list, blank=True)
    bedrag = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    mogelijkheid = models.CharField(max_length=20, choices=Mogelijkheid.choices, blank=True, default="")
    eisen = ArrayField(models.CharField(max_length=30, choices=Eis.choices), default=list, blank=True)
    niet_nationaliteiten = ArrayField(models.CharField(max_length=3), default=list, blank=True)
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


class AanbodinvoerQuerySet(models.QuerySet["Aanbodinvoer"]):
    def visible_to(self, viewer: Medewerker) -> "AanbodinvoerQuerySet":
        """Only one's own: it is work that nobody has agreed to yet."""
        return self.filter(door=viewer)


class Aanbodinvoer(models.Model):
    """A spreadsheet as it was read, waiting for the person who sent it to say that it may be taken over.

    ``regels`` are the rows as texts, ``stand`` what they would do to the catalogue as it was then. Nothing of it is in
    the catalogue until ``toegepast_op``.
    """

    eigen_van: ClassVar[str] = "door"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    regels = models.JSONField(default=list)
    stand = models.CharField(max_length=64)
    gelezen_op = models.DateTimeField(db_default=Now())
    toegepast_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Aanbodinvoer"]] = AanbodinvoerQuerySet.as_manager()

    class Meta:
        verbose_name = _("invoer van de catalogus")
        ordering = ["gelezen_op", "id"]

    def __str__(self) -> str:
        return str(self.gelezen_op)
