"""Questions about needs that nothing meets."""

from datetime import date
from uuid import UUID

from django.db.models import Count

from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.kern.ondersteuning import ONBEKENDE_LANDEN
from verantwoord.ondersteuning.models import Behoefte
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker


def behoefte_of(dossier_id: UUID, behoefte_id: UUID, *, viewer: Medewerker) -> Behoefte:
    """One need of this dossier. Raises ``Behoefte.DoesNotExist``, also when the viewer may not see the dossier."""
    return Behoefte.objects.visible_to(viewer).select_related("wens").get(pk=behoefte_id, dossier=dossier_id)


def land_van(beeld: Dossierbeeld) -> str:
    """The one country of return that is known, to begin a form with; nothing when there are more or none."""
    landen = {b.land_van_terugkeer for b in beeld.procedure.besluiten if b.land_van_terugkeer}
    landen = landen or set(beeld.persoon.nationaliteiten)
    (land,) = landen if len(landen) == 1 else ("",)
    return "" if land in ONBEKENDE_LANDEN else land


def aantallen_per_land(*, van: date, tot: date) -> dict[str, dict[str, int]]:
    """How many people lacked what, and where: by kind and country, over every dossier; figures and never a row.

    Whoever shows this decides about the right to see it and hides what is small. A person counts once a kind.
    """
    with als_systeem():
        rijen = (
            Behoefte.objects.filter(gemeld_op__range=(van, tot))
            .order_by("soort", "land")
            .values_list("soort", "land")
            .annotate(aantal=Count("pk"))
        )
        per_soort: dict[str, dict[str, int]] = {}
        for soort, land, aantal in rijen:
            per_soort.setdefault(soort, {})[land] = aantal
    return per_soort


def eerste_dag() -> date | None:
    """The day of the first need there is, over every dossier."""
    with als_systeem():
        dag: date | None = Behoefte.objects.order_by("gemeld_op").values_list("gemeld_op", flat=True).first()
    return dag
