"""What is not shown to the person now, on which ground, and until when."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models.dossier import Dossier
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol


class Onthouding(models.Model):
    """One item, or all items of one kind, that the person and whoever speaks for them do not see for a time.

    ``wat`` is ``beeld.<part of the dossierbeeld>`` or the label of a table; ``welke`` the place in that part, or the id
    of the row, and empty for all of it. Holds after two signatures and ends by itself. It is counted with its ground
    wherever it is left out. AVG art. 23(1); UAVG art. 41(1).
    """

    class Grond(models.TextChoices):
        VEILIGHEID = "veiligheid", _("De openbare veiligheid (AVG artikel 23, lid 1, onder c)")
        STRAFZAAK = "strafzaak", _("Onderzoek naar een strafbaar feit (AVG artikel 23, lid 1, onder d)")
        RECHTSPRAAK = "rechtspraak", _("Een procedure bij de rechter (AVG artikel 23, lid 1, onder f)")
        BESCHERMING = (
            "bescherming",
            _("Bescherming van de persoon of van iemand anders (AVG artikel 23, lid 1, onder i)"),
        )

    # The reason is for staff alone; the person sees the count and the ground, which ``dossier.queries`` gives.
    beleid: ClassVar[str] = (
        f"(select eigen_rol()) in ('{Rol.REGIEVOERDER}', '{Rol.MANAGER}')"
        " and {t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="onthoudingen")
    wat = models.CharField(max_length=60)
    welke = models.CharField(max_length=40, blank=True, default="")
    grond = models.CharField(max_length=12, choices=Grond.choices)
    reden = models.TextField()
    tot = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    gevraagd_op = models.DateTimeField(db_default=Now())
    tweede = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tweede_naam = models.CharField(max_length=200, blank=True, default="")
    getekend_op = models.DateTimeField(null=True, blank=True)
    opgeheven_op = models.DateTimeField(null=True, blank=True)
    opgeheven_naam = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["-gevraagd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tweede_naam="") | ~Q(tweede_naam=F("door_naam")),
                name="onthouding_has_two_signatures",
            ),
            models.CheckConstraint(condition=Q(reden__regex=r"\S"), name="onthouding_has_a_reason"),
        ]

    def __str__(self) -> str:
        return self.wat
