"""Every question others may ask this room. All of them start with who is asking."""

from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekplan.inhoud import als_feit, inhoud_van
from verantwoord.vertrekplan.models import Actie, Vertrekplan
from verantwoord.vertrekplan.vaststelling import Vaststelling, beoordeel_vaststelling


def plannen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Vertrekplan]:
    """The established versions of one dossier with their actions, newest first; the first one is the current one."""
    return (
        Vertrekplan.objects.visible_to(viewer)
        .filter(dossier=dossier_id, vastgesteld_op__isnull=False)
        .order_by("-versie", "-volgorde")
        .prefetch_related(Prefetch("acties", Actie.objects.order_by("volgorde")))
    )


def concept_of(dossier_id: UUID, *, viewer: Medewerker) -> Vertrekplan | None:
    """The version that is being worked on, if there is one."""
    return (
        Vertrekplan.objects.visible_to(viewer)
        .filter(dossier=dossier_id, vastgesteld_op__isnull=True)
        .prefetch_related(Prefetch("acties", Actie.objects.order_by("volgorde")))
        .first()
    )


def acties_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Actie]:
    """The actions of all established versions of one dossier."""
    return Actie.objects.select_related("plan").filter(
        plan__in=plannen_of(dossier_id, viewer=viewer).values("pk").order_by()
    )


def vaststelling_of(concept: Vertrekplan, *, viewer: Medewerker, peildatum: date) -> Vaststelling:
    """What stands between this concept and an established version, were it established on ``peildatum``."""
    Dossier.objects.visible_to(viewer).only("pk").get(pk=concept.dossier_id)
    inhoud = inhoud_van(concept, concept.acties.all())
    return beoordeel_vaststelling(
        beeld_of(concept.dossier_id),
        als_feit(inhoud, versie=concept.versie, vastgesteld_op=peildatum, door=viewer.naam),
        reden_keuze=concept.reden_keuze,
        peildatum=peildatum,
        parameters=geldende_parameters(),
    )
