import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models.dossier import Dossier, zichtbaar_voor
from verantwoord.kern.toegang import antwoorden_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Rol, matrixrol


class BetwistingQuerySet(models.QuerySet["Betwisting"]):
    def visible_to(self, viewer: Medewerker) -> "BetwistingQuerySet":
        """The words are for who directs the case; others see the mark."""
        if viewer.rol not in {Rol.REGIEVOERDER, Rol.MANAGER}:
            return self.none()
        return self.filter(zichtbaar_voor(viewer, via="dossier__"))

    def open(self) -> "BetwistingQuerySet":
        """Those about which nobody decided yet."""
        return self.filter(besluit__isnull=True, ingetrokken_op__isnull=True)


class Betwisting(models.Model):
    """The person says that something that is kept here is not right, in their own words, and what was decided.

    ``onderwerp`` is a key of ``kern.betwisting.ONDERWERPEN``; ``over`` says which one, where there are more. The words
    are never changed. AVG art. 16 and 18(1)(a).
    """

    class Besluit(models.TextChoices):
        AANGEPAST = "aangepast", _("Aangepast")
        DEELS = "deels", _("Voor een deel aangepast")
        NIET = "niet", _("Niet aangepast")

    categorie: ClassVar[str] = "dossier"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="betwistingen")
    onderwerp = models.CharField(max_length=40)
    over = models.CharField(max_length=200, blank=True, default="")
    wat_klopt_niet = models.TextField()
    hoe_dan = models.TextField(blank=True, default="")
    gemeld_op = models.DateField()
    gemeld_naam = models.CharField(max_length=200)
    antwoord_voor = models.DateField()
    besluit = models.CharField(max_length=10, choices=Besluit, null=True, blank=True)
    motivering = models.TextField(blank=True, default="")
    besloten_op = models.DateField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    besloten_naam = models.CharField(max_length=200, blank=True, default="")
    ingetrokken_op = models.DateField(null=True, blank=True)
    vastgelegd_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Betwisting"]] = BetwistingQuerySet.as_manager()

    class Meta:
        ordering = ["gemeld_op", "vastgelegd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(wat_klopt_niet__regex=r"\S"), name="betwisting_says_what_is_wrong"
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True, besloten_op__isnull=True, besloten_naam="")
                | (
                    Q(besluit__isnull=False, besloten_op__isnull=False, motivering__regex=r"\S")
                    & ~Q(besloten_naam="")
                ),
                name="betwisting_decided_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True) | Q(ingetrokken_op__isnull=True),
                name="betwisting_decided_or_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(antwoord_voor__gte=F("gemeld_op")), name="betwisting_answer_comes_after"
            ),
        ]
        indexes = [
            models.Index(
                fields=["dossier"],
                condition=Q(besluit__isnull=True, ingetrokken_op__isnull=True),
                name="betwisting_wacht",
            )
        ]

    def __str__(self) -> str:
        return self.onderwerp

    @property
    def wacht(self) -> bool:
        """Whether somebody still has to decide."""
        return self.besluit is None and self.ingetrokken_op is None


class BetwistmerkQuerySet(models.QuerySet["Betwistmerk"]):
    def visible_to(self, viewer: Medewerker) -> "BetwistmerkQuerySet":
        """The marks of the categories of which this role gets at least the answer."""
        return self.filter(
            zichtbaar_voor(viewer, via="dossier__"), categorie__in=antwoorden_van(matrixrol(viewer))
        )


class Betwistmerk(models.Model):
    """That a fact is contested, and since when: it goes wherever the fact or an answer made from it goes.

    It holds no words of the person. ``tot`` is the day somebody decided, or the person took it back.
    """

    antwoord_over: ClassVar[str] = "categorie"

    betwisting = models.OneToOneField(
        Betwisting, on_delete=models.CASCADE, primary_key=True, related_name="merk"
    )
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="betwistmerken")
    onderwerp = models.CharField(max_length=40)
    categorie = models.CharField(max_length=40)
    sinds = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Betwistmerk"]] = BetwistmerkQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["dossier"], condition=Q(tot__isnull=True), name="betwistmerk_geldt")]

    def __str__(self) -> str:
        return self.onderwerp
