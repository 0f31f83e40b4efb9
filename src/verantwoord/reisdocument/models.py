import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from verantwoord.dossier.models import Dossier, Feitrij
from verantwoord.reisdocument.keuzes import Documentsoort, Uitkomst
from verantwoord.toegang.models import Medewerker


class ReisdocumentQuerySet(models.QuerySet["Reisdocument"]):
    def visible_to(self, viewer: Medewerker) -> "ReisdocumentQuerySet":
        """A travel document is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Reisdocument(Feitrij):
    """A document with which the person can travel; ``geldig_tot`` is its last day."""

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=20, choices=Documentsoort.choices)
    geldig_tot = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Reisdocument"]] = ReisdocumentQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.get_soort_display())


class LPAanvraagQuerySet(models.QuerySet["LPAanvraag"]):
    def visible_to(self, viewer: Medewerker) -> "LPAanvraagQuerySet":
        """A request for a laissez-passer is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class LPAanvraag(Feitrij):
    """One request for a laissez-passer, from the form in the first gesprek until the document is there.

    ``set_gecontroleerd_door`` names the second reader; ``…_notitie`` and ``…_plaats`` are for colleagues here and
    never leave with the set.
    """

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    land = models.CharField(max_length=3)
    ingevuld_op = models.DateField(null=True, blank=True)
    geweigerd_op = models.DateField(null=True, blank=True)
    uitleg_gegeven = models.BooleanField(default=False)
    formulier_notitie = models.TextField(blank=True, default="")
    set_gecontroleerd_door = models.CharField(max_length=200, null=True, blank=True)
    set_gecontroleerd_op = models.DateField(null=True, blank=True)
    asielinformatie_aangetroffen = models.BooleanField(null=True, blank=True)
    controle_notitie = models.TextField(blank=True, default="")
    verzonden_op = models.DateField(null=True, blank=True)
    presentatie_op = models.DateField(null=True, blank=True)
    presentatie_plaats = models.CharField(max_length=200, blank=True, default="")
    uitkomst = models.CharField(max_length=10, choices=Uitkomst.choices, null=True, blank=True)
    uitkomst_op = models.DateField(null=True, blank=True)
    uitkomst_notitie = models.TextField(blank=True, default="")
    afgegeven_op = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["LPAanvraag"]] = LPAanvraagQuerySet.as_manager()

    class Meta(Feitrij.Meta):
        constraints = [
            *Feitrij.Meta.constraints,
            models.CheckConstraint(condition=~Q(land=""), name="lpaanvraag_names_a_country"),
        ]

    def __str__(self) -> str:
        return f"LP {self.land}"
