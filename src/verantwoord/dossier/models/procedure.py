from typing import Any, ClassVar

from django.db import models

from verantwoord.dossier.models.feitrij import Feitrij


class Aanvraag(Feitrij):
    """A request for a permit: asylum, a repeat, regular or for medical treatment."""

    categorie: ClassVar[str] = "ind_besluit"

    soort = models.CharField(max_length=20)
    ingediend_op = models.DateField()
    ingetrokken_op = models.DateField(null=True, blank=True)
    schriftelijk_ingetrokken = models.BooleanField(default=False)
    beslist_op = models.DateField(null=True, blank=True)
    inwilliging = models.BooleanField(null=True, blank=True)


class Besluit(Feitrij):
    """A decision of the IND, with the return decision and departure term it holds (Vw 2000 art. 45, 62, 62a)."""

    categorie: ClassVar[str] = "ind_besluit"

    soort = models.CharField(max_length=20)
    genomen_op = models.DateField()
    bekendgemaakt_op = models.DateField(null=True, blank=True)
    terugkeerbesluit = models.BooleanField(default=False)
    land_van_terugkeer = models.CharField(max_length=3, null=True, blank=True)
    vertrektermijn_dagen = models.PositiveSmallIntegerField(null=True, blank=True)
    grond_verkorting = models.CharField(max_length=50, null=True, blank=True)
    kenmerk = models.CharField(max_length=200, null=True, blank=True)
    schorsende_werking = models.BooleanField(null=True, blank=True)
    # A decision that the IND took back stays recorded, but it is no fact for the norms any more.
    ingetrokken_op = models.DateField(null=True, blank=True)

    TELT: ClassVar[dict[str, Any]] = {"ingetrokken_op__isnull": True}


class Beroep(Feitrij):
    """An appeal to the court, or a further appeal to the Afdeling."""

    categorie: ClassVar[str] = "ind_besluit"

    soort = models.CharField(max_length=20, default="beroep")
    ingesteld_op = models.DateField()
    zitting_bekend_op = models.DateField(null=True, blank=True)
    zitting_op = models.DateField(null=True, blank=True)
    zonder_zitting = models.BooleanField(default=False)
    uitspraak_op = models.DateField(null=True, blank=True)
    bekendgemaakt_op = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=20, null=True, blank=True)


class VoorlopigeVoorziening(Feitrij):
    """A request to the court to stop departure for the time being (Awb art. 8:81)."""

    categorie: ClassVar[str] = "ind_besluit"

    gevraagd_op = models.DateField()
    toegewezen = models.BooleanField(null=True, blank=True)
    beslist_op = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)


class Verblijfsgrond(Feitrij):
    """A period of lawful stay on a ground of Vw 2000 art. 8; ``tot`` is its last day."""

    categorie: ClassVar[str] = "ind_besluit"

    grond = models.CharField(max_length=2)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)


class Verwijderbaarheidscheck(Feitrij):
    """The answer of the IND to the question whether the person may be removed, valid for a few days."""

    categorie: ClassVar[str] = "vertrekplan_en_toetsing"

    gecheckt_op = models.DateField()
    uitkomst = models.CharField(max_length=20)
