"""A contribution of the DT&V itself."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.keuzes import Besluit, Vorm
from verantwoord.ondersteuning.models.wens import Wens
from verantwoord.toegang.models import Medewerker


class BijdrageQuerySet(models.QuerySet["Bijdrage"]):
    def visible_to(self, viewer: Medewerker) -> "BijdrageQuerySet":
        """A contribution is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Bijdrage(models.Model):
    """A contribution of the DT&V itself that was asked for, and what was decided and why (report §3.1 Middelen)."""

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    wens = models.ForeignKey(Wens, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vorm = models.CharField(max_length=10, choices=Vorm.choices)
    waarvoor = models.TextField()
    gevraagd_op = models.DateField()
    gevraagd_bedrag = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    besluit = models.CharField(max_length=12, null=True, blank=True, choices=Besluit.choices)
    besluit_op = models.DateField(null=True, blank=True)
    bedrag = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    reden = models.TextField(blank=True)
    besloten_door = models.CharField(max_length=200, blank=True)

    objects: ClassVar[models.Manager["Bijdrage"]] = BijdrageQuerySet.as_manager()

    class Meta:
        verbose_name = _("bijdrage van de DT&V")
        ordering = ["gevraagd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(besluit__isnull=True, besluit_op__isnull=True)
                | (Q(besluit__isnull=False, besluit_op__isnull=False) & ~Q(reden="")),
                name="bijdrage_is_decided_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_vorm_display())

    @property
    def is_open(self) -> bool:
        return self.besluit is None
