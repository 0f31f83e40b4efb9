import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from verantwoord.dossier.models import Dossier
from verantwoord.dossier.models.dossier import zichtbaar_voor
from verantwoord.toegang.models import Medewerker
from verantwoord.toezicht.bewaring.inhoud import Inhoud, lees_inhoud
from verantwoord.toezicht.bewaring.keuzes import LOPEND, Regelsoort, Stand, Waarvoor


class Aanwijzing(models.Model):
    """Who may impose detention, or sign for the board about a minor, from a day until a day.

    Proposed by one administrator and confirmed by another; before that it gives nothing, after its last day neither.
    Report §2.2; Vw 2000 art. 59.
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    waarvoor = models.CharField(max_length=10, choices=Waarvoor)
    kenmerk = models.CharField(max_length=200)
    van = models.DateField()
    tot = models.DateField()
    voorgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateField()
    bevestigd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    bevestigd_op = models.DateField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingetrokken_op = models.DateField(null=True, blank=True)
    intrekreden = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["-van", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="aanwijzing_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(bevestigd_door__isnull=True, bevestigd_op__isnull=True)
                | Q(bevestigd_door__isnull=False, bevestigd_op__isnull=False),
                name="aanwijzing_confirmed_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(bevestigd_door__isnull=True) | ~Q(bevestigd_door=F("voorgesteld_door")),
                name="aanwijzing_four_eyes",
            ),
            # Nobody gives the power to oneself.
            models.CheckConstraint(
                condition=~Q(medewerker=F("voorgesteld_door"))
                & (Q(bevestigd_door__isnull=True) | ~Q(bevestigd_door=F("medewerker"))),
                name="aanwijzing_by_others",
            ),
        ]

    def __str__(self) -> str:
        return self.kenmerk


class VoorstelQuerySet(models.QuerySet["Voorstel"]):
    def visible_to(self, viewer: Medewerker) -> "VoorstelQuerySet":
        """Exactly as visible as the dossier it is about."""
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))


class Voorstel(models.Model):
    """A proposal for detention, from the first word until it was refused, taken back, or the detention ended.

    What is written stands in ``inhoud``; only the author changes it, and only while it is a draft. ``plaats`` is the
    place in the list ``bewaringen`` of the dossierbeeld, from the moment that the second reader agreed. Who wrote, who
    read, who signed and who decided are different people: the database refuses it too.
    """

    categorie: ClassVar[str] = "toezicht_en_bewaring"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    stand = models.CharField(max_length=15, choices=Stand, default=Stand.CONCEPT)
    versie = models.PositiveIntegerField(default=1)
    inhoud = models.JSONField(default=dict)
    vingers = ArrayField(models.CharField(max_length=64), default=list, blank=True)
    met_minderjarige = models.BooleanField(default=False)
    plaats = models.PositiveSmallIntegerField(null=True, blank=True)
    opsteller = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    begonnen_op = models.DateTimeField(db_default=Now())
    gewijzigd_op = models.DateTimeField(db_default=Now())
    lezer = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    gevraagd_op = models.DateField(null=True, blank=True)
    gelezen_op = models.DateField(null=True, blank=True)
    directie = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ambtenaar = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    voorgelegd_op = models.DateField(null=True, blank=True)
    aanwijzing = models.ForeignKey(
        Aanwijzing, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    opgelegd_op = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Voorstel"]] = VoorstelQuerySet.as_manager()

    class Meta:
        ordering = ["begonnen_op", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(stand__in=[stand.value for stand in LOPEND]),
                name="voorstel_one_runs_a_dossier",
            ),
            models.CheckConstraint(
                condition=Q(lezer__isnull=True) | ~Q(lezer=F("opsteller")), name="voorstel_reader_not_author"
            ),
            models.CheckConstraint(
                condition=Q(ambtenaar__isnull=True)
                | (~Q(ambtenaar=F("opsteller")) & ~Q(ambtenaar=F("lezer"))),
                name="voorstel_officer_is_third",
            ),
            models.CheckConstraint(
                condition=Q(directie__isnull=True)
                | (
                    ~Q(directie=F("opsteller"))
                    & ~Q(directie=F("lezer"))
                    & (Q(ambtenaar__isnull=True) | ~Q(directie=F("ambtenaar")))
                ),
                name="voorstel_board_is_another",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=["concept", "bij_lezer", "ingetrokken"]) | Q(gelezen_op__isnull=False),
                name="voorstel_read_before_it_goes_on",
            ),
            models.CheckConstraint(
                condition=Q(opgelegd_op__isnull=True)
                | Q(aanwijzing__isnull=False, ambtenaar__isnull=False, lezer__isnull=False),
                name="voorstel_imposed_by_a_competent_third",
            ),
            models.CheckConstraint(
                condition=~Q(stand="opgelegd") | Q(opgelegd_op__isnull=False),
                name="voorstel_imposed_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(opgelegd_op__isnull=True) | Q(met_minderjarige=False) | Q(directie__isnull=False),
                name="voorstel_minor_signed_by_the_board",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_stand_display())

    @property
    def gelezen_inhoud(self) -> Inhoud:
        """The words as values."""
        return lees_inhoud(self.inhoud)


class BewaringsregelQuerySet(models.QuerySet["Bewaringsregel"]):
    def visible_to(self, viewer: Medewerker) -> "BewaringsregelQuerySet":
        """Exactly as visible as the dossier it is about."""
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))


class Bewaringsregel(models.Model):
    """One thing that was done about a proposal or a detention, in the words of who did it; only added to.

    ``gegevens`` keeps what belongs to the kind: the text as the second reader had it, or of a review whether there is
    still a prospect, what lesser means was looked at, and the day of the next. ``plaats`` is the place in ``bewaringen``
    of the dossierbeeld, also for a detention that was not proposed here.
    """

    categorie: ClassVar[str] = "toezicht_en_bewaring"
    alleen_toevoegen = True

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    voorstel = models.ForeignKey(Voorstel, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    plaats = models.PositiveSmallIntegerField(null=True, blank=True)
    soort = models.CharField(max_length=15, choices=Regelsoort)
    op = models.DateField()
    tekst = models.TextField(blank=True, default="")
    gegevens = models.JSONField(default=dict)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Bewaringsregel"]] = BewaringsregelQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["dossier", "soort"], name="bewaringsregel_van_dossier")]

    def __str__(self) -> str:
        return str(self.get_soort_display())
