"""The closed lists of this room, with the words a reader sees."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Documentsoort(models.TextChoices):
    PASPOORT = "paspoort", _("Paspoort")
    IDENTITEITSKAART = "identiteitskaart", _("Identiteitskaart")
    LAISSEZ_PASSER = "laissez_passer", _("Laissez-passer")
    ANDERS = "anders", _("Een ander document")


class Uitkomst(models.TextChoices):
    TOEGEZEGD = "toegezegd", _("Het land zegt een laissez-passer toe")
    GEWEIGERD = "geweigerd", _("Het land geeft geen laissez-passer")
