"""Who belongs to the family, as the file of the person says it, and which of them the viewer works on too."""

from verantwoord.dossier.models import Dossier
from verantwoord.toegang.models import Medewerker


def familienummers(dossier: Dossier) -> set[str]:
    """The v-numbers of the relatives that the file of this person names."""
    nummers = dossier.persoon.gezin.values_list("v_nummer", flat=True)
    return {nummer for nummer in nummers if nummer}


def familie_van(dossier: Dossier, *, viewer: Medewerker) -> list[Dossier]:
    """The open dossiers of relatives that the viewer works on; of the others nothing is said, not even that they are there."""
    return list(
        Dossier.objects.visible_to(viewer)
        .filter(persoon__v_nummer__in=familienummers(dossier), gesloten_op__isnull=True)
        .exclude(pk=dossier.pk)
        .select_related("persoon")
        .order_by("nummer")
    )
