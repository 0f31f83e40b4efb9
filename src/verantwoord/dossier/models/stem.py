"""What the person said in the portal and somebody must read or answer, with the day by which that is owed."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from verantwoord.dossier.keuzes import Stemsoort
from verantwoord.dossier.models.dossier import Dossier, zichtbaar_voor
from verantwoord.dossier.models.portaal import Portaalaccount
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol


class StemQuerySet(models.QuerySet["Stem"]):
    def visible_to(self, viewer: Medewerker) -> "StemQuerySet":
        """Words to the regievoerder are for who directs the case."""
        if viewer.rol not in {Rol.REGIEVOERDER, Rol.MANAGER}:
            return self.none()
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))

    def wachtend(self) -> "StemQuerySet":
        """What nobody read or answered yet."""
        return self.filter(afgedaan_op__isnull=True)


class Stem(models.Model):
    """Something the person, or who may speak for them, said: a question, or news that somebody must read.

    The words stand in :class:`Stembericht`, or where ``over`` points: a talk, a wish, a referral. That is a label and no
    key, for those rooms stand above this one. A new message of the person makes an old question wait again.
    """

    Soort = Stemsoort

    # Read by who directs the case, and by the person: a letter of the lawyer is shown to nobody else with a mandate.
    categorie: ClassVar[str] = "dossier"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="stemmen")
    soort = models.CharField(max_length=12, choices=Stemsoort.choices)
    over = models.UUIDField(null=True, blank=True)
    account = models.ForeignKey(Portaalaccount, on_delete=models.PROTECT, related_name="+")
    gezegd_naam = models.CharField(max_length=200)
    gezegd_op = models.DateField()
    antwoord_voor = models.DateField()
    afgedaan_op = models.DateField(null=True, blank=True)
    afgedaan_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Stem"]] = StemQuerySet.as_manager()

    class Meta:
        ordering = ["-gezegd_op", "-vastgelegd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(antwoord_voor__gte=F("gezegd_op")), name="stem_answer_comes_after"
            ),
        ]
        indexes = [
            models.Index(fields=["dossier"], condition=Q(afgedaan_op__isnull=True), name="stem_wacht"),
            models.Index(fields=["dossier", "soort"], name="stem_van_dossier"),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())

    @property
    def vraagt_antwoord(self) -> bool:
        """Whether somebody must write back; of other news it is enough that it was read."""
        return self.soort in {Stemsoort.VRAAG, Stemsoort.AFSPRAAK}


class Stembericht(models.Model):
    """One message in it, as it was written. Never changed. ``door`` is nobody when the person wrote it."""

    beschermd_door: ClassVar[str] = "stem"

    alleen_toevoegen = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    stem = models.ForeignKey(Stem, on_delete=models.CASCADE, related_name="berichten")
    tekst = models.TextField()
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    naam = models.CharField(max_length=200)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["vastgelegd_op", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(tekst__regex=r"\S"), name="stembericht_has_words"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_van_ons(self) -> bool:
        return self.door_id is not None
