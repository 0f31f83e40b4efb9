"""Going to another country than one's own: what that country said, and by what it is certain that it lets somebody in."""

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.keuzes import Bewijssoort
from verantwoord.ondersteuning.keuzes import Landantwoord as Antwoordsoort
from verantwoord.toegang.models import Medewerker


class DerdeLandQuerySet(models.QuerySet["DerdeLand"]):
    def visible_to(self, viewer: Medewerker) -> "DerdeLandQuerySet":
        """Exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class DerdeLand(models.Model):
    """One other country that was looked into (report §3.2, Terugkeer naar een ander land).

    Whether the DIA can help getting the person in is considered, yes or no with the reason; the burden does not lie
    with the person alone. Nothing here books a trip; norm derde-land-vertrek decides when one is booked.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    land = models.CharField(max_length=3)
    begonnen_op = models.DateField()
    dia_overwogen = models.BooleanField(null=True, blank=True)
    dia_reden = models.TextField(blank=True)

    objects: ClassVar[models.Manager["DerdeLand"]] = DerdeLandQuerySet.as_manager()

    class Meta:
        verbose_name = _("ander land")
        ordering = ["begonnen_op", "id"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "land"], name="derdeland_once_a_dossier"),
            models.CheckConstraint(
                condition=Q(dia_overwogen__isnull=True) | ~Q(dia_reden=""), name="derdeland_dia_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.land


class Landantwoord(models.Model):
    """What was asked of an embassy or consulate, or what it answered. Never changed."""

    beschermd_door: ClassVar[str] = "derde_land"

    alleen_toevoegen = True

    derde_land = models.ForeignKey(DerdeLand, on_delete=models.CASCADE, related_name="antwoorden")
    wie = models.CharField(max_length=200)
    soort = models.CharField(max_length=15, choices=Antwoordsoort.choices)
    op = models.DateField()
    tekst = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["op", "vastgelegd_op", "id"]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class Toelatingsbewijs(models.Model):
    """By what it is certain that the country lets the person in: the kind, the reference, and until when.

    The document itself is not kept here. What no longer holds is crossed out with a reason, never removed.
    """

    beschermd_door: ClassVar[str] = "derde_land"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    derde_land = models.ForeignKey(DerdeLand, on_delete=models.CASCADE, related_name="bewijzen")
    soort = models.CharField(max_length=15, choices=Bewijssoort.choices)
    kenmerk = models.CharField(max_length=200)
    gezien_op = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True)
    vervallen_op = models.DateField(null=True, blank=True)
    vervallen_reden = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)

    class Meta:
        ordering = ["gezien_op", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(kenmerk=""), name="toelatingsbewijs_has_a_reference"),
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("gezien_op")),
                name="toelatingsbewijs_held_when_seen",
            ),
            models.CheckConstraint(
                condition=Q(vervallen_op__isnull=True) | ~Q(vervallen_reden=""),
                name="toelatingsbewijs_lapses_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {self.kenmerk}"

    def geldt_op(self, dag: date) -> bool:
        """Whether the country lets the person in on this day."""
        return self.vervallen_op is None and (self.geldig_tot is None or self.geldig_tot >= dag)
