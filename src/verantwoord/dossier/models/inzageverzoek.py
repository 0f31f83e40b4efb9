import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models.dossier import Dossier, zichtbaar_voor
from verantwoord.kern.inzage import LANGST_GELDIG
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Rol


def _partijen(viewer: Medewerker, via: str = "") -> Q:
    """Who asked, and who decides: the regievoerders of the dossier, and the COA about what the COA owns."""
    zichtbaar = zichtbaar_voor(viewer, via=f"{via}dossier__")
    if viewer.rol in {Rol.REGIEVOERDER, Rol.MANAGER}:
        return zichtbaar
    partij = Q(**{f"{via}vraagsteller": viewer})
    if viewer.rol == Rol.COA:
        partij |= Q(**{f"{via}eigenaar": Organisatie.COA})
    return partij & zichtbaar


class InzageverzoekQuerySet(models.QuerySet["Inzageverzoek"]):
    def visible_to(self, viewer: Medewerker) -> "InzageverzoekQuerySet":
        """For who asked and who decides, as long as the dossier is theirs to work on; not for the asker's colleagues."""
        return self.filter(_partijen(viewer))

    def wachtend(self) -> "InzageverzoekQuerySet":
        return self.filter(besluit__isnull=True, ingetrokken_op__isnull=True)


class Inzageverzoek(models.Model):
    """Somebody of a partner asks one thing about one person, for one purpose, on one legal ground.

    ``soort`` is the category of the need-to-know matrix; ``eigenaar`` the organisation that decides. Granting makes an
    :class:`Inzageantwoord`; refusing asks a reason; silence is neither. AVG art. 5(1)(b) and (2), 6, 9.
    """

    class Besluit(models.TextChoices):
        TOEGEKEND = "toegekend", _("Toegekend")
        GEWEIGERD = "geweigerd", _("Geweigerd")

    # Who asked, who directs the case, and the COA about what the COA owns; no other partner, and no colleague of the asker.
    beleid: ClassVar[str] = (
        "{t}.vraagsteller_id = (select zelf()) or {t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
        " or (((select in_lijst('dossier')) or ({t}.eigenaar = 'coa' and (select eigen_rol()) = 'coa'))"
        " and in_eigen_dossier({t}.dossier_id))"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    vraagsteller = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    # What the asker was when asking: people change jobs, the record does not.
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    eigenaar = models.CharField(max_length=10, choices=Organisatie.choices)
    soort = models.CharField(max_length=30)
    wat = models.TextField()
    doel = models.TextField()
    grondslag = models.CharField(max_length=40)
    grondslag_toelichting = models.CharField(max_length=200, blank=True, default="")
    gevraagd_op = models.DateField()
    antwoord_voor = models.DateField()
    besluit = models.CharField(max_length=12, choices=Besluit, null=True, blank=True)
    motivering = models.TextField(blank=True, default="")
    besloten_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    besloten_op = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Inzageverzoek"]] = InzageverzoekQuerySet.as_manager()

    class Meta:
        ordering = ["gevraagd_op", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(wat__regex=r"\S") & Q(doel__regex=r"\S") & ~Q(grondslag=""),
                name="inzageverzoek_says_what_and_why",
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True, besloten_door__isnull=True, besloten_op__isnull=True)
                | Q(
                    besluit__isnull=False,
                    besloten_door__isnull=False,
                    besloten_op__isnull=False,
                    motivering__regex=r"\S",
                ),
                name="inzageverzoek_decided_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(besloten_door__isnull=True) | ~Q(besloten_door=F("vraagsteller")),
                name="inzageverzoek_four_eyes",
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True) | Q(ingetrokken_op__isnull=True),
                name="inzageverzoek_decided_or_withdrawn",
            ),
        ]
        indexes = [
            models.Index(fields=["dossier", "-gevraagd_op"], name="inzageverzoek_van_dossier"),
            models.Index(fields=["vraagsteller", "-gevraagd_op"], name="inzageverzoek_van_iemand"),
            models.Index(
                fields=["eigenaar", "antwoord_voor"],
                condition=Q(besluit__isnull=True, ingetrokken_op__isnull=True),
                name="inzageverzoek_wacht",
            ),
        ]

    def __str__(self) -> str:
        return self.soort

    @property
    def wacht(self) -> bool:
        """Whether the owner still has to decide."""
        return self.besluit is None and self.ingetrokken_op is None


class InzageantwoordQuerySet(models.QuerySet["Inzageantwoord"]):
    def visible_to(self, viewer: Medewerker) -> "InzageantwoordQuerySet":
        """As visible as its question."""
        return self.filter(_partijen(viewer, via="verzoek__"))

    def geldig_op(self, dag: date) -> "InzageantwoordQuerySet":
        """What may still be read on a day."""
        return self.filter(geldig_tot__gte=dag, ingetrokken_op__isnull=True)


class Inzageantwoord(models.Model):
    """What was granted: the answer in the owner's own words, until a day. The asker sees this and nothing behind it."""

    # As its question; but who asked reads it no longer than its last day, by the clock of the database.
    beleid: ClassVar[str] = (
        "exists (select 1 from dossier_inzageverzoek v where v.id = {t}.verzoek_id"
        " and (v.vraagsteller_id <> (select zelf()) or ({t}.ingetrokken_op is null"
        " and {t}.geldig_tot >= (now() at time zone 'Europe/Amsterdam')::date)))"
    )

    verzoek = models.OneToOneField(
        Inzageverzoek, on_delete=models.CASCADE, primary_key=True, related_name="antwoord"
    )
    tekst = models.TextField()
    gegeven_op = models.DateField()
    geldig_tot = models.DateField()
    ingetrokken_op = models.DateField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    intrekreden = models.TextField(blank=True, default="")

    objects: ClassVar[models.Manager["Inzageantwoord"]] = InzageantwoordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(tekst__regex=r"\S"), name="inzageantwoord_says_something"),
            models.CheckConstraint(
                condition=Q(geldig_tot__gte=F("gegeven_op"))
                & Q(geldig_tot__lte=F("gegeven_op") + LANGST_GELDIG),
                name="inzageantwoord_ends_in_time",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True)
                | Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False, intrekreden__regex=r"\S"),
                name="inzageantwoord_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.verzoek_id)

    def is_te_lezen_op(self, dag: date) -> bool:
        """Whether the asker may read it on that day."""
        return self.ingetrokken_op is None and dag <= self.geldig_tot
