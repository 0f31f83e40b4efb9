"""The organisation's own log-in (OpenID Connect): the authorization code with PKCE, and an id_token that is checked whole.

Authlib does the protocol. Added here: only signatures with a public key, only the issuer that was set, a second proof
by ``acr`` or ``amr``, time limits, and no redirects followed while talking to the provider.
"""

import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, cast

import requests
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.django_client import DjangoIntegration, DjangoOAuth2App
from authlib.oauth2.base import OAuth2Error
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

VEILIG: Final = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}
)
_SECONDEN: Final = 5
_SPELING: Final = 60
_AFMELDING: Final = "http://schemas.openid.net/event/backchannel-logout"
# How old a message that ends a log-in may be, in seconds: one that somebody kept ends nothing later.
_AFMELDING_VERS: Final = 300


class OidcGeweigerd(Exception):
    """The provider said no, or what it said does not hold."""


class OidcOnbereikbaar(Exception):
    """The provider did not answer, which says nothing about the person."""


@dataclass(frozen=True)
class Instelling:
    """How this installation knows the organisation's log-in."""

    uitgever: str
    client_id: str
    geheim: str
    naam: str
    rolclaim: str
    acr: tuple[str, ...]
    amr: tuple[str, ...]
    scope: str = "openid profile"


class Aanbieder(DjangoOAuth2App):
    """Authlib's client, for one provider of which the issuer is known beforehand."""

    uitgever: str

    def load_server_metadata(self) -> dict[str, Any]:
        """Discovery, refused when it speaks for another issuer; signatures that a stranger could make are left out."""
        gegevens: dict[str, Any] = super().load_server_metadata()
        if gegevens.get("issuer") != self.uitgever:
            raise OidcGeweigerd("Discovery names another issuer.")
        if settings.PRODUCTIE and not all(
            str(waarde).startswith("https://")
            for naam, waarde in gegevens.items()
            if naam.endswith("_endpoint")
        ):
            raise OidcGeweigerd("An endpoint of the provider is not on https.")
        aangeboden = gegevens.get("id_token_signing_alg_values_supported") or ["RS256"]
        gegevens["id_token_signing_alg_values_supported"] = [a for a in aangeboden if a in VEILIG] or [
            "RS256"
        ]
        return gegevens


def instelling() -> Instelling | None:
    """The provider of this installation, or nothing when there is none."""
    waarden: dict[str, Any] | None = settings.OIDC
    return Instelling(**waarden) if waarden else None


def begin(request: HttpRequest, terug: str) -> HttpResponse:
    """Send the browser to the provider; state, nonce and the PKCE verifier stay in the session."""
    hier = _verplicht()
    extra = {"acr_values": " ".join(hier.acr)} if hier.acr else {}
    try:
        return cast("HttpResponse", _aanbieder(hier).authorize_redirect(request, terug, **extra))
    except requests.RequestException as fout:
        raise OidcOnbereikbaar from fout


def voltooi(request: HttpRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """Exchange the code and check everything; return the tokens and the claims of id_token and userinfo together."""
    hier = _verplicht()
    aanbieder = _aanbieder(hier)
    # RFC 9207: an answer that names another issuer is not for us.
    if request.GET.get("iss", hier.uitgever) != hier.uitgever:
        raise OidcGeweigerd("The answer names another issuer.")
    try:
        token = aanbieder.authorize_access_token(request, claims_options=_eisen(hier), leeway=_SPELING)
        claims = dict(token.pop("userinfo", None) or {})
        if not claims or not isinstance(claims.get("sub"), str) or not claims["sub"]:
            raise OidcGeweigerd("There is no id_token.")
        return dict(token), claims | _userinfo(aanbieder, token, claims["sub"])
    except requests.HTTPError as fout:
        raise OidcGeweigerd("The provider refused.") from fout
    except requests.RequestException as fout:
        raise OidcOnbereikbaar from fout
    except (OAuthError, OAuth2Error, JoseError, ValueError, KeyError, TypeError) as fout:
        raise OidcGeweigerd(type(fout).__name__) from fout


def vraag_na(token: dict[str, Any], onderwerp: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Ask the provider whether a log-in still holds; return the tokens as they are now and the claims as they are now.

    With a refresh token that is used, and replaced; without one the access token must still be good.
    """
    hier = _verplicht()
    aanbieder = _aanbieder(hier)
    try:
        gegevens = aanbieder.load_server_metadata()
        claims: dict[str, Any] = {}
        if token.get("refresh_token"):
            token = token | _ververs(aanbieder, gegevens, token)
            if token.get("id_token"):
                claims = dict(
                    aanbieder.parse_id_token(token, nonce=None, claims_options=_eisen(hier), leeway=_SPELING)
                )
                if claims.get("sub") != onderwerp:
                    raise OidcGeweigerd("The new id_token is about somebody else.")
        return token, claims | _userinfo(aanbieder, token, onderwerp)
    except requests.HTTPError as fout:
        if fout.response is not None and fout.response.status_code >= 500:
            raise OidcOnbereikbaar from fout
        raise OidcGeweigerd("The provider refused.") from fout
    except requests.RequestException as fout:
        raise OidcOnbereikbaar from fout
    except (OAuthError, OAuth2Error, JoseError, ValueError, KeyError, TypeError) as fout:
        raise OidcGeweigerd(type(fout).__name__) from fout


def lees_afmelding(bericht: str) -> str:
    """Whose log-in the provider ends, from the signed message it sends by itself (OpenID Connect Back-Channel Logout 1.0, 2.6).

    The subject is asked for; a message about one session alone is refused, as sessions over there are not kept here.
    Raises ``OidcGeweigerd`` when anything in it does not hold, ``OidcOnbereikbaar`` when the keys cannot be had.
    """
    hier = _verplicht()
    moet = {naam: {"essential": True} for naam in ("iat", "jti", "sub", "events")}
    eisen = jwt.JWTClaimsRegistry(leeway=_SPELING, **_eisen(hier) | moet)
    try:
        claims = _ontcijfer(_aanbieder(hier), bericht)
        eisen.validate(claims)
    except requests.RequestException as fout:
        raise OidcOnbereikbaar from fout
    except (JoseError, ValueError, KeyError, TypeError) as fout:
        raise OidcGeweigerd(type(fout).__name__) from fout
    gebeurd = claims["events"]
    if not isinstance(gebeurd, dict) or not isinstance(gebeurd.get(_AFMELDING), dict) or "nonce" in claims:
        raise OidcGeweigerd("This says nothing about the end of a log-in.")
    if not isinstance(claims["sub"], str) or time.time() - claims["iat"] > _AFMELDING_VERS + _SPELING:
        raise OidcGeweigerd("It is about nobody, or too old.")
    return claims["sub"]


def heeft_tweede_bewijs(claims: dict[str, Any]) -> bool:
    """Whether the provider says, in a way this installation accepts, that a second proof was asked."""
    hier = _verplicht()
    manieren = claims.get("amr")
    via_amr = isinstance(manieren, list) and bool(set(hier.amr) & {m for m in manieren if isinstance(m, str)})
    return claims.get("acr") in hier.acr or via_amr


def groepen_van(claims: dict[str, Any]) -> set[str]:
    """The groups in the claim that was set; its name may go down with dots, as in ``realm_access.roles``."""
    waarde: Any = claims
    for deel in _verplicht().rolclaim.split("."):
        waarde = waarde.get(deel) if isinstance(waarde, dict) else None
    if isinstance(waarde, str):
        return {waarde}
    return {groep for groep in waarde if isinstance(groep, str)} if isinstance(waarde, list) else set()


def _ververs(aanbieder: Aanbieder, gegevens: dict[str, Any], token: dict[str, Any]) -> dict[str, Any]:
    with aanbieder._get_oauth_client(**gegevens) as klant:  # noqa: SLF001 - Authlib's way to refresh by hand
        # Without it the old id_token would be read as the new one.
        return {"id_token": None} | dict(
            klant.refresh_token(gegevens["token_endpoint"], token["refresh_token"])
        )


def _ontcijfer(aanbieder: Aanbieder, bericht: str) -> dict[str, Any]:
    """The claims of a signed message. New keys are fetched once a minute at most: anybody may send what nobody signed."""
    toegestaan = aanbieder.load_server_metadata()["id_token_signing_alg_values_supported"]
    soorten = JWSRegistry(algorithms=toegestaan, strict_check_header=False)
    try:
        sleutels = KeySet.import_key_set(aanbieder.fetch_jwk_set())
        return dict(jwt.decode(bericht, sleutels, registry=soorten).claims)
    except InvalidKeyIdError:
        if not cache.add("oidc-sleutels", value=True, timeout=60):
            raise
        sleutels = KeySet.import_key_set(aanbieder.fetch_jwk_set(force=True))
        return dict(jwt.decode(bericht, sleutels, registry=soorten).claims)


def _userinfo(aanbieder: Aanbieder, token: dict[str, Any], onderwerp: str) -> dict[str, Any]:
    if not aanbieder.load_server_metadata().get("userinfo_endpoint"):
        return {}
    # Only what is needed here: with a refresh token beside it Authlib would use that up unseen when time is short.
    alleen = {"access_token": token["access_token"], "token_type": "Bearer"}
    gegevens = dict(aanbieder.userinfo(token=alleen))
    if gegevens.get("sub") != onderwerp:
        raise OidcGeweigerd("The userinfo is about somebody else.")
    # Only the id_token is signed: what says how somebody logged in comes from there.
    return {
        naam: waarde for naam, waarde in gegevens.items() if naam not in {"acr", "amr", "iss", "aud", "exp"}
    }


def _eisen(hier: Instelling) -> dict[str, Any]:
    return {
        "iss": {"essential": True, "value": hier.uitgever},
        "aud": {"essential": True, "value": hier.client_id},
        "exp": {"essential": True},
    }


def _verplicht() -> Instelling:
    hier = instelling()
    if hier is None:
        raise OidcGeweigerd("There is no provider in this installation.")
    return hier


@lru_cache(maxsize=4)
def _aanbieder(hier: Instelling) -> Aanbieder:
    aanbieder = Aanbieder(
        DjangoIntegration("verantwoord"),
        name="verantwoord",
        client_id=hier.client_id,
        client_secret=hier.geheim or None,
        server_metadata_url=f"{hier.uitgever.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": hier.scope, "code_challenge_method": "S256", "default_timeout": _SECONDEN},
        user_agent="verantwoord",
    )
    aanbieder.uitgever = hier.uitgever
    return aanbieder
