"""The colleagues with whom one learns: those of the DT&V who work here now."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht, Rol, heeft_recht
from verantwoord.vakmanschap.fouten import KanNiet

ROLLEN = [rol.value for rol in Rol if heeft_recht(rol, Recht.VAKMANSCHAP_VOLGEN)]


def collegas_of(viewer: Medewerker) -> QuerySet[Medewerker]:
    """Everybody but oneself, by name; of a colleague everybody may know that she works here."""
    return (
        Medewerker.objects.filter(organisatie=Organisatie.DTV, rol__in=ROLLEN, is_active=True)
        .exclude(pk=viewer.pk)
        .order_by("naam")
    )


def collega(medewerker_id: UUID, *, door: Medewerker, veld: str | None = None) -> Medewerker:
    """One of them. Raises :class:`KanNiet` for somebody who does not, or no longer, work here."""
    gevonden = collegas_of(door).filter(pk=medewerker_id).first()
    if gevonden is None:
        raise KanNiet(_("Kies een collega die hier nu werkt."), veld=veld)
    return gevonden
