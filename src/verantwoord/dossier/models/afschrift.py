"""A copy of everything that is kept about the person, asked for in the portal."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from verantwoord.dossier.models.dossier import Dossier
from verantwoord.dossier.models.portaal import Portaalaccount


class Afschrift(models.Model):
    """That somebody asked for a copy, by when it is owed, and whether it was made and fetched. AVG art. 12(3) and 15."""

    categorie: ClassVar[str] = "dossier"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="afschriften")
    account = models.ForeignKey(Portaalaccount, on_delete=models.CASCADE, related_name="afschriften")
    # Stands on every page of it, so that a copy that turns up somewhere can be traced to who asked.
    kenmerk = models.CharField(max_length=20, unique=True)
    gevraagd_op = models.DateTimeField(db_default=Now())
    gevraagd_naam = models.CharField(max_length=200)
    uiterlijk_op = models.DateField()
    gemaakt_op = models.DateTimeField(null=True, blank=True)
    verloopt_op = models.DateTimeField(null=True, blank=True)
    opgehaald_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-gevraagd_op", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "account"],
                condition=Q(gemaakt_op__isnull=True),
                name="afschrift_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.kenmerk


class Afschriftbestand(models.Model):
    """The copy itself, for whoever asked and for nobody else; thrown away when it expires."""

    eigen_van: ClassVar[str] = "account"

    afschrift = models.OneToOneField(
        Afschrift, on_delete=models.CASCADE, primary_key=True, related_name="bestand"
    )
    account = models.ForeignKey(Portaalaccount, on_delete=models.CASCADE, related_name="+")
    pdf = models.BinaryField()
    json = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)
