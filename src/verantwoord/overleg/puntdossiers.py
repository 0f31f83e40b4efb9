"""The lines between items and dossiers, with a name for whoever may read one. Part of a query; never one by itself."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform

from verantwoord.dossier.models import Antwoord
from verantwoord.overleg.models import Puntdossier


def puntdossiers() -> QuerySet[Puntdossier]:
    """Whom an item is about. A guest may read an answer about who it is and not the person: ``genoemd`` is that name.

    No join: with one, a person that is not read would take along the line by which the look is kept.
    """
    naam = (
        Antwoord.objects.filter(dossier=OuterRef("dossier"), soort="identiteit")
        .order_by("-pk")
        .annotate(naam=KeyTextTransform("naam", "inhoud"))
        .values("naam")[:1]
    )
    gevonden = Puntdossier.objects.annotate(genoemd=Subquery(naam))
    return gevonden.prefetch_related("dossier__persoon").order_by("dossier")
