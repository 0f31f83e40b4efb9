"""Passkeys (WebAuthn): a key that never leaves the device and answers to this site alone."""

import json
from datetime import datetime
from typing import Any, Final

from django.http import HttpRequest
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

from verantwoord.toegang.inlog.geheimen import ontsleutel, versleutel
from verantwoord.toegang.inlog.models import Factor
from verantwoord.toegang.models import Medewerker

_STAND: Final = "passkey"


class PasskeyGeweigerd(Exception):
    """What the browser answered proves nothing."""


def vraag_nieuwe(request: HttpRequest, medewerker: Medewerker) -> dict[str, Any]:
    """What the browser needs to make a passkey for this account; keys that are there already are named."""
    opties, stand = _server(request).register_begin(
        PublicKeyCredentialUserEntity(
            id=medewerker.pk.bytes, name=medewerker.gebruikersnaam, display_name=medewerker.naam
        ),
        [sleutel for _factor, sleutel in _sleutels(medewerker)],
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    request.session[_STAND] = dict(stand)
    return dict(opties)


def nieuwe(request: HttpRequest, antwoord: str) -> str:
    """Check what the browser made; return what to keep of it, encrypted."""
    stand = request.session.pop(_STAND, None)
    try:
        gegevens = _server(request).register_complete(stand or {}, json.loads(antwoord))
    except (ValueError, KeyError, TypeError, AttributeError) as fout:
        raise PasskeyGeweigerd from fout
    return versleutel(websafe_encode(bytes(gegevens.credential_data or b"")))


def vraag(request: HttpRequest, medewerker: Medewerker) -> dict[str, Any]:
    """What the browser needs to answer with one of the passkeys of this account."""
    opties, stand = _server(request).authenticate_begin(
        [sleutel for _factor, sleutel in _sleutels(medewerker)],
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    request.session[_STAND] = dict(stand)
    return dict(opties)


def gebruik(request: HttpRequest, medewerker: Medewerker, antwoord: str, *, nu: datetime) -> bool:
    """Check an answer to the question that was just put. Each question is answered once, right or wrong.

    A count that does not go up means that the key was copied, and is refused; many passkeys count nothing and say 0.
    """
    stand = request.session.pop(_STAND, None)
    paren = _sleutels(medewerker)
    try:
        gegevens = json.loads(antwoord)
        sleutel = _server(request).authenticate_complete(stand or {}, [s for _f, s in paren], gegevens)
        telling = AuthenticationResponse.from_dict(gegevens).response.authenticator_data.counter
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
    factor = next(f for f, s in paren if s.credential_id == sleutel.credential_id)
    rijen = Factor.objects.filter(pk=factor.pk)
    rijen = rijen.filter(teller__lt=telling) if telling else rijen.filter(teller__lte=0)
    return bool(rijen.update(teller=telling, gebruikt_op=nu))


def _sleutels(medewerker: Medewerker) -> list[tuple[Factor, AttestedCredentialData]]:
    rijen = Factor.objects.filter(medewerker=medewerker, soort=Factor.Soort.PASSKEY).order_by(
        "gemaakt_op", "pk"
    )
    return [(rij, AttestedCredentialData(websafe_decode(str(ontsleutel(rij.geheim))))) for rij in rijen]


def _server(request: HttpRequest) -> Fido2Server:
    # The name of this site, which Django has already compared with the names it answers to.
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=request.get_host().partition(":")[0], name="verantwoord")
    )
