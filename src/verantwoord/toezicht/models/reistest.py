"""A medical test that a country asks for, and what the person said. Nothing but its own page reads the answer."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from verantwoord.dossier.models import Dossier
from verantwoord.kern.toegang import rijen_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import matrixrol
from verantwoord.toezicht.keuzes import Namens, Reistestantwoordsoort, Reistestsoort

MEDISCH = "medisch"


class ReistestQuerySet(models.QuerySet["Reistest"]):
    def visible_to(self, viewer: Medewerker) -> "ReistestQuerySet":
        """For who directs the case and who is competent in medical matters; no desk of supervision or detention."""
        if MEDISCH not in rijen_van(matrixrol(viewer)):
            return self.none()
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))

    def te_vragen(self) -> "ReistestQuerySet":
        """What nobody asked the person yet. What the answer was makes no difference."""
        beantwoord = Reistestantwoord.objects.filter(reistest=OuterRef("pk"))
        return self.filter(vervallen_op__isnull=True).exclude(Exists(beantwoord))


class Reistest(models.Model):
    """A country asks a vaccination, test or examination before somebody may enter; the person says yes or no.

    ``vraag_voor`` is the day by which the regievoerder puts the question. What was learned about somebody's health for
    another purpose is not used for it (AVG art. 5(1)(b), 9).
    """

    categorie: ClassVar[str] = MEDISCH

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    land = models.CharField(max_length=3)
    soort = models.CharField(max_length=12, choices=Reistestsoort)
    wat = models.TextField()
    bron = models.CharField(max_length=200)
    gevraagd_op = models.DateField()
    vraag_voor = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vervallen_op = models.DateField(null=True, blank=True)
    vervallen_reden = models.TextField(blank=True, default="")

    objects = ReistestQuerySet.as_manager()

    class Meta:
        ordering = ["gevraagd_op", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(wat__regex=r"\S") & Q(bron__regex=r"\S"), name="reistest_says_what_and_where"
            ),
            models.CheckConstraint(
                condition=Q(vervallen_op__isnull=True) | Q(vervallen_reden__regex=r"\S"),
                name="reistest_lapses_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "gevraagd_op"], name="reistest_van_dossier")]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class ReistestantwoordQuerySet(models.QuerySet["Reistestantwoord"]):
    def visible_to(self, viewer: Medewerker) -> "ReistestantwoordQuerySet":
        """As its question."""
        return self.filter(reistest__in=Reistest.objects.visible_to(viewer))


class Reistestantwoord(models.Model):
    """What the person said about one question. Added, never changed: the last holds.

    No norm, list, answer to a partner or page of supervision and detention reads this table.
    """

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "reistest"

    reistest = models.ForeignKey(Reistest, on_delete=models.CASCADE, related_name="antwoorden")
    antwoord = models.CharField(max_length=12, choices=Reistestantwoordsoort)
    namens = models.CharField(max_length=6, choices=Namens)
    op = models.DateField()
    taal = models.CharField(max_length=10)
    woorden = models.TextField(blank=True, default="")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects = ReistestantwoordQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.op:%d-%m-%Y}"
