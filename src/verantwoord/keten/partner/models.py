import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie


class InzendingQuerySet(models.QuerySet["Inzending"]):
    def visible_to(self, viewer: Medewerker) -> "InzendingQuerySet":
        """One's own; what a colleague of the same organisation sent may be what nobody else there may know."""
        return self.filter(door=viewer)


class Inzending(models.Model):
    """What somebody of a partner sent about one dossier, as it was sent. Added, never changed.

    The facts it led to stand in the rooms that own them; this is the sender's own copy, which stays readable for the
    sender alone (cell ``E`` of the matrix). ``id`` comes from the form, so that a form sent twice counts once.
    """

    class Soort(models.TextChoices):
        AFWEZIGHEID = "afwezigheid", _("Niet meer gezien")
        WEER_GEZIEN = "weer_gezien", _("Weer gezien")
        CONTROLE = "controle", _("Aanwezigheidscontrole")
        BERICHT_VAN_VERTREK = "bericht_van_vertrek", _("Bericht van vertrek")
        OPVANGBESLUIT = "opvangbesluit", _("Antwoord over langere opvang")
        EINDDATUM = "einddatum", _("De einddatum klopt niet")
        VERWIJZING = "verwijzing", _("Antwoord op een verwijzing")
        OPDRACHT = "opdracht", _("Actie klaar")
        POLITIEANTWOORD = "politieantwoord", _("Antwoord van de politie")
        ZORG = "zorg", _("Ik maak me zorgen")
        MELDPLICHT = "meldplicht", _("Besluit over de meldplicht")
        OVERPLAATSING = "overplaatsing", _("Overplaatsing")
        MELDING = "melding", _("Melding, of de reden dat die uitbleef")
        REGELING = "regeling", _("Hoe het staat met wat u regelt")

    alleen_toevoegen = True
    eigen_van: ClassVar[str] = "door"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    soort = models.CharField(max_length=20, choices=Soort.choices)
    # What was filled in, by field, as JSON values.
    inhoud = models.JSONField(default=dict)
    ingezonden_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Inzending"]] = InzendingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["door", "dossier", "-ingezonden_op"], name="inzending_van_iemand")]
        constraints = [models.CheckConstraint(condition=~Q(soort=""), name="inzending_is_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.ingezonden_op:%d-%m-%Y}"
