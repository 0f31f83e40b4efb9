"""What the views of this room share: look and show at once, and the keys under which a browser keeps a draft."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.utils import timezone
from django.utils.crypto import salted_hmac

from verantwoord.overleg.lezen import Overlegpagina, Puntpagina, lees_overleg, lees_punt
from verantwoord.toegang.inzage import kijk
from verantwoord.toegang.verzoek import StaffRequest

T = TypeVar("T")


def bekijk(request: StaffRequest, haal: Callable[[], T], wie: Callable[[T], Collection[UUID]]) -> T:
    """Fetch a page and write who looked at whom; what is not there for this person is not there."""
    try:
        return kijk(request, haal, wie, doel="overleg")
    except ObjectDoesNotExist as fout:
        raise Http404 from fout


def bekijk_punt(
    request: StaffRequest, punt_id: UUID, *, alleen: Callable[[UUID], bool] | None = None
) -> Puntpagina:
    """The page of an item. ``alleen`` says of which items something is shown, when not of the whole agenda."""
    return bekijk(
        request,
        lambda: lees_punt(punt_id, viewer=request.user, vandaag=timezone.localdate()),
        lambda pagina: pagina.personen if alleen is None else _van(pagina.per_punt, alleen),
    )


def bekijk_overleg(
    request: StaffRequest, overleg_id: UUID, *, alleen: Callable[[UUID], bool] | None = None
) -> Overlegpagina:
    """The page of a meeting; ``alleen`` as for :func:`bekijk_punt`."""
    return bekijk(
        request,
        lambda: lees_overleg(overleg_id, viewer=request.user, vandaag=timezone.localdate()),
        lambda pagina: pagina.personen if alleen is None else _van(pagina.per_punt, alleen),
    )


def _van(per_punt: Mapping[UUID, Sequence[UUID]], alleen: Callable[[UUID], bool]) -> set[UUID]:
    return {dossier for punt_id, dossiers in per_punt.items() if alleen(punt_id) for dossier in dossiers}


def sleutel(request: StaffRequest, waarover: UUID, wat: str) -> str:
    """The name under which the browser keeps what is typed; it says nothing of whom or what."""
    return salted_hmac("overleg.concept", f"{request.user.pk}{waarover}{wat}").hexdigest()[:24]


def van(request: StaffRequest) -> str:
    return salted_hmac("concept", str(request.user.pk)).hexdigest()[:24]


def vraag(request: StaffRequest, haal: Callable[[], T]) -> T:
    """Ask something that shows nobody, such as whether there is something new; that is no look."""
    return bekijk(request, haal, lambda _antwoord: ())
