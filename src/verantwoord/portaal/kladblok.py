"""What somebody typed and did not send yet: kept for them alone, until it is sent or a month has gone by.

``haal(account, bladzij)`` gives the fields to begin a form with, ``bladzij`` being the address of the page. When a form
arrives after the stay ended, its fields go along with the log-in, unreadable, and are put here afterwards. Whoever looks
for several people has a page for each of them, so that words about one are never offered in the dossier of another.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from verantwoord.dossier.models import Portaalaccount, Portaalklad, Portaalsessie
from verantwoord.portaal.queries import dossiers_van
from verantwoord.portaal.sessie import PAD
from verantwoord.toegang.inlog.geheimen import ontsleutel, versleutel
from verantwoord.toegang.rechten import Portaalrol

BEWAARD: Final = timedelta(days=30)
_ONDERWEG: Final = timedelta(hours=1)
_VAN_ONS: Final = "onderweg"
_ADRES_LANGST: Final = 300
_OVERGESLAGEN: Final = frozenset({"csrfmiddlewaretoken", "onderweg"})


def bewaar(
    account: Portaalaccount, bladzij: str, velden: Mapping[str, str], *, dossier_id: UUID | None = None
) -> None:
    """Keep these fields of a page, in place of what was kept of it before."""
    Portaalklad.objects.update_or_create(
        account=account,
        bladzij=_sleutel(account, bladzij, dossier_id),
        defaults={"velden": versleutel(dict(velden)), "bewaard_op": timezone.now()},
    )


def haal(account: Portaalaccount, bladzij: str, *, dossier_id: UUID | None = None) -> dict[str, str]:
    """The fields that were kept of this page; nothing when there are none."""
    rij = Portaalklad.objects.filter(account=account, bladzij=_sleutel(account, bladzij, dossier_id)).first()
    try:
        inhoud = ontsleutel(rij.velden) if rij else {}
    except ValueError:
        return {}
    return dict(inhoud) if isinstance(inhoud, dict) else {}


def vergeet(account: Portaalaccount, bladzij: str, *, dossier_id: UUID | None = None) -> None:
    """Throw away what was kept of this page: it was sent."""
    Portaalklad.objects.filter(account=account, bladzij=_sleutel(account, bladzij, dossier_id)).delete()


def _sleutel(account: Portaalaccount, bladzij: str, dossier_id: UUID | None) -> str:
    if account.rol == Portaalrol.PERSOON:
        return bladzij[:_ADRES_LANGST]
    return f"{dossier_id or ''}#{bladzij}"[:_ADRES_LANGST]


def ruim_op() -> None:
    """Throw away what nobody came back for."""
    Portaalklad.objects.filter(bewaard_op__lt=timezone.now() - BEWAARD).delete()


def is_eigen_adres(adres: str) -> bool:
    """Whether this is an address of the portal and nothing else: nobody is sent on to another site."""
    delen = urlsplit(adres)
    return (
        not delen.scheme
        and not delen.netloc
        and delen.path.startswith(PAD)
        and "\\" not in adres
        and len(adres) <= _ADRES_LANGST
    )


def geef_mee(request: HttpRequest, *, sessie: Portaalsessie | None) -> str:
    """What was just typed, unreadable, to go along with the log-in; whose it is and about whom, as far as that is known."""
    velden = {naam: waarde for naam, waarde in request.POST.items() if naam not in _OVERGESLAGEN}
    return versleutel(
        {
            "soort": _VAN_ONS,
            "account": str(sessie.account_id if sessie else ""),
            "dossier": str((sessie.dossier_id if sessie else None) or ""),
            "bladzij": _bladzij_van(request),
            "velden": velden,
            "op": timezone.now().timestamp(),
        }
    )


def neem_terug(account: Portaalaccount, onderweg: str) -> str:
    """Keep what came along with the log-in and return its page; nothing when it is too old or somebody else's."""
    try:
        inhoud: Any = ontsleutel(onderweg)
    except ValueError:
        return ""
    if not isinstance(inhoud, dict) or inhoud.get("soort") != _VAN_ONS:
        return ""
    oud = timezone.now().timestamp() - inhoud["op"] > _ONDERWEG.total_seconds()
    if oud or inhoud["account"] not in {"", str(account.pk)}:
        return ""
    bewaar(account, inhoud["bladzij"], inhoud["velden"], dossier_id=_over_wie(account, inhoud["dossier"]))
    return str(inhoud["bladzij"])


def _over_wie(account: Portaalaccount, dossier: str) -> UUID | None:
    """About whom it was typed: what the stay said, or else the only person they look for."""
    if dossier:
        return UUID(dossier)
    zichtbaar = dossiers_van(viewer=account, op=timezone.localdate())
    return zichtbaar[0] if len(zichtbaar) == 1 else None


def _bladzij_van(request: HttpRequest) -> str:
    """The page on which it was typed, which is not always the address to which it was sent."""
    van = urlsplit(request.headers.get("Referer", ""))
    return van.path if van.netloc == request.get_host() and is_eigen_adres(van.path) else request.path
