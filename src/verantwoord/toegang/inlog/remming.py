"""Trying passwords and codes costs ever more time, without shutting out whose account it is.

Every try is counted before it is judged, in the database, so that many servers at once do not judge more. A device that
logged in before has a count of its own: whoever guesses elsewhere does not keep its owner waiting (the device cookies of
OWASP). What is counted is a digest, the same for a name that exists and one that does not.
"""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest

from verantwoord.toegang.inlog.geheimen import afdruk

VRIJ: Final = 5
LANGST: Final = 15 * 60
PER_ADRES: Final = 100
ADRESVENSTER: Final = timedelta(minutes=15)
VERGEET_NA: Final = timedelta(days=1)

_TEL_ACCOUNT: Final = """
    insert into toegang_inlogteller as t (sleutel, pogingen, sinds, wacht_tot)
    values (%(sleutel)s, 1, %(nu)s, %(nu)s)
    on conflict (sleutel) do update set
        pogingen = case when t.sinds < %(oud)s then 1 else t.pogingen + 1 end,
        sinds = %(nu)s,
        wacht_tot = %(nu)s::timestamptz + case
            when t.sinds < %(oud)s or t.pogingen + 1 < %(vrij)s then interval '0'
            else least(%(langst)s, power(2, least(t.pogingen + 1 - %(vrij)s, 20))) * interval '1 second' end
    where t.wacht_tot <= %(nu)s
    returning pogingen
"""
_TEL_ADRES: Final = """
    insert into toegang_inlogteller as t (sleutel, pogingen, sinds, wacht_tot)
    values (%(sleutel)s, 1, %(nu)s, %(nu)s)
    on conflict (sleutel) do update set
        pogingen = case when t.sinds < %(oud)s then 1 else t.pogingen + 1 end,
        sinds = case when t.sinds < %(oud)s then %(nu)s else t.sinds end,
        wacht_tot = case when t.sinds < %(oud)s then %(nu)s else t.sinds + %(venster)s end
    where t.sinds < %(oud)s or t.pogingen < %(hoogstens)s
    returning pogingen
"""


@dataclass(frozen=True)
class Poging:
    """One try, already counted; ``wachten`` is how many seconds it came too early, and then it may not be judged."""

    account: str
    adres: str
    wachten: int = 0


def tel(*, soort: str, wie: str, apparaat: str, adres: str, nu: datetime) -> Poging:
    """Count one try. ``apparaat`` is the known device it comes from, or empty; only unknown ones share an address's budget."""
    account = afdruk("account", soort, wie, apparaat)
    plek = "" if apparaat else afdruk("adres", adres)
    with transaction.atomic(), connection.cursor() as cursor:
        if plek and not _mag_van_hier(cursor, plek, nu):
            return Poging(account, plek, _rest(cursor, plek, nu))
        cursor.execute(
            _TEL_ACCOUNT,
            {
                "sleutel": account,
                "nu": nu,
                "oud": nu - VERGEET_NA,
                "vrij": VRIJ,
                "langst": LANGST,
            },
        )
        if cursor.fetchone() is None:
            return Poging(account, plek, _rest(cursor, account, nu))
    return Poging(account, plek)


def gelukt(poging: Poging, *, nu: datetime) -> None:
    """Forget the tries before the one that was right, and whatever was counted too long ago."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "delete from toegang_inlogteller where sleutel = %s or sinds < %s",
            [poging.account, nu - VERGEET_NA],
        )
        cursor.execute(
            "update toegang_inlogteller set pogingen = greatest(0, pogingen - 1) where sleutel = %s",
            [poging.adres],
        )


def adres_van(request: HttpRequest) -> str:
    """Where a request comes from: the address before our own proxies. Of IPv6 the network, which is one place."""
    keten = [deel.strip() for deel in request.headers.get("X-Forwarded-For", "").split(",") if deel.strip()]
    ruw = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES and len(keten) >= settings.PROXIES:
        ruw = keten[-settings.PROXIES]
    try:
        adres = ipaddress.ip_address(ruw)
    except ValueError:
        return ruw
    return str(ipaddress.ip_network((adres, 64), strict=False)) if adres.version == 6 else str(adres)


def _mag_van_hier(cursor: Any, plek: str, nu: datetime) -> bool:
    cursor.execute(
        _TEL_ADRES,
        {
            "sleutel": plek,
            "nu": nu,
            "oud": nu - ADRESVENSTER,
            "venster": ADRESVENSTER,
            "hoogstens": PER_ADRES,
        },
    )
    return cursor.fetchone() is not None


def _rest(cursor: Any, sleutel: str, nu: datetime) -> int:
    cursor.execute("select wacht_tot from toegang_inlogteller where sleutel = %s", [sleutel])
    rij = cursor.fetchone()
    return max(1, int((rij[0] - nu).total_seconds()) + 1) if rij else 1
