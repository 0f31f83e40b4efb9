from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models.dossier import Dossier, zichtbaar_voor
from verantwoord.toegang.models import Medewerker


class AfwijkverzoekQuerySet(models.QuerySet["Afwijkverzoek"]):
    def visible_to(self, viewer: Medewerker) -> "AfwijkverzoekQuerySet":
        """Exactly as visible as the dossier it is about."""
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))


class Afwijkverzoek(models.Model):
    """A request to deviate from a norm with reasons, and what became of it.

    Approval makes it a fact (``afwijkingen`` of the dossierbeeld), and only that fact lets the norm block nothing. A
    refused or withdrawn request never becomes one, but stays here with its reasons.
    """

    categorie: ClassVar[str] = "dossier"

    class Besluit(models.TextChoices):
        GOEDGEKEURD = "goedgekeurd", _("Goedgekeurd")
        GEWEIGERD = "geweigerd", _("Geweigerd")

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    norm = models.CharField(max_length=80)
    reden = models.TextField()
    geldig_tot = models.DateField()
    gevraagd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gevraagd_op = models.DateField()
    besluit = models.CharField(max_length=12, choices=Besluit, null=True, blank=True)
    besloten_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    besloten_op = models.DateField(null=True, blank=True)
    motivering = models.TextField(blank=True, default="")
    ingetrokken_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingetrokken_op = models.DateField(null=True, blank=True)
    intrekreden = models.TextField(blank=True, default="")

    objects: ClassVar[models.Manager["Afwijkverzoek"]] = AfwijkverzoekQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "norm"],
                condition=Q(besluit__isnull=True, ingetrokken_op__isnull=True),
                name="afwijkverzoek_one_waits_a_norm",
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True, besloten_door__isnull=True, besloten_op__isnull=True)
                | Q(besluit__isnull=False, besloten_door__isnull=False, besloten_op__isnull=False),
                name="afwijkverzoek_decided_by_someone",
            ),
            # Who asks does not decide: the database refuses it too.
            models.CheckConstraint(
                condition=Q(besloten_door__isnull=True) | ~Q(besloten_door=F("gevraagd_door")),
                name="afwijkverzoek_four_eyes",
            ),
        ]
        indexes = [
            models.Index(
                fields=["gevraagd_op"],
                condition=Q(besluit__isnull=True, ingetrokken_op__isnull=True),
                name="afwijkverzoek_wacht",
            )
        ]

    def __str__(self) -> str:
        return self.norm

    @property
    def wacht(self) -> bool:
        """Whether a manager still has to decide."""
        return self.besluit is None and self.ingetrokken_op is None
