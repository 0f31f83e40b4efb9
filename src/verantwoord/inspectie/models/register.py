"""Whom an onderzoek spoke and what it read besides dossiers: roles and documents, never names of people."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from verantwoord.inspectie.models.onderzoek import Onderzoek


class Interviewtabel(models.Model):
    """One table of the register: interviews by location, or a list by function. Report §1.6, tables a, b and c.

    ``genoemd`` is how many the text of the report says, beside what the table adds up to.
    """

    beschermd_door: ClassVar[str] = "onderzoek"

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="interviewtabellen")
    volgorde = models.PositiveSmallIntegerField()
    titel = models.CharField(_("titel"), max_length=100)
    # The columns of a table by location, in order; of a list none.
    locaties = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    genoemd = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["onderzoek", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "volgorde"], name="interviewtabel_one_place")
        ]

    def __str__(self) -> str:
        return self.titel


class Interview(models.Model):
    """One interview, or some with people of one function on one day. Never who: the function, the organisation, the place."""

    beschermd_door: ClassVar[str] = "tabel"

    tabel = models.ForeignKey(Interviewtabel, on_delete=models.PROTECT, related_name="interviews")
    functie = models.CharField(_("functie"), max_length=100)
    organisatie = models.CharField(_("organisatie"), max_length=100, blank=True, default="")
    locatie = models.CharField(_("locatie"), max_length=100, blank=True, default="")
    op = models.DateField(_("datum"), null=True, blank=True)
    aantal = models.PositiveSmallIntegerField(_("aantal personen"), default=1)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.functie


class Overlegbezoek(models.Model):
    """Whether an overleg at a location was attended."""

    beschermd_door: ClassVar[str] = "tabel"

    tabel = models.ForeignKey(Interviewtabel, on_delete=models.PROTECT, related_name="bezoeken")
    overleg = models.CharField(_("overleg"), max_length=20, default="LKO")
    locatie = models.CharField(_("locatie"), max_length=100, blank=True, default="")
    bijgewoond = models.BooleanField(_("bijgewoond"))
    op = models.DateField(_("datum"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["tabel", "overleg", "locatie"], name="bezoek_said_once")
        ]

    def __str__(self) -> str:
        return self.overleg


class Bron(models.Model):
    """One document of the desk research: what it is, where it came from, of which day, and what it was read for."""

    beschermd_door: ClassVar[str] = "onderzoek"

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="bronnen")
    titel = models.CharField(_("document"), max_length=200)
    herkomst = models.CharField(_("van wie"), max_length=100)
    van = models.DateField(_("datum van het document"), null=True, blank=True)
    waarvoor = models.CharField(_("waarvoor"), max_length=300)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(waarvoor__regex=r"\S"), name="bron_read_for_something")
        ]

    def __str__(self) -> str:
        return self.titel
