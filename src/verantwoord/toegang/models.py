import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.inlog.models import Aanmelding, Factor, Inlogteller, Koppeling, Rolclaim, Sessie
from verantwoord.toegang.nakijken.models import Inzagereden, OpvallendeInzage, Postcode
from verantwoord.toegang.nood.models import Noodtoegang
from verantwoord.toegang.rechten import Organisatie, Portaalrol, Recht, Rol, heeft_recht

__all__ = [
    "Aanmelding",
    "Factor",
    "Inlogteller",
    "Inzage",
    "Inzagereden",
    "Koppeling",
    "Medewerker",
    "MedewerkerManager",
    "Noodtoegang",
    "OpvallendeInzage",
    "Postcode",
    "Rolclaim",
    "Sessie",
    "Sleutel",
    "Team",
]


class Team(models.Model):
    """Colleagues who work for the same location or region and see each other's dossiers."""

    categorie: ClassVar[str] = "configuratie"

    naam = models.CharField(_("naam"), max_length=100, unique=True)
    organisatie = models.CharField(
        _("organisatie"), max_length=10, choices=Organisatie.choices, default=Organisatie.DTV
    )
    # Where the people live whose dossiers come to this team, or with whom this team of a partner works.
    locaties = models.JSONField(_("locaties"), default=list, blank=True)
    # The team that gets what belongs nowhere else, so that no transfer lies unseen.
    is_vangnet = models.BooleanField(_("vangnet"), default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_vangnet"], condition=Q(is_vangnet=True), name="team_one_vangnet"
            )
        ]

    def __str__(self) -> str:
        return self.naam


class MedewerkerManager(BaseUserManager["Medewerker"]):
    def get_by_natural_key(self, username: str | None) -> "Medewerker":
        return self.get(gebruikersnaam=username)


class Medewerker(AbstractBaseUser):
    """One person, or one system, that works with dossiers. Never shared, never a group.

    ``naam`` is unique: it signs what is recorded, and a norm that asks for two different people compares names.
    """

    categorie: ClassVar[str] = "configuratie"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruikersnaam = models.CharField(_("gebruikersnaam"), max_length=150, unique=True)
    naam = models.CharField(_("naam"), max_length=200, unique=True)
    organisatie = models.CharField(_("organisatie"), max_length=10, choices=Organisatie.choices)
    rol = models.CharField(_("rol"), max_length=20, choices=Rol.choices)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="leden")
    is_active = models.BooleanField(_("actief"), default=True)
    # Somebody else knows the password: whoever gave the account. It opens one page, where another is chosen.
    wachtwoord_voorlopig = models.BooleanField(default=False)
    # A printed log-in of a demo, which needs no second proof there; anywhere else this says nothing.
    alleen_wachtwoord = models.BooleanField(default=False)

    USERNAME_FIELD = "gebruikersnaam"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    objects: ClassVar[MedewerkerManager] = MedewerkerManager()

    def __str__(self) -> str:
        return self.naam

    @property
    def is_systeem(self) -> bool:
        """Whether this is a program, which has no caseload and only the rights of its role."""
        return self.rol in {Rol.SYSTEEM, Rol.AFZENDER}

    def heeft(self, recht: Recht) -> bool:
        return self.is_active and heeft_recht(self.rol, recht)


class Sleutel(models.Model):
    """A token with which a system or a person's own program comes in over the API; only its digest is kept."""

    categorie: ClassVar[str] = "configuratie"

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="sleutels")
    naam = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    geldig_tot = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    gemaakt_op = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return self.naam


class Inzage(models.Model):
    """One look at one dossier: who, when, which part, for what. Committed before anything is shown.

    A message that is in no dossier may name somebody too: ``dossier_id`` then holds the id of the message.
    Labels instead of foreign keys: the log outlives staff and dossiers. AVG art. 5(2), 15 and 32; NEN 7513.
    """

    beleid: ClassVar[str] = (
        "{t}.medewerker_id = (select zelf()) or (select eigen_rol()) in ('fg', 'inspectie')"
        " or {t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
    )

    alleen_toevoegen = True

    dossier_id = models.UUIDField()
    medewerker_id = models.UUIDField()
    naam = models.CharField(max_length=200)
    # Empty for who comes in by the portal.
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    rol = models.CharField(max_length=20, choices=[*Rol.choices, *Portaalrol.choices])
    onderdeel = models.CharField(max_length=100)
    doel = models.CharField(max_length=100)
    toegestaan = models.BooleanField()
    # A look at one dossier that opens its rows for this request; the database says for which categories.
    bon = models.BooleanField(db_default=False)
    categorieen = ArrayField(models.TextField(), db_default=[], editable=False)
    verzoek = models.CharField(max_length=40)
    moment = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(fields=["dossier_id", "-moment"], name="inzage_van_een_dossier"),
            # How many dossiers somebody opened this hour, and everything that one person looked at.
            models.Index(fields=["medewerker_id", "-moment"], name="inzage_van_iemand"),
            # A day of looks is found by its place in the table, which costs nothing at every look.
            BrinIndex(fields=["moment"], name="inzage_per_dag", autosummarize=True),
            models.Index(fields=["verzoek"], name="inzage_bonnen", condition=Q(bon=True)),
        ]
        constraints = [models.CheckConstraint(condition=~Q(doel=""), name="inzage_has_a_purpose")]

    def __str__(self) -> str:
        return f"{self.onderdeel} {self.moment:%d-%m-%Y}"
