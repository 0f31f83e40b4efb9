from typing import ClassVar

from django.db import models
from django.db.models.functions import Now

from verantwoord.dossier.models.dossier import Dossier, zichtbaar_voor
from verantwoord.kern.antwoorden import soorten_voor
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, matrixrol


class AntwoordQuerySet(models.QuerySet["Antwoord"]):
    def visible_to(self, viewer: Medewerker) -> "AntwoordQuerySet":
        """What somebody of this role may know, of the dossiers in which they have a task."""
        soorten = soorten_voor(rol=matrixrol(viewer), organisatie=viewer.organisatie)
        return self.filter(zichtbaar_voor(viewer, via="dossier__"), soort__in=soorten)

    def laatste(self) -> "AntwoordQuerySet":
        """Of each sort of each dossier the one that holds."""
        return self.order_by("dossier", "soort", "-pk").distinct("dossier", "soort")


class Antwoord(models.Model):
    """What a partner may know of one dossier instead of the document behind it: one answer of one sort.

    Derived from the facts by ``bewaking`` and never changed; of each sort the newest row holds, the earlier ones are
    its history. ``inhoud`` has the shape that ``kern.antwoorden`` gives the sort. A row that puts a wrong date right
    names the row it corrects. Report §3.4; norm coa-einddatum-afgeleid.
    """

    alleen_toevoegen = True
    # The column with the category of the matrix: who has V or A in that category may read the row.
    antwoord_over: ClassVar[str] = "categorie"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="antwoorden")
    soort = models.CharField(max_length=30)
    categorie = models.CharField(max_length=40)
    inhoud = models.JSONField()
    # From which day it holds; it may be written down later, when the night comes by.
    geldig_vanaf = models.DateField()
    correctie_van = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Antwoord"]] = AntwoordQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["dossier", "soort", "-id"], name="antwoord_laatste"),
            # What is new since an organisation last looked, for who keeps up with it.
            models.Index(fields=["soort", "vastgelegd_op"], name="antwoord_op_volgorde"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.geldig_vanaf:%d-%m-%Y}"


class Ontvangstbevestiging(models.Model):
    """An organisation told that an answer reached it: by its receiver, over the API, or somebody on the page.

    The latest answer of a sort counts: who has it needs no earlier one.
    """

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "antwoord"

    antwoord = models.ForeignKey(Antwoord, on_delete=models.CASCADE, related_name="ontvangsten")
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["antwoord", "organisatie"], name="ontvangst_once_an_organisation")
        ]

    def __str__(self) -> str:
        return f"{self.organisatie} {self.op:%d-%m-%Y}"
