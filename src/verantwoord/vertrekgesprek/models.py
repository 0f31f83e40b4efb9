import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier, Feitrij
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.vertrekgesprek.keuzes import (
    Besluitsoort,
    Moment,
    Oorzaak,
    Reactievorm,
    Status,
    Toevoeging,
    Tolk,
    Zoekterrein,
)


class GesprekQuerySet(models.QuerySet["Gesprek"]):
    def visible_to(self, viewer: Medewerker) -> "GesprekQuerySet":
        """A talk is exactly as visible as the dossier it belongs to."""
        return self.filter(dossier__in=Dossier.objects.visible_to(viewer))


class Gesprek(Feitrij):
    """One vertrekgesprek: planned, held or not held. Once ``afgerond_op`` is set the database refuses every change.

    Fields named as in the dossierbeeld hold the same fact; the others are what the work needs beyond the contract.

    ``blokken`` holds the text of ``procedure``, ``opties``, ``gevolgen`` and ``overig``; ``vragen`` the answer to the
    open question of each toetsingsmoment; ``afspraken`` is a list of ``{"wie", "wat", "uiterlijk"}``. ``verslag`` is
    made of these texts when the talk is finished. ``concept`` is what the talk yielded for other rooms, see
    :class:`verantwoord.vertrekgesprek.verslag.Opbrengst`. ``opties_reden`` says why not all support was discussed
    although this was the third talk (norm ondersteuning-volledig-besproken).

    ``vervangt`` is the talk that did not take place and for which this one was planned. ``samen_met`` is the talk of a
    relative with which this one is held as one sitting; its report is written there, and each dossier keeps its own
    record. ``kinderen`` is a list of ``{"wie", "belang"}``: what was asked and heard about each child apart, with
    ``"elders": true`` for a child whose own talk ended in the same sitting.
    """

    categorie: ClassVar[str] = "gespreksverslag"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versie = models.PositiveIntegerField(default=1)
    moment = models.CharField(_("welk gesprek"), max_length=10, choices=Moment.choices)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.GEPLAND)
    uitgenodigd_op = models.DateField(null=True, blank=True)
    gepland_op = models.DateField(null=True, blank=True)
    tijd = models.TimeField(null=True, blank=True)
    plaats = models.CharField(max_length=200, blank=True, default="")
    taal = models.TextField(null=True, blank=True)
    gemeenschappelijke_taal = models.BooleanField(null=True, blank=True)
    tolk_gepland = models.CharField(max_length=20, blank=True, default="", choices=Tolk.choices)
    tolk_bestelling = models.CharField(max_length=200, blank=True, default="")
    tolk_voorkeur = models.CharField(max_length=200, blank=True, default="")
    tolk_besteld_op = models.DateField(null=True, blank=True)
    tolk_bevestigd_op = models.DateField(null=True, blank=True)
    vervangt = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="vervangen_door"
    )
    samen_met = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="gezinsgesprekken"
    )
    status_reden = models.TextField(blank=True, default="")
    oorzaak = models.CharField(max_length=20, blank=True, default="", choices=Oorzaak.choices)
    gevoerd_op = models.DateField(null=True, blank=True)
    gevoerd_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tolk = models.CharField(max_length=20, null=True, blank=True, choices=Tolk.choices)
    onderwerpen = models.JSONField(default=list, blank=True)
    niet_aan_de_orde = models.JSONField(default=dict, blank=True)
    opties_besproken = models.JSONField(default=list, blank=True)
    opties_reden = models.TextField(blank=True, default="")
    blokken = models.JSONField(default=dict, blank=True)
    vragen = models.JSONField(default=dict, blank=True)
    afspraken = models.JSONField(default=list, blank=True)
    kinderen = models.JSONField(default=list, blank=True)
    concept = models.JSONField(default=dict, blank=True)
    eigen_woorden = models.TextField(blank=True, default="")
    wil_niet_antwoorden = models.BooleanField(default=False)
    bewaring_genoemd = models.BooleanField(default=False)
    verslag = models.TextField(blank=True, default="")
    afgerond_op = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Gesprek"]] = GesprekQuerySet.as_manager()

    class Meta(Feitrij.Meta):
        abstract = False
        verbose_name = _("vertrekgesprek")
        constraints = [
            *Feitrij.Meta.constraints,
            models.UniqueConstraint(
                fields=["vervangt"], condition=Q(vervangt__isnull=False), name="gesprek_is_replaced_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_moment_display())

    @property
    def is_afgerond(self) -> bool:
        return self.afgerond_op is not None

    @property
    def is_gezinsgesprek(self) -> bool:
        """Whether this talk is one sitting with those of relatives; ask after it was saved."""
        return self.samen_met_id is not None or self.gezinsgesprekken.exists()

    @property
    def is_open(self) -> bool:
        """Whether a report can still be written: planned, or held and not finished."""
        return self.status in {Status.GEPLAND, Status.GEVOERD} and not self.is_afgerond


class Klad(models.Model):
    """What somebody typed into the report of a talk that is not finished, exactly as typed, also when it is wrong.

    ``velden`` holds the form's own names with their values as lists. It is working text: it is written over every few
    seconds and removed when the talk is finished, and therefore, unlike facts, its earlier states are not kept.
    ``versie`` counts the saves, so that two people do not write over each other. ``blad`` is the opened page that saved
    last: a page is never in conflict with itself.
    """

    beschermd_door: ClassVar[str] = "gesprek"

    gesprek = models.OneToOneField(Gesprek, on_delete=models.CASCADE, related_name="klad")
    versie = models.PositiveIntegerField(default=1)
    velden = models.JSONField(default=dict)
    blad = models.CharField(max_length=32, blank=True, default="")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    bewaard_op = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.gesprek_id} {self.versie}"


class Addendum(models.Model):
    """What is added to a finished talk: a correction, something forgotten, or the person's reaction. Never changed."""

    beschermd_door: ClassVar[str] = "gesprek"

    alleen_toevoegen = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gesprek = models.ForeignKey(Gesprek, on_delete=models.PROTECT, related_name="addenda")
    soort = models.CharField(_("wat voegt u toe"), max_length=20, choices=Toevoeging.choices)
    tekst = models.TextField(_("tekst"))
    reden = models.TextField(_("waarom nu pas"), blank=True, default="")
    # Nobody of the staff when the person wrote it in the portal; ``door_naam`` says who.
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    door_naam = models.CharField(max_length=200)
    # Of a reaction: the day the person gave it, and in which way.
    gegeven_op = models.DateField(null=True, blank=True)
    vorm = models.CharField(max_length=20, blank=True, default="", choices=Reactievorm.choices)
    toegevoegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["toegevoegd_op", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(tekst=""), name="addendum_has_a_text"),
            models.CheckConstraint(
                condition=Q(soort="reactie") | ~Q(reden=""), name="addendum_of_staff_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class AfspraakGedaan(models.Model):
    """That an agreement of a talk was kept; ``nummer`` is its place in the talk's list. The talk itself stays as it is."""

    beschermd_door: ClassVar[str] = "gesprek"

    alleen_toevoegen = True

    gesprek = models.ForeignKey(Gesprek, on_delete=models.PROTECT, related_name="afspraken_gedaan")
    nummer = models.PositiveSmallIntegerField()
    gedaan_op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gesprek", "nummer"], name="afspraak_is_done_once"),
        ]

    def __str__(self) -> str:
        return f"{self.gesprek_id} {self.nummer}"


class PassagebesluitQuerySet(models.QuerySet["Passagebesluit"]):
    def visible_to(self, viewer: Medewerker) -> "PassagebesluitQuerySet":
        """Only for who handles the dossier: word hints are no matter for supervision, detention or management."""
        if not viewer.heeft(Recht.DOSSIER_BEHANDELEN):
            return self.none()
        return self.filter(gesprek__in=Gesprek.objects.visible_to(viewer))


class Passagebesluit(models.Model):
    """What somebody did with words in a finished report: an act of hers, never what a program found (invariant 10).

    ``[begin, eind)`` is what she read in the part ``vindplaats`` of the report, see ``passages.leesteksten``; of what was
    answered before places were kept both are 0 and only ``citaat`` tells. ``terrein`` is what the words may be about,
    ``betreft`` which toetsing she opened or which kind of wish it became. ``regels`` are the rules that prompted her and
    ``lexicon`` names the version of them, so that years later somebody can see why these words were shown.
    """

    beschermd_door: ClassVar[str] = "gesprek"

    alleen_toevoegen = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gesprek = models.ForeignKey(Gesprek, on_delete=models.PROTECT, related_name="passagebesluiten")
    vindplaats = models.CharField(max_length=60)
    begin = models.PositiveIntegerField()
    eind = models.PositiveIntegerField()
    terrein = models.CharField(max_length=20, choices=Zoekterrein.choices)
    citaat = models.TextField()
    soort = models.CharField(max_length=20, choices=Besluitsoort.choices)
    betreft = models.CharField(max_length=30, blank=True, default="")
    reden = models.TextField(blank=True, default="")
    regels = models.JSONField(default=list)
    lexicon = models.CharField(max_length=20)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=200)
    gegeven_op = models.DateTimeField(db_default=Now())

    objects: ClassVar[models.Manager["Passagebesluit"]] = PassagebesluitQuerySet.as_manager()

    class Meta:
        verbose_name = _("besluit over een passage")
        ordering = ["gegeven_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort="terzijde") | ~Q(reden=""), name="passage_set_aside_says_why"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class WoordvoorstelQuerySet(models.QuerySet["Woordvoorstel"]):
    def visible_to(self, viewer: Medewerker) -> "WoordvoorstelQuerySet":
        """One's own, and all of them for who keeps the rules."""
        return self if viewer.heeft(Recht.WOORDREGELS_BIJHOUDEN) else self.filter(door=viewer)


class Woordvoorstel(models.Model):
    """Words that somebody says the rules should find. It is about language: it names no dossier, talk or person."""

    class Stand(models.TextChoices):
        NIEUW = "nieuw", _("Nog niet bekeken")
        OVERGENOMEN = "overgenomen", _("Overgenomen")
        NIET_OVERGENOMEN = "niet_overgenomen", _("Niet overgenomen")

    # Who says it, and who keeps the rules.
    beleid: ClassVar[str] = (
        "{t}.door_id = (select zelf()) or (select eigen_rol()) = 'beheerder' or (select is_systeem())"
    )

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    terrein = models.CharField(max_length=20, choices=Zoekterrein.choices)
    woorden = models.CharField(max_length=200)
    toelichting = models.TextField(blank=True, default="")
    stand = models.CharField(max_length=20, choices=Stand.choices, default=Stand.NIEUW)
    antwoord = models.TextField(blank=True, default="")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gedaan_op = models.DateTimeField(db_default=Now())
    beantwoord_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    beantwoord_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Woordvoorstel"]] = WoordvoorstelQuerySet.as_manager()

    class Meta:
        verbose_name = _("voorstel voor de woordregels")
        ordering = ["-gedaan_op", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stand="nieuw", beantwoord_op=None, antwoord="")
                | (~Q(stand="nieuw") & Q(beantwoord_op__isnull=False) & ~Q(antwoord="")),
                name="woordvoorstel_with_an_outcome_has_an_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.woorden
