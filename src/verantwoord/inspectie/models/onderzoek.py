"""An onderzoek of the Inspectie: what it asks, who does it, what is drawn for it and from what."""

import uuid
from typing import ClassVar, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

# Asked once a query: which onderzoeken the viewer works on (inspectie/sql.py).
VAN_ONDERZOEKERS: Final = "{t}.onderzoek_id = any ((select eigen_onderzoeken())::uuid[])"


class Stand(models.TextChoices):
    """How far an onderzoek is; each step opens the next."""

    OPZET = "opzet", _("Opzet")
    TREKKING = "trekking", _("Trekking")
    LEZEN = "lezen", _("Lezen")
    VERGELIJKEN = "vergelijken", _("Vergelijken")
    RAPPORT = "rapport", _("Rapport")
    AFGEROND = "afgerond", _("Afgerond")


class OnderzoekQuerySet(models.QuerySet["Onderzoek"]):
    def visible_to(self, viewer: Medewerker) -> "OnderzoekQuerySet":
        """Those one works on; and of the others what was published, for who may read reports."""
        eigen = Onderzoeker.objects.filter(medewerker=viewer, tot__isnull=True).values("onderzoek")
        zichtbaar = Q(pk__in=eigen) if viewer.heeft(Recht.ONDERZOEK_UITVOEREN) else Q(pk__in=[])
        if viewer.heeft(Recht.RAPPORT_LEZEN):
            zichtbaar |= Q(gepubliceerd_op__isnull=False)
        return self.filter(zichtbaar)

    def worked_on_by(self, viewer: Medewerker) -> "OnderzoekQuerySet":
        """Those one works on: whose sample, reading and drafts one sees."""
        if not viewer.heeft(Recht.ONDERZOEK_UITVOEREN):
            return self.none()
        return self.filter(
            pk__in=Onderzoeker.objects.filter(medewerker=viewer, tot__isnull=True).values("onderzoek")
        )


class Onderzoek(models.Model):
    """One onderzoek: its question and sub-questions, the norms it lays beside practice, and the day it looks at.

    ``peildatum`` is the day on which the population stood; dossiers are read as they were then. ``genoemd_aantal`` is how
    many people its report says were interviewed, kept beside what the register adds up to. Report §1.2, 1.3 and 1.6.
    """

    Stand = Stand

    beleid: ClassVar[str] = (
        "{t}.id = any ((select eigen_onderzoeken())::uuid[])"
        " or ({t}.gepubliceerd_op is not null and (select heeft_context()))"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    titel = models.CharField(_("titel"), max_length=200)
    vraag = models.TextField(_("onderzoeksvraag"))
    deelvragen = ArrayField(models.TextField(), default=list, blank=True)
    # Ids of the catalogue of norms, also those with ``bereik`` buiten_dossier.
    normen = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    afbakening = models.TextField(_("afbakening"), blank=True, default="")
    peildatum = models.DateField(_("peildatum"), null=True, blank=True)
    stand = models.CharField(max_length=12, choices=Stand, default=Stand.OPZET)
    gestart_op = models.DateField()
    # Of a report that came out: the day, where it can be found, and what it says of itself.
    gepubliceerd_op = models.DateField(null=True, blank=True)
    vindplaats = models.CharField(max_length=300, blank=True, default="")
    genoemd_aantal = models.PositiveIntegerField(null=True, blank=True)
    genoemd_waar = models.CharField(max_length=100, blank=True, default="")
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Onderzoek"]] = OnderzoekQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(vraag__regex=r"\S"), name="onderzoek_asks_something"),
            models.CheckConstraint(
                condition=Q(stand=Stand.OPZET)
                | Q(peildatum__isnull=False)
                | Q(gepubliceerd_op__isnull=False),
                name="onderzoek_looks_at_a_day",
            ),
        ]
        indexes = [models.Index(fields=["-gepubliceerd_op"], name="onderzoek_gepubliceerd")]

    def __str__(self) -> str:
        return self.titel


class Onderzoeker(models.Model):
    """An inspecteur who works on an onderzoek, and sees it because of that; until ``tot``."""

    class Functie(models.TextChoices):
        LEIDER = "leider", _("Leider van het onderzoek")
        ONDERZOEKER = "onderzoeker", _("Onderzoeker")

    beleid: ClassVar[str] = f"{{t}}.medewerker_id = (select zelf()) or {VAN_ONDERZOEKERS}"

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="onderzoekers")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    functie = models.CharField(max_length=12, choices=Functie, default=Functie.ONDERZOEKER)
    sinds = models.DateTimeField(db_default=Now())
    tot = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["onderzoek", "medewerker"], condition=Q(tot__isnull=True), name="onderzoeker_once"
            )
        ]

    def __str__(self) -> str:
        return self.functie


class Stratum(models.Model):
    """One part of the plan of the sample, in its order. Without ``locaties`` it takes everybody not in an earlier one.

    Rows stay as they are once two inspecteurs agreed on the seed (:class:`Seedafspraak`).
    """

    beleid: ClassVar[str] = VAN_ONDERZOEKERS

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="strata")
    volgorde = models.PositiveSmallIntegerField()
    naam = models.CharField(_("naam"), max_length=100)
    aantal = models.PositiveIntegerField(_("aantal"))
    locaties = ArrayField(models.CharField(max_length=100), default=list, blank=True)

    class Meta:
        ordering = ["onderzoek", "volgorde"]
        constraints = [
            models.UniqueConstraint(
                fields=["onderzoek", "volgorde"],
                name="stratum_one_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["onderzoek", "naam"], name="stratum_own_name", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=Q(aantal__gte=1), name="stratum_draws_something"),
        ]

    def __str__(self) -> str:
        return self.naam


class Seedafspraak(models.Model):
    """The seed of a draw, proposed by one and agreed by another, for one plan on one day.

    ``plan_sha256`` is that of the plan that both saw; with another plan there is nothing agreed. Who tries seeds until the
    draw pleases has no sample, so the program makes the number and a second pair of eyes agrees before it is used.
    """

    beleid: ClassVar[str] = VAN_ONDERZOEKERS

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="seedafspraken")
    seed = models.BigIntegerField()
    plan_sha256 = models.CharField(max_length=64)
    voorgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField(db_default=Now())
    akkoord_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    akkoord_op = models.DateTimeField(null=True, blank=True)
    # Why it was taken back before the draw; kept, so that it shows how many seeds there were.
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    reden = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["onderzoek"], condition=Q(ingetrokken_op__isnull=True), name="seed_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(akkoord_door__isnull=True) | ~Q(akkoord_door=F("voorgesteld_door")),
                name="seed_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(akkoord_door__isnull=True, akkoord_op__isnull=True)
                | Q(akkoord_door__isnull=False, akkoord_op__isnull=False),
                name="seed_agreed_by_somebody",
            ),
            models.CheckConstraint(condition=Q(seed__gte=0), name="seed_is_a_number"),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True) | Q(reden__regex=r"\S"),
                name="seed_back_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.voorgesteld_op:%d-%m-%Y}"


class Trekking(models.Model):
    """The draw of an onderzoek with its proof: who, when, from what, with which seed. There is one, and it stays.

    With the seed and the numbers of the dossiers one works out which ones were drawn, so ``seed`` is for who works on the
    onderzoek alone and never in a report. ``strata`` are in the order of the plan, each with ``naam``, ``aantal`` and
    ``populatie``. Contract: draw-steekproef.
    """

    alleen_toevoegen = True
    beleid: ClassVar[str] = VAN_ONDERZOEKERS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    onderzoek = models.OneToOneField(Onderzoek, on_delete=models.PROTECT, related_name="trekking")
    afspraak = models.OneToOneField(Seedafspraak, on_delete=models.PROTECT, related_name="trekking")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    moment = models.DateTimeField(db_default=Now())
    peildatum = models.DateField()
    seed = models.BigIntegerField()
    algoritme = models.CharField(max_length=40)
    populatie = models.PositiveIntegerField()
    populatie_sha256 = models.CharField(max_length=64)
    trekking_sha256 = models.CharField(max_length=64)
    strata = models.JSONField()

    def __str__(self) -> str:
        return f"{self.algoritme} {self.peildatum:%d-%m-%Y}"


class Getrokken(models.Model):
    """One dossier of the sample. ``volgorde`` is its place in the draw within its stratum, ``gewicht`` for how many it stands.

    One that cannot be read is replaced by the next in that order: a new row that names the one it ``vervangt``, and why.
    Who treats the dossier cannot read this, and no event of the dossier tells it.
    """

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "trekking"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    trekking = models.ForeignKey(Trekking, on_delete=models.PROTECT, related_name="getrokken")
    stratum = models.ForeignKey(Stratum, on_delete=models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    volgorde = models.PositiveIntegerField()
    gewicht = models.FloatField()
    vervangt = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="vervangen_door"
    )
    reden = models.TextField(blank=True, default="")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    moment = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["stratum__volgorde", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["trekking", "dossier"], name="getrokken_once"),
            models.UniqueConstraint(fields=["stratum", "volgorde"], name="getrokken_one_place"),
            models.CheckConstraint(
                condition=Q(vervangt__isnull=True, reden="") | Q(vervangt__isnull=False, reden__regex=r"\S"),
                name="getrokken_instead_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.volgorde}"
