"""Who comes in by the portal, how they prove who they are, for whom they may speak, and when it is closed for safety."""

import secrets
import uuid
from datetime import date
from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models.dossier import Dossier, Persoon
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Portaalrol, Recht, heeft_recht

# Staff who direct the case see that an account is there; how somebody proves who they are is seen by nobody.
_VAN_DE_PERSOON = (
    "exists (select 1 from dossier_dossier d where d.persoon_id = {t}.persoon_id"
    " and d.id = any ((select bonnen('dossier'))::uuid[]))"
)

# How lists of acts name whoever acted in the portal; no log-in name of the staff begins so.
PORTAAL: Final = "portaal-"
_CIJFERS: Final = 9


def nieuw_nummer() -> str:
    """A number at random to log in with: digits are read in every script, and it says nothing about who it is of."""
    return "".join(secrets.choice("0123456789") for _ in range(_CIJFERS))


class Portaalaccount(models.Model):
    """The way in of one human being: the person concerned (``persoon`` set), or somebody with a mandate.

    Acts and looks are signed with ``naam``. It has no password: a code that was handed over in person opens it once,
    and from then on a passkey, an app with codes or codes on paper do.
    """

    beleid: ClassVar[str] = (
        "{t}.id = (select zelf())"  # noqa: S608 - our own text
        " or ({t}.persoon_id is not null and " + _VAN_DE_PERSOON + ")"
        " or exists (select 1 from dossier_machtiging m where m.account_id = {t}.id)"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # On the card in the letter, in three threes; together with a code it opens the door.
    nummer = models.CharField(max_length=_CIJFERS, unique=True, default=nieuw_nummer, editable=False)
    rol = models.CharField(max_length=12, choices=Portaalrol.choices)
    persoon = models.OneToOneField(
        Persoon, on_delete=models.CASCADE, null=True, blank=True, related_name="portaalaccount"
    )
    # Of the person concerned it is not kept twice: see ``naam``.
    eigen_naam = models.CharField(_("naam"), max_length=200, blank=True, default="")
    taal = models.CharField(max_length=5, default="nl")
    gemaakt_op = models.DateTimeField(db_default=Now())
    geactiveerd_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rol=Portaalrol.PERSOON, persoon__isnull=False, eigen_naam="")
                | (Q(rol=Portaalrol.GEMACHTIGDE, persoon__isnull=True) & ~Q(eigen_naam="")),
                name="portaalaccount_is_of_one_human",
            )
        ]

    def __str__(self) -> str:
        return self.gebruikersnaam

    # What toegang.rechten.Wie asks of whoever looks or acts.

    @property
    def gebruikersnaam(self) -> str:
        """How lists of acts name the account: no name and no number of a person."""
        return f"{PORTAAL}{self.pk}"

    @property
    def naam(self) -> str:
        return self.persoon.volledige_naam if self.persoon is not None else self.eigen_naam

    @property
    def organisatie(self) -> str:
        return ""

    @property
    def team_id(self) -> None:
        return None

    @property
    def is_active(self) -> bool:
        return self.ingetrokken_op is None

    def heeft(self, recht: Recht) -> bool:
        return self.is_active and heeft_recht(self.rol, recht)


class Activering(models.Model):
    """What is handed over in person: a code that opens an account once, or a sheet of codes for who has no telephone.

    Only digests are kept. Of a sheet ``digest`` names it and opens nothing; its codes are factors.
    """

    class Soort(models.TextChoices):
        CODE = "code", _("Brief met een code")
        VEL = "vel", _("Vel met codes")

    beleid: ClassVar[str] = "exists (select 1 from dossier_portaalaccount a where a.id = {t}.account_id)"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Portaalaccount, on_delete=models.CASCADE, related_name="activeringen")
    soort = models.CharField(max_length=4, choices=Soort.choices, default=Soort.CODE)
    digest = models.CharField(max_length=64, unique=True)
    gemaakt_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    gemaakt_naam = models.CharField(max_length=200)
    gemaakt_op = models.DateTimeField(db_default=Now())
    geldig_tot = models.DateTimeField()
    # The day on which it was given in hand, and by whom; without it the code opens nothing.
    overhandigd_op = models.DateField(null=True, blank=True)
    overhandigd_naam = models.CharField(max_length=200, blank=True, default="")
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(overhandigd_op__isnull=True) | ~Q(overhandigd_naam=""),
                name="activering_is_handed_over_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Portaalfactor(models.Model):
    """What somebody has to prove who they are: a passkey, an app that makes codes, or codes on paper."""

    class Soort(models.TextChoices):
        APP = "app", _("App met codes")
        PASSKEY = "passkey", _("Passkey")
        PAPIER = "papier", _("Code op papier")

    eigen_van: ClassVar[str] = "account"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Portaalaccount, on_delete=models.CASCADE, related_name="factoren")
    soort = models.CharField(max_length=8, choices=Soort.choices)
    naam = models.CharField(max_length=60, blank=True, default="")
    # Of a code on a sheet: it opens nothing until the sheet was handed over.
    vel = models.ForeignKey(Activering, on_delete=models.CASCADE, null=True, blank=True, related_name="codes")
    # The seed of an app and the public key of a passkey, encrypted; of a code on paper its digest alone.
    geheim = models.TextField()
    # The last period whose code was used, or the last count of a passkey: nothing is used twice.
    teller = models.BigIntegerField(default=-1)
    gemaakt_op = models.DateTimeField(db_default=Now())
    gebruikt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(soort="app"), name="portaalfactor_one_app"
            ),
            models.UniqueConstraint(
                fields=["account", "geheim"], condition=Q(soort="papier"), name="portaalfactor_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Portaalsessie(models.Model):
    """One stay in the portal on one device. The cookie holds a random text of which this is the digest.

    Read before anybody is known, so no policy can ask who is looking; it holds nothing of a dossier.
    """

    categorie: ClassVar[str] = "configuratie"

    digest = models.CharField(max_length=64, primary_key=True)
    # How the page names it: the digest opens nothing, but is shown nowhere either.
    nummer = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(Portaalaccount, on_delete=models.CASCADE, related_name="sessies")
    # For whom somebody with several mandates looks now.
    dossier = models.ForeignKey(Dossier, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    apparaat = models.CharField(max_length=60, blank=True, default="")
    begonnen_op = models.DateTimeField(db_default=Now())
    gezien_op = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["account", "-gezien_op"], name="portaalsessies_van_iemand")]

    def __str__(self) -> str:
        return self.apparaat


class Portaalklad(models.Model):
    """What somebody typed on a page and did not send yet, encrypted. It is theirs alone, and no part of the dossier."""

    eigen_van: ClassVar[str] = "account"

    account = models.ForeignKey(Portaalaccount, on_delete=models.CASCADE, related_name="+")
    bladzij = models.CharField(max_length=300)
    velden = models.TextField()
    bewaard_op = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "bladzij"], name="portaalklad_one_a_page"),
        ]

    def __str__(self) -> str:
        return self.bladzij


class Portaalmelding(models.Model):
    """What happened to somebody's own way in, for them alone to read: neutral words, nothing of the dossier."""

    class Soort(models.TextChoices):
        GEOPEND = "geopend", _("Uw toegang is geopend")
        INGELOGD = "ingelogd", _("Er is ingelogd")
        MISLUKT = "mislukt", _("Inloggen is niet gelukt")
        MANIER_ERBIJ = "manier_erbij", _("Er is een manier van inloggen bij gekomen")
        MANIER_WEG = "manier_weg", _("Er is een manier van inloggen weggehaald")
        BEEINDIGD = "beeindigd", _("Inloggen op een apparaat is beëindigd")

    eigen_van: ClassVar[str] = "account"

    account = models.ForeignKey(Portaalaccount, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=12, choices=Soort.choices)
    moment = models.DateTimeField(db_default=Now())
    gelezen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["account", "-moment"], name="portaalmeldingen_van_iemand")]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class Machtiging(models.Model):
    """Somebody may look and speak for the person in one dossier, from ``van`` until ``tot``; revoked at once by either.

    Awb art. 2:1; AVG art. 12. The account is nobody's property: a lawyer has one for all clients.
    """

    class Hoedanigheid(models.TextChoices):
        ADVOCAAT = "advocaat", _("Advocaat")
        VOOGD = "voogd", _("Voogd")
        VWN = "vwn", _("VluchtelingenWerk")
        ANDERS = "anders", _("Iemand anders")

    beleid: ClassVar[str] = (
        "{t}.account_id = (select zelf()) or {t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Portaalaccount, on_delete=models.CASCADE, related_name="machtigingen")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="machtigingen")
    hoedanigheid = models.CharField(max_length=10, choices=Hoedanigheid.choices)
    van = models.DateField()
    tot = models.DateField()
    gegeven_op = models.DateTimeField(db_default=Now())
    gegeven_naam = models.CharField(max_length=200)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_naam = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["-van", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="machtiging_ends_after_it_begins"),
            models.UniqueConstraint(
                fields=["account", "dossier"],
                condition=Q(ingetrokken_op__isnull=True),
                name="machtiging_runs_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_hoedanigheid_display())

    def geldt_op(self, dag: date) -> bool:
        return self.ingetrokken_op is None and self.van <= dag <= self.tot


class Portaalafscherming(models.Model):
    """The portal is closed for somebody's own safety, because somebody else may read along on this telephone.

    Holds after a second person signed too, and ends by itself. It says why in words that the person may read later.
    AVG art. 23(1)(i); UAVG art. 41.
    """

    beleid: ClassVar[str] = _VAN_DE_PERSOON

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    persoon = models.ForeignKey(Persoon, on_delete=models.CASCADE, related_name="+")
    reden = models.TextField()
    ook_gemachtigden = models.BooleanField(default=False)
    tot = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    gevraagd_op = models.DateTimeField(db_default=Now())
    tweede = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    tweede_naam = models.CharField(max_length=200, blank=True, default="")
    getekend_op = models.DateTimeField(null=True, blank=True)
    opgeheven_op = models.DateTimeField(null=True, blank=True)
    opgeheven_naam = models.CharField(max_length=200, blank=True, default="")
    opgeheven_reden = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tweede_naam="") | ~Q(tweede_naam=F("door_naam")),
                name="portaalafscherming_has_two_signatures",
            ),
            models.CheckConstraint(condition=~Q(reden=""), name="portaalafscherming_has_a_reason"),
        ]

    def __str__(self) -> str:
        return str(self.tot)
