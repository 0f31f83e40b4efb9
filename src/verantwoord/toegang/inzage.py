"""What a view says of looking: lists commit the look at every person first, and a view that shows nothing is none."""

from collections.abc import Callable, Collection
from typing import Any, TypeVar
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

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


_voor_elk_blad: list[Callable[[StaffRequest], None]] = []


def lees_voor_elk_blad(lees: Callable[[StaffRequest], None]) -> None:
    """Let ``lees`` put on the request what stands round every page; said once, when the program starts.

    A list is drawn after its looks are committed, when the database no longer knows who asks.
    """
    _voor_elk_blad.append(lees)


def toon(request: StaffRequest, sjabloon: str, context: dict[str, Any] | None = None) -> HttpResponse:
    """Draw a page that shows nobody, for a view that opens no transaction of its own."""
    with transactie_van(request.user, verzoek=request.referentie):
        return render(request, sjabloon, context)


def kijk(
    request: StaffRequest, haal: Callable[[], T], wie: Callable[[T], Collection[UUID]], *, doel: str
) -> T:
    """Fetch what a list shows and write one line a person, in one committed transaction; only then may it be shown.

    Nothing may be asked of the database after this: who asks is forgotten with the transaction.
    """
    route = request.resolver_match.view_name if request.resolver_match else ""
    with transactie_van(request.user, verzoek=request.referentie, lijst=True):
        gevonden = haal()
        for lees in _voor_elk_blad:
            lees(request)
        record_inzage(
            viewer=request.user,
            dossiers=wie(gevonden),
            onderdeel=route,
            doel=doel,
            verzoek=request.referentie,
        )
    return gevonden
