"""Keeping a filter of the caseload by a name of one's own."""

from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.models import BewaardFilter

MEESTE_FILTERS: Final = 20


class FilterNietBewaard(DomeinFout):
    """There is no name, or there are too many."""


@transaction.atomic
def save_filter(*, door: Medewerker, naam: str, adres: str) -> BewaardFilter:
    """Keep this filter; a name that was used before now means this one."""
    naam = " ".join(naam.split())
    if not naam or len(naam) > 60:
        raise FilterNietBewaard(_("Geef het filter een naam van ten hoogste 60 tekens."))
    # The person is the lock: two at once would pass the limit together.
    Medewerker.objects.select_for_update().get(pk=door.pk)
    eigen = BewaardFilter.objects.visible_to(door)
    if not eigen.filter(naam=naam).exists() and eigen.count() >= MEESTE_FILTERS:
        raise FilterNietBewaard(
            _("U hebt al %(n)d filters bewaard. Haal er eerst een weg.") % {"n": MEESTE_FILTERS}
        )
    bewaard, _nieuw = BewaardFilter.objects.update_or_create(
        medewerker=door, naam=naam, defaults={"adres": adres}
    )
    return bewaard


@transaction.atomic
def remove_filter(*, door: Medewerker, filter_id: int) -> None:
    """Forget one of one's own filters; another's is not there."""
    BewaardFilter.objects.visible_to(door).get(pk=filter_id).delete()


def filters_of(*, viewer: Medewerker) -> list[BewaardFilter]:
    return list(BewaardFilter.objects.visible_to(viewer))
