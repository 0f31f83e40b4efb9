from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.dossier.models.dossier import Dossier, zichtbaar_voor
from verantwoord.kern.toegang import Toegang, toegang_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, matrixrol


class VeiligheidskaartQuerySet(models.QuerySet["Veiligheidskaart"]):
    def visible_to(self, viewer: Medewerker) -> "VeiligheidskaartQuerySet":
        """For the roles of the matrix that must know it, in a dossier that is theirs to work on."""
        if toegang_van(matrixrol(viewer), "veiligheidskaart") is not Toegang.VOL:
            return self.none()
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))


class Veiligheidskaart(models.Model):
    """What somebody must know to keep this person safe: the room, the floor, what calms, whom to call. No diagnosis.

    Written by who knows it, never changed: the newest row holds, an empty one takes the card away. AVG art. 9(2)(c).
    """

    alleen_toevoegen = True
    categorie: ClassVar[str] = "veiligheidskaart"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    tekst = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Veiligheidskaart"]] = VeiligheidskaartQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["dossier", "-id"], name="veiligheidskaart_laatste")]
        constraints = [
            models.CheckConstraint(
                condition=Q(tekst="") | Q(tekst__regex=r"\S"), name="veiligheidskaart_says_something"
            )
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.vastgelegd_op:%d-%m-%Y}"
