import uuid
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker


class Antwoord(models.TextChoices):
    GEVRAAGD = "gevraagd", _("heeft nog niet geantwoord")
    KOMT = "komt", _("komt")
    KOMT_NIET = "komt_niet", _("komt niet")


class BijeenkomstQuerySet(models.QuerySet["Bijeenkomst"]):
    def visible_to(self, viewer: Medewerker) -> "BijeenkomstQuerySet":
        """Only who was asked to come, and who asked them."""
        return self.filter(kring__contains=[viewer.pk])


class Bijeenkomst(models.Model):
    """One session of intervision. ``kring`` holds the ids of everybody who was asked and of who leads it."""

    # The circle stands in the row itself: a policy cannot ask the table of participants, which asks this one.
    beleid: ClassVar[str] = "(select zelf()) = any ({t}.kring)"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thema = models.CharField(max_length=150)
    op = models.DateField()
    tijd = models.TimeField(null=True, blank=True)
    plaats = models.CharField(max_length=150)
    begeleider = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    kring = ArrayField(models.UUIDField())
    inzichten = models.TextField(blank=True, default="")
    afgerond_op = models.DateField(null=True, blank=True)
    afgezegd_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Bijeenkomst"]] = BijeenkomstQuerySet.as_manager()

    class Meta:
        ordering = ["op", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=True) | Q(afgezegd_op__isnull=True),
                name="bijeenkomst_held_or_called_off",
            )
        ]

    def __str__(self) -> str:
        return self.thema


class VanBijeenkomstQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Medewerker) -> "VanBijeenkomstQuerySet":
        """Exactly as visible as the session."""
        return self.filter(bijeenkomst__kring__contains=[viewer.pk])


class Deelnemer(models.Model):
    """Somebody who was asked to come, and the answer."""

    beschermd_door: ClassVar[str] = "bijeenkomst"

    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.PROTECT, related_name="deelnemers")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    antwoord = models.CharField(max_length=10, choices=Antwoord, default=Antwoord.GEVRAAGD)

    objects: ClassVar[models.Manager["Deelnemer"]] = VanBijeenkomstQuerySet.as_manager()

    class Meta:
        ordering = ["medewerker__naam"]
        constraints = [
            models.UniqueConstraint(fields=["bijeenkomst", "medewerker"], name="deelnemer_once_a_session")
        ]

    def __str__(self) -> str:
        return str(self.get_antwoord_display())


class Casus(models.Model):
    """A case, retold: places, names and days were changed or left out by who brings it."""

    beschermd_door: ClassVar[str] = "bijeenkomst"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.PROTECT, related_name="casussen")
    inbrenger = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    titel = models.CharField(max_length=150)
    navertelling = models.TextField()
    vraag = models.TextField()

    objects: ClassVar[models.Manager["Casus"]] = VanBijeenkomstQuerySet.as_manager()

    class Meta:
        ordering = ["titel", "pk"]

    def __str__(self) -> str:
        return self.titel


class Afspraak(models.Model):
    """What somebody of the circle will do, and by when."""

    beschermd_door: ClassVar[str] = "bijeenkomst"

    bijeenkomst = models.ForeignKey(Bijeenkomst, on_delete=models.PROTECT, related_name="afspraken")
    wat = models.CharField(max_length=300)
    wie = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()
    gedaan_op = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Afspraak"]] = VanBijeenkomstQuerySet.as_manager()

    class Meta:
        ordering = ["uiterlijk", "pk"]

    def __str__(self) -> str:
        return self.wat
