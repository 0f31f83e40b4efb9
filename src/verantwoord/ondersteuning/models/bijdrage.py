"""A contribution of the DT&V itself."""

import uuid
from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.keuzes import Besluit, Betaling, Vorm
from verantwoord.ondersteuning.models.begroting import Begroting
from verantwoord.ondersteuning.models.wens import Wens
from verantwoord.toegang.models import Medewerker

# What may follow what in a payment; what is not named is the end.
BETAALVERVOLG: Final = {
    Betaling.GOEDGEKEURD: (Betaling.OPGEDRAGEN, Betaling.VERVALLEN),
    Betaling.OPGEDRAGEN: (Betaling.BETAALD, Betaling.VERVALLEN),
    Betaling.BETAALD: (Betaling.TERUGGEVORDERD,),
}


class BijdrageQuerySet(models.QuerySet["Bijdrage"]):
    def visible_to(self, viewer: Medewerker) -> "BijdrageQuerySet":
        """A contribution is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Bijdrage(models.Model):
    """A contribution of the DT&V itself that was asked for, and what was decided and why (report §3.1 Middelen).

    Who asked never decides. ``begroting`` is what an amount was granted from. Of the payment only its course is kept:
    to which account it goes is known to the payment office alone.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    wens = models.ForeignKey(Wens, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    vorm = models.CharField(max_length=10, choices=Vorm.choices)
    waarvoor = models.TextField()
    gevraagd_op = models.DateField()
    # Unknown of what was asked before two people were needed.
    aanvrager = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    gevraagd_bedrag = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    besluit = models.CharField(max_length=12, null=True, blank=True, choices=Besluit.choices)
    besluit_op = models.DateField(null=True, blank=True)
    bedrag = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    reden = models.TextField(blank=True)
    besloten_door = models.CharField(max_length=200, blank=True)
    beslisser = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    begroting = models.ForeignKey(
        Begroting, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    betaling = models.CharField(max_length=15, null=True, blank=True, choices=Betaling.choices)

    objects: ClassVar[models.Manager["Bijdrage"]] = BijdrageQuerySet.as_manager()

    class Meta:
        verbose_name = _("bijdrage van de DT&V")
        ordering = ["gevraagd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(besluit__isnull=True, besluit_op__isnull=True)
                | (Q(besluit__isnull=False, besluit_op__isnull=False) & ~Q(reden="")),
                name="bijdrage_is_decided_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True)
                | Q(aanvrager__isnull=True)
                | (Q(beslisser__isnull=False) & ~Q(beslisser=F("aanvrager"))),
                name="bijdrage_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(betaling__isnull=True) | Q(bedrag__gt=0, besluit__in=["toegekend", "deels"]),
                name="bijdrage_pays_what_was_granted",
            ),
        ]
        indexes = [models.Index(fields=["begroting", "betaling"], name="bijdrage_van_begroting")]

    def __str__(self) -> str:
        return str(self.get_vorm_display())

    @property
    def is_open(self) -> bool:
        return self.besluit is None

    @property
    def betaalvervolg(self) -> tuple[Betaling, ...]:
        """The steps of the payment that may follow now."""
        return BETAALVERVOLG.get(Betaling(self.betaling), ()) if self.betaling else ()

    @property
    def is_te_betalen(self) -> bool:
        """Whether something still happens with the payment."""
        return self.betaling in {Betaling.GOEDGEKEURD, Betaling.OPGEDRAGEN}


class Betaalstap(models.Model):
    """One step of a payment as the payment office reported it: the day and its reference, and no account. Never changed."""

    beschermd_door: ClassVar[str] = "bijdrage"

    alleen_toevoegen = True

    bijdrage = models.ForeignKey(Bijdrage, on_delete=models.CASCADE, related_name="betaalstappen")
    stand = models.CharField(max_length=15, choices=Betaling.choices)
    op = models.DateField()
    kenmerk = models.CharField(max_length=100, blank=True)
    toelichting = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["vastgelegd_op", "id"]

    def __str__(self) -> str:
        return str(self.get_stand_display())
