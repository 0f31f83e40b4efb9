import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol
from verantwoord.vakmanschap.beleid import van_manager, zelf


class Criterium(models.TextChoices):
    """What a talk in the method WIGK asks of who leads it, as something one can see or hear."""

    ROL = "rol", _("Zei waarvoor het gesprek is, en wat zij of hij wel en niet kan doen")
    LUISTEREN = "luisteren", _("Stelde open vragen, liet stilte vallen en vatte samen wat er was gezegd")
    EIGEN_WOORDEN = "eigen_woorden", _("Liet de persoon zelf vertellen wat die wil en wat in de weg staat")
    MOTIVEREN = "motiveren", _("Zocht met de persoon naar redenen en mogelijkheden, zonder te duwen")
    OPTIES = "opties", _("Besprak meer dan één mogelijkheid, ook hulp van ngo’s en van de DT&V")
    GEVOLGEN = "gevolgen", _("Legde gevolgen rustig en juist uit, niet als dreigement")
    BEGREPEN = "begrepen", _("Ging na of de persoon het begreep, en gaf de tolk de ruimte")
    AFSPRAKEN = "afspraken", _("Sloot af met afspraken: wie doet wat, en wanneer")


class MeekijkenQuerySet(models.QuerySet["Meekijken"]):
    def visible_to(self, viewer: Medewerker) -> "MeekijkenQuerySet":
        """Of the two of them; that it took place also for the manager of who was watched."""
        zicht = Q(waarnemer=viewer) | Q(gezien=viewer)
        if viewer.rol == Rol.MANAGER and viewer.team_id is not None:
            zicht |= Q(gehouden_op__isnull=False, gezien__team=viewer.team_id)
        return self.filter(zicht)

    def van(self, viewer: Medewerker) -> "MeekijkenQuerySet":
        """Those in which one takes part oneself."""
        return self.filter(Q(waarnemer=viewer) | Q(gezien=viewer))


class Meekijken(models.Model):
    """That ``waarnemer`` attends a talk of ``gezien``: asked by one, agreed by the other, and held.

    There is no dossier in it: which talk it was, the two of them know.
    """

    beleid: ClassVar[str] = (
        f"{zelf('waarnemer_id')} or {zelf('gezien_id')}"
        f" or ({{t}}.gehouden_op is not null and {van_manager('gezien_id')})"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    waarnemer = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gezien = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gevraagd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gevraagd_op = models.DateField()
    op = models.DateField()
    akkoord_op = models.DateField(null=True, blank=True)
    afgezegd_op = models.DateField(null=True, blank=True)
    gehouden_op = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Meekijken"]] = MeekijkenQuerySet.as_manager()

    class Meta:
        ordering = ["op", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(waarnemer=F("gezien")), name="meekijken_by_another"),
            models.CheckConstraint(
                condition=Q(gevraagd_door=F("waarnemer")) | Q(gevraagd_door=F("gezien")),
                name="meekijken_asked_by_one_of_two",
            ),
            models.CheckConstraint(
                condition=Q(gehouden_op__isnull=True) | Q(akkoord_op__isnull=False, afgezegd_op__isnull=True),
                name="meekijken_held_after_agreeing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.op:%d-%m-%Y}"

    def is_gevraagd_aan(self, wie: Medewerker) -> bool:
        """Whether this person is the one who was asked, and so the one who answers."""
        return wie.pk in {self.waarnemer_id, self.gezien_id} and wie.pk != self.gevraagd_door_id


class FeedbackQuerySet(models.QuerySet["Feedback"]):
    def visible_to(self, viewer: Medewerker) -> "FeedbackQuerySet":
        """Only the two of them; no manager and no trainer."""
        return self.filter(Q(meekijken__waarnemer=viewer) | Q(meekijken__gezien=viewer))


class Feedback(models.Model):
    """What was seen, in words, and what the watched person answers. ``waarnemingen`` holds a text a criterium."""

    beleid: ClassVar[str] = (
        "exists (select 1 from vakmanschap_meekijken o where o.id = {t}.meekijken_id"
        " and (select zelf()) in (o.waarnemer_id, o.gezien_id))"
    )

    meekijken = models.OneToOneField(
        Meekijken, on_delete=models.PROTECT, primary_key=True, related_name="feedback"
    )
    waarnemingen = models.JSONField(default=dict)
    werkte = models.TextField()
    volgende_keer = models.TextField(blank=True, default="")
    gegeven_op = models.DateField()
    antwoord = models.TextField(blank=True, default="")
    beantwoord_op = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Feedback"]] = FeedbackQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(beantwoord_op__isnull=True, antwoord="")
                | (Q(beantwoord_op__isnull=False) & ~Q(antwoord="")),
                name="feedback_answered_in_words",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gegeven_op:%d-%m-%Y}"
