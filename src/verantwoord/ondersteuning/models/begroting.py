"""What the DT&V may spend on contributions in a year."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Organisatie


class BegrotingQuerySet(models.QuerySet["Begroting"]):
    def visible_to(self, viewer: Medewerker) -> "BegrotingQuerySet":
        """It is about nobody: everybody of the DT&V may know what there is."""
        return self.all() if viewer.organisatie == Organisatie.DTV and not viewer.is_systeem else self.none()


class Begroting(models.Model):
    """The amount for contributions in one year, of one team or, without one, of every team that has none of its own."""

    categorie: ClassVar[str] = "configuratie"

    jaar = models.PositiveSmallIntegerField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    bedrag = models.DecimalField(max_digits=11, decimal_places=2)
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Begroting"]] = BegrotingQuerySet.as_manager()

    class Meta:
        verbose_name = _("begroting")
        ordering = ["-jaar", "team__naam", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["jaar", "team"], nulls_distinct=False, name="begroting_once_a_year_and_team"
            ),
            models.CheckConstraint(condition=Q(bedrag__gte=0), name="begroting_is_no_debt"),
            models.CheckConstraint(condition=Q(jaar__gte=2000, jaar__lte=2199), name="begroting_of_a_year"),
        ]

    def __str__(self) -> str:
        return str(self.jaar)


class Begrotingsstap(models.Model):
    """That the amount became another, from what into what, and why. Never changed."""

    categorie: ClassVar[str] = "configuratie"

    alleen_toevoegen = True

    begroting = models.ForeignKey(Begroting, on_delete=models.PROTECT, related_name="stappen")
    oud = models.DecimalField(max_digits=11, decimal_places=2, null=True, blank=True)
    nieuw = models.DecimalField(max_digits=11, decimal_places=2)
    reden = models.TextField()
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["-vastgelegd_op", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(reden=""), name="begrotingsstap_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.oud} → {self.nieuw}"
