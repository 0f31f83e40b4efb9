from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models.dossier import Dossier
from verantwoord.toegang.models import Team
from verantwoord.toegang.rechten import Organisatie


class Betrokkenheid(models.Model):
    """One organisation has a task in one dossier, for one reason, from ``van`` until ``tot``.

    The materialised answer to "who works on this?" for partners: kept from the facts after every event and every
    night, and by hand for a guest of one agenda item. ``team`` and ``rol`` narrow it; an empty one means the whole
    organisation. Ended rows stay, so that who could see what remains known. AVG art. 5(1)(b), 25(2).
    """

    class Grond(models.TextChoices):
        LOCATIE = "locatie", _("de persoon woont op een locatie van deze organisatie")
        PROCEDURE = "procedure", _("deze organisatie behandelt een procedure van de persoon")
        BOEKING = "boeking", _("deze organisatie begeleidt het vertrek")
        VERWIJZING = "verwijzing", _("de persoon is met toestemming naar deze organisatie verwezen")
        OVERLEG = "overleg", _("deze organisatie bespreekt de zaak in een overleg")
        TOEZICHT = "toezicht", _("deze organisatie houdt toezicht")
        MENSENHANDEL = "mensenhandel", _("deze organisatie behandelt het signaal van mensenhandel")

    categorie: ClassVar[str] = "dossier"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="betrokkenen")
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rol = models.CharField(max_length=20, blank=True, default="")
    grond = models.CharField(max_length=15, choices=Grond)
    # What the reason is about: the location, the provider, the agenda item.
    sleutel = models.CharField(max_length=200, blank=True, default="")
    van = models.DateTimeField(db_default=Now())
    tot = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "organisatie", "team", "rol", "grond", "sleutel"],
                condition=Q(tot__isnull=True),
                nulls_distinct=False,
                name="betrokkenheid_runs_once",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="betrokkenheid_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisatie", "team", "dossier"],
                condition=Q(tot__isnull=True),
                name="betrokkenheid_loopt",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisatie} {self.grond}"
