from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Parameterwaarde(models.Model):
    """The number of a norm that is a choice of the project, with the period in which it holds.

    Numbers that the law gives are not here: they change only with a new rule set.
    """

    categorie: ClassVar[str] = "configuratie"

    norm = models.CharField(max_length=80)
    naam = models.CharField(max_length=80)
    waarde = models.IntegerField()
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True)
    reden = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("geldig_van")),
                name="parameterwaarde_ends_after_it_begins",
            ),
            models.CheckConstraint(condition=Q(waarde__gte=0), name="parameterwaarde_is_not_negative"),
            models.UniqueConstraint(fields=["norm", "naam", "geldig_van"], name="parameterwaarde_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.norm}.{self.naam} = {self.waarde}"


class Landmedewerking(models.Model):
    """Whether a country issues travel documents, for voluntary and for forced return apart, as known on a day.

    Report 3.1. A newer statement comes beside the older one, which stays for older days. Norms never read this table:
    they read the dossier, where a regievoerder puts what holds for that person.
    """

    categorie: ClassVar[str] = "configuratie"

    land = models.CharField(max_length=3)
    lp_vrijwillig = models.BooleanField(null=True, blank=True)
    lp_gedwongen = models.BooleanField(null=True, blank=True)
    per = models.DateField()
    bron = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["land", "per"], name="landmedewerking_once_a_day"),
            models.CheckConstraint(
                condition=Q(land__regex="^[A-Z]{3}$"), name="landmedewerking_land_is_alpha_3"
            ),
            models.CheckConstraint(condition=~Q(bron=""), name="landmedewerking_has_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.land} {self.per:%d-%m-%Y}"
