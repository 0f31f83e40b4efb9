import uuid
from typing import ClassVar

from django.db import models

from verantwoord.dossier.models import Dossier, Feitrij
from verantwoord.overleg.models.punt import Agendapunt
from verantwoord.toegang.models import Medewerker


class OverlegpuntQuerySet(models.QuerySet["Overlegpunt"]):
    def visible_to(self, viewer: Medewerker) -> "OverlegpuntQuerySet":
        """As visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Overlegpunt(Feitrij):
    """What the norms know of one item in one dossier; fields of one name hold one fact of the dossierbeeld.

    Kept from the item of the meeting (``punt``) from the moment its positions are revealed; what came along with an
    imported dossier has no meeting here. Each dossier of a family has its own.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    punt = models.ForeignKey(
        Agendapunt, on_delete=models.PROTECT, null=True, blank=True, related_name="feiten"
    )
    soort = models.CharField(max_length=15)
    datum = models.DateField()
    onderwerp = models.CharField(max_length=20, default="vertrekstrategie")
    voorstel_door = models.CharField(max_length=10, default="dtv")
    standpunten = models.JSONField(default=list, blank=True)
    tegenspraak_door = models.CharField(max_length=10, null=True, blank=True)
    tegenspraak = models.TextField(blank=True, default="")
    reactie = models.TextField(blank=True, default="")
    besluit = models.CharField(max_length=15, null=True, blank=True)
    bevestigd_op = models.DateField(null=True, blank=True)
    verslag_op = models.DateField(null=True, blank=True)
    opgeschaald_naar = models.CharField(max_length=10, null=True, blank=True)
    spoed_reden = models.TextField(null=True, blank=True)
    teruggekoppeld_op = models.DateField(null=True, blank=True)
    acties = models.JSONField(default=list, blank=True)

    objects: ClassVar[models.Manager["Overlegpunt"]] = OverlegpuntQuerySet.as_manager()

    class Meta(Feitrij.Meta):
        constraints = [
            *Feitrij.Meta.constraints,
            models.UniqueConstraint(fields=["dossier", "punt"], name="overlegpunt_once_a_dossier"),
        ]
        indexes = [models.Index(fields=["datum"], name="overlegpunt_op_datum")]

    def __str__(self) -> str:
        return f"{self.soort} {self.datum:%d-%m-%Y}"
