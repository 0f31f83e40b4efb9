import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.dossier.models import Dossier, Feitrij
from verantwoord.toegang.models import Medewerker
from verantwoord.toetsing.keuzes import Aanleiding, Bron, Conclusie, Moment


class ToetsingQuerySet(models.QuerySet["Toetsing"]):
    def visible_to(self, viewer: Medewerker) -> "ToetsingQuerySet":
        """A toetsing is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Toetsing(Feitrij):
    """What one person weighed about one toetsingsmoment on one day. Added, never changed.

    ``door_naam`` signs it, also when nobody of that name works here. ``afweging_vinger`` is the same for texts that
    differ in white space, case and punctuation only; it finds standard texts and identifies nobody.
    """

    categorie_per: ClassVar[tuple[str, dict[str, str], str]] = (
        "moment",
        {"medisch": "medisch", "mensenhandel": "mensenhandel"},
        "vertrekplan_en_toetsing",
    )

    alleen_toevoegen = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    moment = models.CharField(max_length=20, choices=Moment.choices)
    getoetst_op = models.DateField()
    aanleiding = models.CharField(max_length=20, choices=Aanleiding.choices, default=Aanleiding.GESPREK)
    feiten = models.TextField(blank=True, default="")
    bronnen = models.JSONField(default=list, blank=True)
    afweging = models.TextField(blank=True, default="")
    conclusie = models.CharField(max_length=20, choices=Conclusie.choices)
    vervolg = models.TextField(blank=True, default="")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    afweging_vinger = models.CharField(max_length=64, blank=True, default="", editable=False)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Toetsing"]] = ToetsingQuerySet.as_manager()

    class Meta(Feitrij.Meta):
        constraints = [
            *Feitrij.Meta.constraints,
            models.CheckConstraint(condition=~Q(door_naam=""), name="toetsing_is_signed"),
        ]
        indexes = [
            models.Index(
                fields=["afweging_vinger"], condition=~Q(afweging_vinger=""), name="toetsing_op_afweging"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_moment_display()} {self.getoetst_op:%d-%m-%Y}"


class SignaalQuerySet(models.QuerySet["Signaal"]):
    def visible_to(self, viewer: Medewerker) -> "SignaalQuerySet":
        """A signal is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Signaal(Feitrij):
    """A sign that something may be the matter. It reopens its toetsing until a person has answered it.

    Only ``afgehandeld_op`` is ever filled in later, by the toetsing that answers it; the database keeps the rest.
    """

    categorie_per: ClassVar[tuple[str, dict[str, str], str]] = (
        "moment",
        {"medisch": "medisch", "mensenhandel": "mensenhandel"},
        "vertrekplan_en_toetsing",
    )
    # Whoever reported it keeps seeing what they reported.
    eigen_ook: ClassVar[str] = "door"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    moment = models.CharField(max_length=20, choices=Moment.choices)
    ontvangen_op = models.DateField()
    bron = models.CharField(max_length=20, choices=Bron.choices)
    toelichting = models.TextField(blank=True, default="")
    afgehandeld_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    door_naam = models.CharField(max_length=200, blank=True, default="")
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Signaal"]] = SignaalQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.get_moment_display()} {self.ontvangen_op:%d-%m-%Y}"


class RouteregelQuerySet(models.QuerySet["Routeregel"]):
    def visible_to(self, viewer: Medewerker) -> "RouteregelQuerySet":
        """A line of a route is exactly as visible as the dossier; its words may be shielded, see ``afscherming``."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Routeregel(models.Model):
    """One step that was taken on the route of a toetsingsmoment: who, when, what. Added, never changed.

    The facts of the step live in the dossierbeeld; ``invoer`` keeps everything that was entered, also what the
    dossierbeeld has no field for, as JSON values by field. ``toelichting`` is the free text of the step and
    ``toelichting_vinger`` the same for texts that differ in white space, case and punctuation only. The event of a step
    holds no words, so that what is shielded here shows nowhere else.
    """

    categorie_per: ClassVar[tuple[str, dict[str, str], str]] = (
        "moment",
        {"medisch": "medisch", "mensenhandel": "mensenhandel"},
        "vertrekplan_en_toetsing",
    )

    alleen_toevoegen = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    moment = models.CharField(max_length=20, choices=Moment.choices)
    stap = models.CharField(max_length=30)
    op = models.DateField()
    invoer = models.JSONField(default=dict, blank=True)
    toelichting = models.TextField(blank=True, default="")
    toelichting_vinger = models.CharField(max_length=64, blank=True, default="", editable=False)
    # Nobody of the staff when the person did it in the portal; ``door_naam`` says who.
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Routeregel"]] = RouteregelQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(door_naam=""), name="routeregel_is_signed"),
        ]
        indexes = [
            models.Index(fields=["dossier", "moment", "vastgelegd_op"], name="routeregel_van_dossier"),
            models.Index(
                fields=["toelichting_vinger"],
                condition=~Q(toelichting_vinger=""),
                name="routeregel_op_toelichting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_moment_display()} {self.stap} {self.op:%d-%m-%Y}"


class Concept(models.Model):
    """What somebody is typing about one moment and has not recorded yet; it is theirs alone and goes when it is done."""

    categorie: ClassVar[str] = "dossier"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    moment = models.CharField(max_length=20, choices=Moment.choices)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="+")
    velden = models.JSONField(default=dict)
    bewaard_op = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "moment", "medewerker"], name="toetsingconcept_one_a_person_and_moment"
            )
        ]

    def __str__(self) -> str:
        return self.moment
