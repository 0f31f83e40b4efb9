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
