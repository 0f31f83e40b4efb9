from typing import ClassVar

from django.db import models

from verantwoord.dossier.models.feitrij import Feitrij


class Verblijfplaats(Feitrij):
    """Where the person lives or lived; ``tot`` is the last day."""

    categorie: ClassVar[str] = "toezicht_en_bewaring"

    soort = models.CharField(max_length=10)
    locatie = models.CharField(max_length=200)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)


class Opvangverlenging(Feitrij):
    """A request to the COA for longer reception; only the COA decides (report §3.2)."""

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    gevraagd_op = models.DateField()
    reden = models.TextField(blank=True)
    coa_besluit = models.CharField(max_length=10, null=True, blank=True)
    coa_besloten_op = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)


class FerreiraToets(Feitrij):
    """Whether ending reception would bring children into a humanitarian emergency (Hof Den Haag 11-01-2011)."""

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    getoetst_op = models.DateField()
    humanitaire_noodsituatie = models.BooleanField()
    toelichting = models.TextField(blank=True)
