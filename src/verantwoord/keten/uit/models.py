import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Rol


class Ontvanger(models.Model):
    """A program of a partner to which answers go by themselves, and in which role it may know them."""

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(_("naam"), max_length=100, unique=True)
    organisatie = models.CharField(_("organisatie"), max_length=10, choices=Organisatie.choices)
    rol = models.CharField(_("rol"), max_length=20, choices=Rol.choices)
    adres = models.URLField(_("adres"), max_length=500)
    actief = models.BooleanField(_("actief"), default=True)
    gemaakt_op = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.naam


class Ondertekensleutel(models.Model):
    """The secret with which what goes to one receiver is signed, encrypted. Two may be valid while one replaces the other."""

    categorie: ClassVar[str] = "configuratie"

    ontvanger = models.ForeignKey(Ontvanger, on_delete=models.PROTECT, related_name="sleutels")
    geheim = models.BinaryField()
    van = models.DateTimeField(db_default=Now())
    tot = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ontvanger"], condition=Q(tot__isnull=True), name="ondertekensleutel_one_without_end"
            )
        ]

    def __str__(self) -> str:
        return f"{self.ontvanger_id} {self.van:%d-%m-%Y}"


class Uitwisselafspraak(models.Model):
    """What DT&V and a partner agreed to exchange: for what, which fields, and until when. Without one nothing goes out.

    ``velden`` are written as ``sort.field``. AVG art. 26 and 28.
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisatie = models.CharField(_("organisatie"), max_length=10, choices=Organisatie.choices)
    kenmerk = models.CharField(_("kenmerk"), max_length=100, unique=True)
    doel = models.TextField(_("doel"))
    velden = models.JSONField(_("velden"))
    van = models.DateField(_("van"))
    tot = models.DateField(_("tot en met"))
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="afspraak_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(doel__regex=r"\S"), name="afspraak_has_a_purpose"),
        ]

    def __str__(self) -> str:
        return self.kenmerk


class Uitbericht(models.Model):
    """One message for one receiver, as it was when it was made. ``id`` is the id by which the receiver knows it again.

    ``inhoud`` holds what the matrix gives this receiver; what is sent of it is what was agreed at that moment.
    """

    alleen_toevoegen = True
    antwoord_over: ClassVar[str] = "categorie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    ontvanger = models.ForeignKey(Ontvanger, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=40)
    categorie = models.CharField(max_length=40)
    inhoud = models.JSONField()
    # The answer it tells of, when it tells of one.
    antwoord_id = models.BigIntegerField(null=True)
    # The trace of the act that led to it, so that its delivery is part of the same one.
    trace_id = models.CharField(max_length=32)
    ouder_id = models.CharField(max_length=16, null=True)
    ontstaan_op = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["dossier", "soort"], name="uitbericht_van_dossier")]

    def __str__(self) -> str:
        return f"{self.soort} {self.id}"


class Aflevering(models.Model):
    """How the delivery of one message stands. Names nobody: ``baan`` keeps the order within a dossier.

    While ``stand`` is ``wacht`` it may be tried from ``niet_voor``; whoever tries it puts that a minute ahead first, so
    that a worker that dies leaves it to the next. What is behind it in its ``baan`` waits until it is done with.
    """

    class Stand(models.TextChoices):
        WACHT = "wacht", _("wacht")
        BEVESTIGD = "bevestigd", _("bevestigd")
        GEPARKEERD = "geparkeerd", _("geparkeerd")
        OVERGESLAGEN = "overgeslagen", _("overgeslagen")

    categorie: ClassVar[str] = "configuratie"

    bericht_id = models.UUIDField(unique=True)
    ontvanger = models.ForeignKey(Ontvanger, on_delete=models.PROTECT, related_name="afleveringen")
    soort = models.CharField(max_length=40)
    baan = models.UUIDField()
    stand = models.CharField(max_length=12, choices=Stand, default=Stand.WACHT)
    pogingen = models.PositiveIntegerField(default=0)
    niet_voor = models.DateTimeField(db_default=Now())
    ontstaan_op = models.DateTimeField(db_default=Now())
    laatste_uitkomst = models.CharField(max_length=40, blank=True, default="")
    afgerond_op = models.DateTimeField(null=True)
    # Why somebody let it go: later ones say enough, or it was told in another way.
    reden = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(stand="overgeslagen") | Q(reden__regex=r"\S"),
                name="aflevering_skipped_for_a_reason",
            )
        ]
        indexes = [
            models.Index(
                fields=["ontvanger", "baan", "id"],
                condition=Q(stand__in=["wacht", "geparkeerd"]),
                name="aflevering_baan",
            ),
            models.Index(fields=["ontvanger", "id"], condition=Q(stand="wacht"), name="aflevering_wacht"),
            models.Index(fields=["-id"], condition=Q(stand="geparkeerd"), name="aflevering_geparkeerd"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.stand}"


class Poging(models.Model):
    """One time that a delivery was tried, and what came of it. Without anything of what was in it."""

    alleen_toevoegen = True
    categorie: ClassVar[str] = "configuratie"

    aflevering = models.ForeignKey(Aflevering, on_delete=models.PROTECT, related_name="gedaan")
    nummer = models.PositiveIntegerField()
    uitkomst = models.CharField(max_length=40)
    duur_ms = models.PositiveIntegerField()
    moment = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.nummer}: {self.uitkomst}"


class Bereikbaarheid(models.Model):
    """Whether a receiver answers: how often in a row it did not, and until when it is left alone."""

    categorie: ClassVar[str] = "configuratie"

    ontvanger = models.OneToOneField(
        Ontvanger, primary_key=True, on_delete=models.CASCADE, related_name="bereikbaarheid"
    )
    achtereen_mislukt = models.PositiveIntegerField(default=0)
    niet_voor = models.DateTimeField(db_default=Now())
    laatst_gelukt_op = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.achtereen_mislukt}"


class Verstrekking(models.Model):
    """The disclosure log: which fields of whom went to which organisation, when, for what and on which ground.

    Written and committed before the first attempt, since nobody knows afterwards whether one that failed arrived.
    Labels instead of keys: the log outlives receivers and agreements. AVG art. 5(2), 15(1)(c), 19 and 33.
    """

    alleen_toevoegen = True
    # As the log of looks: for who directs the case, and for who accounts for all of them.
    beleid: ClassVar[str] = (
        "(select eigen_rol()) in ('fg', 'inspectie') or {t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
    )

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    bericht_id = models.UUIDField()
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    rol = models.CharField(max_length=20, choices=Rol.choices)
    ontvanger = models.CharField(max_length=100)
    soort = models.CharField(max_length=40)
    velden = models.JSONField()
    doel = models.TextField()
    grondslag = models.TextField()
    afspraken = models.JSONField()
    # The line of the processing log of this disclosure; goes along with the message.
    operatie_id = models.CharField(max_length=16)
    moment = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(doel__regex=r"\S") & Q(grondslag__regex=r"\S"),
                name="verstrekking_has_purpose_and_ground",
            )
        ]
        indexes = [
            models.Index(fields=["dossier", "-moment"], name="verstrekking_van_dossier"),
            models.Index(fields=["bericht_id"], name="verstrekking_van_bericht"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.organisatie} {self.moment:%d-%m-%Y}"


class Logboekuitvoer(models.Model):
    """How far the processing log has been handed to the collector: up to which line, and which numbers before it were missing.

    A number is missing because its line was undone, or because its transaction has not ended yet: it is asked for again
    until that cannot be any more. ``gaten`` holds ``[from, until, since]``.
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    tot_en_met = models.BigIntegerField(default=0)
    gaten = models.JSONField(default=list)
    bevestigd = models.BigIntegerField(default=0)
    laatst_gelukt_op = models.DateTimeField(null=True)
    laatste_fout = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="logboekuitvoer_is_one")]

    def __str__(self) -> str:
        return f"{self.tot_en_met}"
