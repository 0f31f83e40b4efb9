import uuid
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.spreiding import SPREIDINGEN, Spreiding
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


class Komst(models.TextChoices):
    GEVRAAGD = "gevraagd", _("heeft nog niet geantwoord")
    KOMT = "komt", _("komt")
    KOMT_NIET = "komt_niet", _("komt niet")


class Eigenaar(models.TextChoices):
    """Who takes something up: never one person, for a session judges nobody."""

    REGIEVOERDERS = "regievoerders", _("de regievoerders van deze sessie")
    TEAM = "team", _("het team")
    MANAGER = "manager", _("de manager")
    TRAINERS = "trainers", _("de trainers")
    DTV = "dtv", _("de DT&V")


class DialoogQuerySet(models.QuerySet["Dialoog"]):
    def visible_to(self, viewer: Medewerker) -> "DialoogQuerySet":
        """Who was asked to come and who asked them; to the Inspectie what was reported."""
        gezien = Q(kring__contains=[viewer.pk])
        if viewer.heeft(Recht.DIALOOG_BEANTWOORDEN):
            gezien |= Q(gerapporteerd_op__isnull=False)
        return self.filter(gezien)


class Dialoog(models.Model):
    """One session about one variation. ``kring`` holds the ids of everybody who was asked and of who leads it.

    ``maat`` and ``kwartaal`` name the distribution that the session is about, and ``beeld`` is what was told of it when
    the session was planned. ``rapport_voor`` is the last day of the report to the Inspectie; what was reported stays.
    """

    beleid: ClassVar[str] = (
        "(select zelf()) = any ({t}.kring)"
        " or ({t}.gerapporteerd_op is not null and (select eigen_rol()) = 'inspectie')"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    maat = models.CharField(max_length=30)
    kwartaal = models.CharField(max_length=7)
    beeld = models.JSONField()
    vraag = models.CharField(max_length=300)
    op = models.DateField()
    tijd = models.TimeField(null=True, blank=True)
    plaats = models.CharField(max_length=150)
    teams = models.PositiveSmallIntegerField()
    begeleider = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    kring = ArrayField(models.UUIDField())
    uitkomst = models.TextField(blank=True, default="")
    aanwezig = models.PositiveSmallIntegerField(null=True, blank=True)
    rapport_voor = models.DateField()
    gerapporteerd_op = models.DateField(null=True, blank=True)
    afgezegd_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Dialoog"]] = DialoogQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gerapporteerd_op__isnull=True) | Q(afgezegd_op__isnull=True),
                name="dialoog_reported_or_called_off",
            ),
            models.CheckConstraint(
                condition=Q(gerapporteerd_op__isnull=True)
                | (Q(uitkomst__regex=r"\S") & Q(aanwezig__isnull=False) & Q(gerapporteerd_op__gte=F("op"))),
                name="dialoog_reported_with_an_outcome",
            ),
            models.CheckConstraint(condition=Q(rapport_voor__gte=F("op")), name="dialoog_report_comes_after"),
        ]

    def __str__(self) -> str:
        return self.vraag

    @property
    def spreiding(self) -> Spreiding:
        return SPREIDINGEN[self.maat]

    @property
    def periode(self) -> Kwartaal:
        return Kwartaal.van_code(self.kwartaal)

    @property
    def loopt(self) -> bool:
        """Whether something can still be written in it."""
        return self.gerapporteerd_op is None and self.afgezegd_op is None


class VanDialoogQuerySet(models.QuerySet[Any]):
    def visible_to(self, viewer: Medewerker) -> "VanDialoogQuerySet":
        """Exactly as visible as the session."""
        return self.filter(dialoog__in=Dialoog.objects.visible_to(viewer))


class Genodigde(models.Model):
    """Somebody who was asked to come, and the answer. For the circle alone: a report names nobody."""

    beleid: ClassVar[str] = (
        "exists (select 1 from vakmanschap_dialoog x"
        " where x.id = {t}.dialoog_id and (select zelf()) = any (x.kring))"
    )

    dialoog = models.ForeignKey(Dialoog, on_delete=models.PROTECT, related_name="genodigden")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    antwoord = models.CharField(max_length=10, choices=Komst, default=Komst.GEVRAAGD)

    objects: ClassVar[models.Manager["Genodigde"]] = VanDialoogQuerySet.as_manager()

    class Meta:
        ordering = ["medewerker__naam"]
        constraints = [
            models.UniqueConstraint(fields=["dialoog", "medewerker"], name="genodigde_once_a_session")
        ]

    def __str__(self) -> str:
        return str(self.get_antwoord_display())


class Voorbeeld(models.Model):
    """A retold example that was talked about. Who brought it is not kept: it is about the work."""

    beschermd_door: ClassVar[str] = "dialoog"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dialoog = models.ForeignKey(Dialoog, on_delete=models.PROTECT, related_name="voorbeelden")
    navertelling = models.TextField()
    toegevoegd_op = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager["Voorbeeld"]] = VanDialoogQuerySet.as_manager()

    class Meta:
        ordering = ["toegevoegd_op", "pk"]

    def __str__(self) -> str:
        return self.navertelling[:60]


class Dialoogafspraak(models.Model):
    """What was agreed, who takes it up, and by when."""

    beschermd_door: ClassVar[str] = "dialoog"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dialoog = models.ForeignKey(Dialoog, on_delete=models.PROTECT, related_name="afspraken")
    wat = models.CharField(max_length=300)
    eigenaar = models.CharField(max_length=15, choices=Eigenaar)
    uiterlijk = models.DateField()
    gedaan_op = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Dialoogafspraak"]] = VanDialoogQuerySet.as_manager()

    class Meta:
        ordering = ["uiterlijk", "pk"]

    def __str__(self) -> str:
        return self.wat


class Reactie(models.Model):
    """What the Inspectie answers to a report."""

    beschermd_door: ClassVar[str] = "dialoog"
    alleen_toevoegen = True

    dialoog = models.ForeignKey(Dialoog, on_delete=models.PROTECT, related_name="reacties")
    tekst = models.TextField()
    gegeven_op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["Reactie"]] = VanDialoogQuerySet.as_manager()

    class Meta:
        ordering = ["gegeven_op", "pk"]

    def __str__(self) -> str:
        return self.tekst[:60]
