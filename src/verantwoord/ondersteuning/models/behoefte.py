"""A need that nothing in the catalogue meets: the signal for policy that the report asks for."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.keuzes import Behoeftesoort
from verantwoord.ondersteuning.models.wens import Wens
from verantwoord.toegang.models import Medewerker


class BehoefteQuerySet(models.QuerySet["Behoefte"]):
    def visible_to(self, viewer: Medewerker) -> "BehoefteQuerySet":
        """A need is exactly as visible as the dossier it belongs to; its counts without persons are made apart."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Behoefte(models.Model):
    """That nothing is offered for what somebody would need, of which kind, and in which country.

    ``toelichting`` is the regievoerder's sentence; it and the person's words never leave the dossier. The row stays when
    something is found after all (``vervuld_op``), so that the figures of a period that is over do not change.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    wens = models.ForeignKey(Wens, on_delete=models.PROTECT, related_name="behoeften")
    soort = models.CharField(max_length=20, choices=Behoeftesoort.choices)
    land = models.CharField(max_length=3, blank=True, default="")
    toelichting = models.TextField()
    gemeld_op = models.DateField()
    vervuld_op = models.DateField(null=True, blank=True)
    vervuld_met = models.TextField(blank=True, default="")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Behoefte"]] = BehoefteQuerySet.as_manager()

    class Meta:
        verbose_name = _("behoefte waar niets voor is")
        ordering = ["gemeld_op", "id"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "soort"], name="behoefte_once_a_dossier"),
            models.CheckConstraint(
                condition=Q(vervuld_op__isnull=True, vervuld_met="")
                | (Q(vervuld_op__isnull=False) & ~Q(vervuld_met="")),
                name="behoefte_says_what_met_it",
            ),
        ]
        indexes = [models.Index(fields=["gemeld_op"], name="behoefte_in_een_periode")]

    def __str__(self) -> str:
        return str(self.get_soort_display())

    @property
    def is_open(self) -> bool:
        return self.vervuld_op is None
