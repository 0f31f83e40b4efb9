"""What somebody answered to a question that the conditions of support ask, and no fact of the dossier holds."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.keuzes import Vraag
from verantwoord.toegang.models import Medewerker


class NavraagQuerySet(models.QuerySet["Navraag"]):
    def visible_to(self, viewer: Medewerker) -> "NavraagQuerySet":
        """An answer is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))

    def laatste(self) -> "NavraagQuerySet":
        """Of each question the answer that holds: the one that was written down last."""
        return self.order_by("dossier", "vraag", "-vastgelegd_op", "-id").distinct("dossier", "vraag")


class Navraag(models.Model):
    """One answer to one question, on the day it was given. Never changed: another answer comes after it.

    Only the finder reads it, for who offers support asks it too; no norm does. ``antwoord`` is nothing when it is not
    known any more.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    alleen_toevoegen = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    vraag = models.CharField(max_length=20, choices=Vraag.choices)
    antwoord = models.BooleanField(null=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Navraag"]] = NavraagQuerySet.as_manager()

    class Meta:
        verbose_name = _("antwoord bij ondersteuning")
        ordering = ["vastgelegd_op", "id"]
        indexes = [models.Index(fields=["dossier", "vraag", "-vastgelegd_op"], name="navraag_laatste")]

    def __str__(self) -> str:
        return str(self.get_vraag_display())
