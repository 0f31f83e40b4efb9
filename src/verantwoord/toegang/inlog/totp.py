"""Codes of an app (RFC 6238), each good for one use, and codes on paper for when the app is gone."""

import hmac
import secrets
from datetime import datetime
from typing import Final

import pyotp
import segno
from django.conf import settings
from django.db.models import QuerySet

from verantwoord.toegang.inlog.geheimen import afdruk, ontsleutel
from verantwoord.toegang.inlog.models import Factor
from verantwoord.toegang.models import Medewerker

STAP: Final = 30
AANTAL_HERSTELCODES: Final = 10
# Without characters that look like another.
_TEKENS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def nieuw_geheim() -> str:
    return pyotp.random_base32()


def qr(geheim: str, medewerker: Medewerker) -> str:
    """The picture an app reads, as an address that holds the picture itself."""
    adres = pyotp.TOTP(geheim).provisioning_uri(
        name=medewerker.gebruikersnaam, issuer_name=settings.INLOG_UITGEVER
    )
    return str(segno.make(adres, error="m").svg_data_uri(scale=5, border=4, light="#fff", dark="#000"))


def periode_van(geheim: str, code: str, *, nu: datetime) -> int | None:
    """Which period this code belongs to: the present one, the one before or the next, for a clock that is not exact."""
    app, deze = pyotp.TOTP(geheim), int(nu.timestamp()) // STAP
    kandidaten = [
        periode
        for periode in (deze - 1, deze, deze + 1)
        if hmac.compare_digest(app.generate_otp(periode), code)
    ]
    return kandidaten[0] if kandidaten else None


def gebruik_code(medewerker: Medewerker, code: str, *, nu: datetime) -> bool:
    """Use a code of the app; the same one, or an older one, is not accepted again."""
    app = Factor.objects.filter(medewerker=medewerker, soort=Factor.Soort.APP).first()
    if app is None:
        return False
    periode = periode_van(str(ontsleutel(app.geheim)), schoon(code), nu=nu)
    if periode is None:
        return False
    # In one statement: two servers with the same code at the same moment are not both right.
    return bool(Factor.objects.filter(pk=app.pk, teller__lt=periode).update(teller=periode, gebruikt_op=nu))


def gebruik_herstelcode(medewerker: Medewerker, code: str, *, nu: datetime) -> bool:
    """Use a code of the paper, once."""
    codes = ongebruikt(medewerker).filter(geheim=_afdruk(medewerker, code))
    return bool(codes.update(gebruikt_op=nu))


def nieuwe_herstelcodes(medewerker: Medewerker) -> list[str]:
    """Ten new codes; the old ones open nothing any more. What they are is not kept."""
    Factor.objects.filter(medewerker=medewerker, soort=Factor.Soort.HERSTELCODE).delete()
    codes = [
        "-".join("".join(secrets.choice(_TEKENS) for _ in range(4)) for _ in range(3))
        for _ in range(AANTAL_HERSTELCODES)
    ]
    Factor.objects.bulk_create(
        [
            Factor(medewerker=medewerker, soort=Factor.Soort.HERSTELCODE, geheim=_afdruk(medewerker, code))
            for code in codes
        ]
    )
    return codes


def ongebruikt(medewerker: Medewerker) -> QuerySet[Factor]:
    return Factor.objects.filter(
        medewerker=medewerker, soort=Factor.Soort.HERSTELCODE, gebruikt_op__isnull=True
    )


def schoon(code: str) -> str:
    """A code as people type it: with spaces, dashes and capitals."""
    return "".join(teken for teken in code.casefold() if teken.isalnum())


def _afdruk(medewerker: Medewerker, code: str) -> str:
    return afdruk("herstelcode", str(medewerker.pk), schoon(code))
