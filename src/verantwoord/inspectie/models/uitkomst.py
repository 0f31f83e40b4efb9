"""What came out of an onderzoek: conclusions, recommendations, what those asked answer, and what is measured since."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.inspectie.models.onderzoek import Onderzoek
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie


class Conclusie(models.Model):
    """One conclusion, in its order, with the paragraph of the report where it stands."""

    beschermd_door: ClassVar[str] = "onderzoek"

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="conclusies")
    volgorde = models.PositiveSmallIntegerField()
    kop = models.CharField(_("onderwerp"), max_length=120)
    tekst = models.TextField(_("conclusie"))
    paragraaf = models.CharField(_("paragraaf"), max_length=40, blank=True, default="")

    class Meta:
        ordering = ["onderzoek", "volgorde"]
        constraints = [models.UniqueConstraint(fields=["onderzoek", "volgorde"], name="conclusie_one_place")]

    def __str__(self) -> str:
        return self.kop


class Aanbeveling(models.Model):
    """One recommendation: what, to whom, and by which measures one will see whether it was followed.

    ``maten`` are names of the kwaliteitsmeting. Report §4.2.
    """

    beschermd_door: ClassVar[str] = "onderzoek"

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="aanbevelingen")
    volgorde = models.PositiveSmallIntegerField()
    tekst = models.TextField(_("aanbeveling"))
    paragraaf = models.CharField(_("paragraaf"), max_length=40, blank=True, default="")
    aan = ArrayField(models.CharField(max_length=10, choices=Organisatie.choices))
    maten = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    # What no measure says: how one sees that it was followed.
    anders_te_zien = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["onderzoek", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "volgorde"], name="aanbeveling_one_place"),
            models.CheckConstraint(condition=Q(aan__len__gte=1), name="aanbeveling_to_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.volgorde}"


class Reactieverzoek(models.Model):
    """That an organisation was asked what it does with a recommendation, and by which day the answer is asked."""

    beschermd_door: ClassVar[str] = "aanbeveling"

    aanbeveling = models.ForeignKey(Aanbeveling, on_delete=models.PROTECT, related_name="verzoeken")
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    gevraagd_op = models.DateField()
    uiterlijk = models.DateField()
    herinnerd_op = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["aanbeveling", "organisatie"]
        constraints = [
            models.UniqueConstraint(fields=["aanbeveling", "organisatie"], name="reactie_asked_once"),
            models.CheckConstraint(
                condition=Q(uiterlijk__gte=F("gevraagd_op")), name="reactie_after_the_question"
            ),
        ]
        indexes = [models.Index(fields=["uiterlijk"], name="reactie_uiterlijk")]

    def __str__(self) -> str:
        return f"{self.organisatie} {self.uiterlijk:%d-%m-%Y}"


class Reactie(models.Model):
    """What an organisation answers to a recommendation. A later answer comes beside the earlier, which stays."""

    class Standpunt(models.TextChoices):
        GEHEEL = "geheel", _("Neemt de aanbeveling over")
        DEELS = "deels", _("Neemt de aanbeveling voor een deel over")
        NIET = "niet", _("Neemt de aanbeveling niet over")

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "verzoek"

    verzoek = models.ForeignKey(Reactieverzoek, on_delete=models.PROTECT, related_name="reacties")
    standpunt = models.CharField(max_length=6, choices=Standpunt)
    tekst = models.TextField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    moment = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(tekst__regex=r"\S"), name="reactie_says_something")]

    def __str__(self) -> str:
        return self.standpunt


class Meetpunt(models.Model):
    """One figure of the report itself, from which the follow-up begins: in how many of how many dossiers it was found.

    What is measured since is not kept here: it is what the kwaliteitsmeting told. Only rows with ``uit_rapport`` are read.
    """

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "onderzoek"

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="meetpunten")
    maat = models.CharField(max_length=60)
    peildatum = models.DateField()
    aantal = models.PositiveIntegerField()
    totaal = models.PositiveIntegerField()
    uit_rapport = models.BooleanField(default=False)

    class Meta:
        ordering = ["maat", "peildatum"]
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "maat", "peildatum"], name="meetpunt_once_a_day"),
            models.CheckConstraint(condition=Q(aantal__lte=F("totaal")), name="meetpunt_is_a_share"),
        ]

    def __str__(self) -> str:
        return f"{self.maat} {self.peildatum:%d-%m-%Y}"
