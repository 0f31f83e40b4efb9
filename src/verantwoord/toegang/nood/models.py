import uuid
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.rechten import Organisatie, Rol

if TYPE_CHECKING:
    from verantwoord.toegang.models import Medewerker

HOOGSTENS: Final = timedelta(minutes=60)


class NoodtoegangQuerySet(models.QuerySet["Noodtoegang"]):
    def visible_to(self, viewer: "Medewerker") -> "NoodtoegangQuerySet":
        """One's own; for a manager also those of her people and of her team's dossiers; for the FG and the Inspectie all.

        What a manager opened is never another manager's to review.
        """
        if viewer.rol in {Rol.FG, Rol.INSPECTIE}:
            return self
        zelf = Q(medewerker=viewer)
        if viewer.rol == Rol.MANAGER and viewer.team_id is not None:
            van_haar = Q(medewerker__team=viewer.team_id) | Q(dossierteam_id=viewer.team_id)
            return self.filter(zelf | (van_haar & ~Q(rol=Rol.MANAGER)))
        return self.filter(zelf)


class Noodtoegang(models.Model):
    """That one person may see one category of one dossier, from now until at most an hour later.

    ``vanaf`` and ``tot`` are the database's own clock, whatever the program says; a trigger refuses every change but
    an earlier end, one review and one escalation. Labels of the person beside the key: a role changes, the row does
    not. ``dossier_id`` is no key, because the row outlives the dossier.
    """

    class Oordeel(models.TextChoices):
        TERECHT = "terecht", _("Terecht: de nood was er, en dit was nodig")
        ONNODIG = "onnodig", _("Niet nodig: het had op de gewone weg gekund")
        ONTERECHT = "onterecht", _("Onterecht: er volgt een gesprek of een melding van een datalek")

    # One's own, those one may review, and all looks at a dossier for who directs it.
    beleid: ClassVar[str] = (
        "{t}.medewerker_id = (select zelf()) or (select eigen_rol()) in ('manager', 'fg', 'inspectie')"
        " or {t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier_id = models.UUIDField()
    # The team that worked on the dossier then: its manager hears of it and may review it.
    dossierteam = models.ForeignKey(
        "toegang.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    medewerker = models.ForeignKey("toegang.Medewerker", on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=20, choices=Rol.choices)
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    categorie = models.CharField(max_length=30)
    reden = models.TextField()
    vanaf = models.DateTimeField()
    tot = models.DateTimeField()
    beoordelen_voor = models.DateField()
    oordeel = models.CharField(max_length=10, choices=Oordeel, null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        "toegang.Medewerker", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    beoordeeld_op = models.DateTimeField(null=True, blank=True)
    toelichting = models.TextField(blank=True, default="")
    geescaleerd_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Noodtoegang"]] = NoodtoegangQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("vanaf")) & Q(tot__lte=F("vanaf") + HOOGSTENS),
                name="noodtoegang_lasts_an_hour_at_most",
            ),
            models.CheckConstraint(condition=Q(reden__regex=r"\S"), name="noodtoegang_has_a_reason"),
            models.CheckConstraint(
                condition=Q(oordeel__isnull=True, beoordeeld_door__isnull=True, beoordeeld_op__isnull=True)
                | Q(
                    oordeel__isnull=False,
                    beoordeeld_door__isnull=False,
                    beoordeeld_op__isnull=False,
                    toelichting__regex=r"\S",
                ),
                name="noodtoegang_reviewed_by_someone",
            ),
            # Who looked does not review: the database refuses it too.
            models.CheckConstraint(
                condition=Q(beoordeeld_door__isnull=True) | ~Q(beoordeeld_door=F("medewerker")),
                name="noodtoegang_four_eyes",
            ),
        ]
        indexes = [
            models.Index(fields=["medewerker", "dossier_id", "-tot"], name="noodtoegang_geldt"),
            models.Index(
                fields=["beoordelen_voor", "id"],
                condition=Q(oordeel__isnull=True),
                name="noodtoegang_te_beoordelen",
            ),
            models.Index(fields=["dossier_id"], name="noodtoegang_van_dossier"),
        ]

    def __str__(self) -> str:
        return f"{self.categorie} {self.vanaf:%d-%m-%Y %H:%M}"
