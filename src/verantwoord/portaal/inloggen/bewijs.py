"""Proofs: codes of an app and codes on paper. Each is good for one use, and costs the same work for who is not there."""

from datetime import datetime
from typing import Final

import pyotp
import segno
from django.db.models import Q

from verantwoord.dossier.models import Portaalaccount, Portaalfactor
from verantwoord.dossier.portaal.codes import afdruk_van, nieuw_vel, schoon
from verantwoord.toegang.inlog.geheimen import ontsleutel, versleutel
from verantwoord.toegang.inlog.totp import periode_van

# An app shows this above the code; it says nothing about what for.
UITGEVER: Final = "Mijn"
_NIEMANDS: Final = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
Soort = Portaalfactor.Soort


def adres_voor_app(geheim: str, account: Portaalaccount) -> str:
    """The address with which an app on this telephone takes the key."""
    return pyotp.TOTP(geheim).provisioning_uri(name=account.nummer, issuer_name=UITGEVER)


def qr(adres: str) -> str:
    """The picture an app on another telephone reads, as an address that holds the picture itself."""
    return str(segno.make(adres, error="m").svg_data_uri(scale=5, border=4, light="#fff", dark="#000"))


def nieuwe_app(account: Portaalaccount, geheim: str, code: str, *, nu: datetime) -> Portaalfactor | None:
    """An app that just showed one right code, or nothing when the code is not of this moment."""
    periode = periode_van(geheim, schoon(code), nu=nu)
    if periode is None:
        return None
    return Portaalfactor(
        account=account, soort=Soort.APP, geheim=versleutel(geheim), teller=periode, gebruikt_op=nu
    )


def nieuw_papier(account: Portaalaccount) -> tuple[list[Portaalfactor], list[str]]:
    """Ten codes for on paper; what they are is not kept."""
    codes = nieuw_vel()
    return [
        Portaalfactor(account=account, soort=Soort.PAPIER, geheim=afdruk_van(account, code)) for code in codes
    ], codes


def gebruik(account: Portaalaccount, code: str, *, nu: datetime) -> str:
    """Use a code of the app or of the paper; the name of the kind, or nothing when it opens nothing."""
    app, papier = _gebruik_app(account, code, nu=nu), _gebruik_papier(account, code, nu=nu)
    return app or papier


def _gebruik_app(account: Portaalaccount, code: str, *, nu: datetime) -> str:
    app = Portaalfactor.objects.filter(account=account.pk, soort=Soort.APP).first()
    periode = periode_van(str(ontsleutel(app.geheim)) if app else _NIEMANDS, schoon(code), nu=nu)
    # No counter is ever this low: a wrong code asks the database as much as a right one.
    nieuwste = -2 if periode is None else periode
    # In one statement: two servers with the same code at the same moment are not both right.
    rijen = Portaalfactor.objects.filter(pk=app.pk if app else account.pk, teller__lt=nieuwste)
    return Soort.APP if rijen.update(teller=nieuwste, gebruikt_op=nu) else ""


def _gebruik_papier(account: Portaalaccount, code: str, *, nu: datetime) -> str:
    uitgereikt = Q(vel=None) | Q(vel__overhandigd_op__isnull=False, vel__ingetrokken_op=None)
    gevonden = (
        Portaalfactor.objects.filter(
            uitgereikt, account=account.pk, soort=Soort.PAPIER, geheim=afdruk_van(account, code)
        )
        .values_list("pk", flat=True)
        .first()
    )
    rijen = Portaalfactor.objects.filter(pk=gevonden or account.pk, gebruikt_op=None)
    return Soort.PAPIER if rijen.update(gebruikt_op=nu) else ""
