"""An OpenID provider in a process of its own: discovery, keys, PKCE, signed id_tokens, refresh, as Authlib's server does it.

Besides, what no provider offers: people without a password, and id_tokens that are wrong in a way one asks for. Prints
its own address when it answers.
"""

import base64
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

import flask
from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2 import OAuth2Error
from authlib.oauth2.rfc6749 import AuthorizationCodeMixin, ClientMixin, grants
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core.grants import OpenIDCode
from authlib.oidc.core.grants.util import create_half_hash
from joserfc import jwt
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

GEHEIM = "een-geheim-van-de-proef"
SLEUTEL = RSAKey.generate_key(2048, {"kid": "eigen"})
ANDERE = RSAKey.generate_key(2048, {"kid": "eigen"})
mensen: dict[str, dict[str, Any]] = {}
codes: dict[str, "Code"] = {}
toegang: dict[str, "Bewijs"] = {}
verversing: dict[str, "Bewijs"] = {}
regie = {"vervals": "", "weg": False, "kort": False, "gevraagd": 0}


class Klant(ClientMixin):
    client_id = "verantwoord"

    def get_client_id(self):
        return self.client_id

    def get_default_redirect_uri(self):
        return None

    def get_allowed_scope(self, scope):
        return scope

    def check_redirect_uri(self, redirect_uri):
        return redirect_uri.endswith("/inloggen/terug/")

    def check_client_secret(self, client_secret):
        return secrets.compare_digest(client_secret, GEHEIM)

    def check_endpoint_auth_method(self, method, endpoint):
        return method == "client_secret_basic"

    def check_response_type(self, response_type):
        return response_type == "code"

    def check_grant_type(self, grant_type):
        return grant_type in {"authorization_code", "refresh_token"}


@dataclass
class Code(AuthorizationCodeMixin):
    sub: str
    redirect_uri: str
    scope: str
    nonce: str | None
    code: str
    code_challenge: str
    code_challenge_method: str

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope

    def get_nonce(self):
        return self.nonce


@dataclass
class Bewijs:
    sub: str
    scope: str
    tot: float = field(default_factory=lambda: time.time() + 3600)

    def get_scope(self):
        return self.scope

    def check_client(self, client):
        return True


@dataclass
class Mens:
    sub: str


class CodeGrant(grants.AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]

    def save_authorization_code(self, code, request):
        vraag = request.payload
        codes[code] = Code(
            sub=request.user.sub,
            redirect_uri=vraag.redirect_uri,
            scope=vraag.scope,
            nonce=vraag.data.get("nonce"),
            code=code,
            code_challenge=vraag.data["code_challenge"],
            code_challenge_method=vraag.data["code_challenge_method"],
        )

    def query_authorization_code(self, code, client):
        return codes.get(code)

    def delete_authorization_code(self, authorization_code):
        del codes[authorization_code.code]

    def authenticate_user(self, authorization_code):
        return Mens(authorization_code.sub)


class VerversGrant(grants.RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token):
        # Good for one use: whoever uses it twice is refused.
        return verversing.pop(refresh_token, None)

    def authenticate_user(self, refresh_token):
        return Mens(refresh_token.sub)

    def revoke_old_credential(self, refresh_token):
        pass


class IdToken(OpenIDCode):
    def exists_nonce(self, nonce, request):
        return False

    def encode_id_token(self, token, request):
        nu = int(time.time())
        claims = {
            "iss": flask.request.host_url.rstrip("/"),
            "aud": request.client.client_id,
            "iat": nu,
            "exp": nu + 600,
            "sub": request.user.sub,
            "at_hash": create_half_hash(token["access_token"], "RS256").decode(),
            **mensen[request.user.sub],
        }
        if request.authorization_code and request.authorization_code.nonce:
            claims["nonce"] = request.authorization_code.nonce
        return vervals(claims)


def vervals(claims: dict[str, Any]) -> str:
    """The id_token as it should be, or wrong in the way that was asked for."""
    wijze = regie["vervals"]
    claims |= {
        "verlopen": {"iat": claims["iat"] - 7200, "exp": claims["iat"] - 3600},
        "andere_aud": {"aud": "een-ander-programma"},
        "ook_een_andere_aud": {"aud": ["verantwoord", "een-ander-programma"], "azp": "een-ander-programma"},
        "andere_nonce": {"nonce": "van-een-ander"},
        "andere_iss": {"iss": "https://een-ander.example"},
        "ander_token": {"at_hash": "bm9wZW5vcGVub3Bl"},
    }.get(wijze, {})
    for naam in {"zonder_nonce": ["nonce"], "zonder_exp": ["exp"]}.get(wijze, []):
        claims.pop(naam, None)
    if wijze == "zonder_handtekening":
        return f"{_b64({'alg': 'none', 'kid': 'eigen'})}.{_b64(claims)}."
    if wijze == "met_publieke_sleutel":
        # The classic: the public key, which everybody has, used as the secret of an HMAC.
        romp = f"{_b64({'alg': 'HS256', 'kid': 'eigen'})}.{_b64(claims)}"
        zegel = hmac.new(SLEUTEL.as_pem(private=False), romp.encode(), hashlib.sha256).digest()
        return f"{romp}.{base64.urlsafe_b64encode(zegel).rstrip(b'=').decode()}"
    sleutel = ANDERE if wijze == "andere_sleutel" else SLEUTEL
    return jwt.encode({"alg": "RS256", "kid": "eigen"}, claims, sleutel)


def _b64(inhoud: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(inhoud).encode()).rstrip(b"=").decode()


def bewaar(token, request):
    bewijs = Bewijs(request.user.sub, token["scope"])
    toegang[token["access_token"]] = bewijs
    if "refresh_token" in token:
        verversing[token["refresh_token"]] = bewijs


app = flask.Flask(__name__)
app.config |= {"OAUTH2_REFRESH_TOKEN_GENERATOR": True}
server = AuthorizationServer(app, query_client=lambda _client_id: Klant(), save_token=bewaar)
server.register_grant(CodeGrant, [IdToken(require_nonce=True), CodeChallenge(required=True)])
server.register_grant(VerversGrant, [IdToken()])


@app.before_request
def afwezig():
    if regie["weg"] and not flask.request.path.startswith("/regie"):
        flask.abort(503)


@app.get("/.well-known/openid-configuration")
def ontdek():
    hier = flask.request.host_url.rstrip("/")
    return {
        "issuer": "https://een-ander.example" if regie["vervals"] == "andere_uitgever" else hier,
        "authorization_endpoint": f"{hier}/inloggen",
        "token_endpoint": f"{hier}/token",
        "userinfo_endpoint": f"{hier}/userinfo",
        "jwks_uri": f"{hier}/sleutels",
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        # A provider that also offers what a client must never take.
        "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        "code_challenge_methods_supported": ["S256"],
    }


@app.get("/sleutels")
def sleutels():
    return {"keys": [SLEUTEL.as_dict(private=False) | {"use": "sig", "alg": "RS256"}]}


@app.route("/inloggen", methods=["GET", "POST"])
def inloggen():
    if flask.request.args.get("code_challenge_method") != "S256" or not flask.request.args.get(
        "code_challenge"
    ):
        return "PKCE is required", 400
    if flask.request.method == "GET":
        knoppen = "".join(
            f'<button name="sub" value="{sub}">{wie["name"]}</button>' for sub, wie in mensen.items()
        )
        return f'<!doctype html><html lang="nl"><title>Inlog</title><main><h1>Wie bent u?</h1><form method="post">{knoppen}</form></main></html>'
    try:
        grant = server.get_consent_grant(end_user=Mens(flask.request.form["sub"]))
    except OAuth2Error as fout:
        return str(fout), 400
    return server.create_authorization_response(grant_user=Mens(flask.request.form["sub"]), grant=grant)


@app.post("/token")
def token():
    antwoord = server.create_token_response()
    inhoud = antwoord.get_json()
    if regie["vervals"] == "zonder_id_token":
        inhoud.pop("id_token", None)
    if regie["kort"] and "expires_in" in inhoud:
        inhoud["expires_in"] = 30
    antwoord.set_data(json.dumps(inhoud))
    return antwoord


@app.get("/userinfo")
def userinfo():
    regie["gevraagd"] += 1
    bewijs = toegang.get(flask.request.headers.get("Authorization", "").removeprefix("Bearer "))
    if bewijs is None or bewijs.tot < time.time():
        return {"error": "invalid_token"}, 401
    sub = "iemand-anders" if regie["vervals"] == "andere_userinfo" else bewijs.sub
    return {"sub": sub, **{k: v for k, v in mensen[bewijs.sub].items() if k not in {"acr", "amr"}}}


@app.put("/regie")
def stel_in():
    regie.update(flask.request.get_json())
    return {}


@app.get("/regie")
def stand():
    return regie


@app.put("/regie/mensen/<sub>")
def zet_mens(sub):
    mensen[sub] = flask.request.get_json()
    return {}


@app.delete("/regie/mensen/<sub>")
def trek_in(sub):
    for bewaard in (toegang, verversing):
        for sleutel in [s for s, bewijs in bewaard.items() if bewijs.sub == sub]:
            del bewaard[sleutel]
    return {}


@app.post("/regie/afmelding")
def afmelding():
    """A logout token, with what a test puts in the place of what should stand there; ``None`` leaves it out."""
    vraag = flask.request.get_json()
    nu = int(time.time())
    claims = {
        "iss": flask.request.host_url.rstrip("/"),
        "aud": "verantwoord",
        "iat": nu,
        "exp": nu + 120,
        "jti": secrets.token_hex(8),
        "sub": vraag.pop("sub"),
        "events": {"http://schemas.openid.net/event/backchannel-logout": {}},
    } | {naam: nu + w if naam in {"iat", "exp"} and w is not None else w for naam, w in vraag.items()}
    return {"bericht": vervals({naam: waarde for naam, waarde in claims.items() if waarde is not None})}


if __name__ == "__main__":
    dienst = make_server("localhost", 0, app, threaded=True)
    print(f"http://localhost:{dienst.server_port}", flush=True)  # noqa: T201 - the address, for who started it
    dienst.serve_forever()
