"""What is asked of the AVIM about a meldplicht, and what is known of each day on which somebody should report."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.dossier.models import Dossier
from verantwoord.kern.toegang import rijen_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import matrixrol
from verantwoord.toezicht.keuzes import Gehoord, Moment, Reden, Verzoekbesluit, Verzoeksoort

CATEGORIE = "toezicht_en_bewaring"


class MeldverzoekQuerySet(models.QuerySet["Meldverzoek"]):
    def visible_to(self, viewer: Medewerker) -> "MeldverzoekQuerySet":
        """For who works on the dossier and reads rows of supervision: the DT&V, the AVIM and the KMar."""
        if CATEGORIE not in rijen_van(matrixrol(viewer)):
            return self.none()
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))

    def wachtend(self) -> "MeldverzoekQuerySet":
        return self.filter(besluit__isnull=True, ingetrokken_op__isnull=True)


class Meldverzoek(models.Model):
    """The regievoerder asks the AVIM something about a meldplicht; only the AVIM decides, with a reason.

    Silence is no decision: whoever asked is told on ``antwoord_voor``.
    """

    categorie: ClassVar[str] = CATEGORIE

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=12, choices=Verzoeksoort)
    reden = models.TextField()
    per_week = models.PositiveSmallIntegerField(null=True, blank=True)
    gevraagd_op = models.DateField()
    antwoord_voor = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    besluit = models.CharField(max_length=12, choices=Verzoekbesluit, null=True, blank=True)
    besluit_reden = models.TextField(blank=True, default="")
    besloten_op = models.DateField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    besloten_door_naam = models.CharField(max_length=200, blank=True, default="")
    ingetrokken_op = models.DateField(null=True, blank=True)

    objects = MeldverzoekQuerySet.as_manager()

    class Meta:
        ordering = ["gevraagd_op", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(reden__regex=r"\S"), name="meldverzoek_says_why"),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True, besloten_door__isnull=True, besloten_op__isnull=True)
                | Q(
                    besluit__isnull=False,
                    besloten_door__isnull=False,
                    besloten_op__isnull=False,
                    besluit_reden__regex=r"\S",
                ),
                name="meldverzoek_decided_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True) | Q(ingetrokken_op__isnull=True),
                name="meldverzoek_decided_or_withdrawn",
            ),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(besluit__isnull=True, ingetrokken_op__isnull=True),
                name="meldverzoek_one_waits",
            ),
        ]
        indexes = [
            models.Index(
                fields=["antwoord_voor"],
                condition=Q(besluit__isnull=True, ingetrokken_op__isnull=True),
                name="meldverzoek_wacht",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())

    @property
    def wacht(self) -> bool:
        """Whether the AVIM still has to decide."""
        return self.besluit is None and self.ingetrokken_op is None


class MeldmomentQuerySet(models.QuerySet["Meldmoment"]):
    def visible_to(self, viewer: Medewerker) -> "MeldmomentQuerySet":
        """As a request about a meldplicht."""
        if CATEGORIE not in rijen_van(matrixrol(viewer)):
            return self.none()
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))

    def geldend(self) -> "MeldmomentQuerySet":
        """What holds of each day: the last that was written about it."""
        laatste = self.order_by("dossier", "plaats", "op", "-pk").distinct("dossier", "plaats", "op")
        return self.filter(pk__in=laatste.values("pk"))


class Meldmoment(models.Model):
    """What is known of one day on which somebody should report. Added, never changed: the last of a day holds.

    A day becomes a missed report (``gemist_op`` in the dossierbeeld) only after the reason was heard, or after it was
    tried to hear it, and only when the AVIM says why it counts. ``plaats`` is the place of the meldplicht in the facts.
    """

    alleen_toevoegen = True
    categorie: ClassVar[str] = CATEGORIE

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    plaats = models.PositiveSmallIntegerField()
    op = models.DateField()
    soort = models.CharField(max_length=12, choices=Moment)
    horen_voor = models.DateField(null=True, blank=True)
    gehoord = models.CharField(max_length=14, choices=Gehoord, blank=True, default="")
    reden = models.CharField(max_length=14, choices=Reden, blank=True, default="")
    toelichting = models.TextField(blank=True, default="")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects = MeldmomentQuerySet.as_manager()

    class Meta:
        ordering = ["op", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort__in=[Moment.VERSCHOOND, Moment.TELT])
                | (~Q(gehoord="") & ~Q(reden="") & Q(toelichting__regex=r"\S")),
                name="meldmoment_heard_before_it_counts",
            ),
            models.CheckConstraint(
                condition=~Q(soort=Moment.GEMIST) | Q(horen_voor__isnull=False),
                name="meldmoment_missed_asks_to_hear",
            ),
        ]
        indexes = [models.Index(fields=["dossier", "plaats", "op", "-id"], name="meldmoment_van_dag")]

    def __str__(self) -> str:
        return f"{self.op:%d-%m-%Y} {self.get_soort_display()}"
