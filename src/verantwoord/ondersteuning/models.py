import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier, Feitrij
from verantwoord.ondersteuning.keuzes import Bron, Oordeel, Soort, Stap, Vervolg
from verantwoord.toegang.models import Medewerker


class WensQuerySet(models.QuerySet["Wens"]):
    def visible_to(self, viewer: Medewerker) -> "WensQuerySet":
        """A wish is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Wens(Feitrij):
    """One wish in the person's words, with what was thought of it and done with it last.

    Fields named as in the dossierbeeld hold the same fact. ``gesprek_id`` is a label of the talk it was said in, not a
    key: that room stands beside this one. Earlier judgments and answers stay as :class:`Wensstap`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    soort = models.CharField(_("waar gaat de wens over"), max_length=20, choices=Soort.choices)
    omschrijving = models.TextField(blank=True)
    geuit_op = models.DateField()
    bron = models.CharField(max_length=20, choices=Bron.choices, default=Bron.GESPREK)
    gesprek_id = models.UUIDField(null=True, blank=True)
    beoordeling = models.CharField(max_length=20, null=True, blank=True, choices=Oordeel.choices)
    beoordeling_reden = models.TextField(blank=True, default="")
    vervolg = models.CharField(max_length=20, null=True, blank=True, choices=Vervolg.choices)
    vervolg_op = models.DateField(null=True, blank=True)
    antwoord = models.TextField(blank=True, default="")

    objects: ClassVar[models.Manager["Wens"]] = WensQuerySet.as_manager()

    class Meta(Feitrij.Meta):
        abstract = False
        verbose_name = _("vertrekwens")

    def __str__(self) -> str:
        return str(self.get_soort_display())

    @property
    def is_geen_wens(self) -> bool:
        return self.soort == Soort.GEEN_WENS_GEUIT

    @property
    def is_open(self) -> bool:
        """Whether the person still waits for an answer."""
        return self.vervolg is None and not self.is_geen_wens


class Wensstap(models.Model):
    """One judgment or one answer about a wish, as it was given that day. Never changed."""

    alleen_toevoegen = True

    wens = models.ForeignKey(Wens, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=20, choices=Stap.choices)
    uitkomst = models.CharField(max_length=20, choices=Oordeel.choices + Vervolg.choices)
    tekst = models.TextField()
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["vastgelegd_op", "id"]
        constraints = [models.CheckConstraint(condition=~Q(tekst=""), name="wensstap_has_a_reason")]

    def __str__(self) -> str:
        return str(self.get_uitkomst_display())
