"""Copies to read, whose turn it is to read them, and what each judged. Of another assessor one reads nothing until both are done."""

import uuid
from typing import ClassVar, Final

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.inspectie.models.onderzoek import VAN_ONDERZOEKERS, Getrokken, Onderzoek
from verantwoord.toegang.models import Medewerker

# Asked once a query: of which copies both assessors are done, in the onderzoeken the viewer works on (leesdesk.sql).
GESLOTEN: Final = "any ((select gesloten_paren())::uuid[])"
NIEMAND: Final = "false"
# The turns: two who judge on their own, and a third where they differ.
EERSTE, TWEEDE, DERDE = 1, 2, 3


class Oordeel(models.TextChoices):
    JA = "ja", _("Ja")
    NEE = "nee", _("Nee")
    NIET_TE_BEOORDELEN = "niet_te_beoordelen", _("Niet te beoordelen")


class VanOnderzoekersQuerySet(models.QuerySet["models.Model"]):
    """Rows of an onderzoek, for who works on it."""

    def visible_to(self, viewer: Medewerker) -> "VanOnderzoekersQuerySet":
        return self.filter(onderzoek__in=Onderzoek.objects.worked_on_by(viewer))


class Criterium(models.Model):
    """One question that each assessor answers about each copy, with how to answer it. Report §3.3.

    ``deel`` names the part of the kwaliteitsmeting that asks the same by counting what is recorded, if one does.
    """

    beleid: ClassVar[str] = VAN_ONDERZOEKERS

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="criteria")
    volgorde = models.PositiveSmallIntegerField()
    code = models.SlugField(_("korte naam"), max_length=40)
    vraag = models.CharField(_("vraag"), max_length=300)
    toelichting = models.TextField(_("hoe u dit beantwoordt"), blank=True, default="")
    deel = models.CharField(_("meting die hetzelfde telt"), max_length=40, blank=True, default="")

    objects: ClassVar[models.Manager["Criterium"]] = VanOnderzoekersQuerySet.as_manager()

    class Meta:
        ordering = ["onderzoek", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "code"], name="criterium_own_name"),
            models.UniqueConstraint(
                fields=["onderzoek", "volgorde"],
                name="criterium_one_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Leessleutel(models.Model):
    """With which an onderzoek's pseudonyms are made. Read by the program alone: with it one would find the names again."""

    alleen_toevoegen = True
    beleid: ClassVar[str] = NIEMAND

    onderzoek = models.OneToOneField(Onderzoek, on_delete=models.PROTECT, primary_key=True, related_name="+")
    sleutel = models.BinaryField()

    def __str__(self) -> str:
        return "leessleutel"


class Lezer(models.Model):
    """An inspecteur who reads for an onderzoek. ``letter`` is how a file or report calls them: never by name."""

    beleid: ClassVar[str] = VAN_ONDERZOEKERS

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="lezers")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    letter = models.CharField(max_length=2)

    class Meta:
        ordering = ["onderzoek", "letter"]
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "medewerker"], name="lezer_once"),
            models.UniqueConstraint(fields=["onderzoek", "letter"], name="lezer_own_letter"),
        ]

    def __str__(self) -> str:
        return self.letter


class LeesexemplaarQuerySet(models.QuerySet["Leesexemplaar"]):
    def visible_to(self, viewer: Medewerker) -> "LeesexemplaarQuerySet":
        return self.filter(onderzoek__in=Onderzoek.objects.worked_on_by(viewer))


class Leesexemplaar(models.Model):
    """A dossier as it stood on the day of the onderzoek, without what says whose it is.

    ``code`` is its number in an order that says nothing; ``inhoud`` its parts, each with a heading, facts and texts;
    ``middel`` how the names were taken out. From which dossier it was made stands in :class:`Herkomst`.
    """

    beleid: ClassVar[str] = VAN_ONDERZOEKERS

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="leesexemplaren")
    code = models.CharField(max_length=10)
    inhoud = models.JSONField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    middel = models.CharField(max_length=100, blank=True, default="")
    gemaakt_op = models.DateTimeField(null=True, blank=True)
    # One that was replaced by the next in the draw: nobody reads it any more.
    vervallen_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Leesexemplaar"]] = LeesexemplaarQuerySet.as_manager()

    class Meta:
        ordering = ["onderzoek", "code"]
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "code"], name="leesexemplaar_own_code"),
            models.CheckConstraint(
                condition=Q(inhoud__isnull=True, gemaakt_op__isnull=True)
                | Q(inhoud__isnull=False, gemaakt_op__isnull=False),
                name="leesexemplaar_made_or_not",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Herkomst(models.Model):
    """From which drawn dossier a copy was made: for the program alone, so that who reads it cannot look who it is."""

    alleen_toevoegen = True
    beleid: ClassVar[str] = NIEMAND

    leesexemplaar = models.OneToOneField(
        Leesexemplaar, on_delete=models.PROTECT, primary_key=True, related_name="herkomst"
    )
    getrokken = models.OneToOneField(Getrokken, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return "herkomst"


class LeesbeurtQuerySet(models.QuerySet["Leesbeurt"]):
    def visible_to(self, viewer: Medewerker) -> "LeesbeurtQuerySet":
        """One's own, and of others once both assessors of that copy are done; the database keeps to the same."""
        klaar = Leesbeurt.objects.filter(afgerond_op__isnull=False)
        gesloten = Leesexemplaar.objects.visible_to(viewer).filter(
            pk__in=klaar.filter(plek=EERSTE).values("leesexemplaar")
        )
        gesloten = gesloten.filter(pk__in=klaar.filter(plek=TWEEDE).values("leesexemplaar"))
        return self.filter(
            Q(medewerker=viewer, leesexemplaar__in=Leesexemplaar.objects.visible_to(viewer))
            | Q(leesexemplaar__in=gesloten)
        )


class Leesbeurt(models.Model):
    """Whose turn it is to judge a copy: the first and the second on their own, the third where those two differ.

    Once ``afgerond_op`` is set nothing of it changes; the database refuses.
    """

    beleid: ClassVar[str] = f"{{t}}.medewerker_id = (select zelf()) or {{t}}.leesexemplaar_id = {GESLOTEN}"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    leesexemplaar = models.ForeignKey(Leesexemplaar, on_delete=models.PROTECT, related_name="beurten")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    plek = models.PositiveSmallIntegerField()
    versie = models.PositiveIntegerField(default=1)
    afgerond_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Leesbeurt"]] = LeesbeurtQuerySet.as_manager()

    class Meta:
        ordering = ["leesexemplaar", "plek"]
        constraints = [
            models.UniqueConstraint(fields=["leesexemplaar", "plek"], name="leesbeurt_one_a_place"),
            # Who decides between two is neither of them.
            models.UniqueConstraint(fields=["leesexemplaar", "medewerker"], name="leesbeurt_one_a_reader"),
            models.CheckConstraint(condition=Q(plek__in=(EERSTE, TWEEDE, DERDE)), name="leesbeurt_of_three"),
        ]
        indexes = [models.Index(fields=["medewerker", "afgerond_op"], name="leesbeurt_te_doen")]

    def __str__(self) -> str:
        return f"{self.plek}"


class Beoordeling(models.Model):
    """What somebody judged of one criterium, and why; half filled in while the turn is open."""

    beschermd_door: ClassVar[str] = "leesbeurt"

    leesbeurt = models.ForeignKey(Leesbeurt, on_delete=models.PROTECT, related_name="beoordelingen")
    criterium = models.ForeignKey(Criterium, on_delete=models.PROTECT, related_name="+")
    oordeel = models.CharField(max_length=20, choices=Oordeel, blank=True, default="")
    reden = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["criterium__volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["leesbeurt", "criterium"], name="beoordeling_once"),
        ]

    def __str__(self) -> str:
        return self.oordeel


class Meetwaarde(models.Model):
    """What the automatic measure found in the dossier of a copy, kept when the copy was made; shown when both are done."""

    alleen_toevoegen = True
    beleid: ClassVar[str] = f"{{t}}.leesexemplaar_id = {GESLOTEN}"

    leesexemplaar = models.OneToOneField(
        Leesexemplaar, on_delete=models.PROTECT, primary_key=True, related_name="meetwaarde"
    )
    delen = models.JSONField()

    def __str__(self) -> str:
        return "meetwaarde"


class Populatiemeting(models.Model):
    """What the automatic measure found in all dossiers on the day of the onderzoek; by part how many of how many."""

    alleen_toevoegen = True
    beleid: ClassVar[str] = NIEMAND

    onderzoek = models.OneToOneField(Onderzoek, on_delete=models.PROTECT, primary_key=True, related_name="+")
    dossiers = models.PositiveIntegerField()
    delen = models.JSONField()

    def __str__(self) -> str:
        return "populatiemeting"


class Naammelding(models.Model):
    """That something was left that says who it is, and that it was masked at once: where and how often, never what it was."""

    alleen_toevoegen = True
    beschermd_door: ClassVar[str] = "leesexemplaar"

    leesexemplaar = models.ForeignKey(Leesexemplaar, on_delete=models.PROTECT, related_name="naammeldingen")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(db_default=Now())
    plaatsen = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.plaatsen}"


class Verborgen(models.Model):
    """What was reported, so that it stays away wherever it comes up again; for the program alone."""

    alleen_toevoegen = True
    beleid: ClassVar[str] = NIEMAND

    leesexemplaar = models.ForeignKey(Leesexemplaar, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(max_length=100)

    def __str__(self) -> str:
        return "verborgen"


class Onderzoeksrapport(models.Model):
    """A report as it was made: its number and the digests of its files. Made again from the same data, they are the same."""

    alleen_toevoegen = True
    beleid: ClassVar[str] = VAN_ONDERZOEKERS

    onderzoek = models.ForeignKey(Onderzoek, on_delete=models.PROTECT, related_name="rapporten")
    nummer = models.PositiveSmallIntegerField()
    pdf_sha256 = models.CharField(max_length=64)
    zip_sha256 = models.CharField(max_length=64)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["onderzoek", "-nummer"]
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "nummer"], name="onderzoeksrapport_numbered")
        ]

    def __str__(self) -> str:
        return f"{self.nummer}"
