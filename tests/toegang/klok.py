"""The clock of the database, moved for a test: the owner makes an emergency begin longer ago than it did."""

from datetime import timedelta

from django.db import connections

from verantwoord.toegang.models import Noodtoegang


def laat_verstrijken(gegeven: Noodtoegang, tijd: timedelta) -> None:
    """Let so much time pass for one emergency. Needs a test that commits, with the owner's connection."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("alter table toegang_noodtoegang disable trigger noodtoegang_klok")
        cursor.execute(
            "update toegang_noodtoegang set vanaf = vanaf - %s, tot = tot - %s where id = %s",
            [tijd, tijd, gegeven.pk],
        )
        cursor.execute("alter table toegang_noodtoegang enable always trigger noodtoegang_klok")
