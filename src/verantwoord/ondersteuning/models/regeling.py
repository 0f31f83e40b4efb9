"""Something in kind that somebody arranges: a task with a state of its own."""

import uuid
from typing import ClassVar, Final

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.ondersteuning.keuzes import Regelsoort, Regelstand, Uitvoerder
from verantwoord.ondersteuning.models.verwijzing import Verwijzing
from verantwoord.ondersteuning.models.wens import Wens
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import KETENROLLEN

# What still asks something of who arranges it.
LOPEND: Final = (Regelstand.GEVRAAGD, Regelstand.OPGEPAKT)


# What may follow what; what is not named is the end.
VERVOLG: Final = {
    Regelstand.GEVRAAGD: (
        Regelstand.OPGEPAKT,
        Regelstand.GEREGELD,
        Regelstand.NIET_GELUKT,
        Regelstand.INGETROKKEN,
    ),
    Regelstand.OPGEPAKT: (Regelstand.GEREGELD, Regelstand.NIET_GELUKT, Regelstand.INGETROKKEN),
}


class RegelingQuerySet(models.QuerySet["Regeling"]):
    def visible_to(self, viewer: Medewerker) -> "RegelingQuerySet":
        """As visible as its dossier; of partners only for whom it is asked of."""
        alle = self.filter(dossier__in=Dossier.objects.visible_to(viewer))
        return alle.filter(uitvoerder=viewer.organisatie) if viewer.rol in KETENROLLEN else alle

    def lopend(self) -> "RegelingQuerySet":
        return self.filter(stand__in=LOPEND)


class Regeling(models.Model):
    """One thing in kind, asked of the DIA or of Bijzonder Vertrek (report §3.1 Middelen).

    ``nodig`` is what must be known to arrange it, and all that who arranges it reads of the case. What is asked of the
    DIA hangs on a referral to it: without the person's consent it is not there to be asked.
    """

    # Who directs the case, and of what is asked of the DIA also the DIA itself, where it has a task in the dossier.
    beleid: ClassVar[str] = (
        "{t}.dossier_id = any ((select bonnen('vertrekplan_en_toetsing'))::uuid[])"
        " or ((select in_lijst('vertrekplan_en_toetsing'))"
        " and in_eigen_dossier({t}.dossier_id))"
        " or ({t}.uitvoerder = 'dia' and (select eigen_organisatie()) = 'dia' and ("
        "{t}.dossier_id in (select b.dossier_id from bonnen_antwoord() b where b.categorie = 'vertrekplan_en_toetsing')"
        " or ((select in_lijst('antwoord:vertrekplan_en_toetsing'))"
        " and in_eigen_dossier({t}.dossier_id))))"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    verwijzing = models.ForeignKey(
        Verwijzing, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    wens = models.ForeignKey(Wens, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    uitvoerder = models.CharField(max_length=20, choices=Uitvoerder.choices)
    soort = models.CharField(max_length=15, choices=Regelsoort.choices)
    nodig = models.TextField()
    land = models.CharField(max_length=3)
    gevraagd_op = models.DateField()
    nodig_op = models.DateField()
    stand = models.CharField(max_length=12, choices=Regelstand.choices, default=Regelstand.GEVRAAGD)

    objects: ClassVar[models.Manager["Regeling"]] = RegelingQuerySet.as_manager()

    class Meta:
        verbose_name = _("regeling")
        ordering = ["nodig_op", "gevraagd_op", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(nodig=""), name="regeling_says_what_is_needed"),
            models.CheckConstraint(
                condition=~Q(uitvoerder=Uitvoerder.DIA) | Q(verwijzing__isnull=False),
                name="regeling_of_the_dia_has_a_referral",
            ),
        ]
        indexes = [
            models.Index(
                fields=["uitvoerder", "nodig_op"],
                condition=Q(stand__in=["gevraagd", "opgepakt"]),
                name="regeling_lopend",
            ),
            models.Index(fields=["dossier"], name="regeling_van_dossier"),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())

    @property
    def loopt(self) -> bool:
        return self.stand in LOPEND

    @property
    def vervolg(self) -> tuple[Regelstand, ...]:
        """The states that may follow now."""
        return VERVOLG.get(Regelstand(self.stand), ())


class Regelingstap(models.Model):
    """That a task came into a state, when, and what was said with it. Never changed."""

    beschermd_door: ClassVar[str] = "regeling"

    alleen_toevoegen = True

    regeling = models.ForeignKey(Regeling, on_delete=models.CASCADE, related_name="stappen")
    stand = models.CharField(max_length=12, choices=Regelstand.choices)
    op = models.DateField()
    tekst = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["vastgelegd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(tekst="") | ~Q(stand__in=["niet_gelukt", "ingetrokken"]),
                name="regelingstap_ends_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_stand_display())
