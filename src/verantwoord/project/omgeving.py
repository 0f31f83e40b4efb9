"""What the environment says, read in one place and refused with a sentence when it cannot be right."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

WORTEL = Path(__file__).resolve().parents[3]
APP_ROL = "verantwoord_app"
EIGENAAR_ROL = "verantwoord_eigenaar"


class OnveiligeInstelling(Exception):
    """A setting is missing or wrong; the text tells an administrator what to do."""


def is_checkout() -> bool:
    """Tell whether the program runs from a working copy, not from an installed package."""
    return (WORTEL / "pyproject.toml").exists()


def datamap() -> Path:
    """The folder for the embedded database, keys and generated files."""
    if gekozen := os.environ.get("VERANTWOORD_DATA"):
        return Path(gekozen).expanduser().resolve()
    if is_checkout():
        return WORTEL / ".data"
    basis = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(basis) / "verantwoord"


def bewaarde_sleutel(naam: str) -> str:
    """A random secret of this installation, made once and readable by its owner only."""
    bestand = datamap() / naam
    if not bestand.exists():
        bestand.parent.mkdir(parents=True, exist_ok=True)
        met_rechten = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(met_rechten, "w") as open_bestand:
            open_bestand.write(secrets.token_urlsafe(64))
    return bestand.read_text()


def mail_uit_url(url: str) -> dict[str, object]:
    """Django's way of saying what ``smtp://user:password@host:587?van=address`` says: the server that sends mail.

    ``smtp`` begins in the open and then encrypts (STARTTLS), ``smtps`` encrypts from the start, ``file:///folder`` writes
    each mail to a file. ``van`` is the sender.
    """
    delen = urlsplit(url)
    van = dict(parse_qsl(delen.query)).get("van", "verantwoord@localhost")
    if delen.scheme == "file":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(delen.path),
            "DEFAULT_FROM_EMAIL": van,
        }
    if delen.scheme not in {"smtp", "smtps"} or not delen.hostname:
        raise OnveiligeInstelling(
            "VERANTWOORD_MAIL moet beginnen met smtps:// of smtp:// en de server noemen die de mail verstuurt."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": delen.hostname,
        "EMAIL_PORT": delen.port or (465 if delen.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(delen.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(delen.password or ""),
        "EMAIL_USE_SSL": delen.scheme == "smtps",
        "EMAIL_USE_TLS": delen.scheme == "smtp",
        "DEFAULT_FROM_EMAIL": van,
    }


def databank_uit_url(url: str) -> dict[str, object]:
    """Django's way of saying what ``postgresql://user:password@host:port/name?option=value`` says.

    A host in the query (a socket folder) wins over the host in the address, as in libpq.
    """
    delen = urlsplit(url)
    if delen.scheme not in {"postgres", "postgresql"}:
        raise OnveiligeInstelling(
            "DATABASE_URL moet beginnen met postgresql:// ; verantwoord werkt alleen met PostgreSQL 15 of nieuwer."
        )
    opties = dict(parse_qsl(delen.query))
    host = opties.pop("host", None) or unquote(delen.hostname or "")
    poort = opties.pop("port", None) or (str(delen.port) if delen.port else "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(delen.path.lstrip("/")),
        "USER": opties.pop("user", None) or unquote(delen.username or ""),
        "PASSWORD": opties.pop("password", None) or unquote(delen.password or ""),
        "HOST": host,
        "PORT": poort,
        "OPTIONS": dict(opties),
    }


def oidc_uit_omgeving() -> dict[str, object] | None:
    """How this installation knows the log-in of the organisation, or nothing when there is none.

    Which second proof is good enough the provider says in ``acr`` (a level) or ``amr`` (how it was done).
    """
    uitgever = os.environ.get("VERANTWOORD_OIDC_UITGEVER", "")
    if not uitgever:
        return None
    client_id = os.environ.get("VERANTWOORD_OIDC_CLIENT_ID", "")
    if not client_id:
        raise OnveiligeInstelling(
            "VERANTWOORD_OIDC_CLIENT_ID ontbreekt: noem de naam waaronder deze site bij de inlog van uw organisatie bekend is."
        )
    acr = _woorden("VERANTWOORD_OIDC_ACR")
    return {
        "uitgever": uitgever,
        "client_id": client_id,
        "geheim": os.environ.get("VERANTWOORD_OIDC_GEHEIM", ""),
        "naam": os.environ.get("VERANTWOORD_OIDC_NAAM") or "uw organisatie",
        "rolclaim": os.environ.get("VERANTWOORD_OIDC_ROLCLAIM") or "groups",
        "scope": os.environ.get("VERANTWOORD_OIDC_SCOPE") or "openid profile",
        "acr": acr,
        "amr": _woorden("VERANTWOORD_OIDC_AMR") or (() if acr else ("mfa",)),
    }


def _woorden(naam: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in os.environ.get(naam, "").split(",") if deel.strip())
