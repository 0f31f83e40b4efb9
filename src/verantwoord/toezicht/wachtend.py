"""Whether anything of supervision may wait in a dossier, as conditions that go along with the question for the dossier."""

from functools import reduce
from operator import or_

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef

from verantwoord.toezicht.bewaring.keuzes import LOPEND
from verantwoord.toezicht.bewaring.models import Voorstel
from verantwoord.toezicht.models import Maatregel, Meldverzoek, Reistest


def toezicht_wacht() -> ExpressionWrapper:
    """True where a question to the AVIM, a measure or a test of a country may wait."""
    vragen = (
        Meldverzoek.objects.wachtend().filter(dossier=OuterRef("pk")),
        Maatregel.objects.filter(dossier=OuterRef("pk"), beeindigd_op__isnull=True),
        Reistest.objects.te_vragen().filter(dossier=OuterRef("pk")),
    )
    return ExpressionWrapper(reduce(or_, map(Exists, vragen)), output_field=BooleanField())


def voorstel_loopt() -> Exists:
    """True where a proposal for detention runs."""
    return Exists(Voorstel.objects.filter(dossier=OuterRef("pk"), stand__in=LOPEND))
