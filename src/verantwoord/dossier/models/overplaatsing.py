import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models.dossier import Dossier, zichtbaar_voor
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Rol

# Who takes part in a transfer: those who direct the case, and the COA that gives the place.
_PARTIJEN = frozenset({Rol.REGIEVOERDER, Rol.MANAGER, Rol.COA})


class OverplaatsingQuerySet(models.QuerySet["Overplaatsing"]):
    def visible_to(self, viewer: Medewerker) -> "OverplaatsingQuerySet":
        """For who directs the case and for the COA, in a dossier that is theirs to work on."""
        if viewer.rol not in _PARTIJEN:
            return self.none()
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))

    def lopend(self) -> "OverplaatsingQuerySet":
        return self.filter(stand__in=Overplaatsing.LOPEND, dossier__gesloten_op__isnull=True)


class Overplaatsing(models.Model):
    """A transfer to a vbl or a gezinslocatie: asked of the COA, handed over by two people, and then seen to arrive.

    What the COA must know to give a place, and nothing of why; that is in :class:`Overplaatsingsgrond`. The person
    lives where they live until somebody records that they arrived. Leidraad Terugkeer en Vertrek:
    Vrijheidsbeperkende maatregel, Gezinslocatie; norm overplaatsing-compleet-dossier.
    """

    class Naar(models.TextChoices):
        VBL = "vbl", _("Vrijheidsbeperkende locatie (vbl)")
        GL = "gl", _("Gezinslocatie")

    class Stand(models.TextChoices):
        GEVRAAGD = "gevraagd", _("Gevraagd aan het COA")
        VRAAG = "vraag", _("Het COA heeft een vraag")
        AKKOORD = "akkoord", _("Plaats gereserveerd")
        OVERGEDRAGEN = "overgedragen", _("Overgedragen")
        AANGEKOMEN = "aangekomen", _("Aangekomen")
        NIET_AANGEKOMEN = "niet_aangekomen", _("Niet aangekomen")
        INGETROKKEN = "ingetrokken", _("Ingetrokken")

    LOPEND: ClassVar[tuple[str, ...]] = ("gevraagd", "vraag", "akkoord", "overgedragen")

    # As the questions for more: those who direct the case, and the COA in a dossier that is theirs to work on.
    beleid: ClassVar[str] = (
        "{t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
        " or (((select in_lijst('dossier')) or (select eigen_rol()) = 'coa')"
        " and in_eigen_dossier({t}.dossier_id))"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    # The transfers of one family that were asked in one act share it.
    gezin = models.UUIDField(null=True, blank=True)
    naar = models.CharField(max_length=3, choices=Naar)
    locatie = models.CharField(max_length=200)
    gewenst_op = models.DateField()
    antwoord_voor = models.DateField()
    toelichting = models.TextField()
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    stand = models.CharField(max_length=15, choices=Stand, default=Stand.GEVRAAGD)

    objects: ClassVar[models.Manager["Overplaatsing"]] = OverplaatsingQuerySet.as_manager()

    class Meta:
        ordering = ["gevraagd_op", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(locatie__regex=r"\S") & Q(toelichting__regex=r"\S"),
                name="overplaatsing_says_where_and_what",
            ),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(stand__in=("gevraagd", "vraag", "akkoord", "overgedragen")),
                name="overplaatsing_one_at_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["dossier", "-gevraagd_op"], name="overplaatsing_van_dossier"),
            models.Index(fields=["gezin"], name="overplaatsing_van_gezin"),
        ]

    def __str__(self) -> str:
        return f"{self.naar} {self.locatie}"

    @property
    def loopt(self) -> bool:
        """Whether somebody still has to do something before the person is there."""
        return self.stand in self.LOPEND


class OverplaatsingsgrondQuerySet(models.QuerySet["Overplaatsingsgrond"]):
    def visible_to(self, viewer: Medewerker) -> "OverplaatsingsgrondQuerySet":
        """For who directs the case alone."""
        if viewer.rol not in {Rol.REGIEVOERDER, Rol.MANAGER}:
            return self.none()
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))


class Overplaatsingsgrond(models.Model):
    """Why somebody may be transferred: the prospect of return with its reasons, and the measure of Vw 2000 art. 56.

    The vbl asks both; a gezinslocatie asks the measure alone, for it has no term (norm gezinslocatie-ferreira).
    """

    alleen_toevoegen = True
    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    overplaatsing = models.OneToOneField(
        Overplaatsing, on_delete=models.CASCADE, primary_key=True, related_name="grond"
    )
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    zicht_op_terugkeer = models.TextField(blank=True)
    maatregel = models.CharField(max_length=200)
    maatregel_op = models.DateField()

    objects: ClassVar[models.Manager["Overplaatsingsgrond"]] = OverplaatsingsgrondQuerySet.as_manager()

    def __str__(self) -> str:
        return self.maatregel


class OverplaatsingsstapQuerySet(models.QuerySet["Overplaatsingsstap"]):
    def visible_to(self, viewer: Medewerker) -> "OverplaatsingsstapQuerySet":
        """As visible as the transfer it is a step of."""
        return self.filter(overplaatsing__in=Overplaatsing.objects.visible_to(viewer))


class Overplaatsingsstap(models.Model):
    """What one person did in a transfer, on a day, in their own words. Added, never changed.

    The hand-over is one step of the regievoerder and one of the COA: one of each, and never by the same person.
    """

    class Soort(models.TextChoices):
        GEVRAAGD = "gevraagd", _("Gevraagd aan het COA")
        VRAAG = "vraag", _("Vraag van het COA")
        REACTIE = "reactie", _("Antwoord van de DT&V")
        AKKOORD = "akkoord", _("Plaats gereserveerd door het COA")
        OVERGEDRAGEN = "overgedragen", _("Dossier overgedragen")
        AANGEKOMEN = "aangekomen", _("Aangekomen")
        NIET_AANGEKOMEN = "niet_aangekomen", _("Niet aangekomen")
        INGETROKKEN = "ingetrokken", _("Ingetrokken")

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "overplaatsing"

    overplaatsing = models.ForeignKey(Overplaatsing, on_delete=models.CASCADE, related_name="stappen")
    soort = models.CharField(max_length=15, choices=Soort)
    # What they were when they did it: people change jobs, the record does not.
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateField()
    tekst = models.TextField(blank=True)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Overplaatsingsstap"]] = OverplaatsingsstapQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["overplaatsing", "organisatie"],
                condition=Q(soort="overgedragen"),
                name="overdracht_once_an_organisation",
            ),
            models.UniqueConstraint(
                fields=["overplaatsing", "door"],
                condition=Q(soort="overgedragen"),
                name="overdracht_four_eyes",
            ),
            models.CheckConstraint(
                condition=~Q(soort="overgedragen")
                | (Q(organisatie__in=("dtv", "coa")) & Q(tekst__regex=r"\S")),
                name="overdracht_of_dtv_and_coa",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.op}"
