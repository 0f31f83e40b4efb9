from typing import Any, ClassVar

from django.db import models

from verantwoord.dossier.models.dossier import Dossier


class Feitrij(models.Model):
    """A row that stands for one entry in a list of the dossierbeeld; fields of one name hold one fact.

    ``volgorde`` is the place in that list: norms name what is missing by it (``procedure.besluiten[0]``), and
    "the last in the list" decides between equals.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    volgorde = models.PositiveSmallIntegerField()

    # Which rows are facts for the norms, as ``field__isnull``; the others are kept, but are not in the dossierbeeld.
    TELT: ClassVar[dict[str, Any]] = {}

    class Meta:
        abstract = True
        ordering = ["dossier_id", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "volgorde"], name="%(class)s_once_in_its_list")
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.volgorde}"
