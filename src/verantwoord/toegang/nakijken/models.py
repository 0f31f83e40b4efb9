import uuid
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.rechten import Organisatie, Recht, Rol

if TYPE_CHECKING:
    from verantwoord.toegang.models import Medewerker


class OpvallendeInzageQuerySet(models.QuerySet["OpvallendeInzage"]):
    def visible_to(self, viewer: "Medewerker") -> "OpvallendeInzageQuerySet":
        """For who watches over the log; nobody sees what was found about oneself or a colleague otherwise."""
        return self if viewer.heeft(Recht.INZAGELOG_BEKIJKEN) else self.none()


class OpvallendeInzage(models.Model):
    """One finding of the rules about who looked: a question to ask, signed off with the answer.

    ``feiten`` counts (days, lookers, files); nothing of the dossier is in it. Labels instead of keys, as in the log.
    """

    class Oordeel(models.TextChoices):
        VERKLAARD = "verklaard", _("Verklaard: er was werk voor")
        GESPREK = "gesprek", _("Niet verklaard: er volgt een gesprek")
        DATALEK = "datalek", _("Datalek: gemeld en behandeld")

    beleid: ClassVar[str] = (
        "{t}.medewerker_id = (select zelf()) or (select eigen_rol()) in ('fg', 'inspectie')"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    regel = models.CharField(max_length=20)
    medewerker_id = models.UUIDField()
    naam = models.CharField(max_length=200)
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    rol = models.CharField(max_length=20, choices=Rol.choices)
    dossier_id = models.UUIDField(null=True, blank=True)
    dag = models.DateField()
    feiten = models.JSONField(default=dict, blank=True)
    gevonden_op = models.DateTimeField(db_default=Now())
    nakijken_voor = models.DateField()
    oordeel = models.CharField(max_length=10, choices=Oordeel, null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        "toegang.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    beoordeeld_op = models.DateTimeField(null=True, blank=True)
    toelichting = models.TextField(blank=True, default="")

    objects: ClassVar[models.Manager["OpvallendeInzage"]] = OpvallendeInzageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["regel", "medewerker_id", "dossier_id", "dag"],
                nulls_distinct=False,
                name="opvallend_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(oordeel__isnull=True, beoordeeld_door__isnull=True, beoordeeld_op__isnull=True)
                | Q(
                    oordeel__isnull=False,
                    beoordeeld_door__isnull=False,
                    beoordeeld_op__isnull=False,
                    toelichting__regex=r"\S",
                ),
                name="opvallend_signed_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(beoordeeld_door__isnull=True) | ~Q(beoordeeld_door=F("medewerker_id")),
                name="opvallend_four_eyes",
            ),
        ]
        indexes = [
            models.Index(
                fields=["nakijken_voor", "id"], condition=Q(oordeel__isnull=True), name="opvallend_wacht"
            ),
            models.Index(fields=["medewerker_id", "regel", "dossier_id"], name="opvallend_eerder"),
        ]

    def __str__(self) -> str:
        return f"{self.regel} {self.dag:%d-%m-%Y}"


class Inzagereden(models.Model):
    """Why somebody opened very many dossiers in an hour, said before going on. It opens the next as many."""

    alleen_toevoegen = True
    beleid: ClassVar[str] = (
        "{t}.medewerker_id = (select zelf()) or (select eigen_rol()) in ('fg', 'inspectie')"
    )

    medewerker = models.ForeignKey("toegang.Medewerker", on_delete=models.PROTECT, related_name="+")
    reden = models.TextField()
    aantal = models.PositiveIntegerField()
    moment = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(reden__regex=r"\S"), name="inzagereden_says_something")
        ]
        indexes = [models.Index(fields=["medewerker", "-moment"], name="inzagereden_van_iemand")]

    def __str__(self) -> str:
        return f"{self.moment:%d-%m-%Y %H:%M}"


class Postcode(models.Model):
    """Where a location is, or where somebody of the staff lives, in the four digits of a postcode and no closer.

    Read by the nightly check alone and shown to nobody. ``locatie`` or ``medewerker``, never both.
    """

    eigen_van: ClassVar[str] = "medewerker"

    locatie = models.CharField(max_length=200, null=True, blank=True, unique=True)
    medewerker = models.OneToOneField(
        "toegang.Medewerker", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    cijfers = models.CharField(max_length=4)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(locatie__isnull=True, medewerker__isnull=False)
                | Q(locatie__isnull=False, medewerker__isnull=True),
                name="postcode_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(cijfers__regex=r"^[1-9][0-9]{3}$"), name="postcode_four_digits"
            ),
        ]

    def __str__(self) -> str:
        return self.cijfers
