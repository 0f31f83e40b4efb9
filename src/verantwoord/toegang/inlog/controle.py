"""Asks the organisation, every few minutes, whether who came in that way may still be in."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.inlog import oidc
from verantwoord.toegang.inlog.geheimen import ontsleutel, versleutel
from verantwoord.toegang.inlog.models import Aanmelding, Koppeling
from verantwoord.toegang.inlog.rollen import GeenAccount, GeenRol, account_of, end_rechten
from verantwoord.toegang.models import Medewerker

AANMELDING = "aanmelding"
GECONTROLEERD = "gecontroleerd"
# The token of a log-in is of no use after the longest session.
_BEWAARD = timedelta(hours=12)


def bewaar_aanmelding(
    request: HttpRequest, medewerker: Medewerker, token: dict[str, Any], *, nu: datetime
) -> None:
    """Keep what is needed to ask again, encrypted and apart from the session, and throw away what is too old."""
    Aanmelding.objects.filter(gecontroleerd_op__lt=nu - _BEWAARD).delete()
    aanmelding = Aanmelding.objects.create(
        medewerker=medewerker, geheim=versleutel(_nodig(token)), gecontroleerd_op=nu
    )
    request.session[AANMELDING] = str(aanmelding.pk)
    request.session[GECONTROLEERD] = nu.timestamp()


def geldt_nog(request: HttpRequest, *, nu: datetime) -> bool:
    """Whether this session may go on; asks the provider when that was too long ago.

    Of requests at the same time one asks, so that a refresh token is used once; the others go on meanwhile. When the
    provider does not answer the session goes on for three times as long, and then ends.
    """
    if nu.timestamp() - request.session.get(GECONTROLEERD, 0) < settings.OIDC_CONTROLE:
        return True
    # The program asks; nothing of it is shown to anybody.
    # The program asks; nothing of it is shown to anybody.
    with als_systeem():
        sleutel = UUID(request.session.get(AANMELDING, "0" * 32))
        aanmelding = (
            Aanmelding.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("medewerker__team")
            .filter(pk=sleutel)
            .first()
        )
        if aanmelding is None:
            # Somebody else is asking at this moment, or it was ended.
            return Aanmelding.objects.filter(pk=sleutel).exists()
        if (nu - aanmelding.gecontroleerd_op).total_seconds() >= settings.OIDC_CONTROLE and not _vraag_na(
            aanmelding, nu
        ):
            return False
        request.session[GECONTROLEERD] = aanmelding.gecontroleerd_op.timestamp()
    return True


def _vraag_na(aanmelding: Aanmelding, nu: datetime) -> bool:
    koppeling = Koppeling.objects.filter(medewerker=aanmelding.medewerker).first()
    if koppeling is None:
        return _eindig(aanmelding)
    try:
        token, claims = oidc.vraag_na(dict(ontsleutel(aanmelding.geheim)), koppeling.onderwerp)  # type: ignore[call-overload]
        account_of(door=systeem(), uitgever=koppeling.uitgever, claims=claims | {"sub": koppeling.onderwerp})
    except oidc.OidcOnbereikbaar:
        return (nu - aanmelding.gecontroleerd_op).total_seconds() < 3 * settings.OIDC_CONTROLE
    except (oidc.OidcGeweigerd, ValueError):
        aanmelding.delete()
        return False
    except (GeenRol, GeenAccount):
        return _eindig(aanmelding)
    aanmelding.geheim, aanmelding.gecontroleerd_op = versleutel(_nodig(token)), nu
    aanmelding.save(update_fields=["geheim", "gecontroleerd_op"])
    return True


def _eindig(aanmelding: Aanmelding) -> bool:
    medewerker = aanmelding.medewerker
    Aanmelding.objects.filter(medewerker=medewerker).delete()
    end_rechten(door=systeem(), medewerker=medewerker)
    return False


def _nodig(token: dict[str, Any]) -> dict[str, Any]:
    return {
        naam: token[naam]
        for naam in ("access_token", "refresh_token", "token_type", "expires_at", "expires_in")
        if token.get(naam) is not None
    }
