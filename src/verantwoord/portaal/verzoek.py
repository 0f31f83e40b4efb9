"""The request as views of the portal see it, and how a view says what it needs."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest

from verantwoord.dossier.models import Portaalaccount, Portaalsessie

View = TypeVar("View", bound=Callable[..., Any])


class PortaalRequest(HttpRequest):
    """Somebody came in by the portal and looks at one dossier, of which the look was committed."""

    account: Portaalaccount
    sessie: Portaalsessie
    dossier_id: UUID
    referentie: str


def blad(view: View) -> View:
    """Mark a view of the portal, for who is in and looks at a dossier. The log-in of the staff opens none of them."""
    view.portaal = "dossier"  # type: ignore[attr-defined]
    return login_not_required(view)


def zonder_dossier(view: View) -> View:
    """Mark a view for who is in, whatever dossier they look at: their own account, the choice between clients."""
    view.portaal = "account"  # type: ignore[attr-defined]
    return login_not_required(view)


def uit_zichzelf(view: View) -> View:
    """Mark a view that a page asks by itself while somebody stays where they are: nobody is sent to the log-in by it."""
    view.uit_zichzelf = True  # type: ignore[attr-defined]
    return view


def open_blad(view: View) -> View:
    """Mark a view for everybody: the way in, and what explains."""
    view.portaal = "open"  # type: ignore[attr-defined]
    return login_not_required(view)
