from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from verantwoord.dossier.models import Dossier
from verantwoord.dossier.models.dossier import zichtbaar_voor
from verantwoord.toegang.models import Medewerker, Team


class StandQuerySet(models.QuerySet["Stand"]):
    def visible_to(self, viewer: Medewerker) -> "StandQuerySet":
        """Exactly as visible as the dossier it tells about."""
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))


class Stand(models.Model):
    """How one dossier stands: the row of a work list, made again after every event and every night.

    Everything here is derived; ``beeld`` holds the facts it was derived from. Order of work lists: ``volgende_op``
    (the next legal date), then ``ontvangen_op`` (arrival). Nothing about the person orders or filters.
    """

    beleid: ClassVar[str] = (
        "((select eigen_rol()) in ('regievoerder', 'manager') and in_eigen_dossier({t}.dossier_id))"
    )

    dossier = models.OneToOneField(Dossier, primary_key=True, on_delete=models.CASCADE, related_name="+")
    regievoerder = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    peildatum = models.DateField()
    regelset = models.CharField(max_length=40)
    beeld = models.TextField()
    fase = models.CharField(max_length=40)
    gesloten = models.BooleanField()
    locatie = models.CharField(max_length=200)
    verblijfsoort = models.CharField(max_length=10)
    ontvangen_op = models.DateField()
    volgende_norm = models.CharField(max_length=80, null=True)
    volgende_op = models.DateField(null=True)
    # The day on which each termijn ends that has one, by its name; for a calendar.
    termijnen = models.JSONField(default=dict)
    # What the work list shows in marks and words, in the shape of ``kern.lijstregel``.
    regel = models.JSONField()
    # By which the night sees whether any answer for a partner became another; empty as long as none was kept.
    antwoorden = models.CharField(max_length=32, default="")
    gewijzigd_op = models.DateTimeField()

    objects: ClassVar[models.Manager["Stand"]] = StandQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                "regievoerder",
                F("volgende_op").asc(nulls_last=True),
                "ontvangen_op",
                "dossier",
                name="stand_caseload",
                condition=Q(gesloten=False),
            ),
            models.Index(
                "team",
                F("volgende_op").asc(nulls_last=True),
                "ontvangen_op",
                "dossier",
                name="stand_team",
                condition=Q(gesloten=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.fase}"


class OpenBevinding(models.Model):
    """What a norm found open in a dossier, from the day it was first found until the day it no longer was.

    Kept after it closed, with rule set, peildatum and the sentence that named the facts, so that an old answer
    can be explained years later.
    """

    categorie: ClassVar[str] = "dossier"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    norm = models.CharField(max_length=80)
    oordeel = models.CharField(max_length=20)
    gevolg = models.CharField(max_length=20)
    uitleg = models.TextField()
    uiterlijk_op = models.DateField(null=True)
    ontbreekt = models.JSONField(default=list)
    blokkeert = models.JSONField(default=list)
    regelset = models.CharField(max_length=40)
    van = models.DateField()
    tot = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "norm"], condition=Q(tot__isnull=True), name="bevinding_open_once_a_norm"
            )
        ]
        indexes = [
            models.Index(fields=["norm", "dossier"], name="bevinding_open", condition=Q(tot__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.norm}: {self.oordeel}"
