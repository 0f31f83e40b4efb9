"""What the person wishes, and what was thought of it and done with it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier, Feitrij
from verantwoord.ondersteuning.keuzes import Bron, Oordeel, Soort, Stap, Vervolg, Wijze
from verantwoord.toegang.models import Medewerker


class WensQuerySet(models.QuerySet["Wens"]):
    def visible_to(self, viewer: Medewerker) -> "WensQuerySet":
        """A wish is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Wens(Feitrij):
    """One wish in the person's words, with what was thought of it and done with it last.

    Fields named as in the dossierbeeld hold the same fact. ``gesprek_id`` is a label of the talk it was said in, not a
    key: that room stands beside this one. Earlier judgments and answers stay as :class:`Wensstap`. ``verteld_op`` is
    the day the person heard the answer that stands here now.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    soort = models.CharField(_("waar gaat de wens over"), max_length=20, choices=Soort.choices)
    omschrijving = models.TextField(blank=True)
    geuit_op = models.DateField()
    bron = models.CharField(max_length=20, choices=Bron.choices, default=Bron.GESPREK)
    bron_toelichting = models.CharField(max_length=200, blank=True, default="")
    gesprek_id = models.UUIDField(null=True, blank=True)
    beoordeling = models.CharField(max_length=20, null=True, blank=True, choices=Oordeel.choices)
    beoordeling_reden = models.TextField(blank=True, default="")
    vervolg = models.CharField(max_length=20, null=True, blank=True, choices=Vervolg.choices)
    vervolg_op = models.DateField(null=True, blank=True)
    antwoord = models.TextField(blank=True, default="")
    verteld_op = models.DateField(null=True, blank=True)
    verteld_wijze = models.CharField(max_length=20, null=True, blank=True, choices=Wijze.choices)
    # The day the person took it back in the portal; the words stay, and the answer is still theirs to have.
    ingetrokken_op = models.DateField(null=True, blank=True)

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

    @property
    def wacht_op_vertellen(self) -> bool:
        """Whether an answer was written here that the person has not heard yet."""
        return bool(self.antwoord) and self.verteld_op is None


class Wensstap(models.Model):
    """One judgment, one answer, or the day the person heard it, as it was that day. Never changed."""

    beschermd_door: ClassVar[str] = "wens"

    alleen_toevoegen = True

    wens = models.ForeignKey(Wens, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=20, choices=Stap.choices)
    uitkomst = models.CharField(max_length=20, choices=Oordeel.choices + Vervolg.choices + Wijze.choices)
    tekst = models.TextField()
    op = models.DateField()
    # Nobody of the staff when the person did it in the portal; ``door_naam`` says who.
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["vastgelegd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(tekst="") | Q(soort=Stap.VERTELD), name="wensstap_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return str(self.get_uitkomst_display())
