"""A measure that restricts freedom (Vw 2000 art. 56), and each time it was looked at again."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from verantwoord.dossier.models import Dossier
from verantwoord.kern.toegang import rijen_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import matrixrol
from verantwoord.toezicht.keuzes import Maatregelsoort
from verantwoord.toezicht.models.meldplicht import CATEGORIE


class MaatregelQuerySet(models.QuerySet["Maatregel"]):
    def visible_to(self, viewer: Medewerker) -> "MaatregelQuerySet":
        """For who works on the dossier and reads rows of supervision."""
        if CATEGORIE not in rijen_van(matrixrol(viewer)):
            return self.none()
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))

    def lopend_op(self, dag: date) -> "MaatregelQuerySet":
        """What holds on a day. After its last day a measure is over, whoever forgot it."""
        return self.filter(van__lte=dag, tot__gte=dag).exclude(beeindigd_op__lte=dag)


class Maatregel(models.Model):
    """Somebody must stay at a place or in a municipality, from and until a day, for reasons of this person.

    It ends by itself on ``tot`` and nothing makes that day later: who wants it to go on imposes another one, which
    points at this one with ``vervolg_op`` and weighs everything again.
    """

    categorie: ClassVar[str] = CATEGORIE

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=10, choices=Maatregelsoort)
    waar = models.CharField(max_length=200)
    reden = models.TextField()
    lichter = models.TextField()
    belang_kinderen = models.TextField(blank=True, default="")
    met_kinderen = models.BooleanField()
    van = models.DateField()
    tot = models.DateField()
    toets_voor = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vervolg_op = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    beeindigd_op = models.DateField(null=True, blank=True)
    einde_reden = models.TextField(blank=True, default="")
    beeindigd_door_naam = models.CharField(max_length=200, blank=True, default="")

    objects = MaatregelQuerySet.as_manager()

    class Meta:
        ordering = ["van", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reden__regex=r"\S") & Q(lichter__regex=r"\S") & Q(waar__regex=r"\S"),
                name="maatregel_says_why_and_what_else",
            ),
            models.CheckConstraint(
                condition=Q(met_kinderen=False) | Q(belang_kinderen__regex=r"\S"),
                name="maatregel_weighs_children",
            ),
            models.CheckConstraint(
                condition=Q(tot__gt=F("van")) & Q(toets_voor__gt=F("van")) & Q(toets_voor__lt=F("tot")),
                name="maatregel_is_looked_at_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True) | Q(einde_reden__regex=r"\S"),
                name="maatregel_ends_with_a_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["dossier", "tot"], condition=Q(beeindigd_op__isnull=True), name="maatregel_loopt"
            )
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())

    def loopt_op(self, dag: date) -> bool:
        """Whether it holds on a day."""
        return self.van <= dag <= self.tot and (self.beeindigd_op is None or dag < self.beeindigd_op)

    @property
    def bekijken_voor(self) -> date | None:
        """The day by which it must be looked at again; none when the last look was the last before its end."""
        toetsen = list(self.toetsen.all())
        return toetsen[-1].volgende_voor if toetsen else self.toets_voor


class MaatregeltoetsQuerySet(models.QuerySet["Maatregeltoets"]):
    def visible_to(self, viewer: Medewerker) -> "MaatregeltoetsQuerySet":
        """As its measure."""
        return self.filter(maatregel__in=Maatregel.objects.visible_to(viewer))


class Maatregeltoets(models.Model):
    """One look at a measure while it runs: is it still needed, is something lighter enough now? Added, never changed."""

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "maatregel"

    maatregel = models.ForeignKey(Maatregel, on_delete=models.CASCADE, related_name="toetsen")
    op = models.DateField()
    blijft = models.BooleanField()
    reden = models.TextField()
    volgende_voor = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects = MaatregeltoetsQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(reden__regex=r"\S"), name="maatregeltoets_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.op:%d-%m-%Y}"
