"""Meetings and their series: when, where, who sits at the table and who chairs. Nothing here is about a person's case."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from verantwoord.overleg.keuzes import LKO_SOORTEN, Overlegstand, Partner, Soort
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Recht


def aan_tafel(viewer: Medewerker, *, via: str = "") -> Q:
    """The condition on a meeting or a series, reached by ``via``, under which this person sits at that table.

    A whole team does for its organisation, or one named person (as in the RAO); never a role alone.
    """
    if not viewer.heeft(Recht.OVERLEG_BIJWONEN):
        return Q(pk__in=[])
    zelf = Q(**{f"{via}medewerker": viewer})
    if viewer.team_id is None:
        return zelf
    return zelf | Q(**{f"{via}team": viewer.team_id, f"{via}medewerker__isnull": True})


class OverlegreeksQuerySet(models.QuerySet["Overlegreeks"]):
    def visible_to(self, viewer: Medewerker) -> "OverlegreeksQuerySet":
        return self.filter(pk__in=Reeksdeelnemer.objects.filter(aan_tafel(viewer)).values("reeks"))


class Overlegreeks(models.Model):
    """A meeting that comes back: of one location (LKO), of a region (RAO) or of the country (Deelberaad)."""

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=10, choices=Soort)
    naam = models.CharField(max_length=100, unique=True)
    # An LKO is about who lives at one location; an RAO takes the locations of its region.
    locaties = models.JSONField(default=list, blank=True)
    om_de_weken = models.PositiveSmallIntegerField(default=4)
    eerste_op = models.DateField()
    begin = models.TimeField()
    tot = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Overlegreeks"]] = OverlegreeksQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(condition=Q(om_de_weken__gte=1), name="overlegreeks_every_week_at_most")
        ]

    def __str__(self) -> str:
        return self.naam


class Reeksdeelnemer(models.Model):
    """Who sits at the table of every meeting of a series, for which organisation."""

    categorie: ClassVar[str] = "configuratie"

    reeks = models.ForeignKey(Overlegreeks, on_delete=models.CASCADE, related_name="deelnemers")
    organisatie = models.CharField(max_length=10, choices=Partner)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reeks", "organisatie", "team", "medewerker"],
                nulls_distinct=False,
                name="reeksdeelnemer_once",
            )
        ]

    def __str__(self) -> str:
        return self.organisatie


class OverlegQuerySet(models.QuerySet["Overleg"]):
    def visible_to(self, viewer: Medewerker) -> "OverlegQuerySet":
        """Only for who sits at that table; a guest of one item does not."""
        return self.filter(pk__in=Deelnemer.objects.filter(aan_tafel(viewer)).values("overleg"))


class Overleg(models.Model):
    """One meeting. ``soort`` says what it turned out to be: an LKO without one of the four is a small one (report §3.4).

    ``voorzitter_rooster`` is whom the rotation proposed, ``voorzitter`` who chairs; where they differ there is a reason.
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reeks = models.ForeignKey(
        Overlegreeks, on_delete=models.PROTECT, null=True, blank=True, related_name="overleggen"
    )
    soort = models.CharField(max_length=10, choices=Soort)
    naam = models.CharField(max_length=100)
    locaties = models.JSONField(default=list, blank=True)
    datum = models.DateField()
    begin = models.TimeField()
    stand = models.CharField(max_length=10, choices=Overlegstand, default=Overlegstand.GEPLAND)
    voorzitter_rooster = models.CharField(max_length=10, choices=Partner)
    voorzitter = models.CharField(max_length=10, choices=Partner)
    reden_voorzitter = models.TextField(blank=True, default="")
    notulist = models.CharField(max_length=10, choices=Partner)
    begonnen_op = models.DateTimeField(null=True, blank=True)
    afgerond_op = models.DateTimeField(null=True, blank=True)
    reden_vervallen = models.TextField(blank=True, default="")
    # Counts every change that a page of this meeting shows.
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Overleg"]] = OverlegQuerySet.as_manager()

    class Meta:
        ordering = ["datum", "begin", "naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["reeks", "datum"],
                condition=Q(reeks__isnull=False),
                name="overleg_once_a_day_in_its_series",
            ),
            models.CheckConstraint(
                condition=Q(voorzitter=models.F("voorzitter_rooster")) | ~Q(reden_voorzitter=""),
                name="overleg_other_chair_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["datum", "stand"], name="overleg_op_datum")]

    def __str__(self) -> str:
        return f"{self.naam} {self.datum:%d-%m-%Y}"

    @property
    def is_lko(self) -> bool:
        return self.soort in LKO_SOORTEN


class Deelnemer(models.Model):
    """Who sits at the table of one meeting, for which organisation, and whether they came.

    ``aanwezig`` is unknown until the chair recorded it; ``namen`` says who came.
    """

    categorie: ClassVar[str] = "configuratie"

    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="deelnemers")
    organisatie = models.CharField(max_length=10, choices=Partner)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    aanwezig = models.BooleanField(null=True)
    namen = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["overleg", "organisatie", "team", "medewerker"],
                nulls_distinct=False,
                name="deelnemer_once",
            )
        ]
        indexes = [models.Index(fields=["team", "overleg"], name="deelnemer_van_team")]

    def __str__(self) -> str:
        return self.organisatie
