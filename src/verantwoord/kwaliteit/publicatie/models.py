from typing import ClassVar

from django.db import models
from django.db.models.functions import Now


class Publicatie(models.Model):
    """One part of what is told about the year that ends with a quarter. It holds what may be told and nothing else.

    ``kwartaal`` is ``2022-K3``; ``onderdeel`` is ``maat:medisch``, ``spreiding:gesprekken``, ``bewaring`` or ``teksten``.
    Made once: a figure that would change with each correction could be compared with itself.
    """

    # Nobody can be found in it; that is what it is made for.
    categorie: ClassVar[str] = "configuratie"
    alleen_toevoegen = True

    kwartaal = models.CharField(max_length=7)
    onderdeel = models.CharField(max_length=60)
    inhoud = models.JSONField()
    gemaakt_op = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kwartaal", "onderdeel"], name="publicatie_once_a_quarter")
        ]

    def __str__(self) -> str:
        return f"{self.kwartaal} {self.onderdeel}"
