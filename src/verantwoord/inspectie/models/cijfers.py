"""Management information: how many cases were laid before the IND in a year, and what must be known of that figure."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker


class Voorlegging(models.TextChoices):
    """The ways in which a case comes before the IND. Report §3.3."""

    ARTIKEL_64 = "artikel_64", _("Medisch: artikel 64, ambtshalve")
    BUITEN_SCHULD = "buiten_schuld", _("Buiten schuld: zwaarwegend advies")
    SCHRIJNEND = "schrijnend", _("Schrijnend: ingediend")
    SCHRIJNEND_INFORMEEL = "schrijnend_informeel", _("Schrijnend: in vooroverleg, informeel")


class Jaarcijfer(models.Model):
    """A figure that was given to the Inspectie for a year before this program counted itself. ``aantal`` may be not known."""

    categorie: ClassVar[str] = "configuratie"

    soort = models.CharField(max_length=20, choices=Voorlegging)
    jaar = models.PositiveSmallIntegerField()
    aantal = models.PositiveIntegerField(null=True, blank=True)
    bron = models.CharField(max_length=200)

    class Meta:
        ordering = ["soort", "jaar"]
        constraints = [models.UniqueConstraint(fields=["soort", "jaar"], name="jaarcijfer_once")]

    def __str__(self) -> str:
        return f"{self.soort} {self.jaar}"


class Cijferopmerking(models.Model):
    """What must be known to read a figure: it goes wherever the figure goes. Over the years ``van_jaar`` to ``tot_jaar``."""

    class Aard(models.TextChoices):
        ONVOLLEDIG = "onvolledig", _("Het cijfer is niet volledig")
        REGISTRATIE = "registratie", _("De registratie is niet eenduidig")
        OMSTANDIGHEID = "omstandigheid", _("Een omstandigheid die kan meespelen")
        BETEKENIS = "betekenis", _("Wat het cijfer wel en niet telt")
        STEUN = "steun", _("Wat het cijfer bevestigt")

    categorie: ClassVar[str] = "configuratie"

    soort = models.CharField(max_length=20, choices=Voorlegging)
    van_jaar = models.PositiveSmallIntegerField()
    tot_jaar = models.PositiveSmallIntegerField()
    aard = models.CharField(max_length=15, choices=Aard)
    tekst = models.TextField()
    bron = models.CharField(max_length=200)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    moment = models.DateTimeField(db_default=Now())
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["soort", "van_jaar", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(tot_jaar__gte=F("van_jaar")), name="opmerking_years_in_order"),
            models.CheckConstraint(condition=Q(tekst__regex=r"\S"), name="opmerking_says_something"),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True)
                | Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
                name="opmerking_taken_back_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.aard
