"""A referral to who can help, and what happened in it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.keuzes import Antwoord, Einde, Naar, Uitkomst, Verloop
from verantwoord.ondersteuning.models.aanbod import Aanbod
from verantwoord.ondersteuning.models.wens import Wens
from verantwoord.toegang.models import Medewerker


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
    # What the organisation said to being asked; nothing as long as it said nothing.
    antwoord = models.CharField(max_length=10, null=True, blank=True, choices=Antwoord.choices)
    antwoord_op = models.DateField(null=True, blank=True)
    # The day on which the person signed the "Bewijs van Aanvraag" of the IOM.
    bewijs_op = models.DateField(null=True, blank=True)
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
            models.CheckConstraint(
                condition=Q(antwoord__isnull=True, antwoord_op__isnull=True)
                | Q(antwoord__isnull=False, antwoord_op__isnull=False),
                name="verwijzing_answer_has_a_day",
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
    # Nobody of the staff when the person did it in the portal; ``door_naam`` says who.
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["vastgelegd_op", "id"]

    def __str__(self) -> str:
        return str(self.get_soort_display())
