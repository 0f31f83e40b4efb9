from typing import ClassVar

from django.db import models
from django.db.models.functions import Now


class Kloktijd(models.Func):
    """The database's own clock at this very moment; ``Now()`` is when the transaction began."""

    template = "clock_timestamp()"
    output_field = models.DateTimeField()
    arity = 0


class Gebeurtenis(models.Model):
    """One fact: something was done or came in. Never changed, never removed.

    The links of the chain (``volgnummer``, ``vorige``, ``hash``) and the moment are set by the database, not by
    the program. Whom it concerns and who did it are labels, not foreign keys: an event outlives what it describes.
    """

    beleid: ClassVar[str] = (
        "{t}.dossier_id is null or {t}.door = current_setting('verantwoord.door', true)"
        " or {t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
        " or ((select in_lijst('dossier')) and in_eigen_dossier({t}.dossier_id))"
    )

    alleen_toevoegen = True

    dossier_id = models.UUIDField(null=True)
    volgnummer = models.BigIntegerField(editable=False)
    soort = models.CharField(max_length=80)
    onderwerp = models.CharField(max_length=80)
    onderwerp_id = models.CharField(max_length=40)
    door = models.CharField(max_length=150)
    door_naam = models.CharField(max_length=200)
    gegevens = models.JSONField(default=dict)
    bericht_id = models.UUIDField(null=True)
    moment = models.DateTimeField(db_default=Now(), editable=False)
    vorige = models.CharField(max_length=64, editable=False)
    hash = models.CharField(max_length=64, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier_id", "volgnummer"],
                nulls_distinct=False,
                name="gebeurtenis_once_in_its_chain",
            )
        ]
        indexes = [models.Index(fields=["dossier_id", "-volgnummer"], name="gebeurtenis_tijdlijn")]

    def __str__(self) -> str:
        return f"{self.soort} {self.moment:%d-%m-%Y}"


class Rijhistorie(models.Model):
    """What a row was before it was changed or removed; written by a trigger, read by who must account for it."""

    # What rows were, of every category at once: for the program itself, and who accounts for it.
    beleid: ClassVar[str] = "false"

    alleen_toevoegen = True

    tabel = models.CharField(max_length=63)
    rij_id = models.CharField(max_length=40)
    operatie = models.CharField(max_length=6)
    # What the changed columns held before; of a new row nothing, for the row itself says it.
    oud = models.JSONField(null=True)
    door = models.CharField(max_length=150)
    verzoek = models.CharField(max_length=40)
    moment = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["tabel", "rij_id"], name="rijhistorie_van_een_rij")]

    def __str__(self) -> str:
        return f"{self.operatie} {self.tabel}"


class Verwerkingsregel(models.Model):
    """One line of the processing log: one person, one processing, for one activity of the register.

    ``betrokkene`` is the dossier's id, encrypted; ``audit`` and ``audit_id`` lead to the line that says who did it.
    Names of the standard in brackets: ``operatie_id`` (operation_id), ``vreemd_…`` (foreign_operation). Standard
    Logboek Dataverwerkingen.
    """

    # Written beside every look and act, read by the program alone, which exports it.
    beleid: ClassVar[str] = "false"

    class Status(models.IntegerChoices):
        ONBEKEND = 0
        GELUKT = 1
        MISLUKT = 2

    alleen_toevoegen = True

    trace_id = models.CharField(max_length=32)
    operatie_id = models.CharField(max_length=16)
    ouder_id = models.CharField(max_length=16, null=True)
    vreemd_trace_id = models.CharField(max_length=32, null=True)
    vreemd_operatie_id = models.CharField(max_length=16, null=True)
    vreemd_partij = models.CharField(max_length=100, null=True)
    status = models.SmallIntegerField(choices=Status)
    naam = models.CharField(max_length=100)
    begin = models.DateTimeField()
    einde = models.DateTimeField(db_default=Kloktijd())
    activiteit = models.CharField(max_length=60)
    betrokkene = models.BinaryField()
    audit = models.CharField(max_length=12)
    audit_id = models.CharField(max_length=40)

    def __str__(self) -> str:
        return f"{self.activiteit} {self.naam}"
