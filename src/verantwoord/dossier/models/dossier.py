import uuid
from datetime import date
from typing import ClassVar, Final

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import KETENROLLEN, Organisatie, Recht, Rol


class Persoon(models.Model):
    """The person concerned, one row a v-number, as the last accepted message or correction says.

    ``geboortedatum`` is text: unknown parts are 00, as in the field. ``zoeknaam`` is the name folded for search
    (no case, no diacritics); it is derived in ``actions`` and never shown.
    """

    beleid: ClassVar[str] = (
        "('identiteit' = any ((select leest_van(eigen_rol()))::text[]) and van_eigen_dossier({t}.id))"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    v_nummer = models.CharField(_("V-nummer"), max_length=10, unique=True)
    achternaam = models.CharField(max_length=200, null=True, blank=True)
    voornamen = models.CharField(max_length=200, blank=True, default="")
    tussenvoegsel = models.CharField(max_length=50, blank=True, default="")
    # Other names and spellings under which this person is known; they are only searched, the norms read none of them.
    aliassen = models.JSONField(default=list, blank=True)
    zoeknaam = models.TextField(blank=True, default="", editable=False)
    geboortedatum = models.CharField(max_length=10, null=True, blank=True)
    geslacht = models.CharField(max_length=10, default="onbekend")
    nationaliteiten = models.JSONField(default=list, blank=True)
    talen = models.JSONField(default=list, blank=True)
    amv = models.BooleanField(default=False)
    voogd = models.CharField(max_length=200, null=True, blank=True)
    gemachtigde = models.CharField(max_length=200, null=True, blank=True)
    adequate_opvang_bewijs = models.CharField(max_length=200, null=True, blank=True)

    class Meta:
        indexes = [
            GinIndex(OpClass("zoeknaam", name="gin_trgm_ops"), name="persoon_op_zoeknaam"),
            models.Index(OpClass("geboortedatum", name="text_pattern_ops"), name="persoon_op_geboortedatum"),
        ]

    def __str__(self) -> str:
        return self.v_nummer

    @property
    def volledige_naam(self) -> str:
        delen = (self.voornamen, self.tussenvoegsel, self.achternaam)
        return " ".join(deel for deel in delen if deel) or str(_("naam onbekend"))

    @property
    def lijstnaam(self) -> str:
        """Surname first, as in lists."""
        if not self.achternaam:
            return str(_("naam onbekend"))
        roepnaam = " ".join(deel for deel in (self.voornamen, self.tussenvoegsel) if deel)
        return f"{self.achternaam}, {roepnaam}" if roepnaam else self.achternaam


class Gezinslid(models.Model):
    """Someone of the family as the file names them; a v-number links to that person's own dossier."""

    beschermd_door: ClassVar[str] = "persoon"

    persoon = models.ForeignKey(Persoon, on_delete=models.CASCADE, related_name="gezin")
    volgorde = models.PositiveSmallIntegerField()
    relatie = models.CharField(max_length=20)
    v_nummer = models.CharField(max_length=10, null=True, blank=True)
    geboortedatum = models.CharField(max_length=10, null=True, blank=True)
    meereizend = models.BooleanField(default=True)

    class Meta:
        ordering = ["volgorde"]
        indexes = [models.Index(fields=["v_nummer"], name="gezinslid_op_v_nummer")]

    def __str__(self) -> str:
        return self.relatie


def zichtbaar_voor(viewer: Medewerker, *, via: str = "") -> Q:
    """The condition on a dossier, reached by ``via``, under which this person works on it.

    Partners, and who is competent in medical matters, those in which they are involved now (:class:`Betrokkenheid`). A regievoerder sees her own and her team's, except shielded ones of colleagues; a manager those of the
    team, and a shielded one only while nobody directs it, so that it can be given to somebody. Nobody sees all, and
    functional administrators see none.
    """
    if viewer.rol in KETENROLLEN or viewer.rol == Rol.MEDISCH_BEVOEGD:
        return Q(**{f"{via}pk__in": Betrokkenheid.objects.loopt_voor(viewer).values("dossier")})
    if viewer.organisatie != Organisatie.DTV or viewer.rol not in {Rol.REGIEVOERDER, Rol.MANAGER}:
        return Q(pk__in=[])
    eigen = Q(**{f"{via}regievoerder": viewer})
    if viewer.team_id is None:
        return eigen
    van_het_team = Q(**{f"{via}team_id": viewer.team_id})
    te_zien = Q(**{f"{via}afgeschermd": False})
    if viewer.rol == Rol.MANAGER:
        te_zien |= Q(**{f"{via}regievoerder": None}) | Q(**{f"{via}regievoerder__is_active": False})
    return eigen | (van_het_team & te_zien)


class DossierQuerySet(models.QuerySet["Dossier"]):
    def visible_to(self, viewer: Medewerker) -> "DossierQuerySet":
        """Only the dossiers this person works on; every other question starts here."""
        return self.filter(zichtbaar_voor(viewer))


class Dossier(models.Model):
    """The vertrekdossier of one person, from one transfer until it is closed (report, footnote 2).

    ``versie`` counts the changes: a form that was opened on an older one is not saved over it. Fields named as in
    the dossierbeeld hold the same fact.
    """

    beleid: ClassVar[str] = (
        "({t}.regievoerder_id = (select zelf()) and (select eigen_rol()) in ('regievoerder', 'manager'))"
        " or ({t}.team_id = (select eigen_team()) and (select eigen_rol()) in ('regievoerder', 'manager')"
        " and (not {t}.afgeschermd or ((select eigen_rol()) = 'manager' and not exists ("
        "select 1 from toegang_medewerker r where r.id = {t}.regievoerder_id and r.is_active))))"
        " or ((select eigen_rol()) not in ('regievoerder', 'manager') and is_betrokken({t}.id))"
        " or {t}.id = any ((select bonnen('identiteit'))::uuid[]) or {t}.id = any ((select bonnen('antwoord:identiteit'))::uuid[])"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nummer = models.CharField(max_length=20, unique=True)
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="dossiers")
    versie = models.PositiveIntegerField(default=1)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    regievoerder = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The name that came along in an imported dossierbeeld, when nobody of that name works here.
    regievoerder_elders = models.CharField(max_length=200, null=True, blank=True)
    afgeschermd = models.BooleanField(default=False)
    spoor = models.CharField(max_length=10, default="asiel")
    afzender = models.CharField(max_length=10, choices=Organisatie.choices)
    ontvangen_op = models.DateField()
    ingetrokken_op = models.DateField(null=True, blank=True)
    documenten = models.JSONField(default=list, blank=True)
    intake_afgerond_op = models.DateField(null=True, blank=True)
    gesloten_op = models.DateField(null=True, blank=True)
    eerdere_dossiers = models.JSONField(default=list, blank=True)

    objects: ClassVar[models.Manager["Dossier"]] = DossierQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(versie__gte=1), name="dossier_versie_from_1"),
            models.CheckConstraint(
                condition=Q(regievoerder__isnull=True) | Q(regievoerder_elders__isnull=True),
                name="dossier_has_one_regievoerder",
            ),
            # A second transfer for an open dossier is linked to it; two open ones for one person cannot exist.
            models.UniqueConstraint(
                fields=["persoon"], condition=Q(gesloten_op__isnull=True), name="dossier_one_open_a_person"
            ),
            models.CheckConstraint(
                condition=Q(gesloten_op__isnull=True) | Q(gesloten_op__gte=F("ontvangen_op")),
                name="dossier_closes_after_it_came",
            ),
        ]
        indexes = [models.Index(fields=["team", "regievoerder"], name="dossier_van_team")]

    def __str__(self) -> str:
        return self.nummer

    def is_te_behandelen_door(self, viewer: Medewerker) -> bool:
        """Whether this person may work on it now, for what a page offers; the lock of every action has the last word."""
        return self.gesloten_op is None and viewer.heeft(Recht.DOSSIER_BEHANDELEN)


# In a list what has no day comes last; as a day itself it is found by one comparison.
ZONDER_DAG: Final = date.max


class BetrokkenheidQuerySet(models.QuerySet["Betrokkenheid"]):
    def loopt_voor(self, viewer: Medewerker) -> "BetrokkenheidQuerySet":
        """The tasks that this person has now, of the organisation or the team, for every hat or for this one."""
        return self.filter(
            Q(team__isnull=True) | Q(team=viewer.team_id),
            organisatie=viewer.organisatie,
            rol__in=("", viewer.rol),
            tot__isnull=True,
        )


class Betrokkenheid(models.Model):
    """One organisation has a task in one dossier, for one reason, from ``van`` until ``tot``.

    The materialised answer to "who works on this?" for partners: kept from the facts after every event and every
    night, and by hand for a guest of one agenda item. ``team`` and ``rol`` narrow it; an empty one means the whole
    organisation. Ended rows stay, so that who could see what remains known. AVG art. 5(1)(b), 25(2).

    ``volgende_op`` and ``ontvangen_op`` are the place of the dossier in the list of this partner, kept beside it by
    :mod:`verantwoord.dossier.lijst` so that a page of a list is read from the index; ``gevraagd``: an answer asks
    something of this partner.
    """

    class Grond(models.TextChoices):
        LOCATIE = "locatie", _("de persoon woont op een locatie van deze organisatie")
        PROCEDURE = "procedure", _("deze organisatie behandelt een procedure van de persoon")
        BOEKING = "boeking", _("deze organisatie begeleidt het vertrek")
        VERWIJZING = "verwijzing", _("de persoon is met toestemming naar deze organisatie verwezen")
        OVERLEG = "overleg", _("deze organisatie bespreekt de zaak in een overleg")
        TOEZICHT = "toezicht", _("deze organisatie houdt toezicht")
        MENSENHANDEL = "mensenhandel", _("deze organisatie behandelt het signaal van mensenhandel")

    # One's own involvement; all of a dossier for who directs it. The policy of ``Dossier`` rests on this one.
    beleid: ClassVar[str] = (
        "({t}.organisatie = (select eigen_organisatie()) and {t}.rol in ('', (select eigen_rol()))"
        " and ({t}.team_id is null or {t}.team_id = (select eigen_team())))"
        " or {t}.dossier_id = any ((select bonnen('dossier'))::uuid[])"
    )

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="betrokkenen")
    organisatie = models.CharField(max_length=10, choices=Organisatie.choices)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rol = models.CharField(max_length=20, blank=True, default="")
    grond = models.CharField(max_length=15, choices=Grond)
    # What the reason is about: the location, the provider, the agenda item.
    sleutel = models.CharField(max_length=200, blank=True, default="")
    van = models.DateTimeField(db_default=Now())
    tot = models.DateTimeField(null=True, blank=True)
    volgende_op = models.DateField(db_default=ZONDER_DAG)
    ontvangen_op = models.DateField(db_default=ZONDER_DAG)
    gevraagd = models.BooleanField(db_default=False)

    objects: ClassVar[models.Manager["Betrokkenheid"]] = BetrokkenheidQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "organisatie", "team", "rol", "grond", "sleutel"],
                condition=Q(tot__isnull=True),
                nulls_distinct=False,
                name="betrokkenheid_runs_once",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="betrokkenheid_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(
                fields=["organisatie", "team", "rol", "volgende_op", "ontvangen_op", "dossier"],
                condition=Q(tot__isnull=True),
                name="betrokkenheid_in_lijst",
            ),
            models.Index(
                fields=["organisatie", "team", "rol", "dossier"],
                condition=Q(tot__isnull=True, gevraagd=True),
                name="betrokkenheid_gevraagd",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisatie} {self.grond}"


class Dossierdeel(models.Model):
    """A part of the dossierbeeld that is kept whole, in the form of the contract.

    For what is read and changed as one whole (the route of a toetsingsmoment, a departure); the room it belongs to has
    the actions that change it, and what nobody changes in place has rows of its own there.
    """

    categorie_per: ClassVar[tuple[str, dict[str, str], str]] = (
        "deel",
        {
            "medisch": "medisch",
            "mensenhandel": "mensenhandel",
            "meldplichten": "toezicht_en_bewaring",
            "bewaringen": "toezicht_en_bewaring",
            "afwezigheid": "toezicht_en_bewaring",
        },
        "vertrekplan_en_toetsing",
    )

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="delen")
    deel = models.CharField(max_length=30)
    inhoud = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "deel"], name="dossierdeel_once_a_dossier")]

    def __str__(self) -> str:
        return self.deel


class Dossiernummer(models.Model):
    """The last number given out in a year; the row is locked while a new one is taken."""

    categorie: ClassVar[str] = "configuratie"

    jaar = models.PositiveSmallIntegerField(primary_key=True)
    laatste = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.jaar)
