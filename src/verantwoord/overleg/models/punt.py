"""The items of an agenda: what is asked, of whom it is, and how far it got."""

import uuid
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from verantwoord.dossier.models import Dossier
from verantwoord.overleg.keuzes import (
    BUITEN_OVERLEG,
    LKO_SOORTEN,
    Besluit,
    Onderwerp,
    Opschaling,
    Partner,
    Vorm,
)
from verantwoord.overleg.models.overleg import Overleg
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Organisatie, Recht


class AgendapuntQuerySet(models.QuerySet["Agendapunt"]):
    def visible_to(self, viewer: Medewerker) -> "AgendapuntQuerySet":
        """For who sits at the table, guests of this item, and the DT&V staff whose dossier it is about.

        A shielded dossier is on nobody's shared agenda: its items are then for its regievoerder alone.
        """
        zelf = Puntdossier.objects.filter(dossier__in=Dossier.objects.visible_to(viewer)).values("punt")
        via_dossier = Q(pk__in=[])
        if viewer.organisatie == Organisatie.DTV:
            via_dossier = Q(pk__in=zelf)
        elif viewer.heeft(Recht.OVERLEG_BIJWONEN):
            via_dossier = Q(overleg__isnull=True, partners__contains=[viewer.organisatie], pk__in=zelf)
        aan_tafel = Q(overleg__in=Overleg.objects.visible_to(viewer))
        if viewer.team_id is not None:
            te_gast = Gast.objects.filter(
                organisatie=viewer.organisatie, team=viewer.team_id, rol=viewer.rol, tot__isnull=True
            )
            aan_tafel |= Q(pk__in=te_gast.values("punt"))
        return self.filter(via_dossier | (aan_tafel & ~Q(pk__in=_afgeschermd())))

    def op_volgorde(self) -> "AgendapuntQuerySet":
        """The order of every agenda: the legal date, then arrival. Nothing else about the case decides."""
        return self.order_by(F("uiterlijk").asc(nulls_last=True), "ontvangen_op", "aangemeld_op", "pk")


def _afgeschermd() -> models.QuerySet["Puntdossier", Any]:
    return Puntdossier.objects.filter(dossier__afgeschermd=True).values("punt")


class Agendapunt(models.Model):
    """One item about one case: a dossier, or those of one family.

    Without a meeting it is a decision that was taken outside one (``datum`` and ``partners`` say when and by whom). ``ingeleverd``
    names who wrote a first position, never what; ``onthuld_op`` is the moment from which everybody reads them, ``onthuld_zonder``
    who had not written by then. ``versie`` counts every change a page of this item shows.
    """

    # Who sits at the table, who is a guest of this item, whose dossier it is about: overleg/sql.py.
    beleid: ClassVar[str] = "op_agenda({t}.id, {t}.overleg_id)"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    overleg = models.ForeignKey(
        Overleg, on_delete=models.PROTECT, null=True, blank=True, related_name="punten"
    )
    # The item that this one goes on with: what was held, scaled up, or decided elsewhere.
    bron = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="vervolg")
    vorm = models.CharField(max_length=10, choices=Vorm, default=Vorm.BESLUIT)
    onderwerp = models.CharField(max_length=20, choices=Onderwerp, default=Onderwerp.VERTREKSTRATEGIE)
    vraag = models.CharField(max_length=300, blank=True, default="")
    # Codes of ``keuzes.Reden``; the first is why the item came.
    redenen = models.JSONField(default=list, blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    # Arrival of the (earliest) dossier at DT&V.
    ontvangen_op = models.DateField()
    aangemeld_op = models.DateTimeField(db_default=Now())
    aangemeld_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    voorstel_door = models.CharField(max_length=10, choices=Partner, default=Partner.DTV)
    voorstel = models.TextField(blank=True, default="")
    tegenspreker = models.CharField(max_length=10, choices=Partner, blank=True, default="")
    ingeleverd = models.JSONField(default=list, blank=True)
    onthuld_op = models.DateTimeField(null=True, blank=True)
    onthuld_zonder = models.JSONField(default=list, blank=True)
    besproken = models.TextField(blank=True, default="")
    behandeld_op = models.DateTimeField(null=True, blank=True)
    doorgeschoven_op = models.DateTimeField(null=True, blank=True)
    reden_doorgeschoven = models.TextField(blank=True, default="")
    besluit = models.CharField(max_length=15, choices=Besluit, null=True, blank=True)
    besloten_op = models.DateField(null=True, blank=True)
    besluit_tekst = models.TextField(blank=True, default="")
    opgeschaald_naar = models.CharField(max_length=10, choices=Opschaling, null=True, blank=True)
    verschil = models.TextField(blank=True, default="")
    spoed_reden = models.TextField(null=True, blank=True)
    teruggekoppeld_op = models.DateField(null=True, blank=True)
    terugkoppeling = models.TextField(blank=True, default="")
    # Of a decision outside a meeting.
    datum_buiten = models.DateField(null=True, blank=True)
    partners = models.JSONField(default=list, blank=True)
    bevestigd_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager["Agendapunt"]] = AgendapuntQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(overleg__isnull=False) | Q(datum_buiten__isnull=False),
                name="agendapunt_has_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(tegenspreker=F("voorstel_door")), name="agendapunt_dissent_by_another"
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True, besloten_op__isnull=True)
                | Q(besluit__isnull=False, besloten_op__isnull=False),
                name="agendapunt_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(besluit="opgeschaald") | (Q(opgeschaald_naar__isnull=False) & ~Q(verschil="")),
                name="agendapunt_scaled_up_with_the_dissent",
            ),
        ]
        indexes = [models.Index(fields=["overleg", "uiterlijk"], name="agendapunt_van_overleg")]

    def __str__(self) -> str:
        return f"{self.onderwerp} {self.datum:%d-%m-%Y}"

    @property
    def soort(self) -> str:
        return self.overleg.soort if self.overleg is not None else BUITEN_OVERLEG

    @property
    def datum(self) -> date:
        dag = self.datum_buiten if self.overleg is None else self.overleg.datum
        assert dag is not None  # noqa: S101 - a constraint of the table; tells the type checker
        return dag

    @property
    def is_lko(self) -> bool:
        return self.soort in LKO_SOORTEN

    @property
    def is_onthuld(self) -> bool:
        return self.onthuld_op is not None


class Puntdossier(models.Model):
    """Which dossiers an item is about. ``bron`` is the entry in that dossier that the item goes on with."""

    beschermd_door: ClassVar[str] = "punt"

    punt = models.ForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="dossiers")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    bron = models.ForeignKey(
        "overleg.Overlegpunt", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["punt", "dossier"], name="puntdossier_once")]

    def __str__(self) -> str:
        return str(self.dossier_id)


class Gast(models.Model):
    """Somebody invited for one item, who sees that item alone (report §3.4), as long as it lasts.

    Without a team it is somebody who works with another program (municipality, Raad voor de Kinderbescherming): a name
    for the minutes, who sees nothing here.
    """

    beschermd_door: ClassVar[str] = "punt"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    punt = models.ForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="gasten")
    naam = models.CharField(max_length=100)
    organisatie = models.CharField(max_length=10, choices=Organisatie, blank=True, default="")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rol = models.CharField(max_length=20, blank=True, default="")
    reden = models.CharField(max_length=300)
    van = models.DateTimeField(db_default=Now())
    tot = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reden=""), name="gast_with_a_reason")]
        indexes = [models.Index(fields=["team", "punt"], condition=Q(tot__isnull=True), name="gast_nu")]

    def __str__(self) -> str:
        return self.naam
