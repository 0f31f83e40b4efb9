import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol
from verantwoord.vakmanschap.beleid import IS_TRAINER, VERPLICHT, van_manager, zelf


class Voor(models.TextChoices):
    """For whom a course is mandatory; the report names all three."""

    NIEUW = "nieuw", _("Verplicht voor wie nieuw is")
    ERVAREN = "ervaren", _("Verplicht voor wie hier langer werkt")
    IEDEREEN = "iedereen", _("Verplicht voor iedereen")
    VRIJ = "vrij", _("Vrije keuze")


class Vorm(models.TextChoices):
    GROEP = "groep", _("In een groep")
    ONLINE = "online", _("Online, op een eigen moment")
    WERKPLEK = "werkplek", _("Op de werkplek")


class Uitkomst(models.TextChoices):
    """What came of it. A grade says less than the evidence, so there is none."""

    GEVOLGD = "gevolgd", _("Gevolgd")
    BEHAALD = "behaald", _("Behaald")
    OPNIEUW = "opnieuw", _("Nog een keer nodig")


GELDT = (Uitkomst.GEVOLGD, Uitkomst.BEHAALD)


class Trainer(models.Model):
    """That somebody is a trainer, from the day a manager or administrator said so until the day it ended.

    A designation and not a role or a right: a trainer is a regievoerder with experience and keeps that work, everybody
    has one role, and a right would come with the role to all who have it. Nobody designates oneself.
    """

    categorie: ClassVar[str] = "configuratie"

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    aangewezen_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    beeindigd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker"], condition=Q(tot__isnull=True), name="trainer_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(medewerker=F("aangewezen_door")), name="trainer_designated_by_another"
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True, beeindigd_door__isnull=True)
                | Q(tot__gte=F("van"), beeindigd_door__isnull=False),
                name="trainer_ended_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.van:%d-%m-%Y}"


class VanMedewerkerQuerySet(models.QuerySet[Any]):
    """Rows about one colleague each."""

    def visible_to(self, viewer: Medewerker) -> "VanMedewerkerQuerySet":
        """One's own; all of them for a trainer; those of the team for its manager."""
        zicht = Q(medewerker=viewer)
        if viewer.rol == Rol.MANAGER and viewer.team_id is not None:
            zicht |= self.van_team(viewer.team_id)
        trainers = Trainer.objects.filter(medewerker=viewer, tot__isnull=True)
        return self.filter(zicht | Q(models.Exists(trainers)))

    def van_team(self, team_id: int) -> Q:
        """What a manager may see of the team."""
        return Q(medewerker__team=team_id)


class Loopbaan(models.Model):
    """Since when somebody does this work: it says which courses are for this person."""

    beleid: ClassVar[str] = f"{zelf()} or {IS_TRAINER} or {van_manager()}"

    medewerker = models.OneToOneField(
        Medewerker, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    begonnen_op = models.DateField()
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["Loopbaan"]] = VanMedewerkerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.begonnen_op:%d-%m-%Y}"


class Cursus(models.Model):
    """One course of the catalogue.

    ``termijn_dagen`` is how long somebody has from the day the course is for them; ``geldt_vanaf`` is the first day on
    which it is mandatory. ``geldig_maanden`` is how long it holds; empty means that once is enough.
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    titel = models.CharField(max_length=150, unique=True)
    doel = models.TextField()
    voor = models.CharField(max_length=10, choices=Voor)
    vorm = models.CharField(max_length=10, choices=Vorm)
    met_oefening = models.BooleanField(default=False)
    aanbieder = models.CharField(max_length=150)
    uren = models.DecimalField(max_digits=5, decimal_places=1)
    geldt_vanaf = models.DateField(null=True, blank=True)
    termijn_dagen = models.PositiveSmallIntegerField(null=True, blank=True)
    geldig_maanden = models.PositiveSmallIntegerField(null=True, blank=True)
    bron = models.CharField(max_length=300)
    vervallen_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["titel"]
        constraints = [
            models.CheckConstraint(
                condition=Q(voor="vrij") | Q(geldt_vanaf__isnull=False, termijn_dagen__isnull=False),
                name="cursus_mandatory_says_by_when",
            ),
            models.CheckConstraint(condition=Q(uren__gt=0), name="cursus_takes_time"),
        ]

    def __str__(self) -> str:
        return self.titel


class DeelnameQuerySet(VanMedewerkerQuerySet):
    def van_team(self, team_id: int) -> Q:
        """Of what is mandatory only: what somebody learns of their own choice is no matter of the manager's."""
        return Q(medewerker__team=team_id) & ~Q(cursus__voor=Voor.VRIJ)


class Deelname(models.Model):
    """That somebody enrolled in a course, and what came of it.

    ``geldig_tot`` is worked out when the result is written, so that a change of the catalogue takes nothing away.
    """

    beleid: ClassVar[str] = f"{zelf()} or {IS_TRAINER} or ({van_manager()} and {VERPLICHT})"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cursus = models.ForeignKey(Cursus, on_delete=models.PROTECT, related_name="+")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    aangemeld_op = models.DateField()
    gepland_op = models.DateField(null=True, blank=True)
    afgemeld_op = models.DateField(null=True, blank=True)
    gedaan_op = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst, blank=True, default="")
    bewijs = models.CharField(max_length=200, blank=True, default="")
    geldig_tot = models.DateField(null=True, blank=True)
    vastgelegd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects: ClassVar[models.Manager["Deelname"]] = DeelnameQuerySet.as_manager()

    class Meta:
        ordering = ["aangemeld_op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["cursus", "medewerker"],
                condition=Q(gedaan_op__isnull=True, afgemeld_op__isnull=True),
                name="deelname_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(gedaan_op__isnull=True, uitkomst="", vastgelegd_door__isnull=True)
                | (Q(gedaan_op__isnull=False, vastgelegd_door__isnull=False) & ~Q(uitkomst="")),
                name="deelname_done_has_a_result",
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(uitkomst__in=GELDT), name="deelname_valid_when_done"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aangemeld_op:%d-%m-%Y}"
