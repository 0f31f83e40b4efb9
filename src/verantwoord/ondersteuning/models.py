import uuid
from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier, Feitrij
from verantwoord.ondersteuning.keuzes import (
    Aanbieder,
    Besluit,
    Bron,
    Einde,
    Naar,
    Oordeel,
    Soort,
    Stap,
    Uitkomst,
    Verloop,
    Vervolg,
    Vorm,
    Wijze,
)
from verantwoord.toegang.models import Medewerker


class WensQuerySet(models.QuerySet["Wens"]):
    def visible_to(self, viewer: Medewerker) -> "WensQuerySet":
        """A wish is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Wens(Feitrij):
    """One wish in the person's words, with what was thought of it and done with it last.

    Fields named as in the dossierbeeld hold the same fact. ``gesprek_id`` is a label of the talk it was said in, not a
    key: that room stands beside this one. Earlier judgments and answers stay as :class:`Wensstap`. ``verteld_op`` is
    the day the person heard the answer that stands here now.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    soort = models.CharField(_("waar gaat de wens over"), max_length=20, choices=Soort.choices)
    omschrijving = models.TextField(blank=True)
    geuit_op = models.DateField()
    bron = models.CharField(max_length=20, choices=Bron.choices, default=Bron.GESPREK)
    bron_toelichting = models.CharField(max_length=200, blank=True, default="")
    gesprek_id = models.UUIDField(null=True, blank=True)
    beoordeling = models.CharField(max_length=20, null=True, blank=True, choices=Oordeel.choices)
    beoordeling_reden = models.TextField(blank=True, default="")
    vervolg = models.CharField(max_length=20, null=True, blank=True, choices=Vervolg.choices)
    vervolg_op = models.DateField(null=True, blank=True)
    antwoord = models.TextField(blank=True, default="")
    verteld_op = models.DateField(null=True, blank=True)
    verteld_wijze = models.CharField(max_length=20, null=True, blank=True, choices=Wijze.choices)

    objects: ClassVar[models.Manager["Wens"]] = WensQuerySet.as_manager()

    class Meta(Feitrij.Meta):
        abstract = False
        verbose_name = _("vertrekwens")

    def __str__(self) -> str:
        return str(self.get_soort_display())

    @property
    def is_geen_wens(self) -> bool:
        return self.soort == Soort.GEEN_WENS_GEUIT

    @property
    def is_open(self) -> bool:
        """Whether the person still waits for an answer."""
        return self.vervolg is None and not self.is_geen_wens

    @property
    def wacht_op_vertellen(self) -> bool:
        """Whether an answer was written here that the person has not heard yet."""
        return bool(self.antwoord) and self.verteld_op is None


class Wensstap(models.Model):
    """One judgment, one answer, or the day the person heard it, as it was that day. Never changed."""

    beschermd_door: ClassVar[str] = "wens"

    alleen_toevoegen = True

    wens = models.ForeignKey(Wens, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=20, choices=Stap.choices)
    uitkomst = models.CharField(max_length=20, choices=Oordeel.choices + Vervolg.choices + Wijze.choices)
    tekst = models.TextField()
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["vastgelegd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(tekst="") | Q(soort=Stap.VERTELD), name="wensstap_has_a_reason"
            )
        ]

    def __str__(self) -> str:
        return str(self.get_uitkomst_display())


class AanbodQuerySet(models.QuerySet["Aanbod"]):
    def visible_to(self, viewer: Medewerker) -> "AanbodQuerySet":
        """The catalogue holds nothing about a person: everybody who works here may read it, a program has no need."""
        return self.none() if viewer.is_systeem else self.all()

    def geldig(self, op: date) -> "AanbodQuerySet":
        """What is offered on this day."""
        return self.filter(Q(van__isnull=True) | Q(van__lte=op), Q(tot__isnull=True) | Q(tot__gte=op))


class Aanbod(models.Model):
    """One kind of support, or one project: who offers what, for whom, on which conditions, and until when.

    An empty list of ``wensen`` or ``landen`` means: for every wish, for every country. ``nagekeken_op`` is the day
    somebody last asked the organisation whether this still holds. What a row was before stays (row history).
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    aanbieder = models.CharField(max_length=10, choices=Aanbieder.choices)
    organisatie = models.CharField(max_length=200)
    titel = models.CharField(max_length=200)
    omschrijving = models.TextField()
    voorwaarden = models.TextField(blank=True)
    contact = models.TextField(blank=True)
    bron = models.CharField(max_length=300, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    wensen = ArrayField(models.CharField(max_length=20, choices=Soort.choices), default=list, blank=True)
    landen = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    gezin = models.BooleanField(default=False)
    medisch = models.BooleanField(default=False)
    voorbeeld = models.BooleanField(default=False)
    nagekeken_op = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Aanbod"]] = AanbodQuerySet.as_manager()

    class Meta:
        verbose_name = _("ondersteuning")
        ordering = ["organisatie", "titel", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(van__isnull=True) | Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="aanbod_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(titel="") & ~Q(omschrijving=""), name="aanbod_says_what_it_is"
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class VerwijzingQuerySet(models.QuerySet["Verwijzing"]):
    def visible_to(self, viewer: Medewerker) -> "VerwijzingQuerySet":
        """A referral is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Verwijzing(models.Model):
    """What the regie needs to know of a referral besides its fact in the dossierbeeld.

    ``plaats`` is its place in the ``verwijzingen`` of the dossierbeeld; none when the person did not want it, so that
    no norm ever reads a refusal. A referral is ended, never removed.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    plaats = models.PositiveSmallIntegerField(null=True, blank=True)
    naar = models.CharField(max_length=12, choices=Naar.choices)
    organisatie = models.CharField(max_length=200, blank=True)
    wens = models.ForeignKey(Wens, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    aanbod = models.ForeignKey(Aanbod, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    waarvoor = models.TextField(blank=True)
    toestemming = models.BooleanField()
    gevraagd_op = models.DateField()
    volgende_op = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=10, null=True, blank=True, choices=Uitkomst.choices)
    bedrag = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    beeindigd_op = models.DateField(null=True, blank=True)
    einde = models.CharField(max_length=20, null=True, blank=True, choices=Einde.choices)

    objects: ClassVar[models.Manager["Verwijzing"]] = VerwijzingQuerySet.as_manager()

    class Meta:
        verbose_name = _("verwijzing")
        ordering = ["gevraagd_op", "id"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "plaats"], name="verwijzing_once_a_place"),
            models.CheckConstraint(
                condition=Q(plaats__isnull=False) | Q(toestemming=False),
                name="verwijzing_with_consent_has_a_place",
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True, einde__isnull=True)
                | Q(beeindigd_op__isnull=False, einde__isnull=False),
                name="verwijzing_ends_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.organisatie or str(self.get_naar_display())


class Verwijzingsstap(models.Model):
    """One thing that happened in a referral, as it was written down that day. Never changed."""

    beschermd_door: ClassVar[str] = "verwijzing"

    alleen_toevoegen = True

    verwijzing = models.ForeignKey(Verwijzing, on_delete=models.CASCADE, related_name="stappen")
    soort = models.CharField(max_length=20, choices=Verloop.choices)
    op = models.DateField()
    tekst = models.TextField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["vastgelegd_op", "id"]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class BijdrageQuerySet(models.QuerySet["Bijdrage"]):
    def visible_to(self, viewer: Medewerker) -> "BijdrageQuerySet":
        """A contribution is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Bijdrage(models.Model):
    """A contribution of the DT&V itself that was asked for, and what was decided and why (report §3.1 Middelen)."""

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    wens = models.ForeignKey(Wens, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vorm = models.CharField(max_length=10, choices=Vorm.choices)
    waarvoor = models.TextField()
    gevraagd_op = models.DateField()
    gevraagd_bedrag = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    besluit = models.CharField(max_length=12, null=True, blank=True, choices=Besluit.choices)
    besluit_op = models.DateField(null=True, blank=True)
    bedrag = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    reden = models.TextField(blank=True)
    besloten_door = models.CharField(max_length=200, blank=True)

    objects: ClassVar[models.Manager["Bijdrage"]] = BijdrageQuerySet.as_manager()

    class Meta:
        verbose_name = _("bijdrage van de DT&V")
        ordering = ["gevraagd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(besluit__isnull=True, besluit_op__isnull=True)
                | (Q(besluit__isnull=False, besluit_op__isnull=False) & ~Q(reden="")),
                name="bijdrage_is_decided_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_vorm_display())

    @property
    def is_open(self) -> bool:
        return self.besluit is None
