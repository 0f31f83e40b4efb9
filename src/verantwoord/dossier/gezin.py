"""Who belongs to the family, as the file of the person says it, and which of them the viewer works on too."""

from uuid import UUID

from verantwoord.dossier.models import Dossier, Gezinslid
from verantwoord.toegang.models import Medewerker


def familienummers(dossier: Dossier) -> set[str]:
    """The v-numbers of the relatives that the file of this person names."""
    nummers = dossier.persoon.gezin.values_list("v_nummer", flat=True)
    return {nummer for nummer in nummers if nummer}


def gezinsdossiers(dossier_id: UUID, *, viewer: Medewerker) -> list[UUID]:
    """The open dossiers of relatives that the viewer works on, for who writes in all of them at once."""
    nummers = Gezinslid.objects.filter(persoon__dossiers=dossier_id, v_nummer__isnull=False).values(
        "v_nummer"
    )
    anderen = Dossier.objects.visible_to(viewer).filter(
        persoon__v_nummer__in=nummers, gesloten_op__isnull=True
    )
    return list(anderen.exclude(pk=dossier_id).values_list("pk", flat=True))


def familie_van(dossier: Dossier, *, viewer: Medewerker) -> list[Dossier]:
    """The open dossiers of relatives that the viewer works on; of the others nothing is said, not even that they are there."""
    return list(
        Dossier.objects.visible_to(viewer)
        .filter(persoon__v_nummer__in=familienummers(dossier), gesloten_op__isnull=True)
        .exclude(pk=dossier.pk)
        .select_related("persoon")
        .order_by("nummer")
    )
