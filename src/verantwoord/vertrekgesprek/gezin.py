"""Who belongs to the family, as the file of the person says it."""

from verantwoord.dossier.models import Dossier


def familienummers(dossier: Dossier) -> set[str]:
    """The v-numbers of the relatives that the file of this person names."""
    nummers = dossier.persoon.gezin.values_list("v_nummer", flat=True)
    return {nummer for nummer in nummers if nummer}
