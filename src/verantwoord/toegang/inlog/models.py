import uuid
from typing import ClassVar

from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.rechten import Organisatie, Rol


class Sessie(AbstractBaseSession):
    """Somebody's stay on one device. Who it is of stands beside the content, so that it can be shown and ended.

    Read before anybody is known, so no policy can ask who is looking; it holds nothing of a dossier.
    """

    categorie: ClassVar[str] = "configuratie"

    medewerker = models.ForeignKey(
        "toegang.Medewerker", on_delete=models.CASCADE, null=True, related_name="sessies"
    )
    # How the page names it: the key itself opens the door and is shown nowhere.
    nummer = models.UUIDField(null=True)
    begonnen_op = models.DateTimeField(null=True)
    gezien_op = models.DateTimeField(null=True)
    manier = models.CharField(max_length=20, blank=True, default="")
    apparaat = models.CharField(max_length=60, blank=True, default="")

    objects: ClassVar[BaseSessionManager] = BaseSessionManager()

    class Meta:
        indexes = [models.Index(fields=["medewerker", "-gezien_op"], name="sessies_van_iemand")]

    def __str__(self) -> str:
        return self.apparaat

    @classmethod
    def get_session_store_class(cls) -> type:
        from verantwoord.toegang.inlog.sessies import SessionStore  # noqa: PLC0415 - the store reads this model

        return SessionStore


class Factor(models.Model):
    """A second proof beside the password: a passkey, an app that makes codes, or a code on paper for emergencies."""

    class Soort(models.TextChoices):
        APP = "app", _("App met codes")
        PASSKEY = "passkey", _("Passkey")
        HERSTELCODE = "herstelcode", _("Herstelcode")

    eigen_van: ClassVar[str] = "medewerker"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    medewerker = models.ForeignKey("toegang.Medewerker", on_delete=models.CASCADE, related_name="factoren")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    naam = models.CharField(max_length=60, blank=True, default="")
    # The seed of an app and the public key of a passkey, encrypted; of a code on paper its digest alone.
    geheim = models.TextField()
    # The last period whose code was used, or the last count of a passkey: nothing is used twice.
    teller = models.BigIntegerField(default=-1)
    gemaakt_op = models.DateTimeField(db_default=Now())
    gebruikt_op = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker"], condition=Q(soort="app"), name="factor_one_app_a_person"
            ),
            models.UniqueConstraint(
                fields=["medewerker", "geheim"], condition=Q(soort="herstelcode"), name="factor_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Inlogteller(models.Model):
    """How often something was tried lately. The key is a keyed digest: it names neither a person nor an address."""

    categorie: ClassVar[str] = "configuratie"

    sleutel = models.CharField(max_length=64, primary_key=True)
    pogingen = models.IntegerField()
    sinds = models.DateTimeField()
    wacht_tot = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pogingen)


class Koppeling(models.Model):
    """Which account belongs to whom at the organisation's own log-in; the name there may change, this does not."""

    categorie: ClassVar[str] = "configuratie"

    medewerker = models.OneToOneField(
        "toegang.Medewerker", on_delete=models.CASCADE, related_name="koppeling"
    )
    uitgever = models.CharField(max_length=300)
    onderwerp = models.CharField(max_length=255)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["uitgever", "onderwerp"], name="koppeling_one_account")
        ]

    def __str__(self) -> str:
        return self.uitgever


class Aanmelding(models.Model):
    """One log-in by way of the organisation: what is needed to ask there whether it still holds."""

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    medewerker = models.ForeignKey("toegang.Medewerker", on_delete=models.CASCADE, related_name="+")
    # The tokens, encrypted.
    geheim = models.TextField()
    gecontroleerd_op = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)


class Rolclaim(models.Model):
    """Which role and organisation a group at the organisation's log-in gives here. It never gives a dossier."""

    categorie: ClassVar[str] = "configuratie"

    waarde = models.CharField(_("groep"), max_length=200, unique=True)
    organisatie = models.CharField(_("organisatie"), max_length=10, choices=Organisatie.choices)
    rol = models.CharField(_("rol"), max_length=20, choices=Rol.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(rol__in=["systeem", "afzender"]), name="rolclaim_is_for_a_person"
            )
        ]

    def __str__(self) -> str:
        return self.waarde
