"""The minutes: shared, confirmed by each partner, then fixed for good. Whoever sees it otherwise adds to it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.overleg.keuzes import Partner
from verantwoord.overleg.models.overleg import Overleg
from verantwoord.overleg.models.punt import Agendapunt
from verantwoord.toegang.models import Medewerker


class Verslag(models.Model):
    """The minutes of one meeting. ``zegel`` is what stands in them as shared: a partner confirms that and nothing else.

    ``zonder_bevestiging`` names the partners who had not confirmed when the minute taker closed them after the term.
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    overleg = models.OneToOneField(Overleg, on_delete=models.PROTECT, related_name="verslag")
    gedeeld_op = models.DateField()
    gedeeld_door = models.CharField(max_length=200)
    vastgesteld_op = models.DateField(null=True, blank=True)
    vastgesteld_door = models.CharField(max_length=200, blank=True, default="")
    zonder_bevestiging = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return f"verslag {self.gedeeld_op:%d-%m-%Y}"


class Verslagpunt(models.Model):
    """What the minutes say of one item, frozen when they were established; ``inhoud`` as ``verslagtekst`` makes it."""

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "punt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    verslag = models.ForeignKey(Verslag, on_delete=models.PROTECT, related_name="punten")
    punt = models.OneToOneField(Agendapunt, on_delete=models.PROTECT, related_name="verslagpunt")
    inhoud = models.JSONField()

    def __str__(self) -> str:
        return str(self.punt_id)


class Bevestiging(models.Model):
    """One partner says that the minutes are right as they stood then (``zegel``)."""

    alleen_toevoegen = True
    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    verslag = models.ForeignKey(Verslag, on_delete=models.PROTECT, related_name="bevestigingen")
    partner = models.CharField(max_length=10, choices=Partner)
    zegel = models.CharField(max_length=64)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["op"]
        constraints = [
            models.UniqueConstraint(fields=["verslag", "partner", "zegel"], name="bevestiging_once_a_text")
        ]

    def __str__(self) -> str:
        return self.partner


class Aanvulling(models.Model):
    """What a partner adds to the minutes of an item, also after they were fixed; the minutes themselves stay."""

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "punt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    punt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, related_name="aanvullingen")
    partner = models.CharField(max_length=10, choices=Partner)
    tekst = models.TextField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["op"]
        constraints = [models.CheckConstraint(condition=~Q(tekst=""), name="aanvulling_says_something")]

    def __str__(self) -> str:
        return self.partner
