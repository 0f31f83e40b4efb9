from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.models import Dossier
from verantwoord.toegang.models import Medewerker


class MeldingQuerySet(models.QuerySet["Melding"]):
    def visible_to(self, viewer: Medewerker) -> "MeldingQuerySet":
        """Only one's own."""
        return self.filter(medewerker=viewer)

    def ongelezen(self) -> "MeldingQuerySet":
        return self.filter(gelezen_op__isnull=True)


class Melding(models.Model):
    """That something deserves one person's attention. What happened itself stands in the event, not here.

    While it is unread, the same kind about the same dossier is not said again. A duty is said once for each last day.
    """

    eigen_van: ClassVar[str] = "medewerker"

    class Soort(models.TextChoices):
        TOEGEWEZEN = "toegewezen", _("Een dossier is aan u toegewezen")
        PROCEDURE = "procedure", _("Een bericht heeft de procedure veranderd")
        AFWIJKING = "afwijking", _("Een verzoek om af te wijken wacht op u")
        AFWIJKING_BESLOTEN = "afwijking_besloten", _("Er is besloten over afwijken van een regel")
        KETEN = "keten", _("Een ketenpartner stuurde een bericht")
        PLICHT = "plicht", _("Een plicht loopt binnen drie dagen af")
        QUARANTAINE = "quarantaine", _("Er wachten berichten in quarantaine")
        INZAGE_GEVRAAGD = "inzage_gevraagd", _("Een partner vraagt u om één ding te mogen weten")
        INZAGE_BESLOTEN = "inzage_besloten", _("Er is besloten over uw vraag om meer te zien")
        NOODTOEGANG = "noodtoegang", _("Een dossier is in nood geopend")
        NOOD_TE_LAAT = "nood_te_laat", _("Noodtoegang is niet op tijd beoordeeld")
        OPVALLEND = "opvallend", _("Er zijn vragen over inzage om na te kijken")
        BIJDRAGE = "bijdrage", _("Een bijdrage van de DT&V wacht op een besluit")
        BIJDRAGE_BESLOTEN = "bijdrage_besloten", _("Er is besloten over een bijdrage van de DT&V")
        CATALOGUS = "catalogus", _("In de catalogus is ondersteuning aan de beurt om na te vragen")
        BEWARING = "bewaring", _("Over bewaring wacht er iets op u")
        STEM = "stem", _("De persoon schreef iets in het portaal")
        PORTAAL = "portaal", _("Een collega vraagt u om een tweede handtekening")
        OPLEIDING = "opleiding", _("Een verplichte cursus is aan de beurt")
        VAKMANSCHAP = "vakmanschap", _("Een collega vraagt of schrijft u iets over het vak")
        DIALOOG = "dialoog", _("Een verslag van een dialoogsessie is aan de beurt")
        ONDERZOEK = "onderzoek", _("De Inspectie vraagt wat u met een aanbeveling doet")

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20, choices=Soort.choices)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    norm = models.CharField(max_length=80, blank=True, default="")
    uiterlijk_op = models.DateField(null=True, blank=True)
    gemaakt_op = models.DateTimeField(db_default=Now())
    gelezen_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Melding"]] = MeldingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "soort", "dossier"],
                condition=Q(gelezen_op__isnull=True) & ~Q(soort="plicht"),
                nulls_distinct=False,
                name="melding_once_while_unread",
            ),
            models.UniqueConstraint(
                fields=["medewerker", "dossier", "norm", "uiterlijk_op"],
                condition=Q(soort="plicht"),
                name="melding_of_a_duty_once",
            ),
            models.CheckConstraint(
                condition=~Q(soort="plicht") | (~Q(norm="") & Q(uiterlijk_op__isnull=False)),
                name="melding_of_a_duty_names_it",
            ),
        ]
        indexes = [
            models.Index(fields=["medewerker", "-id"], name="melding_van_iemand"),
            models.Index(
                fields=["medewerker"], condition=Q(gelezen_op__isnull=True), name="melding_ongelezen"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class MailvoorkeurQuerySet(models.QuerySet["Mailvoorkeur"]):
    def visible_to(self, viewer: Medewerker) -> "MailvoorkeurQuerySet":
        """Only one's own."""
        return self.filter(medewerker=viewer)


class Mailvoorkeur(models.Model):
    """Whether and where one person gets mail about unread notifications; never without an address of her own giving."""

    categorie: ClassVar[str] = "configuratie"

    medewerker = models.OneToOneField(Medewerker, on_delete=models.PROTECT, related_name="+")
    adres = models.EmailField(_("e-mailadres"), blank=True, default="")
    per_mail = models.BooleanField(_("mail mij"), default=True)
    laatste_mail_op = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Mailvoorkeur"]] = MailvoorkeurQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.per_mail)
