"""Passkeys: one touch on one's own telephone, which asks for a finger, a face or its own code. No number to remember."""

import json
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from verantwoord.dossier.models import Portaalaccount, Portaalfactor
from verantwoord.portaal.inloggen.bewijs import UITGEVER
from verantwoord.toegang.inlog.geheimen import ontsleutel, versleutel
from verantwoord.toegang.inlog.passkeys import PasskeyGeweigerd

_NIEMAND: Final = UUID(int=0)
_Opties = tuple[dict[str, Any], dict[str, Any]]


def vraag_nieuwe(request: HttpRequest, account: Portaalaccount) -> _Opties:
    """What the browser needs to make a passkey, and what must be remembered until it answers."""
    opties, stand = _server(request).register_begin(
        PublicKeyCredentialUserEntity(id=account.pk.bytes, name=account.nummer, display_name=UITGEVER),
        [sleutel for _factor, sleutel in _sleutels(account.pk)],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(opties), dict(stand)


def nieuwe(
    request: HttpRequest, account: Portaalaccount, antwoord: str, *, stand: dict[str, Any], naam: str
) -> Portaalfactor:
    """Check what the browser made. Raises ``PasskeyGeweigerd``."""
    try:
        gegevens = _server(request).register_complete(stand, json.loads(antwoord))
    except (ValueError, KeyError, TypeError, AttributeError) as fout:
        raise PasskeyGeweigerd from fout
    sleutel = versleutel(websafe_encode(bytes(gegevens.credential_data or b"")))
    return Portaalfactor(account=account, soort=Portaalfactor.Soort.PASSKEY, naam=naam, geheim=sleutel)


def vraag(request: HttpRequest) -> _Opties:
    """What the browser needs to answer with any passkey it has for this site; nobody is named."""
    opties, stand = _server(request).authenticate_begin(
        user_verification=UserVerificationRequirement.REQUIRED
    )
    return dict(opties), dict(stand)


def wie_zegt(antwoord: str) -> UUID:
    """Of whom the passkey says it is; nothing is proved yet."""
    try:
        return UUID(bytes=websafe_decode(json.loads(antwoord)["response"]["userHandle"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return _NIEMAND


def gebruik(
    request: HttpRequest, account: Portaalaccount, antwoord: str, *, stand: dict[str, Any], gevraagd_op: float
) -> bool:
    """Check an answer to the question that was put at ``gevraagd_op``.

    A question from before the passkey was last used was answered already: the same answer opens nothing again. A count
    that does not go up means that the key was copied; many passkeys count nothing and say 0.
    """
    paren = _sleutels(account.pk)
    try:
        gegevens = json.loads(antwoord)
        sleutel = _server(request).authenticate_complete(stand, [s for _f, s in paren], gegevens)
        telling = AuthenticationResponse.from_dict(gegevens).response.authenticator_data.counter
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
    factor = next(f for f, s in paren if s.credential_id == sleutel.credential_id)
    sinds = datetime.fromtimestamp(gevraagd_op, tz=UTC)
    rijen = Portaalfactor.objects.filter(Q(gebruikt_op=None) | Q(gebruikt_op__lt=sinds), pk=factor.pk)
    rijen = rijen.filter(teller__lt=telling) if telling else rijen.filter(teller__lte=0)
    return bool(rijen.update(teller=telling, gebruikt_op=timezone.now()))


def _sleutels(account: UUID) -> list[tuple[Portaalfactor, AttestedCredentialData]]:
    rijen = Portaalfactor.objects.filter(account=account, soort=Portaalfactor.Soort.PASSKEY).order_by(
        "gemaakt_op", "pk"
    )
    return [(rij, AttestedCredentialData(websafe_decode(str(ontsleutel(rij.geheim))))) for rij in rijen]


def _server(request: HttpRequest) -> Fido2Server:
    # The name of this site, which Django has already compared with the names it answers to.
    return Fido2Server(PublicKeyCredentialRpEntity(id=request.get_host().partition(":")[0], name=UITGEVER))
