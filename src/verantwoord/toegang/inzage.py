"""What a view says of looking: lists commit the look at every person first, and a view that shows nothing is none."""

from collections.abc import Callable, Collection
from typing import TypeVar
from uuid import UUID

from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.verzoek import StaffRequest

T = TypeVar("T")
View = TypeVar("View", bound=Callable[..., object])


def toont_personen(view: View) -> View:
    """Mark a view that shows people without a dossier in its address, so that it commits in steps of its own."""
    view.eigen_transacties = True  # type: ignore[attr-defined]
    return view


def toont_niets(view: View) -> View:
    """Mark a view that keeps what was typed and answers nothing of the dossier: it is no look, and only a refusal is kept.

    For answers that hold at most when something was saved and who else is writing.
    """
    view.toont_niets = True  # type: ignore[attr-defined]
    return view


def met_gezin(view: View) -> View:
    """Mark a view about one dossier that reads or writes in those of relatives too; the look is kept at each of them."""
    view.met_gezin = True  # type: ignore[attr-defined]
    return view


def kijk(
    request: StaffRequest, haal: Callable[[], T], wie: Callable[[T], Collection[UUID]], *, doel: str
) -> T:
    """Fetch what a list shows and write one line a person, in one committed transaction; only then may it be shown.

    Nothing may be asked of the database after this: who asks is forgotten with the transaction.
    """
    route = request.resolver_match.view_name if request.resolver_match else ""
    with transactie_van(request.user, verzoek=request.referentie, lijst=True):
        gevonden = haal()
        record_inzage(
            viewer=request.user,
            dossiers=wie(gevonden),
            onderdeel=route,
            doel=doel,
            verzoek=request.referentie,
        )
    return gevonden
