"""Who acts, said to the database for the length of one transaction."""

from django.db import connection


def zet_context(*, door: str, verzoek: str = "") -> None:
    """Tell the database who acts and in which request; it forgets both when the transaction ends.

    Raises ``RuntimeError`` outside a transaction, where the setting would be lost before it is used.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("zet_context belongs inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('verantwoord.door', %s, true), set_config('verantwoord.verzoek', %s, true)",
            [door, verzoek],
        )
