import uuid
from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from verantwoord.dossier.models import Dossier
from verantwoord.keten.partner.models import Inzending
from verantwoord.keten.uit.models import (
    Aflevering,
    Bereikbaarheid,
    Logboekuitvoer,
    Ondertekensleutel,
    Ontvanger,
    Poging,
    Uitbericht,
    Uitwisselafspraak,
    Verstrekking,
)
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht

__all__ = [
    "Aflevering",
    "Bereikbaarheid",
    "InkomendBericht",
    "Inzending",
    "Logboekuitvoer",
    "Ondertekensleutel",
    "Ontvanger",
    "Poging",
    "Uitbericht",
    "Uitwisselafspraak",
    "Verstrekking",
]


class InkomendQuerySet(models.QuerySet["InkomendBericht"]):
    def visible_to(self, viewer: Medewerker) -> "InkomendQuerySet":
        """Only for who repairs what could not be taken in; a dossier is never reached through its messages."""
        return self if viewer.heeft(Recht.QUARANTAINE_BEHANDELEN) else self.none()

    def in_quarantaine(self) -> "InkomendQuerySet":
        """What waits for somebody: set apart, or kept and then not dealt with because something broke."""
        blijven_liggen = Q(status="ontvangen", binnen_op__lt=timezone.now() - timedelta(minutes=5))
        return self.filter(Q(status="quarantaine") | blijven_liggen, gesloten_op__isnull=True)


class InkomendBericht(models.Model):
    """One message as it came in, whole, with its fate.

    ``v_nummer``, ``achternaam`` and ``geboortedatum`` are what a message that was taken in said of the person: a
    later message is compared with all of them before it is linked.
    """

    beleid: ClassVar[str] = (
        "(select eigen_rol()) = 'beheerder' or {t}.aangeleverd_door_id = (select zelf())"
        " or {t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
    )

    class Soort(models.TextChoices):
        OVERDRACHT = "overdracht"
        PROCEDURE = "procedure"
        # Sent by a partner about one dossier; what is in it is not for who repairs messages.
        INZENDING = "inzending"

    class Status(models.TextChoices):
        ONTVANGEN = "ontvangen"
        OPGENOMEN = "opgenomen"
        DUBBEL = "dubbel"
        QUARANTAINE = "quarantaine"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=12, choices=Soort.choices)
    binnen_op = models.DateTimeField(db_default=Now())
    # How it came: the file and line, or the account that delivered it over the API.
    bestand = models.CharField(max_length=500, blank=True)
    regel = models.PositiveIntegerField(null=True)
    aangeleverd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    # Absent when it was larger than a message may be: then only its size and digest are kept.
    inhoud = models.BinaryField(null=True)
    omvang = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    bericht_id = models.UUIDField(null=True)
    afzender = models.CharField(max_length=10, choices=Organisatie.choices, null=True)
    volgnummer = models.BigIntegerField(null=True)
    vingerafdruk = models.CharField(max_length=64, null=True)
    status = models.CharField(max_length=12, choices=Status.choices)
    reden = models.CharField(max_length=60, null=True)
    uitleg = models.TextField(blank=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, null=True, related_name="+")
    v_nummer = models.CharField(max_length=10, null=True)
    achternaam = models.CharField(max_length=200, null=True)
    geboortedatum = models.CharField(max_length=10, null=True)
    # Quarantine that a person has dealt with otherwise.
    gesloten_op = models.DateTimeField(null=True)
    gesloten_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    reden_sluiting = models.TextField(blank=True)

    objects: ClassVar[models.Manager["InkomendBericht"]] = InkomendQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["bericht_id"], condition=Q(status="opgenomen"), name="bericht_taken_in_once"
            ),
            models.CheckConstraint(
                condition=Q(gesloten_op__isnull=True) | ~Q(reden_sluiting=""),
                name="bericht_closed_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(status="quarantaine") | Q(reden__isnull=False),
                name="bericht_kept_apart_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["v_nummer"], name="bericht_over_persoon", condition=Q(status="opgenomen")),
            models.Index(fields=["afzender", "volgnummer"], name="bericht_volgorde"),
            models.Index(fields=["sha256"], name="bericht_inhoud", condition=Q(status="quarantaine")),
            models.Index(
                fields=["binnen_op"],
                name="bericht_quarantaine",
                condition=Q(status="quarantaine", gesloten_op__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.status}"
