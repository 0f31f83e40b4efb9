"""A referral to who can help, and what happened in it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.keuzes import Antwoord, Einde, Kiezer, Naar, Uitkomst, Verloop
from verantwoord.ondersteuning.models.aanbod import Aanbod
from verantwoord.ondersteuning.models.wens import Wens
from verantwoord.toegang.models import Medewerker


class VerwijzingQuerySet(models.QuerySet["Verwijzing"]):
    def visible_to(self, viewer: Medewerker) -> "VerwijzingQuerySet":
        """A referral is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))

    def voorgelegd(self) -> "VerwijzingQuerySet":
        """What was proposed and can still be chosen, also after a no."""
        return self.filter(plaats__isnull=True, beeindigd_op__isnull=True).exclude(deelt="")

    def wachtend(self) -> "VerwijzingQuerySet":
        """What was proposed and nobody said yes or no to yet."""
        return self.voorgelegd().filter(toestemming__isnull=True)


class Verwijzing(models.Model):
    """What the regie needs to know of a referral besides its fact in the dossierbeeld.

    ``plaats`` is its place in the ``verwijzingen`` of the dossierbeeld; none when the person did not want it, so that
    no norm ever reads a refusal. A proposal has none either: ``toestemming`` is nothing until somebody said yes or no, and
    only a yes gives it a place, and the organisation a task. A referral is ended, never removed.
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
    # Of a proposal: what the organisation would get to know, and why it may help.
    deelt = models.TextField(blank=True, default="")
    waarom = models.TextField(blank=True, default="")
    toestemming = models.BooleanField(null=True, blank=True)
    gevraagd_op = models.DateField()
    # The day of the yes or no, and whose it was.
    gekozen_op = models.DateField(null=True, blank=True)
    gekozen_door = models.CharField(max_length=20, choices=Kiezer.choices, blank=True, default="")
    # The next day to ask: how it goes or, of a proposal, what the person wants.
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
                condition=Q(plaats__isnull=False) | Q(toestemming=False) | Q(toestemming__isnull=True),
                name="verwijzing_with_consent_has_a_place",
            ),
            models.CheckConstraint(
                condition=Q(toestemming__isnull=False)
                | (
                    Q(plaats__isnull=True, deelt__regex=r"\S", waarom__regex=r"\S")
                    & Q(gekozen_op__isnull=True)
                ),
                name="verwijzing_proposed_says_what_and_why",
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

    @property
    def wacht_op_keuze(self) -> bool:
        """Whether it was proposed and nobody said yes or no yet."""
        return self.toestemming is None and self.beeindigd_op is None


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
