import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from verantwoord.dossier.models import Dossier, Feitrij
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekplan.keuzes import Eigenaar


class VertrekplanQuerySet(models.QuerySet["Vertrekplan"]):
    def visible_to(self, viewer: Medewerker) -> "VertrekplanQuerySet":
        """A plan is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Vertrekplan(Feitrij):
    """One version. Without ``vastgesteld_op`` it is the concept, of which a dossier has at most one.

    ``opties`` holds per option the fields of the dossierbeeld and, beside them, ``belemmering``, ``haalbaar_bij`` and
    ``wil`` (what the person wants, in own words). ``waarschuwingen`` is what the norms said when it was established,
    ``reden_doorgaan`` why that was no obstacle. ``revisie`` counts the saves of the concept. ``aantal_acties`` closes
    an established version: no action can be added to it afterwards, also not by hand.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveBigIntegerField()
    vastgesteld_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    strategie = models.TextField(blank=True, default="")
    analyse = models.JSONField(default=dict, blank=True)
    opties = models.JSONField(default=list, blank=True)
    gekozen = models.TextField(null=True, blank=True)
    reden_keuze = models.TextField(blank=True, default="")
    aanleiding = models.TextField(blank=True, default="")
    waarschuwingen = models.JSONField(default=list, blank=True)
    reden_doorgaan = models.TextField(blank=True, default="")
    aantal_acties = models.PositiveSmallIntegerField(default=0)
    revisie = models.PositiveIntegerField(default=1)
    gewijzigd_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Vertrekplan"]] = VertrekplanQuerySet.as_manager()

    class Meta(Feitrij.Meta):
        constraints = [
            *Feitrij.Meta.constraints,
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(vastgesteld_op__isnull=True), name="vertrekplan_one_concept"
            ),
            models.CheckConstraint(condition=Q(versie__gte=1), name="vertrekplan_versie_from_1"),
            models.CheckConstraint(condition=~Q(door_naam=""), name="vertrekplan_is_signed"),
            models.CheckConstraint(
                condition=Q(waarschuwingen=[]) | ~Q(reden_doorgaan=""),
                name="vertrekplan_goes_on_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"versie {self.versie}"

    @property
    def is_concept(self) -> bool:
        return self.vastgesteld_op is None


class Actie(models.Model):
    """What somebody does, and by when. On an established version only the day it was done is filled in, once."""

    beschermd_door: ClassVar[str] = "plan"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Vertrekplan, on_delete=models.CASCADE, related_name="acties")
    volgorde = models.PositiveSmallIntegerField()
    omschrijving = models.CharField(max_length=200)
    eigenaar = models.CharField(max_length=20, choices=Eigenaar.choices)
    uiterlijk = models.DateField(null=True, blank=True)
    gereed_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["plan_id", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "volgorde"], name="actie_once_in_its_list"),
            models.CheckConstraint(condition=~Q(omschrijving=""), name="actie_says_what"),
        ]

    def __str__(self) -> str:
        return self.omschrijving
