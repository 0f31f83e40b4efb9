"""A mandate that came on paper, before a second colleague looked at the paper too."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from verantwoord.dossier.models.dossier import Dossier
from verantwoord.dossier.models.portaal import Machtiging
from verantwoord.toegang.models import Medewerker


class Machtigingvoorstel(models.Model):
    """What the staff wrote down of a mandate on paper, or of a court that appointed a guardian.

    It opens nothing: only after a colleague compared it with the paper a :class:`Machtiging` is made of it. ``kenmerk``
    is where the paper is found, or the number of the court's decision. Awb art. 2:1; BW 1:245 and 1:302 for guardians.
    """

    categorie: ClassVar[str] = "dossier"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="machtigingvoorstellen")
    naam = models.CharField(max_length=200)
    # Of the account that somebody has already, for another client; empty when one is made.
    nummer = models.CharField(max_length=20, blank=True, default="")
    hoedanigheid = models.CharField(max_length=10, choices=Machtiging.Hoedanigheid.choices)
    van = models.DateField()
    tot = models.DateField()
    kenmerk = models.CharField(max_length=200)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    gevraagd_op = models.DateTimeField(db_default=Now())
    tweede = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tweede_naam = models.CharField(max_length=200, blank=True, default="")
    beslist_op = models.DateTimeField(null=True, blank=True)
    # Why it was not taken over; empty when it was.
    afgewezen_reden = models.TextField(blank=True, default="")
    machtiging = models.OneToOneField(
        Machtiging, on_delete=models.SET_NULL, null=True, blank=True, related_name="voorstel"
    )

    class Meta:
        ordering = ["-gevraagd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")), name="machtigingvoorstel_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(tweede_naam="") | ~Q(tweede_naam=F("door_naam")),
                name="machtigingvoorstel_has_two_signatures",
            ),
            models.CheckConstraint(
                condition=Q(naam__regex=r"\S") & Q(kenmerk__regex=r"\S"),
                name="machtigingvoorstel_says_who_and_where",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_hoedanigheid_display())

    @property
    def wacht(self) -> bool:
        """Whether a colleague still has to look at the paper."""
        return self.beslist_op is None
