"""What partners bring in at an item: a first position, dissent, a vote, something they will do."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.dossier.models import Dossier
from verantwoord.overleg.keuzes import Actiehouder, Oordeel, Partner, SoortTegenspraak
from verantwoord.overleg.models.punt import Agendapunt
from verantwoord.toegang.models import Medewerker

_MET_REDEN = Q(oordeel=Oordeel.AKKOORD) | ~Q(motivering="")


class StandpuntQuerySet(models.QuerySet["Standpunt"]):
    def visible_to(self, viewer: Medewerker) -> "StandpuntQuerySet":
        """One's own organisation's, and everybody's once they are revealed: blind until then, whoever asks."""
        eigen = Q(partner=viewer.organisatie) | Q(punt__onthuld_op__isnull=False)
        return self.filter(eigen, punt__in=Agendapunt.objects.visible_to(viewer))


class Standpunt(models.Model):
    """What one partner thinks before it knows what the others think. One a partner; fixed once revealed.

    ``versie`` counts the savings, so that two colleagues of one organisation lose nothing of each other.
    """

    # Blind in the database too: another's is not there until all are revealed.
    beleid: ClassVar[str] = (
        "exists (select 1 from overleg_agendapunt o where o.id = {t}.punt_id"
        " and (o.onthuld_op is not null or {t}.partner = (select eigen_organisatie())))"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    punt = models.ForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="standpunten")
    partner = models.CharField(max_length=10, choices=Partner)
    oordeel = models.CharField(max_length=15, choices=Oordeel)
    motivering = models.TextField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    gegeven_op = models.DateTimeField()
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Standpunt"]] = StandpuntQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["punt", "partner"], name="standpunt_one_a_partner"),
            models.CheckConstraint(condition=~Q(motivering=""), name="standpunt_says_why"),
        ]

    def __str__(self) -> str:
        return self.partner


class Tegenspraak(models.Model):
    """An alternative, a risk or a question from another partner than the proposer, and the answer to it, given once."""

    beschermd_door: ClassVar[str] = "punt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    punt = models.ForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="tegenspraken")
    partner = models.CharField(max_length=10, choices=Partner)
    soort = models.CharField(max_length=15, choices=SoortTegenspraak)
    tekst = models.TextField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    gegeven_op = models.DateTimeField()
    antwoord = models.TextField(blank=True, default="")
    antwoord_partner = models.CharField(max_length=10, choices=Partner, blank=True, default="")
    antwoord_door = models.CharField(max_length=200, blank=True, default="")
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["gegeven_op", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(tekst=""), name="tegenspraak_says_something")]

    def __str__(self) -> str:
        return self.partner


class Stem(models.Model):
    """One explicit vote. Somebody who thinks again votes again: the last one in time counts, all are kept."""

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "punt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    punt = models.ForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="stemmen")
    nummer = models.PositiveSmallIntegerField()
    partner = models.CharField(max_length=10, choices=Partner)
    oordeel = models.CharField(max_length=15, choices=Oordeel)
    motivering = models.TextField(blank=True, default="")
    schriftelijk = models.BooleanField(default=False)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    gegeven_op = models.DateTimeField()

    class Meta:
        ordering = ["punt_id", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["punt", "nummer"], name="stem_once_in_its_order"),
            models.CheckConstraint(condition=_MET_REDEN, name="stem_against_says_why"),
        ]

    def __str__(self) -> str:
        return self.partner


class Actie(models.Model):
    """What one organisation does, and by when; within its own responsibility (report §2.2)."""

    beschermd_door: ClassVar[str] = "punt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    punt = models.ForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="acties")
    # Of a family only one dossier may be meant.
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    nummer = models.PositiveSmallIntegerField()
    omschrijving = models.CharField(max_length=200)
    eigenaar = models.CharField(max_length=20, choices=Actiehouder)
    uiterlijk = models.DateField(null=True, blank=True)
    gereed_op = models.DateField(null=True, blank=True)
    gereed_door = models.CharField(max_length=200, blank=True, default="")
    toegevoegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["punt_id", "nummer"]
        constraints = [
            models.UniqueConstraint(fields=["punt", "nummer"], name="overlegactie_once_in_its_list"),
            models.CheckConstraint(condition=~Q(omschrijving=""), name="overlegactie_says_what"),
        ]
        indexes = [
            models.Index(fields=["punt"], condition=Q(gereed_op__isnull=True), name="overlegactie_open")
        ]

    def __str__(self) -> str:
        return self.omschrijving
