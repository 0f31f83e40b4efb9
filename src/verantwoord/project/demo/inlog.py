"""The log-ins of a demo: made anew for each demo, kept beside it for its owner only, and printed when it starts."""

import json
import os
import secrets
from pathlib import Path
from typing import Final

from verantwoord.project.demo.collegas import INLOGGERS, gebruikersnaam
from verantwoord.project.omgeving import datamap
from verantwoord.toegang.models import Medewerker

LET_OP: Final = (
    "LET OP: deze namen loggen in met een wachtwoord alleen. Dat kan alleen in een demo; voor echt gebruik\n"
    "is voor iedereen een tweede stap verplicht (passkey, app met codes, of de inlog van de organisatie)."
)
# Letters and digits that nobody takes for another.
_TEKENS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def inlogblok(demo: str) -> str:
    """The lines with the log-ins of the demo with this mark; passwords are made when there are none for it yet."""
    wachtwoorden = _bewaard(demo) or _nieuw(demo)
    # Only these, and only where the server knows itself to be a demo.
    Medewerker.objects.filter(gebruikersnaam__in=wachtwoorden).update(alleen_wachtwoord=True)
    regels = [
        f"  {wat:<22}{gebruikersnaam(naam):<20}{wachtwoorden[gebruikersnaam(naam)]}"
        for wat, naam in INLOGGERS
    ]
    return "\n".join(["Inloggen kan als (verzonnen mensen, alleen in deze demo):", *regels, "", LET_OP])


def _bestand() -> Path:
    return datamap() / "demo-inlog.json"


def _bewaard(demo: str) -> dict[str, str] | None:
    try:
        inhoud = json.loads(_bestand().read_text())
    except (OSError, ValueError):
        return None
    return inhoud["wachtwoorden"] if inhoud.get("demo") == demo else None


def _nieuw(demo: str) -> dict[str, str]:
    wachtwoorden = {gebruikersnaam(naam): _wachtwoord() for _wat, naam in INLOGGERS}
    medewerkers = list(Medewerker.objects.filter(gebruikersnaam__in=wachtwoorden))
    for medewerker in medewerkers:
        medewerker.set_password(wachtwoorden[medewerker.gebruikersnaam])
        medewerker.save(update_fields=["password"])
    _schrijf(json.dumps({"demo": demo, "wachtwoorden": wachtwoorden}, indent=1))
    return wachtwoorden


def _wachtwoord() -> str:
    return "-".join("".join(secrets.choice(_TEKENS) for _ in range(5)) for _ in range(3))


def _schrijf(tekst: str) -> None:
    """Write it so that it is never readable for others, also not for a moment."""
    bestand = _bestand()
    bestand.parent.mkdir(parents=True, exist_ok=True)
    half = bestand.with_suffix(".half")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as open_bestand:
        open_bestand.write(tekst)
    half.replace(bestand)
